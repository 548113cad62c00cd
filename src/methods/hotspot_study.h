#pragma once

#include "analysis/hotspot_stability.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// The ranked hotspots of the density map, each with how many, what and when, and, if asked for, how sure its
/// place among the first five is.
struct HotspotStudy {
    double cell = 25.0;       ///< metres
    double bandwidth = 150.0; ///< metres
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    double quantile = 0.9;
    double within = 1000.0; ///< metres around the hub; 0: everywhere
    analysis::HotspotRank rank = analysis::HotspotRank::Incidents;
    bool certainty = false;
    int runs = 199; ///< resamples
    quint64 seed = 1;
    friend bool operator==(const HotspotStudy&, const HotspotStudy&) = default;
};

/// The hotspots are those of workspace::analyse with the same settings. Layer and table: the hotspots.
/// Errors: NotFound for plain points (they have no kind nor week), BandwidthTooSmall, GridTooLarge,
/// ValueOutOfRange, Cancelled.
Result<MethodResultPtr> runHotspots(const StudyInput& input, const HotspotStudy& study,
                                    std::stop_token stop = {}, const Progress& progress = {});

} // namespace hk::methods
