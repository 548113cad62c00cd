#include "chart/chart.h"

namespace hk::chart {

ChartPtr laidOutAny(const Data& data, const QRectF& area, const Style& style)
{
    return std::visit([&](const auto& chart) { return laidOut(chart, area, style); }, data);
}

const Heading& headingOf(const Data& data)
{
    return std::visit([](const auto& chart) -> const Heading& { return chart.heading; }, data);
}

} // namespace hk::chart
