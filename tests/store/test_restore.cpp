#include "sqlite/database.h"
#include "store/backups.h"
#include "store_fixture.h"

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

std::vector<Incident> content(const IncidentStore& store)
{
    std::vector<Incident> incidents = all(store);
    for (Incident& incident : incidents) {
        incident.changedAt = {};
        incident.changedBy.clear();
    }
    std::sort(incidents.begin(), incidents.end(), [](const Incident& a, const Incident& b) { return a.id < b.id; });
    return incidents;
}

/// A file with three incidents, a copy of it, and then one made, one changed and one deleted.
struct Morning {
    StoreFixture fixture;
    IncidentStore store = fixture.create();
    std::vector<Incident> first;
    std::vector<Incident> then;
    BackupFile copy;

    Morning()
    {
        first = fixture.require(store.insert({fullIncident(), simpleIncident(), simpleIncident()}));
        then = content(store);
        copy = fixture.require(makeBackup(fixture.path(), BackupReason::Start, fixture.time.now()));
        fixture.time.advance(1000);
        Incident changed = first[1];
        changed.precision = Precision::Area;
        changed.area = fullIncident().area;
        changed.description = QStringLiteral("Ändrad");
        fixture.require(store.update({changed}));
        fixture.require(store.insert({simpleIncident(QStringLiteral("T1"))}));
        fixture.require(store.remove({first[0].id}));
    }
    IncidentStore openCopy() { return fixture.require(IncidentStore::open(copy.path, Access::ReadOnly)); }
};

} // namespace

TEST_CASE("A copy is compared with the file before anything is changed")
{
    Morning morning;
    const Comparison comparison = morning.fixture.require(morning.store.compareWith(morning.openCopy()));
    REQUIRE(comparison.added.size() == 1);
    CHECK(comparison.added[0].category == QStringLiteral("T1"));
    REQUIRE(comparison.changed.size() == 1);
    CHECK(comparison.changed[0].now.description == QStringLiteral("Ändrad"));
    CHECK(comparison.changed[0].then.id == morning.first[1].id);
    REQUIRE(comparison.removed.size() == 1);
    CHECK(comparison.removed[0].id == morning.first[0].id);
    CHECK(comparison.unchanged == 1);
    CHECK(comparison.disposed == 0);
    CHECK(content(morning.store) != morning.then);
}

TEST_CASE("A file brought back to a copy holds what the copy holds, and its log goes on")
{
    Morning morning;
    const auto before = morning.fixture.require(morning.store.info());
    morning.store.setActor({QStringLiteral("Disken"), {}});
    morning.fixture.require(morning.store.restoreFrom(morning.openCopy()).map([](const Comparison&) {}));
    CHECK(content(morning.store) == morning.then);
    const auto log = morning.fixture.require(morning.store.log(100));
    CHECK(static_cast<qint64>(log.size()) > before.logEntries);
    CHECK(log.front().actor == QStringLiteral("Disken"));
    CHECK(morning.fixture.require(morning.store.verifyLog()).sound());
    CHECK(morning.fixture.require(morning.store.compareWith(morning.openCopy())).nothingToDo());
    // what was new can be taken back
    CHECK(morning.fixture.require(morning.store.deleted()).size() == 1);
    // and the spatial index follows
    const QString path = morning.fixture.path();
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(database);
    CHECK(database->queryText("SELECT rtreecheck('rtree_incidents_geom')").value() == "ok");
}

TEST_CASE("A copy in which an external id belongs to another incident is refused as a whole")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident a = simpleIncident();
    a.externalId = QStringLiteral("a");
    Incident b = simpleIncident();
    b.externalId = QStringLiteral("b");
    auto stored = fixture.require(store.insert({a, b}));
    const BackupFile copy = fixture.require(makeBackup(fixture.path(), BackupReason::Start, fixture.time.now()));
    // the two ids change places
    stored[0].externalId = QStringLiteral("c");
    stored = fixture.require(store.update(stored));
    stored[1].externalId = QStringLiteral("a");
    stored = fixture.require(store.update(stored));
    stored[0].externalId = QStringLiteral("b");
    stored = fixture.require(store.update(stored));
    const auto now = content(store);
    const auto restored
        = store.restoreFrom(fixture.require(IncidentStore::open(copy.path, Access::ReadOnly)));
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == ErrorCode::Conflict);
    CHECK(content(store) == now);
}

TEST_CASE("What was disposed of does not come back with a copy")
{
    Morning morning;
    const auto& disposed = morning.first[2];
    morning.fixture.require(
        morning.store.dispose({{disposed.id, disposed.category, disposed.confidentiality, disposed.occurredTo, {}}})
            .map([](const DisposalReport&) {}));
    const Comparison comparison = morning.fixture.require(morning.store.compareWith(morning.openCopy()));
    CHECK(comparison.disposed == 1);
    morning.fixture.require(morning.store.restoreFrom(morning.openCopy()).map([](const Comparison&) {}));
    CHECK_FALSE(morning.store.find(disposed.id));
}
