#pragma once

#include "exchange/map_rows.h"
#include "exchange/osm_map_builder.h"
#include "exchange/osm_places.h"
#include "exchange/osm_source.h"

#include <QRectF>

namespace hk::exchange {

/// Turns things of OpenStreetMap into rows of the map, and counts what becomes of them. One thread.
class OsmSorter {
public:
    /// `extent`: Web Mercator; empty: everywhere.
    OsmSorter(MapRows& rows, const QRectF& extent);
    /// DiskFull.
    Result<void> add(OsmThing& thing);
    /// What could only be said when all had been seen: places, borders. DiskFull.
    Result<void> finish();
    const OsmMapCounts& counts() const { return m_counts; }

private:
    struct Found; ///< one thing with its names

    OsmThemeCount& of(MapTheme theme) { return m_counts.themes[static_cast<std::size_t>(theme)]; }
    void countUnused(const OsmThing& thing);
    Result<void> addShape(const Found& found, const ClassRule& rule);
    Result<void> addAddress(const Found& found, const ClassRule& rule);
    void addPlace(const Found& found, const ClassRule& rule);
    Result<void> keep(MapRow row);

    MapRows& m_rows;
    QRectF m_extent;
    OsmMapCounts m_counts;
    OsmPlaces m_places;
    std::vector<MapRow> m_borderLines; ///< used where the extract has no complete area of that class
    std::array<bool, 8> m_borderAreas{}; ///< by drawing rank
};

} // namespace hk::exchange
