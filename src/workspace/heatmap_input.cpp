#include "workspace/heatmap_input.h"

#include "analysis/hotspot.h"
#include "workspace/map_analysis.h"

namespace hk::workspace {

std::size_t takeOutFar(const analysis::IncidentTable& table, std::vector<std::uint32_t>& rows)
{
    const Sweref99 centre = hub();
    return std::erase_if(rows, [&](std::uint32_t row) {
        const double east = table.easting[row] - centre.easting;
        const double north = table.northing[row] - centre.northing;
        return !(east * east + north * north <= studyRadius * studyRadius);
    });
}

HeatmapInput heatmapInput(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& selected,
                          double bandwidth)
{
    HeatmapInput input;
    analysis::HeatmapRows usable = analysis::heatmapRows(table, selected, bandwidth);
    input.leftOutImprecise = usable.leftOut();
    input.leftOutFar = takeOutFar(table, usable.rows);
    input.points = analysis::positions(table, usable.rows);
    input.rows = std::move(usable.rows);
    return input;
}

} // namespace hk::workspace
