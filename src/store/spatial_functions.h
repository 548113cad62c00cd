#pragma once

#include "sqlite/database.h"

namespace hk::store {

/// Registers ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY and ST_MaxY of GeoPackage's R-tree extension on the
/// connection: its triggers call them.
sqlite::Result<void> registerSpatialFunctions(sqlite::Database& database);

} // namespace hk::store
