#include "report/file_writer.h"
#include "report/page.h"
#include "report/page_words.h"

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

Result<void> writePng(const MapPage& page, const QString& path, int dpi)
{
    if (dpi < lowestDpi || dpi > highestDpi)
        return fail(ErrorCode::ValueOutOfRange, {path, -1, QStringLiteral("dpi")},
                    {QString::number(dpi), QString::number(lowestDpi), QString::number(highestDpi)});
    const double perMillimetre = dpi / millimetresPerInch;
    const QSizeF size = paperSize(page.paper, page.orientation) * perMillimetre;
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
        paintPage(painter, page, perMillimetre);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), headWords(page).title);
    if (!writer.write(image))
        return fail(ErrorCode::Internal, {path, -1, {}}, {}, writer.errorString());
    return writeWhole(path, buffer.data());
}

Result<void> print(const MapPage& page, QPrinter& printer)
{
    const QPageSize paper(page.paper == Paper::A3 ? QPageSize::A3 : QPageSize::A4);
    const auto orientation =
        page.orientation == Orientation::Landscape ? QPageLayout::Landscape : QPageLayout::Portrait;
    // The page brings its own margins, and its millimetres count from the paper's corner.
    printer.setFullPage(true);
    if (!printer.setPageSize(paper) || printer.pageLayout().pageSize().id() != paper.id())
        return fail(ErrorCode::FormatNotSupported, {}, {paperName(page.paper)});
    printer.setPageOrientation(orientation);
    printer.setDocName(headWords(page).title);
    QPainter painter;
    if (!painter.begin(&printer))
        return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer does not answer"));
    for (int sheet = 0; sheet < sheetCount(page); ++sheet) {
        if (sheet > 0 && !printer.newPage())
            return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer takes no further page"));
        paintPage(painter, page, printer.resolution() / millimetresPerInch, sheet);
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return fail(ErrorCode::StorageFailed, {}, {}, QStringLiteral("the printer reported an error"));
    return {};
}

} // namespace hk::report
