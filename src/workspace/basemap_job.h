#pragma once

#include "core/result.h"
#include "exchange/osm_map_builder.h"

#include <functional>
#include <stop_token>

namespace hk::workspace {

/// Builds a vector map from an extract of OpenStreetMap, with all that the program wants to find in it, for the command line
/// and the window alike. Refuses a target that is an incident file or the extract itself. Blocks: for workers. `progress`
/// (0–1) comes on the calling thread. Errors: as exchange::buildOsmMap.
Result<exchange::OsmMapCounts> buildBasemap(const exchange::OsmMapRequest& request,
                                            const std::function<void(double)>& progress = {}, std::stop_token stop = {});

} // namespace hk::workspace
