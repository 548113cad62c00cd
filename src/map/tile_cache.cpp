#include "map/tile_cache.h"

#include "map/behind_window.h"
#include "map/ground_painter.h"
#include "map/tile_stratum.h"
#include "map/tone.h"

#include <QPainter>
#include <QThread>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <optional>
#include <stop_token>
#include <unordered_set>

namespace hk::map {

namespace {

constexpr int parentsTried = 6;
constexpr qint64 defaultLimit = 128LL * 1024 * 1024;
/// A server that does not answer holds threads until it is given up: each source has its own share, and no other waits for it.
constexpr int threadsForServer = 6;
constexpr int threadsForServers = 24;

MapViewport viewportOf(const geo::TileId& tile)
{
    const geo::MercatorRect bounds = geo::tileBounds(tile);
    MapViewport viewport;
    viewport.centre = {(bounds.xmin + bounds.xmax) / 2, (bounds.ymin + bounds.ymax) / 2};
    viewport.target = QRectF(0, 0, TileCache::tileSize, TileCache::tileSize);
    viewport.unitsPerMetre = TileCache::tileSize / (bounds.xmax - bounds.xmin);
    return viewport;
}

/// The sheets of features from `first` to `last`; with sheet 0 the colour under them.
Result<QImage> draw(const Ground& ground, const std::shared_ptr<const MapStyle>& look, const geo::TileId& tile, double ratio,
                    std::size_t first, std::size_t last, const std::stop_token& stop)
{
    const int side = qRound(TileCache::tileSize * ratio);
    const bool opaque = first == 0;
    QImage image(side, side, opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.fill(opaque ? groundColour(&ground, look.get()) : QColor(Qt::transparent));
    image.setDevicePixelRatio(static_cast<double>(side) / TileCache::tileSize);
    QPainter painter(&image);
    const Result<void> painted = paintSheets(painter, ground, look, viewportOf(tile), first, last, stop);
    painter.end();
    image.setDevicePixelRatio(1.0); // Piece::source is in its pixels
    if (!painted)
        return tl::unexpected<Error>(painted.error());
    return image;
}

Result<QImage> fetch(TileSource& source, Tone tone, const geo::TileId& tile, double ratio, const std::stop_token& stop)
{
    Result<QImage> image = source.tile(tile, ratio, stop);
    if (image)
        applyTone(*image, tone);
    return image;
}

/// A picture under way: of which stratum, which tile.
struct Request {
    quint64 stratum = 0;
    geo::TileId tile;
    friend bool operator==(const Request&, const Request&) = default;
};

struct RequestHash {
    std::size_t operator()(const Request& r) const { return std::hash<geo::TileId>()(r.tile) * 31 + r.stratum; }
};

} // namespace

struct TileCache::Impl {
    explicit Impl(TileCache& owner) : q(owner)
    {
        drawing.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
        servers.setMaxThreadCount(threadsForServers);
        time.start();
        retry.setSingleShot(true);
        QObject::connect(&retry, &QTimer::timeout, &q, [this] { ask(); });
    }

    TileStratum::Entry* find(TileStratum& stratum, const geo::TileId& tile)
    {
        const auto found = stratum.entries.find(tile);
        if (found == stratum.entries.end())
            return nullptr;
        found->second.used = ++clock;
        return &found->second;
    }

    static Piece pieceOf(const TileStratum& stratum, const TileStratum::Entry& entry, const QRectF& part,
                         const geo::TileId& tile, bool exact)
    {
        const QSizeF size = entry.image.size();
        return {entry.image,
                QRectF(part.x() * size.width(), part.y() * size.height(), part.width() * size.width(), part.height() * size.height()),
                tile, exact && entry.current, stratum.opacity()};
    }

    void add(TileStratum& stratum, const geo::TileId& wanted, std::vector<Piece>& shown)
    {
        const auto need = stratum.needOf(wanted);
        if (!need)
            return;
        if (const TileStratum::Entry* own = find(stratum, need->tile)) {
            if (!own->image.isNull())
                shown.push_back(pieceOf(stratum, *own, need->part, wanted, true));
            return;
        }
        // What shines through would be seen twice: the parent alone, or the children.
        if (addParent(stratum, wanted, *need, shown) && !(stratum.isOpaque()))
            return;
        for (const int dy : {0, 1})
            for (const int dx : {0, 1}) {
                const geo::TileId child{wanted.z + 1, wanted.x * 2 + dx, wanted.y * 2 + dy};
                const TileStratum::Entry* entry = wanted.z < 24 ? find(stratum, child) : nullptr;
                if (entry != nullptr && !entry->image.isNull())
                    shown.push_back(pieceOf(stratum, *entry, QRectF(0, 0, 1, 1), child, false));
            }
    }

    bool addParent(TileStratum& stratum, const geo::TileId& wanted, const TileStratum::Need& need, std::vector<Piece>& shown)
    {
        geo::TileId parent = need.tile;
        QRectF part = need.part;
        for (int i = 0; i < parentsTried && parent.z > 0; ++i) {
            part = QRectF((part.x() + parent.x % 2) / 2, (part.y() + parent.y % 2) / 2, part.width() / 2, part.height() / 2);
            parent = geo::parentOf(parent);
            const TileStratum::Entry* entry = find(stratum, parent);
            if (entry == nullptr || entry->image.isNull())
                continue;
            shown.push_back(pieceOf(stratum, *entry, part, wanted, false));
            return true;
        }
        return false;
    }

    TileStratum* byId(quint64 id)
    {
        const auto found = std::find_if(strata.begin(), strata.end(), [id](const TileStratum& s) { return s.id == id; });
        return found == strata.end() ? nullptr : &*found;
    }

    /// Starts what is missing of what is wanted, as far as there are threads for it.
    void ask()
    {
        const qint64 now = time.elapsed();
        qint64 next = -1;
        std::unordered_set<Request, RequestHash> needed;
        for (TileStratum& stratum : strata)
            for (const geo::TileId& wanted : wantedNow) {
                const auto need = stratum.needOf(wanted);
                if (!need)
                    continue;
                const Request request{stratum.id, need->tile};
                const auto entry = stratum.entries.find(need->tile);
                if (!needed.insert(request).second || running.count(request) != 0
                    || (entry != stratum.entries.end() && entry->second.current))
                    continue;
                if (stratum.mayAsk(need->tile, now))
                    start(stratum, request);
                else // of this tile alone: those that failed and are out of sight would wake it for nothing
                    next = next < 0 ? stratum.retryAt(need->tile) : std::min(next, stratum.retryAt(need->tile));
            }
        for (auto& [request, stop] : running) {
            const TileStratum* stratum = byId(request.stratum);
            if (stratum == nullptr || (stratum->tiles && needed.count(request) == 0))
                stop.request_stop();
        }
        if (next >= 0)
            retry.start(static_cast<int>(std::clamp<qint64>(next - now, 1, 60000)));
    }

    int underWay(const TileStratum& stratum) const
    {
        return static_cast<int>(
            std::count_if(running.begin(), running.end(), [&](const auto& r) { return r.first.stratum == stratum.id; }));
    }

    int shareOfEach() const
    {
        const auto sources
            = std::count_if(strata.begin(), strata.end(), [](const TileStratum& s) { return s.tiles && s.about.remote; });
        return std::clamp(threadsForServers / std::max(1, static_cast<int>(sources)), 1, threadsForServer);
    }

    void start(const TileStratum& stratum, const Request& request)
    {
        const bool remote = stratum.tiles && stratum.about.remote;
        QThreadPool& pool = remote ? servers : drawing;
        int& busy = remote ? atServers : drawn;
        // No more than there are threads: what waits can still be dropped.
        if (busy >= pool.maxThreadCount() || (remote && underWay(stratum) >= shareOfEach()))
            return;
        // One at a time knocks at a source that has been down.
        if (stratum.down.times > 0 && underWay(stratum) > 0)
            return;
        ++busy;
        const std::stop_token stop = running[request].get_token();
        pool.start([this, request, remote, stop, map = ground, style = look, pixelRatio = ratio, tiles = stratum.tiles,
                    tone = stratum.tone(), first = stratum.first, last = stratum.last] {
            workBehindWindow();
            Result<QImage> image = stop.stop_requested() ? fail(ErrorCode::Cancelled)
                                   : tiles               ? fetch(*tiles, tone, request.tile, pixelRatio, stop)
                                                         : draw(*map, style, request.tile, pixelRatio, first, last, stop);
            const auto hand = [this, request, remote, image = std::move(image)] { finish(request, remote, image); };
            QMetaObject::invokeMethod(&q, hand, Qt::QueuedConnection);
        });
    }

    void finish(const Request& request, bool remote, const Result<QImage>& image)
    {
        --(remote ? atServers : drawn);
        running.erase(request);
        TileStratum* stratum = byId(request.stratum);
        bool changed = false;
        if (stratum != nullptr && image) {
            const bool again = stratum->worked(request.tile);
            TileStratum::Entry& entry = stratum->entries[request.tile];
            bytes += image->sizeInBytes() - entry.image.sizeInBytes();
            entry = {*image, true, ++clock};
            forgetOldest();
            changed = true;
            if (again)
                Q_EMIT q.sourceWorks(stratum->title());
        } else if (stratum != nullptr && image.error().code != ErrorCode::Cancelled) {
            changed = true;
            if (stratum->failed(request.tile, time.elapsed()))
                Q_EMIT q.sourceFailed(stratum->title(), image.error());
        }
        ask();
        if (changed)
            Q_EMIT q.tileReady();
    }

    void forgetOldest()
    {
        const auto older = [](const auto& a, const auto& b) { return a.second.used < b.second.used; };
        while (bytes > limit) {
            TileStratum* from = nullptr;
            std::unordered_map<geo::TileId, TileStratum::Entry>::iterator oldest;
            std::size_t all = 0;
            for (TileStratum& stratum : strata) {
                all += stratum.entries.size();
                const auto first = std::min_element(stratum.entries.begin(), stratum.entries.end(), older);
                if (first != stratum.entries.end() && (from == nullptr || first->second.used < oldest->second.used)) {
                    from = &stratum;
                    oldest = first;
                }
            }
            if (all < 2)
                return;
            bytes -= oldest->second.image.sizeInBytes();
            from->entries.erase(oldest);
        }
    }

    /// Puts what can go on being shown of the old strata into the new ones.
    void replace(std::vector<TileStratum> made)
    {
        std::vector<bool> taken(strata.size(), false);
        std::vector<bool> known(made.size(), false);
        for (std::size_t i = 0; i < made.size(); ++i)
            for (std::size_t j = 0; j < strata.size(); ++j)
                if (!taken[j] && !known[i] && made[i].drawsTheSame(strata[j])) {
                    made[i].id = strata[j].id;
                    made[i].entries = std::move(strata[j].entries);
                    made[i].failures = std::move(strata[j].failures);
                    made[i].down = strata[j].down;
                    made[i].everWorked = strata[j].everWorked;
                    made[i].failedInRow = strata[j].failedInRow;
                    taken[j] = known[i] = true;
                }
        for (std::size_t i = 0; i < made.size(); ++i) {
            if (known[i])
                continue;
            made[i].id = ++lastId;
            // Until its own are there; but a server may never answer, and its name must not stand under another's pictures.
            const bool standsIn = i < strata.size() && !taken[i] && (!made[i].tiles || made[i].tiles == strata[i].tiles);
            if (standsIn) {
                made[i].entries = std::move(strata[i].entries);
                taken[i] = true;
                std::erase_if(made[i].entries, [](const auto& e) { return e.second.image.isNull(); });
                for (auto& [tile, entry] : made[i].entries)
                    entry.current = false;
            }
        }
        for (std::size_t j = 0; j < strata.size(); ++j)
            if (strata[j].down.times > 0
                && std::none_of(made.begin(), made.end(), [&](const TileStratum& s) { return s.id == strata[j].id; }))
                Q_EMIT q.sourceWorks(strata[j].title()); // nobody waits for it any more
        strata = std::move(made);
        bytes = 0;
        for (const TileStratum& stratum : strata)
            for (const auto& [tile, entry] : stratum.entries)
                bytes += entry.image.sizeInBytes();
    }

    TileCache& q;
    std::shared_ptr<const Ground> ground;
    std::shared_ptr<const MapStyle> look;
    double ratio = 1.0;
    std::vector<TileStratum> strata;
    quint64 lastId = 0;
    std::vector<geo::TileId> wantedNow; ///< the middle first
    std::unordered_map<Request, std::stop_source, RequestHash> running;
    int drawn = 0;     ///< under way on the pool that draws
    int atServers = 0; ///< and on the other one
    quint64 clock = 0;
    qint64 bytes = 0;
    qint64 limit = defaultLimit;
    QElapsedTimer time;
    QTimer retry;
    QThreadPool servers; ///< last, with the other one: their threads end before the rest goes
    QThreadPool drawing;
};

TileCache::TileCache(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

TileCache::~TileCache()
{
    for (auto& [request, stop] : m_impl->running)
        stop.request_stop();
    for (QThreadPool* pool : {&m_impl->servers, &m_impl->drawing}) {
        pool->clear();
        pool->waitForDone();
    }
}

void TileCache::setSource(std::shared_ptr<const Ground> ground, std::shared_ptr<const MapStyle> look,
                          double devicePixelRatio)
{
    Impl& d = *m_impl;
    const bool same = d.ground == ground || (d.ground && ground && *d.ground == *ground);
    if (same && d.look == look && d.ratio == devicePixelRatio)
        return;
    d.ground = std::move(ground);
    d.look = std::move(look);
    d.ratio = devicePixelRatio;
    d.replace(d.ground && d.look ? strataOf(*d.ground, d.look, d.ratio) : std::vector<TileStratum>{});
}

std::vector<TileCache::Piece> TileCache::pieces(const std::vector<geo::TileId>& wanted)
{
    Impl& d = *m_impl;
    std::vector<Piece> shown;
    shown.reserve(wanted.size());
    for (TileStratum& stratum : d.strata)
        for (const geo::TileId& tile : wanted)
            d.add(stratum, tile, shown);
    d.wantedNow = wanted;
    d.ask();
    return shown;
}

bool TileCache::isComplete(const std::vector<geo::TileId>& wanted) const
{
    const qint64 now = m_impl->time.elapsed();
    for (const TileStratum& stratum : m_impl->strata)
        for (const geo::TileId& tile : wanted) {
            const auto need = stratum.needOf(tile);
            if (!need)
                continue;
            const auto found = stratum.entries.find(need->tile);
            const bool there = found != stratum.entries.end() && found->second.current;
            if (!there && stratum.mayAsk(need->tile, now))
                return false;
        }
    return wanted.empty() || m_impl->ground != nullptr;
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

QImage TileCache::render(const Ground& ground, const std::shared_ptr<const MapStyle>& look, const geo::TileId& tile,
                         double devicePixelRatio)
{
    const int side = qRound(tileSize * devicePixelRatio);
    QImage image(side, side, QImage::Format_RGB32);
    image.setDevicePixelRatio(static_cast<double>(side) / tileSize);
    QPainter painter(&image);
    (void)paintGround(painter, ground, look, viewportOf(tile)); // as documented
    painter.end();
    image.setDevicePixelRatio(1.0);
    return image;
}

} // namespace hk::map
