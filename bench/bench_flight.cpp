// How smoothly the map moves: the real map view over a vector map with 100 000 incidents and the heatmap, flown by a script:
// pans, zooms through five levels, throws. A frame is all that the window's thread does from one sixtieth of a second to the
// next: events, results taken over, painting; told by the clock, and in the thread's own processor time, which other
// programs on the machine do not lengthen. With seconds as the last argument a random flight instead, as fast as it goes,
// which tells the most memory used.
//
//     QT_QPA_PLATFORM=offscreen bin/hk_bench_flight [map.gpkg|-] [incidents] [width] [height] [seconds]

#include "core/large_blocks.h"
#include "map/basemap.h"
#include "map/gpkg_features.h"
#include "store/incident_store.h"
#include "ui/chosen_incidents.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "workspace/map_ground.h"
#include "workspace/sample.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <utility>
#include <vector>

using namespace hk;

namespace {

using Clock = std::chrono::steady_clock;
constexpr double frameTime = 1000.0 / 60.0; // ms

/// Milliseconds by the clock, and of processor time of this thread.
struct Spent {
    double clock = 0;
    double processor = 0;
    Spent& operator+=(const Spent& other)
    {
        clock += other.clock;
        processor += other.processor;
        return *this;
    }
};

class Stopwatch {
public:
    Spent spent() const
    {
        return {std::chrono::duration<double, std::milli>(Clock::now() - m_start).count(), processorTime() - m_processor};
    }

private:
    static double processorTime()
    {
        std::timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    }
    Clock::time_point m_start = Clock::now();
    double m_processor = processorTime();
};

/// Adds up what the window's thread does, the waiting left out.
class BusyApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const Stopwatch watch;
        const bool result = QApplication::notify(receiver, event);
        m_busy += watch.spent();
        --m_depth;
        return result;
    }
    Spent takeBusy() { return std::exchange(m_busy, {}); }

private:
    int m_depth = 0;
    Spent m_busy;
};

/// Two thirds in forty clusters, the rest anywhere in a town; two years; all categories.
std::vector<Incident> town(int count)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> anywhere(-2500.0, 2500.0);
    std::normal_distribution<double> near(0.0, 90.0);
    const Sweref99 hub = workspace::hub();
    std::vector<Sweref99> clusters;
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
        incident.position = i % 3 == 0 ? Sweref99{hub.easting + anywhere(random), hub.northing + anywhere(random)}
                                       : Sweref99{middle.easting + near(random), middle.northing + near(random)};
        incident.precision = Precision::Point;
        incident.radius = 10;
        incidents.push_back(std::move(incident));
    }
    return incidents;
}

/// Resident memory of the process in MiB, "VmRSS:" now or "VmHWM:" at its peak; 0 where the system does not tell.
double memory(const char* which)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(which))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

class Flight {
public:
    Flight(BusyApplication& application, ui::MapView& map) : m_application(application), m_map(map) {}

    /// One frame: what the hand does, and the rest of a sixtieth of a second.
    void frame(const std::function<void()>& hand = [] {})
    {
        const Stopwatch watch;
        hand();
        Spent busy = watch.spent();
        m_application.takeBusy(); // the hand's events are in it already
        QTimer wake;
        wake.setTimerType(Qt::PreciseTimer);
        wake.start(1);
        while (watch.spent().clock < frameTime)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        busy += m_application.takeBusy();
        m_frames.push_back(busy);
    }
    void frames(int count)
    {
        for (int i = 0; i < count; ++i)
            frame();
    }
    void pan(const QPointF& step, int count, bool thrown)
    {
        QPointF at(m_map.width() / 2.0, m_map.height() / 2.0);
        send(QEvent::MouseButtonPress, at, Qt::LeftButton);
        for (int i = 0; i < count; ++i)
            frame([&] { send(QEvent::MouseMove, at += step, Qt::LeftButton); });
        if (!thrown)
            frames(6); // the hand rests: nothing is thrown
        frame([&] { send(QEvent::MouseButtonRelease, at, Qt::NoButton); });
    }
    void wheel(int notches)
    {
        const QPointF at(m_map.width() * 0.45, m_map.height() * 0.55);
        QWheelEvent event(at, m_map.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        frame([&] { QApplication::sendEvent(&m_map, &event); });
    }
    const std::vector<Spent>& times() const { return m_frames; }
    void forget() { m_frames.clear(); }

private:
    void send(QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons)
    {
        QMouseEvent event(type, at, m_map.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons, Qt::NoModifier);
        event.setTimestamp(static_cast<quint64>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count()));
        QApplication::sendEvent(&m_map, &event);
    }
    BusyApplication& m_application;
    ui::MapView& m_map;
    std::vector<Spent> m_frames;
};

void report(const char* what, const char* measure, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&](double q) { return times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1) + 0.5)]; };
    const auto over = std::count_if(times.begin(), times.end(), [](double t) { return t > frameTime; });
    std::printf("%-22s %-10s median %6.2f   p90 %6.2f   p99 %6.2f   max %6.2f ms   over 16.7: %td of %zu\n", what, measure,
                at(0.5), at(0.9), at(0.99), times.back(), over, times.size());
    std::fflush(stdout);
}

void report(const char* what, const std::vector<Spent>& frames)
{
    if (frames.empty())
        return;
    std::vector<double> clock;
    std::vector<double> processor;
    for (const Spent& frame : frames) {
        clock.push_back(frame.clock);
        processor.push_back(frame.processor);
    }
    report(what, "clock", std::move(clock));
    report(what, "processor", std::move(processor));
}

/// The flight that is measured: the same each time.
void fly(Flight& flight)
{
    std::vector<Spent> all;
    const auto part = [&](const char* what, const std::function<void()>& steps) {
        flight.forget();
        steps();
        report(what, flight.times());
        all.insert(all.end(), flight.times().begin(), flight.times().end());
    };
    part("pan", [&] {
        flight.pan({-9, 4}, 60, false);
        flight.pan({7, -11}, 60, false);
    });
    part("zoom in, five levels", [&] {
        for (int i = 0; i < 5; ++i) {
            flight.wheel(2);
            flight.frames(24);
        }
    });
    part("pan, near", [&] { flight.pan({-14, 6}, 60, false); });
    part("zoom out, five levels", [&] {
        for (int i = 0; i < 5; ++i) {
            flight.wheel(-2);
            flight.frames(24);
        }
    });
    part("half a level off", [&] {
        flight.wheel(1); // tiles between two levels, as after one notch of a wheel
        flight.frames(24);
        flight.pan({11, -7}, 60, false);
        flight.wheel(-1);
        flight.frames(24);
    });
    part("fling", [&] {
        for (const QPointF& step : {QPointF(-40, 10), QPointF(30, 25), QPointF(20, -40)}) {
            flight.pan(step, 8, true);
            flight.frames(90);
        }
    });
    report("whole flight", all);
}

void flyAtRandom(Flight& flight, int seconds)
{
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> step(-40, 40);
    QElapsedTimer timer;
    timer.start();
    int level = 0;
    for (qint64 told = 0; timer.elapsed() < seconds * 1000LL;) {
        flight.pan({step(random), step(random)}, 10, random() % 2 == 0);
        const int notches = random() % 2 == 0 ? 2 : -2;
        if (std::abs(level + notches) <= 8) {
            level += notches;
            flight.wheel(notches);
        }
        flight.frames(20);
        if (timer.elapsed() - told > 30'000) {
            told = timer.elapsed();
            std::printf("%4lld s: %.0f MiB, peak %.0f MiB\n", static_cast<long long>(told / 1000), memory("VmRSS:"), memory("VmHWM:"));
            std::fflush(stdout);
        }
    }
    report("random flight", flight.times());
}

} // namespace

int main(int argc, char** argv)
{
    handBackLargeBlocks();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    BusyApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const auto number = [&](int i, int otherwise) { return arguments.size() > i ? arguments[i].toInt() : otherwise; };
    const QString mapPath = arguments.value(1, QStringLiteral("-"));

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("town.gpkg"));
    {
        auto store = store::IncidentStore::create(path, {});
        if (!store || !store->insert(town(number(2, 100'000)))) {
            std::printf("the incidents could not be written\n");
            return 1;
        }
    }
    const auto basemap = map::Basemap::embedded();
    workspace::Workspace workspace(*basemap);
    workspace::MapGround ground(*basemap);
    if (mapPath != QStringLiteral("-")) {
        auto features = map::GpkgFeatures::openMap(mapPath);
        if (!features) {
            std::printf("the map could not be opened\n");
            return 1;
        }
        map::GroundSheet sheet;
        sheet.features = *features;
        ground.setBackground({sheet});
    }
    ui::ChosenIncidents chosen;
    ui::MapView map;
    map.resize(number(3, 1920), number(4, 1080));
    ui::MapController controller(workspace, ground, map, chosen);
    controller.setDark(false);
    map.show();
    workspace.open(path);
    map.setView(workspace::hub(), 13.0);
    QElapsedTimer opening;
    opening.start();
    while (!(controller.isSettled() && map.isSettled() && workspace.isOpen()) && opening.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    std::printf("%zu incidents, %d x %d, %d processors, first map after %lld ms\n", workspace.snapshot()->size(), map.width(),
                map.height(), QThread::idealThreadCount(), static_cast<long long>(opening.elapsed()));

    std::printf("memory at the first map %.0f MiB, peak %.0f MiB\n", memory("VmRSS:"), memory("VmHWM:"));
    std::fflush(stdout);

    Flight flight(application, map);
    if (const int seconds = number(5, 0); seconds > 0)
        flyAtRandom(flight, seconds);
    else
        fly(flight);
    std::printf("memory %.0f MiB, peak %.0f MiB\n", memory("VmRSS:"), memory("VmHWM:"));
    return 0;
}
