#include "support/catch.h"

#include "analysis/kde.h"

#include <cmath>
#include <limits>

using namespace hk::analysis;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
const double undefined = std::numeric_limits<double>::quiet_NaN();

Fault faultOf(const Outcome<GridSpec>& outcome) {
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().fault;
}

} // namespace

TEST_CASE("a grid around points covers them and the bandwidth in whole cells") {
    const auto spec = gridAround({{321991.1, 6394262.8}, {322410.0, 6394300.0}}, 25.0, 150.0);
    REQUIRE(spec);
    CHECK(spec->xmin == 321825.0);
    CHECK(spec->ymin == 6394100.0);
    CHECK(spec->xmax() == 322575.0);
    CHECK(spec->ymax() == 6394450.0);
    CHECK(spec->columns == 30);
    CHECK(spec->rows == 14);
}

TEST_CASE("a grid around points on cell borders gains no cell by rounding") {
    for (const double cell : {0.1, 0.3, 0.7, 2.5, 25.0, 33.3}) {
        for (int k = 0; k < 500; ++k) {
            const double x = (1000003.0 + k) * cell;
            const double y = (9000001.0 + k) * cell;
            const auto spec = gridAround({{x, y}}, cell, 6.0 * cell);
            REQUIRE(spec);
            CHECK(spec->columns == 12);
            CHECK(spec->rows == 12);
        }
    }
}

TEST_CASE("a grid of an extent has exactly its width over the cell size in columns") {
    for (const double cell : {0.1, 0.3, 1.0 / 3.0, 0.7, 12.5, 25.0, 33.3}) {
        for (int n = 1; n < 2000; n += 13) {
            const auto spec =
                gridOf({321991.1, 6394262.8, 321991.1 + n * cell, 6394262.8 + (n + 1) * cell}, cell);
            REQUIRE(spec);
            CHECK(spec->columns == n);
            CHECK(spec->rows == n + 1);
            CHECK(spec->xmin == 321991.1);
            CHECK(spec->ymin == 6394262.8);
        }
    }
}

TEST_CASE("a remainder of an extent becomes a whole cell") {
    const auto spec = gridOf({0, 0, 100.001, 99.999}, 25.0);
    REQUIRE(spec);
    CHECK(spec->columns == 5);
    CHECK(spec->rows == 4);
}

TEST_CASE("one stray point far away is refused with the number of cells") {
    for (const double far : {1e9, 1e18, 1e300}) {
        const auto spec = gridAround({{321991, 6394262}, {far, far}}, 25.0, 150.0);
        CHECK(faultOf(spec) == Fault::GridTooLarge);
        CHECK(spec.error().value > static_cast<double>(maximumCells));
    }
    CHECK(faultOf(gridOf({-1e300, 0, 1e300, 10}, 1.0)) == Fault::GridTooLarge);
}

TEST_CASE("a grid of the largest size allowed is allowed") {
    const auto spec = gridOf({0, 0, 10000, 10000}, 1.0);
    REQUIRE(spec);
    CHECK(spec->columns * spec->rows == maximumCells);
    CHECK(faultOf(gridOf({0, 0, 10001, 10000}, 1.0)) == Fault::GridTooLarge);
}

TEST_CASE("a grid needs a positive cell size and bandwidth") {
    const std::vector<Point> points{{0, 0}};
    for (const double bad : {0.0, -1.0, undefined, infinite}) {
        CHECK(faultOf(gridAround(points, bad, 150.0)) == Fault::CellSizeNotPositive);
        CHECK(faultOf(gridAround(points, 25.0, bad)) == Fault::BandwidthNotPositive);
        CHECK(faultOf(gridOf({0, 0, 1, 1}, bad)) == Fault::CellSizeNotPositive);
    }
}

TEST_CASE("a grid of nothing is refused") {
    CHECK(faultOf(gridAround({}, 25.0, 150.0)) == Fault::NoPoints);
    CHECK(faultOf(gridOf({0, 0, 0, 100}, 25.0)) == Fault::NoPoints);
    CHECK(faultOf(gridOf({0, 100, 100, 0}, 25.0)) == Fault::NoPoints);
}

TEST_CASE("a point that is no number is named by its index") {
    const auto spec = gridAround({{0, 0}, {1, 1}, {undefined, 2}}, 25.0, 150.0);
    CHECK(faultOf(spec) == Fault::NotFinite);
    CHECK(spec.error().value == 2.0);
    CHECK(faultOf(gridAround({{infinite, 0}}, 25.0, 150.0)) == Fault::NotFinite);
    CHECK(faultOf(gridOf({undefined, 0, 1, 1}, 25.0)) == Fault::NotFinite);
}
