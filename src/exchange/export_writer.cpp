#include "exchange/export_writer.h"

#include "core/incident_draft.h"
#include "core/local_time.h"
#include "exchange/csv.h"
#include "exchange/gdal_support.h"
#include "geo/transform.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimeZone>

#include <cmath>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

constexpr int degreeDigits = 8; // a millimetre, so that what is read again lies where it lay
constexpr int metreDigits = 3;

QString isoLocal(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(stockholm()).toString(Qt::ISODate) : QString();
}

struct Column {
    QString name;
    OGRFieldType type;
    std::function<QString(const Incident&)> text;
};

/// The columns of every export, named as the fields of an import, so that a file written can be read again.
std::vector<Column> exportColumns(const CategoryList& categories)
{
    return {
        {QStringLiteral("id"), OFTString, [](const Incident& i) { return i.id.toString(QUuid::WithoutBraces); }},
        {field::externalId, OFTString, [](const Incident& i) { return i.externalId; }},
        {field::category, OFTString, [](const Incident& i) { return i.category; }},
        {QStringLiteral("category_name"), OFTString,
         [&categories](const Incident& i) {
             const Category* category = categories.find(i.category);
             return category ? category->nameSv : QString();
         }},
        {field::from, OFTString, [](const Incident& i) { return isoLocal(i.occurredFrom); }},
        {field::to, OFTString, [](const Incident& i) { return isoLocal(i.occurredTo); }},
        {field::precision, OFTString, [](const Incident& i) { return toName(i.precision); }},
        {field::radius, OFTReal, [](const Incident& i) { return QString::number(i.radius, 'g', 12); }},
        {field::place, OFTString, [](const Incident& i) { return i.placeName; }},
        {field::surroundings, OFTString, [](const Incident& i) { return toName(i.surroundings); }},
        {field::organisation, OFTString, [](const Incident& i) { return i.organisation; }},
        {field::severity, OFTInteger, [](const Incident& i) { return QString::number(i.severity); }},
        {field::persons, OFTInteger,
         [](const Incident& i) { return i.persons ? QString::number(*i.persons) : QString(); }},
        {field::reportedToPolice, OFTString, [](const Incident& i) { return toName(i.reportedToPolice); }},
        {field::description, OFTString, [](const Incident& i) { return i.description; }},
        {field::status, OFTString, [](const Incident& i) { return toName(i.status); }},
        {field::confidentiality, OFTString, [](const Incident& i) { return toName(i.confidentiality); }},
        {field::disposalDate, OFTString,
         [](const Incident& i) { return i.disposalDate.isValid() ? i.disposalDate.toString(Qt::ISODate) : QString(); }},
    };
}

Result<qint64> writeCsv(const QString& path, const std::function<const Incident*()>& next,
                        const std::vector<Column>& columns)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    QByteArray line;
    for (const Column& column : columns)
        line += column.name.toUtf8() + ',';
    file.write(line + "lon,lat,easting,northing\n");
    const geo::Sweref99Transform transform;
    qint64 count = 0;
    while (const Incident* incident = next()) {
        line.clear();
        for (const Column& column : columns)
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

/// The file as GDAL makes it, in memory: its text drivers do not notice a full disk.
class MemoryFile {
public:
    explicit MemoryFile(const QString& suffix)
        : m_path(QStringLiteral("/vsimem/%1/incidents.%2")
                     .arg(QUuid::createUuid().toString(QUuid::WithoutBraces), suffix)
                     .toUtf8())
    {
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { VSIUnlink(m_path.constData()); }
    const char* path() const { return m_path.constData(); }

    Result<void> copyTo(const QString& path) const
    {
        vsi_l_offset size = 0;
        const GByte* bytes = VSIGetMemFileBuffer(m_path.constData(), &size, FALSE);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
        const auto length = static_cast<qint64>(size);
        if (!bytes || file.write(reinterpret_cast<const char*>(bytes), length) != length || !file.commit())
            return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
        return {};
    }

private:
    QByteArray m_path;
};

/// Fills the dataset's layer of incidents and, where the format wants it, the layer of their areas.
class LayerWriter {
public:
    LayerWriter(GDALDataset& dataset, const Format& format, const std::vector<Column>& columns)
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
        for (const Column& column : m_columns)
            if (!addField(column.name.toUtf8().constData(), column.type))
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
    const std::vector<Column>& m_columns;
    OGRSpatialReference m_reference;
    geo::Sweref99Transform m_transform;
    OGRLayer* m_layer = nullptr;
    OGRLayer* m_areas = nullptr;
    std::vector<int> m_fields;
};

Result<qint64> writeByOgr(const QString& path, const Format& format, const std::function<const Incident*()>& next,
                          const std::vector<Column>& columns)
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
                              const CategoryList& categories)
{
    const std::vector<Column> columns = exportColumns(categories);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return writeCsv(path, next, columns);
    for (const Format& format : formats)
        if (suffix == QLatin1String(format.suffix))
            return writeByOgr(path, format, next, columns);
    return fail(ErrorCode::FormatNotSupported, {path}, {suffix});
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
