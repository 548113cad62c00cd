#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/heatmap.h"
#include "cli/output.h"
#include "cli/place_filter.h"
#include "cli/signature.h"
#include "exchange/area_reader.h"
#include "exchange/export_writer.h"
#include "exchange/points_reader.h"
#include "geo/transform.h"
#include "store/incident_store.h"
#include "workspace/output_guard.h"
#include "workspace/snapshot.h"

#include <QFileInfo>
#include <optional>

namespace hk::cli {
namespace {

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

struct Input {
    HeatmapInput points;
    std::optional<IncidentFilter> filter; ///< of an incident file
};

/// The incidents of an incident file by the rules of the heatmap.
Result<Input> readIncidents(const Arguments& given, const store::IncidentStore& store,
                            const DensitySettings& settings, const QString& crs)
{
    const Result<IncidentFilter> filter = filterWithPlaces(given, store.categories());
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(store);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const workspace::RowSelection selection = workspace::selectRows(**snapshot, *filter);
    const analysis::HeatmapRows usable
        = analysis::heatmapRows(*(*snapshot)->table, selection.rows, settings.bandwidth);
    exchange::PointsRead read;
    read.points = analysis::positions(*(*snapshot)->table, usable.rows);
    read.skipped = static_cast<qint64>(usable.leftOut());
    read.crs = QStringLiteral("EPSG:3006");
    if (const Result<void> moved = exchange::transformPoints(read, crs); !moved)
        return tl::unexpected(moved.error());
    return Input{{std::move(read.points), {}, read.skipped, crs}, *filter};
}

/// An incident file by the rules of the heatmap, anything else as plain points.
Result<Input> readInput(const Arguments& given, const DensitySettings& settings)
{
    const QString path = given.at(0);
    const Result<QString> crs = gridCrs(given);
    if (!crs)
        return tl::unexpected(crs.error());
    if (QFileInfo(path).suffix().compare(QLatin1String("gpkg"), Qt::CaseInsensitive) == 0) {
        const Result<store::IncidentStore> store = store::IncidentStore::open(path, store::Access::ReadOnly);
        if (!store && store.error().code != ErrorCode::FileNotOurs)
            return tl::unexpected(store.error());
        if (store && given.has(QStringLiteral("weight")))
            return wrong(QStringLiteral("--weight is for plain points; the incidents of a file count one each."));
        if (store)
            return readIncidents(given, *store, settings, *crs);
    }
    for (const char* filter : {"from", "to", "category", "organisation", "zone", "near", "near-within"})
        if (given.has(QLatin1String(filter)))
            return wrong(QStringLiteral("--%1 is for incident files; %2 holds plain points.")
                             .arg(QLatin1String(filter), QFileInfo(path).fileName()));
    if (given.has(QStringLiteral("x")) != given.has(QStringLiteral("y")))
        return wrong(QStringLiteral("--x and --y are given together."));
    exchange::PointsRequest request;
    request.path = path;
    request.xColumn = given.value(QStringLiteral("x"));
    request.yColumn = given.value(QStringLiteral("y"));
    request.crs = *crs;
    request.weightColumn = given.value(QStringLiteral("weight"));
    Result<exchange::PointsRead> read = exchange::readPoints(request);
    if (!read)
        return tl::unexpected(read.error());
    return Input{{std::move(read->points), std::move(read->weights), read->skipped, *crs}, std::nullopt};
}

} // namespace

int heatmapCommand(const QStringList& arguments)
{
    HeatmapArguments given;
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<DensitySettings> settings = heatmapSettings(given);
    if (!settings)
        return failWith(settings.error());
    if (const Result<void> free = workspace::mayReplace(given.value(QStringLiteral("out")), {given.at(0), given.value(QStringLiteral("area"))}); !free)
        return failWith(free.error());
    Result<Input> input = readInput(given, *settings);
    if (!input)
        return failWith(input.error());
    std::vector<analysis::Polygon> area;
    if (given.has(QStringLiteral("area"))) {
        Result<std::vector<analysis::Polygon>> read = exchange::readAreas(given.value(QStringLiteral("area")), input->points.crs);
        if (!read)
            return failWith(read.error());
        area = exchange::withoutOverlaps(*read); // each part of a kernel must count once
    }
    const auto incidents = static_cast<qint64>(input->points.points.size());
    const auto write = [&](const QString& path, const analysis::Grid& grid, const QString& crs,
                           const QMap<QString, QString>& metadata) -> Result<void> {
        if (input->filter)
            if (Result<void> logged = logOutput(given, workspace::Output::Result, *input->filter, incidents, {path}); !logged)
                return logged;
        return exchange::writeDensity(path, grid, crs, metadata);
    };
    return makeHeatmap(given, *settings, std::move(input->points), area, write);
}

} // namespace hk::cli
