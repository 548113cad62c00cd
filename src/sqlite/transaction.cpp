#include "sqlite/transaction.h"

namespace hk::sqlite {

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    if (auto begun = database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    auto committed = m_database->execute("COMMIT");
    if (!committed) {
        rollback();
        return committed;
    }
    m_database = nullptr;
    return {};
}

void Transaction::rollback()
{
    Database* database = std::exchange(m_database, nullptr);
    // A full disk makes SQLite roll back by itself.
    if (database != nullptr && database->isOpen() && database->inTransaction())
        static_cast<void>(database->execute("ROLLBACK"));
}

} // namespace hk::sqlite
