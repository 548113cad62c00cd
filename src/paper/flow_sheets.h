#pragma once

#include "paper/flow.h"
#include "paper/page_template.h"

#include <functional>

namespace hk::paper {

struct FlowSheets {
    std::vector<Sheet> sheets;
    std::vector<Bookmark> bookmarks; ///< sheets counted from 0
};

/// Sheets by a template whose parts "body", "body2" … are filled one after another by `items`, on as many sheets as these need.
/// `around` gives the other parts of a sheet: its number from 0, and how many there are.
FlowSheets flowSheets(const std::vector<FlowItem>& items, const SheetTemplate& look, Paper paper, Orientation orientation,
                      const std::function<Material(int sheet, int count)>& around);
/// The same where the first sheet has a look of its own, such as a cover's head; it decides the size of the letters.
FlowSheets flowSheets(const std::vector<FlowItem>& items, const SheetTemplate& first, const SheetTemplate& others, Paper paper,
                      Orientation orientation, const std::function<Material(int sheet, int count)>& around);

} // namespace hk::paper
