#pragma once

#include "map/scene.h"
#include "workspace/map_analysis.h"

#include <memory>
#include <mutex>

namespace hk::report {

/// The fine density that was worked out last, of whichever page: pages that share it keep but one between them. Thread-safe.
struct KeptDensity {
    std::mutex mutex;
    std::shared_ptr<const analysis::Grid> coarse; ///< whose finer one it is
    std::shared_ptr<const analysis::Grid> grid;
};

/// The exact density of an analysis as finely as paper shows it: worked out when a page is first painted, by the thread
/// that paints, and kept for the next painting of the same frame. Thread-safe.
class PaperDensity {
public:
    explicit PaperDensity(const workspace::MapAnalysis& analysis,
                          std::shared_ptr<KeptDensity> kept = std::make_shared<KeptDensity>());
    /// `heatmap` with the finer density of the frame; as it is where paper needs no finer one. `scale` is that of the page.
    std::shared_ptr<const map::HeatmapLayer> of(const std::shared_ptr<const map::HeatmapLayer>& heatmap,
                                                const analysis::Extent& frame, double scale) const;

private:
    workspace::MapAnalysis m_analysis; ///< what a density needs of it
    std::shared_ptr<KeptDensity> m_kept;
};

} // namespace hk::report
