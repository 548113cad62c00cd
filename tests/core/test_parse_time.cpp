#include "core/local_time.h"
#include "support/catch.h"

#include <chrono>

using namespace hk;

namespace {

QString utcOf(const char* text)
{
    const auto result = parseTime(QString::fromUtf8(text));
    return result ? result->utc.toString(Qt::ISODateWithMs) : codeName(result.error().code);
}

} // namespace

TEST_CASE("a text without a zone is Swedish local time")
{
    CHECK(utcOf("2024-03-01 14:05") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-03-01T14:05") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-07-01 14:05:09") == QStringLiteral("2024-07-01T12:05:09.000Z"));
    CHECK(utcOf("2024-07-01T14:05:09.5") == QStringLiteral("2024-07-01T12:05:09.500Z"));
    CHECK(utcOf("2024-07-01T14:05:09,123456") == QStringLiteral("2024-07-01T12:05:09.123Z"));
}

TEST_CASE("a date alone is that day at midnight, local time")
{
    CHECK(utcOf("2024-03-01") == QStringLiteral("2024-02-29T23:00:00.000Z"));
    CHECK(utcOf("2024-07-01") == QStringLiteral("2024-06-30T22:00:00.000Z"));
}

TEST_CASE("a zone is followed")
{
    CHECK(utcOf("2024-03-01T14:05:00Z") == QStringLiteral("2024-03-01T14:05:00.000Z"));
    CHECK(utcOf("2024-03-01T14:05:00+01:00") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-03-01 14:05 +0100") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-03-01 14:05:00+01") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-03-01T01:05:00-05:30") == QStringLiteral("2024-03-01T06:35:00.000Z"));
}

TEST_CASE("a zoned time in the doubled hour is not ambiguous")
{
    const auto second = parseTime(QStringLiteral("2024-10-27T02:30:00+01:00"));
    REQUIRE(second);
    CHECK_FALSE(second->ambiguous);
    CHECK(second->utc.toString(Qt::ISODate) == QStringLiteral("2024-10-27T01:30:00Z"));
    const auto local = parseTime(QStringLiteral("2024-10-27 02:30"));
    REQUIRE(local);
    CHECK(local->ambiguous);
    CHECK(local->utc.toString(Qt::ISODate) == QStringLiteral("2024-10-27T00:30:00Z"));
}

TEST_CASE("the hour may lack its zero, as in the notices of the police")
{
    CHECK(utcOf("2018-04-13 9:58:49 +02:00") == QStringLiteral("2018-04-13T07:58:49.000Z"));
    CHECK(utcOf("2018-04-13 9:58") == QStringLiteral("2018-04-13T07:58:00.000Z"));
}

TEST_CASE("slashes, full stops and outer spaces of other programs are read")
{
    CHECK(utcOf("2024/03/01 14:05:00") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("2024-03-01 14.05") == QStringLiteral("2024-03-01T13:05:00.000Z"));
    CHECK(utcOf("  2024-03-01  14:05 ") == QStringLiteral("2024-03-01T13:05:00.000Z"));
}

TEST_CASE("the lost hour of March is refused with the text")
{
    const auto result = parseTime(QStringLiteral("2024-03-31 02:30"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::TimeDoesNotExist);
    CHECK(result.error().arguments == QStringList{QStringLiteral("2024-03-31 02:30")});
}

TEST_CASE("what is no time is not understood")
{
    for (const char* text : {"",
                             " ",
                             "in May",
                             "24-03-01 14:05",
                             "2024-13-01",
                             "2024-02-30",
                             "2023-02-29 10:00",
                             "2024-00-10",
                             "2024-01-00",
                             "2024-03-01 24:00",
                             "2024-03-01 14:60",
                             "2024-03-01 14:05:60",
                             "2024-03-01 14",
                             "2024-03-01 14:5",
                             "2024-03-01T14:05:00+1",
                             "2024-03-01T14:05:00+15:00",
                             "2024-03-01 14:05 CET",
                             "2024-03-01 14:05 tomorrow",
                             "2024-03-01x",
                             "2024-03/01",
                             "01/03/2024",
                             "2024-03-01 14:05:",
                             "2024-03-01 14:05:00.",
                             "20240301",
                             "2024-03-01 -1:00"}) {
        CAPTURE(text);
        CHECK(utcOf(text) == QStringLiteral("value-not-understood"));
    }
}

TEST_CASE("an error holds the text that was not understood")
{
    CHECK(parseTime(QStringLiteral("in May")).error().arguments == QStringList{QStringLiteral("in May")});
}

TEST_CASE("a hundred thousand times are read in a blink")
{
    QStringList texts;
    for (int i = 0; i < 1000; ++i)
        texts.append(QDateTime(QDate(2018, 1, 1).addDays(i), QTime(4, i % 60), Qt::UTC)
                         .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    const auto start = std::chrono::steady_clock::now();
    qint64 sum = 0;
    for (int round = 0; round < 100; ++round)
        for (const QString& text : std::as_const(texts))
            sum += parseTime(text)->utc.toMSecsSinceEpoch() % 2;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(sum == 0);
    INFO("100 000 times in " << seconds.count() << " s");
    CHECK(seconds.count() < 2.0); // 0.03 s alone on a core; wide enough for a sanitizer on a busy machine
}
