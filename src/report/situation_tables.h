#pragma once

#include "methods/method_result.h"
#include "paper/table_part.h"
#include "report/page.h"
#include "report/situation_figures.h"

namespace hk::report {

/// By category, with what the counts are held against and what can be said; the last row is the sum. Beyond
/// mostRows the others are one row.
inline constexpr std::size_t mostRows = 40;
paper::TableData categoryTable(const SituationFigures& figures, const workspace::Snapshot& snapshot);
/// By organisation, with what it told of most.
paper::TableData organisationTable(const SituationFigures& figures, const workspace::Snapshot& snapshot);
/// By month (or year) with the same days a year before, "–" where the file does not reach back so far.
paper::TableData monthTable(const SituationFigures& figures);
/// The ranked hotspots as on the map, the first ten.
paper::TableData hotspotTable(const MapPage& page);
/// Hotspots of both periods together with their change; the first ten.
paper::TableData placeTable(const SituationFigures& figures, const methods::MethodResult& comparison);
/// Incidents of planned categories: when, what, where and who tells of it.
paper::TableData plannedTable(const SituationFigures& figures, const workspace::Snapshot& snapshot);

} // namespace hk::report
