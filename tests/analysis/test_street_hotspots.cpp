#include "support/catch.h"

#include "analysis/street_hotspots.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

double distanceTo(const StreetSegment& segment, const Point& p)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < segment.vertices.size(); ++i) {
        const Point& a = segment.vertices[i - 1];
        const Point& b = segment.vertices[i];
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        best = std::min(best, std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
    }
    return best;
}

/// Crooked streets over a square of 2 km.
std::vector<Polyline> town(unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> anywhere(0.0, 2000.0);
    std::uniform_real_distribution<double> step(-90.0, 90.0);
    std::vector<Polyline> lines;
    for (int i = 0; i < 60; ++i) {
        Polyline line{{322000.0 + anywhere(random), 6394000.0 + anywhere(random)}};
        for (int k = 0; k < 8; ++k)
            line.push_back({line.back().x + step(random), line.back().y + step(random)});
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("a street is cut into equal pieces of about 100 m, measured along its bends")
{
    const std::vector<StreetSegment> pieces = cutStreets({{{0.0, 0.0}, {180.0, 0.0}, {180.0, 140.0}}});
    REQUIRE(pieces.size() == 3); // 320 m: three of 106.67 m
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        CHECK_THAT(pieces[i].length, WithinAbs(320.0 / 3.0, 1e-9));
        CHECK(pieces[i].part == i);
        CHECK(pieces[i].street == 0);
    }
    CHECK(pieces[1].vertices.size() == 3); // the bend is in the second
    CHECK(pieces[0].vertices.back() == pieces[1].vertices.front());
    CHECK(pieces.back().vertices.back() == Point{180.0, 140.0});
}

TEST_CASE("a short street is one piece, and a line without length is none")
{
    CHECK(cutStreets({{{0.0, 0.0}, {149.0, 0.0}}}).size() == 1);
    CHECK(cutStreets({{{0.0, 0.0}, {151.0, 0.0}}}).size() == 2);
    CHECK(cutStreets({{{5.0, 5.0}, {5.0, 5.0}}, {{1.0, 1.0}}, {}}).empty());
}

TEST_CASE("cutting keeps the length of every street")
{
    const std::vector<Polyline> lines = town(3);
    const std::vector<StreetSegment> pieces = cutStreets(lines);
    for (std::size_t street = 0; street < lines.size(); ++street) {
        double whole = 0.0;
        for (std::size_t i = 1; i < lines[street].size(); ++i)
            whole += std::hypot(lines[street][i].x - lines[street][i - 1].x,
                                lines[street][i].y - lines[street][i - 1].y);
        double cut = 0.0;
        for (const StreetSegment& piece : pieces)
            if (piece.street == street) {
                cut += piece.length;
                CHECK(piece.length > 66.0); // of 100 to 150 m
                CHECK(piece.length < 150.0);
            }
        CHECK_THAT(cut, WithinAbs(whole, 1e-6));
    }
}

TEST_CASE("each incident goes to its nearest street within reach, as a search of all of them finds")
{
    const std::vector<StreetSegment> pieces = cutStreets(town(5));
    std::mt19937 random(6);
    std::uniform_real_distribution<double> anywhere(-300.0, 2300.0);
    for (const double reach : {5.0, 40.0, 400.0}) {
        const StreetIndex index(pieces, reach);
        for (int i = 0; i < 1500; ++i) {
            const Point p{322000.0 + anywhere(random), 6394000.0 + anywhere(random)};
            double best = std::numeric_limits<double>::infinity();
            std::int64_t nearest = -1;
            for (std::size_t k = 0; k < pieces.size(); ++k)
                if (const double away = distanceTo(pieces[k], p); away < best) {
                    best = away;
                    nearest = static_cast<std::int64_t>(k);
                }
            INFO(p.x << " " << p.y << " " << best);
            const std::int64_t found = index.nearest(p);
            if (best > reach)
                CHECK(found == -1);
            else if (found != nearest) // a corner of two pieces: as near to the last digits
                CHECK_THAT(distanceTo(pieces[static_cast<std::size_t>(found)], p), WithinAbs(best, 1e-7));
        }
    }
}

TEST_CASE("an incident as near to two streets belongs to the one with the lower index")
{
    const std::vector<StreetSegment> pieces =
        cutStreets({{{0.0, 0.0}, {100.0, 0.0}}, {{0.0, 40.0}, {100.0, 40.0}}});
    const StreetIndex index(pieces, 40.0);
    CHECK(index.nearest({50.0, 20.0}) == 0);
    CHECK(index.nearest({50.0, 20.001}) == 1);
}

TEST_CASE("the reach is inclusive, and what lies beyond is left out and counted")
{
    const std::vector<StreetSegment> pieces = cutStreets({{{0.0, 0.0}, {100.0, 0.0}}});
    const std::vector<Point> points{{50.0, 40.0}, {50.0, 40.001}, {std::nan(""), 0.0}, {-40.0, 0.0}};
    const auto found = streetHotspots(pieces, points, {}, {});
    REQUIRE(found);
    CHECK(found->segmentOf == std::vector<std::int64_t>{0, -1, -1, 0});
    CHECK(found->counted == 2);
    CHECK(found->leftOut == 2);
}

TEST_CASE("streets are ranked by incidents per 100 m, a stub counting as 50 m")
{
    // 200 m in two pieces, a street of 80 m, a stub of 5 m.
    const std::vector<StreetSegment> pieces =
        cutStreets({{{0.0, 0.0}, {200.0, 0.0}}, {{0.0, 500.0}, {80.0, 500.0}}, {{0.0, 900.0}, {5.0, 900.0}}});
    std::vector<Point> points(3, Point{150.0, 1.0});
    points.insert(points.end(), 4, Point{40.0, 501.0});
    points.push_back({2.0, 901.0});
    const auto found = streetHotspots(pieces, points, {}, {});
    REQUIRE(found);
    CHECK(found->per100Metres == std::vector<double>{0.0, 3.0, 5.0, 2.0});
    CHECK(found->ranked == std::vector<std::uint32_t>{2, 1, 3});
    const auto weighted = streetHotspots(pieces, points, {2, 2, 2, 0, 0, 0, 0, 9}, {});
    REQUIRE(weighted);
    CHECK(weighted->ranked == std::vector<std::uint32_t>{3, 1});
}

TEST_CASE("no streets leave all incidents out, and odd questions are faults")
{
    const auto none = streetHotspots({}, {{0.0, 0.0}}, {}, {});
    REQUIRE(none);
    CHECK(none->leftOut == 1);
    StreetOptions options;
    options.reach = 0.0;
    CHECK(streetHotspots({}, {}, {}, options).error().fault == Fault::BandwidthNotPositive);
    CHECK_THROWS_AS(streetHotspots({}, {{0.0, 0.0}}, {1.0, 2.0}, {}), std::invalid_argument);
    std::stop_source source;
    source.request_stop();
    StreetOptions stopped;
    stopped.stop = source.get_token();
    CHECK(streetHotspots({}, {{0.0, 0.0}}, {}, stopped).error().fault == Fault::Cancelled);
}
