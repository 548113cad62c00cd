#include "core/personal_data.h"
#include "support/catch.h"
#include "support/personal_numbers.h"

#include <QStringList>

using namespace hk;

using hk::test::personalNumber;

namespace {

/// Kinds found, in order: "personal-number phone".
QString kinds(const QString& text)
{
    QStringList names;
    for (const PersonalDataMatch& match : findPersonalData(text))
        names.append(toName(match.kind));
    return names.join(u' ');
}

const QString personal = QStringLiteral("personal-number");
const QString coordination = QStringLiteral("coordination-number");

} // namespace

TEST_CASE("a personal identity number is found in all the forms people write")
{
    const QString birth = QStringLiteral("640823");
    const QString longBirth = QStringLiteral("19640823");
    for (const QString& separator :
         {QStringLiteral("-"), QStringLiteral("+"), QString(), QStringLiteral(" "), QStringLiteral(" - "),
          QStringLiteral("\u2013"), QStringLiteral("\u00a0")}) {
        CAPTURE(separator);
        CHECK(kinds(personalNumber({birth, QStringLiteral("238"), separator})) == personal);
        CHECK(kinds(personalNumber({longBirth, QStringLiteral("238"), separator})) == personal);
        CHECK(kinds(QStringLiteral("Mannen (%1) avvisades.")
                        .arg(personalNumber({longBirth, QStringLiteral("238"), separator}))) == personal);
    }
    const QString hyphens = QStringLiteral("-");
    const QString last = personalNumber({longBirth, QStringLiteral("238"), hyphens}).right(4);
    CHECK(kinds(QStringLiteral("1964-08-23-") + last) == personal);
    CHECK(kinds(QStringLiteral("1964 08 23 ") + last) == personal);
    CHECK(kinds(QStringLiteral("64 08 23-") + last) == personal);
}

TEST_CASE("a coordination number has sixty added to its day")
{
    CHECK(kinds(personalNumber({QStringLiteral("640883")})) == coordination);
    CHECK(kinds(personalNumber({QStringLiteral("19640891")})) == coordination);
    CHECK(kinds(personalNumber({QStringLiteral("640892")})).isEmpty()); // day 32
}

TEST_CASE("the match says where it is and what it was")
{
    const QString number = personalNumber({QStringLiteral("640823")});
    const auto matches =
        findPersonalData(QStringLiteral("Född ") + number + QStringLiteral(", enligt ordningsvakt"));
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].position == 5);
    CHECK(matches[0].length == number.size());
    CHECK(matches[0].text == number);
}

TEST_CASE("every wrong check digit makes it another kind of number")
{
    for (int fault = 1; fault < 10; ++fault) {
        CHECK(kinds(personalNumber({QStringLiteral("640823")}, fault)).isEmpty());
        CHECK(kinds(personalNumber({QStringLiteral("19640823")}, fault)).isEmpty());
    }
}

TEST_CASE("a number without a valid date is no personal identity number")
{
    for (const char* date :
         {"641323", "640023", "640832", "640800", "230229", "19230229", "18390823", "21640823"}) {
        CAPTURE(date);
        CHECK(kinds(personalNumber({QString::fromLatin1(date)})).isEmpty());
    }
}

TEST_CASE("a leap day counts in its own century")
{
    CHECK(kinds(personalNumber({QStringLiteral("20000229")})) == personal);
    CHECK(kinds(personalNumber({QStringLiteral("19000229")})).isEmpty());
    CHECK(kinds(personalNumber({QStringLiteral("000229")})) == personal);
}

TEST_CASE("a serial number of three zeros is not given to anybody")
{
    CHECK(kinds(personalNumber({QStringLiteral("640823"), QStringLiteral("000")})).isEmpty());
}

TEST_CASE("several numbers in one text are all found")
{
    const QString text = personalNumber({QStringLiteral("640823")}) + QStringLiteral(" och ") +
                         personalNumber({QStringLiteral("19750161")}) + QStringLiteral(", ") +
                         personalNumber({QStringLiteral("19750101"), QStringLiteral("919")});
    CHECK(kinds(text) == QStringLiteral("personal-number coordination-number personal-number"));
}

TEST_CASE("a date with a time after it is no personal identity number")
{
    for (int minute = 0; minute < 1440; ++minute) {
        const QString time = QStringLiteral("%1%2")
                                 .arg(minute / 60, 2, 10, QLatin1Char('0'))
                                 .arg(minute % 60, 2, 10, QLatin1Char('0'));
        if (!kinds(QStringLiteral("2024-03-01 ") + time).isEmpty())
            FAIL(time.toStdString());
    }
}

TEST_CASE("digits inside a longer number or a word are left alone")
{
    const QString number = personalNumber({QStringLiteral("640823"), QStringLiteral("238"), QString()});
    CHECK(kinds(QStringLiteral("1") + number).isEmpty());
    CHECK(kinds(number + QStringLiteral("7")).isEmpty());
    CHECK(kinds(QStringLiteral("INC") + number).isEmpty());
    CHECK(kinds(QStringLiteral("12.") + number).isEmpty());
}
