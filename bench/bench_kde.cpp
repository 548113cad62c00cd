#include "analysis/contour.h"
#include "analysis/kde.h"
#include "analysis/kde_kernels.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace hk::analysis;

namespace {

constexpr double side = 10000.0; ///< metres; about the size of a municipality

/// Half in twenty clusters, half anywhere; no two at the same place.
const std::vector<Point>& points(std::int64_t count) {
    static std::vector<Point> all = [] {
        std::mt19937 random(1);
        std::uniform_real_distribution<double> anywhere(0.0, side);
        std::normal_distribution<double> near(0.0, 200.0);
        std::vector<Point> clusters;
        for (int i = 0; i < 20; ++i)
            clusters.push_back({anywhere(random), anywhere(random)});
        std::vector<Point> result;
        for (std::size_t i = 0; i < 1'000'000; ++i) {
            const Point& c = clusters[i % clusters.size()];
            result.push_back(i % 2 == 0 ? Point{anywhere(random), anywhere(random)}
                                        : Point{c.x + near(random), c.y + near(random)});
            result.back().x += 315000.0;
            result.back().y += 6390000.0;
        }
        return result;
    }();
    static std::vector<Point> some;
    some.assign(all.begin(), all.begin() + count);
    return some;
}

GridSpec grid(double cell) {
    return {315000.0, 6390000.0, cell, static_cast<std::int64_t>(side / cell),
            static_cast<std::int64_t>(side / cell)};
}

KdeOptions options(Kernel kernel, double bandwidth, int threads) {
    KdeOptions result;
    result.kernel = kernel;
    result.bandwidth = bandwidth;
    result.threads = threads;
    return result;
}

/// The plain method: each point visits the cells of the square around it.
Grid plain(const std::vector<Point>& all, const GridSpec& spec, Kernel kernel, double h) {
    Grid result{spec, std::vector<double>(static_cast<std::size_t>(spec.columns * spec.rows), 0.0)};
    const double sigma = h / std::sqrt(8.0);
    const double reach = kernel == Kernel::Quartic ? h : 4.0 * sigma;
    const auto clip = [](double v, std::int64_t most) {
        return static_cast<std::int64_t>(std::clamp(v, 0.0, static_cast<double>(most)));
    };
    for (const Point& p : all) {
        const std::int64_t firstColumn = clip((p.x - reach - spec.xmin) / spec.cell, spec.columns);
        const std::int64_t endColumn = clip((p.x + reach - spec.xmin) / spec.cell + 1.0, spec.columns);
        const std::int64_t firstRow = clip((p.y - reach - spec.ymin) / spec.cell, spec.rows);
        const std::int64_t endRow = clip((p.y + reach - spec.ymin) / spec.cell + 1.0, spec.rows);
        for (std::int64_t j = firstRow; j < endRow; ++j) {
            for (std::int64_t i = firstColumn; i < endColumn; ++i) {
                const double dx = spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell - p.x;
                const double dy = spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell - p.y;
                const double d2 = dx * dx + dy * dy;
                if (d2 > reach * reach)
                    continue;
                const double u = 1.0 - d2 / (h * h);
                result.values[static_cast<std::size_t>(j * spec.columns + i)] +=
                    kernel == Kernel::Quartic ? 3e6 / (std::numbers::pi * h * h) * u * u
                                              : 1e6 / (2.0 * std::numbers::pi * sigma * sigma) *
                                                    std::exp(-d2 / (2.0 * sigma * sigma));
            }
        }
    }
    return result;
}

// Arguments: points, bandwidth in metres, cell in metres.
template <Kernel kernel>
void plainKde(benchmark::State& state) {
    const auto& all = points(state.range(0));
    const GridSpec spec = grid(static_cast<double>(state.range(2)));
    for (auto _ : state)
        benchmark::DoNotOptimize(plain(all, spec, kernel, static_cast<double>(state.range(1))));
}

template <Kernel kernel, int threads>
void kde(benchmark::State& state) {
    const auto& all = points(state.range(0));
    const GridSpec spec = grid(static_cast<double>(state.range(2)));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            kernelDensity(all, {}, spec, options(kernel, static_cast<double>(state.range(1)), threads)));
}

template <detail::Method method>
void quarticBy(benchmark::State& state) {
    const auto& all = points(state.range(0));
    const GridSpec spec = grid(static_cast<double>(state.range(2)));
    for (auto _ : state)
        benchmark::DoNotOptimize(detail::density(
            all, {}, spec, options(Kernel::Quartic, static_cast<double>(state.range(1)), 1), method));
}

void gather(benchmark::State& state) {
    const auto& all = points(state.range(0));
    for (auto _ : state) {
        detail::Sources sources;
        benchmark::DoNotOptimize(sources.gather(all, {}, grid(25.0), 150.0, {}));
    }
}

void contours(benchmark::State& state) {
    const auto density =
        kernelDensity(points(state.range(0)), {}, grid(10.0), options(Kernel::Quartic, 150.0, 0));
    const double level = quantileAboveZero(*density, 0.9);
    for (auto _ : state)
        benchmark::DoNotOptimize(contourPolygons(*density, level));
}

void usual(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime();
    for (const std::int64_t count : {10'000, 100'000, 1'000'000})
        bench->Args({count, 150, 25})->Args({count, 300, 50});
}

void fine(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime();
    for (const std::int64_t count : {10'000, 100'000, 1'000'000})
        bench->Args({count, 300, 10});
}

void crossover(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseRealTime();
    for (const std::int64_t bandwidth : {50, 100, 150, 200, 300, 600})
        bench->Args({100'000, bandwidth, 10});
}

} // namespace

BENCHMARK(plainKde<Kernel::Quartic>)->Apply(usual);
BENCHMARK(kde<Kernel::Quartic, 1>)->Apply(usual);
BENCHMARK(kde<Kernel::Quartic, 0>)->Apply(usual);
BENCHMARK(plainKde<Kernel::Gaussian>)->Apply(usual);
BENCHMARK(kde<Kernel::Gaussian, 1>)->Apply(usual);
BENCHMARK(kde<Kernel::Gaussian, 0>)->Apply(usual);
BENCHMARK(plainKde<Kernel::Quartic>)->Apply(fine);
BENCHMARK(kde<Kernel::Quartic, 1>)->Apply(fine);
BENCHMARK(kde<Kernel::Quartic, 0>)->Apply(fine);
BENCHMARK(quarticBy<detail::Method::Direct>)->Apply(crossover);
BENCHMARK(quarticBy<detail::Method::Sweep>)->Apply(crossover);
BENCHMARK(gather)->Unit(benchmark::kMillisecond)->Arg(1'000'000);
BENCHMARK(contours)->Unit(benchmark::kMillisecond)->Arg(100'000);
