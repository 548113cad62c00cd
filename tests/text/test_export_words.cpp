#include "support/catch.h"
#include "text/cover_page.h"
#include "text/export_words.h"
#include "text/sentences.h"

using namespace hk;

namespace {

QString sentences(const ExportSummary& summary) { return text::exportSentences(summary).join(u' '); }

} // namespace

TEST_CASE("an export for everybody says how many counts are left out, and why")
{
    ExportSummary summary;
    summary.profile = ExportProfile::Public;
    summary.selected = 600;
    summary.rows = 40;
    summary.threshold = 5;
    CHECK(sentences(summary).contains(QStringLiteral("No count is below 5")));
    summary.cellsSmall = 12;
    summary.cellsProtecting = 7;
    CHECK(sentences(summary).contains(QStringLiteral("12 count(s) below 5 are not shown")));
    CHECK(sentences(summary).contains(QStringLiteral("7 other count(s)")));
    CHECK_FALSE(sentences(summary).contains(QStringLiteral("row of their own")));
}

TEST_CASE("an export for a partner says what is not in it; one that leaves nothing out says nothing of it")
{
    ExportSummary summary;
    summary.profile = ExportProfile::Partner;
    summary.selected = 10;
    summary.rows = 10;
    CHECK(text::exportSentences(summary).size() == 1);
    summary.rows = 4;
    summary.leftOutInternal = 5;
    summary.leftOutCategories = 1;
    summary.coarsened = 3;
    CHECK(text::exportSentences(summary).size() == 4);
}

TEST_CASE("what goes wrong with passphrases, packages and agreements is said without their place")
{
    const auto said = [](ErrorCode code, const char* field, const QStringList& arguments = {}) {
        return text::describe({code, {QStringLiteral("/mapp/maj.hkpaket"), -1, QString::fromLatin1(field)}, arguments, {}});
    };
    CHECK(said(ErrorCode::FileDamaged, "altered")
          == QStringLiteral("The file maj.hkpaket is damaged or has been altered since it was made, so nothing was taken from "
                            "it. Fetch it again from where it came."));
    CHECK(said(ErrorCode::AccessDenied, "passphrase").contains(QStringLiteral("not the passphrase")));
    CHECK(said(ErrorCode::ValueMissing, "passphrase").contains(QStringLiteral("passphrase is needed")));
    CHECK(said(ErrorCode::ValueOutOfRange, "passphrase", {QString(), QStringLiteral("12"), QStringLiteral("1024")})
              .contains(QStringLiteral("at least 12")));
    CHECK(said(ErrorCode::NotFound, "agreement", {QStringLiteral("Västtrafik")}).contains(QStringLiteral("Västtrafik")));
}

TEST_CASE("words of others on the cover page are never markup")
{
    HandoverFacts facts;
    facts.sender = QStringLiteral("<b>A</b> & B");
    facts.filter = QStringLiteral("Innehåller “<script>”");
    facts.created = QDateTime(QDate(2026, 1, 15), QTime(8, 0), Qt::UTC);
    const QString page = text::coverPage(facts, {QStringLiteral("a < b")});
    CHECK(page.contains(QStringLiteral("&lt;b&gt;A&lt;/b&gt; &amp; B")));
    CHECK_FALSE(page.contains(QStringLiteral("<script")));
    CHECK(page.contains(QStringLiteral("a &lt; b")));
}
