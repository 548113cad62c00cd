#include "support/catch.h"

#include "analysis/contour.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace hk::analysis;

namespace {

Grid gridFrom(std::initializer_list<std::initializer_list<double>> northToSouth, double cell = 1.0) {
    const auto rows = static_cast<std::int64_t>(northToSouth.size());
    const auto columns = static_cast<std::int64_t>(northToSouth.begin()->size());
    Grid grid{{0, 0, cell, columns, rows}, {}};
    for (auto row = std::rbegin(northToSouth); row != std::rend(northToSouth); ++row)
        grid.values.insert(grid.values.end(), row->begin(), row->end());
    return grid;
}

Grid bump(const Point& at, double cell, double bandwidth) {
    const auto spec = gridAround({at}, cell, bandwidth);
    REQUIRE(spec);
    KdeOptions options;
    options.bandwidth = bandwidth;
    options.threads = 1;
    auto grid = kernelDensity({at}, {}, *spec, options);
    REQUIRE(grid);
    return std::move(*grid);
}

Point node(const Grid& grid, std::int64_t i, std::int64_t j) {
    return {grid.spec.xmin + (static_cast<double>(i) + 0.5) * grid.spec.cell,
            grid.spec.ymin + (static_cast<double>(j) + 0.5) * grid.spec.cell};
}

double cross(const Point& a, const Point& b, const Point& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cut(const Point& a, const Point& b, const Point& c, const Point& d) {
    return cross(a, b, c) * cross(a, b, d) < 0.0 && cross(c, d, a) * cross(c, d, b) < 0.0;
}

/// No two edges cross and no vertex occurs twice.
bool crossesNowhere(const Ring& ring) {
    if (ring.size() < 3)
        return false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        for (std::size_t k = i + 1; k < ring.size(); ++k) {
            if (ring[i] == ring[k])
                return false;
            if (cut(ring[i], ring[(i + 1) % ring.size()], ring[k], ring[(k + 1) % ring.size()]))
                return false;
        }
    }
    return true;
}

/// Values 0 … 4 and a level of 2: many cells exactly at the level, many saddles.
Grid noise(unsigned seed, std::int64_t columns, std::int64_t rows) {
    std::mt19937 random(seed);
    Grid grid{{321991.0, 6394262.0, 25.0, columns, rows}, {}};
    for (std::int64_t i = 0; i < columns * rows; ++i)
        grid.values.push_back(static_cast<double>(random() % 5));
    return grid;
}

Grid turned(const Grid& grid) {
    Grid result{{grid.spec.xmin, grid.spec.ymin, grid.spec.cell, grid.spec.rows, grid.spec.columns},
                grid.values};
    for (std::int64_t j = 0; j < grid.spec.rows; ++j)
        for (std::int64_t i = 0; i < grid.spec.columns; ++i)
            result.values[static_cast<std::size_t>(i * grid.spec.rows + (grid.spec.rows - 1 - j))] =
                grid.at(i, j);
    return result;
}

std::vector<Point> sortedVertices(const std::vector<Polygon>& polygons) {
    std::vector<Point> all;
    for (const Polygon& polygon : polygons) {
        all.insert(all.end(), polygon.outer.begin(), polygon.outer.end());
        for (const Ring& hole : polygon.holes)
            all.insert(all.end(), hole.begin(), hole.end());
    }
    const auto key = [](double v) { return std::llround(v * 1e5); };
    std::sort(all.begin(), all.end(), [&](const Point& a, const Point& b) {
        return std::pair(key(a.x), key(a.y)) < std::pair(key(b.x), key(b.y));
    });
    return all;
}

} // namespace

TEST_CASE("the contour of one incident is the circle of its kernel, the closer the finer the cells") {
    const double h = 150.0;
    const double radius = 0.6 * h;
    const double level = 3e6 / (std::numbers::pi * h * h) * std::pow(1.0 - 0.36, 2);
    const double circle = std::numbers::pi * radius * radius;
    double previous = 1.0;
    for (const double cell : {25.0, 10.0, 5.0, 2.0, 1.0}) {
        const auto polygons = contourPolygons(bump({322003.7, 6394260.2}, cell, h), level);
        REQUIRE(polygons.size() == 1);
        CHECK(polygons[0].holes.empty());
        const double error = std::abs(area(polygons[0]) / circle - 1.0);
        CHECK(error < previous);
        previous = error;
    }
    CHECK(previous < 1e-4);
}

TEST_CASE("the contour of an incident lies around it with no half-cell shift") {
    // In the middle of a cell, on a corner of four, on a border of two.
    const Point at = GENERATE(Point{1012.5, 2012.5}, Point{1000, 2000}, Point{1012.5, 2000});
    for (const double share : {0.1, 0.5, 0.9}) {
        const Grid grid = bump(at, 25.0, 150.0);
        const auto polygons = contourPolygons(grid, share * grid.maximum());
        REQUIRE(polygons.size() == 1);
        const Extent box = bounds(polygons[0].outer);
        CHECK_THAT(0.5 * (box.xmin + box.xmax), WithinAbs(at.x, 1e-9));
        CHECK_THAT(0.5 * (box.ymin + box.ymax), WithinAbs(at.y, 1e-9));
    }
}

TEST_CASE("on the contour the bilinear value is the level") {
    const Grid grid = bump({322003.7, 6394260.2}, 10.0, 150.0);
    const double level = 0.37 * grid.maximum();
    for (const Polygon& polygon : contourPolygons(grid, level))
        for (const Point& p : polygon.outer)
            CHECK_THAT(sample(grid, p), WithinRel(level, 1e-6));
}

TEST_CASE("every contour ring is simple, outer ones counter-clockwise and holes clockwise") {
    const unsigned seed = GENERATE(range(1u, 60u));
    const Grid grid = noise(seed, 13, 11);
    for (const Polygon& polygon : contourPolygons(grid, 2.0)) {
        CHECK(crossesNowhere(polygon.outer));
        CHECK(signedArea(polygon.outer) > 0.0);
        for (const Ring& hole : polygon.holes) {
            CHECK(crossesNowhere(hole));
            CHECK(signedArea(hole) < 0.0);
            CHECK(std::all_of(hole.begin(), hole.end(),
                              [&](const Point& p) { return contains(polygon.outer, p); }));
        }
    }
}

TEST_CASE("cells above the level lie in exactly one polygon and cells below in none") {
    const unsigned seed = GENERATE(range(100u, 160u));
    const Grid grid = noise(seed, 17, 23);
    const auto polygons = contourPolygons(grid, 2.0);
    for (std::int64_t j = 0; j < grid.spec.rows; ++j) {
        for (std::int64_t i = 0; i < grid.spec.columns; ++i) {
            const auto holders = std::count_if(polygons.begin(), polygons.end(), [&](const Polygon& polygon) {
                return contains(polygon, node(grid, i, j));
            });
            if (grid.at(i, j) > 2.0)
                CHECK(holders == 1);
            else if (grid.at(i, j) < 2.0)
                CHECK(holders == 0);
            else
                CHECK(holders <= 1); // at the level: a cell alone has no area
        }
    }
}

TEST_CASE("a grid turned by a quarter gives the contours turned by a quarter") {
    const unsigned seed = GENERATE(range(200u, 230u));
    Grid grid = noise(seed, 14, 9);
    grid.spec.xmin = 0.0;
    grid.spec.ymin = 0.0;
    const auto before = contourPolygons(grid, 2.3);
    auto after = contourPolygons(turned(grid), 2.3);
    CHECK(before.size() == after.size());
    const double height = static_cast<double>(grid.spec.rows) * grid.spec.cell;
    const auto back = [&](Ring& ring) {
        for (Point& p : ring)
            p = {p.y, height - p.x};
    };
    for (Polygon& polygon : after) {
        back(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), back);
    }
    const std::vector<Point> a = sortedVertices(before);
    const std::vector<Point> b = sortedVertices(after);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK_THAT(a[i].x, WithinAbs(b[i].x, 1e-9));
        CHECK_THAT(a[i].y, WithinAbs(b[i].y, 1e-9));
    }
}

TEST_CASE("a region at the grid's border is closed towards the zeros outside") {
    const auto polygons = contourPolygons(gridFrom({{4}}, 10.0), 2.0);
    REQUIRE(polygons.size() == 1);
    CHECK(bounds(polygons[0].outer) == Extent{0, 0, 10, 10});
    CHECK_THAT(area(polygons[0]), WithinAbs(50.0, 1e-9));
}

TEST_CASE("an island in a hole is a polygon of its own") {
    const Grid grid = gridFrom({{9, 9, 9, 9, 9, 9, 9},
                                {9, 0, 0, 0, 0, 0, 9},
                                {9, 0, 9, 9, 9, 0, 9},
                                {9, 0, 9, 0, 9, 0, 9},
                                {9, 0, 9, 9, 9, 0, 9},
                                {9, 0, 0, 0, 0, 0, 9},
                                {9, 9, 9, 9, 9, 9, 9}});
    const auto polygons = contourPolygons(grid, 4.5);
    REQUIRE(polygons.size() == 2);
    REQUIRE(polygons[0].holes.size() == 1);
    REQUIRE(polygons[1].holes.size() == 1);
    CHECK(contains(polygons[0].outer, {3.5, 3.5}));
    CHECK_FALSE(contains(polygons[0], {3.5, 3.5}));
    CHECK(contains(polygons[1], {2.5, 3.5}));
    CHECK_FALSE(contains(polygons[1], {3.5, 3.5}));
}

TEST_CASE("several holes of one region belong to it and not to its neighbour") {
    const Grid grid = gridFrom({{9, 9, 9, 9, 9, 0, 9, 9, 9},
                                {9, 0, 9, 0, 9, 0, 9, 0, 9},
                                {9, 9, 9, 9, 9, 0, 9, 9, 9},
                                {9, 0, 9, 0, 9, 0, 9, 9, 9},
                                {9, 9, 9, 9, 9, 0, 9, 9, 9}});
    const auto polygons = contourPolygons(grid, 4.5);
    REQUIRE(polygons.size() == 2);
    CHECK(polygons[0].holes.size() == 4);
    CHECK(polygons[1].holes.size() == 1);
}

TEST_CASE("a saddle is joined where the mean of its four cells reaches the level") {
    const Grid grid = gridFrom({{0, 6}, {6, 0}});
    CHECK(contourPolygons(grid, 2.9).size() == 1);
    CHECK(contourPolygons(grid, 3.0).size() == 1);
    CHECK(contourPolygons(grid, 3.1).size() == 2);
}

TEST_CASE("a cell exactly at the level joins what it lies between") {
    const Grid grid = gridFrom({{5, 2, 5}});
    CHECK(contourPolygons(grid, 2.0).size() == 1);
    CHECK(contourPolygons(grid, std::nextafter(2.0, 3.0)).size() == 2);
}

TEST_CASE("cells exactly at the level and nothing above it make no region") {
    CHECK(contourPolygons(gridFrom({{0, 0, 0, 0}, {0, 2, 2, 0}, {0, 0, 0, 0}}), 2.0).empty());
}

TEST_CASE("there is no contour at zero, below zero, above the maximum or in an empty grid") {
    const Grid grid = gridFrom({{1, 2}, {3, 4}});
    CHECK(contourPolygons(grid, 0.0).empty());
    CHECK(contourPolygons(grid, -1.0).empty());
    CHECK(contourPolygons(grid, std::nan("")).empty());
    CHECK(contourPolygons(grid, 4.1).empty());
    CHECK(contourPolygons(Grid{}, 1.0).empty());
}

TEST_CASE("the quantile lies between the cells above zero") {
    const Grid grid = gridFrom({{0, 1, 2}, {3, 4, 0}, {5, 0, 0}});
    CHECK(quantileAboveZero(grid, 0.0) == 1.0);
    CHECK(quantileAboveZero(grid, 0.5) == 3.0);
    CHECK_THAT(quantileAboveZero(grid, 0.9), WithinRel(4.6, 1e-12));
    CHECK(quantileAboveZero(grid, 1.0) == 5.0);
    CHECK(quantileAboveZero(gridFrom({{0, 7}}), 0.9) == 7.0);
    CHECK(quantileAboveZero(gridFrom({{0, 0}}), 0.9) == 0.0);
    CHECK(quantileAboveZero(Grid{}, 0.9) == 0.0);
}
