#include "cli_support.h"

using namespace hk;
using namespace hk::test;

namespace {

/// A file of 600 invented incidents.
void makeSample(const CommandLine& run)
{
    REQUIRE(run({u("sample"), u("a.gpkg"), u("--until"), u("2026-11-20")}).code == 0);
}

QStringList series(const QStringList& more)
{
    return QStringList{u("report"), u("a.gpkg"), u("--template"), u("serie"), u("--out"), u("s.pdf"), u("--lang"), u("en"),
                       u("--fixed-date"), u("2026-11-23T09:00:00")} + more;
}

constexpr const char* areas = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"A1","label":"West"},"geometry":{"type":"Polygon","coordinates":[[[12.008,57.65],[12.018,57.65],[12.018,57.662],[12.008,57.662],[12.008,57.65]]]}},
{"type":"Feature","properties":{"code":"A2","label":"East"},"geometry":{"type":"Polygon","coordinates":[[[12.018,57.65],[12.03,57.65],[12.03,57.662],[12.018,57.662],[12.018,57.65]]]}}]})";

} // namespace

TEST_CASE("a series of stops, schools or areas of a file is made on the command line")
{
    const CommandLine run;
    makeSample(run);
    run.write("areas.geojson", areas);
    for (const QStringList& asked : {QStringList{u("--series"), u("stops"), u("--radius"), u("150")},
                                     QStringList{u("--series"), u("schools"), u("--by-name"), u("--empty-places")},
                                     QStringList{u("--areas"), u("areas.geojson:label")}}) {
        const Ran ran = run(series(asked));
        CAPTURE(asked.join(u' ').toStdString(), ran.err.toStdString());
        CHECK(ran.code == 0);
        CHECK(run.read("s.pdf").startsWith("%PDF-"));
    }
    const Ran counted = run({u("report"), u("a.gpkg"), u("--template"), u("publik"), u("--counts"), u("areas"), u("--areas"), u("areas.geojson"),
                             u("--out"), u("p.pdf")});
    CHECK(counted.code == 0);
}

TEST_CASE("a series on the command line refuses what it cannot be made of, with the reason")
{
    const CommandLine run;
    makeSample(run);
    run.write("areas.geojson", areas);
    const auto refused = [&](const QStringList& asked, const char* word) {
        const Ran ran = run(series(asked));
        CAPTURE(asked.join(u' ').toStdString(), ran.err.toStdString());
        CHECK(ran.code != 0);
        CHECK(ran.err.contains(u(word)));
    };
    refused({u("--series"), u("parks")}, "hotspots, areas, months, stops or schools");
    refused({u("--series"), u("stops"), u("--radius"), u("5")}, "radius");
    refused({u("--series"), u("stops"), u("--radius"), u("near")}, "radius");
    refused({u("--series"), u("months"), u("--radius"), u("100")}, "--series stops or schools");
    refused({u("--by-name")}, "--series stops or schools");
    refused({u("--series"), u("stops"), u("--areas"), u("areas.geojson")}, "--series areas");
    refused({u("--areas"), u("nowhere.geojson")}, "nowhere.geojson");
    refused({u("--areas"), u("areas.geojson:colour")}, "colour");
    refused({u("--series"), u("areas")}, "areas");
    // The file of areas is read, so it is not written over.
    const Ran over = run({u("report"), u("a.gpkg"), u("--template"), u("serie"), u("--areas"), u("areas.geojson"), u("--out"), u("areas.geojson")});
    CHECK(over.code != 0);
    CHECK(run.read("areas.geojson") == areas);
}

TEST_CASE("a public map of few incidents is made, and tells none of the numbers")
{
    const CommandLine run;
    makeSample(run);
    for (const char* category : {"T3", "M2"}) {
        const Ran ran = run({u("report"), u("a.gpkg"), u("--template"), u("publik"), u("--category"), u(category), u("--out"), u("p.pdf")});
        CAPTURE(category, ran.err.toStdString());
        CHECK(ran.code == 0);
        CHECK(run.read("p.pdf").startsWith("%PDF-"));
    }
}

TEST_CASE("areas that lie over each other are refused where an incident counts once")
{
    const CommandLine run;
    makeSample(run);
    QByteArray nested = areas;
    nested.replace("[[[12.018,57.65]", "[[[12.009,57.65]").replace(",[12.018,57.662],[12.018,57.65]]]}}]}", ",[12.009,57.662],[12.009,57.65]]]}}]}");
    run.write("nested.geojson", nested);
    const Ran ran = run({u("report"), u("a.gpkg"), u("--template"), u("publik"), u("--counts"), u("areas"), u("--areas"), u("nested.geojson"),
                         u("--out"), u("p.pdf")});
    CAPTURE(ran.err.toStdString());
    CHECK(ran.code != 0);
    CHECK(ran.err.contains(u("overlap")));
}

TEST_CASE("a page is not written over what it is made of")
{
    const CommandLine run;
    makeSample(run);
    REQUIRE(run({u("map"), u("a.gpkg"), u("--png"), u("logo.png"), u("--dpi"), u("36")}).code == 0);
    const QByteArray before = run.read("logo.png");
    const Ran ran = run({u("report"), u("a.gpkg"), u("--template"), u("motes"), u("--logotype"), u("logo.png"), u("--out"), u("logo.png")});
    CHECK(ran.code != 0);
    CHECK(run.read("logo.png") == before);
    CHECK(run({u("map"), u("a.gpkg"), u("--pdf"), u("a.pdf"), u("--png"), u("a.pdf")}).code != 0);
}

TEST_CASE("a fixed date is local time, or that of its zone, on any machine")
{
    const CommandLine run;
    makeSample(run);
    const auto page = [&](const char* date, const char* zone) {
        qputenv("TZ", zone);
        const Ran ran = run({u("report"), u("a.gpkg"), u("--template"), u("motes"), u("--fixed-date"), u(date), u("--out"), u("d.pdf")});
        CHECK(ran.code == 0);
        qunsetenv("TZ");
        return run.read("d.pdf");
    };
    const QByteArray here = page("2026-11-25T10:00:00", "Europe/Stockholm");
    CHECK(page("2026-11-25T10:00:00", "America/New_York") == here);
    CHECK(page("2026-11-25T09:00:00Z", "UTC") == here);
}
