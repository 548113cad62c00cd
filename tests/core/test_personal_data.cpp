#include "core/personal_data.h"
#include "support/catch.h"

#include <QStringList>
#include <chrono>

using namespace hk;

namespace {

QString found(const QString& text)
{
    QStringList all;
    for (const PersonalDataMatch& match : findPersonalData(text))
        all.append(toName(match.kind) + QStringLiteral(":") + match.text);
    return all.join(u'|');
}

QString found(const char* text)
{
    return found(QString::fromUtf8(text));
}

void checkEach(const char* kind, std::initializer_list<const char*> numbers)
{
    for (const char* number : numbers) {
        CAPTURE(number);
        const QString expected = QString::fromLatin1(kind) + QStringLiteral(":") + QString::fromUtf8(number);
        CHECK(found(number) == expected);
        CHECK(found(QStringLiteral("Ring %1 om mer.").arg(QString::fromUtf8(number))) == expected);
        CHECK(found(QStringLiteral("(%1)").arg(QString::fromUtf8(number))) == expected);
        CHECK(found(QStringLiteral("sa:%1.").arg(QString::fromUtf8(number))) == expected);
    }
}

void checkNone(std::initializer_list<const char*> texts)
{
    for (const char* text : texts) {
        CAPTURE(text);
        CHECK(found(text) == QString());
    }
}

} // namespace

// The numbers are of the series that Post- och telestyrelsen keeps for books and films, or have no
// subscriber.
TEST_CASE("mobile numbers are found in all usual groupings")
{
    checkEach("phone", {"070-174 06 05", "0701740605", "070 174 06 05", "070-1740605", "0701-74 06 05",
                        "0701-740605", "070-17 40 605", "072-174 06 05", "073-174-06-05", "076/174 06 05",
                        "079-174 0605", "070 - 174 06 05", "070\u2011174\u00a006\u00a005"});
}

TEST_CASE("numbers with the country code are found")
{
    checkEach("phone", {"+46701740605", "+46 70 174 06 05", "+46-70-174 06 05", "+46 (0)70 174 06 05",
                        "0046701740605", "+46 31 390 06 10", "0046 8 465 004 00", "+46(0)31-390 06 10"});
}

TEST_CASE("numbers of other countries are found by their plus sign")
{
    checkEach("phone", {"+45 32 12 34 56", "+4721234567"});
}

TEST_CASE("fixed numbers are found by their area code")
{
    checkEach("phone",
              {"031-390 06 10", "031-3900610", "031 390 06 10", "0313900610", "08-465 004 00", "08-46500400",
               "0300-123 45", "0302-12 34 56", "013-12 34 56", "010-123 45 67", "031/390 06 10"});
}

TEST_CASE("times, dates and years are no phone numbers")
{
    checkNone({"kl 08-17",
               "kl. 08.00-17.00",
               "08-10 12-14",
               "kl 08-10 12 14",
               "0800-1700",
               "mellan 0730-0800 och 0900-0930",
               "kl 0700-0800 12 personer",
               "2024-03-01",
               "2024-03-01 14:05",
               "03-01-2024",
               "08-12-2023",
               "08-12-23 14:05",
               "2023/2024",
               "2018-04-13 9:58:49 +02:00",
               "2024-08-12 31 30",
               "20240301 - 20240305",
               "2024-03-01T14:05:00+01:00",
               "01:23:45",
               "00:15",
               "fredag 18.00 till måndag 07.00",
               "vecka 08-11"});
}

TEST_CASE("house numbers, bus lines, sums and measures are no phone numbers")
{
    checkNone({"Göteborgsvägen 89", "Kungsbackavägen 12-14", "linje 158 och 765", "buss 25, 752, 753",
               "1 250 000 kr", "skador för 031 000 kr", "1 031 123 456", "12 500", "0,25 promille",
               "0.7012345678", "45 x 120 mm", "431 36 Mölndal", "nr 007", "02 6 st", "90 000", "0-3",
               "000123456", "00000000"});
}

TEST_CASE("coordinates and ids are no phone numbers")
{
    checkNone({"57.6556, 12.0187", "6394262.8 321991.1", "N 6394262 E 321991", "6394262,321991",
               "lon 12.018734567", "57° 39' 20\" N 12° 01' 07\" E", "diarienummer 2024-0123",
               "Dnr BRÅ 2024-00123", "INC-2024-000123", "0b24f3c2-5c1e-4c1e-9f0a-0701234567ab", "K123456-24",
               "ärende 5000-K1234567-24", "EPSG:3006", "ISO 8601"});
}

TEST_CASE("e-mail addresses are found")
{
    checkEach("email", {"anna@example.se", "anna.b-c_d+e@mail.example.com", "åsa@exempel.se", "a1@b2.se"});
    CHECK(found("Skriv till tips@example.se.") == QStringLiteral("email:tips@example.se"));
}

TEST_CASE("an at sign alone is no address")
{
    checkNone({"vi ses @ torget", "@stationen", "a@b", "pris 3@ 20 kr", "user@", "tva@@example.se"});
}

TEST_CASE("vehicle registrations are found in the old and the new form")
{
    checkEach("registration", {"ABC123", "ABC 123", "ABC12D", "ABC 12D", "XYZ 98A"});
    CHECK(found("En röd bil, ABC 123, körde iväg") == QStringLiteral("registration:ABC 123"));
}

TEST_CASE("letters that no Swedish plate has make it something else")
{
    checkNone({"AIC123", "AQC123", "AVC123", "ÅBC123", "ABÄ123", "ÖBC 123", "ABC12I", "ABC12O", "ABC12Q",
               "ABC12Å"});
}

TEST_CASE("other capitals before numbers are no registrations")
{
    checkNone(
        {"SOS 112", "LED 100 W",        "kl 123",         "bus 158", "BUS 158", "abc123",    "ABC1234",
         "ABCD123", "XABC123",          "AB123",          "ABC 12",  "ABC-123", "ABC 123.5", "TEL 031",
         "STK 100", "OCH 100 PERSONER", "MED 250 KRONOR", "GPS 576", "Abc 123", "SEK 500",   "ABC123-4"});
}

TEST_CASE("a phone number after a word in capitals is one match")
{
    CHECK(found("TEL 031-390 06 10") == QStringLiteral("phone:031-390 06 10"));
}

TEST_CASE("everything in one text is found once, in its order")
{
    CHECK(
        found("ABC123, 070-174 06 05, anna@example.se och 031-390 06 10") ==
        QStringLiteral("registration:ABC123|phone:070-174 06 05|email:anna@example.se|phone:031-390 06 10"));
    CHECK(found("0701740605@example.se") == QStringLiteral("email:0701740605@example.se"));
}

TEST_CASE("ordinary descriptions pass")
{
    checkNone({"", "Tre ungdomar krossade en ruta vid hållplats B kl. 23.15.",
               "Ca 15-20 personer, ålder 16–18 år, kastade sten mot buss 158.",
               "Klotter ca 2,5 x 1,2 m på vägg mot spår 4, polisanmält 5000-K123456-24.",
               "Inbrott natten 3-4 mars 2024, skada ca 12 000 kr, larm gick 02:14:33.",
               "Plan 3, hus 12, trapphus B. Portkod bytt.", "E6/E20 avfart 66",
               "Broplatsen 1, 431 31 Mölndal", "100 % av lamporna trasiga; 8 av 12 stolpar."});
}

TEST_CASE("a very long text is searched in little time")
{
    QString text;
    while (text.size() < 100'000)
        text += QStringLiteral("0 1-2 3.4 08-12 070- a.b.c.d ABC 12 19640823 - 0 31 ");
    const auto start = std::chrono::steady_clock::now();
    const auto matches = findPersonalData(text);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    INFO(matches.size() << " matches, " << seconds.count() << " s");
    CHECK(seconds.count() < 2.0);
}

namespace {

/// The number with its check digit, put together at run time so that none stands in a file.
QString card(const char* withoutCheckDigit, int fault = 0)
{
    const QString digits = QString::fromLatin1(withoutCheckDigit);
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int product = digits[i].digitValue() * ((digits.size() - i) % 2 == 0 ? 1 : 2);
        sum += product / 10 + product % 10;
    }
    return digits + QString::number(((10 - sum % 10) % 10 + fault) % 10);
}

QString grouped(const QString& digits, std::initializer_list<int> sizes, const QString& between)
{
    QStringList groups;
    qsizetype at = 0;
    for (const int size : sizes) {
        groups.append(digits.mid(at, size));
        at += size;
    }
    return groups.join(between);
}

} // namespace

TEST_CASE("bank cards are found by their checksum, in one piece and in groups")
{
    for (const char* number : {"400000000000000", "510000000000000", "222100000000000", "670000000000000"}) {
        const QString digits = card(number);
        CAPTURE(digits);
        CHECK(found(digits) == QStringLiteral("bank-card:") + digits);
        for (const QString& between : {QStringLiteral(" "), QStringLiteral("-")}) {
            const QString written = grouped(digits, {4, 4, 4, 4}, between);
            CHECK(found(QStringLiteral("Kort %1 hittat").arg(written)) == QStringLiteral("bank-card:") + written);
        }
        for (int fault = 1; fault < 10; ++fault)
            CHECK_FALSE(found(card(number, fault)).contains(QStringLiteral("bank-card")));
    }
    const QString fifteen = grouped(card("34000000000000"), {4, 6, 5}, QStringLiteral(" "));
    CHECK(found(fifteen) == QStringLiteral("bank-card:") + fifteen);
    const QString fourteen = card("3600000000000");
    CHECK(found(fourteen) == QStringLiteral("bank-card:") + fourteen);
}

TEST_CASE("long numbers of other kinds are no bank cards")
{
    CHECK(found(card("900000000000000")).isEmpty());                           // no issuer of cards
    CHECK(found(QStringLiteral("7") + card("400000000000000")).isEmpty());     // seventeen digits
    CHECK(found(QStringLiteral("0.") + card("400000000000000")).isEmpty());    // a decimal
    CHECK(found(QStringLiteral("ID") + card("400000000000000")).isEmpty());
    CHECK(found(grouped(card("400000000000000"), {5, 5, 6}, QStringLiteral(" "))).isEmpty());
}

TEST_CASE("a registration is found in any case where it is said to be one")
{
    CHECK(found("bil med reg.nr abc 123") == QStringLiteral("registration:abc 123"));
    CHECK(found("Reg nr: abc12d") == QStringLiteral("registration:abc12d"));
    CHECK(found("registreringsnummer Abc-123") == QStringLiteral("registration:Abc-123"));
    CHECK(found("regnr ABC 123") == QStringLiteral("registration:ABC 123"));
    checkNone({"reg.nr okänt", "registrerat den 123", "reglerna ok 123", "abc 123"});
}
