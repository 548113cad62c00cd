#include "workspace/detail_density.h"

#include "workspace_support.h"

#include <cmath>
#include <numbers>
#include <random>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const analysis::Extent window{321800.3, 6393900.7, 322441.9, 6394502.2};

MapAnalysisPtr analysed(const MapSettings& settings = {})
{
    std::mt19937 random(4);
    std::normal_distribution<double> near(0.0, 150.0);
    std::vector<Incident> incidents;
    for (int i = 0; i < 300; ++i)
        incidents.push_back(incident("N1", utc(2024, 1, 1), near(random), near(random)));
    const map::PlaceSearch places(map::Basemap::embedded().value());
    return analyse(snapshotOf(incidents), {}, settings, places).value();
}

} // namespace

TEST_CASE("the fine density is the plain sum over all incidents")
{
    const MapAnalysisPtr analysis = analysed();
    const auto spec = detailGrid(*analysis, window, 2.1);
    REQUIRE(spec);
    CHECK(spec->cell == 4.0);
    const auto grid = detailDensity(*analysis, *spec).value();
    double largest = 0.0;
    for (std::int64_t row = 0; row < spec->rows; row += 7)
        for (std::int64_t column = 0; column < spec->columns; column += 5) {
            const double x = spec->xmin + (static_cast<double>(column) + 0.5) * spec->cell;
            const double y = spec->ymin + (static_cast<double>(row) + 0.5) * spec->cell;
            double sum = 0.0;
            for (const analysis::Point& p : *analysis->points) {
                const double part = 1.0 - ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / (150.0 * 150.0);
                sum += part > 0.0 ? 3e6 / (std::numbers::pi * 150.0 * 150.0) * part * part : 0.0;
            }
            largest = std::max(largest, std::abs(sum - grid->at(column, row)));
        }
    CHECK(largest < 1e-9 * grid->maximum());
}

TEST_CASE("the same place has the same density at each zoom and wherever the window stands")
{
    const MapAnalysisPtr analysis = analysed();
    const auto coarseSpec = detailGrid(*analysis, window, 3.0);
    const auto fineSpec = detailGrid(*analysis, window, 0.8);
    analysis::Extent moved = window;
    moved.xmin += 101.7;
    moved.xmax += 77.7;
    const auto movedSpec = detailGrid(*analysis, moved, 0.8);
    REQUIRE((coarseSpec && fineSpec && movedSpec));
    REQUIRE(coarseSpec->cell == 4.0);
    REQUIRE(fineSpec->cell == 1.0);
    const auto coarse = detailDensity(*analysis, *coarseSpec).value();
    const double allowed = 1e-9 * coarse->maximum();
    for (const auto& spec : {*fineSpec, *movedSpec}) {
        const auto fine = detailDensity(*analysis, spec).value();
        int met = 0;
        double largest = 0.0;
        for (std::int64_t row = 0; row < coarseSpec->rows; ++row)
            for (std::int64_t column = 0; column < coarseSpec->columns; ++column) {
                // Each centre of the coarse cells is the centre of a fine one.
                const double i = (coarseSpec->xmin + (static_cast<double>(column) + 0.5) * 4.0 - spec.xmin) / spec.cell - 0.5;
                const double j = (coarseSpec->ymin + (static_cast<double>(row) + 0.5) * 4.0 - spec.ymin) / spec.cell - 0.5;
                REQUIRE(i == std::round(i));
                REQUIRE(j == std::round(j));
                if (i < 0 || j < 0 || i >= static_cast<double>(spec.columns) || j >= static_cast<double>(spec.rows))
                    continue;
                ++met;
                largest = std::max(largest, std::abs(coarse->at(column, row)
                                                     - fine->at(static_cast<std::int64_t>(i), static_cast<std::int64_t>(j))));
            }
        CHECK(met > 10'000);
        CHECK(largest < allowed);
    }
}

TEST_CASE("the fine cells are one or two points wide, and reach around all that is seen")
{
    const MapAnalysisPtr analysis = analysed();
    for (const double metresPerPoint : {0.3, 0.64, 1.28, 2.56, 5.1, 9.9}) {
        const auto spec = detailGrid(*analysis, window, metresPerPoint);
        REQUIRE(spec);
        CHECK(spec->cell <= 2.0 * metresPerPoint);
        CHECK(spec->cell > metresPerPoint);
        const double half = 0.5 * spec->cell;
        CHECK(spec->xmin + half <= window.xmin);
        CHECK(spec->ymin + half <= window.ymin);
        CHECK(spec->xmax() - half >= window.xmax);
        CHECK(spec->ymax() - half >= window.ymax);
    }
}

TEST_CASE("where fine cells would be no finer than those of the analysis, or too many, or see nothing, there are none")
{
    const MapAnalysisPtr analysis = analysed();
    CHECK_FALSE(detailGrid(*analysis, window, 20.0));
    CHECK_FALSE(detailGrid(*analysis, {400000, 6400000, 401000, 6401000}, 1.0));
    CHECK_FALSE(detailGrid(*analysis, window, 0.0));
    CHECK_FALSE(detailGrid(*analysis, {321000, 6393000, 324000, 6396000}, 0.01));
    CHECK_FALSE(detailGrid(MapAnalysis{}, window, 1.0));
}

TEST_CASE("fine densities that are stopped say so")
{
    const MapAnalysisPtr analysis = analysed();
    std::stop_source stop;
    stop.request_stop();
    const auto made = detailDensity(*analysis, *detailGrid(*analysis, window, 1.0), stop.get_token());
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Cancelled);
}
