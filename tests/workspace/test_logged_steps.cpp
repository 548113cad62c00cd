#include "desk.h"
#include "workspace/desk_changes.h"
#include "workspace/logged_steps.h"

#include <QThread>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

/// A day at the desk that ends and goes on: the program is closed and opened again on the same file.
struct TwoRuns {
    Folder folder;
    std::unique_ptr<Workspace> workspace;

    TwoRuns()
    {
        newStore(path());
        start();
    }
    QString path() const { return folder.path("dag.gpkg"); }
    void start()
    {
        workspace.reset();
        workspace = std::make_unique<Workspace>(map::Basemap::embedded().value());
        workspace->setActor({u("desk-1"), {}});
        QSignalSpy opened(workspace.get(), &Workspace::opened);
        workspace->open(path());
        REQUIRE((opened.count() > 0 || opened.wait(20000)));
    }
    template <class Act>
    void andSaved(Act act)
    {
        QSignalSpy saved(workspace.get(), &Workspace::saved);
        act();
        REQUIRE((saved.count() > 0 || saved.wait(20000)));
    }
    void add(const char* category)
    {
        IncidentDraft draft;
        draft.category = u(category);
        draft.occurredFrom = QDateTime::currentDateTimeUtc().addSecs(-3600);
        draft.position = Sweref99{322123, 6394280};
        andSaved([&] { CHECK(workspace->add(draft).empty()); });
        QThread::msleep(2); // transactions are told apart by their moment
    }
    void change(const char* words)
    {
        IncidentDraft draft = IncidentDraft::fromIncident(*workspace->snapshot()->incidents[0]);
        draft.description = u(words);
        andSaved([&] { CHECK(workspace->change(draft).empty()); });
        QThread::msleep(2);
    }
    QString words() const { return workspace->snapshot()->incidents[0]->description; }
    void undo()
    {
        andSaved([this] { workspace->undoStack()->undo(); });
    }
    void redo()
    {
        andSaved([this] { workspace->undoStack()->redo(); });
    }
};

} // namespace

TEST_CASE("what was done before a restart can be undone after it, step by step, and redone")
{
    TwoRuns desk;
    desk.add("S2");
    desk.change("Ett");
    desk.change("Två");
    desk.start();
    REQUIRE(desk.workspace->undoStack()->count() == 3);
    desk.undo();
    CHECK(desk.words() == u("Ett"));
    desk.undo();
    CHECK(desk.words().isEmpty());
    desk.redo();
    CHECK(desk.words() == u("Ett"));
    desk.undo();
    desk.undo();
    CHECK(desk.workspace->snapshot()->size() == 0);
    desk.redo();
    CHECK(desk.workspace->snapshot()->size() == 1);
}

TEST_CASE("what was undone before a restart is not undone again")
{
    TwoRuns desk;
    desk.add("S2");
    desk.change("Ett");
    desk.undo();
    desk.start();
    REQUIRE(desk.workspace->undoStack()->count() == 1);
    desk.undo();
    CHECK(desk.workspace->snapshot()->size() == 0);
    desk.start();
    CHECK(desk.workspace->undoStack()->count() == 0);
}

TEST_CASE("a deletion, a merge and a linked report are undone after a restart, too")
{
    TwoRuns desk;
    desk.add("S2");
    desk.add("S2");
    const auto before = desk.workspace->snapshot()->incidents;
    store::Report report;
    report.id = QUuid::createUuid();
    report.incident = before[1]->id;
    report.receivedAt = utc(2024, 1, 1);
    const DeskChange link = addReport(report);
    desk.andSaved([&] { desk.workspace->apply(u("Link"), link.batch, link.back); });
    QThread::msleep(2);
    const DeskChange merge = mergeIncidents(*desk.workspace->snapshot(), before[0]->id, {before[1]->id}, {}, utc(2024, 1, 1));
    desk.andSaved([&] { desk.workspace->apply(u("Merge"), merge.batch, merge.back); });
    QThread::msleep(2);
    desk.andSaved([&] { desk.workspace->remove({before[0]->id}); });
    desk.start();
    REQUIRE(desk.workspace->undoStack()->count() == 5);
    CHECK(desk.workspace->snapshot()->size() == 0);
    desk.undo();
    CHECK(desk.workspace->snapshot()->sourcesOf(before[0]->id) == 3);
    desk.undo();
    CHECK(desk.workspace->snapshot()->size() == 2);
    CHECK(desk.workspace->snapshot()->sourcesOf(before[1]->id) == 2);
    desk.undo();
    CHECK(desk.workspace->snapshot()->sourcesOf(before[1]->id) == 1);
    desk.redo();
    desk.redo();
    CHECK(desk.workspace->snapshot()->size() == 1);
    CHECK(desk.workspace->snapshot()->sourcesOf(before[0]->id) == 3);
}

TEST_CASE("what somebody else has changed meanwhile is not undone")
{
    TwoRuns desk;
    desk.add("S2");
    desk.change("Ett");
    desk.start();
    {
        store::IncidentStore other = store::IncidentStore::open(desk.path()).value();
        other.setActor({u("desk-2"), {}});
        Incident theirs = other.find(desk.workspace->snapshot()->incidents[0]->id).value();
        theirs.description = u("Deras");
        REQUIRE(other.update({theirs}).has_value());
    }
    QSignalSpy failed(desk.workspace.get(), &Workspace::failed);
    desk.workspace->undoStack()->undo();
    REQUIRE((failed.count() > 0 || failed.wait(20000)));
    CHECK(failed.first().first().value<Error>().code == ErrorCode::Conflict);
    CHECK(desk.workspace->undoStack()->index() == 2);
    const store::IncidentStore file = store::IncidentStore::open(desk.path(), store::Access::ReadOnly).value();
    CHECK(file.find(desk.workspace->snapshot()->incidents[0]->id)->description == u("Deras"));
}

TEST_CASE("neither the steps of others nor those of yesterday are offered")
{
    const store::Actor me{u("desk-1"), u("Kommunen")};
    const QDateTime today = utc(2024, 5, 3, 0);
    const auto entry = [](qint64 number, const QDateTime& at, const char* actor, const char* organisation) {
        return store::LogEntry{number, at, u(actor), u(organisation), u("insert"), QUuid::createUuid(), {}, u("{}")};
    };
    const std::vector<store::LogEntry> log{entry(5, utc(2024, 5, 3, 9), "desk-1", "Kommunen"), entry(4, utc(2024, 5, 3, 9), "desk-1", "Kommunen"),
                                           entry(3, utc(2024, 5, 3, 8), "", ""), entry(2, utc(2024, 5, 3, 8), "desk-1", "Polisen"),
                                           entry(1, utc(2024, 5, 2, 8), "desk-1", "Kommunen")};
    const auto steps = ownSteps(log, me, today, 100);
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].entries.size() == 2);
    CHECK(steps[0].entries[0].number == 4);
    // as long as the limit: the oldest transaction may be cut
    CHECK(ownSteps({log[0], log[1]}, me, today, 2).empty());
}
