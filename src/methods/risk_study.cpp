#include "methods/risk_study.h"

#include "analysis/period_comparison.h"
#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

namespace hk::methods {
namespace {

using analysis::Grid;

/// Fewer incidents than this within the bandwidth of the highest place, and it is not much to go by.
constexpr double fewestAround = 10.0;

/// What the words, grids and json are made of.
struct Found {
    const StudyInput& input;
    const RiskStudy& study;
    StudyPoints incidents;
    StudyPoints denominator;
    double total = 0.0; ///< of the denominator
    Grid density;
    Grid below;
    Grid ratio;
    double floor = 0.0;
    double overall = 0.0; ///< incidents per unit of the denominator, of both as a whole
    analysis::Point highest;
    double highestRatio = 0.0; ///< 0: nowhere
    double incidentsAround = 0.0;
};

QString denominatorName(const RiskStudy& study)
{
    return study.denominatorName.isEmpty() ? Tr::tr("points of comparison") : study.denominatorName;
}

/// "0,012", "3,4", "250": three figures.
QString shortNumber(double value)
{
    const double magnitude = value > 0.0 ? std::floor(std::log10(value)) : 0.0;
    return text::number(value, static_cast<int>(std::clamp(2.0 - magnitude, 0.0, 6.0)));
}

std::optional<Error> firstFault(const StudyInput& input, const RiskStudy& study)
{
    const auto why = [](const QString& words) { return Error{ErrorCode::StudyNotPossible, {}, {words}}; };
    if (!study.denominator || study.denominator->rows.empty())
        return why(Tr::tr("there is nothing to divide by"));
    if (study.denominator->crs.compare(input.crs, Qt::CaseInsensitive) != 0)
        return why(Tr::tr("the incidents and what they are divided by lie in different coordinate systems"));
    for (const auto& fault : {outOfRange(QStringLiteral("cell"), study.cell, 0.001, 1e6),
                              outOfRange(QStringLiteral("bandwidth"), study.bandwidth, 0.001, 1e6)})
        if (fault)
            return fault;
    return std::nullopt;
}

/// Both densities on one raster around the incidents, and the ratio.
analysis::Outcome<void> divide(Found& found, const std::stop_token& stop)
{
    const auto spec = analysis::gridAround(found.incidents.points, found.study.cell, found.study.bandwidth);
    if (!spec)
        return tl::unexpected(spec.error());
    analysis::KdeOptions options;
    options.kernel = found.study.kernel;
    options.bandwidth = found.study.bandwidth;
    options.stop = stop;
    auto density = analysis::kernelDensity(found.incidents.points, found.incidents.weights, *spec, options);
    if (!density)
        return tl::unexpected(density.error());
    auto below = analysis::kernelDensity(found.denominator.points, found.denominator.weights, *spec, options);
    if (!below)
        return tl::unexpected(below.error());
    const auto counts = analysis::countsWithin(found.incidents.points, *spec, found.study.bandwidth, stop);
    if (!counts)
        return tl::unexpected(counts.error());
    found.density = std::move(*density);
    found.below = std::move(*below);
    found.floor = found.study.floor > 0.0 ? found.study.floor : found.study.floorShare * found.below.maximum();
    found.ratio = analysis::densityRatio(found.density, found.below, found.floor);
    for (std::size_t i = 0; i < found.ratio.values.size(); ++i)
        if (found.ratio.values[i] > found.highestRatio) {
            found.highestRatio = found.ratio.values[i];
            found.incidentsAround = counts->values[i];
            const auto columns = static_cast<std::size_t>(spec->columns);
            found.highest = {spec->xmin + (static_cast<double>(i % columns) + 0.5) * spec->cell,
                             spec->ymin + (static_cast<double>(i / columns) + 0.5) * spec->cell};
        }
    return {};
}

QStringList sentencesOf(const Found& found)
{
    if (!(found.highestRatio > 0.0))
        return {Tr::tr("There is nothing to divide by where the incidents are.")};
    return {Tr::tr("Most for what there is: %1, with %2 incidents per unit of “%3” against %4 on the whole, %5 times as many.")
                .arg(PlaceNames(found.input).at(found.highest), shortNumber(found.highestRatio),
                     denominatorName(found.study), shortNumber(found.overall),
                     text::number(found.highestRatio / found.overall, 1))};
}

QJsonObject jsonOf(const Found& found)
{
    const analysis::GridSpec& spec = found.ratio.spec;
    return {{QStringLiteral("maximum"), found.highestRatio},
            {QStringLiteral("maximum_x"), found.highest.x},
            {QStringLiteral("maximum_y"), found.highest.y},
            {QStringLiteral("incidents_around_maximum"), found.incidentsAround},
            {QStringLiteral("overall"), found.overall},
            {QStringLiteral("floor_per_km2"), found.floor},
            {QStringLiteral("cell"), found.study.cell},
            {QStringLiteral("bandwidth"), found.study.bandwidth},
            {QStringLiteral("grid"), QJsonObject{{QStringLiteral("xmin"), spec.xmin},
                                                 {QStringLiteral("ymin"), spec.ymin},
                                                 {QStringLiteral("cell"), spec.cell},
                                                 {QStringLiteral("columns"), static_cast<qint64>(spec.columns)},
                                                 {QStringLiteral("rows"), static_cast<qint64>(spec.rows)}}},
            {QStringLiteral("incidents"), static_cast<qint64>(found.incidents.points.size())},
            {QStringLiteral("denominator"), found.total},
            {QStringLiteral("left_out"), static_cast<qint64>(found.incidents.usable.leftOut() + found.incidents.leftOutFar)},
            {QStringLiteral("unusable"), found.input.unusable}};
}

double sumOfWeights(const StudyPoints& points)
{
    return points.weights.empty() ? static_cast<double>(points.points.size())
                                  : std::accumulate(points.weights.begin(), points.weights.end(), 0.0);
}

} // namespace

Result<MethodResultPtr> runRisk(const StudyInput& input, const RiskStudy& study, std::stop_token stop,
                                const Progress& progress)
{
    if (const std::optional<Error> fault = firstFault(input, study))
        return tl::unexpected(*fault);
    Found found{input, study, studyPoints(input, study.bandwidth, true),
                studyPoints(*study.denominator, study.bandwidth, false), 0.0, {}, {}, {}, 0.0, 0.0, {}, 0.0, 0.0};
    if (found.incidents.points.empty())
        return fail(ErrorCode::NoIncidents);
    found.total = sumOfWeights(found.denominator);
    if (!(found.total > 0.0) || std::any_of(found.denominator.weights.begin(), found.denominator.weights.end(),
                                            [](double weight) { return !(weight >= 0.0); }))
        return fail(ErrorCode::StudyNotPossible, {}, {Tr::tr("there is nothing to divide by")});
    found.overall = sumOfWeights(found.incidents) / found.total;
    try {
        if (const auto divided = divide(found, stop); !divided)
            return tl::unexpected(errorOf(divided.error(), study.cell, study.bandwidth));
    } catch (const std::bad_alloc&) {
        return tl::unexpected(errorOf({analysis::Fault::GridTooLarge, 0.0}, study.cell, study.bandwidth));
    }

    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Risk: incidents for what there is");
    result->parameters = {Tr::tr("Divided by: %1").arg(denominatorName(study)), Tr::tr("Cells %1 m").arg(metres(study.cell)),
                          study.kernel == analysis::Kernel::Quartic
                              ? Tr::tr("Bandwidth %1 m, quartic").arg(metres(study.bandwidth))
                              : Tr::tr("Bandwidth %1 m, Gaussian").arg(metres(study.bandwidth)),
                          Tr::tr("Nothing is said below %1 per km² of what is divided by").arg(shortNumber(found.floor))};
    result->sentences = sentencesOf(found);
    if (found.highestRatio > 0.0 && found.incidentsAround < fewestAround)
        result->warnings.append(Tr::tr("Only %Ln incident(s) lie within the bandwidth of the highest place.", nullptr,
                                       static_cast<int>(found.incidentsAround)));
    result->remarks = leftOutRemarks(input, found.incidents);
    const auto shared = [](Grid& grid) { return std::make_shared<const Grid>(std::move(grid)); };
    result->json = jsonOf(found);
    const double most = found.density.maximum();
    const double mostBelow = found.below.maximum();
    result->grids = {{QStringLiteral("risk"), Tr::tr("Incidents for what there is"),
                      Tr::tr("incidents per unit of “%1”").arg(denominatorName(study)), shared(found.ratio),
                      map::ColourScale::forMaximum(found.highestRatio)},
                     {QStringLiteral("incidents"), Tr::tr("Incidents"), Tr::tr("incidents per km²"), shared(found.density),
                      map::ColourScale::forMaximum(most)},
                     {QStringLiteral("denominator"), denominatorName(study), Tr::tr("per km²"), shared(found.below),
                      map::ColourScale::forMaximum(mostBelow)}};
    if (progress)
        progress(1.0);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
