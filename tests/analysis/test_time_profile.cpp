#include "support/catch.h"

#include "analysis/time_profile.h"
#include "table_builder.h"

#include <chrono>
#include <cmath>
#include <numeric>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

constexpr std::int32_t hour = 60;
constexpr std::int32_t day = 24 * hour;
constexpr std::int32_t week = 7 * day;

Row at(std::int32_t weekday, std::int32_t minuteOfDay, std::int32_t span = 0) {
    Row row;
    row.minuteOfWeek = weekday * day + minuteOfDay;
    row.spanMinutes = span;
    return row;
}

Row on(int year, unsigned month, unsigned dayOfMonth) {
    using namespace std::chrono;
    Row row;
    row.localDate = static_cast<std::int32_t>(
        sys_days{std::chrono::year{year} / month / dayOfMonth}.time_since_epoch().count());
    return row;
}

WeekProfile profileOf(const IncidentTable& table) {
    return weekProfile(table, allRows(table));
}

double total(const WeekProfile& profile) {
    return std::accumulate(profile.weights.begin(), profile.weights.end(), 0.0);
}

WeekProfile profileWith(std::initializer_list<std::pair<int, double>> weights) {
    WeekProfile profile;
    for (const auto& [index, weight] : weights) {
        profile.weights[static_cast<std::size_t>(index)] += weight;
        profile.counted += static_cast<std::size_t>(weight);
    }
    return profile;
}

TimeSeries seriesOf(std::initializer_list<Row> rows, SeriesStep step) {
    const IncidentTable table = tableOf(rows);
    return timeSeries(table, allRows(table), step);
}

} // namespace

TEST_CASE("an exact time counts one in its hour") {
    const WeekProfile profile = profileOf(tableOf({at(4, 21 * hour + 59), at(4, 22 * hour)}));
    CHECK(profile.weights[4 * 24 + 21] == 1.0);
    CHECK(profile.weights[4 * 24 + 22] == 1.0);
    CHECK(profile.counted == 2);
    CHECK(total(profile) == 2.0);
}

TEST_CASE("a span shares its weight over the hours it covers") {
    const WeekProfile profile = profileOf(tableOf({at(2, 10 * hour + 45, 60)}));
    CHECK_THAT(profile.weights[2 * 24 + 10], WithinAbs(0.25, 1e-12));
    CHECK_THAT(profile.weights[2 * 24 + 11], WithinAbs(0.75, 1e-12));
    CHECK_THAT(total(profile), WithinAbs(1.0, 1e-12));
}

TEST_CASE("a span over midnight goes on in the next weekday, and from Sunday in Monday") {
    const WeekProfile profile = profileOf(tableOf({at(4, 23 * hour, 120), at(6, 23 * hour, 240)}));
    CHECK_THAT(profile.weights[4 * 24 + 23], WithinAbs(0.5, 1e-12));
    CHECK_THAT(profile.weights[5 * 24 + 0], WithinAbs(0.5, 1e-12));
    CHECK_THAT(profile.weights[6 * 24 + 23], WithinAbs(0.25, 1e-12));
    CHECK_THAT(profile.weights[0], WithinAbs(0.25, 1e-12));
    CHECK_THAT(profile.weights[2], WithinAbs(0.25, 1e-12));
}

TEST_CASE("between Friday 18:00 and Monday 07:00 each hour has one sixty-first, and the span is flagged") {
    const WeekProfile profile = profileOf(tableOf({at(4, 18 * hour, 61 * hour)}));
    for (int h = 0; h < 168; ++h) {
        const bool covered = h >= 4 * 24 + 18 || h < 7;
        CHECK_THAT(profile.weights[static_cast<std::size_t>(h)],
                   WithinAbs(covered ? 1.0 / 61.0 : 0.0, 1e-12));
    }
    CHECK(profile.overADay == 1);
    CHECK(profile.counted == 1);
}

TEST_CASE("a span of exactly a day is not flagged, one of a week is left out") {
    const WeekProfile profile =
        profileOf(tableOf({at(0, 0, day), at(0, 0, day + 1), at(0, 0, week - 1), at(0, 0, week)}));
    CHECK(profile.counted == 3);
    CHECK(profile.overADay == 2);
    CHECK(profile.leftOut == 1);
    CHECK_THAT(total(profile), WithinAbs(3.0, 1e-9));
}

TEST_CASE("a profile equals the sum minute by minute") {
    const IncidentTable table = randomTable(400, 4);
    std::array<double, 168> expected{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::int32_t span = table.localSpanMinutes[i];
        if (span >= week)
            continue;
        for (std::int32_t m = 0; m < std::max(span, 1); ++m)
            expected[static_cast<std::size_t>((table.localMinuteOfWeek[i] + m) % week / 60)] +=
                1.0 / std::max(span, 1);
    }
    const WeekProfile profile = profileOf(table);
    for (std::size_t h = 0; h < 168; ++h)
        CHECK_THAT(profile.weights[h], WithinAbs(expected[h], 1e-9));
}

TEST_CASE("evenings that pass midnight are named by the weekdays of the evening") {
    // Friday and Saturday evenings, 22 to 02.
    WeekProfile profile;
    for (const int first : {4 * 24 + 22, 5 * 24 + 22})
        for (int h = 0; h < 4; ++h)
            profile.weights[static_cast<std::size_t>((first + h) % 168)] = 5.0;
    profile.weights[30] = 2.0;
    profile.counted = 42;
    const PeakTime peak = peakTime(profile);
    REQUIRE(peak.any);
    CHECK(peak.firstWeekday == 4);
    CHECK(peak.lastWeekday == 5);
    CHECK(peak.fromHour == 22);
    CHECK(peak.toHour == 2);
    CHECK_THAT(peak.share, WithinAbs(40.0 / 42.0, 1e-12));
}

TEST_CASE("a peak may run from Sunday into Monday") {
    WeekProfile profile;
    for (const int weekday : {6, 0})
        for (int h = 12; h < 16; ++h)
            profile.weights[static_cast<std::size_t>(24 * weekday + h)] = 3.0;
    profile.counted = 24;
    const PeakTime peak = peakTime(profile);
    REQUIRE(peak.any);
    CHECK(peak.firstWeekday == 6);
    CHECK(peak.lastWeekday == 0);
    CHECK(peak.fromHour == 12);
    CHECK(peak.toHour == 16);
}

TEST_CASE("the same hours every day are all seven weekdays") {
    WeekProfile profile;
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
        for (std::size_t h = 20; h < 24; ++h)
            profile.weights[24 * weekday + h] = 2.0;
    profile.counted = 56;
    const PeakTime peak = peakTime(profile);
    REQUIRE(peak.any);
    CHECK(peak.firstWeekday == 0);
    CHECK(peak.lastWeekday == 6);
    CHECK(peak.fromHour == 20);
    CHECK(peak.toHour == 24);
    CHECK(peak.share == 1.0);
}

TEST_CASE("of equal bands the one around the incidents is taken") {
    const PeakTime peak = peakTime(profileWith({{2 * 24 + 9, 5.0}, {2 * 24 + 10, 5.0}}));
    REQUIRE(peak.any);
    CHECK(peak.firstWeekday == 2);
    CHECK(peak.lastWeekday == 2);
    CHECK(peak.fromHour == 8);
    CHECK(peak.toHour == 12);
}

TEST_CASE("four incidents are too few to name a peak, five are enough") {
    CHECK_FALSE(peakTime(profileWith({{50, 4.0}})).any);
    CHECK(peakTime(profileWith({{50, 5.0}})).any);
    CHECK_FALSE(peakTime(WeekProfile{}).any);
}

TEST_CASE("an even week has no peak") {
    WeekProfile profile;
    profile.weights.fill(1.0 / 3.0);
    profile.counted = 56;
    CHECK_FALSE(peakTime(profile).any);
}

TEST_CASE("a series by day runs from the first to the last day with zeros between") {
    const TimeSeries series = seriesOf({on(2024, 2, 28), on(2024, 3, 1), on(2024, 2, 28)}, SeriesStep::Day);
    CHECK(series.step == SeriesStep::Day);
    CHECK(series.startDate.size() == 3);
    CHECK(series.count == std::vector<std::uint32_t>{2, 0, 1});
    CHECK(series.startDate.front() == on(2024, 2, 28).localDate);
}

TEST_CASE("weeks begin on Monday") {
    // 2024-12-29 is a Sunday, 2024-12-30 a Monday.
    const TimeSeries series =
        seriesOf({on(2024, 12, 29), on(2024, 12, 30), on(2025, 1, 5)}, SeriesStep::Week);
    CHECK(series.startDate ==
          std::vector<std::int32_t>{on(2024, 12, 23).localDate, on(2024, 12, 30).localDate});
    CHECK(series.count == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("weeks before 1970 begin on Monday, too") {
    const TimeSeries series = seriesOf({on(1969, 12, 28), on(1969, 12, 29)}, SeriesStep::Week);
    CHECK(series.startDate ==
          std::vector<std::int32_t>{on(1969, 12, 22).localDate, on(1969, 12, 29).localDate});
}

TEST_CASE("months begin on their first and cross the year") {
    const TimeSeries series =
        seriesOf({on(2024, 11, 30), on(2025, 2, 1), on(2024, 12, 1)}, SeriesStep::Month);
    CHECK(series.startDate == std::vector<std::int32_t>{on(2024, 11, 1).localDate, on(2024, 12, 1).localDate,
                                                        on(2025, 1, 1).localDate, on(2025, 2, 1).localDate});
    CHECK(series.count == std::vector<std::uint32_t>{1, 1, 0, 1});
}

TEST_CASE("a series of no rows has no steps") {
    CHECK(timeSeries({}, {}, SeriesStep::Month).startDate.empty());
}
