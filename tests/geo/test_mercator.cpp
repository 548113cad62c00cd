#include "geo/mercator.h"
#include "support/catch.h"

using namespace hk;

TEST_CASE("Web Mercator of the hub is that of EPSG:3857")
{
    const WebMercator p = geo::toWebMercator({12.0187, 57.6556});
    // x = R·λ and y = R·ln(tan(π/4 + φ/2)), worked by another program.
    CHECK_THAT(p.x, WithinAbs(1337915.5640, 1e-3));
    CHECK_THAT(p.y, WithinAbs(7895315.1761, 1e-3));
    const LonLat back = geo::toLonLat(p);
    CHECK_THAT(back.lon, WithinAbs(12.0187, 1e-12));
    CHECK_THAT(back.lat, WithinAbs(57.6556, 1e-12));
}

TEST_CASE("the pole stays in the Web Mercator square")
{
    CHECK_THAT(geo::toWebMercator({0, 90}).y, WithinAbs(geo::mercatorHalf, 1e-6));
    CHECK_THAT(geo::toWebMercator({180, -90}).y, WithinAbs(-geo::mercatorHalf, 1e-6));
    CHECK_THAT(geo::toWebMercator({180, 0}).x, WithinAbs(geo::mercatorHalf, 1e-6));
}

TEST_CASE("a Web Mercator metre is about half a metre of ground in Mölndal")
{
    CHECK_THAT(geo::groundScale(57.6554), WithinAbs(0.535, 0.001));
    CHECK_THAT(geo::groundScale(0), WithinAbs(1.0, 1e-15));
}
