#include "geo/mercator.h"
#include "geo/tile.h"
#include "geo/transform.h"
#include "support/catch.h"

#include <QProcess>
#include <QStandardPaths>
#include <cmath>
#include <vector>

using namespace hk;

namespace {

double degrees(double whole, double minutes, double seconds) { return whole + minutes / 60 + seconds / 3600; }

/// Lantmäteriet, "Kontrollpunkter" (of SWEREF99_RT90_Samband, kontrollpunkter.pdf): latitude and longitude in SWEREF 99, then N and
/// E in SWEREF 99 TM, in SWEREF 99 13 30 (whole metres) and x, y in RT 90 2.5 gon V.
struct Published {
    double lat, lon, northing, easting, zoneNorthing, zoneEasting, x, y;
};
const std::vector<Published>& published()
{
    static const std::vector<Published> points = {
        {degrees(67, 5, 26.452769), degrees(21, 2, 5.101575), 7454204.638, 761811.242, 7464296, 476781, 7453389.762, 1727060.905},
        {degrees(63, 32, 14.761735), degrees(16, 14, 59.594626), 7046077.605, 562140.337, 7051229, 286745, 7047738.415, 1522128.637},
        {degrees(60, 9, 33.882413), degrees(14, 45, 28.167152), 6669189.376, 486557.055, 6672499, 219846, 6671665.273, 1441843.186},
        {degrees(56, 21, 17.199245), degrees(13, 52, 23.754022), 6246136.458, 430374.835, 6248128, 173075, 6249111.351, 1380573.079}};
    return points;
}

} // namespace

TEST_CASE("Lantmäteriet's points in SWEREF 99 TM, a local zone and RT 90 are met")
{
    const auto zone = geo::CrsTransform::create(QStringLiteral("EPSG:4619"), QStringLiteral("EPSG:3008"));
    const auto old = geo::CrsTransform::create(QStringLiteral("EPSG:4619"), QStringLiteral("EPSG:3021"));
    REQUIRE((zone && old));
    for (const Published& p : published()) {
        CAPTURE(p.lat, p.lon);
        const Sweref99 tm = geo::Sweref99Transform().toSweref(LonLat{p.lon, p.lat});
        CHECK_THAT(tm.northing, WithinAbs(p.northing, 0.001));
        CHECK_THAT(tm.easting, WithinAbs(p.easting, 0.001));
        double east = p.lon, north = p.lat;
        zone->forward({&east, 1}, {&north, 1});
        CHECK_THAT(north, WithinAbs(p.zoneNorthing, 0.501)); // published in whole metres
        CHECK_THAT(east, WithinAbs(p.zoneEasting, 0.501));
        east = p.lon;
        north = p.lat;
        old->forward({&east, 1}, {&north, 1});
        CHECK_THAT(north, WithinAbs(p.x, 0.2)); // PROJ's seven parameters are said to be good to two decimetres
        CHECK_THAT(east, WithinAbs(p.y, 0.2));
    }
}

TEST_CASE("cs2cs of the same machine gives the same coordinates in every zone to a millimetre")
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("cs2cs"));
    if (program.isEmpty()) {
        WARN("SKIPPED: cs2cs is not installed");
        return;
    }
    for (int code = 3006; code <= 3018; ++code) {
        CAPTURE(code);
        const QString crs = QStringLiteral("EPSG:%1").arg(code);
        const auto transform = geo::CrsTransform::create(QStringLiteral("EPSG:4619"), crs);
        REQUIRE(transform);
        QByteArray input;
        for (const Published& p : published())
            input += QByteArray::number(p.lat, 'f', 12) + ' ' + QByteArray::number(p.lon, 'f', 12) + '\n';
        QProcess cs2cs;
        cs2cs.start(program, {QStringLiteral("-f"), QStringLiteral("%.4f"), QStringLiteral("EPSG:4619"), crs});
        cs2cs.write(input);
        cs2cs.closeWriteChannel();
        REQUIRE(cs2cs.waitForFinished());
        const QList<QByteArray> lines = cs2cs.readAllStandardOutput().trimmed().split('\n');
        REQUIRE(lines.size() == static_cast<qsizetype>(published().size()));
        for (std::size_t i = 0; i < published().size(); ++i) {
            const QList<QByteArray> words = lines[static_cast<qsizetype>(i)].simplified().split(' ');
            double east = published()[i].lon, north = published()[i].lat;
            transform->forward({&east, 1}, {&north, 1});
            CHECK_THAT(north, WithinAbs(words.value(0).toDouble(), 1e-3)); // north first, as the CRS says
            CHECK_THAT(east, WithinAbs(words.value(1).toDouble(), 1e-3));
        }
    }
}

TEST_CASE("the antimeridian, the poles and the deepest level have tiles of their own")
{
    constexpr std::int32_t last = (1 << 24) - 1;
    CHECK(geo::tileAt(geo::toWebMercator({-180, 85.0511287798066}), 24) == geo::TileId{24, 0, 0});
    CHECK(geo::tileAt(geo::toWebMercator({180, -85.0511287798066}), 24) == geo::TileId{24, last, last});
    CHECK(geo::tileAt(geo::toWebMercator({0, 90}), 24).y == 0);
    CHECK(geo::tileAt(geo::toWebMercator({0, -90}), 24).y == last);
    CHECK(geo::tileAt(geo::toWebMercator({179.99999999, 0}), 1) == geo::TileId{1, 1, 1});
    // just north of the equator and just south of it
    CHECK(geo::tileAt(geo::toWebMercator({-0.00001, 0.00001}), 24) == geo::TileId{24, (1 << 23) - 1, (1 << 23) - 1});
    CHECK(geo::tileAt(geo::toWebMercator({0.00001, -0.00001}), 24) == geo::TileId{24, 1 << 23, 1 << 23});
    const geo::MercatorRect deepest = geo::tileBounds({24, last, last});
    CHECK_THAT(deepest.xmax, WithinAbs(geo::mercatorHalf, 1e-6));
    CHECK_THAT(deepest.ymin, WithinAbs(-geo::mercatorHalf, 1e-6));
    CHECK_THAT(deepest.xmax - deepest.xmin, WithinAbs(2 * geo::mercatorHalf / 16777216, 1e-8));
    const geo::MercatorRect world = geo::tileBounds({0, 0, 0});
    CHECK(world == geo::MercatorRect{-geo::mercatorHalf, -geo::mercatorHalf, geo::mercatorHalf, geo::mercatorHalf});
    for (int z = 0; z <= 24; ++z) {
        const geo::TileId tile = geo::tileAt(geo::toWebMercator({12.0187, 57.6556}), z);
        const geo::MercatorRect own = geo::tileBounds(tile);
        CHECK(geo::tileAt({(own.xmin + own.xmax) / 2, (own.ymin + own.ymax) / 2}, z) == tile);
    }
}

TEST_CASE("tiles have the numbers and corners that are published for them")
{
    // OGC 17-083r2, WebMercatorQuad: cell size of level 0 is 156543.033928041 m for tiles of 256 cells, the corner 20037508.3427892
    const geo::MercatorRect world = geo::tileBounds({0, 0, 0});
    CHECK_THAT((world.xmax - world.xmin) / 256, WithinAbs(156543.033928041, 1e-8));
    CHECK_THAT(world.ymax, WithinAbs(20037508.3427892, 1e-7));
    // the same table, level 15: 4.77731426794937
    const geo::MercatorRect one = geo::tileBounds({15, 17702, 11658});
    CHECK_THAT((one.xmax - one.xmin) / 256, WithinAbs(4.77731426794937, 1e-9));
}
