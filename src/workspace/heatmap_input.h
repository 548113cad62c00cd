#pragma once

#include "analysis/geometry.h"
#include "analysis/incident_table.h"

#include <cstdint>
#include <vector>

namespace hk::workspace {

/// The incidents of a selection that stand in the heatmap, and how many do not and why.
struct HeatmapInput {
    std::vector<std::uint32_t> rows;
    std::vector<analysis::Point> points; ///< of the rows, SWEREF 99 TM
    std::size_t leftOutImprecise = 0;    ///< area, or radius above the bandwidth
    std::size_t leftOutFar = 0;          ///< beyond studyRadius of the hub
};

/// Thread-safe.
HeatmapInput heatmapInput(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& selected,
                          double bandwidth);

} // namespace hk::workspace
