#pragma once

#include "core/coordinates.h"

namespace hk::geo {

/// Half the circumference of the Web Mercator sphere, metres: the world is the square ±this.
inline constexpr double mercatorHalf = 20037508.342789244;
/// Latitude where that square ends.
inline constexpr double mercatorMaxLatitude = 85.05112877980659;

/// Spherical formula of EPSG:3857; latitude is clamped to the square.
WebMercator toWebMercator(const LonLat& position);
LonLat toLonLat(const WebMercator& position);
/// Ground metres per Web Mercator metre at a latitude: cos(lat) on the sphere (ellipsoid left aside: under 0.4 %).
double groundScale(double latitude);

} // namespace hk::geo
