#pragma once

#include "paper/document.h"

#include <map>
#include <optional>
#include <tuple>

namespace hk::paper {

/// What a user has changed of one frame.
struct FrameEdit {
    std::optional<QRectF> rect;  ///< millimetres
    std::optional<QString> text; ///< of a part that has one
    bool hidden = false;
    friend bool operator==(const FrameEdit&, const FrameEdit&) = default;
    bool isEmpty() const { return *this == FrameEdit{}; }
};

/// A frame of a document, whatever its pages are made of anew.
struct FrameKey {
    int sheet = 0;
    QString frame;
    friend bool operator==(const FrameKey&, const FrameKey&) = default;
    friend bool operator<(const FrameKey& a, const FrameKey& b) { return std::tie(a.sheet, a.frame) < std::tie(b.sheet, b.frame); }
};

/// Changes by hand, kept apart from the pages: a value, so that one can be undone, and the pages can be made anew under them.
using PageEdits = std::map<FrameKey, FrameEdit>;

/// The frames of a sheet as they were changed; what is hidden is gone. A part without a text keeps what it says. Pure.
void apply(const PageEdits& edits, int sheet, std::vector<Frame>& frames);
/// The same for all sheets from `first` on.
void apply(const PageEdits& edits, Document& document, int first = 0);

/// The first sheet on which two frames lie over each other by more than a millimetre each way; maps, on which others may stand, do not
/// count. Nothing: none. Pure.
std::optional<int> overlapping(const Document& document);

/// A rectangle on the grid of whole millimetres, at least 5 mm each way and within the sheet.
QRectF onGrid(const QRectF& rect, const QSizeF& sheet);

} // namespace hk::paper
