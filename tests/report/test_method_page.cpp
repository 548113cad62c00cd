#include "page_fixture.h"
#include "paper/lettering.h"
#include "report/pdf_file.h"
#include "support/catch.h"

#include <QProcess>
#include <QStandardPaths>

using namespace hk;
using namespace hk::report;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

methods::MethodResultPtr someResult(int rows = 12, bool withLayer = true)
{
    using Form = methods::ResultColumn::Form;
    auto result = std::make_shared<methods::MethodResult>();
    result->title = u("Hot and cold areas");
    result->parameters = {u("Cells of 50 m"), u("Neighbours within 71 m")};
    result->sentences = {u("Twelve cells have more incidents than chance gives."), u("None has fewer.")};
    result->warnings = {u("Few incidents per cell: a rough guide.")};
    result->remarks = {u("17 incidents without an exact place are left out.")};
    methods::ResultTable table;
    table.title = u("Cells");
    table.columns = {{u("place"), u("Place"), Form::Words, 0},
                     {u("incidents"), u("Incidents"), Form::Count, 0},
                     {u("z"), u("Standard deviations from what is expected (z)"), Form::Number, 2},
                     {u("p"), u("p"), Form::Probability, 3}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({u("A place with a name that is by no means short, number %1").arg(i), 1250 + i, 2.5, 0.0123});
    result->tables = {table};
    methods::ResultBars bars;
    bars.title = u("Hours of the day");
    bars.unit = u("incidents");
    for (int hour = 0; hour < 24; ++hour) {
        bars.labels.append(QString::number(hour));
        bars.values.push_back(hour);
        bars.reference.push_back(12);
    }
    bars.referenceName = u("Even week");
    result->bars = {bars};
    if (withLayer) {
        auto layer = std::make_shared<map::StudyLayer>();
        layer->title = u("Hot and cold areas");
        layer->note = u("Getis–Ord Gi*, with a correction for many tests");
        layer->classes = {{u("Hot, 99%"), QColor(178, 24, 43, 170), 0}, {u("Cold, 99%"), QColor(33, 102, 172, 170), 0}};
        map::StudyShape shape;
        shape.parts = {{{322000, 6394100}, {322200, 6394100}, {322200, 6394300}, {322000, 6394300}}};
        shape.classIndex = 0;
        layer->shapes = {shape};
        result->layer = layer;
    }
    return result;
}

MapPage pageWith(const methods::MethodResultPtr& result, Paper paper = Paper::A4,
                 Orientation orientation = Orientation::Landscape)
{
    PageOptions options;
    options.paper = paper;
    options.orientation = orientation;
    options.centre = workspace::hub();
    options.method = result;
    return pageOf(*test::sampleAnalysis(), options, map::groundOf(test::basemap()), test::basemap());
}

QString textOf(const MapPage& page, int sheet)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u("page.pdf"));
    REQUIRE(writePdf(test::documentOf(page), path));
    QProcess process;
    const QString number = QString::number(sheet);
    process.start(u("pdftotext"), {u("-layout"), u("-f"), number, u("-l"), number, path, u("-")});
    REQUIRE(process.waitForFinished());
    return QString::fromUtf8(process.readAllStandardOutput()).replace(QChar::Nbsp, u' ');
}

bool hasTool()
{
    if (!QStandardPaths::findExecutable(u("pdftotext")).isEmpty())
        return true;
    WARN("SKIPPED: pdftotext (poppler-utils) is not installed");
    return false;
}

} // namespace

TEST_CASE("a page with a method has a second sheet, and one without has none", "[report]")
{
    CHECK(test::documentOf(pageWith(nullptr)).sheets.size() == 1);
    CHECK(test::documentOf(pageWith(someResult())).sheets.size() == 2);
}

TEST_CASE("nothing on the pages of a method meets another part, whatever the paper", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const int rows : {1, 12, 400}) {
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), rows);
            const MapPage page = pageWith(someResult(rows), paper, orientation);
            const paper::Document document = test::documentOf(page);
            REQUIRE(document.sheets.size() >= 2);
            test::checkFrames(document);
            CHECK_FALSE(test::frameOf(page, u("studyLegend")).isEmpty());
            CHECK(paper::find(document, u("table4")));
        }
}

TEST_CASE("the sheets say what the screen says of a method", "[report]")
{
    if (!hasTool())
        return;
    const methods::MethodResultPtr result = someResult();
    const MapPage page = pageWith(result);
    const QString first = textOf(page, 1).simplified();
    CHECK(first.contains(u("Hot, 99%")));
    CHECK(first.contains(u("Analysis: Hot and cold areas")));
    const QString second = textOf(page, 2).simplified();
    CHECK(second.contains(u("Analysis: Hot and cold areas")));
    for (const QString& words : result->warnings + result->remarks + result->parameters)
        CHECK(second.contains(words));
    CHECK(second.contains(u("Twelve cells have more incidents than chance gives.")));
    for (const QVariantList& row : result->tables.front().rows)
        CHECK(second.contains(methods::shown(row.at(1), result->tables.front().columns.at(1))));
    CHECK(second.contains(u("0.012")));
}

TEST_CASE("on paper a number stays on the line of its sign, as on screen", "[report]")
{
    CHECK(paper::Lettering::plain(u("Till (95\u00a0%)")) == u("Till (95\u00a0%)"));
    CHECK(paper::Lettering::plain(u("  a\n\tb\u0007  c ")) == u("a b c"));
}

TEST_CASE("the head of a column of small numbers is written out", "[report]")
{
    if (!hasTool())
        return;
    auto result = std::make_shared<methods::MethodResult>(*someResult());
    result->tables.front().columns.at(2).title = QStringLiteral("Senare händelser på utpekad yta");
    const QString second = textOf(pageWith(result), 2);
    CHECK(second.contains(u("utpekad")));
    CHECK_FALSE(second.contains(QStringLiteral("utpe…")));
}

TEST_CASE("rows without room go on on the next sheet", "[report]")
{
    if (!hasTool())
        return;
    const MapPage page = pageWith(someResult(400));
    const std::size_t sheets = test::documentOf(page).sheets.size();
    REQUIRE(sheets > 3);
    QString words;
    for (std::size_t sheet = 2; sheet <= sheets; ++sheet)
        words += textOf(page, static_cast<int>(sheet));
    CHECK(words.contains(u("continued")));
    words = words.simplified();
    for (const QVariantList& row : page.method->tables.front().rows) {
        const QString count = methods::shown(row.at(1), page.method->tables.front().columns.at(1));
        CAPTURE(count.toStdString());
        CHECK(words.contains(count));
    }
}

TEST_CASE("both sheets of a PDF have the size of the paper", "[report]")
{
    const paper::Document document = test::documentOf(pageWith(someResult()));
    const PdfFacts facts = factsOf(document, paintedPdf(document));
    REQUIRE(facts.paper.size() == 2);
    CHECK(facts.paper[0] == QSizeF(297, 210));
    CHECK(facts.paper[1] == QSizeF(297, 210));
}

TEST_CASE("a method without a map leaves the heatmap and the hotspots where they are", "[report]")
{
    const MapPage page = pageWith(someResult(5, false));
    CHECK(page.showHotspots);
    CHECK(page.scene.heatmap != nullptr);
    CHECK(page.scene.study == nullptr);
    CHECK(test::documentOf(page).sheets.size() == 2);
}
