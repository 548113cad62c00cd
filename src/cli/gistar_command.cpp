#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/gi_star_study.h"

namespace hk::cli {

int gistarCommand(const QStringList& arguments)
{
    Arguments given(
        QStringLiteral("gistar"),
        QStringLiteral("Hot and cold cells by Getis–Ord Gi*. INPUT is an incident file, or a CSV or layer of "
                       "points; with --weight, a CSV of cell values by the cells' centres."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The points."));
    given.option(QStringLiteral("cell"), QStringLiteral("M"), QStringLiteral("Side of a cell in metres."));
    given.option(QStringLiteral("band"), QStringLiteral("M"),
                 QStringLiteral(
                     "Distance to a neighbour's centre in metres, inclusive (cell · √2: the eight around)."));
    addAreaOption(given);
    given.flag(
        QStringLiteral("no-correction"),
        QStringLiteral("Classes by each p alone, not by the false discovery rate (Benjamini–Hochberg)."));
    addInputOptions(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"),
                 QStringLiteral("The file to write: .geojson or .csv the cells, .tif their z-scores."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("cell")))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--cell is missing.")}});
    methods::GiStarStudy study;
    study.correction = !given.has(QStringLiteral("no-correction"));
    const Result<double> cell = given.number(QStringLiteral("cell"), study.cell, 0.001, 1e6);
    if (!cell)
        return failWith(cell.error());
    const Result<double> band = given.number(QStringLiteral("band"), study.band, 0.001, 1e6);
    if (!band)
        return failWith(band.error());
    study.cell = *cell;
    study.band = *band;
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    Result<std::vector<analysis::Polygon>> area = readStudyArea(given, input->crs);
    if (!area)
        return failWith(area.error());
    study.area = std::move(*area);
    return finishStudy(given, methods::runGiStar(*input, study), *input, QStringLiteral("cells"));
}

} // namespace hk::cli
