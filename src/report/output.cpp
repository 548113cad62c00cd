#include "report/output.h"

#include "paper/file_writer.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPrinter>
#include <cmath>

namespace hk::report {

namespace {

constexpr int lowestDpi = 36;
constexpr int highestDpi = 1200;
constexpr double millimetresPerInch = 25.4;

} // namespace

Result<void> writePng(const paper::Document& document, const QString& path, int dpi, int number)
{
    if (dpi < lowestDpi || dpi > highestDpi)
        return fail(ErrorCode::ValueOutOfRange, {path, -1, QStringLiteral("dpi")},
                    {QString::number(dpi), QString::number(lowestDpi), QString::number(highestDpi)});
    const double perMillimetre = dpi / millimetresPerInch;
    const paper::Sheet& sheet = document.sheets.at(static_cast<std::size_t>(number));
    const QSizeF size = sheet.size * perMillimetre;
    QImage image(
        QSize(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height()))),
        QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::Internal, {path, -1, {}}, {}, QStringLiteral("no memory for the picture"));
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(std::lround(perMillimetre * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    {
        QPainter painter(&image);
        paper::paintSheet(painter, sheet, perMillimetre);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), document.title);
    if (!writer.write(image))
        return fail(ErrorCode::Internal, {path, -1, {}}, {}, writer.errorString());
    return paper::writeWhole(path, buffer.data());
}

Result<void> print(const paper::Document& document, QPrinter& printer)
{
    // The page brings its own margins, and its millimetres count from the paper's corner.
    printer.setFullPage(true);
    printer.setDocName(document.title);
    QPainter painter;
    for (const paper::Sheet& sheet : document.sheets) {
        const bool landscape = sheet.size.width() > sheet.size.height();
        const QPageSize wanted(landscape ? sheet.size.transposed() : sheet.size, QPageSize::Millimeter);
        if (!printer.setPageSize(wanted) || printer.pageLayout().pageSize().id() != wanted.id())
            return fail(ErrorCode::FormatNotSupported, {}, {wanted.name()});
        printer.setPageOrientation(landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
        if (!painter.isActive()) {
            if (!painter.begin(&printer))
                return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer does not answer"));
        } else if (!printer.newPage()) {
            return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer takes no further page"));
        }
        paper::paintSheet(painter, sheet, printer.resolution() / millimetresPerInch);
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer reported an error"));
    return {};
}

} // namespace hk::report
