#pragma once

#include "chart/chart.h"
#include "core/period.h"
#include "workspace/snapshot.h"

#include <QDate>
#include <QStringList>
#include <vector>

namespace hk::report {

/// The charts of a selection for the window, with the numbers of a situation report's. Beside what is chosen,
/// and faded, stands what the same filter would find without its choice of months, hours, categories or
/// organisations, so that a choice never hides the others.
struct SelectionCharts {
    chart::MonthSeries months;
    std::vector<Period> periods; ///< of the months
    chart::HourBars
        hours; ///< a span in the hour that holds more than half of it, as the filter chooses by hours
    chart::BarList categories; ///< most first
    QStringList codes;         ///< of the categories' bars; empty: a code that the list does not have
    chart::BarList organisations;
    QStringList organisationNames; ///< as in the filter
};

/// Months beside those of a shorter period, so that it is seen among its neighbours.
inline constexpr std::size_t leastMonths = 13;

/// In the current language. `today`: local; days to come are not held against anything. Blocks, milliseconds
/// for 100 000 incidents without a text; any thread.
SelectionCharts selectionCharts(const workspace::Snapshot& snapshot, const IncidentFilter& filter,
                                const QDate& today);

} // namespace hk::report
