#include "geo/transform.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "map/study_painter.h"
#include "support/catch.h"

#include <QPainter>

using namespace hk;
using namespace hk::map;

namespace {

constexpr Sweref99 middle{322110, 6394230};
const QColor red(200, 30, 30, 128);
const QColor blue(30, 60, 200);

StudyShape square(double east, double north, double side, int classIndex)
{
    const double x = middle.easting + east;
    const double y = middle.northing + north;
    StudyShape shape;
    shape.parts = {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}};
    shape.classIndex = classIndex;
    return shape;
}

StudyLayer layerWith(std::vector<StudyShape> shapes)
{
    StudyLayer layer;
    layer.classes = {{QStringLiteral("hot"), red, 0.0}, {QStringLiteral("street"), blue, 6.0}};
    layer.shapes = std::move(shapes);
    return layer;
}

/// On white, a metre a pixel in SWEREF 99 TM.
QImage picture(const StudyLayer& layer, const MapViewport& view)
{
    QImage image(view.target.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    MapScene scene;
    scene.study = std::make_shared<const StudyLayer>(layer);
    RenderOptions options;
    options.parts = StudyPart;
    paintScene(painter, scene, view, options);
    return image;
}

MapViewport metreView() { return test::swerefView(middle, 1.0, {300, 300}); }

QColor at(const QImage& image, double east, double north)
{
    return image.pixelColor(static_cast<int>(150 + east), static_cast<int>(150 - north));
}

const QColor redOnWhite(227, 142, 142);

bool near(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) <= 2 && std::abs(a.green() - b.green()) <= 2 && std::abs(a.blue() - b.blue()) <= 2;
}

} // namespace

TEST_CASE("an area is filled with the colour of its class, to its edge and not beyond", "[study]")
{
    const QImage image = picture(layerWith({square(0, 0, 50, 0)}), metreView());
    CHECK(near(at(image, 25, 25), redOnWhite));
    CHECK(near(at(image, 1, 1), redOnWhite));
    CHECK(at(image, -2, 25) == Qt::white);
    CHECK(at(image, 53, 25) == Qt::white);
}

TEST_CASE("cells of one class that meet show no seam", "[study]")
{
    // A third of a pixel off, where each edge would be drawn in part.
    std::vector<StudyShape> cells;
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < 4; ++j)
            cells.push_back(square(-50.33 + 25.1 * i, -50.33 + 25.1 * j, 25.1, 0));
    const QImage image = picture(layerWith(cells), metreView());
    for (int d = -45; d < 45; ++d) {
        CAPTURE(d);
        CHECK(near(at(image, d, 3), redOnWhite));
    }
}

TEST_CASE("a hole of an area is left open, and overlapping areas of a class are not darker", "[study]")
{
    StudyShape ring = square(-60, -60, 120, 0);
    const StudyShape hole = square(-20, -20, 40, 0);
    ring.parts.push_back(hole.parts.front());
    const QImage open = picture(layerWith({ring}), metreView());
    CHECK(at(open, 0, 0) == Qt::white);
    CHECK(near(at(open, 40, 0), redOnWhite));
    const QImage twice = picture(layerWith({square(-60, -60, 80, 0), square(-20, -20, 80, 0)}), metreView());
    CHECK(near(at(twice, 0, 0), redOnWhite));
}

TEST_CASE("a line is as wide as its class says, on screen and on paper alike", "[study]")
{
    StudyShape line;
    line.kind = StudyShape::Kind::Line;
    line.parts = {{{middle.easting - 80, middle.northing}, {middle.easting + 80, middle.northing}}};
    line.classIndex = 1;
    for (const double stylePixel : {1.0, 2.0}) {
        CAPTURE(stylePixel);
        MapViewport view = metreView();
        view.stylePixel = stylePixel;
        const QImage image = picture(layerWith({line}), view);
        int wide = 0;
        for (int north = -20; north <= 20; ++north)
            wide += near(at(image, 0, north), blue) ? 1 : 0;
        CHECK(std::abs(wide - 6.0 * stylePixel) <= 1.0);
    }
}

TEST_CASE("a shape without a class is not drawn", "[study]")
{
    const QImage image = picture(layerWith({square(-50, -50, 100, -1), square(-50, -50, 100, 9)}), metreView());
    CHECK(at(image, 0, 0) == Qt::white);
}

TEST_CASE("shapes lie where they are on the ground in the window's plane, too", "[study]")
{
    const geo::Sweref99Transform transform;
    const MapViewport view = test::mercatorView(transform.toLonLat(middle), 16, {400, 400});
    std::vector<StudyShape> cells;
    for (int i = 0; i < 40; ++i)
        cells.push_back(square(25.0 * i - 500, 0, 25, i % 2 == 0 ? 0 : -1));
    const QImage image = picture(layerWith(cells), view);
    const auto pixel = [&](double east) {
        const WebMercator m = transform.toWebMercator(Sweref99{middle.easting + east, middle.northing + 12.5});
        return image.pixelColor(view.toDevice({m.x, m.y}).toPoint());
    };
    CHECK(near(pixel(12.5), redOnWhite));
    CHECK(pixel(37.5) == Qt::white);
    CHECK(near(pixel(-37.5), redOnWhite));
}

TEST_CASE("the words of a shape stand at its northern end, and none upon another's", "[study]")
{
    const StudyLayer silent = layerWith({square(-60, -60, 120, 0)});
    StudyLayer spoken = silent;
    spoken.shapes.front().label = QStringLiteral("Mål");
    StudyLayer crowded = spoken;
    crowded.shapes.push_back(spoken.shapes.front());
    const QImage without = picture(silent, metreView());
    const QImage with = picture(spoken, metreView());
    CHECK(test::compare(without, with, 30).pixels > 40);
    CHECK(test::compare(with, picture(crowded, metreView()), 2).pixels == 0);
}

TEST_CASE("what a method puts on the map takes the place of the heatmap and the hotspots", "[study]")
{
    MapScene scene;
    scene.heatmap = std::make_shared<const HeatmapLayer>();
    scene.hotspots = std::make_shared<const HotspotLayer>();
    scene.incidents = test::layerOf({{middle.easting, middle.northing}});
    StudyOverlay overlay;
    CHECK(withOverlay(scene, overlay).heatmap == scene.heatmap);
    overlay.layer = std::make_shared<const StudyLayer>(layerWith({}));
    const MapScene made = withOverlay(scene, overlay);
    CHECK(made.study == overlay.layer);
    CHECK(made.heatmap == nullptr);
    CHECK(made.hotspots == nullptr);
    CHECK(made.incidents == scene.incidents);
    overlay.incidents = false;
    CHECK(withOverlay(scene, overlay).incidents == nullptr);
}
