// Layers made ready for drawing, kept in the cache folder.

#include "exchange/gdal_support.h"
#include "exchange/layer_file.h"
#include "exchange/layer_writer.h"
#include "exchange/prepared_layer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace hk::exchange {
namespace {

constexpr int formatOfCache = 3; ///< raised whenever what is written changes

/// A file under a name of its own, taken away unless it is kept.
class UnfinishedFile {
public:
    explicit UnfinishedFile(const QString& target)
        : m_path(QStringLiteral("%1.%2.part.gpkg").arg(target, QUuid::createUuid().toString(QUuid::Id128)))
    {
    }
    ~UnfinishedFile()
    {
        if (m_path.isEmpty())
            return;
        for (const char* beside : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_path + QLatin1String(beside));
    }
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

    const QString& path() const { return m_path; }
    bool moveTo(const QString& target)
    {
        QFile::remove(target);
        if (!QFile::rename(m_path, target))
            return false;
        m_path.clear();
        return true;
    }

private:
    QString m_path;
};

/// What the file is now: its size and time and those of the files that belong to it.
QByteArray stateOf(const QString& path)
{
    QByteArray state;
    const QFileInfo info(path);
    const QString stem = info.dir().filePath(info.completeBaseName());
    QStringList files{info.absoluteFilePath()};
    if (info.suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) == 0)
        for (const char* suffix : {".dbf", ".shx", ".prj", ".cpg"})
            files.append(stem + QLatin1String(suffix));
    for (const QString& file : files) {
        const QFileInfo part(file);
        state += QByteArray::number(part.exists() ? part.size() : -1) + ' '
                 + QByteArray::number(part.lastModified().toMSecsSinceEpoch()) + '\n';
    }
    return state;
}

QString cachePath(const LayerRequest& request, const QString& folder)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList parts{QString::number(formatOfCache), QFileInfo(request.path).absoluteFilePath(),
                            QString::fromLatin1(stateOf(request.path)), request.layer, request.crs};
    hash.addData(parts.join(QChar(0)).toUtf8());
    return QDir(folder).filePath(QStringLiteral("layer-%1.gpkg").arg(QString::fromLatin1(hash.result().toHex().left(32))));
}

Result<QString> chosenLayer(const LayerRequest& request, LayerDataset& dataset, std::stop_token stop)
{
    if (!request.layer.isEmpty())
        return request.layer;
    const QStringList names = dataset.layers();
    for (const QString& name : names) {
        const auto stream = dataset.stream(name, stop);
        if (!stream)
            return tl::unexpected(stream.error());
        if ((*stream)->info().placed)
            return name;
    }
    return names.value(0);
}

} // namespace

Result<PreparedLayer> prepareLayer(const LayerRequest& request, const QString& cacheFolder, std::stop_token stop,
                                   const std::function<void(qint64, qint64)>& progress)
{
    if (!QFileInfo::exists(request.path))
        return fail(ErrorCode::FileNotFound, {request.path});
    prepareGdal();
    const QString target = cachePath(request, cacheFolder);
    if (Result<PreparedLayer> ready = readPreparedLayer(target)) {
        ready->reused = true;
        return ready;
    }
    Result<std::unique_ptr<LayerDataset>> dataset = openLayerDataset(request.path);
    if (!dataset)
        return tl::unexpected(dataset.error());
    if ((*dataset)->kind() == LayerFileKind::Raster || (*dataset)->kind() == LayerFileKind::MbTiles)
        return fail(ErrorCode::FormatNotSupported, {request.path}, {(*dataset)->format()});
    const Result<QString> layer = chosenLayer(request, **dataset, stop);
    if (!layer)
        return tl::unexpected(layer.error());
    Result<std::unique_ptr<LayerStream>> stream = (*dataset)->stream(*layer, stop);
    if (!stream)
        return tl::unexpected(stream.error());
    const LayerInfo& info = (*stream)->info();
    if (info.geometry == LayerGeometry::None)
        return fail(ErrorCode::NoColumnsForPosition, {request.path});
    QString crs = request.crs.isEmpty() ? info.crs : request.crs;
    if (crs.isEmpty() && info.placed)
        return fail(ErrorCode::CrsNotUnderstood, {request.path});
    if (crs.isEmpty()) // nothing lies anywhere
        crs = QStringLiteral("EPSG:4326");
    if (!QDir().mkpath(cacheFolder))
        return fail(ErrorCode::FileNotWritable, {cacheFolder});

    UnfinishedFile file(target);
    Result<PreparedLayer> made = writePreparedLayer(**stream, crs, file.path(), request.path, stop, progress);
    if (!made)
        return made;
    if (!file.moveTo(target))
        return fail(ErrorCode::FileNotWritable, {target});
    made->path = target;
    return made;
}

void trimLayerCache(const QString& cacheFolder, qint64 mostBytes, const QStringList& keep)
{
    QFileInfoList files = QDir(cacheFolder).entryInfoList({QStringLiteral("layer-*.gpkg")}, QDir::Files);
    std::sort(files.begin(), files.end(), [](const QFileInfo& a, const QFileInfo& b) {
        return std::max(a.lastRead(), a.lastModified()) > std::max(b.lastRead(), b.lastModified());
    });
    qint64 total = 0;
    for (const QFileInfo& file : files) {
        total += file.size();
        if (total > mostBytes && !keep.contains(file.absoluteFilePath()))
            QFile::remove(file.absoluteFilePath());
    }
}

} // namespace hk::exchange
