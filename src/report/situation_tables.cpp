#include "report/situation_tables.h"

#include "methods/period_words.h"
#include "report/page_words.h"
#include "report/situation_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>

namespace hk::report {

namespace {

using analysis::HotspotChange;
using paper::TableData;

const QString nothing = QStringLiteral("–");

/// "+12 %", "–" where there are too few for a percentage.
QString changeWords(const HotspotChange& change)
{
    const double share = change.ratio.change();
    return std::isfinite(share) ? methods::signedPercent(share) : nothing;
}

/// Earlier count, change and verdict; three dashes where nothing is known of the period before.
QStringList changeCells(const std::optional<HotspotChange>& change)
{
    if (!change)
        return {nothing, nothing, nothing};
    return {text::number(static_cast<qint64>(change->earlier.count)), changeWords(*change),
            methods::verdictName(methods::verdictOf(*change))};
}

QString shareOf(std::int64_t part, std::int64_t all)
{
    return all > 0 ? text::percent(static_cast<double>(part) / static_cast<double>(all)) : nothing;
}

/// Columns of a table of totals: what is counted, how many, which share, and the change where there is
/// something to hold it against.
TableData totals(const QString& title, const QString& what, const SituationFigures& figures)
{
    TableData data;
    data.title = title;
    data.columns = {
        {what}, {Tr::tr("Incidents", "head of a column of numbers"), false}, {Tr::tr("Share"), false}};
    if (figures.against != SituationFigures::Against::Nothing) {
        data.columns.push_back({againstTitle(figures), false});
        data.columns.push_back({Tr::tr("Change"), false});
        data.columns.push_back({Tr::tr("What can be said")});
    }
    return data;
}

void addRow(TableData& data, const SituationFigures& figures, const QString& name, std::int64_t count,
            const std::optional<HotspotChange>& change)
{
    QStringList row{name, text::number(static_cast<qint64>(count)), shareOf(count, figures.count)};
    if (figures.against != SituationFigures::Against::Nothing)
        row.append(changeCells(change));
    data.rows.push_back(std::move(row));
}

/// The rows beyond the most that a table has, in one.
void addOthers(TableData& data, const SituationFigures& figures, const std::vector<SituationCount>& counts)
{
    if (counts.size() <= mostRows)
        return;
    std::int64_t count = 0;
    std::int64_t earlier = 0;
    bool known = true;
    for (std::size_t i = mostRows; i < counts.size(); ++i) {
        count += counts[i].count;
        known = known && counts[i].change;
        earlier += counts[i].change ? counts[i].change->earlier.count : 0;
    }
    QStringList row{
        Tr::tr("%Ln other(s)", "rows of a table put together", static_cast<int>(counts.size() - mostRows)),
        text::number(static_cast<qint64>(count)), shareOf(count, figures.count)};
    if (figures.against != SituationFigures::Against::Nothing)
        row.append({known ? text::number(static_cast<qint64>(earlier)) : nothing, QString(), QString()});
    data.rows.push_back(std::move(row));
}

void addSum(TableData& data, const SituationFigures& figures)
{
    data.sumRow = static_cast<int>(data.rows.size());
    addRow(data, figures, Tr::tr("All", "the row of totals"), figures.count, figures.change);
}

} // namespace

TableData categoryTable(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    TableData data = totals(Tr::tr("By category"), Tr::tr("Category"), figures);
    for (std::size_t i = 0; i < std::min(figures.categories.size(), mostRows); ++i)
        addRow(data, figures, categoryWords(snapshot.categories, figures.categories[i].index),
               figures.categories[i].count, figures.categories[i].change);
    addOthers(data, figures, figures.categories);
    addSum(data, figures);
    return data;
}

TableData organisationTable(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    constexpr std::size_t mostNamed = 3;
    TableData data = totals(Tr::tr("By organisation"), Tr::tr("Organisation"), figures);
    data.columns.insert(data.columns.begin() + 3, {Tr::tr("Most of it")});
    const auto addParts = [&](const QString& words) { data.rows.back().insert(3, words); };
    for (std::size_t i = 0; i < std::min(figures.organisations.size(), mostRows); ++i) {
        const SituationCount& each = figures.organisations[i];
        QStringList parts;
        for (std::size_t k = 0; k < std::min(each.parts.size(), mostNamed); ++k)
            if (each.parts[k].first < snapshot.categories.all().size())
                parts.append(QStringLiteral("%1 %2").arg(snapshot.categories.all()[each.parts[k].first].code,
                                                         shareOf(each.parts[k].second, each.count)));
        addRow(data, figures, organisationWords(snapshot, each.index), each.count, each.change);
        addParts(parts.join(QStringLiteral(", ")));
    }
    if (figures.organisations.size() > mostRows) {
        addOthers(data, figures, figures.organisations);
        addParts({});
    }
    addSum(data, figures);
    addParts({});
    if (figures.against != SituationFigures::Against::Nothing)
        data.note = Tr::tr("A dash: the organisation did not report then, or there are too few for a "
                           "percentage. More from an organisation may be more reporting.");
    return data;
}

TableData monthTable(const SituationFigures& figures)
{
    TableData data;
    const bool years = !figures.months.empty() && figures.months.front().month == 0;
    data.title = years ? Tr::tr("By year") : Tr::tr("By month");
    data.columns = {{years ? Tr::tr("Year") : Tr::tr("Month")},
                    {Tr::tr("Incidents", "head of a column of numbers"), false},
                    {Tr::tr("A year before"), false}};
    bool cut = false;
    for (const analysis::CalendarCount& each : figures.months) {
        QString name = years ? QString::number(each.year)
                             : Tr::tr("%1 %2", "month and year")
                                   .arg(QLocale().standaloneMonthName(each.month, QLocale::LongFormat))
                                   .arg(each.year);
        if (!each.whole)
            name += QStringLiteral(" *");
        cut = cut || !each.whole;
        data.rows.push_back({name, text::number(qint64{each.count}),
                             each.yearBefore ? text::number(qint64{*each.yearBefore}) : nothing});
    }
    QStringList notes;
    if (cut)
        notes.append(
            Tr::tr("*: not all of its days are in the period; the year before is of the same days."));
    if (std::any_of(figures.months.begin(), figures.months.end(),
                    [](const auto& each) { return !each.yearBefore; }))
        notes.append(Tr::tr("A dash: the file does not reach back so far."));
    data.note = notes.join(QLatin1Char(' '));
    return data;
}

TableData hotspotTable(const MapPage& page)
{
    constexpr std::size_t most = 10;
    TableData data;
    data.title = Tr::tr("Hotspots of the period");
    data.columns = {{Tr::tr("No."), false, true},
                    {Tr::tr("Place")},
                    {Tr::tr("Incidents", "head of a column of numbers"), false},
                    {Tr::tr("Area, ha", "head of a column of numbers"), false},
                    {Tr::tr("Per km²", "head of a column: incidents per km²"), false},
                    {Tr::tr("What")},
                    {Tr::tr("When")}};
    const std::size_t shown = std::min(page.hotspots.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const workspace::HotspotRow& row = page.hotspots[i];
        data.rows.push_back({QString::number(row.rank), row.name, text::number(row.incidents),
                             text::number(row.areaHectares, 1), density(page, row.densityPerKm2),
                             row.categories, row.hours.isEmpty() ? Tr::tr("too few to say") : row.hours});
    }
    QStringList notes{codeKey(page, static_cast<int>(shown)), hotspotsNote(page)};
    if (page.hotspots.size() > shown)
        notes.prepend(moreHotspots(static_cast<int>(page.hotspots.size() - shown)));
    data.note = notes.join(QStringLiteral("  ·  "));
    return data;
}

TableData placeTable(const SituationFigures& figures, const methods::MethodResult& comparison)
{
    constexpr std::size_t most = 11; // the whole, and ten places
    const methods::ResultTable& table = comparison.tables.front();
    TableData data;
    data.title = Tr::tr("Change by place");
    data.columns = {{Tr::tr("No."), false, true},
                    {Tr::tr("Place")},
                    {Tr::tr("Incidents", "head of a column of numbers"), false},
                    {againstTitle(figures), false},
                    {Tr::tr("Change"), false},
                    {Tr::tr("95% interval")},
                    {Tr::tr("What can be said")}};
    // Columns of the comparison: rank, place, earlier, later, change, ratio, lower, upper, p, p of all
    // places, verdict.
    enum Column { Rank, Place, Earlier, Later, Change, Ratio, Lower, Upper, P, FamilyP, Verdict };
    for (std::size_t i = 0; i < std::min(table.rows.size(), most); ++i) {
        const QVariantList& row = table.rows[i];
        const auto shown = [&](Column column) {
            return methods::shown(row.value(column), table.columns[column]);
        };
        const bool said =
            row.value(Change).isValid() && row.value(Lower).isValid() && row.value(Upper).isValid();
        const QString interval = said ? Tr::tr("%1 to %2", "ends of an interval")
                                            .arg(methods::signedPercent(row.value(Lower).toDouble() - 1.0),
                                                 methods::signedPercent(row.value(Upper).toDouble() - 1.0))
                                      : nothing;
        data.rows.push_back({i == 0 ? QString() : shown(Rank), shown(Place), shown(Later), shown(Earlier),
                             said ? methods::signedPercent(row.value(Change).toDouble()) : nothing, interval,
                             shown(Verdict)});
    }
    if (table.rows.size() > most)
        data.note = moreHotspots(static_cast<int>(table.rows.size() - most));
    return data;
}

TableData plannedTable(const SituationFigures& figures, const workspace::Snapshot& snapshot)
{
    constexpr std::size_t most = 20;
    TableData data;
    data.title = Tr::tr("Planned");
    data.columns = {{Tr::tr("When")}, {Tr::tr("What")}, {Tr::tr("Place")}, {Tr::tr("Told by")}};
    for (std::size_t i = 0; i < std::min(figures.planned.size(), most); ++i) {
        const std::uint32_t row = figures.planned[i];
        const Incident& incident = *snapshot.incidents[row];
        data.rows.push_back({text::span(incident.occurredFrom, incident.occurredTo),
                             categoryWords(snapshot.categories, snapshot.table->category[row]),
                             incident.placeName.isEmpty() ? nothing : incident.placeName,
                             organisationWords(snapshot, snapshot.table->organisation[row])});
    }
    if (figures.planned.size() > most)
        data.note = moreHotspots(static_cast<int>(figures.planned.size() - most));
    return data;
}

} // namespace hk::report
