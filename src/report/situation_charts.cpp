#include "report/situation_charts.h"

#include "paper/beside_part.h"
#include "report/chart_part.h"
#include "report/figure_charts.h"

namespace hk::report {

namespace {

constexpr std::size_t mostBeside = 14; ///< months whose table stands beside their chart

} // namespace

paper::PartPtr kindBars(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    std::vector<paper::BesidePart::Column> columns;
    columns.push_back({std::make_shared<ChartPart>(categoriesOf(figures, snapshot)), 1.0});
    if (figures.organisations.size() > 1)
        columns.push_back({std::make_shared<ChartPart>(organisationsOf(figures, snapshot)), 1.0});
    return std::make_shared<paper::BesidePart>(std::move(columns));
}

bool monthsBeside(const SituationFigures& figures)
{
    return figures.months.size() <= mostBeside;
}

paper::PartPtr monthSeries(const SituationFigures& figures, paper::PartPtr table)
{
    if (figures.months.empty())
        return nullptr;
    constexpr double chartHeight = 50.0; // millimetres
    const paper::PartPtr chart = std::make_shared<ChartPart>(monthsOf(figures), chartHeight);
    if (!monthsBeside(figures))
        return chart;
    return std::make_shared<paper::BesidePart>(
        std::vector<paper::BesidePart::Column>{{chart, 1.7}, {std::move(table), 1.0}});
}

paper::PartPtr weekGrid(const SituationFigures& figures)
{
    constexpr double chartHeight = 52.0;
    return std::make_shared<ChartPart>(weekOf(figures), chartHeight);
}

paper::PartPtr hourBars(const SituationFigures& figures)
{
    constexpr double chartHeight = 38.0;
    return std::make_shared<ChartPart>(hoursOf(figures), chartHeight);
}

} // namespace hk::report
