#include "cli_support.h"

#include <QFileInfo>
#include <QJsonArray>

#include <cmath>
#include <gdal_priv.h>
#include <numbers>

using namespace hk::test;

namespace {

const QByteArray incidents = "external_id,category,from,lat,lon,place\n"
                             "1,N1,2024-05-03 21:00,57.6556,12.0187,Mölndals bro\n"
                             "2,N1,2024-05-03 21:30,57.6557,12.0188,Mölndals bro\n"
                             "3,O1,2024-05-04 22:00,57.6555,12.0186,Mölndals bro\n"
                             "4,T1,2024-06-04 12:00,57.6549,12.0136,Mölndal Galleria\n"
                             "5,T1,2024-06-05 12:00,57.6549,12.0137,Mölndal Galleria\n";

/// A file with the five incidents above.
void prepare(const CommandLine& run)
{
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", incidents);
    REQUIRE(run({u("import"), u("a.gpkg"), u("i.csv")}).code == 0);
}

} // namespace

TEST_CASE("each command explains itself")
{
    const CommandLine run;
    CHECK(run({u("--help")}).code == 0);
    for (const char* command : {"init", "sample", "info", "import", "export", "heatmap", "hotspots", "map"}) {
        INFO(command);
        CHECK(run({u("--help")}).out.contains(u(command)));
        const Ran help = run({u(command), u("--help")});
        CHECK(help.code == 0);
        CHECK(help.out.contains(u("Usage:")));
    }
}

TEST_CASE("wrong usage is exit code 2, a failure 1, each with a reason")
{
    const CommandLine run;
    CHECK(run({}).code == 2);
    CHECK(run({u("fly")}).code == 2);
    CHECK(run({u("init")}).code == 2);
    CHECK(run({u("info"), u("a"), u("b")}).code == 2);
    CHECK(run({u("info"), u("a.gpkg"), u("--nonsense")}).code == 2);
    const Ran missing = run({u("info"), u("none.gpkg")});
    CHECK(missing.code == 1);
    CHECK(missing.err.contains(u("none.gpkg")));
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    CHECK(run({u("init"), u("a.gpkg")}).code == 1);
    CHECK(run({u("map"), u("a.gpkg")}).code == 2);
    CHECK(run({u("map"), u("a.gpkg"), u("--pdf"), u("x.pdf"), u("--paper"), u("A7")}).code == 2);
    CHECK(run({u("hotspots"), u("a.gpkg"), u("--from"), u("yesterday")}).code == 2);
    CHECK(run({u("hotspots"), u("a.gpkg"), u("--category"), u("Q9")}).code == 1);
    CHECK(run({u("heatmap"), u("a.gpkg"), u("--cell"), u("10")}).code == 2);
}

TEST_CASE("an imported file says what it holds")
{
    const CommandLine run;
    prepare(run);
    const QJsonObject info = run({u("info"), u("a.gpkg"), u("--json")}).json();
    CHECK(info.value(u("incidents")).toInt() == 5);
    CHECK(info.value(u("categories")).toObject().value(u("N1")).toInt() == 2);
    CHECK_FALSE(info.value(u("sample")).toBool());
    CHECK(run({u("info"), u("a.gpkg")}).out.contains(u("5")));
}

TEST_CASE("an import is repeatable, and a dry run changes nothing")
{
    const CommandLine run;
    prepare(run);
    const QJsonObject again = run({u("import"), u("a.gpkg"), u("i.csv"), u("--json")}).json();
    CHECK(again.value(u("unchanged")).toInt() == 5);
    run.write("j.csv", QByteArray(incidents).replace("1,N1", "1,S2") + "6,N2,2024-06-06,57.6549,12.0137,\n");
    const QJsonObject dry = run({u("import"), u("a.gpkg"), u("j.csv"), u("--dry-run"), u("--json")}).json();
    CHECK(dry.value(u("inserted")).toInt() == 1);
    CHECK(dry.value(u("updated")).toInt() == 1);
    CHECK(run({u("info"), u("a.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 5);
}

TEST_CASE("rows far from Sweden are all rejected and nothing is changed")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.tsv", "month\tlongitude\tlatitude\n2022-01-01\t-2.4646\t53.7655\n2022-01-01\t-2.4714\t53.7660\n");
    const Ran ran = run({u("import"), u("a.gpkg"), u("i.tsv"), u("--map"), u("from=month"), u("--default"), u("category=O3"),
                         u("--rejects"), u("r.csv")});
    CHECK(ran.code == 1);
    CHECK(ran.out.contains(u("2 rejected")));
    CHECK(QString::fromUtf8(run.read("r.csv")).count(u("outside-sweden")) == 2);
    CHECK(QString::fromUtf8(run.read("r.csv")).contains(u("outside Sweden"), Qt::CaseInsensitive));
    CHECK(run({u("info"), u("a.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 0);
}

TEST_CASE("an export follows the filter and can be imported elsewhere")
{
    const CommandLine run;
    prepare(run);
    CHECK(run({u("export"), u("a.gpkg"), u("o.csv"), u("--profile"), u("internal"), u("--category"), u("T1")}).code == 0);
    CHECK(run.read("o.csv").trimmed().count('\n') == 2);
    CHECK(run({u("export"), u("a.gpkg"), u("o.geojson"), u("--profile"), u("internal"), u("--from"), u("2024-05-04"), u("--to"),
               u("2024-06-05")})
              .code
          == 0);
    CHECK(QJsonDocument::fromJson(run.read("o.geojson")).object().value(u("features")).toArray().size() == 2);
    CHECK(run({u("export"), u("a.gpkg"), u("a.gpkg")}).code == 1);
    REQUIRE(run({u("init"), u("b.gpkg")}).code == 0);
    CHECK(run({u("import"), u("b.gpkg"), u("o.csv")}).code == 0);
    CHECK(run({u("info"), u("b.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 2);
}

TEST_CASE("a heatmap of a CSV is the quartic density on exactly the extent asked for")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n320500,6394500\n320600,6394500\n");
    REQUIRE(run({u("heatmap"), u("p.csv"), u("--cell"), u("10"), u("--bandwidth"), u("200"), u("--extent"),
                 u("320000,6394000,321000,6395000"), u("--out"), u("o.tif")})
                .code
            == 0);
    GDALAllRegister();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(run.path("o.tif").toUtf8().constData(), GDAL_OF_RASTER));
    REQUIRE(dataset);
    REQUIRE(dataset->GetRasterXSize() == 100);
    REQUIRE(dataset->GetRasterYSize() == 100);
    std::vector<double> values(10000);
    REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 100, 100, values.data(), 100, 100, GDT_Float64, 0, 0) == CE_None);
    double largest = 0.0;
    double mass = 0.0;
    for (int row = 0; row < 100; ++row)
        for (int column = 0; column < 100; ++column) {
            const double x = 320005.0 + 10.0 * column;
            const double y = 6394995.0 - 10.0 * row;
            double expected = 0.0;
            for (const double e : {320500.0, 320600.0}) {
                const double d2 = ((x - e) * (x - e) + (y - 6394500) * (y - 6394500)) / 40000.0;
                if (d2 < 1)
                    expected += 3.0 / (std::numbers::pi * 40000.0) * (1 - d2) * (1 - d2) * 1e6;
            }
            const double got = values[static_cast<std::size_t>(row * 100 + column)];
            largest = std::max(largest, std::abs(got - expected));
            mass += got * 100.0 / 1e6;
        }
    CHECK(largest < 1e-8);
    CHECK_THAT(mass, WithinAbs(2.0, 1e-3));
    CHECK(QString::fromUtf8(dataset->GetRasterBand(1)->GetMetadataItem("BANDWIDTH_M")) == u("200"));
}

TEST_CASE("a heatmap counts each point by its weight, in text tables of either kind of coordinates")
{
    const CommandLine run;
    run.write("en.csv", "e,n,w\n321991.1,6394262.8,2.5\n321995,6394260,0\n");
    run.write("lonlat.csv", "lon,lat,w\n12.0165,57.6554,2.5\n");
    const QStringList rest{u("--weight"), u("w"), u("--cell"), u("10"), u("--bandwidth"), u("200"), u("--extent"),
                           u("321900,6394200,322100,6394400"), u("--json")};
    for (const char* file : {"en.csv", "lonlat.csv"}) {
        const QJsonObject json
            = run(QStringList{u("heatmap"), u(file), u("--out"), u("w.tif")} + rest).json();
        INFO(file);
        CHECK_THAT(json.value(u("maximum_per_km2")).toDouble(), WithinRel(2.5 * 3e6 / (std::numbers::pi * 200.0 * 200.0), 2e-3));
        CHECK(json.value(u("weight")).toDouble() == 2.5);
    }
    CHECK(run(QStringList{u("heatmap"), u("en.csv"), u("--out"), u("w.tif"), u("--weight"), u("none"), u("--cell"), u("10"),
                          u("--bandwidth"), u("200")}).code == 1);
}

TEST_CASE("a heatmap of a study area is corrected at its border when asked")
{
    const CommandLine run;
    QByteArray points = "e,n\n";
    for (int j = 0; j < 100; ++j)
        for (int i = 0; i < 100; ++i)
            points += QByteArray::number(322005 + 10 * i) + "," + QByteArray::number(6394005 + 10 * j) + "\n";
    run.write("p.csv", points + "321000,6394000\n");
    run.write("a.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},
        "features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
        [[[322000,6394000],[323000,6394000],[323000,6395000],[322000,6395000],[322000,6394000]]]}}]})");
    const auto cornerOf = [&](const QStringList& more) {
        const Ran ran = run(QStringList{u("heatmap"), u("p.csv"), u("--cell"), u("20"), u("--bandwidth"), u("150"), u("--extent"),
                                        u("321900,6393900,323100,6395100"), u("--out"), u("o.tif"), u("--area"), u("a.geojson"),
                                        u("--json")} + more);
        REQUIRE(ran.code == 0);
        CHECK(ran.json().value(u("points")).toInt() == 10000);
        CHECK(ran.json().value(u("left_out")).toInt() == 1);
        GDALAllRegister();
        const GDALDatasetUniquePtr dataset(GDALDataset::Open(run.path("o.tif").toUtf8().constData(), GDAL_OF_RASTER));
        REQUIRE(dataset);
        double value = 0.0; // the south-western cell of the area: column 5, row 5 from the south of 60
        REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, 5, 54, 1, 1, &value, 1, 1, GDT_Float64, 0, 0) == CE_None);
        const char* note = dataset->GetRasterBand(1)->GetMetadataItem("EDGE_CORRECTION");
        CHECK((note != nullptr) == !more.isEmpty());
        return value;
    };
    CHECK(cornerOf({}) < 4000.0);
    CHECK_THAT(cornerOf({u("--edge-correction")}), WithinRel(10000.0, 0.02));
    CHECK(run({u("heatmap"), u("p.csv"), u("--cell"), u("20"), u("--bandwidth"), u("150"), u("--out"), u("o.tif"),
               u("--edge-correction")}).code == 2);
}

TEST_CASE("the program people call links none of the large libraries, so that it starts at once")
{
    QFile program(QStringLiteral(HK_CLI));
    REQUIRE(program.open(QIODevice::ReadOnly));
    const QByteArray bytes = program.readAll();
    CHECK(bytes.contains("libQt6Core.so"));
    for (const char* library : {"libgdal.so", "libproj.so", "libsqlite3.so", "libQt6Gui.so"})
        CHECK_FALSE(bytes.contains(library));
}

TEST_CASE("a heatmap is the same whichever of the two programs makes it")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n321991.1,6394262.8\n322100,6394300\n");
    const QStringList rest{u("--cell"), u("10"), u("--bandwidth"), u("200"), u("--out")};
    REQUIRE(run(QStringList{u("heatmap"), u("p.csv")} + rest + QStringList{u("a.tif")}).code == 0);
    run.write("b.tif", "no TIFF yet"); // the fast program leaves what it does not know to the other
    REQUIRE(run(QStringList{u("heatmap"), u("p.csv")} + rest + QStringList{u("b.tif")}).code == 0);
    CHECK(run.read("a.tif") == run.read("b.tif"));
    CHECK(run(QStringList{u("heatmap"), u("p.csv")} + rest + QStringList{u("p.csv")}).code == 1);
    CHECK(run.read("p.csv").startsWith("e,n"));
}

TEST_CASE("a heatmap that cannot be is a clear error, never a hang")
{
    const CommandLine run;
    run.write("p.csv", "e,n\n320500,6394500\n9e12,6394500\n");
    const Ran huge = run({u("heatmap"), u("p.csv"), u("--cell"), u("10"), u("--bandwidth"), u("200"), u("--out"), u("o.tif")});
    CHECK(huge.code == 1);
    CHECK_FALSE(huge.err.isEmpty());
    run.write("q.csv", "e,n\n320500,6394500\n");
    CHECK(run({u("heatmap"), u("q.csv"), u("--cell"), u("100"), u("--bandwidth"), u("20"), u("--out"), u("o.tif")}).code == 1);
    run.write("none.csv", "e,n\n");
    CHECK(run({u("heatmap"), u("none.csv"), u("--cell"), u("10"), u("--bandwidth"), u("20"), u("--out"), u("o.tif")}).code == 1);
    CHECK_FALSE(QFile::exists(run.path("o.tif")));
}

TEST_CASE("the sample's main job: hotspots, a picture and a georeferenced PDF")
{
    const CommandLine run;
    REQUIRE(run({u("sample"), u("s.gpkg"), u("--until"), u("2026-06-30")}).code == 0);
    const QJsonObject info = run({u("info"), u("s.gpkg"), u("--json")}).json();
    CHECK(info.value(u("incidents")).toInt() == 600);
    CHECK(info.value(u("sample")).toBool());

    const Ran hotspots = run({u("hotspots"), u("s.gpkg"), u("--out"), u("h.geojson"), u("--json")});
    REQUIRE(hotspots.code == 0);
    const QJsonArray list = hotspots.json().value(u("hotspots")).toArray();
    REQUIRE(list.size() >= 3);
    const QJsonArray features = QJsonDocument::fromJson(run.read("h.geojson")).object().value(u("features")).toArray();
    REQUIRE(features.size() == list.size());
    for (qsizetype i = 0; i < list.size(); ++i)
        CHECK(list.at(i).toObject().value(u("incidents")) == features.at(i).toObject().value(u("properties")).toObject().value(u("incidents")));

    const QStringList map{u("map"), u("s.gpkg"), u("--pdf"), u("m.pdf"), u("--png"), u("m.png"),
                          u("--scale"), u("5000"), u("--fixed-date"), u("2026-07-01T09:00:00")};
    REQUIRE(run(map).code == 0);
    CHECK(QFileInfo(run.path("m.png")).size() > 50'000);
    GDALAllRegister();
    GDALDatasetUniquePtr pdf(GDALDataset::Open(run.path("m.pdf").toUtf8().constData(), GDAL_OF_RASTER));
    REQUIRE(pdf);
    REQUIRE(pdf->GetSpatialRef());
    CHECK(QString::fromUtf8(pdf->GetProjectionRef()).contains(u("SWEREF99 TM")));

    const QByteArray first = run.read("m.pdf");
    REQUIRE(run(map).code == 0);
    CHECK(run.read("m.pdf") == first); // a fixed date makes the same file, byte for byte
}
