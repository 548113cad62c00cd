#include "tiles/vector_tiles.h"

#include "geo/mercator.h"
#include "map/basemap.h"
#include "tiles/mvt_reader.h"
#include "tiles/warp.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hk::tiles {
namespace {

constexpr std::size_t mostTiles = 128;
constexpr std::size_t mostChunks = 16;
constexpr int mostInChunk = 256; // tiles; of a wider view the level above is read

template <class List, class Key>
auto found(List& list, const Key& key)
{
    const auto it = std::find_if(list.begin(), list.end(), [&key](const auto& one) { return one.first == key; });
    if (it != list.end())
        list.splice(list.begin(), list, it);
    return it;
}

template <class List>
void keep(List& list, typename List::value_type one, std::size_t most)
{
    list.push_front(std::move(one));
    if (list.size() > most)
        list.pop_back();
}

void giveLonLat(std::vector<map::BasemapFeature>& features)
{
    const auto convert = [](const std::vector<QPointF>& from, std::vector<LonLat>& to) {
        to.reserve(from.size());
        for (const QPointF& p : from)
            to.push_back(geo::toLonLat(WebMercator{p.x(), p.y()}));
    };
    for (map::BasemapFeature& feature : features) {
        convert(feature.mercator, feature.lonLat);
        for (auto& hole : feature.holes)
            convert(hole.mercator, hole.lonLat);
    }
}

} // namespace

Result<std::shared_ptr<VectorTiles>> VectorTiles::open(const QString& path, const QString& attribution)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isDir()) {
        auto file = MbTilesFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        return open(std::move(*file), attribution);
    }
    std::shared_ptr<VectorTiles> made(new VectorTiles);
    made->m_attribution = attribution;
    if (const Result<void> looked = made->lookInto(path); !looked)
        return tl::unexpected(looked.error());
    return made;
}

Result<std::shared_ptr<VectorTiles>> VectorTiles::open(std::shared_ptr<MbTilesFile> file, const QString& attribution)
{
    const MbTilesFacts& facts = file->facts();
    if (!facts.vector())
        return fail(ErrorCode::FormatNotSupported, {file->path()}, {facts.format});
    std::shared_ptr<VectorTiles> made(new VectorTiles);
    made->m_file = file;
    made->m_title = facts.title.isEmpty() ? QFileInfo(file->path()).completeBaseName() : facts.title;
    made->m_attribution = attribution.isEmpty() ? facts.attribution : attribution;
    made->m_lowestZoom = facts.lowestZoom;
    made->m_highestZoom = facts.highestZoom;
    made->m_bounds = facts.bounds;
    return made;
}

Result<void> VectorTiles::lookInto(const QString& directory)
{
    static const QRegularExpression number(QStringLiteral("^(?:[0-9]|1[0-9]|2[0-4])$"));
    m_directory = directory;
    m_title = QFileInfo(directory).fileName();
    m_lowestZoom = 25;
    m_highestZoom = -1;
    for (const QString& level : QDir(directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!number.match(level).hasMatch())
            continue;
        QDirIterator tiles(QDir(directory).filePath(level), {QStringLiteral("*.pbf"), QStringLiteral("*.mvt")}, QDir::Files,
                           QDirIterator::Subdirectories);
        if (!tiles.hasNext())
            continue;
        m_suffix = QFileInfo(tiles.next()).suffix();
        m_lowestZoom = std::min(m_lowestZoom, level.toInt());
        m_highestZoom = std::max(m_highestZoom, level.toInt());
    }
    if (m_highestZoom < 0)
        return fail(ErrorCode::FormatNotSupported, {directory}, {QStringLiteral("{z}/{x}/{y}.pbf")});
    return {};
}

QRectF VectorTiles::bounds(map::Plane plane) const
{
    if (plane == map::Plane::WebMercator || m_bounds.isEmpty())
        return m_bounds;
    return boundsIn(QString::fromLatin1(swerefName), QString::fromLatin1(webMercatorName), m_bounds).value_or(QRectF());
}

Result<QByteArray> VectorTiles::bytes(const geo::TileId& id) const
{
    if (m_file) {
        auto read = m_file->bytes(id);
        if (!read)
            return tl::unexpected(read.error());
        return read->value_or(QByteArray());
    }
    QFile file(QStringLiteral("%1/%2/%3/%4.%5").arg(m_directory).arg(id.z).arg(id.x).arg(id.y).arg(m_suffix));
    constexpr qint64 mostBytes = 16 * 1024 * 1024;
    return file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
}

Result<VectorTiles::Tile> VectorTiles::tile(const geo::TileId& id) const
{
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto kept = found(m_tiles, id); kept != m_tiles.end())
            return kept->second;
    }
    const auto read = bytes(id);
    if (!read)
        return tl::unexpected(read.error());
    Tile made = std::make_shared<const std::vector<map::BasemapFeature>>(readVectorTile(*read, id));
    const std::scoped_lock lock(m_mutex);
    keep(m_tiles, {id, made}, mostTiles);
    return made;
}

Result<std::shared_ptr<const map::Basemap>> VectorTiles::features(const QRectF& rect, map::Plane plane, double zoom,
                                                                  std::stop_token stop) const
{
    QRectF area = rect;
    if (plane == map::Plane::Sweref99Tm) {
        const auto around = boundsIn(QString::fromLatin1(webMercatorName), QString::fromLatin1(swerefName), rect);
        if (!around)
            return tl::unexpected(around.error());
        area = *around;
    }
    int z = std::clamp(static_cast<int>(std::floor(zoom + 1e-6)), m_lowestZoom, m_highestZoom);
    std::vector<geo::TileId> ids;
    for (;; --z) {
        const geo::TileId first = geo::tileAt({area.left(), area.bottom()}, z);
        const geo::TileId last = geo::tileAt({area.right(), area.top()}, z);
        const bool few = (std::int64_t{last.x} - first.x + 1) * (std::int64_t{last.y} - first.y + 1) <= mostInChunk;
        if (!few && z > m_lowestZoom)
            continue;
        if (few)
            ids = geo::tilesIn({area.left(), area.top(), area.right(), area.bottom()}, z);
        break;
    }
    if (ids.empty())
        return map::Basemap::fromLonLat({}, m_attribution);
    std::sort(ids.begin(), ids.end(), [](const auto& a, const auto& b) { return std::tie(a.y, a.x) < std::tie(b.y, b.x); });
    const Range range{z, ids.front().x, ids.front().y, ids.back().x, ids.back().y};
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto kept = found(m_chunks, range); kept != m_chunks.end())
            return kept->second;
    }
    std::vector<map::BasemapFeature> all;
    for (const geo::TileId& id : ids) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto read = tile(id);
        if (!read)
            return tl::unexpected(read.error());
        all.insert(all.end(), (*read)->begin(), (*read)->end());
    }
    if (ids.size() > 1)
        all = joinedAtEdges(std::move(all), std::ldexp(2.0 * geo::mercatorHalf, -z));
    // in the order of painting: areas before lines, wide before narrow is the style's own
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.theme < b.theme; });
    giveLonLat(all);
    auto made = map::Basemap::fromLonLat(std::move(all), m_attribution);
    const std::scoped_lock lock(m_mutex);
    keep(m_chunks, {range, made}, mostChunks);
    return made;
}

} // namespace hk::tiles
