#pragma once

#include "analysis/kde.h"

#include <cstddef>
#include <vector>

namespace hk::analysis::detail {

/// How much of a kernel lies inside a study area. By the divergence theorem the integral of a radial kernel over a
/// polygon is one over its edges: ∮ F(r)/r² (x dy − y dx) = Σ ∫ F(r(φ)) dφ, F(r) = ∫₀ʳ K(s) s ds, φ the direction
/// seen from the kernel's centre. Beyond the kernel's reach F is 1/2π, and all directions together are 1 inside, so
/// that only the edges within reach count: mass = 1 − 1/2π Σ ∫ (1 − 2πF) dφ. For the quartic 1 − 2πF is
/// (1 − r²/h²)³, whose integral along a line is a polynomial.
class EdgeMass {
public:
    EdgeMass(const std::vector<Polygon>& area, Kernel kernel, double bandwidth);
    bool contains(const Point& p) const;
    /// p inside the area. Thread-safe.
    double inside(const Point& p) const;

private:
    struct Edge {
        Point from; ///< the area lies to the left
        Point to;
    };
    void collect(const Ring& ring, bool counterClockwise);
    void index();
    std::size_t slabOf(double y) const;
    /// ∫ (1 − 2πF) dφ along the part of an edge within reach.
    double missing(const Edge& edge, const Point& p) const;
    double missingQuartic(double distance, double from, double to) const;
    double missingGaussian(double distance, double from, double to) const;

    Kernel m_kernel;
    double m_reach; ///< metres
    double m_scale; ///< quartic: h; Gaussian: σ
    std::vector<PolygonIndex> m_parts;
    std::vector<Edge> m_all;
    double m_low = 0.0;
    double m_slabsPerMetre = 0.0;
    std::vector<std::uint32_t> m_start; ///< of each slab in m_edges, and the end
    std::vector<std::uint32_t> m_edges; ///< those within reach of the slab
};

/// Sets cells outside the area to 0 and, where asked for, divides those inside. False where stopped.
bool keepInside(const KdeOptions& options, int threads, Grid& grid);

} // namespace hk::analysis::detail
