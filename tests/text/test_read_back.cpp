#include "core/local_time.h"
#include "core/time_phrase.h"
#include "support/catch.h"
#include "swedish.h"
#include "text/read_back.h"

#include <random>

using namespace hk;
using namespace hk::test;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// Monday 23 November 2026, 14.05 in Mölndal.
QDateTime now()
{
    return fromLocal({2026, 11, 23}, {14, 5})->utc;
}

QString back(const char* words)
{
    const Result<TimePhrase> phrase = readTimePhrase(u(words), now());
    REQUIRE(phrase.has_value());
    return text::readBack(phrase->from, phrase->to, now()).replace(QChar(0x00a0), QLatin1Char(' '));
}

/// Random spans: whole days, hours, points, over midnights and years.
void checkRoundTrip()
{
    std::mt19937 random(1123);
    const auto any = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
    for (int round = 0; round < 3000; ++round) {
        const QDate day = QDate(2026, 11, 23).addDays(-any(900));
        const int minute = any(3) == 0 ? 0 : any(1440);
        const auto from = fromLocal(day, QTime(0, 0).addSecs(minute * 60));
        if (!from || from->ambiguous)
            continue;
        const QDate endDay = day.addDays(any(2) == 0 ? 0 : any(20));
        const auto to = any(3) == 0 ? fromLocal(endDay.addDays(1), QTime(0, 0))
                                    : fromLocal(endDay, QTime(0, 0).addSecs(any(1440) * 60));
        if (!to || to->ambiguous)
            continue;
        const QDateTime end = any(4) == 0 || to->utc < from->utc ? from->utc : to->utc;
        if (end > now())
            continue;
        const QString words = text::readBack(from->utc, end, now());
        INFO(words.toStdString());
        const Result<TimePhrase> again = readTimePhrase(words, now());
        REQUIRE(again.has_value());
        CHECK(again->from == from->utc);
        CHECK(again->to == end);
    }
}

} // namespace

TEST_CASE("a time phrase is read back in plain Swedish")
{
    const InSwedish language;
    CHECK(back("fredag 18 – måndag 07") == u("fre 20 nov kl. 18.00 – mån 23 nov kl. 07.00"));
    CHECK(back("igår kväll") == u("sön 22 nov kl. 18.00–24.00"));
    CHECK(back("igår") == u("sön 22 nov, hela dagen"));
    CHECK(back("v. 12") == u("mån 16 mars – sön 22 mars, hela dagar"));
    CHECK(back("12/3 kl 14.30") == u("tors 12 mars kl. 14.30"));
    CHECK(back("24/12 18") == u("ons 24 dec 2025 kl. 18.00"));
    CHECK(back("i natt") == u("sön 22 nov kl. 22.00 – mån 23 nov kl. 06.00"));
    CHECK(back("lördag 22 – söndag 24.00") == u("lör 21 nov kl. 22.00 – sön 22 nov kl. 24.00"));
    CHECK(back("imorgon 18") == u("tis 24 nov 2026 kl. 18.00"));
}

TEST_CASE("what is read back in Swedish is understood as the same time")
{
    const InSwedish language;
    checkRoundTrip();
}

TEST_CASE("what is read back in English is understood as the same time")
{
    const InEnglish language;
    checkRoundTrip();
}
