#pragma once

#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <vector>

namespace hk::map {

/// The smallest rectangle that holds all points; of no size for one point, null for none.
inline QRectF boundsOf(const std::vector<QPointF>& points)
{
    if (points.empty())
        return {};
    double xmin = points.front().x(), xmax = xmin, ymin = points.front().y(), ymax = ymin;
    for (const QPointF& p : points) {
        xmin = std::min(xmin, p.x());
        xmax = std::max(xmax, p.x());
        ymin = std::min(ymin, p.y());
        ymax = std::max(ymax, p.y());
    }
    return {xmin, ymin, xmax - xmin, ymax - ymin};
}

} // namespace hk::map
