#pragma once

#include "paper/box.h"
#include "paper/document.h"
#include "paper/page_template.h"
#include "report/page.h"

namespace hk::report {

/// The parts of a page with one map, by the names that templates know: title, facts, marks, map, heatmapLegend, studyLegend,
/// symbols, layers, hotspots, method, remarks, scale, north, footer. `frame`: where the map stands, millimetres (its neatline);
/// what depends on it (what lies outside, what the legend has to explain) is left out where it is empty.
paper::Material mapMaterial(const MapPagePtr& page, const QRectF& frame);

/// The page laid out by a template; `more` are further parts for it. The map's frame is found first. Besides mapMaterial's parts
/// there are inset and insetCaption (see map_inset.h) where the map's scale is insetFrom or larger.
paper::Sheet mapSheet(const MapPagePtr& page, const paper::SheetTemplate& look, const paper::Material& more = {});

/// The neatline of the map on that sheet, millimetres from the top left.
QRectF mapFrame(const MapPage& page, const paper::SheetTemplate& look, const paper::Material& more = {});

/// Title, subject, language and time of a document about that page; no sheets.
paper::Document emptyDocument(const MapPage& page);

/// The meeting map: its map, and sheets with what a method found in words and numbers where the page has a method.
/// `look` has the sheets "map" and "words".
paper::Document meetingMap(const MapPage& page, const paper::PageTemplate& look, const paper::Material& more = {});

} // namespace hk::report
