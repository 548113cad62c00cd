#pragma once

#include "analysis/hotspot.h"

#include <stop_token>

namespace hk::analysis {

// The same as without a stop, given up within some milliseconds of one. Fault: Cancelled. Thread-safe.

Outcome<std::vector<Polygon>> contourPolygons(const Grid& grid, double level, const std::stop_token& stop);
Outcome<std::vector<Hotspot>> hotspots(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                       const Grid& density, const HotspotOptions& options,
                                       const std::stop_token& stop);

} // namespace hk::analysis
