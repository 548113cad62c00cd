#include "cli_support.h"

#include <QDir>
#include <QJsonObject>

#include <csignal>

using namespace hk::test;

namespace {

const QByteArray town = "<osm version=\"0.6\"><node id=\"1\" lat=\"57.6555\" lon=\"12.0155\"/>"
                        "<node id=\"2\" lat=\"57.6560\" lon=\"12.0160\"/><node id=\"3\" lat=\"57.6600\" lon=\"12.0500\"/>"
                        "<node id=\"4\" lat=\"57.6600\" lon=\"12.0510\"/>"
                        "<way id=\"7\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/></way>"
                        "<way id=\"8\"><nd ref=\"3\"/><nd ref=\"4\"/><tag k=\"highway\" v=\"path\"/></way></osm>";

} // namespace

TEST_CASE("basemap build makes a map, says what is in it, and replaces none unasked")
{
    CommandLine run;
    run.write("stad.osm", town);
    const QStringList command{u("basemap"), u("build"), u("--osm"), u("stad.osm"), u("--out"), u("stad.gpkg")};
    const Ran first = run(command);
    INFO(first.err.toStdString());
    REQUIRE(first.code == 0);
    CHECK(first.out.startsWith(u("2 things read")));
    CHECK(run.read("stad.gpkg").startsWith("SQLite format 3"));
    const QByteArray before = run.read("stad.gpkg");

    const Ran again = run(command);
    CHECK(again.code == 1);
    CHECK(again.err.contains(u("stad.gpkg")));
    CHECK(run.read("stad.gpkg") == before);

    const Ran cut = run(command + QStringList{u("--overwrite"), u("--json"), u("--extent"), u("319800,6393500,321000,6395000")});
    INFO(cut.err.toStdString());
    REQUIRE(cut.code == 0);
    const QJsonObject road = cut.json()[u("themes")][u("road")].toObject();
    CHECK(road[u("written")].toInt() + road[u("outside")].toInt() == 2);
}

TEST_CASE("basemap build refuses an incident file as its target, and wrong usage")
{
    CommandLine run;
    run.write("stad.osm", town);
    REQUIRE(run({u("init"), u("fil.gpkg")}).code == 0);
    const QByteArray before = run.read("fil.gpkg");
    CHECK(run({u("basemap"), u("build"), u("--osm"), u("stad.osm"), u("--out"), u("fil.gpkg"), u("--overwrite")}).code == 1);
    CHECK(run.read("fil.gpkg") == before);
    CHECK(run({u("basemap"), u("build"), u("--osm"), u("stad.osm"), u("--out"), u("stad.osm"), u("--overwrite")}).code == 1);
    CHECK(run.read("stad.osm") == town);
    CHECK(run({u("basemap")}).code == 2);
    CHECK(run({u("basemap"), u("build"), u("--osm"), u("stad.osm")}).code == 2);
    CHECK(run({u("basemap"), u("build"), u("--osm"), u("stad.osm"), u("--out"), u("k.gpkg"), u("--extent"), u("1,2,3")}).code == 2);
    CHECK(run({u("basemap"), u("build"), u("--osm"), u("finns-inte.osm"), u("--out"), u("k.gpkg")}).code == 1);
    CHECK_FALSE(QFile::exists(run.path("k.gpkg")));
}

#ifdef Q_OS_UNIX
TEST_CASE("an interrupt ends basemap build, and leaves nothing in the folder")
{
    CommandLine run;
    QByteArray nodes, ways; // enough that it does not end before the interrupt
    constexpr int streets = 150'000;
    for (int i = 0; i < streets; ++i) {
        const QByteArray id = QByteArray::number(i + 1);
        nodes += "<node id=\"" + id + "\" lat=\"57." + QByteArray::number(100000 + i) + "\" lon=\"12.0\"/>";
        if (i > 0)
            ways += "<way id=\"" + id + "\"><nd ref=\"" + QByteArray::number(i) + "\"/><nd ref=\"" + id
                    + "\"/><tag k=\"highway\" v=\"path\"/></way>";
    }
    run.write("stor.osm", "<osm version=\"0.6\">" + nodes + ways + "</osm>");
    QProcess process;
    const QDir folder(QFileInfo(run.path("stor.osm")).path());
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(HK_CLI), {u("basemap"), u("build"), u("--osm"), u("stor.osm"), u("--out"), u("k.gpkg")});
    REQUIRE(process.waitForStarted());
    // The folder for what is not ready yet says that the work has begun.
    while (process.state() == QProcess::Running
           && folder.entryList({u(".map-*")}, QDir::Dirs | QDir::Hidden).isEmpty())
        process.waitForFinished(5);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    REQUIRE(process.waitForFinished(30'000));
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 1);
    CHECK(folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) == QStringList{u("stor.osm")});
}
#endif
