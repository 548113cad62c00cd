#include "workspace/map_analysis.h"

#include "text/sentences.h"
#include "workspace/hotspot_certainty.h"
#include "workspace/hotspot_rows.h"
#include "workspace/sample.h"
#include "workspace_support.h"

#include <cmath>
#include <numbers>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const map::PlaceSearch& places()
{
    static const map::PlaceSearch search(map::Basemap::embedded().value());
    return search;
}

MapAnalysisPtr analysed(const std::vector<Incident>& incidents, const MapSettings& settings = {})
{
    const Result<MapAnalysisPtr> result = analyse(snapshotOf(incidents), {}, settings, places());
    REQUIRE(result.has_value());
    return *result;
}

std::vector<Incident> crowd(int count, double east, double north)
{
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i)
        incidents.push_back(incident("N1", utc(2024, 7, 5, 19), east + i % 3, north + i / 3));
    return incidents;
}

} // namespace

TEST_CASE("the hub lies where Mölndals bro is")
{
    CHECK_THAT(hub().easting, WithinAbs(322123, 5));
    CHECK_THAT(hub().northing, WithinAbs(6394280, 5));
}

TEST_CASE("density is that of the quartic kernel, in incidents per km²")
{
    const Incident one = incident("N1", utc(2024, 1, 1));
    const MapAnalysisPtr analysis = analysed({one});
    REQUIRE(analysis->density);
    const analysis::GridSpec& spec = analysis->density->spec;
    double largest = 0.0;
    for (std::int64_t row = 0; row < spec.rows; ++row)
        for (std::int64_t column = 0; column < spec.columns; ++column) {
            const double x = spec.xmin + (static_cast<double>(column) + 0.5) * spec.cell - one.position.easting;
            const double y = spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell - one.position.northing;
            const double d2 = (x * x + y * y) / (150.0 * 150.0);
            const double expected = d2 < 1.0 ? 3.0 / (std::numbers::pi * 150.0 * 150.0) * (1 - d2) * (1 - d2) * 1e6 : 0.0;
            largest = std::max(largest, std::abs(expected - analysis->density->at(column, row)));
        }
    CHECK(largest < 1e-9);
}

TEST_CASE("incidents without an exact place, or far away, are left out of the heatmap and counted")
{
    std::vector<Incident> incidents = crowd(10, 0, 0);
    incidents.push_back(incident("N1", utc(2024, 1, 1)));
    incidents.back().precision = Precision::Area;
    incidents.back().radius = 100;
    incidents.push_back(incident("N1", utc(2024, 1, 1)));
    incidents.back().precision = Precision::Place;
    incidents.back().radius = 151;
    incidents.push_back(incident("N1", utc(2024, 1, 1), 0, 900'000)); // in the far north
    const MapAnalysisPtr analysis = analysed(incidents);
    CHECK(analysis->selection.rows.size() == 13);
    CHECK(analysis->leftOutImprecise == 2);
    CHECK(analysis->leftOutFar == 1);
    CHECK(analysis->inHeatmap == 10);
    CHECK(analysis->density->spec.columns < 40); // no giant grid
    CHECK(leftOutRemarks(*analysis).size() == 2);
}

TEST_CASE("hotspots are ranked by incidents, near the hub, and named")
{
    std::vector<Incident> incidents = crowd(30, 0, 0);
    for (const Incident& more : crowd(27, 500, 300))
        incidents.push_back(more);
    for (const Incident& more : crowd(40, 4000, 0))
        incidents.push_back(more);
    const MapAnalysisPtr analysis = analysed(incidents);
    REQUIRE(analysis->hotspots->size() == 2);
    const std::vector<HotspotRow> rows = hotspotRows(*analysis);
    CHECK(rows[0].rank == 1);
    CHECK(rows[0].incidents == 30);
    CHECK(rows[1].incidents == 27);
    CHECK_FALSE(rows[0].name.isEmpty());
    CHECK(rows[0].categories.startsWith(u("N1 100")));

    MapSettings everywhere;
    everywhere.hotspotsWithin = 0;
    CHECK(hotspotRows(*analysed(incidents, everywhere)).front().incidents == 40);
}

TEST_CASE("no incidents give an answer without density, and a bandwidth below the cell a clear error")
{
    const MapAnalysisPtr analysis = analysed({});
    CHECK_FALSE(analysis->density);
    CHECK(analysis->hotspots->empty());
    MapSettings settings;
    settings.bandwidth = 10;
    const Result<MapAnalysisPtr> refused = analyse(snapshotOf(crowd(3, 0, 0)), {}, settings, places());
    REQUIRE(!refused.has_value());
    CHECK(refused.error().code == ErrorCode::BandwidthTooSmall);
}

TEST_CASE("a locked scale keeps its classes across periods")
{
    MapSettings settings;
    settings.lockedScale = map::ColourScale::fromBreaks({10, 20, 50});
    CHECK(analysed(crowd(5, 0, 0), settings)->scale == settings.lockedScale);
    CHECK(analysed(crowd(50, 0, 0), settings)->scale == settings.lockedScale);
}

TEST_CASE("the scene shows what the settings say")
{
    const auto ground = map::groundOf(map::Basemap::embedded().value());
    const MapAnalysisPtr analysis = analysed(crowd(30, 0, 0));
    const map::MapScene scene = sceneOf(*analysis, ground, nullptr);
    CHECK(scene.incidents);
    CHECK(scene.heatmap);
    CHECK(scene.hotspots);
    MapSettings bare;
    bare.showHeatmap = bare.showHotspots = bare.showIncidents = false;
    const map::MapScene none = sceneOf(*analysed(crowd(30, 0, 0), bare), ground, nullptr);
    CHECK_FALSE(none.incidents);
    CHECK_FALSE(none.heatmap);
    CHECK_FALSE(none.hotspots);
}

TEST_CASE("the sample has hotspots around Mölndals bro")
{
    const MapAnalysisPtr analysis = analysed(sampleIncidents({600, 1481, QDate(2026, 6, 30)}));
    CHECK(analysis->hotspots->size() >= 3);
    CHECK(analysis->hotspots->front().incidents >= 40);
}

TEST_CASE("a hotspot's row says how sure its place is only where that was worked out")
{
    std::vector<Incident> incidents = crowd(30, 0, 0);
    for (const Incident& more : crowd(27, 500, 300))
        incidents.push_back(more);
    const MapAnalysisPtr analysis = analysed(incidents);
    for (const HotspotRow& row : hotspotRows(*analysis)) {
        CHECK(!row.sure.has_value());
        CHECK(row.certainty.isEmpty());
    }
    const Result<hk::analysis::HotspotStability> sure = certaintyOf(*analysis, {20, 1});
    REQUIRE(sure.has_value());
    const std::vector<HotspotRow> rows = hotspotRows(*analysis, &*sure);
    REQUIRE(!rows.empty());
    for (const HotspotRow& row : rows) {
        REQUIRE(row.sure.has_value());
        CHECK(row.certainty.contains(text::percent(*row.sure)));
    }
    std::stop_source source;
    source.request_stop();
    CHECK(certaintyOf(*analysis, {20, 1}, source.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the density is corrected at the border of the chosen area on request, and it is said")
{
    const double east = 322123.0;
    const double north = 6394280.0;
    // Everything is counted west of a line 20 m east of the incidents.
    IncidentFilter filter;
    filter.area = {{east - 5000, north - 5000}, {east + 20, north - 5000}, {east + 20, north + 5000}, {east - 5000, north + 5000}};
    MapSettings plain;
    MapSettings corrected;
    corrected.edgeCorrection = true;
    const SnapshotPtr snapshot = snapshotOf(crowd(6, 0.0, 0.0));
    const MapAnalysisPtr without = analyse(snapshot, filter, plain, places()).value();
    const MapAnalysisPtr with = analyse(snapshot, filter, corrected, places()).value();
    CHECK(edgeRemark(*without).isEmpty());
    CHECK_FALSE(edgeRemark(*with).isEmpty());

    const analysis::Polygon area{{{east - 5000, north - 5000}, {east + 20, north - 5000}, {east + 20, north + 5000}, {east - 5000, north + 5000}}, {}};
    const analysis::GridSpec& spec = with->density->spec;
    REQUIRE(spec == without->density->spec);
    double least = 1.0;
    for (std::int64_t row = 0; row < spec.rows; ++row)
        for (std::int64_t column = 0; column < spec.columns; ++column) {
            const analysis::Point centre{spec.xmin + (static_cast<double>(column) + 0.5) * spec.cell,
                                         spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell};
            const double mass = analysis::kernelMassInside({area}, centre, analysis::Kernel::Quartic, 150.0);
            const double expected = mass > 0.0 ? without->density->at(column, row) / mass : 0.0;
            CHECK_THAT(with->density->at(column, row), WithinAbs(expected, 1e-9 * with->density->maximum()));
            least = mass > 0.0 ? std::min(least, mass) : least;
        }
    CHECK(least < 0.6); // the border is really near
}

TEST_CASE("without a chosen area nothing is corrected")
{
    MapSettings settings;
    settings.edgeCorrection = true;
    const MapAnalysisPtr analysis = analysed(crowd(6, 0.0, 0.0), settings);
    CHECK(edgeRemark(*analysis).isEmpty());
    CHECK(analysis->density->values == analysed(crowd(6, 0.0, 0.0))->density->values);
}
