#include "support/catch.h"

#include "analysis/kde.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace hk::analysis;

namespace {

constexpr double far = 1e5; ///< metres, beyond any kernel

Polygon box(double west, double south, double east, double north) {
    return {{{west, south}, {east, south}, {east, north}, {west, north}}, {}};
}

/// Mass of the quartic of bandwidth 1 where x > −d: ∫ of its marginal 16/(5π) (1 − x²)^(5/2).
double halfPlane(double d) {
    double sum = 0.0;
    constexpr int steps = 200000;
    for (int i = 0; i < steps; ++i) {
        const double x = -d + (1.0 + d) * (i + 0.5) / steps;
        sum += std::pow(1.0 - x * x, 2.5);
    }
    return sum * (1.0 + d) / steps * 16.0 / (5.0 * std::numbers::pi);
}

/// By brute force: the kernel at the middles of small squares.
double plainMass(const Polygon& area, const Point& p, Kernel kernel, double h) {
    constexpr int n = 1500;
    const double sigma = h / std::sqrt(8.0);
    const double reach = kernel == Kernel::Quartic ? h : 4.0 * sigma;
    double all = 0.0;
    double inside = 0.0;
    for (int j = 0; j < n; ++j)
        for (int i = 0; i < n; ++i) {
            const double x = reach * (2.0 * (i + 0.5) / n - 1.0);
            const double y = reach * (2.0 * (j + 0.5) / n - 1.0);
            const double d2 = x * x + y * y;
            if (d2 >= reach * reach)
                continue;
            const double u = 1.0 - d2 / (h * h);
            const double value = kernel == Kernel::Quartic ? u * u : std::exp(-d2 / (2.0 * sigma * sigma));
            all += value;
            inside += contains(area, {p.x + x, p.y + y}) ? value : 0.0;
        }
    return inside / all;
}

} // namespace

TEST_CASE("a kernel deep inside its area is whole, and outside there is none") {
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const std::vector<Polygon> area{box(0, 0, 1000, 1000)};
    CHECK(kernelMassInside(area, {500, 500}, kernel, 200.0) == 1.0);
    CHECK(kernelMassInside(area, {1001, 500}, kernel, 200.0) == 0.0);
}

TEST_CASE("on a straight border half of the kernel is inside, in a corner a quarter") {
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    const std::vector<Polygon> area{box(0, 0, far, far)};
    CHECK_THAT(kernelMassInside(area, {1e-5, 5000}, kernel, 200.0), WithinAbs(0.5, 1e-6));
    CHECK_THAT(kernelMassInside(area, {1e-5, 1e-5}, kernel, 200.0), WithinAbs(0.25, 1e-6));
}

TEST_CASE("beside a straight border the mass is that of the half plane") {
    const std::vector<Polygon> area{box(0, 0, far, far)};
    for (const double d : {0.1, 0.25, 0.5, 0.8, 0.99})
        CHECK_THAT(kernelMassInside(area, {200.0 * d, 5000}, Kernel::Quartic, 200.0), WithinAbs(halfPlane(d), 1e-8));
    // Gaussian cut at 4σ: the half plane's share of the disc, integrated over directions, is near Φ(d/σ).
    const double sigma = 200.0 / std::sqrt(8.0);
    const double phi = 0.5 * std::erfc(-1.0 / std::numbers::sqrt2);
    CHECK_THAT(kernelMassInside(area, {sigma, 5000}, Kernel::Gaussian, 200.0), WithinAbs(phi, 5e-4));
}

TEST_CASE("the mass inside any polygon, holes too, is that of brute force") {
    const Polygon area{{{0, 0}, {900, 50}, {700, 300}, {950, 800}, {300, 600}, {-100, 900}},
                       {{{300, 300}, {320, 420}, {450, 400}, {400, 250}}}};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    for (const Point& p : {Point{150, 200}, Point{280, 330}, Point{690, 310}, Point{20, 20}, Point{800, 700}})
        CHECK_THAT(kernelMassInside({area}, p, kernel, 250.0), WithinAbs(plainMass(area, p, kernel, 250.0), 1e-3));
}

TEST_CASE("two areas side by side hold together what one of both holds") {
    const std::vector<Polygon> both{box(0, 0, 500, 1000), box(500, 0, 1000, 1000)};
    const std::vector<Polygon> one{box(0, 0, 1000, 1000)};
    const Kernel kernel = GENERATE(Kernel::Quartic, Kernel::Gaussian);
    for (const Point& p : {Point{450, 50}, Point{510, 500}, Point{30, 970}})
        CHECK_THAT(kernelMassInside(both, p, kernel, 200.0), WithinAbs(kernelMassInside(one, p, kernel, 200.0), 1e-9));
}

TEST_CASE("the direction in which an area's rings run does not matter") {
    Polygon area = box(0, 0, 1000, 1000);
    const double expected = kernelMassInside({area}, {50, 60}, Kernel::Quartic, 200.0);
    std::reverse(area.outer.begin(), area.outer.end());
    CHECK(kernelMassInside({area}, {50, 60}, Kernel::Quartic, 200.0) == expected);
}

TEST_CASE("the correction makes even points even up to the border") {
    std::vector<Point> points;
    for (int j = 0; j < 200; ++j)
        for (int i = 0; i < 200; ++i)
            points.push_back({5.0 * i + 2.5, 5.0 * j + 2.5}); // 40 000 per km²
    KdeOptions options;
    options.bandwidth = 150.0;
    options.studyArea = {box(0, 0, 1000, 1000)};
    const GridSpec spec{-100, -100, 20.0, 60, 60};
    const auto plain = kernelDensity(points, {}, spec, options);
    options.edgeCorrection = true;
    const auto corrected = kernelDensity(points, {}, spec, options);
    REQUIRE(plain.has_value());
    REQUIRE(corrected.has_value());
    CHECK(plain->at(5, 30) < 25000.0);
    for (std::int64_t j = 0; j < 60; ++j)
        for (std::int64_t i = 0; i < 60; ++i) {
            const bool inside = i >= 5 && i < 55 && j >= 5 && j < 55;
            CHECK_THAT(corrected->at(i, j), WithinAbs(inside ? 40000.0 : 0.0, 40.0));
        }
    CHECK(corrected->at(30, 30) == plain->at(30, 30)); // far from the border nothing changes
}

TEST_CASE("incidents outside the study area count for nothing") {
    KdeOptions options;
    options.bandwidth = 150.0;
    options.studyArea = {box(0, 0, 1000, 1000)};
    const GridSpec spec{0, 0, 20.0, 50, 50};
    const auto grid = kernelDensity({{-10, 500}, {500, 500}}, {7.0, 2.0}, spec, options);
    REQUIRE(grid.has_value());
    CHECK(grid->at(0, 25) == 0.0);
    CHECK(grid->maximum() > 0.0);
}
