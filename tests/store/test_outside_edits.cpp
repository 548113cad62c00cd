#include "sqlite/database.h"
#include "store/spatial_functions.h"
#include "store_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

/// A connection as another program has it: without our pragmas, but with the ST_* functions that the
/// standard's triggers call on every change; GDAL and QGIS have their own.
sqlite::Database plain(const QString& path)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadWrite);
    REQUIRE(database);
    REQUIRE(registerSpatialFunctions(*database));
    return std::move(*database);
}

QJsonObject json(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString program(const QString& name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty())
        WARN("SKIPPED: " << name.toStdString() << " is not installed");
    return found;
}

/// Runs to the end and returns what was printed; fails the test where the program fails.
QString run(const QString& name, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(name, arguments);
    REQUIRE(process.waitForFinished(60'000));
    const QString output = QString::fromUtf8(process.readAll());
    INFO(output.toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return output;
}

/// The validator of GDAL with its extra checks of the content, if it is installed: finds nothing.
void checkValid(const QString& path)
{
    const QString python = program(QStringLiteral("/usr/bin/python3"));
    if (python.isEmpty())
        return;
    QProcess import;
    import.start(python, {QStringLiteral("-c"), QStringLiteral("import osgeo_utils.samples.validate_gpkg")});
    REQUIRE(import.waitForFinished(60'000));
    if (import.exitCode() != 0) {
        WARN("SKIPPED: validate_gpkg of python3-gdal is not installed");
        return;
    }
    CHECK(run(python,
              {QStringLiteral("-m"), QStringLiteral("osgeo_utils.samples.validate_gpkg"),
               QStringLiteral("-k"), QStringLiteral("--extra"), QStringLiteral("--warning-as-error"), path})
              .isEmpty());
}

} // namespace

TEST_CASE("A change by another program is logged as from outside, and seen as a conflict")
{
    StoreFixture fixture;
    auto store = fixture.create();
    store.setActor({QStringLiteral("Samordnaren"), {}});
    Incident incident = fixture.require(store.insert({fullIncident()})).front();
    REQUIRE(plain(fixture.path()).execute("UPDATE incidents SET severity = 1, place = 'Ny' WHERE fid = 1"));

    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 2);
    CHECK(log[0].action == QStringLiteral("update"));
    CHECK(log[0].actor.isEmpty());
    CHECK(log[0].incident == incident.id);
    CHECK(json(log[0].before) ==
          QJsonObject{{QStringLiteral("severity"), 3}, {QStringLiteral("place"), incident.placeName}});
    CHECK(json(log[0].after) ==
          QJsonObject{{QStringLiteral("severity"), 1}, {QStringLiteral("place"), QStringLiteral("Ny")}});

    const Incident stored = fixture.require(store.find(incident.id));
    CHECK(stored.severity == 1);
    CHECK(stored.changedBy.isEmpty());
    CHECK(stored.createdBy == QStringLiteral("Samordnaren"));
    incident.category = QStringLiteral("S3");
    CHECK(store.update({incident}, {incident.changedAt}).error().code == ErrorCode::Conflict);
}

TEST_CASE("A deletion by another program can be taken back")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({fullIncident()})).front();
    REQUIRE(plain(fixture.path()).execute("DELETE FROM incidents"));
    CHECK(all(store).empty());
    CHECK(fixture.require(store.log()).front().actor.isEmpty());
    fixture.require(store.restore({incident.id}));
    CHECK(all(store) == std::vector<Incident>{incident});
}

TEST_CASE("An incident that another program deletes and puts back is whole again")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({fullIncident()})).front();
    auto database = plain(fixture.path());
    REQUIRE(database.execute("CREATE TEMP TABLE keep AS SELECT * FROM incidents; DELETE FROM incidents; "
                             "INSERT INTO incidents SELECT * FROM keep"));
    CHECK(all(store) == std::vector<Incident>{incident});
    CHECK(fixture.require(store.deleted()).empty());
    CHECK(fixture.require(store.log()).front().action == QStringLiteral("restore"));
}

TEST_CASE("Times as other programs write them become UTC, and a change of the text alone is not logged")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    auto database = plain(fixture.path());
    REQUIRE(database.execute("UPDATE incidents SET occurred_from = '2024-02-10 21:30', "
                             "occurred_to = '2024-02-10T22:30:00+01:00'"));
    CHECK(all(store) == std::vector<Incident>{incident});
    CHECK(fixture.require(store.log()).size() == 1);
    REQUIRE(database.execute("UPDATE incidents SET occurred_to = '2024-02-10T23:30:00.000'"));
    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 2);
    CHECK(json(log[0].before) ==
          QJsonObject{{QStringLiteral("occurred_to"), QStringLiteral("2024-02-10T21:30:00.000Z")}});
    CHECK(json(log[0].after) ==
          QJsonObject{{QStringLiteral("occurred_to"), QStringLiteral("2024-02-10T23:30:00.000Z")}});
}

TEST_CASE("A copy pasted by another program is a new incident with its own id and times")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    auto database = plain(fixture.path());
    // As QGIS does it: an id that it makes up, times without a zone, the other's signature.
    REQUIRE(database.execute(
        "INSERT INTO incidents (geom, category, occurred_from, created_at, created_by, changed_at, "
        "changed_by, uuid) SELECT geom, category, '2024-02-10T21:30:00.000', "
        "'2024-03-01T12:00:00.000', created_by, '2024-03-01T12:00:00.000', changed_by, uuid || '_1' "
        "FROM incidents"));
    const auto incidents = all(store);
    REQUIRE(incidents.size() == 2);
    CHECK(incidents[0] == incident);
    CHECK(incidents[1].id != incident.id);
    CHECK_FALSE(incidents[1].id.isNull());
    CHECK(incidents[1].occurredFrom == incident.occurredFrom);
    CHECK(incidents[1].createdBy.isEmpty());
    CHECK(incidents[1].createdAt > incident.createdAt);
    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 2);
    CHECK(log[0].action == QStringLiteral("insert"));
    CHECK(log[0].incident == incidents[1].id);
    checkValid(fixture.path());
}

TEST_CASE("An id in braces is kept without them")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    auto database = plain(fixture.path());
    REQUIRE(
        database.execute("INSERT INTO incidents (geom, category, occurred_from, uuid) SELECT geom, category, "
                         "occurred_from, '{0E2A3B4C-1111-4222-8333-444455556666}' FROM incidents"));
    CHECK(all(store)[1].id == QUuid(QStringLiteral("{0e2a3b4c-1111-4222-8333-444455556666}")));
    CHECK(fixture.require(store.log()).front().incident == all(store)[1].id);
}

TEST_CASE("The log refuses to be changed, shortened or overwritten")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    auto database = plain(fixture.path());
    for (const char* sql :
         {"UPDATE hk_log SET actor = 'somebody'", "DELETE FROM hk_log",
          "UPDATE OR REPLACE hk_log SET number = 1 WHERE number = 2",
          "INSERT OR REPLACE INTO hk_log (number, at, action) VALUES (1, '2024-01-01', 'insert')",
          "INSERT INTO hk_log (number, at, action) VALUES (2, '2024-01-01', 'insert') "
          "ON CONFLICT (number) DO UPDATE SET actor = 'somebody'",
          "INSERT INTO hk_log (number, at, action) VALUES (-1, '2024-01-01', 'insert')"})
        CHECK_FALSE(database.execute(sql));
    CHECK(fixture.require(store.log()).size() == 2);
    CHECK(database.queryInt64("SELECT count(*) FROM hk_log WHERE actor = 'handelsekartan'").value() == 2);
}

TEST_CASE("Deleted incidents cannot be changed or thrown away by another program")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    fixture.require(store.remove({incident.id}));
    auto database = plain(fixture.path());
    CHECK_FALSE(database.execute("DELETE FROM hk_deleted"));
    CHECK_FALSE(database.execute("UPDATE hk_deleted SET category = 'X1'"));
    CHECK(fixture.require(store.deleted()) == std::vector<Incident>{incident});
}

TEST_CASE("The file refuses what the program could not read, and an id that changes")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    auto database = plain(fixture.path());
    for (const char* sql : {"UPDATE incidents SET category = ''", "UPDATE incidents SET category = NULL",
                            "UPDATE incidents SET occurred_from = 'yesterday'",
                            "UPDATE incidents SET occurred_to = '2020-01-01T00:00:00Z'",
                            "UPDATE incidents SET severity = 4", "UPDATE incidents SET precision = 'exact'",
                            "UPDATE incidents SET persons = -1", "UPDATE incidents SET radius = 0",
                            "UPDATE incidents SET geom = 'here'", "UPDATE incidents SET geom = NULL",
                            "UPDATE incidents SET uuid = NULL", "UPDATE incidents SET uuid = 'x'"})
        CHECK_FALSE(database.execute(sql));
    CHECK(all(store) == std::vector<Incident>{incident});
}

TEST_CASE("The value list shown by other programs follows the category list")
{
    StoreFixture fixture;
    fixture.create();
    auto database = plain(fixture.path());
    REQUIRE(database.execute("INSERT INTO hk_categories (code, name_sv, name_en, category_group) "
                             "VALUES ('Z9', 'Ny kategori', 'New category', 'place'); "
                             "UPDATE hk_categories SET name_sv = 'Klotter, tagg' WHERE code = 'S2'; "
                             "DELETE FROM hk_categories WHERE code = 'X2'"));
    const auto description = [&](const std::string& code) {
        return database
            .queryText("SELECT coalesce((SELECT description FROM gpkg_data_column_constraints WHERE "
                       "constraint_name = "
                       "'hk_category' AND value = '" +
                       code + "'), '')")
            .value();
    };
    CHECK(description("Z9") == "Z9 Ny kategori");
    CHECK(description("S2") == "S2 Klotter, tagg");
    CHECK(description("X2").empty());
    const auto store = fixture.open();
    CHECK(store.categories().find(QStringLiteral("Z9"))->nameSv == QStringLiteral("Ny kategori"));
    CHECK_FALSE(store.categories().contains(QStringLiteral("X2")));
}

TEST_CASE("Edits by ogrinfo and ogr2ogr are logged, read back, and leave a valid GeoPackage")
{
    const QString ogrinfo = program(QStringLiteral("ogrinfo"));
    const QString ogr2ogr = program(QStringLiteral("ogr2ogr"));
    if (ogrinfo.isEmpty() || ogr2ogr.isEmpty())
        return;
    StoreFixture fixture;
    auto incidents = std::vector<Incident>{fullIncident(), simpleIncident(), simpleIncident()};
    {
        auto store = fixture.create();
        incidents = fixture.require(store.insert(incidents));
        checkValid(fixture.path());
    }
    run(ogrinfo,
        {fixture.path(), QStringLiteral("-sql"),
         QStringLiteral("UPDATE incidents SET severity = 2, description = 'Å \"x\"' WHERE fid = 2")});
    run(ogrinfo,
        {fixture.path(), QStringLiteral("-sql"), QStringLiteral("DELETE FROM incidents WHERE fid = 1")});
    QFile input(fixture.path(QStringLiteral("more.geojson")));
    REQUIRE(input.open(QIODevice::WriteOnly));
    input.write(
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},
        "features":[{"type":"Feature","properties":{"category":"S1","occurred_from":"2024-05-01T12:00:00+02:00",
        "place":"Knarrhögsgatan"},"geometry":{"type":"Point","coordinates":[322005,6394005]}}]})");
    input.close();
    run(ogr2ogr, {QStringLiteral("-append"), fixture.path(), input.fileName(), QStringLiteral("-nln"),
                  QStringLiteral("incidents")});
    checkValid(fixture.path());

    auto store = fixture.open();
    CHECK_FALSE(fixture.require(store.info()).indexMended);
    const auto found = all(store);
    REQUIRE(found.size() == 3);
    CHECK(found[0].severity == 2);
    CHECK(found[0].description == QStringLiteral("Å \"x\""));
    CHECK(found[1] == incidents[2]);
    CHECK(found[2].category == QStringLiteral("S1"));
    CHECK(found[2].occurredFrom == QDateTime(QDate(2024, 5, 1), QTime(10, 0), Qt::UTC));
    CHECK(found[2].occurredTo == found[2].occurredFrom);
    CHECK(found[2].position == Sweref99{322005.0, 6394005.0});
    CHECK_FALSE(found[2].id.isNull());
    CHECK(found[2].createdAt.isValid());
    for (const LogEntry& entry : fixture.require(store.log(3)))
        CHECK(entry.actor.isEmpty());
    const auto entries = fixture.require(store.log(10, found[2].id));
    REQUIRE(entries.size() == 1);
    CHECK(json(entries[0].after).value(QStringLiteral("occurred_from")) ==
          QStringLiteral("2024-05-01T10:00:00.000Z"));

    fixture.require(store.restore({incidents[0].id}));
    fixture.require(store.update({found[2]}));
    checkValid(fixture.path());
}

TEST_CASE("Outlines edited by ogrinfo are logged and read back")
{
    const QString ogrinfo = program(QStringLiteral("ogrinfo"));
    if (ogrinfo.isEmpty())
        return;
    StoreFixture fixture;
    Incident incident;
    {
        auto store = fixture.create();
        incident = fixture.require(store.insert({fullIncident()})).front();
    }
    run(ogrinfo, {fixture.path(), QStringLiteral("-sql"), QStringLiteral("DELETE FROM incident_areas")});
    auto store = fixture.open();
    const Incident found = fixture.require(store.find(incident.id));
    CHECK(found.area.empty());
    CHECK(found.changedAt != incident.changedAt);
    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 2);
    CHECK(json(log[0].before).contains(QStringLiteral("area")));
    checkValid(fixture.path());
}
