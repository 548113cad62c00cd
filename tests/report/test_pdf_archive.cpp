#include "archive_check.h"
#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/pdf_file.h"
#include "report/pdf_finish.h"
#include "support/catch.h"

#include <functional>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace hk;
using namespace hk::report;

namespace {

using Handle = QPDFObjectHandle;

/// Facts with everything that a report has.
PdfFacts fullFacts()
{
    PdfFacts facts = test::factsOf(2);
    facts.author = QStringLiteral("Trygghetsgruppen");
    facts.subject = QStringLiteral("Läget");
    facts.keywords = {QStringLiteral("händelser")};
    facts.bookmarks = {{QStringLiteral("Läget"), 0, 0, 0.0}, {QStringLiteral("Metod"), 1, 1, 10.0}};
    facts.links = {{0, QRectF(20, 20, 30, 5), 1, 0.0, {}, QStringLiteral("Metod")},
                   {0, QRectF(20, 30, 30, 5), -1, 0.0, QStringLiteral("https://example.org/"), {}}};
    facts.maps = {{0, QRectF(20, 20, 160, 120), QRectF(320000, 6394000, 1600, 1200), QStringLiteral("Karta")}};
    facts.archival = true;
    return facts;
}

QByteArray archived(const QByteArray& pdf, const PdfFacts& facts)
{
    const auto made = finishedPdf(pdf, facts);
    if (!made)
        WARN(made.error().detail.toStdString());
    REQUIRE(made);
    return *made;
}

/// The file after a change of its objects.
QByteArray changed(const QByteArray& pdf, const std::function<void(QPDF&)>& change)
{
    const auto tree = test::treeOf(pdf);
    change(*tree);
    QPDFWriter writer(*tree);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

Handle pageAt(QPDF& tree, std::size_t index)
{
    return tree.getAllPages().at(index);
}

Handle anyFont(QPDF& tree)
{
    Handle fonts = pageAt(tree, 0).getKey("/Resources").getKey("/Font");
    return fonts.getKey(*fonts.getKeys().begin());
}

Handle anyDescendant(QPDF& tree)
{
    return anyFont(tree).getKey("/DescendantFonts").getArrayItem(0);
}

Handle anyImage(QPDF& tree)
{
    Handle objects = pageAt(tree, 0).getKey("/Resources").getKey("/XObject");
    return objects.getKey(*objects.getKeys().begin());
}

void append(QPDF& tree, const std::string& operators)
{
    pageAt(tree, 0).addPageContents(tree.newStream(operators), false);
}

QString joined(const QStringList& faults)
{
    return faults.join(QStringLiteral("; "));
}

} // namespace

TEST_CASE("a file prepared for an archive keeps every rule of PDF/A-2b that is checked", "[report][pdf][archive]")
{
    const QStringList faults = test::archiveFaults(archived(test::paintedPdf(2), fullFacts()));
    CHECK(joined(faults) == QString());
}

TEST_CASE("the map of the sample, georeferenced, can be prepared for an archive", "[report][pdf][archive]")
{
    const auto written = pdfOf(test::documentOf(test::hubPage(*test::sampleAnalysis())), {.archival = true});
    REQUIRE(written);
    CHECK(joined(test::archiveFaults(*written)) == QString());
}

TEST_CASE("ligatures, dashes, raised signs and hard spaces can be prepared for an archive", "[report][pdf][archive]")
{
    PdfFacts facts = test::factsOf(1);
    facts.archival = true;
    CHECK(joined(test::archiveFaults(archived(test::paintedPdf(1, QStringLiteral("fi ffl – “Åäö” 1 000 m²")), facts))) ==
          QString());
}

TEST_CASE("a file that is not meant for an archive does not say that it is", "[report][pdf][archive]")
{
    PdfFacts facts = fullFacts();
    facts.archival = false;
    const QString faults = joined(test::archiveFaults(archived(test::paintedPdf(2), facts)));
    CHECK(faults.contains(QLatin1String("6.6.4 part")));
    CHECK(faults.contains(QLatin1String("6.2.3 no output intent")));
}

TEST_CASE("each rule that is checked can be broken", "[report][pdf][archive]")
{
    struct Breach {
        const char* fault;
        std::function<void(QPDF&)> change;
    };
    const auto remove = [](Handle dict, const char* key) { dict.removeKey(key); };
    const std::vector<Breach> breaches{
        {"6.2.3 no output intent", [&](QPDF& t) { remove(t.getRoot(), "/OutputIntents"); }},
        {"6.6.2.1 no metadata", [&](QPDF& t) { remove(t.getRoot(), "/Metadata"); }},
        {"6.6.3 information", [](QPDF& t) { t.getTrailer().getKey("/Info").replaceKey("/Title", Handle::newString("other")); }},
        {"6.2.10 blending space", [&](QPDF& t) { remove(pageAt(t, 1), "/Group"); }},
        {"6.2.11.4.1 font", [&](QPDF& t) { remove(anyDescendant(t).getKey("/FontDescriptor"), "/FontFile2"); }},
        {"6.2.11.3.2", [&](QPDF& t) { remove(anyDescendant(t), "/CIDToGIDMap"); }},
        {"6.2.11.2 two names", [](QPDF& t) { anyFont(t).replaceKey("/BaseFont", Handle::newName("/Other")); }},
        {"6.2.11.4.2", [](QPDF& t) { anyDescendant(t).getKey("/FontDescriptor").replaceKey("/CIDSet", t.newStream("x")); }},
        {"6.2.11.5", [](QPDF& t) { anyDescendant(t).replaceKey("/W", Handle::parse("[0 [600 10 10 10 10 10 10 10]]")); }},
        {"6.2.11.8", [](QPDF& t) {
             Handle fonts = pageAt(t, 0).getKey("/Resources").getKey("/Font");
             append(t, "BT " + *fonts.getKeys().begin() + " 9 Tf <0000> Tj ET");
         }},
        {"6.2.2 operator", [](QPDF& t) { append(t, "1 0 hk"); }},
        {"6.2.4.3 CMYK", [](QPDF& t) { append(t, "0 0 0 1 k"); }},
        {"6.1.13 states", [](QPDF& t) {
             std::string nested;
             for (int i = 0; i < 30; ++i)
                 nested += "q ";
             append(t, nested);
         }},
        {"6.2.8.1 interpolated", [](QPDF& t) { anyImage(t).getDict().replaceKey("/Interpolate", Handle::newBool(true)); }},
        {"6.2.5 transfer", [](QPDF& t) {
             Handle states = pageAt(t, 0).getKey("/Resources").getKey("/ExtGState");
             states.getKey("/GSa").replaceKey("/TR", Handle::newName("/Identity"));
         }},
        {"6.3.2 flags", [](QPDF& t) { pageAt(t, 0).getKey("/Annots").getArrayItem(0).replaceKey("/F", Handle::newInteger(2)); }},
        {"6.5.1 action that", [](QPDF& t) {
             t.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (x) >>"));
         }},
        {"6.5.2 actions of the", [](QPDF& t) { t.getRoot().replaceKey("/AA", Handle::newDictionary()); }},
        {"6.8 attached", [](QPDF& t) { t.getRoot().replaceKey("/AF", Handle::parse("<< /Type /Filespec /EF << >> >>")); }},
        {"6.1.13 paper", [](QPDF& t) { pageAt(t, 0).replaceKey("/MediaBox", Handle::parse("[0 0 2 20000]")); }},
        {"6.1.13 string", [](QPDF& t) { t.getRoot().replaceKey("/X", Handle::newString(std::string(40000, 'x'))); }},
    };
    const QByteArray good = archived(test::paintedPdf(2), fullFacts());
    REQUIRE(test::archiveFaults(changed(good, [](QPDF&) {})).isEmpty());
    for (const Breach& breach : breaches) {
        const QByteArray bad = changed(good, breach.change);
        const QString faults = joined(test::archiveFaults(bad));
        CAPTURE(breach.fault, faults);
        CHECK(faults.contains(QString::fromLatin1(breach.fault)));
    }
    CHECK(joined(test::archiveFaults(good + "more")).contains(QLatin1String("6.1.3 data")));
    CHECK(joined(test::archiveFaults(QByteArray(good).replace(0, 8, "%PDF-2.0"))).contains(QLatin1String("6.1.2 header")));
}

TEST_CASE("what can be mended on the way into an archive is mended", "[report][pdf][archive]")
{
    const QByteArray painted = changed(test::paintedPdf(2), [](QPDF& t) {
        anyImage(t).getDict().replaceKey("/Interpolate", Handle::newBool(true));
        pageAt(t, 0).getKey("/Resources").getKey("/ExtGState").getKey("/GSa").replaceKey("/TR2", Handle::newName("/Identity"));
        anyDescendant(t).removeKey("/CIDToGIDMap");
        t.getRoot().replaceKey("/AA", Handle::newDictionary());
        pageAt(t, 1).replaceKey("/Annots", Handle::newArray({t.makeIndirectObject(
                                               Handle::parse("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /F 0 >>"))}));
    });
    CHECK(joined(test::archiveFaults(archived(painted, fullFacts()))) == QString());
}

TEST_CASE("what cannot be archived is an error that names it", "[report][pdf][archive]")
{
    const QByteArray painted = test::paintedPdf(2);
    const std::vector<std::pair<const char*, QByteArray>> cases{
        {"is not embedded",
         changed(painted, [](QPDF& t) { anyDescendant(t).getKey("/FontDescriptor").removeKey("/FontFile2"); })},
        {"runs something", changed(painted, [](QPDF& t) {
             t.getRoot().replaceKey("/OpenAction", t.makeIndirectObject(Handle::parse("<< /S /JavaScript /JS (x) >>")));
         })},
        {"runs something", changed(painted, [](QPDF& t) {
             t.getRoot().replaceKey("/OpenAction", Handle::parse("<< /S /JavaScript /JS (x) >>"));
         })},
        {"attached file", changed(painted, [](QPDF& t) {
             t.getRoot().replaceKey("/AF", t.makeIndirectObject(Handle::parse("<< /Type /Filespec /EF << >> >>")));
         })},
        {"no font has", changed(painted, [](QPDF& t) {
             Handle fonts = pageAt(t, 0).getKey("/Resources").getKey("/Font");
             pageAt(t, 0).replaceKey("/Contents", t.newStream("BT " + *fonts.getKeys().begin() + " 9 Tf <0000> Tj ET"));
         })}};
    for (const auto& [words, pdf] : cases) {
        CAPTURE(words);
        const auto made = finishedPdf(pdf, fullFacts());
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::FormatNotSupported);
        CHECK(made.error().arguments == QStringList{QStringLiteral("PDF/A-2b")});
        CHECK(made.error().detail.contains(QLatin1String(words)));
        PdfFacts facts = fullFacts();
        facts.archival = false;
        CHECK(finishedPdf(pdf, facts));
    }
}

TEST_CASE("a sign that no font here has is archived as a picture of it, or refused, and never left blank", "[report][pdf][archive]")
{
    const QByteArray painted = test::paintedPdf(1, QStringLiteral("Kväll \U0001F6B2\U0001F9CC\uE777 i stan"));
    PdfFacts facts = test::factsOf(1);
    facts.archival = true;
    const auto made = finishedPdf(painted, facts);
    if (made)
        CHECK(joined(test::archiveFaults(*made)) == QString());
    else
        CHECK(made.error().code == ErrorCode::FormatNotSupported);
}
