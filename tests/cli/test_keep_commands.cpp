#include "cli_support.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace hk::test;

namespace {

/// A file with three incidents, one of them old.
void makeFile(const CommandLine& run)
{
    REQUIRE(run({u("init"), u("h.gpkg")}).code == 0);
    run.write("in.csv", "external_id,category,from,lon,lat,description\n"
                        "a,S1,2019-03-01 12:00,12.0187,57.6556,GallrasNuOrdet\n"
                        "b,S1,2026-03-01 12:00,12.0187,57.6556,Kvar\n"
                        "c,N1,2026-03-02 12:00,12.0187,57.6556,Kvar\n");
    REQUIRE(run({u("import"), u("h.gpkg"), u("in.csv")}).code == 0);
}

qint64 incidents(const CommandLine& run)
{
    return run({u("info"), u("h.gpkg"), u("--json")}).json()[u("incidents")].toInteger();
}

} // namespace

TEST_CASE("A backup is made, listed, compared and brought back", "[cli]")
{
    const CommandLine run;
    makeFile(run);
    const Ran made = run({u("backup"), u("h.gpkg")});
    REQUIRE(made.code == 0);
    const QString copy = made.out.trimmed();
    CHECK(copy.contains(u("h.backups/h-")));
    run.write("more.csv", "external_id,category,from,lon,lat\nd,S1,2026-03-03 12:00,12.0187,57.6556\n");
    REQUIRE(run({u("import"), u("h.gpkg"), u("more.csv")}).code == 0);
    CHECK(incidents(run) == 4);

    const QJsonArray listed = run({u("backups"), u("h.gpkg"), u("--json")}).json()[u("backups")].toArray();
    REQUIRE(listed.size() == 2); // the import made one of its own
    const QJsonObject would = run({u("restore"), u("h.gpkg"), copy, u("--json")}).json();
    CHECK(would[u("made_since")].toInt() == 1);
    CHECK_FALSE(would[u("done")].toBool());
    CHECK(incidents(run) == 4);
    REQUIRE(run({u("restore"), u("h.gpkg"), copy, u("--yes")}).code == 0);
    CHECK(incidents(run) == 3);
    CHECK(run({u("log"), u("h.gpkg")}).code == 0);
    CHECK(run({u("backups"), u("h.gpkg")}).out.contains(u("before restoring")));
}

TEST_CASE("A damaged file is moved aside for a copy, never overwritten", "[cli]")
{
    const CommandLine run;
    makeFile(run);
    const QString copy = run({u("backup"), u("h.gpkg")}).out.trimmed();
    run.write("h.gpkg", "damaged");
    CHECK(run({u("restore"), u("h.gpkg"), copy}).code == 1);
    CHECK(run.read("h.gpkg") == "damaged");
    const Ran restored = run({u("restore"), u("h.gpkg"), copy, u("--yes")});
    REQUIRE(restored.code == 0);
    CHECK(incidents(run) == 3);
    QStringList aside = QDir(QFileInfo(run.path("h.gpkg")).path()).entryList({u("h.gpkg.damaged-*")});
    aside.removeIf([](const QString& name) { return name.endsWith(u("-wal")) || name.endsWith(u("-shm")); });
    REQUIRE(aside.size() == 1);
    CHECK(run.read(aside[0].toUtf8().constData()) == "damaged");
}

TEST_CASE("The log is verified, written, and compared with a hash that was kept", "[cli]")
{
    const CommandLine run;
    makeFile(run);
    const QJsonObject check = run({u("log"), u("h.gpkg"), u("--json")}).json();
    CHECK(check[u("sound")].toBool());
    CHECK(check[u("entries")].toInt() == 3);
    const QString head = check[u("head")].toString();
    REQUIRE(run({u("dispose"), u("h.gpkg"), u("--rule"), u("*/*=12"), u("--today"), u("2024-01-01"), u("--yes")}).code == 0);
    CHECK(run({u("log"), u("h.gpkg"), u("--head"), head}).code == 0);
    CHECK(run({u("log"), u("h.gpkg"), u("--head"), QString(64, u'0')}).code == 1);
    CHECK(run({u("log"), u("h.gpkg"), u("--out"), u("log.csv")}).code == 0);
    CHECK(run.read("log.csv").contains("Disposed of"));
    CHECK(run({u("log"), u("h.gpkg"), u("--out"), u("h.gpkg")}).code == 1);
    REQUIRE(run({u("log"), u("h.gpkg"), u("--out"), u("log2.csv"), u("--person"), u("Granskaren")}).code == 0);
    CHECK(run.read("log2.csv").contains("Granskaren"));
    CHECK(run.read("log2.csv").contains("log.csv")); // that the log was given out is in the log
}

TEST_CASE("Disposal says what is due, and does it only when told", "[cli]")
{
    const CommandLine run;
    makeFile(run);
    const QStringList base{u("dispose"), u("h.gpkg"), u("--today"), u("2026-04-01"), u("--json")};
    CHECK(run(base).json()[u("due")].toInt() == 0);
    CHECK(run(base + QStringList{u("--rule"), u("S1/internal=24")}).json()[u("due")].toInt() == 1);
    CHECK(run(base + QStringList{u("--dry-run")}).json()[u("due")].toInt() == 1);
    CHECK(incidents(run) == 3);
    CHECK(run(base + QStringList{u("--yes"), u("--dry-run")}).code == 2);
    CHECK(run(base + QStringList{u("--rule"), u("S1=24")}).code == 2);
    CHECK(run(base + QStringList{u("--rule"), u("Q9/*=24")}).code == 1);
    const QJsonObject done = run(base + QStringList{u("--yes"), u("--protocol"), u("p.pdf")}).json();
    CHECK(done[u("incidents")].toInt() == 1);
    CHECK(done[u("cleaned")].toBool());
    CHECK(incidents(run) == 2);
    CHECK(run.read("p.pdf").startsWith("%PDF-"));
    CHECK_FALSE(run.read("h.gpkg").contains("GallrasNuOrdet"));
    CHECK(run(base + QStringList{u("--yes")}).json()[u("due")].toInt() == 0);
}

TEST_CASE("Maps and results of analyses that are written from a file are in its log, with who, what and how many", "[cli]")
{
    const CommandLine run;
    makeFile(run);
    const QStringList signedBy{u("--person"), u("Disken"), u("--on-behalf-of"), u("Mölndals stad")};
    const auto did = [&](const QStringList& arguments) {
        const Ran ran = run(arguments + signedBy);
        INFO(ran.err.toStdString());
        REQUIRE(ran.code == 0);
    };
    did({u("map"), u("h.gpkg"), u("--pdf"), u("karta.pdf"), u("--png"), u("karta.png"), u("--category"), u("S1")});
    did({u("hotspots"), u("h.gpkg"), u("--out"), u("platser.geojson")});
    did({u("heatmap"), u("h.gpkg"), u("--cell"), u("50"), u("--bandwidth"), u("150"), u("--out"), u("yta.tif")});
    did({u("times"), u("h.gpkg"), u("--no-test"), u("--out"), u("tider.csv"), u("--from"), u("2026-01-01")});
    did({u("streets"), u("h.gpkg")}); // writes no file
    REQUIRE(run({u("log"), u("h.gpkg"), u("--out"), u("log.csv")}).code == 0);
    const QList<QByteArray> log = run.read("log.csv").split('\n');
    const auto entryOf = [&](const char* file) {
        for (const QByteArray& line : log)
            if (line.contains(file))
                return line;
        return QByteArray();
    };
    for (const char* file : {"karta.pdf", "karta.png", "platser.geojson", "yta.tif", "tider.csv"}) {
        CAPTURE(file);
        CHECK(entryOf(file).contains("Disken,Mölndals stad,Exported"));
    }
    CHECK(entryOf("karta.pdf").contains("S1 Skadegörelse")); // in the language of the page
    CHECK(entryOf("karta.pdf").contains("Incidents: 2"));
    CHECK(entryOf("tider.csv").contains("Result of an analysis"));
    CHECK(entryOf("tider.csv").contains("Incidents: 2"));
    CHECK(log.size() == 1 + 3 + 5 + 1 + 1); // headings, incidents, these, the log itself, end of the last line
    CHECK(run({u("log"), u("h.gpkg")}).code == 0); // the chain holds

    // A job that draws from a file it may not write to goes on as before.
    REQUIRE(QFile::setPermissions(run.path("h.gpkg"), QFile::ReadOwner));
    did({u("map"), u("h.gpkg"), u("--png"), u("igen.png")});
    did({u("times"), u("h.gpkg"), u("--no-test"), u("--out"), u("igen.csv")});
    CHECK_FALSE(run.read("h.gpkg").contains("igen."));
}
