#pragma once

#include "analysis/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hk::analysis {

/// Points and lines prepared for the question whether something lies within a distance of any of them, that distance
/// included. A raster knows most answers; where it does not, the few stretches nearby are measured. Immutable after
/// construction; const access from many threads is safe.
class NearIndex {
public:
    /// Lines in metres; one vertex is a point, none is nothing. Vertices that are not finite are passed over. Throws
    /// std::invalid_argument for a distance that is negative or not finite.
    NearIndex(const std::vector<std::vector<Point>>& lines, double metres);

    bool contains(const Point& p) const
    {
        const std::uint8_t known = state(p.x, p.y);
        return known == ask ? containsExactly(p) : known == inside;
    }

    enum State : std::uint8_t { outside = 0, inside = 1, ask = 2 };
    /// What the raster knows of a place.
    std::uint8_t state(double x, double y) const
    {
        if (!(x >= m_bounds.xmin && x <= m_bounds.xmax && y >= m_bounds.ymin && y <= m_bounds.ymax))
            return outside;
        return m_states[row(y) * m_columns + column(x)];
    }
    bool containsExactly(const Point& p) const;

private:
    struct Stretch {
        Point from;
        Point to;
    };
    static std::size_t cellOf(double place, std::size_t cells)
    {
        return place <= 0.0 ? 0 : place >= static_cast<double>(cells) ? cells - 1 : static_cast<std::size_t>(place);
    }
    std::size_t column(double x) const { return cellOf((x - m_bounds.xmin) * m_perMetre, m_columns); }
    std::size_t row(double y) const { return cellOf((y - m_bounds.ymin) * m_perMetre, m_rows); }
    void cut(const std::vector<std::vector<Point>>& lines);
    void mark();
    void list();
    template <class Visit>
    void eachBlock(Visit visit) const;

    double m_metres;
    std::vector<Stretch> m_stretches; ///< short pieces, so that the ground around each is small
    Extent m_bounds{1.0, 1.0, 0.0, 0.0};
    double m_perMetre = 0.0; ///< cells
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<std::uint8_t> m_states;
    std::size_t m_blockColumns = 0; ///< blocks of 8 × 8 cells
    std::vector<std::uint32_t> m_start;
    std::vector<std::uint32_t> m_list; ///< by block: stretches whose surroundings touch it
};

} // namespace hk::analysis
