#include "workspace/filter_index.h"

#include "workspace/zone_polygons.h"

#include <QSet>

namespace hk::workspace {
namespace {

void add(const Zone& zone, std::uint32_t number, std::vector<analysis::Polygon>& polygons,
         std::vector<std::uint32_t>& numbers)
{
    for (analysis::Polygon& polygon : polygonsOf(zone)) {
        polygons.push_back(std::move(polygon));
        numbers.push_back(number);
    }
}

} // namespace

analysis::ZoneIndex indexOf(const ZoneSet& set)
{
    std::vector<analysis::Polygon> polygons;
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < set.zones.size(); ++i)
        add(set.zones[i], static_cast<std::uint32_t>(i), polygons, numbers);
    return {polygons, std::move(numbers)};
}

FilterIndex indexOf(const IncidentFilter& filter)
{
    FilterIndex index;
    if (filter.zones.isActive()) {
        const QSet<QString> chosen(filter.zones.names.begin(), filter.zones.names.end());
        std::vector<analysis::Polygon> polygons;
        std::vector<std::uint32_t> numbers;
        for (const Zone& zone : filter.zones.set->zones)
            if (chosen.contains(zone.name))
                add(zone, 0, polygons, numbers);
        index.zones = std::make_shared<const analysis::ZoneIndex>(polygons, std::move(numbers));
    }
    if (filter.near.isActive()) {
        std::vector<std::vector<analysis::Point>> lines;
        for (const std::vector<Sweref99>& line : filter.near.set->lines) {
            auto& made = lines.emplace_back();
            for (const Sweref99& vertex : line)
                made.push_back({vertex.easting, vertex.northing});
        }
        index.near = std::make_shared<const analysis::NearIndex>(lines, filter.near.metres);
    }
    return index;
}

} // namespace hk::workspace
