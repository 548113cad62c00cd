// A layer made ready for drawing: an indexed GeoPackage in Web Mercator.

#include "exchange/gdal_support.h"
#include "exchange/layer_file.h"
#include "exchange/layer_stream.h"
#include "exchange/prepared_layer.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr int formatOfCache = 2; ///< raised whenever what is written changes
constexpr qint64 transactionSize = 50'000;
constexpr qint64 reportEvery = 1024;
constexpr double mercatorEdge = 20037508.342789244;
constexpr double farthestNorth = 25'000'000; // 88.6°: nothing drawn lies beyond

/// Settings of GDAL for this thread while a file is written that nobody reads before it is whole.
class QuickWriting {
public:
    QuickWriting()
    {
        for (const auto& [key, value] : settings)
            CPLSetThreadLocalConfigOption(key, value);
    }
    ~QuickWriting()
    {
        for (const auto& [key, value] : settings)
            CPLSetThreadLocalConfigOption(key, nullptr);
    }
    QuickWriting(const QuickWriting&) = delete;
    QuickWriting& operator=(const QuickWriting&) = delete;

private:
    static constexpr std::pair<const char*, const char*> settings[] = {
        {"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "OFF"}, {"OGR_SQLITE_CACHE", "64"}};
};

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

/// Parts that one drawing instruction serves: a collection of several kinds falls apart.
void takeApart(std::unique_ptr<OGRGeometry> geometry, std::vector<std::unique_ptr<OGRGeometry>>& parts)
{
    if (wkbFlatten(geometry->getGeometryType()) != wkbGeometryCollection) {
        parts.push_back(std::move(geometry));
        return;
    }
    for (const OGRGeometry* part : *geometry->toGeometryCollection())
        if (!part->IsEmpty())
            takeApart(std::unique_ptr<OGRGeometry>(part->clone()), parts);
}

/// Whether there is enough of it to be drawn, and all of it is somewhere.
bool isSound(const OGRGeometry& geometry)
{
    OGREnvelope around;
    geometry.getEnvelope(&around);
    const bool inside = around.MinX >= -mercatorEdge * 1.001 && around.MaxX <= mercatorEdge * 1.001
                        && around.MinY >= -farthestNorth && around.MaxY <= farthestNorth; // false for what is no number
    if (!inside)
        return false;
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbLineString: return geometry.toLineString()->getNumPoints() >= 2;
    case wkbPolygon: {
        const OGRLinearRing* outer = geometry.toPolygon()->getExteriorRing();
        return outer && outer->getNumPoints() >= 4;
    }
    default: return true;
    }
}

class Preparation {
public:
    Preparation(LayerStream& stream, const QString& crs, std::stop_token stop,
                const std::function<void(qint64, qint64)>& progress)
        : m_stream(stream)
        , m_crs(crs)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<PreparedLayer> write(const QString& path, const LayerRequest& request)
    {
        const Result<void> made = makeTransform().and_then([&] { return create(path); }).and_then([&] { return copy(); });
        if (!made)
            return tl::unexpected(made.error());
        if (m_layer.features == 0 && m_layer.broken > 0)
            return fail(ErrorCode::TransformFailed, {request.path}, {m_crs});
        m_layer.title = m_stream.info().name;
        m_layer.geometry = kind();
        const PreparedFacts facts{m_layer, QFileInfo(request.path).fileName(), QDateTime::currentDateTimeUtc()};
        if (!writePreparedFacts(*m_dataset, facts))
            return written();
        if (!run("SELECT CreateSpatialIndex('feature', 'geom')"))
            return written();
        m_dataset->FlushCache(true);
        if (CPLGetLastErrorType() >= CE_Failure)
            return written();
        m_dataset.reset();
        m_layer.path = path;
        return m_layer;
    }

private:
    tl::unexpected<Error> written() const
    {
        const bool full = QStorageInfo(QFileInfo(m_path).absolutePath()).bytesAvailable() < 1024 * 1024;
        return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, {m_path}, {}, lastGdalMessage());
    }

    Result<void> makeTransform()
    {
        OGRSpatialReference from;
        OGRSpatialReference to;
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (from.SetFromUserInput(m_crs.toUtf8().constData(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get())
                != OGRERR_NONE
            || to.importFromEPSG(3857) != OGRERR_NONE)
            return fail(ErrorCode::CrsNotUnderstood, {}, {m_crs}, lastGdalMessage());
        if (from.IsSame(&to))
            return {};
        m_transform.reset(OGRCreateCoordinateTransformation(&from, &to));
        if (!m_transform)
            return fail(ErrorCode::CrsNotUnderstood, {}, {m_crs}, lastGdalMessage());
        return {};
    }

    Result<void> create(const QString& path)
    {
        m_path = path;
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        const char* datasetOptions[] = {"ADD_GPKG_OGR_CONTENTS=NO", nullptr};
        CPLErrorReset();
        if (driver)
            m_dataset.reset(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, datasetOptions));
        if (!m_dataset)
            return written();
        OGRSpatialReference mercator;
        mercator.importFromEPSG(3857);
        mercator.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        options.SetNameValue("SPATIAL_INDEX", "NO").SetNameValue("GEOMETRY_NAME", "geom").SetNameValue("FID", "fid");
        m_target = m_dataset->CreateLayer(preparedTable, &mercator, wkbUnknown, options.List());
        if (!m_target)
            return written();
        return createFields();
    }

    Result<void> createFields()
    {
        QStringList names;
        for (const LayerField& field : m_stream.info().fields) {
            names.append(columnName(field.name, names));
            const OGRFieldType type = field.kind == LayerField::Kind::Integer  ? OFTInteger64
                                      : field.kind == LayerField::Kind::Number ? OFTReal
                                                                               : OFTString;
            OGRFieldDefn definition(names.last().toUtf8().constData(), type);
            if (m_target->CreateField(&definition) != OGRERR_NONE)
                return written();
            m_layer.fields.push_back({names.last(), field.kind});
            m_layer.titles.append(field.name);
        }
        return {};
    }

    /// The field's own name, but for what SQL takes as the same as another's.
    static QString columnName(const QString& name, const QStringList& taken)
    {
        const auto isTaken = [&taken](const QString& candidate) {
            return candidate.compare(QLatin1String("fid"), Qt::CaseInsensitive) == 0
                   || candidate.compare(QLatin1String("geom"), Qt::CaseInsensitive) == 0
                   || taken.contains(candidate, Qt::CaseInsensitive);
        };
        const QString base = name.trimmed().isEmpty() ? QStringLiteral("column") : name;
        QString candidate = base;
        for (int number = 2; isTaken(candidate); ++number)
            candidate = QStringLiteral("%1_%2").arg(base).arg(number);
        return candidate;
    }

    Result<void> copy()
    {
        const qint64 total = m_stream.info().count;
        qint64 done = 0;
        m_dataset->StartTransaction(TRUE);
        for (;;) {
            const Result<bool> more = m_stream.next();
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (const Result<void> copied = copyFeature(); !copied)
                return copied;
            if (++done % reportEvery == 0) {
                if (m_stop.stop_requested())
                    return fail(ErrorCode::Cancelled);
                if (m_progress)
                    m_progress(done, std::max(total, done));
            }
            if (done % transactionSize == 0)
                if (m_dataset->CommitTransaction() != OGRERR_NONE || m_dataset->StartTransaction(TRUE) != OGRERR_NONE)
                    return written();
        }
        if (m_dataset->CommitTransaction() != OGRERR_NONE)
            return written();
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (m_progress)
            m_progress(done, std::max(total, done));
        return {};
    }

    Result<void> copyFeature()
    {
        const OGRGeometry* given = m_stream.geometry();
        if (!given || given->IsEmpty()) {
            ++m_layer.withoutPosition;
            return {};
        }
        std::vector<std::unique_ptr<OGRGeometry>> parts;
        takeApart(flat(*given), parts);
        bool any = false;
        for (std::unique_ptr<OGRGeometry>& part : parts) {
            if (m_transform && part->transform(m_transform.get()) != OGRERR_NONE)
                continue;
            if (!isSound(*part))
                continue;
            any = true;
            if (const Result<void> put = putFeature(std::move(part)); !put)
                return put;
        }
        if (!any)
            ++m_layer.broken;
        return {};
    }

    /// Arcs as short lines, without heights and measures.
    static std::unique_ptr<OGRGeometry> flat(const OGRGeometry& given)
    {
        std::unique_ptr<OGRGeometry> geometry(
            given.hasCurveGeometry() ? given.getLinearGeometry() : given.clone());
        if (OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbPolyhedralSurface)
            || wkbFlatten(geometry->getGeometryType()) == wkbTriangle)
            geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
        geometry->flattenTo2D();
        geometry->closeRings();
        return geometry;
    }

    Result<void> putFeature(std::unique_ptr<OGRGeometry> geometry)
    {
        count(*geometry);
        OGRFeature feature(m_target->GetLayerDefn());
        for (std::size_t i = 0; i < m_layer.fields.size(); ++i)
            setField(feature, i);
        feature.SetGeometryDirectly(geometry.release());
        if (m_target->CreateFeature(&feature) != OGRERR_NONE)
            return written();
        return {};
    }

    void setField(OGRFeature& feature, std::size_t i)
    {
        const int index = static_cast<int>(i);
        if (m_layer.fields[i].kind == LayerField::Kind::Number) {
            if (const auto value = m_stream.number(i); value && std::isfinite(*value))
                feature.SetField(index, *value);
            else
                feature.SetFieldNull(index);
            return;
        }
        if (const auto text = m_stream.text(i))
            feature.SetField(index, std::string(*text).c_str());
        else
            feature.SetFieldNull(index);
    }

    void count(const OGRGeometry& geometry)
    {
        const int dimension = std::clamp(geometry.getDimension(), 0, 2);
        m_seen[dimension] = true;
        OGREnvelope around;
        geometry.getEnvelope(&around);
        const bool first = m_layer.features++ == 0;
        m_layer.minX = first ? around.MinX : std::min(m_layer.minX, around.MinX);
        m_layer.minY = first ? around.MinY : std::min(m_layer.minY, around.MinY);
        m_layer.maxX = first ? around.MaxX : std::max(m_layer.maxX, around.MaxX);
        m_layer.maxY = first ? around.MaxY : std::max(m_layer.maxY, around.MaxY);
    }

    LayerGeometry kind() const
    {
        const int kinds = int(m_seen[0]) + int(m_seen[1]) + int(m_seen[2]);
        if (kinds == 0)
            return m_stream.info().geometry;
        if (kinds > 1)
            return LayerGeometry::Mixed;
        return m_seen[0] ? LayerGeometry::Point : m_seen[1] ? LayerGeometry::Line : LayerGeometry::Polygon;
    }

    bool run(const char* sql)
    {
        CPLErrorReset();
        if (OGRLayer* answer = m_dataset->ExecuteSQL(sql, nullptr, nullptr))
            m_dataset->ReleaseResultSet(answer);
        return CPLGetLastErrorType() < CE_Failure;
    }

    LayerStream& m_stream;
    QString m_crs;
    std::stop_token m_stop;
    const std::function<void(qint64, qint64)>& m_progress;
    std::unique_ptr<OGRCoordinateTransformation> m_transform;
    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_target = nullptr;
    QString m_path;
    PreparedLayer m_layer;
    bool m_seen[3] = {false, false, false};
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

    const QuickWriting quick;
    UnfinishedFile file(target);
    Result<PreparedLayer> made = Preparation(**stream, crs, stop, progress).write(file.path(), request);
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
