#include "cli_support.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

using namespace hk::test;

namespace {

void sample(const CommandLine& run)
{
    REQUIRE(run({u("sample"), u("a.gpkg"), u("--count"), u("400"), u("--until"), u("2025-06-30")}).code == 0);
}

/// A five by five field of cells of 30 m by their centres, one high corner.
QByteArray field()
{
    QByteArray text = "x,y,val\n";
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column)
            text += QByteArray::number(30 * column) + ',' + QByteArray::number(30 * row) + ',' +
                    QByteArray::number(row > 2 && column > 2 ? 20 : 1) + '\n';
    return text;
}

QList<QByteArray> linesOf(const QByteArray& text)
{
    QList<QByteArray> lines;
    for (const QByteArray& line : text.split('\n'))
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    return lines;
}

} // namespace

TEST_CASE("a field of cell values is read cell by cell, and its hot corner found")
{
    const CommandLine run;
    run.write("f.csv", field());
    const Ran ran = run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--weight"), u("val"), u("--out"),
                         u("o.csv"), u("--json")});
    REQUIRE(ran.code == 0);
    CHECK(ran.json().value(u("cells")).toInt() == 25);
    CHECK(ran.json().value(u("mean")).toDouble() == (21.0 + 4 * 20.0) / 25.0);
    const QJsonArray z = ran.json().value(u("z")).toArray();
    REQUIRE(z.size() == 25);
    // The corner cell: W = 4, Σ = 80, x̄ = 4.04, s² = (21 · 3.04² + 4 · 15.96²)/25.
    const double s = std::sqrt((21 * 3.04 * 3.04 + 4 * 15.96 * 15.96) / 25.0);
    CHECK(std::abs(z.at(24).toDouble() - (80.0 - 4 * 4.04) / (s * std::sqrt((25 * 4 - 16) / 24.0))) < 1e-12);
    const QList<QByteArray> lines = linesOf(run.read("o.csv"));
    REQUIRE(lines.size() == 26);
    CHECK(lines.first() == "easting,northing,count,z,p,confidence_percent,class");
    CHECK(lines.last().startsWith("135,135,20,"));
}

TEST_CASE("Gi* on the command line gives the z-scores of R spdep 1.2.7 for five distances")
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"));
    const QString input = folder + u("/getisord_Gi_spdep.csv");
    if (!QFileInfo::exists(input)) {
        WARN("SKIPPED: getisord_Gi_spdep.csv is not at hand");
        return;
    }
    QFile file(input);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> rows = linesOf(file.readAll());
    const QList<QByteArray> names = rows.first().split(',');
    const CommandLine run;
    for (const int band : {30, 60, 90, 120, 150}) {
        const Ran ran = run({u("gistar"), input, u("--cell"), u("30"), u("--band"), QString::number(band),
                             u("--weight"), u("val"), u("--json")});
        REQUIRE(ran.code == 0);
        const QJsonObject json = ran.json();
        const qsizetype column = names.indexOf("\"GiStar_" + QByteArray::number(band) + '"');
        REQUIRE(column > 0);
        QHash<QPair<double, double>, double> expected;
        for (qsizetype i = 1; i < rows.size(); ++i) {
            const QList<QByteArray> fields = rows.at(i).split(',');
            expected.insert({fields.at(1).toDouble() + 15.0, fields.at(2).toDouble() + 15.0},
                            fields.at(column).toDouble());
        }
        const QJsonArray z = json.value(u("z")).toArray();
        REQUIRE(z.size() == 256);
        double largest = 0.0;
        for (qsizetype i = 0; i < z.size(); ++i) {
            const QPair<double, double> at{json.value(u("easting")).toArray().at(i).toDouble(),
                                           json.value(u("northing")).toArray().at(i).toDouble()};
            REQUIRE(expected.contains(at));
            largest = std::max(largest, std::abs(z.at(i).toDouble() - expected.value(at)));
        }
        CHECK(largest < 1e-9);
    }
}

TEST_CASE("Gi* of an incident file is written as cells and as a grid, in its study area")
{
    const CommandLine run;
    sample(run);
    run.write("area.geojson", R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
[[[12.010,57.651],[12.030,57.651],[12.030,57.661],[12.010,57.661],[12.010,57.651]]]}})");
    const QStringList command{u("gistar"), u("a.gpkg"),       u("--cell"), u("50"),
                              u("--area"), u("area.geojson"), u("--json")};
    const Ran cells = run(command + QStringList{u("--out"), u("o.geojson")});
    REQUIRE(cells.code == 0);
    const int inArea = cells.json().value(u("cells")).toInt();
    CHECK(inArea > 400); // 1.2 × 1.1 km
    CHECK(inArea < 650);
    const QJsonArray features =
        QJsonDocument::fromJson(run.read("o.geojson")).object().value(u("features")).toArray();
    REQUIRE(features.size() == inArea);
    const QJsonObject properties = features.first().toObject().value(u("properties")).toObject();
    for (const char* key : {"z", "p", "class", "count"})
        CHECK(properties.contains(u(key)));
    CHECK(run(command + QStringList{u("--out"), u("o.tif")}).code == 0);
    CHECK(QFileInfo(run.path("o.tif")).size() > 1000);
    const Ran plain = run(command + QStringList{u("--no-correction")});
    const auto marked = [](const Ran& ran) {
        double sum = 0;
        for (const QJsonValue& count : ran.json().value(u("cells_by_confidence_percent")).toObject())
            sum += count.toDouble();
        return sum;
    };
    CHECK(marked(plain) >= marked(cells));
    CHECK(marked(cells) > 0);
}

TEST_CASE("Gi* of an incident file is the same place for place in another coordinate system")
{
    const CommandLine run;
    sample(run);
    const QJsonObject stored = run({u("gistar"), u("a.gpkg"), u("--cell"), u("100"), u("--json")}).json();
    const Ran moved = run({u("gistar"), u("a.gpkg"), u("--cell"), u("100"), u("--crs"), u("EPSG:3007"), u("--json")});
    REQUIRE(moved.code == 0);
    CHECK(moved.json().value(u("incidents")) == stored.value(u("incidents")));
    // The check point of both systems: 3006 E 321991.1 is 3007 E 150985.0.
    const double east = moved.json().value(u("easting")).toArray().first().toDouble()
                        - stored.value(u("easting")).toArray().first().toDouble();
    CHECK(std::abs(east - (150985.0 - 321991.1)) < 300.0);
    CHECK(run({u("gistar"), u("a.gpkg"), u("--cell"), u("100"), u("--crs"), u("EPSG:4326")}).code == 2);
    CHECK(run({u("gistar"), u("a.gpkg"), u("--cell"), u("100"), u("--weight"), u("val")}).code == 2);
}

TEST_CASE("Gi* refuses what it cannot be made of, with the reason")
{
    const CommandLine run;
    run.write("f.csv", field());
    run.write("far.geojson", R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
[[[13.0,58.0],[13.1,58.0],[13.1,58.1],[13.0,58.0]]]}})");
    CHECK(run({u("gistar"), u("f.csv")}).code == 2);
    CHECK(run({u("gistar"), u("f.csv"), u("--cell"), u("0")}).code == 2);
    CHECK(run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--band"), u("wide")}).code == 2);
    CHECK(run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--category"), u("N1")}).code == 2);
    CHECK(run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--out"), u("f.csv")}).code != 0);
    CHECK(run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--area"), u("none.geojson")}).code == 1);
    const Ran outside = run({u("gistar"), u("f.csv"), u("--cell"), u("30"), u("--area"), u("far.geojson")});
    CHECK(outside.code == 1);
    CHECK(outside.err.contains(u("incident")));
    CHECK(linesOf(run.read("f.csv")).size() == 26);
}

TEST_CASE("hotspots say how sure they are only when asked, the same for the same seed")
{
    const CommandLine run;
    sample(run);
    const QStringList command{u("hotspots"), u("a.gpkg"), u("--json")};
    const QJsonObject plain = run(command).json();
    REQUIRE(plain.value(u("hotspots")).toArray().size() > 1);
    const QJsonObject first = plain.value(u("hotspots")).toArray().first().toObject();
    CHECK(first.keys() == QStringList{u("area_ha"), u("categories"), u("density_per_km2"), u("hours"),
                                      u("incidents"), u("name"), u("rank")});
    CHECK(plain.keys() == QStringList{u("hotspots"), u("in_heatmap"), u("incidents"), u("left_out_far"),
                                      u("left_out_imprecise")});
    const QStringList sure{u("--certainty"), u("--runs"), u("40"),       u("--seed"),
                           u("3"),           u("--out"),  u("h.geojson")};
    const QJsonObject one = run(command + sure).json();
    CHECK(one == run(command + sure).json());
    CHECK(one.value(u("certainty_runs")).toInt() == 40);
    for (const QJsonValue& hotspot : one.value(u("hotspots")).toArray()) {
        const double share = hotspot.toObject().value(u("certainty")).toDouble(-1.0);
        CHECK(share >= 0.0);
        CHECK(share <= 1.0);
        CHECK(std::abs(share * 40 - std::round(share * 40)) < 1e-9);
    }
    const QJsonArray features =
        QJsonDocument::fromJson(run.read("h.geojson")).object().value(u("features")).toArray();
    CHECK(features.first().toObject().value(u("properties")).toObject().value(u("certainty")) ==
          one.value(u("hotspots")).toArray().first().toObject().value(u("certainty")));
    CHECK(run({u("hotspots"), u("a.gpkg"), u("--certainty"), u("--runs"), u("9")}).out.contains(u("sure ")));
    CHECK(run(command + QStringList{u("--runs"), u("40")}).code == 2);
    CHECK(run(command + QStringList{u("--rank"), u("best")}).code == 2);
}

TEST_CASE("hotspots are ranked by what is asked for")
{
    const CommandLine run;
    sample(run);
    for (const auto& [rank, key] : {std::pair{"density", "density_per_km2"}, std::pair{"excess", "excess"},
                                    std::pair{"incidents", "incidents"}}) {
        const QJsonArray list =
            run({u("hotspots"), u("a.gpkg"), u("--json"), u("--rank"), u(rank), u("--within"), u("0")})
                .json()
                .value(u("hotspots"))
                .toArray();
        INFO(rank);
        REQUIRE(list.size() > 2);
        for (qsizetype i = 1; i < list.size(); ++i)
            CHECK(list.at(i).toObject().value(u(key)).toDouble() <=
                  list.at(i - 1).toObject().value(u(key)).toDouble() + 1e-3);
    }
}

TEST_CASE("incidents are counted along streets, and those without one are said")
{
    const CommandLine run;
    sample(run);
    const Ran ran = run({u("streets"), u("a.gpkg"), u("--json"), u("--out"), u("s.geojson")});
    REQUIRE(ran.code == 0);
    const QJsonObject json = ran.json();
    const QJsonArray pieces = json.value(u("streets")).toArray();
    REQUIRE(pieces.size() > 5);
    double counted = 0.0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const QJsonObject piece = pieces.at(i).toObject();
        counted += piece.value(u("count")).toDouble();
        CHECK(!piece.value(u("street")).toString().isEmpty());
        CHECK(piece.value(u("length_m")).toDouble() < 150.001);
        if (i > 0)
            CHECK(piece.value(u("per_100_m")).toDouble() <=
                  pieces.at(i - 1).toObject().value(u("per_100_m")).toDouble() + 1e-6);
    }
    CHECK(counted == json.value(u("incidents")).toDouble());
    CHECK(json.value(u("incidents")).toInt() + json.value(u("left_out_no_street")).toInt() +
              json.value(u("left_out_imprecise")).toInt() ==
          400);
    const QJsonObject line = QJsonDocument::fromJson(run.read("s.geojson"))
                                 .object()
                                 .value(u("features"))
                                 .toArray()
                                 .first()
                                 .toObject();
    CHECK(line.value(u("geometry")).toObject().value(u("type")).toString() == u("MultiLineString"));
    CHECK(line.value(u("properties")).toObject().value(u("class")).toString().contains(u("per 100 m")));
    const QJsonObject near =
        run({u("streets"), u("a.gpkg"), u("--json"), u("--max-distance"), u("5")}).json();
    CHECK(near.value(u("incidents")).toInt() < json.value(u("incidents")).toInt());
    CHECK(run({u("streets"), u("a.gpkg"), u("--max-distance"), u("-1")}).code == 2);
}

TEST_CASE("a map is judged by a later period beside simple rivals, all marking the same area")
{
    const CommandLine run;
    sample(run);
    const QStringList command{u("accuracy"), u("a.gpkg"),
                              u("--fit"),    u("2023-07-01/2024-07-01"),
                              u("--test"),   u("2024-07-01/2025-07-01"),
                              u("--json")};
    const Ran ran = run(command + QStringList{u("--out"), u("m.geojson")});
    REQUIRE(ran.code == 0);
    const QJsonArray maps = ran.json().value(u("maps")).toArray();
    REQUIRE(maps.size() == 4);
    QStringList names;
    const QJsonObject first = maps.first().toObject();
    for (const QJsonValue& value : maps) {
        const QJsonObject map = value.toObject();
        names.append(map.value(u("map")).toString());
        for (const char* same : {"C", "a_km2", "A_km2", "best_c"})
            CHECK(map.value(u(same)) == first.value(u(same)));
        const double pai = (map.value(u("c")).toDouble() / map.value(u("C")).toDouble()) /
                           (map.value(u("a_km2")).toDouble() / map.value(u("A_km2")).toDouble());
        CHECK(std::abs(map.value(u("pai")).toDouble() - pai) < 1e-9);
        CHECK(map.value(u("pei")).toDouble() <= 1.0);
        CHECK(pai > 1.0);
    }
    CHECK(names == QStringList{u("hotspots"), u("density"), u("counts"), u("gistar")});
    const QJsonArray counts =
        run(command + QStringList{u("--map"), u("counts")}).json().value(u("maps")).toArray();
    REQUIRE(counts.size() == 3);
    CHECK(counts.first().toObject().value(u("map")).toString() == u("counts"));
    CHECK(run(QStringList(command).mid(0, 6)).out.contains(u("pai ")));
}

TEST_CASE("periods that overlap, are reversed or stand in the wrong order are refused with the reason")
{
    const CommandLine run;
    sample(run);
    const auto judged = [&](const char* fit, const char* test) {
        return run({u("accuracy"), u("a.gpkg"), u("--fit"), u(fit), u("--test"), u(test)});
    };
    const Ran overlapping = judged("2023-07-01/2024-07-01", "2024-06-30/2025-01-01");
    CHECK(overlapping.code == 1);
    CHECK(overlapping.err.contains(u("overlap")));
    const Ran before = judged("2024-07-01/2025-01-01", "2023-07-01/2024-07-01");
    CHECK(before.code == 1);
    CHECK(before.err.contains(u("comes before")));
    const Ran reversed = judged("2024-07-01/2023-07-01", "2024-07-01/2025-01-01");
    CHECK(reversed.code == 2);
    CHECK(reversed.err.contains(u("ends before it begins")));
    CHECK(judged("2024", "2024-07-01/2025-01-01").code == 2);
    CHECK(judged("2023-07-01/2024-07-01/2025-01-01", "2025-01-01/2025-02-01").code == 2);
    CHECK(run({u("accuracy"), u("a.gpkg"), u("--fit"), u("2023-07-01/2024-07-01")}).code == 2);
    const Ran few = judged("2023-07-01/2025-06-27", "2025-06-29/2025-06-30");
    REQUIRE(few.code == 0);
    CHECK(few.out.contains(u("Too few to say")));
}
