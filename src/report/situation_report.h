#pragma once

#include "report/product.h"

namespace hk::report {

/// The situation report: figures, sentences, maps, hotspots, times, partners and method of what the analysis
/// shows, held against the same days a year before, on portrait sheets. `look` has the sheets "first", "next"
/// and "map". One page that says so where the selection is empty. Errors: those of the comparison of periods,
/// Cancelled.
Result<paper::Document> makeSituationReport(const ProductInput& input, const ProductOptions& options,
                                            const paper::PageTemplate& look, const std::stop_token& stop,
                                            const ProductProgress& progress);

} // namespace hk::report
