#pragma once

#include "sqlite/database.h"

#include <string>
#include <vector>

namespace hk::store {

/// One entry of a spatial index: coordinates in metres, the row number of the table.
struct IndexEntry {
    std::int64_t id = 0;
    double minX = 0.0;
    double maxX = 0.0;
    double minY = 0.0;
    double maxY = 0.0;
};

/// Replaces the whole content of a two-dimensional R-tree table by these entries, packed bottom-up along a
/// Hilbert curve (Kamel & Faloutsos 1993, "On Packing R-trees"): an order of magnitude faster than row by
/// row, and a better tree. Writes the tables behind the index (SQLite's "The SQLite R*Tree Module",
/// clause 6.1, and the format given at the head of ext/rtree/rtree.c, part of SQLite's file format). To be
/// called within a transaction. Ids must be unique.
sqlite::Result<void> packRtree(sqlite::Database& database, const std::string& rtree,
                               std::vector<IndexEntry> entries);

} // namespace hk::store
