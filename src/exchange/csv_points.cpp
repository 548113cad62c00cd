#include "exchange/csv_points.h"

#include "exchange/csv.h"
#include "exchange/point_columns.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <thread>

namespace hk::exchange {
namespace {

bool isBlank(std::string_view record, char separator)
{
    return std::all_of(record.begin(), record.end(),
                       [&](char c) { return c == separator || c == ' ' || c == '\t' || c == '\r'; });
}

void addRecord(const std::vector<std::string_view>& fields, const PointColumnIndices& columns, CivilMinutes& civil,
               PointsRead& result)
{
    if (fields.size() > static_cast<std::size_t>(columns.last())) {
        const std::optional<double> x = parseNumber(fields[static_cast<std::size_t>(columns.x)]);
        const std::optional<double> y = parseNumber(fields[static_cast<std::size_t>(columns.y)]);
        if (x && y && std::isfinite(*x) && std::isfinite(*y) && addValues(fields, columns, civil, result)) {
            result.points.push_back({*x, *y});
            return;
        }
    }
    ++result.skipped;
}

/// Whole lines without quotation marks.
void readLines(std::string_view text, char separator, const PointColumnIndices& columns, PointsRead& result)
{
    const auto needed = static_cast<std::size_t>(columns.last()) + 1;
    CivilMinutes civil;
    std::vector<std::string_view> fields;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const void* newline = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        const char* const lineEnd = newline ? static_cast<const char*>(newline) : end;
        std::string_view line(at, static_cast<std::size_t>(lineEnd - at));
        at = newline ? lineEnd + 1 : end;
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        fields.clear();
        std::size_t begin = 0;
        while (fields.size() < needed) {
            const std::size_t stop = std::min(line.size(), line.find(separator, begin));
            fields.push_back(line.substr(begin, stop - begin));
            if (stop == line.size())
                break;
            begin = stop + 1;
        }
        const qint64 skipped = result.skipped;
        addRecord(fields, columns, civil, result);
        if (result.skipped != skipped && isBlank(line, separator))
            result.skipped = skipped; // a spreadsheet's empty row is no row
    }
}

/// The text in about equal parts that end with a line.
std::vector<std::string_view> partsOf(std::string_view text)
{
    constexpr std::size_t worthAThread = std::size_t{1} << 19; // bytes
    const std::size_t count = std::clamp<std::size_t>(text.size() / worthAThread, 1,
                                                      std::clamp(std::thread::hardware_concurrency(), 1u, 8u));
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        std::size_t end = std::max(begin, text.size() * i / count);
        if (i < count) {
            const std::size_t newline = text.find('\n', end);
            end = newline == std::string_view::npos ? text.size() : newline + 1;
        }
        parts.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return parts;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), from.begin(), from.end());
    from = {};
}

PointsRead readPlainText(std::string_view text, char separator, const PointColumnIndices& columns)
{
    const std::vector<std::string_view> parts = partsOf(text);
    std::vector<PointsRead> read(parts.size());
    std::vector<std::exception_ptr> thrown(parts.size());
    const auto run = [&](std::size_t i) {
        try {
            constexpr std::size_t shortLine = 20; // bytes of "321991.1,6394262.8\r\n"
            read[i].points.reserve(parts[i].size() / shortLine + 1);
            readLines(parts[i], separator, columns, read[i]);
        } catch (...) {
            thrown[i] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < parts.size(); ++i)
            threads.emplace_back(run, i);
        run(0);
    }
    for (const std::exception_ptr& exception : thrown)
        if (exception)
            std::rethrow_exception(exception);
    PointsRead result = std::move(read.front());
    std::size_t total = 0;
    for (const PointsRead& part : read)
        total += part.points.size();
    result.points.reserve(result.points.size() + total);
    for (std::size_t i = 1; i < read.size(); ++i) {
        append(result.points, read[i].points);
        append(result.localMinutes, read[i].localMinutes);
        append(result.weights, read[i].weights);
        result.skipped += read[i].skipped;
    }
    return result;
}

Result<PointsRead> readRecords(CsvReader& reader, const PointColumnIndices& columns)
{
    PointsRead result;
    CivilMinutes civil;
    std::vector<std::string_view> fields;
    for (;;) {
        const Result<bool> more = reader.next(fields);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return result;
        addRecord(fields, columns, civil, result);
    }
}

} // namespace

bool isLayerFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const char* layer : {"gpkg", "geojson", "json", "shp", "kml", "gpx", "fgb"})
        if (suffix == QLatin1String(layer))
            return true;
    return false;
}

Result<CsvPoints> readCsvPoints(const PointsRequest& request)
{
    Result<CsvReader> reader = CsvReader::open(request.path);
    if (!reader)
        return tl::unexpected(reader.error());
    const Result<PointColumnIndices> columns = pointColumns(request, reader->columns());
    if (!columns)
        return tl::unexpected(columns.error());
    const std::string_view text = reader->rest();
    const bool quoted = text.find('"') != std::string_view::npos;
    Result<PointsRead> read = quoted ? readRecords(*reader, *columns)
                                     : readPlainText(text, reader->separator(), *columns);
    if (!read)
        return tl::unexpected(read.error());
    read->crs = request.crs;
    return CsvPoints{std::move(*read), columns->geographic};
}

} // namespace hk::exchange
