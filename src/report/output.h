#pragma once

#include "core/result.h"
#include "paper/document.h"

class QPrinter;

namespace hk::report {

/// Writes a PDF of all sheets with the georeference of each map (EPSG:3006, neatline), where `archival` prepared for PDF/A-2b. The
/// file appears whole or not at all. Errors: FileNotWritable, DiskFull, FormatNotSupported (PDF/A-2b).
Result<void> writePdf(const paper::Document& document, const QString& path, bool archival = false);
/// Picture of one sheet at `dpi`, 36 to 1200. Errors as writePdf's, ValueOutOfRange.
Result<void> writePng(const paper::Document& document, const QString& path, int dpi = 150, int sheet = 0);
/// All sheets on a printer, at true scale: the printer's paper and orientation are set to each sheet's, and
/// nothing is fitted or moved. Errors: FormatNotSupported where the printer has not the paper, StorageFailed
/// where it does not answer.
Result<void> print(const paper::Document& document, QPrinter& printer);

} // namespace hk::report
