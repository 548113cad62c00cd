#include "analysis/week_slots.h"

#include <algorithm>

namespace hk::analysis {

namespace {

constexpr int hoursPerWeek = 168;
constexpr int minutesPerWeek = hoursPerWeek * 60;
constexpr int minutesPerDay = 24 * 60;

template <class SlotOfHour>
WeekSlots slotsBy(std::size_t count, SlotOfHour slotOfHour) {
    WeekSlots slots;
    slots.count = count;
    for (int hour = 0; hour < hoursPerWeek; ++hour)
        slots.slotOf[static_cast<std::size_t>(hour)] = static_cast<std::uint8_t>(slotOfHour(hour));
    return slots;
}

int bandOf(int hourOfDay) {
    return (hourOfDay - patrolBandStarts[0] + 24) % 24 / patrolBandHours;
}

/// Calls visit(slot, minutes) for the hours a span covers, in their order.
template <class Visit>
void forHours(const WeekSlots& slots, int start, int span, Visit visit) {
    int minute = start;
    int left = span;
    while (left > 0) {
        const int taken = std::min(left, 60 - minute % 60);
        visit(slots.slotOf[static_cast<std::size_t>(minute / 60)], taken);
        left -= taken;
        minute += taken;
        if (minute == minutesPerWeek)
            minute = 0;
    }
}

/// The slot with more than half of the span, or noSlot. A majority survives when each minute of another slot
/// is struck off against one of its own [Boyer & Moore 1981]; whether the survivor is one is then counted.
std::uint8_t majority(const WeekSlots& slots, int start, int span) {
    std::uint8_t candidate = noSlot;
    int ahead = 0;
    forHours(slots, start, span, [&](std::uint8_t slot, int minutes) {
        if (slot == candidate)
            ahead += minutes;
        else if (minutes <= ahead)
            ahead -= minutes;
        else {
            candidate = slot;
            ahead = minutes - ahead;
        }
    });
    int held = 0;
    forHours(slots, start, span,
             [&](std::uint8_t slot, int minutes) { held += slot == candidate ? minutes : 0; });
    return 2 * held > span ? candidate : noSlot;
}

} // namespace

std::size_t WeekSlots::hoursIn(std::size_t slot) const {
    return static_cast<std::size_t>(
        std::count(slotOf.begin(), slotOf.end(), static_cast<std::uint8_t>(slot)));
}

WeekSlots hourSlots() {
    return slotsBy(hoursPerWeek, [](int hour) { return hour; });
}

WeekSlots dayHourSlots() {
    return slotsBy(24, [](int hour) { return hour % 24; });
}

WeekSlots weekdaySlots() {
    return slotsBy(7, [](int hour) { return hour / 24; });
}

WeekSlots bandSlots() {
    return slotsBy(6, [](int hour) { return bandOf(hour % 24); });
}

WeekSlots bandByWeekdaySlots() {
    return slotsBy(42, [](int hour) {
        const int evening = hour % 24 < 2 ? (hour / 24 + 6) % 7 : hour / 24;
        return 6 * evening + bandOf(hour % 24);
    });
}

SlotProfile slotProfile(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                        const WeekSlots& slots, SpanRule rule) {
    SlotProfile profile;
    std::array<double, 256> weights{};
    for (const std::uint32_t row : rows) {
        const int span = std::max(table.localSpanMinutes[row], std::int32_t{0});
        if (span >= minutesPerWeek) {
            ++profile.leftOut;
            continue;
        }
        profile.overADay += span > minutesPerDay ? 1 : 0;
        const int start = std::clamp(table.localMinuteOfWeek[row], std::int32_t{0}, minutesPerWeek - 1);
        if (span <= 1) {
            const std::uint8_t slot = slots.slotOf[static_cast<std::size_t>(start / 60)];
            weights[slot] += 1.0;
            ++(slot == noSlot ? profile.undecided : profile.counted);
        } else if (rule == SpanRule::MoreThanHalf) {
            const std::uint8_t slot = majority(slots, start, span);
            weights[slot] += 1.0;
            ++(slot == noSlot ? profile.undecided : profile.counted);
        } else {
            ++profile.counted;
            const double perMinute = 1.0 / span;
            forHours(slots, start, span,
                     [&](std::uint8_t slot, int minutes) { weights[slot] += minutes * perMinute; });
        }
    }
    profile.weights.assign(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(slots.count));
    return profile;
}

WeekProfile weekProfileOf(const SlotProfile& hours) {
    WeekProfile profile;
    std::copy(hours.weights.begin(), hours.weights.end(), profile.weights.begin());
    profile.counted = hours.counted;
    profile.leftOut = hours.leftOut;
    profile.overADay = hours.overADay;
    return profile;
}

std::optional<std::int64_t> hourOf(const IncidentTable& table, std::uint32_t row) {
    const std::int64_t span = std::max(table.localSpanMinutes[row], std::int32_t{0});
    const std::int64_t minuteOfDay = table.localMinuteOfWeek[row] % minutesPerDay;
    const std::int64_t first = std::int64_t{table.localDate[row]} * 24 + minuteOfDay / 60;
    if (span <= 1)
        return first;
    // Only the first three hours can hold more than half: beyond them the first whole hour weighs as much.
    const std::int64_t start = minuteOfDay % 60;
    for (std::int64_t hour = 0; hour < 3; ++hour) {
        const std::int64_t held = std::min(start + span, (hour + 1) * 60) - std::max(start, hour * 60);
        if (2 * held > span)
            return first + hour;
    }
    return std::nullopt;
}

} // namespace hk::analysis
