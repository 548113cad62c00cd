#include "exchange/osm_shapes.h"

#include "geo/mercator.h"

#include <ogr_geometry.h>

#include <cmath>

namespace hk::exchange {
namespace {

bool moveVertices(OGRSimpleCurve& curve)
{
    constexpr double farthest = 180.0 + 1e-9;
    for (int i = 0; i < curve.getNumPoints(); ++i) {
        const LonLat at{curve.getX(i), curve.getY(i)};
        // Written so that what is no number is refused as well.
        if (!(std::abs(at.lon) <= farthest && std::abs(at.lat) <= geo::mercatorMaxLatitude))
            return false;
        const WebMercator moved = geo::toWebMercator(at);
        curve.setPoint(i, moved.x, moved.y);
    }
    return curve.getNumPoints() > 0;
}

bool moveRings(OGRPolygon& polygon)
{
    if (polygon.IsEmpty())
        return false;
    for (OGRLinearRing* ring : polygon)
        if (!moveVertices(*ring))
            return false;
    return true;
}

double groundScaleAt(double mercatorY) { return geo::groundScale(geo::toLonLat(WebMercator{0.0, mercatorY}).lat); }

bool hasArea(const OGRPolygon& polygon) { return polygon.getExteriorRing() && polygon.getExteriorRing()->get_Area() > 0.0; }

const OGRPolygon* largestPart(const OGRGeometry& geometry)
{
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon)
        return geometry.toPolygon();
    if (wkbFlatten(geometry.getGeometryType()) != wkbMultiPolygon)
        return nullptr;
    const OGRPolygon* largest = nullptr;
    for (const OGRPolygon* part : *geometry.toMultiPolygon())
        if (!largest || part->get_Area() > largest->get_Area())
            largest = part;
    return largest;
}

} // namespace

bool moveToMercator(OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint: {
        OGRLineString single;
        if (geometry.IsEmpty())
            return false;
        single.addPoint(geometry.toPoint());
        if (!moveVertices(single))
            return false;
        geometry.toPoint()->setX(single.getX(0));
        geometry.toPoint()->setY(single.getY(0));
        return true;
    }
    case wkbLineString: return moveVertices(*geometry.toLineString());
    case wkbPolygon: return moveRings(*geometry.toPolygon());
    case wkbMultiPolygon:
        for (OGRPolygon* part : *geometry.toMultiPolygon())
            if (!moveRings(*part))
                return false;
        return !geometry.IsEmpty();
    default: return false;
    }
}

QRectF boundsOf(const OGRGeometry& geometry)
{
    OGREnvelope box;
    geometry.getEnvelope(&box);
    return {QPointF(box.MinX, box.MinY), QPointF(box.MaxX, box.MaxY)};
}

std::unique_ptr<OGRGeometry> soundArea(const OGRGeometry& geometry)
{
    auto sound = std::make_unique<OGRMultiPolygon>();
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
        if (hasArea(*geometry.toPolygon()))
            return std::unique_ptr<OGRGeometry>(geometry.clone());
        return nullptr;
    }
    if (wkbFlatten(geometry.getGeometryType()) != wkbMultiPolygon)
        return nullptr;
    for (const OGRPolygon* part : *geometry.toMultiPolygon())
        if (hasArea(*part))
            sound->addGeometry(part);
    if (sound->getNumGeometries() == 0)
        return nullptr;
    if (sound->getNumGeometries() == 1)
        return std::unique_ptr<OGRGeometry>(sound->getGeometryRef(0)->clone());
    return sound;
}

bool isSoundLine(const OGRGeometry& geometry)
{
    return wkbFlatten(geometry.getGeometryType()) == wkbLineString && geometry.toLineString()->getNumPoints() > 1
           && geometry.toLineString()->get_Length() > 0.0;
}

void setShape(MapRow& row, const OGRGeometry& geometry)
{
    OGREnvelope box;
    geometry.getEnvelope(&box);
    row.x = (box.MinX + box.MaxX) / 2;
    row.y = (box.MinY + box.MaxY) / 2;
    row.span = std::max(box.MaxX - box.MinX, box.MaxY - box.MinY);
    row.area = 0.0;
    const double scale = groundScaleAt(row.y);
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon)
        row.area = geometry.toPolygon()->get_Area() * scale * scale;
    else if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon)
        row.area = geometry.toMultiPolygon()->get_Area() * scale * scale;
    row.wkb.resize(geometry.WkbSize());
    geometry.exportToWkb(wkbNDR, row.wkb.data());
}

void setPoint(MapRow& row, double x, double y) { setShape(row, OGRPoint(x, y)); }

void forEachRing(const OGRGeometry& area, const std::function<void(const OGRGeometry&)>& use)
{
    const auto useRings = [&use](const OGRPolygon& polygon) {
        for (const OGRLinearRing* ring : polygon) {
            OGRLineString line; // a ring alone has no place in WKB
            line.addSubLineString(ring);
            use(line);
        }
    };
    if (wkbFlatten(area.getGeometryType()) == wkbPolygon)
        useRings(*area.toPolygon());
    else if (wkbFlatten(area.getGeometryType()) == wkbMultiPolygon)
        for (const OGRPolygon* part : *area.toMultiPolygon())
            useRings(*part);
}

std::pair<double, double> insideOf(const OGRGeometry& geometry)
{
    OGRPoint inside;
    if (wkbFlatten(geometry.getGeometryType()) == wkbPoint)
        return {geometry.toPoint()->getX(), geometry.toPoint()->getY()};
    if (wkbFlatten(geometry.getGeometryType()) == wkbLineString)
        geometry.toLineString()->Value(geometry.toLineString()->get_Length() / 2, &inside);
    else if (const OGRPolygon* part = largestPart(geometry)) {
        // The centroid looks best, where it lies inside; a shape that crosses itself may have neither.
        if (part->Centroid(&inside) != OGRERR_NONE || !part->Contains(&inside))
            part->PointOnSurface(&inside);
    }
    if (!inside.IsEmpty() && std::isfinite(inside.getX()) && std::isfinite(inside.getY()))
        return {inside.getX(), inside.getY()};
    const QRectF box = boundsOf(geometry);
    return {box.center().x(), box.center().y()};
}

} // namespace hk::exchange
