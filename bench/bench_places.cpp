// Certainty of hotspots, incidents along streets, and PAI/PEI, each beside the plain method.
#include "analysis/hotspot_stability.h"
#include "analysis/prediction_accuracy.h"
#include "analysis/street_hotspots.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

constexpr double side = 6000.0;

/// Some places in a town with most of the incidents, the rest anywhere.
IncidentTable town(std::int64_t size, double extent = side)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> anywhere(0.0, extent);
    std::normal_distribution<double> near(0.0, 50.0);
    std::uniform_int_distribution<int> place(0, 39);
    std::vector<Point> places;
    for (int i = 0; i < 40; ++i)
        places.push_back({anywhere(random), anywhere(random)});
    IncidentTable table;
    for (std::int64_t i = 0; i < size; ++i) {
        const Point& at = places[static_cast<std::size_t>(place(random))];
        table.easting.push_back(i % 3 == 0 ? anywhere(random) : at.x + near(random));
        table.northing.push_back(i % 3 == 0 ? anywhere(random) : at.y + near(random));
    }
    const auto count = static_cast<std::size_t>(size);
    table.fromUtc.assign(count, 0);
    table.toUtc.assign(count, 0);
    table.localDate.assign(count, 19000);
    table.localMinuteOfWeek.assign(count, 600);
    table.localSpanMinutes.assign(count, 0);
    table.category.assign(count, 1);
    table.organisation.assign(count, 0);
    table.radius.assign(count, 10.0f);
    table.precision.assign(count, 0);
    table.severity.assign(count, 1);
    table.flags.assign(count, 0);
    return table;
}

std::vector<std::uint32_t> allRows(const IncidentTable& table)
{
    std::vector<std::uint32_t> rows(table.size());
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

struct Mapped {
    explicit Mapped(std::int64_t size)
        : table(town(size, size < 1000 ? 2000.0 : side))
        , rows(allRows(table))
    {
        const std::vector<Point> points = positions(table, rows);
        spec = *gridAround(points, 25.0, kde.bandwidth);
        found = hotspots(table, rows, *kernelDensity(points, {}, spec, kde), choice);
    }
    IncidentTable table;
    std::vector<std::uint32_t> rows;
    GridSpec spec;
    KdeOptions kde;
    HotspotOptions choice;
    std::vector<Hotspot> found;
};

/// The plain method: each resample as a table of its own, through the whole of hotspots(), one after the
/// other.
void plainCertainty(benchmark::State& state)
{
    const Mapped map(state.range(0));
    const auto runs = static_cast<int>(state.range(1));
    for (auto _ : state) {
        std::mt19937 random(1);
        std::vector<int> stayed(map.found.size(), 0);
        for (int run = 0; run < runs; ++run) {
            std::vector<std::uint32_t> drawn;
            for (std::size_t i = 0; i < map.rows.size(); ++i)
                drawn.push_back(map.rows[random() % map.rows.size()]);
            const auto density = kernelDensity(positions(map.table, drawn), {}, map.spec, map.kde);
            const std::vector<Hotspot> found = hotspots(map.table, drawn, *density, map.choice);
            for (std::size_t i = 0; i < map.found.size(); ++i)
                for (std::size_t k = 0; k < std::min<std::size_t>(5, found.size()); ++k)
                    stayed[i] += contains(found[k].polygon, map.found[i].centre) ? 1 : 0;
        }
        benchmark::DoNotOptimize(stayed);
    }
}

void certainty(benchmark::State& state)
{
    const Mapped map(state.range(0));
    StabilityOptions options;
    options.runs = static_cast<int>(state.range(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            hotspotStability(map.table, map.rows, map.spec, map.kde, map.choice, map.found, options));
    state.counters["hotspots"] = static_cast<double>(map.found.size());
}

std::vector<StreetSegment> streets()
{
    std::vector<Polyline> lines;
    for (double at = 0.0; at <= side; at += 150.0) {
        lines.push_back({{0.0, at}, {side, at}});
        lines.push_back({{at, 0.0}, {at, side}});
    }
    return cutStreets(lines);
}

/// The plain method: every point against every piece.
void plainStreets(benchmark::State& state)
{
    const std::vector<StreetSegment> pieces = streets();
    const IncidentTable table = town(state.range(0));
    const std::vector<Point> points = positions(table, allRows(table));
    for (auto _ : state) {
        std::vector<double> counts(pieces.size(), 0.0);
        for (const Point& p : points) {
            double best = 40.0 * 40.0;
            std::size_t nearest = pieces.size();
            for (std::size_t i = 0; i < pieces.size(); ++i)
                for (std::size_t k = 1; k < pieces[i].vertices.size(); ++k) {
                    const Point& a = pieces[i].vertices[k - 1];
                    const Point& b = pieces[i].vertices[k];
                    const double dx = b.x - a.x;
                    const double dy = b.y - a.y;
                    const double t =
                        std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
                    const double ex = p.x - a.x - t * dx;
                    const double ey = p.y - a.y - t * dy;
                    if (ex * ex + ey * ey < best) {
                        best = ex * ex + ey * ey;
                        nearest = i;
                    }
                }
            if (nearest < pieces.size())
                counts[nearest] += 1.0;
        }
        benchmark::DoNotOptimize(counts);
    }
}

void alongStreets(benchmark::State& state)
{
    const std::vector<StreetSegment> pieces = streets();
    const IncidentTable table = town(state.range(0));
    const std::vector<Point> points = positions(table, allRows(table));
    for (auto _ : state)
        benchmark::DoNotOptimize(streetHotspots(pieces, points, {}, {}));
    state.counters["pieces"] = static_cast<double>(pieces.size());
}

/// Cells of 25 m, a map of half of the points held against the other half.
struct Forecast {
    explicit Forecast(std::int64_t size)
    {
        const IncidentTable table = town(size);
        const std::vector<Point> points = positions(table, allRows(table));
        fishnet = *fishnetAround(points, 25.0);
        const auto half = static_cast<std::ptrdiff_t>(points.size() / 2);
        map = countInCells(fishnet, {points.begin(), points.begin() + half}).values;
        later = countInCells(fishnet, {points.begin() + half, points.end()}).values;
    }
    Fishnet fishnet;
    std::vector<double> map;
    std::vector<double> later;
};

/// The plain method: all cells sorted twice.
void plainAccuracy(benchmark::State& state)
{
    const Forecast forecast(state.range(0));
    for (auto _ : state) {
        std::vector<std::size_t> order(forecast.map.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const std::size_t places = order.size() / 20;
        double sums[2] = {0.0, 0.0};
        for (int which = 0; which < 2; ++which) {
            const std::vector<double>& by = which == 0 ? forecast.map : forecast.later;
            std::sort(order.begin(), order.end(),
                      [&](std::size_t a, std::size_t b) { return by[a] > by[b]; });
            for (std::size_t i = 0; i < places; ++i)
                sums[which] += forecast.later[order[i]];
        }
        benchmark::DoNotOptimize(sums);
    }
}

void accuracy(benchmark::State& state)
{
    const Forecast forecast(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(accuracyOf(forecast.fishnet, forecast.map, forecast.later, 0.05));
}

void sizes(benchmark::internal::Benchmark* bench)
{
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
}

/// Fewer resamples where each is long: the time is that of the resamples alone.
void resamples(benchmark::internal::Benchmark* bench)
{
    bench->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
    bench->Args({600, 199})->Args({10'000, 199})->Args({100'000, 20})->Args({1'000'000, 4});
}

} // namespace

BENCHMARK(plainCertainty)->Apply(resamples);
BENCHMARK(certainty)->Apply(resamples);
BENCHMARK(plainStreets)->Apply(sizes)->Iterations(1);
BENCHMARK(alongStreets)->Apply(sizes);
BENCHMARK(plainAccuracy)->Apply(sizes);
BENCHMARK(accuracy)->Apply(sizes);
