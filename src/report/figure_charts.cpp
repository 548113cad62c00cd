#include "report/figure_charts.h"

#include "report/situation_words.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

QString unit()
{
    return Tr::tr("incidents", "unit of bars");
}

template <typename Name>
chart::BarList barsOf(const QString& title, const SituationFigures& figures,
                      const std::vector<SituationCount>& counts, const Name& name)
{
    chart::BarList list;
    list.heading = {title, unit()};
    if (figures.against != SituationFigures::Against::Nothing)
        list.referenceName = againstTitle(figures);
    for (const SituationCount& each : counts) {
        chart::BarList::Bar bar{name(each.index), static_cast<double>(each.count)};
        if (each.change)
            bar.reference = static_cast<double>(each.change->earlier.count);
        list.bars.push_back(std::move(bar));
    }
    return list;
}

} // namespace

chart::MonthSeries::Month monthOf(const analysis::CalendarCount& count, bool faded)
{
    chart::MonthSeries::Month month{count.year, count.month, static_cast<double>(count.count),
                                    {},         count.whole, faded};
    if (count.yearBefore)
        month.yearBefore = static_cast<double>(*count.yearBefore);
    return month;
}

chart::MonthSeries monthsOf(const SituationFigures& figures)
{
    chart::MonthSeries series;
    const bool years = !figures.months.empty() && figures.months.front().month == 0;
    series.heading = {years ? Tr::tr("Years") : Tr::tr("Months"), unit()};
    series.name = Tr::tr("The period");
    series.referenceName = Tr::tr("a year before");
    for (const analysis::CalendarCount& each : figures.months)
        series.months.push_back(monthOf(each));
    return series;
}

chart::WeekGrid weekOf(const SituationFigures& figures)
{
    chart::WeekGrid grid;
    grid.heading = {Tr::tr("Weekday and hour"), unit()};
    std::copy(figures.weekHours.weights.begin(), figures.weekHours.weights.end(), grid.values.begin());
    return grid;
}

chart::HourBars hoursOf(const SituationFigures& figures)
{
    chart::HourBars bars;
    bars.heading = {Tr::tr("Hours of the day"), unit()};
    std::copy(figures.dayHours.weights.begin(), figures.dayHours.weights.end(), bars.values.begin());
    return bars;
}

chart::BarList categoriesOf(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    return barsOf(Tr::tr("Categories"), figures, figures.categories,
                  [&](std::size_t index) { return categoryWords(snapshot.categories, index); });
}

chart::BarList organisationsOf(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    return barsOf(Tr::tr("Organisations"), figures, figures.organisations,
                  [&](std::size_t index) { return organisationWords(snapshot, index); });
}

} // namespace hk::report
