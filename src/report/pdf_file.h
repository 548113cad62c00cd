#pragma once

#include "core/result.h"
#include "paper/document.h"
#include "report/pdf_finish.h"

#include <QByteArray>

namespace hk::report {

/// The document as Qt paints it: PDF 1.6, its paper rounded to whole points, today's time in it.
QByteArray paintedPdf(const paper::Document& document);
/// What the document says of itself, with its maps, bookmarks and links.
PdfFacts factsOf(const paper::Document& document, bool archival = false);

/// The document as a finished PDF (finishedPdf): real text, images without loss, the paper's exact size, every map in
/// EPSG:3006, bookmarks and links; where `archival`, prepared for PDF/A-2b. Errors as of finishedPdf.
Result<QByteArray> pdfOf(const paper::Document& document, bool archival = false);

} // namespace hk::report
