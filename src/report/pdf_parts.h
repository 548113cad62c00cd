#pragma once

#include "report/pdf_finish.h"

#include <optional>
#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace hk::report::pdf {

constexpr double pointsPerMillimetre = 72.0 / 25.4;

/// The text of one line as UTF-8.
std::string plainUtf8(const QString& text);

/// Title, author and so on in the information dictionary and the XMP packet.
void tellFacts(QPDF& pdf, const PdfFacts& facts);

/// Bookmarks, links, page numbers, language and how a reader opens the file. The pages have their final size.
/// Returns the annotation of each link.
std::vector<QPDFObjectHandle> addNavigation(QPDF& pdf, const PdfFacts& facts);

/// The viewports of the maps. The pages have their final size.
void addMaps(QPDF& pdf, const std::vector<PdfMap>& maps);

struct Shortened {
    bool missingSign = false;            ///< text is shown for which a font has no sign
    std::vector<std::vector<bool>> used; ///< by page: marks that anything is painted for
};
/// Shorter content of the pages, drawn the same to a thousandth of a millimetre, with operators in place of
/// its marks.
Shortened shortenContent(QPDF& pdf, const PdfStructure& structure);

/// The structure tree: its elements, what is painted for each by the marks that are used, and the links'
/// annotations. Elements that hold nothing are left out, but for cells.
void addStructure(QPDF& pdf, const PdfFacts& facts, const std::vector<std::vector<bool>>& used,
                  const std::vector<QPDFObjectHandle>& links);

/// What ISO 19005-2 asks for at level B of what Qt and GDAL write. What hinders it, in technical words.
std::optional<QString> prepareForArchive(QPDF& pdf);

} // namespace hk::report::pdf
