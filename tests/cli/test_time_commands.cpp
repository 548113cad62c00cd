#include "cli_support.h"

#include <QJsonArray>

#include <cmath>
#include <gdal_priv.h>

using namespace hk::test;

namespace {

/// Thirty incidents in 2024 and sixty in 2025, at one place, and some far from it.
void prepare(const CommandLine& run)
{
    QByteArray rows = "external_id,category,from,to,lat,lon\n";
    for (int i = 0; i < 90; ++i) {
        const QDate date = i < 30 ? QDate(2024, 3, 1).addDays(i) : QDate(2025, 3, 1).addDays(i - 30);
        rows += QByteArray::number(i) + ",N1," + date.toString(Qt::ISODate).toUtf8() + " 21:10,"
                + date.toString(Qt::ISODate).toUtf8() + (i % 3 == 0 ? " 23:10," : " 21:10,")
                + QByteArray::number(57.6556 + 0.00001 * (i % 7), 'f', 6) + ","
                + QByteArray::number(12.0187 + 0.00001 * (i % 5), 'f', 6) + "\n";
    }
    run.write("i.csv", rows);
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    REQUIRE(run({u("import"), u("a.gpkg"), u("i.csv")}).code == 0);
}

const QStringList years{u("--a"), u("2024-01-01/2025-01-01"), u("--b"), u("2025-01-01/2026-01-01")};

} // namespace

TEST_CASE("compare prints the change of the whole and of each hotspot")
{
    const CommandLine run;
    prepare(run);
    const Ran ran = run(QStringList{u("compare"), u("a.gpkg"), u("--json")} + years);
    REQUIRE(ran.code == 0);
    const QJsonObject total = ran.json()[u("total")].toObject();
    CHECK(total[u("a")].toInt() == 30);
    CHECK(total[u("b")].toInt() == 60);
    CHECK(total[u("verdict")].toString() == u("more"));
    CHECK(std::abs(total[u("rate_ratio")].toDouble() - 2.0 * 366 / 365) < 1e-12);
    REQUIRE(ran.json()[u("hotspots")].toArray().size() == 1);
    const Ran words = run(QStringList{u("compare"), u("a.gpkg")} + years);
    CHECK(words.out.contains(u("more incidents per day")));
}

TEST_CASE("compare writes the difference grid, the hotspots and the table")
{
    const CommandLine run;
    prepare(run);
    for (const char* out : {"d.tif", "d.geojson", "d.csv"})
        REQUIRE(run(QStringList{u("compare"), u("a.gpkg"), u("--out"), u(out)} + years).code == 0);
    CHECK(run.read("d.csv").startsWith("rank,place,incidents_a,incidents_b,change,rate_ratio,lower_95,upper_95,p,"));
    CHECK(run.read("d.csv").count('\n') == 3);
    CHECK(run.read("d.geojson").contains("\"incidents_b\": 60"));
    GDALAllRegister();
    GDALDataset* dataset = GDALDataset::Open(run.path("d.tif").toUtf8().constData(), GDAL_OF_RASTER);
    REQUIRE(dataset != nullptr);
    double highest = -1e300;
    int holes = 0;
    const int width = dataset->GetRasterXSize();
    std::vector<double> line(static_cast<std::size_t>(width));
    for (int row = 0; row < dataset->GetRasterYSize(); ++row) {
        REQUIRE(dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, row, width, 1, line.data(), width, 1, GDT_Float64, 0, 0,
                                                    nullptr) == CE_None);
        for (const double value : line)
            std::isnan(value) ? ++holes : (highest = std::max(highest, value), 0);
    }
    GDALClose(dataset);
    const Ran ran = run(QStringList{u("compare"), u("a.gpkg"), u("--json")} + years);
    CHECK(highest == ran.json()[u("difference")].toObject()[u("maximum")].toDouble());
    CHECK(highest > 0.0);
    CHECK(holes > 0);
}

TEST_CASE("compare refuses periods that overlap, are reversed, in the wrong order or not given")
{
    const CommandLine run;
    prepare(run);
    const auto compare = [&](const char* a, const char* b) {
        return run({u("compare"), u("a.gpkg"), u("--a"), u(a), u("--b"), u(b)});
    };
    const Ran overlap = compare("2024-01-01/2025-02-01", "2025-01-01/2026-01-01");
    CHECK(overlap.code == 2);
    CHECK(overlap.err.contains(u("overlap")));
    const Ran reversed = compare("2025-01-01/2024-01-01", "2025-01-01/2026-01-01");
    CHECK(reversed.code == 2);
    CHECK(reversed.err.contains(u("ends before it begins")));
    CHECK(compare("2025-01-01/2026-01-01", "2024-01-01/2025-01-01").code == 2);
    CHECK(compare("2024", "2025-01-01/2026-01-01").code == 2);
    CHECK(run({u("compare"), u("a.gpkg"), u("--a"), u("2024-01-01/2025-01-01")}).code == 2);
    CHECK(run(QStringList{u("compare"), u("a.gpkg"), u("--from"), u("2024-01-01")} + years).code == 2);
    CHECK(run(QStringList{u("compare"), u("a.gpkg"), u("--basis"), u("week")} + years).code == 2);
    CHECK(run(QStringList{u("compare"), u("a.gpkg"), u("--out"), u("a.gpkg")} + years).code != 0);
}

TEST_CASE("times counts hours plainly, or shares spans when asked")
{
    const CommandLine run;
    prepare(run);
    const QJsonObject plain = run({u("times"), u("a.gpkg"), u("--json"), u("--no-test")}).json();
    CHECK(plain[u("hours")].toArray().size() == 7);
    CHECK(plain[u("counted")].toInt() == 60);
    CHECK(plain[u("left_out")].toInt() == 30); // 21:10–23:10 has no hour with more than half
    const QJsonObject shared = run({u("times"), u("a.gpkg"), u("--aoristic"), u("--json"), u("--no-test")}).json();
    CHECK(shared[u("counted")].toInt() == 90);
    double hour22 = 0.0;
    for (const QJsonValue& day : shared[u("hours")].toArray())
        hour22 += day.toArray().at(22).toDouble();
    CHECK(std::abs(hour22 - 30 * 0.5) < 1e-9);
    CHECK(shared[u("months")].toArray().size() == 14);
}

TEST_CASE("times tests the hours with a seed, filters, and writes the table of hours")
{
    const CommandLine run;
    prepare(run);
    const QStringList arguments{u("times"), u("a.gpkg"), u("--json"), u("--runs"), u("99"), u("--seed"), u("5")};
    const QJsonObject once = run(arguments).json();
    CHECK(once[u("test")].toObject()[u("slots")].toArray().size() == 42);
    CHECK(run(arguments).json() == once);
    const QJsonObject part = run({u("times"), u("a.gpkg"), u("--json"), u("--from"), u("2025-01-01"), u("--no-test"),
                                  u("--out"), u("h.csv")})
                                 .json();
    CHECK(part[u("incidents")].toInt() == 60);
    CHECK(run.read("h.csv").startsWith("hour,monday,tuesday,wednesday,thursday,friday,saturday,sunday\r\n0,"));
    CHECK(run.read("h.csv").count('\n') == 25);
    CHECK(run({u("times"), u("a.gpkg"), u("--runs"), u("0")}).code == 2);
    CHECK(run({u("times"), u("a.gpkg"), u("--null"), u("none")}).code == 2);
}

TEST_CASE("times and compare read plain points with a date column")
{
    const CommandLine run;
    QByteArray rows = "e,n,when\n";
    for (int i = 0; i < 40; ++i)
        rows += "322000,6394000," + QDate(2024, 12, 12).addDays(i).toString(Qt::ISODate).toUtf8() + " 14:30\n";
    run.write("p.csv", rows);
    const QJsonObject times = run({u("times"), u("p.csv"), u("--date"), u("when"), u("--json"), u("--no-test")}).json();
    CHECK(times[u("counted")].toInt() == 40);
    const QJsonObject compared = run({u("compare"), u("p.csv"), u("--date"), u("when"), u("--json"), u("--a"),
                                      u("2024-12-12/2025-01-01"), u("--b"), u("2025-01-01/2025-01-21")})
                                     .json();
    CHECK(compared[u("total")].toObject()[u("a")].toInt() == 20);
    CHECK(compared[u("total")].toObject()[u("b")].toInt() == 20);
    CHECK(run({u("times"), u("p.csv")}).code == 1);
}

TEST_CASE("risk divides the incidents by other points, and writes the grid")
{
    const CommandLine run;
    prepare(run);
    run.write("homes.csv", "lon,lat,homes\n12.0187,57.6556,45\n");
    const QStringList arguments{u("risk"), u("a.gpkg"), u("--denominator"), u("homes.csv"), u("--denominator-weight"),
                                u("homes"), u("--json"), u("--out"), u("r.tif")};
    const Ran ran = run(arguments);
    REQUIRE(ran.code == 0);
    CHECK(ran.json()[u("overall")].toDouble() == 2.0);
    CHECK(ran.json()[u("incidents")].toInt() == 90);
    CHECK(run.read("r.tif").size() > 1000);
    CHECK(run({u("risk"), u("a.gpkg")}).code == 2);
}
