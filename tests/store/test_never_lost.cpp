// What must hold whatever happens. Short here; scripts/never-lost runs the long forms (HK_FAULT_ROUNDS, HK_KILL_ROUNDS).

#include "faulty_vfs.h"
#include "random_work.h"
#include "sqlite/database.h"
#include "store/backups.h"
#include "store_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <thread>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

int roundsOf(const char* variable, int fallback)
{
    bool given = false;
    const int rounds = qEnvironmentVariableIntValue(variable, &given);
    return given && rounds > 0 ? rounds : fallback;
}

void moveAway(const QString& path, const QString& to)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        if (QFileInfo::exists(path + QLatin1String(suffix)))
            REQUIRE(QFile::rename(path + QLatin1String(suffix), to + QLatin1String(suffix)));
}

} // namespace

#ifdef Q_OS_UNIX
TEST_CASE("A file that was moved away is told and not written, and takes changes again when it is back")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident()}));
    CHECK_FALSE(store.isReplaced());
    const QString away = fixture.path(QStringLiteral("away.gpkg"));
    moveAway(fixture.path(), away);
    CHECK(store.isReplaced());
    const auto inserted = store.insert({simpleIncident()});
    REQUIRE_FALSE(inserted);
    CHECK(inserted.error().code == ErrorCode::FileNotFound);
    CHECK(inserted.error().arguments == QStringList{QStringLiteral("replaced")});
    CHECK_FALSE(store.beginImport());
    CHECK_FALSE(store.remove({all(store)[0].id}));
    CHECK_FALSE(QFileInfo::exists(fixture.path()));
    moveAway(away, fixture.path());
    fixture.require(store.insert({simpleIncident()}));
    CHECK(all(store).size() == 2);
}

TEST_CASE("Another file put in the place of the open one is never written")
{
    StoreFixture fixture;
    {
        auto other = fixture.create(QStringLiteral("other.gpkg"));
        fixture.require(other.insert({fullIncident()}));
    }
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident()}));
    moveAway(fixture.path(), fixture.path(QStringLiteral("away.gpkg")));
    REQUIRE(QFile::copy(fixture.path(QStringLiteral("other.gpkg")), fixture.path()));
    const QByteArray before = hashOf(fixture.path());
    CHECK_FALSE(store.insert({simpleIncident()}));
    CHECK_FALSE(store.dispose({}));
    CHECK_FALSE(store.logExport({}));
    CHECK(hashOf(fixture.path()) == before);
    CHECK(all(store).size() == 1); // what was opened is still read
    // and the next one who opens finds the other file as it was
    CHECK(all(fixture.open()).size() == 1);
    CHECK(all(fixture.open())[0].externalId == fullIncident().externalId);
}
#endif

TEST_CASE("A clock that is set back loses nothing: order, chain, conflicts and copies hold")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto first = fixture.require(store.insert({simpleIncident()}));
    fixture.require(makeBackup(fixture.path(), BackupReason::Work, fixture.time.now()));
    fixture.time.advance(-qint64{400} * 24 * 3600 * 1000);
    auto mine = first;
    mine[0].severity = 3;
    const auto changed = fixture.require(store.update(mine, {first[0].changedAt}));
    CHECK(changed[0].changedAt < first[0].changedAt);
    // somebody who saw the version before is still told
    auto theirs = first;
    theirs[0].severity = 2;
    const auto refused = store.update(theirs, {first[0].changedAt});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    const auto second = fixture.require(store.insert({simpleIncident()}));
    CHECK(second[0].id != first[0].id);
    const auto log = fixture.require(store.log(10));
    CHECK(log.front().incident == second[0].id);
    CHECK(fixture.require(store.verifyLog()).sound());
    CHECK(isChangedSinceBackup(fixture.path(), fixture.time.now()));
    fixture.require(makeBackup(fixture.path(), BackupReason::Work, fixture.time.now()));
    CHECK(fixture.require(listBackups(fixture.path())).size() == 2);
}

TEST_CASE("Two programs write one file in turn, each sees the other's changes, and none is lost")
{
    StoreFixture fixture;
    auto one = fixture.create();
    const bool rollbackJournal = GENERATE(false, true);
    CAPTURE(rollbackJournal);
    if (rollbackJournal)
        one = fixture.openWithRollbackJournal(std::move(one));
    auto two = fixture.open();
    const qint64 seen = fixture.require(two.changeCounter());
    fixture.require(one.insert({simpleIncident()}));
    CHECK(fixture.require(two.changeCounter()) != seen);

    // at the same time, each waiting for the other's lock
    constexpr int each = 40;
    const auto work = [&](const QString& path) {
        OpenOptions options;
        options.checkIntegrity = false;
        auto store = IncidentStore::open(path, options);
        if (!store)
            return 0;
        int done = 0;
        for (int i = 0; i < each; ++i)
            done += store->insert({simpleIncident()}) ? 1 : 0;
        return done;
    };
    int doneByOther = 0;
    std::thread other([&] { doneByOther = work(fixture.path()); });
    const int doneHere = work(fixture.path());
    other.join();
    CHECK(doneHere == each);
    CHECK(doneByOther == each);
    CHECK(all(two).size() == 2 * each + 1);
    CHECK(fixture.require(two.verifyLog()).sound());
}

TEST_CASE("A lock that another program holds long is told as such, and the work goes on afterwards")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto other = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadWrite);
    REQUIRE(other);
    store = fixture.open(); // waits 50 ms for a lock
    REQUIRE(other->execute("BEGIN IMMEDIATE"));
    const auto inserted = store.insert({simpleIncident()});
    REQUIRE_FALSE(inserted);
    CHECK(inserted.error().code == ErrorCode::FileLocked);
    REQUIRE(other->execute("COMMIT"));
    fixture.require(store.insert({simpleIncident()}));
}

TEST_CASE("On a disk that fails at every n-th write nothing acknowledged is lost and nothing is half done")
{
    const int rounds = roundsOf("HK_FAULT_ROUNDS", 24);
    StoreFixture fixture;
    FaultyVfs disk;
    const QString path = fixture.path();
    {
        fixture.create();
    }
    Content content;
    bool everFailed = false;
    for (int round = 1; round <= rounds; ++round) {
        const int n = rounds >= 500 ? round : 1 + (round * round * 500) / (rounds * rounds);
        CAPTURE(n);
        // What the step that failed would have made may be there as a whole: a failed flush tells nobody what is on the disk.
        std::vector<Content> possible{content};
        {
            auto store = IncidentStore::open(path);
            if (!store)
                FAIL(codeName(store.error().code).toStdString() << ": " << store.error().detail.toStdString());
            RandomWork work(static_cast<unsigned>(round), content);
            disk.failEvery(n);
            for (int step = 0; step < 25; ++step) {
                const auto done = work.step(&*store);
                if (!done) {
                    possible.push_back(work.content());
                    break;
                }
                possible = {work.content()};
            }
            everFailed = everFailed || disk.failed();
        } // closes on the failing disk, too
        disk.failEvery(0);
        const QString fault = faultOf(path);
        INFO(fault.toStdString());
        REQUIRE(fault.isEmpty());
        content = contentOf(StoreFixture::require(IncidentStore::open(path)));
        REQUIRE(std::find(possible.begin(), possible.end(), content) != possible.end());
    }
    CHECK(everFailed);
}

#ifdef Q_OS_UNIX
TEST_CASE("Work that is killed at any moment keeps all that was acknowledged, and nothing half")
{
    const int rounds = roundsOf("HK_KILL_ROUNDS", 10);
    StoreFixture fixture;
    const QString path = fixture.path();
    {
        fixture.create();
    }
    Content content;
    std::mt19937 random(20240301);
    int steps = 0;
    for (int round = 1; round <= rounds; ++round) {
        CAPTURE(round);
        std::array<int, 2> channel{};
        REQUIRE(pipe(channel.data()) == 0);
        const auto moment = std::chrono::microseconds(std::uniform_int_distribution<int>(0, 700'000)(random));
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) { // works until it is killed, and never returns to the test runner
            auto store = IncidentStore::open(path);
            RandomWork work(static_cast<unsigned>(round), content);
            while (store && work.step(&*store))
                if (::write(channel[1], "+", 1) != 1)
                    break;
            _exit(1);
        }
        ::close(channel[1]);
        std::this_thread::sleep_for(moment);
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status)); // not ended by a step that failed
        int acknowledged = 0;
        std::array<char, 256> bytes{};
        for (ssize_t got = 0; (got = ::read(channel[0], bytes.data(), bytes.size())) > 0;)
            acknowledged += static_cast<int>(got);
        ::close(channel[0]);
        steps += acknowledged;

        RandomWork replay(static_cast<unsigned>(round), content);
        for (int i = 0; i < acknowledged; ++i)
            REQUIRE(replay.step(nullptr));
        const Content must = replay.content();
        REQUIRE(replay.step(nullptr)); // the one it was at
        const Content may = replay.content();
        const QString fault = faultOf(path);
        INFO(fault.toStdString());
        REQUIRE(fault.isEmpty());
        content = contentOf(StoreFixture::require(IncidentStore::open(path)));
        REQUIRE((content == must || content == may));
    }
    CHECK(steps > rounds);
}
#endif
