#pragma once

#include "geo/transform.h"
#include "map/scene_renderer.h"

namespace hk::map {

/// Style pixels across a hotspot's outline, and of the pale edge on either side of it.
inline constexpr double outlineWidth = 2.0;
inline constexpr double outlineEdge = 1.3;

/// The parts of paintScene above the basemap. Each expects antialiasing and a clip set.
void paintHeatmap(QPainter& painter, const HeatmapLayer& heatmap, const MapViewport& viewport);
/// `all`: else that of the selected one only.
void paintHotspotOutlines(QPainter& painter, const HotspotLayer& hotspots, const MapViewport& viewport, bool all = true);
/// Above everything else: a rank is never hidden by a cluster.
void paintHotspotBadges(QPainter& painter, const HotspotLayer& hotspots, const MapViewport& viewport);
void paintIncidents(QPainter& painter, const MapScene& scene, const MapViewport& viewport,
                    const RenderOptions& options);
void paintFilterArea(QPainter& painter, const SwerefRing& area, const MapViewport& viewport);

/// SWEREF 99 TM to device units, exact. One per painting: the transform costs a tenth of a millisecond to make.
class SwerefToDevice {
public:
    explicit SwerefToDevice(const MapViewport& viewport) : m_viewport(viewport) {}
    std::vector<QPointF> map(const std::vector<QPointF>& sweref) const;
    QPointF map(const QPointF& sweref) const { return map(std::vector<QPointF>{sweref}).front(); }

private:
    const MapViewport& m_viewport;
    geo::Sweref99Transform m_transform;
};

bool isRasterDevice(const QPainter& painter);

} // namespace hk::map
