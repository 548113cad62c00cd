#pragma once

#include "analysis/geometry.h"

#include <vector>

namespace hk::methods {

/// What lies within `width` metres of the polygons but in none of them, with round corners: to be drawn and exported.
/// What is counted is the distance itself, which this outline follows within 0.1 m. Empty for a width of 0 or less.
std::vector<analysis::Polygon> bufferAround(const std::vector<analysis::Polygon>& polygons, double width);

} // namespace hk::methods
