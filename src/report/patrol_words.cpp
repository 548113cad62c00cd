#include "report/patrol_words.h"

#include "methods/period_words.h"
#include "report/page_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::report {

namespace {

constexpr std::size_t mostLatest = 200; ///< more rows than any frame has room for

int forPlural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// Rounded to what a walk can be known to.
QString walked(const MapPage& page, double metres)
{
    constexpr double step = 10.0;
    return distance(page, std::round(metres / step) * step);
}

QString placeWords(const Incident& incident, const map::PlaceSearch& places)
{
    if (incident.precision == Precision::Area)
        return Tr::tr("known only to an area");
    return places.nameAt(incident.position);
}

QString changeWords(const PatrolSpot& spot)
{
    const analysis::RateRatio ratio = analysis::rateRatio(spot.before, spot.last);
    if (ratio.tooFew)
        return Tr::tr("Too few to say whether anything has changed.");
    const QString lower = methods::signedPercent(ratio.interval.lower - 1.0);
    const QString upper = methods::signedPercent(ratio.interval.upper - 1.0);
    const QString change = methods::signedPercent(ratio.change());
    if (!ratio.isCertain())
        return Tr::tr("No certain change (%1; 95% interval %2 to %3).").arg(change, lower, upper);
    return ratio.ratio > 1.0 ? Tr::tr("More than before (%1; 95% interval %2 to %3).").arg(change, lower, upper)
                             : Tr::tr("Fewer than before (%1; 95% interval %2 to %3).").arg(change, lower, upper);
}

} // namespace

QString categoryWords(const PatrolSpot& spot, const CategoryList& categories)
{
    constexpr std::size_t mostNamed = 6;
    QStringList parts;
    qint64 others = 0;
    for (std::size_t i = 0; i < spot.categories.size(); ++i) {
        const auto& [index, count] = spot.categories[i];
        if (i >= mostNamed) {
            others += count;
            continue;
        }
        const QString name = index < categories.all().size() ? text::nameOf(categories.all()[index]) : QStringLiteral("?");
        parts.append(QStringLiteral("%1\u00a0%2").arg(name, text::number(count)));
    }
    if (others > 0)
        parts.append(Tr::tr("%Ln of other kinds", "incidents of categories that have no room", forPlural(others)));
    return parts.join(QStringLiteral("\u00a0\u00a0·  "));
}

QStringList fortnightWords(const PatrolSpot& spot, const PatrolPlan& plan)
{
    QStringList words{Tr::tr("%1: %2.", "dates, how many incidents")
                          .arg(text::period(plan.lastFrom, plan.lastTo), text::incidents(spot.last.count))};
    const auto fortnights = static_cast<qint64>(spot.before.exposure);
    if (fortnights == 0) {
        words.append(Tr::tr("The period has no whole fortnight before that to compare with."));
        return words;
    }
    const double mean = spot.before.rate();
    words.append(Tr::tr("Before that %1 a fortnight on average (%2 in %Ln fortnight(s)).", nullptr, forPlural(fortnights))
                     .arg(text::number(mean, mean == std::floor(mean) ? 0 : 1), text::number(spot.before.count)));
    words.append(changeWords(spot));
    return words;
}

paper::TableData walkTable(const PatrolPlan& plan, const MapPage& page)
{
    paper::TableData table;
    table.title = Tr::tr("Walk");
    table.columns = {{QString(), true, true},
                     {Tr::tr("Place", "head of a column"), true},
                     {Tr::tr("Incidents", "head of a column of numbers"), false},
                     {Tr::tr("Distance", "head of a column: from the place before"), false}};
    table.rows.push_back({Tr::tr("Start"), plan.startName, {}, {}});
    for (const PatrolSpot& spot : plan.spots)
        table.rows.push_back({QString::number(spot.hotspot.rank), spot.name,
                              text::number(static_cast<qint64>(spot.hotspot.incidents)), walked(page, spot.metres)});
    table.rows.push_back({Tr::tr("End", "of a walk"), plan.endName, {}, walked(page, plan.metresToEnd)});
    qint64 incidents = 0;
    for (const PatrolSpot& spot : plan.spots)
        incidents += static_cast<qint64>(spot.hotspot.incidents);
    table.rows.push_back({{}, Tr::tr("In all", "sum of a walk"), text::number(incidents), walked(page, plan.metres())});
    table.sumRow = static_cast<int>(table.rows.size()) - 1;
    return table;
}

QStringList walkWords(const PatrolPlan& plan)
{
    const auto count = static_cast<int>(plan.spots.size());
    return {Tr::tr("Stay %1–%2 minutes at each place: a suggestion [Koper 1995]. In all %3–%4 minutes, and the time to walk.")
                .arg(text::number(qint64{shortestStay}), text::number(qint64{longestStay}),
                     text::number(qint64{shortestStay} * count), text::number(qint64{longestStay} * count)),
            Tr::tr("Hotspot: a denser area than %1 of the cells above zero.").arg(text::percent(plan.analysis->settings.quantile)) + u' ' +
                Tr::tr("The shortest order; distances as the crow flies, the streets are longer.")};
}

paper::TableData latestTable(const workspace::MapAnalysis& analysis, const std::vector<std::uint32_t>& rows,
                             const map::PlaceSearch& places)
{
    const workspace::Snapshot& snapshot = *analysis.snapshot;
    paper::TableData table;
    table.title = Tr::tr("Latest incidents");
    table.columns = {{Tr::tr("When", "head of a column"), true}, {Tr::tr("What", "head of a column"), true}, {Tr::tr("Near", "head of a column: what is near"), true}};
    for (std::size_t i = 0; i < rows.size() && i < mostLatest; ++i) {
        const Incident& incident = *snapshot.incidents[rows[i]];
        const Category* category = snapshot.categories.find(incident.category);
        table.rows.push_back({text::span(incident.occurredFrom, incident.occurredTo),
                              category ? text::nameOf(*category) : incident.category, placeWords(incident, places)});
    }
    return table;
}

QStringList leftOutWords(const PatrolPlan& plan)
{
    const workspace::MapAnalysis& analysis = *plan.analysis;
    const auto all = static_cast<qint64>(analysis.selection.rows.size());
    QStringList words;
    if (!plan.spots.empty() && plan.spots.size() < plan.wanted)
        words.append(Tr::tr("%1 places were asked for; the incidents of the shift gather in %Ln.", nullptr, static_cast<int>(plan.spots.size()))
                         .arg(text::number(static_cast<qint64>(plan.wanted))));
    if (plan.elsewhere > 0)
        words.append(Tr::tr("%1 of %Ln incident(s) of the shift happened at none of these places.", nullptr, forPlural(all))
                         .arg(text::number(plan.elsewhere)));
    if (analysis.leftOutImprecise > 0)
        words.append(Tr::tr("%Ln incident(s) without an exact place can be in no hotspot.", nullptr,
                            static_cast<int>(analysis.leftOutImprecise)));
    if (analysis.leftOutFar > 0)
        words.append(Tr::tr("%Ln incident(s) more than 20 km from Mölndals bro can be in no hotspot.", nullptr,
                            static_cast<int>(analysis.leftOutFar)));
    if (analysis.selection.leftOutLongSpans > 0)
        words.append(Tr::tr("%Ln incident(s) spanning a week or more have no hour of the week and are left out.", nullptr,
                            static_cast<int>(analysis.selection.leftOutLongSpans)));
    words.append(Tr::tr("An incident belongs to the shift when more than half of its time lies in it."));
    return words;
}

} // namespace hk::report
