#include "cli/study_arguments.h"

#include "cli/commands.h"
#include "cli/held_interrupt.h"
#include "cli/output.h"
#include "cli/place_filter.h"
#include "cli/signature.h"
#include "exchange/area_reader.h"
#include "geo/transform.h"
#include "methods/result_files.h"
#include "store/incident_store.h"
#include "workspace/output_guard.h"

#include <QFileInfo>

#include <cmath>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words)
{
    return fail(ErrorCode::WrongUsage, {}, {words});
}

const QString storedCrs = QStringLiteral("EPSG:3006");

/// The same rows with their positions in another CRS.
Result<void> moveInto(methods::StudyInput& input, const QString& crs)
{
    if (crs.compare(storedCrs, Qt::CaseInsensitive) == 0)
        return {};
    const Result<geo::CrsTransform> transform = geo::CrsTransform::create(storedCrs, crs);
    if (!transform)
        return tl::unexpected(transform.error());
    auto moved = std::make_shared<analysis::IncidentTable>(*input.table);
    transform->forward(moved->easting, moved->northing);
    const auto lost = std::erase_if(input.rows, [&](std::uint32_t row) {
        return !std::isfinite(moved->easting[row]) || !std::isfinite(moved->northing[row]);
    });
    input.unusable += static_cast<qint64>(lost);
    input.table = std::move(moved);
    input.crs = crs;
    return {};
}

Result<methods::StudyInput> incidentsOf(const Arguments& given, const store::IncidentStore& store,
                                        const QString& crs)
{
    for (const char* option : {"x", "y", "date", "weight"})
        if (given.has(QLatin1String(option)))
            return wrong(QStringLiteral("--%1 is for plain points; %2 is an incident file.")
                             .arg(QLatin1String(option), QFileInfo(given.at(0)).fileName()));
    const Result<IncidentFilter> filter = filterWithPlaces(given, store.categories());
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(store);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    methods::StudyInput input = methods::inputOf(*snapshot, *filter);
    if (const Result<void> moved = moveInto(input, crs); !moved)
        return tl::unexpected(moved.error());
    return input;
}

Result<methods::StudyInput> pointsOf(const Arguments& given, const QString& crs)
{
    const QString path = given.at(0);
    for (const char* filter : {"from", "to", "category", "organisation", "zone", "near", "near-within"})
        if (given.has(QLatin1String(filter)))
            return wrong(QStringLiteral("--%1 is for incident files; %2 holds plain points.")
                             .arg(QLatin1String(filter), QFileInfo(path).fileName()));
    if (given.has(QStringLiteral("x")) != given.has(QStringLiteral("y")))
        return wrong(QStringLiteral("--x and --y are given together."));
    methods::PointColumns columns;
    columns.x = given.value(QStringLiteral("x"));
    columns.y = given.value(QStringLiteral("y"));
    columns.date = given.value(QStringLiteral("date"));
    columns.weight = given.value(QStringLiteral("weight"));
    columns.crs = crs;
    return methods::readPlainPoints(path, columns);
}

/// An incident file by its filter, anything else as plain points.
Result<methods::StudyInput> inputOf(const Arguments& given, const QString& crs)
{
    const QString path = given.at(0);
    if (QFileInfo(path).suffix().compare(QLatin1String("gpkg"), Qt::CaseInsensitive) == 0) {
        const Result<store::IncidentStore> store = store::IncidentStore::open(path, store::Access::ReadOnly);
        if (store)
            return incidentsOf(given, *store, crs);
        if (store.error().code != ErrorCode::FileNotOurs)
            return tl::unexpected(store.error());
    }
    return pointsOf(given, crs);
}

} // namespace

void addInputOptions(Arguments& given)
{
    given.filterOptions();
    given.signatureOptions();
    given.option(QStringLiteral("x"), QStringLiteral("COL"),
                 QStringLiteral("Column of the easting (or longitude)."));
    given.option(QStringLiteral("y"), QStringLiteral("COL"),
                 QStringLiteral("Column of the northing (or latitude)."));
    given.option(QStringLiteral("weight"), QStringLiteral("COL"),
                 QStringLiteral("Column of the weight of each point (1)."));
    given.option(QStringLiteral("crs"), QStringLiteral("EPSG:n"),
                 QStringLiteral(
                     "Projected CRS of e,n and of the result (EPSG:3006); lon,lat are transformed into it."));
}

void addDateOption(Arguments& given)
{
    given.option(QStringLiteral("date"), QStringLiteral("COLUMN"),
                 QStringLiteral("Column of the local date (ISO 8601, with or without time)."));
}

void addAreaOption(Arguments& given)
{
    given.option(QStringLiteral("area"), QStringLiteral("FILE"),
                 QStringLiteral("Polygons of the study area (.geojson, .gpkg, .shp …)."));
}

Result<std::vector<analysis::Polygon>> readStudyArea(const Arguments& given, const QString& crs)
{
    if (!given.has(QStringLiteral("area")))
        return std::vector<analysis::Polygon>();
    return exchange::readAreas(given.value(QStringLiteral("area")), crs);
}

Result<QString> projectedCrs(const Arguments& given)
{
    if (!given.has(QStringLiteral("crs")))
        return storedCrs;
    const QString crs = given.value(QStringLiteral("crs"));
    const Result<bool> projected = geo::isProjected(crs);
    if (!projected)
        return tl::unexpected(projected.error());
    if (!*projected)
        return wrong(QStringLiteral("--crs must be a projected system in metres such as EPSG:3006, not %1; "
                                    "lon,lat are transformed into it.")
                         .arg(crs));
    return crs;
}

Result<methods::StudyInput> readStudyInput(const Arguments& given)
{
    const Result<QString> crs = projectedCrs(given);
    if (!crs)
        return tl::unexpected(crs.error());
    Result<methods::StudyInput> input = inputOf(given, *crs);
    if (!input)
        return input;
    const Result<std::shared_ptr<const map::Basemap>> basemap = map::Basemap::embedded();
    if (!basemap)
        return tl::unexpected(basemap.error());
    input->basemap = *basemap;
    return input;
}

void printResult(const methods::MethodResult& result, bool json)
{
    if (json) {
        printJson(result.json);
        return;
    }
    for (const QStringList& lines : {result.sentences, result.warnings, result.remarks})
        for (const QString& line : lines)
            printLine(line);
}

Result<void> mayWrite(const Arguments& given)
{
    QStringList sources{given.at(0)};
    for (const char* option : {"area", "denominator", "target", "control", "buffer", "control-buffer", "zones", "near"})
        sources.append(given.values(QLatin1String(option)));
    return workspace::mayReplace(given.value(QStringLiteral("out")), sources);
}

namespace {

Result<void> write(const QString& path, const methods::MethodResult& result, const QString& crs,
                   const QString& csvTable)
{
    const HeldInterrupt held;
    if (QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0)
        for (const methods::ResultTable& table : result.tables)
            if (table.key == csvTable)
                return methods::writeTable(path, table);
    Result<void> written = methods::writeResult(path, result, crs);
    if (!written && written.error().code == ErrorCode::NotFound) // a kind of file that this method has nothing for
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()});
    return written;
}

} // namespace

int finishStudy(const Arguments& given, const Result<methods::MethodResultPtr>& result, const methods::StudyInput& input,
                const QString& csvTable)
{
    endProgress();
    if (!result)
        return failWith(result.error());
    if (const QString out = given.value(QStringLiteral("out")); !out.isEmpty()) {
        const Result<void> written
            = (input.snapshot ? logOutput(given, workspace::Output::Result, input.filter,
                                          static_cast<qint64>(input.rows.size()), {out})
                              : Result<void>())
                  .and_then([&] { return write(out, **result, input.crs, csvTable); });
        if (!written)
            return failWith(written.error());
    }
    printResult(**result, given.has(QStringLiteral("json")));
    return Done;
}

} // namespace hk::cli
