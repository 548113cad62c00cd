#pragma once

#include "map/tile_source.h"
#include "tiles/handle_pool.h"
#include "tiles/made_once.h"
#include "tiles/raster_levels.h"

#include <optional>

namespace hk::tiles {

/// A georeferenced raster of any format that GDAL reads from a file, warped to the tiles that are asked for. Reduced copies in
/// the file are used; of a large picture without any, some are made in memory when first needed.
class GdalTiles : public map::TileSource {
public:
    /// Errors: those of planOf.
    static Result<std::shared_ptr<GdalTiles>> open(const QString& path, const QString& layer = {}, const QString& title = {},
                                                   const QString& attribution = {});
    ~GdalTiles() override;

    Description description() const override { return m_description; }
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;
    /// The rectangle of any CRS straight from the raster: for paper. Null: the raster does not reach there.
    Result<QImage> picture(const QString& crs, const QRectF& rect, QSize size, std::stop_token stop = {});

private:
    /// The datasets of one thread, opened when needed.
    struct Handle {
        std::vector<std::optional<NormalRaster>> levels;
    };
    struct Level {
        double resolution = 1; ///< Web Mercator metres per pixel
        int overview = -1;     ///< of the file
    };
    explicit GdalTiles(RasterPlan plan);
    Result<QImage> rendered(const QString& crs, const QRectF& rect, QSize size, double resolution, std::stop_token stop);
    Result<QImage> fromFile(std::size_t level, const QString& crs, const QRectF& rect, QSize size, double resolution,
                            std::stop_token stop);
    Result<const PlacedPicture*> coarseCopy(double resolution, std::stop_token stop);

    RasterPlan m_plan;
    Description m_description;
    std::vector<Level> m_levels; ///< the finest first
    HandlePool<Handle> m_handles;
    struct Coarse {
        double resolution;
        PlacedPicture picture;
    };
    using CoarseCopies = std::vector<Coarse>; ///< each a quarter of the one before; none: the raster is not placed plainly
    Result<CoarseCopies> makeCoarse(std::stop_token stop) const;
    MadeOnce<CoarseCopies> m_coarse; ///< last: it reads the rest while it works
};

} // namespace hk::tiles
