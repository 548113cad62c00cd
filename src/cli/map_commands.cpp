#include "cli/analysed_file.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "exchange/export_writer.h"
#include "text/sentences.h"
#include "workspace/hotspot_certainty.h"
#include "workspace/hotspot_rows.h"
#include "workspace/map_analysis.h"
#include "workspace/output_guard.h"

#include <QJsonArray>

namespace hk::cli {
namespace {


/// What was asked for beside the hotspots themselves.
struct HotspotAsked {
    bool rank = false; ///< by a named measure: the excess is shown, too
    std::optional<workspace::CertaintySettings> certainty;
};

Result<HotspotAsked> hotspotAsked(const Arguments& given)
{
    HotspotAsked asked;
    asked.rank = given.has(QStringLiteral("rank"));
    const Result<qint64> runs = given.wholeNumber(QStringLiteral("runs"), 199, 1, 100000);
    if (!runs)
        return tl::unexpected(runs.error());
    const Result<qint64> seed = given.wholeNumber(QStringLiteral("seed"), 1, 0, 9'000'000'000'000'000);
    if (!seed)
        return tl::unexpected(seed.error());
    if (given.has(QStringLiteral("certainty")))
        asked.certainty = workspace::CertaintySettings{static_cast<int>(*runs), static_cast<quint64>(*seed)};
    else if (given.has(QStringLiteral("runs")) || given.has(QStringLiteral("seed")))
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--runs and --seed belong to --certainty.")});
    return asked;
}

void printHotspotsJson(const workspace::MapAnalysis& analysis, const std::vector<workspace::HotspotRow>& rows,
                       const HotspotAsked& asked)
{
    QJsonArray list;
    for (const workspace::HotspotRow& row : rows) {
        QJsonObject object{{QStringLiteral("rank"), row.rank},
                           {QStringLiteral("name"), row.name},
                           {QStringLiteral("incidents"), row.incidents},
                           {QStringLiteral("area_ha"), row.areaHectares},
                           {QStringLiteral("density_per_km2"), row.densityPerKm2},
                           {QStringLiteral("categories"), row.categories},
                           {QStringLiteral("hours"), row.hours}};
        if (asked.rank)
            object.insert(QStringLiteral("excess"), row.excess);
        if (row.sure)
            object.insert(QStringLiteral("certainty"), *row.sure);
        list.append(object);
    }
    QJsonObject json{{QStringLiteral("incidents"), static_cast<qint64>(analysis.selection.rows.size())},
                     {QStringLiteral("in_heatmap"), static_cast<qint64>(analysis.inHeatmap)},
                     {QStringLiteral("left_out_imprecise"), static_cast<qint64>(analysis.leftOutImprecise)},
                     {QStringLiteral("left_out_far"), static_cast<qint64>(analysis.leftOutFar)},
                     {QStringLiteral("hotspots"), list}};
    if (asked.certainty) {
        json.insert(QStringLiteral("certainty_runs"), asked.certainty->runs);
        json.insert(QStringLiteral("certainty_seed"), static_cast<qint64>(asked.certainty->seed));
    }
    printJson(json);
}

void printHotspots(const workspace::MapAnalysis& analysis, const std::vector<workspace::HotspotRow>& rows)
{
    if (rows.empty())
        printLine(QStringLiteral("No hotspots."));
    for (const workspace::HotspotRow& row : rows) {
        QString line = QStringLiteral("%1. %2: %3, %4 ha, %5 per km², %6")
                           .arg(row.rank)
                           .arg(row.name, text::incidents(row.incidents), text::number(row.areaHectares, 1),
                                text::number(row.densityPerKm2, 0), row.categories);
        if (!row.hours.isEmpty())
            line += QStringLiteral(", ") + row.hours;
        if (!row.certainty.isEmpty())
            line += QStringLiteral(", ") + row.certainty;
        printLine(line);
    }
    for (const QString& remark : workspace::leftOutRemarks(analysis))
        printLine(remark);
}


} // namespace

int hotspotsCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("hotspots"), QStringLiteral("Ranked hotspots around Mölndals bro as GeoJSON polygons."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.filterOptions();
    given.analysisOptions();
    given.signatureOptions();
    given.option(QStringLiteral("rank"), QStringLiteral("incidents|density|excess"),
                 QStringLiteral("Ranks by incidents (so without this), by density, or by the excess over an even spread."));
    given.flag(QStringLiteral("certainty"),
               QStringLiteral("Says how sure each place among the first five is: the share of resamples that keep it."));
    given.option(QStringLiteral("runs"), QStringLiteral("N"), QStringLiteral("Resamples (199)."));
    given.option(QStringLiteral("seed"), QStringLiteral("S"), QStringLiteral("Seed of the resamples (1)."));
    given.option(QStringLiteral("out"), QStringLiteral("OUT.geojson"), QStringLiteral("The file to write."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the list as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (const Result<void> free = workspace::mayReplace(given.value(QStringLiteral("out")), {given.at(0)}); !free)
        return failWith(free.error());
    const Result<HotspotAsked> asked = hotspotAsked(given);
    if (!asked)
        return failWith(asked.error());
    const Result<Analysed> analysed = analyseFile(given);
    if (!analysed)
        return failWith(analysed.error());
    const workspace::MapAnalysis& analysis = *analysed->analysis;
    Result<analysis::HotspotStability> certainty;
    if (asked->certainty) {
        certainty = workspace::certaintyOf(analysis, *asked->certainty, {}, [](double share) {
            printProgress(QStringLiteral("%1 %").arg(static_cast<int>(100.0 * share)));
        });
        endProgress();
        if (!certainty)
            return failWith(certainty.error());
    }
    if (given.has(QStringLiteral("out"))) {
        if (const Result<void> logged = logOutput(given, workspace::Output::Result, analysis.filter,
                                                  static_cast<qint64>(analysis.selection.rows.size()),
                                                  {given.value(QStringLiteral("out"))});
            !logged)
            return failWith(logged.error());
        const Result<void> written
            = exchange::writeHotspots(given.value(QStringLiteral("out")), *analysis.hotspots, analysis.hotspotNames,
                                      analysis.snapshot->categories, {asked->rank, certainty->share, certainty->runs});
        if (!written)
            return failWith(written.error());
    }
    const std::vector<workspace::HotspotRow> rows
        = workspace::hotspotRows(analysis, asked->certainty ? &*certainty : nullptr);
    if (given.has(QStringLiteral("json")))
        printHotspotsJson(analysis, rows, *asked);
    else
        printHotspots(analysis, rows);
    return Done;
}

} // namespace hk::cli
