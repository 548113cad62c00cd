#pragma once

#include "map/basemap.h"

namespace hk::map {

/// Lines of a basemap that bear one name in one theme, joined end to end where they meet: the whole of a street.
struct LineChain {
    std::size_t feature = 0; ///< the first of its features: class, name, theme
    std::vector<std::size_t> features;
    std::vector<QPointF> points; ///< plane metres
    double length = 0;
};

/// Chains of all named (or, with `byRef`, numbered) lines of a theme; of a branching street, the straighter way goes on.
std::vector<LineChain> lineChains(const Basemap& basemap, BasemapTheme theme, Plane plane, bool byRef = false);

/// The point at a distance along a line, clamped to its ends.
QPointF pointAlong(const std::vector<QPointF>& points, const std::vector<double>& lengths, double distance);
/// Length of the line up to each vertex.
std::vector<double> lengthsOf(const std::vector<QPointF>& points);

} // namespace hk::map
