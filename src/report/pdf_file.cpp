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

/// Overwrites what stands between `key` and `end`, searched from `start`, with a text of the same length, filled up by spaces: no
/// offset in the file changes. Returns where it ends.
qsizetype patch(QByteArray& pdf, const QByteArray& key, char end, const QByteArray& value, qsizetype start = 0)
{
    const qsizetype begin = pdf.indexOf(key, start);
    const qsizetype from = begin + key.size();
    const qsizetype to = begin < 0 ? -1 : pdf.indexOf(end, from);
    if (to < 0 || to - from < value.size())
        return start;
    pdf.replace(from, to - from, value.leftJustified(to - from, ' '));
    return to;
}

/// Qt rounds the paper to whole points (A4 to 595 × 842), a tenth of a millimetre off.
void setExactSizes(QByteArray& pdf, const std::vector<paper::Sheet>& sheets)
{
    const auto points = [](double millimetres) {
        return QByteArray::number(millimetres * pointsPerMillimetre, 'f', 4);
    };
    qsizetype from = 0; // of the next sheet's box: they stand in the file in their order
    for (const paper::Sheet& sheet : sheets)
        from = patch(pdf, "/MediaBox [", ']', "0 0 " + points(sheet.size.width()) + ' ' + points(sheet.size.height()), from);
}

void setCreationDate(QByteArray& pdf, const QDateTime& at)
{
    if (at.isValid())
        patch(pdf, "/CreationDate (", ')',
              'D' + (u':' + at.toUTC().toString(u"yyyyMMddHHmmss") + u'Z').toLatin1());
}

} // namespace

QByteArray pdfOf(const paper::Document& document)
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
    QByteArray pdf = buffer.data();
    setExactSizes(pdf, document.sheets);
    setCreationDate(pdf, document.madeAt);
    return pdf;
}

Result<void> writePdf(const paper::Document& document, const QString& path)
{
    return georeferenced(pdfOf(document), document)
        .map_error([&](Error error) {
            error.place.file = path;
            return error;
        })
        .and_then([&](const QByteArray& pdf) { return paper::writeWhole(path, pdf); });
}

} // namespace hk::report
