#include "support/catch.h"
#include "support/personal_numbers.h"
#include "validation_support.h"

#include <QTimeZone>

using namespace hk;
using namespace hk::test;

TEST_CASE("a draft with category, time and position becomes an incident with the usual defaults")
{
    const ValidationResult result = check(goodDraft());
    REQUIRE(result);
    CHECK(result->category == QStringLiteral("S2"));
    CHECK(result->occurredTo == result->occurredFrom);
    CHECK(result->severity == 1);
    CHECK(result->precision == Precision::Point);
    CHECK(result->radius == 10.0);
    CHECK(result->id.isNull());
    CHECK_FALSE(result->persons.has_value());
}

TEST_CASE("an empty draft tells all that is missing at once")
{
    CHECK(faults({}) == QStringLiteral("value-missing@category value-missing@from value-missing@position"));
}

TEST_CASE("every fault of a bad draft is told with its field")
{
    IncidentDraft draft = goodDraft();
    draft.category = QStringLiteral("Z9");
    draft.occurredTo = draft.occurredFrom.addSecs(-60);
    draft.position = Sweref99{347197, 6172697};
    draft.radius = -1.0;
    draft.severity = 4;
    draft.persons = -1;
    draft.placeName = QStringLiteral("hos anna@example.se");
    draft.description = QStringLiteral("bil ABC123, tel 070-174 06 05");
    CHECK(faults(draft) ==
          QStringLiteral("unknown-category@category ends-before-start@to outside-sweden@position "
                         "value-out-of-range@radius value-out-of-range@severity value-out-of-range@persons "
                         "personal-data@place personal-data@description personal-data@description"));
}

TEST_CASE("an unknown category is named in the error")
{
    IncidentDraft draft = goodDraft();
    draft.category = QStringLiteral("Z9");
    CHECK(check(draft).error().at(0).arguments == QStringList{QStringLiteral("Z9")});
}

TEST_CASE("times in any zone become UTC")
{
    IncidentDraft draft = goodDraft();
    draft.occurredFrom = QDateTime(QDate(2024, 5, 31), QTime(18, 0), stockholm());
    draft.occurredTo = QDateTime(QDate(2024, 6, 1), QTime(7, 0), Qt::OffsetFromUTC, 7200);
    const ValidationResult result = check(draft);
    REQUIRE(result);
    CHECK(result->occurredFrom.timeSpec() == Qt::UTC);
    CHECK(result->occurredFrom.toString(Qt::ISODate) == QStringLiteral("2024-05-31T16:00:00Z"));
    CHECK(result->occurredTo.toString(Qt::ISODate) == QStringLiteral("2024-06-01T05:00:00Z"));
}

TEST_CASE("an end equal to the beginning is an exact time")
{
    IncidentDraft draft = goodDraft();
    draft.occurredTo = draft.occurredFrom;
    REQUIRE(check(draft));
    draft.occurredTo = draft.occurredFrom.addMSecs(-1);
    CHECK(faults(draft) == QStringLiteral("ends-before-start@to"));
}

TEST_CASE("a time may be five minutes ahead of the clock and no more")
{
    IncidentDraft draft = goodDraft();
    draft.occurredFrom = noon().addSecs(300);
    CHECK(faults(draft).isEmpty());
    draft.occurredFrom = noon().addSecs(301);
    CHECK(faults(draft) == QStringLiteral("time-in-future@from"));
    draft = goodDraft();
    draft.occurredTo = noon().addSecs(301);
    CHECK(faults(draft) == QStringLiteral("time-in-future@to"));
}

TEST_CASE("a planned event may lie ahead")
{
    IncidentDraft draft = goodDraft();
    draft.category = QStringLiteral("X2");
    draft.occurredFrom = noon().addDays(30);
    draft.occurredTo = noon().addDays(31);
    CHECK(faults(draft).isEmpty());
}

TEST_CASE("a year that was mistyped is out of range")
{
    IncidentDraft draft = goodDraft();
    draft.occurredFrom = QDateTime(QDate(204, 5, 31), QTime(18, 0), Qt::UTC);
    CHECK(faults(draft) == QStringLiteral("value-out-of-range@from"));
    draft.category = QStringLiteral("X2");
    draft.occurredFrom = QDateTime(QDate(20240, 5, 31), QTime(18, 0), Qt::UTC);
    CHECK(faults(draft) == QStringLiteral("value-out-of-range@from"));
}

TEST_CASE("severity goes from one to three and persons from none")
{
    IncidentDraft draft = goodDraft();
    for (const int severity : {1, 2, 3}) {
        draft.severity = severity;
        CHECK(check(draft)->severity == severity);
    }
    for (const int severity : {0, 4, -1}) {
        draft.severity = severity;
        CHECK(faults(draft) == QStringLiteral("value-out-of-range@severity"));
    }
    draft.severity = 4;
    CHECK(check(draft).error().at(0).arguments ==
          QStringList{QStringLiteral("4"), QStringLiteral("1"), QStringLiteral("3")});
    draft = goodDraft();
    draft.persons = 0;
    CHECK(check(draft)->persons == 0);
    draft.persons = -1;
    CHECK(faults(draft) == QStringLiteral("value-out-of-range@persons"));
}

TEST_CASE("personal data is stopped with its kind and the words found")
{
    IncidentDraft draft = goodDraft();
    const QString number = personalNumber({QStringLiteral("640823")});
    draft.description = QStringLiteral("Mannen, %1, avvisades.").arg(number);
    const ValidationResult result = check(draft);
    REQUIRE_FALSE(result);
    REQUIRE(result.error().size() == 1);
    CHECK(result.error()[0].place.field == field::description);
    CHECK(result.error()[0].arguments == QStringList{QStringLiteral("personal-number"), number});
}

TEST_CASE("a text may have ten thousand characters and no more")
{
    IncidentDraft draft = goodDraft();
    draft.description = QString(10'000, u'x');
    CHECK(faults(draft).isEmpty());
    draft.description = QString(10'001, u'x');
    CHECK(faults(draft) == QStringLiteral("value-out-of-range@description"));
}

TEST_CASE("texts lose the spaces around them")
{
    IncidentDraft draft = goodDraft();
    draft.placeName = QStringLiteral("  Broplatsen ");
    draft.externalId = QStringLiteral(" 17 ");
    const ValidationResult result = check(draft);
    REQUIRE(result);
    CHECK(result->placeName == QStringLiteral("Broplatsen"));
    CHECK(result->externalId == QStringLiteral("17"));
}

TEST_CASE("an incident taken up for change and saved as it was is the same incident")
{
    IncidentDraft draft = goodDraft();
    draft.id = QUuid::createUuidV5(QUuid(), QStringLiteral("one"));
    draft.occurredTo = noon();
    draft.precision = Precision::Place;
    draft.radius = 80.0;
    draft.placeName = QStringLiteral("Broplatsen");
    draft.surroundings = Surroundings::Outdoor;
    draft.organisation = QStringLiteral("Västtrafik");
    draft.sourceType = SourceType::Partner;
    draft.externalId = QStringLiteral("17");
    draft.severity = 3;
    draft.persons = 12;
    draft.reportedToPolice = PoliceReport::Yes;
    draft.description = QStringLiteral("Stenkastning");
    draft.intervention = QUuid::createUuidV5(QUuid(), QStringLiteral("two"));
    draft.status = IncidentStatus::Closed;
    draft.confidentiality = Confidentiality::Partner;
    draft.disposalDate = QDate(2026, 6, 1);
    draft.ambiguousTime = true;
    const ValidationResult first = check(draft);
    REQUIRE(first);
    const ValidationResult again = check(IncidentDraft::fromIncident(*first));
    REQUIRE(again);
    CHECK((*first == *again));
    CHECK(again->radius == 80.0);
    CHECK(again->disposalDate == QDate(2026, 6, 1));
}

TEST_CASE("a default radius follows when the precision of an incident is changed")
{
    const ValidationResult first = check(goodDraft());
    REQUIRE(first);
    IncidentDraft draft = IncidentDraft::fromIncident(*first);
    draft.precision = Precision::Street;
    CHECK(check(draft)->radius == 50.0);
}

TEST_CASE("control characters of a table or a paste do not get into the file, nor hide personal data")
{
    IncidentDraft draft = goodDraft();
    draft.description = QStringLiteral("rad ett\r\nrad") + QChar(0) + QStringLiteral(" två\x1b\tslut");
    draft.placeName = QStringLiteral("Kvarn") + QChar(1) + QStringLiteral("byn");
    const ValidationResult result = check(draft);
    REQUIRE(result);
    CHECK(result->description == QStringLiteral("rad ett\nrad två\tslut"));
    CHECK(result->placeName == QStringLiteral("Kvarnbyn"));
    draft.description = QStringLiteral("anna@exam") + QChar(0) + QStringLiteral("ple.se");
    CHECK(faults(draft) == QStringLiteral("personal-data@description"));
}
