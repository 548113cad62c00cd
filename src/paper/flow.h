#pragma once

#include "paper/document.h"

namespace hk::paper {

/// A part in a text that runs over pages.
struct FlowItem {
    QString id = {}; ///< of its frame; a part that goes on has "id/2", "id/3" …
    PartPtr part = nullptr;
    enum class Begins { Anywhere, Column, Sheet };
    Begins begins = Begins::Anywhere;
    bool withNext = false; ///< stays on the page of what follows
    QString bookmark = {}; ///< empty: none
    int level = 0;
    double gapBefore = 4.0; ///< millimetres at factor 1
};

struct Flowed {
    std::vector<std::vector<Frame>> pages;
    std::vector<Bookmark> bookmarks; ///< sheets counted from 0
};

/// Fills the columns of one page after another from the top (`columns`: those of a page, in order); a part that may be parted goes on on the next, one that may not and is higher
/// than a column is cut by its own rule. Pure.
Flowed flow(const std::vector<FlowItem>& items, const std::vector<QRectF>& columns, const Lettering& letters);

} // namespace hk::paper
