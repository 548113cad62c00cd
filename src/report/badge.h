#pragma once

#include "paper/canvas.h"

namespace hk::report {

/// A hotspot's number as on the map, in a disc of `radius` millimetres; an empty circle where it is not on the map.
void paintBadge(paper::Canvas& canvas, const QPointF& centre, double radius, int rank, bool onMap = true);

} // namespace hk::report
