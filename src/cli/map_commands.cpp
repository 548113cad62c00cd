#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/map_background.h"
#include "cli/output.h"
#include "cli/place_filter.h"
#include "cli/signature.h"
#include "exchange/export_writer.h"
#include "geo/transform.h"
#include "i18n/languages.h"
#include "map/ground.h"
#include "report/map_sheet.h"
#include "report/output.h"
#include "report/page.h"
#include "report/page_ground.h"
#include "store/incident_store.h"
#include "text/sentences.h"
#include "workspace/hotspot_certainty.h"
#include "workspace/hotspot_rows.h"
#include "workspace/map_analysis.h"
#include "workspace/output_guard.h"

#include <QJsonArray>

namespace hk::cli {
namespace {

struct Analysed {
    std::shared_ptr<const map::Basemap> basemap;
    workspace::MapAnalysisPtr analysis;
    std::vector<store::StoredLayer> layers;
};

Result<Analysed> analyseFile(const Arguments& given)
{
    const Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0), store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    const Result<IncidentFilter> filter = filterWithPlaces(given, store->categories());
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<workspace::MapSettings> settings = given.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<std::shared_ptr<const map::Basemap>> basemap = map::Basemap::embedded();
    if (!basemap)
        return tl::unexpected(basemap.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(*store);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    Result<workspace::MapAnalysisPtr> analysis
        = workspace::analyse(*snapshot, *filter, *settings, map::PlaceSearch(*basemap));
    if (!analysis)
        return tl::unexpected(analysis.error());
    Result<std::vector<store::StoredLayer>> layers = store->layers();
    if (!layers)
        return tl::unexpected(layers.error());
    return Analysed{*basemap, *analysis, std::move(*layers)};
}

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

Result<report::PageOptions> pageOptions(const Arguments& given)
{
    const auto wrong = [](const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); };
    report::PageOptions options;
    const QString paper = given.has(QStringLiteral("paper")) ? given.value(QStringLiteral("paper")).toUpper()
                                                             : QStringLiteral("A4");
    if (paper != QLatin1String("A4") && paper != QLatin1String("A3"))
        return wrong(QStringLiteral("--paper is A4 or A3, not \"%1\".").arg(paper));
    options.paper = paper == QLatin1String("A3") ? report::Paper::A3 : report::Paper::A4;
    const QString orientation = given.has(QStringLiteral("orientation")) ? given.value(QStringLiteral("orientation"))
                                                                         : QStringLiteral("landscape");
    if (orientation != QLatin1String("landscape") && orientation != QLatin1String("portrait"))
        return wrong(QStringLiteral("--orientation is landscape or portrait, not \"%1\".").arg(orientation));
    options.orientation = orientation == QLatin1String("portrait") ? report::Orientation::Portrait
                                                                   : report::Orientation::Landscape;
    const Result<double> scale = given.number(QStringLiteral("scale"), 5000.0, 100.0, 10e6);
    if (!scale)
        return tl::unexpected(scale.error());
    options.scale = *scale;
    options.centre = workspace::hub();
    if (given.has(QStringLiteral("center"))) {
        const QStringList parts = given.value(QStringLiteral("center")).split(QLatin1Char(','));
        bool lonUnderstood = false;
        bool latUnderstood = false;
        const LonLat centre{parts.value(0).toDouble(&lonUnderstood), parts.value(1).toDouble(&latUnderstood)};
        const bool around = centre.lon >= 0 && centre.lon <= 30 && centre.lat >= 50 && centre.lat <= 72; // false for NaN
        if (parts.size() != 2 || !lonUnderstood || !latUnderstood || !around)
            return wrong(QStringLiteral("--center takes lon,lat such as 12.0187,57.6556."));
        options.centre = geo::Sweref99Transform().toSweref(centre);
    }
    options.title = given.value(QStringLiteral("title"));
    options.confidentiality = given.value(QStringLiteral("mark"));
    if (given.has(QStringLiteral("fixed-date"))) {
        options.printedAt = QDateTime::fromString(given.value(QStringLiteral("fixed-date")), Qt::ISODate);
        if (!options.printedAt.isValid())
            return wrong(QStringLiteral("--fixed-date is a time as 2026-01-31T09:00:00, not \"%1\".")
                             .arg(given.value(QStringLiteral("fixed-date"))));
    }
    return options;
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

int mapCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("map"), QStringLiteral("The map with heatmap, hotspots and incidents as a georeferenced "
                                                          "PDF, and as a picture."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.option(QStringLiteral("pdf"), QStringLiteral("OUT.pdf"), QStringLiteral("The PDF to write."));
    given.option(QStringLiteral("png"), QStringLiteral("OUT.png"), QStringLiteral("The picture to write (150 dpi)."));
    given.option(QStringLiteral("paper"), QStringLiteral("A4|A3"), QStringLiteral("Paper (A4)."));
    given.option(QStringLiteral("orientation"), QStringLiteral("landscape|portrait"), QStringLiteral("Orientation (landscape)."));
    given.option(QStringLiteral("scale"), QStringLiteral("N"), QStringLiteral("Scale 1:N (5000)."));
    given.option(QStringLiteral("center"), QStringLiteral("lon,lat"), QStringLiteral("Middle of the map (Mölndals bro)."));
    given.option(QStringLiteral("title"), QStringLiteral("T"), QStringLiteral("Title of the page."));
    given.option(QStringLiteral("mark"), QStringLiteral("T"), QStringLiteral("Confidentiality mark, such as Intern."));
    given.option(QStringLiteral("lang"), QStringLiteral("sv|en"), QStringLiteral("Language of the page (sv)."));
    given.option(QStringLiteral("fixed-date"), QStringLiteral("ISO"), QStringLiteral("Date of printing, for a repeatable file."));
    backgroundOptions(given);
    given.filterOptions();
    given.analysisOptions();
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("pdf")) && !given.has(QStringLiteral("png")))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--pdf or --png is missing.")}});
    const QString language = given.has(QStringLiteral("lang")) ? given.value(QStringLiteral("lang")) : QStringLiteral("sv");
    if (language != QLatin1String("sv") && language != QLatin1String("en"))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--lang is sv or en, not \"%1\".").arg(language)}});
    const Result<report::PageOptions> options = pageOptions(given);
    if (!options)
        return failWith(options.error());
    for (const QString& out : {given.value(QStringLiteral("pdf")), given.value(QStringLiteral("png"))})
        if (const Result<void> free = workspace::mayReplace(out, {given.at(0)}); !free)
            return failWith(free.error());
    const Result<Analysed> analysed = analyseFile(given);
    if (!analysed)
        return failWith(analysed.error());

    std::vector<map::GroundSheet> layers = layersOf(given, analysed->layers);
    i18n::Languages languages; // the paper speaks its own language, the messages that of the command line
    languages.use(language);
    const Result<std::shared_ptr<const map::Ground>> ground = groundOf(given, analysed->basemap, std::move(layers));
    if (!ground)
        return failWith(ground.error());
    const Result<paper::PageTemplate> look = paper::embeddedTemplate(QStringLiteral("motes"));
    if (!look)
        return failWith(look.error());
    const report::MapPage page = report::pageOf(*analysed->analysis, *options, *ground, analysed->basemap);
    const Result<paper::Document> document = report::withGround(report::meetingMap(page, *look));
    if (!document)
        return failWith(document.error());
    const auto write = [&](const QString& name, auto writer) -> std::optional<int> {
        if (!given.has(name))
            return std::nullopt;
        const Result<void> written = writer(given.value(name));
        if (!written) {
            languages.use(QStringLiteral("en"));
            return failWith(written.error());
        }
        printLine(given.value(name));
        return std::nullopt;
    };
    if (const Result<void> logged = logOutput(given, workspace::Output::Page, analysed->analysis->filter,
                                              static_cast<qint64>(analysed->analysis->selection.rows.size()),
                                              {given.value(QStringLiteral("pdf")), given.value(QStringLiteral("png"))});
        !logged)
        return failWith(logged.error());
    if (const auto code = write(QStringLiteral("pdf"), [&](const QString& path) { return report::writePdf(*document, path); }))
        return *code;
    if (const auto code = write(QStringLiteral("png"), [&](const QString& path) { return report::writePicture(*document, path); }))
        return *code;
    return Done;
}

} // namespace hk::cli
