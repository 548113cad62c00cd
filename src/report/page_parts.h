#pragma once

#include "report/canvas.h"
#include "report/map_scale.h"

namespace hk::report {

/// The parts of a page, each painted into its rectangle of the layout.
void paintMap(Canvas& canvas, const MapPage& page, const PageLayout& layout);
/// The band round the map with the coordinates of SWEREF 99 TM, and their ticks.
void paintGrid(Canvas& canvas, const MapPage& page, const PageLayout& layout);
void paintHeatmapLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout);
/// The classes of a method's layer, and its note.
void paintStudyLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout);
void paintSymbolLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout);
/// Layers of one's own, and what the filter chose by place.
void paintLayerLegend(Canvas& canvas, const MapPage& page, const PageLayout& layout);
void paintHotspotTable(Canvas& canvas, const MapPage& page, const PageLayout& layout);
/// What a method found, in its first sentences: in place of the hotspots.
void paintMethodWords(Canvas& canvas, const MapPage& page, const PageLayout& layout);
void paintScale(Canvas& canvas, const MapPage& page, const PageLayout& layout);
void paintHead(Canvas& canvas, const PageLayout& layout);
void paintFooter(Canvas& canvas, const PageLayout& layout);

/// The bar as it stands on this page.
ScaleBar scaleBarOf(const MapPage& page, const PageLayout& layout);

/// Colour of the hotspots' outlines and ranks on the map.
inline constexpr QRgb hotspotInk = 0xff2a1240;

} // namespace hk::report
