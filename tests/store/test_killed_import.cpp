#include "sqlite/database.h"
#include "store_fixture.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <chrono>
#include <csignal>
#include <random>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

constexpr int rowCount = 6000;

/// In the child: imports and ends; never returns to the test runner.
[[noreturn]] void importAndExit(const QString& path, int round)
{
    auto store = IncidentStore::open(path);
    if (!store)
        _exit(1);
    auto import = store->beginImport();
    if (!import)
        _exit(1);
    for (int i = 0; i < rowCount; ++i) {
        Incident incident = simpleIncident();
        incident.externalId = QStringLiteral("%1-%2").arg(round).arg(i);
        incident.position.easting += i % 1000;
        incident.description = QString(300, QLatin1Char('d'));
        if (!import->put(incident))
            _exit(1);
    }
    _exit(import->commit() ? 0 : 1);
}

} // namespace

TEST_CASE("An import killed at any moment leaves all or nothing of it")
{
    StoreFixture fixture;
    fixture.require(fixture.create().insert({simpleIncident()}));
    std::mt19937 random(20240301);
    std::size_t stored = 1;
    std::chrono::microseconds longest(400'000);
    for (int round = 0; round < 8; ++round) {
        const auto moment = std::chrono::microseconds(
            std::uniform_int_distribution<std::int64_t>(0, longest.count())(random));
        const auto start = std::chrono::steady_clock::now();
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0)
            importAndExit(fixture.path(), round);
        std::this_thread::sleep_until(start + moment);
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);

        auto store = fixture.open();
        const std::size_t now = all(store).size();
        CHECK((now == stored || now == stored + rowCount));
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            CHECK(now == stored + rowCount);
        stored = now;
        CHECK(fixture.require(store.info()).logEntries == static_cast<qint64>(stored));
        CHECK_FALSE(fixture.require(store.info()).indexMended);
        auto database = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadOnly);
        REQUIRE(database);
        CHECK(database->checkIntegrity(true).value() == "ok");
        CHECK(database->queryText("SELECT rtreecheck('rtree_incidents_geom')").value() == "ok");
    }
}
#endif
