#pragma once

#include "core/result.h"

#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <functional>
#include <optional>

class QPainter;

namespace hk::report {

/// Paints a page in millimetres × `unitsPerMillimetre` from the painter's origin.
using PagePainting = std::function<void(QPainter& painter, double unitsPerMillimetre)>;

/// A page that becomes a picture. With `map` the picture of the whole page can be laid on a map: it tells where, by a
/// world file beside it and, in TIFF, within it.
struct PagePicture {
    /// A frame of the page and the ground under it, north up.
    struct Map {
        QRectF frame;  ///< millimetres from the top left
        QRectF ground; ///< SWEREF 99 TM; top() is the lower northing
    };
    PagePainting paint;
    QSizeF paper; ///< millimetres
    QString title = {};
    std::optional<Map> map = {};
    int dpi = 150; ///< 36 to 1200; not of SVG
};

/// The picture in memory, with its resolution. Errors: ValueOutOfRange (dpi), Internal where there is no memory for so large a
/// one.
Result<QImage> painted(const PagePicture& picture);

/// The world file of a picture: six lines, the last two the middle of its upper left pixel.
QByteArray worldFile(const PagePicture::Map& map, int dpi);
/// "page.png" → "page.pgw", "page.tiff" → "page.tfw".
QString worldFilePath(const QString& picture);

/// PNG with its physical size and title; with a map also a .pgw. Both files or none. Errors: ValueOutOfRange (dpi),
/// FileNotWritable, DiskFull, Internal where there is no memory for so large a picture.
Result<void> writePngPicture(const PagePicture& picture, const QString& path);

/// TIFF, compressed without loss, with its physical size and title; with a map it is a GeoTIFF in EPSG:3006 with a .tfw.
/// Errors as of PNG, StorageFailed with GDAL's words.
Result<void> writeTiffPicture(const PagePicture& picture, const QString& path);

/// SVG in true millimetres, text as text. Errors: FileNotWritable, DiskFull.
Result<void> writeSvgPicture(const PagePicture& picture, const QString& path);

} // namespace hk::report
