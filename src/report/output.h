#pragma once

#include "core/result.h"
#include "paper/document.h"
#include "report/pdf_file.h"

#include <QImage>

class QPrinter;

namespace hk::report {

/// Writes a PDF of all sheets as pdfOf() makes it. The file appears whole or not at all. Errors: FileNotWritable, DiskFull, those
/// of finishedPdf().
Result<void> writePdf(const paper::Document& document, const QString& path, const PdfOptions& options = {});
/// Picture of one sheet by the ending of its name: .png or .tif(f) at `dpi` (36 to 1200), with a world file of its largest map
/// beside it, or .svg. Errors: FormatNotSupported (ending), FileNotWritable, DiskFull, ValueOutOfRange.
Result<void> writePicture(const paper::Document& document, const QString& path, int dpi = 150, int sheet = 0);
/// The same as an image, for the clipboard. Errors: ValueOutOfRange, Internal where there is no memory.
Result<QImage> pictureOf(const paper::Document& document, int dpi = 150, int sheet = 0);
/// All sheets on a printer, at true scale: the printer's paper and orientation are set to each sheet's, and
/// nothing is fitted or moved. Errors: FormatNotSupported where the printer has not the paper, StorageFailed
/// where it does not answer.
Result<void> print(const paper::Document& document, QPrinter& printer);

/// How far the printer's own margins reach into what stands on the sheets, millimetres; 0: nothing would be cut.
double cutByMargins(const paper::Document& document, const QPrinter& printer);

} // namespace hk::report
