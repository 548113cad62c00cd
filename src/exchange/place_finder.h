#pragma once

#include "core/incident.h"

#include <functional>
#include <optional>

namespace hk::exchange {

/// Where a place name lies on the map, and how well it is known by that.
struct FoundPlace {
    Sweref99 position;
    Precision precision = Precision::Place;
    double radius = 150.0; ///< metres
    bool close = false;    ///< the map has the name only nearly so
};

/// Looks a place name up; nothing where the map has none like it. Called from the thread that reads.
using PlaceFinder = std::function<std::optional<FoundPlace>(const QString& name)>;

} // namespace hk::exchange
