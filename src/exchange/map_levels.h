#pragma once

#include "exchange/map_rows.h"

#include <span>

class OGRGeometry;

namespace hk::exchange {

/// A coarser copy of the map for zoom levels (of a 512-px pyramid) under `belowZoom`.
struct MapLevel {
    double belowZoom;
    double tolerance;  ///< of the simplified lines, Web Mercator metres: half a pixel at belowZoom
    double leastSpan;  ///< areas with a smaller bounding box are left out, Web Mercator metres
    qint64 paysFrom;   ///< rows of the next finer table from which the copy is worth its place
};

/// From the large scales to the small ones.
std::span<const MapLevel> mapLevels();
/// Whether a theme has such a copy: what is only drawn close by has none.
bool hasLevel(MapTheme theme, const MapLevel& level);
/// Whether the row is important and large enough.
bool belongsTo(const MapLevel& level, const MapRow& row);
/// The simplified shape; null where nothing is left. `tolerance`: in the shape's own units.
std::unique_ptr<OGRGeometry> coarser(std::unique_ptr<OGRGeometry> shape, double tolerance);

} // namespace hk::exchange
