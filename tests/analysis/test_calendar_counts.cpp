#include "support/catch.h"

#include "analysis/calendar_counts.h"
#include "table_builder.h"

#include <chrono>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

std::int32_t date(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    return static_cast<std::int32_t>(
        sys_days{std::chrono::year{year} / month / day}.time_since_epoch().count());
}

/// One incident a day, and one more on each of some dates.
IncidentTable daily(std::int32_t from, std::int32_t to, std::initializer_list<std::int32_t> more = {}) {
    IncidentTable table;
    Row row;
    for (row.localDate = from; row.localDate < to; ++row.localDate)
        add(table, row);
    for (row.localDate = 0; const std::int32_t extra : more) {
        row.localDate = extra;
        add(table, row);
    }
    return table;
}

std::vector<CalendarCount> months(const IncidentTable& table, std::int32_t known, std::int32_t from,
                                  std::int32_t to) {
    return monthCounts(table, allRows(table), known, from, to);
}

} // namespace

TEST_CASE("each month stands beside the same month a year before") {
    const IncidentTable table =
        daily(date(2024, 1, 1), date(2025, 4, 1), {date(2025, 2, 3), date(2024, 3, 31)});
    const auto series = months(table, date(2024, 1, 1), date(2025, 1, 1), date(2025, 4, 1));
    REQUIRE(series.size() == 3);
    CHECK(series[0].year == 2025);
    CHECK(series[0].month == 1);
    CHECK(series[0].count == 31);
    CHECK(series[0].yearBefore == 31U);
    CHECK(series[1].count == 29);       // 28 days and one more
    CHECK(series[1].yearBefore == 29U); // the leap day belongs to February
    CHECK(series[2].yearBefore == 32U);
    for (const CalendarCount& month : series)
        CHECK(month.whole);
}

TEST_CASE("a month whose year before is not known has none") {
    const IncidentTable table = daily(date(2024, 1, 15), date(2025, 3, 1));
    const auto series = months(table, date(2024, 1, 15), date(2024, 1, 15), date(2025, 3, 1));
    REQUIRE(series.size() == 14);
    for (std::size_t i = 0; i < 12; ++i)
        CHECK_FALSE(series[i].yearBefore.has_value());
    CHECK_FALSE(series[12].yearBefore.has_value()); // 1 to 14 January 2024 are not known
    CHECK(series[13].yearBefore == 29U);
    CHECK_FALSE(series[0].whole);
    CHECK(series[0].count == 17);
}

TEST_CASE("a month cut by the period is held against the same days") {
    const IncidentTable table = daily(date(2023, 1, 1), date(2025, 1, 1));
    const auto series = months(table, date(2023, 1, 1), date(2024, 2, 10), date(2024, 3, 16));
    REQUIRE(series.size() == 2);
    CHECK(series[0].count == 20);       // 10–29 February 2024
    CHECK(series[0].yearBefore == 19U); // 10–28 February 2023
    CHECK(series[1].count == 15);
    CHECK(series[1].yearBefore == 15U);
    CHECK_FALSE(series[1].whole);
    const auto cut = months(table, date(2023, 1, 1), date(2024, 2, 1), date(2024, 2, 29));
    CHECK(cut.at(0).count == 28);
    CHECK(cut.at(0).yearBefore == 28U);
}

TEST_CASE("months without incidents count zero") {
    const auto series = months(tableOf({}), date(2024, 11, 1), date(2024, 11, 1), date(2025, 2, 1));
    REQUIRE(series.size() == 3);
    CHECK(series[1].month == 12);
    CHECK(series[2].year == 2025);
    CHECK(series[2].count == 0);
    CHECK(months(tableOf({}), 0, 10, 10).empty());
}

TEST_CASE("years are counted like months") {
    const IncidentTable table = daily(date(2022, 1, 1), date(2024, 7, 1));
    const auto series =
        yearCounts(table, allRows(table), date(2022, 1, 1), date(2022, 1, 1), date(2024, 7, 1));
    REQUIRE(series.size() == 3);
    CHECK(series[0].count == 365);
    CHECK(series[0].month == 0);
    CHECK_FALSE(series[0].yearBefore.has_value());
    CHECK(series[1].yearBefore == 365U);
    CHECK(series[2].count == 182);
    CHECK(series[2].yearBefore == 181U);
    CHECK_FALSE(series[2].whole);
}

TEST_CASE("all months together hold every row of the period") {
    const IncidentTable table = randomTable(2000, 3);
    std::size_t sum = 0;
    for (const CalendarCount& month : months(table, 17500, 17500, 18230))
        sum += month.count;
    CHECK(sum == table.size());
}
