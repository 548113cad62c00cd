#include "cli_support.h"
#include "store/incident_store.h"

#include <QFileInfo>

using namespace hk::test;

namespace {

const QByteArray extract = R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="57.6550" lon="12.0170"/><node id="2" lat="57.6560" lon="12.0200"/>
<way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Brogatan"/></way></osm>)";

} // namespace

TEST_CASE("a map built from an extract lies under the page, toned, and names its source")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", "external_id,category,from,lat,lon\n1,N1,2024-05-03 21:00,57.6556,12.0187\n");
    REQUIRE(run({u("import"), u("a.gpkg"), u("i.csv")}).code == 0);
    run.write("town.osm", extract);
    REQUIRE(run({u("basemap"), u("build"), u("--osm"), u("town.osm"), u("--out"), u("town.gpkg")}).code == 0);
    const Ran made = run({u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--background"), u("town.gpkg"), u("--tone"),
                          u("grey"), u("--opacity"), u("50")});
    CHECK(made.code == 0);
    CHECK(QFileInfo(run.path("m.png")).size() > 10'000);
}

TEST_CASE("a background that cannot be used is said and nothing is written")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    CHECK(run({u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--background"), u("none.tif")}).code == 1);
    run.write("words.tif", "not a picture");
    CHECK(run({u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--background"), u("words.tif")}).code == 1);
    CHECK(run({u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--tone"), u("pink")}).code == 2);
    CHECK(run({u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--opacity"), u("120")}).code == 2);
    CHECK_FALSE(QFileInfo::exists(run.path("m.png")));
}

TEST_CASE("the layers that the window shows stand on the page, and one that cannot be drawn is named and left out")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("stops.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Polygon","coordinates":[[[12.015,57.654],[12.022,57.654],[12.022,57.657],[12.015,57.654]]]}}]})");
    const auto store = [&](bool visible, const QString& source) {
        auto opened = hk::store::IncidentStore::open(run.path("a.gpkg"), hk::store::Access::ReadWrite);
        REQUIRE(opened);
        hk::store::StoredLayer layer;
        layer.id = QUuid::createUuid();
        layer.title = u("Hållplatser");
        layer.kind = u("file");
        layer.source = source;
        layer.visible = visible;
        REQUIRE(opened->setLayers({layer}));
    };
    const auto page = [&](const QStringList& more = {}) {
        const Ran made = run(QStringList{u("map"), u("a.gpkg"), u("--png"), u("m.png"), u("--fixed-date"), u("2026-01-31T09:00:00")} + more);
        CHECK(made.code == 0);
        return std::pair(run.read("m.png"), made.err);
    };
    const QByteArray without = page().first;
    CHECK(page().first == without);

    store(true, u("stops.geojson"));
    const auto [with, silent] = page();
    CHECK(with != without);
    CHECK_FALSE(silent.contains(u("Hållplatser")));
    CHECK(page({u("--no-layers")}).first == without);

    store(false, u("stops.geojson"));
    CHECK(page().first == without);

    store(true, u("gone.geojson"));
    const auto [left, said] = page();
    CHECK(left == without);
    CHECK(said.contains(u("Hållplatser")));
    CHECK(said.contains(u("gone.geojson")));
}
