#include "desk.h"
#include "workspace/desk_changes.h"

#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QDateTime noon = utc(2024, 5, 3);

Incident told(const char* organisation, double east = 0.0)
{
    Incident made = incident("S2", noon, east);
    made.organisation = u(organisation);
    return made;
}

} // namespace

TEST_CASE("a report of what is logged already is a source, counted once as an incident")
{
    Desk desk({told("Skolan")});
    const QUuid id = desk.workspace.snapshot()->incidents[0]->id;
    store::Report report;
    report.id = QUuid::createUuid();
    report.incident = id;
    report.organisation = u("Västtrafik");
    report.receivedAt = noon;
    const DeskChange change = addReport(report);
    desk.andSaved([&] { desk.workspace.apply(u("Link"), change.batch, change.back); });
    CHECK(desk.workspace.snapshot()->sourcesOf(id) == 2);
    CHECK(desk.workspace.snapshot()->size() == 1);
    CHECK(desk.workspace.snapshot()->table->size() == 1);
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    CHECK(desk.workspace.snapshot()->sourcesOf(id) == 1);
    desk.andSaved([&] { desk.workspace.undoStack()->redo(); });
    CHECK(desk.workspace.snapshot()->sourcesOf(id) == 2);
}

TEST_CASE("a bulk change is one step, and leaves alone what is as wanted already")
{
    Desk desk({told("A"), told("B"), told("C")});
    std::vector<QUuid> ids;
    for (const auto& one : desk.workspace.snapshot()->incidents)
        ids.push_back(one->id);
    ids.push_back(QUuid::createUuid()); // gone meanwhile
    FieldChanges changes;
    CHECK(changes.isEmpty());
    changes.status = IncidentStatus::Closed;
    changes.organisation = u("B");
    const DeskChange change = bulkChange(*desk.workspace.snapshot(), ids, changes);
    CHECK(change.batch.updates.size() == 3);
    desk.andSaved([&] { desk.workspace.apply(u("Bulk"), change.batch, change.back); });
    for (const auto& one : desk.workspace.snapshot()->incidents) {
        CHECK(one->status == IncidentStatus::Closed);
        CHECK(one->organisation == u("B"));
    }
    CHECK(bulkChange(*desk.workspace.snapshot(), ids, changes).isEmpty());
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    CHECK(desk.workspace.snapshot()->incidents[2]->organisation == u("C"));
}

TEST_CASE("merged incidents are one with all their sources, and come apart again by undo")
{
    Incident first = told("Skolan");
    first.description = u("Klotter på väggen");
    first.severity = 1;
    Incident second = told("Västtrafik", 20.0);
    second.description = u("Färg på glaset");
    second.severity = 2;
    second.persons = 3;
    second.reportedToPolice = PoliceReport::Yes;
    Desk desk({first, second, told("Butiken", 40.0)});
    const auto before = desk.workspace.snapshot()->incidents;
    const QUuid target = before[0]->id;
    {
        store::Report report;
        report.id = QUuid::createUuid();
        report.incident = before[1]->id;
        report.receivedAt = noon;
        const DeskChange change = addReport(report);
        desk.andSaved([&] { desk.workspace.apply(u("Link"), change.batch, change.back); });
    }
    const DeskChange merge = mergeIncidents(*desk.workspace.snapshot(), target,
                                            {before[0]->id, before[1]->id, before[2]->id}, {}, noon);
    desk.andSaved([&] { desk.workspace.apply(u("Merge"), merge.batch, merge.back); });
    SnapshotPtr now = desk.workspace.snapshot();
    REQUIRE(now->size() == 1);
    CHECK(now->sourcesOf(target) == 4); // itself, two merged, one that the second had
    const Incident& merged = *now->incidents[0];
    CHECK(merged.severity == 2);
    CHECK(merged.persons == 3);
    CHECK(merged.reportedToPolice == PoliceReport::Yes);
    CHECK(merged.description == u("Klotter på väggen\n\nFärg på glaset"));
    desk.andSaved([&] { desk.workspace.undoStack()->undo(); });
    now = desk.workspace.snapshot();
    CHECK(now->size() == 3);
    CHECK(now->sourcesOf(target) == 1);
    CHECK(now->sourcesOf(before[1]->id) == 2);
    CHECK(now->incidents[now->rowOf.value(target)]->description == first.description);
    desk.andSaved([&] { desk.workspace.undoStack()->redo(); });
    CHECK(desk.workspace.snapshot()->size() == 1);
    CHECK(desk.workspace.snapshot()->sourcesOf(target) == 4);
}
