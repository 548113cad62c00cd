#pragma once

#include "analysis/kde.h"
#include "core/result.h"
#include "workspace/map_analysis.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace hk::workspace {

/// Cells for the exact density of a part of the map as fine as its picture: at most two points of the screen or of the
/// paper's picture wide, and at least one (1/4, 1/2, 1, 2, … metres). Their centres lie at whole multiples of the cell, so
/// the centres of a coarser grid are among those of each finer one: the same place has the same number at each zoom and
/// however the map is moved. `seen` in SWEREF 99 TM is extended outward so that the picture lies between cell centres, but
/// never beyond where `analysis` has a density. Empty where such cells are no finer than those of the analysis, whose own
/// grid is then fine enough for the picture; where nothing is seen; and where they would be over 16 million.
std::optional<analysis::GridSpec> detailGrid(const MapAnalysis& analysis, const analysis::Extent& seen,
                                             double metresPerPoint);

/// The exact density of an analysis (its incidents, bandwidth, kernel) on other cells. Thread-safe. Errors: Cancelled,
/// GridTooLarge, BandwidthTooSmall.
Result<std::shared_ptr<const analysis::Grid>> detailDensity(const MapAnalysis& analysis, const analysis::GridSpec& spec,
                                                            std::stop_token stop = {});

} // namespace hk::workspace
