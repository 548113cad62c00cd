#include "report/pdf_file.h"

#include "report/file_writer.h"
#include "report/page_layout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>

namespace hk::report {

namespace {

constexpr int resolution = 1200; // of the PDF's own numbers, per inch
constexpr double pointsPerMillimetre = 72.0 / 25.4;

/// Overwrites what stands between `key` and `end` with a text of the same length, filled up by spaces: no
/// offset in the file changes.
void patch(QByteArray& pdf, const QByteArray& key, char end, const QByteArray& value)
{
    const qsizetype begin = pdf.indexOf(key);
    const qsizetype from = begin + key.size();
    const qsizetype to = begin < 0 ? -1 : pdf.indexOf(end, from);
    if (to < 0 || to - from < value.size())
        return;
    pdf.replace(from, to - from, value.leftJustified(to - from, ' '));
}

/// As patch, everywhere.
void patchAll(QByteArray& pdf, const QByteArray& key, char end, const QByteArray& value)
{
    for (qsizetype begin = pdf.indexOf(key); begin >= 0; begin = pdf.indexOf(key, begin + key.size())) {
        const qsizetype from = begin + key.size();
        const qsizetype to = pdf.indexOf(end, from);
        if (to >= 0 && to - from >= value.size())
            pdf.replace(from, to - from, value.leftJustified(to - from, ' '));
    }
}

/// Qt rounds the paper to whole points (A4 to 595 × 842), a tenth of a millimetre off.
void setExactSize(QByteArray& pdf, const QSizeF& paper)
{
    const auto points = [](double millimetres) {
        return QByteArray::number(millimetres * pointsPerMillimetre, 'f', 4);
    };
    patchAll(pdf, "/MediaBox [", ']', "0 0 " + points(paper.width()) + ' ' + points(paper.height()));
}

void setCreationDate(QByteArray& pdf, const QDateTime& at)
{
    if (at.isValid())
        patch(pdf, "/CreationDate (", ')',
              'D' + (u':' + at.toUTC().toString(u"yyyyMMddHHmmss") + u'Z').toLatin1());
}

} // namespace

QByteArray pdfOf(const MapPage& page)
{
    const QSizeF paper = paperSize(page.paper, page.orientation);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(resolution);
        writer.setPageSize(
            QPageSize(paper, QPageSize::Millimeter, paperName(page.paper), QPageSize::ExactMatch));
        writer.setPageOrientation(QPageLayout::Portrait);
        writer.setPageMargins(QMarginsF());
        writer.setTitle(headWords(page).title);
        writer.setCreator(QStringLiteral("Händelsekartan " HK_VERSION));
        QPainter painter(&writer);
        // Qt counts from the top of its rounded paper, the file from the bottom of the true one.
        const double rounded = writer.pageLayout().fullRectPoints().height() / pointsPerMillimetre;
        painter.translate(0, (rounded - paper.height()) * resolution / 25.4);
        for (int sheet = 0; sheet < sheetCount(page); ++sheet) {
            if (sheet > 0)
                writer.newPage();
            paintPage(painter, page, resolution / 25.4, sheet);
        }
    }
    QByteArray pdf = buffer.data();
    setExactSize(pdf, paper);
    setCreationDate(pdf, page.printedAt);
    return pdf;
}

Result<void> writePdf(const MapPage& page, const QString& path)
{
    return georeferenced(pdfOf(page), page)
        .map_error([&](Error error) {
            error.place.file = path;
            return error;
        })
        .and_then([&](const QByteArray& pdf) { return writeWhole(path, pdf); });
}

} // namespace hk::report
