#pragma once

#include "paper/document.h"

#include <functional>
#include <optional>

namespace hk::paper {

/// Several parts that stand together in one rectangle, such as a map and its legend: as high as the page has room for, or on
/// the next page where this one has too little. Never parted.
struct FlowBlock {
    double least = 0.0; ///< millimetres at factor 1
    double most = 0.0;
    std::function<std::vector<Frame>(const QRectF&)> frames; ///< with ids of their own, within the rectangle
};

/// A part, or a block of several, in a text that runs over pages.
struct FlowItem {
    QString id = {}; ///< of its frame; a part that goes on has "id/2", "id/3" …
    PartPtr part = nullptr;
    enum class Begins { Anywhere, Column, Sheet };
    Begins begins = Begins::Anywhere;
    bool withNext = false; ///< stays on the page of what follows
    QString bookmark = {}; ///< empty: none
    int level = 0;
    double gapBefore = 4.0; ///< millimetres at factor 1
    std::optional<FlowBlock> block = {}; ///< in place of the part
    bool isNothing() const { return !part && !block; }
};

struct Flowed {
    std::vector<std::vector<Frame>> pages;
    std::vector<Bookmark> bookmarks; ///< sheets counted from 0
};

/// Fills the columns of one page after another from the top (`columns`: those of a page, in order); a part that may be parted goes on on the next, one that may not and is higher
/// than a column is cut by its own rule. Pure.
Flowed flow(const std::vector<FlowItem>& items, const std::vector<QRectF>& columns, const Lettering& letters);
/// The same where the first page has columns of its own.
Flowed flow(const std::vector<FlowItem>& items, const std::vector<QRectF>& first, const std::vector<QRectF>& others,
            const Lettering& letters);

} // namespace hk::paper
