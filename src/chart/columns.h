#pragma once

#include "chart/parts.h"

namespace hk::chart {

/// A column of a chart whose bars stand side by side.
struct Column {
    double value = 0.0;
    QColor colour;
    bool hollow = false;
    QString name;     ///< in words
    QString label;    ///< below the axis; shown where there is room
    QString subLabel; ///< below the label, such as a year
    std::optional<double> reference = {};
    bool faded = false; ///< not chosen
};

struct ColumnsKey {
    QString values;     ///< empty: no key
    QString references; ///< of the line
    QString hollow;     ///< of hollow bars; empty: there are none
};

/// Bars side by side with their numbers, and a line of what they are held against.
ChartPtr columns(Frame frame, std::vector<Column> columns, const ColumnsKey& key);

} // namespace hk::chart
