#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/accuracy_study.h"
#include "methods/street_study.h"

namespace hk::cli {
namespace {

/// Takes the number of an option where it is given.
Result<void> take(const Arguments& given, const char* name, double lowest, double highest, double& target)
{
    const Result<double> value = given.number(QLatin1String(name), target, lowest, highest);
    if (!value)
        return tl::unexpected(value.error());
    target = *value;
    return {};
}

Result<methods::AccuracyStudy> accuracyStudy(const Arguments& given)
{
    const auto wrong = [](const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); };
    if (given.has(QStringLiteral("from")) || given.has(QStringLiteral("to")))
        return wrong(
            QStringLiteral("--fit and --test give the periods; --from and --to do not belong here."));
    methods::AccuracyStudy study;
    const Result<Period> fit = given.period(QStringLiteral("fit"));
    if (!fit)
        return tl::unexpected(fit.error());
    const Result<Period> test = given.period(QStringLiteral("test"));
    if (!test)
        return tl::unexpected(test.error());
    study.fit = *fit;
    study.test = *test;
    for (const Result<void>& taken :
         {take(given, "cell", 0.001, 1e6, study.cell), take(given, "bandwidth", 0.001, 1e6, study.bandwidth),
          take(given, "share", 1e-6, 1.0, study.share)})
        if (!taken)
            return tl::unexpected(taken.error());
    const QString map =
        given.has(QStringLiteral("map")) ? given.value(QStringLiteral("map")) : QStringLiteral("hotspots");
    if (map == QLatin1String("density"))
        study.map = methods::ForecastMap::Density;
    else if (map == QLatin1String("counts"))
        study.map = methods::ForecastMap::Counts;
    else if (map == QLatin1String("gistar"))
        study.map = methods::ForecastMap::GiStar;
    else if (map != QLatin1String("hotspots"))
        return wrong(QStringLiteral("--map is hotspots, density, counts or gistar, not \"%1\".").arg(map));
    return study;
}

/// The table of an accuracy study, for reading.
void printTable(const methods::ResultTable& table)
{
    for (const QVariantList& row : table.rows) {
        QStringList parts;
        for (qsizetype i = 1; i < row.size(); ++i) {
            const methods::ResultColumn& column = table.columns[static_cast<std::size_t>(i)];
            parts.append(QStringLiteral("%1 %2").arg(column.key, methods::shown(row.at(i), column)));
        }
        printLine(QStringLiteral("%1: %2").arg(row.at(0).toString(), parts.join(QStringLiteral(", "))));
    }
}

} // namespace

int streetsCommand(const QStringList& arguments)
{
    Arguments given(
        QStringLiteral("streets"),
        QStringLiteral(
            "Incidents per 100 m of the basemap's named streets. FILE is an incident file, or a CSV "
            "or layer of points."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("max-distance"), QStringLiteral("M"),
                 QStringLiteral("Distance from an incident to its street in metres, inclusive (40)."));
    addInputOptions(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"),
                 QStringLiteral("The file to write: .geojson or .csv."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    methods::StreetStudy study;
    if (const Result<void> taken = take(given, "max-distance", 0.1, 10000.0, study.reach); !taken)
        return failWith(taken.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    const Result<methods::MethodResultPtr> result = methods::runStreets(*input, study);
    const int code = finishStudy(given, result, *input);
    if (code == Done && !given.has(QStringLiteral("json")))
        printTable(result.value()->tables.front());
    return code;
}

int accuracyCommand(const QStringList& arguments)
{
    Arguments given(
        QStringLiteral("accuracy"),
        QStringLiteral("How well the map of one period foretold where the incidents of a later one lay (PAI, "
                       "PEI), beside last period's counts, the density and Gi*."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incidents; plain points need --date."));
    given.option(
        QStringLiteral("fit"), QStringLiteral("FROM/TO"),
        QStringLiteral(
            "Period of the map, as 2024-01-01/2025-01-01; the second date is the first day after it."));
    given.option(QStringLiteral("test"), QStringLiteral("FROM/TO"), QStringLiteral("The later period."));
    given.option(QStringLiteral("map"), QStringLiteral("hotspots|density|counts|gistar"),
                 QStringLiteral("The map that is judged (hotspots)."));
    given.option(QStringLiteral("cell"), QStringLiteral("M"), QStringLiteral("Cell size in metres (50)."));
    given.option(QStringLiteral("bandwidth"), QStringLiteral("M"),
                 QStringLiteral("Bandwidth of the density in metres (150)."));
    given.option(QStringLiteral("share"), QStringLiteral("P"),
                 QStringLiteral("Share of the study area that each map marks (0.05)."));
    addAreaOption(given);
    addInputOptions(given);
    addDateOption(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"),
                 QStringLiteral("The file to write: .geojson the marked cells, .csv the table."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    Result<methods::AccuracyStudy> study = accuracyStudy(given);
    if (!study)
        return failWith(study.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    Result<std::vector<analysis::Polygon>> area = readStudyArea(given, input->crs);
    if (!area)
        return failWith(area.error());
    study->area = std::move(*area);
    const Result<methods::MethodResultPtr> result = methods::runAccuracy(*input, *study);
    const int code = finishStudy(given, result, *input);
    if (code == Done && !given.has(QStringLiteral("json")))
        printTable(result.value()->tables.front());
    return code;
}

} // namespace hk::cli
