#include "net/http_client.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "tiles/cached_source.h"
#include "tiles/http_tiles.h"
#include "tiles/xyz_source.h"

#include <QBuffer>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <future>

using namespace hk;
using namespace std::chrono_literals;
using test::HttpServer;

namespace {

const geo::TileId town{11, 1095, 630}; // its quarters: z 12, x 2190 and 2191, y 1260 and 1261
const QString quarters[] = {QStringLiteral("/12/2190/1260.png"), QStringLiteral("/12/2191/1260.png"),
                            QStringLiteral("/12/2190/1261.png"), QStringLiteral("/12/2191/1261.png")};
const QRgb colours[] = {qRgb(200, 0, 0), qRgb(0, 200, 0), qRgb(0, 0, 200), qRgb(200, 200, 0)};

QByteArray picture(QRgb colour, int side = 256)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

/// A server of tiles, and a map before it.
struct Town {
    HttpServer server;
    QTemporaryDir folder;
    std::shared_ptr<net::HttpClient> http = std::make_shared<net::HttpClient>(QStringLiteral("x@example.org"), 2, 1ms);
    tiles::SourceSpec spec;
    QDateTime now = QDateTime::currentDateTimeUtc();

    Town()
    {
        spec.address = server.url().toString() + QStringLiteral("{z}/{x}/{y}.png");
        for (int i = 0; i < 4; ++i)
            server.answer(quarters[i], {.body = picture(colours[i]), .type = "image/png", .headers = {{"ETag", "\"v1\""}, {"Cache-Control", "max-age=600"}}});
    }
    void all(const HttpServer::Answer& answer)
    {
        for (const QString& path : quarters)
            server.answer(path, answer);
    }
    std::shared_ptr<map::TileSource> open(std::function<QString(const QString&, const QString&, std::stop_token)> password = {})
    {
        const auto opened = tiles::openSource(spec, {http, folder.path(), std::move(password)});
        REQUIRE(opened);
        return opened->tiles;
    }
    /// As open, with this clock and without quiet after failures.
    std::shared_ptr<map::TileSource> openAt(const QDateTime& moment)
    {
        auto address = tiles::AddressTemplate::parse(spec.address);
        REQUIRE(address);
        auto bytes = std::make_shared<tiles::CachedTiles>(std::make_shared<tiles::HttpTiles>(*address, http),
                                                          std::make_shared<tiles::TileStore>(folder.path()),
                                                          tiles::cacheNameOf(spec), 0ms, [moment] { return moment; });
        return std::make_shared<tiles::XyzSource>(QString(), QString(), tiles::XyzSource::Pyramid{}, bytes, server.host());
    }
};

ErrorCode codeOf(const Result<QImage>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error().code;
}

} // namespace

TEST_CASE("four tiles of a server make one of the map, each in its quarter")
{
    Town mapped;
    const auto source = mapped.open();
    const auto tile = source->tile(town, 1.0);
    REQUIRE(tile);
    CHECK(tile->size() == QSize(512, 512));
    CHECK(tile->format() == QImage::Format_ARGB32_Premultiplied);
    CHECK(tile->pixel(128, 128) == colours[0]);
    CHECK(tile->pixel(384, 128) == colours[1]);
    CHECK(tile->pixel(128, 384) == colours[2]);
    CHECK(tile->pixel(384, 384) == colours[3]);
    CHECK(tile->pixel(255, 255) == colours[0]);
    CHECK(tile->pixel(256, 256) == colours[3]);
    CHECK(source->description().remote);
    CHECK(source->description().highestZoom == 18); // 512-px tiles of what is 19 on the server
}

TEST_CASE("high-density screens get the server's larger tiles where it has them")
{
    Town mapped;
    mapped.spec.address = mapped.server.url().toString() + QStringLiteral("{z}/{x}/{y}{r}.png");
    for (const QString& path : quarters)
        mapped.server.answer(QString(path).replace(QStringLiteral(".png"), QStringLiteral("@2x.png")), {.body = picture(colours[0], 512)});
    const auto source = mapped.open();
    CHECK(source->tile(town, 2.0)->size() == QSize(1024, 1024));
    CHECK(source->tile(town, 1.0)->size() == QSize(512, 512));
}

TEST_CASE("the highest zoom of a server is shown as it is, and nothing is asked beyond")
{
    Town mapped;
    mapped.spec.highestZoom = 12;
    const auto source = mapped.open();
    CHECK(source->description().highestZoom == 11);
    mapped.server.answer(QStringLiteral("/12/2190/1260.png"), {.body = picture(colours[0])});
    CHECK(source->tile({12, 2190, 1260}, 1.0)->pixel(400, 400) == colours[0]);
    const int asked = mapped.server.count();
    CHECK(source->tile({13, 0, 0}, 1.0)->isNull());
    CHECK(mapped.server.count() == asked);
}

TEST_CASE("a place without tiles is empty, not an error, and is not asked for again soon")
{
    Town mapped;
    mapped.all({.status = 404, .body = "<html>404</html>", .type = "text/html"});
    const auto source = mapped.open();
    const auto tile = source->tile(town, 1.0);
    REQUIRE(tile);
    CHECK(tile->isNull());
    CHECK(source->tile(town, 1.0)->isNull());
    CHECK(mapped.server.count() == 4);
}

TEST_CASE("a quarter without a tile is see-through")
{
    Town mapped;
    mapped.server.answer(quarters[1], {.status = 404});
    const auto tile = mapped.open()->tile(town, 1.0);
    REQUIRE(tile);
    CHECK(qAlpha(tile->pixel(384, 128)) == 0);
    CHECK(tile->pixel(128, 128) == colours[0]);
}

TEST_CASE("what a server sends instead of a picture is an error that names it")
{
    Town mapped;
    SECTION("a page that says 200") { mapped.all({.body = "<html>Please log in</html>", .type = "text/html"}); }
    SECTION("a page that says it is a picture") { mapped.all({.body = "<!DOCTYPE html>", .type = "image/png"}); }
    SECTION("garbage") { mapped.all({.body = QByteArray("\x00\x01\xfe\xff", 4), .type = "image/png"}); }
    SECTION("a picture that breaks off") { mapped.all({.body = picture(colours[0]).left(60), .type = "image/png"}); }
    SECTION("a picture larger than any tile")
    {
        QByteArray huge = picture(colours[0]);
        huge[16] = '\x7f'; // the width in the head of the PNG
        mapped.all({.body = huge, .type = "image/png"});
    }
    const auto tile = mapped.open()->tile(town, 1.0);
    CHECK(codeOf(tile) == ErrorCode::AnswerNotUnderstood);
    CHECK(tile.error().arguments.value(0) == mapped.server.host());
}

TEST_CASE("failures of a server come through with their names")
{
    Town mapped;
    const auto [answer, code] = GENERATE(table<HttpServer::Answer, ErrorCode>(
        {{{.status = 500}, ErrorCode::ServerRefused},
         {{.status = 429}, ErrorCode::ServerRefused},
         {{.status = 401}, ErrorCode::AccessDenied},
         {{.close = true}, ErrorCode::NetworkFailed},
         {{.body = QByteArray(1000, 'x'), .breakOffAfter = 10}, ErrorCode::NetworkFailed},
         {HttpServer::redirect(QStringLiteral("/12/2190/1260.png")), ErrorCode::AnswerNotUnderstood}}));
    mapped.all(answer);
    CHECK(codeOf(mapped.open()->tile(town, 1.0)) == code);
}

TEST_CASE("a server without network is left alone for a while")
{
    Town mapped;
    mapped.all({.close = true});
    const auto source = mapped.open();
    CHECK(codeOf(source->tile(town, 1.0)) == ErrorCode::NetworkFailed);
    const int asked = mapped.server.count();
    for (int i = 0; i < 20; ++i)
        CHECK(codeOf(source->tile({11, 1000 + i, 630}, 1.0)) == ErrorCode::NetworkFailed);
    CHECK(mapped.server.count() == asked);
}

TEST_CASE("a server with a certificate that nobody vouches for is not trusted with a map either")
{
    HttpServer server(HttpServer::Security::WrongCertificate);
    if (!server.isReady()) {
        WARN("skipped: no openssl here to make a certificate with");
        return;
    }
    Town mapped;
    mapped.spec.address = server.url().toString() + QStringLiteral("{z}/{x}/{y}.png");
    CHECK(codeOf(mapped.open()->tile(town, 1.0)) == ErrorCode::CertificateWrong);
    CHECK(server.count() == 0);
}

TEST_CASE("a tile that hangs is let go within an instant when the view has moved on")
{
    Town mapped;
    mapped.all({.hang = true});
    const auto source = mapped.open();
    std::stop_source stop;
    auto tile = std::async(std::launch::async, [&] { return source->tile(town, 1.0, stop.get_token()); });
    REQUIRE(mapped.server.waitFor(1));
    QElapsedTimer clock;
    clock.start();
    stop.request_stop();
    CHECK(codeOf(tile.get()) == ErrorCode::Cancelled);
    CHECK(clock.elapsed() < 200);
}

TEST_CASE("a slow server is waited for")
{
    Town mapped;
    mapped.all({.body = picture(colours[2]), .dripBytes = 200, .dripEvery = 2ms});
    const auto tile = mapped.open()->tile(town, 1.0);
    REQUIRE(tile);
    CHECK(tile->pixel(10, 10) == colours[2]);
}

TEST_CASE("name and password come from the keyring, and are asked for once")
{
    Town mapped;
    mapped.spec.user = QStringLiteral("kommun");
    int asked = 0;
    const auto source = mapped.open([&](const QString& host, const QString& user, std::stop_token) {
        ++asked;
        CHECK(host == mapped.server.host());
        CHECK(user == QStringLiteral("kommun"));
        return QStringLiteral("hemligt");
    });
    REQUIRE(source->tile(town, 1.0));
    CHECK(asked == 1);
    for (const auto& request : mapped.server.requests())
        CHECK(request.headers.value("authorization") == "Basic " + QByteArray("kommun:hemligt").toBase64());
    // and nothing of it lies on disk
    for (QDirIterator it(mapped.folder.path(), QDir::Files); it.hasNext();) {
        QFile file(it.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK_FALSE(bytes.contains("hemligt"));
        CHECK_FALSE(bytes.contains("kommun"));
        CHECK_FALSE(bytes.contains(QByteArray("kommun:hemligt").toBase64()));
    }
}

TEST_CASE("a fresh tile comes from disk, also in the next run")
{
    Town mapped;
    REQUIRE(mapped.open()->tile(town, 1.0));
    CHECK(mapped.server.count() == 4);
    const auto again = mapped.open()->tile(town, 1.0);
    REQUIRE(again);
    CHECK(again->pixel(384, 128) == colours[1]);
    CHECK(mapped.server.count() == 4);
}

TEST_CASE("an old tile is asked after, and kept where the server has nothing newer")
{
    Town mapped;
    REQUIRE(mapped.openAt(mapped.now)->tile(town, 1.0));
    mapped.all({.status = 304, .headers = {{"Cache-Control", "max-age=86400"}}});
    const auto old = mapped.openAt(mapped.now.addSecs(3600))->tile(town, 1.0);
    REQUIRE(old);
    CHECK(old->pixel(128, 384) == colours[2]);
    CHECK(mapped.server.count() == 8);
    CHECK(mapped.server.requests().back().headers.value("if-none-match") == "\"v1\"");
    REQUIRE(mapped.openAt(mapped.now.addSecs(7200))->tile(town, 1.0)); // fresh again
    CHECK(mapped.server.count() == 8);
}

TEST_CASE("an old tile is replaced by a newer one")
{
    Town mapped;
    REQUIRE(mapped.openAt(mapped.now)->tile(town, 1.0));
    mapped.all({.body = picture(colours[3])});
    CHECK(mapped.openAt(mapped.now.addSecs(3600))->tile(town, 1.0)->pixel(10, 10) == colours[3]);
}

TEST_CASE("without network the map is drawn from what has been seen before")
{
    Town mapped;
    REQUIRE(mapped.openAt(mapped.now)->tile(town, 1.0));
    SECTION("refused") { mapped.all({.close = true}); }
    SECTION("busy") { mapped.all({.status = 503}); }
    SECTION("a page to log in at") { mapped.all({.body = "<html>"}); }
    const auto old = mapped.openAt(mapped.now.addDays(30))->tile(town, 1.0);
    REQUIRE(old);
    CHECK(old->pixel(384, 384) == colours[3]);
}

TEST_CASE("a tile without word of how long it is good is kept for a week, and one not to be stored is not")
{
    Town mapped;
    mapped.all({.body = picture(colours[0])});
    REQUIRE(mapped.openAt(mapped.now)->tile(town, 1.0));
    REQUIRE(mapped.openAt(mapped.now.addDays(6))->tile(town, 1.0));
    CHECK(mapped.server.count() == 4);
    REQUIRE(mapped.openAt(mapped.now.addDays(8))->tile(town, 1.0));
    CHECK(mapped.server.count() == 8);

    Town secret;
    secret.all({.body = picture(colours[0]), .headers = {{"Cache-Control", "no-store"}}});
    REQUIRE(secret.open()->tile(town, 1.0));
    REQUIRE(secret.open()->tile(town, 1.0));
    CHECK(secret.server.count() == 8);
}

TEST_CASE("a picture damaged on disk is fetched anew")
{
    Town mapped;
    REQUIRE(mapped.open()->tile(town, 1.0));
    {
        tiles::TileStore store(mapped.folder.path());
        const QString key = tiles::TileKey{12, 2190, 1260, 1}.text();
        auto stored = store.find(tiles::cacheNameOf(mapped.spec), key);
        REQUIRE(stored);
        stored->bytes = stored->bytes.left(50);
        store.put(tiles::cacheNameOf(mapped.spec), key, *stored);
    }
    const auto tile = mapped.open()->tile(town, 1.0);
    REQUIRE(tile);
    CHECK(tile->pixel(128, 128) == colours[0]);
    CHECK(mapped.server.count() == 5);
}

TEST_CASE("OpenStreetMap's server is asked as its policy wants, and never unasked")
{
    const tiles::SourceSpec osm = tiles::openStreetMap();
    CHECK(osm.address == QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png"));
    CHECK(osm.attribution.contains(QStringLiteral("OpenStreetMap")));
    CHECK(net::HttpClient::perHost <= 2);
    const auto opened = tiles::openSource(osm, {}); // no network given: nothing can be asked
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::NetworkFailed);
}

namespace {

/// A service as GDAL reads it: pictures, no bytes.
class Service : public map::TileSource {
public:
    std::optional<Error> failure;
    QImage image;
    int asked = 0;
    Description description() const override { return {}; }
    Result<QImage> tile(const geo::TileId&, double, std::stop_token) override
    {
        ++asked;
        return failure ? Result<QImage>(tl::unexpected(*failure)) : image;
    }
};

} // namespace

TEST_CASE("pictures of a service are cached, too, with their transparency or as photographs")
{
    const QTemporaryDir folder;
    const bool photographs = GENERATE(false, true);
    auto service = std::make_shared<Service>();
    service->image = QImage(512, 512, QImage::Format_ARGB32_Premultiplied);
    service->image.fill(photographs ? QColor(10, 120, 40) : QColor(10, 120, 40, 128));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto at = [&](const QDateTime& moment) {
        return tiles::CachedSource(service, std::make_shared<tiles::TileStore>(folder.path()), QStringLiteral("name"), photographs,
                                   [moment] { return moment; });
    };
    REQUIRE(at(now).tile(town, 1.0));
    const auto kept = at(now).tile(town, 1.0);
    REQUIRE(kept);
    CHECK(service->asked == 1);
    CHECK(std::abs(kept->pixelColor(5, 5).alpha() - service->image.pixelColor(5, 5).alpha()) <= 1);
    CHECK(std::abs(kept->pixelColor(5, 5).green() - 120) <= 3);
    service->failure = Error{ErrorCode::NetworkFailed, {}, {QStringLiteral("a.b")}, {}};
    CHECK(at(now.addDays(8)).tile(town, 1.0)); // the old one
    CHECK(codeOf(at(now).tile({11, 1, 1}, 1.0)) == ErrorCode::NetworkFailed);
    CHECK(service->asked == 3);
}
