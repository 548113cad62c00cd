#include "analysis/calendar_counts.h"
#include "analysis/hour_test.h"
#include "analysis/week_slots.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

constexpr int runs = 99;

/// Four years; more in the evenings and at weekends; two in five with a span.
const IncidentTable& table(std::int64_t size) {
    static std::map<std::int64_t, IncidentTable> made;
    IncidentTable& result = made[size];
    if (result.size() > 0)
        return result;
    std::mt19937 random(1);
    const auto below = [&](unsigned n) { return static_cast<std::int32_t>(random() % n); };
    result.reserve(static_cast<std::size_t>(size));
    for (std::int64_t i = 0; i < size; ++i) {
        std::int32_t date = 17000 + below(1460);
        if ((date + 3) % 7 < 4 && below(3) == 0)
            date += 4 - (date + 3) % 7;
        const std::int32_t minute = below(2) == 0 ? below(1440) : 1080 + below(360);
        result.easting.push_back(0.0);
        result.northing.push_back(0.0);
        result.localDate.push_back(date);
        result.localMinuteOfWeek.push_back((date + 3) % 7 * 1440 + minute);
        result.localSpanMinutes.push_back(below(10) < 6 ? 0 : 1 + below(1200));
    }
    return result;
}

std::vector<std::uint32_t> rows(std::int64_t size) {
    std::vector<std::uint32_t> result(static_cast<std::size_t>(size));
    std::iota(result.begin(), result.end(), 0U);
    return result;
}

/// The plain method: each span minute by minute.
void plainAoristic(benchmark::State& state) {
    const IncidentTable& incidents = table(state.range(0));
    for (auto _ : state) {
        std::array<double, 168> hours{};
        for (std::size_t row = 0; row < incidents.size(); ++row) {
            const std::int32_t length = std::max(incidents.localSpanMinutes[row], 1);
            for (std::int32_t m = 0; m < length; ++m)
                hours[static_cast<std::size_t>((incidents.localMinuteOfWeek[row] + m) % 10080 / 60)] +=
                    1.0 / length;
        }
        benchmark::DoNotOptimize(hours);
    }
}

void aoristicHours(benchmark::State& state) {
    const IncidentTable& incidents = table(state.range(0));
    const auto all = rows(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(slotProfile(incidents, all, hourSlots(), SpanRule::Aoristic));
}

void countedHours(benchmark::State& state) {
    const IncidentTable& incidents = table(state.range(0));
    const auto all = rows(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(slotProfile(incidents, all, hourSlots(), SpanRule::MoreThanHalf));
}

void months(benchmark::State& state) {
    const IncidentTable& incidents = table(state.range(0));
    const auto all = rows(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(monthCounts(incidents, all, 17000, 17365, 18460));
}

/// The plain method: 99 times the weekdays shuffled among the incidents (or a new hour for each) and counted;
/// the hours worked out beforehand.
void plainTest(benchmark::State& state, HourNull null) {
    const IncidentTable& incidents = table(state.range(0));
    std::vector<std::uint8_t> weekday;
    std::vector<std::uint8_t> hour;
    for (std::uint32_t row = 0; row < incidents.size(); ++row)
        if (const auto found = hourOf(incidents, row)) {
            weekday.push_back(static_cast<std::uint8_t>((*found + 66) % 168 / 24));
            hour.push_back(static_cast<std::uint8_t>((*found + 18) % 24));
        }
    std::mt19937 random(1);
    for (auto _ : state)
        for (int run = 0; run < runs; ++run) {
            std::array<std::uint32_t, 168> counts{};
            if (null == HourNull::WeekdayAndHour)
                std::shuffle(weekday.begin(), weekday.end(), random);
            for (std::size_t i = 0; i < hour.size(); ++i)
                ++counts[null == HourNull::EvenWeek ? random() % 168U : 24U * weekday[i] + hour[i]];
            benchmark::DoNotOptimize(counts);
        }
}

void test(benchmark::State& state, HourNull null, HourUnit unit) {
    const IncidentTable& incidents = table(state.range(0));
    const auto all = rows(state.range(0));
    HourTestOptions options;
    options.null = null;
    options.unit = unit;
    options.runs = runs;
    for (auto _ : state)
        benchmark::DoNotOptimize(hourTest(incidents, all, bandByWeekdaySlots(), options));
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->UseRealTime();
}

} // namespace

BENCHMARK(plainAoristic)->Apply(sizes);
BENCHMARK(aoristicHours)->Apply(sizes);
BENCHMARK(countedHours)->Apply(sizes);
BENCHMARK(months)->Apply(sizes);
BENCHMARK_CAPTURE(plainTest, evenWeek, HourNull::EvenWeek)->Apply(sizes);
BENCHMARK_CAPTURE(test, evenWeekByIncident, HourNull::EvenWeek, HourUnit::Incident)->Apply(sizes);
BENCHMARK_CAPTURE(test, evenWeekByDay, HourNull::EvenWeek, HourUnit::Day)->Apply(sizes);
BENCHMARK_CAPTURE(plainTest, weekdayAndHour, HourNull::WeekdayAndHour)->Apply(sizes);
BENCHMARK_CAPTURE(test, weekdayAndHourByIncident, HourNull::WeekdayAndHour, HourUnit::Incident)->Apply(sizes);
BENCHMARK_CAPTURE(test, weekdayAndHourByDay, HourNull::WeekdayAndHour, HourUnit::Day)->Apply(sizes);
