#include "tiles/gdal_tiles.h"

#include "geo/mercator.h"

#include <QFileInfo>

#include <gdal_priv.h>

#include <algorithm>
#include <cmath>

namespace hk::tiles {
namespace {

constexpr int tileSide = 512;
constexpr int reduction = 4;              // from one coarse copy to the next
constexpr int largestUnreduced = 1024;    // pixels along a side; of such a picture no copies are worth while
constexpr double mostCoarsePixels = 16e6; // 64 MiB

double resolutionAt(int z) { return std::ldexp(2.0 * geo::mercatorHalf / tileSide, -z); }

QRectF rectOf(const geo::TileId& tile)
{
    const geo::MercatorRect r = geo::tileBounds(tile);
    return {r.xmin, r.ymin, r.xmax - r.xmin, r.ymax - r.ymin};
}

} // namespace

GdalTiles::GdalTiles(RasterPlan plan)
    : m_plan(std::move(plan))
    , m_coarse([this](std::stop_token stop) { return makeCoarse(std::move(stop)); })
{
    m_levels.push_back({m_plan.resolution, -1});
    for (std::size_t i = 0; i < m_plan.overviews.size(); ++i)
        m_levels.push_back({m_plan.resolution * m_plan.size.width() / std::max(1, m_plan.overviews[i].width()), static_cast<int>(i)});
    std::sort(m_levels.begin(), m_levels.end(), [](const Level& a, const Level& b) { return a.resolution < b.resolution; });
}

GdalTiles::~GdalTiles() = default;

Result<std::shared_ptr<GdalTiles>> GdalTiles::open(const QString& path, const QString& layer, const QString& title,
                                                   const QString& attribution)
{
    auto plan = planOf(path, layer);
    if (!plan)
        return tl::unexpected(plan.error());
    std::shared_ptr<GdalTiles> made(new GdalTiles(std::move(*plan)));
    Description& said = made->m_description;
    said.title = title.isEmpty() ? QFileInfo(path).completeBaseName() : title;
    said.attribution = attribution;
    said.bounds = made->m_plan.bounds;
    // The first level whose pixels are not larger than the raster's: above it, enlarging shows no more.
    const double level = std::log2(resolutionAt(0) / made->m_plan.resolution);
    said.highestZoom = std::clamp(static_cast<int>(std::ceil(level - 0.05)), 0, 24);
    // The whole world in one tile of a town is a dot; what is smaller than four pixels is not worth reading for.
    return made;
}

Result<QImage> GdalTiles::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    const QRectF rect = rectOf(tile);
    const int side = static_cast<int>(std::lround(tileSide * std::clamp(devicePixelRatio, 1.0, 4.0)));
    if (!rect.intersects(m_plan.bounds))
        return QImage();
    return rendered(QString::fromLatin1(webMercatorName), rect, {side, side}, rect.width() / side, stop);
}

Result<QImage> GdalTiles::picture(const QString& crs, const QRectF& rect, QSize size, std::stop_token stop)
{
    const auto around = boundsIn(QString::fromLatin1(webMercatorName), crs, rect);
    if (!around)
        return tl::unexpected(around.error());
    if (!around->intersects(m_plan.bounds))
        return QImage();
    return rendered(crs, rect, size, std::min(around->width() / size.width(), around->height() / size.height()), stop);
}

Result<QImage> GdalTiles::rendered(const QString& crs, const QRectF& rect, QSize size, double resolution, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && m_levels[level + 1].resolution <= resolution * 1.02)
        ++level;
    // How much finer the file's best is than what is asked for: much, and a copy in memory pays.
    const bool coarseEnough = resolution < m_levels[level].resolution * reduction
                              || std::max(m_plan.size.width(), m_plan.size.height()) <= largestUnreduced
                              || level + 1 < m_levels.size();
    if (coarseEnough)
        return fromFile(level, crs, rect, size, resolution, stop);
    const auto copy = coarseCopy(resolution, stop);
    if (!copy)
        return tl::unexpected(copy.error());
    if (!*copy)
        return fromFile(level, crs, rect, size, resolution, stop);
    return warped(**copy, crs, rect, size, Resampling::Bilinear, stop);
}

Result<QImage> GdalTiles::fromFile(std::size_t level, const QString& crs, const QRectF& rect, QSize size, double resolution,
                                   std::stop_token stop)
{
    const auto lease = m_handles.take([this]() -> Result<std::unique_ptr<Handle>> {
        auto made = std::make_unique<Handle>();
        made->levels.resize(m_levels.size());
        return made;
    });
    if (!lease)
        return tl::unexpected(lease.error());
    std::optional<NormalRaster>& raster = (*lease)->levels[level];
    if (!raster) {
        auto opened = NormalRaster::open(m_plan, m_levels[level].overview);
        if (!opened)
            return tl::unexpected(opened.error());
        raster.emplace(std::move(*opened));
    }
    // Pixels of classes that are shown larger keep their edges; a picture becomes soft instead.
    const bool larger = resolution < m_levels[level].resolution;
    const Resampling resampling = m_plan.bands.palette && larger ? Resampling::Nearest
                                  : m_plan.bands.palette || m_plan.bands.stretched ? Resampling::Bilinear
                                                                                   : Resampling::Cubic;
    auto image = warped(raster->dataset(), crs, rect, size, resampling, stop);
    if (!image && image.error().code == ErrorCode::FileDamaged)
        image.error().place.file = m_plan.path;
    return image;
}

Result<GdalTiles::CoarseCopies> GdalTiles::makeCoarse(std::stop_token stop) const
{
    const Level& last = m_levels.back();
    const auto raster = NormalRaster::open(m_plan, last.overview);
    if (!raster)
        return tl::unexpected(raster.error());
    CoarseCopies copies;
    GDALDataset& dataset = raster->dataset();
    double placed[6];
    if (dataset.GetGeoTransform(placed) != CE_None || placed[2] != 0.0 || placed[4] != 0.0 || !(placed[1] > 0) || !(placed[5] < 0))
        return copies; // turned, or placed by control points
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    int factor = reduction;
    while (static_cast<double>(width) * height / factor / factor > mostCoarsePixels)
        factor *= 2;
    auto image = reduced(*raster, factor, stop);
    if (!image)
        return tl::unexpected(image.error());
    const QString crs = crsOf(dataset);
    for (double size = factor;; size *= reduction) {
        // the last row and column stand for fewer pixels, but lie as if for all
        const QSizeF ground(image->width() * size * placed[1], image->height() * size * -placed[5]);
        const QRectF bounds(placed[0], placed[3] - ground.height(), ground.width(), ground.height());
        copies.push_back({last.resolution * size, {*image, crs, bounds}});
        if (std::max(image->width(), image->height()) <= largestUnreduced / 2)
            return copies;
        image = reduced(*image, reduction);
    }
}

Result<const PlacedPicture*> GdalTiles::coarseCopy(double resolution, std::stop_token stop)
{
    const auto copies = m_coarse.get(std::move(stop));
    if (!copies)
        return tl::unexpected(copies.error());
    const Coarse* chosen = nullptr;
    for (const Coarse& coarse : **copies)
        if (!chosen || coarse.resolution <= resolution * 1.02)
            chosen = &coarse;
    return chosen && chosen->resolution <= resolution * 1.5 ? &chosen->picture : nullptr;
}

} // namespace hk::tiles
