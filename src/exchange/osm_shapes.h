#pragma once

#include "exchange/map_rows.h"

#include <QRectF>
#include <functional>

class OGRGeometry;

namespace hk::exchange {

/// Moves lon, lat into Web Mercator, in place. False where a vertex lies nowhere on that map, or there is none.
bool moveToMercator(OGRGeometry& geometry);

/// Bounding box, Web Mercator.
QRectF boundsOf(const OGRGeometry& geometry);

/// A polygon or several without the parts that have no area; null where none is left. Belongs to the caller.
std::unique_ptr<OGRGeometry> soundArea(const OGRGeometry& geometry);
/// Whether a line has length.
bool isSoundLine(const OGRGeometry& geometry);

/// Puts the shape into the row: WKB, middle, size.
void setShape(MapRow& row, const OGRGeometry& geometry);
void setPoint(MapRow& row, double x, double y);
/// Calls back with each ring of an area as a line.
void forEachRing(const OGRGeometry& area, const std::function<void(const OGRGeometry&)>& use);

/// A point inside an area, the middle of a line, the point itself.
std::pair<double, double> insideOf(const OGRGeometry& geometry);

} // namespace hk::exchange
