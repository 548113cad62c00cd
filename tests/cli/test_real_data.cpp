#include "cli_support.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace hk::test;

namespace {

/// A file of the shared test data, or nothing where it is not at hand.
QString shared(const char* name)
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"));
    const QString path = folder + u("/") + u(name);
    return QFileInfo::exists(path) ? path : QString();
}

bool unpack(const QString& path, const QString& to)
{
    QProcess process;
    process.setStandardOutputFile(to);
    process.start(u("gzip"), {u("-dc"), path});
    return process.waitForFinished(60000) && process.exitCode() == 0;
}

const QByteArray chicagoTypes = "value,field_value\nTHEFT,T1\nBATTERY,V2\nCRIMINAL DAMAGE,S1\nASSAULT,V1\n"
                                "DECEPTIVE PRACTICE,T1\nOTHER OFFENSE,O3\nNARCOTICS,N1\nBURGLARY,T2\nROBBERY,T3\n"
                                "MOTOR VEHICLE THEFT,T1\nCRIMINAL TRESPASS,O3\nWEAPONS VIOLATION,V1\n"
                                "OFFENSE INVOLVING CHILDREN,O4\nPUBLIC PEACE VIOLATION,O1\nARSON,S4\nSTALKING,O4\n"
                                "INTERFERENCE WITH PUBLIC OFFICER,V3\nLIQUOR LAW VIOLATION,O2\n";

} // namespace

TEST_CASE("156 385 real incidents import, and every rejected row has its reason")
{
    const QString input = shared("chicago_2018_at_molndal.csv.gz");
    if (input.isEmpty()) {
        WARN("SKIPPED: chicago_2018_at_molndal.csv.gz is not at hand");
        return;
    }
    const CommandLine run;
    REQUIRE(unpack(input, run.path("c.csv")));
    run.write("types.csv", chicagoTypes);
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    const Ran ran = run({u("import"), u("a.gpkg"), u("c.csv"), u("--map"), u("external_id=id"), u("--map"), u("category=type"),
                         u("--map"), u("from=occurred"), u("--map"), u("place=location"), u("--map"), u("description=description"),
                         u("--values"), u("category=types.csv"), u("--default"), u("category=X1"), u("--rejects"), u("r.csv"),
                         u("--json")},
                        280);
    REQUIRE(ran.code == 0);
    const QJsonObject report = ran.json();
    CHECK(report.value(u("read")).toInt() == 156385);
    CHECK(report.value(u("reasons")).toObject().value(u("time-does-not-exist")).toInt() == 31);
    CHECK(report.value(u("inserted")).toInt() + report.value(u("rejected")).toInt() == 156385);
    CHECK(run.read("r.csv").trimmed().count('\n') == report.value(u("rejected")).toInt());
    CHECK(run({u("info"), u("a.gpkg"), u("--json")}).json().value(u("incidents")) == report.value(u("inserted")));
}

TEST_CASE("Lancashire lies in England: every row is rejected, and its heatmap works in its own CRS")
{
    const QString input = shared("lancashire_asb.tab.gz");
    if (input.isEmpty()) {
        WARN("SKIPPED: lancashire_asb.tab.gz is not at hand");
        return;
    }
    const CommandLine run;
    REQUIRE(unpack(input, run.path("l.tab")));
    REQUIRE(run({u("init"), u("a.gpkg")}).code == 0);
    const Ran ran = run({u("import"), u("a.gpkg"), u("l.tab"), u("--map"), u("from=month"), u("--default"), u("category=O3"),
                         u("--rejects"), u("r.csv"), u("--json")});
    CHECK(ran.code == 1);
    CHECK(ran.json().value(u("rejected")).toInt() == 56434);
    CHECK(ran.json().value(u("reasons")).toObject().value(u("outside-sweden")).toInt() == 56434);
    CHECK(run({u("info"), u("a.gpkg"), u("--json")}).json().value(u("incidents")).toInt() == 0);

    const QJsonObject heat = run({u("heatmap"), u("l.tab"), u("--cell"), u("500"), u("--bandwidth"), u("2000"), u("--crs"),
                                  u("EPSG:27700"), u("--out"), u("l.tif"), u("--json")})
                                 .json();
    CHECK(heat.value(u("points")).toInt() == 56434);
    CHECK(heat.value(u("maximum_per_km2")).toDouble() > 10.0);
}

TEST_CASE("the hours, months and patrol bands of 156 385 real incidents are those counted independently")
{
    const QString input = shared("chicago_2018_at_molndal.csv.gz");
    if (input.isEmpty()) {
        WARN("SKIPPED: chicago_2018_at_molndal.csv.gz is not at hand");
        return;
    }
    const CommandLine run;
    REQUIRE(unpack(input, run.path("c.csv")));
    const QStringList points{u("c.csv"), u("--x"), u("lon"), u("--y"), u("lat"), u("--date"), u("occurred"), u("--json")};
    const QJsonObject times = run(QStringList{u("times")} + points).json();
    // Counted with the csv and datetime modules of Python 3.
    CHECK(times[u("counted")].toInt() == 156385);
    CHECK(times[u("hours")].toArray().at(4).toArray().at(22).toDouble() == 1177.0);
    CHECK(times[u("hours")].toArray().at(0).toArray().at(3).toDouble() == 369.0);
    QList<int> months;
    for (const QJsonValue& month : times[u("months")].toArray())
        months.append(month.toObject()[u("count")].toInt());
    CHECK(months == QList<int>{20009, 17033, 20807, 20639, 24069, 23438, 24177, 6213});
    QList<int> bands;
    for (const QJsonValue& band : times[u("bands")].toObject()[u("count")].toArray())
        bands.append(band.toInt());
    CHECK(bands == QList<int>{19086, 31165, 34164, 33808, 25789, 12373});
    // The small hours are quiet on every weekday, which no shuffled calendar shows.
    for (int weekday = 0; weekday < 7; ++weekday)
        CHECK(times[u("test")].toObject()[u("slots")].toArray().at(6 * weekday + 5).toObject()[u("p_all_hours")].toDouble()
              <= (weekday < 5 ? 0.01 : 1.0));

    const QJsonObject compared = run(QStringList{u("compare")} + points
                                     + QStringList{u("--a"), u("2018-01-01/2018-03-01"), u("--b"), u("2018-03-01/2018-05-01")})
                                     .json();
    CHECK(compared[u("total")].toObject()[u("a")].toInt() == 20009 + 17033);
    CHECK(compared[u("total")].toObject()[u("b")].toInt() == 20807 + 20639);
}
