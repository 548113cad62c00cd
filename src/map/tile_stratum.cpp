#include "map/tile_stratum.h"

#include <algorithm>

namespace hk::map {

namespace {

constexpr qint64 firstWait = 2000;    // ms
constexpr qint64 longestWait = 60000; // ms
constexpr int failuresUntilDown = 3;  // in a row, of a source that has worked before

void wait(TileStratum::Failure& failure, qint64 now)
{
    failure.retryAt = now + std::min(longestWait, firstWait << std::min(failure.times, 10));
    ++failure.times;
}

bool meets(const QRectF& bounds, const geo::MercatorRect& tile)
{
    return bounds.isEmpty()
           || (bounds.left() < tile.xmax && tile.xmin < bounds.right() && bounds.top() < tile.ymax && tile.ymin < bounds.bottom());
}

bool sameButOpacity(GroundSheet a, const GroundSheet& b)
{
    a.opacity = b.opacity;
    return a == b;
}

} // namespace

std::optional<TileStratum::Need> TileStratum::needOf(const geo::TileId& tile) const
{
    Need need{tile, QRectF(0, 0, 1, 1)};
    if (!tiles)
        return need;
    if (tile.z < about.lowestZoom || !meets(about.bounds, geo::tileBounds(tile)))
        return std::nullopt;
    while (need.tile.z > about.highestZoom && need.tile.z > 0) {
        need.part = QRectF((need.part.x() + need.tile.x % 2) / 2, (need.part.y() + need.tile.y % 2) / 2,
                           need.part.width() / 2, need.part.height() / 2);
        need.tile = geo::parentOf(need.tile);
    }
    return need;
}

bool TileStratum::drawsTheSame(const TileStratum& other) const
{
    if (tiles != other.tiles || ratio != other.ratio || isOpaque() != other.isOpaque())
        return false;
    if (tiles)
        return sameButOpacity(sheets.front(), other.sheets.front());
    return look == other.look && sheets == other.sheets;
}

qint64 TileStratum::retryAt(const geo::TileId& tile) const
{
    const auto failure = failures.find(tile);
    return failure == failures.end() ? down.retryAt : std::max(down.retryAt, failure->second.retryAt);
}

bool TileStratum::mayAsk(const geo::TileId& tile, qint64 now) const
{
    return now >= retryAt(tile);
}

bool TileStratum::failed(const geo::TileId& tile, qint64 now)
{
    wait(failures[tile], now);
    ++failedInRow;
    if (everWorked && failedInRow < failuresUntilDown)
        return false;
    const bool wasDown = down.times > 0;
    if (now >= down.retryAt) // those that were under way with the first one say nothing new
        wait(down, now);
    return !wasDown;
}

bool TileStratum::worked(const geo::TileId& tile)
{
    const bool wasDown = down.times > 0;
    failures.erase(tile);
    if (wasDown)
        for (auto& [other, failure] : failures)
            failure.retryAt = 0;
    down = {};
    failedInRow = 0;
    everWorked = true;
    return wasDown;
}

std::vector<TileStratum> strataOf(const Ground& ground, const std::shared_ptr<const MapStyle>& look, double ratio)
{
    std::vector<TileStratum> strata;
    for (std::size_t i = 0; i < ground.sheets.size(); ++i) {
        const GroundSheet& sheet = ground.sheets[i];
        if (!sheet.ground || (!sheet.tiles && !sheet.features))
            continue;
        const bool joins = !sheet.tiles && !strata.empty() && !strata.back().tiles;
        if (!joins) {
            TileStratum stratum;
            stratum.first = strata.empty() && !sheet.tiles ? 0 : i;
            stratum.look = look;
            stratum.ratio = ratio;
            stratum.tiles = sheet.tiles;
            if (sheet.tiles)
                stratum.about = sheet.tiles->description();
            strata.push_back(std::move(stratum));
        }
        strata.back().last = i + 1;
        strata.back().sheets.push_back(sheet);
    }
    return strata;
}

} // namespace hk::map
