#pragma once

#include "report/page.h"

#include <QRectF>
#include <utility>
#include <vector>

namespace hk::report {

class Canvas;

/// Whether the page has a second one for what a method found: its words and numbers do not stand beside the map.
bool hasMethodPage(const MapPage& page);

/// Paints that second page: title, parameters, sentences, warnings, tables, bars and what was left out, equal to those on
/// screen. Rows without room are counted in a line.
void paintMethodPage(Canvas& canvas, const MapPage& page);

/// The parts that were given room, by kind ("words", "table", "bars"), in millimetres: none meets another.
std::vector<std::pair<QString, QRectF>> methodPageFrames(const MapPage& page);

} // namespace hk::report
