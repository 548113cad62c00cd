#include "report/pdf_file.h"

#include "paper/file_writer.h"
#include "report/output.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>

namespace hk::report {

namespace {

constexpr int resolution = 1200; // of the PDF's own numbers, per inch
constexpr double pointsPerMillimetre = 72.0 / 25.4;

/// Links of the sheets' frames to frames, by their places.
std::vector<PdfLink> linksOf(const paper::Document& document)
{
    std::vector<PdfLink> links;
    for (std::size_t sheet = 0; sheet < document.sheets.size(); ++sheet) {
        const paper::Lettering letters(document.sheets[sheet].factor);
        for (const paper::Frame& frame : document.sheets[sheet].frames)
            for (const paper::LinkArea& link : frame.part->links(frame.rect, letters))
                if (const auto place = paper::find(document, link.target))
                    links.push_back({static_cast<int>(sheet), link.rect, place->sheet, place->rect.top(), {}, {}});
    }
    return links;
}

} // namespace

QByteArray paintedPdf(const paper::Document& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setPageMargins(QMarginsF());
        writer.setTitle(document.title);
        writer.setCreator(paper::programName());
        QPainter painter;
        for (const paper::Sheet& sheet : document.sheets) {
            writer.setPageLayout(QPageLayout(QPageSize(sheet.size, QPageSize::Millimeter, QString(), QPageSize::ExactMatch),
                                             QPageLayout::Portrait, QMarginsF()));
            if (!painter.isActive())
                painter.begin(&writer);
            else
                writer.newPage();
            // Qt counts from the top of its rounded paper, the file from the bottom of the true one.
            const double rounded = writer.pageLayout().fullRectPoints().height() / pointsPerMillimetre;
            painter.save();
            painter.translate(0, (rounded - sheet.size.height()) * resolution / 25.4);
            paper::paintSheet(painter, sheet, resolution / 25.4);
            painter.restore();
        }
    }
    return buffer.data();
}

PdfFacts factsOf(const paper::Document& document, bool archival)
{
    PdfFacts facts;
    facts.title = document.title;
    facts.author = document.author;
    facts.subject = document.subject;
    facts.keywords = document.keywords;
    facts.created = document.madeAt;
    facts.archival = archival;
    if (!document.language.startsWith(QLatin1String("sv")))
        facts.language = QStringLiteral("en-GB");
    for (const paper::Bookmark& bookmark : document.bookmarks)
        facts.bookmarks.push_back({bookmark.title, bookmark.level, bookmark.sheet, bookmark.y});
    facts.links = linksOf(document);
    for (std::size_t sheet = 0; sheet < document.sheets.size(); ++sheet) {
        facts.paper.push_back(document.sheets[sheet].size);
        for (const paper::GeoFrame& geo : paper::geoFrames(document.sheets[sheet]))
            facts.maps.push_back({static_cast<int>(sheet), geo.frame, geo.ground, document.sheets[sheet].title});
    }
    return facts;
}

Result<QByteArray> pdfOf(const paper::Document& document, bool archival)
{
    return finishedPdf(paintedPdf(document), factsOf(document, archival));
}

Result<void> writePdf(const paper::Document& document, const QString& path, bool archival)
{
    return pdfOf(document, archival)
        .map_error([&](Error error) {
            error.place.file = path;
            return error;
        })
        .and_then([&](const QByteArray& pdf) { return paper::writeWhole(path, pdf); });
}

} // namespace hk::report
