#include "exchange/export_writer.h"
#include "exchange/import_reader.h"
#include "exchange_support.h"
#include "support/small_disk.h"

#include <algorithm>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gdal_priv.h>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

Incident someIncident()
{
    Incident incident;
    incident.id = QUuid::fromString(u("11111111-2222-4333-8444-555555555555"));
    incident.category = u("T1");
    incident.occurredFrom = QDateTime(QDate(2024, 7, 1), QTime(16, 30), Qt::UTC);
    incident.occurredTo = incident.occurredFrom.addSecs(3600);
    incident.position = {321991.1, 6394262.8};
    incident.precision = Precision::Street;
    incident.radius = 50;
    incident.placeName = u("Brogatan, \"hörnet\"");
    incident.organisation = u("Västtrafik");
    incident.externalId = u("A-1");
    incident.severity = 2;
    incident.persons = 3;
    incident.description = u("Rad ett\nrad två");
    return incident;
}

Result<qint64> writeOne(const QString& path, const Incident& incident)
{
    bool given = false;
    return writeIncidents(
        path, [&]() -> const Incident* { return std::exchange(given, true) ? nullptr : &incident; }, CategoryList::standard());
}

} // namespace

TEST_CASE("what is exported can be imported again and is the same")
{
    const Files files;
    const Incident incident = someIncident();
    for (const char* name : {"o.csv", "o.geojson", "o.gpkg", "o.xlsx"}) {
        INFO(name);
        const QString path = files.path(u(name));
        REQUIRE(writeOne(path, incident).value() == 1);
        Result<ImportReader> reader = ImportReader::open(path);
        REQUIRE(reader.has_value());
        std::vector<ImportRow> rows;
        REQUIRE(reader->forEach(reader->completed({}), CategoryList::standard(), [&](const ImportRow& row) {
                          rows.push_back(row);
                          return true;
                      }).has_value());
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].faults.empty());
        const IncidentDraft& draft = rows[0].draft;
        CHECK(draft.category == incident.category);
        CHECK(draft.occurredFrom.toUTC() == incident.occurredFrom);
        CHECK(draft.occurredTo.toUTC() == incident.occurredTo);
        CHECK(draft.placeName == incident.placeName);
        CHECK(draft.organisation == incident.organisation);
        CHECK(draft.externalId == incident.externalId);
        CHECK(draft.severity == incident.severity);
        CHECK(draft.persons == incident.persons);
        CHECK(draft.precision == incident.precision);
        CHECK(draft.description == incident.description);
        REQUIRE(draft.position.has_value());
        CHECK_THAT(draft.position->easting, WithinAbs(incident.position.easting, 0.15));
        CHECK_THAT(draft.position->northing, WithinAbs(incident.position.northing, 0.15));
    }
}

TEST_CASE("no field is lost on the way out and in again, in any format")
{
    const Files files;
    Incident incident = someIncident();
    incident.radius = 77.25;
    incident.position = {322123.456, 6394279.123};
    incident.surroundings = Surroundings::Outdoor;
    incident.reportedToPolice = PoliceReport::Yes;
    incident.status = IncidentStatus::InProgress;
    incident.confidentiality = Confidentiality::Partner;
    incident.disposalDate = QDate(2031, 5, 6);
    for (const char* name : {"o.csv", "o.geojson", "o.gpkg", "o.xlsx", "o.kml"}) {
        INFO(name);
        const QString path = files.path(u(name));
        REQUIRE(writeOne(path, incident).value() == 1);
        Result<ImportReader> reader = ImportReader::open(path);
        REQUIRE(reader.has_value());
        IncidentDraft draft;
        REQUIRE(reader->forEach(reader->completed({}), CategoryList::standard(), [&](const ImportRow& row) {
                          CHECK(row.faults.empty());
                          draft = row.draft;
                          return true;
                      }).has_value());
        const ValidationResult read = validate(draft, CategoryList::standard(), QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC));
        REQUIRE(read.has_value());
        Incident expected = incident;
        expected.id = read->id;
        expected.sourceType = read->sourceType;
        CHECK(std::abs(read->position.easting - incident.position.easting) < 0.002);
        CHECK(std::abs(read->position.northing - incident.position.northing) < 0.002);
        expected.position = read->position;
        CHECK((*read == expected));
    }
}

TEST_CASE("the polygon of an area goes out and comes in again where the format has shapes")
{
    const Files files;
    Incident incident = someIncident();
    incident.precision = Precision::Area;
    incident.area = {{321900, 6394200}, {322100, 6394200}, {322100, 6394350}, {321900, 6394350}};
    for (const char* name : {"a.geojson", "a.kml", "a.gpkg"}) {
        INFO(name);
        const QString path = files.path(u(name));
        REQUIRE(writeOne(path, incident).value() == 1);
        Result<ImportReader> reader = ImportReader::open(path);
        REQUIRE(reader.has_value());
        int rows = 0;
        REQUIRE(reader->forEach(reader->completed({}), CategoryList::standard(), [&](const ImportRow& row) {
                          ++rows;
                          CHECK(row.draft.precision == Precision::Area);
                          CHECK(row.draft.area.size() == 4);
                          for (const Sweref99& vertex : row.draft.area) {
                              CHECK(std::abs(vertex.easting - 322000) < 100.01);
                              CHECK(std::abs(vertex.northing - 6394275) < 75.01);
                          }
                          return true;
                      }).has_value());
        CHECK(rows == 1);
    }
}

TEST_CASE("a file that was there is replaced whole, and an unknown ending is refused")
{
    const Files files;
    const QString path = files.write(u("o.geojson"), "old");
    REQUIRE(writeOne(path, someIncident()).has_value());
    CHECK(QJsonDocument::fromJson(Files::read(path)).isObject());
    CHECK(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
    CHECK(writeOne(files.path(u("o.doc")), someIncident()).error().code == ErrorCode::FormatNotSupported);
    CHECK(writeOne(u("/proc/none/o.csv"), someIncident()).error().code == ErrorCode::FileNotWritable);
    CHECK(writeOne(u("/proc/none/o.gpkg"), someIncident()).error().code == ErrorCode::FileNotWritable);
}

TEST_CASE("a density GeoTIFF is north up, where the grid is, in its unit")
{
    const Files files;
    analysis::Grid grid;
    grid.spec = {321000.0, 6394000.0, 25.0, 3, 2};
    grid.values = {1, 2, 3, 4, 5, 6}; // the first three are the southern row
    const QString path = files.path(u("d.tif"));
    REQUIRE(writeDensity(path, grid, u("EPSG:3006"), {{u("BANDWIDTH_M"), u("150")}}).has_value());
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    REQUIRE(dataset);
    CHECK(dataset->GetRasterXSize() == 3);
    CHECK(dataset->GetRasterYSize() == 2);
    double transform[6];
    dataset->GetGeoTransform(transform);
    CHECK(transform[0] == 321000.0);
    CHECK(transform[3] == 6394050.0);
    CHECK(transform[5] == -25.0);
    GDALRasterBand* band = dataset->GetRasterBand(1);
    CHECK(band->GetRasterDataType() == GDT_Float64);
    CHECK(QString::fromUtf8(band->GetUnitType()) == u("1/km2"));
    double values[6];
    REQUIRE(band->RasterIO(GF_Read, 0, 0, 3, 2, values, 3, 2, GDT_Float64, 0, 0) == CE_None);
    CHECK(values[0] == 4.0); // north-west
    CHECK(values[5] == 3.0); // south-east
    CHECK(QString::fromUtf8(dataset->GetSpatialRef()->GetAuthorityCode(nullptr)) == u("3006"));
}

TEST_CASE("a grid that is no density says its own name and unit, by either writer")
{
    GDALAllRegister();
    const Files files;
    analysis::Grid grid;
    grid.spec = {321000.0, 6394000.0, 50.0, 2, 1};
    grid.values = {-1.5, 2.5};
    OGRSpatialReference reference;
    reference.importFromEPSG(3006);
    char* wkt = nullptr;
    reference.exportToWkt(&wkt);
    const QStringList systems{u("EPSG:3006"), u(wkt)}; // no EPSG code by name: GDAL's writer
    CPLFree(wkt);
    for (const QString& crs : systems) {
        const QString path = files.path(u("z%1.tif").arg(systems.indexOf(crs)));
        REQUIRE(writeDensity(path, grid, crs, {{u("TITLE"), u("Gi*")}, {u("UNIT"), QStringLiteral("z-värde")}}).has_value());
        const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
        REQUIRE(dataset);
        GDALRasterBand* band = dataset->GetRasterBand(1);
        CHECK(QString::fromUtf8(band->GetDescription()) == u("Gi*"));
        CHECK(QString::fromUtf8(band->GetUnitType()) == QStringLiteral("z-värde"));
        CHECK(QString::fromUtf8(band->GetMetadataItem("UNIT")) == QStringLiteral("z-värde"));
    }
}

TEST_CASE("a density written without GDAL is to a reader what GDAL would have written")
{
    const Files files;
    analysis::Grid grid;
    grid.spec = {321000.0, 6394000.0, 12.5, 700, 311}; // several strips, the last of them shorter
    for (int i = 0; i < 700 * 311; ++i)
        grid.values.push_back(0.1 * i);
    const QMap<QString, QString> metadata{{u("BANDWIDTH_M"), u("150")}, {u("NOTE"), u("5 < 6 & \"ö\"")}};
    const int epsg = GENERATE(3006, 3007, 3018);
    const QString plain = files.path(u("plain.tif"));
    const QString byGdal = files.path(u("gdal.tif"));
    REQUIRE(writeDensity(plain, grid, u("EPSG:%1").arg(epsg), metadata).has_value());
    OGRSpatialReference reference;
    reference.importFromEPSG(epsg);
    char* wkt = nullptr;
    reference.exportToWkt(&wkt);
    REQUIRE(writeDensity(byGdal, grid, u(wkt), metadata).has_value()); // no EPSG code by name: GDAL's writer
    CPLFree(wkt);
    const auto open = [](const QString& path) {
        return GDALDatasetUniquePtr(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
    };
    const GDALDatasetUniquePtr a = open(plain);
    const GDALDatasetUniquePtr b = open(byGdal);
    REQUIRE((a && b));
    CHECK(a->GetSpatialRef()->IsSame(b->GetSpatialRef()));
    CHECK(a->GetSpatialRef()->GetDataAxisToSRSAxisMapping() == b->GetSpatialRef()->GetDataAxisToSRSAxisMapping());
    double transformA[6];
    double transformB[6];
    REQUIRE(a->GetGeoTransform(transformA) == CE_None);
    REQUIRE(b->GetGeoTransform(transformB) == CE_None);
    CHECK(std::equal(transformA, transformA + 6, transformB));
    CHECK(QString::fromUtf8(a->GetMetadataItem("AREA_OR_POINT")) == QString::fromUtf8(b->GetMetadataItem("AREA_OR_POINT")));
    GDALRasterBand* bandA = a->GetRasterBand(1);
    GDALRasterBand* bandB = b->GetRasterBand(1);
    CHECK(QString::fromUtf8(bandA->GetDescription()) == u("density"));
    CHECK(QString::fromUtf8(bandA->GetDescription()) == QString::fromUtf8(bandB->GetDescription()));
    CHECK(QString::fromUtf8(bandA->GetUnitType()) == QString::fromUtf8(bandB->GetUnitType()));
    const auto items = [](GDALRasterBand* band) {
        QStringList list;
        for (char** item = band->GetMetadata(); item && *item; ++item)
            list.append(QString::fromUtf8(*item));
        list.sort();
        return list;
    };
    CHECK(items(bandA) == items(bandB));
    CHECK(items(bandA).contains(u("NOTE=5 < 6 & \"ö\"")));
    int hasNoData = 1;
    bandA->GetNoDataValue(&hasNoData);
    CHECK(hasNoData == 0);
    const auto values = [](GDALRasterBand* band) {
        std::vector<double> read(700 * 311);
        REQUIRE(band->RasterIO(GF_Read, 0, 0, 700, 311, read.data(), 700, 311, GDT_Float64, 0, 0) == CE_None);
        return read;
    };
    CHECK((values(bandA) == values(bandB)));
    CHECK(values(bandA).front() == grid.at(0, 310));
}

TEST_CASE("hotspots are GeoJSON polygons in WGS 84 with rank and counts")
{
    const Files files;
    analysis::Hotspot hotspot;
    hotspot.rank = 1;
    hotspot.polygon.outer = {{321900, 6394200}, {322000, 6394200}, {322000, 6394300}, {321900, 6394300}};
    hotspot.incidents = 12;
    hotspot.areaKm2 = 0.01;
    hotspot.density = 1200;
    const QString path = files.path(u("h.geojson"));
    REQUIRE(writeHotspots(path, {hotspot}, {u("Mölndals bro")}, CategoryList::standard()).has_value());
    const QJsonObject feature = QJsonDocument::fromJson(Files::read(path)).object().value(u("features")).toArray().at(0).toObject();
    CHECK(feature.value(u("properties")).toObject().value(u("rank")).toInt() == 1);
    CHECK(feature.value(u("properties")).toObject().value(u("incidents")).toInt() == 12);
    CHECK(feature.value(u("properties")).toObject().value(u("name")).toString() == u("Mölndals bro"));
    const QJsonArray ring = feature.value(u("geometry")).toObject().value(u("coordinates")).toArray().at(0).toArray();
    CHECK(ring.size() == 5);
    CHECK(ring.first() == ring.last());
    CHECK_THAT(ring.at(0).toArray().at(0).toDouble(), WithinAbs(12.015, 0.005));
    CHECK_THAT(ring.at(0).toArray().at(1).toDouble(), WithinAbs(57.655, 0.005));
}

#ifdef Q_OS_UNIX
TEST_CASE("an export that finds no room on the disk says so and leaves the file that was there")
{
    const Files files;
    Incident incident = someIncident();
    for (const char* name : {"f.csv", "f.geojson", "f.gpkg", "f.xlsx", "f.kml"}) {
        INFO(name);
        const QString path = files.write(u(name), "before");
        int left = 2000;
        Result<qint64> written = 0;
        {
            const SmallDisk disk(50'000);
            written = writeIncidents(
                path,
                [&]() -> const Incident* {
                    incident.description = QString::number(left * 7919 % 1'000'003) + QUuid::createUuid().toString();
                    return left-- > 0 ? &incident : nullptr;
                },
                CategoryList::standard());
        }
        REQUIRE(!written.has_value());
        CHECK(written.error().code == ErrorCode::DiskFull);
        CHECK(Files::read(path) == "before");
    }
    CHECK(QDir(QFileInfo(files.path(u("f.csv"))).absolutePath())
              .entryList(QDir::Files | QDir::Hidden)
              .size() == 5);
}
#endif
