#include "core/local_time.h"
#include "support/catch.h"

#include <QTimeZone>
#include <chrono>
#include <random>

using namespace hk;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
}

constexpr std::int64_t end2100 = 4133980800;

/// The rule of the European Union from 1996 on: summer time from the last Sunday of March to that of October,
/// 01:00 UTC.
std::int64_t lastSundayAtOne(int year, int month)
{
    using namespace std::chrono;
    const sys_days day =
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / Sunday[last];
    return duration_cast<seconds>((day + hours(1)).time_since_epoch()).count();
}

void checkAgainstZone(LocalClock& clock, std::int64_t seconds)
{
    const QDateTime local =
        QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
            .toOffsetFromUtc(stockholm().offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)));
    const LocalClock::Civil civil = clock.at(seconds);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const bool same = civil.date == local.date().toJulianDay() - 2440588 && civil.minuteOfDay == minute &&
                      civil.minuteOfWeek == (local.date().dayOfWeek() - 1) * 1440 + minute;
    if (!same)
        FAIL("at " << local.toString(Qt::ISODate));
}

} // namespace

TEST_CASE("winter time is one hour and summer time two hours ahead of UTC")
{
    CHECK(fromLocal({2024, 1, 15}, {12, 0})->utc == utc(2024, 1, 15, 11));
    CHECK(fromLocal({2024, 7, 15}, {12, 0})->utc == utc(2024, 7, 15, 10));
    CHECK(fromLocal({2024, 7, 15}, {12, 0})->utc.timeSpec() == Qt::UTC);
}

TEST_CASE("times of the lost hour of March do not exist")
{
    for (const QTime time : {QTime(2, 0), QTime(2, 30), QTime(2, 59, 59, 999)}) {
        const auto result = fromLocal({2024, 3, 31}, time);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::TimeDoesNotExist);
    }
    CHECK(fromLocal({2024, 3, 31}, {2, 30}).error().arguments ==
          QStringList{QStringLiteral("2024-03-31 02:30")});
}

TEST_CASE("the minute before and after the lost hour follow on each other in UTC")
{
    CHECK(fromLocal({2024, 3, 31}, {1, 59})->utc == utc(2024, 3, 31, 0, 59));
    CHECK(fromLocal({2024, 3, 31}, {3, 0})->utc == utc(2024, 3, 31, 1, 0));
    CHECK_FALSE(fromLocal({2024, 3, 31}, {3, 0})->ambiguous);
}

TEST_CASE("of the doubled hour of October the first is taken and flagged")
{
    CHECK(fromLocal({2024, 10, 27}, {2, 0})->utc == utc(2024, 10, 27, 0, 0));
    CHECK(fromLocal({2024, 10, 27}, {2, 30})->utc == utc(2024, 10, 27, 0, 30));
    CHECK(fromLocal({2024, 10, 27}, {2, 30})->ambiguous);
    CHECK_FALSE(fromLocal({2024, 10, 27}, {1, 59})->ambiguous);
    CHECK_FALSE(fromLocal({2024, 10, 27}, {3, 0})->ambiguous);
    CHECK(fromLocal({2024, 10, 27}, {3, 0})->utc == utc(2024, 10, 27, 2, 0));
}

TEST_CASE("a local time comes back from its UTC in every half-hour of six years")
{
    LocalClock clock;
    for (QDate day(2022, 1, 1); day < QDate(2028, 1, 1); day = day.addDays(1)) {
        for (int minute = 0; minute < 1440; minute += 30) {
            const auto result = fromLocal(day, QTime::fromMSecsSinceStartOfDay(minute * 60'000));
            if (!result) {
                CHECK(((day.month() == 3) && (day.dayOfWeek() == 7) && (minute == 120 || minute == 150)));
                continue;
            }
            const LocalClock::Civil civil = clock.at(result->utc.toSecsSinceEpoch());
            if (civil.minuteOfDay != minute || civil.date != day.toJulianDay() - 2440588)
                FAIL(day.toString(Qt::ISODate) << " minute " << minute);
        }
    }
}

TEST_CASE("an invalid date or time is not understood")
{
    CHECK(fromLocal({}, {12, 0}).error().code == ErrorCode::ValueNotUnderstood);
    CHECK(fromLocal({2024, 1, 1}, {}).error().code == ErrorCode::ValueNotUnderstood);
}

TEST_CASE("the clock counts days from 1970 and minutes from Monday")
{
    LocalClock clock;
    const LocalClock::Civil epoch = clock.at(0); // Thursday 01:00 in Sweden
    CHECK(epoch.date == 0);
    CHECK(epoch.minuteOfDay == 60);
    CHECK(epoch.minuteOfWeek == 3 * 1440 + 60);
    const LocalClock::Civil monday = clock.at(utc(2024, 7, 14, 22).toSecsSinceEpoch());
    CHECK(monday.minuteOfWeek == 0);
    const LocalClock::Civil before1970 = clock.at(-7200);
    CHECK(before1970.date == -1);
    CHECK(before1970.minuteOfDay == 23 * 60);
    CHECK(before1970.minuteOfWeek == 2 * 1440 + 23 * 60);
}

TEST_CASE("the clock agrees with the zone at random instants of 1970–2100")
{
    std::mt19937_64 random(20240301);
    std::uniform_int_distribution<std::int64_t> instant(0, end2100 - 1);
    LocalClock clock;
    for (int i = 0; i < 50'000; ++i)
        checkAgainstZone(clock, instant(random));
}

TEST_CASE("the clock agrees with the zone around every change of the clock from 1980 to 2100")
{
    LocalClock clock;
    for (int year = 1980; year <= 2100; ++year)
        for (const int month : {3, 9, 10})
            for (const std::int64_t around : {-7201, -3601, -3600, -1, 0, 1, 3599, 3600, 7200})
                checkAgainstZone(clock, lastSundayAtOne(year, month) + around);
}

TEST_CASE("the clock follows the rule of the European Union to 2100")
{
    LocalClock clock;
    for (int year = 1996; year <= 2100; ++year) {
        CAPTURE(year);
        const std::int64_t spring = lastSundayAtOne(year, 3);
        const std::int64_t autumn = lastSundayAtOne(year, 10);
        CHECK(clock.at(spring - 1).minuteOfDay == 119);
        CHECK(clock.at(spring).minuteOfDay == 180);
        CHECK(clock.at(autumn - 1).minuteOfDay == 179);
        CHECK(clock.at(autumn).minuteOfDay == 120);
    }
}

TEST_CASE("Sweden had no summer time in the seventies and its first in April 1980")
{
    LocalClock clock;
    CHECK(clock.at(utc(1975, 7, 1, 12).toSecsSinceEpoch()).minuteOfDay == 13 * 60);
    CHECK(clock.at(utc(1980, 4, 6, 0, 59).toSecsSinceEpoch()).minuteOfDay == 119);
    CHECK(clock.at(utc(1980, 4, 6, 1, 0).toSecsSinceEpoch()).minuteOfDay == 180);
}

TEST_CASE("the clock is right outside the years it knows by heart")
{
    LocalClock clock;
    CHECK(clock.at(utc(1960, 7, 1, 12).toSecsSinceEpoch()).minuteOfDay == 13 * 60);
    checkAgainstZone(clock, end2100 + 86400 * 180);
}
