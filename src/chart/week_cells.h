#pragma once

#include "chart/letters.h"

#include <array>
#include <bitset>
#include <optional>

namespace hk::chart {

inline constexpr int daysOfWeek = 7;
inline constexpr int hoursOfDay = 24;

/// "fre" or "fredag", 0 = Monday, as the locale writes it in a heading.
QString weekdayName(int weekday, bool full);
/// "07"
QString hourName(int hour);

/// The grid of the hours of a week: what its chart and the window's chooser of hours have in common. Labels stand to
/// the left of the cells and above them.
class WeekCells {
public:
    /// What stands out.
    struct Marks {
        std::bitset<168> chosen = {}; ///< the others are pale; none: all are chosen
        std::optional<int> weekday = {};
        std::optional<int> hour = {};
    };

    /// `wholeUnits` makes all cells alike on a screen.
    WeekCells(const QRectF& area, const Style& style, bool wholeUnits);

    static double labelWidth(const Letters& letters);
    static double labelHeight(const Letters& letters);

    QRectF area() const { return m_cells; }
    QRectF cell(int weekday, int hour) const;
    /// Of a value beside the highest.
    QColor colour(double value, double highest) const;

    void paintLabels(QPainter& painter, const Marks& marks) const;
    void paintCells(QPainter& painter, const std::array<double, 168>& values, double highest, const Marks& marks) const;

private:
    Style m_style;
    Letters m_letters;
    QRectF m_area;
    QRectF m_cells;
    double m_gap;
};

} // namespace hk::chart
