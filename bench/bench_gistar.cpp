#include "analysis/gi_star.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>
#include <thread>

using namespace hk::analysis;

namespace {

constexpr std::int64_t side = 240; // 57 600 cells
constexpr double cell = 25.0;
constexpr double band = 200.0;

/// As in a town: most along streets, some in few spots, the rest anywhere.
std::vector<Point> townPoints(std::int64_t count)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(0.0, side * cell);
    std::normal_distribution<double> near(0.0, 60.0);
    std::uniform_int_distribution<int> spot(1, 5);
    std::uniform_int_distribution<int> kinds(0, 19);
    std::vector<Point> points;
    while (points.size() < static_cast<std::size_t>(count)) {
        const int kind = kinds(random);
        Point p{anywhere(random), anywhere(random)};
        if (kind < 14)
            p.y = std::round(p.y / 300.0) * 300.0 + 0.1 * near(random);
        else if (kind < 17)
            p = {1000.0 * spot(random) + near(random), 1000.0 * spot(random) + near(random)};
        if (p.x >= 0.0 && p.y >= 0.0 && p.x < side * cell && p.y < side * cell)
            points.push_back(p);
    }
    return points;
}

Fishnet net()
{
    return *fishnetOver(
        {{{{0.0, 0.0}, {side * cell, 0.0}, {side * cell, side * cell}, {0.0, side * cell}}, {}}}, cell);
}

/// The plain method: for each cell a loop over the cells around it, rows dealt to two threads.
std::vector<double> plainLoop(const std::vector<double>& values)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> around;
    const auto reach = static_cast<std::int64_t>(band / cell);
    for (std::int64_t dy = -reach; dy <= reach; ++dy)
        for (std::int64_t dx = -reach; dx <= reach; ++dx)
            if (static_cast<double>(dx * dx + dy * dy) * cell * cell <= band * band)
                around.emplace_back(dx, dy);
    const auto n = static_cast<double>(values.size());
    double sum = 0.0;
    double squares = 0.0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const double mean = sum / n;
    const double s = std::sqrt(squares / n - mean * mean);
    std::vector<double> z(values.size());
    const auto rows = [&](std::int64_t first, std::int64_t end) {
        for (std::int64_t row = first; row < end; ++row)
            for (std::int64_t column = 0; column < side; ++column) {
                double weight = 0.0;
                double near = 0.0;
                for (const auto& [dx, dy] : around) {
                    const std::int64_t x = column + dx;
                    const std::int64_t y = row + dy;
                    if (x < 0 || y < 0 || x >= side || y >= side)
                        continue;
                    weight += 1.0;
                    near += values[static_cast<std::size_t>(y * side + x)];
                }
                z[static_cast<std::size_t>(row * side + column)] =
                    (near - mean * weight) / (s * std::sqrt((n * weight - weight * weight) / (n - 1.0)));
            }
    };
    std::jthread other(rows, 0, side / 2);
    rows(side / 2, side);
    return z;
}

/// Counting and z by the plain method.
void plain(benchmark::State& state)
{
    const std::vector<Point> points = townPoints(state.range(0));
    for (auto _ : state) {
        std::vector<double> values(side * side, 0.0);
        for (const Point& p : points)
            values[static_cast<std::size_t>(p.y / cell) * side + static_cast<std::size_t>(p.x / cell)] += 1.0;
        benchmark::DoNotOptimize(plainLoop(values));
    }
}

/// Counting, z, p and corrected classes.
void whole(benchmark::State& state)
{
    const std::vector<Point> points = townPoints(state.range(0));
    const Fishnet fishnet = net();
    GiStarOptions options;
    options.band = band;
    for (auto _ : state)
        benchmark::DoNotOptimize(giStar(fishnet, countInCells(fishnet, points).values, options));
}

void plainLoopAlone(benchmark::State& state)
{
    const std::vector<double> values = countInCells(net(), townPoints(100'000)).values;
    for (auto _ : state)
        benchmark::DoNotOptimize(plainLoop(values));
}

/// z, p and corrected classes.
void giStarAlone(benchmark::State& state)
{
    const Fishnet fishnet = net();
    const std::vector<double> values = countInCells(fishnet, townPoints(100'000)).values;
    GiStarOptions options;
    options.band = band;
    options.threads = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(giStar(fishnet, values, options));
}

} // namespace

BENCHMARK(plain)->Unit(benchmark::kMillisecond)->UseRealTime()->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(whole)->Unit(benchmark::kMillisecond)->UseRealTime()->Arg(10'000)->Arg(100'000)->Arg(1'000'000);
BENCHMARK(plainLoopAlone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(giStarAlone)->Unit(benchmark::kMillisecond)->UseRealTime()->Arg(1)->Arg(2);
