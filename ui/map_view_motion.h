#pragma once

#include "ui/map_view_camera.h"

#include <QPointF>
#include <deque>

namespace hk::ui {

/// What moves the camera by itself: a throw with friction, a soft zoom about a point, a soft step, a flight.
/// Knows no clock: the window tells how much time has passed.
class MapMotion {
public:
    bool isMoving() const { return m_kind != Kind::None; }
    /// A zoom or a flight: the scale is changing.
    bool isZooming() const { return m_kind == Kind::Zoom || m_kind == Kind::Fly; }
    void stop() { m_kind = Kind::None; }

    /// Goes on with a velocity (pixels per second) that dies away.
    void throwWith(const QPointF& velocity);
    /// Towards a zoom, the plane position under `anchor` (pixels) held; called again while moving it only
    /// changes the aim.
    void zoomTowards(double zoom, const QPointF& anchor);
    /// Zoom that is aimed at, or the camera's own when not zooming.
    double aimedZoom(const MapCamera& camera) const { return m_kind == Kind::Zoom ? m_zoom : camera.zoom; }
    /// Moves the content by so many pixels more.
    void step(const QPointF& pixels);
    void flyTo(const MapCamera& from, const QPointF& centre, double zoom);

    /// Time passes; false when the movement has ended.
    bool advance(double seconds, MapCamera& camera);
    /// To the end at once (a throw ends where it is).
    void finish(MapCamera& camera);

private:
    enum class Kind { None, Throw, Zoom, Step, Fly };
    Kind m_kind = Kind::None;
    QPointF m_velocity;
    double m_zoom = 0.0;
    QPointF m_anchor;
    QPointF m_remaining;
    MapCamera m_from;
    QPointF m_centre;
    double m_elapsed = 0.0;
};

/// Velocity of a hand from its last positions: pixels per second, zero where it had come to rest.
class HandSpeed {
public:
    void restart() { m_samples.clear(); }
    void add(const QPointF& position, double milliseconds);
    QPointF at(double milliseconds) const;

private:
    struct Sample {
        QPointF position;
        double time;
    };
    std::deque<Sample> m_samples;
};

} // namespace hk::ui
