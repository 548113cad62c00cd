#pragma once

#include "analysis/hotspot.h"

#include <functional>

namespace hk::analysis {

struct StabilityOptions {
    int runs = 199;          ///< resamples, at least 1
    std::uint64_t seed = 1;  ///< the same seed gives the same answer, with any number of threads
    std::size_t leading = 5; ///< "among the top five"
    int threads = 0;         ///< 0: as many as the machine has
    std::stop_token stop = {};
    std::function<void(double)> progress = {}; ///< share done (0–1), from one thread at a time; may be empty
};

/// How sure a ranking of hotspots is, by resampling.
struct HotspotStability {
    std::vector<double>
        share; ///< by hotspot as given: of the resamples, those in which it stays among the leading
    int runs = 0;
};

/// The bootstrap of a ranking [Efron 1979]: as many incidents as there are, drawn with replacement from them,
/// mapped on the same grid with the same kernel, contoured at the same quantile and ranked by the same rule.
/// A place stays when its highest cell (Hotspot::centre) lies inside one of the `leading` first-ranked
/// hotspots of the resample; a hotspot that grows into its neighbour so keeps both places. `rows` are those
/// the hotspots were made of, `spec` and `kde` the grid and kernel of their density (its threads and stop are
/// not used). Faults: those of kernelDensity, Cancelled. Thread-safe.
Outcome<HotspotStability> hotspotStability(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                           const GridSpec& spec, const KdeOptions& kde,
                                           const HotspotOptions& choice, const std::vector<Hotspot>& hotspots,
                                           const StabilityOptions& options);

} // namespace hk::analysis
