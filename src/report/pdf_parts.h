#pragma once

#include "report/pdf_finish.h"

#include <optional>
#include <string>

class QPDF;

namespace hk::report::pdf {

constexpr double pointsPerMillimetre = 72.0 / 25.4;

/// The text of one line as UTF-8.
std::string plainUtf8(const QString& text);

/// Title, author and so on in the information dictionary and the XMP packet.
void tellFacts(QPDF& pdf, const PdfFacts& facts);

/// Bookmarks, links, page numbers, language and how a reader opens the file. The pages have their final size.
void addNavigation(QPDF& pdf, const PdfFacts& facts);

/// The viewports of the maps. The pages have their final size.
void addMaps(QPDF& pdf, const std::vector<PdfMap>& maps);

/// Shorter content of the pages, drawn the same to a thousandth of a millimetre. Whether text is shown for which a
/// font has no sign.
bool shortenContent(QPDF& pdf, const std::vector<std::vector<PdfTag>>& tags);

/// The operator that begins a tag's content, and the structure tree of all of them.
std::string beginning(const PdfTag& tag, int content);
void addStructure(QPDF& pdf, const std::vector<std::vector<PdfTag>>& tags);

/// What ISO 19005-2 asks for at level B of what Qt and GDAL write. What hinders it, in technical words.
std::optional<QString> prepareForArchive(QPDF& pdf);

} // namespace hk::report::pdf
