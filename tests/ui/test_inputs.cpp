#include "support/catch.h"
#include "ui/place_input.h"
#include "ui/time_input.h"

using namespace hk;
using namespace hk::ui;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Monday 23 November 2026, 14.05 in Mölndal.
QDateTime now()
{
    return QDateTime(QDate(2026, 11, 23), QTime(13, 5, 30), Qt::UTC);
}

QString read(const char* text)
{
    const auto typed = parseTypedTime(u(text), now());
    return typed ? typedTimeText(typed->utc) : u("?");
}

} // namespace

TEST_CASE("Coordinates are understood in SWEREF 99 TM and in degrees", "[input]")
{
    const auto sweref = parsePosition(u("6394262 321991"));
    REQUIRE(sweref.has_value());
    CHECK_THAT(sweref->northing, WithinAbs(6394262.0, 1e-9));
    CHECK_THAT(sweref->easting, WithinAbs(321991.0, 1e-9));
    CHECK(parsePosition(u("321991, 6394262")) == sweref);
    for (const char* text :
         {"57.6554, 12.0165", "57,6554 12,0165", "57.6554° N 12.0165° E", "N 57.6554, E 12.0165"}) {
        const auto degrees = parsePosition(u(text));
        INFO(text);
        REQUIRE(degrees.has_value());
        CHECK_THAT(degrees->northing, WithinAbs(6394262.8, 0.2));
        CHECK_THAT(degrees->easting, WithinAbs(321991.1, 0.2));
    }
}

TEST_CASE("An address or a year is no position", "[input]")
{
    for (const char* text : {"Brogatan 12", "12", "12 13", "2026 11", "", "E6", "57.6"})
        CHECK_FALSE(parsePosition(u(text)).has_value());
}

TEST_CASE("Times are understood as people write them", "[input]")
{
    CHECK(read("14:00") == u("2026-11-23 14:00"));
    CHECK(read("14.00") == u("2026-11-23 14:00"));
    CHECK(read("0930") == u("2026-11-23 09:30"));
    CHECK(read("kl 9") == u("2026-11-23 09:00"));
    CHECK(read("nu") == u("2026-11-23 14:05"));
    CHECK(read("igår 20:00") == u("2026-11-22 20:00"));
    CHECK(read("i går kl. 20") == u("2026-11-22 20:00"));
    CHECK(read("yesterday 20:00") == u("2026-11-22 20:00"));
    CHECK(read("fre 22") == u("2026-11-20 22:00"));
    CHECK(read("20/11 18:00") == u("2026-11-20 18:00"));
    CHECK(read("2026-11-20 18:00") == u("2026-11-20 18:00"));
    CHECK(read("24/12 18:00") == u("2025-12-24 18:00"));
}

TEST_CASE("A time of day still to come today was yesterday", "[input]")
{
    CHECK(read("23:30") == u("2026-11-22 23:30"));
    CHECK(read("mån 18") == u("2026-11-16 18:00"));
}

TEST_CASE("What is no time says so", "[input]")
{
    for (const char* text : {"kanske", "25:00", "31/2", "igår natt"})
        CHECK_FALSE(parseTypedTime(u(text), now()).has_value());
    const auto lost = parseTypedTime(u("2026-03-29 02:30"), now());
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().code == ErrorCode::TimeDoesNotExist);
}

TEST_CASE("A span over midnight ends the day after", "[input]")
{
    const TypedSpan span = parseTypedSpan(u("2026-11-20 22:00"), u("02:00"), now());
    CHECK(typedTimeText(span.from) == u("2026-11-20 22:00"));
    CHECK(typedTimeText(span.to) == u("2026-11-21 02:00"));
}

TEST_CASE("A day without a time of day is the whole day", "[input]")
{
    const TypedSpan span = parseTypedSpan(u("igår"), QString(), now());
    CHECK(typedTimeText(span.from) == u("2026-11-22 00:00"));
    CHECK(typedTimeText(span.to) == u("2026-11-23 00:00"));
    CHECK(parseTypedSpan(u("idag"), QString(), now()).to == now());
}

TEST_CASE("No time is now, exactly", "[input]")
{
    const TypedSpan span = parseTypedSpan(QString(), QString(), now());
    CHECK(span.from == now());
    CHECK_FALSE(span.to.isValid());
}
