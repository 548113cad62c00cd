#pragma once

#include <QLocale>
#include <QString>
#include <cstdint>
#include <vector>

/// The arithmetic of the time strip without a widget. Dates are local days since 1970-01-01.
namespace hk::ui {

enum class StripStep : std::uint8_t { Day, Week, Month, Year };

/// The finest step whose bars are at least `smallestBar` pixels wide; years where none is.
StripStep stripStepFor(std::int32_t days, double width, double smallestBar);
/// First day of the step that holds the date; weeks begin on Monday.
std::int32_t stripStepStart(std::int32_t date, StripStep step);
/// `count` steps on (or back) from a first day of a step.
std::int32_t stripStepMove(std::int32_t start, StripStep step, int count);

/// Bars of one width of step over a span of days.
struct StripBins {
    StripStep step = StripStep::Week;
    std::vector<std::int32_t>
        edges; ///< first day of each bar and the day after the last: one more than counts
    std::vector<std::uint32_t> counts;
    std::uint32_t maximum = 0;
    std::int32_t first() const { return edges.empty() ? 0 : edges.front(); }
    std::int32_t end() const { return edges.empty() ? 0 : edges.back(); }
    /// Bar that holds the date, clamped to the bars; -1 where there are none.
    int at(std::int32_t date) const;
    /// The edge nearest to a (fractional) day.
    std::int32_t nearestEdge(double day) const;
};
/// Counts dates (sorted ascending) per step; the bars cover whole steps from the one that holds `first` to
/// the one that holds `last`.
StripBins binDates(const std::vector<std::int32_t>& sorted, std::int32_t first, std::int32_t last,
                   StripStep step);

struct StripTick {
    std::int32_t date = 0;
    QString label; ///< empty: a mark without words
    bool year = false;
};
/// Marks for the axis: days, months or years by the room there is, the first of a year named by its year.
/// `labelWidth` is the room one label needs in pixels.
std::vector<StripTick> stripTicks(std::int32_t first, std::int32_t end, double pixelsPerDay,
                                  double labelWidth, const QLocale& locale);

} // namespace hk::ui
