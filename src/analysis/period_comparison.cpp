#include "analysis/period_comparison.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace hk::analysis {

namespace {

constexpr double tooFew = std::numeric_limits<double>::quiet_NaN();

tl::unexpected<Failure> failure(Fault fault, double value = 0.0) {
    return tl::unexpected<Failure>(Failure{fault, value});
}

void requireSameRaster(const Grid& a, const Grid& b) {
    if (!(a.spec == b.spec) || a.values.size() != b.values.size())
        throw std::invalid_argument("the grids are not the same raster");
}

void scale(Grid& grid, double factor) {
    if (factor != 1.0)
        for (double& value : grid.values)
            value *= factor;
}

/// The first whole index at or after a position, within 0 … count.
std::int64_t clampedIndex(double position, std::int64_t count) {
    const double clamped = std::clamp(position, 0.0, static_cast<double>(count));
    const auto whole = static_cast<std::int64_t>(clamped);
    return static_cast<double>(whole) < clamped ? whole + 1 : whole;
}

/// Columns [first, end) of a row whose centres lie nearer than `radius` to a point `dy` above or below it.
struct Columns {
    std::int64_t first;
    std::int64_t end;
};
Columns columnsNear(const GridSpec& spec, double x, double dy, double radius) {
    const auto isNear = [&](std::int64_t column) {
        const double dx = spec.xmin + (static_cast<double>(column) + 0.5) * spec.cell - x;
        return dx * dx + dy * dy < radius * radius;
    };
    const double half = std::sqrt(std::max(0.0, radius * radius - dy * dy));
    const double west = (x - half - spec.xmin) / spec.cell - 0.5;
    const double east = (x + half - spec.xmin) / spec.cell - 0.5;
    Columns columns{clampedIndex(west, spec.columns), clampedIndex(east, spec.columns)};
    const auto isSure = [](double position, std::int64_t index) {
        const double ahead = static_cast<double>(index) - position;
        return ahead > 1e-4 && ahead < 1.0 - 1e-4;
    };
    if (isSure(west, columns.first) && isSure(east, columns.end))
        return columns;
    // So near a cell's centre the root's rounding might decide; the distance itself does.
    while (columns.first > 0 && isNear(columns.first - 1))
        --columns.first;
    while (columns.first < columns.end && !isNear(columns.first))
        ++columns.first;
    while (columns.end < spec.columns && isNear(columns.end))
        ++columns.end;
    while (columns.end > columns.first && !isNear(columns.end - 1))
        --columns.end;
    return columns;
}

/// Hides what is too few to say, cell by cell, and finds the largest of what is left.
void compareCells(PeriodComparison& result, const Grid& earlierCounts, const Grid& laterCounts,
                  const ComparisonOptions& options) {
    const std::size_t cells = result.earlier.values.size();
    for (std::size_t i = 0; i < cells; ++i) {
        const double fewer = std::min(earlierCounts.values[i], laterCounts.values[i]);
        const double more = std::max(earlierCounts.values[i], laterCounts.values[i]);
        const double earlier = result.earlier.values[i];
        const double later = result.later.values[i];
        const bool shown = more > 0.0 && more >= options.fewestForDifference;
        result.difference.values[i] = shown ? later - earlier : tooFew;
        if (shown)
            result.largestDifference = std::max(result.largestDifference, std::abs(later - earlier));
        else if (more > 0.0)
            ++result.cellsTooFew;
        result.change.values[i] =
            fewer >= options.fewestForPercent && earlier > 0.0 ? later / earlier - 1.0 : tooFew;
    }
}

} // namespace

void adjustForMany(std::vector<HotspotChange>& changes) {
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return changes[a].ratio.p < changes[b].ratio.p; });
    double reached = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        HotspotChange& change = changes[order[i]];
        reached = std::max(reached, std::min(1.0, static_cast<double>(order.size() - i) * change.ratio.p));
        change.familyP = reached;
    }
}

std::vector<std::uint32_t> rowsWithin(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                      const DateSpan& span) {
    std::vector<std::uint32_t> result;
    for (const std::uint32_t row : rows)
        if (span.contains(table.localDate[row]))
            result.push_back(row);
    return result;
}

Outcome<Grid> countsWithin(const std::vector<Point>& points, const GridSpec& spec, double radius,
                           std::stop_token stop) {
    if (!std::isfinite(radius) || radius <= 0.0)
        return failure(Fault::BandwidthNotPositive, radius);
    const double cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    if (cells > static_cast<double>(maximumCells))
        return failure(Fault::GridTooLarge, cells);
    // Where a row's run of near cells begins, one is added, and taken off behind its end.
    const std::int64_t width = spec.columns + 1;
    std::vector<std::int32_t> steps(static_cast<std::size_t>(width * spec.rows), 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& point = points[i];
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            return failure(Fault::NotFinite, static_cast<double>(i));
        if (i % 4096 == 0 && stop.stop_requested())
            return failure(Fault::Cancelled);
        const std::int64_t first = clampedIndex((point.y - radius - spec.ymin) / spec.cell - 0.5, spec.rows);
        const std::int64_t end = std::min(
            spec.rows, clampedIndex((point.y + radius - spec.ymin) / spec.cell - 0.5, spec.rows) + 1);
        for (std::int64_t row = first > 0 ? first - 1 : 0; row < end; ++row) {
            const double dy = spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell - point.y;
            if (std::abs(dy) >= radius)
                continue;
            const Columns columns = columnsNear(spec, point.x, dy, radius);
            if (columns.first >= columns.end)
                continue;
            ++steps[static_cast<std::size_t>(row * width + columns.first)];
            --steps[static_cast<std::size_t>(row * width + columns.end)];
        }
    }
    Grid counts{spec, std::vector<double>(static_cast<std::size_t>(spec.columns * spec.rows))};
    for (std::int64_t row = 0; row < spec.rows; ++row) {
        std::int32_t sum = 0;
        for (std::int64_t column = 0; column < spec.columns; ++column) {
            sum += steps[static_cast<std::size_t>(row * width + column)];
            counts.values[static_cast<std::size_t>(row * spec.columns + column)] = sum;
        }
    }
    return counts;
}

Grid densityRatio(const Grid& numerator, const Grid& denominator, double floor) {
    requireSameRaster(numerator, denominator);
    Grid ratio{numerator.spec, std::vector<double>(numerator.values.size())};
    for (std::size_t i = 0; i < ratio.values.size(); ++i) {
        const double below = denominator.values[i];
        ratio.values[i] = below > 0.0 && below >= floor ? numerator.values[i] / below : tooFew;
    }
    return ratio;
}

Grid sumOf(const Grid& a, const Grid& b) {
    requireSameRaster(a, b);
    Grid sum = a;
    for (std::size_t i = 0; i < sum.values.size(); ++i)
        sum.values[i] += b.values[i];
    return sum;
}

RateFactors rateFactors(const DateSpan& earlier, const DateSpan& later, RateBasis basis) {
    if (earlier.days() <= 0 || later.days() <= 0)
        throw std::invalid_argument("a period has at least one day");
    switch (basis) {
    case RateBasis::LaterPeriod:
        return {static_cast<double>(later.days()) / earlier.days(), 1.0};
    case RateBasis::AsCounted:
        return {};
    case RateBasis::Per30Days:
        return {30.0 / earlier.days(), 30.0 / later.days()};
    case RateBasis::PerYear:
        return {365.25 / earlier.days(), 365.25 / later.days()};
    }
    return {};
}

Outcome<PeriodComparison> comparePeriods(const std::vector<Point>& earlier, const std::vector<Point>& later,
                                         const GridSpec& spec, const ComparisonOptions& options) {
    PeriodComparison result;
    Grid* const densities[] = {&result.earlier, &result.later};
    Grid counts[2];
    const std::vector<Point>* const points[] = {&earlier, &later};
    for (std::size_t i = 0; i < 2; ++i) {
        Outcome<Grid> density = kernelDensity(*points[i], {}, spec, options.kde);
        if (!density)
            return tl::unexpected(density.error());
        Outcome<Grid> count = countsWithin(*points[i], spec, options.kde.bandwidth, options.kde.stop);
        if (!count)
            return tl::unexpected(count.error());
        *densities[i] = std::move(*density);
        counts[i] = std::move(*count);
    }
    result.both = sumOf(result.earlier, result.later);
    scale(result.earlier, options.factors.earlier);
    scale(result.later, options.factors.later);
    result.jointMaximum = std::max(result.earlier.maximum(), result.later.maximum());
    result.difference = {spec, std::vector<double>(result.earlier.values.size())};
    result.change = result.difference;
    compareCells(result, counts[0], counts[1], options);
    result.floor = options.floor > 0.0 ? options.floor : options.floorShare * result.earlier.maximum();
    result.ratio = densityRatio(result.later, result.earlier, result.floor);
    return result;
}

std::vector<HotspotChange> hotspotChanges(const IncidentTable& table, const std::vector<Hotspot>& hotspots,
                                          const DateSpan& earlier, const DateSpan& later) {
    std::vector<HotspotChange> changes;
    for (const Hotspot& hotspot : hotspots) {
        HotspotChange change;
        change.earlier.exposure = earlier.days();
        change.later.exposure = later.days();
        for (const std::uint32_t row : hotspot.rows) {
            change.earlier.count += earlier.contains(table.localDate[row]) ? 1 : 0;
            change.later.count += later.contains(table.localDate[row]) ? 1 : 0;
        }
        change.ratio = rateRatio(change.earlier, change.later);
        changes.push_back(change);
    }
    adjustForMany(changes);
    return changes;
}

} // namespace hk::analysis
