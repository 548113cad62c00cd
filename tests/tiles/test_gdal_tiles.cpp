#include "geo/mercator.h"
#include "geo/transform.h"
#include "tiles/gdal_tiles.h"
#include "tiles/raster_files.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <cmath>
#include <thread>

using namespace hk;
using namespace hk::test;

namespace {

constexpr int z = 15;
const WebMercator hub = geo::toWebMercator({12.0187, 57.6556});

geo::MercatorRect hubTile() { return geo::tileBounds(geo::tileAt(hub, z)); }

/// A raster whose pixels are those of the 512-px tile at the hub.
RasterFile onTheTile()
{
    RasterFile raster;
    const geo::MercatorRect rect = hubTile();
    raster.width = raster.height = 512;
    raster.west = rect.xmin;
    raster.north = rect.ymax;
    raster.pixel = (rect.xmax - rect.xmin) / 512;
    return raster;
}

QImage tileOf(const QString& path, double ratio = 1.0)
{
    const auto tiles = tiles::GdalTiles::open(path);
    REQUIRE(tiles);
    const auto image = (*tiles)->tile(geo::tileAt(hub, z), ratio);
    INFO((image ? QString() : image.error().detail).toStdString());
    REQUIRE(image);
    return *image;
}

QString sourceVrt(const QString& source)
{
    return QStringLiteral("<VRTDataset rasterXSize=\"8\" rasterYSize=\"8\"><SRS>EPSG:3857</SRS><GeoTransform>0,1,0,8,0,-1"
                          "</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\"><SimpleSource><SourceFilename "
                          "relativeToVRT=\"0\">%1</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
                          "</VRTDataset>")
        .arg(source);
}

} // namespace

TEST_CASE("a raster in the tiles' own grid comes pixel for pixel")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.value = [](int band, int x, int y) { return band == 1 ? x / 2 : band == 2 ? y / 2 : (x * 7 + y * 13) % 256; };
    write(folder.path(QStringLiteral("a.tif")), raster);
    const QImage image = tileOf(folder.path(QStringLiteral("a.tif")));
    REQUIRE(image.size() == QSize(512, 512));
    int worst = 0;
    for (int y = 0; y < 512; y += 3)
        for (int x = 0; x < 512; x += 3) {
            const QColor c = image.pixelColor(x, y);
            worst = std::max({worst, std::abs(c.red() - x / 2), std::abs(c.green() - y / 2), std::abs(c.blue() - (x * 7 + y * 13) % 256)});
        }
    CHECK(worst <= 1);
}

TEST_CASE("a grey raster, one of 16 bits, one with a palette and one of a single bit are seen in their colours")
{
    const Folder folder;
    const auto left = [](int, int x, int) { return x < 256 ? 0.0 : 1.0; };
    RasterFile grey = onTheTile();
    grey.bands = 1;
    grey.value = [&](int, int x, int y) { return left(0, x, y) * 200.0; };
    write(folder.path(QStringLiteral("grey.tif")), grey);
    CHECK(near(tileOf(folder.path(QStringLiteral("grey.tif"))).pixelColor(400, 10), QColor(200, 200, 200), 1));

    RasterFile deep = grey;
    deep.words = true;
    deep.value = [&](int, int x, int y) { return 1000 + left(0, x, y) * 9000.0; };
    write(folder.path(QStringLiteral("deep.tif")), deep);
    const QImage stretched = tileOf(folder.path(QStringLiteral("deep.tif")));
    CHECK(near(stretched.pixelColor(100, 10), QColor(0, 0, 0), 2));
    CHECK(near(stretched.pixelColor(400, 10), QColor(255, 255, 255), 2));

    RasterFile classes = grey;
    classes.value = left;
    classes.palette = {QColor(200, 30, 40), QColor(20, 160, 70)};
    write(folder.path(QStringLiteral("classes.tif")), classes);
    CHECK(near(tileOf(folder.path(QStringLiteral("classes.tif"))).pixelColor(400, 10), QColor(20, 160, 70), 1));
    classes.nodata = 0;
    write(folder.path(QStringLiteral("clear.tif")), classes);
    const QImage clear = tileOf(folder.path(QStringLiteral("clear.tif")));
    CHECK(clear.pixelColor(100, 10).alpha() == 0);
    CHECK(near(clear.pixelColor(400, 10), QColor(20, 160, 70), 1));

    RasterFile bit = grey;
    bit.value = left;
    bit.options = {"NBITS=1"};
    write(folder.path(QStringLiteral("bit.tif")), bit);
    CHECK(near(tileOf(folder.path(QStringLiteral("bit.tif"))).pixelColor(400, 10), QColor(255, 255, 255), 1));
    CHECK(near(tileOf(folder.path(QStringLiteral("bit.tif"))).pixelColor(100, 10), QColor(0, 0, 0), 1));
}

TEST_CASE("where a raster holds nothing the tile is clear: no-data, alpha, and beside the raster")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.nodata = 0;
    // red alone is 0 on the right: that is a colour, not nothing
    raster.value = [](int band, int x, int) { return x < 256 ? 0.0 : band == 1 ? 0.0 : 90.0; };
    write(folder.path(QStringLiteral("nodata.tif")), raster);
    const QImage nodata = tileOf(folder.path(QStringLiteral("nodata.tif")));
    CHECK(nodata.pixelColor(100, 100).alpha() == 0);
    CHECK(near(nodata.pixelColor(400, 100), QColor(0, 90, 90), 1));

    RasterFile alpha = onTheTile();
    alpha.bands = 4;
    alpha.alpha = true;
    alpha.value = [](int band, int x, int) { return band == 4 ? (x < 256 ? 0.0 : 255.0) : 77.0; };
    write(folder.path(QStringLiteral("alpha.tif")), alpha);
    CHECK(tileOf(folder.path(QStringLiteral("alpha.tif"))).pixelColor(100, 100).alpha() == 0);
    CHECK(near(tileOf(folder.path(QStringLiteral("alpha.tif"))).pixelColor(400, 100), QColor(77, 77, 77), 1));

    RasterFile half = onTheTile();
    half.width = 256;
    write(folder.path(QStringLiteral("half.tif")), half);
    CHECK(tileOf(folder.path(QStringLiteral("half.tif"))).pixelColor(300, 100).alpha() == 0);
    CHECK(tileOf(folder.path(QStringLiteral("half.tif"))).pixelColor(200, 100).alpha() == 255);

    const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("half.tif")));
    REQUIRE(tiles);
    const auto elsewhere = (*tiles)->tile({z, 0, 0}, 1.0);
    REQUIRE(elsewhere);
    CHECK(elsewhere->isNull());
}

TEST_CASE("a mark on a raster in SWEREF 99 TM or WGS 84 lies where its coordinates say, whatever the order of the axes")
{
    const Folder folder;
    const LonLat mark{12.0187, 57.6556};
    const Sweref99 there = geo::Sweref99Transform().toSweref(mark);
    const auto dot = [](int, int x, int y) { return x >= 100 && x < 104 && y >= 60 && y < 64 ? 255.0 : 0.0; };
    RasterFile sweref;
    sweref.width = sweref.height = 200;
    sweref.crs = "EPSG:3006";
    sweref.pixel = 2.0;
    sweref.west = there.easting - 102 * 2.0;
    sweref.north = there.northing + 62 * 2.0;
    sweref.value = dot;
    write(folder.path(QStringLiteral("sweref.tif")), sweref);
    RasterFile degrees = sweref;
    degrees.crs = "EPSG:4326";
    degrees.pixel = 2e-5;
    degrees.west = mark.lon - 102 * 2e-5;
    degrees.north = mark.lat + 62 * 2e-5;
    write(folder.path(QStringLiteral("degrees.tif")), degrees);
    for (const char* name : {"sweref.tif", "degrees.tif"}) {
        CAPTURE(name);
        const auto tiles = tiles::GdalTiles::open(folder.path(QString::fromUtf8(name)));
        REQUIRE(tiles);
        const geo::TileId id = geo::tileAt(hub, 17);
        const geo::MercatorRect rect = geo::tileBounds(id);
        const auto image = (*tiles)->tile(id, 1.0);
        REQUIRE(image);
        REQUIRE_FALSE(image->isNull());
        double sum = 0, sumX = 0, sumY = 0;
        for (int y = 0; y < 512; ++y)
            for (int x = 0; x < 512; ++x) {
                const double weight = image->pixelColor(x, y).red();
                sum += weight;
                sumX += weight * (x + 0.5);
                sumY += weight * (y + 0.5);
            }
        REQUIRE(sum > 0);
        CHECK_THAT(sumX / sum, WithinAbs((hub.x - rect.xmin) / (rect.xmax - rect.xmin) * 512, 0.3));
        CHECK_THAT(sumY / sum, WithinAbs((rect.ymax - hub.y) / (rect.ymax - rect.ymin) * 512, 0.3));
    }
}

TEST_CASE("neighbouring tiles meet without a seam")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.width = raster.height = 1024;
    raster.west -= 0.37 * raster.pixel;
    raster.value = [](int, int x, int y) { return 127 + 120 * std::sin(x * 0.02) * std::cos(y * 0.03); };
    write(folder.path(QStringLiteral("smooth.tif")), raster);
    const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("smooth.tif")));
    REQUIRE(tiles);
    geo::TileId id = geo::tileAt(hub, z);
    const auto west = (*tiles)->tile(id, 1.0);
    ++id.x;
    const auto east = (*tiles)->tile(id, 1.0);
    REQUIRE((west && east));
    for (int y = 0; y < 512; y += 5) {
        const int step = west->pixelColor(511, y).red() - west->pixelColor(510, y).red();
        CHECK_THAT(east->pixelColor(0, y).red() - west->pixelColor(511, y).red(), WithinAbs(step, 2.0));
    }
}

TEST_CASE("a raster tells how far it reaches and to which zoom it has something to show")
{
    const Folder folder;
    const RasterFile raster = onTheTile();
    write(folder.path(QStringLiteral("a.tif")), raster);
    const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("a.tif")), {}, {}, QStringLiteral("© The town"));
    REQUIRE(tiles);
    const auto said = (*tiles)->description();
    CHECK(said.highestZoom == z);
    CHECK(said.attribution == QStringLiteral("© The town"));
    CHECK(said.title == QStringLiteral("a"));
    CHECK_FALSE(said.remote);
    CHECK_THAT(said.bounds.left(), WithinAbs(raster.west, 0.01));
    CHECK_THAT(said.bounds.bottom(), WithinAbs(raster.north, 0.01));
}

TEST_CASE("far out a large raster shows the mean of its pixels, with reduced copies in the file and without")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.width = raster.height = 2048;
    raster.pixel /= 4;
    raster.value = [](int, int x, int y) { return (x + y) % 2 ? 255.0 : 0.0; };
    write(folder.path(QStringLiteral("plain.tif")), raster);
    raster.overviews = true;
    write(folder.path(QStringLiteral("copies.tif")), raster);
    for (const char* name : {"plain.tif", "copies.tif"}) {
        CAPTURE(name);
        const auto tiles = tiles::GdalTiles::open(folder.path(QString::fromUtf8(name)));
        REQUIRE(tiles);
        const geo::TileId id = geo::tileAt(hub, z - 2);
        const auto image = (*tiles)->tile(id, 1.0);
        REQUIRE(image);
        const geo::MercatorRect far = geo::tileBounds(id);
        const geo::MercatorRect own = hubTile();
        const int x = static_cast<int>((((own.xmin + own.xmax) / 2) - far.xmin) / (far.xmax - far.xmin) * 512);
        const int y = static_cast<int>((far.ymax - ((own.ymin + own.ymax) / 2)) / (far.ymax - far.ymin) * 512);
        CHECK(near(image->pixelColor(x, y), QColor(128, 128, 128), 4));
    }
}

TEST_CASE("the pictures of a GeoPackage are opened by name, the first without one")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.driver = "GPKG";
    raster.options = {"RASTER_TABLE=north", "TILE_FORMAT=PNG"};
    raster.value = [](int band, int, int) { return band == 1 ? 220.0 : 10.0; };
    write(folder.path(QStringLiteral("two.gpkg")), raster);
    raster.options = {"RASTER_TABLE=south", "TILE_FORMAT=PNG", "APPEND_SUBDATASET=YES"};
    raster.value = [](int band, int, int) { return band == 3 ? 220.0 : 10.0; };
    write(folder.path(QStringLiteral("two.gpkg")), raster);
    const auto names = tiles::rasterLayers(folder.path(QStringLiteral("two.gpkg")));
    REQUIRE(names);
    CHECK(*names == QStringList{QStringLiteral("north"), QStringLiteral("south")});
    const auto colourOf = [&](const QString& layer) {
        const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("two.gpkg")), layer);
        REQUIRE(tiles);
        return (*tiles)->tile(geo::tileAt(hub, z), 1.0).value().pixelColor(200, 200);
    };
    CHECK(near(colourOf(QStringLiteral("south")), QColor(10, 10, 220), 2));
    CHECK(near(colourOf({}), QColor(220, 10, 10), 2));
    CHECK(tiles::GdalTiles::open(folder.path(QStringLiteral("two.gpkg")), QStringLiteral("east")).error().code == ErrorCode::NotFound);
}

TEST_CASE("a JPEG 2000 picture with its place is drawn")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.driver = "JP2OpenJPEG";
    raster.value = [](int band, int, int) { return band == 2 ? 180.0 : 20.0; };
    write(folder.path(QStringLiteral("a.jp2")), raster);
    CHECK(near(tileOf(folder.path(QStringLiteral("a.jp2"))).pixelColor(300, 300), QColor(20, 180, 20), 6));
}

TEST_CASE("a picture without a place on earth is refused with words of what to do")
{
    const Folder folder;
    RasterFile raster;
    raster.crs = nullptr;
    write(folder.path(QStringLiteral("photo.tif")), raster);
    const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("photo.tif")));
    REQUIRE_FALSE(tiles);
    CHECK(tiles.error().code == ErrorCode::CrsNotUnderstood);
    CHECK(tiles.error().place.file == folder.path(QStringLiteral("photo.tif")));
}

TEST_CASE("a raster whose corners lie nowhere on earth is refused at once")
{
    const Folder folder;
    for (const char* crs : {"EPSG:3857", "EPSG:4326", "EPSG:3006"}) {
        RasterFile raster;
        raster.crs = crs;
        raster.west = -4e17;
        raster.north = 1e16;
        raster.pixel = 1e16;
        write(folder.path(QStringLiteral("far.tif")), raster);
        const auto opened = tiles::GdalTiles::open(folder.path(QStringLiteral("far.tif")));
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::CrsNotUnderstood);
    }
}

TEST_CASE("a file that is missing, no picture, or cut short is refused as such")
{
    const Folder folder;
    CHECK(tiles::GdalTiles::open(folder.path(QStringLiteral("no.tif"))).error().code == ErrorCode::FileNotFound);
    CHECK(tiles::GdalTiles::open(folder.write(QStringLiteral("text.tif"), "no picture at all")).error().code == ErrorCode::FormatNotSupported);
    write(folder.path(QStringLiteral("whole.tif")), onTheTile());
    QFile whole(folder.path(QStringLiteral("whole.tif")));
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto cut = tiles::GdalTiles::open(folder.write(QStringLiteral("cut.tif"), bytes.left(200)));
    CHECK_FALSE(cut);
    // the head is whole, the pixels are not: told when they are asked for
    const auto half = tiles::GdalTiles::open(folder.write(QStringLiteral("half.tif"), bytes.left(bytes.size() / 2)));
    if (half) {
        const auto image = (*half)->tile(geo::tileAt(hub, z), 1.0);
        REQUIRE_FALSE(image);
        CHECK(image.error().code == ErrorCode::FileDamaged);
        CHECK(image.error().place.file == folder.path(QStringLiteral("half.tif")));
    }
}

TEST_CASE("a virtual raster is opened where it names pictures in plain files, and no other")
{
    const Folder folder;
    write(folder.path(QStringLiteral("a.tif")), onTheTile());
    CHECK(tiles::GdalTiles::open(folder.write(QStringLiteral("good.vrt"), sourceVrt(folder.path(QStringLiteral("a.tif"))).toUtf8())));
    CHECK(tiles::GdalTiles::open(folder.write(QStringLiteral("nested.vrt"), sourceVrt(folder.path(QStringLiteral("good.vrt"))).toUtf8())));
    const QString service = folder.write(QStringLiteral("service.xml"), "<GDAL_WMS><Service name=\"WMS\"><ServerUrl>http://127.0.0.1:1/?</ServerUrl>"
                                                        "</Service></GDAL_WMS>");
    for (const QString& source : {QStringLiteral("/vsicurl/http://127.0.0.1:1/a.tif"), QStringLiteral("http://127.0.0.1:1/a.tif"),
                                  QStringLiteral("WMS:http://127.0.0.1:1/"), QStringLiteral("&lt;GDAL_WMS/&gt;"), service,
                                  folder.path(QStringLiteral("absent.tif")), folder.path(QStringLiteral("loop.vrt"))}) {
        CAPTURE(source);
        const auto tiles = tiles::GdalTiles::open(folder.write(QStringLiteral("loop.vrt"), sourceVrt(source).toUtf8()));
        REQUIRE_FALSE(tiles);
        CHECK(tiles.error().code == ErrorCode::FormatNotSupported);
    }
    CHECK(tiles::GdalTiles::open(service).error().code == ErrorCode::FormatNotSupported);
}

TEST_CASE("a raster answers several threads at once, and a stop ends its work")
{
    const Folder folder;
    RasterFile raster = onTheTile();
    raster.value = [](int band, int x, int) { return band == 1 ? x / 2 : 50.0; };
    write(folder.path(QStringLiteral("a.tif")), raster);
    const auto tiles = tiles::GdalTiles::open(folder.path(QStringLiteral("a.tif")));
    REQUIRE(tiles);
    const QImage alone = (*tiles)->tile(geo::tileAt(hub, z), 1.0).value();
    std::vector<int> different(4, -1);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < different.size(); ++i)
            threads.emplace_back([&, i] {
                different[i] = 0;
                for (int n = 0; n < 3; ++n)
                    different[i] += (*tiles)->tile(geo::tileAt(hub, z), 1.0).value() == alone ? 0 : 1;
            });
    }
    CHECK(different == std::vector<int>(4, 0));
    std::stop_source stop;
    stop.request_stop();
    CHECK((*tiles)->tile(geo::tileAt(hub, z), 1.0, stop.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the real orthophoto shows known places in their colours to a pixel")
{
    const QString path = realFile("molndal_ortho_lm2024.tif");
    if (path.isEmpty())
        return;
    const auto tiles = tiles::GdalTiles::open(path);
    REQUIRE(tiles);
    const auto said = (*tiles)->description();
    CHECK(said.highestZoom == 17);
    const WebMercator west = geo::toWebMercator({12.008, 57.6495});
    const WebMercator east = geo::toWebMercator({12.044, 57.6625});
    CHECK_THAT(said.bounds.left(), WithinAbs(west.x, 1.0));
    CHECK_THAT(said.bounds.right(), WithinAbs(east.x, 1.0));
    CHECK_THAT(said.bounds.bottom(), WithinAbs(east.y, 2.0));
    QElapsedTimer clock;
    clock.start();
    const auto whole = (*tiles)->tile(geo::tileAt(hub, 12), 1.0);
    const auto first = clock.restart();
    REQUIRE(whole);
    REQUIRE_FALSE(whole->isNull());
    const auto again = (*tiles)->tile(geo::tileAt(hub, 13), 1.0);
    REQUIRE(again);
    INFO("whole picture " << first << " ms, next " << clock.elapsed() << " ms");
    CHECK(first < 5000);
    // the picture's western edge: clear on one side, a photograph on the other, to a pixel
    const geo::TileId id = geo::tileAt({west.x, hub.y}, 16);
    const geo::MercatorRect rect = geo::tileBounds(id);
    const auto edge = (*tiles)->tile(id, 1.0);
    REQUIRE(edge);
    const int x = static_cast<int>(std::lround((west.x - rect.xmin) / (rect.xmax - rect.xmin) * 512));
    CHECK(edge->pixelColor(x - 2, 256).alpha() == 0);
    CHECK(edge->pixelColor(x + 1, 256).alpha() == 255);
}
