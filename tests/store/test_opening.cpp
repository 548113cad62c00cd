#include "sqlite/database.h"
#include "store/backups.h"
#include "store/file_facts.h"
#include "store/schema.h"
#include "store/spatial_functions.h"
#include "store/store_opener.h"
#include "store_fixture.h"

#include <QDir>
#include <QFileInfo>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

sqlite::Database outside(const QString& path, sqlite::OpenMode mode = sqlite::OpenMode::ReadWrite)
{
    auto database = sqlite::Database::open(path.toStdString(), mode);
    REQUIRE(database);
    REQUIRE(registerSpatialFunctions(*database));
    return std::move(*database);
}

void run(sqlite::Database& database, std::string_view sql)
{
    const auto done = database.execute(sql);
    if (!done)
        FAIL(done.error().message);
}

void overwrite(const QString& path, qint64 offset, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Opening fails with this code, and neither the file nor its folder is different afterwards.
void checkRefused(const StoreFixture& fixture, const QString& path, ErrorCode code)
{
    const QByteArray before = hashOf(path);
    const auto list = [&] { return QDir(fixture.folder()).entryList(QDir::Files | QDir::Hidden); };
    const QStringList filesBefore = list();
    for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
        const auto store = IncidentStore::open(path, fixture.options(access));
        REQUIRE_FALSE(store);
        CHECK(codeName(store.error().code) == codeName(code));
        CHECK(store.error().place.file == path);
    }
    CHECK(hashOf(path) == before);
    CHECK(list() == filesBefore);
}

/// A file of `count` incidents, closed and without anything beside it.
void makeFile(StoreFixture& fixture, int count)
{
    auto store = fixture.create();
    std::vector<Incident> incidents(static_cast<std::size_t>(count), simpleIncident());
    for (Incident& incident : incidents)
        incident.description = QString(200, QLatin1Char('x'));
    fixture.require(store.insert(incidents));
}

/// A file as the first version of the program made it, with one incident of another program in it.
void makeVersion1(StoreFixture& fixture)
{
    CreateOptions options;
    options.title = QStringLiteral("Gammal");
    fixture.require(writeNewFile(fixture.path(), options, 1));
    auto database = outside(fixture.path());
    run(database,
        "INSERT INTO incidents (geom, category, occurred_from) VALUES "
        "(x'47500001BE0B0000010100000000000000C0A8134100000010B5645841', 'N1', '2020-05-05T10:00:00.000Z')");
}

} // namespace

TEST_CASE("A file that is not there is reported as such")
{
    StoreFixture fixture;
    CHECK(IncidentStore::open(fixture.path()).error().code == ErrorCode::FileNotFound);
}

TEST_CASE("A folder, a text file, an empty file and a foreign database are not ours and stay untouched")
{
    StoreFixture fixture;
    CHECK(IncidentStore::open(fixture.folder()).error().code == ErrorCode::FileNotOurs);

    QFile text(fixture.path(QStringLiteral("text.gpkg")));
    REQUIRE(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(5000, 'a'));
    text.close();
    checkRefused(fixture, text.fileName(), ErrorCode::FileNotOurs);

    QFile empty(fixture.path(QStringLiteral("empty.gpkg")));
    REQUIRE(empty.open(QIODevice::WriteOnly));
    empty.close();
    checkRefused(fixture, empty.fileName(), ErrorCode::FileNotOurs);

    const QString foreign = fixture.path(QStringLiteral("foreign.gpkg"));
    {
        auto database = outside(foreign, sqlite::OpenMode::Create);
        run(database,
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO notes VALUES (1, 'a')");
    }
    checkRefused(fixture, foreign, ErrorCode::FileNotOurs);
}

TEST_CASE("A GeoPackage of another program is not ours and stays untouched")
{
    StoreFixture fixture;
    const QString path = fixture.path(QStringLiteral("other.gpkg"));
    {
        auto database = outside(path, sqlite::OpenMode::Create);
        run(database, "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300; "
                      "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY); "
                      "CREATE TABLE incidents (fid INTEGER PRIMARY KEY)");
    }
    checkRefused(fixture, path, ErrorCode::FileNotOurs);
}

TEST_CASE("A file that was cut short is damaged and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 100);
    QFile file(fixture.path());
    REQUIRE(file.resize(file.size() / 2));
    checkRefused(fixture, fixture.path(), ErrorCode::FileDamaged);
}

TEST_CASE("A file with pages overwritten is damaged and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 200);
    // The inside of the file: tables, indexes and the log take turns.
    const qint64 pages = QFileInfo(fixture.path()).size() / 4096;
    for (qint64 page = pages / 2; page < pages; page += 3)
        overwrite(fixture.path(), page * 4096, QByteArray(64, '\xa5'));
    checkRefused(fixture, fixture.path(), ErrorCode::FileDamaged);
}

TEST_CASE("A file whose schema page is overwritten is damaged and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 10);
    overwrite(fixture.path(), 100, QByteArray(400, '\x5a'));
    checkRefused(fixture, fixture.path(), ErrorCode::FileDamaged);
}

TEST_CASE("A file with an impossible page size is damaged and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 10);
    overwrite(fixture.path(), 16, QByteArray("\x00\x07", 2));
    checkRefused(fixture, fixture.path(), ErrorCode::FileDamaged);
}

TEST_CASE("A file from which another program has taken a column is damaged, not half read")
{
    StoreFixture fixture;
    makeFile(fixture, 1);
    {
        auto database = outside(fixture.path());
        run(database, "PRAGMA journal_mode=delete; DROP TABLE incident_areas");
    }
    const QByteArray before = hashOf(fixture.path());
    const auto store = IncidentStore::open(fixture.path(), fixture.options(Access::ReadOnly));
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::FileDamaged);
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("A file that another program holds is locked, and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 3);
    auto holder = outside(fixture.path());
    run(holder, "PRAGMA journal_mode=delete");
    run(holder, "BEGIN EXCLUSIVE");
    checkRefused(fixture, fixture.path(), ErrorCode::FileLocked);
    run(holder, "COMMIT");
    CHECK(all(fixture.open()).size() == 3);
}

TEST_CASE("A change while another program writes is refused as locked, and works afterwards")
{
    StoreFixture fixture;
    fixture.create();
    auto store = fixture.open();
    auto holder = outside(fixture.path());
    run(holder, "BEGIN IMMEDIATE");
    CHECK(store.insert({simpleIncident()}).error().code == ErrorCode::FileLocked);
    run(holder, "ROLLBACK");
    fixture.require(store.insert({simpleIncident()}));
}

TEST_CASE("A file marked read-only opens for reading, and nothing is written")
{
    StoreFixture fixture;
    makeFile(fixture, 3);
    const QByteArray before = hashOf(fixture.path());
    REQUIRE(QFile::setPermissions(fixture.path(), QFile::ReadOwner | QFile::ReadUser));
    {
        auto store = fixture.open();
        CHECK(store.isReadOnly());
        CHECK(fixture.require(store.info()).readOnly);
        CHECK(all(store).size() == 3);
        CHECK(store.insert({simpleIncident()}).error().code == ErrorCode::FileReadOnly);
    }
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("A file in a folder that cannot be written opens, and nothing is written beside it")
{
    StoreFixture fixture;
    makeFile(fixture, 3);
    const QByteArray before = hashOf(fixture.path());
    REQUIRE(QFile::setPermissions(fixture.path(), QFile::ReadOwner | QFile::ReadUser));
    REQUIRE(QFile::setPermissions(fixture.folder(), QFile::ReadOwner | QFile::ExeOwner));
    {
        auto store = fixture.open();
        CHECK(store.isReadOnly());
        CHECK(all(store).size() == 3);
        CHECK(QDir(fixture.folder()).entryList(QDir::Files | QDir::Hidden).size() == 1);
    }
    QFile::setPermissions(fixture.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("How a file is opened follows from where it lies")
{
    const FileFacts local{true, true, false, false, false, 0, {}};
    CHECK(planOpening(local, false) == OpenPlan{sqlite::OpenMode::ReadWrite, "wal"});
    CHECK(planOpening(local, true) == OpenPlan{sqlite::OpenMode::ReadOnly, "wal"});
    FileFacts share = local;
    share.networkShare = true;
    CHECK(planOpening(share, false).mode == sqlite::OpenMode::ReadWrite);
    CHECK(planOpening(share, false).journalMode == "delete");
    FileFacts disc = local;
    disc.mediumReadOnly = true;
    CHECK(planOpening(disc, false).mode == sqlite::OpenMode::Immutable);
    disc.journalBeside = true;
    CHECK(planOpening(disc, false).mode == sqlite::OpenMode::ReadOnly);
    FileFacts readOnlyFile = local;
    readOnlyFile.fileWritable = false;
    CHECK(planOpening(readOnlyFile, false).mode == sqlite::OpenMode::ReadOnly);

    for (const char* type : {"nfs4", "cifs", "smb3", "9p", "fuse.sshfs"})
        CHECK(isNetworkFileSystem(type, QStringLiteral("/mnt/x.gpkg")));
    for (const char* type : {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "NTFS", "apfs", "fuseblk"})
        CHECK_FALSE(isNetworkFileSystem(type, QStringLiteral("/home/x.gpkg")));
    CHECK(isNetworkFileSystem("NTFS", QStringLiteral("//server/share/x.gpkg")));
}

TEST_CASE("The journal is WAL again after another program has left DELETE behind")
{
    StoreFixture fixture;
    fixture.create();
    {
        auto database = outside(fixture.path());
        run(database, "PRAGMA journal_mode=delete");
    }
    auto store = fixture.open();
    auto database = outside(fixture.path(), sqlite::OpenMode::ReadOnly);
    CHECK(database.queryText("PRAGMA journal_mode").value() == "wal");
}

TEST_CASE("A file of an older version is raised after a copy beside it, and keeps all it holds")
{
    StoreFixture fixture;
    makeVersion1(fixture);
    auto store = fixture.open();
    const StoreInfo info = fixture.require(store.info());
    CHECK(info.schemaVersion == currentSchemaVersion());
    CHECK(info.title == QStringLiteral("Gammal"));
    CHECK_FALSE(info.readOnly);
    CHECK(info.schemaBackup == fixture.path(QStringLiteral("incidents.backups/incidents-20240301T120000Z-schema.gpkg")));
    auto copy = outside(info.schemaBackup, sqlite::OpenMode::ReadOnly);
    CHECK(readSchemaVersion(copy).value() == 1);
    CHECK(copy.queryInt64("SELECT count(*) FROM incidents").value() == 1);
    const auto incidents = all(store);
    REQUIRE(incidents.size() == 1);
    CHECK(incidents[0].category == QStringLiteral("N1"));
    CHECK(incidents[0].occurredFrom == QDateTime(QDate(2020, 5, 5), QTime(10, 0), Qt::UTC));
    CHECK(fixture.require(store.log()).size() == 1);
    CHECK(store.categories().all() == CategoryList::standard().all());
    auto database = outside(fixture.path(), sqlite::OpenMode::ReadOnly);
    CHECK(database.queryInt64("SELECT count(*) FROM gpkg_data_columns WHERE table_name = 'incidents'")
              .value() == 24);
    CHECK(database
              .queryInt64(
                  "SELECT count(*) FROM gpkg_data_column_constraints WHERE constraint_name = 'hk_category'")
              .value() == static_cast<std::int64_t>(CategoryList::standard().all().size()));
}

TEST_CASE("The copy made before raising never takes the place of an earlier one")
{
    StoreFixture fixture;
    makeVersion1(fixture);
    const QString first = backupPath(fixture.path(), BackupReason::Schema, fixedTime);
    fixture.require(prepareBackupFolder(fixture.path()));
    QFile taken(first);
    REQUIRE(taken.open(QIODevice::WriteOnly));
    taken.write("mine");
    taken.close();
    const QString second = fixture.require(fixture.open().info()).schemaBackup;
    CHECK(second == fixture.path(QStringLiteral("incidents.backups/incidents-20240301T120000Z-schema-2.gpkg")));
    CHECK(QFileInfo(first).size() == 4);
}

TEST_CASE("A file of an older version opened for reading is shown, and stays as it is")
{
    StoreFixture fixture;
    makeVersion1(fixture);
    const QByteArray before = hashOf(fixture.path());
    {
        auto store = fixture.open(Access::ReadOnly);
        CHECK(store.isReadOnly());
        CHECK(all(store).size() == 1);
        CHECK(fixture.require(store.info()).schemaBackup.isEmpty());
    }
    CHECK(hashOf(fixture.path()) == before);
    CHECK(QDir(fixture.folder()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("Raising a file that cannot be raised leaves it readable as it was")
{
    StoreFixture fixture;
    makeVersion1(fixture);
    {
        auto database = outside(fixture.path());
        run(database, "CREATE TABLE gpkg_data_columns (mine TEXT)"); // in the way of step 2
    }
    const auto store = IncidentStore::open(fixture.path(), fixture.options());
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::StorageFailed);
    auto database = outside(fixture.path());
    CHECK(readSchemaVersion(database).value() == 1);
    CHECK(database.queryInt64("SELECT count(*) FROM incidents").value() == 1);
    CHECK(database.checkIntegrity(true).value() == "ok");
}

TEST_CASE("A file of a newer version opens for reading only, and stays untouched")
{
    StoreFixture fixture;
    makeFile(fixture, 3);
    {
        auto database = outside(fixture.path());
        run(database, "PRAGMA journal_mode=delete; UPDATE hk_schema SET version = 99; "
                      "ALTER TABLE incidents ADD COLUMN colour TEXT");
    }
    const QByteArray before = hashOf(fixture.path());
    {
        auto store = fixture.open();
        const StoreInfo info = fixture.require(store.info());
        CHECK(info.newerVersion);
        CHECK(info.readOnly);
        CHECK(info.schemaVersion == 99);
        CHECK(all(store).size() == 3);
        CHECK(store.insert({simpleIncident()}).error().code == ErrorCode::FileReadOnly);
    }
    CHECK(hashOf(fixture.path()) == before);
}

TEST_CASE("A newer file that this program cannot read says so")
{
    StoreFixture fixture;
    makeFile(fixture, 3);
    {
        auto database = outside(fixture.path());
        run(database, "UPDATE hk_schema SET version = 99; DROP TABLE incident_areas");
    }
    CHECK(IncidentStore::open(fixture.path(), fixture.options()).error().code == ErrorCode::FileNewer);
}

TEST_CASE("A program that crashed while writing leaves a file that opens with all that was committed")
{
    StoreFixture fixture;
    {
        auto store = fixture.create();
        fixture.require(store.insert({simpleIncident(), simpleIncident()}));
        // What a crash leaves: the file and its WAL, not checkpointed.
        REQUIRE(QFile::copy(fixture.path(), fixture.path(QStringLiteral("crashed.gpkg"))));
        REQUIRE(QFile::copy(fixture.path() + QStringLiteral("-wal"),
                            fixture.path(QStringLiteral("crashed.gpkg-wal"))));
    }
    CHECK(all(fixture.open(Access::ReadWrite, QStringLiteral("crashed.gpkg"))).size() == 2);
}

TEST_CASE("An index that another program has left behind wrong is mended at opening, and that is said")
{
    StoreFixture fixture;
    makeFile(fixture, 20);
    {
        auto database = outside(fixture.path());
        // REPLACE without recursive triggers: the old row goes, its index entry stays.
        run(database, "INSERT OR REPLACE INTO incidents (geom, category, occurred_from, uuid) "
                      "SELECT geom, category, occurred_from, uuid FROM incidents WHERE fid = 3");
        CHECK(database.queryInt64("SELECT count(*) FROM rtree_incidents_geom").value() == 21);
    }
    {
        auto store = fixture.open();
        CHECK(fixture.require(store.info()).indexMended);
        CHECK(all(store).size() == 20);
    }
    auto database = outside(fixture.path(), sqlite::OpenMode::ReadOnly);
    CHECK(database.queryInt64("SELECT count(*) FROM rtree_incidents_geom").value() == 20);
    CHECK(database.queryText("SELECT rtreecheck('rtree_incidents_geom')").value() == "ok");
    CHECK_FALSE(fixture.require(fixture.open().info()).indexMended);
}

TEST_CASE("An index or its triggers taken away by another program come back at opening")
{
    StoreFixture fixture;
    makeFile(fixture, 20);
    {
        auto database = outside(fixture.path());
        run(database, "DROP TRIGGER rtree_incidents_geom_update1");
    }
    CHECK(fixture.require(fixture.open().info()).indexMended);
    {
        auto database = outside(fixture.path());
        for (const char* name : {"insert", "update1", "update2", "update3", "update4", "delete"})
            run(database, std::string("DROP TRIGGER rtree_incidents_geom_") + name);
        run(database,
            "DROP TABLE rtree_incidents_geom; DELETE FROM gpkg_extensions WHERE table_name = 'incidents' "
            "AND extension_name = 'gpkg_rtree_index'");
    }
    auto store = fixture.open();
    CHECK(fixture.require(store.info()).indexMended);
    fixture.require(store.insert({simpleIncident()}));
    auto database = outside(fixture.path(), sqlite::OpenMode::ReadOnly);
    CHECK(database.queryInt64("SELECT count(*) FROM rtree_incidents_geom").value() == 21);
    CHECK(
        database.queryInt64("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'")
            .value() == 2);
}
