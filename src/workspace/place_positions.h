#pragma once

#include "exchange/place_finder.h"
#include "map/place_search.h"

namespace hk::workspace {

/// Positions of place names, for imports. An address with its number is a point; a street, also that of an address whose
/// number the map does not have, reaches as far as it is long; a place as far as it reaches, at least 150 m. A name that is
/// only nearly that of the map (a letter wrong, more words) is one step less precise and marked as close. Of things of one
/// name the most telling, then the nearest to `near`. The finder is for one thread at a time.
exchange::PlaceFinder placeFinder(const map::PlaceSearch& places, const Sweref99& near);

/// The middle of a map.
Sweref99 centreOf(const map::Basemap& basemap);

} // namespace hk::workspace
