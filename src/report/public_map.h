#pragma once

#include "report/product.h"

namespace hk::report {

/// The public map: counts with small ones suppressed (workspace::makePublicCounts) as a map and a table.
/// Nothing else of the incidents goes into it: no incident, heatmap, hotspot, remark or total, no layer of
/// one's own and no words of a text search. Where the options name no centre, the scale is fitted to what is
/// counted. `look` has the sheets "map" and "words". Errors: those of makePublicCounts (an empty selection is
/// no error: its page says so).
Result<paper::Document> makePublicMap(const ProductInput& input, const ProductOptions& options,
                                      const paper::PageTemplate& look, const std::stop_token& stop);

} // namespace hk::report
