#include "sqlite/database.h"

#include "sqlite/failure_of.h"

#include <memory>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace hk::sqlite {

namespace {

int openFlags(OpenMode mode)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::ReadOnly:
    case OpenMode::Immutable:
        return common | SQLITE_OPEN_READONLY;
    case OpenMode::ReadWrite:
        return common | SQLITE_OPEN_READWRITE;
    case OpenMode::Create:
    case OpenMode::Temporary:
        break;
    }
    return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

/// A file: URI, so that any character may be in the name and immutable can be asked for.
std::string uriOf(const std::string& path, OpenMode mode)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    // A Windows drive needs the slash in front.
    if (path.size() > 1 && path[1] == ':')
        uri += '/';
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '%' || character == '?' || character == '#' || byte < 0x20) {
            uri += '%';
            uri += hex[byte >> 4];
            uri += hex[byte & 15];
        } else {
            uri += character;
        }
    }
    if (mode == OpenMode::Immutable)
        uri += "?immutable=1";
    return uri;
}

void callFunction(sqlite3_context* context, int count, sqlite3_value** arguments)
{
    FunctionCall call(context, count, arguments);
    (*static_cast<Function*>(sqlite3_user_data(context)))(call);
}

void deleteFunction(void* function)
{
    delete static_cast<Function*>(function);
}

} // namespace

CachedStatement::CachedStatement(CachedStatement&& other) noexcept
    : m_statement(std::move(other.m_statement))
    , m_home(std::exchange(other.m_home, nullptr))
{}

CachedStatement::~CachedStatement()
{
    if (!m_statement.isValid() || m_home == nullptr)
        return;
    m_statement.reset();
    m_statement.clearBindings();
    *m_home = std::move(m_statement);
}

Result<Database> Database::open(const std::string& path, OpenMode mode)
{
    sqlite3* handle = nullptr;
    const std::string name = mode == OpenMode::Temporary ? std::string() : path == ":memory:" ? path : uriOf(path, mode);
    const int resultCode = sqlite3_open_v2(name.c_str(), &handle, openFlags(mode), nullptr);
    if (resultCode != SQLITE_OK) {
        Failure failure = failureOf(resultCode, handle);
        sqlite3_close_v2(handle);
        return tl::unexpected(std::move(failure));
    }
    // A damaged or malicious file may not write to its own schema or index tables. Its triggers may call
    // functions: those of JSON count as unsafe in SQLite 3.40, and ours have no side effects.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return Database(handle);
}

struct Database::Waiter {
    LockWait wait;
    std::chrono::steady_clock::time_point since;
};

Database::Database() = default;

Database::Database(sqlite3* handle)
    : m_handle(handle)
{}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_waiter(std::move(other.m_waiter))
    , m_cache(std::move(other.m_cache))
{}

Database& Database::operator=(Database&& other) noexcept
{
    if (this != &other) {
        close();
        m_handle = std::exchange(other.m_handle, nullptr);
        m_waiter = std::move(other.m_waiter);
        m_cache = std::move(other.m_cache);
    }
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_cache.clear();
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

Result<void> Database::execute(std::string_view script)
{
    const char* next = script.data();
    const char* const end = script.data() + script.size();
    while (next < end) {
        sqlite3_stmt* handle = nullptr;
        const char* tail = nullptr;
        const int resultCode =
            sqlite3_prepare_v2(m_handle, next, static_cast<int>(end - next), &handle, &tail);
        if (resultCode != SQLITE_OK)
            return tl::unexpected(failureOf(resultCode, m_handle));
        next = tail;
        if (handle == nullptr) // only white space or a comment
            continue;
        if (auto done = Statement(handle).run(); !done)
            return done;
    }
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* handle = nullptr;
    const int resultCode =
        sqlite3_prepare_v2(m_handle, sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    if (resultCode != SQLITE_OK)
        return tl::unexpected(failureOf(resultCode, m_handle));
    return Statement(handle);
}

Result<CachedStatement> Database::cached(std::string_view sql) const
{
    auto place = m_cache.find(sql);
    if (place == m_cache.end())
        place = m_cache.try_emplace(std::string(sql)).first;
    Statement& home = place->second;
    if (home.isValid())
        return CachedStatement(std::move(home), &home);
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    return CachedStatement(std::move(*statement), &home);
}

Result<std::int64_t> Database::queryInt64(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return tl::unexpected(Failure{Code::Other, SQLITE_DONE, "no row"});
    return statement->int64(0);
}

Result<std::string> Database::queryText(std::string_view sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return tl::unexpected(Failure{Code::Other, SQLITE_DONE, "no row"});
    return std::string(statement->text(0));
}

void Database::setBusyTimeout(std::chrono::milliseconds timeout)
{
    sqlite3_busy_timeout(m_handle, static_cast<int>(timeout.count()));
    m_waiter.reset();
}

int Database::waitForLock(void* waiter, int count)
{
    using std::chrono::milliseconds;
    auto& [wait, since] = *static_cast<Waiter*>(waiter);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0)
        since = now;
    if (!wait(std::chrono::duration_cast<milliseconds>(now - since)))
        return 0;
    std::this_thread::sleep_for(count < 10 ? milliseconds(2 * count + 1) : milliseconds(25));
    return 1;
}

void Database::setLockWait(LockWait wait)
{
    auto waiter = std::make_unique<Waiter>(Waiter{std::move(wait), {}});
    sqlite3_busy_handler(m_handle, &Database::waitForLock, waiter.get());
    m_waiter = std::move(waiter);
}

Result<std::string> Database::setJournalMode(std::string_view mode)
{
    return queryText("PRAGMA journal_mode=" + std::string(mode));
}

void Database::setDefensive(bool on)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, on ? 1 : 0, nullptr);
}

Result<std::string> Database::checkIntegrity(bool thorough) const
{
    auto statement = prepare(thorough ? "PRAGMA integrity_check(10)" : "PRAGMA quick_check(10)");
    if (!statement)
        return tl::unexpected(statement.error());
    std::string found;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return found;
        if (!found.empty())
            found += '\n';
        found += statement->text(0);
    }
}

Result<void> Database::registerFunction(const char* name, int argumentCount, Function function)
{
    auto owned = std::make_unique<Function>(std::move(function));
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    // SQLite calls the destructor also when it fails.
    const int resultCode = sqlite3_create_function_v2(m_handle, name, argumentCount, flags, owned.release(),
                                                      callFunction, nullptr, nullptr, deleteFunction);
    if (resultCode != SQLITE_OK)
        return tl::unexpected(failureOf(resultCode, m_handle));
    return {};
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

std::int64_t Database::lastInsertRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

Result<std::int64_t> Database::dataVersion() const
{
    auto statement = cached("PRAGMA data_version");
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = (*statement)->step();
    if (!row)
        return tl::unexpected(row.error());
    return (*statement)->int64(0);
}

bool Database::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Result<void> Database::copyTo(Database& target, const std::function<bool()>& stop) const
{
    constexpr int portion = 1024; // pages: a few milliseconds
    constexpr int mostRestarts = 3;
    constexpr int mostAttempts = 50;
    sqlite3_backup* backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (backup == nullptr)
        return tl::unexpected(failureOf(sqlite3_extended_errcode(target.m_handle), target.m_handle));
    // With a write-ahead log one read transaction is one snapshot, and keeps nobody from writing. Without one it would: there
    // the lock is let go between portions; the copy begins anew when somebody has written, and in the end takes all at once.
    const bool snapshot = queryText("PRAGMA journal_mode").value_or(std::string()) == "wal" && !inTransaction()
                          && sqlite3_exec(m_handle, "BEGIN; SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) == SQLITE_OK;
    int restarts = 0;
    int attempts = 0;
    int resultCode = SQLITE_OK;
    while (resultCode == SQLITE_OK || resultCode == SQLITE_BUSY || resultCode == SQLITE_LOCKED) {
        if (stop && stop()) {
            resultCode = SQLITE_INTERRUPT;
            break;
        }
        const int remaining = sqlite3_backup_remaining(backup);
        resultCode = sqlite3_backup_step(backup, restarts < mostRestarts ? portion : -1);
        if (resultCode == SQLITE_OK) {
            restarts += remaining > 0 && sqlite3_backup_remaining(backup) >= remaining ? 1 : 0;
        } else if (resultCode != SQLITE_DONE) {
            if (++attempts > mostAttempts)
                break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    const int finished = sqlite3_backup_finish(backup);
    if (snapshot)
        sqlite3_exec(m_handle, "COMMIT", nullptr, nullptr, nullptr);
    if (resultCode != SQLITE_DONE)
        return tl::unexpected(failureOf(resultCode, target.m_handle));
    if (finished != SQLITE_OK)
        return tl::unexpected(failureOf(finished, target.m_handle));
    return {};
}

} // namespace hk::sqlite
