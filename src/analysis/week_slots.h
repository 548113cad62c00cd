#pragma once

#include "analysis/time_profile.h"

#include <optional>
#include <vector>

namespace hk::analysis {

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
    std::size_t counted = 0;     ///< in a slot, in part at least
    std::size_t leftOut = 0;     ///< spans of a week or more: no hour of the week
    std::size_t undecided = 0; ///< MoreThanHalf: spans of which no slot holds more than half, counted nowhere
    std::size_t overADay = 0;  ///< spans over 24 h and under a week
};
/// Spans in civil minutes, |[s,e) ∩ b| / (e − s) with s, e and b as the clock on the wall shows them: a span
/// over the lost hour of March gives that hour its share of the clock's minutes, and the doubled hour of
/// October counts once. Under MoreThanHalf slot s counts exactly the rows that select() finds with the hours
/// of s chosen. Thread-safe.
SlotProfile slotProfile(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                        const WeekSlots& slots, SpanRule rule);

/// Counts by hourSlots() as a week's profile.
WeekProfile weekProfileOf(const SlotProfile& hours);

/// The hour that holds more than half of one row's civil minutes, as hours since 1970-01-01 00:00 by the
/// local clock; nothing where no hour does. Its hour of the week is (it + 72) mod 168.
std::optional<std::int64_t> hourOf(const IncidentTable& table, std::uint32_t row);

} // namespace hk::analysis
