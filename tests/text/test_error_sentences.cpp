#include "core/incident_draft.h"
#include "support/catch.h"
#include "support/personal_numbers.h"
#include "swedish.h"
#include "text/sentences.h"

#include <QSet>

using namespace hk;
using namespace hk::test;

namespace {

Error error(ErrorCode code, const ErrorPlace& place = {}, const QStringList& arguments = {})
{
    return {code, place, arguments, QStringLiteral("technical words")};
}

} // namespace

TEST_CASE("every error says what happened and what to do, with its arguments or without")
{
    const InEnglish language;
    QSet<QString> sentences;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        CAPTURE(codeName(code));
        for (const QStringList& arguments :
             {QStringList{}, QStringList{QStringLiteral("17"), QStringLiteral("1"), QStringLiteral("3")}}) {
            const QString sentence = text::describe(error(code, {}, arguments));
            CAPTURE(sentence);
            CHECK(sentence.size() > 20);
            CHECK(sentence.endsWith(u'.'));
            CHECK(sentence.contains(QStringLiteral(". "))); // two sentences
            CHECK_FALSE(sentence.contains(u'%'));
            CHECK_FALSE(sentence.contains(QStringLiteral("technical words")));
            CHECK_FALSE((codeName(code).contains(u'-') && sentence.contains(codeName(code))));
        }
        sentences.insert(text::describe(error(code)));
    }
    CHECK(sentences.size() == static_cast<int>(ErrorCode::Internal) + 1);
}

TEST_CASE("an error in an import names file, row and field")
{
    const InEnglish language;
    CHECK(text::describe(error(ErrorCode::UnknownCategory,
                               {QStringLiteral("/tmp/incidents.csv"), 1012, field::category},
                               {QStringLiteral("Z9")})) ==
          QStringLiteral(
              "incidents.csv, row 1012, Category: There is no category “Z9”. Choose one from the list."));
    CHECK(text::describe(error(ErrorCode::ValueMissing, {{}, 12, field::from})) ==
          QStringLiteral("Row 12, From: A value is missing. Fill it in."));
    CHECK(text::describe(error(ErrorCode::ValueMissing, {{}, -1, field::from})) ==
          QStringLiteral("From: A value is missing. Fill it in."));
}

TEST_CASE("an error about a file names it once")
{
    const InEnglish language;
    const QString sentence =
        text::describe(error(ErrorCode::FileLocked, {QStringLiteral("/tmp/a folder/bro.gpkg"), -1, {}}));
    CHECK(sentence ==
          QStringLiteral("Another program is using the file bro.gpkg. Close it there and try again."));
}

TEST_CASE("numbers in an error are written as the language does")
{
    const InSwedish language;
    const QString sentence = text::describe(
        error(ErrorCode::OutsideSweden, {}, {QStringLiteral("-661043"), QStringLiteral("6103448")}));
    CHECK(sentence.contains(QStringLiteral("6\u00a0103\u00a0448")));
    CHECK(sentence.contains(QStringLiteral("661\u00a0043")));
    CHECK(text::describe(
              error(ErrorCode::BandwidthTooSmall, {}, {QStringLiteral("12.5"), QStringLiteral("25")}))
              .contains(QStringLiteral("12,5")));
}

TEST_CASE("dates among the limits stay dates")
{
    const InEnglish language;
    const QString sentence = text::describe(
        error(ErrorCode::ValueOutOfRange, {{}, -1, field::from},
              {QStringLiteral("0204-05-31"), QStringLiteral("1900-01-01"), QStringLiteral("2100-12-31")}));
    CHECK(sentence.contains(QStringLiteral("0204-05-31 is not between 1900-01-01 and 2100-12-31")));
}

TEST_CASE("a text that is too long is told by its length")
{
    const InEnglish language;
    CHECK(text::describe(error(ErrorCode::ValueOutOfRange, {{}, -1, field::description},
                               {QStringLiteral("10001"), QStringLiteral("0"), QStringLiteral("10000")})) ==
          QStringLiteral(
              "Description: The text has 10,001 characters, and 10,000 is the most there is room for. "
              "Shorten it."));
}

TEST_CASE("personal data is shown with its kind")
{
    const InEnglish language;
    QSet<QString> sentences;
    for (const char* kind : {"personal-number", "coordination-number", "phone", "email", "registration", "bank-card", "name"}) {
        const QString sentence = text::describe(
            error(ErrorCode::PersonalData, {}, {QString::fromLatin1(kind), QStringLiteral("ABC 123")}));
        CHECK(sentence.contains(QStringLiteral("ABC 123")));
        sentences.insert(sentence);
    }
    CHECK(sentences.size() == 7);
}

TEST_CASE("words of the input that look like placeholders stay as they are")
{
    const InEnglish language;
    CHECK(text::describe(
              error(ErrorCode::ColumnNotFound, {QStringLiteral("%2.csv"), 3, {}}, {QStringLiteral("%1 %n")}))
              .contains(QStringLiteral("“%1 %n”")));
}

TEST_CASE("all faults of a draft can be told")
{
    const InEnglish language;
    IncidentDraft draft;
    draft.description = QStringLiteral("Mannen, ") + personalNumber({QStringLiteral("19640823")});
    draft.severity = 9;
    const auto result =
        validate(draft, CategoryList::standard(), QDateTime(QDate(2024, 6, 1), QTime(12, 0), Qt::UTC));
    REQUIRE_FALSE(result);
    REQUIRE(result.error().size() == 5);
    for (const Error& fault : result.error())
        CHECK(text::describe(fault).startsWith(text::fieldName(fault.place.field) + QStringLiteral(": ")));
}
