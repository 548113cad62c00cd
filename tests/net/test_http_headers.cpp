#include "net/http_headers.h"
#include "net/http_client.h"
#include "support/catch.h"

#include <random>

using namespace hk;
using namespace std::chrono_literals;

namespace {

const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);

qint64 freshFor(const net::CacheHeaders& headers)
{
    const net::CacheVerdict verdict = net::cacheVerdict(headers, now);
    return verdict.expires.isValid() ? now.secsTo(verdict.expires) : -1;
}

} // namespace

TEST_CASE("dates are read in the three forms of HTTP")
{
    const QDateTime moment(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    CHECK(net::httpDate("Sun, 06 Nov 1994 08:49:37 GMT") == moment);
    CHECK(net::httpDate("Sunday, 06-Nov-94 08:49:37 GMT") == moment);
    CHECK(net::httpDate("Sun Nov  6 08:49:37 1994") == moment);
    CHECK(net::httpDate(net::asHttpDate(now)) == now);
    // an hour that clocks in Sweden leave out
    const QDateTime lost(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
    CHECK(net::httpDate("Sun, 29 Mar 2026 02:30:00 GMT") == lost);
    for (const char* wrong : {"", "0", "-1", "yesterday", "Sun, 31 Feb 2026 00:00:00 GMT", "Sun, 06 Nov 1994 25:00:00 GMT"})
        CHECK_FALSE(net::httpDate(wrong).isValid());
}

TEST_CASE("how long an answer is good is read from max-age before Expires")
{
    CHECK(freshFor({}) == -1);
    CHECK(freshFor({.cacheControl = "max-age=600"}) == 600);
    CHECK(freshFor({.cacheControl = "public, MAX-AGE = \"600\""}) == 600);
    CHECK(freshFor({.cacheControl = "max-age=600", .age = "100"}) == 500);
    CHECK(freshFor({.cacheControl = "max-age=600", .age = "1000"}) == 0);
    CHECK(freshFor({.cacheControl = "max-age=600", .expires = "Thu, 26 Nov 2026 12:00:10 GMT"}) == 600);
    CHECK(freshFor({.expires = "Thu, 26 Nov 2026 13:00:00 GMT"}) == 3600);
    // by the server's own clock, which may be wrong
    CHECK(freshFor({.expires = "Thu, 26 Nov 2020 13:00:00 GMT", .date = "Thu, 26 Nov 2020 12:00:00 GMT"}) == 3600);
    CHECK(freshFor({.expires = "0"}) == 0);
    CHECK(freshFor({.cacheControl = "max-age=99999999999999999999999"}) == 10LL * 365 * 24 * 3600);
    CHECK(freshFor({.cacheControl = "max-age=-5"}) == -1);
    CHECK(freshFor({.cacheControl = "no-cache, max-age=600"}) == 0);
    CHECK(freshFor({.cacheControl = "private=\"a, max-age=5\", max-age=7"}) == 7);
    CHECK_FALSE(net::cacheVerdict({.cacheControl = "no-store"}, now).mayBeStored);
    CHECK(net::cacheVerdict({.cacheControl = "no-stores"}, now).mayBeStored);
}

TEST_CASE("patience is asked for in seconds or by a date")
{
    CHECK(net::retryAfter("120", now) == 120s);
    CHECK(net::retryAfter("Thu, 26 Nov 2026 12:00:30 GMT", now) == 30s);
    CHECK(net::retryAfter("Thu, 26 Nov 2020 12:00:30 GMT", now) == 0s);
    CHECK_FALSE(net::retryAfter("soon", now).has_value());
    CHECK_FALSE(net::retryAfter("", now).has_value());
    CHECK_FALSE(net::retryAfter("-3", now).has_value());
}

TEST_CASE("the type of a content is without its parameters")
{
    CHECK(net::mediaType("Image/PNG; q=1") == "image/png");
    CHECK(net::mediaType("") == "");
    CHECK(net::mediaType(";") == "");
}

TEST_CASE("no header, however wrong, makes an answer good for longer than ten years or for less than no time")
{
    std::mt19937 random(20261126);
    const QList<QByteArray> pieces{"max-age", "=", ",", "\"", "no-cache", "no-store", "600", "-1", "99999999999999999999",
                                   "Thu, 26 Nov 2026 13:00:00 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", " ", "\t", QByteArray(1, '\0'),
                                   "\xff\xfe", ";", "Feb", "31", ":", "GMT", QByteArray(300, 'x')};
    const auto made = [&] {
        QByteArray text;
        for (std::size_t left = random() % 9; left > 0; --left)
            text += pieces[static_cast<qsizetype>(random() % static_cast<std::size_t>(pieces.size()))];
        for (std::size_t left = random() % 3; left > 0 && !text.isEmpty(); --left)
            text[static_cast<qsizetype>(random() % static_cast<std::size_t>(text.size()))] = static_cast<char>(random());
        return text;
    };
    for (int i = 0; i < 20'000; ++i) {
        const net::CacheHeaders headers{made(), made(), made(), made()};
        const qint64 fresh = freshFor(headers);
        if (fresh < -1 || fresh > 10LL * 365 * 24 * 3600)
            FAIL("fresh for " << fresh << " s: " << headers.cacheControl.toStdString());
        const auto wait = net::retryAfter(headers.expires, now);
        if (wait && *wait < 0s)
            FAIL("a wait of less than no time");
        net::mediaType(headers.cacheControl);
    }
    SUCCEED();
}

TEST_CASE("the name a program gives itself holds header characters alone")
{
    CHECK(net::HttpClient::userAgent(QStringLiteral("a\r\nX: y (b)")).count('\n') == 0);
    CHECK(net::hostOf(QUrl(QStringLiteral("https://Karta.Example.org/x"))) == QStringLiteral("karta.example.org"));
    CHECK(net::hostOf(QUrl(QStringLiteral("http://127.0.0.1:8080/x"))) == QStringLiteral("127.0.0.1:8080"));
}
