#include "geo/tile.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "map/tile_cache.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QPainter>

using namespace hk;
using namespace hk::map;

namespace {

constexpr LonLat middle{12.0187, 57.6551};

QImage basemapPicture(const Basemap& basemap, const std::shared_ptr<const MapStyle>& style, const MapViewport& view,
                      double ratio = 1)
{
    QImage image((view.target.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    MapScene scene{groundOf(basemap.shared_from_this()), style};
    RenderOptions options;
    options.parts = BasemapPart;
    paintScene(painter, scene, view, options);
    painter.end();
    image.setDevicePixelRatio(1);
    return image;
}

/// Compared with the picture kept under tests/map/reference; HK_UPDATE_REFERENCES writes it anew.
void checkReference(const QImage& image, const QString& name)
{
    const QString path = QStringLiteral(HK_SOURCE_DIR "/tests/map/reference/") + name;
    if (qEnvironmentVariableIsSet("HK_UPDATE_REFERENCES")) {
        REQUIRE(image.convertToFormat(QImage::Format_RGB32).save(path));
        return;
    }
    const QImage reference(path);
    REQUIRE_FALSE(reference.isNull());
    const auto difference = test::compare(image.convertToFormat(QImage::Format_RGB32),
                                          reference.convertToFormat(QImage::Format_RGB32), 24);
    INFO("largest difference " << difference.largest << ", pixels " << difference.pixels);
    CHECK(difference.pixels <= image.width() * image.height() / 500);
}

} // namespace

TEST_CASE("the light map looks as agreed")
{
    const auto town = test::smallTown();
    const auto style = test::lightStyle();
    checkReference(basemapPicture(*town, style, test::mercatorView(middle, 15.5, {480, 320})), QStringLiteral("light_15.png"));
    checkReference(basemapPicture(*town, style, test::mercatorView(middle, 17, {480, 320})), QStringLiteral("light_17.png"));
}

TEST_CASE("the dark map looks as agreed")
{
    const auto style = MapStyle::embedded(QStringLiteral("dark"));
    REQUIRE(style);
    checkReference(basemapPicture(*test::smallTown(), *style, test::mercatorView(middle, 15.5, {480, 320})),
                   QStringLiteral("dark_15.png"));
}

TEST_CASE("the map on paper looks as agreed")
{
    MapViewport view = test::swerefView({322110, 6394230}, 1.25, {480, 320});
    checkReference(basemapPicture(*test::smallTown(), test::lightStyle(), view), QStringLiteral("paper.png"));
}

TEST_CASE("neighbouring tiles meet without a seam")
{
    const auto town = test::smallTown();
    const auto style = test::lightStyle();
    for (const int zoom : {14, 15, 16}) {
        const geo::TileId first = geo::tileAt({1337700, 7895300}, zoom);
        // Four tiles beside the picture of all four at once.
        const geo::MercatorRect a = geo::tileBounds(first);
        const geo::MercatorRect b = geo::tileBounds({zoom, first.x + 1, first.y + 1});
        MapViewport view;
        view.centre = {(a.xmin + b.xmax) / 2, (b.ymin + a.ymax) / 2};
        view.target = QRectF(0, 0, 1024, 1024);
        view.unitsPerMetre = 512 / (a.xmax - a.xmin);
        const QImage whole = basemapPicture(*town, style, view);
        QImage joined(1024, 1024, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&joined);
        for (const int dy : {0, 1})
            for (const int dx : {0, 1})
                painter.drawImage(dx * 512, dy * 512,
                                  TileCache::render(*groundOf(town), style, {zoom, first.x + dx, first.y + dy}, 1));
        painter.end();
        const auto difference = test::compare(whole, joined, 6);
        INFO("zoom " << zoom << ", largest difference " << difference.largest);
        CHECK(difference.pixels <= 40);
        CHECK(difference.largest < 60);
    }
}

TEST_CASE("a bridge lies over the road below, with its edge in between")
{
    const auto town = test::smallTown();
    const auto style = test::lightStyle();
    // Brogatan crosses the motorway at about 12.0142, 57.6549.
    const QImage image = basemapPicture(*town, style, test::mercatorView({12.01421, 57.65493}, 17, {120, 120}));
    const auto is = [&](int x, int y, const char* colour) {
        const QColor wanted(QString::fromLatin1(colour));
        const QColor seen = image.pixelColor(x, y);
        return std::abs(wanted.red() - seen.red()) + std::abs(wanted.green() - seen.green())
                   + std::abs(wanted.blue() - seen.blue())
               < 24;
    };
    CHECK(is(60, 60, "#FFFFFF")); // the bridge
    CHECK(is(60, 30, "#FBEFD6")); // the motorway north of it
    CHECK(is(60, 90, "#FBEFD6"));
    bool edge = false;
    for (int y = 40; y < 60; ++y)
        edge = edge || image.pixelColor(60, y).lightness() < 225;
    CHECK(edge);
}

TEST_CASE("where roads of one level meet no edge crosses the junction")
{
    const QImage image = basemapPicture(*test::smallTown(), test::lightStyle(),
                                        test::mercatorView({12.0186, 57.655}, 18, {60, 60}));
    // The casing of neither Göteborgsvägen nor Kvarnbygatan crosses the middle of the other.
    for (int y = 5; y < 55; ++y)
        CHECK(image.pixelColor(30, y).lightness() > 235);
}

TEST_CASE("an island in a lake is land")
{
    const auto town = test::smallTown();
    const QImage image = basemapPicture(*town, test::lightStyle(), test::mercatorView({12.023, 57.657}, 15, {200, 200}));
    CHECK(image.pixelColor(100, 100).rgb() == QColor(0xf4, 0xf3, 0xef).rgb());
    CHECK(image.pixelColor(100, 45).rgb() == QColor(0xcf, 0xe0, 0xea).rgb());
}

TEST_CASE("a high-density tile shows the same map, finer")
{
    const auto town = test::smallTown();
    const auto style = test::lightStyle();
    const geo::TileId tile = geo::tileAt({1337700, 7895300}, 15);
    const QImage coarse = TileCache::render(*groundOf(town), style, tile, 1);
    const QImage fine = TileCache::render(*groundOf(town), style, tile, 2);
    CHECK(coarse.size() == QSize(512, 512));
    CHECK(fine.size() == QSize(1024, 1024));
    const QImage halved = fine.scaled(512, 512, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    CHECK(test::compare(coarse, halved, 40).pixels < 512 * 512 / 100);
}
