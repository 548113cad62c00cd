#include "cli_support.h"

#include <QJsonArray>

using namespace hk::test;

namespace {

/// What a sender's system writes: code page 850, semicolons, day first, no coordinates.
const QByteArray foreign = "L\x94pnr;Datum;Tid;H\x84ndelse;Plats\n"
                           "17;03.05.2024;21.30;Klottre;Brogatan 4\n"
                           "18;23.05.2024;09.05;Br\x86k;Brogatan\n"
                           "19;24.05.2024;10.00;Br\x86k;Ingenstans\n";

} // namespace

TEST_CASE("a sender's table is imported as guessed, kept under a name, and read again by it")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", foreign);
    const QJsonObject first = run({u("import"), u("a.gpkg"), u("i.csv"), u("--guess"), u("--save-plan"), u("Vaktbolaget"),
                                   u("--rejects"), u("r.csv"), u("--json")})
                                  .json();
    CHECK(first.value(u("inserted")).toInt() == 2);
    CHECK(first.value(u("rejected")).toInt() == 1);
    const QJsonObject places = first.value(u("places")).toObject();
    CHECK(places.value(u("found")).toInt() == 2);
    CHECK(places.value(u("not_found")).toObject().value(u("Ingenstans")).toInt() == 1);

    // The rejected row, mended in the file that was written, comes in by the same plan.
    QByteArray rejected = run.read("r.csv");
    CHECK(rejected.contains("not-found"));
    run.write("r.csv", QByteArray(rejected).replace(";Ingenstans\n", ";Brogatan\n"));
    const QJsonObject mended
        = run({u("import"), u("a.gpkg"), u("r.csv"), u("--plan"), u("Vaktbolaget"), u("--json")}).json();
    CHECK(mended.value(u("inserted")).toInt() == 1);
    const QJsonObject again
        = run({u("import"), u("a.gpkg"), u("i.csv"), u("--plan"), u("Vaktbolaget"), u("--json")}).json();
    CHECK(again.value(u("unchanged")).toInt() == 2);
    CHECK(run({u("import"), u("a.gpkg"), u("i.csv"), u("--plan"), u("Ingen")}).code == 1);
}

TEST_CASE("what is said on the command line goes before the guess")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", "category|from|easting|northing\nN1|05/03/2024 13:00|321.991,1|6.394.262,8\n");
    const QStringList import{u("import"), u("a.gpkg"), u("i.csv"), u("--separator"), u("|"), u("--decimal"), u("comma"),
                             u("--dates"), u("month-first"), u("--time-zone"), u("UTC"), u("--json")};
    CHECK(run(import).json().value(u("inserted")).toInt() == 1);
    REQUIRE(run({u("export"), u("a.gpkg"), u("o.csv"), u("--profile"), u("internal")}).code == 0);
    CHECK(run.read("o.csv").contains("2024-05-03"));
    CHECK(run({u("import"), u("a.gpkg"), u("i.csv"), u("--dates"), u("moon-first")}).code == 2);
    CHECK(run({u("import"), u("a.gpkg"), u("i.csv"), u("--encoding"), u("klingon")}).code == 2);
    CHECK(run({u("import"), u("a.gpkg"), u("i.csv"), u("--separator"), u("ab")}).code == 2);
}

TEST_CASE("rows that are likely to be there are left out when asked")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", "category,from,lat,lon\nN1,2024-05-03 21:00,57.6556,12.0187\n");
    REQUIRE(run({u("import"), u("a.gpkg"), u("i.csv")}).code == 0);
    const QJsonObject again = run({u("import"), u("a.gpkg"), u("i.csv"), u("--skip-duplicates"), u("--json")}).json();
    CHECK(again.value(u("duplicates")).toInt() == 1);
    CHECK(again.value(u("inserted")).toInt() == 0);
    CHECK(run({u("import"), u("a.gpkg"), u("i.csv"), u("--json")}).json().value(u("inserted")).toInt() == 1);
}

TEST_CASE("rows that may name a person are counted and told by number, never by the name")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", "category,from,lat,lon,description\nN1,2024-05-03 21:00,57.6556,12.0187,Klotter\n"
                       "N1,2024-05-04 21:00,57.6556,12.0187,anna svensson ringde\n");
    const QStringList dry{u("import"), u("a.gpkg"), u("i.csv"), u("--dry-run")};
    CHECK(run(dry + QStringList{u("--json")}).json().value(u("name_questions")).toInt() == 1);
    const auto words = run(dry);
    CHECK(words.out.contains(u("may name a person: rows 3")));
    CHECK_FALSE(words.out.contains(u("anna"), Qt::CaseInsensitive));
}

TEST_CASE("a place that is not on the map is told with the names that may be meant")
{
    const CommandLine run;
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    run.write("i.csv", "category,from,place\nN1,2024-05-03 21:00,Vid Brogatan någonstans\n");
    const auto told = run({u("import"), u("a.gpkg"), u("i.csv"), u("--places"), u("--dry-run"), u("--json")});
    const QJsonObject like = told.json().value(u("places")).toObject().value(u("like")).toObject();
    CHECK(like.value(u("Vid Brogatan någonstans")).toArray().first().toString() == u("Brogatan"));
}
