#include "core/local_time.h"
#include "core/time_phrase.h"
#include "support/catch.h"

#include <QTimeZone>
#include <random>

using namespace hk;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

QDateTime local(const QDate& date, const QTime& time)
{
    return fromLocal(date, time)->utc;
}

/// Monday 23 November 2026 (week 48), 14.05 in Mölndal.
QDateTime monday()
{
    return local({2026, 11, 23}, {14, 5, 30});
}

QString shown(const QDateTime& utc)
{
    return utc.toTimeZone(stockholm()).toString(u("yyyy-MM-dd HH:mm"));
}

/// "2026-11-22 18:00", "2026-11-22 18:00/2026-11-23 00:00" or "?" and the words that were not understood.
QString read(const char* text, const QDateTime& now = monday())
{
    const Result<TimePhrase> phrase = readTimePhrase(u(text), now);
    if (!phrase)
        return u("?");
    return phrase->isExact() ? shown(phrase->from) : shown(phrase->from) + u("/") + shown(phrase->to);
}

struct Row {
    const char* text;
    const char* expected;
};

void check(std::initializer_list<Row> rows, const QDateTime& now = monday())
{
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(read(row.text, now).toStdString() == row.expected);
    }
}

} // namespace

TEST_CASE("A time of day is the latest that has been", "[time-phrase]")
{
    check({{"14", "2026-11-23 14:00"},
           {"14:00", "2026-11-23 14:00"},
           {"14.00", "2026-11-23 14:00"},
           {"1400", "2026-11-23 14:00"},
           {"0930", "2026-11-23 09:30"},
           {"kl 9", "2026-11-23 09:00"},
           {"kl. 9.30", "2026-11-23 09:30"},
           {"klockan 13", "2026-11-23 13:00"},
           {"23:30", "2026-11-22 23:30"},
           {"kl 18", "2026-11-22 18:00"},
           {"14:05:30", "2026-11-23 14:05"},
           {"2 pm", "2026-11-23 14:00"},
           {"11:30pm", "2026-11-22 23:30"},
           {"12 am", "2026-11-23 00:00"}});
}

TEST_CASE("Words for now and a while ago", "[time-phrase]")
{
    check({{"nu", "2026-11-23 14:05"},
           {"just nu", "2026-11-23 14:05"},
           {"now", "2026-11-23 14:05"},
           {"nyss", "2026-11-23 13:50/2026-11-23 14:05"},
           {"alldeles nyss", "2026-11-23 13:50/2026-11-23 14:05"},
           {"2 timmar sedan", "2026-11-23 12:05"},
           {"för två timmar sedan", "2026-11-23 12:05"},
           {"för en timme sedan", "2026-11-23 13:05"},
           {"en halvtimme sedan", "2026-11-23 13:35"},
           {"för 20 minuter sen", "2026-11-23 13:45"},
           {"en kvart sedan", "2026-11-23 13:50"},
           {"3 hours ago", "2026-11-23 11:05"},
           {"för 3 dagar sedan", "2026-11-20 00:00/2026-11-21 00:00"},
           {"för två veckor sedan", "2026-11-09 00:00/2026-11-10 00:00"},
           {"för en vecka sedan kl 20", "2026-11-16 20:00"},
           {"senaste timmen", "2026-11-23 13:05/2026-11-23 14:05"},
           {"de senaste två timmarna", "2026-11-23 12:05/2026-11-23 14:05"},
           {"senaste dygnet", "2026-11-22 14:05/2026-11-23 14:05"},
           {"senaste 3 dagarna", "2026-11-20 14:05/2026-11-23 14:05"},
           {"senaste veckan", "2026-11-16 14:05/2026-11-23 14:05"}});
}

TEST_CASE("Days by name, whole or as far as they have come", "[time-phrase]")
{
    check({{"idag", "2026-11-23 00:00/2026-11-23 14:05"},
           {"i dag", "2026-11-23 00:00/2026-11-23 14:05"},
           {"igår", "2026-11-22 00:00/2026-11-23 00:00"},
           {"i går", "2026-11-22 00:00/2026-11-23 00:00"},
           {"IGÅR", "2026-11-22 00:00/2026-11-23 00:00"},
           {"förrgår", "2026-11-21 00:00/2026-11-22 00:00"},
           {"i förrgår", "2026-11-21 00:00/2026-11-22 00:00"},
           {"yesterday", "2026-11-22 00:00/2026-11-23 00:00"},
           {"fredag", "2026-11-20 00:00/2026-11-21 00:00"},
           {"hela fredagen", "2026-11-20 00:00/2026-11-21 00:00"},
           {"i fredags", "2026-11-20 00:00/2026-11-21 00:00"},
           {"måndag", "2026-11-23 00:00/2026-11-23 14:05"},
           {"i måndags", "2026-11-16 00:00/2026-11-17 00:00"},
           {"tisdag", "2026-11-17 00:00/2026-11-18 00:00"},
           {"förra fredagen", "2026-11-20 00:00/2026-11-21 00:00"},
           {"last friday", "2026-11-20 00:00/2026-11-21 00:00"},
           {"sön", "2026-11-22 00:00/2026-11-23 00:00"}});
}

TEST_CASE("Days with a time of day", "[time-phrase]")
{
    check({{"idag 13", "2026-11-23 13:00"},
           {"idag kl. 13.15", "2026-11-23 13:15"},
           {"igår 20:00", "2026-11-22 20:00"},
           {"i går kl. 20", "2026-11-22 20:00"},
           {"20 igår", "2026-11-22 20:00"},
           {"kl 20 i fredags", "2026-11-20 20:00"},
           {"fre 22", "2026-11-20 22:00"},
           {"mån 18", "2026-11-16 18:00"},
           {"mån 12", "2026-11-23 12:00"},
           {"yesterday at 20:00", "2026-11-22 20:00"},
           {"igår 8 pm", "2026-11-22 20:00"},
           {"fredag kl 8 på kvällen", "2026-11-20 20:00"}});
}

TEST_CASE("Parts of the day", "[time-phrase]")
{
    check({{"igår kväll", "2026-11-22 18:00/2026-11-23 00:00"},
           {"i går kväll", "2026-11-22 18:00/2026-11-23 00:00"},
           {"igår eftermiddag", "2026-11-22 12:00/2026-11-22 18:00"},
           {"i förmiddags", "2026-11-23 09:00/2026-11-23 12:00"},
           {"i eftermiddag", "2026-11-23 12:00/2026-11-23 14:05"},
           {"i morse", "2026-11-23 06:00/2026-11-23 10:00"},
           {"imorse", "2026-11-23 06:00/2026-11-23 10:00"},
           {"this morning", "2026-11-23 06:00/2026-11-23 10:00"},
           {"i natt", "2026-11-22 22:00/2026-11-23 06:00"},
           {"last night", "2026-11-22 22:00/2026-11-23 06:00"},
           {"i natt 02", "2026-11-23 02:00"},
           {"i natt kl 23", "2026-11-22 23:00"},
           {"i natt 01–03", "2026-11-23 01:00/2026-11-23 03:00"},
           {"mellan 01 och 03 i natt", "2026-11-23 01:00/2026-11-23 03:00"},
           {"lördag natt", "2026-11-21 22:00/2026-11-22 06:00"},
           {"lördagsnatten", "2026-11-21 22:00/2026-11-22 06:00"},
           {"lördag natt 02", "2026-11-22 02:00"},
           {"natten till söndag", "2026-11-21 22:00/2026-11-22 06:00"},
           {"natten mot söndag", "2026-11-21 22:00/2026-11-22 06:00"},
           {"natten till i söndags", "2026-11-21 22:00/2026-11-22 06:00"},
           {"natten mellan lördag och söndag", "2026-11-21 22:00/2026-11-22 06:00"},
           {"natten mellan 3 och 4 maj", "2026-05-03 22:00/2026-05-04 06:00"},
           {"fredagskväll", "2026-11-20 18:00/2026-11-21 00:00"},
           {"i lördags kväll", "2026-11-21 18:00/2026-11-22 00:00"},
           {"kväll", "2026-11-22 18:00/2026-11-23 00:00"},
           {"måndag kväll", "2026-11-16 18:00/2026-11-17 00:00"},
           {"igår lunch", "2026-11-22 11:00/2026-11-22 13:00"},
           {"igår eftermiddag 2–4", "2026-11-22 14:00/2026-11-22 16:00"},
           {"igår em", "2026-11-22 12:00/2026-11-22 18:00"}});
}

TEST_CASE("Dates by number and by name", "[time-phrase]")
{
    check({{"12/3", "2026-03-12 00:00/2026-03-13 00:00"},
           {"12/3 kl 14.30", "2026-03-12 14:30"},
           {"den 12/3 kl. 14:30", "2026-03-12 14:30"},
           {"24/12 18:00", "2025-12-24 18:00"},
           {"12/3 2025", "2025-03-12 00:00/2025-03-13 00:00"},
           {"12/3-2025 14", "2025-03-12 14:00"},
           {"3 maj", "2026-05-03 00:00/2026-05-04 00:00"},
           {"den 3 maj", "2026-05-03 00:00/2026-05-04 00:00"},
           {"3:e maj", "2026-05-03 00:00/2026-05-04 00:00"},
           {"3 maj 2025", "2025-05-03 00:00/2025-05-04 00:00"},
           {"3 maj 2025 14:30", "2025-05-03 14:30"},
           {"3 maj kl 1430", "2026-05-03 14:30"},
           {"söndag 3 maj", "2026-05-03 00:00/2026-05-04 00:00"},
           {"May 3", "2026-05-03 00:00/2026-05-04 00:00"},
           {"3 dec", "2025-12-03 00:00/2025-12-04 00:00"},
           {"29 februari", "2024-02-29 00:00/2024-03-01 00:00"},
           {"2026-11-20", "2026-11-20 00:00/2026-11-21 00:00"},
           {"20261120", "2026-11-20 00:00/2026-11-21 00:00"},
           {"261120", "2026-11-20 00:00/2026-11-21 00:00"},
           {"2026-11-20 18:00", "2026-11-20 18:00"},
           {"2026-11-20T18:00", "2026-11-20 18:00"},
           {"2026-11-20T17:00:00Z", "2026-11-20 18:00"},
           {"2026-11-20 18:00:00 +01:00", "2026-11-20 18:00"},
           {"20.11.2026 18.00", "2026-11-20 18:00"},
           {"maj", "2026-05-01 00:00/2026-06-01 00:00"},
           {"i maj 2025", "2025-05-01 00:00/2025-06-01 00:00"},
           {"julafton", "2025-12-24 00:00/2025-12-25 00:00"},
           {"nyårsafton 23.30", "2025-12-31 23:30"},
           {"midsommarafton", "2026-06-19 00:00/2026-06-20 00:00"},
           {"valborg kväll", "2026-04-30 18:00/2026-05-01 00:00"}});
}

TEST_CASE("Weeks, weekends and months", "[time-phrase]")
{
    check({{"v. 12", "2026-03-16 00:00/2026-03-23 00:00"},
           {"v12", "2026-03-16 00:00/2026-03-23 00:00"},
           {"vecka 12", "2026-03-16 00:00/2026-03-23 00:00"},
           {"week 12", "2026-03-16 00:00/2026-03-23 00:00"},
           {"v. 50", "2025-12-08 00:00/2025-12-15 00:00"},
           {"v. 12 2025", "2025-03-17 00:00/2025-03-24 00:00"},
           {"v. 12–14", "2026-03-16 00:00/2026-04-06 00:00"},
           {"v. 12 fredag kväll", "2026-03-20 18:00/2026-03-21 00:00"},
           {"fredag v 12", "2026-03-20 00:00/2026-03-21 00:00"},
           {"förra veckan", "2026-11-16 00:00/2026-11-23 00:00"},
           {"last week", "2026-11-16 00:00/2026-11-23 00:00"},
           {"denna vecka", "2026-11-23 00:00/2026-11-23 14:05"},
           {"den här veckan", "2026-11-23 00:00/2026-11-23 14:05"},
           {"helgen", "2026-11-20 18:00/2026-11-23 00:00"},
           {"i helgen", "2026-11-20 18:00/2026-11-23 00:00"},
           {"förra helgen", "2026-11-20 18:00/2026-11-23 00:00"},
           {"last weekend", "2026-11-20 18:00/2026-11-23 00:00"},
           {"förra månaden", "2026-10-01 00:00/2026-11-01 00:00"},
           {"tisdag förra veckan", "2026-11-17 00:00/2026-11-18 00:00"}});
}

TEST_CASE("Spans of hours", "[time-phrase]")
{
    check({{"mellan 12 och 14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"mellan 14 och 16", "2026-11-22 14:00/2026-11-22 16:00"},
           {"12–14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"12-14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"12 till 14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"från 12 till 14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"between 12 and 14", "2026-11-23 12:00/2026-11-23 14:00"},
           {"kl. 12.30–13.45", "2026-11-23 12:30/2026-11-23 13:45"},
           {"22–02", "2026-11-22 22:00/2026-11-23 02:00"},
           {"igår 22–02", "2026-11-22 22:00/2026-11-23 02:00"},
           {"22–02 i lördags", "2026-11-21 22:00/2026-11-22 02:00"},
           {"igår mellan 14 och 16", "2026-11-22 14:00/2026-11-22 16:00"},
           {"mellan 14 och 16 igår", "2026-11-22 14:00/2026-11-22 16:00"},
           {"fre 18–22", "2026-11-20 18:00/2026-11-20 22:00"},
           {"12/3 14.30–15", "2026-03-12 14:30/2026-03-12 15:00"},
           {"2–4 pm igår", "2026-11-22 14:00/2026-11-22 16:00"},
           {"igår 18.00–24.00", "2026-11-22 18:00/2026-11-23 00:00"},
           {"mån 12–15", "2026-11-16 12:00/2026-11-16 15:00"}});
}

TEST_CASE("Spans of days", "[time-phrase]")
{
    check({{"fredag 18 – måndag 07", "2026-11-20 18:00/2026-11-23 07:00"},
           {"mellan fredag 18 och måndag 07", "2026-11-20 18:00/2026-11-23 07:00"},
           {"från fredag kl 18 till måndag kl 7", "2026-11-20 18:00/2026-11-23 07:00"},
           {"fre-sön", "2026-11-20 00:00/2026-11-23 00:00"},
           {"fredag till söndag", "2026-11-20 00:00/2026-11-23 00:00"},
           {"fredag och lördag", "2026-11-20 00:00/2026-11-22 00:00"},
           {"fredag 18 – söndag", "2026-11-20 18:00/2026-11-23 00:00"},
           {"igår kväll till i morse", "2026-11-22 18:00/2026-11-23 10:00"},
           {"fredag kväll – lördag morgon", "2026-11-20 18:00/2026-11-21 10:00"},
           {"igår 20 till idag 10", "2026-11-22 20:00/2026-11-23 10:00"},
           {"fredag till nu", "2026-11-20 00:00/2026-11-23 14:05"},
           {"från fredag 18", "2026-11-20 18:00/2026-11-23 14:05"},
           {"sedan i lördags", "2026-11-21 00:00/2026-11-23 14:05"},
           {"mån–fre", "2026-11-16 00:00/2026-11-21 00:00"},
           {"3–5 maj", "2026-05-03 00:00/2026-05-06 00:00"},
           {"12–14/3", "2026-03-12 00:00/2026-03-15 00:00"},
           {"12/3–14/3", "2026-03-12 00:00/2026-03-15 00:00"},
           {"28 dec – 3 jan", "2025-12-28 00:00/2026-01-04 00:00"},
           {"3 maj 2025 – 5 maj 2025", "2025-05-03 00:00/2025-05-06 00:00"},
           {"3 maj – 5 maj 2025", "2025-05-03 00:00/2025-05-06 00:00"},
           {"mars–maj", "2026-03-01 00:00/2026-06-01 00:00"},
           {"2026-11-20 18:00 – 2026-11-23 07:00", "2026-11-20 18:00/2026-11-23 07:00"},
           {"2026-11-20 18:00 - 07:00", "2026-11-20 18:00/2026-11-21 07:00"},
           {"2026-11-20--2026-11-22", "2026-11-20 00:00/2026-11-23 00:00"}});
}

TEST_CASE("About, after and before", "[time-phrase]")
{
    check({{"ca 12", "2026-11-23 11:30/2026-11-23 12:30"},
           {"vid 12-tiden", "2026-11-23 11:30/2026-11-23 12:30"},
           {"igår vid 20-tiden", "2026-11-22 19:30/2026-11-22 20:30"},
           {"igår efter 22", "2026-11-22 22:00/2026-11-23 00:00"},
           {"efter 22 i fredags", "2026-11-20 22:00/2026-11-21 00:00"},
           {"idag före 7", "2026-11-23 00:00/2026-11-23 07:00"},
           {"igår innan 06.30", "2026-11-22 00:00/2026-11-22 06:30"}});
}

TEST_CASE("What is named outright may lie ahead", "[time-phrase]")
{
    check({{"idag 20", "2026-11-23 20:00"},
           {"i kväll", "2026-11-23 18:00/2026-11-24 00:00"},
           {"imorgon 18", "2026-11-24 18:00"},
           {"nästa fredag 18–22", "2026-12-04 18:00/2026-12-04 22:00"},
           {"2026-12-13 18:00", "2026-12-13 18:00"}});
}

TEST_CASE("The night at hand and the hours around midnight", "[time-phrase]")
{
    const QDateTime late = local({2026, 11, 23}, {23, 20});
    check({{"i natt", "2026-11-23 22:00/2026-11-23 23:20"}, {"i kväll", "2026-11-23 18:00/2026-11-23 23:20"},
           {"23", "2026-11-23 23:00"}, {"fredag", "2026-11-20 00:00/2026-11-21 00:00"}},
          late);
    const QDateTime early = local({2026, 11, 23}, {0, 40});
    check({{"i natt", "2026-11-22 22:00/2026-11-23 00:40"}, {"igår kväll", "2026-11-22 18:00/2026-11-23 00:00"},
           {"23", "2026-11-22 23:00"}, {"23–01", "2026-11-21 23:00/2026-11-22 01:00"},
           {"i morse", "2026-11-22 06:00/2026-11-22 10:00"}},
          early);
    check({{"fredag 18 – måndag 07", "2026-11-13 18:00/2026-11-16 07:00"}}, local({2026, 11, 23}, {5, 0}));
    check({{"helgen", "2026-11-27 18:00/2026-11-28 12:00"}, {"förra helgen", "2026-11-20 18:00/2026-11-23 00:00"}},
          local({2026, 11, 28}, {12, 0}));
}

TEST_CASE("What begins this very minute does not lie ahead", "[time-phrase]")
{
    check({{"i kväll", "2026-11-25 18:00"}, {"ons kväll", "2026-11-25 18:00"}}, local({2026, 11, 25}, {18, 0}));
}

TEST_CASE("The hour that is skipped is refused, the one that comes twice is the first", "[time-phrase]")
{
    const QDateTime now = local({2026, 11, 23}, {14, 5});
    const Result<TimePhrase> lost = readTimePhrase(u("2026-03-29 02:30"), now);
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().code == ErrorCode::TimeDoesNotExist);
    CHECK_FALSE(readTimePhrase(u("29/3 01–02:30"), now).has_value());
    const Result<TimePhrase> twice = readTimePhrase(u("25/10 02:30"), now);
    REQUIRE(twice.has_value());
    CHECK(twice->ambiguous);
    CHECK(twice->from == QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC));
    const Result<TimePhrase> across = readTimePhrase(u("25/10 01–04"), now);
    REQUIRE(across.has_value());
    CHECK_FALSE(across->ambiguous);
    CHECK(across->from.secsTo(across->to) == 4 * 3600);
    const Result<TimePhrase> day = readTimePhrase(u("29/3"), now);
    REQUIRE(day.has_value());
    CHECK(day->from.secsTo(day->to) == 23 * 3600);
    // "about" needs no exact limits
    CHECK(readTimePhrase(u("29/3 ca 01.45"), now).has_value());
    // two hours ago is two hours ago, whatever the clock did
    const QDateTime after = QDateTime(QDate(2026, 10, 25), QTime(1, 30), Qt::UTC);
    CHECK(readTimePhrase(u("2 timmar sedan"), after)->from == after.addSecs(-7200));
}

TEST_CASE("What is no time says which words were not understood", "[time-phrase]")
{
    for (const char* text : {"kanske", "25:00", "31/2", "31 april", "mån 3 maj", "v. 54", "v. 53 2025", "14 15", "igår idag", "–",
                             "14 –", "fre – sön – mån", "2 timmar", "sedan", "v. 12 14:30", "helgen 14", "den 3:e", "99",
                             "2026-02-30", "fredag fredag", "12:75", "kväll morgon", "hund 14"}) {
        INFO(text);
        const Result<TimePhrase> phrase = readTimePhrase(u(text), monday());
        REQUIRE_FALSE(phrase.has_value());
        CHECK(phrase.error().code == ErrorCode::ValueNotUnderstood);
        CHECK_FALSE(phrase.error().arguments.value(0).isEmpty());
    }
    CHECK(readTimePhrase(u("igår hund"), monday()).error().arguments == QStringList{u("hund")});
    CHECK(readTimePhrase(u("  "), monday()).error().code == ErrorCode::ValueMissing);
    CHECK(readTimePhrase(u("2026-11-20 18 – 2026-11-19 18"), monday()).error().code == ErrorCode::EndsBeforeStart);
}

TEST_CASE("No text upsets the reader, and what it gives is in order", "[time-phrase]")
{
    const QStringList words{u("igår"),  u("fredag"), u("i"),     u("natt"),  u("14"),   u("–"),     u("och"),    u("mellan"),
                            u("till"),  u("v."),     u("12"),    u("12/3"),  u("maj"),  u("2025"),  u("sedan"),  u("timmar"),
                            u("förra"), u("helgen"), u("kl"),    u("14.30"), u("nu"),   u("senaste"), u("natten"), u("mot"),
                            u("99999999999"), u("2026-11-20"), u("ca"), u("efter"), u("pm"), u("3:e"), u("nästa"), u("vecka"),
                            u("söndag"), u("dagar"), u("\u0000"), u("🙂"), u("'"), u("24:00"), u("0"), u("julafton")};
    std::mt19937 random(20261123);
    const auto any = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int i = any(7); i >= 0; --i) {
            text += words.at(any(static_cast<int>(words.size())));
            if (any(4) > 0)
                text += QLatin1Char(' ');
        }
        if (any(3) == 0 && !text.isEmpty())
            text[any(static_cast<int>(text.size()))] = QChar(static_cast<char16_t>(any(0x300)));
        const QDateTime now = monday().addSecs(static_cast<qint64>(any(400)) * 86'400 / 7);
        const Result<TimePhrase> phrase = readTimePhrase(text, now);
        if (!phrase)
            continue;
        INFO(text.toStdString());
        REQUIRE(phrase->from.isValid());
        REQUIRE(phrase->to.isValid());
        REQUIRE(phrase->from <= phrase->to);
    }
}
