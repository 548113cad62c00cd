#pragma once

#include "report/patrol_plan.h"

namespace hk::report {

/// One sheet of paper, upright, on both of its sides at most: an overview with the walk, and of each spot a street map at
/// 1:2 000 with what, when and the latest incidents. `look` has the sheets "front" and "back", whose parts "spot1" … "spot5" are
/// laid out by the sheet "spot". A sheet without a word of its confidentiality is marked as internal.
paper::Document patrolSheet(const PatrolPlan& plan, const ProductInput& input, const ProductOptions& options,
                            const paper::PageTemplate& look);

/// The plan and its sheet. Blocks. Errors: those of patrolPlan.
Result<paper::Document> makePatrolSheet(const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look,
                                        std::stop_token stop = {});

} // namespace hk::report
