#pragma once

#include "sqlite/database.h"
#include "store/log_entry.h"
#include "store/sha256.h"

#include <functional>

namespace hk::store {

/// The hashes beside the log. The hash of an entry is SHA-256 over the hash before it (of the first: 32 zero bytes) and the
/// entry, whose values stand in it as their own salted hashes: so a value can be replaced by its hash when an incident is
/// disposed of, and the chain still holds. docs/file-format.md tells each byte.
class LogChain {
public:
    explicit LogChain(sqlite::Database& database)
        : m_database(database)
    {}

    /// Chains the entries that are not chained yet. To be called within a write transaction.
    sqlite::Result<void> extend(LogOrigin origin);
    /// Whether there are entries that extend would chain.
    sqlite::Result<bool> isBehind() const;
    /// Puts hashes in the place of the values of all entries of an incident and forgets their salts. Within a disposal; all
    /// entries must be chained. Returns how many entries it concerned.
    sqlite::Result<std::int64_t> redact(std::string_view incident);
    /// The same for the exports of whose values the answer is yes.
    sqlite::Result<std::int64_t> redactExports(const std::function<bool(std::string_view values)>& chosen);
    /// Goes through the whole chain, as one snapshot.
    sqlite::Result<LogCheck> verify() const;

private:
    /// Of the rows of a statement: number, values before and after, salt.
    sqlite::Result<std::int64_t> redactRows(sqlite::Statement& row, const std::function<bool(std::string_view values)>& chosen);

    sqlite::Database& m_database;
};

} // namespace hk::store
