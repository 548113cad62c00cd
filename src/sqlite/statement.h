#pragma once

#include "sqlite/failure.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

struct sqlite3_stmt;

namespace hk::sqlite {

enum class ValueType { Integer, Real, Text, Blob, Null };

/// A prepared statement. Parameters count from 1, columns from 0, as in SQLite. A failed bind is remembered
/// and returned by the next step(). Views returned by text() and blob() live until the next step(), reset()
/// or destruction. Move-only; must not outlive its Database; used by one thread at a time.
class Statement {
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt* handle)
        : m_handle(handle)
    {}
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();

    bool isValid() const { return m_handle != nullptr; }

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, int value) { return bind(parameter, static_cast<std::int64_t>(value)); }
    Statement& bind(int parameter, bool value) { return bind(parameter, static_cast<std::int64_t>(value)); }
    Statement& bind(int parameter, double value);
    /// UTF-8; copied.
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, const char* text) { return bind(parameter, std::string_view(text)); }
    /// Copied.
    Statement& bind(int parameter, std::span<const std::byte> blob);
    Statement& bindNull(int parameter);
    Statement& clearBindings();

    /// True when there is a row to read, false when the statement is done. After a failure the statement is
    /// reset.
    Result<bool> step();
    /// Steps to the end, passing over rows, and resets: for statements whose rows do not matter.
    Result<void> run();
    /// Ready to be bound and stepped again; bindings stay.
    void reset();

    int columnCount() const;
    ValueType type(int column) const;
    bool isNull(int column) const { return type(column) == ValueType::Null; }
    std::int64_t int64(int column) const;
    double real(int column) const;
    /// UTF-8; empty for NULL.
    std::string_view text(int column) const;
    std::span<const std::byte> blob(int column) const;
    std::string_view columnName(int column) const;

    sqlite3_stmt* handle() const { return m_handle; }

private:
    void remember(int resultCode);

    sqlite3_stmt* m_handle = nullptr;
    int m_bindFailure = 0;
};

} // namespace hk::sqlite
