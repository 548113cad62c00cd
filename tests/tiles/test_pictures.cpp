#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/ground.h"
#include "tiles/gdal_tiles.h"
#include "tiles/mbtiles_source.h"
#include "tiles/open_file_source.h"
#include "tiles/raster_files.h"

#include <cmath>

using namespace hk;
using namespace hk::test;

namespace {

const LonLat place{12.0187, 57.6556};

/// The middle of what is bright, in pixels.
QPointF brightMiddle(const QImage& image)
{
    double sum = 0, x = 0, y = 0;
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column) {
            const double weight = image.pixelColor(column, row).red();
            sum += weight;
            x += weight * (column + 0.5);
            y += weight * (row + 0.5);
        }
    REQUIRE(sum > 0);
    return {x / sum, y / sum};
}

} // namespace

TEST_CASE("for paper a raster and a file of tiles are warped to SWEREF 99 TM, a mark where it is on the ground")
{
    const Folder folder;
    const WebMercator mark = geo::toWebMercator(place);
    const geo::TileId tile = geo::tileAt(mark, 17);
    const geo::MercatorRect rect = geo::tileBounds(tile);
    const int mx = static_cast<int>((mark.x - rect.xmin) / (rect.xmax - rect.xmin) * 256);
    const int my = static_cast<int>((rect.ymax - mark.y) / (rect.ymax - rect.ymin) * 256);
    const auto inMark = [&](int x, int y) { return std::abs(x - mx) <= 2 && std::abs(y - my) <= 2; };
    QImage picture(256, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x)
            picture.setPixelColor(x, y, inMark(x, y) ? Qt::white : Qt::black);
    writeMbTiles(folder.path(QStringLiteral("a.mbtiles")), {}, {{tile, pngOf(picture)}});
    RasterFile raster;
    raster.width = raster.height = 256;
    raster.west = rect.xmin;
    raster.north = rect.ymax;
    raster.pixel = (rect.xmax - rect.xmin) / 256;
    raster.value = [&](int, int x, int y) { return inMark(x, y) ? 255.0 : 0.0; };
    write(folder.path(QStringLiteral("a.tif")), raster);

    // the middle of the mark's pixels, in the page's plane
    const Sweref99 there = geo::Sweref99Transform().toSweref(
        WebMercator{rect.xmin + (mx + 0.5) * raster.pixel, rect.ymax - (my + 0.5) * raster.pixel});
    const QRectF page(there.easting - 60, there.northing - 40, 100, 100);
    for (const char* name : {"a.mbtiles", "a.tif"}) {
        CAPTURE(name);
        const auto spec = tiles::specOfFile(folder.path(QString::fromLatin1(name)));
        REQUIRE(spec);
        auto sheet = tiles::openSource(*spec, {});
        REQUIRE(sheet);
        double last = 0;
        const auto ground = tiles::withPictures({{*sheet}}, map::Plane::Sweref99Tm, page, 0.5, {}, [&last](double done) {
            CHECK(done >= last);
            last = done;
        });
        REQUIRE(ground);
        CHECK(last == 1.0);
        const auto& got = ground->sheets.front().picture;
        REQUIRE(got);
        CHECK(got->plane == map::Plane::Sweref99Tm);
        REQUIRE(got->image.size() == QSize(200, 200));
        const QPointF middle = brightMiddle(got->image);
        CHECK_THAT(got->bounds.left() + middle.x() * 0.5, WithinAbs(there.easting, 0.3));
        CHECK_THAT(got->bounds.bottom() - middle.y() * 0.5, WithinAbs(there.northing, 0.3));
    }
}

TEST_CASE("a page beyond a source has an empty picture of it, and a stop ends the making")
{
    const Folder folder;
    write(folder.path(QStringLiteral("a.tif")), RasterFile{});
    const auto sheet = tiles::openRaster(tiles::specOfFile(folder.path(QStringLiteral("a.tif"))).value());
    REQUIRE(sheet);
    const QRectF page(321000, 6394000, 500, 500);
    const auto ground = tiles::withPictures({{*sheet}}, map::Plane::Sweref99Tm, page, 1.0);
    REQUIRE(ground);
    CHECK(ground->sheets.front().picture->image.isNull());
    std::stop_source stop;
    stop.request_stop();
    CHECK(tiles::withPictures({{*sheet}}, map::Plane::Sweref99Tm, page, 1.0, stop.get_token()).error().code == ErrorCode::Cancelled);
    CHECK_FALSE(tiles::withPictures({{*sheet}}, map::Plane::Sweref99Tm, page, 0.001));
}
