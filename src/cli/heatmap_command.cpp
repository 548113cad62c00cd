#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "exchange/export_writer.h"
#include "exchange/points_reader.h"
#include "geo/transform.h"
#include "store/incident_store.h"
#include "workspace/output_guard.h"
#include "workspace/snapshot.h"

#include <QFileInfo>

#include <cmath>

namespace hk::cli {
namespace {

struct Input {
    std::vector<analysis::Point> points;
    qint64 leftOut = 0; ///< unusable rows, or incidents too imprecise for the bandwidth
    QString crs;
};

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

/// The CRS of the grid: metres, so that a cell and a bandwidth are what they are called.
Result<QString> gridCrs(const Arguments& given)
{
    if (!given.has(QStringLiteral("crs")))
        return QStringLiteral("EPSG:3006");
    const QString crs = given.value(QStringLiteral("crs"));
    const Result<bool> projected = geo::isProjected(crs);
    if (!projected)
        return tl::unexpected(projected.error());
    if (!*projected)
        return wrong(QStringLiteral("--crs must be a projected system in metres such as EPSG:3006, not %1; "
                                    "lon,lat are transformed into it.").arg(crs));
    return crs;
}

/// The incidents of an incident file by the rules of the heatmap.
Result<Input> readIncidents(const Arguments& given, const store::IncidentStore& store,
                            const workspace::MapSettings& settings, const QString& crs)
{
    const Result<IncidentFilter> filter = given.filter(store.categories());
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(store);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const workspace::RowSelection selection = workspace::selectRows(**snapshot, *filter);
    const analysis::HeatmapRows usable
        = analysis::heatmapRows(*(*snapshot)->table, selection.rows, settings.bandwidth);
    exchange::PointsRead read{analysis::positions(*(*snapshot)->table, usable.rows),
                              static_cast<qint64>(usable.leftOut()), QStringLiteral("EPSG:3006")};
    if (const Result<void> moved = exchange::transformPoints(read, crs); !moved)
        return tl::unexpected(moved.error());
    return Input{std::move(read.points), read.skipped, crs};
}

/// An incident file by the rules of the heatmap, anything else as plain points.
Result<Input> readInput(const Arguments& given, const workspace::MapSettings& settings)
{
    const QString path = given.at(0);
    const Result<QString> crs = gridCrs(given);
    if (!crs)
        return tl::unexpected(crs.error());
    if (QFileInfo(path).suffix().compare(QLatin1String("gpkg"), Qt::CaseInsensitive) == 0) {
        const Result<store::IncidentStore> store = store::IncidentStore::open(path, store::Access::ReadOnly);
        if (!store && store.error().code != ErrorCode::FileNotOurs)
            return tl::unexpected(store.error());
        if (store)
            return readIncidents(given, *store, settings, *crs);
    }
    for (const char* filter : {"from", "to", "category", "organisation"})
        if (given.has(QLatin1String(filter)))
            return wrong(QStringLiteral("--%1 is for incident files; %2 holds plain points.")
                             .arg(QLatin1String(filter), QFileInfo(path).fileName()));
    if (given.has(QStringLiteral("x")) != given.has(QStringLiteral("y")))
        return wrong(QStringLiteral("--x and --y are given together."));
    Result<exchange::PointsRead> read = exchange::readPoints(
        {path, given.value(QStringLiteral("x")), given.value(QStringLiteral("y")), *crs});
    if (!read)
        return tl::unexpected(read.error());
    return Input{std::move(read->points), read->skipped, *crs};
}

Result<analysis::GridSpec> gridFor(const Arguments& given, const Input& input, const workspace::MapSettings& settings)
{
    analysis::Outcome<analysis::GridSpec> spec;
    if (given.has(QStringLiteral("extent"))) {
        const QStringList parts = given.value(QStringLiteral("extent")).split(QLatin1Char(','));
        std::vector<double> numbers;
        for (const QString& part : parts) {
            bool understood = false;
            const double number = part.toDouble(&understood);
            if (understood && std::isfinite(number))
                numbers.push_back(number);
        }
        if (parts.size() != 4 || numbers.size() != 4 || numbers[0] >= numbers[2] || numbers[1] >= numbers[3])
            return wrong(QStringLiteral("--extent takes xmin,ymin,xmax,ymax, not \"%1\".")
                             .arg(given.value(QStringLiteral("extent"))));
        spec = analysis::gridOf({numbers[0], numbers[1], numbers[2], numbers[3]}, settings.cell);
    } else {
        spec = analysis::gridAround(input.points, settings.cell, settings.bandwidth);
    }
    if (!spec)
        return tl::unexpected(workspace::errorOf(spec.error(), settings));
    return *spec;
}

} // namespace

int heatmapCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("heatmap"),
                    QStringLiteral("Kernel density in incidents per km² as a Float64 GeoTIFF. INPUT is an incident file, or "
                                   "a CSV with the columns e,n or lon,lat."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The points."));
    given.analysisOptions();
    given.filterOptions();
    given.option(QStringLiteral("x"), QStringLiteral("COL"), QStringLiteral("Column of the easting (or longitude)."));
    given.option(QStringLiteral("y"), QStringLiteral("COL"), QStringLiteral("Column of the northing (or latitude)."));
    given.option(QStringLiteral("crs"), QStringLiteral("EPSG:n"),
                 QStringLiteral("Projected CRS of e,n and of the grid (EPSG:3006); lon,lat are transformed into it."));
    given.option(QStringLiteral("extent"), QStringLiteral("xmin,ymin,xmax,ymax"),
                 QStringLiteral("Extent of the grid, in the CRS; without it the points' bounding box plus the bandwidth."));
    given.option(QStringLiteral("out"), QStringLiteral("OUT.tif"), QStringLiteral("The GeoTIFF to write."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    for (const QString& needed : {QStringLiteral("cell"), QStringLiteral("bandwidth"), QStringLiteral("out")})
        if (!given.has(needed))
            return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--%1 is missing.").arg(needed)}});
    const Result<workspace::MapSettings> settings = given.settings();
    if (!settings)
        return failWith(settings.error());
    if (const Result<void> free = workspace::mayReplace(given.value(QStringLiteral("out")), {given.at(0)}); !free)
        return failWith(free.error());
    const Result<Input> input = readInput(given, *settings);
    if (!input)
        return failWith(input.error());
    const Result<analysis::GridSpec> spec = gridFor(given, *input, *settings);
    if (!spec)
        return failWith(spec.error());
    analysis::KdeOptions options;
    options.kernel = settings->kernel;
    options.bandwidth = settings->bandwidth;
    const analysis::Outcome<analysis::Grid> density = analysis::kernelDensity(input->points, {}, *spec, options);
    if (!density)
        return failWith(workspace::errorOf(density.error(), *settings));
    const bool quartic = settings->kernel == analysis::Kernel::Quartic;
    const Result<void> written = exchange::writeDensity(
        given.value(QStringLiteral("out")), *density, input->crs,
        {{QStringLiteral("KERNEL"), quartic ? QStringLiteral("quartic") : QStringLiteral("gaussian")},
         {QStringLiteral("BANDWIDTH_M"), QString::number(settings->bandwidth)},
         {QStringLiteral("CELL_M"), QString::number(settings->cell)},
         {QStringLiteral("INCIDENTS"), QString::number(input->points.size())}});
    if (!written)
        return failWith(written.error());
    const auto points = static_cast<qint64>(input->points.size());
    if (given.has(QStringLiteral("json")))
        printJson({{QStringLiteral("out"), given.value(QStringLiteral("out"))},
                   {QStringLiteral("points"), points},
                   {QStringLiteral("left_out"), input->leftOut},
                   {QStringLiteral("columns"), static_cast<qint64>(spec->columns)},
                   {QStringLiteral("rows"), static_cast<qint64>(spec->rows)},
                   {QStringLiteral("maximum_per_km2"), density->maximum()}});
    else
        printLine(QStringLiteral("%1: %2 × %3 cells, %4 points, %5 left out, at most %6 incidents per km²")
                      .arg(given.value(QStringLiteral("out")))
                      .arg(spec->columns)
                      .arg(spec->rows)
                      .arg(points)
                      .arg(input->leftOut)
                      .arg(density->maximum(), 0, 'g', 6));
    return Done;
}

} // namespace hk::cli
