#pragma once

#include "analysis/hotspot_stability.h"
#include "workspace/map_analysis.h"

#include <functional>
#include <stop_token>

namespace hk::workspace {

/// How the certainty of a ranking is worked out.
struct CertaintySettings {
    int runs = 199; ///< resamples of the incidents
    quint64 seed = 1;
    friend bool operator==(const CertaintySettings&, const CertaintySettings&) = default;
};

/// How sure each hotspot's place among the first five is, by resampling the incidents of the heatmap (see
/// analysis::hotspotStability). Everything is taken from the analysis itself, so that it speaks of the
/// hotspots it has. Seconds for large selections: not for the window's thread. Errors: Cancelled.
Result<analysis::HotspotStability> certaintyOf(const MapAnalysis& analysis, const CertaintySettings& settings,
                                               std::stop_token stop = {},
                                               const std::function<void(double)>& progress = {});

} // namespace hk::workspace
