#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "core/map_tables.h"
#include "workspace/basemap_job.h"

#include <QJsonObject>

#include <atomic>
#include <cmath>
#include <csignal>

namespace hk::cli {
namespace {

std::atomic<bool> interrupted = false; // set by the signal handler only

/// So that an interrupted build takes its half-made file away before the process ends.
void watchInterrupts()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        if (std::signal(signal, [](int) { interrupted = true; }) == SIG_IGN)
            std::signal(signal, SIG_IGN); // as under nohup
}

Result<std::optional<exchange::MapExtent>> extentOf(const Arguments& given)
{
    if (!given.has(QStringLiteral("extent")))
        return std::optional<exchange::MapExtent>();
    const QString text = given.value(QStringLiteral("extent"));
    std::vector<double> numbers;
    const QStringList parts = text.split(QLatin1Char(','));
    for (const QString& part : parts) {
        bool understood = false;
        const double number = part.toDouble(&understood);
        if (understood && std::isfinite(number))
            numbers.push_back(number);
    }
    if (parts.size() != 4 || numbers.size() != 4 || numbers[0] >= numbers[2] || numbers[1] >= numbers[3])
        return fail(ErrorCode::WrongUsage, {},
                    {QStringLiteral("--extent takes xmin,ymin,xmax,ymax, not \"%1\".").arg(text)});
    return std::optional(exchange::MapExtent{numbers[0], numbers[1], numbers[2], numbers[3]});
}

QString themeName(std::size_t theme) { return QString::fromLatin1(map_tables::themes[theme]); }

void printCountsAsJson(const exchange::OsmMapCounts& counts)
{
    QJsonObject themes;
    for (std::size_t i = 0; i < counts.themes.size(); ++i) {
        const exchange::OsmThemeCount& theme = counts.themes[i];
        themes.insert(themeName(i), QJsonObject{{QStringLiteral("written"), theme.written},
                                                {QStringLiteral("merged"), theme.merged},
                                                {QStringLiteral("unnamed"), theme.unnamed},
                                                {QStringLiteral("not_closed"), theme.notClosed},
                                                {QStringLiteral("broken"), theme.broken},
                                                {QStringLiteral("outside"), theme.outside}});
    }
    printJson({{QStringLiteral("read"), QJsonObject{{QStringLiteral("points"), counts.points},
                                                    {QStringLiteral("lines"), counts.lines},
                                                    {QStringLiteral("areas"), counts.areas},
                                                    {QStringLiteral("relations"), counts.relations}}},
               {QStringLiteral("written"), counts.written()},
               {QStringLiteral("no_class"), counts.noClass},
               {QStringLiteral("incomplete_outlines"), counts.ringsNotClosed},
               {QStringLiteral("themes"), themes}});
}

void printCounts(const exchange::OsmMapCounts& counts)
{
    printLine(QStringLiteral("%1 things read: %2 points, %3 lines, %4 areas, %5 relations")
                  .arg(counts.read())
                  .arg(counts.points)
                  .arg(counts.lines)
                  .arg(counts.areas)
                  .arg(counts.relations));
    printLine(QStringLiteral("%1   written    merged   unnamed not closed    broken   outside")
                  .arg(QStringLiteral("theme"), -10));
    for (std::size_t i = 0; i < counts.themes.size(); ++i) {
        const exchange::OsmThemeCount& theme = counts.themes[i];
        printLine(QStringLiteral("%1%2%3%4%5%6%7")
                      .arg(themeName(i), -10)
                      .arg(theme.written, 10)
                      .arg(theme.merged, 10)
                      .arg(theme.unnamed, 10)
                      .arg(theme.notClosed, 11)
                      .arg(theme.broken, 10)
                      .arg(theme.outside, 10));
    }
    printLine(QStringLiteral("%1 left out because the map has no class for them").arg(counts.noClass));
    if (counts.ringsNotClosed > 0)
        printLine(QStringLiteral("%1 outlines are not complete in the extract").arg(counts.ringsNotClosed));
}

int buildCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("basemap build"),
                    QStringLiteral("Builds a detailed map from an extract of OpenStreetMap: an indexed GeoPackage that serves as "
                                   "background. The map is © OpenStreetMap contributors, ODbL 1.0."));
    given.option(QStringLiteral("osm"), QStringLiteral("FILE"), QStringLiteral("The extract: .osm.pbf or .osm."));
    given.option(QStringLiteral("out"), QStringLiteral("FILE.gpkg"), QStringLiteral("The map to make."));
    given.option(QStringLiteral("extent"), QStringLiteral("xmin,ymin,xmax,ymax"),
                 QStringLiteral("Only what reaches into this rectangle, in SWEREF 99 TM (EPSG:3006)."));
    given.flag(QStringLiteral("overwrite"), QStringLiteral("Replaces a map that is there."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    for (const QString& needed : {QStringLiteral("osm"), QStringLiteral("out")})
        if (given.value(needed).isEmpty())
            return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--%1 is missing.").arg(needed)}, {}});
    const Result<std::optional<exchange::MapExtent>> extent = extentOf(given);
    if (!extent)
        return failWith(extent.error());
    exchange::OsmMapRequest request;
    request.osm = given.value(QStringLiteral("osm"));
    request.target = given.value(QStringLiteral("out"));
    request.extent = *extent;
    request.overwrite = given.has(QStringLiteral("overwrite"));
    request.now = QDateTime::currentDateTimeUtc();
    watchInterrupts();
    std::stop_source stop;
    const auto progress = [&stop](double done) {
        if (interrupted)
            stop.request_stop();
        printProgress(QStringLiteral("%1 %").arg(static_cast<int>(100 * done)));
    };
    const Result<exchange::OsmMapCounts> counts = workspace::buildBasemap(request, progress, stop.get_token());
    endProgress();
    if (!counts)
        return failWith(counts.error());
    given.has(QStringLiteral("json")) ? printCountsAsJson(*counts) : printCounts(*counts);
    return Done;
}

} // namespace

int basemapCommand(const QStringList& arguments)
{
    const QString action = arguments.value(0);
    if (action == QLatin1String("build"))
        return buildCommand(arguments.mid(1));
    const QString usage = QStringLiteral("Usage: handelsekartan-cli basemap build --osm FILE --out FILE [options]\n"
                                         "handelsekartan-cli basemap build --help tells more.");
    const bool help = action == QLatin1String("--help") || action == QLatin1String("-h");
    help ? printLine(usage) : printError(usage);
    return help ? Done : WrongUsage;
}

} // namespace hk::cli
