// Files that GDAL reads, as layers.

#include "exchange/gdal_support.h"
#include "exchange/layer_stream.h"
#include "exchange/point_columns.h"
#include "exchange/source_credit.h"

#include <QFile>
#include <QFileInfo>

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr const char* vectorFormats[] = {"GeoJSON", "GeoJSONSeq", "TopoJSON", "ESRIJSON", "GPKG", "SQLite", "XLSX",
                                         "ODS", "ESRI Shapefile", "LIBKML", "KML", "GPX", "GML", "MapInfo File",
                                         "FlatGeobuf", "DXF", "OpenFileGDB", nullptr};
constexpr const char* pictureFormats[] = {"GTiff", "GPKG", "JPEG", "PNG", "JP2OpenJPEG", "HFA", "AAIGrid", "BMP", "GIF",
                                          "WEBP", "MRF", nullptr};
constexpr const char* tileFormats[] = {"MBTiles", nullptr};

LayerGeometry geometryOf(OGRwkbGeometryType type)
{
    const OGRwkbGeometryType flat = wkbFlatten(type);
    if (flat == wkbNone)
        return LayerGeometry::None;
    if (OGR_GT_IsSubClassOf(flat, wkbPoint) || flat == wkbMultiPoint)
        return LayerGeometry::Point;
    if (OGR_GT_IsCurve(flat) || OGR_GT_IsSubClassOf(flat, wkbMultiCurve))
        return LayerGeometry::Line;
    if (OGR_GT_IsSurface(flat) || OGR_GT_IsSubClassOf(flat, wkbMultiSurface))
        return LayerGeometry::Polygon;
    return LayerGeometry::Mixed;
}

LayerField::Kind kindOf(OGRFieldType type)
{
    switch (type) {
    case OFTInteger:
    case OFTInteger64: return LayerField::Kind::Integer;
    case OFTReal: return LayerField::Kind::Number;
    default: return LayerField::Kind::Text;
    }
}

/// Whether coordinates said to be degrees can be degrees.
bool canBe(const OGRSpatialReference& reference, double x, double y)
{
    return !reference.IsGeographic() || (std::abs(x) <= 360.0 && std::abs(y) <= 90.0);
}

class OgrStream : public LayerStream {
public:
    OgrStream(QString path, OGRLayer& layer)
        : m_path(std::move(path))
        , m_layer(layer)
    {
        m_info.name = QString::fromUtf8(layer.GetName());
        m_info.geometry = geometryOf(layer.GetGeomType());
        const OGRFeatureDefn* definition = layer.GetLayerDefn();
        QStringList names;
        for (int i = 0; i < definition->GetFieldCount(); ++i) {
            const OGRFieldDefn* field = definition->GetFieldDefn(i);
            names.append(QString::fromUtf8(field->GetNameRef()));
            if (field->GetType() == OFTBinary)
                continue;
            m_info.fields.push_back({names.last(), kindOf(field->GetType())});
            m_indices.push_back(i);
        }
        if (m_info.geometry != LayerGeometry::None)
            return;
        PointsRequest request;
        if (const Result<PointColumnIndices> columns = pointColumns(request, names)) {
            m_columns = *columns;
            m_info.geometry = LayerGeometry::Point;
            if (columns->geographic)
                m_info.crs = QStringLiteral("EPSG:4326");
        }
    }

    const LayerInfo& info() const override { return m_info; }

    void rewind() override
    {
        m_layer.ResetReading();
        m_number = 0;
    }

    Result<bool> next() override
    {
        CPLErrorReset();
        m_feature.reset(m_layer.GetNextFeature());
        if (m_feature) {
            ++m_number;
            takePoint();
            return true;
        }
        if (CPLGetLastErrorType() >= CE_Failure)
            return fail(ErrorCode::FileDamaged, {m_path, m_number + 1, {}}, {}, lastGdalMessage());
        return false;
    }

    const OGRGeometry* geometry() const override
    {
        if (m_columns.x >= 0)
            return m_placed ? &m_point : nullptr;
        return m_feature ? m_feature->GetGeometryRef() : nullptr;
    }

    std::optional<std::string_view> text(std::size_t field) override
    {
        const int index = m_indices[field];
        if (!m_feature->IsFieldSetAndNotNull(index))
            return std::nullopt;
        return std::string_view(m_feature->GetFieldAsString(index));
    }

    std::optional<double> number(std::size_t field) override
    {
        const int index = m_indices[field];
        if (!m_feature->IsFieldSetAndNotNull(index))
            return std::nullopt;
        return m_feature->GetFieldAsDouble(index);
    }

    /// Counts, and looks at the first thousand: what kinds of geometry there are, and where they lie.
    Result<void> survey(std::stop_token stop)
    {
        constexpr int sampled = 1000;
        std::vector<double> xs;
        std::vector<double> ys;
        std::optional<LayerGeometry> seen;
        bool complete = false;
        for (int i = 0; i < sampled && !complete; ++i) {
            const Result<bool> more = next();
            if (!more)
                return tl::unexpected(more.error());
            complete = !*more;
            const OGRGeometry* shape = complete ? nullptr : geometry();
            if (!shape || shape->IsEmpty())
                continue;
            const LayerGeometry kind = geometryOf(shape->getGeometryType());
            seen = seen && *seen != kind ? LayerGeometry::Mixed : kind;
            OGREnvelope around;
            shape->getEnvelope(&around);
            const double x = (around.MinX + around.MaxX) / 2;
            const double y = (around.MinY + around.MaxY) / 2;
            if (!std::isfinite(x) || !std::isfinite(y))
                continue;
            xs.push_back(x);
            ys.push_back(y);
        }
        const qint64 read = m_number;
        rewind();
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        m_info.count = complete ? read : m_layer.GetFeatureCount(TRUE);
        if (seen)
            m_info.geometry = *seen;
        locate(xs, ys);
        return {};
    }

private:
    void locate(std::vector<double>& xs, std::vector<double>& ys)
    {
        m_info.placed = !xs.empty();
        if (m_info.placed) {
            const auto middle = static_cast<std::ptrdiff_t>(xs.size() / 2);
            std::nth_element(xs.begin(), xs.begin() + middle, xs.end());
            std::nth_element(ys.begin(), ys.begin() + middle, ys.end());
            m_info.x = xs[static_cast<std::size_t>(middle)];
            m_info.y = ys[static_cast<std::size_t>(middle)];
        }
        if (const OGRSpatialReference* reference = m_layer.GetSpatialRef();
            reference && !reference->IsLocal() && (!m_info.placed || canBe(*reference, m_info.x, m_info.y)))
            m_info.crs = crsName(reference);
    }

    void takePoint()
    {
        if (m_columns.x < 0)
            return;
        const int x = static_cast<int>(m_columns.x);
        const int y = static_cast<int>(m_columns.y);
        m_placed = m_feature->IsFieldSetAndNotNull(x) && m_feature->IsFieldSetAndNotNull(y);
        if (!m_placed)
            return;
        m_point.setX(m_feature->GetFieldAsDouble(x));
        m_point.setY(m_feature->GetFieldAsDouble(y));
    }

    QString m_path;
    OGRLayer& m_layer;
    LayerInfo m_info;
    std::vector<int> m_indices;
    PointColumnIndices m_columns; ///< x -1: the features have geometries of their own
    OGRFeatureUniquePtr m_feature;
    OGRPoint m_point = OGRPoint(0, 0);
    bool m_placed = false;
    qint64 m_number = 0;
};

class OgrDataset : public LayerDataset {
public:
    OgrDataset(QString path, GDALDatasetUniquePtr dataset, LayerFileKind kind)
        : m_path(std::move(path))
        , m_dataset(std::move(dataset))
        , m_kind(kind)
    {
    }
    QString format() const override { return QString::fromUtf8(m_dataset->GetDriver()->GetDescription()); }
    LayerFileKind kind() const override { return m_kind; }
    bool isTable() const override
    {
        return m_dataset->GetLayerCount() > 0 && m_dataset->GetLayer(0)->GetGeomType() == wkbNone;
    }

    QString attribution() const override { return creditOf(*m_dataset); }

    QStringList layers() const override
    {
        QStringList names;
        for (int i = 0; i < m_dataset->GetLayerCount(); ++i)
            names.append(QString::fromUtf8(m_dataset->GetLayer(i)->GetName()));
        return names;
    }

    Result<std::unique_ptr<LayerStream>> stream(const QString& layer, std::stop_token stop) override
    {
        OGRLayer* chosen = nullptr;
        for (int i = 0; i < m_dataset->GetLayerCount() && !chosen; ++i)
            if (QString::fromUtf8(m_dataset->GetLayer(i)->GetName()) == layer)
                chosen = m_dataset->GetLayer(i);
        if (!chosen)
            return fail(ErrorCode::NotFound, {m_path}, {layer});
        auto stream = std::make_unique<OgrStream>(m_path, *chosen);
        if (const Result<void> surveyed = stream->survey(stop); !surveyed)
            return tl::unexpected(surveyed.error());
        return std::unique_ptr<LayerStream>(std::move(stream));
    }

private:
    QString m_path;
    GDALDatasetUniquePtr m_dataset;
    LayerFileKind m_kind;
};

GDALDatasetUniquePtr opened(const QString& path, unsigned flags, const char* const* formats)
{
    // The reader of GML leaves a description of its own beside the file, and fetches schemas, unless it is told not to.
    static constexpr const char* gmlOptions[] = {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO", nullptr};
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool gml = suffix == QLatin1String("gml") || suffix == QLatin1String("xml");
    const QString name = suffix == QLatin1String("zip") ? QStringLiteral("/vsizip/") + path : path;
    CPLErrorReset();
    return GDALDatasetUniquePtr(GDALDataset::Open(name.toUtf8().constData(), flags | GDAL_OF_READONLY, formats,
                                                  gml ? gmlOptions : nullptr, nullptr));
}

bool hasTable(GDALDataset& dataset, const char* table)
{
    const QByteArray sql = QByteArrayLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '") + table + "'";
    OGRLayer* answer = dataset.ExecuteSQL(sql.constData(), nullptr, "SQLITE");
    if (!answer)
        return false;
    const OGRFeatureUniquePtr row(answer->GetNextFeature());
    const bool found = row != nullptr;
    dataset.ReleaseResultSet(answer);
    return found;
}

bool isGeoPackage(GDALDataset& dataset)
{
    return EQUAL(dataset.GetDriver()->GetDescription(), "GPKG");
}

bool isMapInfo(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16).trimmed().toLower().startsWith("!table");
}

} // namespace

Result<std::unique_ptr<LayerDataset>> openLayerDataset(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isReadable() || (info.isDir() && info.suffix().toLower() != QLatin1String("gdb")))
        return fail(ErrorCode::FileNotReadable, {path});
    if (isTextTable(path) && !isMapInfo(path))
        return openTableDataset(path);
    prepareGdal();
    const auto wrap = [&](GDALDatasetUniquePtr dataset, LayerFileKind kind) {
        return std::unique_ptr<LayerDataset>(std::make_unique<OgrDataset>(path, std::move(dataset), kind));
    };
    if (info.suffix().toLower() == QLatin1String("mbtiles")) {
        if (GDALDatasetUniquePtr tiles = opened(path, GDAL_OF_VECTOR, tileFormats); tiles && tiles->GetLayerCount() > 0)
            return wrap(std::move(tiles), LayerFileKind::VectorTiles);
        if (GDALDatasetUniquePtr tiles = opened(path, GDAL_OF_RASTER, tileFormats))
            return wrap(std::move(tiles), LayerFileKind::MbTiles);
        return fail(ErrorCode::FileDamaged, {path}, {}, lastGdalMessage());
    }
    if (GDALDatasetUniquePtr dataset = opened(path, GDAL_OF_VECTOR, vectorFormats); dataset && dataset->GetLayerCount() > 0) {
        LayerFileKind kind = LayerFileKind::Vector;
        if (isGeoPackage(*dataset) && hasTable(*dataset, "hk_schema"))
            kind = LayerFileKind::Incidents;
        else if (isGeoPackage(*dataset) && hasTable(*dataset, "hk_map"))
            kind = LayerFileKind::VectorMap;
        return wrap(std::move(dataset), kind);
    }
    const QString words = lastGdalMessage();
    if (GDALDatasetUniquePtr picture = opened(path, GDAL_OF_RASTER, pictureFormats))
        return wrap(std::move(picture), LayerFileKind::Raster);
    return fail(ErrorCode::FormatNotSupported, {path}, {info.suffix()}, words);
}

} // namespace hk::exchange
