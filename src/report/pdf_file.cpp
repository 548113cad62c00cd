#include "report/pdf_file.h"

#include "paper/file_writer.h"
#include "paper/text_parts.h"
#include "report/output.h"
#include "report/pdf_content.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QThread>

namespace hk::report {

namespace {

constexpr int resolution = 1200; // of the PDF's own numbers, per inch
constexpr double pointsPerMillimetre = 72.0 / 25.4;

} // namespace

namespace {

QByteArray paintedHere(const paper::Document& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(resolution);
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
        // Qt counts from the top of its paper, rounded to whole points, the file from the bottom of the true one.
        const double rounded = writer.pageLayout().fullRectPoints().height() / pointsPerMillimetre;
        pdf::paintMark(painter, 0);
        painter.save();
        painter.translate(0, (rounded - sheet.size.height()) * resolution / 25.4);
        paper::paintSheet(painter, sheet, resolution / 25.4, [&](std::size_t frame) {
            painter.save();
            painter.resetTransform();
            pdf::paintMark(painter, static_cast<int>(frame) + 1);
            painter.restore();
        });
        painter.restore();
    }
    painter.end();
    return buffer.data();
}

} // namespace

/// On a thread of its own: fonts belong to a thread, and what was painted with them before moves their outlines by a hair, so
/// that the same page would not be the same file after its preview.
QByteArray paintedPdf(const paper::Document& document)
{
    QByteArray painted;
    const std::unique_ptr<QThread> thread(QThread::create([&] { painted = paintedHere(document); }));
    thread->start();
    thread->wait();
    return painted;
}

namespace {

PdfTag tagOf(const paper::Frame& frame)
{
    if (const QString alt = frame.part->altText(); !alt.isEmpty())
        return {PdfTag::Role::Figure, alt};
    const bool title = dynamic_cast<const paper::TitlePart*>(frame.part.get()) != nullptr;
    return {title ? PdfTag::Role::Title : PdfTag::Role::Text};
}

void addSheet(PdfFacts& facts, const paper::Document& document, int number)
{
    const paper::Sheet& sheet = document.sheets[static_cast<std::size_t>(number)];
    const paper::Lettering letters(sheet.factor);
    facts.paper.push_back(sheet.size);
    facts.tags.push_back({{PdfTag::Role::Artifact}}); // the white paper
    for (const paper::Frame& frame : sheet.frames)
        facts.tags.back().push_back(tagOf(frame));
    for (const paper::GeoFrame& map : paper::geoFrames(sheet))
        facts.maps.push_back({number, map.frame, map.ground, sheet.title});
    for (const paper::Frame& frame : sheet.frames)
        for (const paper::LinkArea& link : frame.part->links(frame.rect, letters))
            if (const auto target = paper::find(document, link.target))
                facts.links.push_back({number, link.rect, target->sheet, target->rect.top(), {},
                                       document.sheets[static_cast<std::size_t>(target->sheet)].title});
}

} // namespace

PdfFacts factsOf(const paper::Document& document, const PdfOptions& options)
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
    for (int i = 0; i < static_cast<int>(document.sheets.size()); ++i)
        addSheet(facts, document, i);
    return facts;
}

Result<QByteArray> pdfOf(const paper::Document& document, const PdfOptions& options)
{
    return finishedPdf(paintedPdf(document), factsOf(document, options));
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
