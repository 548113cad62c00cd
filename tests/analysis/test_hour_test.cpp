#include "support/catch.h"

#include "analysis/hour_shuffle.h"
#include "analysis/hour_test.h"
#include "table_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

constexpr std::int32_t firstMonday = 17532; // 2018-01-01

void addAt(IncidentTable& table, std::int64_t hourSinceMonday) {
    Row row;
    row.localDate = firstMonday + static_cast<std::int32_t>(hourSinceMonday / 24);
    row.minuteOfWeek = static_cast<std::int32_t>(hourSinceMonday % 168 * 60);
    add(table, row);
}

/// Incidents at any hour of some weeks.
IncidentTable evenWeeks(int incidents, int weeks, unsigned seed) {
    std::mt19937 random(seed);
    IncidentTable table;
    for (int i = 0; i < incidents; ++i)
        addAt(table, random() % (168U * static_cast<unsigned>(weeks)));
    return table;
}

/// Nights of trouble: each brings ten incidents within three hours.
IncidentTable clustered(int clusters, int weeks, unsigned seed) {
    std::mt19937 random(seed);
    IncidentTable table;
    for (int i = 0; i < clusters; ++i) {
        const std::int64_t start = random() % (168U * static_cast<unsigned>(weeks));
        for (int k = 0; k < 10; ++k)
            addAt(table, start + random() % 3);
    }
    return table;
}

/// Weekdays of their own weights and hours of their own weights, each without the other.
IncidentTable independent(int incidents, unsigned seed) {
    std::mt19937 random(seed);
    std::discrete_distribution<int> weekday{1, 1, 1, 2, 5, 6, 2};
    std::discrete_distribution<int> hour{5, 3, 2, 1, 1, 1, 1, 2,  3,  3,  3,  4,
                                         5, 5, 5, 6, 7, 8, 9, 10, 12, 14, 12, 8};
    IncidentTable table;
    for (int i = 0; i < incidents; ++i) {
        const std::int64_t fromSix = (hour(random) + 18) % 24 + 6; // the night belongs to the day before
        addAt(table, (random() % 52) * 168 + 24 * weekday(random) + fromSix);
    }
    return table;
}

HourTestOptions options(HourNull null, HourUnit unit, int runs = 199, std::uint64_t seed = 1) {
    HourTestOptions result;
    result.null = null;
    result.unit = unit;
    result.runs = runs;
    result.seed = seed;
    return result;
}

HourTest tested(const IncidentTable& table, const HourTestOptions& choice,
                const WeekSlots& slots = bandByWeekdaySlots()) {
    const auto result = hourTest(table, allRows(table), slots, choice);
    REQUIRE(result.has_value());
    return *result;
}

double smallestFamilyP(const HourTest& test) {
    double smallest = 1.0;
    for (const HourTestSlot& slot : test.slots)
        smallest = std::min(smallest, slot.familyP);
    return smallest;
}

/// Share of data sets made by `make(seed)` in which any slot is called different at 0.05.
template <class Make>
double alarms(int sets, const HourTestOptions& choice, Make make) {
    int count = 0;
    for (int set = 0; set < sets; ++set)
        count += smallestFamilyP(tested(make(static_cast<unsigned>(1000 + set)), choice)) <= 0.05 ? 1 : 0;
    return static_cast<double>(count) / sets;
}

double above(double share, int sets) {
    return share + 3.0 * std::sqrt(share * (1.0 - share) / sets);
}

constexpr std::size_t fridayNight = 6 * 4 + 4;

} // namespace

TEST_CASE("a busy Friday night is found against an even week") {
    IncidentTable table = evenWeeks(400, 52, 1);
    for (int week = 0; week < 25; ++week)
        addAt(table, week * 168 + 4 * 24 + 22 + week % 4);
    for (const HourUnit unit : {HourUnit::Day, HourUnit::Incident}) {
        const HourTest test = tested(table, options(HourNull::EvenWeek, unit));
        const HourTestSlot& slot = test.slots[fridayNight];
        CHECK(slot.familyP <= 0.01);
        CHECK(slot.z > 4.0);
        CHECK(slot.observed >= 25.0);
        CHECK_THAT(slot.expected, WithinAbs(425.0 * 4 / 168, 1e-9));
        CHECK_THAT(slot.ratio, WithinAbs(slot.observed / slot.expected, 1e-12));
        CHECK(test.incidents == 425);
    }
}

TEST_CASE("a rhythm that each day has is found, though days are moved as one") {
    std::mt19937 random(20);
    std::discrete_distribution<int> hour{1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2,
                                         3, 3, 3, 3, 3, 3, 4, 6, 8, 8, 4, 2};
    IncidentTable table;
    for (int day = 0; day < 200; ++day)
        for (int i = 0; i < 30; ++i)
            addAt(table, 24 * day + hour(random));
    const HourTest test = tested(table, options(HourNull::EvenWeek, HourUnit::Day));
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        CHECK(test.slots[6 * weekday + 3].familyP <= 0.01); // 18–22
        CHECK(test.slots[6 * weekday + 5].familyP <= 0.05); // 02–06
        CHECK(test.slots[6 * weekday + 5].z < 0.0);
    }
}

TEST_CASE("a calendar keeps its days: weekdays have as many as before, and each day all its incidents") {
    const IncidentTable table = clustered(30, 10, 21);
    const detail::HourDays days(table, allRows(table));
    CHECK(days.days() > days.daysWithIncidents());
    for (const HourNull null : {HourNull::EvenWeek, HourNull::WeekdayAndHour}) {
        const detail::HourShuffler shuffler(days, null, HourUnit::Day);
        detail::HourShuffler::Scratch scratch = shuffler.scratch();
        detail::RandomStream stream(3, 3);
        const detail::HourCounts counts = shuffler.draw(stream, scratch);
        CHECK(counts != days.counts());
        CHECK(std::accumulate(counts.begin(), counts.end(), 0U) == 300);
        std::vector<std::uint8_t> before = days.weekdays();
        std::vector<std::uint8_t> after = scratch.weekdays;
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        CHECK(before == after);
    }
}

TEST_CASE("one wrong date far off does not make thousands of days") {
    IncidentTable table = evenWeeks(50, 4, 22);
    addAt(table, 168 * 52 * 200);
    CHECK(detail::HourDays(table, allRows(table)).days() < 35);
}

TEST_CASE("shuffled incident by incident, a residual is in its own spreads") {
    // Its mean and spread over the shuffles are then those of the formula, 0 and 1.
    const IncidentTable table = independent(800, 23);
    const detail::HourDays days(table, allRows(table));
    HourTestOptions choice = options(HourNull::WeekdayAndHour, HourUnit::Incident, 999);
    const HourTest test = tested(table, choice);
    double row = 0.0;
    double column = 0.0;
    for (std::size_t i = 0; i < 168; ++i) {
        row += i / 24 == 4 ? days.counts()[i] : 0;
        column += i % 24 >= 16 && i % 24 < 20 ? days.counts()[i] : 0;
    }
    const HourTestSlot& slot = test.slots[fridayNight];
    const double spread = std::sqrt(row * column * (800 - row) * (800 - column) / (800.0 * 800.0 * 799.0));
    CHECK_THAT(slot.z, WithinAbs((slot.observed - slot.expected) / spread, 0.12));
}

TEST_CASE("a weekday with hours of its own is found, a merely busier one is not") {
    IncidentTable table = independent(1500, 2);
    for (const HourUnit unit : {HourUnit::Day, HourUnit::Incident})
        CHECK(smallestFamilyP(tested(table, options(HourNull::WeekdayAndHour, unit))) > 0.05);
    for (int week = 0; week < 40; ++week)
        addAt(table, week * 168 + 1 * 24 + 7); // Tuesdays at seven in the morning
    for (const HourUnit unit : {HourUnit::Day, HourUnit::Incident})
        CHECK(tested(table, options(HourNull::WeekdayAndHour, unit)).slots[6 * 1 + 0].familyP <= 0.01);
}

TEST_CASE("hours in which fewer than five are expected are not tested for hours of their own") {
    const HourTest test = tested(independent(300, 4), options(HourNull::WeekdayAndHour, HourUnit::Day));
    std::size_t looked = 0;
    for (const HourTestSlot& slot : test.slots) {
        CHECK(slot.tested == (slot.expected >= 5.0));
        looked += slot.tested ? 1 : 0;
        if (!slot.tested)
            CHECK(slot.familyP == 1.0);
    }
    CHECK(looked > 3);
    CHECK(looked < 42);
}

TEST_CASE("the null of weekday and hour expects row total times column total over all") {
    const IncidentTable table = independent(700, 3);
    const HourTest test = tested(table, options(HourNull::WeekdayAndHour, HourUnit::Incident, 19));
    const detail::HourDays days(table, allRows(table));
    double row = 0.0;
    double column = 0.0;
    for (std::size_t i = 0; i < 168; ++i) {
        row += i / 24 == 4 ? days.counts()[i] : 0;
        column += i % 24 >= 16 && i % 24 < 20 ? days.counts()[i] : 0; // 22–02, from 06
    }
    CHECK_THAT(test.slots[fridayNight].expected, WithinAbs(row * column / 700.0, 1e-9));
}

TEST_CASE("of even weeks no more than one in twenty raises an alarm") {
    constexpr int sets = 200;
    for (const HourUnit unit : {HourUnit::Day, HourUnit::Incident})
        CHECK(alarms(sets, options(HourNull::EvenWeek, unit, 99),
                     [](unsigned seed) { return evenWeeks(150, 40, seed); }) <= above(0.05, sets));
}

TEST_CASE("of weeks with independent weekdays and hours no more than one in twenty raises an alarm") {
    constexpr int sets = 150;
    for (const HourUnit unit : {HourUnit::Day, HourUnit::Incident})
        CHECK(alarms(sets, options(HourNull::WeekdayAndHour, unit, 99),
                     [](unsigned seed) { return independent(500, seed); }) <= above(0.05, sets));
}

TEST_CASE("nights of trouble at random hours are no pattern when days are moved as one, but would be "
          "incident by incident") {
    constexpr int sets = 100;
    const auto make = [](unsigned seed) { return clustered(40, 40, seed); };
    CHECK(alarms(sets, options(HourNull::EvenWeek, HourUnit::Day, 99), make) <= above(0.05, sets));
    CHECK(alarms(sets, options(HourNull::EvenWeek, HourUnit::Incident, 99), make) > 0.9);
}

TEST_CASE("the p of one slot is right on average: under the null a tenth lies at or below a tenth") {
    WeekSlots evening;
    evening.slotOf.fill(noSlot);
    for (std::size_t hour = 17; hour < 24; ++hour)
        evening.slotOf[4 * 24 + hour] = 0;
    evening.count = 1;
    int low = 0;
    constexpr int sets = 400;
    for (unsigned set = 0; set < sets; ++set)
        low += tested(evenWeeks(300, 30, set), options(HourNull::EvenWeek, HourUnit::Incident, 99), evening)
                           .slots[0]
                           .p <= 0.1
                   ? 1
                   : 0;
    CHECK(std::abs(low / double{sets} - 0.1) < 3.0 * std::sqrt(0.1 * 0.9 / sets));
}

TEST_CASE("shuffles drawn as totals are those of shuffling incident by incident") {
    // The plain method: shuffle the weekdays among the incidents, or give each an hour of its own.
    const IncidentTable table = independent(120, 5);
    const detail::HourDays days(table, allRows(table));
    std::vector<std::size_t> weekdays;
    std::vector<std::size_t> hours;
    for (std::size_t i = 0; i < 168; ++i)
        for (std::uint32_t k = 0; k < days.counts()[i]; ++k) {
            weekdays.push_back(i / 24);
            hours.push_back(i % 24);
        }
    constexpr int runs = 20000;
    std::mt19937 random(9);
    for (const HourNull null : {HourNull::EvenWeek, HourNull::WeekdayAndHour}) {
        const detail::HourShuffler shuffler(days, null, HourUnit::Incident);
        detail::HourShuffler::Scratch scratch = shuffler.scratch();
        // Friday 19–21 and Monday 03: how often each count comes, and how two counts move together.
        const std::array<std::size_t, 2> looked{4 * 24 + 14, 0 * 24 + 21};
        std::array<std::array<double, 8>, 2> drawn{};
        std::array<std::array<double, 8>, 2> plain{};
        double drawnProduct = 0.0;
        double plainProduct = 0.0;
        for (int run = 0; run < runs; ++run) {
            detail::RandomStream stream(7, static_cast<std::uint64_t>(run));
            const detail::HourCounts& counts = shuffler.draw(stream, scratch);
            REQUIRE(std::accumulate(counts.begin(), counts.end(), 0U) == 120);
            detail::HourCounts naive{};
            if (null == HourNull::WeekdayAndHour)
                std::shuffle(weekdays.begin(), weekdays.end(), random);
            for (std::size_t i = 0; i < hours.size(); ++i)
                ++naive[null == HourNull::EvenWeek ? random() % 168 : 24 * weekdays[i] + hours[i]];
            for (std::size_t i = 0; i < 2; ++i) {
                ++drawn[i][std::min<std::size_t>(counts[looked[i]], 7)];
                ++plain[i][std::min<std::size_t>(naive[looked[i]], 7)];
            }
            drawnProduct += double(counts[looked[0]]) * counts[looked[0] + 1];
            plainProduct += double(naive[looked[0]]) * naive[looked[0] + 1];
        }
        for (std::size_t i = 0; i < 2; ++i)
            for (std::size_t k = 0; k < 8; ++k)
                CHECK(std::abs(drawn[i][k] - plain[i][k]) <=
                      4.0 * std::sqrt(drawn[i][k] + plain[i][k] + 1.0));
        CHECK(std::abs(drawnProduct - plainProduct) / runs < 0.15);
    }
}

TEST_CASE("shuffles keep both totals where they are said to") {
    const IncidentTable table = independent(5000, 6);
    const detail::HourDays days(table, allRows(table));
    const detail::HourShuffler shuffler(days, HourNull::WeekdayAndHour, HourUnit::Incident);
    detail::HourShuffler::Scratch scratch = shuffler.scratch();
    detail::RandomStream stream(1, 1);
    const detail::HourCounts& counts = shuffler.draw(stream, scratch);
    CHECK(counts != days.counts());
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        std::uint32_t drawn = 0;
        std::uint32_t given = 0;
        for (std::size_t hour = 0; hour < 24; ++hour) {
            drawn += counts[24 * weekday + hour];
            given += days.counts()[24 * weekday + hour];
        }
        CHECK(drawn == given);
    }
    for (std::size_t hour = 0; hour < 24; ++hour) {
        std::uint32_t drawn = 0;
        std::uint32_t given = 0;
        for (std::size_t weekday = 0; weekday < 7; ++weekday) {
            drawn += counts[24 * weekday + hour];
            given += days.counts()[24 * weekday + hour];
        }
        CHECK(drawn == given);
    }
}

TEST_CASE("p values are those of a plain count over the same shuffles") {
    const IncidentTable table = clustered(30, 20, 8);
    const WeekSlots slots = bandSlots();
    const HourTestOptions choice = options(HourNull::EvenWeek, HourUnit::Day, 99, 4);
    const HourTest test = tested(table, choice, slots);
    const detail::HourDays days(table, allRows(table));
    const detail::HourShuffler shuffler(days, choice.null, choice.unit);
    detail::HourShuffler::Scratch scratch = shuffler.scratch();
    std::vector<std::vector<double>> sets; // the observed first
    const auto keep = [&](const detail::HourCounts& counts) {
        std::vector<double> bySlot(6, 0.0);
        for (std::size_t i = 0; i < 168; ++i)
            bySlot[slots.slotOf[(i + 6) % 168]] += counts[i];
        sets.push_back(bySlot);
    };
    keep(days.counts());
    for (std::uint64_t run = 1; run <= 99; ++run) {
        detail::RandomStream stream(4, run);
        keep(shuffler.draw(stream, scratch));
    }
    std::vector<std::vector<double>> z(100, std::vector<double>(6));
    for (std::size_t slot = 0; slot < 6; ++slot) {
        double mean = 0.0;
        double square = 0.0;
        for (const auto& set : sets)
            mean += set[slot] / 100.0;
        for (const auto& set : sets)
            square += (set[slot] - mean) * (set[slot] - mean) / 100.0;
        for (std::size_t i = 0; i < 100; ++i)
            z[i][slot] = std::abs(sets[i][slot] - mean) / std::sqrt(square);
    }
    for (std::size_t slot = 0; slot < 6; ++slot) {
        int own = 0;
        int family = 0;
        for (std::size_t i = 1; i < 100; ++i) {
            own += z[i][slot] >= z[0][slot] - 1e-9 ? 1 : 0;
            family += *std::max_element(z[i].begin(), z[i].end()) >= z[0][slot] - 1e-9 ? 1 : 0;
        }
        CHECK_THAT(test.slots[slot].p, WithinAbs((1.0 + own) / 100.0, 1e-12));
        CHECK_THAT(test.slots[slot].familyP, WithinAbs((1.0 + family) / 100.0, 1e-12));
        CHECK_THAT(std::abs(test.slots[slot].z), WithinAbs(z[0][slot], 1e-9));
    }
}

TEST_CASE("the seed decides the numbers, the threads and the order of the rows do not") {
    const IncidentTable table = independent(400, 10);
    HourTestOptions choice = options(HourNull::WeekdayAndHour, HourUnit::Day, 199, 42);
    choice.threads = 1;
    const HourTest one = tested(table, choice);
    choice.threads = 4;
    std::vector<std::uint32_t> rows = allRows(table);
    std::reverse(rows.begin(), rows.end());
    const HourTest four = *hourTest(table, rows, bandByWeekdaySlots(), choice);
    choice.seed = 43;
    const HourTest other = tested(table, choice);
    bool differs = false;
    for (std::size_t slot = 0; slot < 42; ++slot) {
        CHECK(one.slots[slot].p == four.slots[slot].p);
        CHECK(one.slots[slot].z == four.slots[slot].z);
        differs = differs || one.slots[slot].z != other.slots[slot].z;
    }
    CHECK(differs);
}

TEST_CASE("spans without an hour of their own are left out of the test and counted") {
    IncidentTable table = evenWeeks(20, 4, 1);
    Row row;
    row.spanMinutes = 300;
    add(table, row);
    row.spanMinutes = 20000;
    add(table, row);
    const HourTest test = tested(table, options(HourNull::EvenWeek, HourUnit::Day, 19));
    CHECK(test.incidents == 20);
    CHECK(test.leftOut == 2);
}

TEST_CASE("all incidents in one hour of one day are no evidence, as one day is one piece of it") {
    IncidentTable table;
    for (int i = 0; i < 50; ++i)
        addAt(table, 100);
    const HourTest test = tested(table, options(HourNull::EvenWeek, HourUnit::Day, 199));
    CHECK(test.days == 1);
    CHECK(smallestFamilyP(test) > 0.5);
}

TEST_CASE("what cannot be tested is said") {
    const IncidentTable one = evenWeeks(1, 1, 1);
    CHECK(hourTest(one, allRows(one), bandSlots(), {}).error().fault == Fault::NoPoints);
    CHECK(hourTest({}, {}, bandSlots(), {}).error().fault == Fault::NoPoints);
    const IncidentTable table = evenWeeks(10, 1, 1);
    HourTestOptions choice;
    choice.runs = 0;
    CHECK_FALSE(hourTest(table, allRows(table), bandSlots(), choice).has_value());
    choice.runs = 100;
    std::stop_source source;
    source.request_stop();
    choice.stop = source.get_token();
    CHECK(hourTest(table, allRows(table), bandSlots(), choice).error().fault == Fault::Cancelled);
}
