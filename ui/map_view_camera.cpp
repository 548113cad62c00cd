#include "ui/map_view_camera.h"

#include "geo/mercator.h"
#include "map/tile_cache.h"

#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

// About 8–26° E, 54–70° N: Sweden and what is seen around it.
constexpr double west = 890'000.0;
constexpr double east = 2'895'000.0;
constexpr double south = 7'170'000.0;
constexpr double north = 11'069'000.0;

} // namespace

double MapCamera::resolution(double zoom)
{
    return 2.0 * geo::mercatorHalf / (map::TileCache::tileSize * std::exp2(zoom));
}

map::MapViewport MapCamera::viewport() const
{
    map::MapViewport view;
    view.plane = map::Plane::WebMercator;
    view.centre = centre;
    view.unitsPerMetre = 1.0 / resolution();
    view.target = QRectF(QPointF(0, 0), size);
    view.stylePixel = 1.0;
    return view;
}

double MapCamera::zoomToFit(const QRectF& plane, double margin) const
{
    const double across = std::max(
        {plane.width() / std::max(1.0, size.width()), plane.height() / std::max(1.0, size.height()), 1e-6});
    return std::clamp(std::log2(resolution(0.0) / (across * margin)), lowestZoom, highestZoom);
}

void MapCamera::pan(const QPointF& pixels)
{
    lookAt({centre.x() - pixels.x() * resolution(), centre.y() + pixels.y() * resolution()}, zoom);
}

void MapCamera::zoomAbout(const QPointF& device, double newZoom)
{
    const double clamped = std::clamp(newZoom, lowestZoom, highestZoom);
    const QPointF fixed = viewport().toPlane(device);
    const QPointF offset = device - QPointF(size.width() / 2, size.height() / 2);
    lookAt({fixed.x() - offset.x() * resolution(clamped), fixed.y() + offset.y() * resolution(clamped)},
           clamped);
}

void MapCamera::lookAt(const QPointF& newCentre, double newZoom)
{
    centre = {std::clamp(newCentre.x(), west, east), std::clamp(newCentre.y(), south, north)};
    zoom = std::clamp(newZoom, lowestZoom, highestZoom);
}

} // namespace hk::ui
