#pragma once

#include <QString>
#include <array>
#include <optional>

namespace hk {

/// One row of a table of enumerators and their stable names in files.
template <class Enum>
struct NamedValue {
    Enum value;
    const char* name;
};

/// Name of a value in a table that holds every enumerator. Empty where the table lacks it.
template <class Enum, std::size_t count>
QString nameIn(const std::array<NamedValue<Enum>, count>& table, Enum value)
{
    for (const NamedValue<Enum>& row : table)
        if (row.value == value)
            return QString::fromLatin1(row.name);
    return {};
}

/// Value of a name, without regard to case; nothing for a word that is not in the table.
template <class Enum, std::size_t count>
std::optional<Enum> valueIn(const std::array<NamedValue<Enum>, count>& table, const QString& name)
{
    for (const NamedValue<Enum>& row : table)
        if (name.compare(QLatin1String(row.name), Qt::CaseInsensitive) == 0)
            return row.value;
    return std::nullopt;
}

} // namespace hk
