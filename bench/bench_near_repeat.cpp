#include "analysis/near_repeat.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <random>
#include <thread>

using namespace hk::analysis;

namespace {

/// As in a town of 6 × 6 km: most along streets, some in hot spots, some anywhere; three years.
SpaceTimePoints town(std::int64_t size)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(0.0, 1.0);
    std::normal_distribution<double> spread(0.0, 1.0);
    SpaceTimePoints points;
    for (std::int64_t i = 0; i < size; ++i) {
        const double kind = share(random);
        Point place{319000.0 + 6000.0 * share(random), 6391000.0 + 6000.0 * share(random)};
        if (kind < 0.35)
            place.x = 319000.0 + 150.0 * std::floor(40.0 * share(random)) + 5.0 * spread(random);
        else if (kind < 0.7)
            place.y = 6391000.0 + 150.0 * std::floor(40.0 * share(random)) + 5.0 * spread(random);
        else if (kind < 0.85) {
            const double spot = std::floor(8.0 * share(random));
            place = {320000.0 + 600.0 * spot + 120.0 * spread(random),
                     6392000.0 + 450.0 * spot + 120.0 * spread(random)};
        }
        points.places.push_back(place);
        points.dates.push_back(19'000 + static_cast<std::int32_t>(1095.0 * share(random)));
    }
    return points;
}

struct Pair {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t band;
};

std::vector<Pair> plainPairs(const SpaceTimePoints& points, const std::vector<double>& edges)
{
    std::vector<Pair> pairs;
    for (std::uint32_t a = 0; a < points.places.size(); ++a)
        for (std::uint32_t b = a + 1; b < points.places.size(); ++b) {
            const double distance =
                std::hypot(points.places[a].x - points.places[b].x, points.places[a].y - points.places[b].y);
            if (distance >= edges.back())
                continue;
            std::uint32_t band = 0;
            while (distance >= edges[band + 1])
                ++band;
            pairs.push_back({a, b, band});
        }
    return pairs;
}

/// The plain method: all pairs listed once, then for each shuffle a look at every pair's days; shuffles dealt
/// to two threads.
std::vector<std::uint64_t> plainKnox(const SpaceTimePoints& points, const NearRepeatBands& bands, int runs)
{
    const std::vector<Pair> pairs = plainPairs(points, bands.metres);
    std::vector<std::uint8_t> bandOfDays(70'000, static_cast<std::uint8_t>(bands.timeBands()));
    for (std::size_t t = 0; t < bands.timeBands(); ++t)
        for (std::int32_t day = bands.days[t]; day < bands.days[t + 1]; ++day)
            bandOfDays[static_cast<std::size_t>(day)] = static_cast<std::uint8_t>(t);
    const std::size_t width = bands.timeBands() + 1; // the last: further apart
    std::array<std::vector<std::uint64_t>, 2> sums;
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 2; ++thread)
            threads.emplace_back([&, thread] {
                std::vector<std::int32_t> dates = points.dates;
                std::mt19937_64 random(thread);
                std::vector<std::uint64_t> sum(bands.spaceBands() * width);
                for (std::size_t run = thread; run < static_cast<std::size_t>(runs) + 1; run += 2) {
                    std::shuffle(dates.begin(), dates.end(), random);
                    for (const Pair& pair : pairs)
                        ++sum[pair.band * width +
                              bandOfDays[static_cast<std::size_t>(std::abs(dates[pair.a] - dates[pair.b]))]];
                }
                sums[thread] = std::move(sum);
            });
    }
    for (std::size_t i = 0; i < sums[0].size(); ++i)
        sums[0][i] += sums[1][i];
    return sums[0];
}

/// As many space bands of `width` metres, and of four weeks of days.
NearRepeatBands bandsOf(int spaceBands, double width)
{
    NearRepeatBands bands;
    bands.metres.clear();
    for (int i = 0; i <= spaceBands; ++i)
        bands.metres.push_back(i * width);
    return bands;
}

/// Arguments: points, space bands, their width in metres, runs.
void plain(benchmark::State& state)
{
    const SpaceTimePoints points = town(state.range(0));
    const NearRepeatBands bands =
        bandsOf(static_cast<int>(state.range(1)), static_cast<double>(state.range(2)));
    for (auto _ : state)
        benchmark::DoNotOptimize(plainKnox(points, bands, static_cast<int>(state.range(3))));
}

void knox(benchmark::State& state)
{
    const SpaceTimePoints points = town(state.range(0));
    NearRepeatOptions options;
    options.bands = bandsOf(static_cast<int>(state.range(1)), static_cast<double>(state.range(2)));
    options.runs = static_cast<int>(state.range(3));
    std::uint64_t pairs = 0;
    for (auto _ : state)
        pairs = nearRepeat(points, options)->pairs;
    state.counters["pairs"] = static_cast<double>(pairs);
}

/// Both methods run on two threads or what the machine has: the processor time of all of them beside the
/// clock.
void timing(benchmark::internal::Benchmark* bench)
{
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}

} // namespace

// 10 × 4 bands and 5.3 million pairs; then what is feasible at each size: the plain method looks at all pairs
// of points.
BENCHMARK(plain)->Args({10'000, 10, 114, 999})->Apply(timing);
BENCHMARK(knox)->Args({10'000, 10, 114, 999})->Apply(timing);
BENCHMARK(plain)->Args({100'000, 4, 50, 99})->Apply(timing);
BENCHMARK(knox)->Args({100'000, 4, 50, 99})->Apply(timing);
BENCHMARK(knox)->Args({1'000'000, 4, 10, 99})->Apply(timing);
BENCHMARK(knox)->Args({1'000'000, 4, 25, 99})->Apply(timing); // more pairs than are kept
