#include "support/catch.h"

#include "analysis/fishnet.h"

#include <limits>
#include <random>

using namespace hk::analysis;

namespace {

Polygon box(double xmin, double ymin, double xmax, double ymax)
{
    return {{{xmin, ymin}, {xmax, ymin}, {xmax, ymax}, {xmin, ymax}}, {}};
}

double total(const CellCounts& counts)
{
    double sum = 0.0;
    for (const double value : counts.values)
        sum += value;
    return sum;
}

} // namespace

TEST_CASE("a fishnet around points is snapped to whole multiples of the cell")
{
    const auto fishnet = fishnetAround({{322010.0, 6394003.0}, {322099.0, 6394051.0}}, 50.0);
    REQUIRE(fishnet);
    CHECK(fishnet->spec == GridSpec{322000.0, 6394000.0, 50.0, 2, 2});
    CHECK(fishnet->cellsInside() == 4);
    CHECK(fishnet->centre(3) == Point{322075.0, 6394075.0});
}

TEST_CASE("a point on a border belongs to the cell to the east or north")
{
    const auto fishnet = fishnetAround({{0.0, 0.0}, {30.0, 30.0}}, 30.0);
    REQUIRE(fishnet);
    CHECK(fishnet->spec == GridSpec{0.0, 0.0, 30.0, 2, 2});
    CHECK(fishnet->cellAt({30.0, 0.0}) == 1);
    CHECK(fishnet->cellAt({0.0, 30.0}) == 2);
    CHECK(fishnet->cellAt({29.999999, 29.999999}) == 0);
    CHECK_FALSE(fishnet->cellAt({60.0, 0.0}).has_value());
    CHECK_FALSE(fishnet->cellAt({-0.001, 0.0}).has_value());
    CHECK_FALSE(fishnet->cellAt({std::numeric_limits<double>::quiet_NaN(), 0.0}).has_value());
}

TEST_CASE("cells whose size is no binary number do not split points on their borders")
{
    // 0.3 / 0.1 is 2.9999999999999996 in binary numbers, 0.7 / 0.1 is 6.999999999999999.
    for (const double cell : {0.1, 0.7, 12.3, 33.3}) {
        const auto exact = fishnetAround({{0.0, 0.0}, {199.5 * cell, 199.5 * cell}}, cell);
        REQUIRE(exact);
        for (int i = 0; i < 200; ++i) {
            INFO(cell << " " << i);
            CHECK(exact->cellAt({cell * i, cell * i}) == static_cast<std::size_t>(i * 200 + i));
        }
    }
}

TEST_CASE("the same place is in the same cell whatever else is in the file")
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> offset(0.0, 1000.0);
    std::vector<Point> points;
    for (int i = 0; i < 300; ++i)
        points.push_back({322000.0 + offset(random), 6394000.0 + offset(random)});
    const auto all = fishnetAround(points, 25.0);
    const auto some = fishnetAround({points.begin(), points.begin() + 20}, 25.0);
    REQUIRE((all && some));
    for (int i = 0; i < 20; ++i) {
        const Point& p = points[static_cast<std::size_t>(i)];
        CHECK(all->centre(*all->cellAt(p)) == some->centre(*some->cellAt(p)));
    }
}

TEST_CASE("cells of a study area are those whose centre lies inside")
{
    const auto fishnet = fishnetOver({box(0.0, 0.0, 100.0, 60.0)}, 25.0);
    REQUIRE(fishnet);
    CHECK(fishnet->spec == GridSpec{0.0, 0.0, 25.0, 4, 3}); // the third row's centres at 62.5 lie outside
    CHECK(fishnet->cellsInside() == 8);
    const auto half = fishnetOver({box(0.0, 0.0, 100.0, 63.0)}, 25.0);
    REQUIRE(half);
    CHECK(half->cellsInside() == 12);
}

TEST_CASE("holes and several polygons make one study area, overlaps counting once")
{
    Polygon holed = box(0.0, 0.0, 100.0, 100.0);
    holed.holes.push_back({{25.0, 25.0}, {25.0, 75.0}, {75.0, 75.0}, {75.0, 25.0}});
    const auto one = fishnetOver({holed}, 25.0);
    REQUIRE(one);
    CHECK(one->cellsInside() == 12);
    const auto two = fishnetOver({holed, box(50.0, 0.0, 200.0, 100.0)}, 25.0);
    REQUIRE(two);
    CHECK(two->spec.columns == 8);
    CHECK(two->cellsInside() == 12 + 2 + 16);
}

TEST_CASE("points outside the study area are counted apart, and weights are summed")
{
    const auto fishnet = fishnetOver({box(0.0, 0.0, 100.0, 60.0)}, 25.0);
    REQUIRE(fishnet);
    const std::vector<Point> points{{10.0, 10.0}, {12.0, 12.0}, {30.0, 10.0}, {10.0, 55.0}, {500.0, 0.0}};
    const CellCounts plain = countInCells(*fishnet, points);
    CHECK(plain.counted == 3);
    CHECK(plain.outside == 2);
    CHECK(plain.values[0] == 2.0);
    CHECK(total(plain) == 3.0);
    const CellCounts weighted = countInCells(*fishnet, points, {0.5, 2.0, 4.0, 8.0, 16.0});
    CHECK(weighted.values[0] == 2.5);
    CHECK(total(weighted) == 6.5);
    CHECK_THROWS_AS(countInCells(*fishnet, points, {1.0}), std::invalid_argument);
}

TEST_CASE("points are counted in the cell that holds them, on borders and beyond them, too")
{
    std::mt19937 random(9);
    std::uniform_int_distribution<int> decimetres(-50, 1300);
    for (const double cell : {0.7, 12.5, 33.3}) {
        std::vector<Point> points;
        for (int i = 0; i < 3000; ++i) // every third on a border
            points.push_back(i % 3 == 0
                                 ? Point{6394000.0 + cell * (decimetres(random) / 10), cell * (i % 100)}
                                 : Point{6394000.0 + 0.1 * decimetres(random), 0.1 * decimetres(random)});
        const auto fishnet = fishnetAround({points.begin(), points.begin() + 30}, cell);
        REQUIRE(fishnet);
        std::vector<double> expected(fishnet->cells(), 0.0);
        for (const Point& p : points)
            if (const auto at = fishnet->cellAt(p))
                expected[*at] += 1.0;
        CHECK(countInCells(*fishnet, points).values == expected);
    }
}

TEST_CASE("many points, counted by several threads, are counted once each")
{
    std::mt19937 random(12);
    std::uniform_real_distribution<double> anywhere(-10.0, 1010.0);
    std::vector<Point> points;
    for (int i = 0; i < 120000; ++i)
        points.push_back({anywhere(random), anywhere(random)});
    const auto fishnet = fishnetOver({box(0.0, 0.0, 1000.0, 500.0)}, 50.0);
    REQUIRE(fishnet);
    std::vector<double> expected(fishnet->cells(), 0.0);
    std::size_t inside = 0;
    for (const Point& p : points)
        if (const auto at = fishnet->cellAt(p)) {
            expected[*at] += 1.0;
            ++inside;
        }
    const CellCounts counts = countInCells(*fishnet, points);
    CHECK(counts.values == expected);
    CHECK(counts.counted == inside);
    CHECK(counts.outside == points.size() - inside);
}

TEST_CASE("a fishnet that cannot be is a fault")
{
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(fishnetAround({}, 25.0).error().fault == Fault::NoPoints);
    CHECK(fishnetAround({{0.0, 0.0}}, 0.0).error().fault == Fault::CellSizeNotPositive);
    CHECK(fishnetAround({{0.0, 0.0}}, infinity).error().fault == Fault::CellSizeNotPositive);
    CHECK(fishnetAround({{0.0, 0.0}, {infinity, 0.0}}, 25.0).error().fault == Fault::NotFinite);
    CHECK(fishnetAround({{0.0, 0.0}, {1e9, 1e9}}, 25.0).error().fault == Fault::GridTooLarge);
    CHECK(fishnetAround({{0.0, 0.0}, {1e300, 1e300}}, 25.0).error().fault == Fault::GridTooLarge);
    CHECK(fishnetOver({}, 25.0).error().fault == Fault::NoPoints);
    CHECK(fishnetOver({box(0.0, 0.0, 5.0, 5.0)}, 25.0).error().fault == Fault::NoPoints); // no centre inside
    CHECK(fishnetOver({box(0.0, 0.0, infinity, 5.0)}, 25.0).error().fault == Fault::NotFinite);
}
