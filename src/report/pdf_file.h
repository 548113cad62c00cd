#pragma once

#include "core/result.h"
#include "paper/document.h"
#include "report/pdf_finish.h"

#include <QByteArray>

namespace hk::report {

struct PdfOptions {
    bool archival = false; ///< prepared for PDF/A-2b (ISO 19005-2)
};

/// The document as a PDF: real text, images without loss, the paper's exact size, bookmarks, links, all maps in EPSG:3006 as
/// GDAL and QGIS find them. The same document gives the same bytes. Errors as of finishedPdf().
Result<QByteArray> pdfOf(const paper::Document& document, const PdfOptions& options = {});

/// What Qt has painted, with marks in its content, and what was written down meanwhile.
struct PaintedPdf {
    QByteArray bytes;
    PdfStructure structure;
    std::vector<PdfLink> links;
};
/// The two steps of it: what Qt paints, and what is told of it.
PaintedPdf paintedPdf(const paper::Document& document);
PdfFacts factsOf(const paper::Document& document, const PaintedPdf& painted, const PdfOptions& options = {});

} // namespace hk::report
