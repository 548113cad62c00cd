#include "fuzz/readers.h"

#include "exchange/area_reader.h"
#include "exchange/csv.h"
#include "exchange/export_writer.h"
#include "exchange/feature_file.h"
#include "exchange/import_reader.h"
#include "exchange/layer_file.h"
#include "exchange/named_numbers.h"
#include "exchange/near_reader.h"
#include "exchange/osm_map_builder.h"
#include "exchange/osm_source.h"
#include "exchange/points_reader.h"
#include "exchange/zone_reader.h"

#include <QDir>

#include <cmath>

namespace hk::fuzz {
namespace {

const QString sweref = QStringLiteral("EPSG:3006");

QString u(const char* text)
{
    return QString::fromLatin1(text);
}

/// As the import's window and the import itself read a file.
void import(const QString& path)
{
    auto reader = exchange::ImportReader::open(path);
    if (!reader)
        return;
    (void)reader->preview(5);
    const QStringList columns = reader->columns();
    if (!columns.isEmpty())
        (void)reader->valueCounts(columns.first(), 20);
    qint64 last = 0;
    (void)reader->forEach(reader->completed({}), CategoryList::standard(), [&](const exchange::ImportRow& row) {
        promise(row.row >= last, "rows come in their order");
        promise(!row.draft.position
                    || (std::isfinite(row.draft.position->easting) && std::isfinite(row.draft.position->northing)),
                "a position is finite");
        last = row.row;
        return true;
    });
}

template <const char* ending>
void readImport(const QByteArray& bytes)
{
    const ScratchFolder folder;
    import(folder.file(u("given.") + QLatin1String(ending), bytes));
}

constexpr char csvEnding[] = "csv", geojsonEnding[] = "geojson", jsonEnding[] = "json", kmlEnding[] = "kml", gpxEnding[] = "gpx",
               xlsxEnding[] = "xlsx", gpkgEnding[] = "gpkg", dxfEnding[] = "dxf", gmlEnding[] = "gml";

void readPointTable(const QByteArray& bytes)
{
    const ScratchFolder folder;
    exchange::PointsRequest request;
    request.path = folder.file(u("points.csv"), bytes);
    for (const char* date : {"", "date"}) {
        request.dateColumn = u(date);
        const auto read = exchange::readPoints(request);
        if (!read)
            continue;
        for (const analysis::Point& point : read->points)
            promise(std::isfinite(point.x) && std::isfinite(point.y), "a point is finite");
        promise(request.dateColumn.isEmpty() || read->localMinutes.size() == read->points.size(), "each point has its time");
    }
    (void)exchange::readNearPoints(request.path);
}

void readNumbers(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(u("numbers.csv"), bytes);
    if (const auto read = exchange::readNamedNumbers(path))
        for (const double value : read->values)
            promise(std::isfinite(value), "a number is finite");
    (void)exchange::readValueMap(path);
    (void)exchange::parseNumber({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

void readAreaFile(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(u("areas.geojson"), bytes);
    if (const auto read = exchange::readNamedAreas(path)) {
        for (const exchange::NamedArea& area : read->areas)
            promise(area.attributes.size() == read->fields.size(), "each area has all attributes");
        (void)exchange::readZones(path);
    }
    if (const auto areas = exchange::readAreas(path); areas && areas->size() < 20)
        (void)exchange::withoutOverlaps(*areas);
    (void)exchange::readNearPoints(path);
}

template <const char* ending>
void readLayer(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(u("layer.") + QLatin1String(ending), bytes);
    const auto info = exchange::inspectLayerFile(path);
    if (!info)
        return;
    for (const exchange::LayerInfo& layer : info->layers) {
        promise(!layer.placed || (std::isfinite(layer.x) && std::isfinite(layer.y)), "the middle is finite");
        (void)exchange::guessCrs(layer.x, layer.y);
    }
    const auto prepared = exchange::prepareLayer({path, {}, sweref}, folder.path(u("cache")));
    promise(!prepared || (std::isfinite(prepared->minX) && std::isfinite(prepared->maxY)), "the extent is finite");
}

void readServicePage(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(bytes.trimmed().startsWith('{') ? u("page.json") : u("page.gml"), bytes);
    const QString target = folder.path(u("all.gpkg"));
    const auto once = exchange::appendFeatures(path, target, sweref);
    const auto twice = exchange::appendFeatures(path, target, sweref);
    promise(!once || !twice || *once == *twice, "the same page holds as much each time");
}

void readExtract(const QByteArray& bytes)
{
    if (qHash(bytes, 1) % 5 != 0) { // a whole map takes twenty times as long as reading the extract
        const ScratchFolder folder;
        auto source = exchange::OsmSource::open(folder.file(u("extract.osm"), bytes), {folder.path({}), false});
        exchange::OsmThing thing;
        while (source && source->next(thing, {}, {}).value_or(false)) {
        }
        return;
    }
    const ScratchFolder folder;
    exchange::OsmMapRequest request;
    request.osm = folder.file(u("extract.osm"), bytes);
    request.target = folder.path(u("map.gpkg"));
    request.now = QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
    const auto built = exchange::buildOsmMap(request);
    promise(built.has_value() == QFile::exists(request.target), "there is a whole map or none");
    promise(QDir(folder.path({})).entryList(QDir::Files | QDir::Hidden).size() == (built ? 2 : 1), "nothing else is left");
}

std::vector<QByteArray> written(const char* ending)
{
    const ScratchFolder folder;
    Incident incident;
    incident.id = QUuid(u("{8f3c1c0e-58b5-4a39-9a3c-2f7f6dd3a001}"));
    incident.category = u("S1");
    incident.occurredFrom = incident.occurredTo = QDateTime(QDate(2024, 2, 10), QTime(21, 30), Qt::UTC);
    incident.position = {322112.5, 6394286.25};
    incident.description = u("Glas på marken");
    incident.changedAt = incident.createdAt = incident.occurredFrom;
    const QString name = u("table.") + QLatin1String(ending);
    int left = 3;
    const auto next = [&]() -> const Incident* { return left-- > 0 ? &incident : nullptr; };
    if (!exchange::writeIncidents(folder.path(name), next, CategoryList::standard()))
        return {};
    return {folder.bytesOf(name)};
}

std::vector<QByteArray> sheets() { return written("xlsx"); }
std::vector<QByteArray> packages() { return written("gpkg"); }

} // namespace

std::vector<Reader> tableReaders()
{
    return {{"import-csv", readImport<csvEnding>, csvEnding},
            {"import-geojson", readImport<geojsonEnding>, geojsonEnding},
            {"import-json", readImport<jsonEnding>, jsonEnding},
            {"import-kml", readImport<kmlEnding>, kmlEnding},
            {"import-gpx", readImport<gpxEnding>, gpxEnding},
            {"import-xlsx", readImport<xlsxEnding>, xlsxEnding, sheets},
            {"import-gpkg", readImport<gpkgEnding>, gpkgEnding, packages},
            {"point-table", readPointTable, csvEnding},
            {"named-numbers", readNumbers, csvEnding},
            {"areas", readAreaFile, geojsonEnding},
            {"layer-geojson", readLayer<geojsonEnding>, geojsonEnding},
            {"layer-dxf", readLayer<dxfEnding>, dxfEnding},
            {"layer-gml", readLayer<gmlEnding>, gmlEnding},
            {"service-page", readServicePage},
            {"osm-extract", readExtract, "osm"}};
}

} // namespace hk::fuzz
