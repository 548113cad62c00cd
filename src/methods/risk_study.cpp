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

/// Fewer incidents, or units of the denominator, than this within the bandwidth of the highest place, and it is not much
/// to go by.
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
    double denominatorAround = 0.0;
    qint64 withoutDenominator = 0; ///< incidents in cells of which nothing is said
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

void countWhatItRestsOn(Found& found)
{
    const StudyPoints& below = found.denominator;
    const double squared = found.study.bandwidth * found.study.bandwidth;
    for (std::size_t i = 0; i < below.points.size(); ++i) {
        const double dx = below.points[i].x - found.highest.x;
        const double dy = below.points[i].y - found.highest.y;
        if (dx * dx + dy * dy < squared)
            found.denominatorAround += below.weights.empty() ? 1.0 : below.weights[i];
    }
    const analysis::GridSpec& spec = found.ratio.spec;
    const auto cell = [&](double from, double value, std::int64_t cells) {
        return std::clamp(static_cast<std::int64_t>((value - from) / spec.cell), std::int64_t{0}, cells - 1);
    };
    found.withoutDenominator
        = std::count_if(found.incidents.points.begin(), found.incidents.points.end(), [&](const analysis::Point& point) {
              return std::isnan(
                  found.ratio.at(cell(spec.xmin, point.x, spec.columns), cell(spec.ymin, point.y, spec.rows)));
          });
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

QStringList warningsOf(const Found& found)
{
    QStringList warnings;
    if (!(found.highestRatio > 0.0))
        return warnings;
    if (found.incidentsAround < fewestAround)
        warnings.append(Tr::tr("Only %Ln incident(s) lie within the bandwidth of the highest place.", nullptr,
                               static_cast<int>(found.incidentsAround)));
    if (found.denominatorAround < fewestAround)
        warnings.append(Tr::tr("Only %Ln unit(s) of “%1” lie within the bandwidth of the highest place: so high a number "
                               "says little.",
                               nullptr, static_cast<int>(std::lround(found.denominatorAround)))
                            .arg(denominatorName(found.study)));
    return warnings;
}

QStringList remarksOf(const Found& found)
{
    QStringList remarks = leftOutRemarks(found.input, found.incidents);
    if (found.withoutDenominator > 0)
        remarks.append(Tr::tr("%Ln incident(s) lie where there is too little of “%1” to say anything.", nullptr,
                              static_cast<int>(found.withoutDenominator))
                           .arg(denominatorName(found.study)));
    if (const qint64 unread = found.study.denominator->unusable; unread > 0)
        remarks.append(Tr::tr("%Ln row(s) of “%1” could not be read and are left out.", nullptr, static_cast<int>(unread))
                           .arg(denominatorName(found.study)));
    return remarks;
}

QJsonObject jsonOf(const Found& found)
{
    const analysis::GridSpec& spec = found.ratio.spec;
    return {{QStringLiteral("maximum"), found.highestRatio},
            {QStringLiteral("maximum_x"), found.highest.x},
            {QStringLiteral("maximum_y"), found.highest.y},
            {QStringLiteral("incidents_around_maximum"), found.incidentsAround},
            {QStringLiteral("denominator_around_maximum"), found.denominatorAround},
            {QStringLiteral("incidents_without_denominator"), found.withoutDenominator},
            {QStringLiteral("denominator_unusable"), found.study.denominator->unusable},
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
                studyPoints(*study.denominator, study.bandwidth, false), 0.0, {}, {}, {}, 0.0, 0.0, {}, 0.0, 0.0, 0.0, 0};
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

    countWhatItRestsOn(found);
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Risk: incidents for what there is");
    result->parameters = {Tr::tr("Divided by: %1").arg(denominatorName(study)), Tr::tr("Cells %1 m").arg(metres(study.cell)),
                          study.kernel == analysis::Kernel::Quartic
                              ? Tr::tr("Bandwidth %1 m, quartic").arg(metres(study.bandwidth))
                              : Tr::tr("Bandwidth %1 m, Gaussian").arg(metres(study.bandwidth)),
                          Tr::tr("Nothing is said below %1 per km² of what is divided by").arg(shortNumber(found.floor))};
    result->sentences = sentencesOf(found);
    result->warnings = warningsOf(found);
    result->remarks = remarksOf(found);
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
