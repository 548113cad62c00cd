#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Plain numbers in, plain numbers out: nothing of Qt, GDAL or the other libraries. Coordinates are metres in
/// one projected CRS (SWEREF 99 TM in the program).
namespace hk::analysis {

struct Point {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Extent {
    double xmin = 0.0;
    double ymin = 0.0;
    double xmax = 0.0;
    double ymax = 0.0;
    double width() const { return xmax - xmin; }
    double height() const { return ymax - ymin; }
    bool contains(const Point& p) const { return p.x >= xmin && p.x <= xmax && p.y >= ymin && p.y <= ymax; }
    friend bool operator==(const Extent&, const Extent&) = default;
};

/// Closed ring, first vertex not repeated.
using Ring = std::vector<Point>;

struct Polygon {
    Ring outer;              ///< counter-clockwise
    std::vector<Ring> holes; ///< clockwise
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

/// Shoelace formula; m², positive for counter-clockwise.
double signedArea(const Ring& ring);
/// Outer area less holes, m².
double area(const Polygon& polygon);
/// Whether no two edges of the ring cross or lie on each other (touching neighbours apart). Looks at all pairs of edges.
bool isSimple(const Ring& ring);
/// Even–odd rule; a point on the border may fall on either side, but always the same one, and of two rings
/// that share an edge exactly one takes it.
bool contains(const Ring& ring, const Point& p);
bool contains(const Polygon& polygon, const Point& p);
/// All zero for an empty ring.
Extent bounds(const Ring& ring);
/// Metres from p to the nearest point of the polygon; 0 inside, infinite for a polygon without vertices.
double distance(const Polygon& polygon, const Point& p);

/// A polygon prepared for many questions: its edges sorted into horizontal slabs, so that one question looks
/// at a few of them. Answers exactly as contains() does. Immutable after construction; const access from many
/// threads is safe.
class PolygonIndex {
public:
    explicit PolygonIndex(const Ring& ring);
    explicit PolygonIndex(const Polygon& polygon);
    const Extent& bounds() const { return m_bounds; }
    bool contains(const Point& p) const;

private:
    struct Edge {
        Point lower;
        Point upper;
    };
    static void collect(const Ring& ring, std::vector<Edge>& edges);
    void build(const std::vector<Edge>& edges);
    std::size_t slabOf(double y) const;

    Extent m_bounds;
    double m_slabsPerMetre = 0.0;
    std::vector<std::uint32_t> m_start; ///< first edge of each slab in m_edges, and the end of the last
    std::vector<Edge> m_edges;
};

} // namespace hk::analysis
