#pragma once

#include <QByteArray>
#include <optional>

namespace hk::report::pdf {

struct ShortContent {
    QByteArray bytes;
    bool missingSign = false; ///< a text shows glyph 0, a font's stand-in for what it has not
};

/// The content stream of a page with the coordinates of its paths rounded to about a thousandth of a millimetre on
/// paper, its colours to four decimals, and no needless zeros or blanks. Positions of text stay exact. Nothing where the
/// stream holds what is not understood here, such as an inline picture.
std::optional<ShortContent> shortContent(const QByteArray& content);

} // namespace hk::report::pdf
