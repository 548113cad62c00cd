#include "analysis/hotspot.h"
#include "analysis/near_index.h"
#include "analysis/select.h"
#include "analysis/zone_index.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hk::analysis;

namespace {

IncidentTable table(std::int64_t size) {
    std::mt19937 random(1);
    const auto below = [&](unsigned n) { return static_cast<std::int32_t>(random() % n); };
    IncidentTable result;
    result.reserve(static_cast<std::size_t>(size));
    for (std::int64_t i = 0; i < size; ++i) {
        const std::int32_t date = 17000 + below(1460);
        const std::int32_t kind = below(10);
        const std::int32_t span = kind < 6 ? 0 : kind < 9 ? 1 + below(1200) : 1 + below(11000);
        result.easting.push_back(315000.0 + below(1000000) / 100.0);
        result.northing.push_back(6390000.0 + below(1000000) / 100.0);
        result.localDate.push_back(date);
        result.localMinuteOfWeek.push_back((date + 3) % 7 * 1440 + below(1440));
        result.localSpanMinutes.push_back(span);
        result.fromUtc.push_back(std::int64_t{date} * 86400);
        result.toUtc.push_back(result.fromUtc.back() + std::int64_t{span} * 60);
        result.category.push_back(static_cast<std::uint16_t>(below(28)));
        result.organisation.push_back(static_cast<std::uint16_t>(below(12)));
        result.radius.push_back(10.0f);
        result.precision.push_back(static_cast<std::uint8_t>(below(4)));
        result.severity.push_back(static_cast<std::uint8_t>(1 + below(3)));
        result.flags.push_back(0);
    }
    return result;
}

/// Period, categories and hours.
SelectFilter filter() {
    SelectFilter result;
    result.fromDate = 17300;
    result.toDate = 18100;
    for (int i = 0; i < 28; ++i)
        result.categories.push_back(i % 3 != 0 ? 1 : 0);
    for (std::size_t day = 0; day < 7; ++day)
        for (std::size_t hour = 18; hour < 26; ++hour)
            result.hours.set((24 * day + hour) % 168);
    return result;
}

/// The plain method: row by row, spans minute by minute.
Selection plain(const IncidentTable& rows, const SelectFilter& f) {
    Selection result;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (rows.localDate[i] < f.fromDate || rows.localDate[i] >= f.toDate ||
            f.categories[rows.category[i]] == 0)
            continue;
        const std::int32_t span = rows.localSpanMinutes[i];
        if (span >= 10080) {
            ++result.leftOutLongSpans;
            continue;
        }
        std::int32_t chosen = 0;
        const std::int32_t length = std::max(span, 1);
        for (std::int32_t m = 0; m < length; ++m)
            chosen += f.hours[static_cast<std::size_t>((rows.localMinuteOfWeek[i] + m) % 10080 / 60)] ? 1 : 0;
        if (2 * chosen > length)
            result.rows.push_back(i);
    }
    return result;
}

void plainSelect(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const SelectFilter f = filter();
    for (auto _ : state)
        benchmark::DoNotOptimize(plain(rows, f));
}

void selectHours(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const SelectFilter f = filter();
    for (auto _ : state)
        benchmark::DoNotOptimize(select(rows, f));
}

/// Forty vertices, a quarter of the table's extent.
Ring star() {
    Ring ring;
    for (int i = 0; i < 40; ++i) {
        const double r = i % 2 == 0 ? 4000.0 : 2500.0;
        const double angle = 2.0 * 3.14159265358979 * i / 40.0;
        ring.push_back({320000.0 + r * std::cos(angle), 6395000.0 + r * std::sin(angle)});
    }
    return ring;
}

void selectHoursAndArea(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    SelectFilter f = filter();
    f.area = star();
    for (auto _ : state)
        benchmark::DoNotOptimize(select(rows, f));
}

/// Everything that can be asked at once: also organisations, severities and precisions.
void selectAll(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    SelectFilter f = filter();
    for (int i = 0; i < 12; ++i)
        f.organisations.push_back(i != 3 ? 1 : 0);
    f.precisions = 0x07;
    f.severities = 0x0c;
    f.area = star();
    for (auto _ : state)
        benchmark::DoNotOptimize(select(rows, f));
}

/// Every second of forty-two areas over most of the table's extent, each with four hundred wavy vertices.
std::vector<Polygon> districts() {
    std::vector<Polygon> areas;
    for (int row = 0; row < 6; ++row)
        for (int column = 0; column < 7; ++column) {
            if ((row + column) % 2 != 0)
                continue;
            Polygon& area = areas.emplace_back();
            for (int i = 0; i < 400; ++i) {
                const double angle = 2.0 * 3.14159265358979 * i / 400.0;
                const double r = 700.0 + 60.0 * std::sin(17.0 * angle);
                area.outer.push_back({315700.0 + 1400.0 * column + r * std::cos(angle),
                                      6390800.0 + 1600.0 * row + r * std::sin(angle)});
            }
        }
    return areas;
}

/// As many stops as Västtrafik has around the town.
std::vector<std::vector<Point>> stops() {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> place(0.0, 10000.0);
    std::vector<std::vector<Point>> lines;
    for (int i = 0; i < 449; ++i)
        lines.push_back({Point{315000.0 + place(random), 6390000.0 + place(random)}});
    return lines;
}

/// The plain double loop: every row against every polygon.
void plainZones(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const std::vector<Polygon> areas = districts();
    for (auto _ : state) {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t row = 0; row < rows.size(); ++row) {
            const Point p{rows.easting[row], rows.northing[row]};
            if (std::any_of(areas.begin(), areas.end(), [&](const Polygon& area) { return contains(area, p); }))
                chosen.push_back(row);
        }
        benchmark::DoNotOptimize(chosen);
    }
}

/// With the index made anew each time, as for a filter just chosen.
void selectZones(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const std::vector<Polygon> areas = districts();
    for (auto _ : state) {
        const ZoneIndex index(areas);
        SelectFilter f;
        f.zones = &index;
        benchmark::DoNotOptimize(select(rows, f));
    }
}

void plainNear(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const std::vector<std::vector<Point>> places = stops();
    for (auto _ : state) {
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            for (const std::vector<Point>& place : places) {
                const double dx = place.front().x - rows.easting[row];
                const double dy = place.front().y - rows.northing[row];
                if (dx * dx + dy * dy <= 100.0 * 100.0) {
                    chosen.push_back(row);
                    break;
                }
            }
        benchmark::DoNotOptimize(chosen);
    }
}

void selectNear(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const std::vector<std::vector<Point>> places = stops();
    for (auto _ : state) {
        const NearIndex index(places, 100.0);
        SelectFilter f;
        f.near = &index;
        benchmark::DoNotOptimize(select(rows, f));
    }
}

void profile(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const Selection all = select(rows, {});
    for (auto _ : state)
        benchmark::DoNotOptimize(weekProfile(rows, all.rows));
}

/// Hundreds of polygons over a density as rough as noise.
void findHotspots(benchmark::State& state) {
    const IncidentTable rows = table(state.range(0));
    const Selection all = select(rows, {});
    KdeOptions options;
    options.bandwidth = 150.0;
    const auto density =
        kernelDensity(positions(rows, all.rows), {}, {315000.0, 6390000.0, 25.0, 400, 400}, options);
    std::size_t found = 0;
    for (auto _ : state)
        found = hotspots(rows, all.rows, *density, {}).size();
    state.counters["hotspots"] = static_cast<double>(found);
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
}

} // namespace

BENCHMARK(plainSelect)->Apply(sizes);
BENCHMARK(selectHours)->Apply(sizes);
BENCHMARK(selectHoursAndArea)->Apply(sizes);
BENCHMARK(selectAll)->Apply(sizes);
BENCHMARK(plainZones)->Unit(benchmark::kMillisecond)->Iterations(1)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(selectZones)->Apply(sizes);
BENCHMARK(plainNear)->Unit(benchmark::kMillisecond)->Iterations(1)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(selectNear)->Apply(sizes);
BENCHMARK(profile)->Apply(sizes);
BENCHMARK(findHotspots)->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(150'000);
