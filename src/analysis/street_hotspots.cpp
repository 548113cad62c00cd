#include "analysis/street_hotspots.h"

#include "analysis/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace hk::analysis {
namespace {

double lengthOf(const Polyline& line)
{
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

/// Cuts one line at whole multiples of `step`, into `pieces` of them.
std::vector<Polyline> cut(const Polyline& line, double step, std::size_t pieces)
{
    std::vector<Polyline> result(1);
    result.back().push_back(line.front());
    double passed = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point& from = line[i - 1];
        const Point& to = line[i];
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length == 0.0)
            continue;
        while (result.size() < pieces && passed + length >= static_cast<double>(result.size()) * step) {
            const double t =
                std::clamp((static_cast<double>(result.size()) * step - passed) / length, 0.0, 1.0);
            const Point at{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
            if (result.back().back() != at)
                result.back().push_back(at);
            result.push_back({at});
        }
        if (result.back().back() != to)
            result.back().push_back(to);
        passed += length;
    }
    return result;
}

double squaredDistance(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = p.x - (a.x + t * dx);
    const double ey = p.y - (a.y + t * dy);
    return ex * ex + ey * ey;
}

} // namespace

std::vector<StreetSegment> cutStreets(const std::vector<Polyline>& lines, double target)
{
    std::vector<StreetSegment> segments;
    for (std::size_t street = 0; street < lines.size(); ++street) {
        const double length = lengthOf(lines[street]);
        if (!(length > 0.0) || !std::isfinite(length))
            continue;
        const auto pieces = static_cast<std::size_t>(std::max(1.0, std::round(length / target)));
        std::uint32_t part = 0;
        for (Polyline& piece : cut(lines[street], length / static_cast<double>(pieces), pieces)) {
            StreetSegment segment{std::move(piece), static_cast<std::uint32_t>(street), part++, 0.0};
            segment.length = lengthOf(segment.vertices);
            segments.push_back(std::move(segment));
        }
    }
    return segments;
}

StreetIndex::StreetIndex(std::span<const StreetSegment> segments, double reach)
    : m_reach(reach)
{
    for (std::size_t i = 0; i < segments.size(); ++i)
        for (std::size_t k = 1; k < segments[i].vertices.size(); ++k)
            m_edges.push_back(
                {segments[i].vertices[k - 1], segments[i].vertices[k], static_cast<std::uint32_t>(i)});
    if (!m_edges.empty())
        build();
}

std::int64_t StreetIndex::columnOf(double x) const
{
    return static_cast<std::int64_t>(
        std::clamp(std::floor((x - m_bounds.xmin) / m_cell), 0.0, static_cast<double>(m_columns - 1)));
}

std::int64_t StreetIndex::rowOf(double y) const
{
    return static_cast<std::int64_t>(
        std::clamp(std::floor((y - m_bounds.ymin) / m_cell), 0.0, static_cast<double>(m_rows - 1)));
}

void StreetIndex::build()
{
    const double infinity = std::numeric_limits<double>::infinity();
    m_bounds = {infinity, infinity, -infinity, -infinity};
    for (const Edge& edge : m_edges)
        m_bounds = {std::min({m_bounds.xmin, edge.from.x - m_reach, edge.to.x - m_reach}),
                    std::min({m_bounds.ymin, edge.from.y - m_reach, edge.to.y - m_reach}),
                    std::max({m_bounds.xmax, edge.from.x + m_reach, edge.to.x + m_reach}),
                    std::max({m_bounds.ymax, edge.from.y + m_reach, edge.to.y + m_reach})};
    // Cells of half the reach, so that a cell holds little more than what comes near it; at most a million of
    // them.
    constexpr double mostCells = 1e6;
    m_cell = std::max({0.5 * m_reach, std::sqrt(m_bounds.width() * m_bounds.height() / mostCells),
                       std::max(m_bounds.width(), m_bounds.height()) / mostCells});
    m_columns = static_cast<std::int64_t>(m_bounds.width() / m_cell) + 1;
    m_rows = static_cast<std::int64_t>(m_bounds.height() / m_cell) + 1;

    // An edge is listed in each cell that comes within reach of it: within reach and half a diagonal of the
    // cell's centre.
    const double near = m_reach + m_cell * std::sqrt(0.5) * (1.0 + 1e-9);
    const auto forCells = [&](const Edge& edge, auto&& visit) {
        const std::int64_t lastRow = rowOf(std::max(edge.from.y, edge.to.y) + m_reach);
        const std::int64_t lastColumn = columnOf(std::max(edge.from.x, edge.to.x) + m_reach);
        for (std::int64_t row = rowOf(std::min(edge.from.y, edge.to.y) - m_reach); row <= lastRow; ++row)
            for (std::int64_t column = columnOf(std::min(edge.from.x, edge.to.x) - m_reach);
                 column <= lastColumn; ++column) {
                const Point centre{m_bounds.xmin + (static_cast<double>(column) + 0.5) * m_cell,
                                   m_bounds.ymin + (static_cast<double>(row) + 0.5) * m_cell};
                if (squaredDistance(centre, edge.from, edge.to) <= near * near)
                    visit(static_cast<std::size_t>(row * m_columns + column));
            }
    };
    m_start.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const Edge& edge : m_edges)
        forCells(edge, [&](std::size_t cell) { ++m_start[cell + 1]; });
    for (std::size_t cell = 1; cell < m_start.size(); ++cell)
        m_start[cell] += m_start[cell - 1];
    m_entries.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        forCells(m_edges[i],
                 [&](std::size_t cell) { m_entries[next[cell]++] = static_cast<std::uint32_t>(i); });
}

std::int64_t StreetIndex::nearest(const Point& p) const
{
    if (m_edges.empty() || !m_bounds.contains(p)) // false for NaN
        return -1;
    const auto cell = static_cast<std::size_t>(rowOf(p.y) * m_columns + columnOf(p.x));
    double best = m_reach * m_reach;
    std::int64_t found = -1;
    for (std::uint32_t entry = m_start[cell]; entry < m_start[cell + 1]; ++entry) {
        const Edge& edge = m_edges[m_entries[entry]];
        const double squared = squaredDistance(p, edge.from, edge.to);
        // Edges stand in the order of their segments: of equally near ones the first stays.
        if (squared < best || (found < 0 && squared == best)) {
            best = squared;
            found = edge.segment;
        }
    }
    return found;
}

Outcome<StreetHotspots> streetHotspots(std::span<const StreetSegment> segments,
                                       const std::vector<Point>& points, const std::vector<double>& weights,
                                       const StreetOptions& options)
{
    if (!weights.empty() && weights.size() != points.size())
        throw std::invalid_argument("as many weights as points, or none");
    if (!(options.reach > 0.0) || !std::isfinite(options.reach))
        return tl::unexpected(Failure{Fault::BandwidthNotPositive, options.reach});
    const StreetIndex index(segments, options.reach);
    StreetHotspots result;
    result.segmentOf.assign(points.size(), -1);
    constexpr double perPoint = 60.0; // ns
    constexpr std::int64_t block = 4096;
    const auto count = static_cast<std::int64_t>(points.size());
    const int threads = detail::threadsFor(options.threads, perPoint * static_cast<double>(count));
    const bool done = detail::forBlocks(count, block, threads, [&](std::int64_t first, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(end); ++i)
            result.segmentOf[i] = index.nearest(points[i]);
        return !options.stop.stop_requested();
    });
    if (!done || options.stop.stop_requested())
        return tl::unexpected(Failure{Fault::Cancelled});

    result.weight.assign(segments.size(), 0.0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::int64_t segment = result.segmentOf[i];
        if (segment < 0) {
            ++result.leftOut;
            continue;
        }
        result.weight[static_cast<std::size_t>(segment)] += weights.empty() ? 1.0 : weights[i];
        ++result.counted;
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        result.per100Metres.push_back(100.0 * result.weight[i] /
                                      std::max(segments[i].length, options.shortestBase));
        if (result.weight[i] > 0.0)
            result.ranked.push_back(static_cast<std::uint32_t>(i));
    }
    // To a billionth: pieces of one street differ in the last digits of their length.
    const auto rounded = [&](std::uint32_t i) { return std::round(1e9 * result.per100Metres[i]); };
    std::sort(result.ranked.begin(), result.ranked.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (rounded(a) != rounded(b))
            return rounded(a) > rounded(b);
        return result.weight[a] != result.weight[b] ? result.weight[a] > result.weight[b] : a < b;
    });
    return result;
}

} // namespace hk::analysis
