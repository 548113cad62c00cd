#include "ui/map_view_markers.h"

#include "map/behind_window.h"
#include "map/marker_set.h"
#include "map/scene_renderer.h"

#include <QtConcurrentRun>
#include <cmath>

namespace hk::ui {

namespace {

constexpr std::size_t mostAtOnce = 3000; // incidents: a millisecond or two
constexpr double drawnAround = 0.75;      // of the view on each side: a level out, most of a view aside
constexpr double drawnAtLeast = 0.25;     // nearer to the edge of what is drawn it is drawn anew

map::MapViewport widened(map::MapViewport view, double share)
{
    const double across = share * view.target.width();
    const double down = share * view.target.height();
    view.target.adjust(-across, -down, across, down);
    return view;
}

} // namespace

MapMarkers::MapMarkers(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MapMarkers::ready);
}

MapMarkers::~MapMarkers()
{
    m_stopDrawing.request_stop();
}

void MapMarkers::setLayer(std::shared_ptr<const map::IncidentLayer> layer)
{
    m_layer = std::move(layer);
    if (!m_layer || m_layer->rows().size() <= mostAtOnce)
        m_shown = m_layer;
}

void MapMarkers::want(const map::MapViewport& view, const Look& look, bool mayGather)
{
    if (!m_layer)
        return;
    if (m_layer->rows().size() <= mostAtOnce) {
        m_layer->markers(view.plane, view.zoom());
        drawAround(view, look);
        return;
    }
    if (m_layer->hasMarkers(view.plane, view.zoom())) {
        m_shown = m_layer;
        drawAround(view, look);
        return;
    }
    if (mayGather && !m_watcher.isRunning())
        gather(view, look);
}

bool MapMarkers::isCurrent(const map::MapViewport& view) const
{
    return m_shown == m_layer
           && (!m_layer || m_layer->rows().size() <= mostAtOnce || m_layer->hasMarkers(view.plane, view.zoom()));
}

void MapMarkers::gather(const map::MapViewport& view, const Look& look)
{
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [layer = m_layer, view, look] {
        map::workBehindWindow();
        map::prepareMarkers(*layer, view, look.devicePixelRatio, look.dark);
    }));
}

void MapMarkers::drawAround(const map::MapViewport& view, const Look& look)
{
    const int halfStep = map::halfStepOf(view.zoom());
    const QRectF seen = widened(view, drawnAtLeast).planeRect();
    if (m_drawn.layer == m_layer && m_drawn.look == look && m_drawn.halfStep == halfStep && m_drawn.plane.contains(seen))
        return;
    if (m_drawing.isRunning()) { // of a view that has been left
        m_stopDrawing.request_stop();
        return;
    }
    const map::MapViewport around = widened(view, drawnAround);
    m_drawn = {m_layer, look, halfStep, around.planeRect()};
    m_stopDrawing = std::stop_source();
    m_drawing.setFuture(QtConcurrent::run(&m_pool, [layer = m_layer, around, look, stop = m_stopDrawing.get_token()] {
        map::workBehindWindow();
        for (const int halfSteps : {0, -2, -1, 2, 1}) { // a level out and in: where the wheel goes from here
            if (stop.stop_requested())
                return;
            map::MapViewport there = around;
            there.unitsPerMetre *= std::exp2(halfSteps / 2.0);
            map::prepareMarkers(*layer, there, look.devicePixelRatio, look.dark);
        }
    }));
}

} // namespace hk::ui
