#pragma once

#include "core/result.h"
#include "sqlite/database.h"

#include <QString>

namespace hk::map {

/// A failure of SQLite on a map file as an error: Corrupt and NotADatabase → FileDamaged, Busy → FileLocked, Interrupted →
/// Cancelled, CannotOpen → FileNotReadable, ReadOnly → FileReadOnly, Full → DiskFull, the rest StorageFailed; SQLite's words are the detail.
tl::unexpected<Error> sqliteFailure(const sqlite::Failure& failure, const QString& path);

/// A map file for reading alone, also where nothing can be written beside it. Errors: FileNotFound, FileNotReadable, FileDamaged,
/// FileLocked.
Result<sqlite::Database> openReadOnly(const QString& path);

/// A table's or column's name as SQL takes it, whatever letters it has.
QString quoted(QString identifier);

} // namespace hk::map
