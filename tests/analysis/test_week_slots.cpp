#include "support/catch.h"

#include "analysis/select.h"
#include "analysis/week_slots.h"
#include "table_builder.h"

#include <algorithm>
#include <numeric>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

constexpr std::int32_t hour = 60;
constexpr std::int32_t day = 24 * hour;
constexpr std::int32_t week = 7 * day;

Row at(std::int32_t weekday, std::int32_t minuteOfDay, std::int32_t span = 0) {
    Row row;
    row.localDate = 4 + weekday;
    row.minuteOfWeek = weekday * day + minuteOfDay;
    row.spanMinutes = span;
    return row;
}

SlotProfile profileOf(const IncidentTable& table, const WeekSlots& slots, SpanRule rule) {
    return slotProfile(table, allRows(table), slots, rule);
}

double total(const SlotProfile& profile) {
    return std::accumulate(profile.weights.begin(), profile.weights.end(), 0.0);
}

} // namespace

TEST_CASE("the patrol bands begin at 06 and part the day") {
    const WeekSlots bands = bandSlots();
    for (std::size_t band = 0; band < 6; ++band)
        CHECK(bands.hoursIn(band) == 28);
    CHECK(bands.slotOf[6] == 0);
    CHECK(bands.slotOf[21] == 3);
    CHECK(bands.slotOf[22] == 4);
    CHECK(bands.slotOf[24 + 1] == 4);
    CHECK(bands.slotOf[2] == 5);
    CHECK(bands.slotOf[5] == 5);
}

TEST_CASE("the hours after midnight belong to the band of the evening before") {
    const WeekSlots bands = bandByWeekdaySlots();
    for (std::size_t slot = 0; slot < 42; ++slot)
        CHECK(bands.hoursIn(slot) == 4);
    CHECK(bands.slotOf[5 * 24 + 1] == 6 * 4 + 4); // Saturday 01: Friday's 22–02
    CHECK(bands.slotOf[0] == 6 * 6 + 4);          // Monday 00: Sunday's
    CHECK(bands.slotOf[5 * 24 + 2] == 6 * 5 + 5); // Saturday 02: its own
}

TEST_CASE("a plain count gives a span to the hour that holds more than half of it") {
    const SlotProfile profile =
        profileOf(tableOf({at(2, 10 * hour + 20, 60), at(2, 10 * hour + 30, 60), at(2, 10 * hour + 29, 61)}),
                  hourSlots(), SpanRule::MoreThanHalf);
    CHECK(profile.weights[2 * 24 + 10] == 2.0); // 40 of 60 minutes, and 31 of 61
    CHECK(profile.weights[2 * 24 + 11] == 0.0); // 30 of 60 is only half
    CHECK(profile.counted == 2);
    CHECK(profile.undecided == 1);
}

TEST_CASE("a span that no hour holds may still belong to a band or a weekday") {
    const IncidentTable table = tableOf({at(4, 22 * hour, 4 * hour), at(4, 20 * hour, 10 * hour)});
    CHECK(profileOf(table, hourSlots(), SpanRule::MoreThanHalf).undecided == 2);
    const SlotProfile bands = profileOf(table, bandSlots(), SpanRule::MoreThanHalf);
    CHECK(bands.weights[4] == 1.0);
    CHECK(bands.undecided == 1); // 2, 4 and 4 hours
    const SlotProfile days = profileOf(table, weekdaySlots(), SpanRule::MoreThanHalf);
    CHECK(days.weights[5] == 1.0); // 6 of 10 hours on Saturday
    CHECK(days.undecided == 1);    // two hours each side of midnight
    CHECK(profileOf(table, bandByWeekdaySlots(), SpanRule::MoreThanHalf).weights[6 * 4 + 4] == 1.0);
}

TEST_CASE("the plain count of a slot is what select() finds with its hours chosen") {
    const IncidentTable table = randomTable(3000, 11);
    for (const WeekSlots& slots :
         {hourSlots(), dayHourSlots(), weekdaySlots(), bandSlots(), bandByWeekdaySlots()}) {
        const SlotProfile profile = profileOf(table, slots, SpanRule::MoreThanHalf);
        for (std::size_t slot = 0; slot < slots.count; ++slot) {
            SelectFilter filter;
            for (std::size_t h = 0; h < 168; ++h)
                filter.hours[h] = slots.slotOf[h] == slot;
            const Selection selection = select(table, filter);
            CHECK(profile.weights[slot] == static_cast<double>(selection.rows.size()));
            CHECK(profile.leftOut == selection.leftOutLongSpans);
        }
        CHECK(total(profile) == static_cast<double>(profile.counted));
        CHECK(profile.counted + profile.undecided + profile.leftOut == table.size());
    }
}

TEST_CASE("aoristic weights by hour are the week's profile, and gathered they are those of bands and days") {
    const IncidentTable table = randomTable(2000, 12);
    const WeekProfile week = weekProfile(table, allRows(table));
    for (const WeekSlots& slots :
         {hourSlots(), dayHourSlots(), weekdaySlots(), bandSlots(), bandByWeekdaySlots()}) {
        const SlotProfile profile = profileOf(table, slots, SpanRule::Aoristic);
        std::vector<double> expected(slots.count, 0.0);
        for (std::size_t h = 0; h < 168; ++h)
            expected[slots.slotOf[h]] += week.weights[h];
        for (std::size_t slot = 0; slot < slots.count; ++slot)
            CHECK_THAT(profile.weights[slot], WithinAbs(expected[slot], 1e-9));
        CHECK(profile.counted == week.counted);
        CHECK(profile.leftOut == week.leftOut);
        CHECK(profile.overADay == week.overADay);
        CHECK(profile.undecided == 0);
        CHECK_THAT(total(profile), WithinAbs(static_cast<double>(week.counted), 1e-7));
    }
}

TEST_CASE("a burglary some time between 18 and 22 has a quarter in each of the four hours") {
    // The definition of the aoristic value [Ratcliffe 2002]: one over the number of equal search blocks.
    const SlotProfile profile =
        profileOf(tableOf({at(3, 18 * hour, 4 * hour)}), hourSlots(), SpanRule::Aoristic);
    for (std::size_t h = 18; h < 22; ++h)
        CHECK_THAT(profile.weights[3 * 24 + h], WithinAbs(0.25, 1e-12));
}

TEST_CASE("the order of the rows changes no count") {
    const IncidentTable table = randomTable(500, 13);
    std::vector<std::uint32_t> rows = allRows(table);
    const SlotProfile forth = slotProfile(table, rows, bandSlots(), SpanRule::Aoristic);
    std::reverse(rows.begin(), rows.end());
    const SlotProfile back = slotProfile(table, rows, bandSlots(), SpanRule::Aoristic);
    for (std::size_t band = 0; band < 6; ++band)
        CHECK_THAT(forth.weights[band], WithinAbs(back.weights[band], 1e-9));
}

TEST_CASE("a count moved by a day stands a day later") {
    IncidentTable table = randomTable(500, 14);
    const SlotProfile before = profileOf(table, hourSlots(), SpanRule::MoreThanHalf);
    for (std::int32_t& minute : table.localMinuteOfWeek)
        minute = (minute + day) % week;
    const SlotProfile after = profileOf(table, hourSlots(), SpanRule::MoreThanHalf);
    for (std::size_t h = 0; h < 168; ++h)
        CHECK(after.weights[(h + 24) % 168] == before.weights[h]);
}

TEST_CASE("hours in no slot are counted as undecided") {
    WeekSlots evening;
    evening.slotOf.fill(noSlot);
    evening.slotOf[4 * 24 + 20] = 0;
    evening.count = 1;
    const SlotProfile profile = profileOf(tableOf({at(4, 20 * hour), at(4, 21 * hour), at(4, 20 * hour, 50)}),
                                          evening, SpanRule::MoreThanHalf);
    CHECK(profile.weights == std::vector<double>{2.0});
    CHECK(profile.counted == 2);
    CHECK(profile.undecided == 1);
}

TEST_CASE("the hour of an incident is the one that holds more than half of it, also past midnight") {
    const IncidentTable table =
        tableOf({at(6, 23 * hour + 50), at(6, 23 * hour + 50, 60), at(6, 23 * hour, 60),
                 at(6, 23 * hour, 120), at(6, 23 * hour + 59, 100)});
    const std::int64_t sunday23 = (4 + 6) * 24 + 23;
    CHECK(hourOf(table, 0) == sunday23);
    CHECK(hourOf(table, 1) == sunday23 + 1);
    CHECK(hourOf(table, 2) == sunday23);
    CHECK_FALSE(hourOf(table, 3).has_value());
    CHECK(hourOf(table, 4) == sunday23 + 1); // 1, 60 and 39 minutes
}

TEST_CASE("the hour of an incident is its slot among the hours of the week") {
    const IncidentTable table = randomTable(3000, 15);
    std::vector<double> counts(168, 0.0);
    for (std::uint32_t row = 0; row < table.size(); ++row)
        if (const auto found = hourOf(table, row))
            ++counts[static_cast<std::size_t>((*found + 72) % 168)];
    CHECK(counts == profileOf(table, hourSlots(), SpanRule::MoreThanHalf).weights);
}
