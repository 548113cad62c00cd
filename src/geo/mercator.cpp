#include "geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::geo {

namespace {
constexpr double radius = 6378137.0;
constexpr double degree = std::numbers::pi / 180.0;
} // namespace

WebMercator toWebMercator(const LonLat& position)
{
    const double lat = std::clamp(position.lat, -mercatorMaxLatitude, mercatorMaxLatitude);
    return {radius * position.lon * degree, radius * std::asinh(std::tan(lat * degree))};
}

LonLat toLonLat(const WebMercator& position)
{
    return {position.x / radius / degree, std::atan(std::sinh(position.y / radius)) / degree};
}

double groundScale(double latitude)
{
    return std::cos(latitude * degree);
}

} // namespace hk::geo
