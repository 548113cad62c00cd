#include "report/selection_charts.h"

#include "analysis/counts_by.h"
#include "methods/period_words.h"
#include "report/figure_charts.h"
#include "report/situation_words.h"
#include "report/translated.h"

#include <algorithm>

namespace hk::report {

namespace {

using analysis::CalendarCount;
using analysis::IncidentTable;
using Rows = std::vector<std::uint32_t>;

const QDate epoch(1970, 1, 1);

Rows rowsWithout(const workspace::Snapshot& snapshot, IncidentFilter filter,
                 const workspace::FilterIndex& index, void (*drop)(IncidentFilter&))
{
    drop(filter);
    return workspace::selectRows(snapshot, filter, index).rows;
}

Period periodOf(const CalendarCount& count)
{
    const QDate from(count.year, std::max(1, count.month), 1);
    return {from, count.month == 0 ? from.addYears(1) : from.addMonths(1)};
}

QDate monthOfDate(const QDate& date)
{
    return {date.year(), date.month(), 1};
}

/// The months around a period that are shown beside it: [first, second), beginnings of months.
Period among(const SituationFigures& figures, const QDate& lastOfFile)
{
    Period shown{monthOfDate(figures.period.from), monthOfDate(figures.period.to.addDays(-1)).addMonths(1)};
    std::size_t months = figures.months.size();
    const QDate first = monthOfDate(figures.fileBegins);
    const QDate end = monthOfDate(lastOfFile).addMonths(1);
    for (bool grown = true; grown && months < leastMonths;) {
        grown = false;
        if (shown.from > first) {
            shown.from = shown.from.addMonths(-1);
            grown = true;
            ++months;
        }
        if (months < leastMonths && shown.to < end) {
            shown.to = shown.to.addMonths(1);
            grown = true;
            ++months;
        }
    }
    return shown;
}

/// The counts of the period as they stand on paper, and whole months before and after it.
void addMonths(SelectionCharts& charts, const SituationFigures& figures, const workspace::Snapshot& snapshot,
               const IncidentFilter& filter, const workspace::FilterIndex& index, const QDate& today)
{
    charts.months = monthsOf(figures);
    for (const CalendarCount& count : figures.months)
        charts.periods.push_back(periodOf(count));
    const bool cut = filter.from.isValid() || filter.to.isValid();
    if (!cut || figures.months.empty() || figures.months.front().month == 0 ||
        figures.months.size() >= leastMonths)
        return;
    const IncidentTable& table = *snapshot.table;
    const QDate last =
        std::min(epoch.addDays(*std::max_element(table.localDate.begin(), table.localDate.end())),
                 today.isValid() ? today : QDate::fromJulianDay(std::numeric_limits<qint32>::max()));
    const Period shown = among(figures, std::max(last, figures.fileBegins));
    const Rows rows = rowsWithout(snapshot, filter, index, [](IncidentFilter& f) { f.from = f.to = {}; });
    const analysis::DateSpan span = methods::dateSpanOf(shown);
    const auto known = static_cast<std::int32_t>(epoch.daysTo(figures.fileBegins));
    std::vector<chart::MonthSeries::Month> months;
    std::vector<Period> periods;
    for (const CalendarCount& count : analysis::monthCounts(table, rows, known, span.from, span.to)) {
        const Period period = periodOf(count);
        const auto chosen = std::find(charts.periods.begin(), charts.periods.end(), period);
        months.push_back(chosen != charts.periods.end()
                             ? charts.months.months[static_cast<std::size_t>(chosen - charts.periods.begin())]
                             : monthOf(count, true));
        periods.push_back(period);
    }
    charts.months.months = std::move(months);
    charts.periods = std::move(periods);
}

void addHours(SelectionCharts& charts, const SituationFigures& figures, const workspace::Snapshot& snapshot,
              const IncidentFilter& filter, const workspace::FilterIndex& index)
{
    charts.hours = hoursOf(figures);
    if (const auto without = static_cast<int>(figures.dayHours.leftOut + figures.dayHours.undecided); without > 0)
        charts.hours.heading.remark = Tr::tr("%Ln have no hour of their own", "what a chart leaves out", without);
    if (filter.hours.none())
        return;
    const Rows rows = rowsWithout(snapshot, filter, index, [](IncidentFilter& f) { f.hours.reset(); });
    const analysis::SlotProfile all = analysis::slotProfile(*snapshot.table, rows, analysis::dayHourSlots(),
                                                            analysis::SpanRule::MoreThanHalf);
    for (std::size_t hour = 0; hour < charts.hours.values.size(); ++hour) {
        bool chosen = false;
        for (std::size_t day = 0; day < 7; ++day)
            chosen = chosen || filter.hours.test(24 * day + hour);
        if (chosen)
            continue;
        charts.hours.faded.set(hour);
        charts.hours.values[hour] = all.weights[hour];
    }
}

/// A bar with what it stands for.
struct NamedBar {
    chart::BarList::Bar bar;
    QString name;
};

/// The bars of what is chosen, those of `others` that are not chosen, most first.
void addOthers(chart::BarList& list, QStringList& names, std::vector<NamedBar> others)
{
    std::vector<NamedBar> all;
    for (std::size_t i = 0; i < list.bars.size(); ++i)
        all.push_back({list.bars[i], names.at(static_cast<qsizetype>(i))});
    all.insert(all.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    std::stable_sort(all.begin(), all.end(),
                     [](const NamedBar& a, const NamedBar& b) { return a.bar.value > b.bar.value; });
    list.bars.clear();
    names.clear();
    for (NamedBar& each : all) {
        list.bars.push_back(std::move(each.bar));
        names.append(each.name);
    }
}

/// What the filter would find of each kind that it does not choose. `name`, `words`: by the kind's index.
template <typename Name, typename Words>
std::vector<NamedBar> othersOf(const std::vector<std::int64_t>& counts, const QStringList& chosen, const Name& name,
                               const Words& words)
{
    std::vector<NamedBar> others;
    for (std::size_t kind = 0; kind < counts.size(); ++kind)
        if (counts[kind] > 0 && !chosen.contains(name(kind)))
            others.push_back({{words(kind), static_cast<double>(counts[kind]), {}, true}, name(kind)});
    return others;
}

void addKinds(SelectionCharts& charts, const SituationFigures& figures, const workspace::Snapshot& snapshot,
              const IncidentFilter& filter, const workspace::FilterIndex& index)
{
    const std::vector<Category>& categories = snapshot.categories.all();
    const auto code = [&](std::size_t kind) {
        return kind < categories.size() ? categories[kind].code : QString();
    };
    const auto organisation = [&](std::size_t kind) {
        return snapshot.organisations.value(static_cast<qsizetype>(kind));
    };
    charts.categories = categoriesOf(figures, snapshot);
    charts.organisations = organisationsOf(figures, snapshot);
    for (const SituationCount& count : figures.categories)
        charts.codes.append(code(count.index));
    for (const SituationCount& count : figures.organisations)
        charts.organisationNames.append(organisation(count.index));

    std::vector<NamedBar> others;
    if (!filter.categories.isEmpty()) {
        const Rows rows =
            rowsWithout(snapshot, filter, index, [](IncidentFilter& f) { f.categories.clear(); });
        others = othersOf(analysis::countsBy(snapshot.table->category, rows, categories.size()), filter.categories, code,
                          [&](std::size_t kind) { return categoryWords(snapshot.categories, kind); });
    }
    addOthers(charts.categories, charts.codes, std::move(others));
    others.clear();
    if (!filter.organisations.isEmpty()) {
        const Rows rows =
            rowsWithout(snapshot, filter, index, [](IncidentFilter& f) { f.organisations.clear(); });
        others = othersOf(analysis::countsBy(snapshot.table->organisation, rows,
                                  static_cast<std::size_t>(snapshot.organisations.size())),
                          filter.organisations, organisation,
                          [&](std::size_t kind) { return organisationWords(snapshot, kind); });
    }
    addOthers(charts.organisations, charts.organisationNames, std::move(others));
}

} // namespace

SelectionCharts selectionCharts(const workspace::Snapshot& snapshot, const IncidentFilter& filter,
                                const QDate& today)
{
    SelectionCharts charts;
    if (!snapshot.table)
        return charts;
    const workspace::FilterIndex index = workspace::indexOf(filter);
    const SituationFigures figures =
        figuresOf(snapshot, filter, workspace::selectRows(snapshot, filter, index), today);
    addMonths(charts, figures, snapshot, filter, index, today);
    addHours(charts, figures, snapshot, filter, index);
    addKinds(charts, figures, snapshot, filter, index);
    return charts;
}

} // namespace hk::report
