#include "sqlite/database.h"
#include "store_fixture.h"

#include <cmath>
#include <random>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

std::vector<Incident> imported(int count, const QString& prefix = QStringLiteral("id-"))
{
    std::mt19937_64 random(7);
    std::normal_distribution<double> spread(0.0, 800.0);
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i) {
        Incident incident = simpleIncident(i % 2 == 0 ? QStringLiteral("S1") : QStringLiteral("T1"));
        incident.sourceType = SourceType::Import;
        incident.externalId = prefix + QString::number(i);
        incident.position = {322000.0 + spread(random), 6394000.0 + spread(random)};
        incidents.push_back(incident);
    }
    return incidents;
}

std::int64_t query(const QString& path, std::string_view sql)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(database);
    const auto value = database->queryInt64(sql);
    REQUIRE(value);
    return *value;
}

std::string text(const QString& path, std::string_view sql)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(database);
    const auto value = database->queryText(sql);
    REQUIRE(value);
    return *value;
}

/// Each incident is found in the index where it lies, and nothing else is in it.
void checkIndex(const QString& path)
{
    CHECK(text(path, "SELECT rtreecheck('rtree_incidents_geom')") == "ok");
    CHECK(query(path, "SELECT count(*) FROM rtree_incidents_geom") ==
          query(path, "SELECT count(*) FROM incidents"));
}

} // namespace

TEST_CASE("An import inserts, changes what differs, and leaves what is the same")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto rows = imported(3);
    {
        auto import = fixture.require(store.beginImport());
        for (const Incident& row : rows)
            CHECK(fixture.require(import.put(row)) == ImportOutcome::Inserted);
        fixture.require(import.commit());
        CHECK(import.inserted().size() == 3);
    }
    const auto first = all(store);
    REQUIRE(first.size() == 3);
    rows[1].severity = 3;
    rows[1].position.easting += 100.0;
    fixture.time.advance(1000);
    {
        auto import = fixture.require(store.beginImport());
        CHECK(fixture.require(import.probe(rows[0])) == ImportOutcome::Unchanged);
        CHECK(fixture.require(import.probe(rows[1])) == ImportOutcome::Updated);
        CHECK(fixture.require(import.probe(imported(4)[3])) == ImportOutcome::Inserted);
        CHECK(fixture.require(import.put(rows[0])) == ImportOutcome::Unchanged);
        CHECK(fixture.require(import.put(rows[1])) == ImportOutcome::Updated);
        CHECK(fixture.require(import.put(rows[2])) == ImportOutcome::Unchanged);
        fixture.require(import.commit());
        CHECK(import.inserted().empty());
    }
    const auto second = all(store);
    REQUIRE(second.size() == 3);
    CHECK(second[0] == first[0]);
    CHECK(second[1].id == first[1].id);
    CHECK(second[1].severity == 3);
    CHECK(second[1].createdAt == fixedTime);
    CHECK(second[1].changedAt == fixedTime.addSecs(1));
    CHECK(second[2] == first[2]);
    checkIndex(fixture.path());
}

TEST_CASE("An import that is not committed leaves nothing")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident()}));
    {
        auto import = fixture.require(store.beginImport());
        for (const Incident& row : imported(50))
            fixture.require(import.put(row));
    }
    CHECK(all(store).size() == 1);
    CHECK(fixture.require(store.info()).logEntries == 1);
    checkIndex(fixture.path());
    fixture.require(store.insert({simpleIncident()})); // the triggers are back
    CHECK(fixture.require(store.info()).logEntries == 2);
    checkIndex(fixture.path());
}

TEST_CASE("An import logs each row just as single inserts do")
{
    StoreFixture fixture;
    auto single = fixture.create(QStringLiteral("single.gpkg"));
    auto bulk = fixture.create(QStringLiteral("bulk.gpkg"));
    auto rows = imported(3);
    rows.push_back(fullIncident());
    for (Incident& row : rows)
        row.id = QUuid::createUuidV5(QUuid(), row.externalId);
    fixture.require(single.insert(rows));
    auto import = fixture.require(bulk.beginImport());
    for (const Incident& row : rows)
        fixture.require(import.put(row));
    fixture.require(import.commit());
    const auto expected = fixture.require(single.log());
    const auto found = fixture.require(bulk.log());
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].number == expected[i].number);
        CHECK(found[i].at == expected[i].at);
        CHECK(found[i].actor == expected[i].actor);
        CHECK(found[i].action == expected[i].action);
        CHECK(found[i].incident == expected[i].incident);
        CHECK(found[i].after == expected[i].after);
    }
    CHECK(all(bulk) == all(single));
}

TEST_CASE("A row that comes twice in one import is inserted once and then changed, and both are logged in "
          "that order")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto rows = imported(2);
    Incident again = rows[0];
    again.severity = 2;
    again.position.northing += 5000.0;
    auto import = fixture.require(store.beginImport());
    fixture.require(import.put(rows[0]));
    CHECK(fixture.require(import.put(again)) == ImportOutcome::Updated);
    fixture.require(import.put(rows[1]));
    fixture.require(import.commit());
    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 3);
    CHECK(log[2].action == QStringLiteral("insert"));
    CHECK(log[1].action == QStringLiteral("update"));
    CHECK(log[0].action == QStringLiteral("insert"));
    checkIndex(fixture.path());
    CHECK(query(fixture.path(), "SELECT count(*) FROM rtree_incidents_geom WHERE miny > 6396000") == 1);
}

TEST_CASE("A large import packs the index, also on top of what is there, so that every place is found")
{
    StoreFixture fixture;
    auto store = fixture.create();
    for (const auto& [count, prefix] : {std::pair{40, "a"}, {3000, "b"}, {60, "c"}, {1500, "d"}}) {
        auto import = fixture.require(store.beginImport());
        for (const Incident& row : imported(count, QString::fromLatin1(prefix)))
            fixture.require(import.put(row));
        fixture.require(import.commit());
        checkIndex(fixture.path());
    }
    // The packed tree takes changes like any other.
    auto incidents = all(store);
    for (std::size_t i = 0; i < incidents.size(); i += 3)
        incidents[i].position.easting += 50.0;
    fixture.require(store.update(incidents));
    std::vector<QUuid> ids;
    for (std::size_t i = 0; i < incidents.size(); i += 2)
        ids.push_back(incidents[i].id);
    fixture.require(store.remove(ids));
    fixture.require(store.insert(std::vector<Incident>(300, simpleIncident())));
    checkIndex(fixture.path());

    auto database = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(database);
    auto row = database->prepare(
        "SELECT count(*) FROM rtree_incidents_geom r JOIN incidents i ON i.fid = r.id "
        "WHERE i.uuid = ?1 AND r.minx <= ?2 AND r.maxx >= ?2 AND r.miny <= ?3 AND r.maxy >= ?3");
    REQUIRE(row);
    for (const Incident& incident : all(store)) {
        row->bind(1, std::string_view(incident.id.toString(QUuid::WithoutBraces).toStdString()))
            .bind(2, incident.position.easting)
            .bind(3, incident.position.northing);
        REQUIRE(row->step());
        REQUIRE(row->int64(0) == 1);
        row->reset();
    }
}

TEST_CASE("One row that cannot be stored is refused and the others go on")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto rows = imported(3);
    rows[0].id = QUuid::createUuid();
    rows[1] = fullIncident();
    rows[1].id = rows[0].id;
    auto import = fixture.require(store.beginImport());
    fixture.require(import.put(rows[0]));
    const auto refused = import.put(rows[1]);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    fixture.require(import.put(rows[2]));
    fixture.require(import.commit());
    CHECK(all(store).size() == 2);
    CHECK(query(fixture.path(), "SELECT count(*) FROM incident_areas") == 0);
}

TEST_CASE("An import keeps the intervention that the desk has linked")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident row = imported(1)[0];
    row.intervention = QUuid::createUuid();
    const Incident linked = fixture.require(store.insert({row})).front();
    row.intervention = {};
    row.severity = 2;
    auto import = fixture.require(store.beginImport());
    CHECK(fixture.require(import.put(row)) == ImportOutcome::Updated);
    fixture.require(import.commit());
    CHECK(all(store).front().intervention == linked.intervention);
}

TEST_CASE("The extent of the layer covers what was stored")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident()}));
    Incident far = simpleIncident();
    far.position = {321000.0, 6395000.0};
    fixture.require(store.insert({far}));
    CHECK(text(fixture.path(),
               "SELECT min_x || ' ' || min_y || ' ' || max_x || ' ' || max_y || ' ' || last_change "
               "FROM gpkg_contents WHERE table_name = 'incidents'") ==
          "321000.0 6394286.25 322112.5 6395000.0 2024-03-01T12:00:00.000Z");
}

TEST_CASE("The name of the actor is never left in the file")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident()}));
    CHECK(query(fixture.path(), "SELECT count(*) FROM hk_actor") == 0);
    auto import = fixture.require(store.beginImport());
    fixture.require(import.put(imported(1)[0]));
    fixture.require(import.commit());
    CHECK(query(fixture.path(), "SELECT count(*) FROM hk_actor") == 0);
}

TEST_CASE("a table without polygons leaves the polygon that is known, unless it tells another reach")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident incident = imported(1).front();
    incident.precision = Precision::Area;
    incident.position = {322000, 6394000};
    incident.radius = 70.71;
    incident.area = {{321950, 6393950}, {322050, 6393950}, {322050, 6394050}, {321950, 6394050}};
    const auto put = [&](const Incident& row) {
        auto import = fixture.require(store.beginImport());
        const ImportOutcome outcome = fixture.require(import.put(row));
        fixture.require(import.commit());
        return outcome;
    };
    CHECK(put(incident) == ImportOutcome::Inserted);
    Incident row = incident;
    row.area.clear();
    CHECK(put(row) == ImportOutcome::Unchanged);
    row.severity = 3;
    CHECK(put(row) == ImportOutcome::Updated);
    CHECK(query(fixture.path(), "SELECT count(*) FROM incident_areas") == 1);
    row.radius = 200;
    CHECK(put(row) == ImportOutcome::Updated);
    CHECK(query(fixture.path(), "SELECT count(*) FROM incident_areas") == 0);
}
