#pragma once

#include "report/series_pages.h"

namespace hk::report {

/// An atlas: contents that lead to the pages, then a page of its own for each hotspot, area or month with its map, its counts and
/// an overview in which the map is marked; one colour scale throughout. `look` has the sheets "contents" (with the parts title,
/// facts, marks, overview, overviewCaption, note, body, body2, footer) and "map" (those of a page with one map, and counts,
/// inset, insetCaption). A bookmark for each page; the frame "title/3" begins page 3. Blocks. Errors: those of seriesPages; Cancelled.
Result<paper::Document> makeSeries(const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look,
                                   std::stop_token stop = {}, const ProductProgress& progress = {});

} // namespace hk::report
