#include "core/map_tables.h"
#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/basemap.h"
#include "map/gpkg_features.h"
#include "map/ground.h"
#include "map/map_file.h"
#include "map/named_places.h"
#include "support/catch.h"

#include <QTemporaryDir>
#include <algorithm>

using namespace hk;
using namespace hk::map;

namespace {

constexpr LonLat middle{12.02, 57.655};
constexpr double metresNorth = 1.0 / 111'320.0; ///< degrees

BasemapFeature place(const char* featureClass, const QString& name, double north, BasemapTheme theme = BasemapTheme::Place)
{
    BasemapFeature feature{theme, GeometryKind::Point, QString::fromLatin1(featureClass), name, {}, 0, 4, {}, {}, {}, {}, {}, {}};
    feature.lonLat = {{middle.lon, middle.lat + north * metresNorth}};
    return feature;
}

QStringList namesOf(const std::vector<NamedPlace>& places)
{
    QStringList names;
    for (const NamedPlace& place : places)
        names.append(QStringLiteral("%1/%2").arg(place.name).arg(place.points.size()));
    return names;
}

std::shared_ptr<const Basemap> town()
{
    return Basemap::fromLonLat({place("stop", QStringLiteral("Åvägen"), 0), place("stop", QStringLiteral("Mill  street"), 0),
                                place("stop", QStringLiteral("mill street"), 300), place("stop", QStringLiteral("Mill street"), 650),
                                place("stop", QStringLiteral("Mill street"), 3000), place("station", QStringLiteral("Central"), 10),
                                place("school", QStringLiteral("Mill street"), 5), place("district", QStringLiteral("Hill"), 20),
                                place("stop", QString(), 40), place("school", QStringLiteral("House"), 0, BasemapTheme::Building)},
                               QString());
}

} // namespace

TEST_CASE("places of a kind are merged by name where they lie together, and told apart where they do not")
{
    const auto stops = namedPlaces(*town(), PlaceKind::Stop);
    REQUIRE(stops);
    // 0, 300 and 650 m: each within 400 m of another; 3 000 m is elsewhere.
    CHECK(namesOf(*stops) == QStringList{QStringLiteral("Central/1"), QStringLiteral("Mill  street/3"), QStringLiteral("Mill street (2)/1"),
                                         QStringLiteral("Åvägen/1")});
    const auto schools = namedPlaces(*town(), PlaceKind::School);
    REQUIRE(schools);
    CHECK(namesOf(*schools) == QStringList{QStringLiteral("Mill street/1")});
}

TEST_CASE("the order of the features does not decide how places are called or ordered")
{
    std::vector<BasemapFeature> features = town()->features();
    const auto expected = namedPlaces(*town(), PlaceKind::Stop);
    for (int i = 0; i < 6; ++i) {
        std::rotate(features.begin(), features.begin() + 3, features.end());
        const auto turned = namedPlaces(*Basemap::fromLonLat(features, QString()), PlaceKind::Stop);
        REQUIRE(turned);
        REQUIRE(namesOf(*turned) == namesOf(*expected));
        for (std::size_t k = 0; k < turned->size(); ++k)
            CHECK((*turned)[k].points == (*expected)[k].points);
    }
}

TEST_CASE("a vector map in a file goes before the map in memory, where it has such places")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.gpkg"));
    {
        test::MapFile file(path);
        file.makeMap();
        const WebMercator at = geo::toWebMercator(middle);
        file.addFeature(QStringLiteral("place"), test::pointBlob({at.x, at.y}), {at.x, at.y}, {at.x, at.y}, QStringLiteral("stop"),
                        QStringLiteral("New stop"));
    }
    const auto opened = GpkgFeatures::openMap(path);
    REQUIRE(opened);
    const auto ground = groundOf(*opened);
    const auto stops = namedPlaces(ground.get(), town().get(), PlaceKind::Stop);
    REQUIRE(stops);
    CHECK(namesOf(*stops) == QStringList{QStringLiteral("New stop/1")});
    const Sweref99 expected = geo::Sweref99Transform().toSweref(middle);
    CHECK_THAT(stops->front().points.front().easting, WithinAbs(expected.easting, 0.01));
    CHECK_THAT(stops->front().points.front().northing, WithinAbs(expected.northing, 0.01));
    // It has no schools.
    const auto schools = namedPlaces(ground.get(), town().get(), PlaceKind::School);
    REQUIRE(schools);
    CHECK(namesOf(*schools) == QStringList{QStringLiteral("Mill street/1")});
    CHECK(namedPlaces(nullptr, nullptr, PlaceKind::Stop)->empty());
}

TEST_CASE("reading places stops when asked")
{
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = namedPlaces(*town(), PlaceKind::Stop, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}
