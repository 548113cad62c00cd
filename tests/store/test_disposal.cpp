#include "sqlite/database.h"
#include "store/backups.h"
#include "store_fixture.h"

#include <QFileInfo>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

/// Texts that are nowhere else in the file.
const QByteArray secretText = "Gallringsprovet-hemlig-beskrivning";
const QByteArray secretPlace = "Gallringsprovet-hemlig-plats";
const QByteArray secretId = "GALLRING-EXT-4711";

Incident secret(Confidentiality confidentiality = Confidentiality::Internal)
{
    Incident incident = fullIncident();
    incident.description = QString::fromUtf8(secretText + " é\n") + QString(3000, QLatin1Char('x')); // on pages of its own, too
    incident.placeName = QString::fromUtf8(secretPlace);
    incident.externalId = QString::fromUtf8(secretId);
    incident.confidentiality = confidentiality;
    incident.disposalDate = {};
    incident.position = {322777.125, 6394777.375};
    return incident;
}

/// All bytes that belong to the file.
QByteArray bytesOf(const QString& path)
{
    QByteArray bytes;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        QFile file(path + QLatin1String(suffix));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

/// A position as the blob holds it, and as the log writes it.
QByteArray positionBytes(const Incident& incident)
{
    return {reinterpret_cast<const char*>(&incident.position.easting), sizeof(double)};
}

bool holds(const QString& path, const Incident& incident)
{
    const QByteArray bytes = bytesOf(path);
    return bytes.contains(secretText) || bytes.contains(secretPlace) || bytes.contains(secretId)
           || bytes.contains(positionBytes(incident)) || bytes.contains(positionBytes(incident).toHex().toUpper());
}

DisposalCandidate candidate(const Incident& incident)
{
    return {incident.id, incident.category, incident.confidentiality, incident.occurredTo, {}};
}

} // namespace

TEST_CASE("The rule that names most counts, the category before the confidentiality, and a date of its own before all")
{
    Incident incident = simpleIncident(QStringLiteral("N1")); // 10 February 2024 21.30 UTC
    incident.confidentiality = Confidentiality::Partner;
    std::vector<DisposalRule> rules{{{}, {}, 60}};
    CHECK(disposalDue(incident, {}) == QDate());
    CHECK(disposalDue(incident, rules) == QDate(2029, 2, 10));
    rules.push_back({{}, Confidentiality::Partner, 48});
    CHECK(disposalDue(incident, rules) == QDate(2028, 2, 10));
    rules.push_back({QStringLiteral("N1"), {}, 24});
    CHECK(disposalDue(incident, rules) == QDate(2026, 2, 10));
    rules.push_back({QStringLiteral("N1"), Confidentiality::Partner, 1});
    CHECK(disposalDue(incident, rules) == QDate(2024, 3, 10));
    rules.push_back({QStringLiteral("N1"), Confidentiality::Public, 2});
    CHECK(disposalDue(incident, rules) == QDate(2024, 3, 10));
    incident.disposalDate = QDate(2030, 1, 1);
    CHECK(disposalDue(incident, rules) == QDate(2030, 1, 1));
}

TEST_CASE("A proposal names what is due, deleted ones too, and changes nothing")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.setDisposalRules({{QStringLiteral("N1"), {}, 12}, {{}, {}, 24}}));
    CHECK(fixture.require(store.disposalRules()).size() == 2);
    Incident mine = simpleIncident();
    mine.disposalDate = QDate(2024, 6, 1);
    const auto stored = fixture.require(store.insert({secret(), simpleIncident(), mine, simpleIncident()}));
    fixture.require(store.remove({stored[3].id}));
    const QByteArray before = hashOf(fixture.path());

    CHECK(fixture.require(store.proposeDisposal(QDate(2024, 5, 31))).empty());
    auto due = fixture.require(store.proposeDisposal(QDate(2024, 6, 1)));
    REQUIRE(due.size() == 1);
    CHECK(due[0].byOwnDate);
    due = fixture.require(store.proposeDisposal(QDate(2025, 2, 11)));
    REQUIRE(due.size() == 2);
    CHECK(due[1].id == stored[0].id);
    due = fixture.require(store.proposeDisposal(QDate(2026, 2, 10)));
    CHECK(due.size() == 4);
    CHECK(std::count_if(due.begin(), due.end(), [](const DisposalCandidate& one) { return one.deleted; }) == 1);
    CHECK(countDisposal(due).front() == DisposalCount{QStringLiteral("S1"), Confidentiality::Internal, 3});
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("Rules outside their limits, or two for the same, are refused and those before stay")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.setDisposalRules({{{}, {}, 24}}));
    CHECK_FALSE(store.setDisposalRules({{{}, {}, 0}}));
    const auto twice = store.setDisposalRules({{{}, {}, 24}, {{}, {}, 36}});
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == ErrorCode::Conflict);
    CHECK(twice.error().place.row == 2);
    CHECK(fixture.require(store.disposalRules()) == std::vector<DisposalRule>{{{}, {}, 24}});
}

TEST_CASE("Nothing of what was disposed of is left in the bytes of the file, and the log's chain still holds")
{
    StoreFixture fixture;
    const auto way = GENERATE(as<std::string>(), "live", "deleted", "changed", "imported", "rollback journal");
    CAPTURE(way);
    Incident gone;
    {
        auto store = fixture.create();
        fixture.require(store.insert({simpleIncident()}));
        if (way == "imported") {
            auto import = fixture.require(store.beginImport());
            for (int i = 0; i < 1500; ++i) {
                Incident other = simpleIncident();
                other.externalId = QString::number(i);
                fixture.require(import.put(other).map([](auto) {}));
            }
            fixture.require(import.put(secret()).map([](auto) {}));
            fixture.require(import.commit());
            gone = all(store).back();
        } else {
            gone = fixture.require(store.insert({secret()})).front();
        }
        if (way == "changed") {
            Incident other = gone;
            other.description = QStringLiteral("Annan text");
            other.placeName = QStringLiteral("Annan plats");
            fixture.require(store.update({other}));
        }
        if (way == "deleted")
            fixture.require(store.remove({gone.id}));
        REQUIRE(holds(fixture.path(), gone));
    }
    auto store = fixture.open();
    if (way == "rollback journal")
        store = fixture.openWithRollbackJournal(std::move(store));
    const auto before = fixture.require(store.info());
    const DisposalReport report = fixture.require(store.dispose({candidate(gone)}));
    CHECK_FALSE(holds(fixture.path(), gone)); // while it is open
    CHECK(report.cleaned);
    CHECK(report.incidents == (way == "deleted" ? 0 : 1));
    CHECK(report.deleted == (way == "deleted" ? 1 : 0));
    CHECK(report.logEntries >= 2);
    CHECK(report.backupsGoneBy == QDate(2024, 3, 31));
    const auto after = fixture.require(store.info());
    CHECK(after.deleted == 0);
    CHECK(after.logEntries > before.logEntries); // nothing of the log is gone
    const LogCheck check = fixture.require(store.verifyLog());
    CHECK(check.sound());
    CHECK(check.disposed == report.logEntries);
    CHECK(check.head == report.logHead);
    CHECK_FALSE(store.find(gone.id));
    for (const LogEntry& entry : fixture.require(store.log(100, gone.id)))
        CHECK((entry.before + entry.after).startsWith(QStringLiteral("{\"sha256\":\"")));
    store = fixture.open();
    CHECK_FALSE(holds(fixture.path(), gone)); // and when it is opened again
}

TEST_CASE("Who guesses what was disposed of cannot try the guess against the log")
{
    // Two incidents with the same content have different hashes: each had a salt of its own, and it is gone.
    StoreFixture fixture;
    auto store = fixture.create();
    const auto stored = fixture.require(store.insert({simpleIncident(), simpleIncident()}));
    fixture.require(store.dispose({candidate(stored[0]), candidate(stored[1])}).map([](const DisposalReport&) {}));
    const auto log = fixture.require(store.log(100));
    std::vector<QString> hashes;
    for (const LogEntry& entry : log)
        if (entry.action == QStringLiteral("insert"))
            hashes.push_back(entry.after);
    REQUIRE(hashes.size() == 2);
    CHECK(hashes[0] != hashes[1]);
}

TEST_CASE("The log's gate lets nothing through but hashes, and is shut at rest")
{
    StoreFixture fixture;
    fixture.require(fixture.create().insert({simpleIncident()}));
    auto database = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadWrite);
    REQUIRE(database);
    CHECK(database->queryInt64("SELECT count(*) FROM hk_disposal_gate").value() == 0);
    const std::string hash = "{\"sha256\":\"" + std::string(64, '0') + "\"}";
    CHECK_FALSE(database->execute("UPDATE hk_log SET after_values = '" + hash + "'"));
    REQUIRE(database->execute("INSERT INTO hk_disposal_gate VALUES (1)"));
    CHECK_FALSE(database->execute("UPDATE hk_log SET actor = 'Annan'"));
    CHECK_FALSE(database->execute("UPDATE hk_log SET after_values = NULL"));
    CHECK_FALSE(database->execute("UPDATE hk_log SET after_values = '{}'"));
    CHECK_FALSE(database->execute("UPDATE hk_log SET before_values = '" + hash + "'"));
    CHECK_FALSE(database->execute("DELETE FROM hk_log"));
    CHECK_FALSE(database->execute("UPDATE hk_log_chain SET hash = zeroblob(32)"));
    CHECK_FALSE(database->execute("DELETE FROM hk_log_chain"));
    CHECK(database->execute("UPDATE hk_log SET after_values = '" + hash + "'"));
    // and what came through without being the true hash shows
    database->close();
    CHECK(fixture.require(fixture.open().verifyLog()).fault == LogCheck::Fault::Altered);
}

TEST_CASE("What could not be cleaned because another program reads the file is cleaned at the next opening")
{
    StoreFixture fixture;
    Incident gone;
    {
        auto store = fixture.create();
        gone = fixture.require(store.insert({secret(), simpleIncident()})).front();
    }
    {
        auto store = fixture.open();
        auto reader = sqlite::Database::open(fixture.path().toStdString(), sqlite::OpenMode::ReadOnly);
        REQUIRE(reader);
        REQUIRE(reader->execute("BEGIN; SELECT * FROM incidents"));
        const DisposalReport report = fixture.require(store.dispose({candidate(gone)}));
        CHECK_FALSE(report.cleaned);
        CHECK_FALSE(store.find(gone.id));
        REQUIRE(reader->execute("COMMIT"));
    }
    auto store = fixture.open();
    CHECK_FALSE(holds(fixture.path(), gone));
    CHECK(all(store).size() == 1);
}

TEST_CASE("The backup copies that hold what was disposed of are gone within the days that are promised")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident gone = fixture.require(store.insert({secret()})).front();
    const BackupFile copy = fixture.require(makeBackup(fixture.path(), BackupReason::Start, fixture.time.now()));
    fixture.time.advance(60'000);
    const DisposalReport report = fixture.require(store.dispose({candidate(gone)}));
    fixture.time.advance(24 * 3'600'000);
    const BackupFile clean = fixture.require(makeBackup(fixture.path(), BackupReason::Disposal, fixture.time.now()));
    CHECK(holds(copy.path, gone));
    CHECK_FALSE(holds(clean.path, gone));
    const QDateTime deadline(report.backupsGoneBy, QTime(0, 0), Qt::UTC);
    CHECK(fixture.time.now().daysTo(deadline) <= disposedBackupDays);
    fixture.require(thinBackups(fixture.path(), deadline.addSecs(-60)).map([](int) {}));
    CHECK(QFileInfo::exists(copy.path));
    fixture.require(thinBackups(fixture.path(), deadline).map([](int) {}));
    CHECK_FALSE(QFileInfo::exists(copy.path));
    CHECK(QFileInfo::exists(clean.path));
}

TEST_CASE("Words in the log on exports that may tell of a person go with a disposal, and other exports stay readable")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const Incident gone = fixture.require(store.insert({secret()})).front();
    const QByteArray searched = "gallringsprovets-sökord";
    const QByteArray phone = "070-1740605"; // of a series that nobody is given (PTS)
    fixture.require(store.logExport({QStringLiteral("internal"),
                                     QStringLiteral("hela tiden. Innehåller ”%1”.").arg(QString::fromUtf8(searched)),
                                     QStringLiteral("ut.csv"), 1}));
    fixture.require(store.logExport({QStringLiteral("internal"), {}, QStringLiteral("ring_%1.xlsx").arg(QLatin1String(phone)), 1}));
    fixture.require(store.logExport({QStringLiteral("partner"), QStringLiteral("Kategori: N1."), QStringLiteral("maj.csv"), 17}));
    REQUIRE(bytesOf(fixture.path()).contains(searched));
    REQUIRE(bytesOf(fixture.path()).contains(phone));

    const DisposalReport report = fixture.require(store.dispose({candidate(gone)}));
    CHECK(report.cleaned);
    CHECK_FALSE(bytesOf(fixture.path()).contains(searched));
    CHECK_FALSE(bytesOf(fixture.path()).contains(phone));
    CHECK(bytesOf(fixture.path()).contains("maj.csv"));
    const LogCheck check = fixture.require(store.verifyLog());
    CHECK(check.sound());
    CHECK(check.disposed == report.logEntries);
    // Who and when is there still, and a second disposal finds nothing more to hash.
    LogFilter exports;
    exports.action = QStringLiteral("export");
    CHECK(fixture.require(store.log(exports, 10)).size() == 3);
    const Incident other = fixture.require(store.insert({simpleIncident()})).front();
    CHECK(fixture.require(store.dispose({candidate(other)})).logEntries == 2); // logged, deleted
    CHECK(fixture.require(store.verifyLog()).sound());
}
