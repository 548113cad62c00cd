#include "geo/mercator.h"
#include "geo/tile.h"
#include "support/catch.h"

#include <set>

using namespace hk;
using geo::MercatorRect;
using geo::TileId;

TEST_CASE("the tile of a known place has the published number")
{
    // Slippy-map formula worked by hand for lon 12.0187, lat 57.6556 at zoom 14.
    CHECK(geo::tileAt(geo::toWebMercator({12.0187, 57.6556}), 14) == TileId{14, 8738, 4964});
    CHECK(geo::tileAt({0, 0}, 0) == TileId{0, 0, 0});
}

TEST_CASE("the four tiles of zoom 1 share the square without a gap")
{
    const MercatorRect northWest = geo::tileBounds({1, 0, 0});
    const MercatorRect southEast = geo::tileBounds({1, 1, 1});
    CHECK(northWest == MercatorRect{-geo::mercatorHalf, 0, 0, geo::mercatorHalf});
    CHECK(southEast == MercatorRect{0, -geo::mercatorHalf, geo::mercatorHalf, 0});
}

TEST_CASE("a point on the outer edge of the world belongs to the last tile")
{
    CHECK(geo::tileAt({geo::mercatorHalf, -geo::mercatorHalf}, 3) == TileId{3, 7, 7});
    CHECK(geo::tileAt({-geo::mercatorHalf, geo::mercatorHalf}, 3) == TileId{3, 0, 0});
    CHECK(geo::tileAt({9e7, -9e7}, 3) == TileId{3, 7, 7});
}

TEST_CASE("a tile's own bounds meet that tile alone")
{
    const TileId tile{5, 17, 9};
    CHECK(geo::tilesIn(geo::tileBounds(tile), 5) == std::vector<TileId>{tile});
}

TEST_CASE("a tile's four children lie within its bounds")
{
    const TileId tile{12, 2184, 1240};
    const auto children = geo::tilesIn(geo::tileBounds(tile), 13);
    REQUIRE(children.size() == 4);
    for (const TileId& child : children)
        CHECK(geo::parentOf(child) == tile);
    CHECK(geo::parentOf({0, 0, 0}) == TileId{0, 0, 0});
}

TEST_CASE("tiles of a view come from its middle outwards, each once")
{
    const WebMercator middle = geo::toWebMercator({12.0187, 57.6556});
    const auto tiles = geo::tilesIn({middle.x - 3000, middle.y - 2000, middle.x + 3000, middle.y + 2000}, 15);
    REQUIRE(tiles.size() > 9);
    CHECK(tiles.front() == geo::tileAt(middle, 15));
    std::set<std::pair<int, int>> seen;
    for (const TileId& tile : tiles)
        CHECK(seen.insert({tile.x, tile.y}).second);
}

TEST_CASE("a view beyond the world asks for no tile outside it")
{
    CHECK(geo::tilesIn({3e7, 0, 4e7, 1e6}, 4).empty());
    CHECK(geo::tilesIn({0, 0, -1, -1}, 4).empty());
    for (const TileId& tile : geo::tilesIn({1.9e7, -3e7, 3e7, -1.9e7}, 4))
        CHECK((tile.x == 15 && tile.y == 15));
}

TEST_CASE("tiles tell themselves apart in a hash table")
{
    std::set<std::size_t> hashes;
    for (int x = 0; x < 64; ++x)
        for (int y = 0; y < 64; ++y)
            hashes.insert(std::hash<TileId>{}({14, 8700 + x, 4900 + y}));
    CHECK(hashes.size() == 64 * 64);
}
