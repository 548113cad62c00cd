#include "store/bulk_insert.h"

#include "store/packed_rtree.h"

#include <algorithm>
#include <array>

namespace hk::store {

namespace {

constexpr std::array<std::string_view, 3> suspendedTriggers{"hk_incidents_insert", "hk_log_no_overwrite",
                                                            "rtree_incidents_geom_insert"};

/// Fewer rows than this, or than the tenth of those already there, go into the index one by one.
constexpr std::size_t smallestPacked = 1000;

} // namespace

sqlite::Result<void> BulkInsert::begin()
{
    for (const std::string_view name : suspendedTriggers) {
        auto statement =
            m_database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1");
        if (!statement)
            return tl::unexpected(statement.error());
        const auto found = statement->bind(1, name).step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            continue;
        // As it stands in the file: another program may have put a newer form of it there.
        m_triggers.emplace_back(statement->text(0));
        *statement = sqlite::Statement();
        if (auto dropped = m_database.execute("DROP TRIGGER " + std::string(name)); !dropped)
            return dropped;
    }
    return {};
}

sqlite::Result<void> BulkInsert::writeLog()
{
    if (m_logged == m_rows.size())
        return {};
    // Row numbers only grow (AUTOINCREMENT), and this transaction is the only writer: the rows from the first
    // unlogged one on are ours.
    const std::int64_t first = m_rows[m_logged].id;
    auto log =
        m_database.cached("INSERT INTO hk_log (at, actor, organisation, action, incident, after_values) "
                          "SELECT a.at, a.name, a.organisation, "
                          "iif(EXISTS (SELECT 1 FROM hk_deleted d WHERE d.uuid = i.uuid), 'restore', "
                          "'insert'), i.uuid, i.field_values "
                          "FROM hk_incident_values i, hk_actor a WHERE i.fid >= ?1 ORDER BY i.fid");
    if (!log)
        return tl::unexpected(log.error());
    if (auto written = (*log)->bind(1, first).run(); !written)
        return written;
    auto taken = m_database.cached("DELETE FROM hk_deleted WHERE uuid IN "
                                   "(SELECT d.uuid FROM hk_deleted d JOIN incidents i ON i.uuid = d.uuid)");
    if (!taken)
        return tl::unexpected(taken.error());
    m_logged = m_rows.size();
    return (*taken)->run();
}

sqlite::Result<void> BulkInsert::finish()
{
    return writeLog().and_then([&] { return fillSpatialIndex(); }).and_then([&] {
        for (const std::string& trigger : m_triggers) {
            if (auto created = m_database.execute(trigger); !created)
                return created;
        }
        return sqlite::Result<void>();
    });
}

sqlite::Result<void> BulkInsert::fillSpatialIndex()
{
    const auto present = m_database.queryInt64("SELECT count(*) FROM rtree_incidents_geom_rowid");
    if (!present)
        return tl::unexpected(present.error());
    if (m_rows.size() < smallestPacked || m_rows.size() < static_cast<std::size_t>(*present) / 10)
        return insertOneByOne();

    // A row already there was moved after it was inserted: the update trigger knows better.
    std::vector<IndexEntry> entries;
    entries.reserve(m_rows.size() + static_cast<std::size_t>(*present));
    auto row = m_database.prepare("SELECT id, minx, maxx, miny, maxy FROM rtree_incidents_geom");
    if (!row)
        return tl::unexpected(row.error());
    std::vector<std::int64_t> known;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            break;
        entries.push_back({row->int64(0), row->real(1), row->real(2), row->real(3), row->real(4)});
        if (entries.back().id >= m_rows.front().id)
            known.push_back(entries.back().id);
    }
    *row = sqlite::Statement();
    std::sort(known.begin(), known.end());
    for (const Row& inserted : m_rows) {
        if (!std::binary_search(known.begin(), known.end(), inserted.id))
            entries.push_back({inserted.id, inserted.x, inserted.x, inserted.y, inserted.y});
    }
    return packRtree(m_database, "rtree_incidents_geom", std::move(entries));
}

sqlite::Result<void> BulkInsert::insertOneByOne()
{
    auto statement =
        m_database.prepare("INSERT OR IGNORE INTO rtree_incidents_geom VALUES (?1, ?2, ?2, ?3, ?3)");
    if (!statement)
        return tl::unexpected(statement.error());
    for (const Row& row : m_rows) {
        if (auto put = statement->bind(1, row.id).bind(2, row.x).bind(3, row.y).run(); !put)
            return put;
    }
    return {};
}

} // namespace hk::store
