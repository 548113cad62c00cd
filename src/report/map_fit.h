#pragma once

#include "report/page.h"

#include <QRectF>
#include <QSizeF>

namespace hk::report {

/// The least round scale that is not below this: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
double roundScale(double atLeast);

/// The roundest scale, at least 1:`finest`, at which so much ground (metres) goes into a frame (millimetres).
double fittingScale(const QSizeF& ground, const QSizeF& frame, double finest);

/// The ground that holds the positions of these rows, SWEREF 99 TM: of those within workspace::studyRadius of
/// the hub where there are any. Never smaller than 400 m each way; empty for no rows.
QRectF extentOf(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows);

/// The page at the greatest round scale at which a map of this size (millimetres) shows that ground with some
/// room around it.
MapPage fitted(MapPage page, const QRectF& ground, const QSizeF& neatline);

} // namespace hk::report
