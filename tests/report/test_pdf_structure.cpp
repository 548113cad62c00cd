#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/hotspot_part.h"
#include "report/pdf_file.h"
#include "report/protocol_pdf.h"
#include "stored_file.h"
#include "structure_check.h"
#include "support/catch.h"
#include "workspace/disposal_words.h"

#include <QRegularExpression>
#include <qpdf/QPDF.hh>

using namespace hk;
using namespace hk::report;

namespace {

QByteArray pdfOfProduct(Product product)
{
    static const test::StoredFile file(test::sampleOfTwoYears());
    static const workspace::MapAnalysisPtr analysis = file.analysis({});
    const auto document = test::documentOf(analysis, test::optionsOf(product));
    REQUIRE(document);
    return pdfOf(*document).value();
}

/// The structure as a screen reader meets it: types and texts; nothing where pdfinfo is not installed.
std::optional<QString> readAloud(const QByteArray& pdf)
{
    const auto read = test::outputOf(QStringLiteral("pdfinfo"),
                                     {QStringLiteral("-struct-text"), QStringLiteral("%1")}, pdf);
    if (!read) {
        WARN("SKIPPED: pdfinfo (poppler-utils) is not installed");
        return {};
    }
    return QString::fromUtf8(*read).simplified().replace(QChar::Nbsp, u' ');
}

workspace::Protocol protocolOf(int kinds)
{
    workspace::Protocol protocol;
    protocol.title = QStringLiteral("Gallringsprotokoll");
    protocol.at = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
    protocol.facts = {{QStringLiteral("Fil"), QStringLiteral("Händelser (h.gpkg)")}};
    workspace::Protocol::Table table{
        QStringLiteral("Det som gallrades"), {QStringLiteral("Kategori"), QStringLiteral("Händelser")}, {}};
    for (int i = 1; i <= kinds; ++i)
        table.rows.append({QStringLiteral("Slag %1").arg(i), QString::number(1000 + i)});
    protocol.tables.append(table);
    protocol.remarks = {QStringLiteral("Filen byggdes om efteråt.")};
    return protocol;
}

} // namespace

TEST_CASE("the structure of every product is whole", "[report][pdf]")
{
    for (const Product product : allProducts()) {
        CAPTURE(keyOf(product));
        const QStringList faults = test::structureFaults(pdfOfProduct(product));
        CHECK(faults.join(u'\n') == QString());
    }
}

TEST_CASE("every product's file tells title, subject and the keywords by which it is found", "[report][pdf]")
{
    for (const Product product : allProducts()) {
        CAPTURE(keyOf(product).toStdString());
        const auto told = test::outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("%1")},
                                         pdfOfProduct(product));
        if (!told)
            return;
        const QString words = QString::fromUtf8(*told);
        const QRegularExpression keywords(QStringLiteral("Keywords: +%1,.*Händelsekartan").arg(titleOf(product)));
        CHECK(words.contains(keywords));
        CHECK(words.contains(QRegularExpression(QStringLiteral("Title: +\\S"))));
        CHECK(words.contains(QRegularExpression(QStringLiteral("Subject: +\\S"))));
    }
}

TEST_CASE("the check of the structure finds what is wrong", "[report][pdf]")
{
    const QByteArray good = pdfOf(protocolDocument(protocolOf(3))).value();
    REQUIRE(test::structureFaults(good).isEmpty());
    CHECK_FALSE(test::structureFaults(test::paintedPdf(1)).isEmpty());
    CHECK_FALSE(test::structureFaults(finishedPdf(test::paintedPdf(1), test::factsOf(1)).value()).isEmpty());
}

TEST_CASE("a meeting map is read as its title, its map in words, and the table of its hotspots cell by cell",
          "[report][pdf]")
{
    const MapPage page = test::hubPage(*test::sampleAnalysis());
    const QByteArray pdf = pdfOf(test::documentOf(page)).value();
    const QStringList structure = test::structureOf(pdf);
    REQUIRE(structure.size() > 20);
    CHECK(structure.front() == QLatin1String("H1"));
    CHECK(structure.count(QStringLiteral("H1")) == 1);
    CHECK(structure.count(QStringLiteral("H2")) >= 3); // the legends, the hotspots
    const QRectF frame = test::frameOf(page, QStringLiteral("hotspots"));
    const int rows =
        HotspotPart(std::make_shared<const MapPage>(page), {}).rowsIn(frame.size(), paper::Lettering(1.0));
    REQUIRE(rows > 0);
    CHECK(structure.count(QStringLiteral(" TR")) == rows + 1);
    CHECK(structure.count(QStringLiteral("  TH")) == 5);
    CHECK(structure.count(QStringLiteral("  TD")) == 5 * rows);
    CHECK(structure.count(QStringLiteral("L")) >= 1);
    const QString map = QStringLiteral("Figure=Map at 1:5,000: ");
    CHECK(std::count_if(structure.begin(), structure.end(),
                        [&](const QString& line) { return line.startsWith(map); }) == 1);
    const std::optional<QString> read = readAloud(pdf);
    if (!read)
        return;
    const workspace::HotspotRow& first = page.hotspots.front();
    CHECK(read->contains(QStringLiteral("H1 (block) \"%1\"").arg(page.title)));
    CHECK(read->contains(QStringLiteral("TD \"1\" TD \"%1").arg(first.name)));
    CHECK(read->contains(QStringLiteral("TD \"%1\"").arg(first.incidents)));
    CHECK_FALSE(read->contains(QStringLiteral("SWEREF 99 TM, EPSG"))); // the foot is no part of it
}

TEST_CASE("a situation report has levels of headings, tables of cells and contents of links", "[report][pdf]")
{
    const QByteArray pdf = pdfOfProduct(Product::SituationReport);
    const QStringList structure = test::structureOf(pdf);
    CHECK(structure.front() == QLatin1String("H1"));
    CHECK(structure.count(QStringLiteral("H2")) >= 6);
    CHECK(structure.count(QStringLiteral("H3")) >= 4);
    CHECK(structure.count(QStringLiteral("Table")) >= 4);
    CHECK(structure.count(QStringLiteral("TOC")) == 1);
    CHECK(structure.count(QStringLiteral(" TOCI")) == structure.count(QStringLiteral("H2")));
    CHECK(structure.contains(QStringLiteral("   Link=1 Summary")));
    const auto read = readAloud(pdf);
    if (read)
        CHECK(read->contains(QStringLiteral("H2 (block) \"1 Summary\"")));
}

TEST_CASE("a table that runs over pages is one table with its head once", "[report][pdf]")
{
    constexpr int kinds = 200;
    const paper::Document document = protocolDocument(protocolOf(kinds));
    REQUIRE(document.sheets.size() > 2);
    const QByteArray pdf = pdfOf(document).value();
    CHECK(test::structureFaults(pdf).join(u'\n') == QString());
    const QStringList structure = test::structureOf(pdf);
    CHECK(structure.count(QStringLiteral("Table")) == 1);
    CHECK(structure.count(QStringLiteral(" TR")) == kinds + 1);
    CHECK(structure.count(QStringLiteral("  TH")) == 2);
    CHECK(structure.count(QStringLiteral("H2")) == 1); // "…, continued" is no heading
    const auto read = readAloud(pdf);
    if (!read)
        return;
    CHECK(read->count(QStringLiteral("TH: /Scope /Column \"Kategori\"")) == 1);
    CHECK(read->contains(QStringLiteral("TR TD \"Slag 200\" TD \"1200\"")));
    CHECK_FALSE(read->contains(QStringLiteral("continued")));
}

TEST_CASE("a paragraph that runs over pages is one paragraph", "[report][pdf]")
{
    workspace::Protocol protocol = protocolOf(1);
    protocol.remarks = {QStringLiteral("Ett ord till. ").repeated(900)};
    const paper::Document document = protocolDocument(protocol);
    REQUIRE(document.sheets.size() > 1);
    const QByteArray pdf = pdfOf(document).value();
    CHECK(test::structureFaults(pdf).join(u'\n') == QString());
    CHECK(test::structureOf(pdf).count(QStringLiteral("P")) == 1);
}
