#include "page_fixture.h"
#include "paper/section_parts.h"
#include "stored_file.h"
#include "report/map_part.h"
#include "report/pdf_file.h"
#include "support/catch.h"

#include <QRegularExpression>

using namespace hk;
using namespace hk::report;

namespace {

const test::StoredFile& sampleFile()
{
    static const test::StoredFile file(test::sampleOfTwoYears());
    return file;
}

IncidentFilter quarter()
{
    IncidentFilter filter;
    filter.from = QDate(2026, 4, 1);
    filter.to = QDate(2026, 7, 1);
    return filter;
}

paper::Document reportOf(const test::StoredFile& file, const IncidentFilter& filter,
                         const ProductOptions& options = test::optionsOf(Product::SituationReport))
{
    auto made = test::documentOf(file.analysis(filter), options);
    REQUIRE(made);
    return *made;
}

QDateTime noon(int day)
{
    return {QDate(2026, 6, day), QTime(10, 0), Qt::UTC};
}

QByteArray bytesOf(const paper::Document& document)
{
    const auto pdf = pdfOf(document);
    REQUIRE(pdf);
    return *pdf;
}

} // namespace

TEST_CASE("a situation report has 6 to 12 upright pages on which nothing meets anything else", "[report]")
{
    for (const Paper paper : {Paper::A4, Paper::A3}) {
        ProductOptions options = test::optionsOf(Product::SituationReport);
        options.page.paper = paper;
        const paper::Document document = reportOf(sampleFile(), quarter(), options);
        CAPTURE(document.sheets.size());
        CHECK(document.sheets.size() >= (paper == Paper::A4 ? 6 : 5));
        CHECK(document.sheets.size() <= 12);
        for (const paper::Sheet& sheet : document.sheets)
            CHECK(sheet.size == paper::paperSize(paper, Orientation::Portrait));
        test::checkFrames(document);
    }
}

TEST_CASE("the contents lead to their sections, and name the pages that the bookmarks have", "[report]")
{
    const paper::Document document = reportOf(sampleFile(), quarter());
    const auto place = paper::find(document, QStringLiteral("contents"));
    REQUIRE(place);
    CHECK(place->sheet == 0);
    std::vector<paper::LinkArea> links;
    for (const paper::Frame& frame : document.sheets[0].frames)
        if (frame.id == QStringLiteral("contents"))
            links = frame.part->links(frame.rect, paper::Lettering(1.0));
    REQUIRE(links.size() == document.bookmarks.size());
    for (std::size_t i = 0; i < links.size(); ++i) {
        const auto target = paper::find(document, links[i].target);
        REQUIRE(target);
        CHECK(target->sheet == document.bookmarks[i].sheet);
    }
    const auto text = test::pageText(document);
    if (!text)
        return;
    const QString first = text->section(u'\f', 0, 0);
    for (std::size_t i = 0; i < document.bookmarks.size(); ++i) {
        const QStringList cells =
            test::lineOf(first.mid(first.indexOf(QStringLiteral("Contents"))), QString::number(i + 1));
        REQUIRE(cells.size() >= 2);
        CHECK(cells.last() == QString::number(document.bookmarks[i].sheet + 1));
    }
    for (int sheet = 0; sheet < static_cast<int>(document.sheets.size()); ++sheet)
        CHECK(text->section(u'\f', sheet, sheet)
                  .contains(QStringLiteral("%1 (%2)").arg(sheet + 1).arg(document.sheets.size())));
}

TEST_CASE("the report has a map of the whole and one of the hub at 1:5 000", "[report]")
{
    const std::vector<MapPagePtr> maps = mapsOf(reportOf(sampleFile(), quarter()));
    REQUIRE(maps.size() == 2);
    CHECK(maps[1]->scale == 5000.0);
    CHECK(maps[1]->centre == workspace::hub());
    CHECK(maps[0]->scale != 5000.0);
}

TEST_CASE("the same report is the same file, byte for byte", "[report]")
{
    CHECK(bytesOf(reportOf(sampleFile(), quarter())) == bytesOf(reportOf(sampleFile(), quarter())));
}

TEST_CASE("a report without incidents is a page that says so", "[report]")
{
    IncidentFilter nothing;
    nothing.from = QDate(1990, 1, 1);
    nothing.to = QDate(1990, 2, 1);
    const paper::Document document = reportOf(sampleFile(), nothing);
    CHECK(document.sheets.size() == 1);
    test::checkFrames(document);
    if (const auto text = test::pageText(document))
        CHECK(text->contains(QStringLiteral("No incidents in this selection.")));
    const paper::Document empty = reportOf(test::StoredFile({}), {});
    CHECK(empty.sheets.size() == 1);
    if (const auto text = test::pageText(empty))
        CHECK(text->contains(QStringLiteral("No incidents in this selection.")));
}

TEST_CASE("of one incident the report says that there are too few to say more", "[report]")
{
    const test::StoredFile file({test::incidentAt(noon(3), QStringLiteral("S1"))});
    const paper::Document document = reportOf(file, quarter());
    test::checkFrames(document);
    const auto text = test::pageText(document);
    if (!text)
        return;
    CHECK(text->simplified().contains(
        QStringLiteral("There are too few incidents to say what is most common, where or when.")));
    CHECK_FALSE(text->contains(QStringLiteral("Most common")));
    CHECK_FALSE(text->contains(QStringLiteral("Most concentrated")));
}

TEST_CASE(
    "200 categories, a title of 500 characters, emoji and writing from right to left keep the pages whole",
    "[report]")
{
    std::vector<Category> categories;
    std::vector<Incident> incidents;
    for (int i = 0; i < 200; ++i) {
        const QString code = QStringLiteral("Q%1").arg(i);
        categories.push_back({code, QStringLiteral("Kategori %1").arg(i),
                              QStringLiteral("Category %1").arg(i), CategoryGroup::Damage, false});
        incidents.push_back(test::incidentAt(noon(1 + i % 28), code, i * 3.0));
    }
    const test::StoredFile file(incidents, CategoryList(categories));
    for (const QString& title :
         {QString(500, u'W'), QStringLiteral("Ett ord till ").repeated(40),
          QStringLiteral("Kväll \U0001F6B2\U0001F319 i stan"),
          QStringLiteral("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 abc")}) {
        ProductOptions options = test::optionsOf(Product::SituationReport);
        options.page.title = title;
        const paper::Document document = reportOf(file, quarter(), options);
        test::checkFrames(document);
        CHECK(document.sheets.size() <= 12);
        const auto text = test::pageText(document);
        if (!text)
            continue;
        CHECK(text->contains(QStringLiteral("160 other")));
    }
}

TEST_CASE("what is planned stands in a section of its own, and there is none where nothing is", "[report]")
{
    std::vector<Incident> incidents;
    for (int i = 0; i < 8; ++i)
        incidents.push_back(test::incidentAt(noon(3 + i), QStringLiteral("S1"), i));
    const auto plain = test::pageText(reportOf(test::StoredFile(incidents), quarter()));
    incidents.push_back(test::incidentAt({QDate(2026, 8, 20), QTime(16, 0), Qt::UTC}, QStringLiteral("X2")));
    incidents.back().placeName = QStringLiteral("Stadshustorget");
    const auto planned = test::pageText(reportOf(test::StoredFile(incidents), quarter()));
    if (!plain || !planned)
        return;
    CHECK_FALSE(plain->contains(QStringLiteral("Planned")));
    CHECK(planned->contains(QStringLiteral("Stadshustorget")));
    CHECK(planned->contains(QStringLiteral("X2 Event (planned)")));
}

TEST_CASE("a report that is stopped is none", "[report]")
{
    std::stop_source source;
    source.request_stop();
    const auto made = makeDocument({sampleFile().analysis(quarter()), nullptr, nullptr},
                                   test::optionsOf(Product::SituationReport), source.get_token());
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Cancelled);
}
