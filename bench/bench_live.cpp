// How soon a change under the hand is seen: the real map view, 1920 × 1080, 100 000 incidents, a scripted drag of the time
// strip, of the smoothing and of a category. For each change the time from setting it to the end of the painting that
// shows it, selection, density, contours, colours and painting included; then the stages alone, and what follows at rest.
//
//     QT_QPA_PLATFORM=offscreen bin/hk_bench_live [incidents] [steps]

#include "geo/transform.h"
#include "map/outline_stroke.h"
#include "map/scene_renderer.h"
#include "map/style.h"
#include "report/selection_charts.h"
#include "ui/charts/chart_controller.h"
#include "ui/charts/chart_panel.h"
#include "ui/chosen_incidents.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "workspace/detail_density.h"
#include "workspace/heatmap_input.h"
#include "workspace/live_frame.h"
#include "workspace/sample.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

using namespace hk;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void tell(const char* what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double q) {
        return times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1) + 0.5)];
    };
    std::printf("%-44s min %7.2f   median %7.2f ms   p99 %7.2f ms   max %7.2f ms   (%zu)\n", what, at(0.0), at(0.5), at(0.99), at(1.0),
                times.size());
    std::fflush(stdout);
}

/// Two thirds in forty clusters, the rest anywhere in a town; two years; all categories.
std::vector<Incident> town(int count)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> anywhere(-2500.0, 2500.0);
    std::normal_distribution<double> near(0.0, 90.0);
    std::vector<Sweref99> clusters;
    const Sweref99 hub = workspace::hub();
    for (int i = 0; i < 40; ++i)
        clusters.push_back({hub.easting + anywhere(random) * 0.45, hub.northing + anywhere(random) * 0.25});
    const std::vector<Category>& categories = CategoryList::standard().all();
    const QDateTime first(QDate(2023, 1, 1), QTime(0, 0), Qt::UTC);
    std::vector<Incident> incidents;
    for (int i = 0; i < count; ++i) {
        Incident incident;
        incident.id = QUuid::createUuidV5(QUuid(), QString::number(i));
        incident.category = categories[random() % categories.size()].code;
        incident.occurredFrom = incident.occurredTo = first.addSecs(static_cast<qint64>(random() % (730LL * 86400)));
        const Sweref99& middle = clusters[random() % clusters.size()];
        incident.position = i % 3 == 0
                                ? Sweref99{hub.easting + anywhere(random), hub.northing + anywhere(random)}
                                : Sweref99{middle.easting + near(random), middle.northing + near(random)};
        incident.precision = Precision::Point;
        incident.radius = 10;
        incidents.push_back(std::move(incident));
    }
    return incidents;
}

class PaintWatch : public QObject {
public:
    explicit PaintWatch(ui::MapView& map) : m_map(map) { map.installEventFilter(this); }
    /// Works events off until a painting began and ended with another heatmap than `before`.
    bool waitFor(const std::function<bool()>& shown, int milliseconds)
    {
        m_painted = false;
        QElapsedTimer timer;
        timer.start();
        bool ready = false;
        // Asleep until something happens, as the program's own loop is: a thread that spins takes a core from the workers.
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        tick.start(1);
        while (timer.elapsed() < milliseconds) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            if (!ready && shown()) {
                ready = true;
                if (m_paintedWith == m_map.scene().heatmap)
                    return true; // painted in the same round of events
            }
            if (ready && m_painted && m_paintedWith == m_map.scene().heatmap)
                return true;
        }
        return false;
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            m_painted = true;
            m_paintedWith = m_map.scene().heatmap;
        }
        return false;
    }

private:
    ui::MapView& m_map;
    bool m_painted = false;
    std::shared_ptr<const map::HeatmapLayer> m_paintedWith;
};

class Bench {
public:
    Bench(workspace::Workspace& workspace, ui::MapController& controller, ui::MapView& map, int steps)
        : m_workspace(workspace)
        , m_controller(controller)
        , m_map(map)
        , m_watch(map)
        , m_steps(steps)
    {
    }

    bool settle()
    {
        return m_watch.waitFor([this] { return m_controller.isSettled() && m_map.isSettled(); }, 20'000);
    }

    void drag(const char* what, const std::function<void(int)>& step)
    {
        std::vector<double> times;
        for (int i = 0; i < m_steps; ++i) {
            const auto before = m_map.scene().heatmap;
            const auto start = m_lastStep = Clock::now();
            step(i);
            if (!m_watch.waitFor([&] { return m_map.scene().heatmap != before; }, 2000)) {
                std::printf("%s: step %d gave no picture\n", what, i);
                continue;
            }
            times.push_back(millisecondsSince(start));
            // The hand goes on moving at some sixty steps a second.
            QTimer tick;
            tick.setTimerType(Qt::PreciseTimer);
            tick.start(1);
            while (millisecondsSince(start) < 16.0)
                QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        tell(what, times);
        std::printf("%-44s step %td\n", "  slowest:", std::max_element(times.begin(), times.end()) - times.begin());
        rest(what);
    }

    /// From the last change to the painting of the exact density, as fine as the view, and of everything.
    void rest(const char* what)
    {
        const auto begin = m_lastStep;
        if (!m_watch.waitFor([this] { return m_controller.isSettled() && m_map.isDensityCurrent(); }, 20'000))
            return;
        const double exact = millisecondsSince(begin);
        if (settle())
            std::printf("%-44s exact density %.1f ms after the last change, all %.1f ms\n", what, exact,
                        millisecondsSince(begin));
    }

private:
    workspace::Workspace& m_workspace;
    ui::MapController& m_controller;
    ui::MapView& m_map;
    PaintWatch m_watch;
    Clock::time_point m_lastStep;
    int m_steps;
};

void stages(workspace::Workspace& workspace, const ui::MapView& map, int steps)
{
    const auto all = std::make_shared<const std::vector<std::uint32_t>>(workspace.selection().rows);
    const workspace::LiveView view{map.viewport(), map.size(), false};
    workspace::LiveFrameMaker maker;
    std::vector<double> select, gather, whole, contour, grid, colours, stroke, exact;
    QImage picture, exactly;
    for (int i = 0; i < steps; ++i) {
        workspace::MapSettings settings = workspace.settings();
        settings.bandwidth = 100 + i % 100;
        auto start = Clock::now();
        const auto lap = [&](std::vector<double>& times) {
            times.push_back(millisecondsSince(start));
            start = Clock::now();
        };
        const workspace::RowSelection selection = workspace::selectRows(*workspace.snapshot(), workspace.filter());
        lap(select);
        const workspace::HeatmapInput input
            = workspace::heatmapInput(*workspace.snapshot()->table, selection.rows, settings.bandwidth);
        lap(gather);
        const auto measured = maker.measure(input.points, settings, {});
        lap(whole);
        const auto outlines = maker.outlines(input.points, settings, *measured);
        lap(contour);
        const auto seen = maker.seen(input.points, settings, view, {});
        lap(grid);
        map::HeatmapLayer layer;
        layer.density = *seen;
        layer.scale = measured->scale;
        picture = map::heatmapPreview(layer, view.viewport, view.pixels, std::move(picture));
        lap(colours);
        if (outlines)
            map::strokeOutlines(picture, *outlines, view.viewport);
        lap(stroke);
        exactly = map::heatmapImage(layer, view.viewport, view.pixels, std::move(exactly));
        lap(exact);
    }
    tell("  select", select);
    tell("  gather positions", gather);
    tell("  scale and contour's level (whole town)", whole);
    tell("  contours", contour);
    tell("  grid of the view", grid);
    tell("  colours of the preview, 1920 x 1080", colours);
    tell("  outlines onto the picture", stroke);
    tell("  (colours pixel by pixel, as at rest)", exact);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QApplication application(argc, argv);
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 100'000;
    const int steps = argc > 2 ? QString::fromLocal8Bit(argv[2]).toInt() : 300;

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("town.gpkg"));
    {
        auto store = store::IncidentStore::create(path, {});
        if (!store || !store->insert(town(count))) {
            std::printf("the incidents could not be written\n");
            return 1;
        }
    }
    const auto basemap = map::Basemap::embedded();
    workspace::Workspace workspace(*basemap);
    workspace::MapGround ground(*basemap);
    ui::ChosenIncidents chosen;
    ui::MapView map;
    map.resize(1920, 1080);
    ui::MapController controller(workspace, ground, map, chosen);
    controller.setDark(false);
    map.setAnimated(false);
    map.show();
    Bench bench(workspace, controller, map, steps);
    workspace.open(path);
    map.setView(workspace::hub(), 15.0);
    if (!bench.settle()) {
        std::printf("the map did not settle\n");
        return 1;
    }
    std::printf("%zu incidents, %d x %d, %d processors\n", workspace.snapshot()->size(), map.width(), map.height(),
                QThread::idealThreadCount());

    const QDate first(2023, 1, 1);
    // A period of nearly the whole time, so that nearly all incidents are selected all the while.
    bench.drag("time strip", [&](int i) {
        IncidentFilter filter;
        filter.from = first.addDays(i % 60);
        filter.to = first.addDays(730 - 60 + i % 60);
        workspace.setFilter(filter);
    });
    bench.drag("smoothing", [&](int i) {
        workspace::MapSettings settings = workspace.settings();
        settings.bandwidth = 60 + (i * 5) % 300;
        workspace.setSettings(settings);
    });
    {
        workspace::MapSettings settings = workspace.settings();
        settings.bandwidth = 150;
        workspace.setSettings(settings);
        bench.settle();
    }
    const QStringList codes = [&] {
        QStringList all;
        for (const Category& category : workspace.snapshot()->categories.all())
            all.append(category.code);
        return all;
    }();
    bench.drag("categories", [&](int i) {
        IncidentFilter filter = workspace.filter();
        filter.categories.clear();
        for (qsizetype k = 0; k < codes.size(); ++k)
            if (k != i % codes.size())
                filter.categories.append(codes.at(k));
        workspace.setFilter(filter);
    });
    workspace.setFilter({});
    bench.settle();
    std::printf("stages, bandwidth 100-199 m, all incidents:\n");
    stages(workspace, map, std::min(steps, 100));

    std::vector<double> painted, chosenTimes;
    for (int i = 0; i < 30; ++i) {
        auto start = Clock::now();
        map.repaint();
        painted.push_back(millisecondsSince(start));
        start = Clock::now();
        IncidentFilter filter;
        filter.from = first.addDays(i);
        workspace.setFilter(filter);
        chosenTimes.push_back(millisecondsSince(start));
    }
    tell("  painting the map, window's thread", painted);
    tell("  choosing a filter, window's thread", chosenTimes);
    workspace.setFilter({});
    bench.settle();

    // At rest: the exact analysis, then its density as fine as the view.
    std::vector<double> analysed, detailed;
    for (int i = 0; i < 7; ++i) {
        auto start = Clock::now();
        const auto analysis = workspace::analyse(workspace.snapshot(), {}, workspace.settings(), workspace.places());
        analysed.push_back(millisecondsSince(start));
        start = Clock::now();
        const auto spec = workspace::detailGrid(**analysis, workspace::seenBy(map.viewport()),
                                                map.viewport().groundMetresPerUnit());
        if (spec && workspace::detailDensity(**analysis, *spec))
            detailed.push_back(millisecondsSince(start));
    }
    tell("exact analysis (25 m cells, hotspots)", analysed);
    tell("exact density of the view", detailed);

    std::vector<double> charted;
    for (int i = 0; i < 30; ++i) {
        IncidentFilter filter;
        filter.from = first.addDays(i);
        filter.to = first.addDays(700);
        const auto start = Clock::now();
        (void)report::selectionCharts(*workspace.snapshot(), filter, first.addDays(800));
        charted.push_back(millisecondsSince(start));
    }
    tell("counting the charts, a worker's thread", charted);
    ui::ChartPanel panel;
    ui::ChartController charts(workspace, panel);
    panel.resize(1400, 190);
    panel.show();
    bench.drag("time strip with the charts open", [&](int i) {
        IncidentFilter filter;
        filter.from = first.addDays(i % 60);
        filter.to = first.addDays(730 - 60 + i % 60);
        workspace.setFilter(filter);
    });
    std::vector<double> laidOut;
    for (int i = 0; i < 30; ++i) {
        const report::SelectionCharts counted = report::selectionCharts(*workspace.snapshot(), workspace.filter(), first.addDays(800));
        const auto start = Clock::now();
        panel.setCharts(counted);
        panel.repaint();
        laidOut.push_back(millisecondsSince(start));
    }
    tell("  laying out and painting them", laidOut);
    return 0;
}
