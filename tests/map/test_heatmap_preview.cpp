#include "geo/transform.h"
#include "map/outline_stroke.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QPainter>
#include <cmath>

using namespace hk;
using namespace hk::map;

namespace {

const Sweref99 middle{322113.4, 6394297.7};

/// Waves over the whole grid, so that the classes meet in many directions.
HeatmapLayer waves(double cell)
{
    auto grid = std::make_shared<analysis::Grid>();
    grid->spec = {middle.easting - 1500, middle.northing - 900, cell, static_cast<std::int64_t>(3000 / cell),
                  static_cast<std::int64_t>(1800 / cell)};
    for (std::int64_t j = 0; j < grid->spec.rows; ++j)
        for (std::int64_t i = 0; i < grid->spec.columns; ++i) {
            const double x = grid->spec.cell * static_cast<double>(i) / 150.0;
            const double y = grid->spec.cell * static_cast<double>(j) / 150.0;
            grid->values.push_back(500 + 250 * std::sin(x) + 250 * std::cos(y + 0.3 * x));
        }
    HeatmapLayer layer;
    layer.density = grid;
    layer.scale = ColourScale::fromBreaks({100, 250, 400, 600, 800});
    return layer;
}

MapViewport viewAt(double zoom, const QSize& size)
{
    return test::mercatorView(geo::Sweref99Transform().toLonLat(middle), zoom, size);
}

std::shared_ptr<const HotspotLayer> squareAround(const Sweref99& place, double half)
{
    auto hotspots = std::make_shared<std::vector<analysis::Hotspot>>(1);
    hotspots->front().polygon.outer = {{place.easting - half, place.northing - half},
                                       {place.easting + half, place.northing - half},
                                       {place.easting + half, place.northing + half},
                                       {place.easting - half, place.northing + half}};
    return std::make_shared<const HotspotLayer>(HotspotLayer{hotspots, 0});
}

} // namespace

TEST_CASE("the picture of a moving hand is that of the density pixel by pixel, but for a few pixels at the classes' borders")
{
    for (const QSize size : {QSize(960, 540), QSize(641, 479)}) {
        const MapViewport view = viewAt(15.0, size);
        const HeatmapLayer layer = waves(4.0 * view.groundMetresPerUnit());
        const QImage quick = heatmapPreview(layer, view, size);
        const QImage full = heatmapImage(layer, view, size);
        REQUIRE(quick.size() == size);
        const test::PictureDifference difference = test::compare(quick, full, 32);
        CHECK(difference.pixels < size.width() * size.height() / 500);
        // Nowhere a class away from a border: what differs is a part of a pixel.
        CHECK(difference.largest < 128);
    }
}

TEST_CASE("the picture of a moving hand ends where the density does")
{
    const QSize size(900, 900);
    const MapViewport view = viewAt(12.0, size);
    HeatmapLayer layer = waves(4.0 * view.groundMetresPerUnit());
    const QImage quick = heatmapPreview(layer, view, size);
    CHECK(quick.pixel(5, 5) == 0U);
    CHECK(quick.pixel(894, 894) == 0U);
    CHECK(qAlpha(quick.pixel(450, 450)) > 0);
}

TEST_CASE("cells finer than the picture's own steps are drawn pixel by pixel")
{
    const QSize size(400, 300);
    const MapViewport view = viewAt(15.0, size);
    const HeatmapLayer layer = waves(1.5 * view.groundMetresPerUnit());
    CHECK(heatmapPreview(layer, view, size) == heatmapImage(layer, view, size));
}

TEST_CASE("a heatmap's own outlines are drawn on its picture as a painter draws them")
{
    const QSize size(600, 400);
    const MapViewport view = viewAt(16.0, size);
    const auto outlines = squareAround(middle, 120.0);
    QImage drawn(size, QImage::Format_ARGB32_Premultiplied);
    drawn.fill(QColor(120, 160, 200));
    QImage painted = drawn;
    strokeOutlines(drawn, *outlines, view);
    {
        QPainter painter(&painted);
        MapScene scene;
        scene.hotspots = outlines;
        paintScene(painter, scene, view, {.parts = HotspotPart});
    }
    const test::PictureDifference difference = test::compare(drawn, painted, 90);
    CHECK(difference.pixels < 120); // the rim of a preview's pale edge is painted in steps, and corners are bevelled
    CHECK(test::compare(drawn, QImage(drawn.size(), drawn.format()), 0).pixels > 0);
    const QPointF east = view.toDevice([&] {
        const WebMercator m = geo::Sweref99Transform().toWebMercator(Sweref99{middle.easting + 120.0, middle.northing});
        return QPointF(m.x, m.y);
    }());
    const auto at = [&](double away) { return drawn.pixel(static_cast<int>(east.x() + away), static_cast<int>(east.y())); };
    CHECK(qGray(at(0)) < 90);
    CHECK(at(5) == QColor(120, 160, 200).rgba());
    CHECK(at(-5) == QColor(120, 160, 200).rgba());
}

TEST_CASE("the outlines of a layer come with its picture, preview or not")
{
    const QSize size(480, 320);
    const MapViewport view = viewAt(15.0, size);
    HeatmapLayer layer = waves(4.0 * view.groundMetresPerUnit());
    const QImage without = heatmapPreview(layer, view, size);
    layer.outlines = squareAround(middle, 200.0);
    CHECK(test::compare(heatmapPreview(layer, view, size), without, 10).pixels > 500);
    CHECK(test::compare(heatmapImage(layer, view, size), without, 10).pixels > 500);
}

TEST_CASE("a picture that is stopped is left undone")
{
    const QSize size(960, 540);
    const MapViewport view = viewAt(15.0, size);
    const HeatmapLayer layer = waves(4.0 * view.groundMetresPerUnit());
    std::stop_source stop;
    stop.request_stop();
    for (const auto draw : {&heatmapImage, &heatmapPreview}) {
        QImage used(size, QImage::Format_ARGB32_Premultiplied);
        used.fill(0x01020304U);
        const QRgb mark = used.pixel(480, 270);
        const QImage left = draw(layer, view, size, std::move(used), stop.get_token());
        CHECK(left.pixel(480, 270) == mark);
    }
}

TEST_CASE("a simplified ring keeps its corners and is nowhere further off than it may be")
{
    std::vector<QPointF> ring;
    for (int i = 0; i < 400; ++i) {
        const double turn = 2.0 * 3.14159265358979 * i / 400;
        ring.emplace_back(100.0 * std::cos(turn), 60.0 * std::sin(turn));
    }
    const std::vector<QPointF> simple = simplifiedRing(ring, 0.5);
    CHECK(simple.size() < 60);
    CHECK(simple.size() >= 8);
    for (const QPointF& p : ring) {
        double nearest = 1e9;
        for (std::size_t i = 0; i < simple.size(); ++i) {
            const QPointF a = simple[i];
            const QPointF along = simple[(i + 1) % simple.size()] - a;
            const double t = std::clamp(QPointF::dotProduct(p - a, along) / QPointF::dotProduct(along, along), 0.0, 1.0);
            nearest = std::min(nearest, std::hypot((p - a - along * t).x(), (p - a - along * t).y()));
        }
        CHECK(nearest <= 0.5 + 1e-9);
    }
    const std::vector<QPointF> triangle{{0, 0}, {10, 0}, {0, 10}};
    CHECK(simplifiedRing(triangle, 5.0) == triangle);
    CHECK(simplifiedRing({{0, 0}, {10, 0.1}, {20, 0}, {10, -0.1}}, 0.5).size() == 3);
}
