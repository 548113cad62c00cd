#include "cli_support.h"

#include <QFileInfo>

#include <csignal>
#include <cstring>

using namespace hk::test;

namespace {

const QByteArray threeIncidents = "category,from,lat,lon,precision\n"
                                  "N1,2024-05-03 21:00,57.6556,12.0187,point\n"
                                  "N1,2024-06-03 21:30,57.6557,12.0188,point\n"
                                  "O1,2024-05-04 22:00,57.6555,12.0186,area\n";

void prepare(const CommandLine& run)
{
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", threeIncidents);
    REQUIRE(run({u("import"), u("a.gpkg"), u("i.csv")}).code == 0);
}

QStringList heatmap(const QStringList& more)
{
    return QStringList{u("heatmap"), u("a.gpkg"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--json")} + more;
}

} // namespace

TEST_CASE("no command writes its result over the incident file")
{
    const CommandLine run;
    prepare(run);
    run.write("bad.csv", "category,from,lat,lon\nQ9,2024-05-03,57.6,12.0\nN1,2024-05-03,57.6,12.0\n");
    const QList<QStringList> commands{
        {u("hotspots"), u("a.gpkg"), u("--out"), u("a.gpkg")},
        {u("map"), u("a.gpkg"), u("--pdf"), u("a.gpkg")},
        {u("map"), u("a.gpkg"), u("--png"), u("./a.gpkg")},
        {u("export"), u("a.gpkg"), u("a.gpkg")},
        {u("import"), u("a.gpkg"), u("bad.csv"), u("--rejects"), u("a.gpkg")},
        heatmap({u("--out"), u("a.gpkg")}),
    };
    for (const QStringList& command : commands) {
        INFO(command.join(QLatin1Char(' ')).toStdString());
        CHECK(run(command).code == 1);
        const Ran info = run({u("info"), u("a.gpkg"), u("--json")});
        REQUIRE(info.code == 0);
        CHECK(info.json().value(u("incidents")).toInt() == 3);
    }
}

TEST_CASE("no method writes its result over the incidents, areas or other points that it reads")
{
    const CommandLine run;
    const QByteArray points = "e,n,when\n322050,6394050,2024-03-05\n322060,6394050,2024-03-06\n322050,6394050,2025-03-05\n";
    const QByteArray area = R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3006"}},"features":[)"
                            R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":)"
                            R"([[[322000,6394000],[322100,6394000],[322100,6394100],[322000,6394100],[322000,6394000]]]}}]})";
    run.write("p.csv", points);
    for (const char* name : {"target.geojson", "control.geojson", "buffer.geojson", "far.geojson"})
        run.write(name, area);
    const QStringList evaluate{u("evaluate"),       u("p.csv"),          u("--date"),           u("when"),
                               u("--target"),       u("target.geojson"), u("--control"),        u("control.geojson"),
                               u("--buffer"),       u("buffer.geojson"), u("--control-buffer"), u("far.geojson"),
                               u("--before"),       u("2024-01-01/2024-07-01"), u("--after"),   u("2025-01-01/2025-07-01")};
    const QStringList nearRepeat{u("near-repeat"), u("p.csv"), u("--date"), u("when"), u("--runs"), u("19")};
    for (const char* out : {"p.csv", "target.geojson", "control.geojson", "buffer.geojson", "far.geojson"}) {
        INFO(out);
        CHECK(run(evaluate + QStringList{u("--out"), u(out)}).code == 1);
    }
    CHECK(run(nearRepeat + QStringList{u("--out"), u("p.csv")}).code == 1);
    CHECK(run.read("p.csv") == points);
    for (const char* name : {"target.geojson", "control.geojson", "buffer.geojson", "far.geojson"})
        CHECK(run.read(name) == area);
}

TEST_CASE("no method writes its result over an incident file by another name of it")
{
    const CommandLine run;
    prepare(run);
    REQUIRE(QFile::link(run.path("a.gpkg"), run.path("link.csv")));
    CHECK(run({u("near-repeat"), u("a.gpkg"), u("--runs"), u("19"), u("--out"), u("link.csv")}).code == 1);
    CHECK(run({u("info"), u("a.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 3);
}

TEST_CASE("a heatmap interrupted while its file is written leaves the whole file or none")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n322100,6394200\n");
    for (const char* crs : {"EPSG:3006", "EPSG:2154"}) { // written by the program itself, and by GDAL
        INFO(crs);
        QFile::remove(run.path("o.tif"));
        QProcess process;
        process.setWorkingDirectory(QFileInfo(run.path("p.csv")).path());
        process.start(QStringLiteral(HK_CLI),
                      {u("heatmap"), u("p.csv"), u("--cell"), u("1"), u("--bandwidth"), u("150"), u("--crs"), u(crs), u("--extent"),
                       u("320000,6392000,323000,6395000"), u("--out"), u("o.tif")});
        REQUIRE(process.waitForStarted());
        while (!QFileInfo::exists(run.path("o.tif.part")) && !QFileInfo::exists(run.path("o.tif"))
               && process.state() != QProcess::NotRunning)
            process.waitForFinished(0);
        if (process.processId() > 0)
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        REQUIRE(process.waitForFinished());
        CHECK_FALSE(QFileInfo::exists(run.path("o.tif.part")));
        if (QFileInfo::exists(run.path("o.tif")))
            CHECK(QFileInfo(run.path("o.tif")).size() > qint64{3000} * 3000 * 8);
    }
}

TEST_CASE("a number of runs or a seed that is not whole is refused, not cut off")
{
    const CommandLine run;
    prepare(run);
    for (const char* option : {"--runs", "--seed"}) {
        INFO(option);
        for (const char* odd : {"19.5", "1e300", "x"}) {
            CHECK(run({u("times"), u("a.gpkg"), u(option), u(odd)}).code == 2);
            CHECK(run({u("hotspots"), u("a.gpkg"), u("--certainty"), u(option), u(odd)}).code == 2);
        }
        CHECK(run({u("times"), u("a.gpkg"), u(option), u("19")}).code == 0);
    }
}

TEST_CASE("a kind of file that the method does not write is refused by its name")
{
    const CommandLine run;
    prepare(run);
    for (const char* out : {"o.tif", "o.geojson"}) {
        const Ran ran = run({u("times"), u("a.gpkg"), u("--no-test"), u("--out"), u(out)});
        CHECK(ran.code == 1);
        CHECK(ran.err.contains(u("is not supported")));
        CHECK(ran.err.contains(QFileInfo(u(out)).suffix()));
    }
}

TEST_CASE("an answer that could not be printed is a failure")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n322100,6394200\n");
    for (const QStringList& command :
         QList<QStringList>{{u("gistar"), run.path("p.csv"), u("--cell"), u("50"), u("--json")},
                            {u("heatmap"), run.path("p.csv"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--out"),
                             run.path("o.tif"), u("--json")}}) {
        QProcess process;
        process.setStandardOutputFile(u("/dev/full"));
        process.start(QStringLiteral(HK_CLI), command);
        REQUIRE(process.waitForFinished());
        CHECK(process.exitCode() == 1);
        CHECK(process.readAllStandardError().contains("output"));
    }
}

TEST_CASE("a write-protected file is not replaced")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n322100,6394200\n");
    run.write("o.tif", QByteArray("II*\0", 4));
    REQUIRE(QFile::setPermissions(run.path("o.tif"), QFile::ReadOwner));
    if (QFileInfo(run.path("o.tif")).isWritable()) {
        WARN("skipped: nothing is write-protected for the superuser");
        return;
    }
    for (const char* crs : {"EPSG:3006", "EPSG:2154"}) {
        CHECK(run({u("heatmap"), u("p.csv"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--crs"), u(crs), u("--out"),
                   u("o.tif")})
                  .code
              == 1);
        CHECK(run.read("o.tif").size() == 4);
        CHECK_FALSE(QFileInfo::exists(run.path("o.tif.part")));
    }
}

TEST_CASE("areas that overlap correct a heatmap's edges as the ground that they cover together")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n322050,6394050\n322150,6394120\n322260,6394020\n");
    const auto box = [](int west, int east) {
        const QByteArray w = QByteArray::number(west);
        const QByteArray e = QByteArray::number(east);
        return R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",6394000],[" + e
               + ",6394000],[" + e + ",6394200],[" + w + ",6394200],[" + w + ",6394000]]]}}";
    };
    const QByteArray head = R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3006"}},"features":[)";
    run.write("two.geojson", head + box(322000, 322200) + "," + box(322100, 322300) + "]}");
    run.write("one.geojson", head + box(322000, 322300) + "]}");
    const auto heatmap = [&](const char* area) {
        REQUIRE(run({u("heatmap"), u("p.csv"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--area"), u(area),
                     u("--edge-correction"), u("--extent"), u("322000,6394000,322300,6394200"), u("--out"), u("o.tif")})
                    .code
                == 0);
        return run.read("o.tif");
    };
    const QByteArray one = heatmap("one.geojson");
    const QByteArray two = heatmap("two.geojson");
    REQUIRE(one.size() == two.size());
    const qsizetype values = one.size() - 12 * 8 * 8; // the grid lies last
    for (int cell = 0; cell < 12 * 8; ++cell) {
        double a = 0.0;
        double b = 0.0;
        std::memcpy(&a, one.constData() + values + cell * 8, 8);
        std::memcpy(&b, two.constData() + values + cell * 8, 8);
        CHECK(b == Approx(a).epsilon(1e-9));
    }
}

TEST_CASE("a heatmap of an incident file follows its rules in every coordinate system")
{
    const CommandLine run;
    prepare(run);
    for (const char* crs : {"EPSG:3006", "EPSG:3007", "epsg:3006"}) {
        INFO(crs);
        const Ran all = run(heatmap({u("--crs"), u(crs), u("--out"), u("o.tif")}));
        REQUIRE(all.code == 0);
        CHECK(all.json().value(u("points")).toInt() == 2);
        CHECK(all.json().value(u("left_out")).toInt() == 1);
        const Ran may = run(heatmap({u("--crs"), u(crs), u("--out"), u("o.tif"), u("--to"), u("2024-06-01")}));
        CHECK(may.json().value(u("points")).toInt() == 1);
    }
}

TEST_CASE("a heatmap in degrees or feet, or by a filter that plain points do not have, is refused")
{
    const CommandLine run;
    prepare(run);
    run.write("p.csv", "e,n\n322100,6394200\n");
    for (const QStringList& odd : QList<QStringList>{{u("--crs"), u("EPSG:4326")},
                                                     {u("--crs"), u("EPSG:2263")},
                                                     {u("--from"), u("2024-01-01")},
                                                     {u("--x"), u("e")},
                                                     {u("--extent"), u("a,322000,6394000,322400,6394400")},
                                                     {u("--extent"), u("nan,nan,nan,nan")}}) {
        INFO(odd.join(QLatin1Char(' ')).toStdString());
        const Ran ran = run(QStringList{u("heatmap"), u("p.csv"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--out"),
                                        u("o.tif")}
                            + odd);
        CHECK(ran.code == 2);
        CHECK(!ran.err.contains(u("..")));
        CHECK(!QFileInfo::exists(run.path("o.tif")));
    }
    const Ran unknown = run({u("heatmap"), u("p.csv"), u("--cell"), u("25"), u("--bandwidth"), u("150"), u("--out"),
                             u("o.tif"), u("--crs"), u("EPSG:99999")});
    CHECK(unknown.code == 1);
    CHECK(unknown.err.contains(u("EPSG:99999")));
}

TEST_CASE("a map around no place at all is refused")
{
    const CommandLine run;
    prepare(run);
    CHECK(run({u("map"), u("a.gpkg"), u("--pdf"), u("o.pdf"), u("--center"), u("12.0,nan")}).code == 2);
    CHECK(run({u("map"), u("a.gpkg"), u("--pdf"), u("o.pdf"), u("--center"), u("57.65,12.01")}).code == 2);
}

TEST_CASE("a word that is no coordinate system is not taken for one")
{
    const CommandLine run;
    prepare(run);
    const Ran ran = run({u("import"), u("a.gpkg"), u("i.csv"), u("--crs"), u("apa")});
    CHECK(ran.code == 1);
    CHECK(ran.err.contains(u("apa")));
}

TEST_CASE("a table that breaks off is not called an incident file with backups")
{
    const CommandLine run;
    prepare(run);
    run.write("q.csv", "category,from,lat,lon\nN1,\"2024-05-03,57.6,12.0\n");
    const Ran ran = run({u("import"), u("a.gpkg"), u("q.csv")});
    CHECK(ran.code == 1);
    CHECK(ran.err.contains(u("q.csv")));
    CHECK(!ran.err.contains(u("backup")));
}
