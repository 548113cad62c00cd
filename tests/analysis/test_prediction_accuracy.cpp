#include "support/catch.h"

#include "analysis/prediction_accuracy.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

/// Cells of 100 m in a row.
Fishnet row(std::int64_t cells)
{
    Fishnet fishnet;
    fishnet.spec = {0.0, 0.0, 100.0, cells, 1};
    return fishnet;
}

} // namespace

TEST_CASE("PAI is the share of incidents found over the share of area marked")
{
    // Chainey, Tompson & Uhlig (2008): 25 % of the crimes in half the area give 0.5; 20 % in 10 % of it
    // give 2. Ten cells; the map marks the last one.
    std::vector<double> map(10, 0.0);
    map[9] = 1.0;
    std::vector<double> later{8, 8, 8, 8, 8, 0, 0, 0, 0, 10};
    const Accuracy accuracy = accuracyOf(row(10), map, later, 0.1);
    CHECK(accuracy.c == 10.0);
    CHECK(accuracy.C == 50.0);
    CHECK_THAT(accuracy.a, WithinAbs(0.01, 1e-12));
    CHECK_THAT(accuracy.A, WithinAbs(0.1, 1e-12));
    CHECK_THAT(accuracy.hitRate, WithinAbs(0.2, 1e-12));
    CHECK_THAT(accuracy.pai, WithinAbs(2.0, 1e-12));
    CHECK_THAT(accuracy.pei, WithinAbs(1.0, 1e-12)); // no other cell holds more
}

TEST_CASE("PEI is the PAI over the highest that the same area could reach")
{
    const std::vector<double> map{3, 2, 1, 0};
    const std::vector<double> later{2, 1, 8, 9};
    const Accuracy accuracy = accuracyOf(row(4), map, later, 0.5);
    CHECK(accuracy.c == 3.0);
    CHECK(accuracy.best == 17.0);
    CHECK_THAT(accuracy.pai, WithinAbs(3.0 / 20.0 / 0.5, 1e-12));
    CHECK_THAT(accuracy.pei, WithinAbs(3.0 / 17.0, 1e-12));
    const Accuracy perfect = accuracyOf(row(4), later, later, 0.5);
    CHECK(perfect.pei == 1.0);
}

TEST_CASE("cells that tie for the last places share them evenly, wherever they lie")
{
    const std::vector<double> map{5, 1, 1, 1, 0, 0, 0, 0};
    const MarkedCells marked = markHighest(row(8), map, 0.25);
    CHECK(marked.places == 2);
    CHECK(marked.tied == 3);
    CHECK(marked.share[0] == 1.0);
    for (const std::size_t cell : {1U, 2U, 3U})
        CHECK_THAT(marked.share[cell], WithinAbs(1.0 / 3.0, 1e-12));
    CHECK(std::accumulate(marked.share.begin() + 4, marked.share.end(), 0.0) == 0.0);
    const Accuracy accuracy = accuracyOf(row(8), map, {4, 9, 0, 0, 1, 1, 0, 0}, 0.25);
    CHECK_THAT(accuracy.c, WithinAbs(4.0 + 9.0 / 3.0, 1e-12));
    CHECK(accuracy.tied == 3);
}

TEST_CASE("a map that says nothing does as well as chance")
{
    std::mt19937 random(2);
    std::vector<double> later(200);
    for (double& count : later)
        count = static_cast<double>(random() % 4);
    const Accuracy accuracy = accuracyOf(row(200), std::vector<double>(200, 1.0), later, 0.05);
    CHECK_THAT(accuracy.pai, WithinAbs(1.0, 1e-9));
}

TEST_CASE("values that differ by rounding alone tie")
{
    const MarkedCells marked = markHighest(row(4), {0.1 + 0.2, 0.3, 0.0, 0.0}, 0.25);
    CHECK(marked.tied == 2);
}

TEST_CASE("with fewer than ten later incidents there is too little to say")
{
    const Accuracy few = accuracyOf(row(4), {3, 2, 1, 0}, {9, 0, 0, 0}, 0.25);
    CHECK(few.c == 9.0);
    CHECK(std::isnan(few.pai));
    CHECK(std::isnan(few.pei));
    CHECK(std::isnan(few.hitRate));
    CHECK(accuracyOf(row(4), {3, 2, 1, 0}, {10, 0, 0, 0}, 0.25).pai == 4.0);
}

TEST_CASE("cells outside the study area are never marked, and NaN is the lowest")
{
    Fishnet fishnet = row(5);
    fishnet.inside = {1, 1, 1, 1, 0};
    const double nan = std::nan("");
    const MarkedCells marked = markHighest(fishnet, {nan, 0.0, -1.0, nan, 99.0}, 0.25);
    CHECK(marked.places == 1);
    CHECK(marked.share == std::vector<double>{0.0, 1.0, 0.0, 0.0, 0.0});
    const Accuracy accuracy = accuracyOf(fishnet, {nan, 0.0, -1.0, nan, 99.0}, {0, 12, 0, 0, 0}, 0.25);
    CHECK(accuracy.C == 12.0);
    CHECK_THAT(accuracy.A, WithinAbs(0.04, 1e-12));
}

TEST_CASE("at least one cell is marked, and never more than all")
{
    CHECK(markHighest(row(4), {1, 2, 3, 4}, 1e-9).places == 1);
    CHECK(markHighest(row(4), {1, 2, 3, 4}, 1.0).places == 4);
    const Accuracy all = accuracyOf(row(4), {1, 2, 3, 4}, {5, 5, 5, 5}, 1.0);
    CHECK(all.pai == 1.0);
    CHECK(all.pei == 1.0);
    CHECK_THROWS_AS(markHighest(row(4), {1.0}, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(accuracyOf(row(4), {1, 2, 3, 4}, {1.0}, 0.5), std::invalid_argument);
}

TEST_CASE("two maps are compared by the later incidents that only one of them marks")
{
    const Fishnet fishnet = row(4);
    const MarkedCells first = markHighest(fishnet, {9, 8, 0, 0}, 0.5);
    const MarkedCells second = markHighest(fishnet, {9, 0, 8, 0}, 0.5);
    const MapComparison comparison = compareMaps(first, second, {50, 4, 21, 7});
    CHECK(comparison.onlyFirst == 4.0);
    CHECK(comparison.onlySecond == 21.0);
    CHECK_THAT(comparison.z, WithinAbs(17.0 / 5.0, 1e-12));
    CHECK(compareMaps(first, first, {50, 4, 21, 7}).z == 0.0);
    CHECK_THROWS_AS(compareMaps(first, second, {1.0}), std::invalid_argument);
}
