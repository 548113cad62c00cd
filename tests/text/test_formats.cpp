#include "core/local_time.h"
#include "support/catch.h"
#include "swedish.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::test;

namespace {

QDateTime local(int year, int month, int day, int hour, int minute = 0)
{
    return fromLocal(QDate(year, month, day), QTime(hour, minute))->utc;
}

} // namespace

TEST_CASE("Swedish numbers are grouped by no-break spaces and have a decimal comma")
{
    const InSwedish language;
    CHECK(text::number(qint64{1250}) == QStringLiteral("1\u00a0250"));
    CHECK(text::number(qint64{12'500'000}) == QStringLiteral("12\u00a0500\u00a0000"));
    CHECK(text::number(12.5, 1) == QStringLiteral("12,5"));
    CHECK(text::number(1250.0, 0) == QStringLiteral("1\u00a0250"));
}

TEST_CASE("English numbers are grouped by commas and have a decimal point")
{
    const InEnglish language;
    CHECK(text::number(qint64{1250}) == QStringLiteral("1,250"));
    CHECK(text::number(12.5, 1) == QStringLiteral("12.5"));
}

TEST_CASE("a share is shown in percent as the language does")
{
    {
        const InSwedish language;
        CHECK(text::percent(0.413) == QStringLiteral("41\u00a0%"));
        CHECK(text::percent(0.125, 1) == QStringLiteral("12,5\u00a0%"));
    }
    const InEnglish language;
    CHECK(text::percent(0.413) == QStringLiteral("41%"));
}

TEST_CASE("a time of day is said as the language does")
{
    {
        const InSwedish language;
        CHECK(text::clock(QTime(14, 30)) == QStringLiteral("kl.\u00a014.30"));
        CHECK(text::clock(QTime(6, 5)) == QStringLiteral("kl.\u00a006.05"));
    }
    const InEnglish language;
    CHECK(text::clock(QTime(14, 30)) == QStringLiteral("14:30"));
}

TEST_CASE("a period ends on its last day, not on the day after")
{
    const InSwedish language;
    CHECK(text::period(QDate(2024, 1, 1), QDate(2024, 4, 1)) ==
          QStringLiteral("1 januari 2024 – 31 mars 2024"));
    CHECK(text::period(QDate(2024, 1, 1), QDate(2024, 1, 2)) == QStringLiteral("1 januari 2024"));
    CHECK(text::period(QDate(2024, 1, 1), {}) == QStringLiteral("från 1 januari 2024"));
    CHECK(text::period({}, QDate(2024, 4, 1)) == QStringLiteral("till och med 31 mars 2024"));
    CHECK(text::period({}, {}) == QStringLiteral("hela tiden"));
}

TEST_CASE("a period in English")
{
    const InEnglish language;
    CHECK(text::period(QDate(2024, 1, 1), QDate(2024, 4, 1)) ==
          QStringLiteral("1 January 2024 – 31 March 2024"));
}

TEST_CASE("a span over a weekend names both days in local time")
{
    const QDateTime from = local(2025, 1, 3, 18);
    const QDateTime to = local(2025, 1, 6, 7);
    {
        const InSwedish language;
        CHECK(text::span(from, to) ==
              QStringLiteral("fre 3 jan 2025 kl.\u00a018.00 – mån 6 jan kl.\u00a007.00"));
    }
    const InEnglish language;
    CHECK(text::span(from, to) == QStringLiteral("Fri 3 Jan 2025, 18:00 – Mon 6 Jan, 07:00"));
}

TEST_CASE("a span over the new year names both years")
{
    const InSwedish language;
    CHECK(text::span(local(2024, 12, 31, 22), local(2025, 1, 1, 3)) ==
          QStringLiteral("tis 31 dec 2024 kl.\u00a022.00 – ons 1 jan 2025 kl.\u00a003.00"));
}

TEST_CASE("a span within a day names the day once, and an exact time one time")
{
    const InSwedish language;
    CHECK(text::span(local(2024, 7, 1, 18), local(2024, 7, 1, 20, 15)) ==
          QStringLiteral("mån 1 juli 2024 kl.\u00a018.00–20.15"));
    CHECK(text::span(local(2024, 7, 1, 18), local(2024, 7, 1, 18)) ==
          QStringLiteral("mån 1 juli 2024 kl.\u00a018.00"));
    CHECK(text::span(local(2024, 7, 1, 18), {}) == QStringLiteral("mån 1 juli 2024 kl.\u00a018.00"));
}

TEST_CASE("incidents are counted with the right plural")
{
    const InSwedish language;
    CHECK(text::incidents(0) == QStringLiteral("0 händelser"));
    CHECK(text::incidents(1) == QStringLiteral("1 händelse"));
    CHECK(text::incidents(48) == QStringLiteral("48 händelser"));
    CHECK(text::incidents(156385) == QStringLiteral("156\u00a0385 händelser"));
}
