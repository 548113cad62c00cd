#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/pdf_content.h"
#include "report/pdf_file.h"
#include "report/pdf_finish.h"
#include "support/catch.h"

#include <QImage>
#include <QRegularExpression>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

using namespace hk;
using namespace hk::report;

namespace {

QByteArray finished(const QByteArray& pdf, const PdfFacts& facts)
{
    const auto made = finishedPdf(pdf, facts);
    if (!made)
        WARN(made.error().detail.toStdString());
    REQUIRE(made);
    return *made;
}

QPDFObjectHandle pageAt(QPDF& tree, std::size_t index)
{
    return tree.getAllPages().at(index);
}

std::string infoOf(QPDF& tree, const char* key)
{
    return tree.getTrailer().getKey("/Info").getKey(key).getUTF8Value();
}

QString packetOf(QPDF& tree)
{
    const auto data = tree.getRoot().getKey("/Metadata").getStreamData();
    return QString::fromUtf8(reinterpret_cast<const char*>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
}

} // namespace

TEST_CASE("the moment of painting leaves no trace in a finished PDF", "[report][pdf]")
{
    const QByteArray now = test::paintedPdf(2);
    const QRegularExpression date(QStringLiteral("D:\\d{14}"));
    const auto found = date.match(QString::fromLatin1(now));
    REQUIRE(found.hasMatch());
    QByteArray then = now;
    then.replace(found.captured().toLatin1(), "D:19990102030405");
    REQUIRE(then != now);
    PdfFacts facts = test::factsOf(2);
    for (const bool archival : {false, true}) {
        facts.archival = archival;
        CHECK(finished(now, facts) == finished(then, facts));
    }
    facts.created = {};
    const QByteArray undated = finished(now, facts);
    CHECK(undated == finished(then, facts));
    CHECK_FALSE(test::treeOf(undated)->getTrailer().getKey("/Info").hasKey("/CreationDate"));
    CHECK_FALSE(packetOf(*test::treeOf(undated)).contains(QLatin1String("CreateDate")));
}

TEST_CASE("information and XMP of a finished PDF say the same", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(1);
    facts.title = QStringLiteral("Läget <hösten> & \"vintern\"\n2026");
    facts.author = QStringLiteral("Trygghetsgruppen");
    facts.subject = QStringLiteral("Händelser per månad");
    facts.keywords = {QStringLiteral("händelser"), QStringLiteral("Mölndal")};
    const QByteArray pdf = finished(test::paintedPdf(1), facts);
    const auto tree = test::treeOf(pdf);
    CHECK(infoOf(*tree, "/Title") == "Läget <hösten> & \"vintern\" 2026");
    CHECK(infoOf(*tree, "/Author") == "Trygghetsgruppen");
    CHECK(infoOf(*tree, "/Subject") == "Händelser per månad");
    CHECK(infoOf(*tree, "/Keywords") == "händelser, Mölndal");
    CHECK(infoOf(*tree, "/CreationDate") == "D:20261123080500Z");
    CHECK(infoOf(*tree, "/ModDate") == "D:20261123080500Z");
    const QString packet = packetOf(*tree);
    for (const QString& words :
         {QStringLiteral("Läget &lt;hösten&gt; &amp; "), QStringLiteral("<rdf:li>Trygghetsgruppen</rdf:li>"),
          QStringLiteral("Händelser per månad</rdf:li>"), QStringLiteral("<pdf:Keywords>händelser, Mölndal</pdf:Keywords>"),
          QStringLiteral("<xmp:CreateDate>2026-11-23T08:05:00Z</xmp:CreateDate>"),
          QStringLiteral("<xmp:ModifyDate>2026-11-23T08:05:00Z</xmp:ModifyDate>"),
          QString::fromStdString("<pdf:Producer>" + infoOf(*tree, "/Producer") + "</pdf:Producer>"),
          QString::fromStdString("<xmp:CreatorTool>" + infoOf(*tree, "/Creator") + "</xmp:CreatorTool>")}) {
        CAPTURE(words, packet);
        CHECK(packet.contains(words));
    }
    CHECK_FALSE(packet.contains(QLatin1String("pdfaid")));
}

TEST_CASE("every page of a finished PDF has exactly its paper", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(2);
    facts.paper = {QSizeF(210, 297), QSizeF(420, 297)};
    const QByteArray pdf = finished(test::paintedPdf(2), facts);
    const auto tree = test::treeOf(pdf);
    CHECK(pageAt(*tree, 0).getKey("/MediaBox").unparse() == "[ 0 0 595.2756 841.8898 ]");
    CHECK(pageAt(*tree, 1).getKey("/MediaBox").unparse() == "[ 0 0 1190.5512 841.8898 ]");
}

TEST_CASE("bookmarks stand under each other and lead to their places", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(3);
    facts.bookmarks = {{QStringLiteral("Sammanfattning"), 0, 0, 0.0},
                       {QStringLiteral("Kartor"), 0, 1, 20.0},
                       {QStringLiteral("Hela kommunen"), 1, 1, 25.4},
                       {QStringLiteral("Mölndals bro"), 3, 2, 0.0},
                       {QStringLiteral("Metod"), 0, 2, 100.0}};
    const QByteArray pdf = finished(test::paintedPdf(3), facts);
    const auto tree = test::treeOf(pdf);
    CHECK(tree->getRoot().getKey("/PageMode").getName() == "/UseOutlines");
    QPDFOutlineDocumentHelper outlines(*tree);
    auto top = outlines.getTopLevelOutlines();
    REQUIRE(top.size() == 3);
    CHECK(top[0].getTitle() == "Sammanfattning");
    CHECK(top[2].getTitle() == "Metod");
    REQUIRE(top[1].getKids().size() == 1);
    auto whole = top[1].getKids()[0];
    CHECK(whole.getTitle() == "Hela kommunen");
    CHECK(whole.getDestPage().getObjGen() == pageAt(*tree, 1).getObjGen());
    // An inch below the top of the page.
    CHECK_THAT(whole.getDest().getArrayItem(3).getNumericValue(), WithinAbs(841.89 - 72.0, 0.01));
    REQUIRE(whole.getKids().size() == 1);
    CHECK(whole.getKids()[0].getTitle() == "Mölndals bro");
    CHECK(tree->getRoot().getKey("/Outlines").getKey("/Count").getIntValue() == 5);
}

TEST_CASE("a file without bookmarks opens without their pane", "[report][pdf]")
{
    const QByteArray pdf = finished(test::paintedPdf(1), test::factsOf(1));
    const auto tree = test::treeOf(pdf);
    CHECK_FALSE(tree->getRoot().hasKey("/PageMode"));
    CHECK_FALSE(tree->getRoot().hasKey("/Outlines"));
    CHECK(tree->getRoot().getKey("/Lang").getUTF8Value() == "sv-SE");
    CHECK(tree->getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    CHECK(tree->getRoot().getKey("/PageLabels").hasKey("/Nums"));
}

TEST_CASE("contents can be clicked, within the file and out of it", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(2);
    facts.links = {{0, QRectF(25.4, 50.8, 50.8, 12.7), 1, 0.0, {}, QStringLiteral("Kartor, sidan 2")},
                   {0, QRectF(0, 0, 10, 10), -1, 0.0, QStringLiteral("https://example.org/"), {}}};
    const QByteArray pdf = finished(test::paintedPdf(2), facts);
    const auto tree = test::treeOf(pdf);
    auto links = pageAt(*tree, 0).getKey("/Annots");
    REQUIRE(links.getArrayNItems() == 2);
    auto first = links.getArrayItem(0);
    const auto rect = first.getKey("/Rect").getArrayAsRectangle();
    CHECK_THAT(rect.llx, WithinAbs(72.0, 0.01));
    CHECK_THAT(rect.urx, WithinAbs(216.0, 0.01));
    CHECK_THAT(rect.ury, WithinAbs(841.89 - 144.0, 0.01));
    CHECK_THAT(rect.lly, WithinAbs(841.89 - 180.0, 0.01));
    CHECK(first.getKey("/Dest").getArrayItem(0).getObjGen() == pageAt(*tree, 1).getObjGen());
    CHECK(first.getKey("/Contents").getUTF8Value() == "Kartor, sidan 2");
    CHECK(links.getArrayItem(1).getKey("/A").getKey("/URI").getUTF8Value() == "https://example.org/");
}

TEST_CASE("a fact of a page that is not there is an error", "[report][pdf]")
{
    PdfFacts facts = test::factsOf(1);
    facts.bookmarks = {{QStringLiteral("Metod"), 0, 1, 0.0}};
    const auto made = finishedPdf(test::paintedPdf(1), facts);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::ValueOutOfRange);
    CHECK(made.error().arguments == QStringList{QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("1")});
}

TEST_CASE("what is no PDF, or half of one, is an error", "[report][pdf]")
{
    const QByteArray whole = test::paintedPdf(1);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("Händelser"), whole.left(whole.size() / 2)}) {
        const auto made = finishedPdf(bytes, test::factsOf(1));
        REQUIRE_FALSE(made);
        CHECK(made.error().code == ErrorCode::FileDamaged);
    }
}

TEST_CASE("a finished map looks as it was painted and is smaller", "[report][pdf]")
{
    const MapPage page = test::hubPage(*test::sampleAnalysis());
    const paper::Document document = test::documentOf(page);
    const PaintedPdf made = paintedPdf(document);
    const QByteArray& painted = made.bytes;
    PdfFacts facts = factsOf(document, made);
    facts.paper.clear(); // on Qt's paper of whole points, so that the pixels are the same
    const QByteArray pdf = finished(painted, facts);
    CHECK(pdf.size() * 10 < painted.size() * 9);
    CHECK(pdf.size() < 400'000);

    const QStringList arguments{QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-singlefile"),
                                QStringLiteral("%1")};
    const auto before = test::outputOf(QStringLiteral("pdftoppm"), arguments, painted);
    const auto after = test::outputOf(QStringLiteral("pdftoppm"), arguments, pdf);
    if (!before || !after) {
        WARN("SKIPPED: pdftoppm (poppler-utils) is not installed");
        return;
    }
    const QImage a = QImage::fromData(*before);
    const QImage b = QImage::fromData(*after);
    REQUIRE(a.size() == b.size());
    REQUIRE(a.width() > 1700);
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            differing += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24 ? 1 : 0;
    CHECK(differing < 200); // of two million
}

TEST_CASE("the text of a finished PDF is that which was painted", "[report][pdf]")
{
    const paper::Document document = test::documentOf(test::hubPage(*test::sampleAnalysis()));
    const PaintedPdf made = paintedPdf(document);
    const QByteArray& painted = made.bytes;
    const QStringList arguments{QStringLiteral("-bbox"), QStringLiteral("%1"), QStringLiteral("-")};
    const auto before = test::outputOf(QStringLiteral("pdftotext"), arguments, painted);
    PdfFacts facts = factsOf(document, made);
    facts.paper.clear();
    const auto after = test::outputOf(QStringLiteral("pdftotext"), arguments, finished(painted, facts));
    if (!before || !after) {
        WARN("SKIPPED: pdftotext (poppler-utils) is not installed");
        return;
    }
    const auto words = [](const QByteArray& html) { return html.mid(html.indexOf("<doc>")); };
    CHECK(words(*before).size() > 2000);
    CHECK(words(*before) == words(*after));
}

TEST_CASE("coordinates are rounded as finely as their scale asks for", "[report][pdf]")
{
    const auto shortened = [](const QByteArray& content) {
        const auto made = pdf::shortContent(content);
        REQUIRE(made);
        return made->bytes;
    };
    // At 1200 units to the inch a decimal is a five-hundredth of a millimetre.
    CHECK(shortened("0.060000000 0 0 -0.060000000 0 595 cm\n642.519685 1354.54999 m\n-0.04 0 l\nS\n") ==
          "0.06 0 0 -0.06 0 595 cm\n642.5 1354.5 m\n0 0 l\nS\n");
    // In millimetres it takes three; the stack of states knows which scale holds.
    CHECK(shortened("0.06 0 0 -0.06 0 595 cm q 47.2440944 0 0 47.2440944 0 0 cm\n13.5999999 28.7680400 1.5 2 re f Q 1.26 1 m") ==
          "0.06 0 0 -0.06 0 595 cm\nq\n47.2440944 0 0 47.2440944 0 0 cm\n13.6 28.768 1.5 2 re\nf\nQ\n1.3 1 m\n");
    // Text keeps its places, strings their blanks.
    CHECK(shortened("BT\n/F13 205 Tf 114.5625001 0 Td <0027> Tj\n(a  \\) b(c)) Tj [(x) -120.50] TJ ET") ==
          "BT\n/F13 205 Tf\n114.5625001 0 Td\n<0027> Tj\n(a  \\) b(c)) Tj\n[ (x) -120.5 ] TJ\nET\n");
    CHECK(shortened("/CSp cs 0.968627452 0.5 1 scn") == "/CSp cs\n0.9686 0.5 1 scn\n");
    CHECK_FALSE(pdf::shortContent("BI /W 1 /H 1 ID x EI"));
    CHECK_FALSE(pdf::shortContent("1 2"));
    CHECK(pdf::shortContent("<00270000> Tj")->missingSign);
    CHECK_FALSE(pdf::shortContent("<1000002700> Tj")->missingSign);
}

TEST_CASE("what paints nothing is not kept", "[report][pdf]")
{
    CHECK(pdf::shortContent("q 1 0 0 1 5 5 cm q 1 w Q Q q 0 0 5 5 re W n Q q 0 0 1 1 re f Q\n")->bytes ==
          "q\n0 0 1 1 re\nf\nQ\n");
}

TEST_CASE("marks begin where something is painted, and end before the next", "[report][pdf]")
{
    const auto mark = [](int number) {
        return QByteArray("q 1 w ") + QByteArray::number(-4000000 - number) + " -4000000 1 1 re f Q ";
    };
    const QByteArray content = mark(0) + "0 0 9 9 re f " + mark(1) + mark(2) + "BT <0027> Tj ET " + mark(0) +
                               mark(2) + "1 1 m 2 2 l S " + mark(3) + mark(0) + "3 3 m 4 4 l S ";
    const auto made = pdf::shortContent(content, {"A\n", "B\n", "C\n", "D\n"});
    REQUIRE(made);
    CHECK(made->bytes ==
          "A\n0 0 9 9 re\nf\nEMC\nC\nBT\n<0027> Tj\nET\n1 1 m\n2 2 l\nS\nEMC\nA\n3 3 m\n4 4 l\nS\nEMC\n");
    CHECK(made->used == std::vector<bool>{true, false, true, false});
}
