#include "exchange/zone_reader.h"

#include <QHash>

namespace hk::exchange {
namespace {

SwerefRing ringOf(const analysis::Ring& ring)
{
    SwerefRing vertices;
    vertices.reserve(ring.size());
    for (const analysis::Point& p : ring)
        vertices.push_back({p.x, p.y});
    return vertices;
}

} // namespace

std::shared_ptr<const ZoneSet> zonesOf(const NamedAreas& areas, const QString& path)
{
    auto set = std::make_shared<ZoneSet>();
    set->title = areas.title;
    set->path = path;
    set->nameField = areas.nameField;
    set->fields = areas.fields;
    QHash<QString, std::size_t> placeOf;
    for (const NamedArea& area : areas.areas) {
        const auto known = placeOf.constFind(area.name);
        const std::size_t place = known == placeOf.constEnd() ? set->zones.size() : *known;
        if (place == set->zones.size()) {
            placeOf.insert(area.name, place);
            set->zones.push_back({area.name, {}});
        }
        for (const analysis::Polygon& polygon : area.polygons) {
            ZonePolygon made{ringOf(polygon.outer), {}};
            for (const analysis::Ring& hole : polygon.holes)
                made.holes.push_back(ringOf(hole));
            set->zones[place].polygons.push_back(std::move(made));
        }
    }
    return set;
}

Result<std::shared_ptr<const ZoneSet>> readZones(const QString& path, const QString& nameField)
{
    return readNamedAreas(path, QStringLiteral("EPSG:3006"), nameField).map([&path](const NamedAreas& areas) {
        return zonesOf(areas, path);
    });
}

} // namespace hk::exchange
