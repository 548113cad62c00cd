#include "exchange/export_writer.h"

#include "core/incident_draft.h"
#include "core/local_time.h"
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
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

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
        {field::radius, OFTReal, [](const Incident& i) { return QString::number(i.radius); }},
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
    };
}

QByteArray quoted(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r')) {
        bytes.replace("\"", "\"\"");
        return '"' + bytes + '"';
    }
    return bytes;
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
            line += quoted(column.text(*incident)) + ',';
        const LonLat at = transform.toLonLat(incident->position);
        line += QByteArray::number(at.lon, 'f', 6) + ',' + QByteArray::number(at.lat, 'f', 6) + ','
                + QByteArray::number(incident->position.easting, 'f', 1) + ','
                + QByteArray::number(incident->position.northing, 'f', 1) + '\n';
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
};
constexpr Format formats[] = {
    {"geojson", "GeoJSON", true, true}, {"json", "GeoJSON", true, true}, {"gpkg", "GPKG", false, true},
    {"kml", "KML", true, true},         {"xlsx", "XLSX", true, false},
};

Result<qint64> fillLayer(OGRLayer& layer, const Format& format, const std::function<const Incident*()>& next,
                         const std::vector<Column>& columns, const QString& path)
{
    for (const Column& column : columns) {
        OGRFieldDefn definition(column.name.toUtf8().constData(), column.type);
        layer.CreateField(&definition);
    }
    if (!format.geometry)
        for (const char* name : {"lon", "lat", "easting", "northing"}) {
            OGRFieldDefn definition(name, OFTReal);
            layer.CreateField(&definition);
        }
    const geo::Sweref99Transform transform;
    qint64 count = 0;
    while (const Incident* incident = next()) {
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
        int index = 0;
        for (const Column& column : columns) {
            const QString text = column.text(*incident);
            if (!text.isEmpty())
                feature->SetField(index, text.toUtf8().constData());
            ++index;
        }
        const LonLat at = transform.toLonLat(incident->position);
        if (format.geometry) {
            OGRPoint point = format.geographic ? OGRPoint(at.lon, at.lat)
                                               : OGRPoint(incident->position.easting, incident->position.northing);
            feature->SetGeometry(&point);
        } else {
            feature->SetField(index++, at.lon);
            feature->SetField(index++, at.lat);
            feature->SetField(index++, incident->position.easting);
            feature->SetField(index++, incident->position.northing);
        }
        if (layer.CreateFeature(feature.get()) != OGRERR_NONE)
            return fail(ErrorCode::DiskFull, {path}, {}, lastGdalMessage());
        ++count;
    }
    return count;
}

Result<qint64> writeByOgr(const QString& path, const Format& format, const std::function<const Incident*()>& next,
                          const std::vector<Column>& columns)
{
    prepareGdal();
    const QFileInfo target(path);
    const QString part = target.absolutePath() + QStringLiteral("/.") + target.completeBaseName()
                         + QStringLiteral(".part.") + target.suffix();
    QFile::remove(part);
    CPLErrorReset();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    if (!driver)
        return fail(ErrorCode::FormatNotSupported, {path}, {target.suffix()});
    GDALDatasetUniquePtr dataset(driver->Create(part.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset)
        return fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage());
    OGRSpatialReference reference;
    reference.importFromEPSG(format.geographic ? 4326 : 3006);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    if (QLatin1String(format.driver) == QLatin1String("GeoJSON")) {
        options.SetNameValue("RFC7946", "YES");
        options.SetNameValue("COORDINATE_PRECISION", "6");
    }
    OGRLayer* layer = dataset->CreateLayer("incidents", format.geometry ? &reference : nullptr,
                                           format.geometry ? wkbPoint : wkbNone, options.List());
    Result<qint64> count = layer ? fillLayer(*layer, format, next, columns, path)
                                 : Result<qint64>(fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage()));
    CPLErrorReset();
    dataset.reset(); // writes what is left
    if (count && CPLGetLastErrorType() >= CE_Failure)
        count = fail(ErrorCode::DiskFull, {path}, {}, lastGdalMessage());
    if (count && ((QFile::exists(path) && !QFile::remove(path)) || !QFile::rename(part, path)))
        count = fail(ErrorCode::FileNotWritable, {path});
    if (!count)
        QFile::remove(part);
    return count;
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
                           const CategoryList& categories)
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
