#pragma once

#include "core/result.h"
#include "sqlite/database.h"

#include <QDateTime>

namespace hk::store {

/// What the file system says about a path, before SQLite is asked.
struct FileFacts {
    bool fileWritable = false;
    bool folderWritable = false;
    bool mediumReadOnly = false; ///< mounted read-only
    bool networkShare = false;   ///< WAL needs shared memory between all users of the file: not there
    bool journalBeside = false;  ///< a -wal or -journal with content: in use, or left by a crash
    qint64 size = 0;
    QDateTime changed;
};
FileFacts readFileFacts(const QString& path);

/// Nobody has the file open for writing, nor has written since the facts were read.
bool isAtRest(const QString& path, const FileFacts& facts);

/// Whether a file system of this name (QStorageInfo::fileSystemType) is a network share, or may be one.
bool isNetworkFileSystem(const QByteArray& fileSystemType, const QString& path);

/// How to open: see planOpening.
struct OpenPlan {
    sqlite::OpenMode mode = sqlite::OpenMode::ReadWrite;
    std::string_view journalMode = "wal"; ///< asked for when writing
    friend bool operator==(const OpenPlan&, const OpenPlan&) = default;
};

/// WAL on a local disk, DELETE on a network share, read-only where the file or the folder (SQLite must write
/// beside the file) cannot be written or `readOnly` is asked for, immutable on a medium where nobody can
/// write.
OpenPlan planOpening(const FileFacts& facts, bool readOnly);

/// Looks at the first 100 bytes alone: FileNotFound, FileNotReadable, FileNotOurs (not SQLite, or not a
/// GeoPackage), FileDamaged (shorter than it says).
Result<void> checkFileHeader(const QString& path, const FileFacts& facts);

} // namespace hk::store
