#pragma once

#include "map/scene_renderer.h"

#include <QPointF>
#include <QRectF>
#include <vector>

namespace hk::ui {

/// The symbol, cluster or area tag at a place of the window, the nearest of those in reach; null: none.
const map::MarkerGroup* markerAt(const std::vector<map::MarkerGroup>& groups, const QPointF& device);

/// Rank of the hotspot whose badge is at a place of the window; 0: none. Badges lie on top of everything else.
int badgeAt(const std::vector<map::HotspotBadge>& badges, const QPointF& device);

/// Rank of the hotspot whose badge is at a place of the window, or whose outline is there; 0: none.
/// `position` is the same place in SWEREF 99 TM.
int hotspotAt(const map::HotspotLayer& hotspots, const std::vector<map::HotspotBadge>& badges,
              double metresPerPixel, const QPointF& device, const Sweref99& position);

/// Web Mercator bounds of the rows' positions.
QRectF boundsOf(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows);

} // namespace hk::ui
