#include "exchange/layer_writer.h"

#include "core/map_tables.h"
#include "exchange/gdal_support.h"
#include "exchange/gdal_watch.h"
#include "exchange/layer_thinning.h"
#include "exchange/map_levels.h"
#include "exchange/prepared_layer.h"
#include "geo/mercator.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr qint64 transactionSize = 50'000;
constexpr qint64 reportEvery = 1024;
constexpr double farthestNorth = 25'000'000; // 88.6°: nothing drawn lies beyond
constexpr int simplifiedFrom = 13;           // vertices: smaller shapes are drawn as fast as they are
// What has been done when the features are there, and when the copies are; the indexes take the rest.
constexpr double copiedShare = 0.55;
constexpr double thinnedShare = 0.75;

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
    const bool inside = around.MinX >= -geo::mercatorHalf * 1.001 && around.MaxX <= geo::mercatorHalf * 1.001
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

class LayerWriter {
public:
    LayerWriter(LayerStream& stream, const QString& crs, std::stop_token stop,
                const std::function<void(qint64, qint64)>& progress)
        : m_stream(stream)
        , m_crs(crs)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    Result<PreparedLayer> write(const QString& path, const QString& source)
    {
        const Result<void> made = makeTransform().and_then([&] { return create(path); }).and_then([&] { return copy(); });
        if (!made)
            return tl::unexpected(made.error());
        if (m_layer.features == 0 && m_layer.broken > 0)
            return fail(ErrorCode::TransformFailed, {source}, {m_crs});
        m_layer.title = m_stream.info().name;
        m_layer.geometry = kind();
        const Result<void> finished = writeLevels().and_then([&] { return writeFacts(source); }).and_then([&] { return index(); });
        if (!finished)
            return tl::unexpected(finished.error());
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
        nameFields();
        m_target = createTable(preparedTable);
        return m_target ? Result<void>() : written();
    }

    void nameFields()
    {
        QStringList names;
        for (const LayerField& field : m_stream.info().fields) {
            names.append(columnName(field.name, names));
            m_layer.fields.push_back({names.last(), field.kind});
            m_layer.titles.append(field.name);
        }
    }

    /// A table of features, without an index; null: it cannot be made.
    OGRLayer* createTable(const char* name)
    {
        OGRSpatialReference mercator;
        mercator.importFromEPSG(3857);
        mercator.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        options.SetNameValue("SPATIAL_INDEX", "NO").SetNameValue("GEOMETRY_NAME", "geom").SetNameValue("FID", "fid");
        OGRLayer* table = m_dataset->CreateLayer(name, &mercator, wkbUnknown, options.List());
        for (const LayerField& field : m_layer.fields) {
            const OGRFieldType type = field.kind == LayerField::Kind::Integer  ? OFTInteger64
                                      : field.kind == LayerField::Kind::Number ? OFTReal
                                                                               : OFTString;
            OGRFieldDefn definition(field.name.toUtf8().constData(), type);
            if (table && table->CreateField(&definition) != OGRERR_NONE)
                return nullptr;
        }
        return table;
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
        const auto total = static_cast<double>(std::max<qint64>(1, m_stream.info().count));
        return inTransactions([&](qint64 done) -> Result<bool> {
            tell(copiedShare * std::min(1.0, static_cast<double>(done) / total), done);
            Result<bool> more = m_stream.next();
            if (more && *more)
                if (const Result<void> copied = copyFeature(); !copied)
                    return tl::unexpected(copied.error());
            return more;
        });
    }

    /// Takes one step after the other until there are no more, some ten thousand in a transaction.
    template <class Step>
    Result<void> inTransactions(Step step)
    {
        m_dataset->StartTransaction(TRUE);
        for (qint64 done = 0;; ++done) {
            if (done % reportEvery == 0 && m_stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            if (done > 0 && done % transactionSize == 0)
                if (m_dataset->CommitTransaction() != OGRERR_NONE || m_dataset->StartTransaction(TRUE) != OGRERR_NONE)
                    return written();
            const Result<bool> more = step(done);
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
        }
        if (m_dataset->CommitTransaction() != OGRERR_NONE)
            return written();
        return m_stop.stop_requested() ? fail(ErrorCode::Cancelled) : Result<void>();
    }

    void tell(double share, qint64 done)
    {
        if (!m_progress || done % reportEvery != 0 || done == 0)
            return;
        const qint64 total = m_stream.info().count;
        m_progress(static_cast<qint64>(share * static_cast<double>(total)), total);
    }

    /// The coarser copies, in the order of the whole.
    Result<void> writeLevels()
    {
        for (const LayerLevel& level : m_thinning.choose(m_stop)) {
            const std::string name = std::string(preparedTable) + "_" + std::to_string(static_cast<int>(level.belowZoom));
            m_levels.push_back({level, name, createTable(name.c_str())});
            if (!m_levels.back().table)
                return written();
        }
        if (m_levels.empty() || m_stop.stop_requested())
            return m_stop.stop_requested() ? fail(ErrorCode::Cancelled) : Result<void>();
        m_target->ResetReading();
        const auto total = static_cast<double>(m_layer.features);
        CPLErrorReset();
        return inTransactions([&](qint64 done) -> Result<bool> {
            tell(copiedShare + (thinnedShare - copiedShare) * static_cast<double>(done) / total, done);
            const OGRFeatureUniquePtr feature(m_target->GetNextFeature());
            if (!feature)
                return CPLGetLastErrorType() < CE_Failure ? Result<bool>(false) : written();
            if (const Result<void> put = putCopies(*feature, m_thinning.copiesOf(static_cast<std::size_t>(done))); !put)
                return tl::unexpected(put.error());
            return true;
        });
    }

    Result<void> putCopies(const OGRFeature& feature, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            OGRFeature copy(m_levels[i].table->GetLayerDefn());
            copy.SetFID(feature.GetFID());
            for (int field = 0; field < feature.GetFieldCount(); ++field)
                copy.SetField(field, feature.GetRawFieldRef(field));
            std::unique_ptr<OGRGeometry> shape(feature.GetGeometryRef()->clone());
            if (verticesOf(*shape) >= simplifiedFrom)
                shape = coarser(std::move(shape), m_levels[i].level.tolerance);
            copy.SetGeometryDirectly(shape ? shape.release() : feature.GetGeometryRef()->clone());
            if (m_levels[i].table->CreateFeature(&copy) != OGRERR_NONE)
                return written();
        }
        return {};
    }

    Result<void> writeFacts(const QString& source)
    {
        const PreparedFacts facts{m_layer, QFileInfo(source).fileName(), QDateTime::currentDateTimeUtc()};
        bool good = writePreparedFacts(*m_dataset, facts);
        const QString levels = QString::fromLatin1(map_tables::levels);
        good = good && run(QStringLiteral("CREATE TABLE %1 (theme TEXT NOT NULL, table_name TEXT NOT NULL, below_zoom REAL NOT NULL)")
                               .arg(levels));
        for (const Level& each : m_levels)
            good = good && run(QStringLiteral("INSERT INTO %1 VALUES ('%2', '%3', %4)")
                                   .arg(levels, QLatin1String(preparedTable), QString::fromStdString(each.name))
                                   .arg(each.level.belowZoom));
        return good ? Result<void>() : written();
    }

    Result<void> index()
    {
        QStringList tables{QString::fromLatin1(preparedTable)};
        for (const Level& each : m_levels)
            tables.append(QString::fromStdString(each.name));
        for (const QString& table : tables) {
            if (m_stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            if (!run(QStringLiteral("SELECT CreateSpatialIndex('%1', 'geom')").arg(table)))
                return written();
        }
        if (m_progress && m_stream.info().count > 0)
            m_progress(m_stream.info().count, m_stream.info().count);
        return {};
    }

    static int verticesOf(const OGRGeometry& geometry)
    {
        switch (wkbFlatten(geometry.getGeometryType())) {
        case wkbPoint: return 1;
        case wkbLineString: return geometry.toLineString()->getNumPoints();
        case wkbPolygon: {
            int count = 0;
            for (const OGRLinearRing* ring : *geometry.toPolygon())
                count += ring->getNumPoints();
            return count;
        }
        default: break;
        }
        int count = 0;
        if (const auto type = wkbFlatten(geometry.getGeometryType()); OGR_GT_IsSubClassOf(type, wkbGeometryCollection))
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                count += verticesOf(*part);
        return count;
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
        m_thinning.add(around.MinX, around.MinY, std::max(around.MaxX - around.MinX, around.MaxY - around.MinY), dimension,
                       static_cast<std::size_t>(verticesOf(geometry)));
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

    bool run(const QString& sql) { return runSql(*m_dataset, sql); }

    struct Level {
        LayerLevel level;
        std::string name;
        OGRLayer* table;
    };

    GdalSettings m_settings{{{"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "OFF"}, {"OGR_SQLITE_CACHE", "64"}}};
    LayerStream& m_stream;
    QString m_crs;
    std::stop_token m_stop;
    const std::function<void(qint64, qint64)>& m_progress;
    std::unique_ptr<OGRCoordinateTransformation> m_transform;
    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_target = nullptr;
    QString m_path;
    PreparedLayer m_layer;
    LayerThinning m_thinning;
    std::vector<Level> m_levels;
    bool m_seen[3] = {false, false, false};
};

} // namespace

Result<PreparedLayer> writePreparedLayer(LayerStream& stream, const QString& crs, const QString& path, const QString& source,
                                         std::stop_token stop, const std::function<void(qint64, qint64)>& progress)
{
    return LayerWriter(stream, crs, std::move(stop), progress).write(path, source);
}

} // namespace hk::exchange
