#include "support/catch.h"
#include "swedish.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::test;

namespace {

QString plainSpaces(QString text)
{
    return text.replace(u'\u00a0', u' ');
}

/// Hours from `start` on, `length` of them, over the end of the week where need be.
void set(WeekHours& hours, int weekday, int hour, int length)
{
    for (int i = 0; i < length; ++i)
        hours.set(static_cast<std::size_t>((24 * weekday + hour + i) % 168));
}

QString words(const WeekHours& hours)
{
    return plainSpaces(text::weekHours(hours));
}

QString words(std::initializer_list<std::array<int, 3>> runs)
{
    WeekHours hours;
    for (const auto& [weekday, hour, length] : runs)
        set(hours, weekday, hour, length);
    return words(hours);
}

QString band(int firstWeekday, int lastWeekday, int fromHour, int toHour)
{
    return plainSpaces(text::weekBand(firstWeekday, lastWeekday, fromHour, toHour));
}

} // namespace

TEST_CASE("a band of weekdays and hours in Swedish")
{
    const InSwedish language;
    CHECK(band(4, 5, 20, 2) == QStringLiteral("fre–lör kl. 20–02"));
    CHECK(band(4, 4, 6, 10) == QStringLiteral("fre kl. 06–10"));
    CHECK(band(0, 6, 22, 24) == QStringLiteral("alla dagar kl. 22–24"));
    CHECK(band(5, 0, 22, 2) == QStringLiteral("lör–mån kl. 22–02"));
    CHECK(band(5, 6, 0, 24) == QStringLiteral("lör–sön"));
    CHECK(band(5, 6, 0, 0) == QStringLiteral("lör–sön"));
    CHECK(band(3, 2, 18, 22) == QStringLiteral("alla dagar kl. 18–22"));
}

TEST_CASE("a band of weekdays and hours in English")
{
    const InEnglish language;
    CHECK(band(4, 5, 20, 2) == QStringLiteral("Fri–Sat 20–02"));
    CHECK(band(0, 6, 22, 24) == QStringLiteral("every day 22–24"));
}

TEST_CASE("weekdays are named as the language does")
{
    {
        const InSwedish language;
        QStringList names;
        for (int day = 0; day < 7; ++day)
            names.append(text::weekday(day));
        CHECK(names.join(u' ') == QStringLiteral("mån tis ons tors fre lör sön"));
        CHECK(text::weekday(2, QLocale::LongFormat) == QStringLiteral("onsdag"));
    }
    const InEnglish language;
    CHECK(text::weekday(0) == QStringLiteral("Mon"));
    CHECK(text::weekday(6, QLocale::LongFormat) == QStringLiteral("Sunday"));
}

TEST_CASE("all hours or none need no words")
{
    const InSwedish language;
    CHECK(words(WeekHours()).isEmpty());
    CHECK(words(WeekHours().set()).isEmpty());
}

TEST_CASE("weekend nights are one band over midnight")
{
    const InSwedish language;
    CHECK(words({{4, 20, 6}, {5, 20, 6}}) == QStringLiteral("fre–lör kl. 20–02"));
}

TEST_CASE("a night over the end of the week stays one band")
{
    const InSwedish language;
    CHECK(words({{6, 22, 4}}) == QStringLiteral("sön kl. 22–02"));
    CHECK(words({{6, 22, 4}, {0, 22, 4}}) == QStringLiteral("sön–mån kl. 22–02"));
}

TEST_CASE("the same hours on separate days are said together")
{
    const InSwedish language;
    CHECK(words({{0, 6, 4}, {1, 6, 4}, {4, 6, 4}}) == QStringLiteral("mån–tis och fre kl. 06–10"));
    CHECK(words({{0, 6, 4}, {2, 6, 4}, {4, 6, 4}}) == QStringLiteral("mån, ons och fre kl. 06–10"));
}

TEST_CASE("the same hours every day are said once")
{
    const InSwedish language;
    WeekHours nights;
    WeekHours evenings;
    for (int day = 0; day < 7; ++day) {
        set(nights, day, 22, 8);
        set(evenings, day, 18, 6);
    }
    CHECK(words(nights) == QStringLiteral("alla dagar kl. 22–06"));
    CHECK(words(evenings) == QStringLiteral("alla dagar kl. 18–24"));
}

TEST_CASE("different hours are a list")
{
    const InSwedish language;
    CHECK(words({{0, 6, 4}, {4, 20, 2}}) == QStringLiteral("mån kl. 06–10 och fre kl. 20–22"));
}

TEST_CASE("whole days and long weekends are said by their days")
{
    const InSwedish language;
    CHECK(words({{5, 0, 48}}) == QStringLiteral("lör–sön"));
    CHECK(words({{2, 0, 24}}) == QStringLiteral("ons"));
    CHECK(words({{4, 18, 60}}) == QStringLiteral("fre kl. 18 – mån kl. 06"));
}

TEST_CASE("scattered hours are counted instead of listed")
{
    const InSwedish language;
    WeekHours hours;
    for (std::size_t hour = 0; hour < 168; hour += 5)
        hours.set(hour);
    CHECK(words(hours) == QStringLiteral("34 timmar i veckan"));
}
