#include "page_fixture.h"
#include "report/figure_charts.h"
#include "report/selection_charts.h"
#include "stored_file.h"
#include "support/catch.h"

#include <numeric>

using namespace hk;
using namespace hk::report;

namespace {

const QDate today(2026, 11, 23);

const test::StoredFile& file()
{
    static const test::StoredFile stored(test::sampleOfTwoYears());
    return stored;
}

const workspace::Snapshot& snapshot()
{
    return *file().snapshot();
}

qint64 selected(const IncidentFilter& filter)
{
    return static_cast<qint64>(workspace::selectRows(snapshot(), filter).rows.size());
}

IncidentFilter quarter()
{
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 15);
    filter.to = QDate(2026, 4, 1);
    return filter;
}

} // namespace

TEST_CASE("the charts of the window have the numbers of the report", "[report]")
{
    IncidentFilter filter;
    filter.from = QDate(2025, 1, 1);
    filter.to = QDate(2026, 7, 1);
    const SelectionCharts charts = selectionCharts(snapshot(), filter, today);
    const SituationFigures figures = figuresOf(*file().analysis(filter), today);
    const chart::MonthSeries months = monthsOf(figures);
    REQUIRE(charts.months.months.size() == months.months.size());
    for (std::size_t i = 0; i < months.months.size(); ++i) {
        CHECK(charts.months.months[i].value == months.months[i].value);
        CHECK(charts.months.months[i].yearBefore == months.months[i].yearBefore);
        CHECK_FALSE(charts.months.months[i].faded);
    }
    CHECK(charts.hours.values == hoursOf(figures).values);
    CHECK(charts.hours.faded.none());
    const chart::BarList categories = categoriesOf(figures, snapshot());
    REQUIRE(charts.categories.bars.size() == categories.bars.size());
    for (std::size_t i = 0; i < categories.bars.size(); ++i) {
        CHECK(charts.categories.bars[i].label == categories.bars[i].label);
        CHECK(charts.categories.bars[i].value == categories.bars[i].value);
        CHECK(charts.categories.bars[i].reference == categories.bars[i].reference);
    }
}

TEST_CASE("a short period is seen among its neighbours, which are what choosing them would find", "[report]")
{
    const IncidentFilter filter = quarter();
    const SelectionCharts charts = selectionCharts(snapshot(), filter, today);
    REQUIRE(charts.months.months.size() == leastMonths);
    REQUIRE(charts.periods.size() == leastMonths);
    int chosen = 0;
    double sum = 0.0;
    for (std::size_t i = 0; i < charts.periods.size(); ++i) {
        const chart::MonthSeries::Month& month = charts.months.months[i];
        const Period& period = charts.periods[i];
        CAPTURE(month.year, month.month);
        if (i > 0)
            CHECK(charts.periods[i - 1].to == period.from);
        const bool inside = period.overlaps({filter.from, filter.to});
        CHECK(month.faded == !inside);
        IncidentFilter other = filter;
        other.from = inside ? std::max(filter.from, period.from) : period.from;
        other.to = period.to;
        CHECK(month.value == static_cast<double>(selected(other)));
        if (inside) {
            ++chosen;
            sum += month.value;
            CHECK(month.whole == (period.from >= filter.from));
        }
    }
    CHECK(chosen == 3);
    CHECK(sum == static_cast<double>(selected(filter)));
}

TEST_CASE("what is not chosen stands beside what is, with the number that choosing it would give", "[report]")
{
    const SelectionCharts all = selectionCharts(snapshot(), {}, today);
    IncidentFilter filter;
    filter.categories = {all.codes.at(1)};
    filter.organisations = {all.organisationNames.at(0)};
    for (int hour = 18; hour < 24; ++hour)
        filter.hours.set(static_cast<std::size_t>(4 * 24 + hour));
    const SelectionCharts charts = selectionCharts(snapshot(), filter, today);

    REQUIRE(charts.codes.size() > 3);
    REQUIRE(static_cast<std::size_t>(charts.codes.size()) == charts.categories.bars.size());
    for (qsizetype i = 0; i < charts.codes.size(); ++i) {
        const chart::BarList::Bar& bar = charts.categories.bars[static_cast<std::size_t>(i)];
        CAPTURE(charts.codes.at(i).toStdString());
        CHECK(bar.faded == (charts.codes.at(i) != filter.categories.first()));
        IncidentFilter other = filter;
        other.categories = {charts.codes.at(i)};
        CHECK(bar.value == static_cast<double>(selected(other)));
    }
    for (qsizetype i = 0; i < charts.organisationNames.size(); ++i) {
        IncidentFilter other = filter;
        other.organisations = {charts.organisationNames.at(i)};
        const chart::BarList::Bar& bar = charts.organisations.bars[static_cast<std::size_t>(i)];
        CHECK(bar.value == static_cast<double>(selected(other)));
        CHECK(bar.faded == (i != charts.organisationNames.indexOf(filter.organisations.first())));
    }
    for (std::size_t hour = 0; hour < 24; ++hour) {
        CAPTURE(hour);
        CHECK(charts.hours.faded.test(hour) == (hour < 18));
        IncidentFilter other = filter;
        if (hour < 18)
            other.hours.reset();
        WeekHours any;
        for (std::size_t day = 0; day < 7; ++day)
            any.set(24 * day + hour);
        other.hours = hour < 18 ? any : filter.hours & any;
        CHECK(charts.hours.values[hour] == static_cast<double>(selected(other)));
    }
}

TEST_CASE("charts of nothing are empty and say so", "[report]")
{
    IncidentFilter filter;
    filter.text = QStringLiteral("no incident has these words");
    const SelectionCharts charts = selectionCharts(snapshot(), filter, today);
    CHECK(charts.categories.bars.empty());
    CHECK(charts.periods.size() == charts.months.months.size());
    CHECK(selectionCharts(workspace::Snapshot{}, {}, today).codes.isEmpty());
}
