#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hk::analysis {

/// How many of these rows have each value of a column of indices, such as IncidentTable::category; values from `kinds` on are not
/// counted. Thread-safe.
template <class Count = std::int64_t>
std::vector<Count> countsBy(const std::vector<std::uint16_t>& column, const std::vector<std::uint32_t>& rows, std::size_t kinds) {
    std::vector<Count> counts(kinds, 0);
    for (const std::uint32_t row : rows)
        if (column[row] < kinds)
            ++counts[column[row]];
    return counts;
}

} // namespace hk::analysis
