#include "page_fixture.h"
#include "pdf_fixture.h"
#include "report/pdf_file.h"
#include "report/scale_parts.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPrinter>
#include <QRegularExpression>
#include <csignal>
#include <sys/resource.h>

#include <qpdf/QPDF.hh>

using namespace hk;
using namespace hk::report;

namespace {

/// Part of a page as a picture.
QImage pictureOf(const MapPage& page, const QRectF& millimetres, double perMillimetre)
{
    QImage image((millimetres.size() * perMillimetre).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(-millimetres.topLeft() * perMillimetre);
    paper::paintSheet(painter, test::documentOf(page).sheets.front(), perMillimetre);
    return image;
}

/// Files cannot grow beyond this while it lives: a disk that is full half-way.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Of the first page.
std::string mediaBox(const QByteArray& pdf)
{
    const auto tree = test::treeOf(pdf);
    QPDFObjectHandle page = tree->getAllPages().at(0);
    return page.getKey("/MediaBox").unparse();
}

std::string creationDate(const QByteArray& pdf)
{
    const auto tree = test::treeOf(pdf);
    return tree->getTrailer().getKey("/Info").getKey("/CreationDate").getUTF8Value();
}

} // namespace

TEST_CASE("the PDF has exactly the size of its paper", "[report]")
{
    const auto boxOf = [](Paper paper, Orientation orientation) {
        return mediaBox(pdfOf(test::documentOf(test::barePage(paper, orientation, 5000))).value());
    };
    CHECK(boxOf(Paper::A4, Orientation::Landscape) == "[ 0 0 841.8898 595.2756 ]");
    CHECK(boxOf(Paper::A4, Orientation::Portrait) == "[ 0 0 595.2756 841.8898 ]");
    CHECK(boxOf(Paper::A3, Orientation::Landscape) == "[ 0 0 1190.5512 841.8898 ]");
    CHECK(boxOf(Paper::A3, Orientation::Portrait) == "[ 0 0 841.8898 1190.5512 ]");
}

TEST_CASE("the same page gives the same PDF, byte for byte", "[report]")
{
    const QTemporaryDir folder;
    const MapPage page = test::hubPage(*test::sampleAnalysis());
    REQUIRE(writePdf(test::documentOf(page), folder.filePath(QStringLiteral("a.pdf"))));
    REQUIRE(writePdf(test::documentOf(page), folder.filePath(QStringLiteral("b.pdf"))));
    const QByteArray first = test::contentOf(folder.filePath(QStringLiteral("a.pdf")));
    CHECK(creationDate(first) == "D:20261123080500Z");
    CHECK(first == test::contentOf(folder.filePath(QStringLiteral("b.pdf"))));
}

TEST_CASE("the heatmap is in the PDF without loss", "[report]")
{
    const QByteArray pdf = pdfOf(test::documentOf(test::hubPage(*test::sampleAnalysis()))).value();
    CHECK(pdf.contains("/Subtype /Image"));
    CHECK_FALSE(pdf.contains("/DCTDecode"));
}

TEST_CASE("a meeting map on the embedded basemap is a file fit for mail", "[report]")
{
    const QByteArray pdf = paintedPdf(test::documentOf(test::hubPage(*test::sampleAnalysis()))).bytes;
    CHECK(pdf.size() < 1'000'000);
}

TEST_CASE("a path that cannot be written is an error and leaves nothing", "[report]")
{
    const QTemporaryDir folder;
    const MapPage page = test::barePage(Paper::A4, Orientation::Landscape, 5000);
    const QString nowhere = folder.filePath(QStringLiteral("missing/page.pdf"));
    const auto pdf = writePdf(test::documentOf(page), nowhere);
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == ErrorCode::FileNotWritable);
    CHECK(pdf.error().place.file == nowhere);
    const auto png = writePicture(test::documentOf(page), folder.filePath(QStringLiteral("missing/page.png")));
    REQUIRE_FALSE(png);
    CHECK(png.error().code == ErrorCode::FileNotWritable);
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("a disk that is full half-way leaves the old file as it was and no half of the new one", "[report]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    {
        QFile old(path);
        REQUIRE(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    const MapPage page = test::barePage(Paper::A4, Orientation::Landscape, 5000);
    Result<void> written;
    {
        const FileSizeLimit limit(4096);
        written = writePdf(test::documentOf(page), path);
    }
    CHECK_FALSE(written);
    CHECK(test::contentOf(path) == "old");
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("the PNG has the paper's size at its resolution", "[report]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.png"));
    REQUIRE(writePicture(test::documentOf(test::barePage(Paper::A4, Orientation::Landscape, 5000)), path, 100));
    const QImage image(path);
    CHECK(image.size() == QSize(1169, 827));
    CHECK(image.dotsPerMeterX() == 3937);
    CHECK(image.text(QStringLiteral("Title")) == QStringLiteral("Invented incidents"));
    CHECK_FALSE(writePicture(test::documentOf(test::barePage(Paper::A4, Orientation::Landscape, 5000)), path, 5));
}

TEST_CASE("the painted scale bar has its exact length", "[report]")
{
    constexpr double perMillimetre = 40.0; // 0.025 mm per pixel
    for (const double scale : {2000.0, 5000.0, 10000.0}) {
        const MapPage page = test::barePage(Paper::A4, Orientation::Landscape, scale);
        const QRectF frame = test::frameOf(page, QStringLiteral("scale"));
        const double length = ScaleBarPart(std::make_shared<const MapPage>(page)).bar(frame.width(), 1.0).length;
        const QImage image = pictureOf(page, frame, perMillimetre);
        // The bar's upper line: the longest run of dark pixels in any row.
        int longest = 0;
        for (int y = 0; y < image.height(); ++y) {
            int run = 0;
            for (int x = 0; x < image.width(); ++x) {
                run = qGray(image.pixel(x, y)) < 128 ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        CAPTURE(scale);
        // The outline of 0.2 mm stands half beyond each end.
        CHECK_THAT(longest / perMillimetre - 0.2, WithinAbs(length, 0.1));
    }
}

TEST_CASE("an incident stands on paper where its coordinates say", "[report]")
{
    constexpr double perMillimetre = 20.0;
    auto table = std::make_shared<analysis::IncidentTable>();
    MapPage page = test::barePage(Paper::A4, Orientation::Portrait, 5000);
    const QRectF frame = test::mapFrame(page);
    const Sweref99 where{page.centre.easting + 173.0, page.centre.northing - 211.0};
    table->easting = {where.easting};
    table->northing = {where.northing};
    table->fromUtc = {0};
    table->toUtc = {0};
    table->localDate = {0};
    table->localMinuteOfWeek = {0};
    table->localSpanMinutes = {0};
    table->category = {0};
    table->organisation = {0};
    table->radius = {5.0F};
    table->precision = {0};
    table->severity = {1};
    table->flags = {0};
    page.shown = 1;
    page.total = 1;
    page.scene.incidents = std::make_shared<const map::IncidentLayer>(
        table, std::vector<std::uint32_t>{0},
        std::vector<map::IncidentLayer::CategorySymbol>{{CategoryGroup::Narcotics, QString(), false}},
        std::map<std::uint32_t, SwerefRing>{});

    const QPointF expected = frame.center() + QPointF(173.0, 211.0) * 1000.0 / 5000.0;
    const QRectF around(expected - QPointF(4, 4), QSizeF(8, 8));
    const QImage image = pictureOf(page, around, perMillimetre);
    double weight = 0;
    QPointF sum;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (QColor(image.pixel(x, y)).saturation() > 60) {
                weight += 1;
                sum += QPointF(x + 0.5, y + 0.5);
            }
    REQUIRE(weight > 100);
    const QPointF found = around.topLeft() + sum / weight / perMillimetre;
    CHECK_THAT(found.x(), WithinAbs(expected.x(), 0.1));
    CHECK_THAT(found.y(), WithinAbs(expected.y(), 0.1));
}

TEST_CASE("the printer gets the page's paper, orientation and true scale", "[report]")
{
    const QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
    REQUIRE(print(test::documentOf(test::barePage(Paper::A3, Orientation::Landscape, 5000)), printer));
    CHECK(printer.pageLayout().pageSize().id() == QPageSize::A3);
    CHECK(printer.pageLayout().orientation() == QPageLayout::Landscape);
    CHECK(printer.fullPage());
    CHECK(mediaBox(test::contentOf(printer.outputFileName())).rfind("[ 0 0 1191", 0) == 0);
}

TEST_CASE("a printer that is gone is an error and not a page less", "[report]")
{
    const QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("no/such/folder/printed.pdf")));
    const auto printed = print(test::documentOf(test::barePage(Paper::A4, Orientation::Landscape, 5000)), printer);
    REQUIRE_FALSE(printed);
    CHECK(printed.error().code == ErrorCode::StorageFailed);
}

TEST_CASE("a printer's own margins are held against what stands on the page", "[report]")
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat); // reaches the edge of the paper
    paper::Document document = test::documentOf(test::barePage(Paper::A4, Orientation::Landscape, 5000));
    CHECK(cutByMargins(document, printer) == 0.0);
    document.sheets.front().frames.front().rect.moveLeft(-3.0);
    CHECK_THAT(cutByMargins(document, printer), WithinAbs(3.0, 1e-6));
}
