#include "sqlite/function.h"

#include <sqlite3.h>

namespace hk::sqlite {

ValueType FunctionCall::type(int argument) const
{
    switch (sqlite3_value_type(m_arguments[argument])) {
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

std::int64_t FunctionCall::int64(int argument) const
{
    return sqlite3_value_int64(m_arguments[argument]);
}

double FunctionCall::real(int argument) const
{
    return sqlite3_value_double(m_arguments[argument]);
}

std::string_view FunctionCall::text(int argument) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(m_arguments[argument]));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_value_bytes(m_arguments[argument]))};
}

std::span<const std::byte> FunctionCall::blob(int argument) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_value_blob(m_arguments[argument]));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_value_bytes(m_arguments[argument]))};
}

void FunctionCall::setResult(std::int64_t value)
{
    sqlite3_result_int64(m_context, value);
}

void FunctionCall::setResult(double value)
{
    sqlite3_result_double(m_context, value);
}

void FunctionCall::setResult(std::string_view text)
{
    sqlite3_result_text64(m_context, text.data() != nullptr ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

void FunctionCall::fail(std::string_view message)
{
    sqlite3_result_error(m_context, message.data(), static_cast<int>(message.size()));
}

} // namespace hk::sqlite
