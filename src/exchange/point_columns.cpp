#include "exchange/point_columns.h"

#include "exchange/csv.h"

#include <QDate>

#include <cmath>

namespace hk::exchange {
namespace {

qsizetype indexOf(const QStringList& columns, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        for (qsizetype i = 0; i < columns.size(); ++i)
            if (columns.at(i).compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return i;
    return -1;
}

Result<PointColumnIndices> positionColumns(const PointsRequest& request, const QStringList& names)
{
    PointColumnIndices columns;
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

} // namespace

Result<qsizetype> namedColumn(const PointsRequest& request, const QString& name, const QStringList& names)
{
    const qsizetype index = name.isEmpty() ? -1 : names.indexOf(name);
    if (!name.isEmpty() && index < 0)
        return fail(ErrorCode::ColumnNotFound, {request.path}, {name}, names.join(QStringLiteral(", ")));
    return index;
}

Result<PointColumnIndices> pointColumns(const PointsRequest& request, const QStringList& names)
{
    Result<PointColumnIndices> columns = positionColumns(request, names);
    if (!columns)
        return columns;
    const Result<qsizetype> date = namedColumn(request, request.dateColumn, names);
    const Result<qsizetype> weight = namedColumn(request, request.weightColumn, names);
    if (!date)
        return tl::unexpected(date.error());
    if (!weight)
        return tl::unexpected(weight.error());
    columns->date = *date;
    columns->weight = *weight;
    return columns;
}

bool addValues(const std::vector<std::string_view>& fields, const PointColumnIndices& columns, CivilMinutes& civil,
               PointsRead& result)
{
    std::optional<std::int64_t> minutes;
    std::optional<double> weight;
    if (columns.date >= 0 && !(minutes = civil.of(fields[static_cast<std::size_t>(columns.date)])))
        return false;
    if (columns.weight >= 0) {
        weight = parseNumber(fields[static_cast<std::size_t>(columns.weight)]);
        if (!weight || !std::isfinite(*weight))
            return false;
    }
    if (minutes)
        result.localMinutes.push_back(*minutes);
    if (weight)
        result.weights.push_back(*weight);
    return true;
}

} // namespace hk::exchange
