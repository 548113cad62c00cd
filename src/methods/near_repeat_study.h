#pragma once

#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include "analysis/near_repeat.h"

#include <stop_token>

namespace hk::methods {

/// Near repeat: does one incident bring another soon and near it? (See analysis::nearRepeat.)
struct NearRepeatStudy {
    analysis::NearRepeatBands bands; ///< 100 m × 4, 7 days × 4
    bool samePlace = false; ///< the same place (closer than 1 m) as a band of its own, before the others
    int runs = 999;
    quint64 seed = 1;
    int threads = 0; ///< 0: as many as the machine has; never changes the numbers
    friend bool operator==(const NearRepeatStudy&, const NearRepeatStudy&) = default;
};

/// The table (space band × time band: observed, expected, ratio, p), the sentence, bars of the nearest band.
/// json: "observed", "expected", "ratio", "p", "p_all_cells" as arrays of arrays (outer: space), "bands",
/// "pairs", "incidents", "left_out", "seed", "runs", "reach". Errors: StudyNotPossible (with the reason in
/// words) for bands or runs out of range, an input without dates, or too many pairs; NoIncidents with fewer
/// than two usable ones; Cancelled. Any thread.
Result<MethodResultPtr> runNearRepeat(const StudyInput& input, const NearRepeatStudy& study,
                                      std::stop_token stop, const Progress& progress);

} // namespace hk::methods
