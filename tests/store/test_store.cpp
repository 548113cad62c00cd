#include "sqlite/database.h"
#include "store_fixture.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

QJsonObject json(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

TEST_CASE("A new file is empty, has its title and the whole category list")
{
    StoreFixture fixture;
    CreateOptions options;
    options.title = QStringLiteral("Mölndals innerstad");
    options.sample = true;
    const auto store = fixture.require(IncidentStore::create(fixture.path(), options));
    const StoreInfo info = fixture.require(store.info());
    CHECK(info.title == QStringLiteral("Mölndals innerstad"));
    CHECK(info.sample);
    CHECK_FALSE(info.readOnly);
    CHECK(info.incidents == 0);
    CHECK(info.logEntries == 0);
    CHECK(store.categories().all() == CategoryList::standard().all());
}

TEST_CASE("A file without a title is named after its file")
{
    StoreFixture fixture;
    CHECK(fixture.require(fixture.create().info()).title == QStringLiteral("incidents"));
}

TEST_CASE("A file that exists is never overwritten")
{
    StoreFixture fixture;
    fixture.create();
    const QByteArray before = hashOf(fixture.path());
    const auto second = IncidentStore::create(fixture.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::FileExists);
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("A folder that is not there is reported, and nothing is left behind")
{
    StoreFixture fixture;
    const auto store = IncidentStore::create(fixture.path(QStringLiteral("none/incidents.gpkg")));
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::FileNotWritable);
    CHECK(QDir(fixture.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

TEST_CASE("A name with special characters works")
{
    StoreFixture fixture;
    const QString name = QStringLiteral("händelser #1 100% ?.gpkg");
    fixture.require(fixture.create(name).insert({simpleIncident()}));
    CHECK(all(fixture.open(Access::ReadWrite, name)).size() == 1);
    CHECK(QDir(fixture.folder()).entryList(QDir::Files) == QStringList{name});
}

TEST_CASE("Every field of an incident comes back as it was stored")
{
    StoreFixture fixture;
    Incident stored;
    {
        auto store = fixture.create();
        store.setActor({QStringLiteral("Samordnaren"), QStringLiteral("BRÅ")});
        stored = fixture.require(store.insert({fullIncident()})).front();
        Incident expected = fullIncident();
        expected.id = stored.id;
        expected.createdAt = expected.changedAt = fixedTime;
        expected.createdBy = expected.changedBy = QStringLiteral("Samordnaren");
        CHECK(stored == expected);
        CHECK_FALSE(stored.id.isNull());
    }
    const auto store = fixture.open();
    CHECK(fixture.require(store.find(stored.id)) == stored);
    CHECK(all(store) == std::vector<Incident>{stored});
}

TEST_CASE("Every value of every choice comes back as it was stored")
{
    StoreFixture fixture;
    auto store = fixture.create();
    std::vector<Incident> incidents;
    for (int i = 0; i < 4; ++i) {
        Incident incident = simpleIncident();
        incident.precision = static_cast<Precision>(i);
        incident.sourceType = static_cast<SourceType>(i);
        incident.surroundings = static_cast<Surroundings>(i % 3);
        incident.reportedToPolice = static_cast<PoliceReport>(i % 3);
        incident.status = static_cast<IncidentStatus>(i % 3);
        incident.confidentiality = static_cast<Confidentiality>(i % 3);
        incidents.push_back(incident);
    }
    incidents = fixture.require(store.insert(incidents));
    CHECK(all(store) == incidents);
    // The words in the file are those of core.
    auto file = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(file);
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        auto row = file->prepare("SELECT precision, source_type, surroundings, reported_to_police, status, "
                                 "confidentiality FROM incidents WHERE fid = ?1");
        REQUIRE(row);
        REQUIRE(row->bind(1, static_cast<std::int64_t>(i + 1)).step());
        CHECK(row->text(0) == toName(incidents[i].precision).toStdString());
        CHECK(row->text(1) == toName(incidents[i].sourceType).toStdString());
        CHECK(row->text(2) == toName(incidents[i].surroundings).toStdString());
        CHECK(row->text(3) == toName(incidents[i].reportedToPolice).toStdString());
        CHECK(row->text(4) == toName(incidents[i].status).toStdString());
        CHECK(row->text(5) == toName(incidents[i].confidentiality).toStdString());
    }
}

TEST_CASE("An id that is given is kept; ids that are made are in order of time")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident own = simpleIncident();
    own.id = QUuid(QStringLiteral("{11111111-2222-4333-8444-555555555555}"));
    CHECK(fixture.require(store.insert({own})).front().id == own.id);
    const auto made = fixture.require(store.insert(std::vector<Incident>(5000, simpleIncident())));
    CHECK(std::is_sorted(made.begin(), made.end(), [](const Incident& a, const Incident& b) {
        return a.id.toString() < b.id.toString();
    }));
}

TEST_CASE("An id or an external id that is taken is a conflict, and nothing of the call is stored")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident first = fixture.require(store.insert({fullIncident()})).front();
    Incident sameId = simpleIncident();
    sameId.id = first.id;
    auto result = store.insert({simpleIncident(), sameId});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Conflict);
    CHECK(result.error().place.field == QStringLiteral("id"));
    CHECK(result.error().place.row == 2);
    result = store.insert({simpleIncident(), fullIncident()});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Conflict);
    CHECK(result.error().place.field == QStringLiteral("external_id"));
    CHECK(all(store) == std::vector<Incident>{first});
}

TEST_CASE("Any number of incidents may have no external id")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident(), simpleIncident(), simpleIncident()}));
    CHECK(all(store).size() == 3);
}

TEST_CASE("A change is stored and signed with its time, and keeps who created the incident")
{
    StoreFixture fixture;
    auto store = fixture.create();
    store.setActor({QStringLiteral("A"), {}});
    Incident incident = fixture.require(store.insert({fullIncident()})).front();
    fixture.time.advance(60'000);
    store.setActor({QStringLiteral("B"), {}});
    incident.category = QStringLiteral("S2");
    incident.persons.reset();
    incident.description.clear();
    const Incident changed = fixture.require(store.update({incident})).front();
    CHECK(changed.createdBy == QStringLiteral("A"));
    CHECK(changed.createdAt == fixedTime);
    CHECK(changed.changedBy == QStringLiteral("B"));
    CHECK(changed.changedAt == fixedTime.addSecs(60));
    CHECK_FALSE(changed.persons);
    CHECK(fixture.require(store.find(incident.id)) == changed);
}

TEST_CASE("An outline can be added, changed and taken away")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident incident = fixture.require(store.insert({simpleIncident()})).front();
    incident.precision = Precision::Area;
    incident.area = fullIncident().area;
    incident = fixture.require(store.update({incident})).front();
    CHECK(fixture.require(store.find(incident.id)).area == fullIncident().area);
    incident.area.pop_back();
    incident = fixture.require(store.update({incident})).front();
    CHECK(fixture.require(store.find(incident.id)).area.size() == 3);
    incident.precision = Precision::Point;
    incident = fixture.require(store.update({incident})).front();
    CHECK(incident.area.empty());
    CHECK(fixture.require(store.find(incident.id)).area.empty());
}

TEST_CASE("An incident that is as stored already is left as it is")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident incident = fixture.require(store.insert({fullIncident()})).front();
    fixture.time.advance(1000);
    CHECK(fixture.require(store.update({incident})).front() == incident);
    CHECK(fixture.require(store.info()).logEntries == 1);
}

TEST_CASE("A change on top of somebody else's is a conflict, and nothing of the call is stored")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto incidents = fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    auto other = fixture.open();
    fixture.time.advance(1000);
    Incident theirs = incidents[1];
    theirs.severity = 3;
    theirs = fixture.require(other.update({theirs}, {incidents[1].changedAt})).front();
    fixture.time.advance(1000);
    incidents[0].severity = 2;
    incidents[1].severity = 2;
    const auto result = store.update(incidents, {incidents[0].changedAt, incidents[1].changedAt});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Conflict);
    CHECK(result.error().place.row == 2);
    CHECK(fixture.require(store.find(incidents[0].id)).severity == 1);
    CHECK(fixture.require(store.find(incidents[1].id)) == theirs);
}

TEST_CASE("Changing, deleting or finding an incident that is not there says so")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident stranger = simpleIncident();
    stranger.id = QUuid::createUuid();
    CHECK(store.update({stranger}).error().code == ErrorCode::NotFound);
    CHECK(store.remove({stranger.id}).error().code == ErrorCode::NotFound);
    CHECK(store.restore({stranger.id}).error().code == ErrorCode::NotFound);
    CHECK(store.find(stranger.id).error().code == ErrorCode::NotFound);
    CHECK(fixture.require(store.info()).logEntries == 0);
}

TEST_CASE("A deleted incident is gone, listed as deleted, and comes back exactly as it was")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const auto incidents = fixture.require(store.insert({fullIncident(), simpleIncident()}));
    fixture.time.advance(1000);
    fixture.require(store.remove({incidents[0].id}));
    CHECK(all(store) == std::vector<Incident>{incidents[1]});
    CHECK(store.find(incidents[0].id).error().code == ErrorCode::NotFound);
    CHECK(fixture.require(store.deleted()) == std::vector<Incident>{incidents[0]});
    StoreInfo info = fixture.require(store.info());
    CHECK(info.incidents == 1);
    CHECK(info.deleted == 1);
    fixture.time.advance(1000);
    fixture.require(store.restore({incidents[0].id}));
    CHECK(all(store) == incidents);
    info = fixture.require(store.info());
    CHECK(info.incidents == 2);
    CHECK(info.deleted == 0);
}

TEST_CASE("Deleting several where one is missing deletes none")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const auto incidents = fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    CHECK(store.remove({incidents[0].id, QUuid::createUuid()}).error().code == ErrorCode::NotFound);
    CHECK(all(store) == incidents);
}

TEST_CASE("A deleted incident does not come back over one that has taken its external id")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident old = fixture.require(store.insert({fullIncident()})).front();
    fixture.require(store.remove({old.id}));
    fixture.require(store.insert({fullIncident()}));
    const auto restored = store.restore({old.id});
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == ErrorCode::Conflict);
    CHECK(fixture.require(store.deleted()).size() == 1);
}

TEST_CASE("The log tells who did what, when, and each changed field before and after")
{
    StoreFixture fixture;
    auto store = fixture.create();
    store.setActor({QStringLiteral("Samordnaren"), QStringLiteral("BRÅ")});
    Incident incident = fixture.require(store.insert({fullIncident()})).front();
    fixture.time.advance(1000);
    incident.category = QStringLiteral("S1");
    incident.persons.reset();
    fixture.require(store.update({incident}));
    fixture.time.advance(1000);
    fixture.require(store.remove({incident.id}));
    fixture.time.advance(1000);
    fixture.require(store.restore({incident.id}));

    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 4);
    CHECK(log[3].action == QStringLiteral("insert"));
    CHECK(log[2].action == QStringLiteral("update"));
    CHECK(log[1].action == QStringLiteral("delete"));
    CHECK(log[0].action == QStringLiteral("restore"));
    for (std::size_t i = 0; i < log.size(); ++i) {
        CHECK(log[i].number == static_cast<qint64>(4 - i));
        CHECK(log[i].incident == incident.id);
        CHECK(log[i].actor == QStringLiteral("Samordnaren"));
        CHECK(log[i].organisation == QStringLiteral("BRÅ"));
        CHECK(log[i].at == fixedTime.addSecs(static_cast<qint64>(3 - i)));
    }
    CHECK(log[3].before.isEmpty());
    const QJsonObject inserted = json(log[3].after);
    CHECK(inserted.value(QStringLiteral("category")) == QStringLiteral("N1"));
    CHECK(inserted.value(QStringLiteral("place")) == fullIncident().placeName);
    CHECK(inserted.value(QStringLiteral("description")) == fullIncident().description);
    CHECK(inserted.value(QStringLiteral("persons")) == 4);
    CHECK(inserted.value(QStringLiteral("radius")) == 220.5);
    CHECK(inserted.value(QStringLiteral("geom")).toString().startsWith(QStringLiteral("475000")));
    CHECK(inserted.value(QStringLiteral("area")).toString().startsWith(QStringLiteral("475000")));
    CHECK(inserted.size() == 21);
    CHECK(json(log[2].before) ==
          QJsonObject{{QStringLiteral("category"), QStringLiteral("N1")}, {QStringLiteral("persons"), 4}});
    CHECK(json(log[2].after) == QJsonObject{{QStringLiteral("category"), QStringLiteral("S1")},
                                            {QStringLiteral("persons"), QJsonValue::Null}});
    CHECK(json(log[1].before).value(QStringLiteral("category")) == QStringLiteral("S1"));
    CHECK(json(log[1].before).value(QStringLiteral("area")) == inserted.value(QStringLiteral("area")));
    CHECK(log[1].after.isEmpty());
    CHECK(json(log[0].after).value(QStringLiteral("area")) == inserted.value(QStringLiteral("area")));
}

TEST_CASE("The log of one incident holds its entries only, and no more than asked for")
{
    StoreFixture fixture;
    auto store = fixture.create();
    auto incidents = fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    incidents[0].severity = 2;
    fixture.require(store.update({incidents[0]}));
    CHECK(fixture.require(store.log(1000, incidents[0].id)).size() == 2);
    CHECK(fixture.require(store.log(1000, incidents[1].id)).size() == 1);
    CHECK(fixture.require(store.log(1, incidents[0].id)).front().action == QStringLiteral("update"));
}

TEST_CASE("A change of an outline is in the log")
{
    StoreFixture fixture;
    auto store = fixture.create();
    Incident incident = fixture.require(store.insert({fullIncident()})).front();
    incident.area.pop_back();
    fixture.require(store.update({incident}));
    const auto log = fixture.require(store.log());
    REQUIRE(log.size() == 2);
    CHECK(log[0].action == QStringLiteral("update"));
    CHECK(json(log[0].before).value(QStringLiteral("area")) !=
          json(log[0].after).value(QStringLiteral("area")));
}

TEST_CASE("Reading can be stopped")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    int seen = 0;
    const auto stopped = store.forEach([&](const Incident&) { return ++seen < 1; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(seen == 1);
}

TEST_CASE("Two windows on one file see each other's changes")
{
    StoreFixture fixture;
    auto first = fixture.create();
    auto second = fixture.open();
    const qint64 before = fixture.require(second.changeCounter());
    CHECK(fixture.require(second.changeCounter()) == before);
    fixture.require(first.insert({simpleIncident()}));
    const qint64 after = fixture.require(second.changeCounter());
    CHECK(after != before);
    CHECK(all(second).size() == 1);
    fixture.require(second.insert({simpleIncident()}));
    CHECK(fixture.require(second.changeCounter()) != after);
    CHECK(all(first).size() == 2);
}

TEST_CASE("A reader goes on reading what was there while another window writes")
{
    StoreFixture fixture;
    auto writer = fixture.create();
    fixture.require(writer.insert({simpleIncident(), simpleIncident()}));
    auto reader = fixture.open(Access::ReadOnly);
    int seen = 0;
    fixture.require(reader.forEach([&](const Incident&) {
        if (++seen == 1)
            fixture.require(writer.insert({simpleIncident()}));
        return true;
    }));
    CHECK(seen == 2);
    CHECK(all(reader).size() == 3);
}

TEST_CASE("A backup is a whole file of its own and never overwrites")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const auto incidents = fixture.require(store.insert({fullIncident(), simpleIncident()}));
    const QString copy = QStringLiteral("copy.gpkg");
    fixture.require(store.backupTo(fixture.path(copy)));
    CHECK(all(fixture.open(Access::ReadOnly, copy)) == incidents);
    CHECK(store.backupTo(fixture.path(copy)).error().code == ErrorCode::FileExists);
    CHECK(QDir(fixture.folder())
              .entryList(QDir::Files | QDir::Hidden)
              .filter(QStringLiteral(".copy"))
              .isEmpty());
}

TEST_CASE("A file opened for reading only refuses every change")
{
    StoreFixture fixture;
    const Incident incident = fixture.require(fixture.create().insert({simpleIncident()})).front();
    auto store = fixture.open(Access::ReadOnly);
    CHECK(store.isReadOnly());
    CHECK(store.insert({simpleIncident()}).error().code == ErrorCode::FileReadOnly);
    CHECK(store.update({incident}).error().code == ErrorCode::FileReadOnly);
    CHECK(store.remove({incident.id}).error().code == ErrorCode::FileReadOnly);
    CHECK(store.restore({incident.id}).error().code == ErrorCode::FileReadOnly);
    CHECK(store.beginImport().error().code == ErrorCode::FileReadOnly);
    CHECK(all(store).size() == 1);
}
