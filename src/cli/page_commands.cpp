#include "cli/analysed_file.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/map_background.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "core/local_time.h"
#include "exchange/zone_reader.h"
#include "geo/transform.h"
#include "i18n/languages.h"
#include "map/ground.h"
#include "report/output.h"
#include "report/page_ground.h"
#include "report/product.h"
#include "workspace/export_log.h"
#include "workspace/output_guard.h"

#include <QFileInfo>
#include <QImageReader>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words)
{
    return fail(ErrorCode::WrongUsage, {}, {words});
}

/// "12.0187,57.6556"
Result<Sweref99> positionOf(const Arguments& given, const QString& option)
{
    const QStringList parts = given.value(option).split(QLatin1Char(','));
    bool lonUnderstood = false;
    bool latUnderstood = false;
    const LonLat position{parts.value(0).toDouble(&lonUnderstood), parts.value(1).toDouble(&latUnderstood)};
    const bool around = position.lon >= 0 && position.lon <= 30 && position.lat >= 50 && position.lat <= 72; // false for NaN
    if (parts.size() != 2 || !lonUnderstood || !latUnderstood || !around)
        return wrong(QStringLiteral("--%1 takes lon,lat such as 12.0187,57.6556.").arg(option));
    return geo::Sweref99Transform().toSweref(position);
}

Result<report::PageOptions> pageOptions(const Arguments& given)
{
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
        const Result<Sweref99> centre = positionOf(given, QStringLiteral("center"));
        if (!centre)
            return tl::unexpected(centre.error());
        options.centre = *centre;
    }
    options.title = given.value(QStringLiteral("title"));
    options.confidentiality = given.value(QStringLiteral("mark"));
    if (given.has(QStringLiteral("fixed-date"))) {
        // Local time unless it says another zone, whatever the machine's own is.
        const Result<LocalTime> time = parseTime(given.value(QStringLiteral("fixed-date")));
        if (!time)
            return wrong(QStringLiteral("--fixed-date is a time as 2026-01-31T09:00:00, not \"%1\".")
                             .arg(given.value(QStringLiteral("fixed-date"))));
        options.printedAt = time->utc.toTimeZone(stockholm());
    }
    return options;
}

void declarePage(Arguments& given)
{
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.option(QStringLiteral("paper"), QStringLiteral("A4|A3"), QStringLiteral("Paper (A4)."));
    given.option(QStringLiteral("orientation"), QStringLiteral("landscape|portrait"), QStringLiteral("Orientation (landscape)."));
    given.option(QStringLiteral("scale"), QStringLiteral("N"), QStringLiteral("Scale 1:N (5000)."));
    given.option(QStringLiteral("center"), QStringLiteral("lon,lat"), QStringLiteral("Middle of the map (Mölndals bro)."));
    given.option(QStringLiteral("title"), QStringLiteral("T"), QStringLiteral("Title of the page."));
    given.option(QStringLiteral("mark"), QStringLiteral("T"), QStringLiteral("Confidentiality mark, such as Intern."));
    given.option(QStringLiteral("lang"), QStringLiteral("sv|en"), QStringLiteral("Language of the page (sv)."));
    given.option(QStringLiteral("fixed-date"), QStringLiteral("ISO"), QStringLiteral("Date of printing, for a repeatable file."));
    given.flag(QStringLiteral("archive"), QStringLiteral("Prepares the PDF for PDF/A-2b."));
    given.option(QStringLiteral("dpi"), QStringLiteral("N"), QStringLiteral("Resolution of a picture, 36 to 1200 (150)."));
    given.option(QStringLiteral("templates"), QStringLiteral("FOLDER"), QStringLiteral("Folder with page templates of one's own."));
    given.option(QStringLiteral("sender"), QStringLiteral("T"), QStringLiteral("Whose pages they are: the author of the PDF."));
    given.option(QStringLiteral("foot"), QStringLiteral("T"), QStringLiteral("A line at the foot of each sheet."));
    given.option(QStringLiteral("logotype"), QStringLiteral("PICTURE"), QStringLiteral("A logotype, as PNG, JPEG or SVG."));
    backgroundOptions(given);
    given.filterOptions();
    given.analysisOptions();
    given.signatureOptions();
}

/// What is asked for beside the page: house style, templates, resolution.
struct Asked {
    report::ProductOptions options;
    report::PdfOptions pdf;
    int dpi = 150;
    QString language;
};

Result<Asked> askedOf(const Arguments& given)
{
    Asked asked;
    asked.language = given.has(QStringLiteral("lang")) ? given.value(QStringLiteral("lang")) : QStringLiteral("sv");
    if (asked.language != QLatin1String("sv") && asked.language != QLatin1String("en"))
        return wrong(QStringLiteral("--lang is sv or en, not \"%1\".").arg(asked.language));
    const Result<report::PageOptions> page = pageOptions(given);
    if (!page)
        return tl::unexpected(page.error());
    const Result<qint64> dpi = given.wholeNumber(QStringLiteral("dpi"), asked.dpi, 36, 1200);
    if (!dpi)
        return tl::unexpected(dpi.error());
    asked.dpi = static_cast<int>(*dpi);
    asked.options.page = *page;
    asked.options.templates = given.value(QStringLiteral("templates"));
    if (!asked.options.templates.isEmpty() && !QFileInfo(asked.options.templates).isDir())
        return fail(ErrorCode::FileNotFound, {asked.options.templates, -1, {}});
    asked.options.house.organisation = given.value(QStringLiteral("sender"));
    asked.options.house.footer = given.value(QStringLiteral("foot"));
    asked.pdf.archival = given.has(QStringLiteral("archive"));
    if (const QString logotype = given.value(QStringLiteral("logotype")); !logotype.isEmpty()) {
        QImageReader reader(logotype);
        asked.options.house.logotype = reader.read();
        if (asked.options.house.logotype.isNull())
            return fail(ErrorCode::FileNotReadable, {logotype, -1, {}}, {}, reader.errorString());
    }
    return asked;
}

/// FILE or FILE:FIELD.
Result<void> readAreas(const QString& given, ZoneFilter& areas)
{
    const qsizetype colon = given.lastIndexOf(u':');
    const bool withField = colon > 0 && !QFileInfo(given).isFile();
    const auto read = withField ? exchange::readZones(given.left(colon), given.mid(colon + 1)) : exchange::readZones(given);
    if (!read)
        return tl::unexpected(read.error());
    areas = {*read, {}};
    return {};
}

/// What each page of a series is about, and how one of places counts.
Result<void> readSeries(const Arguments& given, report::ProductOptions& options)
{
    using report::SeriesOf;
    static const std::vector<std::pair<QString, SeriesOf>> known{{QStringLiteral("hotspots"), SeriesOf::Hotspots},
                                                                 {QStringLiteral("areas"), SeriesOf::Areas},
                                                                 {QStringLiteral("months"), SeriesOf::Months},
                                                                 {QStringLiteral("stops"), SeriesOf::Stops},
                                                                 {QStringLiteral("schools"), SeriesOf::Schools}};
    const QString areas = given.value(QStringLiteral("areas"));
    if (!areas.isEmpty()) {
        if (const Result<void> read = readAreas(areas, options.areas); !read)
            return read;
        options.series = SeriesOf::Areas;
    }
    if (const QString series = given.value(QStringLiteral("series")); !series.isEmpty()) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.first == series; });
        if (found == known.end())
            return wrong(QStringLiteral("--series is hotspots, areas, months, stops or schools, not \"%1\".").arg(series));
        options.series = found->second;
    }
    const bool isSeries = options.product == report::Product::Series;
    const bool countsAreas = options.product == report::Product::PublicMap && options.counts == CountGround::Areas;
    if (!areas.isEmpty() && !(isSeries && options.series == SeriesOf::Areas) && !countsAreas)
        return wrong(QStringLiteral("--areas is for --template serie --series areas, and for --template publik --counts areas."));
    for (const char* option : {"radius", "by-name", "empty-places"})
        if (given.has(QString::fromLatin1(option)) && !(isSeries && isOfPlaces(options.series)))
            return wrong(QStringLiteral("--%1 is for --series stops or schools.").arg(QString::fromLatin1(option)));
    const Result<double> radius = given.number(QStringLiteral("radius"), report::usualRadius(options.series),
                                               report::SeriesPlaces::leastRadius, report::SeriesPlaces::mostRadius);
    if (!radius)
        return tl::unexpected(radius.error());
    options.places = {*radius, given.has(QStringLiteral("empty-places")), given.has(QStringLiteral("by-name"))};
    return {};
}

/// What only one product asks for. The template is already known.
Result<void> readProduct(const Arguments& given, report::ProductOptions& options)
{
    const auto product = report::productOf(given.value(QStringLiteral("template")));
    if (!product) {
        QStringList known;
        for (const report::Product one : report::allProducts())
            known.append(report::keyOf(one));
        return wrong(QStringLiteral("--template is one of %1, not \"%2\".")
                         .arg(known.join(QStringLiteral(", ")), given.value(QStringLiteral("template"))));
    }
    options.product = *product;
    if (options.product == report::Product::PublicMap && !given.has(QStringLiteral("scale")))
        options.page.scale = 0.0; // fitted to what is shown
    if (given.has(QStringLiteral("shift"))) {
        const auto shift = report::shiftOf(given.value(QStringLiteral("shift")));
        if (!shift)
            return wrong(QStringLiteral("--shift is a weekday and hours such as \"fre 18-02\", not \"%1\".")
                             .arg(given.value(QStringLiteral("shift"))));
        options.shift = *shift;
    }
    const Result<qint64> spots = given.wholeNumber(QStringLiteral("spots"), options.patrolSpots, 3, 5);
    if (!spots)
        return tl::unexpected(spots.error());
    options.patrolSpots = static_cast<int>(*spots);
    for (const auto& [name, place] : {std::pair(QStringLiteral("start"), &options.start), std::pair(QStringLiteral("end"), &options.end)}) {
        if (!given.has(name))
            continue;
        const Result<Sweref99> position = positionOf(given, name);
        if (!position)
            return tl::unexpected(position.error());
        *place = *position;
    }
    if (const QString counts = given.value(QStringLiteral("counts")); !counts.isEmpty()) {
        const auto ground = countGroundFromName(counts);
        if (!ground)
            return wrong(QStringLiteral("--counts is grid, areas or streets, not \"%1\".").arg(counts));
        options.counts = *ground;
    }
    const Result<double> cell = given.number(QStringLiteral("count-cell"), options.countCell, 100.0, 5000.0);
    if (!cell)
        return tl::unexpected(cell.error());
    options.countCell = *cell;
    return readSeries(given, options);
}

/// "karta.png" of the third sheet of several: "karta-3.png".
QString pathOfSheet(const QString& path, int sheet, std::size_t sheets)
{
    if (sheets == 1)
        return path;
    const QFileInfo file(path);
    return QStringLiteral("%1-%2.%3").arg(path.chopped(file.suffix().size() + 1)).arg(sheet + 1).arg(file.suffix());
}

/// A PDF of all sheets, or a picture of each, by the path's ending.
Result<void> writePages(const paper::Document& document, const QString& path, const Asked& asked, bool allSheets)
{
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        if (const Result<void> written = report::writePdf(document, path, asked.pdf); !written)
            return written;
        printLine(path);
        return {};
    }
    const std::size_t sheets = allSheets ? document.sheets.size() : 1;
    for (std::size_t i = 0; i < sheets; ++i) {
        const QString one = pathOfSheet(path, static_cast<int>(i), sheets);
        if (const Result<void> written = report::writePicture(document, one, asked.dpi, static_cast<int>(i)); !written)
            return written;
        printLine(one);
    }
    return {};
}

/// Analyses the file, makes the pages, logs that they go out, and writes them.
int makePages(const Arguments& given, Asked asked, const QStringList& outputs, bool allSheets)
{
    QStringList read{given.at(0)};
    if (asked.options.areas.set)
        read.append(asked.options.areas.set->path);
    for (const QString& source : {QStringLiteral("background"), QStringLiteral("logotype")})
        if (given.has(source))
            read.append(given.value(source));
    for (const QString& out : outputs)
        if (const Result<void> free = workspace::mayReplace(out, read); !free)
            return failWith(free.error());
    const Result<Analysed> analysed = analyseFile(given);
    if (!analysed)
        return failWith(analysed.error());
    if (!asked.options.areas.set && analysed->analysis->filter.zones.isActive())
        asked.options.areas = analysed->analysis->filter.zones;
    std::vector<map::GroundSheet> layers = layersOf(given, analysed->layers);
    i18n::Languages languages; // the paper speaks its own language, the messages that of the command line
    languages.use(asked.language);
    const auto failed = [&languages](const Error& error) {
        languages.use(QStringLiteral("en"));
        return failWith(error);
    };
    const Result<std::shared_ptr<const map::Ground>> ground = groundOf(given, analysed->basemap, std::move(layers));
    if (!ground)
        return failed(ground.error());
    const auto tell = [](double share) { printProgress(QStringLiteral("%1 %").arg(static_cast<int>(100.0 * share))); };
    Result<paper::Document> document = report::makeDocument({analysed->analysis, *ground, analysed->basemap}, asked.options, {}, tell);
    if (document)
        document = report::withGround(std::move(*document), {}, tell);
    endProgress();
    if (!document)
        return failed(document.error());
    if (const Result<void> logged = logOutput(given, workspace::Output::Page, analysed->analysis->filter,
                                              static_cast<qint64>(analysed->analysis->selection.rows.size()), outputs);
        !logged)
        return failed(logged.error());
    for (const QString& out : outputs)
        if (const Result<void> written = writePages(*document, out, asked, allSheets); !written)
            return failed(written.error());
    return Done;
}

} // namespace

int mapCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("map"), QStringLiteral("The map with heatmap, hotspots and incidents as a georeferenced "
                                                          "PDF, and as a picture."));
    given.option(QStringLiteral("pdf"), QStringLiteral("OUT.pdf"), QStringLiteral("The PDF to write."));
    given.option(QStringLiteral("png"), QStringLiteral("OUT.png"), QStringLiteral("The picture to write: .png, .tif or .svg."));
    declarePage(given);
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    QStringList outputs{given.value(QStringLiteral("pdf")), given.value(QStringLiteral("png"))};
    outputs.removeAll(QString());
    if (outputs.isEmpty())
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--pdf or --png is missing.")}});
    if (outputs.size() == 2 && (outputs.first() == outputs.last() || workspace::isSameFile(outputs.first(), outputs.last())))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--pdf and --png name the same file.")}});
    const Result<Asked> asked = askedOf(given);
    return asked ? makePages(given, *asked, outputs, false) : failWith(asked.error());
}

int reportCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("report"), QStringLiteral("Pages for a meeting, a patrol or the public."));
    given.option(QStringLiteral("template"), QStringLiteral("motes|patrull|lagesbild|serie|publik"), QStringLiteral("What is made."));
    given.option(QStringLiteral("out"), QStringLiteral("OUT.pdf"),
                 QStringLiteral("The file to write; with .png, .tif or .svg one picture of each sheet."));
    given.option(QStringLiteral("shift"), QStringLiteral("\"fre 18-02\""), QStringLiteral("Weekday and hours of a patrol (fre 18-02)."));
    given.option(QStringLiteral("spots"), QStringLiteral("N"), QStringLiteral("Hotspots of a patrol, 3 to 5 (4)."));
    given.option(QStringLiteral("start"), QStringLiteral("lon,lat"), QStringLiteral("Where a patrol begins (Mölndals bro)."));
    given.option(QStringLiteral("end"), QStringLiteral("lon,lat"), QStringLiteral("Where it ends (where it begins)."));
    given.option(QStringLiteral("series"), QStringLiteral("hotspots|areas|months|stops|schools"),
                 QStringLiteral("What each page of a series is about (hotspots); areas are those of --areas or --zone."));
    given.option(QStringLiteral("areas"), QStringLiteral("FILE[:FIELD]"),
                 QStringLiteral("A file whose areas have a page each, or are counted in; FIELD gives their names."));
    given.option(QStringLiteral("radius"), QStringLiteral("M"), QStringLiteral("Metres around a stop (100) or a school (200)."));
    given.flag(QStringLiteral("by-name"), QStringLiteral("Stops or schools by name, not by incidents."));
    given.flag(QStringLiteral("empty-places"), QStringLiteral("Pages also for stops or schools without incidents."));
    given.option(QStringLiteral("counts"), QStringLiteral("grid|areas|streets"),
                 QStringLiteral("What a public map counts in (grid); areas are those of --areas or --zone."));
    given.option(QStringLiteral("count-cell"), QStringLiteral("M"), QStringLiteral("Side of a square of its grid, metres (500)."));
    declarePage(given);
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("template")) || !given.has(QStringLiteral("out")))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--template or --out is missing.")}});
    Result<Asked> asked = askedOf(given);
    if (!asked)
        return failWith(asked.error());
    if (const Result<void> read = readProduct(given, asked->options); !read)
        return failWith(read.error());
    return makePages(given, *asked, {given.value(QStringLiteral("out"))}, true);
}

} // namespace hk::cli
