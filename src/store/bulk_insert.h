#pragma once

#include "sqlite/database.h"

#include <string>
#include <vector>

namespace hk::store {

/// What the insert triggers do, done for many rows at once: within one transaction the triggers are taken
/// away, the rows go in, and the log and the spatial index are filled by sets before the triggers come back.
/// A rollback, or a crash, brings them back as well: definitions are part of the transaction, and no other
/// connection sees it half done.
class BulkInsert {
public:
    explicit BulkInsert(sqlite::Database& database)
        : m_database(database)
    {}

    /// Call before the first row is inserted.
    sqlite::Result<void> begin();
    /// A row was inserted.
    void add(std::int64_t rowId, double easting, double northing)
    {
        m_rows.push_back({rowId, easting, northing});
    }
    /// Writes the log of the rows inserted so far: before another kind of change is logged, and at the end.
    sqlite::Result<void> writeLog();
    /// Log, spatial index, triggers.
    sqlite::Result<void> finish();

private:
    struct Row {
        std::int64_t id;
        double x;
        double y;
    };
    sqlite::Result<void> fillSpatialIndex();
    sqlite::Result<void> insertOneByOne();

    sqlite::Database& m_database;
    std::vector<std::string> m_triggers;
    std::vector<Row> m_rows;
    std::size_t m_logged = 0; ///< rows of m_rows that are in the log
};

} // namespace hk::store
