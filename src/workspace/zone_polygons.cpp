#include "workspace/zone_polygons.h"

namespace hk::workspace {
namespace {

analysis::Ring ringOf(const SwerefRing& ring)
{
    analysis::Ring vertices;
    vertices.reserve(ring.size());
    for (const Sweref99& vertex : ring)
        vertices.push_back({vertex.easting, vertex.northing});
    return vertices;
}

} // namespace

std::vector<analysis::Polygon> polygonsOf(const Zone& zone)
{
    std::vector<analysis::Polygon> polygons;
    for (const ZonePolygon& polygon : zone.polygons) {
        analysis::Polygon& made = polygons.emplace_back();
        made.outer = ringOf(polygon.outer);
        for (const SwerefRing& hole : polygon.holes)
            made.holes.push_back(ringOf(hole));
    }
    return polygons;
}

} // namespace hk::workspace
