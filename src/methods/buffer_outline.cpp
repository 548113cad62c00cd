#include "methods/buffer_outline.h"

#include <QPainterPath>
#include <QPainterPathStroker>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>

namespace hk::methods {
namespace {

/// Painter paths flatten their curves to a quarter of a unit: worked in decimetres about the first vertex.
constexpr double unitsPerMetre = 10.0;

void addRing(QPainterPath& path, const analysis::Ring& ring, const analysis::Point& origin)
{
    QPolygonF polygon;
    for (const analysis::Point& p : ring)
        polygon.append({(p.x - origin.x) * unitsPerMetre, (p.y - origin.y) * unitsPerMetre});
    path.addPolygon(polygon);
    path.closeSubpath();
}

std::vector<analysis::Ring> ringsOf(const QPainterPath& path, const analysis::Point& origin)
{
    std::vector<analysis::Ring> rings;
    for (const QPolygonF& polygon : path.simplified().toSubpathPolygons(QTransform())) {
        analysis::Ring ring;
        for (const QPointF& p : polygon)
            ring.push_back({origin.x + p.x() / unitsPerMetre, origin.y + p.y() / unitsPerMetre});
        if (ring.size() > 1 && ring.front() == ring.back())
            ring.pop_back();
        if (ring.size() >= 3)
            rings.push_back(std::move(ring));
    }
    return rings;
}

/// Rings that do not cross, as polygons: one inside an odd number of others is a hole of the smallest around it.
std::vector<analysis::Polygon> nested(std::vector<analysis::Ring> rings)
{
    const auto size = [](const analysis::Ring& ring) { return std::abs(analysis::signedArea(ring)); };
    std::sort(rings.begin(), rings.end(), [&](const auto& a, const auto& b) { return size(a) > size(b); });
    std::vector<analysis::Polygon> polygons;
    std::vector<std::size_t> outerOf; ///< by polygon: index of its ring
    for (std::size_t i = 0; i < rings.size(); ++i) {
        std::size_t around = 0;
        for (std::size_t k = 0; k < i; ++k)
            around += analysis::contains(rings[k], rings[i].front()) ? 1U : 0U;
        analysis::Ring ring = rings[i];
        const bool hole = around % 2 == 1;
        if ((analysis::signedArea(ring) > 0.0) == hole)
            std::reverse(ring.begin(), ring.end());
        if (!hole) {
            polygons.push_back({std::move(ring), {}});
            outerOf.push_back(i);
            continue;
        }
        for (std::size_t k = polygons.size(); k-- > 0;)
            if (analysis::contains(rings[outerOf[k]], rings[i].front())) {
                polygons[k].holes.push_back(std::move(ring));
                break;
            }
    }
    return polygons;
}

} // namespace

std::vector<analysis::Polygon> bufferAround(const std::vector<analysis::Polygon>& polygons, double width)
{
    if (polygons.empty() || polygons.front().outer.empty() || !(width > 0.0))
        return {};
    const analysis::Point origin = polygons.front().outer.front();
    QPainterPathStroker stroker;
    stroker.setWidth(2.0 * width * unitsPerMetre);
    stroker.setJoinStyle(Qt::RoundJoin);
    stroker.setCapStyle(Qt::RoundCap);
    QPainterPath inside;
    QPainterPath around;
    for (const analysis::Polygon& polygon : polygons) {
        QPainterPath one;
        one.setFillRule(Qt::OddEvenFill);
        addRing(one, polygon.outer, origin);
        for (const analysis::Ring& hole : polygon.holes)
            addRing(one, hole, origin);
        around = around.united(stroker.createStroke(one));
        inside = inside.united(one);
    }
    return nested(ringsOf(around.subtracted(inside), origin));
}

} // namespace hk::methods
