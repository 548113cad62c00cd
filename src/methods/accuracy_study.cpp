#include "methods/accuracy_study.h"

#include "analysis/gi_star.h"
#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::methods {
namespace {

using analysis::Accuracy;
using analysis::Failure;
using Form = ResultColumn::Form;

constexpr std::array<ForecastMap, 4> allMaps{ForecastMap::Hotspots, ForecastMap::Density, ForecastMap::Counts,
                                             ForecastMap::GiStar};
constexpr std::size_t fewToMap = 10;

QString keyOf(ForecastMap map)
{
    switch (map) {
    case ForecastMap::Hotspots:
        return QStringLiteral("hotspots");
    case ForecastMap::Density:
        return QStringLiteral("density");
    case ForecastMap::Counts:
        return QStringLiteral("counts");
    default:
        return QStringLiteral("gistar");
    }
}

QString nameOf(ForecastMap map)
{
    switch (map) {
    case ForecastMap::Hotspots:
        return Tr::tr("The ranked hotspots");
    case ForecastMap::Density:
        return Tr::tr("The heatmap");
    case ForecastMap::Counts:
        return Tr::tr("Last period's incidents per cell");
    default:
        return Tr::tr("Gi*");
    }
}

/// Both periods on one fishnet.
struct Periods {
    analysis::Fishnet fishnet;
    StudyPoints fit;
    StudyPoints test;
    analysis::CellCounts before;
    analysis::CellCounts later;
};

StudyPoints pointsOf(const StudyInput& input, const Period& period, const AccuracyStudy& study)
{
    StudyInput part = input;
    const QDate epoch(1970, 1, 1);
    const qint64 from = epoch.daysTo(period.from);
    const qint64 to = epoch.daysTo(period.to);
    std::erase_if(part.rows, [&](std::uint32_t row) {
        const std::int32_t day = input.table->localDate[row];
        return day < from || day >= to;
    });
    return studyPoints(part, study.cell, study.area.empty());
}

Result<Periods> periodsOf(const StudyInput& input, const AccuracyStudy& study)
{
    Periods periods;
    periods.fit = pointsOf(input, study.fit, study);
    periods.test = pointsOf(input, study.test, study);
    if (periods.fit.points.empty())
        return fail(ErrorCode::NoIncidents);
    std::vector<analysis::Point> all = periods.fit.points;
    all.insert(all.end(), periods.test.points.begin(), periods.test.points.end());
    auto fishnet = study.area.empty() ? analysis::fishnetAround(all, study.cell)
                                      : analysis::fishnetOver(study.area, study.cell);
    if (!fishnet && fishnet.error().fault == analysis::Fault::NoPoints)
        return fail(ErrorCode::StudyNotPossible, {},
                    {Tr::tr("no cell has its middle inside the study area")});
    if (!fishnet)
        return tl::unexpected(errorOf(fishnet.error(), study.cell, study.bandwidth));
    periods.fishnet = std::move(*fishnet);
    periods.before = analysis::countInCells(periods.fishnet, periods.fit.points, periods.fit.weights);
    periods.later = analysis::countInCells(periods.fishnet, periods.test.points, periods.test.weights);
    if (periods.before.counted == 0)
        return fail(ErrorCode::NoIncidents);
    return periods;
}

/// Cells in hotspots by their rank, each with what it has of density; the rest by density alone.
std::vector<double> byHotspots(const StudyInput& input, const Periods& periods, const analysis::Grid& density,
                               const AccuracyStudy& study)
{
    analysis::HotspotOptions options;
    options.quantile = study.quantile;
    const std::vector<analysis::Hotspot> found =
        analysis::hotspots(*input.table, periods.fit.usable.rows, density, options);
    const double highest = density.maximum();
    std::vector<double> scores;
    for (const double value : density.values)
        scores.push_back(highest > 0.0 ? value / highest : 0.0);
    for (const analysis::Hotspot& hotspot : found) {
        const analysis::PolygonIndex index(hotspot.polygon);
        for (std::size_t cell = 0; cell < scores.size(); ++cell)
            if (index.contains(periods.fishnet.centre(cell)))
                scores[cell] += static_cast<double>(found.size() + 1) - hotspot.rank;
    }
    return scores;
}

/// The value of each map by cell, in the order of allMaps.
Result<std::vector<std::vector<double>>> mapsOf(const StudyInput& input, const Periods& periods,
                                                const AccuracyStudy& study, std::stop_token stop)
{
    analysis::KdeOptions kde;
    kde.kernel = study.kernel;
    kde.bandwidth = study.bandwidth;
    kde.stop = stop;
    const auto density =
        analysis::kernelDensity(periods.fit.points, periods.fit.weights, periods.fishnet.spec, kde);
    if (!density)
        return tl::unexpected(errorOf(density.error(), study.cell, study.bandwidth));
    analysis::GiStarOptions options;
    options.band = study.band;
    options.stop = stop;
    const auto gi = analysis::giStar(periods.fishnet, periods.before.values, options);
    if (!gi)
        return tl::unexpected(errorOf(gi.error(), study.cell, study.bandwidth));
    return std::vector<std::vector<double>>{byHotspots(input, periods, *density, study), density->values,
                                            periods.before.values, gi->z};
}

/// A map and how well it did, the chosen one first.
struct Judged {
    ForecastMap map;
    Accuracy accuracy;
    analysis::MarkedCells marked;
};

std::vector<Judged> judge(const Periods& periods, const std::vector<std::vector<double>>& maps,
                          const AccuracyStudy& study)
{
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < allMaps.size(); ++i) {
        // The hotspots are a map to choose; the simple rivals are always there.
        if (allMaps[i] == ForecastMap::Hotspots && study.map != ForecastMap::Hotspots)
            continue;
        const Judged one{allMaps[i],
                         analysis::accuracyOf(periods.fishnet, maps[i], periods.later.values, study.share),
                         analysis::markHighest(periods.fishnet, maps[i], study.share)};
        judged.insert(allMaps[i] == study.map ? judged.begin() : judged.end(), one);
    }
    return judged;
}

std::optional<Error> faultOf(const StudyInput& input, const AccuracyStudy& study)
{
    const auto wrong = [](const QString& words) { return Error{ErrorCode::StudyNotPossible, {}, {words}}; };
    if (!input.hasTimes)
        return Error{ErrorCode::ColumnNotFound, {}, {QStringLiteral("date")}};
    if (!study.fit.isValid() || !study.test.isValid())
        return wrong(Tr::tr("a period is missing or ends before it begins"));
    if (study.fit.overlaps(study.test))
        return wrong(
            Tr::tr("the two periods overlap, and a map must be held against incidents it was not made of"));
    if (study.test.from < study.fit.to)
        return wrong(Tr::tr("the period to hold the map against comes before the one the map is made of"));
    for (const auto& error : {outOfRange(QStringLiteral("cell"), study.cell, 0.001, 1e6),
                              outOfRange(QStringLiteral("bandwidth"), study.bandwidth, 0.001, 1e6),
                              outOfRange(QStringLiteral("band"), study.band, 0.0, 1e6),
                              outOfRange(QStringLiteral("quantile"), study.quantile, 0.0, 1.0),
                              outOfRange(QStringLiteral("share"), study.share, 1e-6, 1.0)})
        if (error)
            return error;
    return std::nullopt;
}

QVariant orNothing(double value)
{
    return std::isfinite(value) ? QVariant(value) : QVariant();
}

ResultTable tableOf(const std::vector<Judged>& judged)
{
    ResultTable table{QStringLiteral("accuracy"),
                      Tr::tr("How well each map did"),
                      {{QStringLiteral("map"), Tr::tr("Map")},
                       {QStringLiteral("c"), Tr::tr("Later incidents in the marked area"), Form::Number, 1},
                       {QStringLiteral("C"), Tr::tr("Later incidents in all"), Form::Number, 0},
                       {QStringLiteral("a_km2"), Tr::tr("Marked area, km²"), Form::Number, 3},
                       {QStringLiteral("A_km2"), Tr::tr("Study area, km²"), Form::Number, 3},
                       {QStringLiteral("hit_rate"), Tr::tr("Share found"), Form::Percent, 0},
                       {QStringLiteral("pai"), Tr::tr("PAI"), Form::Number, 1},
                       {QStringLiteral("pei"), Tr::tr("PEI"), Form::Number, 2}},
                      {}};
    for (const Judged& one : judged)
        table.rows.push_back({nameOf(one.map), one.accuracy.c, one.accuracy.C, one.accuracy.a, one.accuracy.A,
                              orNothing(one.accuracy.hitRate), orNothing(one.accuracy.pai),
                              orNothing(one.accuracy.pei)});
    return table;
}

/// Beyond this McNemar's z one map has found more than chance explains.
constexpr double clearlyBetter = 1.96;

QStringList sentencesOf(const std::vector<Judged>& judged, const Periods& periods)
{
    const Accuracy& own = judged.front().accuracy;
    if (std::isnan(own.pai))
        return {Tr::tr("Too few to say: %Ln incident(s) in the later period, and at least %1 are needed.",
                       nullptr, static_cast<int>(own.C))
                    .arg(text::number(static_cast<qint64>(analysis::fewestToJudge)))};
    QStringList sentences{
        Tr::tr("%1: %2 of the area holds %3 of the later incidents, %4 times as many as an even spread.")
            .arg(nameOf(judged.front().map), text::percent(own.a / own.A, 1), text::percent(own.hitRate),
                 text::number(own.pai, 1))};
    const auto best =
        std::max_element(judged.begin() + 1, judged.end(),
                         [](const Judged& a, const Judged& b) { return a.accuracy.pai < b.accuracy.pai; });
    const double z = analysis::compareMaps(judged.front().marked, best->marked, periods.later.values).z;
    if (z > clearlyBetter)
        sentences.append(Tr::tr("A simple map does better: %1, %2 of the later incidents.")
                             .arg(nameOf(best->map), text::percent(best->accuracy.hitRate)));
    else if (z > 0.0)
        sentences.append(
            Tr::tr("A simple map does as well: %1, %2 of the later incidents; the difference may be chance.")
                .arg(nameOf(best->map), text::percent(best->accuracy.hitRate)));
    else
        sentences.append(Tr::tr("None of the simple maps does better."));
    sentences.append(Tr::tr("The best possible map of that size would have held %1.")
                         .arg(text::percent(own.best / own.C)));
    return sentences;
}

QStringList warningsOf(const std::vector<Judged>& judged, const Periods& periods)
{
    QStringList warnings;
    if (periods.before.counted < fewToMap)
        warnings.append(Tr::tr("Only %Ln incident(s) in the period the map is made of.", nullptr,
                               static_cast<int>(periods.before.counted)));
    for (const Judged& one : judged)
        if (one.accuracy.tied > 0)
            warnings.append(Tr::tr("%1: %Ln cell(s) are alike and share the last places.", nullptr,
                                   static_cast<int>(one.accuracy.tied))
                                .arg(nameOf(one.map)));
    return warnings;
}

QStringList remarksOf(const StudyInput& input, const Periods& periods)
{
    StudyPoints both;
    both.usable.leftOutArea = periods.fit.usable.leftOutArea + periods.test.usable.leftOutArea;
    both.usable.leftOutRadius = periods.fit.usable.leftOutRadius + periods.test.usable.leftOutRadius;
    both.leftOutFar = periods.fit.leftOutFar + periods.test.leftOutFar;
    QStringList remarks = leftOutRemarks(input, both);
    if (const std::size_t outside = periods.before.outside + periods.later.outside; outside > 0)
        remarks.append(Tr::tr("%Ln incident(s) outside the study area are left out.", nullptr,
                              static_cast<int>(outside)));
    return remarks;
}

QStringList parametersOf(const AccuracyStudy& study)
{
    QStringList parameters{Tr::tr("Map of %1").arg(text::period(study.fit.from, study.fit.to)),
                           Tr::tr("Held against %1").arg(text::period(study.test.from, study.test.to)),
                           Tr::tr("Each map marks %1 of the area").arg(text::percent(study.share, 1)),
                           Tr::tr("Cells %1 m").arg(metres(study.cell)),
                           Tr::tr("Bandwidth %1 m").arg(metres(study.bandwidth))};
    if (study.area.empty())
        parameters.append(Tr::tr("Study area: the cells around the incidents of both periods"));
    return parameters;
}

/// The marked cells of the chosen map, and the cells with later incidents that it missed.
void addLayer(MethodResult& result, const Periods& periods, const std::vector<double>& map,
              const AccuracyStudy& study)
{
    const analysis::MarkedCells marked = analysis::markHighest(periods.fishnet, map, study.share);
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Marked beforehand");
    layer->classes = {{Tr::tr("Marked, and incidents came"), QColor(30, 120, 70, 170), 0.0},
                      {Tr::tr("Marked, and none came"), QColor(150, 190, 160, 150), 0.0},
                      {Tr::tr("Not marked, and incidents came"), QColor(215, 120, 30, 160), 0.0}};
    result.propertyColumns = {{QStringLiteral("marked"), Tr::tr("Marked"), Form::Percent, 0},
                              {QStringLiteral("before"), Tr::tr("Before"), Form::Number, 0},
                              {QStringLiteral("later"), Tr::tr("Later"), Form::Number, 0}};
    const double half = 0.5 * periods.fishnet.spec.cell;
    for (std::size_t cell = 0; cell < periods.fishnet.cells(); ++cell) {
        const double later = periods.later.values[cell];
        if (marked.share[cell] == 0.0 && later == 0.0)
            continue;
        const analysis::Point c = periods.fishnet.centre(cell);
        map::StudyShape shape;
        shape.parts = {{{c.x - half, c.y - half},
                        {c.x + half, c.y - half},
                        {c.x + half, c.y + half},
                        {c.x - half, c.y + half}}};
        shape.classIndex = marked.share[cell] == 0.0 ? 2 : later > 0.0 ? 0 : 1;
        layer->shapes.push_back(std::move(shape));
        result.properties.push_back({marked.share[cell], periods.before.values[cell], later});
    }
    result.layer = std::move(layer);
}

QJsonObject jsonOf(const std::vector<Judged>& judged, const Periods& periods, const AccuracyStudy& study)
{
    QJsonArray maps;
    for (const Judged& one : judged)
        maps.append(QJsonObject{{QStringLiteral("map"), keyOf(one.map)},
                                {QStringLiteral("c"), one.accuracy.c},
                                {QStringLiteral("C"), one.accuracy.C},
                                {QStringLiteral("a_km2"), one.accuracy.a},
                                {QStringLiteral("A_km2"), one.accuracy.A},
                                {QStringLiteral("best_c"), one.accuracy.best},
                                {QStringLiteral("hit_rate"), jsonNumber(one.accuracy.hitRate)},
                                {QStringLiteral("pai"), jsonNumber(one.accuracy.pai)},
                                {QStringLiteral("pei"), jsonNumber(one.accuracy.pei)},
                                {QStringLiteral("tied_cells"), static_cast<qint64>(one.accuracy.tied)}});
    const auto iso = [](const Period& period) {
        return QStringLiteral("%1/%2").arg(period.from.toString(Qt::ISODate),
                                           period.to.toString(Qt::ISODate));
    };
    return {{QStringLiteral("method"), QStringLiteral("accuracy")},
            {QStringLiteral("fit"), iso(study.fit)},
            {QStringLiteral("test"), iso(study.test)},
            {QStringLiteral("chosen"), keyOf(study.map)},
            {QStringLiteral("cell_m"), study.cell},
            {QStringLiteral("bandwidth_m"), study.bandwidth},
            {QStringLiteral("share"), study.share},
            {QStringLiteral("cells"), static_cast<qint64>(periods.fishnet.cellsInside())},
            {QStringLiteral("incidents_fit"), static_cast<qint64>(periods.before.counted)},
            {QStringLiteral("incidents_test"), static_cast<qint64>(periods.later.counted)},
            {QStringLiteral("too_few"), std::isnan(judged.front().accuracy.pai)},
            {QStringLiteral("maps"), maps}};
}

} // namespace

Result<MethodResultPtr> runAccuracy(const StudyInput& input, const AccuracyStudy& study, std::stop_token stop,
                                    const Progress& progress)
{
    if (const auto fault = faultOf(input, study))
        return tl::unexpected(*fault);
    const Result<Periods> periods = periodsOf(input, study);
    if (!periods)
        return tl::unexpected(periods.error());
    const Result<std::vector<std::vector<double>>> maps = mapsOf(input, *periods, study, stop);
    if (!maps)
        return tl::unexpected(maps.error());
    if (progress)
        progress(0.8);
    const std::vector<Judged> judged = judge(*periods, *maps, study);

    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("How well the map foretold");
    result->parameters = parametersOf(study);
    result->sentences = sentencesOf(judged, *periods);
    result->warnings = warningsOf(judged, *periods);
    result->remarks = remarksOf(input, *periods);
    result->tables.push_back(tableOf(judged));
    const auto chosen =
        static_cast<std::size_t>(std::find(allMaps.begin(), allMaps.end(), study.map) - allMaps.begin());
    addLayer(*result, *periods, (*maps)[chosen], study);
    result->json = jsonOf(judged, *periods, study);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
