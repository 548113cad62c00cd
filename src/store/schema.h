#pragma once

#include "sqlite/database.h"

namespace hk::store {

/// The number of the last schema step that this program knows.
int currentSchemaVersion();

/// The version in hk_schema; 0 where there is no such table: the file is not ours.
sqlite::Result<int> readSchemaVersion(const sqlite::Database& database);

/// Takes the numbered steps from the version of the database (none: 0) up to `version`, each in its own
/// transaction. A step that another process has taken meanwhile is passed over. Pure SQL: no backup is made
/// here.
sqlite::Result<void> raiseSchema(sqlite::Database& database, int version = currentSchemaVersion());

} // namespace hk::store
