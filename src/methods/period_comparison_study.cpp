#include "methods/period_comparison_study.h"

#include "methods/period_words.h"
#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"
#include "workspace/map_analysis.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <new>

namespace hk::methods {
namespace {

using analysis::DateSpan;
using analysis::HotspotChange;
using analysis::PeriodComparison;
using analysis::RateBasis;
using Form = ResultColumn::Form;

QString basisName(RateBasis basis)
{
    switch (basis) {
    case RateBasis::AsCounted:
        return QStringLiteral("counted");
    case RateBasis::Per30Days:
        return QStringLiteral("30days");
    case RateBasis::PerYear:
        return QStringLiteral("year");
    case RateBasis::LaterPeriod:
        break;
    }
    return QStringLiteral("period");
}

QString unitOf(const PeriodComparisonStudy& study)
{
    switch (study.basis) {
    case RateBasis::Per30Days:
        return Tr::tr("incidents per km² and 30 days");
    case RateBasis::PerYear:
        return Tr::tr("incidents per km² and year");
    case RateBasis::LaterPeriod:
        if (study.earlier.days() != study.later.days())
            return Tr::tr("incidents per km² in %Ln day(s)", nullptr, static_cast<int>(study.later.days()));
        break;
    case RateBasis::AsCounted:
        break;
    }
    return Tr::tr("incidents per km²");
}

/// What the words, tables, grids and layer are made of.
struct Found {
    const StudyInput& input;
    const PeriodComparisonStudy& study;
    StudyPoints usable;
    std::size_t mappedEarlier = 0;
    std::size_t mappedLater = 0;
    HotspotChange total; ///< of all rows, also those not on the map
    PeriodComparison comparison;
    std::vector<analysis::Hotspot> hotspots;
    std::vector<HotspotChange> changes;
    QStringList names;
};

bool sameLength(const Found& found) { return found.study.earlier.days() == found.study.later.days(); }

std::optional<Error> firstFault(const StudyInput& input, const PeriodComparisonStudy& study)
{
    const auto why = [](const QString& words) { return Error{ErrorCode::StudyNotPossible, {}, {words}}; };
    if (!input.hasTimes)
        return why(Tr::tr("the points have no dates"));
    if (!input.weights.empty())
        return why(Tr::tr("the points have weights, and only whole incidents can be compared"));
    if (!study.earlier.isValid() || !study.later.isValid())
        return why(Tr::tr("a period is missing or ends before it begins"));
    if (study.earlier.overlaps(study.later))
        return why(Tr::tr("the two periods overlap, so that some days would count in both"));
    if (study.later.from < study.earlier.from)
        return why(Tr::tr("the period to compare with comes after the other one"));
    for (const auto& fault : {outOfRange(QStringLiteral("cell"), study.cell, 0.001, 1e6),
                              outOfRange(QStringLiteral("bandwidth"), study.bandwidth, 0.001, 1e6),
                              outOfRange(QStringLiteral("quantile"), study.quantile, 0.0, 1.0)})
        if (fault)
            return fault;
    return std::nullopt;
}

/// The rows of both periods, whatever period the input's own filter has.
StudyInput ofBothPeriods(const StudyInput& input, const DateSpan& earlier, const DateSpan& later)
{
    StudyInput both = input;
    if (input.snapshot && (input.filter.from.isValid() || input.filter.to.isValid())) {
        IncidentFilter filter = input.filter;
        filter.from = {};
        filter.to = {};
        const workspace::RowSelection selection = workspace::selectRows(*input.snapshot, filter);
        both.rows = selection.rows;
        both.filter = filter;
    }
    std::erase_if(both.rows, [&](std::uint32_t row) {
        const std::int32_t date = both.table->localDate[row];
        return !earlier.contains(date) && !later.contains(date);
    });
    return both;
}

QStringList sentencesOf(const Found& found)
{
    QStringList sentences{changeSentence(Tr::tr("All of the selection"), found.total, verdictOf(found.total),
                                         sameLength(found))};
    for (std::size_t i = 0; i < found.changes.size(); ++i)
        sentences.append(changeSentence(found.names.at(static_cast<qsizetype>(i)), found.changes[i],
                                        verdictOf(found.changes[i]), sameLength(found)));
    return sentences;
}

std::vector<ResultColumn> columnsOf()
{
    return {{QStringLiteral("rank"), Tr::tr("No."), Form::Count, 0},
            {QStringLiteral("place"), Tr::tr("Place"), Form::Words, 0},
            {QStringLiteral("incidents_a"), Tr::tr("Earlier"), Form::Count, 0},
            {QStringLiteral("incidents_b"), Tr::tr("Later"), Form::Count, 0},
            {QStringLiteral("change"), Tr::tr("Change"), Form::Percent, 0},
            {QStringLiteral("rate_ratio"), Tr::tr("Rate ratio"), Form::Number, 2},
            {QStringLiteral("lower_95"), Tr::tr("from"), Form::Number, 2},
            {QStringLiteral("upper_95"), Tr::tr("to"), Form::Number, 2},
            {QStringLiteral("p"), Tr::tr("p"), Form::Probability, 3},
            {QStringLiteral("p_all_places"), Tr::tr("p, all places"), Form::Probability, 3},
            {QStringLiteral("verdict"), Tr::tr("What can be said"), Form::Words, 0}};
}

QVariantList valuesOf(const QVariant& rank, const QString& place, const HotspotChange& change)
{
    const auto orNothing = [](double value) { return std::isfinite(value) ? QVariant(value) : QVariant(); };
    return {rank,
            place,
            static_cast<qint64>(change.earlier.count),
            static_cast<qint64>(change.later.count),
            orNothing(change.ratio.change()),
            orNothing(change.ratio.ratio),
            orNothing(change.ratio.interval.lower),
            orNothing(change.ratio.interval.upper),
            change.ratio.p,
            change.familyP,
            verdictName(verdictOf(change))};
}

ResultTable tableOf(const Found& found)
{
    ResultTable table{QStringLiteral("change"), Tr::tr("Change by place"), columnsOf(), {}};
    table.rows.push_back(valuesOf({}, Tr::tr("All of the selection"), found.total));
    for (std::size_t i = 0; i < found.changes.size(); ++i)
        table.rows.push_back(
            valuesOf(found.hotspots[i].rank, found.names.at(static_cast<qsizetype>(i)), found.changes[i]));
    return table;
}

std::vector<ResultGrid> gridsOf(const Found& found)
{
    const PeriodComparison& comparison = found.comparison;
    const auto shared = [](const analysis::Grid& grid) { return std::make_shared<const analysis::Grid>(grid); };
    const map::ColourScale joint = map::ColourScale::forMaximum(comparison.jointMaximum);
    const QString unit = unitOf(found.study);
    return {{QStringLiteral("difference"), Tr::tr("Later less earlier"), unit, shared(comparison.difference),
             map::ColourScale::forDifferences(comparison.largestDifference)},
            {QStringLiteral("change"), Tr::tr("Change of the density"), Tr::tr("share: 0.5 is half as many again"),
             shared(comparison.change), map::ColourScale::diverging({-0.5, -0.25, -0.1}, {0.1, 0.25, 0.5})},
            {QStringLiteral("ratio"), Tr::tr("Later divided by earlier"), Tr::tr("ratio of densities"),
             shared(comparison.ratio), map::ColourScale::diverging({0.5, 0.67, 0.8}, {1.25, 1.5, 2.0})},
            {QStringLiteral("earlier"), Tr::tr("Earlier period"), unit, shared(comparison.earlier), joint},
            {QStringLiteral("later"), Tr::tr("Later period"), unit, shared(comparison.later), joint}};
}

std::shared_ptr<const map::StudyLayer> layerOf(const Found& found)
{
    if (found.hotspots.empty())
        return nullptr;
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Change by hotspot");
    layer->note = Tr::tr("Hotspots of both periods together");
    for (const Verdict verdict : allVerdicts)
        layer->classes.push_back({verdictName(verdict), verdictColour(verdict), 1.6});
    for (std::size_t i = 0; i < found.hotspots.size(); ++i) {
        map::StudyShape shape;
        const auto add = [&](const analysis::Ring& ring) {
            std::vector<QPointF>& part = shape.parts.emplace_back();
            for (const analysis::Point& p : ring)
                part.emplace_back(p.x, p.y);
        };
        add(found.hotspots[i].polygon.outer);
        for (const analysis::Ring& hole : found.hotspots[i].polygon.holes)
            add(hole);
        shape.classIndex = static_cast<int>(verdictOf(found.changes[i]));
        shape.label = QString::number(found.hotspots[i].rank);
        layer->shapes.push_back(std::move(shape));
    }
    return layer;
}

QJsonObject jsonOf(const HotspotChange& change)
{
    return {{QStringLiteral("a"), static_cast<qint64>(change.earlier.count)},
            {QStringLiteral("b"), static_cast<qint64>(change.later.count)},
            {QStringLiteral("change"), jsonNumber(change.ratio.change())},
            {QStringLiteral("rate_ratio"), jsonNumber(change.ratio.ratio)},
            {QStringLiteral("lower_95"), jsonNumber(change.ratio.interval.lower)},
            {QStringLiteral("upper_95"), jsonNumber(change.ratio.interval.upper)},
            {QStringLiteral("p"), change.ratio.p},
            {QStringLiteral("p_all_places"), change.familyP},
            {QStringLiteral("too_few"), change.ratio.tooFew},
            {QStringLiteral("verdict"), verdictKey(verdictOf(change))}};
}

QJsonObject jsonOf(const Period& period, std::int64_t incidents, std::size_t mapped, double factor)
{
    return {{QStringLiteral("from"), period.from.toString(Qt::ISODate)},
            {QStringLiteral("to"), period.to.toString(Qt::ISODate)},
            {QStringLiteral("days"), period.days()},
            {QStringLiteral("incidents"), static_cast<qint64>(incidents)},
            {QStringLiteral("mapped"), static_cast<qint64>(mapped)},
            {QStringLiteral("density_factor"), factor}};
}

QJsonObject jsonOf(const Found& found, const analysis::RateFactors& factors)
{
    const PeriodComparison& comparison = found.comparison;
    const analysis::GridSpec& spec = comparison.difference.spec;
    QJsonArray hotspots;
    for (std::size_t i = 0; i < found.hotspots.size(); ++i) {
        const analysis::Hotspot& hotspot = found.hotspots[i];
        QJsonObject entry = jsonOf(found.changes[i]);
        entry.insert(QStringLiteral("rank"), hotspot.rank);
        entry.insert(QStringLiteral("name"), found.names.at(static_cast<qsizetype>(i)));
        entry.insert(QStringLiteral("area_ha"), hotspot.areaKm2 * 100.0);
        entry.insert(QStringLiteral("x"), hotspot.centre.x);
        entry.insert(QStringLiteral("y"), hotspot.centre.y);
        hotspots.append(entry);
    }
    const auto largest = [](const analysis::Grid& grid, auto better) {
        double best = std::numeric_limits<double>::quiet_NaN();
        for (const double value : grid.values)
            if (std::isfinite(value) && (std::isnan(best) || better(value, best)))
                best = value;
        return jsonNumber(best);
    };
    const std::less<double> less;
    const std::greater<double> more;
    const auto shown = std::count_if(comparison.difference.values.begin(), comparison.difference.values.end(),
                                     [](double value) { return std::isfinite(value); });
    return {{QStringLiteral("a"), jsonOf(found.study.earlier, found.total.earlier.count, found.mappedEarlier, factors.earlier)},
            {QStringLiteral("b"), jsonOf(found.study.later, found.total.later.count, found.mappedLater, factors.later)},
            {QStringLiteral("basis"), basisName(found.study.basis)},
            {QStringLiteral("cell"), found.study.cell},
            {QStringLiteral("bandwidth"), found.study.bandwidth},
            {QStringLiteral("kernel"), found.study.kernel == analysis::Kernel::Quartic ? QStringLiteral("quartic")
                                                                                         : QStringLiteral("gaussian")},
            {QStringLiteral("grid"), QJsonObject{{QStringLiteral("xmin"), spec.xmin},
                                                 {QStringLiteral("ymin"), spec.ymin},
                                                 {QStringLiteral("cell"), spec.cell},
                                                 {QStringLiteral("columns"), static_cast<qint64>(spec.columns)},
                                                 {QStringLiteral("rows"), static_cast<qint64>(spec.rows)}}},
            {QStringLiteral("maximum_per_km2"), comparison.jointMaximum},
            {QStringLiteral("difference"), QJsonObject{{QStringLiteral("minimum"), largest(comparison.difference, less)},
                                                       {QStringLiteral("maximum"), largest(comparison.difference, more)},
                                                       {QStringLiteral("cells"), static_cast<qint64>(shown)},
                                                       {QStringLiteral("too_few"), static_cast<qint64>(comparison.cellsTooFew)}}},
            {QStringLiteral("ratio"), QJsonObject{{QStringLiteral("minimum"), largest(comparison.ratio, less)},
                                                  {QStringLiteral("maximum"), largest(comparison.ratio, more)},
                                                  {QStringLiteral("floor_per_km2"), comparison.floor}}},
            {QStringLiteral("total"), jsonOf(found.total)},
            {QStringLiteral("hotspots"), hotspots},
            {QStringLiteral("left_out"), static_cast<qint64>(found.usable.usable.leftOut() + found.usable.leftOutFar)},
            {QStringLiteral("unusable"), found.input.unusable}};
}

QStringList parametersOf(const PeriodComparisonStudy& study)
{
    return {Tr::tr("Earlier: %1").arg(text::period(study.earlier.from, study.earlier.to)),
            Tr::tr("Later: %1").arg(text::period(study.later.from, study.later.to)),
            Tr::tr("Cells %1 m").arg(metres(study.cell)),
            study.kernel == analysis::Kernel::Quartic ? Tr::tr("Bandwidth %1 m, quartic").arg(metres(study.bandwidth))
                                                      : Tr::tr("Bandwidth %1 m, Gaussian").arg(metres(study.bandwidth)),
            Tr::tr("No percentage where fewer than %1 incidents lie within the bandwidth, no difference below %2")
                .arg(text::number(qint64{10}), text::number(qint64{5}))};
}

QStringList warningsOf(const Found& found)
{
    const PeriodComparisonStudy& study = found.study;
    QStringList warnings;
    if (!sameLength(found)) {
        const int earlier = static_cast<int>(study.earlier.days());
        const int later = static_cast<int>(study.later.days());
        warnings.append(study.basis == RateBasis::AsCounted
                            ? Tr::tr("The periods have %1 and %2 days, and the densities are not scaled for it.")
                                  .arg(text::number(qint64{earlier}), text::number(qint64{later}))
                            : Tr::tr("The periods have %1 and %2 days: densities are scaled for it, and changes are per day.")
                                  .arg(text::number(qint64{earlier}), text::number(qint64{later})));
    }
    const double years = static_cast<double>(study.earlier.from.daysTo(study.later.from)) / 365.25;
    const bool sameSeason = std::abs(years - std::round(years)) < 0.05; // eighteen days
    if (!sameSeason && std::max(study.earlier.days(), study.later.days()) < 330)
        warnings.append(Tr::tr("The periods lie at different times of the year, so that the season may make the difference."));
    return warnings;
}

QStringList remarksOf(const Found& found)
{
    QStringList remarks;
    if (const auto left = static_cast<int>(found.usable.usable.leftOut() + found.usable.leftOutFar); left > 0)
        remarks.append(Tr::tr("%Ln incident(s) without an exact place, or too far away, are in the totals but not on the map.",
                              nullptr, left));
    if (found.input.unusable > 0)
        remarks.append(Tr::tr("%Ln row(s) of the file could not be read and are left out.", nullptr,
                              static_cast<int>(found.input.unusable)));
    if (found.comparison.cellsTooFew > 0)
        remarks.append(Tr::tr("In %Ln cell(s) there are too few incidents to say.", nullptr,
                              static_cast<int>(std::min<std::int64_t>(found.comparison.cellsTooFew, 2'000'000'000))));
    if (found.hotspots.empty())
        remarks.append(Tr::tr("There are no hotspots to compare."));
    return remarks;
}

void findHotspots(Found& found, const DateSpan& earlier, const DateSpan& later)
{
    analysis::HotspotOptions choice;
    choice.quantile = found.study.quantile;
    if (found.study.within > 0.0 && found.input.snapshot) {
        choice.centre = analysis::Point{workspace::hub().easting, workspace::hub().northing};
        choice.within = found.study.within;
    }
    found.hotspots = analysis::hotspots(*found.input.table, found.usable.usable.rows, found.comparison.both, choice);
    found.changes = analysis::hotspotChanges(*found.input.table, found.hotspots, earlier, later);
    const PlaceNames places(found.input);
    for (const analysis::Hotspot& hotspot : found.hotspots) {
        const QString name = places.at(hotspot.centre);
        const auto before = std::count_if(found.names.begin(), found.names.end(), [&](const QString& other) {
            return other == name || other.startsWith(name + QStringLiteral(" ("));
        });
        found.names.append(before > 0 ? QStringLiteral("%1 (%2)").arg(name).arg(before + 1) : name);
    }
}

} // namespace

void suggestPeriods(const StudyInput& input, PeriodComparisonStudy& study)
{
    Period later{input.filter.from, input.filter.to};
    if (!later.isValid()) {
        std::int32_t last = std::numeric_limits<std::int32_t>::min();
        for (const std::uint32_t row : input.rows)
            last = std::max(last, input.table->localDate[row]);
        if (input.rows.empty())
            return;
        later.to = QDate(1970, 1, 1).addDays(last + 1);
        later.from = later.to.addYears(-1);
    }
    study.later = later;
    const bool aYear = later.from.addYears(1) >= later.to;
    study.earlier = aYear ? Period{later.from.addYears(-1), later.to.addYears(-1)}
                          : Period{later.from.addDays(-later.days()), later.from};
}

Result<MethodResultPtr> runPeriodComparison(const StudyInput& input, const PeriodComparisonStudy& study,
                                            std::stop_token stop, const Progress& progress)
{
    if (const std::optional<Error> fault = firstFault(input, study))
        return tl::unexpected(*fault);
    const DateSpan earlier = dateSpanOf(study.earlier);
    const DateSpan later = dateSpanOf(study.later);
    const StudyInput both = ofBothPeriods(input, earlier, later);
    Found found{both, study, studyPoints(both, study.bandwidth, true), 0, 0, {}, {}, {}, {}, {}};
    if (found.usable.points.empty())
        return fail(ErrorCode::NoIncidents);

    std::vector<analysis::Point> points[2];
    for (std::size_t i = 0; i < found.usable.points.size(); ++i)
        points[later.contains(both.table->localDate[found.usable.usable.rows[i]]) ? 1 : 0].push_back(found.usable.points[i]);
    found.mappedEarlier = points[0].size();
    found.mappedLater = points[1].size();
    const auto laterRows = static_cast<std::int64_t>(analysis::rowsWithin(*both.table, both.rows, later).size());
    found.total.earlier = {static_cast<std::int64_t>(both.rows.size()) - laterRows, static_cast<double>(earlier.days())};
    found.total.later = {laterRows, static_cast<double>(later.days())};
    found.total.ratio = analysis::rateRatio(found.total.earlier, found.total.later);
    found.total.familyP = found.total.ratio.p;

    const auto spec = analysis::gridAround(found.usable.points, study.cell, study.bandwidth);
    if (!spec)
        return tl::unexpected(errorOf(spec.error(), study.cell, study.bandwidth));
    analysis::ComparisonOptions options;
    options.kde.kernel = study.kernel;
    options.kde.bandwidth = study.bandwidth;
    options.kde.stop = stop;
    options.factors = analysis::rateFactors(earlier, later, study.basis);
    options.floorShare = study.floorShare;
    try {
        auto compared = analysis::comparePeriods(points[0], points[1], *spec, options);
        if (!compared)
            return tl::unexpected(errorOf(compared.error(), study.cell, study.bandwidth));
        found.comparison = std::move(*compared);
    } catch (const std::bad_alloc&) {
        const double cells = static_cast<double>(spec->columns) * static_cast<double>(spec->rows);
        return tl::unexpected(errorOf({analysis::Fault::GridTooLarge, cells}, study.cell, study.bandwidth));
    }
    if (progress)
        progress(0.7);
    findHotspots(found, earlier, later);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Comparing periods");
    result->parameters = parametersOf(study);
    result->sentences = sentencesOf(found);
    result->warnings = warningsOf(found);
    result->remarks = remarksOf(found);
    result->tables.push_back(tableOf(found));
    result->grids = gridsOf(found);
    result->layer = layerOf(found);
    result->propertyColumns = columnsOf();
    for (std::size_t i = 0; i < found.changes.size(); ++i)
        result->properties.push_back(result->tables.front().rows[i + 1]);
    result->json = jsonOf(found, options.factors);
    if (progress)
        progress(1.0);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
