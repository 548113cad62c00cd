#pragma once

namespace hk {

/// How a vector map lies in a GeoPackage (format 1), read by hk_map and written by hk_exchange.
///
/// CRS: Web Mercator (EPSG:3857), so that a tile is drawn without a transform. One table per theme, named like it; features in
/// drawing order by fid; an R-tree "rtree_<table>_geom". Columns of every table: fid, geom, class, name, ref, level, rank, and
/// in `address` also street and number. All may be null but geom and class.
/// `hk_map` (key TEXT, value TEXT): format ("1"), attribution, source (file name or address), built (UTC, ISO), and
/// "count.<table>" for each table.
/// `hk_map_levels` (theme TEXT, table_name TEXT, below_zoom REAL): coarser copies of a theme (fewer classes, simplified), used
/// for zoom levels (of a 512-px pyramid) under below_zoom; the lowest that fits counts. A prepared layer of one's own has such copies
/// of its one table, whose name is the theme then.
/// `hk_names`: what can be searched for, see map/name_index.h.
namespace map_tables {

inline constexpr const char* themes[] = {"boundary", "landcover", "water",   "building", "rail",
                                         "road",     "barrier",   "address", "place"};
inline constexpr const char* facts = "hk_map";
inline constexpr const char* levels = "hk_map_levels";
inline constexpr const char* names = "hk_names";
inline constexpr int format = 1;

} // namespace map_tables
} // namespace hk
