#pragma once

#include "analysis/geometry.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hk::analysis {

/// Many polygons prepared for many questions. A fine raster knows for most of the ground whether it lies inside or
/// outside; only where an edge passes is the even-odd rule asked, of the few polygons that are near. Answers exactly as
/// contains() of each polygon does: half-open, so that of polygons that share an edge exactly one takes a point on it.
/// Immutable after construction; const access from many threads is safe.
class ZoneIndex {
public:
    /// `zones`: by polygon the number of the area it is a part of.
    ZoneIndex(const std::vector<Polygon>& polygons, std::vector<std::uint32_t> zones);
    /// Each polygon an area of its own.
    explicit ZoneIndex(const std::vector<Polygon>& polygons);

    /// Whether any polygon holds the point; false for a point that is not finite.
    bool contains(const Point& p) const
    {
        const std::uint8_t known = state(p.x, p.y);
        return known == ask ? containsExactly(p) : known == inside;
    }
    /// The numbers of the areas that hold the point, ascending, each once; written over `found`.
    void zonesAt(const Point& p, std::vector<std::uint32_t>& found) const;

    enum State : std::uint8_t { outside = 0, inside = 1, ask = 2 };
    /// What the raster knows of a place.
    std::uint8_t state(double x, double y) const
    {
        // Not a number fails both comparisons.
        if (!(x >= m_bounds.xmin && x <= m_bounds.xmax && y >= m_bounds.ymin && y <= m_bounds.ymax))
            return outside;
        return m_states[row(y) * side + column(x)];
    }
    bool containsExactly(const Point& p) const;

private:
    static constexpr std::size_t side = 512;      ///< cells of the raster each way
    static constexpr std::size_t coarseSide = 64; ///< cells of the lists of polygons each way

    std::size_t column(double x) const { return cell((x - m_bounds.xmin) * m_perX); }
    std::size_t row(double y) const { return cell((y - m_bounds.ymin) * m_perY); }
    static std::size_t cell(double place)
    {
        return place <= 0.0 ? 0 : place >= double{side} ? side - 1 : static_cast<std::size_t>(place);
    }
    void build(const std::vector<Polygon>& polygons);
    void markRing(const Ring& ring);
    void markEdge(const Point& a, const Point& b);
    void fillBetweenMarks();
    void listPolygons();
    std::span<const std::uint32_t> near(const Point& p) const;

    std::vector<PolygonIndex> m_polygons;
    std::vector<std::uint32_t> m_zones;
    Extent m_bounds;
    double m_perX = 0.0; ///< cells per metre
    double m_perY = 0.0;
    std::vector<std::uint8_t> m_states;
    std::vector<std::uint32_t> m_start; ///< by coarse cell
    std::vector<std::uint32_t> m_list;  ///< polygons whose bounds touch it
};

} // namespace hk::analysis
