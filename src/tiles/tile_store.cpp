#include "tiles/tile_store.h"

#include "sqlite/database.h"
#include "sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <mutex>

namespace hk::tiles {

namespace {

constexpr std::int64_t applicationId = 0x484B5443; // "HKTC"
constexpr int mostNewStarts = 3;
constexpr auto lockPatience = std::chrono::milliseconds(500);

// Another layout gets another file name, so that two versions of the program do not throw each other's away.
constexpr auto schema = "PRAGMA auto_vacuum=INCREMENTAL;"
                        "CREATE TABLE IF NOT EXISTS tiles(id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL,"
                        " etag BLOB NOT NULL, modified INTEGER, expires INTEGER NOT NULL, absent INTEGER NOT NULL,"
                        " used INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE(source, key));"
                        "CREATE INDEX IF NOT EXISTS tiles_by_use ON tiles(used, size);"
                        "PRAGMA application_id=1212896323;";
static_assert(applicationId == 1212896323);

std::span<const std::byte> bytesOf(const QByteArray& array)
{
    return std::as_bytes(std::span(array.constData(), static_cast<std::size_t>(array.size())));
}

QByteArray arrayOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

struct TileStore::Impl {
    QString path;
    Limits limits;
    std::mutex mutex;
    sqlite::Database database;
    qint64 total = 0; ///< as this program knows: others write, too
    int newStarts = 0;

    bool open();
    bool prepare();
    void startAnew();
    void failed(const sqlite::Failure& failure);
    void evict();
    template <class Work>
    void guarded(Work work);
};

/// Opens the file if it is one of ours. False: it must be made anew, or nothing can be kept.
bool TileStore::Impl::open()
{
    auto opened = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Create);
    if (!opened)
        return false;
    database = std::move(*opened);
    database.setBusyTimeout(lockPatience);
    const auto id = database.queryInt64("PRAGMA application_id");
    const auto tables = database.queryInt64("SELECT count(*) FROM sqlite_schema");
    if (!id || !tables) {
        const sqlite::Code code = (id ? tables.error() : id.error()).code;
        if (code == sqlite::Code::Busy) // another program is making it: nothing is kept this time
            newStarts = mostNewStarts;
        return false;
    }
    if (*tables > 0 && *id != applicationId)
        return false;
    return prepare();
}

bool TileStore::Impl::prepare()
{
    // auto_vacuum must be set before the first table
    if (!database.execute(schema) || !database.setJournalMode("wal") || !database.execute("PRAGMA synchronous=NORMAL"))
        return false;
    auto statement = database.prepare("DELETE FROM tiles WHERE used < ?1");
    if (!statement)
        return false;
    statement->bind(1, std::int64_t(now() - std::chrono::milliseconds(limits.mostAge).count()));
    if (!statement->run())
        return false;
    const auto sum = database.queryInt64("SELECT coalesce(sum(size), 0) FROM tiles");
    total = sum.value_or(0);
    return sum.has_value();
}

void TileStore::Impl::startAnew()
{
    database.close();
    while (newStarts < mostNewStarts) {
        ++newStarts;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(path + QLatin1String(suffix));
        if (open())
            return;
        database.close();
    }
}

void TileStore::Impl::failed(const sqlite::Failure& failure)
{
    if (failure.code == sqlite::Code::Corrupt || failure.code == sqlite::Code::NotADatabase)
        startAnew();
}

/// Runs what returns a Result on the open file, and deals with its failure.
template <class Work>
void TileStore::Impl::guarded(Work work)
{
    const std::lock_guard lock(mutex);
    if (!database.isOpen())
        return;
    sqlite::Result<void> done = work();
    if (!done) // the statement that failed has gone out of scope before the file does
        failed(done.error());
}

void TileStore::Impl::evict()
{
    const auto known = database.queryInt64("SELECT coalesce(sum(size), 0) FROM tiles");
    if (!known)
        return;
    total = *known;
    const qint64 goal = limits.mostBytes / 10 * 9;
    while (total > goal) {
        const auto freed = database.queryInt64("WITH gone AS (SELECT id, size FROM tiles ORDER BY used, id LIMIT 16)"
                                               " SELECT coalesce(sum(size), 0) FROM gone");
        if (!freed || *freed == 0
            || !database.execute("DELETE FROM tiles WHERE id IN (SELECT id FROM tiles ORDER BY used, id LIMIT 16)"))
            return;
        total -= *freed;
    }
    (void)database.execute("PRAGMA incremental_vacuum");
}

TileStore::TileStore(const QString& folder)
    : TileStore(folder, Limits{})
{}

TileStore::TileStore(const QString& folder, Limits limits)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->path = fileIn(folder);
    m_impl->limits = limits;
    QDir().mkpath(folder);
    if (!m_impl->open())
        m_impl->startAnew();
}

TileStore::~TileStore() = default;

QString TileStore::fileIn(const QString& folder)
{
    return folder + QStringLiteral("/tiles-1.sqlite");
}

std::optional<StoredTile> TileStore::find(const QString& source, const QString& key)
{
    std::optional<StoredTile> found;
    m_impl->guarded([&]() -> sqlite::Result<void> {
        auto select = m_impl->database.cached(
            "SELECT id, etag, modified, expires, absent, used, bytes FROM tiles WHERE source=?1 AND key=?2");
        if (!select)
            return tl::unexpected(select.error());
        (*select)->bind(1, source.toStdString()).bind(2, key.toStdString());
        const auto row = (*select)->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        sqlite::Statement& at = **select;
        const auto moment = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
        found = StoredTile{.bytes = arrayOf(at.blob(6)),
                           .etag = arrayOf(at.blob(1)),
                           .lastModified = at.isNull(2) ? QDateTime() : moment(at.int64(2)),
                           .expires = moment(at.int64(3)),
                           .nothing = at.int64(4) != 0};
        const std::int64_t id = at.int64(0);
        const bool touch = now() - at.int64(5) >= m_impl->limits.touchEvery.count();
        (*select)->reset();
        if (!touch)
            return {};
        auto update = m_impl->database.cached("UPDATE tiles SET used=?2 WHERE id=?1");
        if (!update)
            return tl::unexpected(update.error());
        return (*update)->bind(1, id).bind(2, std::int64_t(now())).run();
    });
    return found;
}

void TileStore::put(const QString& source, const QString& key, const StoredTile& tile)
{
    if (tile.bytes.size() > m_impl->limits.mostBytes / 2)
        return;
    m_impl->guarded([&]() -> sqlite::Result<void> {
        auto insert = m_impl->database.cached(
            "INSERT OR REPLACE INTO tiles(source, key, etag, modified, expires, absent, used, size, bytes)"
            " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        if (!insert)
            return tl::unexpected(insert.error());
        sqlite::Statement& row = **insert;
        row.bind(1, source.toStdString()).bind(2, key.toStdString()).bind(3, bytesOf(tile.etag));
        if (tile.lastModified.isValid())
            row.bind(4, std::int64_t(tile.lastModified.toMSecsSinceEpoch()));
        else
            row.bindNull(4);
        row.bind(5, std::int64_t(tile.expires.toMSecsSinceEpoch())).bind(6, tile.nothing).bind(7, std::int64_t(now()));
        row.bind(8, std::int64_t(tile.bytes.size())).bind(9, bytesOf(tile.bytes));
        if (auto done = row.run(); !done)
            return done;
        m_impl->total += tile.bytes.size();
        if (m_impl->total > m_impl->limits.mostBytes)
            m_impl->evict();
        return {};
    });
}

void TileStore::refresh(const QString& source, const QString& key, const QDateTime& expires)
{
    m_impl->guarded([&]() -> sqlite::Result<void> {
        auto update = m_impl->database.cached("UPDATE tiles SET expires=?3, used=?4 WHERE source=?1 AND key=?2");
        if (!update)
            return tl::unexpected(update.error());
        (*update)->bind(1, source.toStdString()).bind(2, key.toStdString());
        return (*update)->bind(3, std::int64_t(expires.toMSecsSinceEpoch())).bind(4, std::int64_t(now())).run();
    });
}

void TileStore::forget(const QString& source, const QString& key)
{
    m_impl->guarded([&]() -> sqlite::Result<void> {
        auto remove = m_impl->database.cached("DELETE FROM tiles WHERE source=?1 AND key=?2");
        if (!remove)
            return tl::unexpected(remove.error());
        return (*remove)->bind(1, source.toStdString()).bind(2, key.toStdString()).run();
    });
}

qint64 TileStore::bytes()
{
    qint64 sum = 0;
    m_impl->guarded([&]() -> sqlite::Result<void> {
        const auto known = m_impl->database.queryInt64("SELECT coalesce(sum(size), 0) FROM tiles");
        if (!known)
            return tl::unexpected(known.error());
        sum = *known;
        return {};
    });
    return sum;
}

} // namespace hk::tiles
