#include "exchange/ogr_source.h"

#include "exchange/gdal_support.h"

#include <QFileInfo>

#include <gdal.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <map>

namespace hk::exchange {
namespace {

constexpr const char* areasLayer = "incident_areas";

class OgrSource : public RowSource {
public:
    OgrSource(GDALDatasetUniquePtr dataset, OGRLayer* layer)
        : m_dataset(std::move(dataset))
        , m_layer(layer)
    {
        const OGRFeatureDefn* definition = m_layer->GetLayerDefn();
        for (int i = 0; i < definition->GetFieldCount(); ++i)
            m_columns.append(QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef()));
        readAreas();
    }

    QStringList columns() const override { return m_columns; }

    QStringList layers() const override
    {
        QStringList names;
        for (int i = 0; i < m_dataset->GetLayerCount(); ++i)
            names.append(QString::fromUtf8(m_dataset->GetLayer(i)->GetName()));
        return names;
    }

    bool hasGeometry() const override { return m_layer->GetGeomType() != wkbNone; }

    QString crs() const override { return crsName(m_layer->GetSpatialRef()); }

    qint64 rowCount() const override { return m_layer->GetFeatureCount(FALSE); }

    void rewind() override
    {
        m_layer->ResetReading();
        m_number = 0;
    }

    Result<bool> next(SourceRow& row) override
    {
        for (;;) {
            CPLErrorReset();
            OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
            if (!feature) {
                if (CPLGetLastErrorType() >= CE_Failure)
                    return fail(ErrorCode::FileDamaged,
                                {QString::fromUtf8(m_dataset->GetDescription()), m_number + 1, {}}, {}, lastGdalMessage());
                return false;
            }
            row.number = ++m_number;
            take(*feature, row);
            const bool blank = std::all_of(m_texts.begin(), m_texts.end(), [](const auto& text) { return text.empty(); });
            if (!blank || hasGeometry()) // the empty rows of a sheet are no rows
                return true;
        }
    }

private:
    void take(const OGRFeature& feature, SourceRow& row)
    {
        m_texts.clear();
        for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
            m_texts.push_back(textOf(feature, i));
        row.values.assign(m_texts.begin(), m_texts.end());
        row.geometry = geometryOf(feature.GetGeometryRef());
        if (row.geometry && !m_areas.empty())
            if (const auto area = m_areas.find(m_texts[static_cast<std::size_t>(m_idColumn)]); area != m_areas.end())
                row.geometry->ring = area->second;
    }

    static std::string textOf(const OGRFeature& feature, int index)
    {
        if (!feature.IsFieldSetAndNotNull(index))
            return {};
        const OGRFieldType type = feature.GetFieldDefnRef(index)->GetType();
        if (type != OFTDate && type != OFTDateTime)
            return feature.GetFieldAsString(index);
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
        float second = 0.0F;
        feature.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone);
        QString text = QStringLiteral("%1-%2-%3").arg(year, 4, 10, QLatin1Char('0')).arg(month, 2, 10, QLatin1Char('0'))
                           .arg(day, 2, 10, QLatin1Char('0'));
        if (type == OFTDateTime) {
            text += QStringLiteral(" %1:%2:%3").arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0'))
                        .arg(static_cast<int>(second), 2, 10, QLatin1Char('0'));
            if (zone == 100) {
                text += QLatin1Char('Z');
            } else if (zone > 1) { // GDAL: 100 is UTC, each step a quarter of an hour; 0 unknown, 1 local
                const int minutes = std::abs(zone - 100) * 15;
                text += QStringLiteral("%1%2:%3").arg(zone < 100 ? QLatin1Char('-') : QLatin1Char('+'))
                            .arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
            }
        }
        return text.toStdString();
    }

    static std::vector<std::pair<double, double>> verticesOf(const OGRLinearRing* ring)
    {
        std::vector<std::pair<double, double>> vertices;
        for (int i = 0; ring && i + 1 < ring->getNumPoints(); ++i)
            vertices.emplace_back(ring->getX(i), ring->getY(i));
        return vertices;
    }

    /// A collection of one is what it holds.
    static const OGRGeometry* singlePart(const OGRGeometry* geometry)
    {
        while (geometry && OGR_GT_IsSubClassOf(wkbFlatten(geometry->getGeometryType()), wkbGeometryCollection)
               && geometry->toGeometryCollection()->getNumGeometries() == 1)
            geometry = geometry->toGeometryCollection()->getGeometryRef(0);
        return geometry;
    }

    static std::optional<SourceRow::Geometry> geometryOf(const OGRGeometry* given)
    {
        const OGRGeometry* geometry = singlePart(given);
        if (!geometry || geometry->IsEmpty())
            return std::nullopt;
        SourceRow::Geometry result;
        if (wkbFlatten(geometry->getGeometryType()) == wkbPoint) {
            result.x = geometry->toPoint()->getX();
            result.y = geometry->toPoint()->getY();
            return result;
        }
        // A point inside stands for anything that is not a point.
        OGRPoint inside;
        if (wkbFlatten(geometry->getGeometryType()) == wkbPolygon) {
            const OGRPolygon* polygon = geometry->toPolygon();
            result.ring = verticesOf(polygon->getExteriorRing());
            if (polygon->PointOnSurface(&inside) != OGRERR_NONE)
                polygon->Centroid(&inside);
        } else {
            OGREnvelope around;
            geometry->getEnvelope(&around);
            result.hull = {{around.MinX, around.MinY}, {around.MinX, around.MaxY},
                           {around.MaxX, around.MinY}, {around.MaxX, around.MaxY}};
            if (geometry->Centroid(&inside) != OGRERR_NONE)
                inside = OGRPoint((around.MinX + around.MaxX) / 2, (around.MinY + around.MaxY) / 2);
        }
        if (inside.IsEmpty())
            return std::nullopt;
        result.x = inside.getX();
        result.y = inside.getY();
        return result;
    }

    /// The polygons of an incident file's second layer (and of a GeoPackage export), by the id of their incident.
    void readAreas()
    {
        OGRLayer* layer = m_dataset->GetLayerByName(areasLayer);
        m_idColumn = static_cast<int>(m_columns.indexOf(QStringLiteral("uuid")));
        if (m_idColumn < 0)
            m_idColumn = static_cast<int>(m_columns.indexOf(QStringLiteral("id")));
        if (!layer || layer == m_layer || m_idColumn < 0)
            return;
        const int incident = layer->GetLayerDefn()->GetFieldIndex("incident");
        if (incident < 0)
            return;
        for (const OGRFeatureUniquePtr& feature : *layer)
            if (const auto geometry = geometryOf(feature->GetGeometryRef()); geometry && !geometry->ring.empty())
                m_areas.emplace(feature->GetFieldAsString(incident), geometry->ring);
    }

    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_layer;
    QStringList m_columns;
    qint64 m_number = 0;
    std::vector<std::string> m_texts;
    int m_idColumn = -1;
    std::map<std::string, std::vector<std::pair<double, double>>> m_areas;
};

} // namespace

Result<std::unique_ptr<RowSource>> openOgrSource(const QString& path, const QString& layer)
{
    prepareGdal();
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isFile())
        return fail(ErrorCode::FileNotReadable, {path});
    // A day without a time of day must not become midnight.
    static constexpr const char* geoJsonOptions[] = {"DATE_AS_STRING=YES", nullptr};
    const QString suffix = info.suffix().toLower();
    const bool geoJson = suffix == QLatin1String("geojson") || suffix == QLatin1String("json");
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, fileFormats(),
                                                   geoJson ? geoJsonOptions : nullptr, nullptr));
    if (!dataset)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()}, lastGdalMessage());
    OGRLayer* chosen = nullptr;
    if (!layer.isEmpty()) {
        chosen = dataset->GetLayerByName(layer.toUtf8().constData());
        if (!chosen)
            return fail(ErrorCode::NotFound, {path}, {layer});
    } else {
        for (int i = 0; i < dataset->GetLayerCount() && !chosen; ++i)
            if (dataset->GetLayer(i)->GetFeatureCount(TRUE) > 0)
                chosen = dataset->GetLayer(i);
        if (!chosen && dataset->GetLayerCount() > 0)
            chosen = dataset->GetLayer(0);
    }
    if (!chosen)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()});
    return std::unique_ptr<RowSource>(std::make_unique<OgrSource>(std::move(dataset), chosen));
}

} // namespace hk::exchange
