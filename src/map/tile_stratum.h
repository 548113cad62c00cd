#pragma once

#include "core/result.h"
#include "geo/tile.h"
#include "map/ground.h"
#include "map/style.h"

#include <QElapsedTimer>
#include <QImage>
#include <optional>
#include <unordered_map>

namespace hk::map {

/// What a screen's tiles are piled up of: a run of sheets of features, drawn into one picture, or one sheet of pictures; with
/// the pictures it has, and what it knows of a source that fails. Not thread-safe: TileCache's own.
struct TileStratum {
    struct Entry {
        QImage image;         ///< null: nothing is there
        bool current = false; ///< false: of what stood here before
        quint64 used = 0;
    };
    /// The picture that shows a tile of the screen: itself, or its ancestor where the source ends above it.
    struct Need {
        geo::TileId tile;
        QRectF part; ///< of that picture, 0…1
    };
    struct Failure {
        int times = 0;
        qint64 retryAt = 0; ///< ms
    };

    quint64 id = 0;
    std::size_t first = 0; ///< sheets of the ground: first to last, not included
    std::size_t last = 0;
    std::vector<GroundSheet> sheets; ///< the same, to know them again
    std::shared_ptr<const MapStyle> look;
    double ratio = 1.0;
    std::shared_ptr<TileSource> tiles = nullptr; ///< null: features
    TileSource::Description about = {};          ///< of tiles
    std::unordered_map<geo::TileId, Entry> entries = {};
    std::unordered_map<geo::TileId, Failure> failures = {};
    Failure down = {};         ///< of the source as a whole; times 0: it works
    bool everWorked = false;
    int failedInRow = 0;

    /// Null: nothing is ever shown for the tile.
    std::optional<Need> needOf(const geo::TileId& tile) const;
    bool isOpaque() const { return !tiles && first == 0; }
    double opacity() const { return tiles ? sheets.front().opacity : 1.0; }
    Tone tone() const { return sheets.front().tone; }
    QString title() const { return tiles && sheets.front().title.isEmpty() ? about.title : sheets.front().title; }
    /// Whether its pictures are those of the other one; opacity is put on when they are shown.
    bool drawsTheSame(const TileStratum& other) const;
    bool mayAsk(const geo::TileId& tile, qint64 now) const;
    /// Remembers; true: the source has gone down by it. Waits 2 s, then twice as long each time, a minute at most.
    bool failed(const geo::TileId& tile, qint64 now);
    /// Remembers; true: the source was down until now.
    bool worked(const geo::TileId& tile);
    /// When the tile may be asked for, ms; not later than now: at once.
    qint64 retryAt(const geo::TileId& tile) const;
};

/// The strata of a ground, the lowest first.
std::vector<TileStratum> strataOf(const Ground& ground, const std::shared_ptr<const MapStyle>& look, double ratio);

} // namespace hk::map
