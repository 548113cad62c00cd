#pragma once

#include "core/coordinates.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hk::store {

// GeoPackage geometries: the header of the standard's clause 2.1.3 followed by well-known binary, EPSG:3006.
// Our own are little-endian; those of other programs may be either, with or without an envelope, Z or M.

using PointBlob = std::array<std::byte, 29>;

PointBlob encodePoint(const Sweref99& position);
/// At least three vertices; the ring is closed in the blob. With an envelope.
std::vector<std::byte> encodePolygon(const SwerefRing& ring);

/// Nothing if it is not a point, or an empty one.
std::optional<Sweref99> decodePoint(std::span<const std::byte> blob);
/// The outer ring without its repeated vertex; nothing if it is not a polygon, an empty one, or one
/// with a vertex that is nowhere.
std::optional<SwerefRing> decodePolygon(std::span<const std::byte> blob);

struct Envelope {
    double minX = 0.0;
    double maxX = 0.0;
    double minY = 0.0;
    double maxY = 0.0;
};

/// What the ST_* functions answer for any geometry of the standard.
struct GeometryExtent {
    bool isGeometry = false;
    std::optional<Envelope> envelope; ///< nothing: empty
};
GeometryExtent extentOf(std::span<const std::byte> blob);

} // namespace hk::store
