#include "analysis/geometry.h"
#include "exchange/area_reader.h"
#include "exchange_support.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

QByteArray collection(const QByteArray& geometries, const QByteArray& crs = "")
{
    return R"({"type":"FeatureCollection",)" + crs + R"("features":[{"type":"Feature","properties":{},"geometry":)" + geometries
           + "}]}";
}

const QByteArray sweref = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},)";

/// Squares of 1 km by hand: the first with a hole of 100 m, its rings turned the wrong way; the second without.
const QByteArray twoSquares = R"({"type":"MultiPolygon","coordinates":[
    [[[320000,6394000],[320000,6395000],[321000,6395000],[321000,6394000],[320000,6394000]],
     [[320100,6394100],[320200,6394100],[320200,6394200],[320100,6394200],[320100,6394100]]],
    [[[330000,6394000],[331000,6394000],[331000,6395000],[330000,6395000],[330000,6394000]]]]})";

} // namespace

TEST_CASE("every part of a multipolygon is an area, with its holes and its rings turned right")
{
    const Files files;
    const auto areas = readAreas(files.write(u("a.geojson"), collection(twoSquares, sweref)));
    REQUIRE(areas.has_value());
    REQUIRE(areas->size() == 2);
    const analysis::Polygon& first = areas->front();
    CHECK(first.outer.size() == 4);
    REQUIRE(first.holes.size() == 1);
    CHECK(analysis::signedArea(first.outer) == 1e6);
    CHECK(analysis::signedArea(first.holes[0]) == -1e4);
    CHECK(analysis::area(first) == 990'000.0);
    CHECK(first.outer.front().x >= 320000.0);
    CHECK(areas->back().holes.empty());
}

TEST_CASE("a GeoJSON file in longitude and latitude lands in SWEREF 99 TM")
{
    const Files files;
    const QString path = files.write(
        u("a.geojson"),
        collection(R"({"type":"Polygon","coordinates":[[[12.0165,57.6554],[12.03,57.6554],[12.03,57.66],[12.0165,57.6554]]]})"));
    const auto areas = readAreas(path);
    REQUIRE(areas.has_value());
    REQUIRE(areas->size() == 1);
    const analysis::Extent extent = analysis::bounds(areas->front().outer);
    CHECK_THAT(extent.xmin, WithinAbs(321991.1, 0.1)); // the check point of docs: N 6394262.8, E 321991.1
    const auto local = readAreas(path, u("EPSG:3007"));
    REQUIRE(local.has_value());
    CHECK_THAT(analysis::bounds(local->front().outer).xmin, WithinAbs(150985.0, 0.2));
}

TEST_CASE("areas of a GeoPackage are those of its first layer with polygons")
{
    const Files files;
    const QString path = files.path(u("a.gpkg"));
    GDALAllRegister();
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        const GDALDatasetUniquePtr dataset(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference reference;
        reference.importFromEPSG(3006);
        reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const auto add = [&](const char* layer, const char* wkt) {
            OGRLayer* made = dataset->CreateLayer(layer, &reference, wkbUnknown, nullptr);
            OGRGeometry* geometry = nullptr;
            OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry);
            OGRFeature feature(made->GetLayerDefn());
            feature.SetGeometryDirectly(geometry);
            REQUIRE(made->CreateFeature(&feature) == OGRERR_NONE);
        };
        add("points", "POINT(320500 6394500)");
        add("areas", "CURVEPOLYGON(CIRCULARSTRING(320100 6394000,320000 6394100,319900 6394000,320000 6393900,320100 6394000))");
        add("later", "POLYGON((0 0,1 0,1 1,0 0))");
    }
    const auto areas = readAreas(path);
    REQUIRE(areas.has_value());
    REQUIRE(areas->size() == 1);
    // A circle of 100 m, its arcs made into lines of four degrees.
    CHECK_THAT(analysis::area(areas->front()), WithinRel(31415.93, 2e-3));
}

TEST_CASE("polygons inside a collection are found and points beside them passed over")
{
    const Files files;
    const auto areas = readAreas(files.write(u("a.geojson"), collection(R"({"type":"GeometryCollection","geometries":[
        {"type":"Point","coordinates":[320000,6394000]},
        {"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]}]})", sweref)));
    REQUIRE(areas.has_value());
    REQUIRE(areas->size() == 1);
    CHECK(analysis::area(areas->front()) == 50.0);
}

TEST_CASE("a file without an area is said to have none")
{
    const Files files;
    const QString points = files.write(u("p.geojson"), collection(R"({"type":"Point","coordinates":[12,57]})"));
    const QString flat = files.write(u("f.geojson"),
                                     collection(R"({"type":"Polygon","coordinates":[[[12,57],[13,57],[14,57],[12,57]]]})"));
    const QString none = files.write(u("n.geojson"), R"({"type":"FeatureCollection","features":[]})");
    CHECK(readAreas(points).error().code == ErrorCode::NotFound);
    CHECK(readAreas(none).error().code == ErrorCode::NotFound);
    CHECK(readAreas(flat, u("EPSG:4326")).error().code == ErrorCode::NotFound);
}

TEST_CASE("what is no area file is refused by name")
{
    const Files files;
    CHECK(readAreas(files.path(u("missing.geojson"))).error().code == ErrorCode::FileNotFound);
    CHECK(readAreas(files.path(u("."))).error().code == ErrorCode::FileNotReadable);
    CHECK(readAreas(files.write(u("a.txt"), "no area")).error().code == ErrorCode::FormatNotSupported);
    CHECK(readAreas(files.write(u("empty.geojson"), "")).error().code == ErrorCode::FileNotReadable);
    CHECK(readAreas(files.write(u("broken.geojson"), collection(twoSquares, sweref).left(120))).error().code
          == ErrorCode::FileNotReadable);
    CHECK(readAreas(files.write(u("broken.GPKG"), "SQLite format 3")).error().code == ErrorCode::FileNotReadable);
    const QString areas = files.write(u("a.geojson"), collection(twoSquares, sweref));
    CHECK(readAreas(areas, u("no such system")).error().code == ErrorCode::CrsNotUnderstood);
}

TEST_CASE("a vertex where the coordinate system does not reach is an error, not an area at infinity")
{
    const Files files;
    const QString path = files.write(
        u("a.geojson"), collection(R"({"type":"Polygon","coordinates":[[[12,57],[13,57],[1e30,95],[12,57]]]})"));
    CHECK(readAreas(path).error().code == ErrorCode::TransformFailed);
}
