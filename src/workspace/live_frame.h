#pragma once

#include "analysis/kde_preview.h"
#include "core/result.h"
#include "map/scene.h"
#include "workspace/map_analysis.h"

#include <QImage>
#include <QSize>
#include <array>
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
    QImage picture;                                   ///< the heatmap with the outlines, pixel for pixel of the view
    LiveView view;
    std::shared_ptr<const map::HotspotLayer> hotspots; ///< outlines without rank; null: not shown
};

/// Makes previews one after the other and keeps its memory between them. The points are summed once, on a lattice over the
/// whole town; the grid of the view and a quick density on the analysis's own cells are sampled from it. Colours and
/// contours come from the latter, so they are those the exact analysis will have. Where the lattice would be very large
/// either grid is summed by itself, and the town's on coarser cells where those are over a million.
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
    /// Scale and contour, from the points of a selection. Before seen() of the same points.
    Result<Whole> measure(const std::vector<analysis::Point>& points, const MapSettings& settings, std::stop_token stop);
    std::shared_ptr<const map::HotspotLayer> outlines(const std::vector<analysis::Point>& points,
                                                      const MapSettings& settings, const Whole& whole) const;
    Result<std::shared_ptr<const analysis::Grid>> seen(const std::vector<analysis::Point>& points,
                                                       const MapSettings& settings, const LiveView& view,
                                                       std::stop_token stop);

    /// What changed since the points last asked for, so that a small change costs little.
    void follow(const std::vector<std::uint32_t>& rows, const SnapshotPtr& snapshot);

private:
    struct Kept {
        analysis::DensityPreview preview;
        std::uint64_t step = 0; ///< whose points its sums hold; 0: none
    };
    analysis::Outcome<void> density(Kept& kept, const std::vector<analysis::Point>& points,
                                    const analysis::GridSpec& spec, const analysis::KdeOptions& options,
                                    analysis::Grid& grid);

    analysis::Outcome<void> sums(const std::vector<analysis::Point>& points, const analysis::KdeOptions& options);

    std::optional<analysis::GridSpec> m_lattice; ///< that both grids are sampled from, as m_whole holds it
    analysis::Extent m_bounds;                   ///< of the points measured last
    Kept m_whole;
    Kept m_seen;
    std::array<QImage, 3> m_pictures; ///< one shown, one on its way, one being made
    std::size_t m_nextPicture = 0;
    analysis::Grid m_wholeGrid;
    SnapshotPtr m_snapshot;
    std::vector<std::uint32_t> m_rows;
    std::vector<analysis::Point> m_added;
    std::vector<analysis::Point> m_removed;
    std::uint64_t m_step = 0;
    bool m_little = false; ///< m_added and m_removed lead from the points before to those now
};

/// Cells of the preview of a view: at most four points of the screen wide, but, where it can be, no wider than a quarter of
/// the bandwidth, and no finer than one point. Clipped to where the points reach; nullopt where none does.
std::optional<analysis::GridSpec> liveGrid(const analysis::Extent& points, const MapSettings& settings,
                                           const LiveView& view);

} // namespace hk::workspace
