#pragma once

#include <vector>

namespace hk {

/// WGS 84 / SWEREF 99 geographic coordinates in decimal degrees. The two differ by under a metre and are treated as one,
/// as Lantmäteriet advises for map use.
struct LonLat {
    double lon = 0.0;
    double lat = 0.0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// SWEREF 99 TM (EPSG:3006) plane coordinates in metres. The only CRS in which the program stores and measures.
struct Sweref99 {
    double easting = 0.0;
    double northing = 0.0;
    friend bool operator==(const Sweref99&, const Sweref99&) = default;
};

/// Spherical Web Mercator (EPSG:3857) coordinates in metres: what tiles are drawn in; never measured in.
struct WebMercator {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const WebMercator&, const WebMercator&) = default;
};

/// A closed ring in SWEREF 99 TM; the first vertex is not repeated at the end.
using SwerefRing = std::vector<Sweref99>;

} // namespace hk
