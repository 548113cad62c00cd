#pragma once

#include "methods/buffer_outline.h"
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

/// Sentences, the table area × before, after, change, the areas as a layer, and the measures WDD, WDQ and rate ratio.
/// Period and area of the input's filter do not apply: the study has its own. Incidents whose radius is above that of a
/// circle as large as the smaller of target and control are left out, and precision area always. No claim is made where
/// target or control hold fewer than 10 incidents a period on average. json: "target", "buffer", "control",
/// "control_buffer" (null where there is none) each with "before" and "after"; "wdd", "wdq", "rate_ratio"; "before" and
/// "after" (the periods), "before_scale", "left_out", "in_several_areas", "warnings", "sentences". Errors:
/// StudyNotPossible (with the reason in words) where there is no target or control, a period is missing or reversed, the
/// period after begins before the one before ends, or the input has no dates; Cancelled. Any thread.
Result<MethodResultPtr> runIntervention(const StudyInput& input, const InterventionStudy& study,
                                        std::stop_token stop, const Progress& progress);

} // namespace hk::methods
