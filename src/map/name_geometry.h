#pragma once

#include <QPointF>
#include <QRectF>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hk::map {

/// What a search needs of a geometry: its lines (rings, single points) and how far they reach, in the units it is stored in.
struct NameGeometry {
    int dimension = 0; ///< 0 points, 1 lines, 2 surfaces
    std::vector<std::vector<QPointF>> parts;
    QRectF bounds() const;
};

/// Reads a GeoPackage geometry (OGC 12-128r18, 2.1.3: header, envelope, ISO WKB) of points, lines and polygons, single or
/// collected; Z and M are passed over. Nothing for an empty, foreign or damaged one; never reads past its end.
std::optional<NameGeometry> readNameGeometry(std::span<const std::byte> blob);

} // namespace hk::map
