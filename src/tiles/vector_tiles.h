#pragma once

#include "map/basemap.h"
#include "map/feature_source.h"
#include "tiles/mbtiles_file.h"

#include <list>
#include <mutex>

namespace hk::tiles {

/// Vector tiles (MVT) of an MBTiles file or a directory {z}/{x}/{y}.pbf or .mvt, drawn by the same style as the other vector maps.
/// The last tiles read and the last chunks put together are kept.
class VectorTiles : public map::FeatureSource {
public:
    /// Errors: those of MbTilesFile; FileNotFound; FormatNotSupported of a file of pictures or a directory without such tiles.
    static Result<std::shared_ptr<VectorTiles>> open(const QString& path, const QString& attribution = {});
    static Result<std::shared_ptr<VectorTiles>> open(std::shared_ptr<MbTilesFile> file, const QString& attribution = {});

    Result<std::shared_ptr<const map::Basemap>> features(const QRectF& rect, map::Plane plane, double zoom,
                                                         std::stop_token stop = {}) const override;
    QRectF bounds(map::Plane plane) const override;
    QString attribution() const override { return m_attribution; }
    const QString& title() const { return m_title; }

private:
    using Tile = std::shared_ptr<const std::vector<map::BasemapFeature>>;
    struct Range {
        int z, x0, y0, x1, y1;
        friend bool operator==(const Range&, const Range&) = default;
    };
    VectorTiles() = default;
    Result<void> lookInto(const QString& directory);
    Result<QByteArray> bytes(const geo::TileId& tile) const;
    Result<Tile> tile(const geo::TileId& tile) const;

    std::shared_ptr<MbTilesFile> m_file; ///< null: a directory
    QString m_directory;
    QString m_suffix;
    QString m_title;
    QString m_attribution;
    int m_lowestZoom = 0;
    int m_highestZoom = 14;
    QRectF m_bounds; ///< Web Mercator

    mutable std::mutex m_mutex;
    mutable std::list<std::pair<geo::TileId, Tile>> m_tiles;
    mutable std::list<std::pair<Range, std::shared_ptr<const map::Basemap>>> m_chunks;
};

} // namespace hk::tiles
