#pragma once

#include "paper/part.h"
#include "report/situation_figures.h"

namespace hk::report {

/// The most common categories, and the organisations, as bars side by side; a mark where the period before
/// was.
paper::PartPtr kindBars(const SituationFigures& figures, const workspace::Snapshot& snapshot);
/// Months, or years, with the year before, beside their table where this is short; null without any.
paper::PartPtr monthSeries(const SituationFigures& figures, paper::PartPtr table);
/// Whether the table of months stands beside the series.
bool monthsBeside(const SituationFigures& figures);
paper::PartPtr weekGrid(const SituationFigures& figures);
paper::PartPtr hourBars(const SituationFigures& figures);

} // namespace hk::report
