#include "support/catch.h"
#include "support/http_server.h"
#include "workspace/wfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::workspace;
using hk::test::HttpServer;

namespace {

const QByteArray capabilities = R"(<?xml version="1.0"?><wfs:WFS_Capabilities version="2.0.0"
 xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
 <ows:ServiceIdentification><ows:Title>Kartor</ows:Title></ows:ServiceIdentification>
 <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:Parameter name="outputFormat"><ows:AllowedValues>
 <ows:Value>text/xml</ows:Value><ows:Value>application/json</ows:Value></ows:AllowedValues></ows:Parameter></ows:Operation>
 <ows:Constraint name="ImplementsResultPaging"><ows:NoValues/><ows:DefaultValue>TRUE</ows:DefaultValue></ows:Constraint>
 </ows:OperationsMetadata>
 <wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>mk:planer</wfs:Name><wfs:Title>Detaljplaner</wfs:Title>
 <wfs:DefaultCRS>urn:ogc:def:crs:EPSG::3006</wfs:DefaultCRS></wfs:FeatureType></wfs:FeatureTypeList></wfs:WFS_Capabilities>)";

HttpServer::Answer page(int first, int count, int total)
{
    QByteArray features;
    for (int i = first; i < first + count; ++i)
        features += QByteArray(i > first ? "," : "") + R"({"type":"Feature","properties":{"nr":)" + QByteArray::number(i)
                    + R"(},"geometry":{"type":"Point","coordinates":[322057,6394282]}})";
    HttpServer::Answer answer;
    answer.type = "application/json";
    answer.body = R"({"type":"FeatureCollection","numberMatched":)" + QByteArray::number(total)
                  + R"(,"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)" + features + "]}";
    return answer;
}

WfsService service(const HttpServer& server)
{
    const auto read = readWfsCapabilities(capabilities, server.url(QStringLiteral("/wfs")));
    REQUIRE(read);
    return *read;
}

} // namespace

TEST_CASE("a service's capabilities say what it has and in which form")
{
    const auto read = readWfsCapabilities(capabilities, QUrl(QStringLiteral("https://kartor.example/wfs")));
    REQUIRE(read);
    CHECK(read->title == QStringLiteral("Kartor"));
    CHECK(read->version == QStringLiteral("2.0.0"));
    CHECK(read->pages);
    REQUIRE(read->types.size() == 1);
    CHECK(read->types[0] == WfsType{QStringLiteral("mk:planer"), QStringLiteral("Detaljplaner"), QStringLiteral("EPSG:3006"),
                                    QStringLiteral("application/json")});
    for (const auto& [written, crs] : {std::pair("urn:ogc:def:crs:EPSG::25833", "EPSG:25833"), std::pair("EPSG:25832", "EPSG:25832"),
                                       std::pair("urn:ogc:def:crs:EPSG:6.9:3006", "EPSG:3006"),
                                       std::pair("http://www.opengis.net/def/crs/EPSG/0/3006", "EPSG:3006")}) {
        const auto other = readWfsCapabilities(QByteArray(capabilities).replace("urn:ogc:def:crs:EPSG::3006", written),
                                               QUrl(QStringLiteral("https://kartor.example/wfs")));
        REQUIRE(other);
        CHECK(other->types[0].crs == QLatin1String(crs));
    }
    const auto refused = readWfsCapabilities("<ExceptionReport><Exception><ExceptionText>Nej</ExceptionText></Exception></ExceptionReport>",
                                             QUrl(QStringLiteral("https://kartor.example/wfs")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::ServerRefused);
    CHECK(refused.error().detail == QStringLiteral("Nej"));
    for (const QByteArray& garbage : {QByteArray("<html><body>Hej"), QByteArray("\0\1\2", 3), capabilities.left(300)})
        CHECK_FALSE(readWfsCapabilities(garbage, QUrl(QStringLiteral("https://kartor.example/wfs"))));
}

TEST_CASE("an address is understood whether it is a base or a whole request")
{
    CHECK(wfsAddress(QStringLiteral(" kartor.example/wfs?map=a&SERVICE=WFS&request=GetCapabilities ")).toString()
          == QStringLiteral("https://kartor.example/wfs?map=a"));
    CHECK(wfsAddress(QStringLiteral("http://a.example/ows")).toString() == QStringLiteral("http://a.example/ows"));
    CHECK(wfsAddress(QStringLiteral("https://namn:hemligt@a.example/ows")).toString() == QStringLiteral("https://a.example/ows"));
}

TEST_CASE("features come page by page until all are there, and land in one file")
{
    HttpServer server;
    server.answers(QStringLiteral("/wfs"), {page(0, 3, 7), page(3, 3, 7), page(6, 1, 7)});
    const net::HttpClient http(QStringLiteral("test@example.org"));
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("w.gpkg"));
    const WfsService asked = service(server);
    const auto done = downloadWfs({http, {}, 3}, asked, asked.types[0], target, 1000);
    REQUIRE(done);
    CHECK(done->features == 7);
    CHECK_FALSE(done->limited);
    CHECK(server.count() == 3);
    CHECK(QFileInfo(target).size() > 0);
}

TEST_CASE("a limit is kept to, and said")
{
    HttpServer server;
    server.answers(QStringLiteral("/wfs"), {page(0, 3, 100), page(3, 2, 100)});
    const net::HttpClient http(QStringLiteral("test@example.org"));
    const QTemporaryDir folder;
    const WfsService asked = service(server);
    const auto done = downloadWfs({http, {}, 3}, asked, asked.types[0], folder.filePath(QStringLiteral("w.gpkg")), 5);
    REQUIRE(done);
    CHECK(done->features == 5);
    CHECK(done->limited);
}

TEST_CASE("that there are more is said where there are, and nowhere else")
{
    const net::HttpClient http(QStringLiteral("test@example.org"));
    const QTemporaryDir folder;
    const auto limited = [&](const HttpServer::Answer& answer, qint64 limit, bool pages, qint64 mostPerAnswer) {
        HttpServer server;
        server.answers(QStringLiteral("/wfs"), {answer});
        WfsService asked = service(server);
        asked.version = QStringLiteral("1.1.0");
        asked.pages = pages;
        asked.mostPerAnswer = mostPerAnswer;
        const auto done = downloadWfs({http, {}, 50}, asked, asked.types[0], folder.filePath(QStringLiteral("w.gpkg")), limit);
        REQUIRE(done);
        return done->limited;
    };
    HttpServer::Answer silent = page(0, 5, 5);
    silent.body.replace("\"numberMatched\":5,", "");
    for (const bool pages : {true, false}) {
        CAPTURE(pages);
        CHECK_FALSE(limited(page(0, 5, 5), 5, pages, 0)); // as many as are asked for, and no more
        CHECK(limited(page(0, 5, 6), 5, pages, 0));
        CHECK_FALSE(limited(silent, 6, pages, 0));
        CHECK(limited(silent, 5, pages, 0)); // it may be
    }
    CHECK(limited(page(0, 5, 9), 100, false, 5)); // cut off by the service
    CHECK(limited(silent, 100, false, 5));
}

TEST_CASE("a service that gives the same page for ever, an exception or a page of HTML leaves the file that was there")
{
    const net::HttpClient http(QStringLiteral("test@example.org"));
    const QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("w.gpkg"));
    HttpServer::Answer html;
    html.body = "<html><body>Logga in</body></html>";
    HttpServer::Answer exception;
    exception.body = "<ows:ExceptionReport xmlns:ows=\"http://www.opengis.net/ows/1.1\"><ows:Exception><ows:ExceptionText>Nej"
                     "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>";
    for (const HttpServer::Answer& answer : {page(0, 3, 100), html, exception}) {
        HttpServer server;
        server.answer(QStringLiteral("/wfs"), answer);
        QFile before(target);
        REQUIRE(before.open(QIODevice::WriteOnly));
        before.write("before");
        before.close();
        const WfsService asked = service(server);
        CHECK_FALSE(downloadWfs({http, {}, 3}, asked, asked.types[0], target, 1000));
        CHECK(QFileInfo(target).size() == 6);
        CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
    }
}

TEST_CASE("how many there are is asked without fetching them")
{
    HttpServer server;
    HttpServer::Answer hits;
    hits.type = "text/xml";
    hits.body = R"(<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="123" numberReturned="0"/>)";
    server.answer(QStringLiteral("/wfs"), hits);
    const net::HttpClient http(QStringLiteral("test@example.org"));
    const WfsService asked = service(server);
    const auto count = countWfs({http}, asked, asked.types[0]);
    REQUIRE(count);
    CHECK(*count == 123);
    CHECK(server.requests().front().path.contains(QStringLiteral("resultType=hits")));
}
