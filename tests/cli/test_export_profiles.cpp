#include "cli_support.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <gdal_priv.h>
#include <memory>

using namespace hk::test;

namespace {

void prepare(const CommandLine& run, const char* name = "a.gpkg", int count = 400)
{
    REQUIRE(run({u("sample"), u(name), u("--count"), QString::number(count), u("--until"), u("2025-06-01")}).code == 0);
}

} // namespace

TEST_CASE("without a profile, what may go to everybody is exported: counts, none of them small")
{
    const CommandLine run;
    prepare(run);
    const Ran ran = run({u("export"), u("a.gpkg"), u("o.csv")});
    REQUIRE(ran.code == 0);
    CHECK(ran.out.contains(u("below 5")));
    const QStringList lines = QString::fromUtf8(run.read("o.csv")).split(u'\n', Qt::SkipEmptyParts);
    const QStringList columns = lines.front().split(u',');
    const qsizetype last = columns.indexOf(u("not_told"));
    REQUIRE(last > 3);
    CHECK(lines.size() > 5);
    for (const QString& line : lines.mid(1)) {
        QString plain = line; // names with commas are quoted
        plain.replace(QRegularExpression(u("\"[^\"]*\"")), u("name"));
        const QStringList values = plain.split(u',');
        for (qsizetype i = 2; i < last; ++i)
            CHECK((values[i].isEmpty() || values[i].toInt() == 0 || values[i].toInt() >= 5));
    }
}

TEST_CASE("--profile internal gives everything, and partner only with a valid agreement")
{
    const CommandLine run;
    prepare(run);
    CHECK(run({u("export"), u("a.gpkg"), u("i.csv"), u("--profile"), u("internal")}).code == 0);
    CHECK(run.read("i.csv").count('\n') >= 401);
    CHECK(run({u("export"), u("a.gpkg"), u("p.csv"), u("--profile"), u("partner")}).code == 2);
    run.write("avtal.json", R"({"agreements":[{"partner":"Västtrafik","fields":["severity"],"categories":["N1"],)"
                            R"("position_grid_m":100},{"partner":"Förr","fields":[],"categories":["N1"],)"
                            R"("position_grid_m":100,"valid_until":"2020-01-01"}]})");
    const auto partner = [&](const char* name) {
        return run({u("export"), u("a.gpkg"), u("p.csv"), u("--profile"), u("partner"), u("--partner"), u(name),
                    u("--agreements"), u("avtal.json")});
    };
    CHECK(partner("Förr").code == 1);
    CHECK(partner("Okänd").err.contains(u("no valid agreement")));
    REQUIRE(partner("Västtrafik").code == 0);
    const QString given = QString::fromUtf8(run.read("p.csv"));
    CHECK(given.startsWith(u("id,category,category_name,from,to,precision,radius,severity,lon,lat,easting,northing\n")));
    for (const QString& line : given.split(u'\n', Qt::SkipEmptyParts).mid(1))
        CHECK(line.section(u',', 1, 1) == u("N1"));
}

TEST_CASE("every export is in the log of the file: by whom, for whom, what was chosen, how many")
{
    const CommandLine run;
    prepare(run, "a.gpkg", 30);
    REQUIRE(run({u("export"), u("a.gpkg"), u("o.csv"), u("--profile"), u("internal"), u("--from"), u("2025-01-01"), u("--person"),
                 u("Samordnaren"), u("--on-behalf-of"), u("Mölndals stad")}).code == 0);
    REQUIRE(run({u("export"), u("a.gpkg"), u("antal.csv")}).code == 0);
    REQUIRE(run({u("handover"), u("a.gpkg"), u("o.hkpaket"), u("--profile"), u("internal"), u("--sender"), u("Stadshuset"),
                 u("--person"), u("Handläggaren")}).code == 0);
    CHECK(run({u("log"), u("a.gpkg")}).code == 0);
    REQUIRE(run({u("log"), u("a.gpkg"), u("--out"), u("log.csv")}).code == 0);
    const QStringList lines = QString::fromUtf8(run.read("log.csv")).split(u'\n', Qt::SkipEmptyParts);
    QStringList exports;
    for (const QString& line : lines)
        if (line.contains(u("Exported")))
            exports.prepend(line);
    REQUIRE(exports.size() == 4); // the last is that of the log
    const qsizetype rows = run.read("o.csv").count('\n') - 1;
    CHECK(exports[0].contains(u("Samordnaren,Mölndals stad,Exported")));
    CHECK(exports[0].contains(u("Profile: Internal")));
    CHECK(exports[0].contains(u("1 January 2025")));
    CHECK(exports[0].contains(u("File: o.csv; Incidents: %1").arg(rows)));
    CHECK(exports[1].contains(u("antal.csv; Incidents: 30")));
    CHECK(exports[2].contains(u("Handläggaren,Stadshuset,Exported")));
    CHECK(exports[2].contains(u("o.hkpaket")));
}

TEST_CASE("from a file that cannot be written to, and so not log it, only counts are exported")
{
    const CommandLine run;
    prepare(run, "a.gpkg", 30);
    GDALAllRegister();
    {
        const std::unique_ptr<GDALDataset> file(
            GDALDataset::Open(run.path("a.gpkg").toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        REQUIRE(file != nullptr);
        file->ExecuteSQL("UPDATE hk_schema SET version = 99", nullptr, nullptr); // a newer program's file
    }
    CHECK(run({u("export"), u("a.gpkg"), u("o.csv"), u("--profile"), u("internal")}).code == 1);
    CHECK_FALSE(QFileInfo::exists(run.path("o.csv")));
    CHECK(run({u("export"), u("a.gpkg"), u("antal.csv")}).code == 0);
}

TEST_CASE("options that belong to another profile are wrong usage")
{
    const CommandLine run;
    prepare(run, "a.gpkg", 5);
    const auto code = [&](const QStringList& more) { return run(QStringList{u("export"), u("a.gpkg"), u("o.csv")} + more).code; };
    CHECK(code({u("--profile"), u("secret")}) == 2);
    CHECK(code({u("--partner"), u("X")}) == 2);
    CHECK(code({u("--profile"), u("internal"), u("--cell"), u("200")}) == 2);
    CHECK(code({u("--cell"), u("20")}) == 2);
    CHECK(code({u("--threshold"), u("1")}) == 2);
    CHECK(code({u("--count-by"), u("streets"), u("--cell"), u("200")}) == 2);
}

TEST_CASE("--area gives what lies inside, and --count-by counts in the areas of a file")
{
    const CommandLine run;
    prepare(run);
    run.write("areas.geojson",
              R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"namn":"Centrum"},"geometry":)"
              R"({"type":"Polygon","coordinates":[[[12.01,57.65],[12.03,57.65],[12.03,57.66],[12.01,57.66],[12.01,57.65]]]}}]})");
    REQUIRE(run({u("export"), u("a.gpkg"), u("all.csv"), u("--profile"), u("internal")}).code == 0);
    REQUIRE(run({u("export"), u("a.gpkg"), u("in.csv"), u("--profile"), u("internal"), u("--area"), u("areas.geojson")}).code == 0);
    CHECK(run.read("in.csv").count('\n') < run.read("all.csv").count('\n'));
    REQUIRE(run({u("export"), u("a.gpkg"), u("c.geojson"), u("--count-by"), u("areas.geojson")}).code == 0);
    const QJsonArray features
        = QJsonDocument::fromJson(run.read("c.geojson")).object().value(u("features")).toArray();
    CHECK(features[0].toObject().value(u("properties")).toObject().value(u("name")).toString() == u("Centrum"));
    CHECK(run({u("export"), u("a.gpkg"), u("s.gpkg"), u("--count-by"), u("streets")}).code == 0);
}

TEST_CASE("a package is handed over and received, sealed with a passphrase from a file")
{
    const CommandLine run;
    prepare(run);
    run.write("fras.txt", "fyra ord utan ordning\n");
    run.write("fel.txt", "en helt annan fras\n");
    CHECK(run({u("handover"), u("a.gpkg"), u("o.hkpaket"), u("--profile"), u("internal")}).code == 2); // from whom?
    REQUIRE(run({u("handover"), u("a.gpkg"), u("o.hkpaket"), u("--profile"), u("internal"), u("--sender"), u("Mölndals stad"),
                 u("--passphrase-file"), u("fras.txt")})
                .code
            == 0);
    REQUIRE(run({u("init"), u("b.gpkg")}).code == 0);
    const auto receive = [&](const QStringList& more) {
        return run(QStringList{u("receive"), u("b.gpkg"), u("o.hkpaket"), u("--json")} + more);
    };
    CHECK(receive({}).code == 1); // no passphrase and no terminal
    const Ran wrong = receive({u("--passphrase-file"), u("fel.txt")});
    CHECK(wrong.code == 1);
    CHECK(wrong.err.contains(u("not the passphrase")));
    CHECK_FALSE(wrong.err.contains(u("annan")));
    CHECK(receive({u("--passphrase-file"), u("fras.txt"), u("--dry-run")}).json().value(u("inserted")).toInt() == 400);
    CHECK(run({u("info"), u("b.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 0);
    const Ran taken = receive({u("--passphrase-file"), u("fras.txt")});
    CHECK(taken.json().value(u("inserted")).toInt() == 400);
    CHECK(taken.json().value(u("sender")).toString() == u("Mölndals stad"));
    CHECK(receive({u("--passphrase-file"), u("fras.txt")}).json().value(u("unchanged")).toInt() == 400);

    QByteArray bytes = run.read("o.hkpaket");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    run.write("o.hkpaket", bytes);
    const Ran damaged = receive({u("--passphrase-file"), u("fras.txt")});
    CHECK(damaged.code == 1);
    CHECK(damaged.err.contains(u("damaged or has been altered")));
}

TEST_CASE("a file is sealed and opened, and never over an incident file")
{
    const CommandLine run;
    prepare(run, "a.gpkg", 5);
    run.write("fras.txt", "fyra ord utan ordning\n");
    REQUIRE(run({u("seal"), u("a.gpkg"), u("a.hks"), u("--passphrase-file"), u("fras.txt")}).code == 0);
    CHECK_FALSE(run.read("a.hks").contains("SQLite format 3"));
    REQUIRE(run({u("unseal"), u("a.hks"), u("b.gpkg"), u("--passphrase-file"), u("fras.txt")}).code == 0);
    CHECK(run.read("a.gpkg") == run.read("b.gpkg"));
    CHECK(run({u("unseal"), u("a.hks"), u("a.gpkg"), u("--passphrase-file"), u("fras.txt")}).code == 1);
    CHECK(run({u("seal"), u("a.gpkg"), u("c.hks")}).code == 1); // nobody to ask
    run.write("a.gpkg-wal", "changes of a program that has it open");
    const Ran open = run({u("seal"), u("a.gpkg"), u("c.hks"), u("--passphrase-file"), u("fras.txt")});
    CHECK(open.code == 1); // the sealed file would lack them
    CHECK(open.err.contains(u("Another program is using")));
    CHECK_FALSE(QFile::exists(run.path("c.hks")));
}
