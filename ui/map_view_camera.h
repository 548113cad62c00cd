#pragma once

#include "map/viewport.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace hk::ui {

/// Where the map looks: a value in Web Mercator metres and the zoom of a 512-px tile pyramid, 10–20.
struct MapCamera {
    static constexpr double lowestZoom = 10.0;
    static constexpr double highestZoom = 20.0;

    QPointF centre; ///< Web Mercator metres, y north
    double zoom = 15.0;
    QSizeF size; ///< of the window, logical pixels

    /// Web Mercator metres per logical pixel at a zoom.
    static double resolution(double zoom);
    double resolution() const { return resolution(zoom); }
    map::MapViewport viewport() const;
    /// Zoom at which the plane rectangle (metres), `margin` times as large, fits into the window; within the
    /// limits.
    double zoomToFit(const QRectF& plane, double margin = 1.1) const;

    /// The content moves by so many pixels; the centre stays near Sweden.
    void pan(const QPointF& pixels);
    /// The plane position under `device` stays there.
    void zoomAbout(const QPointF& device, double newZoom);
    void lookAt(const QPointF& newCentre, double newZoom);

    friend bool operator==(const MapCamera&, const MapCamera&) = default;
};

} // namespace hk::ui
