#include "exchange/package_file.h"

#include "exchange/gdal_support.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <memory>

namespace hk::exchange {
namespace {

constexpr std::size_t pieceBytes = 1U << 20U;

struct ZipCloser {
    void operator()(void* zip) const { CPLCloseZip(zip); }
};
struct VsiCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

/// The braces say where the archive ends, whatever its ending.
QByteArray insidePath(const QString& path, const QString& name = {})
{
    QByteArray inside = "/vsizip/{" + QFileInfo(path).absoluteFilePath().toUtf8() + '}';
    return name.isEmpty() ? inside : inside + '/' + name.toUtf8();
}

tl::unexpected<Error> altered(const QString& path, const QString& name)
{
    return fail(ErrorCode::FileDamaged, {path, -1, QStringLiteral("altered")}, {}, name);
}

Result<void> add(void* zip, const PackageEntry& entry, const QString& package)
{
    QFile file(entry.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {entry.path}, {}, file.errorString());
    const auto full = [&] { return fail(ErrorCode::DiskFull, {package}, {}, lastGdalMessage()); };
    if (CPLCreateFileInZip(zip, entry.name.toUtf8().constData(), nullptr) != CE_None)
        return full();
    while (!file.atEnd()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            return fail(ErrorCode::FileNotReadable, {entry.path}, {}, file.errorString());
        if (CPLWriteFileInZip(zip, piece.constData(), static_cast<int>(piece.size())) != CE_None)
            return full();
    }
    if (CPLCloseFileInZip(zip) != CE_None)
        return full();
    return {};
}

Result<void> copy(const QString& from, const QString& to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, {from}, {}, source.errorString());
    if (!target.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {to}, {}, target.errorString());
    while (!source.atEnd()) {
        const QByteArray piece = source.read(pieceBytes);
        if (piece.isEmpty())
            return fail(ErrorCode::FileNotReadable, {from}, {}, source.errorString());
        if (target.write(piece) != piece.size())
            return fail(ErrorCode::DiskFull, {to}, {}, target.errorString());
    }
    if (!target.commit())
        return fail(ErrorCode::DiskFull, {to}, {}, target.errorString());
    return {};
}

} // namespace

Result<void> writePackage(const QString& path, const std::vector<PackageEntry>& entries)
{
    const QTemporaryDir folder;
    const QString made = folder.filePath(QStringLiteral("package.zip"));
    std::unique_ptr<void, ZipCloser> zip(CPLCreateZip(made.toUtf8().constData(), nullptr));
    if (!zip)
        return fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage());
    for (const PackageEntry& entry : entries)
        if (const Result<void> added = add(zip.get(), entry, path); !added)
            return added;
    if (CPLCloseZip(zip.release()) != CE_None)
        return fail(ErrorCode::DiskFull, {path}, {}, lastGdalMessage());
    return copy(made, path);
}

Result<QStringList> packageNames(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileNotFound, {path});
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const CPLStringList names(VSIReadDirRecursive(insidePath(path).constData()));
    CPLPopErrorHandler();
    if (names.empty())
        return fail(ErrorCode::FileNotOurs, {path});
    QStringList list;
    for (int i = 0; i < names.size(); ++i)
        list.append(QString::fromUtf8(names[i]));
    return list;
}

Result<QByteArray> unpack(const QString& path, const QString& name, const QString& to, qint64 mostBytes)
{
    CPLPushErrorHandler(CPLQuietErrorHandler);
    std::unique_ptr<VSILFILE, VsiCloser> source(VSIFOpenL(insidePath(path, name).constData(), "rb"));
    CPLPopErrorHandler();
    if (!source)
        return altered(path, name);
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {to}, {}, target.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(static_cast<qsizetype>(pieceBytes), Qt::Uninitialized);
    qint64 all = 0;
    for (;;) {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        const auto got = static_cast<qsizetype>(VSIFReadL(piece.data(), 1, pieceBytes, source.get()));
        CPLPopErrorHandler();
        if (got == 0)
            break;
        all += got;
        if (all > mostBytes)
            return altered(path, name);
        hash.addData(QByteArrayView(piece.constData(), got));
        if (target.write(piece.constData(), got) != got)
            return fail(ErrorCode::DiskFull, {to}, {}, target.errorString());
    }
    if (!target.commit())
        return fail(ErrorCode::DiskFull, {to}, {}, target.errorString());
    return hash.result().toHex();
}

Result<QByteArray> fileHash(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileNotReadable, {path}, {}, file.errorString());
    return hash.result().toHex();
}

} // namespace hk::exchange
