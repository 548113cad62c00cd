#pragma once

#include "sqlite/function.h"
#include "sqlite/statement.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;

namespace hk::sqlite {

enum class OpenMode {
    ReadOnly,
    Immutable, ///< read-only, and nobody else changes it: no locks, no journal, nothing written beside it
    ReadWrite, ///< must exist
    Create,    ///< made if absent
    Temporary  ///< a file of SQLite's without a name, which goes with the connection; the path says nothing
};

/// A statement borrowed from the cache of a Database: reset, unbound and given back when it goes out of
/// scope.
class CachedStatement {
public:
    CachedStatement(CachedStatement&& other) noexcept;
    CachedStatement& operator=(CachedStatement&&) = delete;
    ~CachedStatement();

    Statement& operator*() { return m_statement; }
    Statement* operator->() { return &m_statement; }

private:
    friend class Database;
    CachedStatement(Statement statement, Statement* home)
        : m_statement(std::move(statement))
        , m_home(home)
    {}
    Statement m_statement;
    Statement* m_home; ///< null: not kept
};

/// One connection. Move-only; belongs to one thread at a time (interrupt() may come from any). Statements,
/// transactions and backups must be gone before it is.
class Database {
public:
    /// `path` is UTF-8; ":memory:" with Create gives a database in memory.
    static Result<Database> open(const std::string& path, OpenMode mode);

    Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    bool isOpen() const { return m_handle != nullptr; }
    /// Ends the connection; failures of its last checkpoint are not reported by SQLite.
    void close();

    /// Runs all statements of a script, one after the other, as SQLite itself divides them.
    Result<void> execute(std::string_view script);
    Result<Statement> prepare(std::string_view sql) const;
    /// As prepare, but kept prepared for the next time the same text is asked for.
    Result<CachedStatement> cached(std::string_view sql) const;

    /// First column of the first row; NotFound is an Other failure with the words "no row".
    Result<std::int64_t> queryInt64(std::string_view sql) const;
    Result<std::string> queryText(std::string_view sql) const;

    void setBusyTimeout(std::chrono::milliseconds timeout);
    /// In place of a timeout: asked again and again while another connection holds a lock, with how long it has been waited
    /// for; false gives up with Busy.
    using LockWait = std::function<bool(std::chrono::milliseconds waited)>;
    void setLockWait(LockWait wait);
    /// Asks for a journal mode ("wal", "delete" …) and returns the one the file has afterwards.
    Result<std::string> setJournalMode(std::string_view mode);
    /// On from the start: SQL cannot write to the tables behind virtual tables, nor to the schema itself.
    void setDefensive(bool on);
    /// "ok", or what PRAGMA integrity_check (thorough) or quick_check found, up to ten lines.
    Result<std::string> checkIntegrity(bool thorough) const;

    /// Registers a deterministic, innocuous SQL function, usable in triggers.
    Result<void> registerFunction(const char* name, int argumentCount, Function function);

    bool inTransaction() const;
    std::int64_t lastInsertRowId() const;
    /// Rows changed by the last statement, triggers not counted.
    std::int64_t changes() const;
    /// Changes when another connection has committed.
    Result<std::int64_t> dataVersion() const;
    /// Whether the name now stands for another file, or for none. False where that cannot be told.
    bool hasMoved() const;
    /// Stops what runs on this connection; from any thread.
    void interrupt();

    /// Copies this database page by page over `target`, as one consistent snapshot. Asked between portions, `stop` ends it
    /// with Interrupted.
    Result<void> copyTo(Database& target, const std::function<bool()>& stop = {}) const;

    sqlite3* handle() const { return m_handle; }

private:
    explicit Database(sqlite3* handle);

    struct Waiter;
    static int waitForLock(void* waiter, int count);

    sqlite3* m_handle = nullptr;
    std::unique_ptr<Waiter> m_waiter; ///< SQLite holds its address
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    // Node-based: a lent statement finds its way home even when others are added.
    mutable std::unordered_map<std::string, Statement, TextHash, std::equal_to<>> m_cache;
};

} // namespace hk::sqlite
