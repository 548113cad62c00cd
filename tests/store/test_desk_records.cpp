#include "store/desk_records.h"
#include "store/schema.h"
#include "store/store_opener.h"
#include "store_fixture.h"

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

Report reportOf(const QUuid& incident, const char* organisation)
{
    Report report;
    report.id = QUuid::createUuid();
    report.incident = incident;
    report.organisation = u(organisation);
    report.sourceType = SourceType::Partner;
    report.externalId = u("VT-17");
    report.receivedAt = fixedTime;
    report.note = u("Ringde om samma sak");
    return report;
}

Attachment attachmentOf(const QUuid& incident, const QByteArray& content)
{
    Attachment attachment;
    attachment.info.id = QUuid::createUuid();
    attachment.info.incident = incident;
    attachment.info.name = u("anteckning.txt");
    attachment.info.mediaType = u("text/plain");
    attachment.content = content;
    return attachment;
}

FormDraft draftOf(const char* profile, const char* content)
{
    return {QUuid::createUuid(), u(profile), fixedTime, fixedTime.addSecs(5), content};
}

/// The live incident of the fixture, with the store it lies in.
struct Filed {
    StoreFixture fixture;
    IncidentStore store = fixture.create();
    Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    DeskRecords records{store};
};

} // namespace

TEST_CASE("a further report is read back with its incident, and taken away and back", "[desk]")
{
    Filed filed;
    const Report report = reportOf(filed.incident.id, "Västtrafik");
    DeskBatch add;
    add.newReports = {report};
    StoreFixture::require(filed.records.apply(add));
    auto reports = StoreFixture::require(filed.records.reports());
    CHECK(reports.value(filed.incident.id) == std::vector<Report>{report});

    DeskBatch away;
    away.removedReports = {report.id};
    StoreFixture::require(filed.records.apply(away));
    CHECK(StoreFixture::require(filed.records.reports()).isEmpty());
    CHECK(filed.records.apply(away).error().code == ErrorCode::NotFound);
    DeskBatch back;
    back.restoredReports = {report.id};
    StoreFixture::require(filed.records.apply(back));
    CHECK(StoreFixture::require(filed.records.reports()).size() == 1);

    const auto log = StoreFixture::require(filed.store.log(10, filed.incident.id));
    REQUIRE(log.size() == 4); // the incident, its report, away, back
    CHECK(log[0].after == u(R"({"report":"%1"})").arg(report.id.toString(QUuid::WithoutBraces)));
    CHECK(log[1].after == u(R"({"report":null})"));
    CHECK(log[2].before == u(R"({"report":null})"));
    CHECK(log[0].actor == u("handelsekartan"));
}

TEST_CASE("an attachment comes back byte for byte, and its removed rows go for good when asked", "[desk]")
{
    Filed filed;
    const QByteArray content("a\0b\xff", 4);
    const Attachment attachment = attachmentOf(filed.incident.id, content);
    DeskBatch add;
    add.newAttachments = {attachment};
    StoreFixture::require(filed.records.apply(add));
    const Attachment read = StoreFixture::require(filed.records.attachment(attachment.info.id));
    CHECK(read.content == content);
    CHECK(read.info.name == attachment.info.name);
    CHECK(read.info.size == 4);
    CHECK(read.info.addedBy == u("handelsekartan"));
    CHECK(StoreFixture::require(filed.records.attachmentCounts()).value(filed.incident.id) == 1);

    DeskBatch away;
    away.removedAttachments = {attachment.info.id};
    StoreFixture::require(filed.records.apply(away));
    CHECK(StoreFixture::require(filed.records.attachments(filed.incident.id)).empty());
    CHECK(StoreFixture::require(filed.records.purgeRemoved(fixedTime)) == 0);
    CHECK(StoreFixture::require(filed.records.purgeRemoved(fixedTime.addSecs(1))) == 1);
    DeskBatch back;
    back.restoredAttachments = {attachment.info.id};
    CHECK(filed.records.apply(back).error().code == ErrorCode::NotFound);
}

TEST_CASE("a batch is made whole or not at all", "[desk]")
{
    Filed filed;
    Incident changed = filed.incident;
    changed.description = u("Ändrad");
    DeskBatch batch;
    batch.inserts = {simpleIncident(u("N1"))};
    batch.updates = {changed};
    batch.newReports = {reportOf(filed.incident.id, "Skolan")};
    batch.removedReports = {QUuid::createUuid()}; // there is none
    CHECK_FALSE(filed.records.apply(batch));
    CHECK(all(filed.store) == std::vector<Incident>{filed.incident});
    CHECK(StoreFixture::require(filed.records.reports()).isEmpty());

    batch.removedReports.clear();
    batch.expectedChangedAt = {fixedTime.addSecs(-1)}; // somebody else changed it
    CHECK(filed.records.apply(batch).error().code == ErrorCode::Conflict);
    CHECK(all(filed.store).size() == 1);
    batch.expectedChangedAt = {filed.incident.changedAt};
    const auto stored = StoreFixture::require(filed.records.apply(batch));
    REQUIRE(stored.size() == 2);
    CHECK(stored[1].description == u("Ändrad"));
    CHECK(all(filed.store).size() == 2);
}

TEST_CASE("reports and attachments move to another incident and back", "[desk]")
{
    Filed filed;
    const Incident other = StoreFixture::require(filed.store.insert({simpleIncident()})).front();
    const Report report = reportOf(other.id, "Skolan");
    const Attachment attachment = attachmentOf(other.id, "text");
    DeskBatch add;
    add.newReports = {report};
    add.newAttachments = {attachment};
    StoreFixture::require(filed.records.apply(add));
    DeskBatch merge;
    merge.movedReports = {{report.id, filed.incident.id}};
    merge.movedAttachments = {{attachment.info.id, filed.incident.id}};
    merge.removals = {other.id};
    StoreFixture::require(filed.records.apply(merge));
    CHECK(all(filed.store).size() == 1);
    CHECK(StoreFixture::require(filed.records.reports()).contains(filed.incident.id));
    CHECK(StoreFixture::require(filed.records.attachments(filed.incident.id)).size() == 1);
    DeskBatch back;
    back.restores = {other.id};
    back.movedReports = {{report.id, other.id}};
    back.movedAttachments = {{attachment.info.id, other.id}};
    StoreFixture::require(filed.records.apply(back));
    CHECK(all(filed.store).size() == 2);
    CHECK(StoreFixture::require(filed.records.reports()).contains(other.id));
}

TEST_CASE("drafts are kept by program, offered by profile, and leave no entry in the log", "[desk]")
{
    Filed filed;
    FormDraft draft = draftOf("desk-1", R"({"description":"Halv"})");
    StoreFixture::require(filed.records.saveDraft(draft));
    StoreFixture::require(filed.records.saveDraft(draftOf("desk-2", "{}")));
    draft.content = R"({"description":"Halvfärdig"})";
    StoreFixture::require(filed.records.saveDraft(draft));
    CHECK(StoreFixture::require(filed.records.drafts(u("desk-1"))) == std::vector<FormDraft>{draft});
    StoreFixture::require(filed.records.removeDraft(draft.id));
    CHECK(StoreFixture::require(filed.records.drafts(u("desk-1"))).empty());
    CHECK(StoreFixture::require(filed.records.drafts(u("desk-2"))).size() == 1);
    CHECK(StoreFixture::require(filed.store.log()).size() == 1);
    CHECK_FALSE(filed.records.saveDraft(draftOf("desk-1", "{")));
}

TEST_CASE("templates are kept by name", "[desk]")
{
    Filed filed;
    StoreFixture::require(filed.records.saveTemplate({u("Klotter"), R"({"category":"S2"})"}));
    StoreFixture::require(filed.records.saveTemplate({u("Bro"), "{}"}));
    StoreFixture::require(filed.records.saveTemplate({u("Klotter"), R"({"category":"S3"})"}));
    const auto found = StoreFixture::require(filed.records.templates());
    REQUIRE(found.size() == 2);
    CHECK(found[0].name == u("Bro"));
    CHECK(found[1].content == R"({"category":"S3"})");
    StoreFixture::require(filed.records.removeTemplate(u("Bro")));
    CHECK(StoreFixture::require(filed.records.templates()).size() == 1);
}

TEST_CASE("nothing of the desk is written to a file opened for reading", "[desk]")
{
    StoreFixture fixture;
    fixture.create();
    const auto store = fixture.open(Access::ReadOnly);
    DeskRecords records(store);
    CHECK(records.saveDraft(draftOf("a", "{}")).error().code == ErrorCode::FileReadOnly);
    CHECK(records.saveTemplate({u("a"), "{}"}).error().code == ErrorCode::FileReadOnly);
    CHECK(records.apply({}).error().code == ErrorCode::FileReadOnly);
    CHECK(StoreFixture::require(records.drafts(u("a"))).empty());
}

TEST_CASE("an incident that was merged and comes back with a copy is no source of another any more", "[desk]")
{
    Filed filed;
    const Incident other = StoreFixture::require(filed.store.insert({simpleIncident()})).front();
    const QString copy = filed.fixture.path(u("kopia.gpkg"));
    StoreFixture::require(filed.store.backupTo(copy));
    DeskBatch merge;
    Report merged = reportOf(filed.incident.id, "Skolan");
    merged.merged = other.id;
    merge.newReports = {merged, reportOf(filed.incident.id, "Butiken")};
    merge.removals = {other.id};
    StoreFixture::require(filed.records.apply(merge));
    const auto then = StoreFixture::require(IncidentStore::open(copy, filed.fixture.options(Access::ReadOnly)));
    CHECK(StoreFixture::require(filed.store.restoreFrom(then)).removed.size() == 1);
    CHECK(all(filed.store).size() == 2);
    CHECK(StoreFixture::require(filed.records.reports()).isEmpty()); // nor is what was told since
}

TEST_CASE("sources and attachments are those of the copy that is brought back", "[desk]")
{
    Filed filed;
    const Incident other = StoreFixture::require(filed.store.insert({simpleIncident()})).front();
    const Report kept = reportOf(filed.incident.id, "Skolan");
    const Report moved = reportOf(other.id, "Butiken");
    const Attachment photo = attachmentOf(filed.incident.id, "Bilden");
    const Attachment note = attachmentOf(other.id, "Anteckningen");
    DeskBatch before;
    before.newReports = {kept, moved};
    before.newAttachments = {photo, note};
    StoreFixture::require(filed.records.apply(before));
    const auto reports = StoreFixture::require(filed.records.reports());
    const QString copy = filed.fixture.path(u("kopia.gpkg"));
    StoreFixture::require(filed.store.backupTo(copy));

    DeskBatch since;
    const Report late = reportOf(filed.incident.id, "Polisen");
    since.newReports = {late};
    since.newAttachments = {attachmentOf(filed.incident.id, "Senare")};
    since.movedReports = {{moved.id, filed.incident.id}};
    since.removedReports = {kept.id};
    since.removedAttachments = {photo.info.id, note.info.id};
    StoreFixture::require(filed.records.apply(since));
    filed.fixture.time.advance(3 * 86'400'000LL);
    StoreFixture::require(filed.records.purgeRemoved(filed.fixture.time.now().addDays(-1))); // their rows are gone for good

    const auto then = StoreFixture::require(IncidentStore::open(copy, filed.fixture.options(Access::ReadOnly)));
    const Comparison comparison = StoreFixture::require(filed.store.compareWith(then));
    CHECK(comparison.changed.empty());
    CHECK(comparison.recordsBack.size() == 4);
    CHECK(comparison.recordsGone.size() == 2);
    CHECK_FALSE(comparison.nothingToDo());
    StoreFixture::require(filed.store.restoreFrom(then));
    CHECK(StoreFixture::require(filed.records.reports()) == reports);
    CHECK(StoreFixture::require(filed.records.attachment(photo.info.id)).content == photo.content);
    CHECK(StoreFixture::require(filed.records.attachments(other.id)).size() == 1);
    CHECK(StoreFixture::require(filed.records.attachments(filed.incident.id)).size() == 1);
    CHECK(StoreFixture::require(filed.store.verifyLog()).sound());
    CHECK(StoreFixture::require(filed.store.compareWith(then)).nothingToDo());
    // what came since can be taken back
    DeskBatch back;
    back.restoredReports = {late.id};
    CHECK(filed.records.apply(back).has_value());
}

TEST_CASE("no source or attachment comes back to an incident that was disposed of", "[desk]")
{
    Filed filed;
    DeskBatch add;
    add.newReports = {reportOf(filed.incident.id, "Skolan")};
    add.newAttachments = {attachmentOf(filed.incident.id, "Avgjort hemligt")};
    StoreFixture::require(filed.records.apply(add));
    const QString copy = filed.fixture.path(u("kopia.gpkg"));
    StoreFixture::require(filed.store.backupTo(copy));
    DisposalCandidate candidate;
    candidate.id = filed.incident.id;
    candidate.category = filed.incident.category;
    StoreFixture::require(filed.store.dispose({candidate}));
    const auto then = StoreFixture::require(IncidentStore::open(copy, filed.fixture.options(Access::ReadOnly)));
    CHECK(StoreFixture::require(filed.store.compareWith(then)).nothingToDo());
    StoreFixture::require(filed.store.restoreFrom(then));
    CHECK(StoreFixture::require(filed.records.reports()).isEmpty());
    CHECK(StoreFixture::require(filed.records.attachments(filed.incident.id)).empty());
}

TEST_CASE("with a disposed incident go its sources, its attachments and a form that was changing it", "[desk]")
{
    Filed filed;
    DeskBatch add;
    add.newReports = {reportOf(filed.incident.id, "Skolan")};
    add.newAttachments = {attachmentOf(filed.incident.id, "Avgjort hemligt")};
    StoreFixture::require(filed.records.apply(add));
    const QByteArray form = "{\"id\":\"" + filed.incident.id.toByteArray(QUuid::WithoutBraces) + "\",\"description\":\"Avgjort\"}";
    StoreFixture::require(filed.records.saveDraft(draftOf("p", form)));
    StoreFixture::require(filed.records.saveDraft(draftOf("p", "{\"description\":\"En annan\"}")));
    DisposalCandidate candidate;
    candidate.id = filed.incident.id;
    candidate.category = filed.incident.category;
    CHECK(StoreFixture::require(filed.store.dispose({candidate})).incidents == 1);
    CHECK(StoreFixture::require(filed.records.reports()).isEmpty());
    CHECK(StoreFixture::require(filed.records.attachments(filed.incident.id)).empty());
    CHECK(StoreFixture::require(filed.records.drafts(u("p"))).size() == 1);
    QFile file(filed.fixture.path());
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("Avgjort"));
}

TEST_CASE("what another desk types is no reason to read the incidents anew, but what it saves is", "[desk]")
{
    StoreFixture fixture;
    auto mine = fixture.create();
    auto theirs = fixture.open();
    fixture.require(theirs.insert({simpleIncident()}));
    const qint64 seen = fixture.require(mine.changeCounter());
    FormDraft draft{QUuid::createUuid(), u("p"), fixedTime, fixedTime, "{}"};
    fixture.require(DeskRecords(theirs).saveDraft(draft));
    CHECK(fixture.require(mine.changeCounter()) == seen);
    DeskBatch add;
    add.newReports = {reportOf(all(theirs).front().id, "Skolan")};
    fixture.require(DeskRecords(theirs).apply(add));
    CHECK(fixture.require(mine.changeCounter()) != seen);
}

TEST_CASE("a file of the version before gets what the desk keeps, after a copy beside it", "[desk]")
{
    StoreFixture fixture;
    fixture.require(writeNewFile(fixture.path(), {}, 5));
    auto store = fixture.open();
    fixture.require(store.insert({simpleIncident()}));
    const StoreInfo info = fixture.require(store.info());
    CHECK(info.schemaVersion == currentSchemaVersion());
    CHECK_FALSE(info.schemaBackup.isEmpty());
    const auto incidents = all(store);
    REQUIRE(incidents.size() == 1);
    DeskRecords records(store);
    DeskBatch add;
    add.newReports = {reportOf(incidents.front().id, "Skolan")};
    fixture.require(records.apply(add));
    CHECK(fixture.require(records.reports()).size() == 1);
}
