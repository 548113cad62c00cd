#include "analysis/fishnet.h"

#include "analysis/parallel.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <mutex>
#include <span>
#include <stdexcept>

namespace hk::analysis {
namespace {

/// A coordinate in cells; one that is a whole number but for the rounding of the numbers themselves is that
/// number.
double inCells(double coordinate, double cell)
{
    const double exact = coordinate / cell;
    const double whole = std::round(exact);
    const double rounding = 4.0 * std::numeric_limits<double>::epsilon() * std::max(1.0, std::abs(exact));
    return std::abs(exact - whole) <= rounding ? whole : exact;
}

/// Number of the half-open cell that holds a coordinate.
double cellNumber(double coordinate, double cell)
{
    return std::floor(inCells(coordinate, cell));
}

bool isFinite(const Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// Cells first … last in both directions, as numbers of cells from 0.
Outcome<Fishnet> fishnetOf(double firstColumn, double lastColumn, double firstRow, double lastRow,
                           double cell)
{
    const double columns = lastColumn - firstColumn + 1.0;
    const double rows = lastRow - firstRow + 1.0;
    if (!(columns * rows <= static_cast<double>(maximumCells)))
        return tl::unexpected(Failure{Fault::GridTooLarge, columns * rows});
    Fishnet fishnet;
    fishnet.firstColumn = static_cast<std::int64_t>(firstColumn);
    fishnet.firstRow = static_cast<std::int64_t>(firstRow);
    fishnet.spec = {firstColumn * cell, firstRow * cell, cell, static_cast<std::int64_t>(columns),
                    static_cast<std::int64_t>(rows)};
    return fishnet;
}

bool isCell(double cell)
{
    return std::isfinite(cell) && cell > 0.0;
}

/// Marks the cells of one polygon.
void markInside(Fishnet& fishnet, const Polygon& polygon)
{
    const PolygonIndex index(polygon);
    const Extent& box = index.bounds();
    const GridSpec& spec = fishnet.spec;
    const auto clamped = [&](double coordinate, std::int64_t first, std::int64_t count) {
        const double number = cellNumber(coordinate, spec.cell) - static_cast<double>(first);
        return static_cast<std::int64_t>(std::clamp(number, 0.0, static_cast<double>(count - 1)));
    };
    const std::int64_t firstColumn = clamped(box.xmin, fishnet.firstColumn, spec.columns);
    const std::int64_t lastColumn = clamped(box.xmax, fishnet.firstColumn, spec.columns);
    const std::int64_t lastRow = clamped(box.ymax, fishnet.firstRow, spec.rows);
    for (std::int64_t row = clamped(box.ymin, fishnet.firstRow, spec.rows); row <= lastRow; ++row)
        for (std::int64_t column = firstColumn; column <= lastColumn; ++column) {
            const auto cell = static_cast<std::size_t>(row * spec.columns + column);
            if (fishnet.inside[cell] == 0 && index.contains(fishnet.centre(cell)))
                fishnet.inside[cell] = 1;
        }
}

/// Answers as Fishnet::cellAt does (−1: none), without a division for points that are clearly within a cell.
class CellFinder {
public:
    explicit CellFinder(const Fishnet& fishnet)
        : m_fishnet(fishnet)
        , m_perMetre(1.0 / fishnet.spec.cell)
        , m_columns(static_cast<double>(fishnet.spec.columns))
        , m_rows(static_cast<double>(fishnet.spec.rows))
    {
        const GridSpec& spec = fishnet.spec;
        const double farthest = std::max(
            {std::abs(spec.xmin), std::abs(spec.xmax()), std::abs(spec.ymin), std::abs(spec.ymax())});
        m_margin = 1e-6 + 16.0 * std::numeric_limits<double>::epsilon() * farthest * m_perMetre;
    }

    std::int64_t operator()(const Point& p) const
    {
        const double x = (p.x - m_fishnet.spec.xmin) * m_perMetre;
        const double y = (p.y - m_fishnet.spec.ymin) * m_perMetre;
        if (x > 0.0 && y > 0.0 && x < m_columns && y < m_rows) {
            const auto column = static_cast<std::int64_t>(x);
            const auto row = static_cast<std::int64_t>(y);
            if (isWithin(x - static_cast<double>(column)) && isWithin(y - static_cast<double>(row)))
                return row * m_fishnet.spec.columns + column;
        }
        const std::optional<std::size_t> cell = m_fishnet.cellAt(p);
        return cell ? static_cast<std::int64_t>(*cell) : -1;
    }

private:
    bool isWithin(double part) const { return part > m_margin && part < 1.0 - m_margin; }

    const Fishnet& m_fishnet;
    double m_perMetre;
    double m_columns;
    double m_rows;
    double m_margin = 0.0;
};

void count(const Fishnet& fishnet, const CellFinder& find, std::span<const Point> points,
           const double* weights, CellCounts& counts)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::int64_t cell = find(points[i]);
        if (cell < 0 || !fishnet.isInside(static_cast<std::size_t>(cell))) {
            ++counts.outside;
            continue;
        }
        counts.values[static_cast<std::size_t>(cell)] += weights ? weights[i] : 1.0;
        ++counts.counted;
    }
}

} // namespace

std::size_t Fishnet::cellsInside() const
{
    if (inside.empty())
        return cells();
    return static_cast<std::size_t>(
        std::count_if(inside.begin(), inside.end(), [](auto mark) { return mark != 0; }));
}

Point Fishnet::centre(std::size_t index) const
{
    const auto column = static_cast<double>(static_cast<std::int64_t>(index) % spec.columns);
    const auto row = static_cast<double>(static_cast<std::int64_t>(index) / spec.columns);
    return {spec.xmin + (column + 0.5) * spec.cell, spec.ymin + (row + 0.5) * spec.cell};
}

std::optional<std::size_t> Fishnet::cellAt(const Point& p) const
{
    const double column = cellNumber(p.x, spec.cell) - static_cast<double>(firstColumn);
    const double row = cellNumber(p.y, spec.cell) - static_cast<double>(firstRow);
    if (!(column >= 0.0 && row >= 0.0 && column < static_cast<double>(spec.columns) &&
          row < static_cast<double>(spec.rows)))
        return std::nullopt;
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(spec.columns) +
           static_cast<std::size_t>(column);
}

Outcome<Fishnet> fishnetOver(const std::vector<Polygon>& area, double cell)
{
    if (!isCell(cell))
        return tl::unexpected(Failure{Fault::CellSizeNotPositive, cell});
    Extent box{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
               -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    double vertex = 0.0;
    for (const Polygon& polygon : area)
        for (const Point& p : polygon.outer) {
            if (!isFinite(p))
                return tl::unexpected(Failure{Fault::NotFinite, vertex});
            box = {std::min(box.xmin, p.x), std::min(box.ymin, p.y), std::max(box.xmax, p.x),
                   std::max(box.ymax, p.y)};
            vertex += 1.0;
        }
    if (vertex == 0.0)
        return tl::unexpected(Failure{Fault::NoPoints});
    // A border that runs exactly along the cells opens no further column or row.
    const auto last = [&](double coordinate, double first) {
        return std::max(first, std::ceil(inCells(coordinate, cell)) - 1.0);
    };
    const double firstColumn = cellNumber(box.xmin, cell);
    const double firstRow = cellNumber(box.ymin, cell);
    Outcome<Fishnet> fishnet =
        fishnetOf(firstColumn, last(box.xmax, firstColumn), firstRow, last(box.ymax, firstRow), cell);
    if (!fishnet)
        return fishnet;
    fishnet->inside.assign(fishnet->cells(), 0);
    for (const Polygon& polygon : area)
        markInside(*fishnet, polygon);
    if (fishnet->cellsInside() == 0)
        return tl::unexpected(Failure{Fault::NoPoints});
    return fishnet;
}

Outcome<Fishnet> fishnetAround(const std::vector<Point>& points, double cell)
{
    if (!isCell(cell))
        return tl::unexpected(Failure{Fault::CellSizeNotPositive, cell});
    if (points.empty())
        return tl::unexpected(Failure{Fault::NoPoints});
    Extent box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point& p = points[i];
        if (!isFinite(p))
            return tl::unexpected(Failure{Fault::NotFinite, static_cast<double>(i)});
        box = {std::min(box.xmin, p.x), std::min(box.ymin, p.y), std::max(box.xmax, p.x),
               std::max(box.ymax, p.y)};
    }
    return fishnetOf(cellNumber(box.xmin, cell), cellNumber(box.xmax, cell), cellNumber(box.ymin, cell),
                     cellNumber(box.ymax, cell), cell);
}

CellCounts countInCells(const Fishnet& fishnet, const std::vector<Point>& points,
                        const std::vector<double>& weights)
{
    if (!weights.empty() && weights.size() != points.size())
        throw std::invalid_argument("as many weights as points, or none");
    CellCounts counts;
    counts.values.assign(fishnet.cells(), 0.0);
    const CellFinder find(fishnet);
    constexpr double perPoint = 6.0; // ns
    const auto size = static_cast<std::int64_t>(points.size());
    // Sums of weights would depend on how points are dealt to threads; whole numbers do not.
    const bool together = !weights.empty() || fishnet.cells() > points.size() / 4;
    const int threads = together ? 1 : detail::threadsFor(0, perPoint * static_cast<double>(size));
    if (threads == 1) {
        count(fishnet, find, points, weights.empty() ? nullptr : weights.data(), counts);
        return counts;
    }
    std::mutex mutex;
    detail::forBlocks(size, (size + threads - 1) / threads, threads,
                      [&](std::int64_t first, std::int64_t end) {
                          CellCounts part;
                          part.values.assign(fishnet.cells(), 0.0);
                          count(fishnet, find, {points.data() + first, points.data() + end}, nullptr, part);
                          const std::lock_guard lock(mutex);
                          std::transform(part.values.begin(), part.values.end(), counts.values.begin(),
                                         counts.values.begin(), std::plus<>());
                          counts.counted += part.counted;
                          counts.outside += part.outside;
                          return true;
                      });
    return counts;
}

} // namespace hk::analysis
