#pragma once

#include "core/incident_filter.h"
#include "map/ground.h"
#include "map/layer_legend.h"

#include <QString>
#include <vector>

namespace hk::workspace {

/// What a class of a layer stands for: "below 5", "5 – 10", the value, "others", "all".
QString keyWords(const map::LayerKey& key);

/// The legend of what lies over the background, in the current language: what the filter chose by place, then the layers of
/// one's own that are shown, the uppermost first, each with at most eight classes of its field. The same for screen, paper and
/// command line.
std::vector<map::LegendLine> legendOf(const map::Ground& ground, const IncidentFilter& filter);

/// "… and 4 more": lines of a legend that have no room.
QString moreLegendLines(std::size_t lines);

} // namespace hk::workspace
