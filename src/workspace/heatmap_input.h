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

/// Takes out the rows that lie further than studyRadius from the hub, and says how many; positions of the table in SWEREF 99
/// TM. The one rule for map, methods and certainty. Thread-safe.
std::size_t takeOutFar(const analysis::IncidentTable& table, std::vector<std::uint32_t>& rows);

/// Thread-safe.
HeatmapInput heatmapInput(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& selected,
                          double bandwidth);

} // namespace hk::workspace
