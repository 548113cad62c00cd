#include "support/catch.h"
#include "support/http_server.h"
#include "workspace/basemap_job.h"
#include "workspace/overpass_download.h"

#include <QDir>
#include <QTemporaryDir>
#include <thread>

using namespace hk;
using namespace std::chrono_literals;
using test::HttpServer;

namespace {

const QString path = QStringLiteral("/api/interpreter");
const QDate today(2026, 11, 1);
constexpr exchange::MapExtent extent{319500.0, 6393500.0, 320500.0, 6394500.0};

const QByteArray town = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Overpass API\">\n"
                        "<note>The data included in this document is from www.openstreetmap.org.</note>\n"
                        "<node id=\"1\" lat=\"57.6555\" lon=\"12.0155\"/><node id=\"2\" lat=\"57.6560\" lon=\"12.0160\"/>\n"
                        "<way id=\"7\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/>"
                        "<tag k=\"name\" v=\"Brogatan\"/></way>\n</osm>\n";
const QByteArray count = R"({"version":0.6,"elements":[{"type":"count","id":0,"tags":{"nodes":"12000","ways":"2000",
"relations":"30","total":"14030"}}]})";

struct Asking {
    QTemporaryDir folder;
    net::HttpClient client{QStringLiteral("karta@example.org"), 2, 5ms};
    HttpServer server;
    workspace::OverpassSettings settings;

    Asking()
    {
        settings.server = server.url(path);
        settings.cacheFolder = folder.filePath(QStringLiteral("cache"));
    }
    Result<QString> fetch(std::stop_token stop = {})
    {
        return workspace::fetchOverpass(client, settings, extent, today, {}, stop);
    }
    ErrorCode failure(HttpServer::Answer answer)
    {
        server.answer(path, std::move(answer));
        const Result<QString> fetched = fetch();
        REQUIRE_FALSE(fetched.has_value());
        CHECK(QDir(settings.cacheFolder).isEmpty());
        return fetched.error().code;
    }
};

QByteArray asked(const HttpServer& server)
{
    REQUIRE(server.count() > 0);
    return QByteArray::fromPercentEncoding(server.requests().back().body);
}

} // namespace

TEST_CASE("how much lies in an area is asked before it is fetched")
{
    Asking asking;
    asking.server.answer(path, {.body = count, .type = "application/json"});
    const auto size = workspace::askOverpassSize(asking.client, asking.settings, extent);
    REQUIRE(size.has_value());
    CHECK(size->nodes == 12000);
    CHECK(size->ways == 2000);
    CHECK(size->relations == 30);
    CHECK(size->bytes > 1'000'000);
    CHECK(asking.server.count() == 1);
    CHECK(asked(asking.server).contains("out count;"));
    CHECK(asking.server.requests().back().headers.value("user-agent").contains("karta@example.org"));
}

TEST_CASE("an area is fetched in one request and kept for the day, and becomes a map")
{
    Asking asking;
    asking.server.answer(path, {.body = town, .type = "application/osm3s+xml"});
    const auto first = asking.fetch();
    REQUIRE(first.has_value());
    const auto second = asking.fetch();
    REQUIRE(second.has_value());
    CHECK(*first == *second);
    CHECK(asking.server.count() == 1);
    CHECK(asked(asking.server).startsWith("data=[out:xml]"));
    CHECK(asked(asking.server).endsWith("out body;"));

    exchange::OsmMapRequest request;
    request.osm = *first;
    request.target = asking.folder.filePath(QStringLiteral("karta.gpkg"));
    const auto built = workspace::buildBasemap(request);
    REQUIRE(built.has_value());
    CHECK(built->of(exchange::MapTheme::Road).written == 1);
}

TEST_CASE("what is no map is said, and nothing of it is kept")
{
    Asking asking;
    CHECK(asking.failure({.status = 429, .body = "rate_limited"}) == ErrorCode::ServerRefused);
    CHECK(asking.server.count() == 1); // not asked again by itself
    CHECK(asking.failure({.status = 504, .body = "<html>Gateway Timeout</html>", .type = "text/html"}) == ErrorCode::ServerRefused);
    CHECK(asking.failure({.body = "<html><osm></html>", .type = "text/html"}) == ErrorCode::AnswerNotUnderstood);
    CHECK(asking.failure({.body = "{}", .type = "application/json"}) == ErrorCode::AnswerNotUnderstood);
    CHECK(asking.failure({.body = town.left(300)}) == ErrorCode::AnswerNotUnderstood);
    CHECK(asking.failure({.body = town, .breakOffAfter = 300}) == ErrorCode::NetworkFailed);
    CHECK(asking.failure({.close = true}) == ErrorCode::NetworkFailed);
    const auto withRemark = [](const char* words) {
        QByteArray body = town;
        return body.replace("</osm>", QByteArray("<remark> runtime error: ") + words + " </remark>\n</osm>");
    };
    CHECK(asking.failure({.body = withRemark("Query timed out in \"query\" at line 1 after 25 seconds.")}) == ErrorCode::TimedOut);
    CHECK(asking.failure({.body = withRemark("Query run out of memory using about 64 MB of RAM.")}) == ErrorCode::AnswerTooLarge);
    CHECK(asking.failure({.body = withRemark("open64: 2 No such file")}) == ErrorCode::ServerRefused);
    asking.settings.mostBytes = 100;
    CHECK(asking.failure({.body = town}) == ErrorCode::AnswerTooLarge);

    asking.server.answer(path, {.body = "<html>busy</html>", .type = "text/html"});
    const auto size = workspace::askOverpassSize(asking.client, asking.settings, extent);
    REQUIRE_FALSE(size.has_value());
    CHECK(size.error().code == ErrorCode::AnswerNotUnderstood);
}

TEST_CASE("too large an area is refused before anything is asked")
{
    Asking asking;
    const exchange::MapExtent county{280000.0, 6380000.0, 380000.0, 6480000.0};
    CHECK(workspace::askOverpassSize(asking.client, asking.settings, county).error().code == ErrorCode::ValueOutOfRange);
    CHECK(workspace::fetchOverpass(asking.client, asking.settings, county, today).error().code == ErrorCode::ValueOutOfRange);
    CHECK(asking.server.count() == 0);
}

TEST_CASE("a server that never answers is left when one cancels")
{
    Asking asking;
    asking.server.answer(path, {.hang = true});
    std::stop_source stop;
    std::jthread user([&] {
        asking.server.waitFor(1);
        stop.request_stop();
    });
    const auto fetched = asking.fetch(stop.get_token());
    REQUIRE_FALSE(fetched.has_value());
    CHECK(fetched.error().code == ErrorCode::Cancelled);
}

TEST_CASE("only the newest answers are kept")
{
    Asking asking;
    asking.server.answer(path, {.body = town});
    for (int day = 0; day < 8; ++day)
        REQUIRE(workspace::fetchOverpass(asking.client, asking.settings, extent, today.addDays(day)).has_value());
    CHECK(QDir(asking.settings.cacheFolder).entryList(QDir::Files).size() == 5);
}
