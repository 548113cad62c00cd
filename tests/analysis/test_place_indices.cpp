#include "support/catch.h"

#include "analysis/near_index.h"
#include "analysis/select.h"
#include "analysis/zone_index.h"

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace hk::analysis;

namespace {

Ring box(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

/// A star with a star-shaped hole.
Polygon star(std::mt19937& random) {
    std::uniform_real_distribution<double> place(0.0, 1000.0);
    std::uniform_real_distribution<double> radius(20.0, 180.0);
    const Point middle{place(random), place(random)};
    Polygon polygon;
    Ring hole;
    for (int i = 0; i < 17; ++i) {
        const double angle = 6.283185307179586 * i / 17;
        const double r = radius(random);
        polygon.outer.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
        hole.push_back({middle.x + 0.4 * r * std::cos(angle), middle.y + 0.4 * r * std::sin(angle)});
    }
    polygon.holes.push_back({hole.rbegin(), hole.rend()});
    return polygon;
}

} // namespace

TEST_CASE("an index of areas says what each polygon says, wherever one asks") {
    std::mt19937 random(7);
    std::vector<Polygon> polygons;
    for (int i = 0; i < 30; ++i)
        polygons.push_back(star(random));
    const ZoneIndex index(polygons);
    std::uniform_real_distribution<double> place(-250.0, 1250.0);
    std::vector<std::uint32_t> found;
    for (int i = 0; i < 60'000; ++i) {
        // Vertices are asked, too.
        const Polygon& some = polygons[static_cast<std::size_t>(i) % polygons.size()];
        const Point p = i % 10 == 0 ? some.outer[static_cast<std::size_t>(i / 10) % some.outer.size()]
                                    : Point{place(random), place(random)};
        std::vector<std::uint32_t> expected;
        for (std::uint32_t k = 0; k < polygons.size(); ++k)
            if (contains(polygons[k], p))
                expected.push_back(k);
        index.zonesAt(p, found);
        REQUIRE(found == expected);
        REQUIRE(index.contains(p) == !expected.empty());
    }
}

TEST_CASE("a point on a shared edge or corner lies in exactly one of the areas that meet there") {
    std::vector<Polygon> polygons;
    for (int row = 0; row < 8; ++row)
        for (int column = 0; column < 8; ++column)
            polygons.push_back({box(100.0 * column, 100.0 * row, 100.0), {}});
    const ZoneIndex index(polygons);
    std::vector<std::uint32_t> found;
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x) {
            for (const Point& p : {Point{100.0 * x, 100.0 * y}, Point{100.0 * x, 100.0 * y + 37.0}, Point{100.0 * x + 12.5, 100.0 * y}}) {
                index.zonesAt(p, found);
                REQUIRE(found.size() == 1);
            }
        }
}

TEST_CASE("on a slanting shared edge, too, exactly one of two areas takes the point") {
    const Point a{319'871.31, 6'394'112.77};
    const Point b{322'402.94, 6'396'870.05};
    const std::vector<Polygon> polygons{{{a, b, {319'000.0, 6'397'000.0}}, {}}, {{b, a, {323'000.0, 6'394'000.0}}, {}}};
    const ZoneIndex index(polygons);
    std::vector<std::uint32_t> found;
    for (int i = 1; i < 5000; ++i) {
        const double t = i / 5000.0;
        index.zonesAt({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}, found);
        REQUIRE(found.size() == 1);
    }
}

TEST_CASE("what lies in a hole is outside, and an area in the hole takes it") {
    const ZoneIndex index({{box(0, 0, 300), {box(100, 100, 100)}}, {box(100, 100, 100), {}}});
    std::vector<std::uint32_t> found;
    index.zonesAt({150, 150}, found);
    CHECK(found == std::vector<std::uint32_t>{1});
    index.zonesAt({50, 150}, found);
    CHECK(found == std::vector<std::uint32_t>{0});
    CHECK_FALSE(ZoneIndex({{box(0, 0, 300), {box(100, 100, 100)}}}).contains({150, 150}));
}

TEST_CASE("an area of several polygons is named once where they overlap") {
    const ZoneIndex index({{box(0, 0, 100), {}}, {box(50, 0, 100), {}}, {box(60, 0, 10), {}}}, {4, 4, 2});
    std::vector<std::uint32_t> found;
    index.zonesAt({65, 5}, found);
    CHECK(found == std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("without areas, without extent or without a position nothing is inside") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(ZoneIndex({}).contains({1, 1}));
    CHECK_FALSE(ZoneIndex({{{}, {}}}).contains({0, 0}));
    CHECK_FALSE(ZoneIndex({{{{0, 0}, {10, 0}}, {}}}).contains({5, 0}));
    CHECK_FALSE(ZoneIndex({{box(0, 0, 10), {}}}).contains({nan, 5}));
    CHECK_FALSE(NearIndex({}, 100.0).contains({1, 1}));
    CHECK_FALSE(NearIndex({{{0, 0}}}, 100.0).contains({nan, 0}));
    CHECK_THROWS_AS(NearIndex({}, -1.0), std::invalid_argument);
}

TEST_CASE("near is what the plain distance to every point and line says") {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(0.0, 5000.0);
    std::vector<std::vector<Point>> lines;
    for (int i = 0; i < 60; ++i)
        lines.push_back({{place(random), place(random)}});
    lines.push_back({{100, 100}, {4800, 3000}, {4800, 100}});
    const auto distance = [](const Point& a, const Point& b, const Point& p) {
        const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
        double t = length2 > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2 : 0.0;
        t = std::min(1.0, std::max(0.0, t));
        return std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
    };
    for (const double metres : {25.0, 100.0, 500.0}) {
        const NearIndex index(lines, metres);
        for (int i = 0; i < 20'000; ++i) {
            const Point p{place(random) * 1.4 - 1000.0, place(random) * 1.4 - 1000.0};
            double nearest = std::numeric_limits<double>::infinity();
            for (const auto& line : lines)
                for (std::size_t k = 0; k < line.size(); ++k)
                    nearest = std::min(nearest, distance(line[k], line[std::min(k + 1, line.size() - 1)], p));
            if (std::abs(nearest - metres) > 1e-6)
                REQUIRE(index.contains(p) == (nearest < metres));
        }
    }
}

TEST_CASE("what lies exactly so far away is near") {
    const NearIndex index({{{1000, 2000}}}, 100.0);
    CHECK(index.contains({1100, 2000}));
    CHECK(index.contains({1000, 1900}));
    CHECK(index.contains({1060, 2080}));
    CHECK_FALSE(index.contains({1100.001, 2000}));
    CHECK(NearIndex({{{5, 5}}}, 0.0).contains({5, 5}));
}

TEST_CASE("a selection is narrowed by areas and by what is near, also what it counts as left out") {
    IncidentTable table;
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0.0, 1000.0);
    for (int i = 0; i < 5000; ++i) {
        table.easting.push_back(place(random));
        table.northing.push_back(place(random));
        table.localDate.push_back(0);
        table.localMinuteOfWeek.push_back(60 * (i % 168));
        table.localSpanMinutes.push_back(i % 5 == 0 ? 20'000 : 0);
        table.category.push_back(0);
        table.organisation.push_back(0);
        table.precision.push_back(0);
        table.severity.push_back(1);
    }
    const ZoneIndex zones({{box(100, 100, 500), {box(200, 200, 50)}}});
    const NearIndex near({{{300, 300}}, {{900, 900}}}, 150.0);
    SelectFilter filter;
    filter.zones = &zones;
    filter.near = &near;
    for (std::size_t hour = 0; hour < 84; ++hour)
        filter.hours.set(hour);
    const Selection selection = select(table, filter);
    std::vector<std::uint32_t> expected;
    std::size_t leftOut = 0;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const Point p{table.easting[row], table.northing[row]};
        if (!zones.contains(p) || !near.contains(p))
            continue;
        if (table.localSpanMinutes[row] > 0)
            ++leftOut;
        else if (table.localMinuteOfWeek[row] < 84 * 60)
            expected.push_back(row);
    }
    REQUIRE(expected.size() > 100);
    CHECK(selection.rows == expected);
    CHECK(selection.leftOutLongSpans == leftOut);
}
