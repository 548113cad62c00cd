#include "analysis/period_comparison.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <random>

using namespace hk::analysis;

namespace {

constexpr double side = 6000.0;
constexpr double bandwidth = 150.0;
constexpr double cell = 25.0;
constexpr GridSpec spec{318000.0, 6391000.0, cell, 240, 240};

/// Half in forty clusters, half anywhere.
std::vector<Point> points(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0.0, side);
    std::normal_distribution<double> around(0.0, 120.0);
    std::mt19937 places(99);
    std::vector<Point> clusters;
    for (int i = 0; i < 40; ++i)
        clusters.push_back({anywhere(places), anywhere(places)});
    std::vector<Point> result;
    for (std::size_t i = 0; i < count; ++i) {
        const Point& c = clusters[i % clusters.size()];
        result.push_back(i % 2 == 0 ? Point{anywhere(random), anywhere(random)}
                                    : Point{c.x + around(random), c.y + around(random)});
        result.back().x += spec.xmin;
        result.back().y += spec.ymin;
    }
    return result;
}

/// The plain method for one period: each point visits the cells of the square around it, and adds to the
/// density and to the count.
void addPlain(const std::vector<Point>& all, std::vector<double>& density, std::vector<double>& count) {
    const double scale = 3e6 / (std::numbers::pi * bandwidth * bandwidth);
    for (const Point& p : all) {
        const auto clip = [](double v) { return static_cast<std::int64_t>(std::clamp(v, 0.0, 240.0)); };
        const std::int64_t firstColumn = clip((p.x - bandwidth - spec.xmin) / cell);
        const std::int64_t endColumn = clip((p.x + bandwidth - spec.xmin) / cell + 1.0);
        const std::int64_t firstRow = clip((p.y - bandwidth - spec.ymin) / cell);
        const std::int64_t endRow = clip((p.y + bandwidth - spec.ymin) / cell + 1.0);
        for (std::int64_t j = firstRow; j < endRow; ++j)
            for (std::int64_t i = firstColumn; i < endColumn; ++i) {
                const double dx = spec.xmin + (static_cast<double>(i) + 0.5) * cell - p.x;
                const double dy = spec.ymin + (static_cast<double>(j) + 0.5) * cell - p.y;
                const double u = 1.0 - (dx * dx + dy * dy) / (bandwidth * bandwidth);
                if (u <= 0.0)
                    continue;
                density[static_cast<std::size_t>(j * 240 + i)] += scale * u * u;
                count[static_cast<std::size_t>(j * 240 + i)] += 1.0;
            }
    }
}

void plainComparison(benchmark::State& state) {
    const auto half = static_cast<std::size_t>(state.range(0) / 2);
    const std::vector<Point> earlier = points(half, 1);
    const std::vector<Point> later = points(half, 2);
    for (auto _ : state) {
        std::vector<double> a(240 * 240, 0.0), b = a, countA = a, countB = a, difference = a, change = a;
        addPlain(earlier, a, countA);
        addPlain(later, b, countB);
        for (std::size_t i = 0; i < a.size(); ++i) {
            difference[i] = std::max(countA[i], countB[i]) >= 5.0 ? b[i] - a[i] : NAN;
            change[i] = std::min(countA[i], countB[i]) >= 10.0 ? b[i] / a[i] - 1.0 : NAN;
        }
        benchmark::DoNotOptimize(difference);
        benchmark::DoNotOptimize(change);
    }
}

void comparison(benchmark::State& state) {
    const auto half = static_cast<std::size_t>(state.range(0) / 2);
    const std::vector<Point> earlier = points(half, 1);
    const std::vector<Point> later = points(half, 2);
    ComparisonOptions options;
    options.kde.bandwidth = bandwidth;
    for (auto _ : state)
        benchmark::DoNotOptimize(comparePeriods(earlier, later, spec, options));
}

void countsOnly(benchmark::State& state) {
    const std::vector<Point> all = points(static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(countsWithin(all, spec, bandwidth));
}

/// Exact interval of a ratio of two rates; `range(0)` incidents in both periods together.
void rateRatioOf(benchmark::State& state) {
    const std::int64_t count = state.range(0) / 2;
    for (auto _ : state)
        benchmark::DoNotOptimize(rateRatio({count, 365.0}, {count + count / 50, 365.0}));
}

/// The plain method: the ends of the interval by halving, each tail added up term by term.
void plainRateRatio(benchmark::State& state) {
    const std::int64_t count = state.range(0) / 2;
    const std::int64_t hits = count + count / 50;
    const std::int64_t n = count + hits;
    const auto tail = [&](double share, bool upper) {
        double sum = 0.0;
        for (std::int64_t k = upper ? hits : 0; k <= (upper ? n : hits); ++k)
            sum += std::exp(std::lgamma(static_cast<double>(n) + 1.0) - std::lgamma(static_cast<double>(k) + 1.0) -
                            std::lgamma(static_cast<double>(n - k) + 1.0) +
                            static_cast<double>(k) * std::log(share) +
                            static_cast<double>(n - k) * std::log1p(-share));
        return sum;
    };
    for (auto _ : state)
        for (const bool upper : {true, false}) {
            double low = 0.0;
            double high = 1.0;
            for (int step = 0; step < 40; ++step) {
                const double middle = 0.5 * (low + high);
                (tail(middle, upper) < 0.025) == upper ? low = middle : high = middle;
            }
            benchmark::DoNotOptimize(low);
        }
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->UseRealTime();
}

} // namespace

BENCHMARK(plainComparison)->Apply(sizes);
BENCHMARK(comparison)->Apply(sizes);
BENCHMARK(countsOnly)->Apply(sizes);
BENCHMARK(plainRateRatio)->Unit(benchmark::kMillisecond)->Arg(10'000);
BENCHMARK(rateRatioOf)->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
