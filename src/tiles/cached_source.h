#pragma once

#include "map/tile_source.h"
#include "tiles/cached_tiles.h"
#include "tiles/source_spec.h"

#include <memory>

namespace hk::tiles {

/// A cache on disk before a source whose pictures GDAL fetches: WMS and WMTS. As CachedTiles: fresh from disk for seven days,
/// then asked for anew, the old one where no answer comes.
class CachedSource : public map::TileSource {
public:
    /// `photographs`: the pictures are kept as JPEG where they are opaque, else as PNG. `name` as cacheNameOf gives it.
    CachedSource(std::shared_ptr<map::TileSource> source, std::shared_ptr<TileStore> store, const QString& name,
                 bool photographs = false, CachedTiles::Clock clock = {});

    Description description() const override;
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;

private:
    const std::shared_ptr<map::TileSource> m_source;
    CachedTiles m_tiles;
};

/// Tells the pictures of one source from those of others: the same for the same server, layer, format and user, whatever its
/// title. Holds neither the address nor the user in readable form.
QString cacheNameOf(const SourceSpec& spec);

} // namespace hk::tiles
