#pragma once

#include "core/result.h"
#include "paper/document.h"

#include <QByteArray>

namespace hk::report {

/// The document as a PDF 1.6 without georeference: real text, images without loss, the paper's exact size, the
/// creation date that of the document where it has one.
QByteArray pdfOf(const paper::Document& document);

/// The same PDF with the largest map of its first sheet in EPSG:3006: geotransform and neatline (ISO 32000), as an update
/// appended to the file; as it is where that sheet has no map. Error StorageFailed with GDAL's words.
Result<QByteArray> georeferenced(const QByteArray& pdf, const paper::Document& document);

} // namespace hk::report
