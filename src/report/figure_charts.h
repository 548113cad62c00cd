#pragma once

#include "chart/chart.h"
#include "report/situation_figures.h"

namespace hk::report {

/// The charts of figures, as values in the current language: the same on paper and in the window.
chart::MonthSeries monthsOf(const SituationFigures& figures);
chart::WeekGrid weekOf(const SituationFigures& figures);
chart::HourBars hoursOf(const SituationFigures& figures);
/// By category or organisation, in the order of the figures; a mark where the period before was.
chart::BarList categoriesOf(const SituationFigures& figures, const workspace::Snapshot& snapshot);
chart::BarList organisationsOf(const SituationFigures& figures, const workspace::Snapshot& snapshot);

/// One column of the months; `faded`: it lies outside the period.
chart::MonthSeries::Month monthOf(const analysis::CalendarCount& count, bool faded = false);

} // namespace hk::report
