#pragma once

#include "map/basemap.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hk::map {

/// A simple part of a geometry: a point, a line, or a polygon with its holes; vertices in the geometry's own plane.
struct SimplePart {
    GeometryKind kind = GeometryKind::Point;
    std::vector<QPointF> vertices; ///< of a polygon: the outer ring, closed
    std::vector<std::vector<QPointF>> holes; ///< closed
};

/// Takes a geometry of a GeoPackage [OGC 12-128r18, clause 2.1.3: a header, then well-known binary] apart into simple parts, which
/// are appended; Z and M are left aside, an empty geometry has no parts. False, and nothing appended, where the bytes are not
/// such a geometry: too short, of an unknown or curved type, nested deeper than people nest, with a vertex that is not finite or
/// far outside any plane. Reads no byte outside `blob` whatever it says. Thread-safe.
bool readGeoPackageGeometry(std::span<const std::byte> blob, std::vector<SimplePart>& parts);

} // namespace hk::map
