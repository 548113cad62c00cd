#pragma once

#include "core/coordinates.h"
#include "map/viewport.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <vector>

class QPainter;

namespace hk::ui {

/// What the hand draws on the map: an area corner by corner.
class AreaSketch {
public:
    void clear() { m_corners.clear(); }
    bool isEmpty() const { return m_corners.empty(); }
    bool canClose() const { return m_corners.size() >= 3; }
    const SwerefRing& corners() const { return m_corners; }
    /// A corner at the very place of the last one is not added again.
    void add(const Sweref99& corner);
    void removeLast();

private:
    SwerefRing m_corners;
};

/// The outline so far and, where the cursor is over the map, the edges to it. Corners and cursor in window
/// pixels.
void paintAreaSketch(QPainter& painter, const std::vector<QPointF>& corners, const QPointF* cursor);
/// The rectangle of a box zoom.
void paintZoomBox(QPainter& painter, const QRectF& box);
/// How well the place is known: its outline in window pixels, or where there is none a circle of `radius` pixels around `place`.
void paintPlaceExtent(QPainter& painter, const QPolygonF& outline, const QPointF& place, double radius);
/// A pin with its point at `place`.
void paintPin(QPainter& painter, const QPointF& place);

} // namespace hk::ui
