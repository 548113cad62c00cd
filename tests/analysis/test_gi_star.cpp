#include "support/catch.h"

#include "analysis/gi_star.h"
#include "shared_data.h"

#include <cmath>
#include <limits>
#include <random>

using namespace hk::analysis;

namespace {

/// All cells of a grid.
Fishnet plainNet(std::int64_t columns, std::int64_t rows, double cell = 30.0)
{
    Fishnet fishnet;
    fishnet.spec = {0.0, 0.0, cell, columns, rows};
    return fishnet;
}

/// The definition, cell by cell, from the coordinates of the centres: the oracle.
std::vector<double> naive(const Fishnet& fishnet, const std::vector<double>& values, double band,
                          bool includeSelf)
{
    std::vector<double> z(values.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!fishnet.isInside(i))
            continue;
        double n = 0.0;
        double sum = 0.0;
        double squares = 0.0;
        double neighbours = 0.0;
        double neighbourSum = 0.0;
        for (std::size_t j = 0; j < values.size(); ++j) {
            if (!fishnet.isInside(j) || (!includeSelf && i == j))
                continue;
            n += 1.0;
            sum += values[j];
            squares += values[j] * values[j];
            const Point a = fishnet.centre(i);
            const Point b = fishnet.centre(j);
            if (std::hypot(a.x - b.x, a.y - b.y) <= band * (1.0 + 1e-12)) {
                neighbours += 1.0;
                neighbourSum += values[j];
            }
        }
        const double mean = sum / n;
        const double s = std::sqrt(squares / n - mean * mean);
        const double room = (n * neighbours - neighbours * neighbours) / (n - 1.0);
        if (room > 0.0 && s > 1e-9)
            z[i] = (neighbourSum - mean * neighbours) / (s * std::sqrt(room));
    }
    return z;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b)
{
    REQUIRE(a.size() == b.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) != std::isnan(b[i]))
            return std::numeric_limits<double>::infinity();
        if (!std::isnan(a[i]))
            largest = std::max(largest, std::abs(a[i] - b[i]));
    }
    return largest;
}

std::vector<double> randomCounts(std::size_t cells, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<double> values(cells);
    for (double& value : values)
        value = random() % 3 == 0 ? static_cast<double>(random() % 20) : 0.0;
    return values;
}

} // namespace

TEST_CASE("Gi* of five cells in a row is what the formula gives by hand")
{
    // Values 0 0 0 0 5, neighbours one cell away. n = 5, mean 1, s² = (4 · 1 + 16)/5 = 4, s = 2.
    // Last cell: W = 2, Σ = 5, z = (5 − 2)/(2 √((5 · 2 − 4)/4)) = 3/(2 √1.5) = √1.5.
    // The one before: W = 3, z = (5 − 3)/(2 √((15 − 9)/4)) = 1/√1.5. In the middle: (0 − 3)/(2 √1.5) = −√1.5.
    // The first: W = 2, z = −2/(2 √1.5) = −1/√1.5.
    GiStarOptions options;
    options.band = 30.0;
    const auto found = giStar(plainNet(5, 1), {0.0, 0.0, 0.0, 0.0, 5.0}, options);
    REQUIRE(found);
    const double root = std::sqrt(1.5);
    const std::vector<double> expected{-1.0 / root, -root, -root, 1.0 / root, root};
    CHECK(largestDifference(found->z, expected) < 1e-14);
    CHECK(found->mean == 1.0);
    CHECK(found->deviation == 2.0);
    // 2 (1 − Φ(√1.5)), Φ from a table of the normal distribution.
    CHECK_THAT(found->p[4], WithinAbs(0.220671, 1e-6));
}

TEST_CASE("Gi of five cells in a row leaves the cell itself out of sum, mean and deviation")
{
    // Last cell: the others are all 0: too little to say. The one before: others 0 0 0 5, mean 1.25, s² =
    // 25/4 − 1.25², W = 2, z = (5 − 2.5)/(s √((4 · 2 − 4)/3)).
    GiStarOptions options;
    options.band = 30.0;
    options.includeSelf = false;
    const auto found = giStar(plainNet(5, 1), {0.0, 0.0, 0.0, 0.0, 5.0}, options);
    REQUIRE(found);
    CHECK(std::isnan(found->z[4]));
    CHECK(found->undefined == 1);
    CHECK_THAT(found->z[3], WithinAbs(2.5 / (std::sqrt(6.25 - 1.5625) * std::sqrt(4.0 / 3.0)), 1e-14));
}

TEST_CASE("without a band the eight cells around are neighbours")
{
    const std::vector<double> values = randomCounts(42, 3);
    const Fishnet fishnet = plainNet(7, 6);
    const auto found = giStar(fishnet, values, {});
    REQUIRE(found);
    CHECK(largestDifference(found->z, naive(fishnet, values, 30.0 * std::sqrt(2.0), true)) < 1e-12);
}

TEST_CASE("Gi* equals the plain double loop on random counts, with and without self and study area")
{
    std::mt19937 random(11);
    for (unsigned round = 0; round < 12; ++round) {
        Fishnet fishnet = plainNet(3 + static_cast<std::int64_t>(random() % 20),
                                   3 + static_cast<std::int64_t>(random() % 20));
        if (round % 2 == 1) {
            for (std::size_t i = 0; i < fishnet.cells(); ++i)
                fishnet.inside.push_back(random() % 4 != 0 ? 1 : 0);
            fishnet.inside[0] = fishnet.inside[1] = 1;
        }
        const std::vector<double> values = randomCounts(fishnet.cells(), round);
        GiStarOptions options;
        options.band = 30.0 * (1.0 + static_cast<double>(random() % 70) / 10.0);
        options.includeSelf = round % 3 != 0;
        options.threads = 1 + static_cast<int>(round % 4);
        const auto found = giStar(fishnet, values, options);
        REQUIRE(found);
        INFO(round << " band " << options.band);
        CHECK(largestDifference(found->z, naive(fishnet, values, options.band, options.includeSelf)) < 1e-9);
    }
}

TEST_CASE("the answer does not depend on the number of threads")
{
    const Fishnet fishnet = plainNet(90, 300);
    const std::vector<double> values = randomCounts(fishnet.cells(), 8);
    GiStarOptions options;
    options.band = 200.0;
    options.threads = 1;
    const auto one = giStar(fishnet, values, options);
    options.threads = 5;
    const auto five = giStar(fishnet, values, options);
    REQUIRE((one && five));
    CHECK(one->z == five->z);
    CHECK(one->classes == five->classes);
}

TEST_CASE("a common level added to all cells changes no z")
{
    const Fishnet fishnet = plainNet(12, 12);
    std::vector<double> values = randomCounts(fishnet.cells(), 4);
    const auto low = giStar(fishnet, values, {});
    for (double& value : values)
        value += 1e6;
    const auto high = giStar(fishnet, values, {});
    REQUIRE((low && high));
    CHECK(largestDifference(low->z, high->z) < 1e-9);
}

TEST_CASE("turning the grid by a quarter turns the answer with it")
{
    const std::int64_t size = 9;
    const Fishnet fishnet = plainNet(size, size);
    const std::vector<double> values = randomCounts(fishnet.cells(), 6);
    const auto quarter = [&](const std::vector<double>& of) {
        std::vector<double> turned(of.size());
        for (std::int64_t row = 0; row < size; ++row)
            for (std::int64_t column = 0; column < size; ++column)
                turned[static_cast<std::size_t>(column * size + size - 1 - row)] =
                    of[static_cast<std::size_t>(row * size + column)];
        return turned;
    };
    const auto found = giStar(fishnet, values, {});
    const auto turned = giStar(fishnet, quarter(values), {});
    REQUIRE((found && turned));
    CHECK(largestDifference(turned->z, quarter(found->z)) < 1e-12);
}

TEST_CASE("where all cells are alike, or every cell is a neighbour, there is too little to say")
{
    const auto alike = giStar(plainNet(4, 4), std::vector<double>(16, 0.1), {});
    REQUIRE(alike);
    CHECK(alike->undefined == 16);
    CHECK(std::isnan(alike->p[0]));
    CHECK(alike->classes[0] == GiClass::None);
    GiStarOptions wide;
    wide.band = 1e6;
    const auto all = giStar(plainNet(4, 4), randomCounts(16, 2), wide);
    REQUIRE(all);
    CHECK(all->undefined == 16);
    const auto single = giStar(plainNet(1, 1), {3.0}, {});
    REQUIRE(single);
    CHECK(single->undefined == 1);
}

TEST_CASE("cells outside the study area neither count nor are answered")
{
    Fishnet fishnet = plainNet(5, 1);
    fishnet.inside = {1, 1, 1, 1, 0};
    GiStarOptions options;
    options.band = 30.0;
    const auto found = giStar(fishnet, {1.0, 0.0, 0.0, 0.0, 99.0}, options);
    REQUIRE(found);
    CHECK(found->cells == 4);
    CHECK(found->mean == 0.25);
    CHECK(std::isnan(found->z[4]));
    CHECK(found->z[3] < 0.0);
}

TEST_CASE("a cell known to be hot is hot at 99 per cent, and an even field has no hot cell")
{
    const Fishnet fishnet = plainNet(20, 20);
    std::vector<double> values(400, 1.0);
    for (const std::size_t cell : {105U, 106U, 125U, 126U})
        values[cell] = 30.0;
    values[300] = 2.0;
    const auto found = giStar(fishnet, values, {});
    REQUIRE(found);
    CHECK(found->classes[105] == GiClass::Hot99);
    CHECK(found->classes[300] == GiClass::None);
}

TEST_CASE("cells that touch by a side or a corner make one group, the surest first")
{
    // . . . 2
    // 3 . . .
    // . 1 . -2      class by cell, row 0 at the bottom
    const Fishnet fishnet = plainNet(4, 3);
    GiStar found;
    found.classes.assign(12, GiClass::None);
    found.z.assign(12, 0.0);
    const auto set = [&](std::size_t cell, GiClass to, double z) {
        found.classes[cell] = to;
        found.z[cell] = z;
    };
    set(1, GiClass::Hot90, 2.0);
    set(3, GiClass::Cold95, -9.0);
    set(4, GiClass::Hot99, 4.0);
    set(11, GiClass::Hot95, 3.0);
    const std::vector<GiGroup> hot = giGroups(fishnet, found, GiClass::Hot90);
    REQUIRE(hot.size() == 2);
    CHECK(hot[0].cells == std::vector<std::size_t>{1, 4});
    CHECK(hot[0].summit == 4);
    CHECK(hot[1].cells == std::vector<std::size_t>{11});
    CHECK(giGroups(fishnet, found, GiClass::Hot99).size() == 1);
    const std::vector<GiGroup> cold = giGroups(fishnet, found, GiClass::Cold90);
    REQUIRE(cold.size() == 1);
    CHECK(cold[0].summit == 3);
}

TEST_CASE("the false discovery rate of Benjamini and Hochberg is that of their paper's example")
{
    // Benjamini & Hochberg (1995), section 3.2: fifteen p-values; at 0.05 the four smallest are rejected
    // (p(4) = 0.0095 ≤ 4/15 · 0.05 = 0.013), where Bonferroni rejects three.
    const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
    CHECK(falseDiscoveryThreshold(p, 0.05) == 0.0095);
    CHECK(falseDiscoveryThreshold({0.5, 0.9}, 0.05) < 0.0);
    CHECK(falseDiscoveryThreshold({}, 0.05) < 0.0);
}

TEST_CASE("a p above its own step still counts when a later one is below its step")
{
    // p(1) = 0.04 > 1/2 · 0.05, but p(2) = 0.05 ≤ 2/2 · 0.05.
    CHECK(falseDiscoveryThreshold({0.05, 0.04}, 0.05) == 0.05);
}

TEST_CASE("classes follow the sign of z, and correction takes away what chance may have given")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> z{3.0, -3.0, 2.0, 1.7, 0.5, nan};
    const std::vector<double> p{0.0027, 0.0027, 0.0455, 0.0891, 0.617, nan};
    CHECK(giClasses(z, p, false) == std::vector<GiClass>{GiClass::Hot99, GiClass::Cold99, GiClass::Hot95,
                                                         GiClass::Hot90, GiClass::None, GiClass::None});
    // m = 5: at 0.01 the two at 0.0027 (≤ 2/5 · 0.01 = 0.004); at 0.05 nothing more (0.0455 > 3/5 · 0.05); at
    // 0.10 0.0455 ≤ 3/5 · 0.10, while 0.0891 > 4/5 · 0.10.
    CHECK(giClasses(z, p, true) == std::vector<GiClass>{GiClass::Hot99, GiClass::Cold99, GiClass::Hot90,
                                                        GiClass::None, GiClass::None, GiClass::None});
}

TEST_CASE("what Gi* cannot be made of is a fault")
{
    const Fishnet fishnet = plainNet(2, 2);
    GiStarOptions options;
    options.band = -1.0;
    CHECK(giStar(fishnet, {0, 0, 0, 1}, options).error().fault == Fault::BandwidthNotPositive);
    const auto broken = giStar(fishnet, {0, 0, std::nan(""), 1}, {});
    CHECK(broken.error().fault == Fault::NotFinite);
    CHECK(broken.error().value == 2.0);
    CHECK_THROWS_AS(giStar(fishnet, {1.0}, {}), std::invalid_argument);
    Fishnet nothing = fishnet;
    nothing.inside.assign(4, 0);
    CHECK(giStar(nothing, {0, 0, 0, 1}, {}).error().fault == Fault::NoPoints);
    std::stop_source source;
    source.request_stop();
    GiStarOptions stopped;
    stopped.stop = source.get_token();
    CHECK(giStar(fishnet, {0, 0, 0, 1}, stopped).error().fault == Fault::Cancelled);
}

TEST_CASE("Gi* and Gi equal those of R spdep 1.2.7 for five distances")
{
    const std::optional<hk::test::NumberTable> table = hk::test::sharedNumbers("getisord_Gi_spdep.csv");
    if (!table) {
        WARN("SKIPPED: getisord_Gi_spdep.csv is not at hand");
        return;
    }
    std::vector<Point> points;
    std::vector<double> values = table->column("val");
    const std::vector<double> x = table->column("x");
    const std::vector<double> y = table->column("y");
    for (std::size_t i = 0; i < x.size(); ++i)
        points.push_back({x[i], y[i]});
    const auto fishnet = fishnetAround(points, 30.0);
    REQUIRE(fishnet);
    REQUIRE(fishnet->spec == GridSpec{0.0, 0.0, 30.0, 16, 16});
    const CellCounts counts = countInCells(*fishnet, points, values);
    for (const int band : {30, 60, 90, 120, 150})
        for (const bool self : {true, false}) {
            GiStarOptions options;
            options.band = band;
            options.includeSelf = self;
            const auto found = giStar(*fishnet, counts.values, options);
            REQUIRE(found);
            std::vector<double> inFile(points.size());
            const std::vector<double> column =
                table->column((self ? "GiStar_" : "Gi_") + std::to_string(band));
            for (std::size_t i = 0; i < points.size(); ++i)
                inFile[*fishnet->cellAt(points[i])] = column[i];
            INFO(band << (self ? " Gi*" : " Gi"));
            CHECK(largestDifference(found->z, inFile) < 1e-9);
        }
}
