#include "analysis/zone_index.h"

#include <algorithm>
#include <numeric>

namespace hk::analysis {

namespace {

/// Of a cell: by so much a mark reaches over, against rounding.
constexpr double slack = 1e-6;

std::vector<std::uint32_t> numbered(std::size_t count) {
    std::vector<std::uint32_t> zones(count);
    std::iota(zones.begin(), zones.end(), 0U);
    return zones;
}

} // namespace

ZoneIndex::ZoneIndex(const std::vector<Polygon>& polygons)
    : ZoneIndex(polygons, numbered(polygons.size())) {}

ZoneIndex::ZoneIndex(const std::vector<Polygon>& polygons, std::vector<std::uint32_t> zones)
    : m_zones(std::move(zones))
    , m_bounds{1.0, 1.0, 0.0, 0.0} {
    m_zones.resize(polygons.size());
    m_polygons.reserve(polygons.size());
    bool any = false;
    for (const Polygon& polygon : polygons) {
        const Extent& b = m_polygons.emplace_back(polygon).bounds();
        if (polygon.outer.empty())
            continue;
        m_bounds = any ? Extent{std::min(m_bounds.xmin, b.xmin), std::min(m_bounds.ymin, b.ymin),
                                std::max(m_bounds.xmax, b.xmax), std::max(m_bounds.ymax, b.ymax)}
                       : b;
        any = true;
    }
    if (any)
        build(polygons);
}

void ZoneIndex::build(const std::vector<Polygon>& polygons) {
    const double width = m_bounds.width();
    const double height = m_bounds.height();
    m_perX = width > 0.0 ? static_cast<double>(side) / width : 0.0;
    m_perY = height > 0.0 ? static_cast<double>(side) / height : 0.0;
    m_states.assign(side * side, outside);
    listPolygons();
    for (const Polygon& polygon : polygons) {
        markRing(polygon.outer);
        for (const Ring& hole : polygon.holes)
            markRing(hole);
    }
    fillBetweenMarks();
}

void ZoneIndex::markRing(const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i)
        markEdge(ring[i], ring[(i + 1) % ring.size()]);
}

/// Every cell that the edge touches, and no others but by the slack.
void ZoneIndex::markEdge(const Point& a, const Point& b) {
    const Point& lower = a.y <= b.y ? a : b;
    const Point& upper = a.y <= b.y ? b : a;
    const double x0 = (lower.x - m_bounds.xmin) * m_perX;
    const double y0 = (lower.y - m_bounds.ymin) * m_perY;
    const double x1 = (upper.x - m_bounds.xmin) * m_perX;
    const double y1 = (upper.y - m_bounds.ymin) * m_perY;
    const double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0.0;
    const std::size_t last = cell(y1 + slack);
    for (std::size_t row = cell(y0 - slack); row <= last; ++row) {
        double from = std::min(x0, x1);
        double to = std::max(x0, x1);
        if (y1 - y0 > 1e-9) { // the stretch within the row
            const double low = std::clamp(static_cast<double>(row) - slack, y0, y1);
            const double high = std::clamp(static_cast<double>(row) + 1.0 + slack, y0, y1);
            const double atLow = x0 + slope * (low - y0);
            const double atHigh = x0 + slope * (high - y0);
            from = std::max(from, std::min(atLow, atHigh));
            to = std::min(to, std::max(atLow, atHigh));
        }
        std::uint8_t* states = m_states.data() + row * side;
        std::fill(states + cell(from - slack), states + cell(to + slack) + 1, std::uint8_t{ask});
    }
}

/// No edge passes between neighbours without a mark, so one question answers for a stretch of them.
void ZoneIndex::fillBetweenMarks() {
    for (std::size_t row = 0; row < side; ++row) {
        std::uint8_t* states = m_states.data() + row * side;
        std::uint8_t known = ask;
        for (std::size_t column = 0; column < side; ++column) {
            if (states[column] == ask) {
                known = ask;
                continue;
            }
            if (known == ask) {
                const Point middle{m_bounds.xmin + (static_cast<double>(column) + 0.5) / m_perX,
                                   m_bounds.ymin + (static_cast<double>(row) + 0.5) / m_perY};
                known = containsExactly(middle) ? inside : outside;
            }
            states[column] = known;
        }
    }
}

void ZoneIndex::listPolygons() {
    constexpr std::size_t step = side / coarseSide;
    m_start.assign(coarseSide * coarseSide + 1, 0);
    const auto each = [&](auto visit) {
        for (std::uint32_t i = 0; i < m_polygons.size(); ++i) {
            const Extent& b = m_polygons[i].bounds();
            for (std::size_t r = row(b.ymin) / step; r <= row(b.ymax) / step; ++r)
                for (std::size_t c = column(b.xmin) / step; c <= column(b.xmax) / step; ++c)
                    visit(r * coarseSide + c, i);
        }
    };
    each([&](std::size_t at, std::uint32_t) { ++m_start[at + 1]; });
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    m_list.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    each([&](std::size_t at, std::uint32_t polygon) { m_list[next[at]++] = polygon; });
}

std::span<const std::uint32_t> ZoneIndex::near(const Point& p) const {
    constexpr std::size_t step = side / coarseSide;
    const std::size_t at = row(p.y) / step * coarseSide + column(p.x) / step;
    return {m_list.data() + m_start[at], m_start[at + 1] - m_start[at]};
}

bool ZoneIndex::containsExactly(const Point& p) const {
    const auto candidates = near(p);
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](std::uint32_t polygon) { return m_polygons[polygon].contains(p); });
}

void ZoneIndex::zonesAt(const Point& p, std::vector<std::uint32_t>& found) const {
    found.clear();
    if (state(p.x, p.y) == outside)
        return;
    for (const std::uint32_t polygon : near(p))
        if (m_polygons[polygon].contains(p))
            found.push_back(m_zones[polygon]);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

} // namespace hk::analysis
