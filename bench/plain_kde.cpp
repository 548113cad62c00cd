#include "plain_kde.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <thread>

namespace hk::bench {

using namespace hk::analysis;

namespace {

constexpr double perKm2 = 1e6;

std::int64_t clip(double v, std::int64_t most) {
    return static_cast<std::int64_t>(std::clamp(v, 0.0, static_cast<double>(most)));
}

Grid zeros(const GridSpec& spec) {
    return {spec, std::vector<double>(static_cast<std::size_t>(spec.columns * spec.rows), 0.0)};
}

/// Calls work(firstRow, endRow) with one part of the rows for each thread.
template <class Work>
void inParts(std::int64_t rows, int threads, Work work) {
    std::vector<std::jthread> running;
    for (int i = 1; i < threads; ++i)
        running.emplace_back([=] { work(rows * i / threads, rows * (i + 1) / threads); });
    work(std::int64_t{0}, rows / threads);
}

void directRows(const std::vector<Point>& points, Kernel kernel, double h, std::int64_t firstRow,
                std::int64_t endRow, Grid& grid) {
    const GridSpec& spec = grid.spec;
    const double sigma = h / std::sqrt(8.0);
    const double reach = kernel == Kernel::Quartic ? h : 4.0 * sigma;
    const double reach2 = reach * reach;
    const double quarticPeak = perKm2 * 3.0 / (std::numbers::pi * h * h);
    const double gaussianPeak = perKm2 / (2.0 * std::numbers::pi * sigma * sigma);
    const double perH2 = 1.0 / (h * h);
    const double perVariance = -0.5 / (sigma * sigma);
    for (const Point& p : points) {
        const std::int64_t firstColumn = clip((p.x - reach - spec.xmin) / spec.cell, spec.columns);
        const std::int64_t endColumn = clip((p.x + reach - spec.xmin) / spec.cell + 1.0, spec.columns);
        const std::int64_t first =
            std::max(firstRow, clip((p.y - reach - spec.ymin) / spec.cell, spec.rows));
        const std::int64_t end = std::min(endRow, clip((p.y + reach - spec.ymin) / spec.cell + 1.0, spec.rows));
        for (std::int64_t j = first; j < end; ++j) {
            const double dy = spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell - p.y;
            double* row = grid.values.data() + j * spec.columns;
            for (std::int64_t i = firstColumn; i < endColumn; ++i) {
                const double dx = spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell - p.x;
                const double d2 = dx * dx + dy * dy;
                if (d2 > reach2)
                    continue;
                const double u = 1.0 - d2 * perH2;
                row[i] += kernel == Kernel::Quartic ? quarticPeak * u * u : gaussianPeak * std::exp(d2 * perVariance);
            }
        }
    }
}

/// Coefficients of 1, t … t⁴.
struct Polynomial {
    double c[5] = {0, 0, 0, 0, 0};
};

/// `byY`: the points in the order of their northing.
void sweepRows(const std::vector<Point>& byY, double h, std::int64_t firstRow, std::int64_t endRow, Grid& grid) {
    const GridSpec& spec = grid.spec;
    const double peak = perKm2 * 3.0 / (std::numbers::pi * h * h);
    const double origin = spec.xmin + 0.5 * static_cast<double>(spec.columns) * spec.cell;
    std::vector<Polynomial> change(static_cast<std::size_t>(spec.columns) + 1);
    for (std::int64_t j = firstRow; j < endRow; ++j) {
        const double y = spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell;
        const auto below = [](const Point& p, double value) { return p.y < value; };
        const auto begin = std::lower_bound(byY.begin(), byY.end(), y - h, below);
        const auto end = std::lower_bound(begin, byY.end(), y + h, below);
        std::fill(change.begin(), change.end(), Polynomial{});
        for (auto point = begin; point != end; ++point) {
            const double dy = (y - point->y) / h;
            const double r2 = 1.0 - dy * dy;
            if (r2 <= 0.0)
                continue;
            const double half = std::sqrt(r2) * h / spec.cell;
            const double middle = (point->x - spec.xmin) / spec.cell - 0.5;
            const std::int64_t from = clip(std::ceil(middle - half), spec.columns);
            const std::int64_t to = clip(std::floor(middle + half) + 1.0, spec.columns);
            if (from >= to)
                continue;
            const double p = (point->x - origin) / h;
            const double q = p * p - r2;
            const double terms[5] = {q * q, -4.0 * p * q, 4.0 * p * p + 2.0 * q, -4.0 * p, 1.0};
            for (int k = 0; k < 5; ++k) {
                change[static_cast<std::size_t>(from)].c[k] += terms[k];
                change[static_cast<std::size_t>(to)].c[k] -= terms[k];
            }
        }
        Polynomial sum;
        double* row = grid.values.data() + j * spec.columns;
        for (std::int64_t i = 0; i < spec.columns; ++i) {
            for (int k = 0; k < 5; ++k)
                sum.c[k] += change[static_cast<std::size_t>(i)].c[k];
            const double t = (spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell - origin) / h;
            row[i] = peak * (sum.c[0] + t * (sum.c[1] + t * (sum.c[2] + t * (sum.c[3] + t * sum.c[4]))));
        }
    }
}

} // namespace

Grid plainDirect(const std::vector<Point>& points, const GridSpec& spec, Kernel kernel, double bandwidth,
                 int threads) {
    Grid grid = zeros(spec);
    inParts(spec.rows, threads, [&](std::int64_t first, std::int64_t end) {
        directRows(points, kernel, bandwidth, first, end, grid);
    });
    return grid;
}

Grid plainSweep(const std::vector<Point>& points, const GridSpec& spec, double bandwidth, int threads) {
    std::vector<Point> byY = points;
    std::sort(byY.begin(), byY.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
    Grid grid = zeros(spec);
    inParts(spec.rows, threads, [&](std::int64_t first, std::int64_t end) {
        sweepRows(byY, bandwidth, first, end, grid);
    });
    return grid;
}

} // namespace hk::bench
