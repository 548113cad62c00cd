#pragma once

#include "sqlite/statement.h"

#include <functional>

struct sqlite3_context;
struct sqlite3_value;

namespace hk::sqlite {

/// The arguments and the result of one call of a function registered with Database::registerFunction.
/// Arguments count from 0. Without a result the function returns NULL. Views live for the call only.
class FunctionCall {
public:
    FunctionCall(sqlite3_context* context, int count, sqlite3_value** arguments)
        : m_context(context)
        , m_count(count)
        , m_arguments(arguments)
    {}

    int argumentCount() const { return m_count; }
    ValueType type(int argument) const;
    std::int64_t int64(int argument) const;
    double real(int argument) const;
    std::string_view text(int argument) const;
    std::span<const std::byte> blob(int argument) const;

    void setResult(std::int64_t value);
    void setResult(double value);
    /// Copied.
    void setResult(std::string_view text);
    /// The statement that called fails with these words.
    void fail(std::string_view message);

private:
    sqlite3_context* m_context;
    int m_count;
    sqlite3_value** m_arguments;
};

using Function = std::function<void(FunctionCall&)>;

} // namespace hk::sqlite
