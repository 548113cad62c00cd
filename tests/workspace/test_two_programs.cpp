#include "desk.h"
#include "sqlite/database.h"

#include <QTest>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;

enum class Journal { Wal, Rollback };

/// A desk whose file another program uses, too.
struct SharedDesk : Desk {
    explicit SharedDesk(Journal journal, const LockPatience::Times& times = {50ms, 100ms, 20s, 50ms})
        : Desk({incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 2))})
    {
        workspace.setLockPatience(times);
        if (journal == Journal::Rollback) {
            copy = folder.path("share.gpkg");
            REQUIRE(QFile::copy(path(), copy));
            REQUIRE(connection().setJournalMode("delete").value_or("") == "delete");
        }
        keepingJournal([this] {
            QSignalSpy opened(&workspace, &Workspace::opened);
            workspace.open(file());
            REQUIRE((opened.count() > 0 || opened.wait(patience)));
        });
    }
    /// As on a network share: who reads keeps the mode while the file is opened.
    void keepingJournal(const std::function<void()>& open) const
    {
        sqlite::Database reader = connection();
        if (!copy.isEmpty())
            REQUIRE(reader.execute("BEGIN; SELECT * FROM hk_schema").has_value());
        open();
        if (!copy.isEmpty()) {
            REQUIRE(reader.execute("COMMIT").has_value());
            REQUIRE(reader.queryText("PRAGMA journal_mode").value_or("") == "delete");
        }
    }
    QString copy;
    QString file() const { return copy.isEmpty() ? path() : copy; }
    sqlite::Database connection() const
    {
        auto database = sqlite::Database::open(file().toStdString(), sqlite::OpenMode::ReadWrite);
        REQUIRE(database.has_value());
        return std::move(*database);
    }
    store::IncidentStore another() const
    {
        std::optional<store::IncidentStore> opened;
        keepingJournal([&] {
            store::OpenOptions options;
            options.busyTimeout = 300ms;
            opened = store::IncidentStore::open(file(), options).value();
        });
        return std::move(*opened);
    }
    bool waitForSize(std::size_t size)
    {
        return QTest::qWaitFor([&] { return workspace.snapshot()->size() == size; }, patience);
    }
};

} // namespace

TEST_CASE("what another program writes appears by itself, and the rest is not read anew")
{
    SharedDesk desk(GENERATE(Journal::Wal, Journal::Rollback));
    const Incident* known = desk.workspace.snapshot()->incidents.front().get();
    desk.workspace.watch(20ms);
    auto other = desk.another();
    const Incident written = other.insert({incident("T1", utc(2024, 1, 3))})->front();
    REQUIRE(desk.waitForSize(3));
    CHECK(desk.workspace.snapshot()->incidents.front().get() == known);
    CHECK(desk.workspace.snapshot()->incidents.back()->id == written.id);
    CHECK(desk.workspace.snapshot()->info.incidents == 3);

    Incident changed = *desk.workspace.snapshot()->incidents.at(1);
    changed.category = u("G1");
    REQUIRE(other.update({changed}).has_value());
    CHECK(QTest::qWaitFor([&] { return desk.workspace.snapshot()->incidents.at(1)->category == u("G1"); }, patience));
    REQUIRE(other.remove({changed.id}).has_value());
    REQUIRE(desk.waitForSize(2));
    REQUIRE(other.restore({changed.id}).has_value());
    REQUIRE(desk.waitForSize(3));
    CHECK(desk.workspace.snapshot()->incidents.front().get() == known);
}

TEST_CASE("a source that another program adds is counted here")
{
    SharedDesk desk(Journal::Wal);
    const QUuid id = desk.workspace.snapshot()->incidents.front()->id;
    auto other = desk.another();
    store::DeskBatch batch;
    batch.newReports = {{QUuid::createUuid(), id, u("Polisen"), SourceType::Partner, {}, utc(2024, 1, 2), {}, {}}};
    REQUIRE(store::DeskRecords(other).apply(batch).has_value());
    desk.workspace.watch(20ms);
    CHECK(QTest::qWaitFor([&] { return desk.workspace.snapshot()->sourcesOf(id) == 2; }, patience));
}

TEST_CASE("what another program disposes of goes from here")
{
    SharedDesk desk(Journal::Wal);
    auto other = desk.another();
    REQUIRE(other.setDisposalRules({{{}, {}, 1}}).has_value());
    REQUIRE(other.dispose(other.proposeDisposal(QDate(2026, 1, 1)).value()).has_value());
    desk.workspace.watch(20ms);
    CHECK(desk.waitForSize(0));
}

TEST_CASE("what another program wrote just before a change of one's own is taken in with it")
{
    SharedDesk desk(Journal::Wal);
    auto other = desk.another();
    REQUIRE(other.insert({incident("T1", utc(2024, 1, 3))}).has_value());
    desk.andSaved([&] { CHECK(desk.workspace.add(desk.draft()).empty()); });
    CHECK(desk.workspace.snapshot()->size() == 4);
}

TEST_CASE("a file that is locked is looked at again, and nothing is said of it")
{
    SharedDesk desk(Journal::Rollback);
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    {
        auto other = desk.another();
        REQUIRE(other.insert({incident("T1", utc(2024, 1, 3))}).has_value());
    }
    sqlite::Database lock = desk.connection();
    REQUIRE(lock.execute("BEGIN EXCLUSIVE").has_value());
    desk.workspace.watch(20ms);
    bool asked = false; // after the first look
    desk.workspace.refreshIfChanged();
    desk.workspace.ask([&](store::IncidentStore&) { return [&] { asked = true; }; });
    REQUIRE(QTest::qWaitFor([&] { return asked; }, patience));
    CHECK(desk.workspace.snapshot()->size() == 2);
    CHECK(failed.isEmpty());
    REQUIRE(lock.execute("ROLLBACK").has_value());
    CHECK(desk.waitForSize(3));
}

TEST_CASE("a change waits for another program's lock, says so, and is saved when it goes")
{
    const Journal journal = GENERATE(Journal::Wal, Journal::Rollback);
    SharedDesk desk(journal);
    sqlite::Database lock = desk.connection();
    REQUIRE(lock.execute(journal == Journal::Wal ? "BEGIN IMMEDIATE" : "BEGIN EXCLUSIVE").has_value());
    QSignalSpy waiting(&desk.workspace, &Workspace::waitingForLock);
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    QSignalSpy saved(&desk.workspace, &Workspace::saved);
    CHECK(desk.workspace.add(desk.draft()).empty());
    REQUIRE((waiting.count() > 0 || waiting.wait(patience)));
    CHECK(waiting.at(0).at(0).toBool());
    CHECK(saved.isEmpty());
    REQUIRE(lock.execute("ROLLBACK").has_value());
    REQUIRE((saved.count() > 0 || saved.wait(patience)));
    REQUIRE(waiting.count() == 2);
    CHECK_FALSE(waiting.at(1).at(0).toBool());
    CHECK(failed.isEmpty());
    CHECK(desk.another().info()->incidents == 3);
}

TEST_CASE("a change that has waited too long is said not to be saved, and nothing of it is there")
{
    const Journal journal = GENERATE(Journal::Wal, Journal::Rollback);
    SharedDesk desk(journal, {50ms, 100ms, 300ms, 50ms});
    sqlite::Database lock = desk.connection();
    REQUIRE(lock.execute(journal == Journal::Wal ? "BEGIN IMMEDIATE" : "BEGIN EXCLUSIVE").has_value());
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    QSignalSpy waiting(&desk.workspace, &Workspace::waitingForLock);
    bool told = false;
    CHECK(desk.workspace.add(desk.draft(), [&](const Result<std::vector<Incident>>& done) { told = !done; }).empty());
    REQUIRE(QTest::qWaitFor([&] { return told && !failed.isEmpty(); }, patience));
    const auto error = failed.last().at(0).value<Error>();
    CHECK(error.code == ErrorCode::FileLocked);
    CHECK(error.arguments == QStringList{u("unsaved")});
    REQUIRE_FALSE(waiting.isEmpty());
    CHECK_FALSE(waiting.last().at(0).toBool());
    CHECK(desk.workspace.undoStack()->index() == 0);
    REQUIRE(lock.execute("ROLLBACK").has_value());
    CHECK(desk.another().info()->incidents == 2);
}
