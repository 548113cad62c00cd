#include "geo/mercator.h"
#include "support/catch.h"
#include "ui/map_view_camera.h"
#include "ui/map_view_ground.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <tuple>

using namespace hk;
using namespace hk::ui;

namespace {

const QColor below(200, 210, 220);

/// Tiles of one level, each of its own colours; one in five is missing, one in five shines through.
class MadeTiles {
public:
    std::vector<map::TileCache::Piece> pieces(const MapCamera& camera)
    {
        const QRectF plane = camera.viewport().planeRect();
        std::vector<map::TileCache::Piece> made;
        for (const geo::TileId& tile :
             geo::tilesIn({plane.left(), plane.top(), plane.right(), plane.bottom()}, static_cast<int>(std::ceil(camera.zoom - 0.3)))) {
            const int kind = (tile.x * 7 + tile.y * 3) % 5;
            if (kind != 0)
                made.push_back({image(tile, kind == 1), QRectF(0, 0, 128, 128), tile, true, kind == 1 ? 0.6 : 1.0});
        }
        return made;
    }
    void change() { m_images.clear(); }

private:
    QImage image(const geo::TileId& tile, bool transparent)
    {
        QImage& known = m_images[{tile.z, tile.x, tile.y}];
        if (!known.isNull())
            return known;
        known = QImage(128, 128, transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        for (int y = 0; y < 128; ++y)
            for (int x = 0; x < 128; ++x)
                known.setPixel(x, y, qRgb(static_cast<int>(m_random() % 256), x * 2, y * 2));
        return known;
    }
    std::mt19937 m_random{5};
    std::map<std::tuple<int, int, int>, QImage> m_images;
};

QImage painted(MapGroundPicture& ground, MadeTiles& tiles, const MapCamera& camera, double ratio, bool moves, bool smooth = true)
{
    QImage window((camera.size * ratio).toSize(), QImage::Format_RGB32);
    window.setDevicePixelRatio(ratio);
    window.fill(Qt::magenta);
    QPainter painter(&window);
    ground.paint(painter, camera.viewport(), ratio, below, tiles.pieces(camera), moves, smooth);
    return window;
}

/// The largest difference of a channel: what shines through is drawn by QPainter, which steps along a row from where it begins.
int difference(const QImage& a, const QImage& b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            for (const auto channel : std::initializer_list<int (*)(QRgb)>{qRed, qGreen, qBlue})
                most = std::max(most, std::abs(channel(a.pixel(x, y)) - channel(b.pixel(x, y))));
    return most;
}

MapCamera cameraAt(double zoom)
{
    MapCamera camera;
    const WebMercator middle = geo::toWebMercator(LonLat{12.0187, 57.6551});
    camera.centre = {middle.x, middle.y};
    camera.zoom = zoom;
    camera.size = {320, 240};
    return camera;
}

} // namespace

TEST_CASE("a ground moved in steps is, where it stands, the ground drawn at once")
{
    const double ratio = GENERATE(1.0, 1.5, 2.0);
    const double zoom = GENERATE(15.0, 15.4);
    MadeTiles tiles;
    MapGroundPicture moved;
    MapCamera camera = cameraAt(zoom);
    std::mt19937 random(9);
    std::uniform_real_distribution<double> step(-60, 60);
    painted(moved, tiles, camera, ratio, false);
    for (int i = 0; i < 40; ++i) {
        camera.pan({step(random), i % 3 == 0 ? 0.0 : step(random)});
        painted(moved, tiles, camera, ratio, true);
        if (i == 20)
            tiles.change(); // all of them come anew
    }
    MapGroundPicture fresh;
    const QImage wanted = painted(fresh, tiles, camera, ratio, false);
    CHECK(painted(moved, tiles, camera, ratio, false) == wanted);
    CHECK(painted(moved, tiles, camera, ratio, false) == wanted); // and when nothing is new
}

TEST_CASE("a ground moved by whole pixels is exact while it moves")
{
    MadeTiles tiles;
    MapGroundPicture moved;
    MapCamera camera = cameraAt(15.4);
    painted(moved, tiles, camera, 1.0, false);
    for (const QPointF& step : {QPointF(3, 0), QPointF(0, -7), QPointF(-11, 5), QPointF(250, 200), QPointF(-1000, 0)}) {
        camera.pan(step);
        MapGroundPicture fresh;
        CHECK(difference(painted(moved, tiles, camera, 1.0, true), painted(fresh, tiles, camera, 1.0, false)) <= 3);
    }
}

TEST_CASE("only what comes into view of a moved ground is drawn, and the tile that is new")
{
    MadeTiles tiles;
    MapGroundPicture ground;
    MapCamera camera = cameraAt(15.4);
    painted(ground, tiles, camera, 1.0, false);
    CHECK(ground.pixelsDrawn() == 320 * 240);
    painted(ground, tiles, camera, 1.0, false);
    CHECK(ground.pixelsDrawn() == 320 * 240);
    camera.pan({10, 0});
    painted(ground, tiles, camera, 1.0, true);
    CHECK(ground.pixelsDrawn() == 320 * 240 + 10 * 240);
}

TEST_CASE("what is drawn onto the ground's picture itself is gone from the next")
{
    MadeTiles tiles;
    MapGroundPicture ground;
    const MapCamera camera = cameraAt(15.4);
    const QImage plain = painted(ground, tiles, camera, 1.0, false);
    QImage window(plain.size(), QImage::Format_RGB32);
    QPainter painter(&window);
    ground.paint(painter, camera.viewport(), 1.0, below, tiles.pieces(camera), true, false, [](QImage& picture) { picture.fill(Qt::red); });
    painter.end();
    CHECK(window.pixel(100, 100) == QColor(Qt::red).rgb());
    CHECK(painted(ground, tiles, camera, 1.0, false) == plain);
}

TEST_CASE("a ground of another scale, size or smoothness is drawn anew")
{
    MadeTiles tiles;
    MapGroundPicture ground;
    MapCamera camera = cameraAt(15.4);
    painted(ground, tiles, camera, 1.0, true, false);
    const auto isFresh = [&](bool smooth) {
        MapGroundPicture fresh;
        return painted(ground, tiles, camera, 1.0, true, smooth) == painted(fresh, tiles, camera, 1.0, true, smooth);
    };
    CHECK(isFresh(true));
    camera.zoom = 15.7;
    CHECK(isFresh(true));
    camera.size = {200, 260};
    CHECK(isFresh(true));
}
