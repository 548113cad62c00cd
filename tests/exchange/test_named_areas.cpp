#include "exchange/near_reader.h"
#include "exchange/named_numbers.h"
#include "exchange/zone_reader.h"
#include "exchange_support.h"

#include <QFileInfo>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

QByteArray feature(const QByteArray& properties, const QByteArray& geometry)
{
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

QByteArray square(int x, int y, int side)
{
    const auto corner = [](int a, int b) { return "[" + QByteArray::number(a) + "," + QByteArray::number(b) + "]"; };
    return R"({"type":"Polygon","coordinates":[[)" + corner(x, y) + "," + corner(x + side, y) + ","
           + corner(x + side, y + side) + "," + corner(x, y + side) + "," + corner(x, y) + "]]}";
}

QByteArray swerefFile(const QList<QByteArray>& features)
{
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)"
           + features.join(',') + "]}";
}

QString shared(const char* name)
{
    const QString path = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data")) + u("/") + u(name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace

TEST_CASE("areas have the names of the likeliest field, and what they could be divided by is found")
{
    const Files files;
    const QString path = files.write(
        u("a.geojson"), swerefFile({feature(R"("id":1,"kod":"A1","stadsdelsnamn":"Åby","folk":"1 200")", square(0, 0, 10)),
                                    feature(R"("id":2,"kod":"A2","stadsdelsnamn":"Bosgården","folk":"800,5")", square(10, 0, 10))}));
    const auto read = readNamedAreas(path);
    REQUIRE(read.has_value());
    CHECK(read->nameField == u("stadsdelsnamn"));
    CHECK(read->title == u("a"));
    REQUIRE(read->areas.size() == 2);
    CHECK(read->areas[0].name == u("Åby"));
    CHECK(read->areas[1].attributes == QStringList{u("2"), u("A2"), u("Bosgården"), u("800,5")});
    CHECK(read->numericFields == QStringList{u("id"), u("folk")});
    const auto byCode = readNamedAreas(path, u("EPSG:3006"), u("kod"));
    REQUIRE(byCode.has_value());
    CHECK(byCode->areas[1].name == u("A2"));
    CHECK(readNamedAreas(path, u("EPSG:3006"), u("namn")).error().code == ErrorCode::ColumnNotFound);
}

TEST_CASE("a name that is the same for all gives way to a code that tells areas apart")
{
    const Files files;
    const QString path = files.write(
        u("a.geojson"),
        swerefFile({feature(R"("objektid":"b7e2d3bd-a1f1-48fd-a17e-129aeea35706","kod":"K1","kommunnamn":"M")", square(0, 0, 10)),
                    feature(R"("objektid":"b7e2d3bd-a1f1-48fd-a17e-129aeea35707","kod":"K2","kommunnamn":"M")", square(10, 0, 10))}));
    CHECK(readNamedAreas(path).value().nameField == u("kod"));
}

TEST_CASE("an area that crosses its own border keeps the ground of the even-odd rule and is counted as mended")
{
    const Files files;
    const QString path = files.write(
        u("a.geojson"),
        swerefFile({feature(R"("name":"bow")", R"({"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]})"),
                    feature(R"("name":"point")", R"({"type":"Point","coordinates":[3,3]})"), feature(R"("name":null)", square(20, 0, 10))}));
    const auto read = readNamedAreas(path);
    REQUIRE(read.has_value());
    CHECK(read->mended == 1);
    CHECK(read->withoutPolygon == 1);
    CHECK(read->withoutName == 1);
    REQUIRE(read->areas.size() == 2);
    CHECK(read->areas[1].name == u("#2"));
    double ground = 0.0;
    for (const analysis::Polygon& polygon : read->areas[0].polygons)
        ground += analysis::area(polygon);
    CHECK_THAT(ground, WithinAbs(50.0, 1e-9));
}

TEST_CASE("features of one name are one area to choose")
{
    const Files files;
    const auto zones = readZones(files.write(u("a.geojson"), swerefFile({feature(R"("name":"A")", square(0, 0, 10)),
                                                                         feature(R"("name":"B")", square(20, 0, 10)),
                                                                         feature(R"("name":"A")", square(40, 0, 10))})));
    REQUIRE(zones.has_value());
    REQUIRE((*zones)->zones.size() == 2);
    CHECK((*zones)->zones[0].polygons.size() == 2);
    CHECK((*zones)->zones[1].name == u("B"));
}

TEST_CASE("a file without areas, or none at all, is an error that says so")
{
    const Files files;
    CHECK(readNamedAreas(files.path(u("no.geojson"))).error().code == ErrorCode::FileNotFound);
    CHECK(readNamedAreas(files.write(u("p.geojson"), swerefFile({feature("", R"({"type":"Point","coordinates":[1,2]})")})))
              .error()
              .code
          == ErrorCode::NotFound);
    CHECK(readNamedAreas(files.write(u("x.geojson"), "{\"type\":")).error().code == ErrorCode::FileNotReadable);
    CHECK(readNearPoints(files.path(u("no.geojson"))).error().code == ErrorCode::FileNotFound);
    CHECK(readNearPoints(files.write(u("q.geojson"), swerefFile({feature("", square(0, 0, 5))}))).error().code
          == ErrorCode::NotFound);
}

TEST_CASE("points and lines to be near are read from layers and tables")
{
    const Files files;
    const auto layer = readNearPoints(files.write(
        u("stops.geojson"),
        swerefFile({feature("", R"({"type":"Point","coordinates":[1,2]})"),
                    feature("", R"({"type":"MultiPoint","coordinates":[[3,4],[5,6]]})"),
                    feature("", R"({"type":"LineString","coordinates":[[0,0],[10,0],[10,10]]})")})));
    REQUIRE(layer.has_value());
    CHECK((*layer)->title == u("stops"));
    REQUIRE((*layer)->lines.size() == 4);
    CHECK((*layer)->lines[2] == std::vector<Sweref99>{{5, 6}});
    CHECK((*layer)->lines[3].size() == 3);
    const auto table = readNearPoints(files.write(u("stops.csv"), "name;e;n\nA;322000;6394000\nB;322100;6394000\n"));
    REQUIRE(table.has_value());
    REQUIRE((*table)->lines.size() == 2);
    CHECK((*table)->lines[1].front() == Sweref99{322100, 6394000});
}

TEST_CASE("a table of names and numbers is read as people write it")
{
    const Files files;
    const auto read = readNamedNumbers(files.write(u("n.csv"), "omrade;folk\nÅby;1 234\nBosgården;56,5\n;3\nÅby;1\nRåda;-\n"));
    REQUIRE(read.has_value());
    CHECK(read->title == u("folk"));
    CHECK(read->values.value(u("Åby")) == 1234.0);
    CHECK(read->values.value(u("Bosgården")) == 56.5);
    CHECK(read->skipped == 3);
    CHECK(readNamedNumbers(files.write(u("o.csv"), "a\n1\n")).error().code == ErrorCode::ColumnNotFound);
    CHECK(readNamedNumbers(files.write(u("e.csv"), "a;b\nx;y\n")).error().code == ErrorCode::NotFound);
}

TEST_CASE("the boundaries and stops of the real files are read with their names")
{
    const QString deso = shared("deso_molndal.geojson");
    const QString stops = shared("vasttrafik_stops.geojson");
    if (deso.isEmpty() || stops.isEmpty()) {
        WARN("SKIPPED: deso_molndal.geojson or vasttrafik_stops.geojson is not at hand");
        return;
    }
    const auto areas = readNamedAreas(deso);
    REQUIRE(areas.has_value());
    CHECK(areas->areas.size() == 42);
    CHECK(areas->nameField == u("desokod"));
    CHECK(readNearPoints(stops).value()->lines.size() == 449);
    if (const QString regso = shared("regso_molndal.geojson"); !regso.isEmpty())
        CHECK(readNamedAreas(regso).value().nameField == u("regsonamn"));
    if (const QString kommun = shared("kommun_molndal.geojson"); !kommun.isEmpty())
        CHECK(readNamedAreas(kommun).value().areas.front().name == u("Mölndal"));
}
