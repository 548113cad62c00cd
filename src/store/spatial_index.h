#pragma once

#include "sqlite/database.h"

#include <string>
#include <vector>

namespace hk::store {

/// Compares the R-tree indexes of incidents and incident_areas with their tables (number of rows and sum of row numbers)
/// and looks whether the standard's triggers are there; builds anew what disagrees, in one transaction. A program that
/// replaces rows (INSERT OR REPLACE) leaves such an index behind. Returns whether something was mended.
sqlite::Result<bool> mendSpatialIndexes(sqlite::Database& database);

/// Whether mendSpatialIndexes would do something; changes nothing.
sqlite::Result<bool> spatialIndexesDisagree(const sqlite::Database& database);

/// Within one transaction: takes the insert trigger of the incidents' R-tree away, collects the rows, and puts them into
/// the index along a Hilbert curve at the end: neighbours come together, so that the tree is built several times faster
/// and reads faster than row by row.
class DeferredIndex {
public:
    explicit DeferredIndex(sqlite::Database& database) : m_database(database) {}

    /// Call before the first row is inserted.
    sqlite::Result<void> begin();
    void add(std::int64_t rowId, double easting, double northing) { m_rows.push_back({rowId, easting, northing}); }
    /// Fills the index and puts the trigger back.
    sqlite::Result<void> finish();

private:
    struct Row {
        std::int64_t id;
        double x;
        double y;
    };
    sqlite::Database& m_database;
    std::string m_trigger;
    std::vector<Row> m_rows;
};

} // namespace hk::store
