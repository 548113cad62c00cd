#pragma once

#include "analysis/geometry.h"
#include "core/place_filter.h"

#include <vector>

namespace hk::workspace {

/// The polygons of an area, for the analysis.
std::vector<analysis::Polygon> polygonsOf(const Zone& zone);

} // namespace hk::workspace
