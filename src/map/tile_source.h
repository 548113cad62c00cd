#pragma once

#include "core/result.h"
#include "geo/tile.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <stop_token>

namespace hk::map {

/// Where ready pictures of the map come from: a tile server, a file of tiles, a georeferenced picture. Thread-safe.
class TileSource {
public:
    struct Description {
        QString title;
        QString attribution; ///< shown on screen and paper with every picture of it
        int lowestZoom = 0;   ///< of a 512-px pyramid
        int highestZoom = 24; ///< above it the pictures of that level are enlarged
        QRectF bounds = {};   ///< Web Mercator metres; empty: everywhere
        bool remote = false;  ///< asks a server: many at a time, outside the pool that draws
    };
    virtual ~TileSource() = default;
    virtual Description description() const = 0;
    /// The picture of one tile of the 512-px pyramid, premultiplied ARGB, square, of any size up to 512 × devicePixelRatio
    /// pixels. A null image without an error: there is nothing at that place. Blocks, for workers; a stop is followed within
    /// some milliseconds. Errors: Cancelled, NetworkFailed and the like, FileDamaged.
    virtual Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) = 0;
};

} // namespace hk::map
