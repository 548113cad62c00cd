#include "desk.h"
#include "sqlite/database.h"
#include "workspace/draft_keeper.h"

#include <QProcess>
#include <QTest>
#include <QTimer>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

constexpr int patience = 20'000;

struct DraftDesk : Desk {
    std::unique_ptr<DraftKeeper> keeper = another();

    std::unique_ptr<DraftKeeper> another(const char* profile = "desk-1")
    {
        return std::make_unique<DraftKeeper>(workspace, u(profile), folder.path("locks"));
    }
    std::vector<store::FormDraft> inFile(const char* profile = "desk-1") const
    {
        const auto store = store::IncidentStore::open(path(), store::Access::ReadOnly);
        return store::DeskRecords(*store).drafts(u(profile)).value();
    }
    bool waitForFile(std::size_t count)
    {
        return QTest::qWaitFor([&] { return inFile().size() == count; }, patience);
    }
    void reopen()
    {
        QSignalSpy opened(&workspace, &Workspace::opened);
        workspace.open(path());
        REQUIRE(opened.wait(patience));
    }
};

} // namespace

TEST_CASE("what is typed is in the file soon, and gone when it is saved")
{
    DraftDesk desk;
    desk.keeper->keep(R"({"description":"H"})");
    desk.keeper->keep(R"({"description":"Halv"})");
    REQUIRE(desk.waitForFile(1));
    CHECK(desk.inFile().front().content == R"({"description":"Halv"})");
    desk.keeper->discard();
    CHECK(desk.waitForFile(0));
}

TEST_CASE("the last keys before the window closes are kept")
{
    DraftDesk desk;
    desk.keeper->keep(R"({"description":"Sista"})");
    desk.keeper.reset();
    CHECK(desk.waitForFile(1));
}

TEST_CASE("a draft of a program that has ended is offered to the next, and taken over by it")
{
    DraftDesk desk;
    desk.keeper->keep("{}");
    REQUIRE(desk.waitForFile(1));
    desk.keeper.reset();
    auto next = desk.another();
    auto stranger = desk.another("desk-2");
    QSignalSpy offered(next.get(), &DraftKeeper::offered);
    QSignalSpy toStranger(stranger.get(), &DraftKeeper::offered);
    desk.reopen();
    REQUIRE((offered.count() > 0 || offered.wait(patience)));
    CHECK(offered.first().at(1).toByteArray() == "{}");
    CHECK(toStranger.isEmpty());
    const QDateTime started = offered.first().at(0).toDateTime();
    const QUuid before = desk.inFile().front().id;
    next->takeOffered();
    next->keep(R"({"description":"Mer"})");
    REQUIRE(QTest::qWaitFor([&] { return desk.inFile().front().id != before; }, patience));
    REQUIRE(desk.waitForFile(1));
    CHECK(desk.inFile().front().startedAt == started);
    next->discard();
    CHECK(desk.waitForFile(0));
}

TEST_CASE("a draft ends in the same transaction as what is saved of it")
{
    DraftDesk desk;
    desk.keeper->keep(R"({"description":"Halv"})");
    REQUIRE(desk.waitForFile(1));
    desk.andSaved([&] { CHECK(desk.workspace.add(desk.draft(), {}, desk.keeper->handIn()).empty()); });
    CHECK(desk.onDisk() == 1);
    CHECK(desk.inFile().empty()); // the keeper has not even heard of it
    desk.keeper->handedIn(true);
    desk.keeper->discard();
    CHECK(desk.inFile().empty());
}

TEST_CASE("keys that are not in the file yet when the form is saved bring no draft back")
{
    DraftDesk desk;
    const store::DraftEnd end = [&] {
        desk.keeper->keep(R"({"description":"H"})");
        return desk.keeper->handIn();
    }();
    bool saved = false;
    CHECK(desk.workspace.add(desk.draft(), [&](const Result<std::vector<Incident>>&) { saved = true; }, end).empty());
    desk.keeper->keep(R"({"description":"Ha"})");
    REQUIRE(QTest::qWaitFor([&] { return saved; }, patience));
    desk.keeper->handedIn(true);
    desk.keeper->discard();
    desk.keeper.reset(); // would write what it still has
    desk.andSaved([&] { CHECK(desk.workspace.add(desk.draft()).empty()); }); // after whatever was on its way
    CHECK(desk.inFile().empty());
}

TEST_CASE("what could not be saved keeps its draft")
{
    DraftDesk desk;
    desk.keeper->keep(R"({"description":"Halv"})");
    REQUIRE(desk.waitForFile(1));
    store::DeskBatch batch;
    batch.draft = desk.keeper->handIn();
    batch.removals = {QUuid::createUuid()}; // is not there: the whole is refused
    bool answered = false;
    desk.workspace.apply(u("Test"), batch, {}, [&](const Result<std::vector<Incident>>& done) { answered = !done; });
    REQUIRE(QTest::qWaitFor([&] { return answered; }, patience));
    desk.keeper->handedIn(false);
    CHECK(desk.inFile().size() == 1);
    desk.keeper->keep(R"({"description":"Halvfärdigt"})");
    CHECK(QTest::qWaitFor([&] { return desk.inFile().front().content == R"({"description":"Halvfärdigt"})"; }, patience));
}

TEST_CASE("what still stands in the form after saving is its draft from the same moment on")
{
    DraftDesk desk;
    desk.keeper->keep(R"({"description":"Rättelse","kept":{"description":"Den nya"}})");
    REQUIRE(desk.waitForFile(1));
    const QByteArray left = R"({"description":"Den nya"})";
    desk.andSaved([&] { CHECK(desk.workspace.add(desk.draft(), {}, desk.keeper->handIn(left)).empty()); });
    REQUIRE(desk.inFile().size() == 1);
    CHECK(desk.inFile().front().content == left);
    desk.keeper->handedIn(true);
    desk.keeper->keep(left);
    desk.keeper->discard();
    CHECK(desk.waitForFile(0));
}

TEST_CASE("a draft that another program's lock kept out of the file comes into it when the lock goes")
{
    DraftDesk desk;
    desk.workspace.setLockPatience({std::chrono::milliseconds(20), std::chrono::milliseconds(50)});
    auto lock = sqlite::Database::open(desk.path().toStdString(), sqlite::OpenMode::ReadWrite).value();
    REQUIRE(lock.execute("BEGIN IMMEDIATE").has_value());
    desk.keeper->keep(R"({"description":"Halv"})");
    bool tried = false; // a moment after the keeper's first try
    QTimer::singleShot(600, &desk.workspace, [&] { tried = true; });
    REQUIRE(QTest::qWaitFor([&] { return tried; }, patience));
    CHECK(desk.inFile().empty());
    REQUIRE(lock.execute("ROLLBACK").has_value());
    CHECK(desk.waitForFile(1));
}

TEST_CASE("a draft that is taken over and saved before another key is gone, too")
{
    DraftDesk desk;
    desk.keeper->keep("{}");
    REQUIRE(desk.waitForFile(1));
    desk.keeper.reset();
    auto next = desk.another();
    QSignalSpy offered(next.get(), &DraftKeeper::offered);
    desk.reopen();
    REQUIRE((offered.count() > 0 || offered.wait(patience)));
    next->takeOffered();
    next->discard();
    CHECK(desk.waitForFile(0));
}

TEST_CASE("a draft of a program that still runs is left to it")
{
    DraftDesk desk;
    desk.keeper->keep("{}");
    REQUIRE(desk.waitForFile(1));
    auto second = desk.another();
    QSignalSpy offered(second.get(), &DraftKeeper::offered);
    QSignalSpy own(desk.keeper.get(), &DraftKeeper::offered);
    desk.reopen();
    REQUIRE((own.count() > 0 || own.wait(patience))); // its own is offered again
    CHECK(offered.isEmpty());
}

TEST_CASE("a draft thrown away is not offered again")
{
    DraftDesk desk;
    desk.keeper->keep("{}");
    REQUIRE(desk.waitForFile(1));
    desk.keeper.reset();
    auto next = desk.another();
    QSignalSpy offered(next.get(), &DraftKeeper::offered);
    desk.reopen();
    REQUIRE((offered.count() > 0 || offered.wait(patience)));
    next->throwOfferedAway();
    CHECK(desk.waitForFile(0));
}

TEST_CASE("in a file opened for reading nothing is kept, and it is said once")
{
    DraftDesk desk;
    QSignalSpy opened(&desk.workspace, &Workspace::opened);
    desk.workspace.open(desk.path(), store::Access::ReadOnly);
    REQUIRE(opened.wait(patience));
    QSignalSpy notKept(desk.keeper.get(), &DraftKeeper::notKept);
    desk.keeper->keep("{}");
    desk.keeper->keep(R"({"description":"a"})");
    CHECK(notKept.size() == 1);
}

// The half of the next test that is killed: run by it in a process of its own.
TEST_CASE("types a draft and waits to be killed", "[.killed-draft]")
{
    Workspace workspace(map::Basemap::embedded().value());
    DraftKeeper keeper(workspace, u("desk-1"), qEnvironmentVariable("HK_TEST_LOCKS"));
    QSignalSpy opened(&workspace, &Workspace::opened);
    workspace.open(qEnvironmentVariable("HK_TEST_FILE"));
    REQUIRE((opened.count() > 0 || opened.wait(patience)));
    keeper.keep(R"({"description":"Mitt i en men"})");
    QTest::qWait(10 * patience);
}

TEST_CASE("a draft outlives its program being killed, and is offered by the next one")
{
    DraftDesk desk;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u("HK_TEST_FILE"), desk.path());
    environment.insert(u("HK_TEST_LOCKS"), desk.folder.path("locks"));
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationFilePath(), {u("[.killed-draft]")});
    REQUIRE(program.waitForStarted(patience));
    REQUIRE(desk.waitForFile(1));
    // while it runs the draft is its own
    QSignalSpy offered(desk.keeper.get(), &DraftKeeper::offered);
    desk.reopen();
    desk.andSaved([&] { CHECK(desk.workspace.add(desk.draft()).empty()); }); // after the look for drafts
    CHECK(offered.isEmpty());
    program.kill();
    REQUIRE(program.waitForFinished(patience));
    CHECK(program.exitStatus() == QProcess::CrashExit);
    desk.reopen();
    REQUIRE((offered.count() > 0 || offered.wait(patience)));
    CHECK(offered.first().at(1).toByteArray() == R"({"description":"Mitt i en men"})");
}
