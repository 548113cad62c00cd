#include "support/catch.h"

#include "analysis/kde.h"
#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <thread>

using namespace hk::analysis;
using detail::Method;

namespace {

const double undefined = std::numeric_limits<double>::quiet_NaN();

/// The formula as it stands in the books, in plain doubles.
Grid plain(const std::vector<Point>& points, const std::vector<double>& weights, const GridSpec& spec,
           Kernel kernel, double h) {
    Grid grid{spec, std::vector<double>(static_cast<std::size_t>(spec.columns * spec.rows), 0.0)};
    const double sigma = h / std::sqrt(8.0);
    for (std::int64_t j = 0; j < spec.rows; ++j) {
        for (std::int64_t i = 0; i < spec.columns; ++i) {
            const double x = spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell;
            const double y = spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell;
            double sum = 0.0;
            for (std::size_t k = 0; k < points.size(); ++k) {
                const double d2 =
                    (x - points[k].x) * (x - points[k].x) + (y - points[k].y) * (y - points[k].y);
                const double w = weights.empty() ? 1.0 : weights[k];
                if (kernel == Kernel::Quartic && d2 < h * h)
                    sum += w * 3.0 / (std::numbers::pi * h * h) * (1.0 - d2 / (h * h)) * (1.0 - d2 / (h * h));
                if (kernel == Kernel::Gaussian && d2 <= 16.0 * sigma * sigma)
                    sum +=
                        w / (2.0 * std::numbers::pi * sigma * sigma) * std::exp(-d2 / (2.0 * sigma * sigma));
            }
            grid.values[static_cast<std::size_t>(j * spec.columns + i)] = sum * 1e6;
        }
    }
    return grid;
}

double largestDifference(const Grid& a, const Grid& b) {
    REQUIRE(a.values.size() == b.values.size());
    double largest = 0.0;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        largest = std::max(largest, std::abs(a.values[i] - b.values[i]));
    return largest;
}

/// Some scattered, some in a cluster, some at the same place.
std::vector<Point> cloud(std::size_t count, unsigned seed, const Point& corner, double size) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> scattered(0.0, size);
    std::normal_distribution<double> clustered(0.4 * size, 0.03 * size);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 5 == 4)
            points.push_back(points[i / 2]);
        else if (i % 2 == 0)
            points.push_back({corner.x + scattered(random), corner.y + scattered(random)});
        else
            points.push_back({corner.x + clustered(random), corner.y + clustered(random)});
    }
    return points;
}

std::vector<double> someWeights(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> weight(0.0, 3.0);
    std::vector<double> weights(count);
    std::generate(weights.begin(), weights.end(), [&] { return weight(random); });
    return weights;
}

KdeOptions with(Kernel kernel, double bandwidth, int threads = 1) {
    KdeOptions options;
    options.kernel = kernel;
    options.bandwidth = bandwidth;
    options.threads = threads;
    return options;
}

Grid valueOf(Outcome<Grid> outcome) {
    REQUIRE(outcome.has_value());
    return std::move(*outcome);
}

Fault faultOf(const Outcome<Grid>& outcome) {
    REQUIRE_FALSE(outcome.has_value());
    return outcome.error().fault;
}

double mass(const Grid& grid) {
    double sum = 0.0;
    for (const double v : grid.values)
        sum += v;
    return sum * grid.spec.cell * grid.spec.cell / 1e6;
}

} // namespace

TEST_CASE("the density at a lone incident is the kernel's peak per km²") {
    const GridSpec spec{321980.0, 6394250.0, 20.0, 1, 1};
    const std::vector<Point> point{{321990.0, 6394260.0}};
    const Grid quartic = valueOf(kernelDensity(point, {}, spec, with(Kernel::Quartic, 150.0)));
    CHECK_THAT(quartic.at(0, 0), WithinRel(3e6 / (std::numbers::pi * 22500.0), 1e-12));
    const Grid gaussian = valueOf(kernelDensity(point, {}, spec, with(Kernel::Gaussian, 150.0)));
    CHECK_THAT(gaussian.at(0, 0), WithinRel(1e6 / (2.0 * std::numbers::pi * 22500.0 / 8.0), 1e-12));
}

TEST_CASE("the density equals the plain sum") {
    struct Place {
        Point corner;
        double size;
        double cell;
    };
    const Place place =
        GENERATE(Place{{0, 0}, 1000, 25}, Place{{321991.1, 6394262.8}, 1500, 25},
                 Place{{674032.357, 7180822.239}, 300, 3.7}, Place{{-1234567.9, -7654321.1}, 2000, 50},
                 Place{{321991.1, 6394262.8}, 4, 0.05});
    const double cells = GENERATE(1.0, 3.3, 6.0, 17.0, 41.0, 200.0);
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const bool weighted = GENERATE(false, true);
    const Method method = GENERATE(Method::Automatic, Method::Direct, Method::Sweep, Method::Aggregate);
    if ((method == Method::Sweep || method == Method::Aggregate) && kernel == Kernel::Gaussian)
        return;
    const std::vector<Point> points = cloud(120, 5, place.corner, place.size);
    const std::vector<double> weights = weighted ? someWeights(points.size(), 6) : std::vector<double>{};
    // Cuts through the cloud: points lie outside on every side.
    const GridSpec spec{place.corner.x + 0.1 * place.size, place.corner.y + 0.2 * place.size, place.cell, 33,
                        29};
    const double bandwidth = cells * place.cell;
    const Grid expected = plain(points, weights, spec, kernel, bandwidth);
    const Grid grid = valueOf(detail::density(points, weights, spec, with(kernel, bandwidth), method));
    CAPTURE(place.corner.x, place.cell, cells, static_cast<int>(kernel), weighted, static_cast<int>(method));
    CHECK(largestDifference(grid, expected) <= 1e-9 * expected.maximum());
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        if (expected.values[i] == 0.0)
            CHECK(grid.values[i] <= 1e-15 * expected.maximum());
}

TEST_CASE("the density of thousands of incidents at the usual settings equals the plain sum") {
    const std::vector<Point> points = cloud(8000, 15, {321991.1, 6394262.8}, 1500);
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const GridSpec spec{321891.1, 6394162.8, 25.0, 68, 68};
    const Grid grid = valueOf(kernelDensity(points, {}, spec, with(kernel, 150.0, 2)));
    const Grid expected = plain(points, {}, spec, kernel, 150.0);
    CHECK(largestDifference(grid, expected) <= 1e-10 * expected.maximum());
}

TEST_CASE("cells beyond the reach of every incident are exactly zero") {
    const std::vector<Point> points = cloud(500, 9, {321991.1, 6394262.8}, 800);
    const GridSpec spec{321491.1, 6393762.8, 10.0, 300, 200};
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const Grid grid = valueOf(detail::density(points, {}, spec, with(Kernel::Quartic, 100.0), method));
    const Grid expected = plain(points, {}, spec, Kernel::Quartic, 100.0);
    std::size_t zeros = 0;
    for (std::size_t i = 0; i < grid.values.size(); ++i) {
        if (expected.values[i] == 0.0) {
            ++zeros;
            CHECK(grid.values[i] == 0.0);
        }
    }
    CHECK(zeros > 10000);
}

TEST_CASE("the sweep over long rows with many incidents stays as exact as the plain sum") {
    const std::vector<Point> points = cloud(3000, 12, {321991.1, 6394262.8}, 20000);
    const GridSpec spec{321991.1, 6402262.8, 10.0, 2000, 3};
    const Grid grid = valueOf(detail::density(points, {}, spec, with(Kernel::Quartic, 400.0), Method::Sweep));
    const Grid expected = plain(points, {}, spec, Kernel::Quartic, 400.0);
    CHECK(largestDifference(grid, expected) <= 1e-11 * expected.maximum());
}

TEST_CASE("a grid that only touches the rim of the kernels is exact, too") {
    // All incidents at 0.999 of the bandwidth from the cells: values a million times below the peak.
    std::vector<Point> points;
    for (int i = 0; i < 4000; ++i)
        points.push_back({322000.0 - 999.0, 6394000.0 + 0.01 * i});
    const GridSpec spec{322000.0, 6394000.0, 1.0, 600, 40};
    const Grid grid = valueOf(kernelDensity(points, {}, spec, with(Kernel::Quartic, 1000.0)));
    const Grid expected = plain(points, {}, spec, Kernel::Quartic, 1000.0);
    CHECK(expected.maximum() > 0.0);
    CHECK(largestDifference(grid, expected) <= 1e-9 * expected.maximum());
}

TEST_CASE("every way of summing gives each incident a mass of one") {
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const std::vector<Point> points = cloud(3000, 3, {321991.1, 6394262.8}, 800);
    const auto spec = gridAround(points, 8.0, 150.0);
    REQUIRE(spec);
    const Grid grid = valueOf(detail::density(points, {}, *spec, with(Kernel::Quartic, 150.0), method));
    CHECK_THAT(mass(grid), WithinRel(3000.0, 1e-5));
}

TEST_CASE("each incident adds a mass of one") {
    const std::vector<Point> points = cloud(50, 3, {321991.1, 6394262.8}, 500);
    const auto spec = gridAround(points, 1.0, 150.0);
    REQUIRE(spec);
    const Grid quartic = valueOf(kernelDensity(points, {}, *spec, with(Kernel::Quartic, 150.0)));
    CHECK_THAT(mass(quartic), WithinRel(50.0, 1e-6));
    // The Gaussian reaches to √2 of the bandwidth and loses exp(−8) by its cut.
    const auto wide = gridAround(points, 1.0, 150.0 * std::numbers::sqrt2);
    REQUIRE(wide);
    const Grid gaussian = valueOf(kernelDensity(points, {}, *wide, with(Kernel::Gaussian, 150.0)));
    CHECK_THAT(mass(gaussian), WithinRel(50.0 * (1.0 - std::exp(-8.0)), 1e-5));
}

TEST_CASE("the density of two sets is the sum of their densities") {
    const std::vector<Point> a = cloud(200, 21, {321991.1, 6394262.8}, 1000);
    const std::vector<Point> b = cloud(300, 22, {321991.1, 6394262.8}, 1000);
    std::vector<Point> both = a;
    both.insert(both.end(), b.begin(), b.end());
    const GridSpec spec{321991.1, 6394262.8, 20.0, 50, 50};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    Grid sum = valueOf(kernelDensity(a, {}, spec, with(kernel, 150.0)));
    const Grid second = valueOf(kernelDensity(b, {}, spec, with(kernel, 150.0)));
    for (std::size_t i = 0; i < sum.values.size(); ++i)
        sum.values[i] += second.values[i];
    const Grid whole = valueOf(kernelDensity(both, {}, spec, with(kernel, 150.0)));
    CHECK(largestDifference(sum, whole) <= 1e-12 * whole.maximum());
}

TEST_CASE("the order of the incidents changes not a bit of the density") {
    std::vector<Point> points = cloud(90000, 31, {321991.1, 6394262.8}, 1000);
    const GridSpec spec{321991.1, 6394262.8, 10.0, 100, 100};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const Grid first = valueOf(detail::density(points, {}, spec, with(kernel, 150.0), method));
    std::shuffle(points.begin(), points.end(), std::mt19937(1));
    const Grid second = valueOf(detail::density(points, {}, spec, with(kernel, 150.0, 3), method));
    CHECK((first.values == second.values));
}

TEST_CASE("the number of threads changes not a bit of the density") {
    const std::vector<Point> points = cloud(5000, 41, {321991.1, 6394262.8}, 3000);
    const std::vector<double> weights = someWeights(points.size(), 42);
    const GridSpec spec{321991.1, 6394262.8, 10.0, 300, 310};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const Grid one = valueOf(detail::density(points, weights, spec, with(kernel, 220.0, 1), method));
    for (const int threads : {2, 7, 0}) {
        const Grid many =
            valueOf(detail::density(points, weights, spec, with(kernel, 220.0, threads), method));
        CHECK((one.values == many.values));
    }
}

TEST_CASE("turning incidents and grid by a quarter turns the density") {
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const std::vector<Point> points = cloud(2000, 43, {-500, -500}, 1000);
    std::vector<Point> turned;
    for (const Point& p : points)
        turned.push_back({-p.y, p.x});
    const GridSpec spec{-600, -600, 10.0, 120, 120};
    const Grid grid = valueOf(detail::density(points, {}, spec, with(Kernel::Quartic, 150.0), method));
    const Grid quarter = valueOf(detail::density(turned, {}, spec, with(Kernel::Quartic, 150.0), method));
    double largest = 0.0;
    for (std::int64_t j = 0; j < spec.rows; ++j)
        for (std::int64_t i = 0; i < spec.columns; ++i)
            largest = std::max(largest, std::abs(grid.at(i, j) - quarter.at(spec.rows - 1 - j, i)));
    CHECK(largest <= 1e-12 * grid.maximum());
}

TEST_CASE("a lone incident in the middle of a cell is seen alike from every side") {
    const Method method = GENERATE(Method::Direct, Method::Sweep, Method::Aggregate);
    const GridSpec spec{-205, -205, 10.0, 41, 41};
    const Grid grid = valueOf(detail::density({{0, 0}}, {}, spec, with(Kernel::Quartic, 150.0), method));
    for (std::int64_t j = 0; j < 41; ++j)
        for (std::int64_t i = 0; i < 41; ++i) {
            CHECK_THAT(grid.at(40 - i, j), WithinAbs(grid.at(i, j), 1e-13 * grid.maximum()));
            CHECK_THAT(grid.at(j, i), WithinAbs(grid.at(i, j), 1e-13 * grid.maximum()));
        }
}

TEST_CASE("the ways of summing agree on a hundred thousand incidents") {
    const std::vector<Point> points = cloud(100000, 44, {674032.357, 6580822.239}, 3000);
    const std::vector<double> weights = GENERATE(false, true) ? someWeights(points.size(), 45) : std::vector<double>{};
    const GridSpec spec{674032.0, 6580822.0, 20.0, 150, 140};
    const KdeOptions options = with(Kernel::Quartic, 180.0, 2);
    const Grid direct = valueOf(detail::density(points, weights, spec, options, Method::Direct));
    for (const Method method : {Method::Sweep, Method::Aggregate}) {
        const Grid other = valueOf(detail::density(points, weights, spec, options, method));
        CHECK(largestDifference(direct, other) <= 1e-10 * direct.maximum());
    }
}

TEST_CASE("the aggregated sum over a million incidents equals the sum in long doubles") {
    const std::vector<Point> points = cloud(1000000, 46, {321991.137, 6394262.871}, 4000);
    const GridSpec spec{321991.0, 6394262.0, 10.0, 400, 400};
    const Grid grid = valueOf(detail::density(points, {}, spec, with(Kernel::Quartic, 200.0, 2), Method::Aggregate));
    std::mt19937 random(47);
    for (int sample = 0; sample < 40; ++sample) {
        const auto column = static_cast<std::int64_t>(random() % 400);
        const auto row = static_cast<std::int64_t>(random() % 400);
        const long double x = spec.xmin + (static_cast<double>(column) + 0.5) * spec.cell;
        const long double y = spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell;
        long double sum = 0.0L;
        for (const Point& p : points) {
            const long double u = 1.0L - ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / 40000.0L;
            sum += u > 0.0L ? u * u : 0.0L;
        }
        const auto expected = static_cast<double>(sum * 3e6L / (std::numbers::pi_v<long double> * 40000.0L));
        CHECK_THAT(grid.at(column, row), WithinAbs(expected, 1e-11 * grid.maximum()));
    }
}

TEST_CASE("moving incidents and grid together changes nothing but rounding") {
    const std::vector<Point> here = cloud(300, 51, {0, 0}, 1000);
    const GridSpec spec{0, 0, 20.0, 50, 50};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const Grid near = valueOf(kernelDensity(here, {}, spec, with(kernel, 150.0)));
    std::vector<Point> there = here;
    for (Point& p : there)
        p = {p.x + 674032.0, p.y + 6580822.0};
    const Grid far =
        valueOf(kernelDensity(there, {}, {674032.0, 6580822.0, 20.0, 50, 50}, with(kernel, 150.0)));
    CHECK(largestDifference(near, far) <= 1e-9 * near.maximum());
}

TEST_CASE("an incident of weight three counts as three at the same place") {
    const std::vector<Point> three(3, Point{322000.0, 6394300.0});
    const GridSpec spec{321800.0, 6394100.0, 20.0, 20, 20};
    const Grid a = valueOf(kernelDensity(three, {}, spec, with(Kernel::Quartic, 150.0)));
    const Grid b = valueOf(kernelDensity({three.front()}, {3.0}, spec, with(Kernel::Quartic, 150.0)));
    CHECK((a.values == b.values));
}

TEST_CASE("negative weights take away what positive ones give") {
    const std::vector<Point> points = cloud(100, 61, {321991.1, 6394262.8}, 500);
    std::vector<Point> twice = points;
    twice.insert(twice.end(), points.begin(), points.end());
    std::vector<double> weights(200, 1.0);
    std::fill(weights.begin() + 100, weights.end(), -1.0);
    const GridSpec spec{321991.1, 6394262.8, 2.0, 250, 250};
    const Grid grid = valueOf(kernelDensity(twice, weights, spec, with(Kernel::Quartic, 300.0)));
    CHECK(std::all_of(grid.values.begin(), grid.values.end(), [](double v) { return v == 0.0; }));
}

TEST_CASE("the Gaussian spreads as the quartic of the same bandwidth does") {
    const std::vector<Point> point{{0, 0}};
    const GridSpec spec{-300.5, -300.5, 1.0, 601, 601};
    const auto variance = [&](Kernel kernel) {
        const Grid grid = valueOf(kernelDensity(point, {}, spec, with(kernel, 150.0)));
        double moment = 0.0;
        for (std::int64_t j = 0; j < spec.rows; ++j)
            for (std::int64_t i = 0; i < spec.columns; ++i)
                moment += grid.at(i, j) * std::pow(static_cast<double>(i) - 300.0, 2);
        return moment / (mass(grid) * 1e6);
    };
    CHECK_THAT(variance(Kernel::Quartic), WithinRel(150.0 * 150.0 / 8.0, 1e-4));
    CHECK_THAT(variance(Kernel::Gaussian), WithinRel(150.0 * 150.0 / 8.0, 0.01));
}

TEST_CASE("no incidents on a given grid are zeros") {
    const Grid grid = valueOf(kernelDensity({}, {}, {0, 0, 25, 4, 3}, with(Kernel::Quartic, 150.0)));
    CHECK(grid.values == std::vector<double>(12, 0.0));
    CHECK(grid.maximum() == 0.0);
}

TEST_CASE("incidents far outside the grid are no trouble") {
    const std::vector<Point> points{{1e300, 1e300}, {-1e18, 6394262}, {321991, 6394262}};
    const GridSpec spec{321891.0, 6394162.0, 25.0, 8, 8};
    const Grid grid = valueOf(kernelDensity(points, {}, spec, with(Kernel::Quartic, 150.0)));
    CHECK(largestDifference(grid, plain({points.back()}, {}, spec, Kernel::Quartic, 150.0)) <=
          1e-9 * grid.maximum());
}

TEST_CASE("a bandwidth far larger than the grid is no trouble") {
    const std::vector<Point> points = cloud(50, 71, {321991.1, 6394262.8}, 500);
    const GridSpec spec{321991.1, 6394262.8, 5.0, 100, 100};
    for (const double bandwidth : {1e5, 1e12, 1e60}) {
        const Grid grid = valueOf(kernelDensity(points, {}, spec, with(Kernel::Quartic, bandwidth)));
        const double level = 50.0 * 3e6 / (std::numbers::pi * bandwidth * bandwidth);
        CHECK_THAT(grid.maximum(), WithinRel(level, 1e-3));
        CHECK_THAT(grid.at(0, 0), WithinRel(level, 1e-3));
    }
}

TEST_CASE("what cannot be computed is refused by its name") {
    const std::vector<Point> points{{0, 0}, {10, 10}};
    const GridSpec spec{-200, -200, 25, 16, 16};
    const auto kde = [&](const GridSpec& grid, double bandwidth, const std::vector<double>& weights = {}) {
        return kernelDensity(points, weights, grid, with(Kernel::Quartic, bandwidth));
    };
    for (const double bad : {0.0, -5.0, undefined}) {
        CHECK(faultOf(kde({0, 0, bad, 4, 4}, 150.0)) == Fault::CellSizeNotPositive);
        CHECK(faultOf(kde(spec, bad)) == Fault::BandwidthNotPositive);
    }
    CHECK(faultOf(kde(spec, 24.9)) == Fault::BandwidthBelowCell);
    CHECK(kde(spec, 25.0).has_value());
    CHECK(faultOf(kde({0, 0, 25, 0, 4}, 150.0)) == Fault::NoPoints);
    CHECK(faultOf(kde({0, 0, 25, 10001, 10000}, 150.0)) == Fault::GridTooLarge);
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK(faultOf(kde({0, 0, 25, most, most}, 150.0)) == Fault::GridTooLarge);
    CHECK(faultOf(kde({undefined, 0, 25, 4, 4}, 150.0)) == Fault::NotFinite);
    const auto badWeight = kde(spec, 150.0, {1.0, undefined});
    CHECK(faultOf(badWeight) == Fault::NotFinite);
    CHECK(badWeight.error().value == 1.0);
    const auto badPoint = kernelDensity({{0, 0}, {0, undefined}}, {}, spec, with(Kernel::Quartic, 150.0));
    CHECK(faultOf(badPoint) == Fault::NotFinite);
    CHECK(badPoint.error().value == 1.0);
    CHECK_THROWS_AS(kde(spec, 150.0, {1.0}), std::invalid_argument);
}

TEST_CASE("a computation that is no longer wanted is cancelled") {
    std::stop_source source;
    source.request_stop();
    KdeOptions options = with(Kernel::Quartic, 150.0, 2);
    options.stop = source.get_token();
    CHECK(faultOf(kernelDensity({{0, 0}}, {}, {-200, -200, 25, 16, 16}, options)) == Fault::Cancelled);
}

TEST_CASE("a computation in the middle of its work stops within moments") {
    const std::vector<Point> points = cloud(400000, 81, {321991.1, 6394262.8}, 10000);
    const GridSpec spec{321991.1, 6394262.8, 5.0, 2000, 2000};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    std::stop_source source;
    KdeOptions options = with(kernel, 3000.0, 2); // many seconds of work
    options.stop = source.get_token();
    std::jthread canceller([&] {
        for (int i = 0; i < 100; ++i)
            std::this_thread::yield();
        source.request_stop();
    });
    CHECK(faultOf(kernelDensity(points, {}, spec, options)) == Fault::Cancelled);
}

TEST_CASE("a value between cell centres is bilinear and outside the grid zero") {
    const Grid grid{{100, 200, 10, 2, 2}, {1.0, 2.0, 3.0, 5.0}};
    CHECK(sample(grid, {105, 205}) == 1.0);
    CHECK(sample(grid, {115, 215}) == 5.0);
    CHECK(sample(grid, {110, 205}) == 1.5);
    CHECK(sample(grid, {110, 210}) == 2.75);
    CHECK(sample(grid, {100, 205}) == 0.5);
    CHECK(sample(grid, {99.9, 205}) == 0.0);
    CHECK(sample(grid, {undefined, 205}) == 0.0);
    CHECK(sample(Grid{}, {0, 0}) == 0.0);
}
