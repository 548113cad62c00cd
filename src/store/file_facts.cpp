#include "store/file_facts.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>
#include <array>

namespace hk::store {

namespace {

constexpr int headerSize = 100;
constexpr quint32 geoPackageId = 0x47504b47; // 'GPKG'

bool hasContent(const QString& path)
{
    return QFileInfo(path).size() > 0;
}

/// What nobody is permitted to write is meant to stay as it is, even where this user could write all the
/// same.
bool isWritable(const QFileInfo& info)
{
#ifdef Q_OS_WIN
    if (info.isDir()) // there the attribute means something else
        return info.isWritable();
#endif
    constexpr auto anyWrite = QFileDevice::WriteOwner | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return info.isWritable() && (info.permissions() & anyWrite) != 0;
}

} // namespace

bool isNetworkFileSystem(const QByteArray& fileSystemType, const QString& path)
{
    // As in /proc/mounts; FUSE may be anything, so that it is treated with care, but for the local ntfs and
    // exfat drivers.
    static constexpr std::array types{"nfs",   "nfs4",   "cifs",   "smb3", "smbfs",  "smb2",   "ncpfs",
                                      "9p",    "afs",    "ceph",   "coda", "lustre", "gfs2",   "glusterfs",
                                      "davfs", "webdav", "vboxsf", "fuse", "beegfs", "prl_fs", "vmhgfs"};
    if (path.startsWith(QStringLiteral("//")) || path.startsWith(QStringLiteral("\\\\")))
        return true;
    for (const char* type : types) {
        if (fileSystemType == type)
            return true;
    }
    return fileSystemType.startsWith("fuse.");
}

FileFacts readFileFacts(const QString& path)
{
    const QFileInfo info(path);
    const QStorageInfo storage(info.absolutePath());
    FileFacts facts;
    facts.fileWritable = isWritable(info);
    facts.folderWritable = isWritable(QFileInfo(info.absolutePath()));
    facts.mediumReadOnly = storage.isReadOnly();
    facts.networkShare = isNetworkFileSystem(storage.fileSystemType(), path);
    facts.size = info.size();
    facts.changed = info.lastModified();
    facts.journalBeside =
        hasContent(path + QStringLiteral("-wal")) || hasContent(path + QStringLiteral("-journal"));
    return facts;
}

bool isAtRest(const QString& path, const FileFacts& facts)
{
    const QFileInfo now(path);
    return now.size() == facts.size && now.lastModified() == facts.changed &&
           !QFileInfo::exists(path + QStringLiteral("-wal")) &&
           !QFileInfo::exists(path + QStringLiteral("-journal"));
}

OpenPlan planOpening(const FileFacts& facts, bool readOnly)
{
    OpenPlan plan;
    plan.journalMode = facts.networkShare ? "delete" : "wal";
    if (facts.mediumReadOnly || (!facts.folderWritable && !facts.fileWritable)) {
        // A WAL left there must be read, and can only be read with locks.
        plan.mode = facts.journalBeside ? sqlite::OpenMode::ReadOnly : sqlite::OpenMode::Immutable;
    } else if (readOnly || !facts.fileWritable || !facts.folderWritable) {
        plan.mode = sqlite::OpenMode::ReadOnly;
    }
    return plan;
}

Result<void> checkFileHeader(const QString& path, const FileFacts& facts)
{
    const ErrorPlace place{path, -1, {}};
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, place);
    if (!info.isFile())
        return fail(ErrorCode::FileNotOurs, place);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, place, {}, file.errorString());
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(ErrorCode::FileNotOurs, place);

    const auto number = [&header](int offset) {
        return qFromBigEndian<quint32>(header.constData() + offset);
    };
    if (number(68) != geoPackageId)
        return fail(ErrorCode::FileNotOurs, place);
    const quint32 pageField = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 pageSize = pageField == 1 ? 65536 : pageField;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        return fail(ErrorCode::FileDamaged, place, {}, QStringLiteral("page size %1").arg(pageSize));
    // The page count holds where the change counter equals the version it was written for (SQLite file
    // format, 1.3.7).
    const bool countHolds = number(24) == number(92);
    const qint64 expected = qint64{number(28)} * pageSize;
    if (countHolds && !facts.journalBeside && info.size() < expected)
        return fail(ErrorCode::FileDamaged, place, {},
                    QStringLiteral("%1 bytes of %2").arg(info.size()).arg(expected));
    return {};
}

} // namespace hk::store
