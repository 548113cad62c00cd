#include "support/catch.h"

#include "analysis/period_comparison.h"
#include "table_builder.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

constexpr GridSpec spec{321000.0, 6393000.0, 25.0, 60, 40};

std::vector<Point> scattered(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> east(321800.0, 250.0);
    std::normal_distribution<double> north(6393500.0, 200.0);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({east(random), north(random)});
    return points;
}

ComparisonOptions options(double bandwidth = 150.0) {
    ComparisonOptions result;
    result.kde.bandwidth = bandwidth;
    return result;
}

PeriodComparison compared(const std::vector<Point>& earlier, const std::vector<Point>& later,
                          const ComparisonOptions& choice = options()) {
    const auto result = comparePeriods(earlier, later, spec, choice);
    REQUIRE(result.has_value());
    return *result;
}

Point centreOf(std::size_t index) {
    return {spec.xmin + (static_cast<double>(index % 60) + 0.5) * spec.cell,
            spec.ymin + (static_cast<double>(index / 60) + 0.5) * spec.cell};
}

/// The plain sums, cell by cell over all points: quartic kernel, per km².
double densityAt(const std::vector<Point>& points, const Point& at, double h) {
    double sum = 0.0;
    for (const Point& p : points) {
        const double d2 = (p.x - at.x) * (p.x - at.x) + (p.y - at.y) * (p.y - at.y);
        if (d2 < h * h)
            sum += 3e6 / (3.14159265358979323846 * h * h) * std::pow(1.0 - d2 / (h * h), 2.0);
    }
    return sum;
}

std::int64_t countAt(const std::vector<Point>& points, const Point& at, double radius) {
    return std::count_if(points.begin(), points.end(), [&](const Point& p) {
        return (at.x - p.x) * (at.x - p.x) + (at.y - p.y) * (at.y - p.y) < radius * radius;
    });
}

DateSpan span(std::int32_t from, std::int32_t days) {
    return {from, from + days};
}

} // namespace

TEST_CASE("counts within a distance are those of looking at every point") {
    for (const double radius : {25.0, 60.0, 150.0, 1000.0}) {
        std::vector<Point> points = scattered(300, 1);
        points.push_back({321012.5, 6393012.5});        // a cell's centre
        points.push_back({321012.5 + 25.0, 6393012.5}); // exactly a cell away
        points.push_back({320950.0, 6392990.0});        // outside the grid
        points.push_back({900000.0, 6393500.0});
        const Outcome<Grid> counts = countsWithin(points, spec, radius);
        REQUIRE(counts.has_value());
        for (std::size_t i = 0; i < counts->values.size(); ++i)
            REQUIRE(counts->values[i] == static_cast<double>(countAt(points, centreOf(i), radius)));
    }
}

TEST_CASE("a comparison is that of the plain sums, hidden where the incidents near are too few") {
    const std::vector<Point> earlier = scattered(150, 2);
    const std::vector<Point> later = scattered(220, 3);
    const PeriodComparison result = compared(earlier, later);
    const double most = result.jointMaximum;
    for (std::size_t i = 0; i < result.difference.values.size(); ++i) {
        const Point at = centreOf(i);
        const double a = densityAt(earlier, at, 150.0);
        const double b = densityAt(later, at, 150.0);
        const std::int64_t nearA = countAt(earlier, at, 150.0);
        const std::int64_t nearB = countAt(later, at, 150.0);
        CHECK_THAT(result.earlier.values[i], WithinAbs(a, 1e-9 * most));
        if (std::max(nearA, nearB) >= 5)
            CHECK_THAT(result.difference.values[i], WithinAbs(b - a, 1e-9 * most));
        else
            CHECK(std::isnan(result.difference.values[i]));
        if (std::min(nearA, nearB) >= 10)
            CHECK_THAT(result.change.values[i], WithinRel(b / a - 1.0, 1e-7));
        else
            CHECK(std::isnan(result.change.values[i]));
        if (a >= 0.01 * result.earlier.maximum())
            CHECK_THAT(result.ratio.values[i], WithinAbs(b / a, 1e-7 * (1.0 + b / a)));
        else
            CHECK(std::isnan(result.ratio.values[i]));
    }
    CHECK(result.jointMaximum == std::max(result.earlier.maximum(), result.later.maximum()));
}

TEST_CASE("periods turned round change the sign of the difference and nothing else") {
    const std::vector<Point> a = scattered(90, 4);
    const std::vector<Point> b = scattered(120, 5);
    const PeriodComparison forth = compared(a, b);
    const PeriodComparison back = compared(b, a);
    CHECK(forth.largestDifference == back.largestDifference);
    CHECK(forth.jointMaximum == back.jointMaximum);
    for (std::size_t i = 0; i < forth.difference.values.size(); ++i) {
        CHECK(std::isnan(forth.difference.values[i]) == std::isnan(back.difference.values[i]));
        if (!std::isnan(forth.difference.values[i]))
            CHECK(forth.difference.values[i] == -back.difference.values[i]);
    }
}

TEST_CASE("a period against itself differs nowhere") {
    const std::vector<Point> points = scattered(100, 6);
    const PeriodComparison result = compared(points, points);
    CHECK(result.largestDifference == 0.0);
    for (const double change : result.change.values)
        CHECK((std::isnan(change) || change == 0.0));
}

TEST_CASE("the volume of the difference is the difference of the counts where nothing is hidden") {
    const std::vector<Point> a(20, {321700.0, 6393500.0});
    const std::vector<Point> b(35, {321900.0, 6393400.0});
    ComparisonOptions choice = options(200.0);
    choice.fewestForDifference = 0.0;
    const PeriodComparison result = compared(a, b, choice);
    double volume = 0.0;
    for (const double value : result.difference.values)
        volume += std::isnan(value) ? 0.0 : value * 25.0 * 25.0 / 1e6;
    CHECK_THAT(volume, WithinAbs(15.0, 0.05));
}

TEST_CASE("cells with incidents that are too few to say are counted") {
    const PeriodComparison result = compared({{321700.0, 6393500.0}}, {{321700.0, 6393500.0}});
    std::int64_t reached = 0;
    for (std::size_t i = 0; i < result.difference.values.size(); ++i)
        reached += countAt({{321700.0, 6393500.0}}, centreOf(i), 150.0);
    CHECK(result.cellsTooFew == reached);
    CHECK(result.largestDifference == 0.0);
}

TEST_CASE("a period without incidents gives a difference but no percentage and no ratio") {
    const PeriodComparison result = compared({}, scattered(100, 7));
    CHECK(result.largestDifference > 0.0);
    for (std::size_t i = 0; i < result.change.values.size(); ++i) {
        CHECK(std::isnan(result.change.values[i]));
        CHECK(std::isnan(result.ratio.values[i]));
    }
}

TEST_CASE("periods of different length are turned to the same one") {
    const RateFactors later = rateFactors(span(0, 181), span(181, 365), RateBasis::LaterPeriod);
    CHECK_THAT(later.earlier, WithinAbs(365.0 / 181.0, 1e-12));
    CHECK(later.later == 1.0);
    const RateFactors month = rateFactors(span(0, 60), span(60, 15), RateBasis::Per30Days);
    CHECK(month.earlier == 0.5);
    CHECK(month.later == 2.0);
    CHECK(rateFactors(span(0, 90), span(100, 90), RateBasis::LaterPeriod).earlier == 1.0);
    CHECK(rateFactors(span(0, 1), span(1, 7), RateBasis::AsCounted).earlier == 1.0);
    CHECK_THROWS_AS(rateFactors(span(0, 0), span(1, 7), RateBasis::PerYear), std::invalid_argument);

    ComparisonOptions choice = options();
    choice.factors = {2.0, 1.0};
    const std::vector<Point> half = scattered(50, 8);
    std::vector<Point> whole = half;
    whole.insert(whole.end(), half.begin(), half.end());
    const PeriodComparison result = compared(half, whole, choice);
    CHECK_THAT(result.largestDifference, WithinAbs(0.0, 1e-9 * result.jointMaximum));
}

TEST_CASE("a ratio of densities keeps to its floor and its raster") {
    const Grid a{{0, 0, 1, 4, 1}, {2, 3, 0, 1}};
    const Grid b{{0, 0, 1, 4, 1}, {4, 0.5, 1, 0}};
    const Grid ratio = densityRatio(a, b, 1.0);
    CHECK(ratio.values[0] == 0.5);
    CHECK(std::isnan(ratio.values[1]));
    CHECK(ratio.values[2] == 0.0);
    CHECK(std::isnan(ratio.values[3]));
    CHECK(std::isnan(densityRatio(a, b, 0.0).values[3]));
    CHECK_THROWS_AS(densityRatio(a, Grid{{0, 0, 2, 4, 1}, {1, 1, 1, 1}}, 0.0), std::invalid_argument);
}

TEST_CASE("a floor of its own is used instead of the share of the maximum") {
    ComparisonOptions choice = options();
    choice.floor = 100.0;
    const PeriodComparison result = compared(scattered(100, 9), scattered(100, 10), choice);
    CHECK(result.floor == 100.0);
    for (std::size_t i = 0; i < result.ratio.values.size(); ++i)
        CHECK(std::isnan(result.ratio.values[i]) == (result.earlier.values[i] < 100.0));
}

TEST_CASE("each hotspot has its counts in both periods and the ratio of their daily rates") {
    IncidentTable table;
    Row row;
    const auto repeat = [&](std::int32_t date, int times, double easting) {
        row.localDate = date;
        row.easting = easting;
        for (int i = 0; i < times; ++i)
            add(table, row);
    };
    repeat(100, 12, 321400.0);
    repeat(150, 30, 321400.0);
    repeat(100, 20, 322000.0);
    repeat(150, 21, 322000.0);
    repeat(300, 50, 322000.0); // in neither period
    Hotspot west;
    Hotspot east;
    for (std::uint32_t i = 0; i < table.size(); ++i)
        (table.easting[i] < 321700.0 ? west : east).rows.push_back(i);
    const auto changes = hotspotChanges(table, {west, east}, span(100, 50), span(150, 50));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].earlier.count == 12);
    CHECK(changes[0].later.count == 30);
    CHECK_THAT(changes[0].ratio.change(), WithinAbs(1.5, 1e-12));
    CHECK(changes[0].ratio.isCertain());
    CHECK(changes[1].later.count == 21);
    CHECK_FALSE(changes[1].ratio.isCertain());
    // Two were looked at: Holm doubles the smaller p.
    CHECK_THAT(changes[0].familyP, WithinAbs(2.0 * changes[0].ratio.p, 1e-12));
    CHECK_THAT(changes[1].familyP, WithinAbs(std::max(changes[1].ratio.p, changes[0].familyP), 1e-12));
    const auto unequal = hotspotChanges(table, {west}, span(100, 50), span(150, 100));
    CHECK_THAT(unequal[0].ratio.ratio, WithinAbs(1.25, 1e-12));
}

TEST_CASE("rows of a period are those whose date lies in it, the last day excluded") {
    IncidentTable table;
    for (const std::int32_t date : {9, 10, 19, 20}) {
        Row row;
        row.localDate = date;
        add(table, row);
    }
    CHECK(rowsWithin(table, allRows(table), span(10, 10)) == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("the faults of a density are those of a comparison") {
    CHECK(comparePeriods({}, {}, spec, options(10.0)).error().fault == Fault::BandwidthBelowCell);
    CHECK(comparePeriods({{std::nan(""), 0.0}}, {}, spec, options()).error().fault == Fault::NotFinite);
    CHECK(countsWithin({}, {0, 0, 1, 100'000, 100'000}, 5.0).error().fault == Fault::GridTooLarge);
    CHECK(countsWithin({}, spec, 0.0).error().fault == Fault::BandwidthNotPositive);
    ComparisonOptions choice = options();
    std::stop_source source;
    source.request_stop();
    choice.kde.stop = source.get_token();
    CHECK(comparePeriods(scattered(10, 1), {}, spec, choice).error().fault == Fault::Cancelled);
}
