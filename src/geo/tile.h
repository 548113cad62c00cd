#pragma once

#include "core/coordinates.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace hk::geo {

/// XYZ tile of the Web Mercator square, row 0 in the north. Precondition: 0 ≤ z ≤ 24 and x, y in [0, 2^z).
struct TileId {
    int z = 0;
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend bool operator==(const TileId&, const TileId&) = default;
};

struct MercatorRect {
    double xmin = 0, ymin = 0, xmax = 0, ymax = 0;
    friend bool operator==(const MercatorRect&, const MercatorRect&) = default;
};

MercatorRect tileBounds(const TileId& tile);
TileId tileAt(const WebMercator& position, int z);
TileId parentOf(const TileId& tile);
/// Tiles that meet the rectangle, from its middle outwards.
std::vector<TileId> tilesIn(const MercatorRect& rect, int z);

} // namespace hk::geo

template <>
struct std::hash<hk::geo::TileId> {
    std::size_t operator()(const hk::geo::TileId& t) const noexcept
    {
        return std::hash<std::uint64_t>{}((static_cast<std::uint64_t>(t.z) << 58)
                                          ^ (static_cast<std::uint64_t>(t.x) << 29) ^ static_cast<std::uint64_t>(t.y));
    }
};
