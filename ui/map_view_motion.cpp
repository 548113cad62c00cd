#include "ui/map_view_motion.h"

#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr double friction = 0.22;  // seconds in which a throw loses 63 % of its speed
constexpr double slowest = 12.0;   // pixels per second: then it stands
constexpr double fastest = 4000.0; // pixels per second
constexpr double zoomTime = 0.07;  // seconds in which 63 % of the way is done
constexpr double stepTime = 0.06;
constexpr double flightTime = 0.45;   // seconds
constexpr double sampleWindow = 90.0; // milliseconds of the hand's way that make its speed
constexpr double restTime = 50.0;     // milliseconds without movement: it had stopped

double length(const QPointF& p)
{
    return std::hypot(p.x(), p.y());
}

} // namespace

void MapMotion::throwWith(const QPointF& velocity)
{
    const double speed = length(velocity);
    if (speed < 60.0)
        return;
    m_velocity = speed > fastest ? velocity * (fastest / speed) : velocity;
    m_kind = Kind::Throw;
}

void MapMotion::zoomTowards(double zoom, const QPointF& anchor)
{
    m_zoom = std::clamp(zoom, MapCamera::lowestZoom, MapCamera::highestZoom);
    m_anchor = anchor;
    m_kind = Kind::Zoom;
}

void MapMotion::step(const QPointF& pixels)
{
    m_remaining = m_kind == Kind::Step ? m_remaining + pixels : pixels;
    m_kind = Kind::Step;
}

void MapMotion::flyTo(const MapCamera& from, const QPointF& centre, double zoom)
{
    m_from = from;
    m_centre = centre;
    m_zoom = std::clamp(zoom, MapCamera::lowestZoom, MapCamera::highestZoom);
    m_elapsed = 0.0;
    m_kind = Kind::Fly;
}

bool MapMotion::advance(double seconds, MapCamera& camera)
{
    switch (m_kind) {
    case Kind::None:
        return false;
    case Kind::Throw: {
        const double left = std::exp(-seconds / friction);
        camera.pan(m_velocity * friction * (1.0 - left));
        m_velocity *= left;
        if (length(m_velocity) < slowest)
            stop();
        break;
    }
    case Kind::Zoom: {
        const double left = (m_zoom - camera.zoom) * std::exp(-seconds / zoomTime);
        if (std::abs(left) < 0.002) {
            finish(camera);
            break;
        }
        camera.zoomAbout(m_anchor, m_zoom - left);
        break;
    }
    case Kind::Step: {
        const QPointF part = m_remaining * (1.0 - std::exp(-seconds / stepTime));
        if (length(m_remaining - part) < 0.5) {
            finish(camera);
            break;
        }
        camera.pan(part);
        m_remaining -= part;
        break;
    }
    case Kind::Fly: {
        m_elapsed += seconds;
        const double t = std::min(1.0, m_elapsed / flightTime);
        if (t >= 1.0) {
            finish(camera);
            break;
        }
        const double eased = t * t * (3.0 - 2.0 * t);
        const double zoom = m_from.zoom + (m_zoom - m_from.zoom) * eased;
        // The way goes with the scale, so that a zoom does not swing past its aim.
        const double first = MapCamera::resolution(m_from.zoom);
        const double last = MapCamera::resolution(m_zoom);
        const double now = MapCamera::resolution(zoom);
        const double along = std::abs(first - last) > 1e-9 ? (first - now) / (first - last) : eased;
        camera.lookAt(m_from.centre + (m_centre - m_from.centre) * along, zoom);
        break;
    }
    }
    return isMoving();
}

void MapMotion::finish(MapCamera& camera)
{
    switch (m_kind) {
    case Kind::Zoom:
        camera.zoomAbout(m_anchor, m_zoom);
        break;
    case Kind::Step:
        camera.pan(m_remaining);
        break;
    case Kind::Fly:
        camera.lookAt(m_centre, m_zoom);
        break;
    case Kind::Throw:
    case Kind::None:
        break;
    }
    stop();
}

void HandSpeed::add(const QPointF& position, double milliseconds)
{
    m_samples.push_back({position, milliseconds});
    while (m_samples.size() > 2 && milliseconds - m_samples.front().time > sampleWindow)
        m_samples.pop_front();
}

QPointF HandSpeed::at(double milliseconds) const
{
    if (m_samples.size() < 2 || milliseconds - m_samples.back().time > restTime)
        return {};
    const double seconds = (m_samples.back().time - m_samples.front().time) / 1000.0;
    return seconds > 0.0 ? (m_samples.back().position - m_samples.front().position) / seconds : QPointF();
}

} // namespace hk::ui
