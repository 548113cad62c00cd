#include "geo/transform.h"
#include "map/small_town.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::map;

TEST_CASE("a view shows its centre in the middle and north upwards")
{
    MapViewport view = test::mercatorView({12.0187, 57.6556}, 15, {800, 600});
    view.target = QRectF(100, 50, 800, 600);
    CHECK(view.toDevice(view.centre) == QPointF(500, 350));
    CHECK(view.toDevice(view.centre + QPointF(0, 100)).y() < 350);
    const QPointF device(123, 456);
    const QPointF there = view.toDevice(view.toPlane(device));
    CHECK_THAT(there.x(), WithinAbs(device.x(), 1e-6));
    CHECK_THAT(there.y(), WithinAbs(device.y(), 1e-6));
    const QPointF mapped = view.transform().map(view.toPlane(device));
    CHECK_THAT(mapped.x(), WithinAbs(device.x(), 1e-3));
    CHECK_THAT(mapped.y(), WithinAbs(device.y(), 1e-3));
}

TEST_CASE("the plane rectangle of a view is what its corners show")
{
    const MapViewport view = test::swerefView({322000, 6394000}, 2.0, {300, 200});
    CHECK(view.planeRect() == QRectF(321700, 6393800, 600, 400));
    CHECK(view.toPlane({0, 0}) == QPointF(321700, 6394200));
}

TEST_CASE("zoom is that of the 512-pixel tiles that fit the scale")
{
    CHECK_THAT(test::mercatorView({12.0, 57.6}, 15.25, {10, 10}).zoom(), WithinAbs(15.25, 1e-6));
    MapViewport crisp = test::mercatorView({12.0, 57.6}, 15, {10, 10});
    crisp.unitsPerMetre *= 2; // twice the device units, each style pixel two of them
    crisp.stylePixel = 2;
    CHECK_THAT(crisp.zoom(), WithinAbs(15.0, 1e-9));
}

TEST_CASE("paper and screen at the same ground scale ask the style for the same zoom")
{
    const LonLat place{12.0187, 57.6556};
    const MapViewport screen = test::mercatorView(place, 15, {100, 100});
    const Sweref99 centre = geo::Sweref99Transform().toSweref(place);
    const MapViewport paper = test::swerefView(centre, screen.groundMetresPerUnit(), {100, 100});
    CHECK_THAT(paper.zoom(), WithinAbs(screen.zoom(), 0.002));
    CHECK_THAT(paper.groundMetresPerUnit(), WithinRel(screen.groundMetresPerUnit(), 1e-12));
    CHECK_THAT(screen.groundMetresPerUnit(), WithinRel(1.279, 0.002));
}
