#pragma once

#include "core/result.h"
#include "sqlite/failure.h"

namespace hk::store {

/// The engine's failure as ours: Busy → FileLocked, ReadOnly → FileReadOnly, Full → DiskFull, Corrupt and
/// NotADatabase → FileDamaged, a breach of uniqueness → Conflict with its field, CannotOpen →
/// FileNotWritable, the rest → StorageFailed.
Error toError(const sqlite::Failure& failure, const QString& path);

/// fail(toError(...)), to return from a function.
inline tl::unexpected<Error> storeFailure(const sqlite::Failure& failure, const QString& path)
{
    return tl::unexpected<Error>(toError(failure, path));
}

} // namespace hk::store
