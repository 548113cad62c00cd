#include "map/overlay_painter.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/bilinear_mesh.h"
#include "map/bounds.h"
#include "map/outline_stroke.h"
#include "map/symbols.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double paperPixelsPerInch = 250.0;
constexpr int largestImage = 8192;

/// `tolerance`: how far it may be off, device units; 0: not at all.
QPainterPath pathOf(const std::vector<analysis::Ring>& rings, const SwerefToDevice& toDevice, double tolerance)
{
    QPainterPath path;
    for (const analysis::Ring& ring : rings) {
        std::vector<QPointF> points;
        points.reserve(ring.size());
        for (const analysis::Point& p : ring)
            points.emplace_back(p.x, p.y);
        if (points.empty())
            continue;
        points = toDevice.map(points);
        if (tolerance > 0.0)
            points = simplifiedRing(points, tolerance);
        QPolygonF polygon(QList<QPointF>(points.begin(), points.end()));
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

QPainterPath pathOf(const analysis::Polygon& polygon, const SwerefToDevice& toDevice, double tolerance)
{
    std::vector<analysis::Ring> rings{polygon.outer};
    rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    return pathOf(rings, toDevice, tolerance);
}

bool isSelected(const analysis::Hotspot& hotspot, const HotspotLayer& hotspots)
{
    return hotspot.rank > 0 && hotspot.rank == hotspots.selectedRank;
}

/// On the outline's northernmost point in view, so that it does not cover what is inside; else in the middle.
QPointF badgePosition(const analysis::Hotspot& hotspot, const SwerefToDevice& toDevice, const MapViewport& viewport)
{
    const double margin = 14 * viewport.stylePixel;
    const QRectF room = viewport.target.adjusted(margin, margin, -margin, -margin);
    std::vector<QPointF> ring;
    for (const analysis::Point& p : hotspot.polygon.outer)
        ring.emplace_back(p.x, p.y);
    QPointF best = toDevice.map(QPointF(hotspot.centre.x, hotspot.centre.y));
    bool found = false;
    for (const QPointF& p : toDevice.map(ring))
        if (room.contains(p) && (!found || p.y() < best.y())) {
            best = p;
            found = true;
        }
    return best;
}

/// Pixels of the heatmap's image: those of the screen; on paper by resolution, whatever the device's own units.
QSize imageSize(const QPainter& painter, const MapViewport& viewport)
{
    QSizeF size = viewport.target.size();
    if (isRasterDevice(painter)) {
        const QRectF device = painter.deviceTransform().mapRect(viewport.target);
        size = device.size();
    } else {
        size *= paperPixelsPerInch / 96.0 / viewport.stylePixel;
    }
    const double shrink = std::min(1.0, largestImage / std::max(size.width(), size.height()));
    return {std::max(1, static_cast<int>(std::lround(size.width() * shrink))),
            std::max(1, static_cast<int>(std::lround(size.height() * shrink)))};
}

} // namespace

bool isRasterDevice(const QPainter& painter)
{
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && (engine->type() == QPaintEngine::Raster || engine->type() == QPaintEngine::OpenGL2);
}

std::vector<QPointF> SwerefToDevice::map(const std::vector<QPointF>& sweref) const
{
    std::vector<QPointF> points = sweref;
    if (m_viewport.plane == Plane::WebMercator) {
        const auto exact = [this](std::span<double> x, std::span<double> y) {
            m_transform.toLonLat(x, y);
            for (std::size_t i = 0; i < x.size(); ++i) {
                const WebMercator m = geo::toWebMercator(LonLat{x[i], y[i]});
                x[i] = m.x;
                y[i] = m.y;
            }
        };
        // The corners of a contour lie so close together that bilinear pieces between few exact nodes do: 0.02 m off.
        constexpr double meshSpacing = 500.0;
        const QRectF box = boundsOf(points);
        const double nodes = (box.width() / meshSpacing + 2) * (box.height() / meshSpacing + 2);
        if (nodes < static_cast<double>(points.size())) {
            const BilinearMesh mesh(box, meshSpacing, exact);
            for (QPointF& p : points)
                p = mesh.at(p);
        } else {
            std::vector<double> x;
            std::vector<double> y;
            for (const QPointF& p : points) {
                x.push_back(p.x());
                y.push_back(p.y());
            }
            exact(x, y);
            for (std::size_t i = 0; i < points.size(); ++i)
                points[i] = {x[i], y[i]};
        }
    }
    for (QPointF& p : points)
        p = m_viewport.toDevice(p);
    return points;
}

void paintHeatmap(QPainter& painter, const HeatmapLayer& heatmap, const MapViewport& viewport)
{
    const QImage image = heatmapImage(heatmap, viewport, imageSize(painter, viewport));
    painter.save();
    // No JPEG on paper.
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(viewport.target, image);
    painter.restore();
}

void paintHotspotOutlines(QPainter& painter, const HotspotLayer& hotspots, const MapViewport& viewport, bool all)
{
    if (!hotspots.hotspots)
        return;
    const double pixel = viewport.stylePixel;
    const SwerefToDevice toDevice(viewport);
    const double tolerance = isRasterDevice(painter) ? 0.5 * pixel : 0.0; // on the screen a stroke costs by its corners
    // Bevelled: a contour's corners are so flat that round ones look the same, and cost several times as much.
    const auto outline = [&](const analysis::Hotspot& hotspot, bool selected) {
        const QPainterPath path = pathOf(hotspot.polygon, toDevice, tolerance);
        if (!path.boundingRect().adjusted(-4, -4, 4, 4).intersects(viewport.target))
            return;
        const double width = (selected ? 3.2 : outlineWidth) * pixel;
        // The pale edge of a preview's outline need not be smooth while it moves, and half the time is its.
        painter.setRenderHint(QPainter::Antialiasing, hotspot.rank > 0);
        painter.strokePath(path, QPen(QColor(255, 255, 255, selected || !isRasterDevice(painter) ? 255 : 215), width + 2.0 * outlineEdge * pixel, Qt::SolidLine,
                                      Qt::FlatCap, Qt::BevelJoin));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.strokePath(path, QPen(selected ? selectionBlue() : QColor(0x2a, 0x12, 0x40), width, Qt::SolidLine,
                                      Qt::FlatCap, Qt::BevelJoin));
    };
    for (const bool pass : {false, true})
        for (const analysis::Hotspot& hotspot : *hotspots.hotspots)
            if (isSelected(hotspot, hotspots) == pass && (pass || all))
                outline(hotspot, pass);
}

void paintHotspotBadges(QPainter& painter, const HotspotLayer& hotspots, const MapViewport& viewport)
{
    if (!hotspots.hotspots)
        return;
    const double pixel = viewport.stylePixel;
    const SwerefToDevice toDevice(viewport);
    const auto badge = [&](const analysis::Hotspot& hotspot, bool selected) {
        const QPointF centre = badgePosition(hotspot, toDevice, viewport);
        const double radius = (selected ? 12.5 : 10.5) * pixel;
        painter.setPen(QPen(Qt::white, 2.0 * pixel));
        painter.setBrush(selected ? selectionBlue() : QColor(0x2a, 0x12, 0x40));
        painter.drawEllipse(centre, radius, radius);
        const QString rank = QString::number(hotspot.rank);
        drawCentred(painter, centre, rank, radius * (rank.size() > 2 ? 0.8 : 1.12), Qt::white);
    };
    const auto& all = *hotspots.hotspots;
    // The first rank on top, above all the selected one.
    for (const bool pass : {false, true})
        for (auto it = all.rbegin(); it != all.rend(); ++it)
            if (it->rank > 0 && isSelected(*it, hotspots) == pass)
                badge(*it, pass);
}

std::vector<HotspotBadge> hotspotBadges(const HotspotLayer& hotspots, const MapViewport& viewport)
{
    std::vector<HotspotBadge> badges;
    if (!hotspots.hotspots)
        return badges;
    const SwerefToDevice toDevice(viewport);
    for (const analysis::Hotspot& hotspot : *hotspots.hotspots)
        if (hotspot.rank > 0)
            badges.push_back({hotspot.rank, badgePosition(hotspot, toDevice, viewport)});
    return badges;
}

void paintFilterArea(QPainter& painter, const SwerefRing& area, const MapViewport& viewport)
{
    if (area.size() < 3)
        return;
    std::vector<QPointF> points;
    for (const Sweref99& p : area)
        points.emplace_back(p.easting, p.northing);
    points = SwerefToDevice(viewport).map(points);
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points.begin(), points.end())));
    path.closeSubpath();
    const double pixel = viewport.stylePixel;
    painter.strokePath(path, QPen(QColor(255, 255, 255, 200), 4 * pixel));
    QPen pen(selectionBlue(), 1.8 * pixel);
    pen.setDashPattern({5, 3});
    painter.strokePath(path, pen);
}

} // namespace hk::map
