#pragma once

#include "report/page.h"

namespace hk::report {

/// One line of the symbol legend.
struct LegendItem {
    enum class Kind { Group, Cluster, Area, Hotspot };
    Kind kind = Kind::Group;
    std::vector<map::IncidentLayer::CategorySymbol> symbols; ///< of a group: as they occur, at most four
    QString name;
};

/// What is drawn on the map of the page, explained: the category groups that occur within the frame in their
/// order, then clusters, areas and hotspots where there are any. `frame`: the map on the page, millimetres.
std::vector<LegendItem> legendItems(const MapPage& page, const QRectF& frame);

/// Incidents of the selection that are drawn on the page's scene but lie outside its map frame.
/// `ground`: the frame in SWEREF 99 TM.
qint64 incidentsOutside(const MapPage& page, const QRectF& ground);

/// Of each row of the page's table whether its rank is seen on the map in `frame`; all where the scene has no
/// hotspots.
std::vector<bool> ranksOnMap(const MapPage& page, const QRectF& frame);

/// SWEREF 99 TM rectangle of a frame on the page, millimetres.
QRectF groundOf(const MapPage& page, const QRectF& frame);

/// The map in `frame` (millimetres) as a viewport for a painter with `unitsPerMillimetre`.
map::MapViewport viewportOf(const MapPage& page, const QRectF& frame, double unitsPerMillimetre);

/// Millimetres on paper of a pixel of the map's style (1/96 inch on screen).
double stylePixel();

} // namespace hk::report
