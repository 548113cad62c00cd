#include "map/viewport.h"

#include "geo/mercator.h"

#include <cmath>

namespace hk::map {

namespace {

/// Latitude of a SWEREF 99 TM position, degrees: footpoint latitude of the inverse Krüger series to its second term and
/// the first term of the distance from the central meridian; within 0.001° in Sweden, enough for a scale.
double latitudeOf(const QPointF& sweref)
{
    constexpr double rectifyingRadius = 6367449.1458; // GRS 80
    constexpr double n = 0.00167922039; // third flattening of GRS 80
    constexpr double scale = 0.9996;
    const double mu = sweref.y() / scale / rectifyingRadius;
    const double footpoint = mu + 1.5 * n * std::sin(2 * mu) + 21.0 / 16.0 * n * n * std::sin(4 * mu);
    const double fromMeridian = (sweref.x() - 500000.0) / scale / 6.39e6;
    return (footpoint - std::tan(footpoint) * fromMeridian * fromMeridian / 2) * 180.0 / M_PI;
}

constexpr double tileSize = 512.0;

} // namespace

double MapViewport::groundMetresPerUnit() const
{
    if (plane == Plane::Sweref99Tm)
        return 1.0 / unitsPerMetre;
    return geo::groundScale(geo::toLonLat(WebMercator{centre.x(), centre.y()}).lat) / unitsPerMetre;
}

QPointF MapViewport::toDevice(const QPointF& position) const
{
    const QPointF middle = target.center();
    return {middle.x() + (position.x() - centre.x()) * unitsPerMetre,
            middle.y() - (position.y() - centre.y()) * unitsPerMetre};
}

QPointF MapViewport::toPlane(const QPointF& device) const
{
    const QPointF middle = target.center();
    return {centre.x() + (device.x() - middle.x()) / unitsPerMetre,
            centre.y() - (device.y() - middle.y()) / unitsPerMetre};
}

QRectF MapViewport::planeRect() const
{
    const double width = target.width() / unitsPerMetre;
    const double height = target.height() / unitsPerMetre;
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

QTransform MapViewport::transform() const
{
    const QPointF origin = toDevice({0, 0});
    return {unitsPerMetre, 0, 0, -unitsPerMetre, origin.x(), origin.y()};
}

double MapViewport::zoom() const
{
    const double mercatorPerPlane =
        plane == Plane::WebMercator ? 1.0 : geo::groundScale(latitudeOf(centre));
    const double pixelsPerMercatorMetre = unitsPerMetre / stylePixel * mercatorPerPlane;
    // Rounded so that a tile's own zoom is the whole number, whatever the last bits: rules begin at whole numbers.
    return std::round(std::log2(pixelsPerMercatorMetre * 2 * geo::mercatorHalf / tileSize) * 1e6) / 1e6;
}

} // namespace hk::map
