#include "exchange/points_reader.h"

#include "exchange/csv.h"
#include "exchange/ogr_source.h"
#include "core/local_time.h"
#include "geo/transform.h"

#include <QDate>
#include <QFileInfo>

#include <cmath>

namespace hk::exchange {
namespace {

struct Columns {
    qsizetype x = -1;
    qsizetype y = -1;
    qsizetype date = -1;
    qsizetype weight = -1;
    bool geographic = false;
    qsizetype last() const { return std::max({x, y, date, weight}); }
};

qsizetype indexOf(const QStringList& columns, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        for (qsizetype i = 0; i < columns.size(); ++i)
            if (columns.at(i).compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return i;
    return -1;
}

/// Column of a name that the user gave; -1 for none.
Result<qsizetype> given(const PointsRequest& request, const QString& name, const QStringList& names)
{
    const qsizetype index = name.isEmpty() ? -1 : names.indexOf(name);
    if (!name.isEmpty() && index < 0)
        return fail(ErrorCode::ColumnNotFound, {request.path}, {name}, names.join(QStringLiteral(", ")));
    return index;
}

Result<Columns> positionColumns(const PointsRequest& request, const QStringList& names)
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

Result<Columns> columnsOf(const PointsRequest& request, const QStringList& names)
{
    Result<Columns> columns = positionColumns(request, names);
    if (!columns)
        return columns;
    const Result<qsizetype> date = given(request, request.dateColumn, names);
    const Result<qsizetype> weight = given(request, request.weightColumn, names);
    if (!date)
        return tl::unexpected(date.error());
    if (!weight)
        return tl::unexpected(weight.error());
    columns->date = *date;
    columns->weight = *weight;
    return columns;
}

/// Local civil minutes since 1970 of ISO 8601 texts. What is written plainly ("2018-01-01 13:05:00") is taken as it
/// stands, also in the lost hour of March: the date is right, and plain points have no hour to be wrong about.
class CivilMinutes {
public:
    std::optional<std::int64_t> of(std::string_view text)
    {
        if (const auto plain = ofPlain(text))
            return plain;
        const Result<LocalTime> time = parseTime(CsvReader::decode(text));
        if (!time)
            return std::nullopt;
        const LocalClock::Civil civil = m_clock.at(time->utc.toSecsSinceEpoch());
        return std::int64_t{civil.date} * 1440 + civil.minuteOfDay;
    }

private:
    static std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
    {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (i >= text.size() || text[i] < '0' || text[i] > '9')
                return std::nullopt;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    static std::optional<std::int64_t> ofPlain(std::string_view text)
    {
        const bool dateOnly = text.size() == 10;
        const bool withTime = (text.size() == 16 || text.size() == 19) && (text[10] == ' ' || text[10] == 'T')
                              && text[13] == ':' && (text.size() == 16 || text[16] == ':');
        if ((!dateOnly && !withTime) || text[4] != '-' || text[7] != '-')
            return std::nullopt;
        const auto year = digits(text, 0, 4);
        const auto month = digits(text, 5, 2);
        const auto day = digits(text, 8, 2);
        const auto hour = withTime ? digits(text, 11, 2) : std::optional<int>(0);
        const auto minute = withTime ? digits(text, 14, 2) : std::optional<int>(0);
        if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59)
            return std::nullopt;
        const QDate date(*year, *month, *day);
        if (!date.isValid())
            return std::nullopt;
        return (date.toJulianDay() - epoch) * 1440 + *hour * 60 + *minute;
    }

    static constexpr qint64 epoch = 2440588; ///< Julian day of 1970-01-01
    LocalClock m_clock;
};

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

/// The date and weight of one record. False where one that was asked for cannot be read.
bool addValues(const std::vector<std::string_view>& fields, const Columns& columns, CivilMinutes& civil, PointsRead& result)
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

Result<PointsRead> readLayer(const PointsRequest& request)
{
    Result<std::unique_ptr<RowSource>> source = openOgrSource(request.path, {});
    if (!source)
        return tl::unexpected(source.error());
    Columns columns;
    const Result<qsizetype> date = given(request, request.dateColumn, (*source)->columns());
    const Result<qsizetype> weight = given(request, request.weightColumn, (*source)->columns());
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
    const auto needed = static_cast<std::size_t>(columns->last());
    CivilMinutes civil;
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
        if (x && y && std::isfinite(*x) && std::isfinite(*y) && addValues(fields, *columns, civil, result))
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
