#include "exchange/osm_map_builder.h"

#include "exchange/map_file_writer.h"
#include "exchange/osm_sorter.h"
#include "geo/transform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace hk::exchange {
namespace {

constexpr double readingShare = 0.6; // of the whole time, as measured

/// What of Web Mercator the rectangle covers: its sides are not quite straight there.
QRectF mercatorOf(const MapExtent& extent)
{
    const geo::Sweref99Transform transform;
    double west = std::numeric_limits<double>::max(), south = west, east = -west, north = -west;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const double along = static_cast<double>(i) / steps;
        const double e = std::lerp(extent.west, extent.east, along);
        const double n = std::lerp(extent.south, extent.north, along);
        for (const Sweref99& at : {Sweref99{e, extent.south}, Sweref99{e, extent.north}, Sweref99{extent.west, n},
                                   Sweref99{extent.east, n}}) {
            const WebMercator moved = transform.toWebMercator(at);
            west = std::min(west, moved.x);
            east = std::max(east, moved.x);
            south = std::min(south, moved.y);
            north = std::max(north, moved.y);
        }
    }
    return {QPointF(west, south), QPointF(east, north)};
}

/// So that after a power cut there is not a new name with nothing behind it.
void toDisk(const QString& path)
{
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        ::fsync(file);
        ::close(file);
    }
#else
    Q_UNUSED(path)
#endif
}

Result<void> takePlace(const QString& part, const QString& target, bool overwrite)
{
    toDisk(part);
    if (!overwrite) { // made by someone else meanwhile: QFile::rename never replaces a file
        QFile file(part);
        if (file.rename(target))
            return {};
        return QFileInfo::exists(target) ? fail(ErrorCode::FileExists, {target})
                                         : fail(ErrorCode::FileNotWritable, {target}, {}, file.errorString());
    }
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(part).toStdString(), QFile::encodeName(target).toStdString(), failure);
    if (failure)
        return fail(ErrorCode::FileNotWritable, {target}, {}, QString::fromStdString(failure.message()));
    return {};
}

struct Reading {
    MapRows rows;
    OsmMapCounts counts;
    bool unsorted = false;
};

Result<Reading> readOsm(const OsmMapRequest& request, const QString& scratch, bool anyNodeOrder,
                        const std::function<void(double)>& progress, const std::stop_token& stop)
{
    Result<MapRows> rows = MapRows::create(scratch);
    if (!rows)
        return tl::unexpected(rows.error());
    Result<OsmSource> source = OsmSource::open(request.osm, {scratch, anyNodeOrder});
    if (!source)
        return tl::unexpected(source.error());
    OsmSorter sorter(*rows, request.extent ? mercatorOf(*request.extent) : QRectF());
    const auto reading = [&progress](double done) {
        if (progress)
            progress(readingShare * std::clamp(done, 0.0, 1.0));
    };
    OsmThing thing;
    for (;;) {
        const Result<bool> more = source->next(thing, reading, stop);
        if (!more && source->nodesUnsorted() && !anyNodeOrder)
            return Reading{std::move(*rows), {}, true};
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (const Result<void> added = sorter.add(thing); !added)
            return tl::unexpected(added.error());
    }
    if (const Result<void> finished = sorter.finish(); !finished)
        return tl::unexpected(finished.error());
    OsmMapCounts counts = sorter.counts();
    counts.ringsNotClosed = source->unclosedRelations();
    return Reading{std::move(*rows), counts, false};
}

Result<OsmMapCounts> build(const OsmMapRequest& request, const QString& scratch,
                           const std::function<void(double)>& progress, const std::stop_token& stop,
                           const std::function<Result<void>(const QString&)>& finish)
{
    Result<Reading> read = readOsm(request, scratch, false, progress, stop);
    if (read && read->unsorted)
        read = readOsm(request, scratch, true, progress, stop);
    if (!read)
        return tl::unexpected(read.error());
    if (read->counts.written() == 0)
        return fail(ErrorCode::ValueMissing, {request.osm, -1, QStringLiteral("map")});
    if (const Result<void> sorted = read->rows.sort(); !sorted)
        return tl::unexpected(sorted.error());
    const auto writing = [&progress](double done) {
        if (progress)
            progress(readingShare + (1.0 - readingShare) * done);
    };
    const QString part = scratch + QStringLiteral("/map.gpkg");
    const QString source = request.source.isEmpty() ? QFileInfo(request.osm).fileName() : request.source;
    const Result<void> written
        = writeMapFile(part, read->rows, {QString::fromUtf8(osmAttribution), source, request.now}, writing, stop);
    if (!written)
        return tl::unexpected(written.error());
    if (finish)
        if (const Result<void> finished = finish(part); !finished)
            return tl::unexpected(finished.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (const Result<void> placed = takePlace(part, request.target, request.overwrite); !placed)
        return tl::unexpected(placed.error());
    if (progress)
        progress(1.0);
    return read->counts;
}

} // namespace

qint64 OsmMapCounts::written() const
{
    return std::accumulate(themes.begin(), themes.end(), qint64{0},
                           [](qint64 sum, const OsmThemeCount& theme) { return sum + theme.written; });
}

Result<OsmMapCounts> buildOsmMap(const OsmMapRequest& request, const std::function<void(double)>& progress,
                                 std::stop_token stop, const std::function<Result<void>(const QString&)>& finish)
{
    const QFileInfo target(request.target);
    if (target.exists() && !request.overwrite)
        return fail(ErrorCode::FileExists, {request.target});
    if (target.exists() && !target.isFile())
        return fail(ErrorCode::FileNotWritable, {request.target});
    // In the same folder, so that the last step is a mere rename.
    QTemporaryDir scratch(target.absoluteDir().filePath(QStringLiteral(".map-XXXXXX")));
    if (!scratch.isValid())
        return fail(ErrorCode::FileNotWritable, {request.target}, {}, scratch.errorString());
    Result<OsmMapCounts> counts = build(request, scratch.path(), progress, stop, finish);
    if (!counts && counts.error().place.file.startsWith(scratch.path()))
        counts.error().place.file = request.target; // the other name means nothing to anybody
    return counts;
}

} // namespace hk::exchange
