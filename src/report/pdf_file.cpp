#include "report/pdf_file.h"

#include "paper/file_writer.h"
#include "report/output.h"
#include "report/pdf_structure.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QThread>

namespace hk::report {

namespace {

constexpr int resolution = 1200; // of the PDF's own numbers, per inch
constexpr double pointsPerMillimetre = 72.0 / 25.4;

PaintedPdf paintedHere(const paper::Document& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(resolution);
    writer.setTitle(document.title);
    writer.setCreator(paper::programName());
    QPainter painter;
    PdfStructureRecorder recorder(document);
    for (const paper::Sheet& sheet : document.sheets) {
        writer.setPageLayout(QPageLayout(QPageSize(sheet.size, QPageSize::Millimeter, QString(), QPageSize::ExactMatch),
                                         QPageLayout::Portrait, QMarginsF()));
        if (!painter.isActive())
            painter.begin(&writer);
        else
            writer.newPage();
        // Qt counts from the top of its paper, rounded to whole points, the file from the bottom of the true one.
        const double rounded = writer.pageLayout().fullRectPoints().height() / pointsPerMillimetre;
        recorder.sheet(painter);
        painter.save();
        painter.translate(0, (rounded - sheet.size.height()) * resolution / 25.4);
        paper::paintSheet(painter, sheet, resolution / 25.4, &recorder);
        painter.restore();
    }
    painter.end();
    return {buffer.data(), recorder.structure(), recorder.links()};
}

} // namespace

/// On a thread of its own: fonts belong to a thread, and what was painted with them before moves their outlines by a hair, so
/// that the same page would not be the same file after its preview.
PaintedPdf paintedPdf(const paper::Document& document)
{
    PaintedPdf painted;
    const std::unique_ptr<QThread> thread(QThread::create([&] { painted = paintedHere(document); }));
    thread->start();
    thread->wait();
    return painted;
}

PdfFacts factsOf(const paper::Document& document, const PaintedPdf& painted, const PdfOptions& options)
{
    PdfFacts facts;
    facts.title = document.title;
    facts.author = document.author;
    facts.subject = document.subject;
    facts.keywords = document.keywords;
    facts.created = document.madeAt;
    facts.language = document.language == QLatin1String("sv") ? QStringLiteral("sv-SE") : document.language;
    facts.archival = options.archival;
    for (const paper::Bookmark& bookmark : document.bookmarks)
        facts.bookmarks.push_back({bookmark.title, bookmark.level, bookmark.sheet, bookmark.y});
    for (std::size_t i = 0; i < document.sheets.size(); ++i) {
        const paper::Sheet& sheet = document.sheets[i];
        facts.paper.push_back(sheet.size);
        for (const paper::GeoFrame& map : paper::geoFrames(sheet))
            facts.maps.push_back({static_cast<int>(i), map.frame, map.ground, sheet.title});
    }
    facts.links = painted.links;
    facts.structure = painted.structure;
    return facts;
}

Result<QByteArray> pdfOf(const paper::Document& document, const PdfOptions& options)
{
    const PaintedPdf painted = paintedPdf(document);
    return finishedPdf(painted.bytes, factsOf(document, painted, options));
}

Result<void> writePdf(const paper::Document& document, const QString& path, const PdfOptions& options)
{
    return pdfOf(document, options)
        .map_error([&](Error error) {
            error.place.file = path;
            return error;
        })
        .and_then([&](const QByteArray& pdf) { return paper::writeWhole(path, pdf); });
}

} // namespace hk::report
