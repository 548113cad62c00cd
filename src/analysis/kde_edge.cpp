#include "analysis/kde_edge.h"

#include "analysis/kde_threads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace hk::analysis::detail {

EdgeMass::EdgeMass(const std::vector<Polygon>& area, Kernel kernel, double bandwidth)
    : m_kernel(kernel)
    , m_reach(kernel == Kernel::Quartic ? bandwidth : 4.0 * bandwidth / std::sqrt(8.0))
    , m_scale(kernel == Kernel::Quartic ? bandwidth : bandwidth / std::sqrt(8.0))
    , m_parts(area.begin(), area.end()) {
    for (const Polygon& polygon : area) {
        collect(polygon.outer, true);
        for (const Ring& hole : polygon.holes)
            collect(hole, false);
    }
    index();
}

void EdgeMass::collect(const Ring& ring, bool counterClockwise) {
    const bool asIs = (signedArea(ring) > 0.0) == counterClockwise;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        if (!(a == b))
            m_all.push_back(asIs ? Edge{a, b} : Edge{b, a});
    }
}

void EdgeMass::index() {
    double high = -std::numeric_limits<double>::infinity();
    m_low = std::numeric_limits<double>::infinity();
    for (const Edge& edge : m_all) {
        m_low = std::min({m_low, edge.from.y, edge.to.y});
        high = std::max({high, edge.from.y, edge.to.y});
    }
    const double height = high - m_low;
    const std::size_t slabs = height > 0.0
                                  ? static_cast<std::size_t>(std::clamp(2.0 * height / m_reach, 1.0, 4096.0))
                                  : 1;
    m_slabsPerMetre = height > 0.0 ? static_cast<double>(slabs) / height : 0.0;
    std::vector<std::vector<std::uint32_t>> lists(slabs);
    m_start.assign(slabs + 1, 0);
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        const std::size_t first = slabOf(std::min(m_all[i].from.y, m_all[i].to.y) - m_reach);
        const std::size_t last = slabOf(std::max(m_all[i].from.y, m_all[i].to.y) + m_reach);
        for (std::size_t slab = first; slab <= last; ++slab)
            lists[slab].push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t slab = 0; slab < slabs; ++slab) {
        m_edges.insert(m_edges.end(), lists[slab].begin(), lists[slab].end());
        m_start[slab + 1] = static_cast<std::uint32_t>(m_edges.size());
    }
}

std::size_t EdgeMass::slabOf(double y) const {
    const double slab = (y - m_low) * m_slabsPerMetre;
    return static_cast<std::size_t>(std::clamp(slab, 0.0, static_cast<double>(m_start.size() < 2 ? 0 : m_start.size() - 2)));
}

bool EdgeMass::contains(const Point& p) const {
    return std::any_of(m_parts.begin(), m_parts.end(), [&](const PolygonIndex& part) { return part.contains(p); });
}

double EdgeMass::inside(const Point& p) const {
    double lost = 0.0;
    const std::size_t slab = slabOf(p.y);
    for (std::uint32_t i = m_start[slab]; i < m_start[slab + 1]; ++i) {
        const Edge& edge = m_all[m_edges[i]];
        if (std::max(edge.from.x, edge.to.x) > p.x - m_reach && std::min(edge.from.x, edge.to.x) < p.x + m_reach)
            lost += missing(edge, p);
    }
    return std::clamp(1.0 - lost / (2.0 * std::numbers::pi), 0.0, 1.0);
}

double EdgeMass::missing(const Edge& edge, const Point& p) const {
    const double ex = edge.to.x - edge.from.x;
    const double ey = edge.to.y - edge.from.y;
    const double length = std::hypot(ex, ey);
    const double ax = edge.from.x - p.x;
    const double ay = edge.from.y - p.y;
    // Positive where p lies to the left, as the area does.
    double distance = (ax * ey - ay * ex) / length;
    if (std::abs(distance) >= m_reach)
        return 0.0;
    // On the line itself, but for rounding, p counts as on the area's side of it, as it was found inside.
    if (distance <= 0.0 && distance > -1e-9 * m_reach)
        distance = std::numeric_limits<double>::min();
    const double half = std::sqrt(m_reach * m_reach - distance * distance);
    const double start = (ax * ex + ay * ey) / length;
    const double from = std::max(start, -half);
    const double to = std::min(start + length, half);
    if (from >= to)
        return 0.0;
    return m_kernel == Kernel::Quartic ? missingQuartic(distance, from, to) : missingGaussian(distance, from, to);
}

// With q = d²/h² and t = tan φ = s/d: (1 − q sec²φ)³ dφ = dφ − (3q − 3q²(1 + t²) + q³(1 + t²)²) dt.
double EdgeMass::missingQuartic(double distance, double from, double to) const {
    const double d = distance / m_scale;
    const auto integral = [d](double s) {
        const double d2 = d * d;
        const double s2 = s * s;
        return d * s * (3.0 - 3.0 * (d2 + s2 / 3.0) + d2 * d2 + 2.0 / 3.0 * d2 * s2 + s2 * s2 / 5.0);
    };
    const double a = from / m_scale;
    const double b = to / m_scale;
    return std::atan2(b * (d < 0 ? -1.0 : 1.0), std::abs(d)) - std::atan2(a * (d < 0 ? -1.0 : 1.0), std::abs(d)) -
           (integral(b) - integral(a));
}

// 1 − 2πF = (exp(−r²/2σ²) − exp(−8)) / (1 − exp(−8)), the kernel cut at 4σ and its mass made 1. Gauss–Legendre in
// eight-point panels over φ, of which the integrand is a smooth function.
double EdgeMass::missingGaussian(double distance, double from, double to) const {
    static constexpr std::array<double, 4> node{0.1834346424956498, 0.5255324099163290, 0.7966664774136267,
                                                0.9602898564975363};
    static constexpr std::array<double, 4> weight{0.3626837833783620, 0.3137066458778873, 0.2223810344533745,
                                                  0.1012285362903763};
    constexpr int panels = 8;
    const double side = distance < 0 ? -1.0 : 1.0;
    const double d = std::abs(distance) / m_scale;
    const double cut = std::exp(-8.0);
    const auto rest = [&](double phi) {
        const double r = d / std::cos(phi);
        return (std::exp(-0.5 * r * r) - cut) / (1.0 - cut);
    };
    const double first = std::atan2(from / m_scale, d);
    const double last = std::atan2(to / m_scale, d);
    const double half = 0.5 * (last - first) / panels;
    double sum = 0.0;
    for (int panel = 0; panel < panels; ++panel) {
        const double middle = first + (2 * panel + 1) * half;
        for (std::size_t i = 0; i < node.size(); ++i)
            sum += weight[i] * (rest(middle - half * node[i]) + rest(middle + half * node[i]));
    }
    return side * half * sum;
}

bool keepInside(const KdeOptions& options, int threads, Grid& grid) {
    const EdgeMass mass(options.studyArea, options.kernel, options.bandwidth);
    const GridSpec& spec = grid.spec;
    return forTasks(spec.rows, threads, [&] {
        return [&](std::int64_t row) {
            double* values = grid.values.data() + row * spec.columns;
            const double y = spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell;
            for (std::int64_t i = 0; i < spec.columns; ++i) {
                if (values[i] == 0.0)
                    continue;
                const Point centre{spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell, y};
                if (!mass.contains(centre)) {
                    values[i] = 0.0;
                } else if (options.edgeCorrection) {
                    const double part = mass.inside(centre);
                    values[i] = part > 0.0 ? values[i] / part : 0.0;
                }
            }
            return !options.stop.stop_requested();
        };
    });
}

} // namespace hk::analysis::detail

namespace hk::analysis {

double kernelMassInside(const std::vector<Polygon>& area, const Point& p, Kernel kernel, double bandwidth) {
    const detail::EdgeMass mass(area, kernel, bandwidth);
    return mass.contains(p) ? mass.inside(p) : 0.0;
}

} // namespace hk::analysis
