#include "support/catch.h"
#include "ui/map_view_camera.h"
#include "ui/map_view_markers.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::ui;

namespace {

std::shared_ptr<const map::IncidentLayer> layerOf(std::uint32_t count)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < count; ++i) {
        table->easting.push_back(322123.0 + i % 100 * 7.0);
        table->northing.push_back(6394280.0 + i / 100 * 7.0);
        rows.push_back(i);
    }
    table->radius.assign(count, 10.0F);
    table->precision.assign(count, 0);
    table->category.assign(count, 0);
    return std::make_shared<const map::IncidentLayer>(table, rows, std::vector<map::IncidentLayer::CategorySymbol>{},
                                                      std::map<std::uint32_t, SwerefRing>{});
}

map::MapViewport viewAt(double zoom)
{
    MapCamera camera;
    camera.size = {640, 480};
    camera.lookAt({1338000.0, 7910000.0}, zoom);
    return camera.viewport();
}

void gather(MapMarkers& markers, const map::MapViewport& view)
{
    QSignalSpy ready(&markers, &MapMarkers::ready);
    markers.want(view, {});
    REQUIRE((markers.isCurrent(view) || ready.wait(20'000)));
    markers.want(view, {});
}

} // namespace

TEST_CASE("few symbols are shown at once")
{
    MapMarkers markers;
    const auto few = layerOf(200);
    markers.setLayer(few);
    markers.want(viewAt(15), {});
    CHECK(markers.shown() == few);
    CHECK(markers.isCurrent(viewAt(15)));
    markers.setLayer(nullptr);
    CHECK_FALSE(markers.shown());
}

TEST_CASE("very many symbols are gathered beside the window, and the last ones stay until they are there")
{
    MapMarkers markers;
    const auto first = layerOf(8000);
    const auto next = layerOf(9000);
    markers.setLayer(first);
    CHECK_FALSE(markers.shown());
    gather(markers, viewAt(15));
    CHECK(markers.shown() == first);
    markers.setLayer(next);
    markers.want(viewAt(15), {});
    CHECK(markers.shown() == first);
    CHECK_FALSE(markers.isCurrent(viewAt(15)));
    gather(markers, viewAt(15));
    CHECK(markers.shown() == next);
    // At another zoom they are drawn as they were until they are gathered anew.
    markers.want(viewAt(17), {});
    CHECK(markers.shown() == next);
    CHECK(next->nearestMarkers(map::Plane::WebMercator, viewAt(17).zoom()));
    gather(markers, viewAt(17));
    CHECK(markers.isCurrent(viewAt(17)));
}
