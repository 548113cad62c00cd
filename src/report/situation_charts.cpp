#include "report/situation_charts.h"

#include "paper/beside_part.h"
#include "report/chart_part.h"
#include "report/situation_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>

namespace hk::report {

namespace {

constexpr std::size_t mostBeside = 14; ///< months whose table stands beside their chart

template <typename Name>
chart::BarList barsOf(const QString& title, const SituationFigures& figures,
                      const std::vector<SituationCount>& counts, const Name& name)
{
    chart::BarList list;
    list.heading = {title, Tr::tr("incidents", "unit of bars")};
    if (figures.against != SituationFigures::Against::Nothing)
        list.referenceName = againstTitle(figures);
    for (const SituationCount& each : counts) {
        chart::BarList::Bar bar{name(each.index), static_cast<double>(each.count), {}};
        if (each.change)
            bar.reference = static_cast<double>(each.change->earlier.count);
        list.bars.push_back(std::move(bar));
    }
    return list;
}

} // namespace

paper::PartPtr kindBars(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    const auto category = [&](std::size_t index) { return categoryWords(snapshot.categories, index); };
    const auto organisation = [&](std::size_t index) { return organisationWords(snapshot, index); };
    std::vector<paper::BesidePart::Column> columns;
    columns.push_back(
        {std::make_shared<ChartPart>(barsOf(Tr::tr("Categories"), figures, figures.categories, category)),
         1.0});
    if (figures.organisations.size() > 1)
        columns.push_back({std::make_shared<ChartPart>(
                               barsOf(Tr::tr("Organisations"), figures, figures.organisations, organisation)),
                           1.0});
    return std::make_shared<paper::BesidePart>(std::move(columns));
}

bool monthsBeside(const SituationFigures& figures)
{
    return figures.months.size() <= mostBeside;
}

paper::PartPtr monthSeries(const SituationFigures& figures, paper::PartPtr table)
{
    if (figures.months.empty() || figures.months.front().month == 0)
        return nullptr;
    constexpr double chartHeight = 50.0; // millimetres
    chart::MonthSeries series;
    series.heading = {Tr::tr("Months"), Tr::tr("incidents", "unit of bars")};
    series.name = Tr::tr("The period");
    series.referenceName = Tr::tr("a year before");
    for (const analysis::CalendarCount& each : figures.months) {
        chart::MonthSeries::Month month{
            each.year, each.month, static_cast<double>(each.count), {}, each.whole};
        if (each.yearBefore)
            month.yearBefore = static_cast<double>(*each.yearBefore);
        series.months.push_back(month);
    }
    const paper::PartPtr chart = std::make_shared<ChartPart>(std::move(series), chartHeight);
    if (!monthsBeside(figures))
        return chart;
    return std::make_shared<paper::BesidePart>(
        std::vector<paper::BesidePart::Column>{{chart, 1.7}, {std::move(table), 1.0}});
}

paper::PartPtr weekGrid(const SituationFigures& figures)
{
    constexpr double chartHeight = 52.0;
    chart::WeekGrid grid;
    grid.heading = {Tr::tr("Weekday and hour"), Tr::tr("incidents", "unit of bars")};
    std::copy(figures.weekHours.weights.begin(), figures.weekHours.weights.end(), grid.values.begin());
    return std::make_shared<ChartPart>(grid, chartHeight);
}

paper::PartPtr hourBars(const SituationFigures& figures)
{
    constexpr double chartHeight = 38.0;
    chart::HourBars bars;
    bars.heading = {Tr::tr("Hours of the day"), Tr::tr("incidents", "unit of bars")};
    std::copy(figures.dayHours.weights.begin(), figures.dayHours.weights.end(), bars.values.begin());
    return std::make_shared<ChartPart>(bars, chartHeight);
}

} // namespace hk::report
