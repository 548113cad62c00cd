#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/risk_study.h"

#include <QFileInfo>

namespace hk::cli {
namespace {

/// The points divided by: their columns are found by name, but for the weight.
Result<std::shared_ptr<const methods::StudyInput>> denominatorOf(const Arguments& given, const QString& crs)
{
    methods::PointColumns columns;
    columns.weight = given.value(QStringLiteral("denominator-weight"));
    columns.crs = crs;
    Result<methods::StudyInput> read = methods::readPlainPoints(given.value(QStringLiteral("denominator")), columns);
    if (!read)
        return tl::unexpected(read.error());
    return std::make_shared<const methods::StudyInput>(std::move(*read));
}

} // namespace

int riskCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("risk"),
                    QStringLiteral("Incidents for what there is: the density of the incidents divided by that of other points, "
                                   "such as homes or passengers (dual density). INPUT is an incident file, or a CSV or layer of "
                                   "points."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("denominator"), QStringLiteral("POINTS"),
                 QStringLiteral("A CSV or layer of the points to divide by, with e,n or lon,lat."));
    given.option(QStringLiteral("denominator-weight"), QStringLiteral("COL"),
                 QStringLiteral("Column of how much each of them stands for (1)."));
    given.option(QStringLiteral("cell"), QStringLiteral("M"), QStringLiteral("Cell size in metres (25)."));
    given.option(QStringLiteral("bandwidth"), QStringLiteral("M"), QStringLiteral("Bandwidth in metres (150)."));
    given.option(QStringLiteral("floor"), QStringLiteral("SHARE"),
                 QStringLiteral("Share of the denominator's maximum below which nothing is said (0.01)."));
    addInputOptions(given);
    given.option(QStringLiteral("out"), QStringLiteral("F.tif"), QStringLiteral("The grid to write."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("denominator")))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--denominator is missing.")}});
    methods::RiskStudy study;
    const Result<double> cell = given.number(QStringLiteral("cell"), study.cell, 0.001, 1e6);
    if (!cell)
        return failWith(cell.error());
    const Result<double> bandwidth = given.number(QStringLiteral("bandwidth"), study.bandwidth, 0.001, 1e6);
    if (!bandwidth)
        return failWith(bandwidth.error());
    const Result<double> floor = given.number(QStringLiteral("floor"), study.floorShare, 0.0, 1.0);
    if (!floor)
        return failWith(floor.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    const auto denominator = denominatorOf(given, input->crs);
    if (!denominator)
        return failWith(denominator.error());
    study.denominator = *denominator;
    study.denominatorName = QFileInfo(given.value(QStringLiteral("denominator"))).completeBaseName();
    study.cell = *cell;
    study.bandwidth = *bandwidth;
    study.floorShare = *floor;
    return finishStudy(given, methods::runRisk(*input, study), *input);
}

} // namespace hk::cli
