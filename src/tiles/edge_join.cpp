#include "tiles/mvt_reader.h"

#include "geo/mercator.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <tuple>

namespace hk::tiles {
namespace {

using map::BasemapFeature;
using map::GeometryKind;
using Points = std::vector<QPointF>;
using Key = std::tuple<int, QString, QString, QString, int>;

Key keyOf(const BasemapFeature& f) { return {static_cast<int>(f.theme), f.featureClass, f.name, f.ref, f.level}; }

/// Where the edges of tiles are, and how near is on one: tiles round to 1/4096 of their side.
struct Edges {
    double side;
    double tolerance() const { return side / 1365.0; }
    bool on(const QPointF& p) const
    {
        const auto off = [this](double at) { return std::abs(at - side * std::round(at / side)); };
        const double least = side * 1e-7;
        return off(p.x() + geo::mercatorHalf) < least || off(geo::mercatorHalf - p.y()) < least;
    }
    bool touches(const BasemapFeature& f) const
    {
        return std::any_of(f.mercator.begin(), f.mercator.end(), [this](const QPointF& p) { return on(p); });
    }
};

bool isNear(const QPointF& a, const QPointF& b, double most)
{
    return std::abs(a.x() - b.x()) <= most && std::abs(a.y() - b.y()) <= most;
}

/// Puts `next` to `line` where an end of each meets on an edge.
bool append(Points& line, Points next, const Edges& edges)
{
    const auto meet = [&edges](const QPointF& a, const QPointF& b) {
        return edges.on(a) && edges.on(b) && isNear(a, b, edges.tolerance());
    };
    if (meet(line.front(), next.front()) || meet(line.front(), next.back()))
        if (!meet(line.back(), next.front()) && !meet(line.back(), next.back()))
            std::reverse(line.begin(), line.end());
    if (meet(line.back(), next.back()) && !meet(line.back(), next.front()))
        std::reverse(next.begin(), next.end());
    if (!meet(line.back(), next.front()))
        return false;
    line.insert(line.end(), next.begin() + 1, next.end());
    return true;
}

void joinLines(std::vector<BasemapFeature>& group, const Edges& edges)
{
    constexpr std::size_t most = 3000; // each is compared with each: of more, no map is drawn that anybody reads
    if (group.size() > most)
        return;
    for (std::size_t i = 0; i < group.size(); ++i)
        for (std::size_t j = i + 1; j < group.size();) {
            if (append(group[i].mercator, group[j].mercator, edges)) {
                group.erase(group.begin() + static_cast<std::ptrdiff_t>(j));
                j = i + 1; // its new end may meet an earlier one
            } else {
                ++j;
            }
        }
}

OGRLinearRing* ringOf(const Points& points)
{
    auto* ring = new OGRLinearRing; // taken over by its polygon
    ring->setNumPoints(static_cast<int>(points.size()));
    for (std::size_t i = 0; i < points.size(); ++i)
        ring->setPoint(static_cast<int>(i), points[i].x(), points[i].y());
    return ring;
}

Points pointsOf(const OGRLinearRing& ring)
{
    Points points;
    for (int i = 0; i < ring.getNumPoints(); ++i)
        points.emplace_back(ring.getX(i), ring.getY(i));
    return points;
}

void joinPolygons(std::vector<BasemapFeature>& group)
{
    if (group.size() < 2)
        return;
    OGRMultiPolygon parts;
    for (const BasemapFeature& feature : group) {
        auto polygon = std::make_unique<OGRPolygon>();
        polygon->addRingDirectly(ringOf(feature.mercator));
        for (const BasemapFeature::Hole& hole : feature.holes)
            polygon->addRingDirectly(ringOf(hole.mercator));
        parts.addGeometryDirectly(polygon.release());
    }
    const std::unique_ptr<OGRGeometry> whole(parts.UnionCascaded());
    if (!whole)
        return; // crossing outlines: drawn as they came
    std::vector<BasemapFeature> made;
    const auto take = [&](const OGRGeometry* geometry) {
        if (wkbFlatten(geometry->getGeometryType()) != wkbPolygon || !geometry->toPolygon()->getExteriorRing())
            return;
        BasemapFeature feature = group.front();
        feature.mercator = pointsOf(*geometry->toPolygon()->getExteriorRing());
        feature.holes.clear();
        for (int i = 0; i < geometry->toPolygon()->getNumInteriorRings(); ++i)
            feature.holes.push_back({{}, pointsOf(*geometry->toPolygon()->getInteriorRing(i)), {}});
        made.push_back(std::move(feature));
    };
    if (OGR_GT_IsSubClassOf(wkbFlatten(whole->getGeometryType()), wkbGeometryCollection))
        for (const OGRGeometry* part : *whole->toGeometryCollection())
            take(part);
    else
        take(whole.get());
    if (!made.empty())
        group = std::move(made);
}

} // namespace

std::vector<BasemapFeature> joinedAtEdges(std::vector<BasemapFeature> features, double side)
{
    const Edges edges{side};
    std::map<Key, std::vector<BasemapFeature>> lines;
    std::map<Key, std::vector<BasemapFeature>> polygons;
    std::vector<BasemapFeature> done;
    done.reserve(features.size());
    for (BasemapFeature& feature : features) {
        const bool line = feature.kind == GeometryKind::Line && (edges.on(feature.mercator.front()) || edges.on(feature.mercator.back()));
        const bool polygon = feature.kind == GeometryKind::Polygon && edges.touches(feature);
        if (line)
            lines[keyOf(feature)].push_back(std::move(feature));
        else if (polygon)
            polygons[keyOf(feature)].push_back(std::move(feature));
        else
            done.push_back(std::move(feature));
    }
    const auto add = [&done](std::vector<BasemapFeature>& group) {
        done.insert(done.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
    };
    for (auto& [key, group] : lines) {
        joinLines(group, edges);
        add(group);
    }
    for (auto& [key, group] : polygons) {
        joinPolygons(group);
        add(group);
    }
    return done;
}

} // namespace hk::tiles
