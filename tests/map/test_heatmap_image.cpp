#include "geo/transform.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>

using namespace hk;
using namespace hk::map;

namespace {

/// A quartic bump of 1000 incidents per km² at a position.
HeatmapLayer bumpAt(const Sweref99& peak, double cell = 5)
{
    auto grid = std::make_shared<analysis::Grid>();
    grid->spec = {std::floor((peak.easting - 400) / cell) * cell, std::floor((peak.northing - 400) / cell) * cell, cell,
                  static_cast<std::int64_t>(800 / cell), static_cast<std::int64_t>(800 / cell)};
    for (std::int64_t j = 0; j < grid->spec.rows; ++j)
        for (std::int64_t i = 0; i < grid->spec.columns; ++i) {
            const double x = grid->spec.xmin + (static_cast<double>(i) + 0.5) * cell - peak.easting;
            const double y = grid->spec.ymin + (static_cast<double>(j) + 0.5) * cell - peak.northing;
            const double u = std::max(0.0, 1 - (x * x + y * y) / (300.0 * 300.0));
            grid->values.push_back(1000 * u * u);
        }
    HeatmapLayer layer;
    layer.density = grid;
    layer.scale = ColourScale::fromBreaks({100, 300, 990});
    return layer;
}

/// The middle of what is drawn in the hottest class.
QPointF hottest(const QImage& image, QRgb colour)
{
    QPointF sum;
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (reinterpret_cast<const QRgb*>(image.constScanLine(y))[x] == colour) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
    REQUIRE(count > 0);
    return sum / count;
}

const Sweref99 peak{322113.4, 6394297.7};

} // namespace

TEST_CASE("the densest place is drawn at its own place on the screen, to a pixel")
{
    const HeatmapLayer layer = bumpAt(peak);
    const WebMercator m = geo::Sweref99Transform().toWebMercator(peak);
    for (const double zoom : {14.0, 15.5, 17.0}) {
        const MapViewport view = test::mercatorView({12.0152, 57.6563}, zoom, {1440, 900});
        const QPointF drawn = hottest(heatmapImage(layer, view, {1440, 900}), layer.scale.premultiplied(1000));
        const QPointF there = view.toDevice({m.x, m.y});
        CHECK_THAT(drawn.x(), WithinAbs(there.x(), 1.0));
        CHECK_THAT(drawn.y(), WithinAbs(there.y(), 1.0));
    }
}

TEST_CASE("the densest place is drawn at its own place on paper, to a pixel")
{
    const HeatmapLayer layer = bumpAt(peak);
    const MapViewport view = test::swerefView({322000, 6394200}, 1.0, {900, 700});
    const QPointF drawn = hottest(heatmapImage(layer, view, {900, 700}), layer.scale.premultiplied(1000));
    const QPointF there = view.toDevice({peak.easting, peak.northing});
    CHECK_THAT(drawn.x(), WithinAbs(there.x(), 1.0));
    CHECK_THAT(drawn.y(), WithinAbs(there.y(), 1.0));
}

TEST_CASE("each pixel has the class of the density at its own place")
{
    const HeatmapLayer layer = bumpAt(peak);
    const MapViewport view = test::mercatorView({12.0165, 57.6560}, 15, {640, 480});
    const QImage image = heatmapImage(layer, view, {640, 480});
    const geo::Sweref99Transform transform;
    int off = 0;
    for (int y = 0; y < 480; y += 3)
        for (int x = 0; x < 640; x += 3) {
            const QPointF plane = view.toPlane({x + 0.5, y + 0.5});
            const Sweref99 s = transform.toSweref(WebMercator{plane.x(), plane.y()});
            const double density = analysis::sample(*layer.density, {s.easting, s.northing});
            off += reinterpret_cast<const QRgb*>(image.constScanLine(y))[x] != layer.scale.premultiplied(density) ? 1 : 0;
        }
    // Only the pixels on a border between two classes are mixed.
    CHECK(off < 160 * 213 / 50);
}

TEST_CASE("the screen's density at twice the pixels is the same picture")
{
    const HeatmapLayer layer = bumpAt(peak);
    const MapViewport view = test::mercatorView({12.0165, 57.6560}, 15, {400, 300});
    const QImage once = heatmapImage(layer, view, {400, 300});
    const QImage twice = heatmapImage(layer, view, {800, 600});
    CHECK(test::compare(once, twice.scaled(400, 300, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), 40).pixels < 400);
}

TEST_CASE("outside the grid and below the first class nothing is drawn")
{
    const HeatmapLayer layer = bumpAt(peak);
    const QImage away = heatmapImage(layer, test::mercatorView({12.2, 57.7}, 15, {64, 64}), {64, 64});
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            REQUIRE(away.pixel(x, y) == 0U);
    HeatmapLayer empty = layer;
    empty.scale = ColourScale();
    CHECK(heatmapImage(empty, test::mercatorView({12.0187, 57.6556}, 15, {8, 8}), {8, 8}).pixel(4, 4) == 0U);
}

TEST_CASE("the layer's own opacity thins the heatmap")
{
    HeatmapLayer layer = bumpAt(peak);
    const MapViewport view = test::swerefView(peak, 1, {9, 9});
    const int full = qAlpha(heatmapImage(layer, view, {9, 9}).pixel(4, 4));
    layer.opacity = 0.5;
    const int half = qAlpha(heatmapImage(layer, view, {9, 9}).pixel(4, 4));
    CHECK(std::abs(2 * half - full) <= 2);
}

TEST_CASE("every pixel of a large heatmap has the class of its own place, or a blend at the border of two")
{
    const HeatmapLayer layer = bumpAt(peak);
    const QSize size(1100, 700);
    const MapViewport view = test::mercatorView({12.0152, 57.6563}, 15.3, size);
    const QImage image = heatmapImage(layer, view, size);
    const geo::Sweref99Transform transform;
    int plain = 0;
    int wrong = 0;
    for (int y = 0; y < size.height(); y += 3)
        for (int x = 0; x < size.width(); x += 3) {
            const QPointF p = view.toPlane({x + 0.5, y + 0.5});
            const Sweref99 place = transform.toSweref(WebMercator{p.x(), p.y()});
            const double density = analysis::sample(*layer.density, {place.easting, place.northing});
            const auto& breaks = layer.scale.breaks();
            const bool nearBorder = std::any_of(breaks.begin(), breaks.end(), [&](double limit) {
                return std::abs(density - limit) < 12.0; // more than the bump changes over a pixel
            });
            if (nearBorder)
                continue;
            ++plain;
            const QRgb drawn = reinterpret_cast<const QRgb*>(image.constScanLine(y))[x];
            wrong += drawn == layer.scale.premultiplied(density) ? 0 : 1;
        }
    CHECK(plain > 50'000);
    CHECK(wrong == 0);
}

TEST_CASE("where a finer density is given it is drawn, and the coarse one everywhere else")
{
    HeatmapLayer layer = bumpAt(peak, 25);
    // Only east of the top, and flat, so that it shows.
    analysis::Grid half{{peak.easting, peak.northing - 200, 2, 100, 200}, {}};
    half.values.assign(100 * 200, 995.0);
    layer.detail = std::make_shared<const analysis::Grid>(half);
    const WebMercator m = geo::Sweref99Transform().toWebMercator(peak);
    const MapViewport view = test::mercatorView({12.0152, 57.6563}, 16, {1440, 900});
    const QImage image = heatmapImage(layer, view, {1440, 900});
    const QPointF middle = view.toDevice({m.x, m.y});
    const double pixels = 100 / view.groundMetresPerUnit(); // 100 m
    const auto colourAt = [&](double east, double north) {
        return reinterpret_cast<const QRgb*>(
            image.constScanLine(static_cast<int>(middle.y() - north * pixels)))[static_cast<int>(middle.x() + east * pixels)];
    };
    CHECK(colourAt(1.0, 0.0) == layer.scale.premultiplied(995));
    CHECK(colourAt(1.5, 1.5) == layer.scale.premultiplied(995));
    CHECK(colourAt(-1.0, 0.0) == layer.scale.premultiplied(790)); // the bump itself, 100 m from its top
    CHECK(colourAt(2.6, 0.0) == 0U);                              // 260 m off it is below 100 again
}

TEST_CASE("less and more are drawn in their own colours, and nothing where too few to say")
{
    // West less, east more, a hole of NaN between, as seen pixel by pixel.
    HeatmapLayer layer = bumpAt(peak);
    analysis::Grid grid = *layer.density;
    for (std::int64_t j = 0; j < grid.spec.rows; ++j)
        for (std::int64_t i = 0; i < grid.spec.columns; ++i) {
            double& value = grid.values[static_cast<std::size_t>(j * grid.spec.columns + i)];
            value = i < 60 ? -1000.0 : i < 100 ? std::nan("") : 1000.0;
        }
    layer.density = std::make_shared<const analysis::Grid>(grid);
    layer.scale = ColourScale::forDifferences(1000);
    const MapViewport view = test::swerefView(peak, 1.0, {900, 900});
    const QImage image = heatmapImage(layer, view, {900, 900});
    const auto colourAt = [&](double column, double row) {
        const QPointF p = view.toDevice({grid.spec.xmin + column * grid.spec.cell, grid.spec.ymin + row * grid.spec.cell});
        return image.pixel(p.toPoint());
    };
    const auto drawn = [&](double value) { return layer.scale.premultiplied(value); };
    for (const double row : {1.0, 40.5, 80.0, 159.0}) {
        CHECK(colourAt(2, row) == drawn(-1000));
        CHECK(colourAt(50, row) == drawn(-1000));
        CHECK(colourAt(80, row) == 0U);
        CHECK(colourAt(101.5, row) == drawn(1000));
        CHECK(colourAt(158, row) == drawn(1000));
    }
    CHECK(colourAt(-5, 80) == 0U);
    CHECK(colourAt(165, 80) == 0U);
}

TEST_CASE("outside the grid of a ratio nothing is drawn, though 0 would be far below 1")
{
    HeatmapLayer layer = bumpAt(peak);
    layer.scale = ColourScale::diverging({0.5, 0.67, 0.8}, {1.25, 1.5, 2.0});
    const QImage away = heatmapImage(layer, test::mercatorView({12.2, 57.7}, 15, {64, 64}), {64, 64});
    CHECK(away.pixel(32, 32) == 0U);
    const MapViewport near = test::swerefView(peak, 2.0, {900, 900});
    CHECK(heatmapImage(layer, near, {900, 900}).pixel(5, 5) == 0U);
}

TEST_CASE("a single cell too few to say leaves a hole in what is all of one class")
{
    HeatmapLayer layer = bumpAt(peak);
    analysis::Grid grid = *layer.density;
    std::fill(grid.values.begin(), grid.values.end(), 500.0);
    grid.values[static_cast<std::size_t>(80 * grid.spec.columns + 80)] = std::nan("");
    layer.density = std::make_shared<const analysis::Grid>(grid);
    const MapViewport view = test::swerefView(peak, 1.0, {900, 900});
    const QImage image = heatmapImage(layer, view, {900, 900});
    const QPointF p = view.toDevice({grid.spec.xmin + 80.5 * grid.spec.cell, grid.spec.ymin + 80.5 * grid.spec.cell});
    CHECK(image.pixel(p.toPoint()) == 0U);
    CHECK(image.pixel(p.toPoint() + QPoint(12, 0)) != 0U);
}
