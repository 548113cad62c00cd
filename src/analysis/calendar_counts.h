#pragma once

#include "analysis/incident_table.h"

#include <optional>
#include <vector>

namespace hk::analysis {

/// One month, or one year where `month` is 0, by the local date of "from".
struct CalendarCount {
    int year = 0;
    int month = 0; ///< 1–12
    std::uint32_t count = 0;
    bool whole = true; ///< all its days lie in the span counted
    /// The same month (or the whole year) a year before; nothing where not all of its days are known.
    std::optional<std::uint32_t> yearBefore;
};

/// Months from the one with `from` to the one with the day before `to` (local dates, half-open; days since
/// 1970-01-01), zeros included. `known` is where the rows begin: what lies in [known, from) serves as the
/// year before only; after `from` it stands for it. A month cut by `from` or `to` is held against the same
/// days a year before, the last of February against the last of February. Empty for an empty span.
/// Thread-safe.
std::vector<CalendarCount> monthCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                       std::int32_t known, std::int32_t from, std::int32_t to);
/// The same by year.
std::vector<CalendarCount> yearCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                      std::int32_t known, std::int32_t from, std::int32_t to);

} // namespace hk::analysis
