#include "exchange/osm_places.h"

#include "exchange/osm_shapes.h"
#include "geo/mercator.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <map>

namespace hk::exchange {
namespace {

/// How far apart two of one class and name may lie and still be one, metres on the ground.
double reach(const std::string& featureClass)
{
    if (featureClass == "town" || featureClass == "village" || featureClass == "suburb" || featureClass == "district")
        return 3000.0;
    if (featureClass == "station")
        return 400.0;
    return 160.0;
}

double groundDistance(double x1, double y1, double x2, double y2)
{
    const double scale = geo::groundScale(geo::toLonLat(WebMercator{x1, (y1 + y2) / 2}).lat);
    return std::hypot(x1 - x2, y1 - y2) * scale;
}

} // namespace

void OsmPlaces::add(MapRow row, double weight) { m_places.push_back({std::move(row), weight}); }

bool OsmPlaces::isNewAddress(const MapRow& row)
{
    constexpr double sameHouse = 60.0; // metres
    const std::size_t key = std::hash<std::string>{}(row.street + '\n' + row.number);
    const auto [first, last] = m_addresses.equal_range(key);
    for (auto at = first; at != last; ++at)
        if (groundDistance(at->second.x, at->second.y, row.x, row.y) < sameHouse)
            return false;
    m_addresses.emplace(key, Position{static_cast<float>(row.x), static_cast<float>(row.y)});
    return true;
}

std::vector<MapRow> OsmPlaces::merged() const
{
    struct Group {
        const Place* heaviest;
        double sumX;
        double sumY;
        int members;
        int rank;
    };
    std::map<std::pair<std::string, QString>, std::vector<Group>> groups;
    for (const Place& place : m_places) {
        const MapRow& row = place.row;
        std::vector<Group>& same = groups[{row.featureClass, QString::fromStdString(row.name).toCaseFolded()}];
        const auto near = std::find_if(same.begin(), same.end(), [&row](const Group& group) {
            return groundDistance(group.sumX / group.members, group.sumY / group.members, row.x, row.y)
                   < reach(row.featureClass);
        });
        if (near == same.end()) {
            same.push_back({&place, row.x, row.y, 1, row.rank});
            continue;
        }
        if (place.weight > near->heaviest->weight)
            near->heaviest = &place;
        near->sumX += row.x;
        near->sumY += row.y;
        near->members += 1;
        near->rank = std::min(near->rank, row.rank);
    }
    std::vector<MapRow> rows;
    for (const auto& [key, same] : groups)
        for (const Group& group : same) {
            MapRow row = group.heaviest->row;
            row.rank = group.rank;
            row.order = static_cast<std::uint32_t>(group.rank);
            if (key.first == "stop")
                setPoint(row, group.sumX / group.members, group.sumY / group.members);
            rows.push_back(std::move(row));
        }
    return rows;
}

} // namespace hk::exchange
