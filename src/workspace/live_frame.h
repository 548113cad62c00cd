#pragma once

#include "analysis/kde_preview.h"
#include "core/result.h"
#include "map/scene.h"
#include "workspace/map_analysis.h"

#include <QImage>
#include <QSize>
#include <memory>
#include <stop_token>

namespace hk::workspace {

/// Where the window looks: what a preview is made for.
struct LiveView {
    map::MapViewport viewport;
    QSize pixels; ///< of the picture of viewport.target
    bool dark = false;
    bool isEmpty() const { return pixels.isEmpty() || viewport.target.isEmpty(); }
};

/// SWEREF 99 TM rectangle around what a viewport shows.
analysis::Extent seenBy(const map::MapViewport& viewport);

struct LiveRequest {
    SnapshotPtr snapshot;
    std::shared_ptr<const std::vector<std::uint32_t>> rows; ///< the selection
    MapSettings settings;
    LiveView view;
};

/// What the map shows while the hand moves: a preview, in a type of its own, so that it never gets into a MapAnalysis, onto
/// paper or into a file. It holds no number to read.
struct LiveFrame {
    SnapshotPtr snapshot;
    std::shared_ptr<const map::HeatmapLayer> heatmap; ///< of the view alone; null: not shown, or nothing there
    QImage picture;                                   ///< the heatmap, pixel for pixel of the view
    LiveView view;
    std::shared_ptr<const map::HotspotLayer> hotspots; ///< outlines without rank; null: not shown
};

/// Makes previews one after the other and keeps its memory between them. Colours and contours are those the exact analysis
/// will have, as both come from a quick density on the analysis's own cells; where those are very many, on coarser ones.
class LiveFrameMaker {
public:
    /// Errors: Cancelled, and those of the settings as analyse() has them.
    Result<LiveFrame> make(const LiveRequest& request, std::stop_token stop = {});

    // The stages, apart for the benchmark.
    struct Whole {
        bool any = false;
        map::ColourScale scale;
        double contour = 0.0; ///< incidents per km²
    };
    /// Scale and contour, from the points of a selection.
    Result<Whole> measure(const std::vector<analysis::Point>& points, const MapSettings& settings, std::stop_token stop);
    std::shared_ptr<const map::HotspotLayer> outlines(const std::vector<analysis::Point>& points,
                                                      const MapSettings& settings, const Whole& whole) const;
    Result<std::shared_ptr<const analysis::Grid>> seen(const std::vector<analysis::Point>& points,
                                                       const MapSettings& settings, const LiveView& view,
                                                       std::stop_token stop);

private:
    analysis::DensityPreview m_density;
    analysis::DensityPreview m_viewDensity;
    analysis::Grid m_whole;
};

/// Cells of the preview of a view: at most four points of the screen wide, but, where it can be, no wider than a quarter of
/// the bandwidth, and no finer than one point. Clipped to where the points reach; nullopt where none does.
std::optional<analysis::GridSpec> liveGrid(const analysis::Extent& points, const MapSettings& settings,
                                           const LiveView& view);

} // namespace hk::workspace
