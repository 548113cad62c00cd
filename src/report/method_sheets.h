#pragma once

#include "paper/box.h"
#include "paper/document.h"
#include "paper/table_part.h"
#include "report/page.h"

namespace hk::report {

/// A method's table with its values in words of the current language.
paper::TableData tableOf(const methods::ResultTable& table);

/// Sheets with what the page's method found: parameters, sentences, warnings, tables, bars and what was left out, equal to those
/// on screen, on as many pages as they need. `look` has the parts title, facts, marks, footer, body and perhaps body2.
std::vector<paper::Sheet> methodSheets(const MapPagePtr& page, const paper::SheetTemplate& look, const paper::Material& more = {});

} // namespace hk::report
