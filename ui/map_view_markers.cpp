#include "ui/map_view_markers.h"

#include "map/behind_window.h"

#include <QtConcurrentRun>

namespace hk::ui {

namespace {

constexpr std::size_t mostAtOnce = 3000; // incidents: a millisecond or two

} // namespace

MapMarkers::MapMarkers(QObject* parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MapMarkers::ready);
}

MapMarkers::~MapMarkers() = default;

void MapMarkers::setLayer(std::shared_ptr<const map::IncidentLayer> layer)
{
    m_layer = std::move(layer);
    if (!m_layer || m_layer->rows().size() <= mostAtOnce)
        m_shown = m_layer;
}

void MapMarkers::want(const map::MapViewport& view, bool mayGather)
{
    if (!m_layer)
        return;
    if (m_layer->rows().size() <= mostAtOnce) {
        m_layer->markers(view.plane, view.zoom());
        return;
    }
    if (m_layer->hasMarkers(view.plane, view.zoom())) {
        m_shown = m_layer;
        return;
    }
    if (mayGather && !m_watcher.isRunning())
        gather(view);
}

bool MapMarkers::isCurrent(const map::MapViewport& view) const
{
    return m_shown == m_layer
           && (!m_layer || m_layer->rows().size() <= mostAtOnce || m_layer->hasMarkers(view.plane, view.zoom()));
}

void MapMarkers::gather(const map::MapViewport& view)
{
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [layer = m_layer, plane = view.plane, zoom = view.zoom()] {
        map::workBehindWindow();
        layer->markers(plane, zoom);
    }));
}

} // namespace hk::ui
