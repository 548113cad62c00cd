#include "map/gpkg_features.h"

#include "geo/mercator.h"
#include "geo/tile.h"
#include "geo/transform.h"
#include "map/bounds.h"
#include "map/gpkg_reader.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <list>
#include <mutex>

namespace hk::map {

namespace {

constexpr qint64 defaultLimit = 64LL * 1024 * 1024;
constexpr int highestPieceLevel = 16;
constexpr double spared = 0.25;        // of a pixel: vertices of layers nearer than this are one
constexpr qint64 rowsAtATime = 4096;   // of those with a name, handed over together
constexpr double wholeTable = 99.0;    // GpkgTable::belowZoom of what is no coarser copy
constexpr int edgePieces = 8;          // of a rectangle's side, to bound it in the other plane

constexpr BasemapTheme drawnThemes[] = {BasemapTheme::Boundary, BasemapTheme::Landcover, BasemapTheme::Water,
                                        BasemapTheme::Building, BasemapTheme::Rail,      BasemapTheme::Road,
                                        BasemapTheme::Barrier,  BasemapTheme::Address,   BasemapTheme::Place,
                                        BasemapTheme::Layer};

/// Under these nothing of the theme is drawn: neither is it read.
double lowestZoom(BasemapTheme theme)
{
    switch (theme) {
    case BasemapTheme::Building:
        return 12.5;
    case BasemapTheme::Barrier:
        return 14.5;
    case BasemapTheme::Address:
        return 16.0;
    case BasemapTheme::Boundary:
    case BasemapTheme::Landcover:
    case BasemapTheme::Water:
    case BasemapTheme::Rail:
    case BasemapTheme::Road:
    case BasemapTheme::Place:
    case BasemapTheme::Layer:
        break;
    }
    return 0.0;
}

/// How much is read at a time.
struct PieceSize {
    int tilesAcross;
    double margin; ///< of a tile's side: what lies near a tile reaches into it
};
constexpr PieceSize ofMaps{4, 0.27};     // the tiles of a view share one
constexpr PieceSize ofLayers{1, 0.0625}; // of which there may be a million features in any view

/// Which piece of which tables (one bit each): whole tiles of a level, both ends included.
struct PieceKey {
    Plane plane = Plane::WebMercator;
    std::uint64_t tables = 0;
    int level = 0;
    std::int32_t xmin = 0, ymin = 0, xmax = 0, ymax = 0;
    friend bool operator==(const PieceKey&, const PieceKey&) = default;
};

/// Of a high-density screen at the level, Web Mercator metres.
double pixelAt(int level) { return geo::mercatorHalf / (512.0 * std::exp2(level)); }

QRectF rectOf(const PieceKey& key)
{
    const geo::MercatorRect low = geo::tileBounds({key.level, key.xmin, key.ymax});
    const geo::MercatorRect high = geo::tileBounds({key.level, key.xmax, key.ymin});
    return {QPointF(low.xmin, low.ymin), QPointF(high.xmax, high.ymax)};
}

/// The piece that holds the rectangle: the one its middle lies in, where that reaches far enough; else all tiles it touches.
PieceKey pieceFor(const QRectF& rect, Plane plane, std::uint64_t tables, int level, const PieceSize& size, QRectF& reach)
{
    const auto tileOf = [level](double x, double y) { return geo::tileAt({x, y}, level); };
    const double side = geo::tileBounds({level, 0, 0}).xmax - geo::tileBounds({level, 0, 0}).xmin;
    const geo::TileId middle = tileOf(rect.center().x(), rect.center().y());
    const std::int32_t most = (1 << level) - 1;
    PieceKey key{plane, tables, level, middle.x / size.tilesAcross * size.tilesAcross,
                 middle.y / size.tilesAcross * size.tilesAcross, 0, 0};
    key.xmax = std::min(most, key.xmin + size.tilesAcross - 1);
    key.ymax = std::min(most, key.ymin + size.tilesAcross - 1);
    const double wider = size.margin * side;
    reach = rectOf(key).adjusted(-wider, -wider, wider, wider);
    if (reach.contains(rect))
        return key;
    const geo::TileId northWest = tileOf(rect.left(), rect.bottom());
    const geo::TileId southEast = tileOf(rect.right(), rect.top());
    key = {plane, tables, level, northWest.x, northWest.y, southEast.x, southEast.y};
    reach = rectOf(key).united(rect);
    return key;
}

/// A rectangle of SWEREF 99 TM bounded in Web Mercator.
QRectF mercatorAround(const QRectF& sweref)
{
    const geo::Sweref99Transform transform;
    double xmin = INFINITY, ymin = INFINITY, xmax = -INFINITY, ymax = -INFINITY;
    for (int i = 0; i <= edgePieces; ++i)
        for (int j = 0; j <= edgePieces; ++j) {
            const WebMercator p = transform.toWebMercator(Sweref99{sweref.left() + sweref.width() * i / edgePieces,
                                                           sweref.top() + sweref.height() * j / edgePieces});
            xmin = std::min(xmin, p.x);
            xmax = std::max(xmax, p.x);
            ymin = std::min(ymin, p.y);
            ymax = std::max(ymax, p.y);
        }
    if (!std::isfinite(xmin) || !std::isfinite(xmax) || !std::isfinite(ymin) || !std::isfinite(ymax))
        return {};
    return {xmin, ymin, xmax - xmin, ymax - ymin};
}

/// The features' vertices in SWEREF 99 TM in place of those in Web Mercator.
void projectToSweref(std::vector<BasemapFeature>& features)
{
    const geo::Sweref99Transform transform;
    const auto project = [&transform](std::vector<QPointF>& from, std::vector<QPointF>& to) {
        to.reserve(from.size());
        for (const QPointF& vertex : from) {
            const Sweref99 p = transform.toSweref(WebMercator{vertex.x(), vertex.y()});
            to.emplace_back(p.easting, p.northing);
        }
        from = {};
    };
    for (BasemapFeature& feature : features) {
        project(feature.mercator, feature.sweref);
        for (BasemapFeature::Hole& hole : feature.holes)
            project(hole.mercator, hole.sweref);
        feature.swerefBounds = boundsOf(feature.sweref);
    }
}

qint64 bytesOf(const std::vector<BasemapFeature>& features)
{
    qint64 bytes = 0;
    for (const BasemapFeature& feature : features) {
        std::size_t vertices = feature.mercator.capacity() + feature.sweref.capacity();
        for (const BasemapFeature::Hole& hole : feature.holes)
            vertices += hole.mercator.capacity() + hole.sweref.capacity();
        bytes += static_cast<qint64>(sizeof(BasemapFeature) + vertices * sizeof(QPointF)) + feature.name.size() * 2;
    }
    return bytes;
}

} // namespace

struct GpkgFeatures::Impl {
    struct Piece {
        PieceKey key;
        QRectF reach; ///< Web Mercator metres it was read for
        std::shared_ptr<const Basemap> features;
        qint64 bytes = 0;
    };

    explicit Impl(GpkgLayout told) : layout(std::move(told)) {}

    std::shared_ptr<const Basemap> find(const PieceKey& key, const QRectF& rect)
    {
        const std::lock_guard lock(mutex);
        const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return piece.key == key && piece.reach.contains(rect);
        });
        if (found == pieces.end())
            return nullptr;
        pieces.splice(pieces.begin(), pieces, found);
        return found->features;
    }

    void keep(Piece piece)
    {
        const std::lock_guard lock(mutex);
        bytes += piece.bytes;
        pieces.push_front(std::move(piece));
        forgetOldest();
    }

    void forgetOldest()
    {
        while (bytes > limit && pieces.size() > 1) {
            bytes -= pieces.back().bytes;
            pieces.pop_back();
        }
    }

    /// The coarsest copy of each theme that is meant for the zoom, a bit for each table.
    std::uint64_t tablesFor(double zoom) const
    {
        std::uint64_t chosen = 0;
        for (const BasemapTheme theme : drawnThemes) {
            const GpkgTable* best = nullptr;
            for (const GpkgTable& table : layout.tables)
                if (table.theme == theme && zoom < table.belowZoom && zoom >= lowestZoom(theme)
                    && (best == nullptr || table.belowZoom < best->belowZoom))
                    best = &table;
            if (best != nullptr && !best->bounds.isNull())
                chosen |= std::uint64_t{1} << (best - layout.tables.data());
        }
        return chosen;
    }

    Result<GpkgReader> borrowReader()
    {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                GpkgReader reader = std::move(idle.back());
                idle.pop_back();
                return reader;
            }
        }
        return GpkgReader::open(layout.path);
    }

    void giveBack(GpkgReader reader)
    {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(reader));
    }

    void count(const GpkgReader::Chunk& chunk)
    {
        readCount += chunk.read;
        damagedCount += chunk.damaged;
    }

    Result<GpkgReader::Chunk> read(const QRectF& rect, std::uint64_t tables, double nearest, const std::stop_token& stop)
    {
        auto reader = borrowReader();
        if (!reader)
            return tl::unexpected(reader.error());
        GpkgReader::Chunk chunk;
        for (std::size_t i = 0; i < layout.tables.size(); ++i)
            if ((tables >> i & 1U) != 0)
                if (auto done = reader->read(layout.tables[i], rect, nearest, stop, chunk); !done)
                    return tl::unexpected(done.error());
        count(chunk);
        giveBack(std::move(*reader));
        return chunk;
    }

    const GpkgLayout layout;
    std::mutex mutex;
    std::list<Piece> pieces; ///< last used first
    qint64 bytes = 0;
    qint64 limit = defaultLimit;
    std::vector<GpkgReader> idle;
    std::atomic<qint64> readCount = 0;
    std::atomic<qint64> damagedCount = 0;
};

GpkgFeatures::GpkgFeatures(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
GpkgFeatures::~GpkgFeatures() = default;

Result<std::shared_ptr<const GpkgFeatures>> GpkgFeatures::openMap(const QString& path)
{
    auto layout = readMapLayout(path);
    if (!layout)
        return tl::unexpected(layout.error());
    return std::shared_ptr<const GpkgFeatures>(new GpkgFeatures(std::make_unique<Impl>(std::move(*layout))));
}

Result<std::shared_ptr<const GpkgFeatures>> GpkgFeatures::openLayer(const QString& path, const QString& table,
                                                                    const LayerStyle& style)
{
    auto layout = readLayerLayout(path, table, style);
    if (!layout)
        return tl::unexpected(layout.error());
    return std::shared_ptr<const GpkgFeatures>(new GpkgFeatures(std::make_unique<Impl>(std::move(*layout))));
}

Result<std::shared_ptr<const Basemap>> GpkgFeatures::features(const QRectF& rect, Plane plane, double zoom,
                                                              std::stop_token stop) const
{
    Impl& d = *m_impl;
    const QRectF wanted = plane == Plane::WebMercator ? rect : mercatorAround(rect);
    const int level = std::clamp(static_cast<int>(std::ceil(zoom)), 0, highestPieceLevel);
    QRectF reach;
    const std::uint64_t tables = d.tablesFor(zoom);
    const bool isLayer = d.layout.tables.front().theme == BasemapTheme::Layer;
    const PieceKey key = pieceFor(wanted, plane, tables, level, isLayer ? ofLayers : ofMaps, reach);
    if (auto kept = d.find(key, wanted))
        return kept;
    auto chunk = d.read(reach, tables, isLayer ? spared * pixelAt(level) : 0, stop);
    if (!chunk)
        return tl::unexpected(chunk.error());
    if (plane == Plane::Sweref99Tm)
        projectToSweref(chunk->features);
    Impl::Piece piece{key, reach, nullptr, bytesOf(chunk->features)};
    piece.features = Basemap::fromFeatures(std::move(chunk->features), plane, d.layout.attribution);
    auto made = piece.features;
    d.keep(std::move(piece));
    return made;
}

Result<void> GpkgFeatures::eachNamed(Plane plane, const Take& take, std::stop_token stop) const
{
    Impl& d = *m_impl;
    auto reader = d.borrowReader();
    if (!reader)
        return tl::unexpected(reader.error());
    for (const GpkgTable& table : d.layout.tables) {
        if (table.belowZoom < wholeTable)
            continue;
        for (qint64 after = std::numeric_limits<qint64>::min();;) {
            GpkgReader::Chunk chunk;
            if (auto done = reader->readNamed(table, after, rowsAtATime, stop, chunk); !done)
                return done;
            if (chunk.read == 0)
                break;
            d.count(chunk);
            if (plane == Plane::Sweref99Tm)
                projectToSweref(chunk.features);
            if (auto taken = take(*Basemap::fromFeatures(std::move(chunk.features), plane, d.layout.attribution)); !taken)
                return taken;
        }
    }
    d.giveBack(std::move(*reader));
    return {};
}

QRectF GpkgFeatures::bounds(Plane plane) const
{
    const QRectF& mercator = m_impl->layout.bounds;
    if (plane == Plane::WebMercator || mercator.isNull())
        return mercator;
    const geo::Sweref99Transform transform;
    QRectF bounds;
    for (int i = 0; i <= edgePieces; ++i)
        for (int j = 0; j <= edgePieces; ++j) {
            const Sweref99 p = transform.toSweref(WebMercator{mercator.left() + mercator.width() * i / edgePieces,
                                                              mercator.top() + mercator.height() * j / edgePieces});
            const QRectF point(p.easting, p.northing, 1e-9, 1e-9);
            bounds = bounds.isNull() ? point : bounds.united(point);
        }
    return bounds;
}

QString GpkgFeatures::attribution() const
{
    return m_impl->layout.attribution;
}

qint64 GpkgFeatures::memoryUsed() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->bytes;
}

void GpkgFeatures::setMemoryLimit(qint64 bytes) const
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->limit = bytes;
    m_impl->forgetOldest();
}

GpkgFeatures::Counts GpkgFeatures::counts() const
{
    return {m_impl->readCount, m_impl->damagedCount};
}

} // namespace hk::map
