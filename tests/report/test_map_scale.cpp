#include "report/map_scale.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::report;

TEST_CASE("the scale bar is the longest of a round length that fits", "[report]")
{
    CHECK_THAT(scaleBar(5000, 60).metres, WithinRel(300.0, 1e-12));
    CHECK_THAT(scaleBar(5000, 59.9).metres, WithinRel(200.0, 1e-12));
    CHECK_THAT(scaleBar(2000, 60).metres, WithinRel(100.0, 1e-12));
    CHECK_THAT(scaleBar(10000, 60).metres, WithinRel(500.0, 1e-12));
    CHECK_THAT(scaleBar(7312, 60).metres, WithinRel(400.0, 1e-12));
    CHECK_THAT(scaleBar(50000, 44).metres, WithinRel(2000.0, 1e-12));
}

TEST_CASE("the scale bar's length on paper is exact at any scale", "[report]")
{
    for (const double scale : {500.0, 2000.0, 5000.0, 7312.5, 10000.0, 25000.0, 123456.0}) {
        const ScaleBar bar = scaleBar(scale, 57.3);
        CAPTURE(scale);
        CHECK_THAT(bar.length * scale / 1000.0, WithinRel(bar.metres, 1e-12));
        CHECK(bar.length <= 57.3 + 1e-9);
        CHECK(bar.length > 57.3 / 2.0);
    }
}

TEST_CASE("coordinate ticks stand at round steps, far enough apart to be read", "[report]")
{
    CHECK_THAT(gridStep(2000), WithinRel(100.0, 1e-12));
    CHECK_THAT(gridStep(5000), WithinRel(200.0, 1e-12));
    CHECK_THAT(gridStep(10000), WithinRel(500.0, 1e-12));
    CHECK(gridValues(321510.5, 322200.0, 200.0) ==
          std::vector<double>{321600.0, 321800.0, 322000.0, 322200.0});
    CHECK(gridValues(1.0, 2.0, 5.0).empty());
}

TEST_CASE("true north lies two and a half degrees clockwise of grid north in Mölndal", "[report]")
{
    // Convergence of the transverse Mercator on the sphere: atan(tan(15° − λ) · sin φ) = 2.520° at
    // lon 12.0187, lat 57.6556.
    CHECK_THAT(trueNorth({322122.6, 6394275.7}), WithinAbs(2.520, 0.01));
    CHECK_THAT(trueNorth({500000.0, 6394275.7}), WithinAbs(0.0, 1e-4));
    CHECK(trueNorth({700000.0, 6394275.7}) < -2.0);
}
