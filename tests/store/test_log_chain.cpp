#include "sqlite/database.h"
#include "store/store_opener.h"
#include "store_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

using Fault = LogCheck::Fault;

/// A file with 20 entries in its log.
void fill(StoreFixture& fixture)
{
    auto store = fixture.create();
    store.setActor({QStringLiteral("Disken"), QStringLiteral("Mölndals stad")});
    for (int i = 0; i < 10; ++i) {
        auto stored = fixture.require(store.insert({i % 2 == 0 ? simpleIncident() : fullIncident()}));
        stored.front().externalId = QString::number(i);
        stored.front().severity = 2;
        fixture.require(store.update(stored));
    }
}

sqlite::Database meddler(const StoreFixture& fixture)
{
    auto database = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadWrite);
    REQUIRE(database);
    return std::move(*database);
}

/// Does what the triggers refuse, as somebody would who wants to hide something.
void meddle(const StoreFixture& fixture, std::string_view script)
{
    auto database = meddler(fixture);
    const auto done = database.execute("DROP TRIGGER hk_log_no_update; DROP TRIGGER hk_log_no_delete; "
                                       "DROP TRIGGER hk_log_no_overwrite; DROP TRIGGER hk_log_chain_no_update; "
                                       "DROP TRIGGER hk_log_chain_no_delete;");
    REQUIRE(done);
    const auto changed = database.execute(script);
    if (!changed)
        FAIL(changed.error().message);
}

LogCheck checkOf(StoreFixture& fixture)
{
    return fixture.require(fixture.open().verifyLog());
}

} // namespace

TEST_CASE("Each change is chained in its own transaction, and the chain holds")
{
    StoreFixture fixture;
    fill(fixture);
    const LogCheck check = checkOf(fixture);
    CHECK(check.sound());
    CHECK(check.entries == 20);
    CHECK(check.outside == 0);
    CHECK(check.before == 0);
    CHECK(check.pending == 0);
    CHECK(check.head.size() == 64);
    CHECK(checkOf(fixture).head == check.head);
}

TEST_CASE("An altered entry of the log is told by its number")
{
    StoreFixture fixture;
    fill(fixture);
    const auto column = GENERATE(as<std::string>(), "actor = 'Annan'", "at = '2020-01-01T00:00:00.000Z'",
                                 "organisation = NULL", "action = 'restore'", "incident = NULL",
                                 "after_values = replace(after_values, '2', '3')", "after_values = NULL",
                                 "before_values = '{}'");
    meddle(fixture, "UPDATE hk_log SET " + column + " WHERE number = 8");
    const LogCheck check = checkOf(fixture);
    CHECK(check.fault == Fault::Altered);
    CHECK(check.number == 8);
    CHECK(check.entries == 7);
}

TEST_CASE("An entry put in as disposed of without being so is told as altered")
{
    StoreFixture fixture;
    fill(fixture);
    meddle(fixture, "UPDATE hk_log_chain SET salt = NULL WHERE number = 8");
    CHECK(checkOf(fixture).fault == Fault::Altered);
}

TEST_CASE("A removed entry of the log is told by its number, whether its hash is removed or not")
{
    StoreFixture fixture;
    fill(fixture);
    SECTION("in the middle")
    {
        meddle(fixture, "DELETE FROM hk_log WHERE number = 8");
        CHECK(checkOf(fixture).number == 8);
    }
    SECTION("in the middle, with its hash")
    {
        meddle(fixture, "DELETE FROM hk_log WHERE number = 8; DELETE FROM hk_log_chain WHERE number = 8");
        CHECK(checkOf(fixture).number == 8);
    }
    SECTION("at the end, with its hash")
    {
        meddle(fixture, "DELETE FROM hk_log WHERE number >= 19; DELETE FROM hk_log_chain WHERE number >= 19");
        CHECK(checkOf(fixture).number == 19);
    }
    CHECK(checkOf(fixture).fault == Fault::Removed);
}

TEST_CASE("An entry put in among older ones is told")
{
    StoreFixture fixture;
    fill(fixture);
    meddle(fixture, "DELETE FROM hk_log_chain WHERE number = 8");
    const LogCheck check = checkOf(fixture);
    CHECK(check.fault == Fault::Added);
    CHECK(check.number == 8);
}

TEST_CASE("What another program has logged is chained at the next opening and marked as made outside")
{
    StoreFixture fixture;
    fill(fixture);
    // with a name that is not theirs, too
    REQUIRE(meddler(fixture).execute(
        "INSERT INTO hk_log (at, actor, action, after_values) VALUES ('2024-03-01T12:00:00.000Z', 'Disken', 'insert', '{}'), "
        "('2024-03-01T12:00:00.000Z', NULL, 'insert', '{}')"));
    {
        auto store = fixture.open(Access::ReadOnly);
        const LogCheck check = fixture.require(store.verifyLog());
        CHECK(check.sound());
        CHECK(check.pending == 2);
        CHECK(fixture.require(store.log(1)).front().origin == LogOrigin::Pending);
    }
    auto store = fixture.open();
    const LogCheck check = fixture.require(store.verifyLog());
    CHECK(check.sound());
    CHECK(check.entries == 22);
    CHECK(check.outside == 2);
    CHECK(check.pending == 0);
    LogFilter outside;
    outside.outsideOnly = true;
    CHECK(fixture.require(store.log(outside, 100)).size() == 2);
}

TEST_CASE("What another program logs while the file is open is marked as made outside by the next change")
{
    StoreFixture fixture;
    fill(fixture);
    auto store = fixture.open();
    REQUIRE(meddler(fixture).execute("INSERT INTO hk_log (at, action) VALUES ('2024-03-01T12:00:00.000Z', 'insert')"));
    fixture.require(store.insert({simpleIncident()}));
    const auto log = fixture.require(store.log(2));
    CHECK(log[0].origin == LogOrigin::Program);
    CHECK(log[1].origin == LogOrigin::Outside);
    CHECK(fixture.require(store.verifyLog()).sound());
}

TEST_CASE("The log of an older file is chained when it is raised and told as older than the chain")
{
    StoreFixture fixture;
    constexpr int beforeTheChain = 4;
    fixture.require(writeNewFile(fixture.path(), {}, beforeTheChain));
    REQUIRE(meddler(fixture).execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) "
                                     "INSERT INTO hk_log (at, actor, action, incident, after_values) "
                                     "SELECT '2024-03-01T12:00:00.000Z', 'Disken', 'insert', 'i' || i, '{}' FROM n"));
    const LogCheck check = checkOf(fixture);
    CHECK(check.sound());
    CHECK(check.entries == 20);
    CHECK(check.before == 20);
    auto store = fixture.open();
    fixture.require(store.insert({simpleIncident()}));
    CHECK(fixture.require(store.log(1)).front().number == 21);
}

TEST_CASE("An export is in the log with its profile, its filter and its number of incidents")
{
    StoreFixture fixture;
    auto store = fixture.create();
    store.setActor({QStringLiteral("Disken"), QStringLiteral("Mölndals stad")});
    const qint64 before = fixture.require(store.changeCounter());
    fixture.require(store.logExport({QStringLiteral("partner"), QStringLiteral("Kategorier: N1"), QStringLiteral("ut.csv"), 17}));
    CHECK(fixture.require(store.changeCounter()) != before);
    LogFilter exports;
    exports.action = QStringLiteral("export");
    const auto log = fixture.require(store.log(exports, 10));
    REQUIRE(log.size() == 1);
    CHECK(log[0].actor == QStringLiteral("Disken"));
    CHECK(log[0].organisation == QStringLiteral("Mölndals stad"));
    CHECK(log[0].incident.isNull());
    const QJsonObject note = QJsonDocument::fromJson(log[0].after.toUtf8()).object();
    CHECK(note[QStringLiteral("profile")].toString() == QStringLiteral("partner"));
    CHECK(note[QStringLiteral("filter")].toString() == QStringLiteral("Kategorier: N1"));
    CHECK(note[QStringLiteral("target")].toString() == QStringLiteral("ut.csv"));
    CHECK(note[QStringLiteral("incidents")].toInt() == 17);
    CHECK(fixture.require(store.verifyLog()).sound());
}

TEST_CASE("An export from a file that is open for reading only cannot be logged, and says so")
{
    StoreFixture fixture;
    fixture.create();
    const auto logged = fixture.open(Access::ReadOnly).logExport({});
    REQUIRE_FALSE(logged);
    CHECK(logged.error().code == ErrorCode::FileReadOnly);
}

TEST_CASE("The log is filtered by time, person, action and incident, and read on page by page")
{
    StoreFixture fixture;
    auto store = fixture.create();
    store.setActor({QStringLiteral("Anna"), {}});
    const auto first = fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    fixture.time.advance(60'000);
    store.setActor({QStringLiteral("Bertil"), {}});
    fixture.require(store.remove({first[0].id}));
    CHECK(fixture.require(store.logActors()) == QStringList{QStringLiteral("Anna"), QStringLiteral("Bertil")});
    const auto count = [&](const LogFilter& filter) { return fixture.require(store.log(filter, 100)).size(); };
    LogFilter filter;
    filter.actor = QStringLiteral("Anna");
    CHECK(count(filter) == 2);
    filter = {};
    filter.incident = first[0].id;
    CHECK(count(filter) == 2);
    filter.action = QStringLiteral("delete");
    CHECK(count(filter) == 1);
    filter = {};
    filter.from = fixture.time.now();
    CHECK(count(filter) == 1);
    filter = {};
    filter.to = fixture.time.now();
    CHECK(count(filter) == 2);
    CHECK(fixture.require(store.log({}, 2, 3)).front().number == 2);
    CHECK(fixture.require(store.log({}, 100, 2)).size() == 1);
}

TEST_CASE("A log of any length is chained by an import as by single changes")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto import = fixture.require(store.beginImport());
    for (int i = 0; i < 3000; ++i) {
        Incident incident = simpleIncident();
        incident.externalId = QString::number(i % 2900); // a few are changed again
        incident.severity = 1 + i / 2900;
        fixture.require(import.put(incident).map([](auto) {}));
    }
    fixture.require(import.commit());
    const LogCheck check = fixture.require(store.verifyLog());
    CHECK(check.sound());
    CHECK(check.entries == 3000);
}
