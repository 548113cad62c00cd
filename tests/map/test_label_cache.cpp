#include "map/label_cache.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::map;

namespace {

constexpr int patience = 20000;
constexpr LonLat hub{12.0187, 57.6556};

} // namespace

TEST_CASE("labels come from a worker and stay for every pan")
{
    LabelCache cache;
    QSignalSpy ready(&cache, &LabelCache::layoutReady);
    const auto town = groundOf(test::smallTown());
    const auto style = test::lightStyle();
    const MapViewport view = test::mercatorView(hub, 16, {800, 600});
    CHECK(cache.layout(town, style, view, 1)->labels().empty());
    REQUIRE(ready.wait(patience));
    const auto layout = cache.layout(town, style, view, 1);
    CHECK_FALSE(layout->labels().empty());
    CHECK(cache.layout(town, style, test::mercatorView({12.02, 57.654}, 16, {800, 600}), 1) == layout);
}

TEST_CASE("while the zoom moves the last labels stay and none are asked for")
{
    LabelCache cache;
    QSignalSpy ready(&cache, &LabelCache::layoutReady);
    const auto town = groundOf(test::smallTown());
    const auto style = test::lightStyle();
    cache.layout(town, style, test::mercatorView(hub, 16, {800, 600}), 1);
    REQUIRE(ready.wait(patience));
    const auto before = cache.layout(town, style, test::mercatorView(hub, 16, {800, 600}), 1);
    CHECK(cache.layout(town, style, test::mercatorView(hub, 16.4, {800, 600}), 1, true) == before);
    CHECK(cache.layout(town, style, test::mercatorView(hub, 16.5, {800, 600}), 1) == before);
    REQUIRE(ready.wait(patience));
    CHECK(cache.layout(town, style, test::mercatorView(hub, 16.5, {800, 600}), 1) != before);
}

TEST_CASE("of many requests only the newest is placed")
{
    LabelCache cache;
    QSignalSpy ready(&cache, &LabelCache::layoutReady);
    const auto town = groundOf(test::smallTown());
    const auto style = test::lightStyle();
    for (double zoom = 14; zoom <= 17; zoom += 0.1)
        cache.layout(town, style, test::mercatorView(hub, zoom, {800, 600}), 1);
    const MapViewport last = test::mercatorView(hub, 17.05, {800, 600});
    cache.layout(town, style, last, 1);
    REQUIRE(ready.wait(patience));
    while (!cache.layout(town, style, last, 1)->fits(town.get(), style.get(), last))
        REQUIRE(ready.wait(patience));
    CHECK(ready.count() <= 3);
}
