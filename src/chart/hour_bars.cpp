#include "chart/columns.h"
#include "chart/translated.h"
#include "chart/week_cells.h"

namespace hk::chart {

ChartPtr laidOut(const HourBars& bars, const QRectF& area, const Style& style)
{
    const std::vector<double> values(bars.values.begin(), bars.values.end());
    Frame frame(bars.heading, area, style, values);
    std::vector<Column> made;
    for (std::size_t hour = 0; hour < values.size(); ++hour) {
        Column column;
        column.value = values[hour];
        // As in the grid of the week, beginning where the ramp is seen on its ground.
        column.colour = style.look.ramp(frame.greatest() > 0 ? 0.25 + 0.6 * finite(values[hour]) / frame.greatest() : 0.0);
        column.label = hourName(static_cast<int>(hour));
        column.name =
            Tr::tr("%1–%2", "first hour, hour after").arg(column.label, hourName(static_cast<int>(hour) + 1));
        column.faded = bars.faded.test(hour);
        made.push_back(column);
    }
    return columns(std::move(frame), std::move(made), {});
}

} // namespace hk::chart
