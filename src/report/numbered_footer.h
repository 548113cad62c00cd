#pragma once

#include "report/page.h"

namespace hk::report {

/// The foot of one of several sheets: as that of a sheet with a map, and "3 (12)". `frame`: of the map whose sources are named,
/// millimetres; empty: none.
paper::PartPtr numberedFooter(const MapPage& page, const QRectF& frame, int sheet, int count);

} // namespace hk::report
