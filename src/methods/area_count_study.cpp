#include "methods/area_count_study.h"

#include "methods/area_count.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace hk::methods {
namespace {

using Form = ResultColumn::Form;
using Measure = AreaCountStudy::Measure;

constexpr double anywhere = 1e12; ///< metres: a place known to any radius is counted where it lies
constexpr double fewest = 10.0;   ///< incidents under which a rate is unsure

struct Found {
    const StudyInput& input;
    const AreaCountStudy& study;
    const StudyPoints& points;
    const AreaCounts& counts;
    QString areasName;
    bool hasRates() const { return !counts.denominatorName.isEmpty(); }
    bool outsideHidden() const
    {
        return counts.outside > 0.0 && counts.outside < static_cast<double>(study.hideBelow);
    }
};

std::optional<Error> firstFault(const StudyInput& input, const AreaCountStudy& study)
{
    const auto why = [](const QString& words) { return Error{ErrorCode::StudyNotPossible, {}, {words}}; };
    if (!study.areas || study.areas->areas.empty())
        return why(Tr::tr("there are no areas to count by"));
    if (study.areas->crs.compare(input.crs, Qt::CaseInsensitive) != 0)
        return why(Tr::tr("the incidents and the areas lie in different coordinate systems"));
    if (study.measure == Measure::Rate && !study.denominators && study.denominatorField.isEmpty())
        return why(Tr::tr("a rate needs something to divide by"));
    for (const auto& fault : {outOfRange(QStringLiteral("classes"), study.classCount, 2.0, 9.0),
                              outOfRange(QStringLiteral("hide-below"), study.hideBelow, 0.0, 1000.0)})
        if (fault)
            return fault;
    return std::nullopt;
}

/// Decimals that tell numbers up to this apart.
int decimalsFor(double most)
{
    return most >= 100.0 ? 0 : most >= 1.0 ? 1 : 2;
}

std::vector<ResultColumn> columnsOf(const Found& found)
{
    double density = 0.0;
    double rate = 0.0;
    for (const AreaCount& area : found.counts.areas) {
        density = std::max(density, area.perKm2());
        rate = std::max(rate, area.rate.value_or(0.0));
    }
    std::vector<ResultColumn> columns{{QStringLiteral("rank"), Tr::tr("Rank"), Form::Count},
                                      {QStringLiteral("area"), Tr::tr("Area")},
                                      {QStringLiteral("count"), Tr::tr("Incidents"), Form::Number, 0},
                                      {QStringLiteral("share"), Tr::tr("Share"), Form::Percent, 1},
                                      {QStringLiteral("area_km2"), Tr::tr("km²"), Form::Number, 2},
                                      {QStringLiteral("per_km2"), Tr::tr("Per km²"), Form::Number, decimalsFor(density)}};
    if (!found.hasRates())
        return columns;
    const int decimals = std::max(1, decimalsFor(rate));
    columns.push_back({QStringLiteral("denominator"), found.counts.denominatorName, Form::Number, 0});
    columns.push_back({QStringLiteral("per_1000"), Tr::tr("Per 1,000"), Form::Number, decimals});
    columns.push_back({QStringLiteral("per_1000_lower"), Tr::tr("at least"), Form::Number, decimals});
    columns.push_back({QStringLiteral("per_1000_upper"), Tr::tr("at most"), Form::Number, decimals});
    return columns;
}

QVariant known(bool is, double value)
{
    return is ? QVariant(value) : QVariant();
}

QVariantList valuesOf(const Found& found, std::size_t place)
{
    const AreaCount& area = found.counts.areas[place];
    const bool open = !area.hidden;
    const double all = found.counts.incidents;
    QVariantList values{static_cast<qint64>(place + 1),
                        area.name,
                        known(open, area.count),
                        known(open && all > 0.0, area.count / std::max(all, 1e-12)),
                        area.km2,
                        known(open && area.km2 > 0.0, area.perKm2())};
    if (!found.hasRates())
        return values;
    values.append(known(area.denominator.has_value(), area.denominator.value_or(0.0)));
    values.append(known(open && area.rate.has_value(), area.rate.value_or(0.0)));
    const analysis::Interval interval = area.interval.value_or(analysis::Interval{});
    values.append(known(open && area.interval.has_value(), interval.lower));
    values.append(known(open && area.interval.has_value(), interval.upper));
    return values;
}

QString countWords(double count)
{
    return text::number(count, count == std::round(count) ? 0 : 1);
}

QString highestSentence(const Found& found)
{
    const AreaCounts& counts = found.counts;
    const AreaCount& first = counts.areas.front();
    const std::optional<double> value = counts.shown(first);
    if (!value || !(*value > 0.0))
        return counts.hidden > 0 ? Tr::tr("Every count is so small that it is hidden.")
               : counts.outside >= counts.incidents
                   ? Tr::tr("No incident lies in any of the areas.")
                   : Tr::tr("No incident lies in an area that has something to divide by.");
    const int decimals = std::max(1, decimalsFor(*value));
    if (counts.measure == Measure::Count)
        return Tr::tr("Most incidents lie in %1: %2, %3 of all.")
            .arg(first.name, countWords(first.count), text::percent(first.count / counts.incidents, 1));
    if (counts.measure == Measure::PerKm2)
        return Tr::tr("Most per km²: %1, with %2 incidents on %3 km², %4 per km².")
            .arg(first.name, countWords(first.count), text::number(first.km2, 2), text::number(*value, decimals));
    const QString overall = text::number(counts.overall.value_or(0.0), decimals);
    if (!first.interval)
        return Tr::tr("The highest rate: %1, with %2 per 1,000 %3 against %4 in all areas.")
            .arg(first.name, text::number(*value, decimals), counts.denominatorName, overall);
    return Tr::tr("The highest rate: %1, with %2 per 1,000 %3 (95 per cent interval %4–%5) against %6 in all areas.")
        .arg(first.name, text::number(*value, decimals), counts.denominatorName,
             text::number(first.interval->lower, decimals), text::number(first.interval->upper, decimals), overall);
}

QStringList sentencesOf(const Found& found)
{
    QStringList sentences{highestSentence(found)};
    if (found.outsideHidden())
        sentences.append(Tr::tr("Few incidents lie outside all areas: too few to say how many."));
    else if (found.counts.outside > 0.0)
        sentences.append(Tr::tr("%1 of %2 incidents lie outside all areas.")
                             .arg(countWords(found.counts.outside), countWords(found.counts.incidents)));
    else
        sentences.append(Tr::tr("All %1 incidents lie in the areas.").arg(countWords(found.counts.incidents)));
    return sentences;
}

QStringList warningsOf(const Found& found)
{
    const AreaCounts& counts = found.counts;
    QStringList warnings;
    const auto unsure = std::count_if(counts.areas.begin(), counts.areas.end(), [](const AreaCount& area) {
        return area.rate && area.count > 0.0 && area.count < fewest;
    });
    if (unsure > 0)
        warnings.append(Tr::tr("In %Ln area(s) the rate rests on fewer than 10 incidents and says little.", nullptr,
                               static_cast<int>(unsure)));
    if (counts.inSeveral > 0.0)
        warnings.append(Tr::tr("The areas overlap: %1 incidents are counted in more than one.")
                            .arg(countWords(counts.inSeveral)));
    const auto small = std::count_if(counts.areas.begin(), counts.areas.end(), [](const AreaCount& area) {
        return !area.hidden && area.count > 0.0 && area.count < publicThreshold;
    });
    if (small > 0)
        warnings.append(Tr::tr("%Ln area(s) have 1 to 4 incidents: hide small numbers before this is shown to others, since "
                               "they may point out somebody.",
                               nullptr, static_cast<int>(small)));
    return warnings;
}

QStringList remarksOf(const Found& found)
{
    const AreaCounts& counts = found.counts;
    QStringList remarks = leftOutRemarks(found.input, found.points);
    if (found.study.hideBelow > 1)
        remarks.append(Tr::tr("Counts below %1 are hidden, and with them what they could be worked out from: %Ln area(s).",
                              nullptr, counts.hidden)
                           .arg(text::number(qint64{found.study.hideBelow})));
    if (counts.withoutDenominator > 0 && found.hasRates())
        remarks.append(Tr::tr("%Ln area(s) have nothing to divide by and no rate.", nullptr, counts.withoutDenominator));
    if (counts.unmatchedNumbers > 0)
        remarks.append(Tr::tr("%Ln row(s) of what is divided by name an area that is not there.", nullptr,
                              counts.unmatchedNumbers));
    if (found.study.denominators && found.study.denominators->skipped > 0)
        remarks.append(Tr::tr("%Ln row(s) of what is divided by could not be used.", nullptr,
                              static_cast<int>(found.study.denominators->skipped)));
    if (counts.mergedNames > 0)
        remarks.append(Tr::tr("%Ln name(s) stand for several areas each, which are counted together.", nullptr,
                              counts.mergedNames));
    if (found.study.areas->mended > 0)
        remarks.append(Tr::tr("%Ln area(s) of the file cross their own border; what lies inside is decided by the even-odd "
                              "rule.",
                              nullptr, found.study.areas->mended));
    if (found.study.areas->withoutPolygon > 0)
        remarks.append(Tr::tr("%Ln row(s) of the file of areas have no area and are passed over.", nullptr,
                              found.study.areas->withoutPolygon));
    return remarks;
}

QJsonObject jsonOf(const Found& found)
{
    const AreaCounts& counts = found.counts;
    QJsonArray areas;
    for (std::size_t place = 0; place < counts.areas.size(); ++place) {
        const AreaCount& area = counts.areas[place];
        QJsonObject entry{{QStringLiteral("rank"), static_cast<qint64>(place + 1)},
                          {QStringLiteral("area"), area.name},
                          {QStringLiteral("area_km2"), area.km2},
                          {QStringLiteral("features"), area.features},
                          {QStringLiteral("hidden"), area.hidden},
                          {QStringLiteral("denominator"), area.denominator ? QJsonValue(*area.denominator) : QJsonValue()}};
        if (!area.hidden) {
            entry.insert(QStringLiteral("count"), area.count);
            entry.insert(QStringLiteral("share"), counts.incidents > 0.0 ? area.count / counts.incidents : 0.0);
            entry.insert(QStringLiteral("per_km2"), area.perKm2());
            entry.insert(QStringLiteral("per_1000"), area.rate ? QJsonValue(*area.rate) : QJsonValue());
            entry.insert(QStringLiteral("per_1000_interval"),
                         area.interval ? QJsonValue(QJsonArray{area.interval->lower, area.interval->upper}) : QJsonValue());
        }
        areas.append(entry);
    }
    return {{QStringLiteral("method"), QStringLiteral("areas")},
            {QStringLiteral("areas_name"), found.areasName},
            {QStringLiteral("name_field"), found.study.areas->nameField},
            {QStringLiteral("denominator"), counts.denominatorName},
            {QStringLiteral("incidents"), counts.incidents},
            {QStringLiteral("outside"), found.outsideHidden() ? QJsonValue() : QJsonValue(counts.outside)},
            {QStringLiteral("in_several"), counts.inSeveral},
            {QStringLiteral("overall_per_1000"), counts.overall ? QJsonValue(*counts.overall) : QJsonValue()},
            {QStringLiteral("hide_below"), found.study.hideBelow},
            {QStringLiteral("hidden"), counts.hidden},
            {QStringLiteral("left_out_imprecise"), static_cast<qint64>(found.points.usable.leftOut())},
            {QStringLiteral("unusable"), found.input.unusable},
            {QStringLiteral("areas"), areas}};
}

QStringList parametersOf(const Found& found)
{
    QStringList parameters{Tr::tr("Areas: %1").arg(found.areasName), Tr::tr("Shown: %1").arg(measureName(found.counts))};
    if (found.hasRates())
        parameters.append(Tr::tr("Divided by: %1").arg(found.counts.denominatorName));
    if (found.study.hideBelow > 1)
        parameters.append(Tr::tr("Counts below %1 hidden").arg(text::number(qint64{found.study.hideBelow})));
    return parameters;
}

} // namespace

Result<MethodResultPtr> runAreaCount(const StudyInput& input, const AreaCountStudy& study, std::stop_token stop,
                                     const Progress& progress)
{
    if (const std::optional<Error> fault = firstFault(input, study))
        return tl::unexpected(*fault);
    const StudyPoints points = studyPoints(input, anywhere, false);
    if (points.points.empty())
        return fail(ErrorCode::NoIncidents);
    const Result<AreaCounts> counts = countAreas(input, study, points, stop, progress);
    if (!counts)
        return tl::unexpected(counts.error());

    const Found found{input, study, points, *counts, study.areasName.isEmpty() ? study.areas->title : study.areasName};
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Counts per area");
    result->parameters = parametersOf(found);
    result->sentences = sentencesOf(found);
    result->warnings = warningsOf(found);
    result->remarks = remarksOf(found);
    result->propertyColumns = columnsOf(found);
    for (std::size_t place = 0; place < counts->areas.size(); ++place)
        result->properties.push_back(valuesOf(found, place));
    result->tables = {{QStringLiteral("areas"), Tr::tr("Areas"), result->propertyColumns, result->properties}};
    result->layer = areaLayer(*counts, study, found.areasName);
    result->json = jsonOf(found);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
