#include "analysis/kde.h"

#include "analysis/kde_edge.h"
#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <stdexcept>
#include <thread>

namespace hk::analysis {

namespace {

tl::unexpected<Failure> failure(Fault fault, double value = 0.0) {
    return tl::unexpected<Failure>(Failure{fault, value});
}

bool positive(double value) {
    return std::isfinite(value) && value > 0.0;
}

/// v / cell, where that is a whole number but for rounding: the whole number. Seven-digit coordinates over
/// decimetre cells are whole to about 1e-8.
double inCells(double v, double cell) {
    const double q = v / cell;
    const double whole = std::round(q);
    const double rounding = std::max(1e-9, 8.0 * std::numeric_limits<double>::epsilon() * std::abs(q));
    return std::abs(q - whole) <= rounding ? whole : q;
}

Outcome<GridSpec> specOf(double xmin, double ymin, double cell, double columns, double rows) {
    const double cells = columns * rows;
    if (!(cells <= static_cast<double>(maximumCells)))
        return failure(Fault::GridTooLarge, cells);
    return GridSpec{xmin, ymin, cell, static_cast<std::int64_t>(columns), static_cast<std::int64_t>(rows)};
}

std::optional<Failure> check(const std::vector<Point>& points, const std::vector<double>& weights,
                             const GridSpec& spec, const KdeOptions& options) {
    if (!positive(spec.cell))
        return Failure{Fault::CellSizeNotPositive, spec.cell};
    if (!positive(options.bandwidth))
        return Failure{Fault::BandwidthNotPositive, options.bandwidth};
    if (options.bandwidth < spec.cell)
        return Failure{Fault::BandwidthBelowCell, options.bandwidth};
    if (spec.columns <= 0 || spec.rows <= 0)
        return Failure{Fault::NoPoints};
    const double cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    if (cells > static_cast<double>(maximumCells))
        return Failure{Fault::GridTooLarge, cells};
    if (!std::isfinite(spec.xmin) || !std::isfinite(spec.ymin) || !std::isfinite(spec.xmax()) ||
        !std::isfinite(spec.ymax()))
        return Failure{Fault::NotFinite};
    if (!weights.empty() && weights.size() != points.size())
        throw std::invalid_argument("kernelDensity: as many weights as points, or none");
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y))
            return Failure{Fault::NotFinite, static_cast<double>(i)};
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!std::isfinite(weights[i]))
            return Failure{Fault::NotFinite, static_cast<double>(i)};
    return std::nullopt;
}

Outcome<Grid> densityInside(const std::vector<Point>& points, const std::vector<double>& weights,
                            const GridSpec& spec, const KdeOptions& options) {
    const std::vector<PolygonIndex> parts(options.studyArea.begin(), options.studyArea.end());
    std::vector<Point> inside;
    std::vector<double> theirWeights;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % 4096 == 0 && options.stop.stop_requested())
            return failure(Fault::Cancelled);
        if (std::none_of(parts.begin(), parts.end(), [&](const auto& part) { return part.contains(points[i]); }))
            continue;
        inside.push_back(points[i]);
        if (!weights.empty())
            theirWeights.push_back(weights[i]);
    }
    Outcome<Grid> grid = detail::density(inside, theirWeights, spec, options, detail::Method::Automatic);
    const int threads = options.threads > 0
                            ? options.threads
                            : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    if (grid && !detail::keepInside(options, threads, *grid))
        return failure(Fault::Cancelled);
    return grid;
}

} // namespace

double Grid::maximum() const {
    double result = 0.0;
    for (const double v : values)
        result = std::max(result, v);
    return result;
}

Outcome<GridSpec> gridAround(const std::vector<Point>& points, double cell, double bandwidth) {
    if (!positive(cell))
        return failure(Fault::CellSizeNotPositive, cell);
    if (!positive(bandwidth))
        return failure(Fault::BandwidthNotPositive, bandwidth);
    if (points.empty())
        return failure(Fault::NoPoints);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y))
            return failure(Fault::NotFinite, static_cast<double>(i));
    const Extent box = bounds(points);
    const double west = std::floor(inCells(box.xmin - bandwidth, cell));
    const double south = std::floor(inCells(box.ymin - bandwidth, cell));
    const double east = std::ceil(inCells(box.xmax + bandwidth, cell));
    const double north = std::ceil(inCells(box.ymax + bandwidth, cell));
    return specOf(west * cell, south * cell, cell, std::max(1.0, east - west), std::max(1.0, north - south));
}

Outcome<GridSpec> gridOf(const Extent& extent, double cell) {
    if (!positive(cell))
        return failure(Fault::CellSizeNotPositive, cell);
    if (!std::isfinite(extent.xmin) || !std::isfinite(extent.ymin) || !std::isfinite(extent.xmax) ||
        !std::isfinite(extent.ymax))
        return failure(Fault::NotFinite);
    if (!(extent.width() > 0.0) || !(extent.height() > 0.0))
        return failure(Fault::NoPoints);
    // The two ends are rounded before they are subtracted, so the remainder to forgive is that of the
    // coordinates.
    const auto count = [cell](double low, double high) {
        const double q = (high - low) / cell;
        const double whole = std::round(q);
        const double rounding = std::max(1e-9, 4.0 * std::numeric_limits<double>::epsilon() *
                                                   (std::abs(low) + std::abs(high)) / cell);
        return std::max(1.0, std::abs(q - whole) <= rounding ? whole : std::ceil(q));
    };
    return specOf(extent.xmin, extent.ymin, cell, count(extent.xmin, extent.xmax),
                  count(extent.ymin, extent.ymax));
}

Outcome<Grid> kernelDensity(const std::vector<Point>& points, const std::vector<double>& weights,
                            const GridSpec& spec, const KdeOptions& options) {
    if (const auto fault = check(points, weights, spec, options))
        return tl::unexpected<Failure>(*fault);
    try {
        if (options.studyArea.empty())
            return detail::density(points, weights, spec, options, detail::Method::Automatic);
        return densityInside(points, weights, spec, options);
    } catch (const std::bad_alloc&) {
        return failure(Fault::GridTooLarge,
                       static_cast<double>(spec.columns) * static_cast<double>(spec.rows));
    }
}

double sample(const Grid& grid, const Point& p) {
    const GridSpec& spec = grid.spec;
    if (grid.values.empty() || !spec.extent().contains(p))
        return 0.0;
    const double x = (p.x - spec.xmin) / spec.cell - 0.5;
    const double y = (p.y - spec.ymin) / spec.cell - 0.5;
    const auto column = static_cast<std::int64_t>(std::floor(x));
    const auto row = static_cast<std::int64_t>(std::floor(y));
    const double fx = x - std::floor(x);
    const double fy = y - std::floor(y);
    const auto cell = [&](std::int64_t i, std::int64_t j) {
        return i < 0 || j < 0 || i >= spec.columns || j >= spec.rows ? 0.0 : grid.at(i, j);
    };
    const double south = cell(column, row) * (1.0 - fx) + cell(column + 1, row) * fx;
    const double north = cell(column, row + 1) * (1.0 - fx) + cell(column + 1, row + 1) * fx;
    return south * (1.0 - fy) + north * fy;
}

} // namespace hk::analysis
