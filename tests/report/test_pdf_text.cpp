#include "map/basemap.h"
#include "map/label_layout.h"
#include "page_fixture.h"
#include "report/hotspot_part.h"
#include "report/legend.h"
#include "support/catch.h"
#include "text/sentences.h"

#include <QProcess>
#include <QStandardPaths>

using namespace hk;
using namespace hk::report;

namespace {

/// What a reader finds in the PDF; nothing where pdftotext is not installed.
std::optional<QString> textOf(const MapPage& page)
{
    const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (tool.isEmpty()) {
        WARN("SKIPPED: pdftotext (poppler-utils) is not installed");
        return {};
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    const auto written = writePdf(test::documentOf(page), path);
    REQUIRE(written);
    QProcess process;
    process.start(tool, {QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    QString text = QString::fromUtf8(process.readAllStandardOutput());
    text.replace(QChar::Nbsp, u' ');
    return text;
}

} // namespace

TEST_CASE("everything a page must say can be found in the PDF as text", "[report]")
{
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.to = QDate(2026, 11, 1);
    const MapPage page = test::hubPage(*test::sampleAnalysis(filter));
    const std::optional<QString> text = textOf(page);
    if (!text)
        return;
    const QStringList expected{page.title,
                               page.period,
                               QStringLiteral("%1 of %2").arg(page.shown).arg(page.total),
                               QStringLiteral("incidents/km²"),
                               QStringLiteral("150 m"),
                               QStringLiteral("25 m"),
                               QStringLiteral("1:5,000 (A4)"),
                               QStringLiteral("SWEREF 99 TM"),
                               QStringLiteral("Sample data – invented incidents"),
                               QStringLiteral("Internal"),
                               QStringLiteral("23 November 2026"),
                               QStringLiteral("Invented file"),
                               text::attribution(test::basemap()->attribution())};
    for (const QString& words : expected) {
        CAPTURE(words);
        CHECK(text->contains(words));
    }
    const int rows = HotspotPart(std::make_shared<const MapPage>(page), {})
                         .rowsIn(test::frameOf(page, QStringLiteral("hotspots")).size(), paper::Lettering(1.0));
    REQUIRE(rows > 0);
    for (int i = 0; i < rows; ++i) {
        const workspace::HotspotRow& row = page.hotspots[static_cast<std::size_t>(i)];
        CAPTURE(row.name);
        CHECK(text->contains(row.name));
        CHECK(text->contains(QString::number(row.incidents)));
    }
}

TEST_CASE("a search in the PDF finds the whole name of every street that is labelled along its curve",
          "[report]")
{
    MapPage page = test::hubPage(*test::sampleAnalysis());
    const std::optional<QString> text = textOf(page);
    if (!text)
        return;
    const map::MapViewport viewport = viewportOf(page, test::mapFrame(page), 1.0);
    const auto labels =
        map::LabelLayout::make(page.scene.ground, page.scene.style, viewport, viewport.planeRect());
    int curved = 0;
    for (const map::PlacedLabel& label : labels->labels()) {
        if (label.glyphs.empty())
            continue;
        ++curved;
        CAPTURE(label.text);
        CHECK(text->contains(label.text));
    }
    CHECK(curved > 5);
}

TEST_CASE("Swedish letters and fi are copied as they are written", "[report]")
{
    MapPage page = test::barePage(Paper::A4, Orientation::Portrait, 5000);
    page.title = QStringLiteral("Åtgärd i affischfickan på Öjersjö, éfi");
    const std::optional<QString> text = textOf(page);
    if (text)
        CHECK(text->contains(page.title));
}

TEST_CASE("the PDF of an empty selection says that there is nothing", "[report]")
{
    IncidentFilter nothing;
    nothing.from = QDate(1990, 1, 1);
    nothing.to = QDate(1990, 2, 1);
    const std::optional<QString> text = textOf(test::hubPage(*test::sampleAnalysis(nothing)));
    if (text)
        CHECK(text->contains(QStringLiteral("No incidents in this selection.")));
}

TEST_CASE("titles of 500 characters, with emoji or from right to left do not break a page", "[report]")
{
    for (const QString& title :
         {QStringLiteral("Ett ord till ").repeated(40), QString(500, u'Å'),
          QStringLiteral("Kväll \U0001F6B2\U0001F319 i stan"),
          QStringLiteral("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 abc"),
          QStringLiteral("first\nsecond\tthird\u0007"), QString()}) {
        MapPage page = test::barePage(Paper::A4, Orientation::Landscape, 5000);
        page.title = title;
        const QTemporaryDir folder;
        CHECK(writePdf(test::documentOf(page), folder.filePath(QStringLiteral("page.pdf"))));
    }
}
