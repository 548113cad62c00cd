#pragma once

#include "analysis/incident_table.h"

#include <array>

namespace hk::analysis {

/// Counts by weekday × hour (24 * weekday + hour, Monday first). An exact time counts 1 in its hour; a span
/// shares its weight over the hours it covers, in civil minutes: |[s,e) ∩ b| / (e − s) [Ratcliffe 2002].
struct WeekProfile {
    std::array<double, 168> weights{};
    std::size_t counted = 0;
    std::size_t leftOut = 0;  ///< spans of a week or more: no hour of the week
    std::size_t overADay = 0; ///< spans over 24 h, counted but flagged
};
WeekProfile weekProfile(const IncidentTable& table, const std::vector<std::uint32_t>& rows);

/// The densest band of whole hours of the day and run of weekdays, for sentences such as "fre–lör 20–02".
struct PeakTime {
    int firstWeekday = 0; ///< 0 = Monday
    int lastWeekday = 0;  ///< may be below first: the run crosses Sunday
    int fromHour = 0;
    int toHour = 0;     ///< exclusive, 24 at midnight; below fromHour where the band crosses midnight
    double share = 0.0; ///< of the profile's total
    bool any = false;   ///< false: too few to say (fewer than 5) or no peak
};
/// Among bands of 4 whole hours (24 beginnings, also across midnight) on runs of 1, 2 or 3 weekdays or on all
/// seven (Monday to Sunday), the one with the largest excess over an even week: (observed − expected) /
/// √expected. The hours after midnight count with the weekday whose evening they belong to: "Friday–Saturday
/// 22–02" holds Sunday 00–02. Of equals the one in whose middle the incidents lie, then the shorter run, the
/// earlier weekday, the earlier hour.
PeakTime peakTime(const WeekProfile& profile);

enum class SeriesStep { Day, Week, Month };
/// Counts per step from the first to the last local date of the rows (weeks begin on Monday).
struct TimeSeries {
    SeriesStep step = SeriesStep::Week;
    std::vector<std::int32_t> startDate; ///< local days since 1970-01-01
    std::vector<std::uint32_t> count;
};
TimeSeries timeSeries(const IncidentTable& table, const std::vector<std::uint32_t>& rows, SeriesStep step);

} // namespace hk::analysis
