#include "analysis/intervention_effect.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

IncidentTable table(std::int64_t size)
{
    std::mt19937 random(1);
    const auto below = [&](unsigned n) { return static_cast<std::int32_t>(random() % n); };
    IncidentTable result;
    result.reserve(static_cast<std::size_t>(size));
    for (std::int64_t i = 0; i < size; ++i) {
        result.easting.push_back(315000.0 + below(1000000) / 100.0);
        result.northing.push_back(6390000.0 + below(1000000) / 100.0);
        result.localDate.push_back(19000 + below(730));
        result.radius.push_back(10.0F);
        result.flags.push_back(0);
    }
    return result;
}

Polygon star(double x, double y, double radius)
{
    Polygon polygon;
    for (int i = 0; i < 400; ++i) {
        const double r = i % 2 == 0 ? radius : 0.8 * radius;
        const double angle = 2.0 * 3.14159265358979 * i / 400.0;
        polygon.outer.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return polygon;
}

EffectZones zones()
{
    EffectZones result;
    result.target = {star(318000.0, 6393000.0, 800.0)};
    result.buffer = {star(318000.0, 6393000.0, 1400.0)};
    result.control = {star(322000.0, 6397000.0, 900.0)};
    result.controlBuffer = {star(322000.0, 6397000.0, 1500.0)};
    return result;
}

const DatePeriod before{19000, 19365};
const DatePeriod after{19365, 19730};

/// The plain method: every polygon's every edge for every incident.
EffectCounts plain(const IncidentTable& rows, const EffectZones& areas)
{
    const std::array<const Polygon*, effectAreas> polygons{
        &areas.target.front(), &areas.buffer.front(), &areas.control.front(), &areas.controlBuffer.front()};
    EffectCounts counts;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t area = 0; area < effectAreas; ++area)
            if (contains(*polygons[area], {rows.easting[i], rows.northing[i]})) {
                ++(rows.localDate[i] < before.to ? counts.counts[area].before : counts.counts[area].after);
                break;
            }
    return counts;
}

void plainCounts(benchmark::State& state)
{
    const IncidentTable rows = table(state.range(0));
    const EffectZones areas = zones();
    for (auto _ : state)
        benchmark::DoNotOptimize(plain(rows, areas));
}

void effectCounts(benchmark::State& state)
{
    const IncidentTable rows = table(state.range(0));
    std::vector<std::uint32_t> all(rows.size());
    std::iota(all.begin(), all.end(), 0U);
    const EffectZones areas = zones();
    for (auto _ : state)
        benchmark::DoNotOptimize(countEffect(rows, all, areas, before, after, 100.0));
}

void effectCountsBufferByWidth(benchmark::State& state)
{
    const IncidentTable rows = table(state.range(0));
    std::vector<std::uint32_t> all(rows.size());
    std::iota(all.begin(), all.end(), 0U);
    EffectZones areas = zones();
    areas.buffer.clear();
    areas.bufferWidth = 400.0;
    for (auto _ : state)
        benchmark::DoNotOptimize(countEffect(rows, all, areas, before, after, 100.0));
}

void sizes(benchmark::internal::Benchmark* bench)
{
    bench->Unit(benchmark::kMillisecond)->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
}

} // namespace

BENCHMARK(plainCounts)->Apply(sizes);
BENCHMARK(effectCounts)->Apply(sizes);
BENCHMARK(effectCountsBufferByWidth)->Apply(sizes);
