#pragma once

#include "map/basemap.h"
#include "map/style.h"

class QPainter;

namespace hk::map {

/// Paints polygons and then lines level by level, without the ground under them and without labels. Thread-safe for separate painters.
void paintBasemap(QPainter& painter, const Basemap& basemap, const MapStyle& style, const MapViewport& viewport);

} // namespace hk::map
