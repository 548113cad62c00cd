#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace hk::exchange {

/// A file as GDAL makes it, in memory: its text drivers do not notice a full disk. Gone with the object.
class MemoryFile {
public:
    explicit MemoryFile(const QString& suffix);
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    const char* path() const { return m_path.constData(); }
    /// What has been written, once it is closed.
    QByteArray bytes() const;
    /// To a file on the disk, which is only replaced when the new one is whole. Errors: FileNotWritable, DiskFull.
    Result<void> copyTo(const QString& path) const;

private:
    QByteArray m_path;
};

} // namespace hk::exchange
