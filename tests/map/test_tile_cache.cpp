#include "map/small_town.h"
#include "map/tile_cache.h"
#include "support/catch.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::map;
using geo::TileId;

namespace {

constexpr int patience = 20000; // ms, for a signal

const TileId parent = geo::tileAt({1337700, 7895300}, 14);
const std::vector<TileId> children = {{15, parent.x * 2, parent.y * 2},
                                      {15, parent.x * 2 + 1, parent.y * 2},
                                      {15, parent.x * 2, parent.y * 2 + 1},
                                      {15, parent.x * 2 + 1, parent.y * 2 + 1}};

void waitFor(TileCache& cache, const std::vector<TileId>& wanted)
{
    QSignalSpy ready(&cache, &TileCache::tileReady);
    cache.pieces(wanted);
    while (!cache.isComplete(wanted))
        REQUIRE((ready.wait(patience) || cache.isComplete(wanted)));
}

std::unique_ptr<TileCache> townCache()
{
    auto cache = std::make_unique<TileCache>();
    cache->setSource(groundOf(test::smallTown()), test::lightStyle(), 1.0);
    return cache;
}

} // namespace

TEST_CASE("asking for tiles never waits, and they come")
{
    const auto cache = townCache();
    CHECK(cache->pieces(children).empty());
    CHECK_FALSE(cache->isComplete(children));
    waitFor(*cache, children);
    const auto shown = cache->pieces(children);
    REQUIRE(shown.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(shown[i].exact);
        CHECK(shown[i].tile == children[i]);
        CHECK(shown[i].source == QRectF(0, 0, 512, 512));
        CHECK(shown[i].image.size() == QSize(512, 512));
    }
}

TEST_CASE("a missing tile shows its part of the parent, scaled")
{
    const auto cache = townCache();
    waitFor(*cache, {parent});
    const auto shown = cache->pieces({children[3]});
    REQUIRE(shown.size() == 1);
    CHECK_FALSE(shown.front().exact);
    CHECK(shown.front().tile == children[3]);
    CHECK(shown.front().source == QRectF(256, 256, 256, 256));
    const TileId grandchild{16, children[1].x * 2, children[1].y * 2 + 1};
    CHECK(cache->pieces({grandchild}).front().source == QRectF(256, 128, 128, 128));
}

TEST_CASE("zooming out shows the finer tiles until the coarse one is there")
{
    const auto cache = townCache();
    waitFor(*cache, children);
    const auto shown = cache->pieces({parent});
    REQUIRE(shown.size() == 4);
    for (const TileCache::Piece& piece : shown) {
        CHECK_FALSE(piece.exact);
        CHECK(piece.tile.z == 15);
    }
    waitFor(*cache, {parent});
    CHECK(cache->pieces({parent}).size() == 1);
}

TEST_CASE("tiles that are no longer in view are dropped, not drawn")
{
    const auto cache = townCache();
    std::vector<TileId> many;
    for (int x = 0; x < 40; ++x)
        many.push_back({15, parent.x * 2 + x, parent.y * 2 + 4});
    cache->pieces(many);
    waitFor(*cache, {children[0]});
    int drawn = 0;
    for (const TileId& tile : many)
        drawn += cache->isComplete({tile}) ? 1 : 0;
    CHECK(drawn < 20);
}

TEST_CASE("a new style keeps the old tiles on show until the new ones are there")
{
    const auto cache = townCache();
    waitFor(*cache, {parent});
    const auto dark = MapStyle::embedded(QStringLiteral("dark"));
    REQUIRE(dark);
    cache->setSource(groundOf(test::smallTown()), *dark, 1.0);
    const auto old = cache->pieces({parent});
    REQUIRE(old.size() == 1);
    CHECK_FALSE(old.front().exact);
    CHECK(old.front().image.pixelColor(0, 0).lightness() > 200);
    waitFor(*cache, {parent});
    CHECK(cache->pieces({parent}).front().image.pixelColor(0, 0).lightness() < 80);
}

TEST_CASE("a high-density screen gets tiles of twice the pixels")
{
    const auto cache = townCache();
    cache->setSource(groundOf(test::smallTown()), test::lightStyle(), 2.0);
    waitFor(*cache, {parent});
    CHECK(cache->pieces({parent}).front().source == QRectF(0, 0, 1024, 1024));
}

TEST_CASE("the cache keeps to its memory, the tiles seen last stay")
{
    const auto cache = townCache();
    cache->setMemoryLimit(3 * 512 * 512 * 4);
    waitFor(*cache, {children[0]});
    waitFor(*cache, {children[1]});
    waitFor(*cache, {children[2]});
    cache->pieces({children[0]});
    waitFor(*cache, {children[3]});
    CHECK(cache->memoryUsed() <= 3 * 512 * 512 * 4);
    CHECK(cache->isComplete({children[0], children[3]}));
    CHECK_FALSE(cache->isComplete({children[1]}));
}

TEST_CASE("a cache may go while tiles are being drawn")
{
    for (int i = 0; i < 5; ++i)
        townCache()->pieces(children);
    SUCCEED();
}
