#include "support/catch.h"

#include "analysis/near_repeat.h"
#include "analysis/near_repeat_shuffles.h"
#include "table_builder.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

using namespace hk::analysis;
using namespace hk::analysis::test;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double originX = 321'991.0;
constexpr double originY = 6'394'262.0;

SpaceTimePoints pointsOf(std::initializer_list<std::array<double, 3>> eastNorthDay)
{
    SpaceTimePoints points;
    for (const auto& [east, north, day] : eastNorthDay) {
        points.places.push_back({originX + east, originY + north});
        points.dates.push_back(20'000 + static_cast<std::int32_t>(day));
    }
    return points;
}

/// Whole metres and days, so that pairs lie exactly at the edges.
SpaceTimePoints anywhere(std::size_t size, unsigned side, unsigned days, unsigned seed)
{
    std::mt19937 random(seed);
    SpaceTimePoints points;
    const auto metres = [&] { return static_cast<double>(random() % side); };
    for (std::size_t i = 0; i < size; ++i) {
        points.places.push_back({originX + metres(), originY + metres()});
        points.dates.push_back(20'000 + static_cast<std::int32_t>(random() % days));
    }
    return points;
}

NearRepeatOptions optionsOf(std::vector<double> metres, std::vector<std::int32_t> days, int runs = 99)
{
    NearRepeatOptions options;
    options.bands = {std::move(metres), std::move(days)};
    options.runs = runs;
    return options;
}

NearRepeat found(const SpaceTimePoints& points, const NearRepeatOptions& options)
{
    const auto result = nearRepeat(points, options);
    REQUIRE(result.has_value());
    return *result;
}

std::vector<std::uint64_t> observed(const NearRepeat& result)
{
    std::vector<std::uint64_t> counts;
    for (const NearRepeatCell& cell : result.cells)
        counts.push_back(cell.observed);
    return counts;
}

/// The definition in so many words: every pair, band by band.
std::vector<std::uint64_t> plainly(const SpaceTimePoints& points, const NearRepeatBands& bands)
{
    std::vector<std::uint64_t> counts(bands.spaceBands() * bands.timeBands(), 0);
    for (std::size_t a = 0; a < points.places.size(); ++a)
        for (std::size_t b = a + 1; b < points.places.size(); ++b) {
            const double metres =
                std::hypot(points.places[a].x - points.places[b].x, points.places[a].y - points.places[b].y);
            const std::int64_t days = std::abs(std::int64_t{points.dates[a]} - points.dates[b]);
            for (std::size_t s = 0; s < bands.spaceBands(); ++s)
                for (std::size_t t = 0; t < bands.timeBands(); ++t)
                    counts[s * bands.timeBands() + t] +=
                        metres >= bands.metres[s] && metres < bands.metres[s + 1] && days >= bands.days[t] &&
                                days < bands.days[t + 1]
                            ? 1U
                            : 0U;
        }
    return counts;
}

bool same(const NearRepeat& a, const NearRepeat& b)
{
    const auto equal = [](const NearRepeatCell& x, const NearRepeatCell& y) {
        return x.observed == y.observed && x.expected == y.expected && x.p == y.p && x.familyP == y.familyP;
    };
    return a.pairs == b.pairs &&
           std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), equal);
}

} // namespace

// Worked out by hand over all 24 orders of the dates 0, 3, 10 and 11 on places at 0, 50, 150 and 1 000 m. Six
// pairs of dates: 3, 10, 11, 7, 8 and 1 days apart, two of them under 7 days and four of 7 to 13. One pair of
// places is within 100 m, two within 200 m (with the middle one in common).
TEST_CASE("four incidents give the table and the chances worked out by hand")
{
    const auto points = pointsOf({{0, 0, 0}, {50, 0, 3}, {150, 0, 10}, {1000, 0, 11}});
    const NearRepeat result = found(points, optionsOf({0, 100, 200}, {0, 7, 14}, 9999));
    CHECK(observed(result) == std::vector<std::uint64_t>{1, 0, 0, 2});
    CHECK(result.pairs == 3);
    CHECK(result.incidents == 4);
    CHECK_THAT(result.at(0, 0).expected, WithinAbs(1.0 / 3.0, 0.02));
    CHECK_THAT(result.at(0, 1).expected, WithinAbs(2.0 / 3.0, 0.02));
    CHECK_THAT(result.at(1, 0).expected, WithinAbs(2.0 / 3.0, 0.03));
    CHECK_THAT(result.at(1, 1).expected, WithinAbs(4.0 / 3.0, 0.03));
    CHECK_THAT(result.at(0, 0).p, WithinAbs(1.0 / 3.0, 0.02));
    CHECK(result.at(0, 1).p == 1.0);
    CHECK(result.at(1, 0).p == 1.0);
    CHECK_THAT(result.at(1, 1).p, WithinAbs(1.0 / 3.0, 0.02));
    CHECK_THAT(result.at(0, 0).ratio, WithinAbs(3.0, 0.2));
}

TEST_CASE("a pair exactly at an edge belongs to the band that begins there")
{
    const NearRepeatOptions options = optionsOf({0, 100, 200}, {0, 7, 14});
    CHECK(observed(found(pointsOf({{0, 0, 0}, {60, 80, 6}}), options)) ==
          std::vector<std::uint64_t>{0, 0, 1, 0});
    CHECK(observed(found(pointsOf({{0, 0, 0}, {99.9, 0, 7}}), options)) ==
          std::vector<std::uint64_t>{0, 1, 0, 0});
    CHECK(observed(found(pointsOf({{0, 0, 0}, {0, 200, 1}}), options)) ==
          std::vector<std::uint64_t>{0, 0, 0, 0});
    CHECK(observed(found(pointsOf({{0, 0, 14}, {0, 0, 0}}), options)) ==
          std::vector<std::uint64_t>{0, 0, 0, 0});
    CHECK(observed(found(pointsOf({{0, 0, 13}, {0, 0, 0}}), options)) ==
          std::vector<std::uint64_t>{0, 1, 0, 0});
}

TEST_CASE("identical places are 0 m apart and the same day is 0 days")
{
    const auto points = pointsOf({{5, 5, 3}, {5, 5, 3}, {5, 5, 3}});
    CHECK(observed(found(points, optionsOf({0, 1}, {0, 1}))) == std::vector<std::uint64_t>{3});
    CHECK(observed(found(points, optionsOf({1, 100}, {0, 1}))) == std::vector<std::uint64_t>{0});
    CHECK(observed(found(points, optionsOf({0, 1}, {1, 7}))) == std::vector<std::uint64_t>{0});
}

TEST_CASE("every table is that of all pairs looked at one by one")
{
    const std::vector<NearRepeatBands> all{
        {{0, 100, 200, 300}, {0, 7, 14, 21}},
        {{0, 40}, {0, 1}},
        {{50, 100, 250}, {1, 2, 8, 9, 30}},
        {{0, 1, 5, 10, 50, 51, 99, 400}, {0, 1, 2, 3, 5, 8, 13, 21, 34, 55}},
        {{0, 3000}, {0, 1000}},
        {{0.5, 1.5}, {3, 4, 100'000'000}},
    };
    for (unsigned seed = 1; seed < 4; ++seed)
        for (const NearRepeatBands& bands : all) {
            const SpaceTimePoints points = anywhere(400, 1200, 120, seed);
            const NearRepeat result = found(points, optionsOf(bands.metres, bands.days, 19));
            CHECK(observed(result) == plainly(points, bands));
        }
}

TEST_CASE("dates centuries apart count as those a few years apart do")
{
    for (const unsigned days : {40'000U, 700'000U}) {
        SpaceTimePoints points =
            anywhere(3000, 1500, days, 5); // so many that the years between do not stand empty
        const NearRepeatBands bands{{0, 100, 200}, {10, 500, 20'000}};
        CHECK(observed(found(points, optionsOf(bands.metres, bands.days, 19))) == plainly(points, bands));
        points.dates.front() = -900'000'000;
        points.dates.back() = 900'000'000;
        CHECK(observed(found(points, optionsOf(bands.metres, bands.days, 19))) == plainly(points, bands));
    }
}

TEST_CASE("a point far away neither hangs nor changes what is near")
{
    SpaceTimePoints points = anywhere(300, 800, 60, 6);
    const NearRepeatOptions options = optionsOf({0, 100, 200}, {0, 7, 14}, 19);
    const std::vector<std::uint64_t> before = observed(found(points, options));
    for (const double far : {1e9, 1e15, 1e300}) {
        points.places.push_back({far, -far});
        points.dates.push_back(0);
    }
    CHECK(observed(found(points, options)) == before);
}

// The mean over all orders of the dates: pairs of the space band times the share of all pairs of dates in the
// time band [Barton & David 1966].
TEST_CASE("the mean of the shuffles is what all orders of the dates would give")
{
    const SpaceTimePoints points = anywhere(250, 1000, 100, 7);
    const NearRepeatBands bands{{0, 100, 200, 300}, {0, 7, 14, 28}};
    const NearRepeat result = found(points, optionsOf(bands.metres, bands.days, 1999));
    const NearRepeatBands inSpace{bands.metres, {0, 1'000'000}};
    const NearRepeatBands inTime{{0, 1e6}, bands.days};
    const auto perSpace = plainly(points, inSpace);
    const auto perTime = plainly(points, inTime);
    const double pairs = 250.0 * 249.0 / 2.0;
    for (std::size_t s = 0; s < 3; ++s)
        for (std::size_t t = 0; t < 3; ++t) {
            const double expected =
                static_cast<double>(perSpace[s]) * static_cast<double>(perTime[t]) / pairs;
            // The shuffles scatter about as a Poisson count does; their mean by √1999 less.
            CHECK_THAT(result.at(s, t).expected, WithinAbs(expected, 5.0 * std::sqrt(expected / 1999.0)));
        }
}

TEST_CASE("a shuffle moves dates about and loses no pair")
{
    const SpaceTimePoints points = anywhere(200, 500, 50, 8);
    const auto counted = detail::countShuffled(points, optionsOf({0, 50, 100}, {0, 5, 20, 51}, 40));
    REQUIRE(counted.has_value());
    REQUIRE(counted->dataSets == 41);
    for (std::size_t space = 0; space < 2; ++space) {
        std::vector<std::uint32_t> totals(counted->dataSets, 0);
        for (std::size_t time = 0; time < 3; ++time)
            for (std::size_t set = 0; set < counted->dataSets; ++set)
                totals[set] += counted->counts[(space * 3 + time) * counted->dataSets + set];
        CHECK(std::adjacent_find(totals.begin(), totals.end(), std::not_equal_to<>()) == totals.end());
        CHECK(totals.front() > 0);
    }
    const auto first = counted->counts.begin();
    CHECK(std::adjacent_find(first, first + 41, std::not_equal_to<>()) != first + 41);
}

TEST_CASE("the same seed gives the same numbers on any number of threads, kept or found again")
{
    const SpaceTimePoints points = anywhere(2000, 2500, 365, 9);
    NearRepeatOptions options = optionsOf({0, 100, 200, 300}, {0, 7, 14}, 199);
    options.threads = 1;
    const NearRepeat one = found(points, options);
    options.threads = 2;
    CHECK(same(found(points, options), one));
    options.threads = 5;
    options.keptPairs = 1000;
    CHECK(same(found(points, options), one));
    options.seed = 2;
    CHECK_FALSE(same(found(points, options), one));
}

TEST_CASE("the order in which incidents are given changes nothing")
{
    SpaceTimePoints points = anywhere(500, 300, 60, 10); // many at one and the same place
    const NearRepeatOptions options = optionsOf({0, 1, 50, 100}, {0, 7, 14}, 99);
    const NearRepeat before = found(points, options);
    std::vector<std::size_t> order(points.dates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(3);
    std::shuffle(order.begin(), order.end(), random);
    SpaceTimePoints mixed;
    for (const std::size_t i : order) {
        mixed.places.push_back(points.places[i]);
        mixed.dates.push_back(points.dates[i]);
    }
    CHECK(same(found(mixed, options), before));
}

TEST_CASE("where there is no pattern, one time in twenty looks like one")
{
    int nearest = 0;
    int anyCell = 0;
    int reaching = 0;
    constexpr int turns = 400;
    for (unsigned turn = 0; turn < turns; ++turn) {
        const NearRepeat result =
            found(anywhere(150, 1000, 200, 1000 + turn), optionsOf({0, 100, 200, 300}, {0, 14, 28, 42}, 199));
        const auto significant = [](const NearRepeatCell& cell) { return cell.familyP <= 0.05; };
        nearest += result.at(0, 0).p <= 0.05 ? 1 : 0;
        anyCell += std::any_of(result.cells.begin(), result.cells.end(), significant) ? 1 : 0;
        reaching += result.reach.spaceBands > 0 ? 1 : 0;
    }
    // Binomial(400, 0.05): 20, and within 10 to 32 in 99 of 100 cases.
    CHECK(nearest >= 8);
    CHECK(nearest <= 32);
    CHECK(anyCell >= 6); // ties make it a little more careful
    CHECK(anyCell <= 32);
    CHECK(reaching == nearest);
}

TEST_CASE("a second incident close by within days is found, and how far it reaches")
{
    SpaceTimePoints points = anywhere(400, 4000, 365, 11);
    std::mt19937 random(12);
    for (std::size_t i = 0; i < 80; ++i) {
        points.places.push_back({points.places[i].x + static_cast<double>(random() % 60),
                                 points.places[i].y + static_cast<double>(random() % 60)});
        points.dates.push_back(points.dates[i] + static_cast<std::int32_t>(random() % 7));
    }
    const NearRepeat result = found(points, optionsOf({0, 100, 200, 300}, {0, 7, 14, 21}, 999));
    CHECK(result.at(0, 0).p == 0.001);
    CHECK(result.at(0, 0).familyP <= 0.01);
    CHECK(result.at(0, 0).ratio > 5.0);
    CHECK(result.reach.spaceBands == 1);
    CHECK(result.reach.timeBands == 1);
    CHECK(result.at(2, 2).p > 0.05);
}

TEST_CASE("a cell that no shuffle fills has no ratio")
{
    const NearRepeat result = found(pointsOf({{0, 0, 0}, {1000, 0, 1}}), optionsOf({0, 10}, {0, 7}));
    CHECK(result.at(0, 0).expected == 0.0);
    CHECK(std::isnan(result.at(0, 0).ratio));
    CHECK(result.at(0, 0).p == 1.0);
    CHECK(result.pairs == 0);
}

TEST_CASE("what cannot be computed is said")
{
    const auto points = pointsOf({{0, 0, 0}, {1, 0, 1}, {2, 0, 1}});
    const auto fault = [&](const NearRepeatOptions& options) { return nearRepeat(points, options).error(); };
    using enum NearRepeatFault;
    CHECK(fault(optionsOf({0}, {0, 7})) == BandsNotRising);
    CHECK(fault(optionsOf({0, 100, 100}, {0, 7})) == BandsNotRising);
    CHECK(fault(optionsOf({-1, 100}, {0, 7})) == BandsNotRising);
    CHECK(fault(optionsOf({0, 100}, {7, 0})) == BandsNotRising);
    CHECK(fault(optionsOf({0, std::numeric_limits<double>::quiet_NaN()}, {0, 7})) == BandsNotRising);
    CHECK(fault(optionsOf({0, std::numeric_limits<double>::infinity()}, {0, 7})) == BandsNotRising);
    CHECK(fault(optionsOf({0, 100}, {0, 7}, 18)) == RunsOutOfRange);
    CHECK(fault(optionsOf({0, 100}, {0, 7}, 10'000)) == RunsOutOfRange);
    NearRepeatOptions few = optionsOf({0, 100}, {0, 7});
    few.mostPairs = 2;
    CHECK(fault(few) == TooManyPairs);
    CHECK(nearRepeat(pointsOf({{0, 0, 0}}), optionsOf({0, 100}, {0, 7})).error() == TooFewIncidents);
    auto broken = points;
    broken.places[1].x = std::numeric_limits<double>::quiet_NaN();
    CHECK(nearRepeat(broken, optionsOf({0, 100}, {0, 7})).error() == NotFinite);
    broken = points;
    broken.dates.pop_back();
    CHECK_THROWS_AS(nearRepeat(broken, optionsOf({0, 100}, {0, 7})), std::invalid_argument);
}

TEST_CASE("progress rises to the end, and a stop is answered")
{
    const SpaceTimePoints points = anywhere(3000, 1500, 365, 13);
    NearRepeatOptions options = optionsOf({0, 200, 400}, {0, 7, 14}, 999);
    std::vector<double> shares;
    options.progress = [&](double share) { shares.push_back(share); };
    options.threads = 1;
    found(points, options);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.size() > 20);
    CHECK(shares.back() > 0.98);
    CHECK(shares.back() <= 1.0);
    std::stop_source stop;
    options.stop = stop.get_token();
    options.progress = [&](double) { stop.request_stop(); };
    CHECK(nearRepeat(points, options).error() == NearRepeatFault::Cancelled);
    options.progress = {};
    CHECK(nearRepeat(points, options).error() == NearRepeatFault::Cancelled);
}

TEST_CASE("incidents whose place or day is known too vaguely for the first bands are left out and counted")
{
    Row vague;
    vague.radius = 150.0F;
    Row area;
    area.flags = flagArea;
    Row long_;
    long_.spanMinutes = 8 * 1440;
    Row exact;
    Row week;
    week.spanMinutes = 7 * 1440;
    week.radius = 100.0F;
    const IncidentTable table = tableOf({vague, area, long_, exact, week});
    const NearRepeatRows rows = nearRepeatRows(table, allRows(table), {{0, 100, 300}, {0, 7, 14}});
    CHECK(rows.rows == std::vector<std::uint32_t>{3, 4});
    CHECK(rows.leftOutPlace == 2);
    CHECK(rows.leftOutSpan == 1);
    const SpaceTimePoints points = spaceTimePoints(table, rows.rows);
    CHECK(points.places.front() == Point{exact.easting, exact.northing});
    CHECK(points.dates == std::vector<std::int32_t>{exact.localDate, exact.localDate});
}
