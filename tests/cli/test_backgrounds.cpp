#include "cli_support.h"

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
