#pragma once

#include "analysis/incident_table.h"

#include <bitset>
#include <limits>
#include <optional>

namespace hk::analysis {

class NearIndex;
class ZoneIndex;

/// A filter in plain numbers. Empty vectors mean "all".
struct SelectFilter {
    std::int32_t fromDate = std::numeric_limits<std::int32_t>::min(); ///< first local date
    std::int32_t toDate = std::numeric_limits<std::int32_t>::max();   ///< first local date after the period
    std::vector<std::uint8_t> categories;    ///< 1 where the category index is chosen
    std::vector<std::uint8_t> organisations; ///< 1 where the organisation index is chosen
    std::bitset<168> hours;                  ///< 24 * weekday + hour, Monday first; none set: all
    std::uint8_t precisions = 0x0f;          ///< bit per precision
    std::uint8_t minimumSeverity = 1;
    std::uint8_t severities = 0xff; ///< bit per severity (bit 1 for severity 1 …); both this and the minimum count
    Ring area; ///< fewer than 3 vertices: everywhere
    const ZoneIndex* zones = nullptr; ///< inside any of them; null: everywhere
    const NearIndex* near = nullptr;  ///< within its distance; null: everywhere
    const std::vector<std::uint8_t>* rowMask =
        nullptr; ///< 1 where the row may be chosen (text search); null: all
};

struct Selection {
    std::vector<std::uint32_t> rows; ///< ascending
    /// Rows that pass everything else but whose span is a week or more, so that they carry no hour of the
    /// week. Counted only where hours are chosen.
    std::size_t leftOutLongSpans = 0;
};

/// One pass over the columns. Period by `from` (half-open); hours by the rule that a span belongs to the
/// chosen hours when more than half of it lies in them. Thread-safe.
Selection select(const IncidentTable& table, const SelectFilter& filter);

} // namespace hk::analysis
