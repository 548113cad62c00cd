#include "analysis/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace hk::analysis {

namespace {

// The ends are given lower first, whichever way the ring runs, so that an edge shared by two rings decides
// alike in both.
bool crossesToTheRight(const Point& lower, const Point& upper, const Point& p) {
    if (p.y < lower.y || p.y >= upper.y)
        return false;
    return p.x < lower.x + (upper.x - lower.x) * ((p.y - lower.y) / (upper.y - lower.y));
}

template <class Visit>
void forEachEdge(const Ring& ring, Visit visit) {
    if (ring.empty())
        return;
    const Point* previous = &ring.back();
    for (const Point& vertex : ring) {
        visit(*previous, vertex);
        previous = &vertex;
    }
}

double squaredDistance(const Point& a, const Point& b, const Point& p) {
    const double ex = b.x - a.x;
    const double ey = b.y - a.y;
    const double length2 = ex * ex + ey * ey;
    double t = 0.0;
    if (length2 > 0.0)
        t = std::clamp(((p.x - a.x) * ex + (p.y - a.y) * ey) / length2, 0.0, 1.0);
    const double dx = p.x - (a.x + t * ex);
    const double dy = p.y - (a.y + t * ey);
    return dx * dx + dy * dy;
}

void widen(Extent& extent, const Ring& ring) {
    for (const Point& p : ring) {
        extent.xmin = std::min(extent.xmin, p.x);
        extent.ymin = std::min(extent.ymin, p.y);
        extent.xmax = std::max(extent.xmax, p.x);
        extent.ymax = std::max(extent.ymax, p.y);
    }
}

} // namespace

double signedArea(const Ring& ring) {
    if (ring.size() < 3)
        return 0.0;
    // Taken about a vertex: products of seven-digit coordinates would cancel.
    const Point origin = ring.front();
    double twice = 0.0;
    forEachEdge(ring, [&](const Point& a, const Point& b) {
        twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
    });
    return 0.5 * twice;
}

double area(const Polygon& polygon) {
    double result = std::abs(signedArea(polygon.outer));
    for (const Ring& hole : polygon.holes)
        result -= std::abs(signedArea(hole));
    return result;
}

bool isSimple(const Ring& ring) {
    const auto side = [](const Point& a, const Point& b, const Point& p) {
        const double cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
        return cross > 0.0 ? 1 : cross < 0.0 ? -1 : 0;
    };
    const auto within = [](const Point& a, const Point& b, const Point& p) {
        return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
               p.y <= std::max(a.y, b.y);
    };
    const std::size_t count = ring.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % count];
        for (std::size_t j = i + 2; j < count; ++j) {
            if (i == 0 && j + 1 == count)
                continue;
            const Point& c = ring[j];
            const Point& d = ring[(j + 1) % count];
            const int sc = side(a, b, c);
            const int sd = side(a, b, d);
            const int sa = side(c, d, a);
            const int sb = side(c, d, b);
            if (sc * sd < 0 && sa * sb < 0)
                return false;
            if ((sc == 0 && within(a, b, c)) || (sd == 0 && within(a, b, d)) || (sa == 0 && within(c, d, a)) ||
                (sb == 0 && within(c, d, b)))
                return false;
        }
    }
    return true;
}

bool contains(const Ring& ring, const Point& p) {
    bool inside = false;
    forEachEdge(ring, [&](const Point& a, const Point& b) {
        inside ^= a.y <= b.y ? crossesToTheRight(a, b, p) : crossesToTheRight(b, a, p);
    });
    return inside;
}

bool contains(const Polygon& polygon, const Point& p) {
    bool inside = contains(polygon.outer, p);
    for (const Ring& hole : polygon.holes)
        inside ^= contains(hole, p);
    return inside;
}

Extent bounds(const Ring& ring) {
    if (ring.empty())
        return {};
    Extent extent{ring.front().x, ring.front().y, ring.front().x, ring.front().y};
    widen(extent, ring);
    return extent;
}

double distance(const Polygon& polygon, const Point& p) {
    if (contains(polygon, p))
        return 0.0;
    double best = std::numeric_limits<double>::infinity();
    const auto visit = [&](const Point& a, const Point& b) {
        best = std::min(best, squaredDistance(a, b, p));
    };
    forEachEdge(polygon.outer, visit);
    for (const Ring& hole : polygon.holes)
        forEachEdge(hole, visit);
    return std::sqrt(best);
}

PolygonIndex::PolygonIndex(const Ring& ring)
    : m_bounds(analysis::bounds(ring)) {
    std::vector<Edge> edges;
    collect(ring, edges);
    build(edges);
}

PolygonIndex::PolygonIndex(const Polygon& polygon)
    : m_bounds(analysis::bounds(polygon.outer)) {
    std::vector<Edge> edges;
    collect(polygon.outer, edges);
    for (const Ring& hole : polygon.holes) {
        if (!edges.empty())
            widen(m_bounds, hole);
        collect(hole, edges);
    }
    build(edges);
}

void PolygonIndex::collect(const Ring& ring, std::vector<Edge>& edges) {
    forEachEdge(ring, [&](const Point& a, const Point& b) {
        if (a.y < b.y)
            edges.push_back({a, b});
        else if (b.y < a.y)
            edges.push_back({b, a});
    });
}

std::size_t PolygonIndex::slabOf(double y) const {
    const std::size_t last = m_start.size() - 2;
    const double slab = (y - m_bounds.ymin) * m_slabsPerMetre;
    return slab <= 0.0 ? 0 : std::min(last, static_cast<std::size_t>(slab));
}

void PolygonIndex::build(const std::vector<Edge>& edges) {
    const std::size_t slabs = std::clamp<std::size_t>(edges.size() / 2, 1, 4096);
    const double height = m_bounds.height();
    m_slabsPerMetre = height > 0.0 ? static_cast<double>(slabs) / height : 0.0;
    m_start.assign(slabs + 1, 0);
    for (const Edge& edge : edges)
        for (std::size_t slab = slabOf(edge.lower.y); slab <= slabOf(edge.upper.y); ++slab)
            ++m_start[slab + 1];
    for (std::size_t slab = 0; slab < slabs; ++slab)
        m_start[slab + 1] += m_start[slab];
    m_edges.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (const Edge& edge : edges)
        for (std::size_t slab = slabOf(edge.lower.y); slab <= slabOf(edge.upper.y); ++slab)
            m_edges[next[slab]++] = edge;
}

bool PolygonIndex::contains(const Point& p) const {
    if (!m_bounds.contains(p))
        return false;
    const std::size_t slab = slabOf(p.y);
    bool inside = false;
    for (std::uint32_t i = m_start[slab]; i < m_start[slab + 1]; ++i)
        inside ^= crossesToTheRight(m_edges[i].lower, m_edges[i].upper, p);
    return inside;
}

} // namespace hk::analysis
