#pragma once

#include "sqlite/database.h"

namespace hk::store {

/// Compares the R-tree indexes of incidents and incident_areas with their tables (number of rows and sum of
/// row numbers) and looks whether the standard's triggers are there; builds anew what disagrees, in one
/// transaction. A program that replaces rows (INSERT OR REPLACE) leaves such an index behind. Returns whether
/// something was mended.
sqlite::Result<bool> mendSpatialIndexes(sqlite::Database& database);

/// Whether mendSpatialIndexes would do something; changes nothing.
sqlite::Result<bool> spatialIndexesDisagree(const sqlite::Database& database);

} // namespace hk::store
