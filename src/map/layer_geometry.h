#pragma once

#include "map/basemap.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hk::map {

/// One part of a geometry: a point, a line or an area with its holes.
struct LayerPart {
    GeometryKind kind = GeometryKind::Point;
    std::vector<QPointF> vertices;
    std::vector<std::vector<QPointF>> holes;
};

/// The parts of a GeoPackage geometry (clause 2.1.3 of the standard: a header, then well-known binary), in its own coordinates.
/// Z and M are passed over; vertices nearer than `nearest` to the one before are left out, but for the last. False, and what was
/// read before stands in `parts`, where the bytes are no geometry; never reads beyond them.
bool readLayerGeometry(std::span<const std::byte> blob, double nearest, std::vector<LayerPart>& parts);

} // namespace hk::map
