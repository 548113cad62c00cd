#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hk::exchange {

/// The themes of a vector map, in the order of core/map_tables.h.
enum class MapTheme : std::uint8_t { Boundary, Landcover, Water, Building, Rail, Road, Barrier, Address, Place };
inline constexpr std::size_t mapThemeCount = 9;

/// The keys of OpenStreetMap that a map is made from; in the order of osmKeyNames.
enum class OsmKey : std::uint8_t {
    Name, Ref, Area, Layer, Bridge, Tunnel, Location,
    Highway, Footway, Bicycle, Motorroad, Railway, Service, PublicTransport, Station,
    Waterway, Water, Natural, Landuse, Leisure, Amenity, Tourism, Historic, ManMade, Aeroway, Power, Military,
    Building, Shop, Office, Barrier, Boundary, AdminLevel, Place, Route,
    Street, AddressPlace, HouseNumber, HouseName, Interpolation,
    None
};
inline constexpr std::size_t osmKeyCount = static_cast<std::size_t>(OsmKey::None);
inline constexpr std::array<const char*, osmKeyCount> osmKeyNames = {
    "name", "ref", "area", "layer", "bridge", "tunnel", "location",
    "highway", "footway", "bicycle", "motorroad", "railway", "service", "public_transport", "station",
    "waterway", "water", "natural", "landuse", "leisure", "amenity", "tourism", "historic", "man_made", "aeroway", "power",
    "military",
    "building", "shop", "office", "barrier", "boundary", "admin_level", "place", "route",
    "addr:street", "addr:place", "addr:housenumber", "addr:housename", "addr:interpolation"};

/// The tags of one thing of OpenStreetMap; empty where a key is not set. Refers to text owned by others.
class OsmTags {
public:
    std::string_view operator[](OsmKey key) const
    {
        return key == OsmKey::None ? std::string_view{} : m_values[static_cast<std::size_t>(key)];
    }
    void set(OsmKey key, std::string_view value) { m_values[static_cast<std::size_t>(key)] = value; }

private:
    std::array<std::string_view, osmKeyCount> m_values{};
};

namespace osm_kind {
inline constexpr unsigned point = 1;
inline constexpr unsigned line = 2;
inline constexpr unsigned area = 4;
} // namespace osm_kind

/// One row of the table of classes: what has one of `values` at `key` (and at `also`, where given) is of this class.
struct ClassRule {
    MapTheme theme;
    unsigned kinds;                 ///< osm_kind, together
    OsmKey key;
    std::string_view values;        ///< words divided by spaces; "*" is any but "no"
    std::string_view featureClass;
    int rank = 0;                   ///< of places: 1 most important, 5 least
    OsmKey also = OsmKey::None;
    std::string_view alsoValues = "*";
};

/// The whole table; within a theme the first rule that fits counts.
std::span<const ClassRule> classRules();

/// The rules that say what a thing of that kind is, at most one a theme; none: it is not drawn.
std::vector<const ClassRule*> classesOf(const OsmTags& tags, unsigned kind);

/// 1 and up on a bridge, -1 and down in a tunnel or culvert, 0 on the ground; within ±5 whatever `layer` says.
int levelOf(const OsmTags& tags);

/// Where the class stands among those of its theme that are drawn one over another, lowest first: 0 for the lowest and for
/// themes without such an order.
unsigned drawingRank(MapTheme theme, std::string_view featureClass);

/// Keys, or key=value, that make a closed way an area.
std::string_view areaKeys();

} // namespace hk::exchange
