#include "desk.h"
#include "geo/transform.h"
#include "workspace/live_density.h"

#include <cmath>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

/// Crowds around the hub over some months, of two kinds, and a few far off.
std::vector<Incident> crowds(int count = 240)
{
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i) {
        const double turn = 0.7 * i;
        const double away = 3.0 * (i % 50);
        incidents.push_back(incident(i % 3 == 0 ? "S2" : "N1", utc(2024, 1 + i % 6, 1 + i % 28, i % 24),
                                     (i % 4 == 0 ? 700 : 0) + away * std::cos(turn), away * std::sin(turn)));
    }
    return incidents;
}

/// The window around the hub: 960 × 540 at a zoom.
LiveView viewAt(double zoom, double east = 0.0)
{
    const WebMercator middle = geo::Sweref99Transform().toWebMercator(Sweref99{322123.0 + east, 6394280.0});
    LiveView view;
    view.viewport.plane = map::Plane::WebMercator;
    view.viewport.centre = {middle.x, middle.y};
    view.viewport.unitsPerMetre = 512.0 * std::exp2(zoom) / (2.0 * 20037508.342789244);
    view.viewport.target = {0, 0, 960, 540};
    view.pixels = {960, 540};
    return view;
}

/// A desk with a map, as the window has one.
struct MapDesk : Desk {
    explicit MapDesk(const std::vector<Incident>& incidents = crowds())
        : Desk(incidents)
        , live(workspace)
    {
        live.setView(viewAt(15.0));
        settle();
    }
    void settle()
    {
        QElapsedTimer timer;
        timer.start();
        // Any change of the filter leads here, by way of the first analysis for a live density made after it.
        if (!live.heatmap())
            chooseOther();
        while (!live.isSettled()) {
            REQUIRE(timer.elapsed() < 20'000);
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        }
    }
    void chooseOther()
    {
        IncidentFilter filter = workspace.filter();
        filter.minimumSeverity = filter.minimumSeverity == 1 ? 0 : 1;
        workspace.setFilter(filter);
    }
    LiveDensity live;
};

IncidentFilter only(const char* category)
{
    IncidentFilter filter;
    filter.categories = {u(category)};
    return filter;
}

} // namespace

TEST_CASE("a change under the hand is previewed first, and the exact density follows")
{
    MapDesk desk;
    std::vector<std::shared_ptr<const LiveFrame>> frames;
    QObject::connect(&desk.live, &LiveDensity::changed, &desk.live, [&] {
        if (desk.live.frame())
            frames.push_back(desk.live.frame());
    });
    desk.workspace.setFilter(only("S2"));
    desk.settle();
    REQUIRE_FALSE(frames.empty());
    CHECK(frames.front()->heatmap);
    CHECK(frames.front()->picture.size() == QSize(960, 540));
    CHECK_FALSE(desk.live.frame());
    CHECK(desk.live.heatmap()->density == desk.workspace.analysis()->density);
    REQUIRE(desk.live.heatmap()->detail);
    CHECK(desk.live.heatmap()->detail->spec.cell == 2.0);
}

TEST_CASE("a preview never gets into an analysis or onto paper, and has no ranks or numbers to read")
{
    MapDesk desk;
    int previews = 0;
    QObject::connect(&desk.live, &LiveDensity::changed, &desk.live, [&] {
        const auto frame = desk.live.frame();
        if (!frame || !frame->heatmap)
            return;
        ++previews;
        const MapAnalysisPtr analysis = desk.workspace.analysis();
        CHECK(analysis->density != frame->heatmap->density);
        const map::MapScene paper = sceneOf(*analysis, nullptr, nullptr);
        CHECK(paper.heatmap->density == analysis->density);
        CHECK_FALSE(paper.heatmap->detail);
        if (frame->hotspots)
            for (const analysis::Hotspot& hotspot : *frame->hotspots->hotspots) {
                CHECK(hotspot.rank == 0);
                CHECK(hotspot.incidents == 0);
                CHECK(hotspot.density == 0.0);
            }
    });
    for (int i = 0; i < 10; ++i) {
        IncidentFilter filter;
        filter.from = QDate(2024, 1, 1).addDays(5 * i);
        desk.workspace.setFilter(filter);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    desk.settle();
    CHECK(previews > 0);
}

TEST_CASE("the exact density is not replaced by a preview that comes late")
{
    MapDesk desk;
    desk.workspace.setFilter(only("N1"));
    desk.settle();
    const auto exact = desk.live.heatmap();
    int late = 0;
    QObject::connect(&desk.live, &LiveDensity::changed, &desk.live, [&] { ++late; });
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    CHECK(late == 0);
    CHECK(desk.live.heatmap() == exact);
}

TEST_CASE("back where the hand came from, the exact density is there at once and nothing is worked out again")
{
    MapDesk desk;
    std::shared_ptr<const map::HeatmapLayer> exact;
    MapAnalysisPtr analysis;
    IncidentFilter before;
    // On a machine with much else to do the exact density may come before the preview: then once more.
    for (int attempt = 0; !desk.live.frame() && attempt < 20; ++attempt) {
        desk.settle();
        exact = desk.live.heatmap();
        analysis = desk.workspace.analysis();
        before = desk.workspace.filter();
        desk.workspace.setFilter(only(attempt % 2 == 0 ? "S2" : "N1"));
        while (!desk.live.frame() && desk.workspace.analysis() == analysis)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    REQUIRE(desk.live.frame());
    QSignalSpy answered(&desk.workspace, &Workspace::analysisChanged);
    desk.workspace.setFilter(before);
    CHECK(desk.live.isSettled());
    CHECK(desk.live.heatmap() == exact);
    CHECK(desk.workspace.analysis() == analysis);
    CHECK_FALSE(desk.workspace.isAnalysing());
    CHECK(answered.count() == 1); // who waits for an analysis hears that it is there
}

TEST_CASE("a preview of incidents that are no longer those of the file is dropped")
{
    MapDesk desk;
    int strangers = 0;
    QObject::connect(&desk.live, &LiveDensity::changed, &desk.live, [&] {
        const auto frame = desk.live.frame();
        strangers += frame && frame->snapshot != desk.workspace.snapshot() ? 1 : 0;
    });
    desk.workspace.setFilter(only("N1"));
    desk.andSaved([&] { desk.workspace.remove({desk.workspace.snapshot()->incidents.front()->id}); });
    desk.settle();
    CHECK(strangers == 0);
    CHECK(desk.workspace.analysis()->snapshot == desk.workspace.snapshot());
}

TEST_CASE("previews are not made of every step, but of the last one always")
{
    MapDesk desk;
    int previews = 0;
    QObject::connect(&desk.live, &LiveDensity::changed, &desk.live, [&] { previews += desk.live.frame() ? 1 : 0; });
    MapSettings settings = desk.workspace.settings();
    for (int i = 0; i < 100; ++i) {
        settings.bandwidth = 100 + i;
        desk.workspace.setSettings(settings);
    }
    desk.settle();
    CHECK(previews >= 1);
    CHECK(previews < 100);
    CHECK(desk.workspace.analysis()->settings.bandwidth == 199);
    CHECK(desk.live.isAnalysisCurrent());
}

TEST_CASE("a preview has the colours and, nearly, the outlines that the exact analysis will have")
{
    const SnapshotPtr snapshot = snapshotOf(crowds(600));
    const map::PlaceSearch places(map::Basemap::embedded().value());
    const auto rows = std::make_shared<const std::vector<std::uint32_t>>(selectRows(*snapshot, {}).rows);
    LiveFrameMaker maker;
    for (const double bandwidth : {80.0, 150.0, 300.0}) {
        MapSettings settings;
        settings.bandwidth = bandwidth;
        const Result<LiveFrame> frame = maker.make({snapshot, rows, settings, viewAt(15.0)});
        REQUIRE(frame);
        const MapAnalysisPtr exact = analyse(snapshot, {}, settings, places).value();
        CHECK(frame->heatmap->scale == exact->scale);
        REQUIRE(frame->hotspots);
        REQUIRE(frame->hotspots->hotspots->size() == exact->hotspots->size());
        double previewed = 0.0;
        double listed = 0.0;
        for (std::size_t i = 0; i < exact->hotspots->size(); ++i) {
            previewed += analysis::area((*frame->hotspots->hotspots)[i].polygon);
            listed += analysis::area((*exact->hotspots)[i].polygon);
        }
        CHECK_THAT(previewed / listed, WithinAbs(1.0, 0.02));
    }
}

TEST_CASE("a preview is within a thousandth of the exact density, at no more than four points of the screen")
{
    const SnapshotPtr snapshot = snapshotOf(crowds(600));
    const auto rows = std::make_shared<const std::vector<std::uint32_t>>(selectRows(*snapshot, {}).rows);
    const map::PlaceSearch places(map::Basemap::embedded().value());
    const MapAnalysisPtr exact = analyse(snapshot, {}, {}, places).value();
    LiveFrameMaker maker;
    for (const double zoom : {13.0, 15.0, 17.5}) {
        const LiveView view = viewAt(zoom);
        const Result<LiveFrame> frame = maker.make({snapshot, rows, {}, view});
        REQUIRE(frame);
        const analysis::Grid& grid = *frame->heatmap->density;
        CHECK(grid.spec.cell <= 4.0 * view.viewport.groundMetresPerUnit() * (1 + 1e-9));
        const auto truth = analysis::kernelDensity(*exact->points, {}, grid.spec, {});
        REQUIRE(truth);
        double worst = 0.0;
        for (std::size_t i = 0; i < grid.values.size(); ++i)
            worst = std::max(worst, std::abs(grid.values[i] - truth->values[i]));
        CHECK(worst < 1e-3 * exact->density->maximum());
    }
}

TEST_CASE("a preview that is stopped gives none")
{
    const SnapshotPtr snapshot = snapshotOf(crowds(60));
    const auto rows = std::make_shared<const std::vector<std::uint32_t>>(selectRows(*snapshot, {}).rows);
    std::stop_source stop;
    stop.request_stop();
    const Result<LiveFrame> frame = LiveFrameMaker().make({snapshot, rows, {}, viewAt(15.0)}, stop.get_token());
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code == ErrorCode::Cancelled);
}

TEST_CASE("a preview of nothing, and one with a bandwidth below the cell, have defined answers")
{
    const SnapshotPtr snapshot = snapshotOf(crowds(20));
    const auto none = std::make_shared<const std::vector<std::uint32_t>>();
    LiveFrameMaker maker;
    const Result<LiveFrame> frame = maker.make({snapshot, none, {}, viewAt(15.0)});
    REQUIRE(frame);
    CHECK_FALSE(frame->heatmap);
    CHECK_FALSE(frame->hotspots);
    MapSettings settings;
    settings.bandwidth = 10;
    const auto rows = std::make_shared<const std::vector<std::uint32_t>>(selectRows(*snapshot, {}).rows);
    const Result<LiveFrame> refused = maker.make({snapshot, rows, settings, viewAt(15.0)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::BandwidthTooSmall);
    // Elsewhere on the map there is nothing, but the legend is that of the whole.
    const Result<LiveFrame> beside = maker.make({snapshot, rows, {}, viewAt(15.0, 9000.0)});
    REQUIRE(beside);
    CHECK_FALSE(beside->heatmap->scale.isEmpty());
    CHECK(beside->heatmap->density->values.empty());
}
