#include "workspace/hotspot_certainty.h"

#include <cmath>

namespace hk::workspace {
namespace {

/// The rows that the analysis has put in its heatmap.
std::vector<std::uint32_t> mappedRows(const MapAnalysis& analysis)
{
    const analysis::IncidentTable& table = *analysis.snapshot->table;
    std::vector<std::uint32_t> rows =
        analysis::heatmapRows(table, analysis.selection.rows, analysis.settings.bandwidth).rows;
    const Sweref99 centre = hub();
    std::erase_if(rows, [&](std::uint32_t row) {
        return !(std::hypot(table.easting[row] - centre.easting, table.northing[row] - centre.northing) <=
                 studyRadius);
    });
    return rows;
}

} // namespace

Result<analysis::HotspotStability> certaintyOf(const MapAnalysis& analysis, const CertaintySettings& settings,
                                               std::stop_token stop,
                                               const std::function<void(double)>& progress)
{
    if (!analysis.density || analysis.hotspots->empty())
        return analysis::HotspotStability{{}, settings.runs};
    const analysis::KdeOptions kde = densityOptions(analysis.settings, analysis.filter);
    analysis::StabilityOptions options;
    options.runs = settings.runs;
    options.seed = settings.seed;
    options.stop = stop;
    options.progress = progress;
    analysis::Outcome<analysis::HotspotStability> sure =
        analysis::hotspotStability(*analysis.snapshot->table, mappedRows(analysis), analysis.density->spec,
                                   kde, hotspotOptions(analysis.settings), *analysis.hotspots, options);
    if (!sure)
        return tl::unexpected(errorOf(sure.error(), analysis.settings));
    return std::move(*sure);
}

} // namespace hk::workspace
