#include "net/http_client.h"
#include "support/catch.h"
#include "support/http_server.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <atomic>
#include <future>
#include <thread>

using namespace hk;
using namespace std::chrono_literals;
using net::HttpClient;
using net::HttpRequest;
using test::HttpServer;

namespace {

const QString tile = QStringLiteral("/tile");

/// As the program uses it, but not so patient.
struct Asking {
    HttpClient client{QStringLiteral("karta@example.org"), 2, 5ms};
    HttpServer server;

    Result<net::HttpResponse> get(const QString& path, HttpRequest request = {.url = {}})
    {
        request.url = server.url(path);
        return client.fetch(request);
    }
};

ErrorCode codeOf(const Result<net::HttpResponse>& result)
{
    REQUIRE_FALSE(result.has_value());
    return result.error().code;
}

QByteArray header(const HttpServer& server, std::size_t request, const QByteArray& name)
{
    const auto requests = server.requests();
    return request < requests.size() ? requests[request].headers.value(name) : QByteArray("no such request");
}

/// A port at which nobody listens.
quint16 freePort()
{
    QTcpServer server;
    REQUIRE(server.listen(QHostAddress::LocalHost, 0));
    return server.serverPort();
}

} // namespace

TEST_CASE("an answer comes with its type, its tag and how long it is good")
{
    Asking asking;
    asking.server.answer(tile, {.body = "picture",
                                .type = "Image/PNG; charset=x",
                                .headers = {{"ETag", "\"a1\""},
                                            {"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                            {"Cache-Control", "public, max-age=600"}}});
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const auto answer = asking.get(tile);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == "picture");
    CHECK(answer->contentType == "image/png");
    CHECK(answer->etag == "\"a1\"");
    CHECK(answer->lastModified == QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    CHECK(before.secsTo(answer->expires) >= 599);
    CHECK(before.secsTo(answer->expires) <= 610);
}

TEST_CASE("a server is told who asks, and gets no cookies back")
{
    Asking asking;
    asking.server.answer(tile, {.body = "x", .headers = {{"Set-Cookie", "who=me"}}});
    REQUIRE(asking.get(tile, {.url = {}, .accept = "image/*"}));
    REQUIRE(asking.get(tile));
    CHECK(header(asking.server, 0, "user-agent").startsWith("Handelsekartan/"));
    CHECK(header(asking.server, 0, "user-agent").endsWith(" (karta@example.org)"));
    CHECK(header(asking.server, 0, "accept") == "image/*");
    CHECK(header(asking.server, 1, "cookie").isEmpty());
    asking.client.setContact(QStringLiteral("annan@example.org"));
    REQUIRE(asking.get(tile));
    CHECK(header(asking.server, 2, "user-agent").endsWith(" (annan@example.org)"));
}

TEST_CASE("a body is sent as a form")
{
    Asking asking;
    asking.server.answer(tile, {.body = "x"});
    REQUIRE(asking.get(tile, {.url = {}, .body = "data=node%281%29"}));
    const auto requests = asking.server.requests();
    CHECK(requests.at(0).method == "POST");
    CHECK(requests.at(0).body == "data=node%281%29");
    CHECK(requests.at(0).headers.value("content-type") == "application/x-www-form-urlencoded");
}

TEST_CASE("what one has is asked for by its tag, and a server that has nothing newer sends nothing")
{
    Asking asking;
    asking.server.answer(tile, {.status = 304, .headers = {{"Cache-Control", "max-age=60"}}});
    const auto answer = asking.get(tile, {.url = {}, .etag = "\"a1\"", .modifiedSince = QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC)});
    REQUIRE(answer);
    CHECK(answer->notModified);
    CHECK(answer->expires.isValid());
    CHECK(header(asking.server, 0, "if-none-match") == "\"a1\"");
    CHECK(header(asking.server, 0, "if-modified-since") == "Sun, 29 Mar 2026 02:30:00 GMT");
    CHECK(codeOf(asking.get(tile)) == ErrorCode::AnswerNotUnderstood); // nobody had asked whether it is newer
}

TEST_CASE("each refusal has its own name and says which server it was")
{
    Asking asking;
    const auto [status, code] = GENERATE(table<int, ErrorCode>({{401, ErrorCode::AccessDenied},
                                                                {403, ErrorCode::AccessDenied},
                                                                {404, ErrorCode::AddressNotFound},
                                                                {410, ErrorCode::AddressNotFound},
                                                                {400, ErrorCode::ServerRefused},
                                                                {429, ErrorCode::ServerRefused},
                                                                {500, ErrorCode::ServerRefused},
                                                                {503, ErrorCode::ServerRefused},
                                                                {206 + 100, ErrorCode::AnswerNotUnderstood}}));
    asking.server.answer(tile, {.status = status, .body = "<html>no</html>", .type = "text/html"});
    const auto answer = asking.get(tile, {.url = {}, .retries = 0});
    CAPTURE(status);
    CHECK(codeOf(answer) == code);
    CHECK(answer.error().arguments.value(0) == asking.server.host());
    CHECK_FALSE(answer.error().detail.contains(QStringLiteral("/tile")));
}

TEST_CASE("a server that is busy for a moment is asked again")
{
    Asking asking;
    asking.server.answers(tile, {{.status = 503}, {.status = 429, .headers = {{"Retry-After", "0"}}}, {.body = "there"}});
    const auto answer = asking.get(tile);
    REQUIRE(answer);
    CHECK(answer->body == "there");
    CHECK(asking.server.count() == 3);

    asking.server.answer(tile, {.status = 500});
    CHECK(codeOf(asking.get(tile)) == ErrorCode::ServerRefused);
    CHECK(asking.server.count() == 3 + 3);
}

TEST_CASE("what will not pass is not asked for again")
{
    Asking asking;
    asking.server.answer(tile, {.status = 404});
    CHECK(codeOf(asking.get(tile)) == ErrorCode::AddressNotFound);
    CHECK(asking.server.count() == 1);
    // a wait longer than anyone at a map has patience for is said at once
    asking.server.answer(tile, {.status = 503, .headers = {{"Retry-After", "3600"}}});
    CHECK(codeOf(asking.get(tile)) == ErrorCode::ServerRefused);
    CHECK(asking.server.count() == 2);
}

TEST_CASE("a server that asks for patience gets no other question meanwhile")
{
    Asking asking;
    asking.server.answers(tile, {{.status = 429, .headers = {{"Retry-After", "1"}}}, {.body = "there"}});
    asking.server.answer(QStringLiteral("/other"), {.body = "other"});
    auto first = std::async(std::launch::async, [&] { return asking.get(tile); });
    REQUIRE(asking.server.waitFor(1));
    // the refusal is on its way: the one asked for now may slip in before it, so ask until one has to wait
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 900)
        REQUIRE(asking.get(QStringLiteral("/other")));
    REQUIRE(first.get());
    CHECK(asking.server.count(QStringLiteral("/other")) < 50);
}

TEST_CASE("no connection is an error of the network, after some tries")
{
    HttpClient client(QString(), 2, 5ms);
    const auto answer = client.fetch({.url = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(freePort()))});
    CHECK(codeOf(answer) == ErrorCode::NetworkFailed);
    CHECK(answer.error().arguments.value(0).startsWith(QStringLiteral("127.0.0.1:")));
}

TEST_CASE("a connection that ends without a word or within the body is an error of the network")
{
    Asking asking;
    asking.server.answer(tile, {.close = true});
    CHECK(codeOf(asking.get(tile, {.url = {}, .retries = 0})) == ErrorCode::NetworkFailed);
    asking.server.answer(tile, {.body = QByteArray(5000, 'x'), .breakOffAfter = 4000});
    CHECK(codeOf(asking.get(tile, {.url = {}, .retries = 0})) == ErrorCode::NetworkFailed);
}

TEST_CASE("garbage instead of HTTP is an error, not an answer")
{
    Asking asking;
    asking.server.answer(tile, {.raw = QByteArray("\x00\xff\xfe nonsense\r\n\r\n\x01\x02", 20)});
    CHECK_FALSE(asking.get(tile, {.url = {}, .retries = 0}).has_value());
}

TEST_CASE("a server that hangs is given up after the time set")
{
    Asking asking;
    asking.server.answer(tile, {.hang = true});
    QElapsedTimer clock;
    clock.start();
    CHECK(codeOf(asking.get(tile, {.url = {}, .timeout = 100ms})) == ErrorCode::TimedOut);
    CHECK(clock.elapsed() < 2000);
}

TEST_CASE("a slow answer is waited for while bytes come, but not for ever")
{
    Asking asking;
    asking.server.answer(tile, {.body = QByteArray(400, 'x'), .dripBytes = 20, .dripEvery = 10ms});
    const auto answer = asking.get(tile, {.url = {}, .timeout = 100ms});
    REQUIRE(answer);
    CHECK(answer->body.size() == 400);
    asking.server.answer(tile, {.body = QByteArray(400, 'x'), .dripBytes = 1, .dripEvery = 90ms});
    CHECK(codeOf(asking.get(tile, {.url = {}, .timeout = 200ms})) == ErrorCode::TimedOut);
}

TEST_CASE("a request that hangs ends at once when nobody wants it any more, and frees its place")
{
    Asking asking;
    asking.server.answer(tile, {.hang = true});
    asking.server.answer(QStringLiteral("/other"), {.body = "other"});
    std::stop_source stop;
    std::vector<std::future<Result<net::HttpResponse>>> hanging;
    for (int i = 0; i < HttpClient::perHost; ++i)
        hanging.push_back(std::async(std::launch::async, [&] {
            return asking.client.fetch({.url = asking.server.url(tile)}, stop.get_token());
        }));
    REQUIRE(asking.server.waitFor(HttpClient::perHost));
    QElapsedTimer clock;
    clock.start();
    stop.request_stop();
    for (auto& each : hanging)
        CHECK(codeOf(each.get()) == ErrorCode::Cancelled);
    CHECK(clock.elapsed() < 200);
    CHECK(asking.get(QStringLiteral("/other")).has_value());
}

TEST_CASE("one who waits in the queue can be cancelled, too, and is never sent")
{
    Asking asking;
    asking.server.answer(tile, {.hang = true});
    std::stop_source stopHanging;
    std::vector<std::future<Result<net::HttpResponse>>> hanging;
    for (int i = 0; i < HttpClient::perHost; ++i)
        hanging.push_back(std::async(std::launch::async, [&] {
            return asking.client.fetch({.url = asking.server.url(tile)}, stopHanging.get_token());
        }));
    REQUIRE(asking.server.waitFor(HttpClient::perHost));
    std::stop_source stop;
    auto queued = std::async(std::launch::async, [&] {
        return asking.client.fetch({.url = asking.server.url(QStringLiteral("/queued"))}, stop.get_token());
    });
    stop.request_stop();
    CHECK(codeOf(queued.get()) == ErrorCode::Cancelled);
    stopHanging.request_stop();
    for (auto& each : hanging)
        CHECK(codeOf(each.get()) == ErrorCode::Cancelled);
    CHECK_FALSE(asking.get(QStringLiteral("/after")).has_value()); // comes after anything that was queued
    CHECK(asking.server.count(QStringLiteral("/queued")) == 0);
}

TEST_CASE("no more than two requests run at a time to one host, and all are answered")
{
    Asking asking;
    asking.server.answer(tile, {.body = "x", .delay = 5ms});
    std::vector<std::thread> threads;
    std::atomic<int> answered = 0;
    for (int i = 0; i < 12; ++i)
        threads.emplace_back([&] { answered += asking.get(tile).has_value() ? 1 : 0; });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(answered == 12);
    CHECK(asking.server.count() == 12);
    CHECK(asking.server.mostAtOnce() == 2);
}

TEST_CASE("an answer larger than asked for is not read to its end")
{
    Asking asking;
    asking.server.answer(tile, {.body = QByteArray(100'000, 'x')});
    const auto answer = asking.get(tile, {.url = {}, .mostBytes = 10'000});
    CHECK(codeOf(answer) == ErrorCode::AnswerTooLarge);
    CHECK(answer.error().arguments == QStringList{asking.server.host(), QStringLiteral("10000")});
    CHECK(asking.get(tile, {.url = {}, .mostBytes = 100'000}).has_value());
}

TEST_CASE("progress is told while the answer comes")
{
    Asking asking;
    asking.server.answer(tile, {.body = QByteArray(300, 'x'), .dripBytes = 100, .dripEvery = 5ms});
    std::vector<qint64> told;
    qint64 whole = 0;
    REQUIRE(asking.client.fetch({.url = asking.server.url(tile)}, {}, [&](qint64 received, qint64 total) {
        told.push_back(received);
        whole = total;
    }));
    REQUIRE_FALSE(told.empty());
    CHECK(told.back() == 300);
    CHECK(whole == 300);
}

TEST_CASE("redirects are followed, but not in circles and not away from the web")
{
    Asking asking;
    asking.server.answer(QStringLiteral("/old"), HttpServer::redirect(QStringLiteral("/tile")));
    asking.server.answer(tile, {.body = "there"});
    const auto answer = asking.get(QStringLiteral("/old"));
    REQUIRE(answer);
    CHECK(answer->body == "there");

    asking.server.answer(QStringLiteral("/round"), HttpServer::redirect(QStringLiteral("/round")));
    CHECK(codeOf(asking.get(QStringLiteral("/round"))) == ErrorCode::AnswerNotUnderstood);
    CHECK(asking.server.count(QStringLiteral("/round")) == 6);
    for (const char* target : {"file:///etc/passwd", "ftp://127.0.0.1/", "http:///", ""}) {
        asking.server.answer(QStringLiteral("/away"), HttpServer::redirect(QString::fromLatin1(target)));
        CHECK(codeOf(asking.get(QStringLiteral("/away"))) == ErrorCode::AnswerNotUnderstood);
    }
}

TEST_CASE("name and password go to the server they are for and to no other")
{
    Asking asking;
    HttpServer other;
    other.answer(QStringLiteral("/there"), {.body = "there"});
    asking.server.answer(QStringLiteral("/here"), HttpServer::redirect(tile));
    asking.server.answer(tile, HttpServer::redirect(other.url(QStringLiteral("/there")).toString()));
    HttpRequest request{.url = asking.server.url(QStringLiteral("/here")),
                        .credentials = net::Credentials{QStringLiteral("kommun"), QStringLiteral("hemligt ä")}};
    REQUIRE(asking.client.fetch(request));
    const QByteArray basic = "Basic " + QStringLiteral("kommun:hemligt ä").toUtf8().toBase64();
    CHECK(header(asking.server, 0, "authorization") == basic);
    CHECK(header(asking.server, 1, "authorization") == basic);
    CHECK(header(other, 0, "authorization").isEmpty());
}

TEST_CASE("a password in an address is neither used nor told")
{
    Asking asking;
    asking.server.answer(tile, {.status = 401});
    QUrl url = asking.server.url(tile);
    url.setUserName(QStringLiteral("kommun"));
    url.setPassword(QStringLiteral("hemligt"));
    const auto answer = asking.client.fetch({.url = url});
    CHECK(codeOf(answer) == ErrorCode::AccessDenied);
    CHECK(header(asking.server, 0, "authorization").isEmpty());
    CHECK_FALSE((answer.error().arguments.join(u' ') + answer.error().detail).contains(QStringLiteral("hemligt")));
}

TEST_CASE("a server with a certificate that nobody vouches for gets no request")
{
    HttpServer server(HttpServer::Security::WrongCertificate);
    if (!server.isReady()) {
        WARN("skipped: no openssl here to make a certificate with");
        return;
    }
    server.answer(tile, {.body = "x"});
    HttpClient client(QString(), 2, 5ms);
    const auto answer = client.fetch({.url = server.url(tile), .credentials = net::Credentials{QStringLiteral("a"), QStringLiteral("b")}});
    CHECK(codeOf(answer) == ErrorCode::CertificateWrong);
    CHECK(answer.error().arguments.value(0) == server.host());
    CHECK(server.count() == 0);
}

TEST_CASE("what is no web address is said to be none")
{
    const HttpClient client{QString()};
    for (const char* address : {"", "karta", "file:///etc/passwd", "ftp://example.org/", "http://"})
        CHECK(codeOf(client.fetch({.url = QUrl(QString::fromLatin1(address))})) == ErrorCode::ValueNotUnderstood);
}

TEST_CASE("a client can go while its network has been used")
{
    HttpServer server;
    server.answer(tile, {.body = "x"});
    for (int i = 0; i < 5; ++i) {
        const HttpClient client{QString()};
        CHECK(client.fetch({.url = server.url(tile)}).has_value());
    }
}
