#pragma once

#include <QByteArray>
#include <optional>
#include <string>
#include <vector>

class QPainter;

namespace hk::report::pdf {

struct ShortContent {
    QByteArray bytes;
    bool missingSign = false; ///< a text shows glyph 0, a font's stand-in for what it has not
    std::vector<bool> used;   ///< marks after which anything is painted
};

/// The content stream of a page with the coordinates of its paths rounded to about a thousandth of a
/// millimetre on paper, its colours to four decimals, and no needless zeros or blanks. Positions of text stay
/// exact. Nothing where the stream holds what is not understood here, such as an inline picture. After a
/// mark, what was begun before ends and `marks[number]` begins, an operator of marked content: where
/// something is painted before the next mark. A number may be painted again.
std::optional<ShortContent> shortContent(const QByteArray& content, const std::vector<std::string>& marks = {});

/// A mark in what is painted: a rectangle far outside of any paper, which shortContent() takes away. The painter's units are
/// those of the file.
void paintMark(QPainter& painter, int number);

} // namespace hk::report::pdf
