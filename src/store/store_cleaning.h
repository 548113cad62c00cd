#pragma once

#include "sqlite/database.h"

namespace hk::store {

/// Whether a disposal has been recorded whose traces are still in the file's bytes.
sqlite::Result<bool> needsCleaning(const sqlite::Database& database);

/// Builds the file anew without what was freed (VACUUM, secure_delete), empties the write-ahead log, and records that. Busy
/// where another program reads the file meanwhile: then it is done at the next opening.
sqlite::Result<void> cleanAfterDisposal(sqlite::Database& database);

} // namespace hk::store
