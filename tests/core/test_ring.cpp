#include "core/ring.h"
#include "support/catch.h"

#include <vector>

using namespace hk;

namespace {

const std::vector<Sweref99> square{
    {320000, 6394000}, {320100, 6394000}, {320100, 6394100}, {320000, 6394100}};
const std::vector<Sweref99> horseshoe{{320000, 6394000}, {320300, 6394000}, {320300, 6394300},
                                      {320200, 6394300}, {320200, 6394100}, {320100, 6394100},
                                      {320100, 6394300}, {320000, 6394300}};

} // namespace

TEST_CASE("a position is inside a ring or not, in the notch of a horseshoe too")
{
    CHECK(containsPoint(square, {320050, 6394050}));
    CHECK_FALSE(containsPoint(square, {320150, 6394050}));
    CHECK(containsPoint(horseshoe, {320050, 6394200}));
    CHECK_FALSE(containsPoint(horseshoe, {320150, 6394200}));
    CHECK_FALSE(containsPoint(std::vector<Sweref99>{{0, 0}, {1, 1}}, {0.5, 0.5}));
}

TEST_CASE("the area of a ring is the same whichever way it is drawn")
{
    CHECK_THAT(ringArea(square), WithinAbs(10'000.0, 1e-6));
    CHECK_THAT(ringArea(std::vector<Sweref99>(square.rbegin(), square.rend())), WithinAbs(10'000.0, 1e-6));
    CHECK_THAT(ringArea(horseshoe), WithinAbs(70'000.0, 1e-6));
}

TEST_CASE("the point inside a plain ring is its centroid")
{
    const Sweref99 centre = pointInside(square);
    CHECK_THAT(centre.easting, WithinAbs(320050.0, 1e-6));
    CHECK_THAT(centre.northing, WithinAbs(6394050.0, 1e-6));
}

TEST_CASE("the point inside a horseshoe lies in the horseshoe though its centroid does not")
{
    const std::vector<Sweref99> thin{{0, 0},    {300, 0}, {300, 300}, {290, 300},
                                     {290, 10}, {10, 10}, {10, 300},  {0, 300}};
    CHECK(containsPoint(thin, pointInside(thin)));
    CHECK(containsPoint(horseshoe, pointInside(horseshoe)));
}

TEST_CASE("the radius around a centre reaches the farthest vertex")
{
    CHECK_THAT(radiusAround(square, {320000, 6394000}), WithinAbs(141.4213562, 1e-6));
}
