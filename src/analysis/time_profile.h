#pragma once

#include "analysis/incident_table.h"

#include <array>
#include <optional>

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

/// A partition of the week's hours: the slot of hour 24 * weekday + hour, Monday first; noSlot: in none.
inline constexpr std::uint8_t noSlot = 255;
struct WeekSlots {
    std::array<std::uint8_t, 168> slotOf{};
    std::size_t count = 0;
    std::size_t hoursIn(std::size_t slot) const;
};

/// Patrol bands: 06–10, 10–14, 14–18, 18–22, 22–02, 02–06. Beginnings; each lasts four hours.
inline constexpr std::array<int, 6> patrolBandStarts{6, 10, 14, 18, 22, 2};
inline constexpr int patrolBandHours = 4;

WeekSlots hourSlots();    ///< 168: each hour of the week
WeekSlots dayHourSlots(); ///< 24: the hour of the day, on any weekday
WeekSlots weekdaySlots(); ///< 7: calendar days, Monday first
WeekSlots bandSlots();    ///< 6: the patrol bands, on any weekday
/// 42: 6 * weekday + band. The hours 00–02 belong to the evening before (Saturday 01.00 to Friday's 22–02),
/// 02–06 to their own calendar day.
WeekSlots bandByWeekdaySlots();

/// How a span between two times is counted.
enum class SpanRule : std::uint8_t {
    MoreThanHalf, ///< 1 in the slot that holds more than half of its civil minutes, as select() chooses by
                  ///< hours
    Aoristic      ///< shared over the slots it covers, by civil minutes [Ratcliffe 2002]
};

/// Counts by slot. An exact time counts 1 in the slot of its minute under either rule.
struct SlotProfile {
    std::vector<double> weights; ///< by slot
    std::size_t counted = 0;
    std::size_t leftOut = 0;   ///< spans of a week or more: no hour of the week
    std::size_t undecided = 0; ///< MoreThanHalf: spans of which no slot holds more than half, counted nowhere
    std::size_t overADay = 0;  ///< spans over 24 h among those counted or undecided
};
/// Spans in civil minutes, |[s,e) ∩ b| / (e − s) with s, e and b as the clock on the wall shows them: a span
/// over the lost hour of March gives that hour its share of the clock's minutes, and the doubled hour of
/// October counts once. Under MoreThanHalf slot s counts exactly the rows that select() finds with the hours
/// of s chosen. Thread-safe.
SlotProfile slotProfile(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                        const WeekSlots& slots, SpanRule rule);
/// The week's hours gathered into other slots. Right for aoristic weights; a count by MoreThanHalf must be
/// taken anew, since a span may be undecided among hours and decided among days.
std::vector<double> gathered(const WeekProfile& profile, const WeekSlots& slots);

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

/// One month, or one year where `month` is 0, by the local date of "from".
struct CalendarCount {
    int year = 0;
    int month = 0; ///< 1–12
    std::uint32_t count = 0;
    bool whole = true; ///< all its days lie in the span counted
    /// The same month (or the whole year) a year before; nothing where not all of its days are known.
    std::optional<std::uint32_t> yearBefore;
};
/// Months from the one with `from` to the one before `to` (local dates, half-open; days since 1970-01-01),
/// zeros included. `known` begins no later than `from`: what lies in [known, from) serves as the year before
/// only. A month cut by `from` or `to` is held against the same days a year before. Empty for an empty span.
/// Thread-safe.
std::vector<CalendarCount> monthCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                       std::int32_t known, std::int32_t from, std::int32_t to);
/// The same by year.
std::vector<CalendarCount> yearCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                      std::int32_t known, std::int32_t from, std::int32_t to);

} // namespace hk::analysis
