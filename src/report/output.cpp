#include "report/output.h"

#include "report/picture_file.h"

#include <QFileInfo>
#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace hk::report {

namespace {

constexpr double millimetresPerInch = 25.4;

PagePicture pictureFacts(const paper::Document& document, int dpi, int number)
{
    const paper::Sheet& sheet = document.sheets.at(static_cast<std::size_t>(number));
    PagePicture picture;
    picture.paint = [&sheet](QPainter& painter, double unitsPerMillimetre) { paper::paintSheet(painter, sheet, unitsPerMillimetre); };
    picture.paper = sheet.size;
    picture.title = document.title;
    picture.dpi = dpi;
    if (const std::vector<paper::GeoFrame> maps = paper::geoFrames(sheet); !maps.empty())
        picture.map = {maps.front().frame, maps.front().ground};
    return picture;
}

} // namespace

Result<void> writePicture(const paper::Document& document, const QString& path, int dpi, int sheet)
{
    const PagePicture picture = pictureFacts(document, dpi, sheet);
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("svg"))
        return writeSvgPicture(picture, path);
    if (ending == QLatin1String("tif") || ending == QLatin1String("tiff"))
        return writeTiffPicture(picture, path);
    if (ending == QLatin1String("png"))
        return writePngPicture(picture, path);
    return fail(ErrorCode::FormatNotSupported, {path, -1, {}}, {ending});
}

Result<QImage> pictureOf(const paper::Document& document, int dpi, int sheet)
{
    return painted(pictureFacts(document, dpi, sheet));
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

double cutByMargins(const paper::Document& document, const QPrinter& printer)
{
    QPageLayout layout = printer.pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    const QMarginsF own = layout.minimumMargins();
    double cut = 0.0;
    for (const paper::Sheet& sheet : document.sheets)
        for (const paper::Frame& frame : sheet.frames)
            cut = std::max({cut, own.left() - frame.rect.left(), own.top() - frame.rect.top(),
                            own.right() - (sheet.size.width() - frame.rect.right()),
                            own.bottom() - (sheet.size.height() - frame.rect.bottom())});
    return cut;
}

} // namespace hk::report
