#include "cli_support.h"

#include <QJsonArray>

using namespace hk::test;

namespace {

QByteArray square(int west, int south)
{
    const auto corner = [&](int dx, int dy) {
        return "[" + QByteArray::number(west + dx) + "," + QByteArray::number(south + dy) + "]";
    };
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3006"}},"features":[{"type":"Feature",)"
           R"("properties":{},"geometry":{"type":"Polygon","coordinates":[[)"
           + corner(0, 0) + "," + corner(100, 0) + "," + corner(100, 100) + "," + corner(0, 100) + "," + corner(0, 0) + "]]}}]}";
}

/// Target 100 → 50, buffer 100 → 150, control 100 → 100, in the same month of two years.
void writeInput(const CommandLine& run)
{
    run.write("target.geojson", square(322000, 6394000));
    run.write("buffer.geojson", square(322200, 6394000));
    run.write("control.geojson", square(323000, 6394000));
    QByteArray points = "e,n,when\n";
    const auto add = [&](int east, const char* day, int count) {
        for (int i = 0; i < count; ++i)
            points += QByteArray::number(east) + ",6394050," + day + "\n";
    };
    add(322050, "2024-03-05", 100);
    add(322050, "2025-03-05", 50);
    add(322250, "2024-03-05", 100);
    add(322250, "2025-03-05", 150);
    add(323050, "2024-03-05", 100);
    add(323050, "2025-03-05", 100);
    run.write("p.csv", points);
}

QStringList command(const QStringList& more)
{
    return QStringList{u("evaluate"), u("p.csv"), u("--date"), u("when"), u("--target"), u("target.geojson"), u("--control"),
                       u("control.geojson")}
           + more;
}

const QStringList periods{u("--before"), u("2024-01-01/2024-07-01"), u("--after"), u("2025-01-01/2025-07-01")};

} // namespace

TEST_CASE("evaluate gives the difference, the quotient and the counts of each area")
{
    const CommandLine run;
    writeInput(run);
    const Ran ran = run(command(periods + QStringList{u("--buffer"), u("buffer.geojson"), u("--json"), u("--out"), u("a.geojson")}));
    REQUIRE(ran.code == 0);
    const QJsonObject json = ran.json();
    CHECK(json.value(u("target")).toObject().value(u("before")).toInt() == 100);
    CHECK(json.value(u("target")).toObject().value(u("after")).toInt() == 50);
    CHECK(json.value(u("buffer")).toObject().value(u("after")).toInt() == 150);
    CHECK(json.value(u("wdd")).toObject().value(u("local")).toObject().value(u("value")).toDouble() == -50.0);
    CHECK(std::abs(json.value(u("wdq")).toObject().value(u("value")).toDouble() + 1.0) < 1e-12);
    CHECK(QJsonDocument::fromJson(run.read("a.geojson")).object().value(u("features")).toArray().size() == 3);
}

TEST_CASE("evaluate says in a sentence what changed, with a buffer of a width and a table")
{
    const CommandLine run;
    writeInput(run);
    const Ran ran = run(command(periods + QStringList{u("--buffer-width"), u("200"), u("--out"), u("t.csv")}));
    REQUIRE(ran.code == 0);
    CHECK(ran.out.contains(u("The decrease in the target area is larger than in the control area: 50 fewer")));
    CHECK(run.read("t.csv").startsWith("area,area_km2,before,after,change,"));
    CHECK(run.read("t.csv").count('\n') == 4);
}

TEST_CASE("evaluate refuses what cannot be compared")
{
    const CommandLine run;
    writeInput(run);
    const auto failed = [&](const QStringList& arguments, int code, const char* words) {
        const Ran ran = run(arguments);
        CHECK(ran.code == code);
        CAPTURE(ran.err);
        CHECK(ran.err.contains(u(words)));
    };
    failed(command({u("--before"), u("2024-01-01/2025-02-01"), u("--after"), u("2025-01-01/2025-07-01")}), 1,
           "before the period before has ended");
    failed(command({u("--before"), u("2025-01-01/2025-07-01"), u("--after"), u("2024-01-01/2024-07-01")}), 1, "earlier than");
    failed(command({u("--before"), u("2025-07-01/2025-01-01"), u("--after"), u("2024-01-01/2024-07-01")}), 2, "--before");
    failed(command({u("--before"), u("2024-01-01/2024-07-01")}), 2, "--after is missing");
    failed(QStringList{u("evaluate"), u("p.csv"), u("--target"), u("target.geojson")} + periods, 2, "--control is missing");
    failed(command(periods + QStringList{u("--buffer"), u("none.geojson")}), 1, "none.geojson");
    failed(command(periods + QStringList{u("--from"), u("2024-01-01")}), 2, "--before and --after");
    failed(command(periods + QStringList{u("--buffer-width"), u("-5")}), 2, "--buffer-width");
}
