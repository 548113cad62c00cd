#pragma once

#include "map/scene.h"

#include <QImage>
#include <QPointF>
#include <stop_token>
#include <vector>

namespace hk::map {

/// Points of a ring (closed by its first) without those that lie nearer than `tolerance` to the line through what is
/// left [Douglas & Peucker 1973]; at least three remain where there were three.
std::vector<QPointF> simplifiedRing(const std::vector<QPointF>& ring, double tolerance);

/// Draws the outlines of hotspots over an image of a viewport (premultiplied ARGB) as paintScene draws those that are not
/// selected, by the distance of each pixel from the line: some tenths of the time of a painter's stroke. For pictures
/// made while a hand moves. Leaves the image unfinished after a stop.
void strokeOutlines(QImage& image, const HotspotLayer& hotspots, const MapViewport& viewport, const std::stop_token& stop = {});

} // namespace hk::map
