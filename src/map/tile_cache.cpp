#include "map/tile_cache.h"

#include "map/ground_painter.h"

#include <QPainter>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace hk::map {

namespace {

constexpr int parentsTried = 6;
constexpr qint64 defaultLimit = 256LL * 1024 * 1024;

MapViewport viewportOf(const geo::TileId& tile)
{
    const geo::MercatorRect bounds = geo::tileBounds(tile);
    MapViewport viewport;
    viewport.centre = {(bounds.xmin + bounds.xmax) / 2, (bounds.ymin + bounds.ymax) / 2};
    viewport.target = QRectF(0, 0, TileCache::tileSize, TileCache::tileSize);
    viewport.unitsPerMetre = TileCache::tileSize / (bounds.xmax - bounds.xmin);
    return viewport;
}

} // namespace

struct TileCache::Impl {
    struct Entry {
        QImage image;
        int generation = 0;
        quint64 used = 0;
    };

    explicit Impl(TileCache& owner) : q(owner)
    {
        pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    }

    const Entry* find(const geo::TileId& tile)
    {
        const auto found = entries.find(tile);
        if (found == entries.end())
            return nullptr;
        found->second.used = ++clock;
        return &found->second;
    }

    std::optional<Piece> own(const geo::TileId& tile)
    {
        const Entry* entry = find(tile);
        if (entry == nullptr)
            return std::nullopt;
        return Piece{entry->image, QRectF(entry->image.rect()), tile, entry->generation == generation};
    }

    std::optional<Piece> fromParent(const geo::TileId& tile)
    {
        geo::TileId parent = tile;
        QRectF part(0, 0, 1, 1);
        for (int i = 0; i < parentsTried && parent.z > 0; ++i) {
            part = QRectF((part.x() + parent.x % 2) / 2, (part.y() + parent.y % 2) / 2, part.width() / 2, part.height() / 2);
            parent = geo::parentOf(parent);
            if (const Entry* entry = find(parent)) {
                const double side = entry->image.width();
                return Piece{entry->image, QRectF(part.x() * side, part.y() * side, part.width() * side, part.height() * side),
                             tile, false};
            }
        }
        return std::nullopt;
    }

    void addChildren(const geo::TileId& tile, std::vector<Piece>& pieces)
    {
        for (const int dy : {0, 1})
            for (const int dx : {0, 1})
                if (auto piece = own({tile.z + 1, tile.x * 2 + dx, tile.y * 2 + dy})) {
                    piece->exact = false;
                    pieces.push_back(std::move(*piece));
                }
    }

    void startNext()
    {
        while (!queue.empty() && static_cast<int>(running.size()) < pool.maxThreadCount()) {
            const geo::TileId tile = queue.front();
            queue.erase(queue.begin());
            if (!running.insert(tile).second)
                continue;
            pool.start([this, tile, made = generation, map = ground, style = look, pixelRatio = ratio] {
                QImage image = TileCache::render(*map, style, tile, pixelRatio);
                QMetaObject::invokeMethod(&q, [this, tile, made, image = std::move(image)] { finish(tile, made, image); },
                                          Qt::QueuedConnection);
            });
        }
    }

    void finish(const geo::TileId& tile, int made, const QImage& image)
    {
        running.erase(tile);
        if (made == generation) {
            Entry& entry = entries[tile];
            bytes += image.sizeInBytes() - entry.image.sizeInBytes();
            entry = {image, made, ++clock};
            forgetOldest();
        } else {
            queue.push_back(tile); // its source changed meanwhile; dropped again if it is no longer wanted
            dropUnwanted();
        }
        startNext();
        if (made == generation)
            Q_EMIT q.tileReady();
    }

    void dropUnwanted()
    {
        std::erase_if(queue, [this](const geo::TileId& tile) { return wantedNow.count(tile) == 0; });
    }

    void forgetOldest()
    {
        while (bytes > limit && entries.size() > 1) {
            const auto oldest = std::min_element(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            });
            bytes -= oldest->second.image.sizeInBytes();
            entries.erase(oldest);
        }
    }

    TileCache& q;
    std::shared_ptr<const Ground> ground;
    std::shared_ptr<const MapStyle> look;
    double ratio = 1.0;
    int generation = 0;
    std::unordered_map<geo::TileId, Entry> entries;
    std::vector<geo::TileId> queue; ///< missing, the middle first
    std::unordered_set<geo::TileId> wantedNow;
    std::unordered_set<geo::TileId> running;
    quint64 clock = 0;
    qint64 bytes = 0;
    qint64 limit = defaultLimit;
    QThreadPool pool; ///< last: its threads end before the rest goes
};

TileCache::TileCache(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

TileCache::~TileCache()
{
    m_impl->pool.clear();
    m_impl->pool.waitForDone();
}

void TileCache::setSource(std::shared_ptr<const Ground> ground, std::shared_ptr<const MapStyle> look,
                          double devicePixelRatio)
{
    Impl& d = *m_impl;
    if (((!d.ground && !ground) || (d.ground && ground && *d.ground == *ground)) && d.look == look && d.ratio == devicePixelRatio)
        return;
    d.ground = std::move(ground);
    d.look = std::move(look);
    d.ratio = devicePixelRatio;
    ++d.generation;
    d.queue.clear();
}

std::vector<TileCache::Piece> TileCache::pieces(const std::vector<geo::TileId>& wanted)
{
    Impl& d = *m_impl;
    std::vector<Piece> shown;
    shown.reserve(wanted.size());
    d.queue.clear();
    d.wantedNow = {wanted.begin(), wanted.end()};
    for (const geo::TileId& tile : wanted) {
        auto own = d.own(tile);
        const bool exact = own && own->exact;
        if (!exact && d.ground && d.look && d.running.count(tile) == 0)
            d.queue.push_back(tile);
        if (own) {
            shown.push_back(std::move(*own));
            continue;
        }
        if (auto parent = d.fromParent(tile))
            shown.push_back(std::move(*parent));
        d.addChildren(tile, shown);
    }
    d.startNext();
    return shown;
}

bool TileCache::isComplete(const std::vector<geo::TileId>& wanted) const
{
    return std::all_of(wanted.begin(), wanted.end(), [this](const geo::TileId& tile) {
        const auto found = m_impl->entries.find(tile);
        return found != m_impl->entries.end() && found->second.generation == m_impl->generation;
    });
}

void TileCache::setMemoryLimit(qint64 bytes)
{
    m_impl->limit = bytes;
    m_impl->forgetOldest();
}

qint64 TileCache::memoryUsed() const
{
    return m_impl->bytes;
}

QImage TileCache::render(const Ground& ground, const std::shared_ptr<const MapStyle>& look, const geo::TileId& tile, double devicePixelRatio)
{
    const int side = qRound(tileSize * devicePixelRatio);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(static_cast<double>(side) / tileSize);
    QPainter painter(&image);
    paintGround(painter, ground, look, viewportOf(tile));
    painter.end();
    image.setDevicePixelRatio(1.0); // Piece::source is in its pixels
    return image;
}

} // namespace hk::map
