#pragma once

#include "exchange/map_rows.h"

#include <unordered_map>

namespace hk::exchange {

/// Places and addresses, each said once: OpenStreetMap often tells a stop as two platforms and two positions on the road, a
/// school as its ground and its house, an address as a house and its doors. One thread.
class OsmPlaces {
public:
    /// A row with a name, a class and a position. `weight`: the heaviest gives its position to all that are the same place.
    void add(MapRow row, double weight);
    /// False where the same address has been given close by.
    bool isNewAddress(const MapRow& row);
    /// Those that are left; a stop lies in the middle of its platforms.
    std::vector<MapRow> merged() const;
    std::size_t added() const { return m_places.size(); }

private:
    struct Place {
        MapRow row;
        double weight;
    };
    struct Position {
        float x;
        float y;
    };
    std::vector<Place> m_places;
    std::unordered_multimap<std::size_t, Position> m_addresses; ///< by the hash of street and number
};

} // namespace hk::exchange
