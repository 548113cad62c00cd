#pragma once

#include "core/coordinates.h"

#include <QPointF>
#include <QRectF>
#include <QTransform>

namespace hk::map {

/// The plane in which a scene is drawn: tiles and the window in Web Mercator, paper in SWEREF 99 TM.
enum class Plane { WebMercator, Sweref99Tm };

/// Where the scene goes on a paint device. North is up in the plane. A value.
struct MapViewport {
    Plane plane = Plane::WebMercator;
    QPointF centre;             ///< plane metres (x east, y north) at the middle of target
    double unitsPerMetre = 1.0; ///< device units per plane metre
    QRectF target;              ///< device units
    double stylePixel = 1.0;    ///< device units per 1/96 inch: line widths and text follow it
    /// Ground metres per device unit at the centre (sphere; SWEREF 99 TM metres are taken as ground metres: both well
    /// under half a per cent).
    double groundMetresPerUnit() const;

    QPointF toDevice(const QPointF& plane) const;
    QPointF toPlane(const QPointF& device) const;
    /// Plane rectangle shown (normalised; y grows north).
    QRectF planeRect() const;
    QTransform transform() const; ///< plane metres → device units
    /// Zoom level of a 512-px tile pyramid that this scale corresponds to, fractional: what style rules ask for.
    double zoom() const;
};

} // namespace hk::map
