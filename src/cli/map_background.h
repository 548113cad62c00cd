#pragma once

#include "cli/arguments.h"
#include "core/result.h"
#include "map/ground.h"

#include <memory>
#include <vector>

namespace hk::map {
class Basemap;
}

namespace hk::store {
struct StoredLayer;
}

namespace hk::cli {

/// Declares --background, --tone, --opacity, --names and --no-layers.
void backgroundOptions(Arguments& arguments);

/// What lies under the data as the options ask, `layers` uppermost; without --background the embedded map. Errors: those of the
/// file; WrongUsage.
Result<std::shared_ptr<const map::Ground>> groundOf(const Arguments& given, const std::shared_ptr<const map::Basemap>& embedded,
                                                    std::vector<map::GroundSheet> layers);

/// The layers of one's own of the incident file that are shown in the window, unless --no-layers leaves them out. Of one that
/// cannot be drawn a line tells, and the others are.
std::vector<map::GroundSheet> layersOf(const Arguments& given, const std::vector<store::StoredLayer>& stored);

} // namespace hk::cli
