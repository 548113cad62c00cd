#pragma once

#include "report/page.h"

#include <QByteArray>

namespace hk::report {

/// The page as a PDF 1.6 without georeference: real text, images without loss, the paper's exact size, the
/// creation date that of the page where it has one.
QByteArray pdfOf(const MapPage& page);

/// The same PDF with the page's map frame in EPSG:3006: geotransform and neatline (ISO 32000), as an update
/// appended to the file. Error StorageFailed with GDAL's words.
Result<QByteArray> georeferenced(const QByteArray& pdf, const MapPage& page);

} // namespace hk::report
