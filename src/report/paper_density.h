#pragma once

#include "map/scene.h"
#include "workspace/map_analysis.h"

#include <memory>
#include <mutex>

namespace hk::report {

/// The exact density of an analysis as finely as paper shows it: worked out when a page is first painted, by the thread
/// that paints, and kept for the next painting of the same frame. Thread-safe.
class PaperDensity {
public:
    explicit PaperDensity(const workspace::MapAnalysis& analysis);
    /// `heatmap` with the finer density of the frame; as it is where paper needs no finer one. `scale` is that of the page.
    std::shared_ptr<const map::HeatmapLayer> of(const std::shared_ptr<const map::HeatmapLayer>& heatmap,
                                                const analysis::Extent& frame, double scale) const;

private:
    workspace::MapAnalysis m_analysis; ///< what a density needs of it
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const analysis::Grid> m_kept;
};

} // namespace hk::report
