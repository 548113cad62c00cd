#pragma once

#include "map/tile_source.h"
#include "tiles/open_source.h"
#include "tiles/tile_bytes.h"

#include <memory>

namespace hk::tiles {

/// Tiles of 256 pixels of a server, or of 512 where it has them for high-density screens, put together to those of the 512-px
/// pyramid. Whatever the server's pyramid lacks above its highest zoom is enlarged by the one who draws.
class XyzSource : public map::TileSource {
public:
    struct Pyramid {
        int lowest = 0; ///< of the server
        int highest = 19;
        bool highDensity = false; ///< the server has tiles of twice the pixels
    };
    XyzSource(QString title, QString attribution, Pyramid pyramid, std::shared_ptr<TileBytes> tiles, QString host);

    Description description() const override;
    /// Errors: Cancelled, those of the network, AnswerNotUnderstood with the host where what came cannot be decoded.
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;

private:
    Result<QImage> serverTile(const TileKey& key, const std::stop_token& stop);

    const QString m_title;
    const QString m_attribution;
    const Pyramid m_pyramid;
    const std::shared_ptr<TileBytes> m_tiles;
    const QString m_host;
};

/// OpenStreetMap's own server, as its policy for tiles asks: named for what it is, with attribution, two requests at a time,
/// cached for a week. For looking at, never for fetching in bulk.
SourceSpec openStreetMap();

/// Over the network through the cache. Errors: ValueNotUnderstood (the address), NetworkFailed where nothing may be asked.
Result<std::shared_ptr<map::TileSource>> openXyz(const SourceSpec& spec, const SourceServices& services);

} // namespace hk::tiles
