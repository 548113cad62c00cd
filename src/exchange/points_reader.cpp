#include "exchange/points_reader.h"

#include "exchange/csv.h"
#include "exchange/csv_points.h"
#include "exchange/ogr_source.h"
#include "exchange/point_columns.h"
#include "geo/transform.h"

#include <cmath>

namespace hk::exchange {
namespace {

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
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        if (!read.localMinutes.empty())
            read.localMinutes[kept] = read.localMinutes[i];
        if (!read.weights.empty())
            read.weights[kept] = read.weights[i];
        points[kept++] = {x[i], y[i]};
    }
    read.skipped += static_cast<qint64>(points.size() - kept);
    points.resize(kept);
    if (!read.localMinutes.empty())
        read.localMinutes.resize(kept);
    if (!read.weights.empty())
        read.weights.resize(kept);
    return {};
}

Result<PointsRead> readLayer(const PointsRequest& request)
{
    Result<std::unique_ptr<RowSource>> source = openOgrSource(request.path, {});
    if (!source)
        return tl::unexpected(source.error());
    PointColumnIndices columns;
    const Result<qsizetype> date = namedColumn(request, request.dateColumn, (*source)->columns());
    const Result<qsizetype> weight = namedColumn(request, request.weightColumn, (*source)->columns());
    if (!date)
        return tl::unexpected(date.error());
    if (!weight)
        return tl::unexpected(weight.error());
    columns.date = *date;
    columns.weight = *weight;
    CivilMinutes civil;
    PointsRead result;
    SourceRow row;
    for (;;) {
        const Result<bool> more = (*source)->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (row.geometry && addValues(row.values, columns, civil, result))
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

Result<QStringList> columnsOfPoints(const QString& path)
{
    if (isLayerFile(path))
        return openOgrSource(path, {}).map([](const std::unique_ptr<RowSource>& source) { return source->columns(); });
    return CsvReader::open(path).map([](const CsvReader& reader) { return reader.columns(); });
}

Result<PointsRead> readPoints(const PointsRequest& request)
{
    if (isLayerFile(request.path))
        return readLayer(request);
    Result<CsvPoints> table = readCsvPoints(request);
    if (!table)
        return tl::unexpected(table.error());
    if (table->geographic)
        if (const Result<void> moved = toCrs(table->read, QStringLiteral("EPSG:4326"), request.crs); !moved)
            return tl::unexpected(moved.error());
    return std::move(table->read);
}

} // namespace hk::exchange
