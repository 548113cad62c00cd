#pragma once

#include "map/tile_source.h"
#include "tiles/mbtiles_file.h"

namespace hk::tiles {

/// The pictures of an MBTiles file, of 256 or 512 px, put together to the 512-px pyramid. A tile that is not there, or not a
/// picture, stays empty.
class MbTilesSource : public map::TileSource {
public:
    /// Errors: those of MbTilesFile; FormatNotSupported of a file of vector tiles.
    static Result<std::shared_ptr<MbTilesSource>> open(const QString& path, const QString& title = {}, const QString& attribution = {});
    static Result<std::shared_ptr<MbTilesSource>> open(std::shared_ptr<MbTilesFile> file, const QString& title = {},
                                                       const QString& attribution = {});

    Description description() const override { return m_description; }
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;

private:
    MbTilesSource(std::shared_ptr<MbTilesFile> file, int pixels);
    /// The tile put together of 4^steps of the file's own, `steps` levels further down.
    Result<QImage> composed(const geo::TileId& tile, int steps, std::stop_token stop);

    std::shared_ptr<MbTilesFile> m_file;
    int m_pixels; ///< along a side of the file's own tiles
    Description m_description;
};

} // namespace hk::tiles
