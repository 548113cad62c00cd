#include "workspace/workspace.h"

#include "geo/transform.h"
#include "desk.h"

#include <QSignalSpy>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

TEST_CASE("an added incident is on disk, selected, and can be undone and redone")
{
    Desk desk;
    std::vector<Incident> stored;
    desk.andSaved([&] {
        CHECK(desk.workspace.add(desk.draft(), [&](Result<std::vector<Incident>> result) { stored = result.value(); }).empty());
    });
    QCoreApplication::processEvents();
    REQUIRE(stored.size() == 1);
    CHECK(desk.onDisk() == 1);
    CHECK(desk.workspace.selection().rows.size() == 1);

    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    CHECK(desk.onDisk() == 0);
    CHECK(desk.workspace.snapshot()->size() == 0);

    desk.andSaved([&] { desk.workspace.undoStack()->redo(); });
    CHECK(desk.onDisk() == 1);
    CHECK(desk.workspace.snapshot()->incidents.at(0)->id == stored[0].id);
}

TEST_CASE("a faulty draft is refused with all its faults and nothing is written")
{
    Desk desk;
    IncidentDraft draft = desk.draft();
    draft.category = u("Q9");
    draft.position.reset();
    const std::vector<Error> faults = desk.workspace.add(draft);
    CHECK(faults.size() == 2);
    CHECK(desk.workspace.undoStack()->count() == 0);
    CHECK(desk.onDisk() == 0);
}

TEST_CASE("a change and a deletion can be undone and redone")
{
    Desk desk({incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 2))});
    const Incident first = *desk.workspace.snapshot()->incidents.at(0);
    IncidentDraft draft = IncidentDraft::fromIncident(first);
    draft.category = u("T1");
    desk.andSaved([&] { CHECK(desk.workspace.change(draft).empty()); });
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("T1"));
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("N1"));
    desk.andSaved([&] { desk.workspace.undoStack()->redo(); });
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("T1"));

    desk.andSaved([&] { desk.workspace.remove({first.id}); });
    CHECK(desk.workspace.snapshot()->size() == 1);
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    CHECK(desk.workspace.snapshot()->size() == 2);
    CHECK(desk.onDisk() == 2);
}

TEST_CASE("a filter selects at once and its analysis follows")
{
    Desk desk({incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 2)), incident("S2", utc(2024, 1, 3))});
    QSignalSpy selected(&desk.workspace, &Workspace::selectionChanged);
    IncidentFilter filter;
    filter.categories = {u("S2")};
    desk.workspace.setFilter(filter);
    CHECK(selected.count() == 1);
    CHECK(desk.workspace.selection().rows.size() == 2);
    desk.waitForAnalysis();
    REQUIRE(desk.workspace.analysis());
    CHECK(desk.workspace.analysis()->filter == filter);
    CHECK(desk.workspace.analysis()->inHeatmap == 2);
}

TEST_CASE("only the newest of many filters is answered")
{
    Desk desk({incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 2))});
    QSignalSpy answered(&desk.workspace, &Workspace::analysisChanged);
    IncidentFilter filter;
    for (int i = 1; i <= 20; ++i) {
        filter.from = QDate(2024, 1, 2).addDays(-i);
        desk.workspace.setFilter(filter);
    }
    desk.waitForAnalysis();
    CHECK(desk.workspace.analysis()->filter == filter);
    CHECK(answered.count() == 1);
}

TEST_CASE("an import is one step of undo, updates included")
{
    Desk desk;
    const auto import = [&](const char* name, const QByteArray& rows) {
        ImportRequest request;
        request.path = desk.folder.write(name, "external_id,category,from,lat,lon\n" + rows);
        QSignalSpy finished(&desk.workspace, &Workspace::importFinished);
        desk.workspace.startImport(request);
        REQUIRE((finished.count() > 0 || finished.wait(20000)));
    };
    import("i.csv", "1,N1,2024-05-01,57.6554,12.0165\n");
    import("j.csv", "1,S2,2024-05-01,57.6554,12.0165\n2,S2,2024-05-01,57.6554,12.0165\n");
    CHECK(desk.workspace.snapshot()->size() == 2);
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    REQUIRE(desk.workspace.snapshot()->size() == 1);
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("N1"));
    desk.andSaved([&] { desk.workspace.undoStack()->redo(); });
    REQUIRE(desk.workspace.snapshot()->size() == 2);
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("S2"));
}

TEST_CASE("what another program wrote appears when asked, and a conflicting change is refused")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    const Incident seen = *desk.workspace.snapshot()->incidents.at(0);
    {
        store::IncidentStore other = store::IncidentStore::open(desk.path()).value();
        Incident changed = seen;
        changed.category = u("T1");
        REQUIRE(other.update({changed}).has_value());
    }
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    IncidentDraft draft = IncidentDraft::fromIncident(seen);
    draft.category = u("S2");
    CHECK(desk.workspace.change(draft).empty());
    REQUIRE((failed.count() > 0 || failed.wait(20000)));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::Conflict);
    CHECK(desk.workspace.undoStack()->index() == 0);

    QSignalSpy changed(&desk.workspace, &Workspace::snapshotChanged);
    desk.workspace.refreshIfChanged();
    REQUIRE((changed.count() > 0 || changed.wait(20000)));
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("T1"));
}

TEST_CASE("a file that will not open is said, and the open one stays")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    desk.workspace.open(desk.folder.write("text.gpkg", "no database"));
    REQUIRE((failed.count() > 0 || failed.wait(20000)));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::FileNotOurs);
    CHECK(desk.workspace.snapshot()->size() == 1);
    CHECK(desk.workspace.isOpen());
}
