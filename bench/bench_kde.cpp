#include "analysis/contour.h"
#include "analysis/kde.h"
#include "analysis/kde_kernels.h"
#include "plain_kde.h"
#include "town.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <stop_token>
#include <thread>

using namespace hk::analysis;

namespace {

const std::vector<Point>& points(std::int64_t count) {
    static std::map<std::int64_t, std::vector<Point>> made;
    std::vector<Point>& result = made[count];
    if (result.empty())
        result = hk::bench::town(static_cast<std::size_t>(count));
    return result;
}

GridSpec grid(double cell) {
    const auto cells = static_cast<std::int64_t>(hk::bench::townSide / cell);
    return {hk::bench::townWest, hk::bench::townSouth, cell, cells, cells};
}

// Arguments: points, cell in metres, bandwidth in metres.
struct Case {
    explicit Case(const benchmark::State& state)
        : all(points(state.range(0)))
        , spec(grid(static_cast<double>(state.range(1))))
        , bandwidth(static_cast<double>(state.range(2))) {}

    KdeOptions options(Kernel kernel, int threads) const {
        KdeOptions result;
        result.kernel = kernel;
        result.bandwidth = bandwidth;
        result.threads = threads;
        return result;
    }

    const std::vector<Point>& all;
    GridSpec spec;
    double bandwidth;
};

template <Kernel kernel>
void plainDirect(benchmark::State& state) {
    const Case c(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(hk::bench::plainDirect(c.all, c.spec, kernel, c.bandwidth, 2));
}

void plainSweep(benchmark::State& state) {
    const Case c(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(hk::bench::plainSweep(c.all, c.spec, c.bandwidth, 2));
}

template <Kernel kernel, int threads>
void kde(benchmark::State& state) {
    const Case c(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(kernelDensity(c.all, {}, c.spec, c.options(kernel, threads)));
}

template <detail::Method method>
void quarticBy(benchmark::State& state) {
    const Case c(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(detail::density(c.all, {}, c.spec, c.options(Kernel::Quartic, 2), method));
}

/// From the wish to stop in the middle of the work to the answer.
template <Kernel kernel, detail::Method method>
void stopping(benchmark::State& state) {
    using Clock = std::chrono::steady_clock;
    const Case c(state);
    KdeOptions options = c.options(kernel, 2);
    const auto begin = Clock::now();
    benchmark::DoNotOptimize(detail::density(c.all, {}, c.spec, options, method));
    const auto whole = Clock::now() - begin;
    int part = 0;
    for (auto _ : state) {
        std::stop_source source;
        options.stop = source.get_token();
        Clock::time_point asked;
        std::jthread asking([&] {
            std::this_thread::sleep_for(whole * (part++ % 8 + 1) / 10);
            asked = Clock::now();
            source.request_stop();
        });
        benchmark::DoNotOptimize(detail::density(c.all, {}, c.spec, options, method));
        const auto answered = Clock::now();
        asking.join();
        state.SetIterationTime(std::max(0.0, std::chrono::duration<double>(answered - asked).count()));
    }
}

void gather(benchmark::State& state) {
    const Case c(state);
    for (auto _ : state) {
        detail::Sources sources;
        benchmark::DoNotOptimize(sources.gather(c.all, {}, c.spec, c.bandwidth, 2, {}));
    }
}

void contours(benchmark::State& state) {
    const Case c(state);
    const auto density = kernelDensity(c.all, {}, c.spec, c.options(Kernel::Quartic, 0));
    const double level = quantileAboveZero(*density, 0.9);
    for (auto _ : state)
        benchmark::DoNotOptimize(contourPolygons(*density, level));
}

void usual(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
    for (const std::int64_t count : {10'000, 100'000, 1'000'000})
        for (const std::int64_t cell : {25, 10, 2})
            if (cell != 2 || count < 1'000'000)
                bench->Args({count, cell, 200});
}

/// Without the cells of two metres, where a direct sum takes half a minute.
void coarse(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
    for (const std::int64_t count : {10'000, 100'000, 1'000'000})
        bench->Args({count, 25, 200})->Args({count, 10, 200});
}

void largest(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Iterations(3);
    bench->Args({10'000'000, 10, 200})->Args({10'000'000, 25, 200})->Args({1'000'000, 2, 200});
}

void stops(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(16)->Args({1'000'000, 10, 200});
}

void crossover(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
    for (const std::int64_t count : {10'000, 100'000, 1'000'000})
        for (const std::int64_t bandwidth : {50, 100, 200, 400})
            bench->Args({count, 10, bandwidth});
}

} // namespace

BENCHMARK(plainDirect<Kernel::Quartic>)->Apply(coarse);
BENCHMARK(plainSweep)->Apply(usual);
BENCHMARK(kde<Kernel::Quartic, 2>)->Apply(usual);
BENCHMARK(plainSweep)->Apply(largest);
BENCHMARK(kde<Kernel::Quartic, 2>)->Apply(largest);
BENCHMARK(quarticBy<detail::Method::Direct>)->Apply(coarse);
BENCHMARK(quarticBy<detail::Method::Sweep>)->Apply(usual);
BENCHMARK(quarticBy<detail::Method::Aggregate>)->Apply(usual);
BENCHMARK(quarticBy<detail::Method::Direct>)->Apply(crossover);
BENCHMARK(quarticBy<detail::Method::Sweep>)->Apply(crossover);
BENCHMARK(quarticBy<detail::Method::Aggregate>)->Apply(crossover);
BENCHMARK(gather)->Apply(usual);
BENCHMARK(plainDirect<Kernel::Gaussian>)->Apply(coarse);
BENCHMARK(kde<Kernel::Gaussian, 2>)->Apply(coarse);
BENCHMARK(stopping<Kernel::Quartic, detail::Method::Direct>)->Apply(stops);
BENCHMARK(stopping<Kernel::Quartic, detail::Method::Sweep>)->Apply(stops);
BENCHMARK(stopping<Kernel::Quartic, detail::Method::Aggregate>)->Apply(stops);
BENCHMARK(stopping<Kernel::Gaussian, detail::Method::Direct>)->Apply(stops);
BENCHMARK(contours)->Unit(benchmark::kMillisecond)->Args({100'000, 10, 150});
