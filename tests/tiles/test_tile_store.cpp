#include "support/catch.h"
#include "tiles/tile_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <random>
#include <thread>

using namespace hk;
using namespace std::chrono_literals;
using tiles::StoredTile;
using tiles::TileStore;

namespace {

const QString source = QStringLiteral("source");
const QDateTime later = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);

StoredTile tileOf(const QByteArray& bytes)
{
    return {.bytes = bytes, .etag = "\"a\"", .lastModified = later.addYears(-5), .expires = later};
}

QString key(int i)
{
    return QStringLiteral("12/%1/0@1").arg(i);
}

} // namespace

TEST_CASE("a picture is there after the program has been closed")
{
    const QTemporaryDir folder;
    const QString cache = folder.filePath(QStringLiteral("not/there/yet"));
    {
        TileStore store(cache);
        CHECK_FALSE(store.find(source, key(1)));
        store.put(source, key(1), tileOf("picture"));
        store.put(source, key(2), {.expires = later, .nothing = true});
    }
    TileStore store(cache);
    const auto found = store.find(source, key(1));
    REQUIRE(found);
    CHECK(found->bytes == "picture");
    CHECK(found->etag == "\"a\"");
    CHECK(found->lastModified == later.addYears(-5));
    CHECK(found->expires == later);
    CHECK_FALSE(found->nothing);
    REQUIRE(store.find(source, key(2)));
    CHECK(store.find(source, key(2))->nothing);
    CHECK_FALSE(store.find(QStringLiteral("another"), key(1)));
    store.refresh(source, key(1), later.addDays(1));
    CHECK(store.find(source, key(1))->expires == later.addDays(1));
    store.forget(source, key(1));
    CHECK_FALSE(store.find(source, key(1)));
}

TEST_CASE("a full cache gives up what was used longest ago")
{
    const QTemporaryDir folder;
    TileStore store(folder.path(), {.mostBytes = 100'000, .touchEvery = 0ms});
    const QByteArray picture(1000, 'x');
    for (int i = 0; i < 90; ++i)
        store.put(source, key(i), tileOf(picture));
    while (QDateTime::currentMSecsSinceEpoch() % 2 == 0) // the uses below lie in a later millisecond than the pictures
        std::this_thread::yield();
    std::this_thread::sleep_for(2ms);
    for (int i = 0; i < 10; ++i)
        REQUIRE(store.find(source, key(i)));
    for (int i = 90; i < 120; ++i)
        store.put(source, key(i), tileOf(picture));
    CHECK(store.bytes() <= 100'000);
    CHECK(store.bytes() > 50'000);
    CHECK(store.find(source, key(5)));
    CHECK(store.find(source, key(119)));
    CHECK_FALSE(store.find(source, key(20)));
}

TEST_CASE("what was not used for a long time is gone at the next start")
{
    const QTemporaryDir folder;
    TileStore(folder.path()).put(source, key(1), tileOf("picture"));
    CHECK(TileStore(folder.path(), {.mostAge = 1h}).find(source, key(1)));
    CHECK_FALSE(TileStore(folder.path(), {.mostAge = -1h}).find(source, key(1)));
}

TEST_CASE("a damaged or a foreign file is made anew")
{
    const QTemporaryDir folder;
    const QString path = TileStore::fileIn(folder.path());
    {
        TileStore store(folder.path());
        for (int i = 0; i < 200; ++i)
            store.put(source, key(i), tileOf(QByteArray(2000, char('a' + i % 20))));
    }
    const auto overwrite = [&](qint64 from, const QByteArray& bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(from);
        file.write(bytes);
    };
    SECTION("not SQLite at all") { overwrite(0, "this is a letter to the editor, and no database whatever"); }
    SECTION("cut off") { REQUIRE(QFile::resize(path, 20'000)); }
    SECTION("empty") { REQUIRE(QFile::resize(path, 0)); }
    SECTION("pages overwritten") { overwrite(4096, QByteArray(100'000, '\x5a')); }
    SECTION("a database of another program") { overwrite(68, QByteArray("\x00\x00\x00\x07", 4)); }
    TileStore store(folder.path());
    for (int i = 0; i < 200; ++i)
        (void)store.find(source, key(i));
    store.put(source, key(1), tileOf("new"));
    const auto found = store.find(source, key(1));
    REQUIRE(found);
    CHECK(found->bytes == "new");
}

TEST_CASE("bytes overwritten anywhere in the file never bring the program down")
{
    const QTemporaryDir folder;
    const QString path = TileStore::fileIn(folder.path());
    {
        TileStore store(folder.path());
        for (int i = 0; i < 40; ++i)
            store.put(source, key(i), tileOf(QByteArray(500 + i, 'x')));
    }
    QFile whole(path);
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray good = whole.readAll();
    whole.close();
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        QByteArray bad = good;
        for (int i = 0; i < 20; ++i)
            bad[static_cast<qsizetype>(random() % static_cast<std::size_t>(bad.size()))] = static_cast<char>(random());
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bad);
        file.close();
        TileStore store(folder.path());
        for (int i = 0; i < 40; ++i)
            (void)store.find(source, key(i));
        store.put(source, key(1), tileOf("new"));
    }
    SUCCEED();
}

TEST_CASE("a folder that cannot be written is a cache that keeps nothing")
{
    TileStore store(QStringLiteral("/proc/no/such/folder"));
    store.put(source, key(1), tileOf("picture"));
    CHECK_FALSE(store.find(source, key(1)));
    CHECK(store.bytes() == 0);
}

TEST_CASE("two programs and many threads work on one cache")
{
    const QTemporaryDir folder;
    TileStore one(folder.path());
    TileStore other(folder.path());
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            TileStore& mine = t % 2 ? one : other;
            for (int i = 0; i < 50; ++i)
                mine.put(source, key(t * 50 + i), tileOf(QByteArray::number(t * 50 + i)));
        });
    for (std::thread& thread : threads)
        thread.join();
    int found = 0;
    for (int i = 0; i < 200; ++i) {
        const auto tile = one.find(source, key(i));
        found += tile && tile->bytes == QByteArray::number(i) ? 1 : 0;
    }
    CHECK(found == 200);
}
