#include "workspace/hotspot_certainty.h"

#include "workspace/heatmap_input.h"

namespace hk::workspace {

Result<analysis::HotspotStability> certaintyOf(const MapAnalysis& analysis, const CertaintySettings& settings,
                                               std::stop_token stop,
                                               const std::function<void(double)>& progress)
{
    if (!analysis.density || analysis.hotspots->empty())
        return analysis::HotspotStability{{}, settings.runs};
    const HeatmapInput mapped =
        heatmapInput(*analysis.snapshot->table, analysis.selection.rows, analysis.settings.bandwidth);
    const analysis::KdeOptions kde = densityOptions(analysis.settings, analysis.filter);
    analysis::StabilityOptions options;
    options.runs = settings.runs;
    options.seed = settings.seed;
    options.stop = stop;
    options.progress = progress;
    analysis::Outcome<analysis::HotspotStability> sure =
        analysis::hotspotStability(*analysis.snapshot->table, mapped.rows, analysis.density->spec, kde,
                                   hotspotOptions(analysis.settings), *analysis.hotspots, options);
    if (!sure)
        return tl::unexpected(errorOf(sure.error(), analysis.settings));
    return std::move(*sure);
}

} // namespace hk::workspace
