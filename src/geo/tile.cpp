#include "geo/tile.h"

#include "geo/mercator.h"

#include <algorithm>
#include <cmath>

namespace hk::geo {

namespace {

double tileSide(int z)
{
    return std::ldexp(2.0 * mercatorHalf, -z);
}

/// Column or row of a distance from the western or northern edge, kept inside the square.
std::int32_t tileIndex(double tiles, int z)
{
    const double last = std::ldexp(1.0, z) - 1.0;
    return static_cast<std::int32_t>(std::clamp(std::floor(tiles), 0.0, last));
}

/// As tileIndex for the far end of a range: an end exactly on a border does not reach into the next tile.
std::int32_t tileIndexOfEnd(double tiles, int z)
{
    return tileIndex(std::ceil(tiles) - 1.0, z);
}

} // namespace

MercatorRect tileBounds(const TileId& tile)
{
    const double side = tileSide(tile.z);
    return {-mercatorHalf + side * tile.x, mercatorHalf - side * (tile.y + 1), -mercatorHalf + side * (tile.x + 1),
            mercatorHalf - side * tile.y};
}

TileId tileAt(const WebMercator& position, int z)
{
    const double side = tileSide(z);
    return {z, tileIndex((position.x + mercatorHalf) / side, z), tileIndex((mercatorHalf - position.y) / side, z)};
}

TileId parentOf(const TileId& tile)
{
    return tile.z == 0 ? tile : TileId{tile.z - 1, tile.x / 2, tile.y / 2};
}

std::vector<TileId> tilesIn(const MercatorRect& rect, int z)
{
    const bool outside = rect.xmax < -mercatorHalf || rect.xmin > mercatorHalf || rect.ymax < -mercatorHalf
                         || rect.ymin > mercatorHalf;
    if (outside || !(rect.xmax >= rect.xmin) || !(rect.ymax >= rect.ymin))
        return {};
    const double side = tileSide(z);
    const double west = (rect.xmin + mercatorHalf) / side;
    const double north = (mercatorHalf - rect.ymax) / side;
    const std::int32_t x0 = tileIndex(west, z);
    const std::int32_t y0 = tileIndex(north, z);
    const std::int32_t x1 = std::max(x0, tileIndexOfEnd((rect.xmax + mercatorHalf) / side, z));
    const std::int32_t y1 = std::max(y0, tileIndexOfEnd((mercatorHalf - rect.ymin) / side, z));

    std::vector<TileId> tiles;
    tiles.reserve(static_cast<std::size_t>(x1 - x0 + 1) * static_cast<std::size_t>(y1 - y0 + 1));
    for (std::int32_t y = y0; y <= y1; ++y)
        for (std::int32_t x = x0; x <= x1; ++x)
            tiles.push_back({z, x, y});

    const double middleX = ((rect.xmin + rect.xmax) / 2 + mercatorHalf) / side - 0.5;
    const double middleY = (mercatorHalf - (rect.ymin + rect.ymax) / 2) / side - 0.5;
    const auto fromMiddle = [&](const TileId& t) { return std::hypot(t.x - middleX, t.y - middleY); };
    std::stable_sort(tiles.begin(), tiles.end(),
                     [&](const TileId& a, const TileId& b) { return fromMiddle(a) < fromMiddle(b); });
    return tiles;
}

} // namespace hk::geo
