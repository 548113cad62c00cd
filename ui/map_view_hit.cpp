#include "ui/map_view_hit.h"

#include "geo/transform.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::ui {

namespace {

constexpr double slack = 2.0;        // pixels beyond the rim that still count
constexpr double badgeReach = 12.5;  // pixels, as the badge of a chosen hotspot is drawn
constexpr double outlineReach = 5.0; // pixels to either side

double distance(const Sweref99& p, const analysis::Point& a, const analysis::Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0.0
                         ? std::clamp(((p.easting - a.x) * dx + (p.northing - a.y) * dy) / square, 0.0, 1.0)
                         : 0.0;
    return std::hypot(p.easting - (a.x + t * dx), p.northing - (a.y + t * dy));
}

double distance(const Sweref99& p, const analysis::Ring& ring)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < ring.size(); ++i)
        nearest = std::min(nearest, distance(p, ring[i], ring[(i + 1) % ring.size()]));
    return nearest;
}

} // namespace

const map::MarkerGroup* markerAt(const std::vector<map::MarkerGroup>& groups, const QPointF& device)
{
    const map::MarkerGroup* best = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const map::MarkerGroup& group : groups) {
        const double apart = std::hypot(group.device.x() - device.x(), group.device.y() - device.y());
        if (apart <= group.reach + slack && apart < nearest) {
            nearest = apart;
            best = &group;
        }
    }
    return best;
}

int badgeAt(const std::vector<map::HotspotBadge>& badges, const QPointF& device)
{
    for (const map::HotspotBadge& badge : badges)
        if (std::hypot(badge.device.x() - device.x(), badge.device.y() - device.y()) <= badgeReach)
            return badge.rank;
    return 0;
}

int hotspotAt(const map::HotspotLayer& hotspots, const std::vector<map::HotspotBadge>& badges,
              double metresPerPixel, const QPointF& device, const Sweref99& position)
{
    if (const int rank = badgeAt(badges, device); rank > 0)
        return rank;
    if (!hotspots.hotspots)
        return 0;
    int rank = 0;
    double nearest = outlineReach * metresPerPixel;
    for (const analysis::Hotspot& hotspot : *hotspots.hotspots) {
        double apart = distance(position, hotspot.polygon.outer);
        for (const analysis::Ring& hole : hotspot.polygon.holes)
            apart = std::min(apart, distance(position, hole));
        if (apart < nearest) {
            nearest = apart;
            rank = hotspot.rank;
        }
    }
    return rank;
}

QRectF boundsOf(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows)
{
    if (rows.empty())
        return {};
    double west = std::numeric_limits<double>::infinity();
    double south = west;
    double east = -west;
    double north = -west;
    for (const std::uint32_t row : rows) {
        west = std::min(west, table.easting[row]);
        east = std::max(east, table.easting[row]);
        south = std::min(south, table.northing[row]);
        north = std::max(north, table.northing[row]);
    }
    const geo::Sweref99Transform transform;
    const WebMercator low = transform.toWebMercator(Sweref99{west, south});
    const WebMercator high = transform.toWebMercator(Sweref99{east, north});
    return QRectF(QPointF(low.x, low.y), QPointF(high.x, high.y)).normalized();
}

} // namespace hk::ui
