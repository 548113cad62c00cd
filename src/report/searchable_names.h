#pragma once

#include "map/viewport.h"

class QPainter;

namespace hk::map {
class LabelLayout;
}

namespace hk::report {

/// Writes each name that bends along its street once more, unseen, on a straight line and whole, so that a
/// search in the PDF finds it: level or upright, whichever is nearer to the street, because readers take text
/// at other angles apart letter by letter (tried with poppler on a page of Mölndal: 9 of 46 names were found
/// at the streets' own angles).
void paintSearchableNames(QPainter& painter, const map::LabelLayout& labels,
                          const map::MapViewport& viewport);

} // namespace hk::report
