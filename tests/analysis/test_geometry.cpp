#include "support/catch.h"

#include "analysis/geometry.h"

#include <cmath>
#include <numbers>
#include <random>

using namespace hk::analysis;

namespace {

Ring square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

Ring star(std::mt19937& random, const Point& centre, int spikes) {
    std::uniform_real_distribution<double> length(20.0, 400.0);
    Ring ring;
    for (int i = 0; i < spikes; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / spikes;
        const double r = length(random);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return ring;
}

} // namespace

TEST_CASE("the area of a ring is positive counter-clockwise and negative clockwise") {
    Ring ring = square(321991, 6394262, 50);
    CHECK(signedArea(ring) == 2500.0);
    std::reverse(ring.begin(), ring.end());
    CHECK(signedArea(ring) == -2500.0);
}

TEST_CASE("a small area far from the origin keeps its digits") {
    const Ring triangle{{674032.25, 6580822.5}, {674032.75, 6580822.5}, {674032.25, 6580823.0}};
    CHECK_THAT(signedArea(triangle), WithinRel(0.125, 1e-12));
}

TEST_CASE("a ring of fewer than three vertices has no area and holds nothing") {
    CHECK(signedArea({}) == 0.0);
    CHECK(signedArea({{0, 0}, {1, 1}}) == 0.0);
    CHECK_FALSE(contains(Ring{}, {0, 0}));
    CHECK_FALSE(contains(Ring{{0, 0}, {1, 1}}, {0.5, 0.5}));
    CHECK_FALSE(PolygonIndex(Ring{}).contains({0, 0}));
}

TEST_CASE("a hole is not part of its polygon") {
    Ring hole = square(10, 10, 10);
    std::reverse(hole.begin(), hole.end());
    const Polygon polygon{square(0, 0, 100), {hole}};
    CHECK(area(polygon) == 9900.0);
    CHECK(contains(polygon, {5, 5}));
    CHECK_FALSE(contains(polygon, {15, 15}));
    CHECK_FALSE(contains(polygon, {105, 15}));
}

TEST_CASE("of two rings with a common edge exactly one takes each point") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> coordinate(0.0, 100.0);
    for (int turn = 0; turn < 200; ++turn) {
        const Point a{coordinate(random), 0.0};
        const Point b{coordinate(random), 100.0};
        const Ring left{{0, 0}, a, b, {0, 100}};
        const Ring right{a, {100, 0}, {100, 100}, b};
        for (int i = 1; i < 20; ++i) {
            const double t = i / 20.0;
            const Point onEdge{a.x + (b.x - a.x) * t, 100.0 * t};
            CHECK(contains(left, onEdge) != contains(right, onEdge));
        }
    }
}

TEST_CASE("a prepared polygon answers as the plain one does") {
    std::mt19937 random(11);
    const Point centre{321991.1, 6394262.8};
    std::uniform_real_distribution<double> offset(-450.0, 450.0);
    for (const int spikes : {3, 4, 17, 400}) {
        Polygon polygon{star(random, centre, spikes), {square(centre.x - 5, centre.y - 5, 10)}};
        const PolygonIndex index(polygon);
        for (int i = 0; i < 3000; ++i) {
            Point p{centre.x + offset(random), centre.y + offset(random)};
            if (i % 10 == 0)
                p.y = polygon.outer[static_cast<std::size_t>(i) % polygon.outer.size()].y;
            CHECK(index.contains(p) == contains(polygon, p));
        }
    }
}

TEST_CASE("the distance to a polygon is 0 inside and the nearest border's outside") {
    Ring hole = square(40, 40, 20);
    std::reverse(hole.begin(), hole.end());
    const Polygon polygon{square(0, 0, 100), {hole}};
    CHECK(distance(polygon, {10, 10}) == 0.0);
    CHECK_THAT(distance(polygon, {130, 50}), WithinAbs(30.0, 1e-12));
    CHECK_THAT(distance(polygon, {103, 104}), WithinAbs(5.0, 1e-12));
    CHECK_THAT(distance(polygon, {50, 45}), WithinAbs(5.0, 1e-12));
    CHECK(std::isinf(distance(Polygon{}, {0, 0})));
}

TEST_CASE("a ring that crosses or touches itself is not simple") {
    CHECK(isSimple({{0, 0}, {4, 0}, {4, 4}, {0, 4}}));
    CHECK(isSimple({{0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4}}));
    CHECK(isSimple({{0, 0}, {4, 0}, {2, 3}}));
    CHECK_FALSE(isSimple({{0, 0}, {4, 4}, {4, 0}, {0, 4}}));         // bow tie
    CHECK_FALSE(isSimple({{0, 0}, {4, 0}, {4, 4}, {2, 0}, {0, 4}})); // a corner on another edge
}
