#pragma once

#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include "analysis/intervention_effect.h"
#include "core/period.h"

#include <stop_token>

namespace hk::methods {

/// Before and after an action: did the target area change more than the control, and did the trouble move?
/// Areas in SWEREF 99 TM (the input's CRS). Periods are half-open local dates [from, to). (See
/// analysis::countEffect.)
struct InterventionStudy {
    std::vector<analysis::Polygon> target;
    std::vector<analysis::Polygon> buffer; ///< where it may have moved to; may be empty
    std::vector<analysis::Polygon> control;
    std::vector<analysis::Polygon> controlBuffer; ///< may be empty
    double bufferWidth = 0.0;        ///< metres around the target, instead of or beside `buffer`; 0: none
    double controlBufferWidth = 0.0; ///< metres around the control
    Period before;
    Period after;
    friend bool operator==(const InterventionStudy&, const InterventionStudy&) = default;
};

/// Sentences, the table area × before, after, change, the areas as a layer, and the measures WDD, WDQ and
/// rate ratio. The period of the input's filter does not apply: the study's own do. json: "target", "buffer",
/// "control", "control_buffer" with counts, "wdd", "wdq", "rate_ratio", "before", "after", "left_out",
/// "in_several_areas", "warnings". Errors: StudyNotPossible (with the reason in words) where there is no
/// target or control, a period is missing or reversed, the period after begins before the one before ends, or
/// the input has no dates; Cancelled. Any thread.
Result<MethodResultPtr> runIntervention(const StudyInput& input, const InterventionStudy& study,
                                        std::stop_token stop, const Progress& progress);

/// The ring of `width` metres around the polygons, without them, with round corners, to be drawn and
/// exported; what is counted is the distance itself (within 0.1 m of this outline).
std::vector<analysis::Polygon> bufferAround(const std::vector<analysis::Polygon>& polygons, double width);

} // namespace hk::methods
