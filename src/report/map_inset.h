#pragma once

#include "map/study_layer.h"
#include "report/page.h"

#include <QRectF>
#include <QSizeF>

namespace hk::report {

/// The smallest scale (1:N) of a map that gets an inset: further out one sees where it lies.
inline constexpr double insetFrom = 10'000.0;

/// The outline of a map's ground (SWEREF 99 TM), for an overview; its words at the northern end.
map::StudyShape frameMark(const QRectF& ground, const QString& label = {});

/// A number or a word in the middle of a place, without an outline.
map::StudyShape numberMark(const Sweref99& middle, const QString& label);

/// The page without its data, with these marks: what an overview shows. Scale and centre are the page's own.
MapPage overviewOf(MapPage page, std::vector<map::StudyShape> marks);

/// Where a map lies: a smaller map, of at least three times its ground each way, with its frame marked. `ground`: that of the
/// map; `frame`: of the inset, millimetres.
MapPage insetOf(const MapPage& page, const QRectF& ground, const QSizeF& frame);

} // namespace hk::report
