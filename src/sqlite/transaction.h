#pragma once

#include "sqlite/database.h"

namespace hk::sqlite {

/// Rolls back when destroyed without commit. Move-only; must not outlive its Database.
class Transaction {
public:
    enum class Kind {
        Read, ///< one consistent snapshot for several statements
        Write ///< takes the write lock at once: a later Busy cannot happen
    };
    static Result<Transaction> begin(Database& database, Kind kind = Kind::Write);

    Transaction(Transaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// On failure the transaction is rolled back.
    Result<void> commit();
    void rollback();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {}
    Database* m_database;
};

} // namespace hk::sqlite
