#include "cli_support.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace hk::test;

namespace {

/// Three at one corner within six days, two of them on the same spot; one 100 m and seven days off; one far away.
const QByteArray corner = "e,n,day\n322000,6394000,2025-03-01\n322000,6394000,2025-03-04\n322050,6394000,2025-03-07\n"
                          "322100,6394000,2025-03-08\n325000,6394000,2025-03-02\n";

QJsonArray row(const QJsonObject& json, const char* key, int index)
{
    return json.value(u(key)).toArray().at(index).toArray();
}

} // namespace

TEST_CASE("near-repeat prints observed, ratio and p as arrays of space by time")
{
    const CommandLine run;
    run.write("p.csv", corner);
    const Ran ran = run({u("near-repeat"), u("p.csv"), u("--date"), u("day"), u("--space"), u("0,100,200"), u("--time"), u("0,7,14"),
                         u("--runs"), u("199"), u("--seed"), u("5"), u("--json"), u("--out"), u("t.csv")});
    REQUIRE(ran.code == 0);
    const QJsonObject json = ran.json();
    // 0–50 m: 3, 6 and 3 days and 1; exactly 100 m: 7 and 4 days.
    CHECK(row(json, "observed", 0) == QJsonArray{4, 0});
    CHECK(row(json, "observed", 1) == QJsonArray{1, 1});
    for (const char* key : {"ratio", "p", "expected"})
        CHECK(row(json, key, 1).size() == 2);
    CHECK(json.value(u("pairs")).toInt() == 6);
    CHECK(json.value(u("incidents")).toInt() == 5);
    CHECK(json.value(u("runs")).toInt() == 199);
    CHECK(json.value(u("seed")).toInt() == 5);
    CHECK(run.read("t.csv").startsWith("distance,from_m,to_m,from_days,to_days,observed,expected,ratio,p,p_all_cells\r\n"));
    CHECK(run.read("t.csv").count('\n') == 5);
}

TEST_CASE("near-repeat gives the same numbers for the same seed and others for another")
{
    const CommandLine run;
    run.write("p.csv", corner);
    const auto expected = [&](const char* seed) {
        return run({u("near-repeat"), u("p.csv"), u("--date"), u("day"), u("--seed"), u(seed), u("--json")}).json().value(u("expected"));
    };
    CHECK(expected("1") == expected("1"));
    CHECK(expected("1") != expected("2"));
}

TEST_CASE("near-repeat reads any two columns by name and says its result in a sentence")
{
    const CommandLine run;
    run.write("p.csv", "öst;nord;when\n322000;6394000;2025-03-01\n322010;6394000;2025-03-04\n322900;6394000;2025-05-07\n");
    const Ran ran = run({u("near-repeat"), u("p.csv"), u("--x"), u("öst"), u("--y"), u("nord"), u("--date"), u("when")});
    CHECK(ran.code == 0);
    CHECK(ran.out.contains(u("incidents")));
    CHECK(ran.err.isEmpty());
}

TEST_CASE("near-repeat refuses wrong bands, runs and seeds, and points without dates")
{
    const CommandLine run;
    run.write("p.csv", corner);
    const auto code = [&](const QStringList& more) {
        const Ran ran = run(QStringList{u("near-repeat"), u("p.csv")} + more);
        CHECK_FALSE(ran.err.isEmpty());
        return ran.code;
    };
    const QStringList dated{u("--date"), u("day")};
    CHECK(code({}) == 1);
    CHECK(code(dated + QStringList{u("--space"), u("0,100,50")}) == 2);
    CHECK(code(dated + QStringList{u("--space"), u("100")}) == 2);
    CHECK(code(dated + QStringList{u("--time"), u("0,1.5")}) == 2);
    CHECK(code(dated + QStringList{u("--time"), u("0,seven")}) == 2);
    CHECK(code(dated + QStringList{u("--runs"), u("5")}) == 2);
    CHECK(code(dated + QStringList{u("--seed"), u("-1")}) == 2);
    CHECK(code({u("--date"), u("no")}) == 1);
}

TEST_CASE("near-repeat works on an incident file and its filter")
{
    const CommandLine run;
    REQUIRE(run({u("sample"), u("s.gpkg")}).code == 0);
    const QJsonObject all = run({u("near-repeat"), u("s.gpkg"), u("--json")}).json();
    const QJsonObject one = run({u("near-repeat"), u("s.gpkg"), u("--category"), u("O3"), u("--json")}).json();
    CHECK(all.value(u("incidents")).toInt() > one.value(u("incidents")).toInt());
    CHECK(all.value(u("left_out")).toObject().value(u("place")).toInt() > 0);
}

TEST_CASE("the burglaries of a real town repeat at the same place within days")
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"));
    const QString path = folder + u("/chicago_2018_at_molndal.csv.gz");
    if (!QFileInfo::exists(path)) {
        WARN("SKIPPED: chicago_2018_at_molndal.csv.gz is not at hand");
        return;
    }
    QProcess unpack;
    unpack.start(u("gzip"), {u("-dc"), path});
    REQUIRE(unpack.waitForFinished(60000));
    QByteArray burglaries;
    for (const QByteArray& line : unpack.readAllStandardOutput().split('\n'))
        if (burglaries.isEmpty() || line.contains(",BURGLARY,"))
            burglaries += line + '\n';
    const CommandLine run;
    run.write("b.csv", burglaries);
    // Places are drawn together to 15 %: 15 m here are 100 m there.
    const Ran ran = run({u("near-repeat"), u("b.csv"), u("--date"), u("occurred"), u("--space"), u("0,15,30,45"), u("--time"),
                         u("0,4,8,14"), u("--same-place"), u("--json")});
    REQUIRE(ran.code == 0);
    CHECK(ran.json().value(u("incidents")).toInt() == 6797);
    CHECK(row(ran.json(), "observed", 0).at(0).toInt() > 100);
    CHECK(row(ran.json(), "ratio", 0).at(0).toDouble() > 3.0);
    CHECK(row(ran.json(), "p", 0).at(0).toDouble() == 0.001);
}
