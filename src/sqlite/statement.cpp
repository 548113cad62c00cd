#include "sqlite/statement.h"

#include "sqlite/failure_of.h"

#include <sqlite3.h>
#include <utility>

namespace hk::sqlite {

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_bindFailure(std::exchange(other.m_bindFailure, SQLITE_OK))
{}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_handle);
        m_handle = std::exchange(other.m_handle, nullptr);
        m_bindFailure = std::exchange(other.m_bindFailure, SQLITE_OK);
    }
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::remember(int resultCode)
{
    if (resultCode != SQLITE_OK && m_bindFailure == SQLITE_OK)
        m_bindFailure = resultCode;
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    remember(sqlite3_bind_int64(m_handle, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    remember(sqlite3_bind_double(m_handle, parameter, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a text.
    const char* data = text.data() != nullptr ? text.data() : "";
    remember(sqlite3_bind_text64(m_handle, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::byte> blob)
{
    remember(blob.empty()
                 ? sqlite3_bind_zeroblob(m_handle, parameter, 0)
                 : sqlite3_bind_blob64(m_handle, parameter, blob.data(), blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    remember(sqlite3_bind_null(m_handle, parameter));
    return *this;
}

Statement& Statement::clearBindings()
{
    sqlite3_clear_bindings(m_handle);
    m_bindFailure = SQLITE_OK;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindFailure != SQLITE_OK) {
        const int resultCode = std::exchange(m_bindFailure, SQLITE_OK);
        sqlite3_reset(m_handle);
        return tl::unexpected(failureOf(resultCode, nullptr));
    }
    const int resultCode = sqlite3_step(m_handle);
    if (resultCode == SQLITE_ROW)
        return true;
    if (resultCode == SQLITE_DONE)
        return false;
    Failure failure = failureOf(resultCode, sqlite3_db_handle(m_handle));
    sqlite3_reset(m_handle);
    return tl::unexpected(std::move(failure));
}

Result<void> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle);
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_handle);
}

ValueType Statement::type(int column) const
{
    switch (sqlite3_column_type(m_handle, column)) {
    case SQLITE_INTEGER:
        return ValueType::Integer;
    case SQLITE_FLOAT:
        return ValueType::Real;
    case SQLITE_TEXT:
        return ValueType::Text;
    case SQLITE_BLOB:
        return ValueType::Blob;
    default:
        return ValueType::Null;
    }
}

std::int64_t Statement::int64(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle, column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle, column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::span<const std::byte> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_handle, column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::string_view Statement::columnName(int column) const
{
    const char* name = sqlite3_column_name(m_handle, column);
    return name != nullptr ? std::string_view(name) : std::string_view();
}

} // namespace hk::sqlite
