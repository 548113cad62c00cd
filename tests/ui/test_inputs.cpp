#include "core/time_phrase.h"
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

TEST_CASE("How a time is understood is told while it is typed, and so is what is not", "[input]")
{
    CHECK(timeHint(QString(), now()).isEmpty());
    CHECK(timeHint(u("friday 18 – monday 07"), now()).contains(u("20")));
    CHECK(timeHint(u("i natt hund"), now()).contains(u("hund")));
    CHECK(timeHint(u("25/10 02:30"), now()).contains(u("(")));
    CHECK_FALSE(timeHint(u("29/3 02:30"), now()).isEmpty());
}

TEST_CASE("A stored span is typed so that it is understood again", "[input]")
{
    const QDateTime from(QDate(2026, 11, 20), QTime(17, 0), Qt::UTC);
    const QDateTime to(QDate(2026, 11, 23), QTime(6, 0), Qt::UTC);
    CHECK(typedSpanText(from, from) == u("2026-11-20 18:00"));
    CHECK(typedSpanText(from, to) == u("2026-11-20 18:00 – 2026-11-23 07:00"));
    const auto read = readTimePhrase(typedSpanText(from, to), now());
    REQUIRE(read.has_value());
    CHECK(read->from == from);
    CHECK(read->to == to);
    // within a day the date is said once
    const QDateTime evening(QDate(2026, 11, 20), QTime(18, 30), Qt::UTC);
    CHECK(typedSpanText(from, evening) == u("2026-11-20 18:00–19:30"));
    const auto sameDay = readTimePhrase(typedSpanText(from, evening), now());
    REQUIRE(sameDay.has_value());
    CHECK(sameDay->from == from);
    CHECK(sameDay->to == evening);
    const QDateTime midnight(QDate(2026, 11, 20), QTime(23, 0), Qt::UTC);
    const auto toMidnight = readTimePhrase(typedSpanText(from, midnight), now());
    REQUIRE(toMidnight.has_value());
    CHECK(toMidnight->to == midnight);
}
