#include "geo/transform.h"
#include "map/marker_set.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QLineF>
#include <QPainter>

#include <cmath>
#include <random>
#include <set>

using namespace hk;
using namespace hk::map;

namespace {

constexpr LonLat hub{12.0187, 57.6556};

std::vector<test::Spot> crowd(std::size_t count)
{
    std::mt19937 random(7);
    std::normal_distribution<double> spread(0, 400);
    std::vector<test::Spot> spots;
    for (std::size_t i = 0; i < count; ++i)
        spots.push_back({322100 + spread(random), 6394300 + spread(random), static_cast<std::uint16_t>(i % 8)});
    return spots;
}

QImage picture(const MapScene& scene, const MapViewport& view, bool clusters = true)
{
    QImage image(view.target.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    RenderOptions options;
    options.parts = IncidentPart;
    options.clusters = clusters;
    paintScene(painter, scene, view, options);
    return image;
}

/// Incidents known only to areas: every area with the same number, areas `apart` metres from each other in a square.
std::vector<test::Spot> areaField(int side, double apart, int each, float radius)
{
    std::vector<test::Spot> spots;
    for (int i = 0; i < side * side; ++i)
        for (int n = 0; n < each; ++n)
            spots.push_back({322100 + (i % side - side / 2) * apart, 6394300 + (i / side - side / 2) * apart,
                             static_cast<std::uint16_t>(n % 8), 3, radius});
    return spots;
}

/// Where a pixel lies on a screen of a scene with only incidents.
QPoint pixelAt(const MapViewport& view, const Sweref99& place)
{
    const WebMercator m = geo::Sweref99Transform().toWebMercator(place);
    return view.toDevice({m.x, m.y}).toPoint();
}

/// Pixels that are not white in a ring round a place, from `from` to `to` metres: an outline or a ground.
int inkBetween(const QImage& image, const MapViewport& view, const Sweref99& place, double from, double to)
{
    int ink = 0;
    for (int degree = 0; degree < 360; degree += 2)
        for (double metres = from; metres <= to; metres += view.groundMetresPerUnit() / 2) {
            const double angle = degree * M_PI / 180;
            const Sweref99 at{place.easting + metres * std::sin(angle), place.northing + metres * std::cos(angle)};
            ink += image.pixelColor(pixelAt(view, at)) != QColor(Qt::white) ? 1 : 0;
        }
    return ink;
}

} // namespace

TEST_CASE("clusters and single symbols together hold every incident once")
{
    const auto layer = test::layerOf(crowd(3000));
    for (double zoom = 9; zoom < 19; zoom += 0.5) {
        const auto set = layer->markers(Plane::WebMercator, zoom);
        std::set<std::uint32_t> entries;
        std::size_t groups = 0;
        for (const Marker& marker : set->markers) {
            for (const std::uint32_t entry : set->entriesOf(marker))
                CHECK(entries.insert(entry).second);
            for (const std::uint32_t n : marker.groups)
                groups += n;
        }
        CHECK(entries.size() == 3000);
        CHECK(groups == 3000);
    }
}

TEST_CASE("clusters do not cover each other's middle")
{
    const auto layer = test::layerOf(crowd(3000));
    const MapViewport view = test::mercatorView(hub, 15, {1440, 900});
    const auto groups = markerGroups(*layer, view, true);
    REQUIRE(groups.size() > 20);
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            CHECK(QLineF(groups[i].device, groups[j].device).length() > 20);
}

TEST_CASE("panning moves the clusters with the map and changes none")
{
    const auto layer = test::layerOf(crowd(800));
    MapViewport view = test::mercatorView(hub, 15.3, {4000, 4000});
    const auto before = markerGroups(*layer, view, true);
    view.centre += QPointF(37.3, -81.9) / view.unitsPerMetre;
    const auto after = markerGroups(*layer, view, true);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(before[i].rows == after[i].rows);
        CHECK_THAT(after[i].device.x() - before[i].device.x(), WithinAbs(-37.3, 1e-6));
    }
}

TEST_CASE("the same incidents in another order make the same clusters")
{
    auto spots = crowd(5000);
    const MapViewport view = test::mercatorView(hub, 15, {1440, 900});
    const auto sizesOf = [&](const std::vector<test::Spot>& some) {
        std::multiset<std::pair<std::size_t, long>> sizes;
        for (const MarkerGroup& group : markerGroups(*test::layerOf(some), view, true))
            sizes.insert({group.rows.size(), std::lround(group.device.x() * 10)});
        return sizes;
    };
    const auto before = sizesOf(spots);
    std::reverse(spots.begin(), spots.end());
    CHECK(sizesOf(spots) == before);
}

TEST_CASE("incidents that stand apart are drawn one by one, those at one place as a number")
{
    const auto layer = test::layerOf({{322100, 6394300}, {322160, 6394300}, {322400, 6394300}, {322400, 6394300}});
    const auto groups = markerGroups(*layer, test::mercatorView(hub, 17, {3000, 1000}), true);
    REQUIRE(groups.size() == 3);
    std::multiset<std::size_t> sizes;
    for (const MarkerGroup& group : groups)
        sizes.insert(group.rows.size());
    CHECK(sizes == std::multiset<std::size_t>{1, 1, 2});
    CHECK(markerGroups(*layer, test::mercatorView(hub, 17, {3000, 1000}), false).size() == 4);
}

TEST_CASE("positions on the screen are those of the exact transform")
{
    const auto spots = crowd(500);
    const auto layer = test::layerOf(spots);
    const geo::Sweref99Transform transform;
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const WebMercator exact = transform.toWebMercator(Sweref99{spots[i].easting, spots[i].northing});
        CHECK_THAT(layer->points(Plane::WebMercator)[i].x(), WithinAbs(exact.x, 0.05));
        CHECK_THAT(layer->points(Plane::WebMercator)[i].y(), WithinAbs(exact.y, 0.05));
    }
    CHECK(layer->points(Plane::Sweref99Tm)[3] == QPointF(spots[3].easting, spots[3].northing));
}

TEST_CASE("what is known only to an area is drawn as that area, once for all its incidents")
{
    const SwerefRing ring = {{322000, 6394200}, {322300, 6394200}, {322300, 6394400}, {322000, 6394400}};
    const auto layer = test::layerOf({{322150, 6394300, 0, 3, 0}, {322150, 6394300, 1, 3, 0}, {322600, 6394300, 0, 3, 250}},
                                     {{0, ring}, {1, ring}});
    const MapViewport view = test::mercatorView(hub, 16, {2000, 1000});
    const auto set = layer->markers(Plane::WebMercator, view.zoom());
    CHECK(set->markers.empty());
    REQUIRE(set->areas.size() == 2);
    const auto groups = markerGroups(*layer, view, true);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].area);
    CHECK(groups[0].rows.size() == 2);

    MapScene scene{nullptr, test::lightStyle()};
    scene.incidents = layer;
    const QImage image = picture(scene, view);
    const auto inked = [&](const Sweref99& p) {
        const WebMercator m = geo::Sweref99Transform().toWebMercator(p);
        const QPoint at = view.toDevice({m.x, m.y}).toPoint();
        return image.pixelColor(at) != QColor(Qt::white);
    };
    CHECK(inked({322020, 6394380})); // a corner of the polygon, far from the tag
    CHECK(inked({322600, 6394520})); // inside the circle
    CHECK_FALSE(inked({322330, 6394180}));
}

TEST_CASE("an area too small to be seen is gathered with the rest")
{
    const auto layer = test::layerOf({{322150, 6394300, 0, 3, 250}, {322150, 6394310}});
    const auto far = layer->markers(Plane::WebMercator, 9);
    CHECK(far->areas.empty());
    REQUIRE(far->markers.size() == 1);
    CHECK(far->markers.front().count == 2);
}

TEST_CASE("a place known to 150 m is ringed once the ring is wider than the symbol")
{
    MapScene scene{nullptr, test::lightStyle()};
    scene.incidents = test::layerOf({{322113, 6394297, 0, 2, 150}});
    const MapViewport near = test::mercatorView(hub, 16, {800, 800});
    const WebMercator m = geo::Sweref99Transform().toWebMercator(Sweref99{322113, 6394297});
    const QPointF centre = near.toDevice({m.x, m.y});
    const QImage image = picture(scene, near);
    CHECK(image.pixelColor((centre + QPointF(100, 0)).toPoint()) != QColor(Qt::white));
    const MapViewport far = test::mercatorView(hub, 11, {800, 800});
    const QPointF farCentre = far.toDevice({m.x, m.y});
    CHECK(picture(scene, far).pixelColor((farCentre + QPointF(16, 0)).toPoint()) == QColor(Qt::white));
}

TEST_CASE("a chosen incident has a halo")
{
    MapScene scene{nullptr, test::lightStyle()};
    scene.incidents = test::layerOf({{322113, 6394297}});
    const MapViewport view = test::mercatorView(hub, 15, {800, 800});
    const QImage plain = picture(scene, view);
    scene.selectedRows = {0};
    CHECK(test::compare(plain, picture(scene, view), 30).pixels > 60);
}

TEST_CASE("an incident whose category is not in the list is still drawn")
{
    const auto layer = test::layerOf({{322113, 6394297, 200}});
    CHECK(layer->symbolOf(0).letter.isEmpty());
    CHECK(markerGroups(*layer, test::mercatorView(hub, 15, {800, 800}), true).size() == 1);
}

TEST_CASE("the tags of areas together hold every incident once at any zoom")
{
    const auto layer = test::layerOf(areaField(30, 90, 3, 200));
    for (double zoom = 11; zoom < 19; zoom += 0.5) {
        const auto set = layer->markers(Plane::WebMercator, zoom);
        std::set<std::uint32_t> areas;
        std::size_t incidents = 0;
        for (const AreaTag& tag : set->tags) {
            std::size_t inTag = 0;
            for (const std::uint32_t area : tag.areas) {
                CHECK(areas.insert(area).second);
                inTag += set->areas[area].entries.size();
            }
            CHECK(inTag == tag.count);
            incidents += inTag;
        }
        for (const Marker& marker : set->markers)
            incidents += marker.count;
        CHECK(areas.size() == set->areas.size());
        CHECK(incidents == 2700);
    }
}

TEST_CASE("many areas near each other are a few tags with their number, and a click finds the same")
{
    const auto layer = test::layerOf(areaField(30, 90, 3, 200));
    const MapViewport view = test::mercatorView(hub, 13, {1440, 900});
    const auto groups = markerGroups(*layer, view, true);
    CHECK(groups.size() < 60);
    std::size_t incidents = 0;
    for (const MarkerGroup& group : groups) {
        incidents += group.rows.size();
        CHECK_FALSE(group.area); // of several areas
    }
    CHECK(incidents == 2700);
    for (std::size_t i = 0; i < groups.size(); ++i)
        for (std::size_t j = i + 1; j < groups.size(); ++j)
            CHECK(QLineF(groups[i].device, groups[j].device).length() > 20);
    CHECK(markerGroups(*layer, view, false).size() == 900);
}

TEST_CASE("panning changes no tag of areas")
{
    const auto layer = test::layerOf(areaField(20, 130, 2, 200));
    MapViewport view = test::mercatorView(hub, 13.6, {4000, 4000});
    const auto before = markerGroups(*layer, view, true);
    view.centre += QPointF(37.3, -81.9) / view.unitsPerMetre;
    const auto after = markerGroups(*layer, view, true);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        CHECK(before[i].rows == after[i].rows);
}

TEST_CASE("a few areas are outlined even where they share a tag")
{
    MapScene scene{nullptr, test::lightStyle()};
    scene.incidents = test::layerOf({{322100, 6394300, 0, 3, 300}, {322110, 6394300, 1, 3, 200}});
    const MapViewport view = test::mercatorView(hub, 15, {1000, 800});
    REQUIRE(markerGroups(*scene.incidents, view, true).size() == 1);
    const QImage image = picture(scene, view);
    CHECK(inkBetween(image, view, {322100, 6394300}, 260, 299) > 100);
}

TEST_CASE("of many areas that share tags only the chosen one is outlined")
{
    MapScene scene{nullptr, test::lightStyle()};
    scene.incidents = test::layerOf(areaField(12, 6, 1, 400));
    const MapViewport view = test::mercatorView(hub, 14, {1000, 800});
    const Sweref99 first{322100 - 36, 6394300 - 36};
    CHECK(inkBetween(picture(scene, view), view, first, 350, 400) == 0);
    scene.selectedRows = {0};
    CHECK(inkBetween(picture(scene, view), view, first, 350, 400) > 100);
}

TEST_CASE("the tag of an area stands beside the cluster that would hide it")
{
    auto spots = std::vector<test::Spot>(40, {322113, 6394297});
    spots.push_back({322113, 6394297, 0, 3, 300});
    const auto groups = markerGroups(*test::layerOf(spots), test::mercatorView(hub, 15, {800, 800}), true);
    REQUIRE(groups.size() == 2);
    CHECK(QLineF(groups[0].device, groups[1].device).length() > 20);
}

TEST_CASE("a hotspot's rank lies over the cluster at its place")
{
    analysis::Hotspot hotspot;
    hotspot.rank = 1;
    hotspot.centre = {322113, 6394297};
    hotspot.polygon.outer = {{322013, 6394197}, {322213, 6394197}, {322113, 6394297}};
    MapScene scene{nullptr, test::lightStyle()};
    scene.hotspots = std::make_shared<const HotspotLayer>(
        HotspotLayer{std::make_shared<const std::vector<analysis::Hotspot>>(std::vector{hotspot}), 0});
    scene.incidents = test::layerOf(std::vector<test::Spot>(5, {322113, 6394297}));
    const MapViewport view = test::mercatorView(hub, 15, {800, 800});
    QImage image(800, 800, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintScene(painter, scene, view, {.parts = HotspotPart | IncidentPart});
    painter.end();
    const QPointF badge = hotspotBadges(*scene.hotspots, view).front().device;
    CHECK(image.pixelColor((badge + QPointF(7, 0)).toPoint()) == QColor(0x2a, 0x12, 0x40));
}

TEST_CASE("symbols drawn beforehand are those that are painted, and nobody sees a set before it is drawn")
{
    const MapViewport view = test::mercatorView(hub, 15.0, {640, 480});
    const auto pictureOf = [&](const std::shared_ptr<const IncidentLayer>& incidents) {
        MapScene scene{nullptr, test::lightStyle()};
        scene.incidents = incidents;
        return picture(scene, view);
    };
    const auto drawn = test::layerOf(crowd(500));
    CHECK_FALSE(drawn->hasMarkers(view.plane, view.zoom()));
    bool seenEarly = true;
    drawn->markers(view.plane, view.zoom(), [&](const MarkerSet& set) {
        seenEarly = drawn->hasMarkers(view.plane, view.zoom()) || set.markers.empty();
    });
    CHECK_FALSE(seenEarly);
    CHECK(drawn->hasMarkers(view.plane, view.zoom()));
    prepareMarkers(*drawn, view, 1.0, false);
    CHECK(pictureOf(drawn) == pictureOf(test::layerOf(crowd(500))));
}

TEST_CASE("pictures of very many symbols are kept only as far as they are asked for")
{
    MarkerPictures pictures;
    int drawings = 0;
    const auto get = [&](std::size_t index, double ratio = 1.0) {
        return pictures.get(index, ratio, [&] {
            ++drawings;
            QImage image(static_cast<int>(index % 7 + 1), 1, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::black);
            return image;
        });
    };
    for (std::size_t i = 0; i < 3 * MarkerPictures::most; ++i) {
        CHECK(get(i).width() == static_cast<int>(i % 7 + 1));
        get(0); // in use all the time
    }
    CHECK(drawings == static_cast<int>(3 * MarkerPictures::most));
    CHECK(pictures.size() <= MarkerPictures::most + 1);
    get(0, 2.0);
    CHECK(pictures.size() == 1);
}
