#include "exchange/export_writer.h"

#include "exchange/csv.h"
#include "exchange/gdal_support.h"
#include "exchange/memory_file.h"
#include "geo/transform.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

constexpr int degreeDigits = 8; // a millimetre, so that what is read again lies where it lay
constexpr int metreDigits = 3;

Result<qint64> writeCsv(const QString& path, const std::function<const Incident*()>& next,
                        const std::vector<ExportColumn>& columns, const std::stop_token& stop)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    QByteArray line;
    for (const ExportColumn& column : columns)
        line += column.name.toUtf8() + ',';
    file.write(line + "lon,lat,easting,northing\n");
    const geo::Sweref99Transform transform;
    qint64 count = 0;
    while (const Incident* incident = next()) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        line.clear();
        for (const ExportColumn& column : columns)
            line += csvField(column.text(*incident)) + ',';
        const LonLat at = transform.toLonLat(incident->position);
        line += QByteArray::number(at.lon, 'f', degreeDigits) + ',' + QByteArray::number(at.lat, 'f', degreeDigits) + ','
                + QByteArray::number(incident->position.easting, 'f', metreDigits) + ','
                + QByteArray::number(incident->position.northing, 'f', metreDigits) + '\n';
        file.write(line);
        ++count;
    }
    if (!file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return count;
}

struct Format {
    const char* suffix;
    const char* driver;
    bool geographic;
    bool geometry;
    bool polygons; ///< areas in the layer itself; a GeoPackage has them in a layer of their own, as an incident file does
};
constexpr Format formats[] = {
    {"geojson", "GeoJSON", true, true, true}, {"json", "GeoJSON", true, true, true}, {"gpkg", "GPKG", false, true, false},
    {"kml", "KML", true, true, true},         {"xlsx", "XLSX", true, false, false},
};

OGRFieldType typeOf(ExportColumn::Form form)
{
    switch (form) {
    case ExportColumn::Form::Whole:
        return OFTInteger;
    case ExportColumn::Form::Real:
        return OFTReal;
    case ExportColumn::Form::Text:
        break;
    }
    return OFTString;
}

std::unique_ptr<OGRPolygon> polygonOf(const SwerefRing& area, bool geographic, const geo::Sweref99Transform& transform)
{
    auto polygon = std::make_unique<OGRPolygon>();
    auto ring = std::make_unique<OGRLinearRing>();
    for (const Sweref99& vertex : area) {
        const LonLat at = transform.toLonLat(vertex);
        ring->addPoint(geographic ? at.lon : vertex.easting, geographic ? at.lat : vertex.northing);
    }
    ring->closeRings();
    polygon->addRingDirectly(ring.release());
    polygon->setCoordinateDimension(2);
    return polygon;
}

/// Fills the dataset's layer of incidents and, where the format wants it, the layer of their areas.
class LayerWriter {
public:
    LayerWriter(GDALDataset& dataset, const Format& format, const std::vector<ExportColumn>& columns)
        : m_dataset(dataset)
        , m_format(format)
        , m_columns(columns)
    {
        m_reference.importFromEPSG(format.geographic ? 4326 : 3006);
        m_reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    }

    bool begin()
    {
        CPLStringList options;
        if (QLatin1String(m_format.driver) == QLatin1String("GeoJSON")) {
            options.SetNameValue("RFC7946", "YES");
            options.SetNameValue("COORDINATE_PRECISION", QByteArray::number(degreeDigits).constData());
        }
        const OGRwkbGeometryType point = m_format.polygons ? wkbUnknown : wkbPoint;
        m_layer = m_dataset.CreateLayer("incidents", m_format.geometry ? &m_reference : nullptr,
                                        m_format.geometry ? point : wkbNone, options.List());
        if (!m_layer)
            return false;
        for (const ExportColumn& column : m_columns)
            if (!addField(column.name.toUtf8().constData(), typeOf(column.form)))
                return false;
        if (!m_format.geometry)
            for (const char* name : {"lon", "lat", "easting", "northing"})
                if (!addField(name, OFTReal))
                    return false;
        return true;
    }

    bool write(const Incident& incident)
    {
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_layer->GetLayerDefn()));
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (const QString text = m_columns[i].text(incident); !text.isEmpty())
                feature->SetField(m_fields[i], text.toUtf8().constData());
        const LonLat at = m_transform.toLonLat(incident.position);
        if (!m_format.geometry) {
            const double values[] = {at.lon, at.lat, incident.position.easting, incident.position.northing};
            for (std::size_t i = 0; i < std::size(values); ++i)
                feature->SetField(m_fields[m_columns.size() + i], values[i]);
        } else if (m_format.polygons && !incident.area.empty()) {
            feature->SetGeometryDirectly(polygonOf(incident.area, m_format.geographic, m_transform).release());
        } else {
            const OGRPoint point = m_format.geographic
                                       ? OGRPoint(at.lon, at.lat)
                                       : OGRPoint(incident.position.easting, incident.position.northing);
            feature->SetGeometry(&point);
        }
        return m_layer->CreateFeature(feature.get()) == OGRERR_NONE
               && (!m_format.geometry || m_format.polygons || incident.area.empty() || writeArea(incident));
    }

private:
    /// Some drivers have fields of their own, so that a field does not lie where it was added.
    bool addField(const char* name, OGRFieldType type)
    {
        OGRFieldDefn definition(name, type);
        if (m_layer->CreateField(&definition) != OGRERR_NONE)
            return false;
        m_fields.push_back(m_layer->GetLayerDefn()->GetFieldIndex(name));
        return m_fields.back() >= 0;
    }

    bool writeArea(const Incident& incident)
    {
        if (!m_areas) {
            m_areas = m_dataset.CreateLayer("incident_areas", &m_reference, wkbPolygon, nullptr);
            OGRFieldDefn definition("incident", OFTString);
            if (!m_areas || m_areas->CreateField(&definition) != OGRERR_NONE)
                return false;
        }
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_areas->GetLayerDefn()));
        feature->SetField(0, incident.id.toByteArray(QUuid::WithoutBraces).constData());
        feature->SetGeometryDirectly(polygonOf(incident.area, m_format.geographic, m_transform).release());
        return m_areas->CreateFeature(feature.get()) == OGRERR_NONE;
    }

    GDALDataset& m_dataset;
    const Format& m_format;
    const std::vector<ExportColumn>& m_columns;
    OGRSpatialReference m_reference;
    geo::Sweref99Transform m_transform;
    OGRLayer* m_layer = nullptr;
    OGRLayer* m_areas = nullptr;
    std::vector<int> m_fields;
};

Result<qint64> writeByOgr(const QString& path, const Format& format, const std::function<const Incident*()>& next,
                          const std::vector<ExportColumn>& columns, const std::stop_token& stop)
{
    prepareGdal();
    CPLErrorReset();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (!driver)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()});
    const MemoryFile made(QLatin1String(format.suffix));
    GDALDatasetUniquePtr dataset(driver->Create(made.path(), 0, 0, 0, GDT_Unknown, nullptr));
    const auto failed = [&] { return fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage()); };
    if (!dataset)
        return failed();
    LayerWriter writer(*dataset, format, columns);
    if (!writer.begin())
        return failed();
    qint64 count = 0;
    while (const Incident* incident = next()) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (!writer.write(*incident))
            return failed();
        ++count;
    }
    CPLErrorReset();
    dataset.reset(); // writes what is left
    if (CPLGetLastErrorType() >= CE_Failure)
        return failed();
    return made.copyTo(path).map([&] { return count; });
}

QJsonArray ringJson(const analysis::Ring& ring, const geo::Sweref99Transform& transform)
{
    QJsonArray json;
    const auto vertex = [&](const analysis::Point& p) {
        const LonLat at = transform.toLonLat(Sweref99{p.x, p.y});
        return QJsonArray{std::round(at.lon * 1e7) / 1e7, std::round(at.lat * 1e7) / 1e7};
    };
    for (const analysis::Point& p : ring)
        json.append(vertex(p));
    if (!ring.empty())
        json.append(vertex(ring.front()));
    return json;
}

} // namespace

Result<qint64> writeIncidents(const QString& path, const std::function<const Incident*()>& next,
                              const CategoryList& categories, const QStringList& fields, const std::stop_token& stop)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QStringList written = fields;
    const auto format = std::find_if(std::begin(formats), std::end(formats),
                                     [&](const Format& f) { return suffix == QLatin1String(f.suffix); });
    if (format != std::end(formats) && format->geometry)
        written.removeAll(areaShapeField);
    const std::vector<ExportColumn> columns = exportColumns(written, categories);
    if (suffix == QLatin1String("csv"))
        return writeCsv(path, next, columns, stop);
    if (format == std::end(formats))
        return fail(ErrorCode::FormatNotSupported, {path}, {suffix});
    return writeByOgr(path, *format, next, columns, stop);
}

Result<void> writeHotspots(const QString& path, const std::vector<analysis::Hotspot>& hotspots, const QStringList& names,
                           const CategoryList& categories, const HotspotExtras& extras)
{
    const geo::Sweref99Transform transform;
    QJsonArray features;
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        const analysis::Hotspot& hotspot = hotspots[i];
        QJsonArray rings{ringJson(hotspot.polygon.outer, transform)};
        for (const analysis::Ring& hole : hotspot.polygon.holes)
            rings.append(ringJson(hole, transform));
        QJsonArray leading;
        for (const auto& [index, count] : hotspot.leadingCategories)
            leading.append(QJsonObject{
                {QStringLiteral("category"),
                 index < categories.all().size() ? categories.all()[index].code : QStringLiteral("?")},
                {QStringLiteral("incidents"), static_cast<qint64>(count)}});
        QJsonObject properties{
            {QStringLiteral("rank"), hotspot.rank},
            {QStringLiteral("name"), names.value(static_cast<qsizetype>(i))},
            {QStringLiteral("incidents"), static_cast<qint64>(hotspot.incidents)},
            {QStringLiteral("area_km2"), hotspot.areaKm2},
            {QStringLiteral("density_per_km2"), hotspot.density},
            {QStringLiteral("peak_density_per_km2"), hotspot.peakDensity},
            {QStringLiteral("categories"), leading},
        };
        if (extras.excess)
            properties.insert(QStringLiteral("excess"), hotspot.excess);
        if (i < extras.certainty.size()) {
            properties.insert(QStringLiteral("certainty"), extras.certainty[i]);
            properties.insert(QStringLiteral("certainty_runs"), extras.runs);
        }
        if (hotspot.peak.any)
            properties.insert(QStringLiteral("hours"),
                              QJsonObject{{QStringLiteral("first_weekday"), hotspot.peak.firstWeekday + 1},
                                          {QStringLiteral("last_weekday"), hotspot.peak.lastWeekday + 1},
                                          {QStringLiteral("from_hour"), hotspot.peak.fromHour},
                                          {QStringLiteral("to_hour"), hotspot.peak.toHour},
                                          {QStringLiteral("share"), hotspot.peak.share}});
        features.append(QJsonObject{
            {QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("geometry"), QJsonObject{{QStringLiteral("type"), QStringLiteral("Polygon")},
                                                     {QStringLiteral("coordinates"), rings}}}});
    }
    const QJsonObject collection{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                 {QStringLiteral("name"), QStringLiteral("hotspots")},
                                 {QStringLiteral("features"), features}};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    file.write(QJsonDocument(collection).toJson());
    if (!file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

} // namespace hk::exchange
