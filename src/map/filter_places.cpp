#include "map/filter_places.h"

#include "analysis/near_index.h"
#include "geo/transform.h"
#include "map/bounds.h"
#include "map/outline_stroke.h"
#include "map/overlay_painter.h"
#include "map/symbols.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::map {

namespace {

constexpr int circlePieces = 48;
// A network of roads has more: it is filled, and its edge not traced.
constexpr std::size_t mostEdgePieces = 200'000;
constexpr double fillOpacity = 0.07;
constexpr double outlinePixels = 1.4;
constexpr double haloPixels = 1.0; ///< on either side

using analysis::Point;
using Lines = std::vector<std::vector<QPointF>>;

struct OnEdge {
    Point at;
    Point outward; ///< of length 1
};

/// Follows a curve (t from 0 to 1) that lies at the distance from a place, and keeps what no other place is nearer to.
template <class Curve>
void trace(const Curve& curve, int pieces, double metres, const analysis::NearIndex& index, Lines& into)
{
    const double outside = 0.004 * metres + 0.02; // beyond rounding: of one's own place the edge is free
    const auto free = [&](double t) {
        const OnEdge edge = curve(t);
        return !index.contains({edge.at.x + outside * edge.outward.x, edge.at.y + outside * edge.outward.y});
    };
    const auto point = [&](double t) {
        const Point at = curve(t).at;
        return QPointF(at.x, at.y);
    };
    std::vector<QPointF> run;
    const auto end = [&] {
        if (run.size() > 1)
            into.push_back(run);
        run.clear();
    };
    bool before = free(0);
    if (before)
        run.push_back(point(0));
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const bool now = free(t);
        if (now != before) {
            double low = static_cast<double>(i - 1) / pieces;
            double high = t;
            for (int step = 0; step < 6; ++step) {
                const double middle = (low + high) / 2;
                (free(middle) == before ? low : high) = middle;
            }
            run.push_back(point((low + high) / 2));
            if (before)
                end();
        }
        if (now)
            run.push_back(point(t));
        before = now;
    }
    end();
}

Lines edgeAround(const Lines& places, double metres)
{
    std::vector<std::vector<Point>> lines;
    std::size_t pieces = 0;
    for (const auto& place : places) {
        std::vector<Point> line;
        for (const QPointF& p : place)
            line.push_back({p.x(), p.y()});
        pieces += (circlePieces + 8) * line.size();
        lines.push_back(std::move(line));
    }
    Lines edge;
    if (!(metres > 0) || pieces > mostEdgePieces)
        return edge;
    const analysis::NearIndex index(lines, metres);
    for (const std::vector<Point>& line : lines) {
        for (const Point& p : line)
            trace(
                [&](double t) {
                    const double angle = 2 * std::numbers::pi * t;
                    const Point outward{std::cos(angle), std::sin(angle)};
                    return OnEdge{{p.x + metres * outward.x, p.y + metres * outward.y}, outward};
                },
                circlePieces, metres, index, edge);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point from = line[i - 1];
            const Point along{line[i].x - from.x, line[i].y - from.y};
            const double length = std::hypot(along.x, along.y);
            if (!(length > 0))
                continue;
            for (const double side : {-1.0, 1.0}) {
                const Point outward{-side * along.y / length, side * along.x / length};
                trace(
                    [&](double t) {
                        return OnEdge{{from.x + t * along.x + metres * outward.x, from.y + t * along.y + metres * outward.y}, outward};
                    },
                    std::clamp(static_cast<int>(2 * length / metres), 2, 8), metres, index, edge);
            }
        }
    }
    return edge;
}

std::vector<QPointF> pointsOf(const std::vector<Sweref99>& vertices)
{
    std::vector<QPointF> points;
    points.reserve(vertices.size());
    for (const Sweref99& p : vertices)
        points.emplace_back(p.easting, p.northing);
    return points;
}

QColor fillColour()
{
    QColor fill = selectionBlue();
    fill.setAlphaF(static_cast<float>(fillOpacity));
    return fill;
}

/// A pale line under a blue one.
void strokeEdge(QPainter& painter, const QPainterPath& path, double pixel)
{
    painter.strokePath(path, QPen(QColor(255, 255, 255, 130), (outlinePixels + 2 * haloPixels) * pixel, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    QColor line = selectionBlue();
    line.setAlpha(210);
    painter.strokePath(path, QPen(line, outlinePixels * pixel, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
}

std::size_t indexOf(Plane plane)
{
    return plane == Plane::WebMercator ? 1 : 0;
}

} // namespace

std::shared_ptr<const FilterPlaces> FilterPlaces::of(const ZoneFilter& zones, const NearFilter& near)
{
    if (!zones.isActive() && !near.isActive())
        return nullptr;
    return std::shared_ptr<const FilterPlaces>(new FilterPlaces(zones, near));
}

FilterPlaces::FilterPlaces(const ZoneFilter& zones, const NearFilter& near)
    : m_zones(zones)
    , m_near(near)
{
    Lines rings;
    std::vector<std::size_t> firstRing;
    if (zones.isActive())
        for (const Zone& zone : zones.set->zones) {
            if (!zones.names.contains(zone.name))
                continue;
            for (const ZonePolygon& polygon : zone.polygons) {
                firstRing.push_back(rings.size());
                rings.push_back(pointsOf(polygon.outer));
                for (const SwerefRing& hole : polygon.holes)
                    rings.push_back(pointsOf(hole));
            }
        }
    firstRing.push_back(rings.size());
    Lines lines;
    if (near.isActive())
        for (const auto& line : near.set->lines)
            if (!line.empty())
                lines.push_back(pointsOf(line));
    m_areas[0] = {shapesOf(std::move(rings)), firstRing};
    m_edge[0] = shapesOf(edgeAround(lines, near.metres));
    m_lines[0] = shapesOf(std::move(lines));
    m_areas[1] = {inMercator(m_areas[0].rings), firstRing};
    m_edge[1] = inMercator(m_edge[0]);
    m_lines[1] = inMercator(m_lines[0]);
}

FilterPlaces::Shapes FilterPlaces::shapesOf(std::vector<std::vector<QPointF>> parts)
{
    Shapes shapes;
    for (const auto& part : parts)
        shapes.bounds.push_back(boundsOf(part));
    shapes.parts = std::move(parts);
    return shapes;
}

FilterPlaces::Shapes FilterPlaces::inMercator(const Shapes& sweref)
{
    const geo::Sweref99Transform transform;
    Lines parts = sweref.parts;
    for (auto& part : parts)
        for (QPointF& p : part) {
            const WebMercator plane = transform.toWebMercator(Sweref99{p.x(), p.y()});
            p = {plane.x, plane.y};
        }
    return shapesOf(std::move(parts));
}

void FilterPlaces::paint(QPainter& painter, const MapViewport& viewport) const
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    paintReach(painter, viewport);
    paintAreas(painter, viewport);
    painter.restore();
}

void FilterPlaces::paintAreas(QPainter& painter, const MapViewport& viewport) const
{
    const Areas& areas = m_areas[indexOf(viewport.plane)];
    const QRectF seen = viewport.planeRect();
    const double tolerance = isRasterDevice(painter) ? 0.5 * viewport.stylePixel : 0.0;
    QPainterPath all;
    for (std::size_t i = 0; i + 1 < areas.firstRing.size(); ++i) {
        const std::size_t first = areas.firstRing[i];
        if (!areas.rings.bounds[first].intersects(seen))
            continue;
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (std::size_t ring = first; ring < areas.firstRing[i + 1]; ++ring) {
            std::vector<QPointF> points = areas.rings.parts[ring];
            for (QPointF& p : points)
                p = viewport.toDevice(p);
            if (tolerance > 0.0)
                points = simplifiedRing(points, tolerance);
            path.addPolygon(QPolygonF(QList<QPointF>(points.begin(), points.end())));
            path.closeSubpath();
        }
        painter.fillPath(path, fillColour());
        all.addPath(path);
    }
    strokeEdge(painter, all, viewport.stylePixel);
}

void FilterPlaces::paintReach(QPainter& painter, const MapViewport& viewport) const
{
    if (!m_near.isActive())
        return;
    const std::size_t plane = indexOf(viewport.plane);
    const double reach = m_near.metres / viewport.groundMetresPerUnit(); // device units
    const double planeReach = reach / viewport.unitsPerMetre;
    const QRectF seen = viewport.planeRect();
    const QRectF near = seen.adjusted(-planeReach, -planeReach, planeReach, planeReach);
    const auto meets = [](const QRectF& bounds, const QRectF& rect) { // also of a point, which has no area
        return bounds.left() <= rect.right() && rect.left() <= bounds.right() && bounds.top() <= rect.bottom()
               && rect.top() <= bounds.bottom();
    };
    QPainterPath places;
    for (std::size_t i = 0; i < m_lines[plane].parts.size(); ++i) {
        if (!meets(m_lines[plane].bounds[i], near))
            continue;
        const auto& line = m_lines[plane].parts[i];
        places.moveTo(viewport.toDevice(line.front()));
        for (std::size_t k = 1; k < line.size(); ++k)
            places.lineTo(viewport.toDevice(line[k]));
        if (line.size() == 1) // a line of no length would not be stroked
            places.lineTo(viewport.toDevice(line.front()) + QPointF(0.01 * viewport.stylePixel, 0));
    }
    // One stroke as broad as the distance: nowhere twice as dark.
    painter.strokePath(places, QPen(fillColour(), 2 * reach, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath edge;
    for (std::size_t i = 0; i < m_edge[plane].parts.size(); ++i) {
        if (!meets(m_edge[plane].bounds[i], seen))
            continue;
        const auto& line = m_edge[plane].parts[i];
        edge.moveTo(viewport.toDevice(line.front()));
        for (std::size_t k = 1; k < line.size(); ++k)
            edge.lineTo(viewport.toDevice(line[k]));
    }
    strokeEdge(painter, edge, viewport.stylePixel);
}

void paintPlacesSign(QPainter& painter, const QRectF& rect, bool reach, double pixel, bool dark)
{
    QColor fill = selectionBlue();
    fill.setAlphaF(dark ? 0.25F : 0.14F); // a little stronger than on the map: the box is small
    QPainterPath path;
    if (reach)
        path.addEllipse(rect.center(), rect.height() / 2 - pixel, rect.height() / 2 - pixel);
    else
        path.addRect(rect.adjusted(pixel, pixel, -pixel, -pixel));
    painter.fillPath(path, fill);
    painter.strokePath(path, QPen(selectionBlue(), outlinePixels * pixel));
}

} // namespace hk::map
