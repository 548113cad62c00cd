#include "map/small_town.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::map;

namespace {

QByteArray collection(const char* features)
{
    return QByteArray("{\"type\":\"FeatureCollection\",\"features\":[") + features + "]}";
}

Error errorOf(BasemapTheme theme, const QByteArray& text)
{
    const auto made = Basemap::fromGeoJson({{theme, text}});
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::FileDamaged);
    return made.error();
}

constexpr const char* goodRoad =
    R"({"type":"Feature","properties":{"class":"primary"},"geometry":{"type":"LineString","coordinates":[[12.0,57.6],[12.1,57.7]]}})";

} // namespace

TEST_CASE("a feature is known in both planes with its properties")
{
    const auto town = test::smallTown();
    const auto bridge = std::find_if(town->features().begin(), town->features().end(),
                                     [](const BasemapFeature& f) { return f.name == QStringLiteral("Brogatan"); });
    REQUIRE(bridge != town->features().end());
    CHECK(bridge->featureClass == QStringLiteral("secondary"));
    CHECK(bridge->level == 1);
    CHECK(bridge->mercator.size() == bridge->lonLat.size());
    CHECK(bridge->sweref.size() == bridge->lonLat.size());
    CHECK_THAT(bridge->swerefBounds.left(), WithinAbs(321768, 5));
    CHECK_THAT(bridge->mercatorBounds.left(), WithinAbs(1337259, 5));
}

TEST_CASE("a polygon keeps its hole")
{
    const auto town = test::smallTown();
    const auto lake = std::find_if(town->features().begin(), town->features().end(),
                                   [](const BasemapFeature& f) { return f.featureClass == QStringLiteral("lake"); });
    REQUIRE(lake != town->features().end());
    REQUIRE(lake->holes.size() == 1);
    CHECK(lake->holes.front().sweref.size() == 5);
}

TEST_CASE("a multi-geometry becomes as many features")
{
    const auto made = Basemap::fromGeoJson(
        {{BasemapTheme::Road,
          collection(R"({"type":"Feature","properties":{"class":"path"},"geometry":{"type":"MultiLineString",
          "coordinates":[[[12.0,57.6],[12.1,57.6]],[[12.0,57.7],[12.1,57.7]]]}})")}});
    REQUIRE(made);
    CHECK((*made)->features().size() == 2);
}

TEST_CASE("only features that meet the rectangle are found, in drawing order")
{
    const auto town = test::smallTown();
    const QRectF all = town->features().front().swerefBounds.adjusted(-1e5, -1e5, 1e5, 1e5);
    const auto roads = town->find(BasemapTheme::Road, Plane::Sweref99Tm, all);
    CHECK(roads.size() == 6);
    CHECK(std::is_sorted(roads.begin(), roads.end()));
    CHECK(town->find(BasemapTheme::Road, Plane::Sweref99Tm, QRectF(0, 0, 10, 10)).empty());
    for (const std::size_t index : roads) {
        const QRectF bounds = town->features()[index].swerefBounds;
        const auto found = town->find(BasemapTheme::Road, Plane::Sweref99Tm, QRectF(bounds.center(), QSizeF(0, 0)));
        CHECK(std::find(found.begin(), found.end(), index) != found.end());
    }
}

TEST_CASE("a damaged text is named with its file")
{
    const Error error = errorOf(BasemapTheme::Water, "{\"features\": [");
    CHECK(error.place.file == QStringLiteral("water.geojson"));
    CHECK(errorOf(BasemapTheme::Water, "{}").place.field == QStringLiteral("features"));
}

TEST_CASE("a damaged feature is named with its number and property")
{
    const auto second = [](const char* feature) { return collection(goodRoad) .replace("]}}]}", QByteArray("]}},") + feature + "]}"); };
    const Error noClass = errorOf(BasemapTheme::Road, second(R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[12.0,57.6],[12.1,57.7]]}})"));
    CHECK(noClass.place == ErrorPlace{QStringLiteral("roads.geojson"), 2, QStringLiteral("class")});

    const Error outside = errorOf(BasemapTheme::Road, second(R"({"type":"Feature","properties":{"class":"path"},"geometry":{"type":"LineString","coordinates":[[12.0,57.6],[322000,6394000]]}})"));
    CHECK(outside.place == ErrorPlace{QStringLiteral("roads.geojson"), 2, QStringLiteral("coordinates")});

    const Error kind = errorOf(BasemapTheme::Road, second(R"({"type":"Feature","properties":{"class":"path"},"geometry":{"type":"Circle","coordinates":[12.0,57.6]}})"));
    CHECK(kind.place.field == QStringLiteral("geometry"));

    const Error level = errorOf(BasemapTheme::Road, second(R"({"type":"Feature","properties":{"class":"path","level":"bridge"},"geometry":{"type":"LineString","coordinates":[[12.0,57.6],[12.1,57.7]]}})"));
    CHECK(level.place.field == QStringLiteral("level"));
}

TEST_CASE("an open ring, a nameless place and a wrong rank are refused")
{
    CHECK(errorOf(BasemapTheme::Water, collection(R"({"type":"Feature","properties":{"class":"lake"},"geometry":{"type":"Polygon","coordinates":[[[12.0,57.6],[12.1,57.6],[12.1,57.7],[12.0,57.7]]]}})")).place.field
          == QStringLiteral("coordinates"));
    CHECK(errorOf(BasemapTheme::Place, collection(R"({"type":"Feature","properties":{"class":"town"},"geometry":{"type":"Point","coordinates":[12.0,57.6]}})")).place.field
          == QStringLiteral("name"));
    CHECK(errorOf(BasemapTheme::Place, collection(R"({"type":"Feature","properties":{"class":"town","name":"A","rank":9},"geometry":{"type":"Point","coordinates":[12.0,57.6]}})")).place.field
          == QStringLiteral("rank"));
}

TEST_CASE("the bounds of detail are the box of the maps and the orthophoto")
{
    const QRectF sweref = Basemap::detailBounds(Plane::Sweref99Tm);
    CHECK_THAT(sweref.width(), WithinAbs(2230, 60));
    CHECK_THAT(sweref.height(), WithinAbs(1550, 60));
    CHECK(sweref.contains(QPointF(321991.1, 6394262.8)));
}
