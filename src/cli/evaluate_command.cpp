#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "exchange/area_reader.h"
#include "methods/intervention_study.h"

namespace hk::cli {
namespace {

/// The polygons of every file the option names, together.
Result<std::vector<analysis::Polygon>> areas(const Arguments& given, const QString& option, const QString& crs)
{
    std::vector<analysis::Polygon> all;
    for (const QString& path : given.values(option)) {
        const Result<std::vector<analysis::Polygon>> read = exchange::readAreas(path, crs);
        if (!read)
            return tl::unexpected(read.error());
        all.insert(all.end(), read->begin(), read->end());
    }
    return all;
}

Result<methods::InterventionStudy> studyOf(const Arguments& given, const QString& crs)
{
    methods::InterventionStudy study;
    const struct {
        const char* option;
        std::vector<analysis::Polygon>& polygons;
    } kinds[] = {{"target", study.target}, {"control", study.control}, {"buffer", study.buffer},
                 {"control-buffer", study.controlBuffer}};
    const Result<Period> before = given.period(QStringLiteral("before"));
    if (!before)
        return tl::unexpected(before.error());
    const Result<Period> after = given.period(QStringLiteral("after"));
    if (!after)
        return tl::unexpected(after.error());
    study.before = *before;
    study.after = *after;
    for (const char* name : {"target", "control"})
        if (!given.has(QLatin1String(name)))
            return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--%1 is missing.").arg(QLatin1String(name))});
    for (const auto& kind : kinds) {
        Result<std::vector<analysis::Polygon>> read = areas(given, QLatin1String(kind.option), crs);
        if (!read)
            return tl::unexpected(read.error());
        kind.polygons = std::move(*read);
    }
    const struct {
        const char* option;
        double& width;
    } widths[] = {{"buffer-width", study.bufferWidth}, {"control-buffer-width", study.controlBufferWidth}};
    for (const auto& width : widths) {
        const Result<double> metres = given.number(QLatin1String(width.option), 0.0, 0.0, 100'000.0);
        if (!metres)
            return tl::unexpected(metres.error());
        width.width = *metres;
    }
    return study;
}

} // namespace

int evaluateCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("evaluate"),
                    QStringLiteral("Before and after an action: did the target area change more than the control area, and "
                                   "did the trouble move to the buffer area? Areas are polygons of GeoJSON, GeoPackage or "
                                   "Shapefile. FILE is an incident file, or a CSV with the columns e,n or lon,lat and --date."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("target"), QStringLiteral("F"), QStringLiteral("The area of the action; may be repeated."));
    given.option(QStringLiteral("control"), QStringLiteral("F"), QStringLiteral("A like area without it; may be repeated."));
    given.option(QStringLiteral("buffer"), QStringLiteral("F"),
                 QStringLiteral("Where the trouble may have moved to; may be repeated."));
    given.option(QStringLiteral("control-buffer"), QStringLiteral("F"),
                 QStringLiteral("The like of it by the control; may be repeated."));
    given.option(QStringLiteral("buffer-width"), QStringLiteral("M"), QStringLiteral("Buffer of so many metres around the target."));
    given.option(QStringLiteral("control-buffer-width"), QStringLiteral("M"),
                 QStringLiteral("Buffer of so many metres around the control."));
    given.option(QStringLiteral("before"), QStringLiteral("FROM/TO"),
                 QStringLiteral("Local dates, TO the first day after the period: 2024-01-01/2024-07-01."));
    given.option(QStringLiteral("after"), QStringLiteral("FROM/TO"), QStringLiteral("The same months afterwards."));
    addInputOptions(given);
    addDateOption(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"),
                 QStringLiteral("Also writes the table (.csv) or the areas with their counts (.geojson)."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything in full precision."));
    if (const auto code = given.parse(arguments))
        return *code;
    for (const char* option : {"from", "to"})
        if (given.has(QLatin1String(option)))
            return failWith({ErrorCode::WrongUsage, {}, {QStringLiteral("--%1 does not apply: --before and --after are the periods.")
                                                             .arg(QLatin1String(option))}});
    const Result<QString> crs = projectedCrs(given);
    if (!crs)
        return failWith(crs.error());
    const Result<methods::InterventionStudy> study = studyOf(given, *crs);
    if (!study)
        return failWith(study.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    return finishStudy(given, methods::runIntervention(*input, *study, {}, {}), *input);
}

} // namespace hk::cli
