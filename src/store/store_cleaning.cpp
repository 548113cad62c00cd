#include "store/store_cleaning.h"

namespace hk::store {

namespace {

sqlite::Result<void> emptyLog(sqlite::Database& database)
{
    auto statement = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    if (*row && statement->int64(0) != 0)
        return tl::unexpected(sqlite::Failure{sqlite::Code::Busy, 0, "the write-ahead log is being read"});
    return {};
}

} // namespace

sqlite::Result<bool> needsCleaning(const sqlite::Database& database)
{
    return database.queryInt64("SELECT EXISTS (SELECT 1 FROM hk_disposals WHERE cleaned = 0)")
        .map([](std::int64_t found) { return found != 0; });
}

sqlite::Result<void> cleanAfterDisposal(sqlite::Database& database)
{
    return database.execute("PRAGMA secure_delete=ON; VACUUM")
        .and_then([&] { return emptyLog(database); })
        .and_then([&] { return database.execute("UPDATE hk_disposals SET cleaned = 1 WHERE cleaned = 0"); })
        .and_then([&] { return emptyLog(database); });
}

} // namespace hk::store
