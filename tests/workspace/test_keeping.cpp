#include "workspace/backup_keeper.h"

#include "desk.h"
#include "text/sentences.h"
#include "workspace/disposal_words.h"
#include "workspace/export_log.h"
#include "workspace/log_words.h"

#include <QTest>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

bool waitFor(QSignalSpy& spy, int count = 1)
{
    while (spy.count() < count)
        if (!spy.wait(20000))
            return false;
    return true;
}

/// Another program changes the category of the first incident.
void changeOutside(const Desk& desk, const char* category)
{
    store::IncidentStore other = store::IncidentStore::open(desk.path()).value();
    std::vector<Incident> incidents;
    REQUIRE(other.forEach([&](const Incident& incident) {
        incidents.push_back(incident);
        return false;
    }).error().code == ErrorCode::Cancelled);
    incidents[0].category = u(category);
    REQUIRE(other.update(incidents).has_value());
}

} // namespace

TEST_CASE("what another program writes appears by itself")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    desk.workspace.watch(std::chrono::milliseconds(100));
    QSignalSpy changed(&desk.workspace, &Workspace::snapshotChanged);
    changeOutside(desk, "T1");
    REQUIRE(waitFor(changed));
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("T1"));
}

TEST_CASE("a change made in a form that was opened before another program's change is refused, also when that is seen already")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    IncidentDraft draft = IncidentDraft::fromIncident(*desk.workspace.snapshot()->incidents.at(0));
    draft.description = u("Min text");
    changeOutside(desk, "T1");
    QSignalSpy changed(&desk.workspace, &Workspace::snapshotChanged);
    desk.workspace.refreshIfChanged();
    REQUIRE(waitFor(changed));

    const std::vector<Error> faults = desk.workspace.change(draft);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == ErrorCode::Conflict);
    CHECK(desk.workspace.undoStack()->count() == 0);
    // having looked at it, one may save over it
    draft.seenChangedAt = desk.workspace.snapshot()->incidents.at(0)->changedAt;
    desk.andSaved([&] { CHECK(desk.workspace.change(draft).empty()); });
    CHECK(desk.workspace.snapshot()->incidents.at(0)->description == u("Min text"));
}

TEST_CASE("undoing a change that another program has changed again is refused, and theirs stays")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    IncidentDraft draft = IncidentDraft::fromIncident(*desk.workspace.snapshot()->incidents.at(0));
    draft.description = u("Min text");
    desk.andSaved([&] { CHECK(desk.workspace.change(draft).empty()); });
    changeOutside(desk, "T1");
    QSignalSpy changed(&desk.workspace, &Workspace::snapshotChanged);
    desk.workspace.refreshIfChanged();
    REQUIRE(waitFor(changed));
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    desk.workspace.undoStack()->undo();
    REQUIRE(waitFor(failed));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::Conflict);
    CHECK(desk.workspace.snapshot()->incidents.at(0)->category == u("T1"));
    CHECK(desk.workspace.snapshot()->incidents.at(0)->description == u("Min text"));
}

TEST_CASE("a file that is moved away while it is open is told once")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    QSignalSpy failed(&desk.workspace, &Workspace::failed);
    REQUIRE(QFile::rename(desk.path(), desk.folder.path("borta.gpkg")));
    desk.workspace.watch(std::chrono::milliseconds(50));
    REQUIRE(waitFor(failed));
    CHECK(failed.at(0).at(0).value<Error>().arguments == QStringList{u("replaced")});
    CHECK_FALSE(failed.wait(300));
}

TEST_CASE("an export is logged without waiting, signed by the profile")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    desk.workspace.setActor({u("Disken"), u("Mölndals stad")});
    std::optional<Result<void>> done;
    desk.workspace.logExport({u("public"), u("Alla händelser"), u("ut.csv"), 1}, [&](Result<void> result) { done = result; });
    CHECK_FALSE(done);
    REQUIRE(QTest::qWaitFor([&] { return done.has_value(); }, 20000));
    CHECK(done->has_value());
    const auto log = store::IncidentStore::open(desk.path(), store::Access::ReadOnly).value().log(1).value();
    CHECK(log[0].action == u("export"));
    CHECK(log[0].actor == u("Disken"));
    CHECK(log[0].organisation == u("Mölndals stad"));
}

TEST_CASE("a file is copied when it is opened and has changed since the last copy, and after work")
{
    Folder folder;
    newStore(folder.path("a.gpkg"), {incident("N1", utc(2024, 1, 1))});
    QDateTime now = QDateTime::currentDateTimeUtc().addSecs(10);
    Workspace workspace(map::Basemap::embedded().value());
    BackupKeeper keeper(workspace, [&now] { return now; });
    QSignalSpy made(&keeper, &BackupKeeper::made);
    QSignalSpy opened(&workspace, &Workspace::opened);
    workspace.open(folder.path("a.gpkg"));
    REQUIRE(waitFor(made));
    CHECK(made.at(0).at(0).value<store::BackupFile>().reason == store::BackupReason::Start);

    now = now.addSecs(3600);
    workspace.open(folder.path("a.gpkg")); // nothing has changed
    REQUIRE(waitFor(opened, 2));
    keeper.backUp(store::BackupReason::Asked); // comes after what opening has asked for
    REQUIRE(waitFor(made, 2));
    CHECK(made.at(1).at(0).value<store::BackupFile>().reason == store::BackupReason::Asked);
    CHECK(store::listBackups(folder.path("a.gpkg")).value().size() == 2);
}

TEST_CASE("a copy that cannot be made is told, and the work goes on")
{
    Folder folder;
    newStore(folder.path("a.gpkg"), {incident("N1", utc(2024, 1, 1))});
    folder.write("a.backups", "in the way");
    Workspace workspace(map::Basemap::embedded().value());
    BackupKeeper keeper(workspace);
    QSignalSpy failed(&keeper, &BackupKeeper::failed);
    QSignalSpy opened(&workspace, &Workspace::opened);
    workspace.open(folder.path("a.gpkg"));
    REQUIRE(waitFor(failed));
    CHECK(failed.at(0).at(0).value<Error>().code == ErrorCode::FileNotWritable);
    REQUIRE(waitFor(opened));
    QSignalSpy saved(&workspace, &Workspace::saved);
    workspace.remove({workspace.snapshot()->incidents.at(0)->id});
    CHECK(waitFor(saved));
}

TEST_CASE("an import is preceded by a copy of the file as it was")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    ImportRequest request;
    request.path = desk.folder.write("in.csv", "category,from,lon,lat\nS1,2024-03-01 12:00,12.0187,57.6556\n");
    QSignalSpy finished(&desk.workspace, &Workspace::importFinished);
    QSignalSpy made(&desk.workspace, &Workspace::backupMade);
    desk.workspace.startImport(request);
    REQUIRE(waitFor(finished));
    REQUIRE(waitFor(made));
    const auto backups = store::listBackups(desk.path()).value();
    REQUIRE(backups.size() == 1);
    CHECK(backups[0].reason == store::BackupReason::Import);
    CHECK(store::IncidentStore::open(backups[0].path, store::Access::ReadOnly).value().info()->incidents == 1);
    CHECK(desk.onDisk() == 2);
}

TEST_CASE("a disposal loads the file anew and leaves nothing to undo")
{
    Desk desk({incident("N1", utc(2024, 1, 1)), incident("S1", utc(2024, 1, 2))});
    desk.andSaved([&] { desk.workspace.remove({desk.workspace.snapshot()->incidents.at(1)->id}); });
    bool done = false;
    desk.workspace.overhaul([&](store::IncidentStore& store) -> std::function<void()> {
        REQUIRE(store.setDisposalRules({{{}, {}, 1}}).has_value());
        REQUIRE(store.dispose(store.proposeDisposal(QDate(2026, 1, 1)).value()).has_value());
        return [&] { done = true; };
    });
    REQUIRE(QTest::qWaitFor([&] { return done; }, 20000));
    CHECK(desk.workspace.snapshot()->size() == 0);
    CHECK(desk.workspace.undoStack()->count() == 0);
}

TEST_CASE("an entry of the log is told in plain words")
{
    const CategoryList categories = CategoryList::standard();
    store::LogEntry entry;
    entry.action = u("update");
    entry.before = u(R"({"category":"S1","severity":1,"description":null})");
    entry.after = u(R"({"category":"S2","severity":2,"description":"Två rader\ntext"})");
    const auto fields = loggedFields(entry, categories);
    REQUIRE(fields.size() == 3);
    CHECK(fields[0].name == u("Category"));
    CHECK(fields[0].before.startsWith(u("S1 ")));
    CHECK(fields[1].after == u("2"));
    CHECK(describe(entry, categories).contains(u("Severity: 1 → 2")));
    CHECK(describe(entry, categories).contains(u("Description: Två rader text")));
    CHECK(whoOf(entry) == u("another program"));
    entry.actor = u("Anna");
    entry.organisation = u("Mölndals stad");
    CHECK(whoOf(entry) == u("Anna, Mölndals stad"));
    entry.after = u(R"({"sha256":"00"})");
    CHECK(loggedFields(entry, categories).isEmpty());
    CHECK(describe(entry, categories) == u("The values have been disposed of."));
    entry.after = u("not JSON");
    CHECK_NOTHROW(describe(entry, categories));
}

TEST_CASE("the state of the log is told in words, with the entry where it breaks")
{
    store::LogCheck check;
    check.entries = 12;
    check.outside = 2;
    CHECK(describe(check).contains(u("12")));
    CHECK(describe(check).contains(u("other programs")));
    check.fault = store::LogCheck::Fault::Removed;
    check.number = 7;
    CHECK(describe(check).startsWith(u("Entry 7 has been removed.")));
}

TEST_CASE("the log is written as a table")
{
    Desk desk({incident("N1", utc(2024, 1, 1)), incident("S1", utc(2024, 1, 2))});
    const auto store = store::IncidentStore::open(desk.path(), store::Access::ReadOnly).value();
    const QString path = desk.folder.path("log.csv");
    CHECK(writeLog(store, {}, path).value() == 2);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].count(',') == 8);
    CHECK(lines[1].startsWith("2,"));
    CHECK_FALSE(writeLog(store, {}, desk.folder.path("no/such/log.csv")));
}

TEST_CASE("the log is searched by what is read in it: who, when, what, fields and values, before and after")
{
    const CategoryList categories = CategoryList::standard();
    store::LogEntry entry;
    entry.number = 1250;
    entry.at = utc(2024, 7, 1, 22, 30);
    entry.action = u("update");
    entry.actor = u("Åsikten");
    entry.organisation = u("Mölndals stad");
    entry.before = u(R"({"category":"S1","status":"new","description":null})");
    entry.after = u(R"({"category":"S2","status":"closed","description":"Vid \"Kiosken\" på Ängen"})");
    const auto found = [&](const char* words) { return LogSearch(u(words)).matches(entry, categories); };
    CHECK(found(""));
    CHECK(found("åsikten"));
    CHECK(found("MÖLNDALS"));
    CHECK(found("1250"));
    CHECK(found("2024-07-02 00:30")); // local time, in two words
    CHECK(found("changed"));
    CHECK(found("ängen \"kiosken\""));
    CHECK(found("status closed category"));
    for (const char* code : {"S1", "S2"})
        CHECK(found(text::nameOf(*categories.find(u(code))).toUtf8().constData())); // by name, before and after
    CHECK_FALSE(found("ängen torget"));
    CHECK_FALSE(found("occurred_from"));
    entry.after = u(R"({"sha256":"00"})");
    CHECK_FALSE(found("ängen"));
    CHECK(found("åsikten"));
}

TEST_CASE("a search goes through the log part by part, and what is written to a file is what was found")
{
    std::vector<Incident> incidents;
    for (int i = 0; i < 9; ++i) {
        incidents.push_back(incident("N1", utc(2024, 1, 1 + i)));
        incidents.back().description = i % 3 == 0 ? u("Vid kiosken") : u("Vid bron");
    }
    Desk desk(incidents);
    const auto store = store::IncidentStore::open(desk.path(), store::Access::ReadOnly).value();
    const LogSearch kiosk(u("kiosken"));
    const LogPart first = searchLog(store, {}, kiosk, 4).value();
    CHECK(first.entries.size() == 1);
    CHECK(first.lookedAt == 4);
    CHECK(first.more);
    const LogPart rest = searchLog(store, {}, kiosk, 100, first.last).value();
    CHECK(rest.entries.size() == 2);
    CHECK_FALSE(rest.more);
    CHECK(rest.entries[0].number < first.entries[0].number);
    CHECK(writeLog(store, {}, desk.folder.path("log.csv"), kiosk).value() == 3);
}

TEST_CASE("the words that were searched for are not kept in the log of what went out, only that there were some")
{
    Desk desk({incident("N1", utc(2024, 1, 1))});
    auto store = store::IncidentStore::open(desk.path()).value();
    IncidentFilter filter;
    filter.text = u("sökordet");
    const auto newest = [&] { return store.log(1).value().at(0).after; };
    REQUIRE(logOutput(store, Output::Page, filter, u("mapp/karta.pdf"), 1).has_value());
    CHECK(newest().contains(u("\"karta.pdf\"")));
    CHECK(newest().contains(u("search for words")));
    CHECK_FALSE(newest().contains(u("sökordet")));
    CHECK_FALSE(newest().contains(u("All incidents")));
    filter.categories = {u("N1")};
    REQUIRE(logExport(store, {}, filter, u("ut.csv")).has_value());
    CHECK(newest().contains(u("N1")));
    CHECK_FALSE(newest().contains(u("sökordet")));
    REQUIRE(logOutput(store, Output::Result, {}, u("t.csv"), 1).has_value());
    CHECK(newest().contains(u("All incidents")));
    CHECK_FALSE(newest().contains(u("search for words")));
}

TEST_CASE("the protocol of a disposal tells numbers and rules, and nothing of the incidents")
{
    store::DisposalReport report;
    report.at = utc(2026, 1, 1);
    report.actor = u("Anna");
    report.incidents = 3;
    report.deleted = 1;
    report.counts = {{u("N1"), Confidentiality::Internal, 4}};
    report.rules = {{u("N1"), Confidentiality::Internal, 24}, {{}, {}, 60}};
    report.backupsGoneBy = QDate(2026, 1, 31);
    store::StoreInfo info;
    info.title = u("Händelser");
    info.path = u("/tmp/h.gpkg");
    const Protocol protocol = disposalProtocol(report, info, CategoryList::standard());
    CHECK(protocol.facts.contains(std::pair(u("Incidents disposed of"), u("4"))));
    REQUIRE(protocol.tables.size() == 2);
    CHECK(protocol.tables[0].rows.size() == 1);
    CHECK(protocol.tables[1].rows[1][0] == u("all categories"));
}
