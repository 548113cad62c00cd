#include "exchange/points_reader.h"

#include "exchange/csv.h"
#include "exchange/ogr_source.h"
#include "geo/transform.h"

#include <QFileInfo>

#include <cmath>

namespace hk::exchange {
namespace {

struct Columns {
    qsizetype x = -1;
    qsizetype y = -1;
    bool geographic = false;
};

qsizetype indexOf(const QStringList& columns, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        for (qsizetype i = 0; i < columns.size(); ++i)
            if (columns.at(i).compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return i;
    return -1;
}

Result<Columns> columnsOf(const PointsRequest& request, const QStringList& names)
{
    Columns columns;
    if (!request.xColumn.isEmpty() || !request.yColumn.isEmpty()) {
        columns.x = names.indexOf(request.xColumn);
        columns.y = names.indexOf(request.yColumn);
        if (columns.x < 0 || columns.y < 0)
            return fail(ErrorCode::ColumnNotFound, {request.path},
                        {columns.x < 0 ? request.xColumn : request.yColumn}, names.join(QStringLiteral(", ")));
        const QString x = request.xColumn.toLower();
        columns.geographic = x == QLatin1String("lon") || x == QLatin1String("longitude");
        return columns;
    }
    columns.x = indexOf(names, {"e", "easting", "x"});
    columns.y = indexOf(names, {"n", "northing", "y"});
    if (columns.x >= 0 && columns.y >= 0)
        return columns;
    columns.x = indexOf(names, {"lon", "longitude"});
    columns.y = indexOf(names, {"lat", "latitude"});
    columns.geographic = true;
    if (columns.x < 0 || columns.y < 0)
        return fail(ErrorCode::NoColumnsForPosition, {request.path}, {names.join(QStringLiteral(", "))});
    return columns;
}

Result<void> toCrs(PointsRead& read, const QString& from, const QString& to)
{
    std::vector<analysis::Point>& points = read.points;
    if (from.compare(to, Qt::CaseInsensitive) == 0)
        return {};
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].x;
        y[i] = points[i].y;
    }
    if (to == QLatin1String("EPSG:3006") && from == QLatin1String("EPSG:4326")) {
        geo::Sweref99Transform().toSweref(x, y);
    } else {
        const Result<geo::CrsTransform> transform = geo::CrsTransform::create(from, to);
        if (!transform)
            return tl::unexpected(transform.error());
        transform->forward(x, y);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i]))
            points[kept++] = {x[i], y[i]};
    read.skipped += static_cast<qint64>(points.size() - kept);
    points.resize(kept);
    return {};
}

Result<PointsRead> readLayer(const PointsRequest& request)
{
    Result<std::unique_ptr<RowSource>> source = openOgrSource(request.path, {});
    if (!source)
        return tl::unexpected(source.error());
    PointsRead result;
    SourceRow row;
    for (;;) {
        const Result<bool> more = (*source)->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (row.geometry)
            result.points.push_back({row.geometry->x, row.geometry->y});
        else
            ++result.skipped;
    }
    const QString from = (*source)->crs().isEmpty() ? request.crs : (*source)->crs();
    if (const Result<void> moved = toCrs(result, from, request.crs); !moved)
        return tl::unexpected(moved.error());
    result.crs = request.crs;
    return result;
}

} // namespace

Result<void> transformPoints(PointsRead& read, const QString& crs)
{
    const Result<void> moved = toCrs(read, read.crs, crs);
    if (moved)
        read.crs = crs;
    return moved;
}

Result<PointsRead> readPoints(const PointsRequest& request)
{
    const QString suffix = QFileInfo(request.path).suffix().toLower();
    for (const char* layer : {"gpkg", "geojson", "json", "shp", "kml", "gpx", "fgb"})
        if (suffix == QLatin1String(layer))
            return readLayer(request);
    Result<CsvReader> reader = CsvReader::open(request.path);
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<Columns> columns = columnsOf(request, reader->columns());
    if (!columns)
        return tl::unexpected(columns.error());
    PointsRead result;
    result.crs = request.crs;
    result.points.reserve(static_cast<std::size_t>(reader->size() / 24));
    std::vector<std::string_view> fields;
    const auto needed = static_cast<std::size_t>(std::max(columns->x, columns->y));
    for (;;) {
        const Result<bool> more = reader->next(fields);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (fields.size() <= needed) {
            ++result.skipped;
            continue;
        }
        const std::optional<double> x = parseNumber(fields[static_cast<std::size_t>(columns->x)]);
        const std::optional<double> y = parseNumber(fields[static_cast<std::size_t>(columns->y)]);
        if (x && y && std::isfinite(*x) && std::isfinite(*y))
            result.points.push_back({*x, *y});
        else
            ++result.skipped;
    }
    if (columns->geographic)
        if (const Result<void> moved = toCrs(result, QStringLiteral("EPSG:4326"), request.crs); !moved)
            return tl::unexpected(moved.error());
    return result;
}

} // namespace hk::exchange
