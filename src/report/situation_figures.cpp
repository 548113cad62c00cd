#include "report/situation_figures.h"

#include "analysis/counts_by.h"
#include "methods/period_words.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace hk::report {

namespace {

using Rows = std::vector<std::uint32_t>;

/// What is counted.
struct Counted {
    const workspace::Snapshot& snapshot;
    const IncidentFilter& filter;
    const Rows& rows; ///< of the selection
};

using analysis::HotspotChange;
using analysis::IncidentTable;
using Against = SituationFigures::Against;

const QDate epoch(1970, 1, 1);

/// Local dates of the first and the last of these rows; nothing where there are none.
std::optional<std::pair<QDate, QDate>> datesOf(const IncidentTable& table, const Rows& rows)
{
    if (rows.empty())
        return std::nullopt;
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::uint32_t row : rows) {
        first = std::min(first, table.localDate[row]);
        last = std::max(last, table.localDate[row]);
    }
    return std::pair(epoch.addDays(first), epoch.addDays(last));
}

Period periodOf(const Counted& counted, const QDate& today)
{
    Period period{counted.filter.from, counted.filter.to};
    if (const auto dates = datesOf(*counted.snapshot.table, counted.rows)) {
        if (!period.from.isValid())
            period.from = dates->first;
        if (!period.to.isValid())
            period.to = dates->second.addDays(1);
    }
    // Days that are still to come would look like fewer incidents.
    if (period.isValid() && today.isValid() && today >= period.from)
        period.to = std::min(period.to, today.addDays(1));
    return period;
}

void findEarlier(SituationFigures& figures, const IncidentTable& table)
{
    if (!figures.period.isValid() || !figures.fileBegins.isValid())
        return;
    // A file that begins within the period, or has nothing at all there, does not know of it.
    const auto isKnown = [&](const Period& period) {
        const analysis::DateSpan span = methods::dateSpanOf(period);
        return figures.fileBegins <= period.from &&
               std::any_of(table.localDate.begin(), table.localDate.end(),
                           [&](std::int32_t date) { return span.contains(date); });
    };
    const auto hold = [&](Against against, const Period& period) {
        if (figures.against == Against::Nothing && isKnown(period)) {
            figures.against = against;
            figures.earlier = period;
        }
    };
    const Period& period = figures.period;
    if (period.from.addYears(1) >= period.to) {
        // Of a February that had 29 days the year before has 28: the last day goes by the day before the end.
        figures.yearBefore = {period.from.addYears(-1), period.to.addDays(-1).addYears(-1).addDays(1)};
        hold(Against::YearBefore, figures.yearBefore);
    }
    hold(Against::JustBefore, {period.from.addDays(-period.days()), period.from});
}

Rows rowsOf(const Counted& counted, const Period& period)
{
    IncidentFilter filter = counted.filter;
    filter.from = period.from;
    filter.to = period.to;
    return workspace::selectRows(counted.snapshot, filter).rows;
}

HotspotChange changeOf(const SituationFigures& figures, std::int64_t earlier, std::int64_t later)
{
    HotspotChange change;
    change.earlier = {earlier, static_cast<double>(figures.earlier.days())};
    change.later = {later, static_cast<double>(figures.period.days())};
    change.ratio = analysis::rateRatio(change.earlier, change.later);
    change.familyP = change.ratio.p;
    return change;
}

/// Kinds that occur in either period, most first; `isKnown`: whether a kind could have been counted in the
/// earlier one.
template <typename IsKnown>
std::vector<SituationCount> countsOf(const SituationFigures& figures, const std::vector<std::int64_t>& all,
                                     const std::vector<std::int64_t>& later,
                                     const std::vector<std::int64_t>& earlier, const IsKnown& isKnown)
{
    std::vector<SituationCount> counts;
    std::vector<HotspotChange> changes;
    std::vector<std::size_t> changed;
    for (std::size_t kind = 0; kind < all.size(); ++kind) {
        const bool held = figures.against != Against::Nothing && isKnown(kind);
        if (all[kind] == 0 && !(held && earlier[kind] > 0))
            continue;
        if (held) {
            changes.push_back(changeOf(figures, earlier[kind], later[kind]));
            changed.push_back(counts.size());
        }
        counts.push_back({kind, all[kind], {}, {}});
    }
    analysis::adjustForMany(changes);
    for (std::size_t i = 0; i < changes.size(); ++i)
        counts[changed[i]].change = changes[i];
    std::stable_sort(counts.begin(), counts.end(),
                     [](const SituationCount& a, const SituationCount& b) { return a.count > b.count; });
    return counts;
}

/// What each organisation told of, by category.
void addParts(SituationFigures& figures, const IncidentTable& table, const Rows& rows,
              std::size_t organisations, std::size_t categories)
{
    std::vector<std::int64_t> cells(organisations * categories, 0);
    for (const std::uint32_t row : rows)
        if (table.organisation[row] < organisations && table.category[row] < categories)
            ++cells[table.organisation[row] * categories + table.category[row]];
    for (SituationCount& organisation : figures.organisations) {
        for (std::size_t category = 0; category < categories; ++category)
            if (const std::int64_t count = cells[organisation.index * categories + category]; count > 0)
                organisation.parts.emplace_back(category, count);
        std::stable_sort(organisation.parts.begin(), organisation.parts.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
    }
}

void countKinds(SituationFigures& figures, const Counted& counted)
{
    const workspace::Snapshot& snapshot = counted.snapshot;
    const IncidentTable& table = *snapshot.table;
    const Rows& rows = counted.rows;
    const Rows later = analysis::rowsWithin(table, rows, methods::dateSpanOf(figures.period));
    const Rows earlier = figures.against == Against::Nothing ? Rows() : rowsOf(counted, figures.earlier);
    if (figures.against != Against::Nothing)
        figures.change = changeOf(figures, static_cast<std::int64_t>(earlier.size()),
                                  static_cast<std::int64_t>(later.size()));

    const std::size_t categories = snapshot.categories.all().size() + 1;
    figures.categories = countsOf(
        figures, analysis::countsBy(table.category, rows, categories), analysis::countsBy(table.category, later, categories),
        analysis::countsBy(table.category, earlier, categories), [](std::size_t) { return true; });

    // An organisation that began to report later had no say in the period before.
    const auto organisations = static_cast<std::size_t>(snapshot.organisations.size());
    std::vector<std::int32_t> begins(organisations, std::numeric_limits<std::int32_t>::max());
    for (std::size_t row = 0; row < table.size(); ++row)
        if (const std::size_t organisation = table.organisation[row]; organisation < organisations)
            begins[organisation] = std::min(begins[organisation], table.localDate[row]);
    const std::int32_t from =
        figures.against == Against::Nothing ? 0 : methods::dateSpanOf(figures.earlier).to;
    figures.organisations = countsOf(figures, analysis::countsBy(table.organisation, rows, organisations),
                                     analysis::countsBy(table.organisation, later, organisations),
                                     analysis::countsBy(table.organisation, earlier, organisations),
                                     [&](std::size_t i) { return begins[i] < from; });
    addParts(figures, table, rows, organisations, categories);
}

void countTimes(SituationFigures& figures, const Counted& counted, const Rows& allDates)
{
    const IncidentTable& table = *counted.snapshot.table;
    const Rows& rows = counted.rows;
    figures.weekHours =
        analysis::slotProfile(table, rows, analysis::hourSlots(), analysis::SpanRule::MoreThanHalf);
    figures.dayHours =
        analysis::slotProfile(table, rows, analysis::dayHourSlots(), analysis::SpanRule::MoreThanHalf);
    figures.peak = analysis::peakTime(analysis::weekProfileOf(figures.weekHours));
    if (!figures.period.isValid() || !figures.fileBegins.isValid())
        return;
    const analysis::DateSpan span = methods::dateSpanOf(figures.period);
    const auto known = static_cast<std::int32_t>(epoch.daysTo(figures.fileBegins));
    figures.months = analysis::monthCounts(table, allDates, known, span.from, span.to);
    if (figures.months.size() > SituationFigures::mostMonths)
        figures.months = analysis::yearCounts(table, allDates, known, span.from, span.to);
}

void findPlanned(SituationFigures& figures, const Counted& counted, const Rows& allDates)
{
    const workspace::Snapshot& snapshot = counted.snapshot;
    const IncidentTable& table = *snapshot.table;
    std::vector<bool> planned;
    for (const Category& category : snapshot.categories.all())
        planned.push_back(category.planned);
    const std::int32_t from = figures.period.isValid() ? methods::dateSpanOf(figures.period).from : 0;
    for (const std::uint32_t row : allDates)
        if (table.category[row] < planned.size() && planned[table.category[row]] &&
            table.localDate[row] >= from)
            figures.planned.push_back(row);
    std::stable_sort(figures.planned.begin(), figures.planned.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return table.fromUtc[a] < table.fromUtc[b]; });
    QSet<QUuid> interventions;
    for (const std::uint32_t row : counted.rows)
        if (const QUuid& intervention = snapshot.incidents[row]->intervention; !intervention.isNull()) {
            ++figures.linked;
            interventions.insert(intervention);
        }
    figures.interventions = interventions.size();
}

} // namespace

SituationFigures figuresOf(const workspace::Snapshot& snapshot, const IncidentFilter& filter,
                           const workspace::RowSelection& selection, const QDate& today)
{
    const IncidentTable& table = *snapshot.table;
    const Counted counted{snapshot, filter, selection.rows};
    SituationFigures figures;
    figures.count = static_cast<std::int64_t>(counted.rows.size());
    figures.period = periodOf(counted, today);
    if (!table.localDate.empty())
        figures.fileBegins = epoch.addDays(*std::min_element(table.localDate.begin(), table.localDate.end()));
    findEarlier(figures, table);
    countKinds(figures, counted);
    const Rows allDates = rowsOf(counted, {});
    countTimes(figures, counted, allDates);
    findPlanned(figures, counted, allDates);
    return figures;
}

SituationFigures figuresOf(const workspace::MapAnalysis& analysis, const QDate& today)
{
    return figuresOf(*analysis.snapshot, analysis.filter, analysis.selection, today);
}

} // namespace hk::report
