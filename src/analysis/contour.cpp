#include "analysis/contour.h"

#include "analysis/stoppable.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace hk::analysis {

namespace {

constexpr std::int32_t none = -1;

/// Ring number by edge number: open addressing, as the edges crossed are few among those of the grid.
class EdgeRings {
public:
    EdgeRings()
        : m_slots(1024) {}

    void insert(std::int64_t edge, std::int32_t ring) {
        if (2 * (m_used + 1) > m_slots.size())
            grow();
        put(edge, ring);
        ++m_used;
    }

    std::int32_t find(std::int64_t edge) const {
        for (std::size_t i = hash(edge);; i = (i + 1) & (m_slots.size() - 1)) {
            if (m_slots[i].ring == none || m_slots[i].edge == edge)
                return m_slots[i].ring;
        }
    }

private:
    struct Slot {
        std::int64_t edge = 0;
        std::int32_t ring = none;
    };

    std::size_t hash(std::int64_t edge) const {
        return static_cast<std::size_t>((static_cast<std::uint64_t>(edge) * 0x9E3779B97F4A7C15ull) >> 20) &
               (m_slots.size() - 1);
    }

    void put(std::int64_t edge, std::int32_t ring) {
        std::size_t i = hash(edge);
        while (m_slots[i].ring != none)
            i = (i + 1) & (m_slots.size() - 1);
        m_slots[i] = {edge, ring};
    }

    void grow() {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot& slot : old)
            if (slot.ring != none)
                put(slot.edge, slot.ring);
    }

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
};

enum Heading { North, East, South, West };

/// Node (i, j) is the centre of cell (i, j); square (i, j) has it as its south-west corner. One ring of nodes
/// around the grid counts as 0.
class Tracer {
public:
    Tracer(const Grid& grid, double level)
        : m_grid(grid)
        , m_level(level) {}

    Outcome<std::vector<Polygon>> run(const std::stop_token& stop) {
        for (std::int64_t j = 0; j < m_grid.spec.rows; ++j) {
            if (stop.stop_requested())
                return tl::unexpected(Failure{Fault::Cancelled});
            scanRow(j);
        }
        return polygons();
    }

private:
    double node(std::int64_t i, std::int64_t j) const {
        const GridSpec& spec = m_grid.spec;
        return i < 0 || j < 0 || i >= spec.columns || j >= spec.rows ? 0.0 : m_grid.at(i, j);
    }
    bool inside(std::int64_t i, std::int64_t j) const { return node(i, j) >= m_level; }
    Point centre(std::int64_t i, std::int64_t j) const {
        const GridSpec& spec = m_grid.spec;
        return {spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell,
                spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell};
    }
    /// Number of the edge between nodes (i, j) and (i + 1, j).
    std::int64_t edge(std::int64_t i, std::int64_t j) const { return j * (m_grid.spec.columns + 1) + i + 1; }

    // From west to east along a row every ring is met on an edge between two nodes of the row. An outer ring
    // is met first where the row enters it. A hole is met first, at its lowest row, where the row leaves the
    // region around it: the ring last entered is then that region's outer ring, or another of its holes.
    void scanRow(std::int64_t j) {
        std::int32_t entered = none;
        bool before = false;
        for (std::int64_t i = -1; i < m_grid.spec.columns; ++i) {
            const bool after = inside(i + 1, j);
            if (before == after)
                continue;
            before = after;
            std::int32_t ring = m_rings.find(edge(i, j));
            if (ring == none) {
                ring = static_cast<std::int32_t>(m_found.size());
                m_parent.push_back(after ? none : outerOf(entered));
                trace(i, j, after ? South : North);
            }
            if (after)
                entered = ring;
        }
    }

    std::int32_t outerOf(std::int32_t ring) const {
        const std::int32_t parent = m_parent[static_cast<std::size_t>(ring)];
        return parent == none ? ring : parent;
    }

    /// Follows the ring from the edge between (i, j) and (i + 1, j), inside on its left.
    void trace(std::int64_t i, std::int64_t j, Heading heading) {
        const auto number = static_cast<std::int32_t>(m_found.size());
        const std::int64_t start = edge(i, j);
        Ring ring;
        std::int64_t squareColumn = i;
        std::int64_t squareRow = heading == North ? j : j - 1;
        std::int64_t crossed = none;
        m_rings.insert(start, number);
        ring.push_back(crossing(i, j, i + 1, j));
        while (true) {
            heading = exitOf(squareColumn, squareRow, heading);
            const std::int64_t c = squareColumn;
            const std::int64_t r = squareRow;
            Point vertex;
            crossed = none;
            switch (heading) {
            case North:
                vertex = crossing(c, r + 1, c + 1, r + 1);
                crossed = edge(c, r + 1);
                ++squareRow;
                break;
            case South:
                vertex = crossing(c, r, c + 1, r);
                crossed = edge(c, r);
                --squareRow;
                break;
            case East:
                vertex = crossing(c + 1, r, c + 1, r + 1);
                ++squareColumn;
                break;
            case West:
                vertex = crossing(c, r, c, r + 1);
                --squareColumn;
                break;
            }
            if (crossed == start && (heading == North || heading == South))
                break;
            if (heading == North || heading == South)
                m_rings.insert(crossed, number);
            ring.push_back(vertex);
        }
        m_found.push_back(std::move(ring));
    }

    /// Where the contour that enters a square with this heading leaves it.
    Heading exitOf(std::int64_t i, std::int64_t j, Heading heading) const {
        // South-west, south-east, north-east, north-west.
        const double corner[4] = {node(i, j), node(i + 1, j), node(i + 1, j + 1), node(i, j + 1)};
        const int leftBehind = (4 - heading) % 4; // inside; the one behind on the right is outside
        const bool rightAhead = corner[(leftBehind + 2) % 4] >= m_level;
        const bool leftAhead = corner[(leftBehind + 3) % 4] >= m_level;
        const auto left = static_cast<Heading>((heading + 3) % 4);
        const auto right = static_cast<Heading>((heading + 1) % 4);
        if (leftAhead)
            return rightAhead ? right : heading;
        if (!rightAhead)
            return left;
        // Saddle. Summed crosswise, so that turning the grid by a quarter changes nothing.
        const double mean = 0.25 * ((corner[0] + corner[2]) + (corner[1] + corner[3]));
        return mean >= m_level ? right : left;
    }

    /// On the edge between two nodes of which one is inside. Kept a hair off the nodes, so that rings stay
    /// simple where a node is exactly at the level.
    Point crossing(std::int64_t i0, std::int64_t j0, std::int64_t i1, std::int64_t j1) const {
        constexpr double hair = 1e-6;
        const double a = node(i0, j0);
        const double b = node(i1, j1);
        const double t = std::clamp((m_level - a) / (b - a), hair, 1.0 - hair);
        Point p = centre(i0, j0);
        (j0 == j1 ? p.x : p.y) += t * m_grid.spec.cell;
        return p;
    }

    std::vector<Polygon> polygons() {
        // Nodes exactly at the level make rings a hair wide: no region.
        const double least = 1e-4 * m_grid.spec.cell * m_grid.spec.cell;
        std::vector<std::int32_t> polygonOf(m_found.size(), none);
        std::vector<Polygon> result;
        for (std::size_t k = 0; k < m_found.size(); ++k) {
            if (std::abs(signedArea(m_found[k])) < least)
                continue;
            if (m_parent[k] == none) {
                polygonOf[k] = static_cast<std::int32_t>(result.size());
                result.push_back({std::move(m_found[k]), {}});
            } else {
                const std::int32_t polygon = polygonOf[static_cast<std::size_t>(m_parent[k])];
                if (polygon != none)
                    result[static_cast<std::size_t>(polygon)].holes.push_back(std::move(m_found[k]));
            }
        }
        return result;
    }

    const Grid& m_grid;
    double m_level;
    EdgeRings m_rings;
    std::vector<Ring> m_found;
    std::vector<std::int32_t> m_parent; ///< of a hole: its outer ring
};

} // namespace

Outcome<std::vector<Polygon>> contourPolygons(const Grid& grid, double level, const std::stop_token& stop) {
    if (!(level > 0.0) || grid.values.empty())
        return std::vector<Polygon>{};
    return Tracer(grid, level).run(stop);
}

std::vector<Polygon> contourPolygons(const Grid& grid, double level) {
    return *contourPolygons(grid, level, {});
}

double quantileAboveZero(const Grid& grid, double q) {
    std::vector<double> above;
    std::copy_if(grid.values.begin(), grid.values.end(), std::back_inserter(above),
                 [](double v) { return v > 0.0; });
    if (above.empty())
        return 0.0;
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(above.size() - 1);
    const auto index = static_cast<std::ptrdiff_t>(position);
    const auto low = above.begin() + index;
    std::nth_element(above.begin(), low, above.end());
    const double fraction = position - static_cast<double>(index);
    if (fraction <= 0.0 || low + 1 == above.end())
        return *low;
    const double next = *std::min_element(low + 1, above.end());
    return *low + fraction * (next - *low);
}

} // namespace hk::analysis
