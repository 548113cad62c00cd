#pragma once

#include "analysis/period_comparison.h"
#include "core/period.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// What has changed between two periods, and where: both on one raster with one colour scale, their difference, and the
/// change of each hotspot.
struct PeriodComparisonStudy {
    Period earlier; ///< a, the reference
    Period later;   ///< b, begins no sooner than a has ended
    double cell = 25.0;       ///< metres
    double bandwidth = 150.0; ///< metres
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    analysis::RateBasis basis = analysis::RateBasis::LaterPeriod;
    double quantile = 0.9;   ///< that bounds a hotspot of both periods together
    double within = 1000.0;  ///< metres around the hub, hotspots of an incident file; 0: everywhere
    double floorShare = 0.01; ///< of the earlier density's maximum: below it no ratio (dual density)
    friend bool operator==(const PeriodComparisonStudy&, const PeriodComparisonStudy&) = default;
};

/// Periods to begin with: the filter's own (or the last twelve months with incidents) as the later, and the same dates a
/// year before as the earlier; of a period longer than a year, as many days just before it.
void suggestPeriods(const StudyInput& input, PeriodComparisonStudy& study);

/// Sentences for the whole and for each hotspot; table: the whole selection, then each hotspot with counts, change, rate
/// ratio and its 95 % interval; grids: difference, change (share), ratio, the earlier and the later density in one scale;
/// layer: the hotspots by kind of change. The period of the input's filter does not apply: the study's own do. json: "a",
/// "b", "basis", "grid", "difference", "ratio", "total", "hotspots", "left_out". Errors: StudyNotPossible (with the reason
/// in words) where a period is missing or reversed, the two overlap or stand in the wrong order, or the input has no
/// dates; NoIncidents where neither period has a usable one; BandwidthTooSmall, GridTooLarge, ValueOutOfRange, Cancelled.
/// Any thread.
Result<MethodResultPtr> runPeriodComparison(const StudyInput& input, const PeriodComparisonStudy& study,
                                            std::stop_token stop = {}, const Progress& progress = {});

} // namespace hk::methods
