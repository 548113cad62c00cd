#pragma once

#include "analysis/near_index.h"
#include "analysis/zone_index.h"
#include "core/incident_filter.h"

#include <memory>

namespace hk::workspace {

/// The areas and distances of a filter, prepared once for many selections. Null: everywhere. Thread-safe.
struct FilterIndex {
    std::shared_ptr<const analysis::ZoneIndex> zones;
    std::shared_ptr<const analysis::NearIndex> near;
};
/// A few milliseconds for some tens of areas.
FilterIndex indexOf(const IncidentFilter& filter);

/// All areas of a file, by their place in it.
analysis::ZoneIndex indexOf(const ZoneSet& set);

} // namespace hk::workspace
