#include "support/catch.h"

#include "analysis/contour.h"
#include "analysis/kde_preview.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <stdexcept>

using namespace hk::analysis;

namespace {

constexpr double corner[] = {318000.0, 6392000.0};

/// The formula as it stands in the books, in plain doubles.
double exact(const std::vector<Point>& points, double x, double y, Kernel kernel, double h) {
    const double sigma = h / std::sqrt(8.0);
    double sum = 0.0;
    for (const Point& p : points) {
        const double d2 = (x - p.x) * (x - p.x) + (y - p.y) * (y - p.y);
        if (kernel == Kernel::Quartic && d2 < h * h)
            sum += 3.0 / (std::numbers::pi * h * h) * (1.0 - d2 / (h * h)) * (1.0 - d2 / (h * h));
        if (kernel == Kernel::Gaussian && d2 <= 16.0 * sigma * sigma)
            sum += std::exp(-d2 / (2.0 * sigma * sigma)) / (2.0 * std::numbers::pi * sigma * sigma);
    }
    return 1e6 * sum;
}

double peakOfOne(Kernel kernel, double h) {
    return 1e6 * (kernel == Kernel::Quartic ? 3.0 : 4.0) / (std::numbers::pi * h * h);
}

/// Largest error as part of the highest density: that of the grid's cells and of the points' own places.
double worst(const std::vector<Point>& points, const GridSpec& spec, Kernel kernel, double h, int threads = 0) {
    KdeOptions options;
    options.kernel = kernel;
    options.bandwidth = h;
    options.threads = threads;
    DensityPreview preview;
    Grid grid;
    REQUIRE(preview.compute(points, spec, options, grid));
    REQUIRE(grid.spec == spec);
    double largest = 0.0;
    double highest = peakOfOne(kernel, h);
    for (std::int64_t j = 0; j < spec.rows; ++j)
        for (std::int64_t i = 0; i < spec.columns; ++i) {
            const double x = spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell;
            const double y = spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell;
            const double value = exact(points, x, y, kernel, h);
            highest = std::max(highest, value);
            largest = std::max(largest, std::abs(value - grid.at(i, j)));
        }
    for (const Point& p : points)
        highest = std::max(highest, exact(points, p.x, p.y, kernel, h));
    return largest / highest;
}

std::vector<Point> uniform(std::size_t count, double width, double height, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> x(corner[0], corner[0] + width);
    std::uniform_real_distribution<double> y(corner[1], corner[1] + height);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({x(random), y(random)});
    return points;
}

std::vector<Point> clustered(std::size_t count, double width, double height, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> near(0.0, 0.02 * width);
    const std::vector<Point> middles = uniform(5, width, height, seed + 1);
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back({middles[i % 5].x + near(random), middles[i % 5].y + near(random)});
    return points;
}

GridSpec window(double cell, std::int64_t columns, std::int64_t rows) {
    return {corner[0], corner[1], cell, columns, rows};
}

constexpr double allowed = 1e-3;

} // namespace

TEST_CASE("A preview is within a thousandth of the maximum where a single point stands at any place of a cell") {
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian})
        for (const double cell : {0.6, 3.0, 5.1, 8.5, 9.0, 13.4, 20.0, 60.0})
            for (const double part : {0.0, 0.13, 0.31, 0.5, 0.77, 0.9}) {
                const GridSpec spec = window(cell, cell < 3.0 ? 500 : 130, cell < 3.0 ? 40 : 120);
                const std::vector<Point> one{{corner[0] + (60.0 + part) * cell, corner[1] + (20.0 + 0.7 * part) * cell}};
                INFO("cell " << cell << ", kernel " << static_cast<int>(kernel) << ", part " << part);
                CHECK(worst(one, spec, kernel, 150.0) < allowed);
            }
}

TEST_CASE("A preview of clusters is within a thousandth of the maximum, in any zoom") {
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian})
        for (const double cell : {1.3, 5.1, 12.0, 40.0}) {
            const GridSpec spec = window(cell, 61, 47);
            INFO("cell " << cell << ", kernel " << static_cast<int>(kernel));
            CHECK(worst(clustered(800, 1500.0, 1200.0, 3), spec, kernel, 150.0) < allowed);
        }
}

TEST_CASE("A preview of points spread evenly is within a thousandth of the maximum, also of those beside the window") {
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian}) {
        std::vector<Point> points = uniform(1500, 1500.0, 1200.0, 5);
        for (Point& p : points)
            p = {p.x - 500.0, p.y - 400.0};
        for (const double h : {60.0, 150.0, 400.0})
            CHECK(worst(points, window(7.0, 64, 51), kernel, h) < allowed);
    }
}

TEST_CASE("A preview with a bandwidth below the cell is what the sum is at the cell centres") {
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian})
        CHECK(worst(uniform(900, 3000.0, 3000.0, 9), window(50.0, 60, 60), kernel, 35.0) < allowed);
}

TEST_CASE("A preview made by several threads is as near as one made by one") {
    CHECK(worst(clustered(3000, 600.0, 600.0, 12), window(10.0, 60, 60), Kernel::Quartic, 150.0, 3) < allowed);
    CHECK(worst(clustered(3000, 600.0, 600.0, 12), window(10.0, 60, 60), Kernel::Quartic, 150.0, 1) < allowed);
}

TEST_CASE("A preview object used again knows nothing of the time before") {
    KdeOptions options;
    options.bandwidth = 150.0;
    DensityPreview preview;
    Grid grid;
    REQUIRE(preview.compute(uniform(500, 900.0, 900.0, 2), window(5.0, 90, 80), options, grid));
    options.bandwidth = 80.0;
    options.kernel = Kernel::Gaussian;
    REQUIRE(preview.compute({}, window(9.0, 40, 30), options, grid));
    CHECK(grid.values.size() == 1200);
    CHECK(grid.maximum() == 0.0);
}

TEST_CASE("A preview is never below zero, and zero where no point reaches") {
    KdeOptions options;
    options.bandwidth = 150.0;
    DensityPreview preview;
    Grid grid;
    REQUIRE(preview.compute({{corner[0] + 200.0, corner[1] + 200.0}}, window(2.0, 400, 400), options, grid));
    CHECK(*std::min_element(grid.values.begin(), grid.values.end()) == 0.0);
    CHECK(grid.at(399, 399) == 0.0);
}

TEST_CASE("A preview leaves out points that are no numbers, and refuses what makes no grid") {
    KdeOptions options;
    options.bandwidth = 150.0;
    DensityPreview preview;
    Grid grid;
    const double none = std::numeric_limits<double>::quiet_NaN();
    REQUIRE(preview.compute({{none, corner[1]}, {corner[0], std::numeric_limits<double>::infinity()}},
                            window(5.0, 20, 20), options, grid));
    CHECK(grid.maximum() == 0.0);
    const auto faultOf = [&](const GridSpec& spec) {
        const auto outcome = preview.compute({}, spec, options, grid);
        REQUIRE_FALSE(outcome);
        return outcome.error().fault;
    };
    CHECK(faultOf(window(0.0, 20, 20)) == Fault::CellSizeNotPositive);
    CHECK(faultOf(window(5.0, 0, 20)) == Fault::NoPoints);
    CHECK(faultOf(window(5.0, 20'000, 20'000)) == Fault::GridTooLarge);
    CHECK(faultOf({none, 0.0, 5.0, 20, 20}) == Fault::NotFinite);
    options.bandwidth = 0.0;
    CHECK(faultOf(window(5.0, 20, 20)) == Fault::BandwidthNotPositive);
}

TEST_CASE("A preview that is stopped says so") {
    std::stop_source stop;
    stop.request_stop();
    KdeOptions options;
    options.bandwidth = 150.0;
    options.stop = stop.get_token();
    DensityPreview preview;
    Grid grid;
    const auto outcome = preview.compute(uniform(5000, 900.0, 900.0, 2), window(5.0, 90, 80), options, grid);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().fault == Fault::Cancelled);
}

TEST_CASE("The quick quantile is within a thousandth of the maximum of the exact one") {
    KdeOptions options;
    options.bandwidth = 150.0;
    for (const unsigned seed : {1U, 2U, 3U}) {
        const auto grid = kernelDensity(clustered(700, 2500.0, 2500.0, seed), {}, window(25.0, 120, 120), options);
        REQUIRE(grid);
        for (const double q : {0.0, 0.5, 0.9, 0.99, 1.0})
            CHECK(std::abs(quickQuantileAboveZero(*grid, q) - quantileAboveZero(*grid, q)) < 1e-3 * grid->maximum());
    }
    CHECK(quickQuantileAboveZero(Grid{window(5.0, 2, 2), {0.0, 0.0, 0.0, 0.0}}, 0.9) == 0.0);
}

TEST_CASE("A preview that follows added and removed points is as near as one of all of them")
{
    for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian})
        for (const double cell : {5.0, 25.0}) {
            const GridSpec spec = window(cell, 60, 50);
            KdeOptions options;
            options.kernel = kernel;
            options.bandwidth = 150.0;
            const std::vector<Point> all = clustered(900, 400.0, 300.0, 8);
            DensityPreview preview;
            Grid grid;
            REQUIRE_FALSE(preview.canUpdate(spec, options));
            REQUIRE(preview.compute({all.begin(), all.begin() + 500}, spec, options, grid));
            // A window of 500 slides over all of them.
            for (std::ptrdiff_t from = 0; from < 400; from += 20) {
                REQUIRE(preview.canUpdate(spec, options));
                REQUIRE(preview.update({all.begin() + from + 500, all.begin() + from + 520},
                                       {all.begin() + from, all.begin() + from + 20}, spec, options, grid));
            }
            Grid fresh;
            REQUIRE(DensityPreview().compute({all.begin() + 400, all.end()}, spec, options, fresh));
            double largest = 0.0;
            for (std::size_t i = 0; i < grid.values.size(); ++i)
                largest = std::max(largest, std::abs(grid.values[i] - fresh.values[i]));
            CHECK(largest < 1e-4 * fresh.maximum());
        }
}

TEST_CASE("Where all points are taken away again nothing is left, not even rounding")
{
    KdeOptions options;
    options.bandwidth = 150.0;
    const std::vector<Point> some = clustered(100, 400.0, 300.0, 8);
    DensityPreview preview;
    Grid grid;
    REQUIRE(preview.compute({}, window(5.0, 60, 50), options, grid));
    REQUIRE(preview.update(some, {}, window(5.0, 60, 50), options, grid));
    CHECK(grid.maximum() > 0.0);
    REQUIRE(preview.update({}, some, window(5.0, 60, 50), options, grid));
    CHECK(grid.maximum() == 0.0);
}

TEST_CASE("A preview follows only from the same cells, kernel and bandwidth, and not from one that was stopped")
{
    KdeOptions options;
    options.bandwidth = 150.0;
    const GridSpec spec = window(5.0, 60, 50);
    DensityPreview preview;
    Grid grid;
    REQUIRE(preview.compute({}, spec, options, grid));
    KdeOptions wider = options;
    wider.bandwidth = 160.0;
    CHECK_FALSE(preview.canUpdate(spec, wider));
    CHECK_FALSE(preview.canUpdate(window(5.0, 61, 50), options));
    CHECK_THROWS_AS(preview.update({}, {}, spec, wider, grid), std::logic_error);
    std::stop_source stop;
    stop.request_stop();
    KdeOptions stopped = options;
    stopped.stop = stop.get_token();
    REQUIRE_FALSE(preview.update({}, {}, spec, stopped, grid));
    CHECK_FALSE(preview.canUpdate(spec, options));
}

namespace {

/// As part of the highest density; sampled from one sum over a lattice.
double worstSampled(DensityPreview& preview, const GridSpec& spec, const std::vector<Point>& points,
                    const KdeOptions& options) {
    Grid grid;
    REQUIRE(preview.sample(spec, {}, grid));
    const Outcome<Grid> truth = kernelDensity(points, {}, spec, options);
    REQUIRE(truth);
    double largest = 0.0;
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        largest = std::max(largest, std::abs(grid.values[i] - truth->values[i]));
    return largest / truth->maximum();
}

} // namespace

TEST_CASE("Coarse and fine grids sampled from one sum are each within a thousandth of the maximum")
{
    for (const std::size_t count : {std::size_t{500}, std::size_t{30'000}, std::size_t{50'000}, std::size_t{100'000}}) {
        const std::vector<Point> points = clustered(count, 2500.0, 1500.0, 9);
        Extent box{1e300, 1e300, -1e300, -1e300};
        for (const Point& p : points)
            box = {std::min(box.xmin, p.x), std::min(box.ymin, p.y), std::max(box.xmax, p.x), std::max(box.ymax, p.y)};
        KdeOptions options;
        options.bandwidth = 150.0;
        const auto lattice = previewLattice(box, points.size(), options);
        REQUIRE(lattice);
        DensityPreview preview;
        REQUIRE(preview.sum(points, *lattice, options));
        CHECK(worstSampled(preview, *gridAround(points, 25.0, 150.0), points, options) < allowed);
        CHECK(worstSampled(preview, {points[0].x - 300.0, points[0].y - 200.0, 5.0, 120, 80}, points, options) < allowed);
    }
}

TEST_CASE("Points added to and taken from a sum are in the next samples, and beyond its lattice there is nothing")
{
    const std::vector<Point> all = clustered(900, 1000.0, 800.0, 10);
    const std::vector<Point> first(all.begin(), all.begin() + 600);
    const std::vector<Point> gone(all.begin(), all.begin() + 200);
    const std::vector<Point> more(all.begin() + 600, all.end());
    const std::vector<Point> now(all.begin() + 200, all.end());
    KdeOptions options;
    options.bandwidth = 120.0;
    const auto lattice = previewLattice({corner[0] - 500.0, corner[1] - 500.0, corner[0] + 1500.0, corner[1] + 1500.0},
                                        all.size(), options);
    REQUIRE(lattice);
    DensityPreview preview;
    Grid grid;
    CHECK_THROWS_AS(preview.sample(window(20.0, 50, 40), {}, grid), std::logic_error);
    REQUIRE(preview.sum(first, *lattice, options));
    REQUIRE(preview.canUpdate(*lattice, options));
    REQUIRE(preview.addAndRemove(more, gone, *lattice, options));
    CHECK(worstSampled(preview, window(20.0, 50, 40), now, options) < allowed);
    REQUIRE(preview.sample({corner[0] + 60'000.0, corner[1], 20.0, 30, 30}, {}, grid));
    CHECK(grid.maximum() == 0.0);
}

TEST_CASE("A lattice too large to be summed quickly is none")
{
    KdeOptions options;
    options.bandwidth = 50.0;
    CHECK_FALSE(previewLattice({0.0, 0.0, 40'000.0, 40'000.0}, 1000, options));
    options.bandwidth = 0.0;
    CHECK_FALSE(previewLattice({0.0, 0.0, 400.0, 400.0}, 1000, options));
}
