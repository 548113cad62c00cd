#include "geo/mercator.h"
#include "map/basemap.h"
#include "tiles/mvt_reader.h"
#include "tiles/raster_files.h"
#include "tiles/vector_classes.h"
#include "tiles/vector_tiles.h"
#include "tiles/vector_tile_bytes.h"

#include <QDir>
#include <algorithm>
#include <cmath>

using namespace hk;
using namespace hk::test;

namespace {

const WebMercator hub = geo::toWebMercator({12.0187, 57.6556});
const geo::TileId west = geo::tileAt(hub, 14);
const geo::TileId east{west.z, west.x + 1, west.y};

/// A street that goes on in the eastern tile, a lake across the edge, and a place in the margin that is the neighbour's.
QByteArray westTile()
{
    return vectorTile({{"transportation_name", 2, {{100, 2000}, {4160, 2000}}, {{"class", "primary"}, {"name", "Göteborgsvägen"}}},
                       {"water", 3, {{3000, 1000}, {4160, 1000}, {4160, 1500}, {3000, 1500}}, {{"class", "lake"}}},
                       {"place", 1, {{4120, 300}}, {{"class", "suburb"}, {"name", "Bosgården"}}}});
}
QByteArray eastTile()
{
    return vectorTile({{"transportation_name", 2, {{-64, 2000}, {900, 2000}}, {{"class", "primary"}, {"name", "Göteborgsvägen"}}},
                       {"water", 3, {{-64, 1000}, {800, 1000}, {800, 1500}, {-64, 1500}}, {{"class", "lake"}}},
                       {"place", 1, {{24, 300}}, {{"class", "suburb"}, {"name", "Bosgården"}}}});
}

QRectF both()
{
    const geo::MercatorRect a = geo::tileBounds(west);
    const geo::MercatorRect b = geo::tileBounds(east);
    return QRectF(a.xmin + 1, a.ymin + 1, b.xmax - a.xmin - 2, a.ymax - a.ymin - 2);
}

std::vector<map::BasemapFeature> of(const map::Basemap& basemap, map::BasemapTheme theme)
{
    std::vector<map::BasemapFeature> found;
    std::copy_if(basemap.features().begin(), basemap.features().end(), std::back_inserter(found),
                 [theme](const auto& feature) { return feature.theme == theme; });
    return found;
}

} // namespace

TEST_CASE("what tile edges cut comes whole: a street once with its name, a lake as one, a place once")
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("v.mbtiles"));
    writeMbTiles(path,
                 {{QStringLiteral("format"), QStringLiteral("pbf")}, {QStringLiteral("name"), QStringLiteral("Town")},
                  {QStringLiteral("attribution"), QString::fromUtf8("© OpenStreetMap")}},
                 {{west, westTile()}, {east, gzipped(eastTile())}});
    const auto source = tiles::VectorTiles::open(path);
    REQUIRE(source);
    CHECK((*source)->attribution() == QString::fromUtf8("© OpenStreetMap"));
    const auto chunk = (*source)->features(both(), map::Plane::WebMercator, 16.0);
    REQUIRE(chunk);
    const double side = geo::tileBounds(west).xmax - geo::tileBounds(west).xmin;

    const auto roads = of(**chunk, map::BasemapTheme::Road);
    REQUIRE(roads.size() == 1);
    CHECK(roads[0].name == QString::fromUtf8("Göteborgsvägen"));
    CHECK(roads[0].featureClass == QStringLiteral("primary"));
    CHECK_THAT(roads[0].mercatorBounds.width(), WithinAbs(side * (4096 - 100 + 900) / 4096, side / 2000));
    CHECK_THAT(roads[0].mercatorBounds.top(), WithinAbs(geo::tileBounds(west).ymax - side * 2000 / 4096, side / 4000));

    const auto lakes = of(**chunk, map::BasemapTheme::Water);
    REQUIRE(lakes.size() == 1);
    CHECK(lakes[0].kind == map::GeometryKind::Polygon);
    CHECK_THAT(lakes[0].mercatorBounds.width(), WithinAbs(side * (4096 - 3000 + 800) / 4096, side / 2000));

    const auto places = of(**chunk, map::BasemapTheme::Place);
    REQUIRE(places.size() == 1);
    CHECK(places[0].name == QString::fromUtf8("Bosgården"));
    CHECK(places[0].featureClass == QStringLiteral("district"));
    CHECK((*source)->features(both(), map::Plane::WebMercator, 16.0).value() == *chunk); // kept
}

TEST_CASE("a directory of tiles is read like a file of them, and a tile that is absent is empty")
{
    const Folder folder;
    const QString root = folder.path(QStringLiteral("tiles"));
    QDir().mkpath(QStringLiteral("%1/%2/%3").arg(root).arg(west.z).arg(west.x));
    folder.write(QStringLiteral("tiles/%1/%2/%3.mvt").arg(west.z).arg(west.x).arg(west.y), westTile());
    const auto source = tiles::VectorTiles::open(root);
    REQUIRE(source);
    const auto chunk = (*source)->features(both(), map::Plane::WebMercator, 13.0);
    REQUIRE(chunk);
    CHECK(of(**chunk, map::BasemapTheme::Road).size() == 1);
    CHECK(of(**chunk, map::BasemapTheme::Place).empty()); // in the margin alone
    CHECK(tiles::VectorTiles::open(folder.path(QStringLiteral("none"))).error().code == ErrorCode::FileNotFound);
    QDir().mkpath(folder.path(QStringLiteral("empty")));
    CHECK(tiles::VectorTiles::open(folder.path(QStringLiteral("empty"))).error().code == ErrorCode::FormatNotSupported);
}

TEST_CASE("layers of OpenMapTiles and of Shortbread become the classes of our style")
{
    using map::BasemapTheme;
    using map::GeometryKind;
    struct Case { const char* layer; GeometryKind kind; std::vector<std::pair<const char*, const char*>> tags; BasemapTheme theme; const char* is; };
    const std::vector<Case> cases{
        {"transportation", GeometryKind::Line, {{"class", "motorway"}, {"ramp", "1"}}, BasemapTheme::Road, "motorway_link"},
        {"transportation", GeometryKind::Line, {{"class", "path"}, {"subclass", "steps"}}, BasemapTheme::Road, "steps"},
        {"transportation", GeometryKind::Line, {{"class", "rail"}, {"subclass", "tram"}}, BasemapTheme::Rail, "tram"},
        {"streets", GeometryKind::Line, {{"kind", "residential"}}, BasemapTheme::Road, "residential"},
        {"streets", GeometryKind::Line, {{"kind", "rail"}}, BasemapTheme::Rail, "rail"},
        {"waterway", GeometryKind::Line, {{"class", "river"}}, BasemapTheme::Water, "river"},
        {"water_polygons", GeometryKind::Polygon, {{"kind", "water"}}, BasemapTheme::Water, "lake"},
        {"landuse", GeometryKind::Polygon, {{"class", "cemetery"}}, BasemapTheme::Landcover, "cemetery"},
        {"land", GeometryKind::Polygon, {{"kind", "forest"}}, BasemapTheme::Landcover, "wood"},
        {"buildings", GeometryKind::Polygon, {}, BasemapTheme::Building, "other"},
        {"boundaries", GeometryKind::Line, {{"admin_level", "7"}}, BasemapTheme::Boundary, "municipality"},
        {"poi", GeometryKind::Point, {{"class", "bus"}, {"name", "Torget"}}, BasemapTheme::Place, "stop"},
        {"housenumber", GeometryKind::Point, {{"housenumber", "12"}}, BasemapTheme::Address, "address"}};
    for (const Case& one : cases) {
        CAPTURE(one.layer, one.is);
        const auto meaning = tiles::meaningOf(QString::fromLatin1(one.layer), one.kind, [&one](const char* key) {
            for (const auto& [name, value] : one.tags)
                if (QByteArray(name) == key)
                    return QString::fromLatin1(value);
            return QString();
        });
        REQUIRE(meaning);
        CHECK(meaning->theme == one.theme);
        CHECK(meaning->featureClass == QLatin1String(one.is));
    }
    CHECK_FALSE(tiles::meaningOf(QStringLiteral("ufo"), GeometryKind::Point, [](const char*) { return QString(); }));
}
