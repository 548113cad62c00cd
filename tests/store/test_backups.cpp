#include "store/backups.h"

#include "faulty_vfs.h"
#include "sqlite/database.h"
#include "store_fixture.h"

#include <QDir>
#include <QFileInfo>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

QDateTime day(int year, int month, int date, int hour = 12, int minute = 0)
{
    return {QDate(year, month, date), QTime(hour, minute), Qt::UTC};
}

/// The copies that would be there after one every two hours of a working day for `days` days, each thinned after.
std::vector<BackupFile> afterWork(const QDateTime& start, int days, const std::vector<BackupDeadline>& deadlines = {})
{
    std::vector<BackupFile> backups;
    for (int i = 0; i < days; ++i)
        for (int hour = 8; hour <= 16; hour += 2) {
            const QDateTime now = start.addDays(i).addSecs((hour - 12) * 3600);
            backups.insert(backups.begin(), {now.toString(Qt::ISODate), now, BackupReason::Work, 1});
            for (const BackupFile& gone : backupsToThin(backups, now, deadlines))
                backups.erase(std::find(backups.begin(), backups.end(), gone));
        }
    return backups;
}

std::vector<BackupFile> copiesAt(std::vector<QDateTime> times)
{
    std::vector<BackupFile> backups;
    for (const QDateTime& time : times)
        backups.push_back({time.toString(Qt::ISODate), time, BackupReason::Start, 1});
    return backups;
}

} // namespace

TEST_CASE("A backup copy is a whole incident file in a folder of its own, and is listed")
{
    StoreFixture fixture;
    auto store = fixture.create();
    fixture.require(store.insert({simpleIncident(), fullIncident()}));
    const BackupFile made = fixture.require(makeBackup(fixture.path(), BackupReason::Start, fixture.time.now()));
    CHECK(made.path == fixture.path(QStringLiteral("incidents.backups/incidents-20240301T120000Z-start.gpkg")));
    CHECK(made.at == fixture.time.now());
    CHECK(fixture.require(listBackups(fixture.path())) == std::vector{made});
    const auto copy = fixture.require(IncidentStore::open(made.path, Access::ReadOnly));
    CHECK(all(copy) == all(store));
    CHECK(fixture.require(copy.verifyLog()).head == fixture.require(store.verifyLog()).head);
    CHECK(QFileInfo(made.path).permissions() == QFileInfo(fixture.path()).permissions());
    // nothing but the copy
    CHECK(QDir(backupFolder(fixture.path())).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("A copy in the same second gets a name of its own")
{
    StoreFixture fixture;
    fixture.create();
    fixture.require(makeBackup(fixture.path(), BackupReason::Asked, fixture.time.now()));
    const BackupFile second = fixture.require(makeBackup(fixture.path(), BackupReason::Asked, fixture.time.now()));
    CHECK(second.path.endsWith(QStringLiteral("-asked-2.gpkg")));
    // the list still begins with the one made last
    const BackupFile third = fixture.require(makeBackup(fixture.path(), BackupReason::Start, fixture.time.now()));
    const BackupFile fourth = fixture.require(makeBackup(fixture.path(), BackupReason::Import, fixture.time.now()));
    const auto listed = fixture.require(listBackups(fixture.path()));
    REQUIRE(listed.size() == 3); // of two that were asked for within an hour the newer stays
    CHECK(listed[0] == fourth);
    CHECK(listed[1] == third);
    CHECK(listed[2] == second);
}

TEST_CASE("A file is changed since its backup when it is written afterwards")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(5);
    CHECK(isChangedSinceBackup(fixture.path(), later));
    fixture.require(makeBackup(fixture.path(), BackupReason::Start, later));
    CHECK_FALSE(isChangedSinceBackup(fixture.path(), later.addSecs(60)));
    CHECK(isChangedSinceBackup(fixture.path(), later.addDays(-1))); // the clock was set back
    QFile touched(fixture.path());
    REQUIRE(touched.open(QIODevice::ReadWrite));
    REQUIRE(touched.setFileTime(later.addSecs(30), QFileDevice::FileModificationTime));
    CHECK(isChangedSinceBackup(fixture.path(), later.addSecs(60)));
}

TEST_CASE("After a year of work there are copies of each hour of a day, each day of a month and each month of a year")
{
    const QDateTime start = day(2023, 1, 1);
    const auto backups = afterWork(start, 450);
    const QDateTime last = backups.front().at;
    CHECK(last == start.addDays(449).addSecs(4 * 3600));
    CHECK(backups.size() >= 5 + 29 + 11);
    CHECK(backups.size() <= 6 + 31 + 13);
    for (int age = 0; age < 30; ++age)
        CHECK(std::any_of(backups.begin(), backups.end(),
                          [&](const BackupFile& backup) { return backup.at.date() == last.date().addDays(-age); }));
    for (int age = 0; age < 12; ++age) {
        const QDate month = last.date().addMonths(-age);
        CHECK(std::any_of(backups.begin(), backups.end(), [&](const BackupFile& backup) {
            return backup.at.date().year() == month.year() && backup.at.date().month() == month.month();
        }));
    }
    CHECK(backups.back().at.daysTo(last) <= 366);
}

TEST_CASE("The newest copy stays however old it is, and so do those dated after a clock that was set back")
{
    const auto old = copiesAt({day(2020, 1, 2), day(2020, 1, 1)});
    CHECK(backupsToThin(old, day(2024, 3, 1), {}) == std::vector{old[1]});
    const auto ahead = copiesAt({day(2024, 3, 2, 11), day(2024, 3, 2, 10, 30), day(2024, 3, 2, 10)});
    CHECK(backupsToThin(ahead, day(2024, 3, 1), {}).empty());
}

TEST_CASE("A copy made before an import is not taken for an hourly one")
{
    auto copies = copiesAt({day(2024, 3, 1, 11, 50), day(2024, 3, 1, 11, 20), day(2024, 3, 1, 11, 10)});
    copies[2].reason = BackupReason::Import;
    CHECK(backupsToThin(copies, day(2024, 3, 1), {}) == std::vector{copies[1]});
}

TEST_CASE("Copies that may hold what was disposed of are gone by the deadline, the newest too")
{
    const BackupDeadline deadline{day(2024, 3, 1), QDate(2024, 3, 31)};
    const auto copies = copiesAt({day(2024, 2, 29, 13), day(2024, 1, 15)});
    CHECK(backupsToThin(copies, day(2024, 3, 30), {deadline}).empty());
    CHECK(backupsToThin(copies, day(2024, 3, 31), {deadline}) == copies);
    const auto clean = copiesAt({day(2024, 3, 2)});
    CHECK(backupsToThin(clean, day(2024, 3, 31), {deadline}).empty());

    const auto worked = afterWork(day(2024, 1, 1), 100, {deadline});
    CHECK(worked.back().at >= deadline.disposedAt);
}

TEST_CASE("A copy can be stopped, and leaves nothing")
{
    StoreFixture fixture;
    fixture.create();
    const auto stopped = makeBackup(fixture.path(), BackupReason::Work, fixture.time.now(), [] { return true; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(QDir(backupFolder(fixture.path())).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("A disk that is full at any write of a backup is told, and the work goes on")
{
    StoreFixture fixture;
    FaultyVfs disk;
    auto store = fixture.create();
    fixture.require(store.insert({fullIncident()}));
    bool made = false;
    for (int allowed = 0; !made; allowed += 1 + allowed / 10) {
        disk.allow(allowed);
        const auto backup = makeBackup(fixture.path(), BackupReason::Work, fixture.time.now());
        disk.allow(-1);
        made = backup.has_value();
        if (made)
            continue;
        CHECK(backup.error().code == ErrorCode::DiskFull);
        CHECK(QDir(backupFolder(fixture.path())).entryList(QDir::Files | QDir::Hidden).isEmpty());
        REQUIRE(allowed < 5000);
    }
    fixture.require(store.insert({simpleIncident()}));
}

TEST_CASE("A folder where no copy can be put is told, and the file is left alone")
{
    StoreFixture fixture;
    auto store = fixture.create();
    QFile inTheWay(backupFolder(fixture.path()));
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    const auto backup = makeBackup(fixture.path(), BackupReason::Work, fixture.time.now());
    REQUIRE_FALSE(backup);
    CHECK(backup.error().code == ErrorCode::FileNotWritable);
    CHECK(backup.error().place.file == backupFolder(fixture.path()));
    CHECK_FALSE(listBackups(fixture.path()));
    fixture.require(store.insert({simpleIncident()}));
}

TEST_CASE("What a killed copy left is taken away by a later one")
{
    StoreFixture fixture;
    fixture.create();
    fixture.require(prepareBackupFolder(fixture.path()));
    const QString left = backupFolder(fixture.path()) + QStringLiteral("/.incidents-20240301T100000Z-work.gpkg.0123abcd");
    QFile file(left);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.close();
    fixture.require(makeBackup(fixture.path(), BackupReason::Work, QDateTime::currentDateTimeUtc()));
    CHECK(QFileInfo::exists(left)); // may still be in the making
    fixture.require(thinBackups(fixture.path(), QDateTime::currentDateTimeUtc().addSecs(7200)).map([](int) {}));
    CHECK_FALSE(QFileInfo::exists(left));
}

TEST_CASE("A copy made while another connection writes is one snapshot")
{
    StoreFixture fixture;
    auto store = fixture.create();
    std::vector<Incident> many(3000, simpleIncident());
    for (Incident& incident : many)
        incident.description = QString(2000, QLatin1Char('d'));
    fixture.require(store.insert(many));
    const bool rollbackJournal = GENERATE(false, true);
    CAPTURE(rollbackJournal);
    if (rollbackJournal)
        store = fixture.openWithRollbackJournal(std::move(store));
    int asked = 0;
    const auto write = [&] { // between the portions
        if (++asked <= 2)
            fixture.require(store.insert({simpleIncident()}));
        return false;
    };
    const BackupFile made = fixture.require(makeBackup(fixture.path(), BackupReason::Work, fixture.time.now(), write));
    CHECK(asked > 2);
    const auto copy = fixture.require(IncidentStore::open(made.path, Access::ReadOnly));
    CHECK(fixture.require(copy.verifyLog()).sound());
    CHECK(all(copy).size() >= 3000);
    CHECK(all(store).size() == 3002);
}
