#include "workspace/place_positions.h"

#include "workspace_support.h"

using namespace hk;
using namespace hk::test;

TEST_CASE("place names of a table lie where the map has them, as precisely as the map knows them")
{
    const auto basemap = map::Basemap::embedded().value();
    const exchange::PlaceFinder find = workspace::placeFinder(map::PlaceSearch(basemap), workspace::centreOf(*basemap));
    const auto street = find(u("brogatan"));
    REQUIRE(street.has_value());
    CHECK(street->precision == Precision::Street);
    CHECK(street->radius >= 50.0);
    CHECK_FALSE(street->close);
    // A number that the map does not have leaves the street.
    const auto numbered = find(u("Brogatan 12 B, Mölndal"));
    REQUIRE(numbered.has_value());
    CHECK(numbered->position == street->position);
    CHECK(numbered->precision == Precision::Street);
    const auto misspelt = find(u("Brogattan"));
    REQUIRE(misspelt.has_value());
    CHECK(misspelt->close);
    CHECK(misspelt->precision == Precision::Place);
    CHECK_FALSE(find(u("Ingenstans alls")).has_value());
    CHECK_FALSE(find(u("")).has_value());
    CHECK_FALSE(find(u("bro")).has_value());
}
