#include "tiles/open_source.h"

#include "geo/mercator.h"
#include "tiles/gdal_tiles.h"
#include "tiles/warp.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hk::tiles {
namespace {

constexpr int tileSide = 512;
constexpr double mostPixels = 120e6; // along both sides together: A3 at 300 dpi is 17 million
constexpr double mostTiles = 400;
constexpr double mostOfServer = 25; // up to 100 of the server's own: it is for looking, not for fetching in bulk

QString nameOf(map::Plane plane) { return QString::fromLatin1(plane == map::Plane::WebMercator ? webMercatorName : swerefName); }

struct Task {
    QString crs;
    QRectF rect;
    QSize size;
};

/// The tiles of a source that cover the rectangle (Web Mercator), in one picture of that plane.
Result<PlacedPicture> assembled(map::TileSource& source, const QRectF& rect, double pixel, std::stop_token stop,
                                const std::function<void(double)>& progress)
{
    const map::TileSource::Description said = source.description();
    int z = std::clamp(static_cast<int>(std::ceil(std::log2(2 * geo::mercatorHalf / tileSide / pixel) - 0.3)), said.lowestZoom,
                       std::max(said.lowestZoom, said.highestZoom));
    const QRectF within = said.bounds.isEmpty() ? rect : rect.intersected(said.bounds);
    const double most = said.remote ? mostOfServer : mostTiles;
    PlacedPicture whole;
    whole.crs = QString::fromLatin1(webMercatorName);
    if (within.isEmpty())
        return whole;
    const auto tilesAt = [&within](int level) {
        return geo::tilesIn({within.left(), within.top(), within.right(), within.bottom()}, level);
    };
    const auto count = [&within](int level) {
        const double side = std::ldexp(2 * geo::mercatorHalf, -level);
        return (within.width() / side + 1) * (within.height() / side + 1);
    };
    while (z > said.lowestZoom && count(z) > most)
        --z;
    if (count(z) > 4.0 * most)
        return whole;
    const std::vector<geo::TileId> tiles = tilesAt(z);
    if (tiles.empty())
        return whole;
    const auto [west, east] = std::minmax_element(tiles.begin(), tiles.end(), [](auto& a, auto& b) { return a.x < b.x; });
    const auto [north, south] = std::minmax_element(tiles.begin(), tiles.end(), [](auto& a, auto& b) { return a.y < b.y; });
    const int x0 = west->x;
    const int y0 = north->y;
    const geo::MercatorRect first = geo::tileBounds({z, x0, y0});
    const geo::MercatorRect last = geo::tileBounds({z, east->x, south->y});
    whole.bounds = QRectF(first.xmin, last.ymin, last.xmax - first.xmin, first.ymax - last.ymin);
    const QSize size((east->x - x0 + 1) * tileSide, (south->y - y0 + 1) * tileSide);
    std::size_t done = 0;
    for (const geo::TileId& tile : tiles) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto picture = source.tile(tile, 1.0, stop);
        if (!picture)
            return tl::unexpected(picture.error());
        if (!picture->isNull()) {
            if (whole.image.isNull()) {
                whole.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
                if (whole.image.isNull())
                    return fail(ErrorCode::Internal, {}, {}, QStringLiteral("no room for the picture"));
                whole.image.fill(Qt::transparent);
            }
            QPainter painter(&whole.image);
            painter.setRenderHint(QPainter::SmoothPixmapTransform, picture->width() != tileSide);
            painter.drawImage(QRect((tile.x - x0) * tileSide, (tile.y - y0) * tileSide, tileSide, tileSide), *picture);
        }
        if (progress)
            progress(static_cast<double>(++done) / static_cast<double>(tiles.size()));
    }
    return whole;
}

Result<QImage> pictureOf(map::TileSource& source, const Task& task, std::stop_token stop, const std::function<void(double)>& progress)
{
    if (auto* raster = dynamic_cast<GdalTiles*>(&source)) // straight from its own pixels
        return raster->picture(task.crs, task.rect, task.size, stop);
    const auto around = boundsIn(QString::fromLatin1(webMercatorName), task.crs, task.rect);
    if (!around)
        return tl::unexpected(around.error());
    const double pixel = std::max(around->width() / task.size.width(), around->height() / task.size.height());
    const auto whole = assembled(source, *around, pixel, stop, progress);
    if (!whole)
        return tl::unexpected(whole.error());
    if (whole->image.isNull())
        return QImage();
    return warped(*whole, task.crs, task.rect, task.size, Resampling::Cubic, stop);
}

} // namespace

Result<map::Ground> withPictures(map::Ground ground, map::Plane plane, const QRectF& rect, double pixel, std::stop_token stop,
                                 const std::function<void(double done)>& progress)
{
    if (!(pixel > 0) || rect.isEmpty() || rect.width() / pixel * (rect.height() / pixel) > mostPixels)
        return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("The page has more pixels than a picture can hold.")});
    // Whole pixels: the picture may reach a fraction of one beyond the rectangle, in the east and the south.
    const QSize size(static_cast<int>(std::ceil(rect.width() / pixel - 1e-6)), static_cast<int>(std::ceil(rect.height() / pixel - 1e-6)));
    const QSizeF covered(size.width() * pixel, size.height() * pixel);
    const Task task{nameOf(plane), QRectF(rect.left(), rect.bottom() - covered.height(), covered.width(), covered.height()), size};
    const auto sheets = static_cast<double>(std::count_if(ground.sheets.begin(), ground.sheets.end(),
                                                          [](const map::GroundSheet& sheet) { return sheet.tiles != nullptr; }));
    double done = 0;
    for (map::GroundSheet& sheet : ground.sheets) {
        if (!sheet.tiles)
            continue;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        auto image = pictureOf(*sheet.tiles, task, stop, [&](double share) {
            if (progress)
                progress((done + share) / sheets);
        });
        if (!image)
            return tl::unexpected(image.error());
        sheet.picture = std::make_shared<const map::GroundPicture>(map::GroundPicture{std::move(*image), plane, task.rect});
        ++done;
        if (progress)
            progress(done / sheets);
    }
    return ground;
}

} // namespace hk::tiles
