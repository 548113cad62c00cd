#pragma once

#include "analysis/kde.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// Where incidents are many for what there is: their density divided by that of something else, such as people, homes or
/// passages ("dual density").
struct RiskStudy {
    std::shared_ptr<const StudyInput> denominator; ///< points, with weights where one stands for many; same CRS
    QString denominatorName;                       ///< in words, for the legend; empty: "points of comparison"
    double cell = 25.0;       ///< metres
    double bandwidth = 150.0; ///< metres
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    double floorShare = 0.01; ///< of the denominator's maximum density: below it nothing is said
    double floor = 0.0;       ///< per km²; above 0 it is used instead of floorShare
    friend bool operator==(const RiskStudy&, const RiskStudy&) = default;
};

/// Grids: incidents per unit of the denominator, and both densities. json: "maximum", "overall", "floor_per_km2", "grid",
/// "incidents", "denominator", "left_out". Errors: StudyNotPossible (with the reason in words) without a denominator,
/// NoIncidents, BandwidthTooSmall, GridTooLarge, ValueOutOfRange, Cancelled. Any thread.
Result<MethodResultPtr> runRisk(const StudyInput& input, const RiskStudy& study, std::stop_token stop = {},
                                const Progress& progress = {});

} // namespace hk::methods
