#include "geo/mercator.h"
#include "geo/transform.h"
#include "net/http_client.h"
#include "support/http_server.h"
#include "tiles/raster_files.h"
#include "tiles/warp.h"
#include "tiles/wms_tiles.h"
#include "tiles/wmts_tiles.h"

#include <QUrlQuery>
#include <cmath>
#include <future>

using namespace hk;
using namespace hk::test;
using namespace std::chrono_literals;

namespace {

const WebMercator hub = geo::toWebMercator({12.0187, 57.6556});

QByteArray wms(const QByteArray& version, const QByteArray& crs)
{
    const bool newer = version == "1.3.0";
    const QByteArray root = newer ? "WMS_Capabilities" : "WMT_MS_Capabilities";
    const QByteArray key = newer ? "CRS" : "SRS";
    return "<?xml version=\"1.0\"?><" + root + " version=\"" + version
           + "\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><Service><Title>T</Title></Service><Capability><Request><GetMap>"
             "<Format>image/jpeg</Format><Format>image/png</Format><DCPType><HTTP><Get><OnlineResource xlink:href=\"/map?\"/></Get></HTTP>"
             "</DCPType></GetMap></Request><Layer><Title>All</Title><"
           + key + ">" + crs + "</" + key
           + "><Layer><Name>orto</Name><Title>Ortofoto &amp; mer</Title><Attribution><Title>© Kommunen</Title></Attribution>"
             "<EX_GeographicBoundingBox><westBoundLongitude>11</westBoundLongitude><eastBoundLongitude>13</eastBoundLongitude>"
             "<southBoundLatitude>57</southBoundLatitude><northBoundLatitude>58</northBoundLatitude></EX_GeographicBoundingBox>"
             "</Layer></Layer></Capability></"
           + root + ">";
}

QByteArray wmts(const QByteArray& crs, const QByteArray& corner, double scale)
{
    return "<Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" xmlns:ows=\"http://www.opengis.net/ows/1.1\"><Contents><Layer>"
           "<ows:Title>Karta</ows:Title><ows:Identifier>topo</ows:Identifier><Style isDefault=\"true\"><ows:Identifier>default"
           "</ows:Identifier></Style><Format>image/png</Format><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet></TileMatrixSetLink>"
           "<ResourceURL format=\"image/png\" resourceType=\"tile\" template=\"/t/{TileMatrix}/{TileCol}/{TileRow}.png\"/></Layer>"
           "<TileMatrixSet><ows:Identifier>s</ows:Identifier><ows:SupportedCRS>"
           + crs + "</ows:SupportedCRS><TileMatrix><ows:Identifier>m</ows:Identifier><ScaleDenominator>" + QByteArray::number(scale, 'g', 17)
           + "</ScaleDenominator><TopLeftCorner>" + corner
           + "</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>1000000</MatrixWidth><MatrixHeight>"
             "1000000</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>";
}

struct Service {
    HttpServer server;
    tiles::SourceServices services{std::make_shared<net::HttpClient>(QStringLiteral("karta@example.org"), 2, 5ms), {}, {}};
    tiles::SourceSpec spec;

    explicit Service(tiles::SourceSpec::Kind kind, const QByteArray& capabilities)
    {
        spec.kind = kind;
        spec.address = server.url(QStringLiteral("/service")).toString();
        server.answer(QStringLiteral("/service"), {.body = capabilities, .type = "text/xml"});
    }
    QUrlQuery lastQuery() const { return QUrlQuery(QUrl(server.requests().back().path)); }
};

using Kind = tiles::SourceSpec::Kind;

} // namespace

TEST_CASE("the layers of a WMS are listed with title, formats, systems and attribution")
{
    const Service service(Kind::Wms, wms("1.3.0", "EPSG:3006"));
    const auto layers = tiles::layersOf(Kind::Wms, service.spec.address, service.services);
    REQUIRE(layers);
    REQUIRE(layers->size() == 1);
    CHECK(layers->front().name == QStringLiteral("orto"));
    CHECK(layers->front().title == QStringLiteral("Ortofoto & mer"));
    CHECK(layers->front().attribution == QString::fromUtf8("© Kommunen"));
    CHECK(layers->front().crs == QStringList{QStringLiteral("EPSG:3006")});
    CHECK(layers->front().formats.contains(QStringLiteral("image/png")));
    CHECK(layers->front().bounds == QRectF(11, 57, 2, 1));
    CHECK(service.server.requests().front().path.contains(QStringLiteral("REQUEST=GetCapabilities")));
}

TEST_CASE("a WMS is asked in the order of axes of its version and system")
{
    struct Case { const char* version; const char* crs; bool northFirst; };
    for (const Case& one : {Case{"1.3.0", "EPSG:4326", true}, Case{"1.3.0", "EPSG:3006", true}, Case{"1.3.0", "CRS:84", false},
                            Case{"1.3.0", "EPSG:3857", false}, Case{"1.1.1", "EPSG:4326", false}, Case{"1.1.1", "EPSG:3006", false}}) {
        CAPTURE(one.version, one.crs);
        Service service(Kind::Wms, wms(one.version, one.crs));
        service.server.answer(QStringLiteral("/map"), {.body = pngOf(QColor(10, 200, 30)), .type = "image/png"});
        const auto source = tiles::WmsTiles::open(service.spec, service.services);
        REQUIRE(source);
        CHECK((*source)->description().remote);
        CHECK((*source)->description().attribution == QString::fromUtf8("© Kommunen"));
        const auto image = (*source)->tile(geo::tileAt(hub, 15), 1.0);
        REQUIRE(image);
        CHECK(near(image->pixelColor(image->width() / 2, image->height() / 2), QColor(10, 200, 30), 1));
        const QUrlQuery query = service.lastQuery();
        CHECK(query.queryItemValue(QStringLiteral("LAYERS")) == QStringLiteral("orto"));
        CHECK(query.hasQueryItem(QByteArray(one.version) == "1.3.0" ? QStringLiteral("CRS") : QStringLiteral("SRS")));
        const QStringList box = query.queryItemValue(QStringLiteral("BBOX"), QUrl::FullyDecoded).split(u',');
        REQUIRE(box.size() == 4);
        // in Sweden north is the larger number in each of these systems
        CHECK((box[0].toDouble() > box[1].toDouble()) == one.northFirst);
        CHECK(box[0].toDouble() < box[2].toDouble());
        CHECK(box[1].toDouble() < box[3].toDouble());
    }
}

TEST_CASE("what a WMS sends instead of a picture is told in its own words")
{
    Service service(Kind::Wms, wms("1.3.0", "EPSG:3857"));
    const auto source = tiles::WmsTiles::open(service.spec, service.services);
    REQUIRE(source);
    const auto told = [&](HttpServer::Answer answer) {
        service.server.answer(QStringLiteral("/map"), std::move(answer));
        const auto image = (*source)->tile(geo::tileAt(hub, 15), 1.0);
        REQUIRE_FALSE(image);
        CHECK(image.error().code == ErrorCode::AnswerNotUnderstood);
        CHECK(image.error().arguments.value(0) == service.server.host());
        return image.error().detail;
    };
    CHECK(told({.body = "<ServiceExceptionReport><ServiceException code=\"X\">No  such layer</ServiceException></ServiceExceptionReport>",
                .type = "application/vnd.ogc.se_xml"})
          == QStringLiteral("No such layer"));
    CHECK(told({.body = "<html>Log in</html>", .type = "text/html"}) == QStringLiteral("text/html"));
    CHECK(told({.body = "garbage", .type = "image/png"}) == QStringLiteral("image/png"));
    CHECK(tiles::layersOf(Kind::Wms, service.server.url(QStringLiteral("/map")).toString(), service.services).error().code
          == ErrorCode::AnswerNotUnderstood);
}

TEST_CASE("a WMS that hangs is left within a moment of a stop")
{
    Service service(Kind::Wms, wms("1.3.0", "EPSG:3857"));
    const auto source = tiles::WmsTiles::open(service.spec, service.services);
    REQUIRE(source);
    service.server.answer(QStringLiteral("/map"), {.hang = true});
    std::stop_source stop;
    auto answer = std::async(std::launch::async, [&] { return (*source)->tile(geo::tileAt(hub, 15), 1.0, stop.get_token()); });
    REQUIRE(service.server.waitFor(2));
    stop.request_stop();
    REQUIRE(answer.wait_for(2s) == std::future_status::ready);
    CHECK(answer.get().error().code == ErrorCode::Cancelled);
}

TEST_CASE("tiles of a WMTS in Web Mercator are put together as they are")
{
    const double scale = 2 * geo::mercatorHalf / 256 / 65536 / 0.00028; // zoom 16 of tiles of 256 px
    Service service(Kind::Wmts, wmts("urn:ogc:def:crs:EPSG::3857", "-20037508.342789244 20037508.342789244", scale));
    const geo::TileId tile = geo::tileAt(hub, 15);
    const auto path = [&](int column, int row) { return QStringLiteral("/t/m/%1/%2.png").arg(2 * tile.x + column).arg(2 * tile.y + row); };
    service.server.answer(path(0, 0), {.body = pngOf(Qt::red), .type = "image/png"});
    service.server.answer(path(1, 1), {.body = pngOf(Qt::blue), .type = "image/png"});
    const auto source = tiles::WmtsTiles::open(service.spec, service.services);
    REQUIRE(source);
    CHECK((*source)->description().highestZoom == 15);
    const auto image = (*source)->tile(tile, 1.0);
    REQUIRE(image);
    REQUIRE(image->size() == QSize(512, 512));
    CHECK(image->pixelColor(255, 255) == QColor(Qt::red));
    CHECK(image->pixelColor(256, 256) == QColor(Qt::blue));
    CHECK(image->pixelColor(256, 255).alpha() == 0);
    CHECK(service.server.count() == 5);
}

TEST_CASE("tiles of a WMTS in SWEREF 99 TM are warped to their place; a corner as URN is north first")
{
    const Sweref99 place = geo::Sweref99Transform().toSweref(LonLat{12.0187, 57.6556});
    for (const bool urn : {true, false}) {
        CAPTURE(urn);
        // one metre a pixel; the tile 500 / 500 begins 100 m west and 100 m north of the place
        const double west = place.easting - 100 - 500 * 256;
        const double north = place.northing + 100 + 500 * 256;
        const QByteArray x = QByteArray::number(west, 'f', 3);
        const QByteArray y = QByteArray::number(north, 'f', 3);
        Service service(Kind::Wmts, wmts(urn ? "urn:ogc:def:crs:EPSG::3006" : "EPSG:3006", urn ? y + ' ' + x : x + ' ' + y, 1 / 0.00028));
        QImage marked(256, 256, QImage::Format_RGB32);
        marked.fill(Qt::black);
        for (int dy = -2; dy < 2; ++dy)
            for (int dx = -2; dx < 2; ++dx)
                marked.setPixelColor(100 + dx, 100 + dy, Qt::white);
        service.server.answer(QStringLiteral("/t/m/500/500.png"), {.body = pngOf(marked), .type = "image/png"});
        const auto source = tiles::WmtsTiles::open(service.spec, service.services);
        REQUIRE(source);
        const geo::TileId tile = geo::tileAt(hub, 16);
        const auto image = (*source)->tile(tile, 1.0);
        REQUIRE(image);
        REQUIRE_FALSE(image->isNull());
        const geo::MercatorRect rect = geo::tileBounds(tile);
        double sum = 0, sumX = 0, sumY = 0;
        for (int py = 0; py < 512; ++py)
            for (int px = 0; px < 512; ++px) {
                const double weight = image->pixelColor(px, py).red();
                sum += weight;
                sumX += weight * (px + 0.5);
                sumY += weight * (py + 0.5);
            }
        REQUIRE(sum > 0);
        CHECK_THAT(sumX / sum, WithinAbs((hub.x - rect.xmin) / (rect.xmax - rect.xmin) * 512, 0.5));
        CHECK_THAT(sumY / sum, WithinAbs((rect.ymax - hub.y) / (rect.ymax - rect.ymin) * 512, 0.5));
    }
}

TEST_CASE("names of coordinate systems are understood as services write them")
{
    CHECK(tiles::crsNameOf(QStringLiteral("urn:ogc:def:crs:EPSG::3006")) == QStringLiteral("EPSG:3006"));
    CHECK(tiles::crsNameOf(QStringLiteral("urn:ogc:def:crs:EPSG:6.18.3:3857")) == QStringLiteral("EPSG:3857"));
    CHECK(tiles::crsNameOf(QStringLiteral("http://www.opengis.net/def/crs/EPSG/0/3007")) == QStringLiteral("EPSG:3007"));
    CHECK(tiles::crsNameOf(QStringLiteral("EPSG:900913")) == QStringLiteral("EPSG:3857"));
    CHECK(tiles::crsNameOf(QStringLiteral("urn:ogc:def:crs:OGC:1.3:CRS84")) == QStringLiteral("CRS:84"));
    CHECK(tiles::northFirst(QStringLiteral("EPSG:3006")).value());
    CHECK(tiles::northFirst(QStringLiteral("EPSG:4326")).value());
    CHECK_FALSE(tiles::northFirst(QStringLiteral("EPSG:3857")).value());
}

TEST_CASE("name and password go to the host that the user named, wherever a service says that its maps are")
{
    CHECK(tiles::serviceAddress(QStringLiteral("http://inside.local/map?"), QStringLiteral("https://maps.example.org/wms")).host()
          == QStringLiteral("maps.example.org"));
    CHECK(tiles::serviceAddress(QStringLiteral("/map?"), QStringLiteral("https://maps.example.org/wms")).path() == QStringLiteral("/map"));
}
