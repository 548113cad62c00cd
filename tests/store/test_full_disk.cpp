#include "faulty_vfs.h"
#include "sqlite/database.h"
#include "store_fixture.h"

#include <QDir>

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

std::vector<Incident> rows(int count, const QString& prefix)
{
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i) {
        Incident incident = i % 10 == 0 ? fullIncident() : simpleIncident();
        incident.externalId = prefix + QString::number(i);
        incident.description = QString(500, QLatin1Char('d'));
        incident.position.easting += i;
        incidents.push_back(incident);
    }
    return incidents;
}

/// The file as the next start of the program would find it.
void checkSound(const StoreFixture& fixture, const QString& path, std::size_t expected)
{
    auto store = fixture.require(IncidentStore::open(path, fixture.options()));
    CHECK(all(store).size() == expected);
    CHECK_FALSE(fixture.require(store.info()).indexMended);
    CHECK(fixture.require(store.info()).logEntries == static_cast<qint64>(expected));
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(database);
    CHECK(database->checkIntegrity(true).value() == "ok");
    CHECK(database->queryInt64("SELECT count(*) FROM hk_actor").value() == 0);
}

} // namespace

TEST_CASE("A disk that is full at any write of an insert leaves all or nothing of it, and says so")
{
    StoreFixture fixture;
    FaultyVfs disk;
    auto first = fixture.create();
    fixture.require(first.insert(rows(20, QStringLiteral("a"))));
    std::size_t stored = 20;
    bool everFull = false;
    for (int allowed = 0; allowed < 400; ++allowed) {
        Result<std::vector<Incident>> inserted = tl::unexpected(Error{});
        {
            auto store = fixture.open();
            disk.allow(allowed);
            inserted = store.insert(rows(30, QStringLiteral("b%1-").arg(allowed)));
            if (!inserted) {
                CHECK(inserted.error().code == ErrorCode::DiskFull);
                everFull = true;
                // With room again the same store goes on.
                disk.allow(-1);
                CHECK(all(store).size() == stored);
            }
        }
        const bool full = disk.failed();
        disk.allow(-1);
        if (inserted)
            stored += 30;
        checkSound(fixture, fixture.path(), stored);
        if (inserted && !full)
            break;
        REQUIRE(allowed < 399);
    }
    CHECK(everFull);
}

TEST_CASE("A disk that is full at any write of an import leaves all or nothing of it, and says so")
{
    StoreFixture fixture;
    FaultyVfs disk;
    auto first = fixture.create();
    fixture.require(first.insert(rows(20, QStringLiteral("a"))));
    std::size_t stored = 20;
    // The number of writes grows with the file: steps that grow reach the end of it.
    for (int allowed = 0, step = 1;; allowed += step, step += allowed > 40 ? 3 : 0) {
        Result<void> done;
        {
            auto store = fixture.open();
            auto import = fixture.require(store.beginImport());
            disk.allow(allowed);
            for (const Incident& row : rows(1200, QStringLiteral("b%1-").arg(allowed))) {
                if (const auto put = import.put(row); !put) {
                    done = tl::unexpected(put.error());
                    CHECK_FALSE(import.commit()); // a broken import cannot be committed
                    break;
                }
            }
            if (done)
                done = import.commit();
            if (!done)
                CHECK(done.error().code == ErrorCode::DiskFull);
        }
        const bool full = disk.failed();
        disk.allow(-1);
        if (done)
            stored += 1200;
        checkSound(fixture, fixture.path(), stored);
        if (done && !full)
            break;
        REQUIRE(allowed < 5000);
    }
    CHECK(stored >= 1220);
}

TEST_CASE("A disk that is full while a file is made or copied leaves no file behind")
{
    StoreFixture fixture;
    FaultyVfs disk;
    auto source = fixture.create(QStringLiteral("source.gpkg"));
    fixture.require(source.insert(rows(20, QStringLiteral("a"))));
    const auto others = [&] {
        QStringList files = QDir(fixture.folder()).entryList(QDir::Files | QDir::Hidden);
        files.removeIf([](const QString& name) { return name.startsWith(QStringLiteral("source.gpkg")); });
        return files;
    };
    for (int allowed = 0; allowed < 60; allowed += 3) {
        disk.allow(allowed);
        const auto store = IncidentStore::create(fixture.path());
        disk.allow(-1);
        REQUIRE_FALSE(store);
        CHECK(store.error().code == ErrorCode::DiskFull);
        CHECK(others().isEmpty());
    }
    for (int allowed = 0; allowed < 30; allowed += 3) {
        disk.allow(allowed);
        const auto copied = source.backupTo(fixture.path());
        disk.allow(-1);
        REQUIRE_FALSE(copied);
        CHECK(copied.error().code == ErrorCode::DiskFull);
        CHECK(others().isEmpty());
    }
}
