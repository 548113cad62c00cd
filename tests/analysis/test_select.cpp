#include "support/catch.h"

#include "analysis/select.h"
#include "table_builder.h"

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

using Rows = std::vector<std::uint32_t>;

constexpr std::int32_t hour = 60;
constexpr std::int32_t day = 24 * hour;
constexpr std::int32_t week = 7 * day;

std::bitset<168> hoursOf(int weekday, int from, int to) {
    std::bitset<168> hours;
    for (int h = from; h < to; ++h)
        hours.set(static_cast<std::size_t>((24 * weekday + h) % 168));
    return hours;
}

Row at(std::int32_t minuteOfWeek, std::int32_t span = 0) {
    Row row;
    row.minuteOfWeek = minuteOfWeek;
    row.spanMinutes = span;
    return row;
}

/// The rule in so many words: minute by minute.
bool moreThanHalf(std::int32_t start, std::int32_t span, const std::bitset<168>& hours) {
    if (span == 0)
        return hours[static_cast<std::size_t>(start / 60)];
    std::int32_t chosen = 0;
    for (std::int32_t m = start; m < start + span; ++m)
        chosen += hours[static_cast<std::size_t>(m % week / 60)] ? 1 : 0;
    return 2 * chosen > span;
}

Selection plain(const IncidentTable& table, const SelectFilter& filter) {
    const auto chosen = [](const std::vector<std::uint8_t>& list, std::size_t index) {
        return list.empty() || (index < list.size() && list[index] != 0);
    };
    Selection result;
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        if (table.localDate[i] < filter.fromDate || table.localDate[i] >= filter.toDate)
            continue;
        if (!chosen(filter.categories, table.category[i]) ||
            !chosen(filter.organisations, table.organisation[i]))
            continue;
        if ((filter.precisions >> table.precision[i] & 1) == 0 || table.severity[i] < filter.minimumSeverity ||
            (filter.severities >> table.severity[i] & 1) == 0)
            continue;
        if (filter.area.size() >= 3 && !contains(filter.area, {table.easting[i], table.northing[i]}))
            continue;
        if (filter.rowMask && (*filter.rowMask)[i] == 0)
            continue;
        if (filter.hours.any()) {
            if (table.localSpanMinutes[i] >= week) {
                ++result.leftOutLongSpans;
                continue;
            }
            if (!moreThanHalf(table.localMinuteOfWeek[i], table.localSpanMinutes[i], filter.hours))
                continue;
        }
        result.rows.push_back(i);
    }
    return result;
}

SelectFilter randomFilter(std::mt19937& random) {
    const auto coin = [&] { return random() % 2 == 0; };
    SelectFilter filter;
    if (coin()) {
        filter.fromDate = 17500 + static_cast<std::int32_t>(random() % 500);
        filter.toDate = filter.fromDate + static_cast<std::int32_t>(random() % 400);
    }
    if (coin())
        for (unsigned i = 0; i < 20; ++i)
            filter.categories.push_back(random() % 3 != 0 ? 1 : 0);
    if (coin())
        for (unsigned i = 0; i < 9; ++i)
            filter.organisations.push_back(random() % 4 != 0 ? 1 : 0);
    if (coin())
        for (std::size_t h = 0; h < 168; ++h)
            filter.hours[h] = (random() % 3) != 0;
    if (coin())
        filter.precisions = static_cast<std::uint8_t>(random() % 16);
    if (coin())
        filter.minimumSeverity = 2;
    if (coin())
        filter.severities = static_cast<std::uint8_t>(random() % 16);
    if (coin())
        filter.area = {
            {321200, 6393300}, {322800, 6393500}, {322000, 6394000}, {322500, 6394800}, {321100, 6394700}};
    return filter;
}

} // namespace

TEST_CASE("an empty filter chooses everything") {
    const IncidentTable table = randomTable(5000, 1);
    const Selection selection = select(table, {});
    CHECK(selection.rows == allRows(table));
    CHECK(selection.leftOutLongSpans == 0);
}

TEST_CASE("a table without rows gives a selection without rows") {
    CHECK(select({}, {}).rows.empty());
}

TEST_CASE("a period holds its first date and not the date after its last") {
    IncidentTable table;
    for (const std::int32_t date : {99, 100, 101, 109, 110}) {
        Row row;
        row.localDate = date;
        add(table, row);
    }
    SelectFilter filter;
    filter.fromDate = 100;
    filter.toDate = 110;
    CHECK(select(table, filter).rows == Rows{1, 2, 3});
    filter.toDate = filter.fromDate;
    CHECK(select(table, filter).rows.empty());
}

TEST_CASE("an exact time belongs to its own hour") {
    const IncidentTable table = tableOf({at(20 * hour - 1), at(20 * hour), at(21 * hour - 1), at(21 * hour)});
    SelectFilter filter;
    filter.hours = hoursOf(0, 20, 21);
    CHECK(select(table, filter).rows == Rows{1, 2});
}

TEST_CASE("a span belongs to the chosen hours when more than half of it lies in them") {
    // Monday 18–20: two hours of which 59, 60, 61 minutes lie before 19.
    const IncidentTable table = tableOf({at(18 * hour + 1, 120), at(18 * hour, 120), at(18 * hour - 1, 120)});
    SelectFilter filter;
    filter.hours = hoursOf(0, 17, 19);
    CHECK(select(table, filter).rows == Rows{2});
}

TEST_CASE("a span over the week's end counts its hours on Monday") {
    // From Sunday 23:00, three hours: two of them on Monday.
    const IncidentTable table = tableOf({at(6 * day + 23 * hour, 180)});
    SelectFilter filter;
    filter.hours = hoursOf(0, 0, 2);
    CHECK(select(table, filter).rows == Rows{0});
    filter.hours = hoursOf(6, 23, 24) | hoursOf(0, 0, 1);
    CHECK(select(table, filter).rows == Rows{0});
    filter.hours = hoursOf(6, 23, 24);
    CHECK(select(table, filter).rows.empty());
}

TEST_CASE("a span of a week or more belongs to no hours and is counted as left out") {
    const IncidentTable table = tableOf({at(0, week - 1), at(0, week), at(0, 3 * week)});
    SelectFilter filter;
    filter.hours.set();
    const Selection chosen = select(table, filter);
    CHECK(chosen.rows == Rows{0});
    CHECK(chosen.leftOutLongSpans == 2);
    filter.hours.reset();
    const Selection all = select(table, filter);
    CHECK(all.rows == Rows{0, 1, 2});
    CHECK(all.leftOutLongSpans == 0);
}

TEST_CASE("a long span that fails the filter otherwise is not counted as left out") {
    Row other = at(0, week);
    other.category = 1;
    const IncidentTable table = tableOf({at(0, week), other});
    SelectFilter filter;
    filter.hours.set();
    filter.categories = {1, 0};
    CHECK(select(table, filter).leftOutLongSpans == 1);
}

TEST_CASE("a category or organisation beyond the list is not chosen") {
    Row a;
    Row b;
    b.category = 7;
    Row c;
    c.organisation = 65535;
    const IncidentTable table = tableOf({a, b, c});
    SelectFilter filter;
    filter.categories = {1, 1};
    CHECK(select(table, filter).rows == Rows{0, 2});
    filter.organisations = {1};
    CHECK(select(table, filter).rows == Rows{0});
    filter.categories = {0};
    CHECK(select(table, filter).rows.empty());
}

TEST_CASE("precision and severity are chosen by bit and by lowest") {
    IncidentTable table;
    for (std::uint8_t i = 0; i < 4; ++i) {
        Row row;
        row.precision = i;
        row.severity = static_cast<std::uint8_t>(i == 0 ? 3 : i);
        add(table, row);
    }
    SelectFilter filter;
    filter.precisions = 0b0101;
    CHECK(select(table, filter).rows == Rows{0, 2});
    filter.precisions = 0x0f;
    filter.minimumSeverity = 3;
    CHECK(select(table, filter).rows == Rows{0, 3});
}

TEST_CASE("severities are chosen as a set") {
    IncidentTable table;
    for (const int severity : {1, 2, 3, 2}) {
        Row row;
        row.severity = static_cast<std::uint8_t>(severity);
        add(table, row);
    }
    SelectFilter filter;
    filter.severities = 1 << 1 | 1 << 3;
    CHECK(select(table, filter).rows == Rows{0, 2});
    filter.minimumSeverity = 2;
    CHECK(select(table, filter).rows == Rows{2});
}

TEST_CASE("an area chooses what lies in it, a line is no area") {
    Row inside;
    Row outside;
    outside.easting += 200.0;
    const IncidentTable table = tableOf({inside, outside});
    SelectFilter filter;
    filter.area = {{321900, 6394200}, {322100, 6394200}, {322100, 6394300}, {321900, 6394300}};
    CHECK(select(table, filter).rows == Rows{0});
    filter.area.resize(2);
    CHECK(select(table, filter).rows == Rows{0, 1});
}

TEST_CASE("a row mask narrows the selection, and rows beyond it are not chosen") {
    const IncidentTable table = tableOf({Row{}, Row{}, Row{}});
    const std::vector<std::uint8_t> mask{0, 1};
    SelectFilter filter;
    filter.rowMask = &mask;
    CHECK(select(table, filter).rows == Rows{1});
}

TEST_CASE("any filter chooses what the rules say row by row and minute by minute") {
    const IncidentTable table = randomTable(3000, 2);
    std::mt19937 random(3);
    std::vector<std::uint8_t> mask(table.size());
    for (auto& m : mask)
        m = random() % 4 != 0 ? 1 : 0;
    for (int turn = 0; turn < 60; ++turn) {
        SelectFilter filter = randomFilter(random);
        if (turn % 3 == 0)
            filter.rowMask = &mask;
        const Selection expected = plain(table, filter);
        const Selection selection = select(table, filter);
        CHECK(selection.rows == expected.rows);
        CHECK(selection.leftOutLongSpans == expected.leftOutLongSpans);
    }
}
