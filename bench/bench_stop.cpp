// How long each stage of the live map goes on after a stop: each is run once to its end and then stopped at many places
// of its way. What is reported is the time from the stop to its return.
//
//     bin/hk_bench_stop [incidents]

#include "analysis/stoppable.h"
#include "map/basemap.h"
#include "map/scene_renderer.h"
#include "workspace/detail_density.h"
#include "workspace/heatmap_input.h"
#include "workspace/live_frame.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/place_search.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>
#include <thread>
#include <vector>

using namespace hk;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// Two thirds in forty clusters, the rest anywhere in a town: the columns that a density needs.
workspace::SnapshotPtr town(std::size_t count)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> anywhere(-2500.0, 2500.0);
    std::normal_distribution<double> near(0.0, 90.0);
    const Sweref99 hub = workspace::hub();
    std::vector<Sweref99> clusters;
    for (int i = 0; i < 40; ++i)
        clusters.push_back({hub.easting + anywhere(random) * 0.45, hub.northing + anywhere(random) * 0.25});
    auto table = std::make_shared<analysis::IncidentTable>();
    for (std::size_t i = 0; i < count; ++i) {
        const Sweref99& middle = clusters[random() % clusters.size()];
        const bool alone = i % 3 == 0;
        table->easting.push_back(alone ? hub.easting + anywhere(random) : middle.easting + near(random));
        table->northing.push_back(alone ? hub.northing + anywhere(random) : middle.northing + near(random));
        table->fromUtc.push_back(1'600'000'000 + static_cast<std::int64_t>(i) * 600);
        table->toUtc.push_back(1'600'000'000 + static_cast<std::int64_t>(i) * 600);
        table->localDate.push_back(static_cast<std::int32_t>(18'500 + i / 1000));
        table->localMinuteOfWeek.push_back(static_cast<std::uint16_t>(random() % 10'080));
        table->localSpanMinutes.push_back(0);
        table->category.push_back(static_cast<std::uint16_t>(random() % 12));
        table->organisation.push_back(0);
        table->radius.push_back(10.0F);
        table->precision.push_back(0);
        table->severity.push_back(1);
        table->flags.push_back(0);
    }
    auto snapshot = std::make_shared<workspace::Snapshot>();
    snapshot->table = std::move(table);
    snapshot->categories = CategoryList::standard();
    return snapshot;
}

/// Stops `work` at forty places of its way.
void report(const char* what, const std::function<void(std::stop_token)>& work)
{
    work({}); // warm
    const auto start = Clock::now();
    work({});
    const double whole = milliseconds(start, Clock::now());
    std::vector<double> late;
    for (int i = 0; i < 40; ++i) {
        std::stop_source stop;
        Clock::time_point ended;
        std::thread thread([&] {
            work(stop.get_token());
            ended = Clock::now();
        });
        std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(whole * (i + 0.5) / 40.0));
        const auto asked = Clock::now();
        stop.request_stop();
        thread.join();
        late.push_back(std::max(0.0, milliseconds(asked, ended)));
    }
    std::sort(late.begin(), late.end());
    std::printf("%-34s takes %8.2f ms   goes on after a stop: median %6.2f ms, worst but one %6.2f ms, "
                "worst %6.2f ms\n",
                what, whole, late[late.size() / 2], late[late.size() - 2], late.back());
    std::fflush(stdout);
}

workspace::LiveView viewOfTown()
{
    workspace::LiveView view;
    const WebMercator middle = geo::Sweref99Transform().toWebMercator(workspace::hub());
    view.viewport.plane = map::Plane::WebMercator;
    view.viewport.centre = {middle.x, middle.y};
    view.viewport.unitsPerMetre = 512.0 * std::exp2(15.0) / (2.0 * 20037508.342789244);
    view.viewport.target = {0, 0, 1920, 1080};
    view.pixels = {1920, 1080};
    return view;
}

void stages(std::size_t count)
{
    std::printf("%zu incidents\n", count);
    const workspace::SnapshotPtr snapshot = town(count);
    const map::PlaceSearch places(map::Basemap::embedded().value());
    const auto rows = std::make_shared<const std::vector<std::uint32_t>>(workspace::selectRows(*snapshot, {}).rows);
    const workspace::MapSettings settings;
    const workspace::LiveView view = viewOfTown();
    const workspace::MapAnalysisPtr exact = workspace::analyse(snapshot, {}, settings, places).value();
    const auto spec = workspace::detailGrid(*exact, workspace::seenBy(view.viewport),
                                            view.viewport.groundMetresPerUnit());
    const auto detail = workspace::detailDensity(*exact, *spec).value();
    const auto layer = workspace::exactHeatmap(*exact, false, detail);

    report("a preview, all of it", [&](std::stop_token stop) {
        workspace::LiveFrameMaker maker;
        (void)maker.make({snapshot, rows, settings, view}, stop);
    });
    report("exact analysis, all of it",
           [&](std::stop_token stop) { (void)workspace::analyse(snapshot, {}, settings, places, stop); });
    report("  selection", [&](std::stop_token) { (void)workspace::selectRows(*snapshot, {}); });
    report("  positions",
           [&](std::stop_token) { (void)workspace::heatmapInput(*snapshot->table, *rows, settings.bandwidth); });
    analysis::KdeOptions kde;
    kde.bandwidth = settings.bandwidth;
    report("  density of the town", [&](std::stop_token stop) {
        analysis::KdeOptions options = kde;
        options.stop = std::move(stop);
        (void)analysis::kernelDensity(*exact->points, {}, exact->density->spec, options);
    });
    report("  quantile of the cells",
           [&](std::stop_token) { (void)analysis::quantileAboveZero(*exact->density, settings.quantile); });
    const double level = analysis::quantileAboveZero(*exact->density, settings.quantile);
    report("  contours", [&](std::stop_token stop) { (void)analysis::contourPolygons(*exact->density, level, stop); });
    report("  hotspots", [&](std::stop_token stop) {
        (void)analysis::hotspots(*snapshot->table, *rows, *exact->density, workspace::hotspotOptions(settings), stop);
    });
    report("exact density of the view",
           [&](std::stop_token stop) { (void)workspace::detailDensity(*exact, *spec, stop); });
    report("picture of the exact density",
           [&](std::stop_token stop) { (void)map::heatmapImage(*layer, view.viewport, view.pixels, {}, stop); });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc > 1) {
        stages(static_cast<std::size_t>(QString::fromLocal8Bit(argv[1]).toInt()));
        return 0;
    }
    stages(100'000);
    stages(1'000'000);
    return 0;
}
