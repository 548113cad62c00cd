#include "exchange/osm_classes.h"

#include <algorithm>
#include <charconv>

namespace hk::exchange {
namespace {

using enum MapTheme;
using K = OsmKey;
constexpr unsigned P = osm_kind::point;
constexpr unsigned L = osm_kind::line;
constexpr unsigned A = osm_kind::area;

// Sorted by theme. Within a theme the first that fits counts: the particular stands before the general.
constexpr ClassRule rules[] = {
    // ------------------------------------------------------------------ borders (levels as used in Sweden)
    {Boundary, L | A, K::Boundary, "administrative", "country", 0, K::AdminLevel, "2"},
    {Boundary, L | A, K::Boundary, "administrative", "county", 0, K::AdminLevel, "3 4"},
    {Boundary, L | A, K::Boundary, "administrative", "municipality", 0, K::AdminLevel, "7"},
    {Boundary, L | A, K::Boundary, "administrative", "district", 0, K::AdminLevel, "8 9 10"},
    {Boundary, A, K::Leisure, "nature_reserve", "nature_reserve"},
    {Boundary, A, K::Boundary, "protected_area national_park", "nature_reserve"},

    // ------------------------------------------------------------------ what covers the land
    {Landcover, A, K::Amenity, "parking motorcycle_parking", "parking"},
    {Landcover, A, K::Amenity, "marketplace", "square"},
    {Landcover, A, K::Place, "square", "square"},
    {Landcover, A, K::Highway, "pedestrian footway corridor", "square"},
    {Landcover, A, K::Highway, "platform", "platform"},
    {Landcover, A, K::PublicTransport, "platform", "platform"},
    {Landcover, A, K::Railway, "platform", "platform"},
    {Landcover, A, K::Highway, "service residential living_street unclassified track cycleway rest_area services", "road_area"},
    {Landcover, A, K::Leisure, "playground", "playground"},
    {Landcover, A, K::Leisure, "pitch track", "pitch"},
    {Landcover, A, K::Leisure, "sports_centre stadium ice_rink", "sport"},
    {Landcover, A, K::Leisure, "golf_course", "golf"},
    {Landcover, A, K::Leisure, "park dog_park bandstand", "park"},
    {Landcover, A, K::Leisure, "garden", "garden"},
    {Landcover, A, K::Leisure, "common", "grass"},
    {Landcover, A, K::Amenity, "school kindergarten university college childcare", "school"},
    {Landcover, A, K::Amenity, "hospital clinic", "hospital"},
    {Landcover, A, K::Amenity, "grave_yard", "cemetery"},
    {Landcover, A, K::Landuse, "cemetery", "cemetery"},
    {Landcover, A, K::Tourism, "zoo theme_park", "park"},
    {Landcover, A, K::Tourism, "camp_site caravan_site", "camp"},
    {Landcover, A, K::Natural, "wood", "wood"},
    {Landcover, A, K::Landuse, "forest", "wood"},
    {Landcover, A, K::Natural, "scrub shrubbery", "scrub"},
    {Landcover, A, K::Natural, "heath moor fell tundra", "heath"},
    {Landcover, A, K::Natural, "wetland mud", "wetland"},
    {Landcover, A, K::Natural, "sand beach dune", "sand"},
    {Landcover, A, K::Natural, "bare_rock scree shingle rock stone blockfield", "rock"},
    {Landcover, A, K::Natural, "grassland", "grass"},
    {Landcover, A, K::Landuse, "recreation_ground village_green", "park"},
    {Landcover, A, K::Landuse, "grass meadow flowerbed greenery", "grass"},
    {Landcover, A, K::Landuse, "allotments", "allotments"},
    {Landcover, A, K::Landuse, "orchard vineyard plant_nursery", "orchard"},
    {Landcover, A, K::Landuse, "farmland farmyard greenhouse_horticulture paddy animal_keeping", "farmland"},
    {Landcover, A, K::Landuse, "construction brownfield greenfield", "construction"},
    {Landcover, A, K::Landuse, "railway", "railway"},
    {Landcover, A, K::Landuse, "quarry landfill", "quarry"},
    {Landcover, A, K::Landuse, "industrial port depot garages", "industrial"},
    {Landcover, A, K::ManMade, "wastewater_plant water_works works", "industrial"},
    {Landcover, A, K::Power, "substation plant", "industrial"},
    {Landcover, A, K::Landuse, "retail", "retail"},
    {Landcover, A, K::Shop, "*", "retail"},
    {Landcover, A, K::Landuse, "commercial", "commercial"},
    {Landcover, A, K::Landuse, "education", "school"},
    {Landcover, A, K::Landuse, "residential", "residential"},
    {Landcover, A, K::Landuse, "military", "military"},
    {Landcover, A, K::Military, "*", "military"},
    {Landcover, A, K::Aeroway, "runway taxiway apron helipad", "runway"},
    {Landcover, A, K::Aeroway, "aerodrome heliport", "airport"},
    {Landcover, A, K::ManMade, "pier breakwater groyne", "pier"},
    {Landcover, A, K::ManMade, "bridge", "bridge"},

    // ------------------------------------------------------------------ water
    {Water, A, K::Natural, "water", "river", 0, K::Water, "river rapids"},
    {Water, A, K::Natural, "water", "stream", 0, K::Water, "stream ditch"},
    {Water, A, K::Natural, "water", "canal", 0, K::Water, "canal lock moat"},
    {Water, A, K::Natural, "water", "basin", 0, K::Water, "basin wastewater harbour"},
    {Water, A, K::Natural, "water", "pond", 0, K::Water, "pond fountain pool reflecting_pool fishpond fish_pass"},
    {Water, A, K::Natural, "water", "lake", 0, K::Water, "lake reservoir lagoon oxbow"},
    {Water, A, K::Natural, "water", "lake"}, // small ones become ponds, by their area
    {Water, A, K::Natural, "bay strait", "sea"},
    {Water, A, K::Waterway, "riverbank river", "river"},
    {Water, A, K::Waterway, "stream", "stream"},
    {Water, A, K::Waterway, "dock canal", "canal"},
    {Water, A, K::Landuse, "reservoir", "lake"},
    {Water, A, K::Landuse, "basin salt_pond", "basin"},
    {Water, A, K::Amenity, "fountain", "pond"},
    {Water, A, K::Leisure, "swimming_pool", "pool"},
    {Water, L, K::Waterway, "river", "river"},
    {Water, L, K::Waterway, "stream tidal_channel", "stream"},
    {Water, L, K::Waterway, "canal", "canal"},
    {Water, L, K::Waterway, "ditch drain", "ditch"},
    {Water, L | A, K::Natural, "coastline", "coastline"},

    // ------------------------------------------------------------------ buildings
    {Building, A, K::Railway, "station halt", "station", 0, K::Building},
    {Building, A, K::Building, "train_station transportation", "station"},
    {Building, A, K::Amenity, "place_of_worship", "church", 0, K::Building},
    {Building, A, K::Building, "church chapel cathedral mosque synagogue temple monastery religious shrine bell_tower", "church"},
    {Building, A, K::Amenity, "hospital clinic", "hospital", 0, K::Building},
    {Building, A, K::Building, "hospital clinic", "hospital"},
    {Building, A, K::Amenity, "school kindergarten university college", "school", 0, K::Building},
    {Building, A, K::Building, "school kindergarten university college", "school"},
    {Building, A, K::Historic, "castle manor monument fort city_gate ruins building tower mill church", "historic", 0, K::Building},
    {Building, A, K::Building, "castle manor palace ruins fort windmill watermill", "historic"},
    {Building, A, K::Amenity, "townhall library courthouse police fire_station community_centre theatre arts_centre cinema", "civic",
     0, K::Building},
    {Building, A, K::Tourism, "museum gallery", "civic", 0, K::Building},
    {Building, A, K::Office, "government", "civic", 0, K::Building},
    {Building, A, K::Building, "civic public government fire_station townhall museum library", "civic"},
    {Building, A, K::Shop, "*", "retail", 0, K::Building},
    {Building, A, K::Building, "retail supermarket kiosk shop mall", "retail"},
    {Building, A, K::Building, "industrial warehouse manufacture factory storage_tank silo works digester", "industrial"},
    {Building, A, K::Building, "apartments residential terrace dormitory commercial office hotel", "block"},
    {Building, A, K::Building, "house detached semidetached_house bungalow farm cabin static_caravan houseboat villa", "house"},
    {Building, A, K::Building,
     "garage garages carport shed hut roof outbuilding allotment_house greenhouse bicycle_shed barn farm_auxiliary stable "
     "service container", "outbuilding"},
    {Building, A, K::Building, "*", "other"},

    // ------------------------------------------------------------------ rails
    {Rail, L, K::Railway, "rail narrow_gauge preserved", "siding", 0, K::Service, "yard siding spur crossover"},
    {Rail, L, K::Railway, "rail narrow_gauge preserved", "rail"},
    {Rail, L, K::Railway, "light_rail funicular monorail", "light_rail"},
    {Rail, L, K::Railway, "subway", "subway"},
    {Rail, L, K::Railway, "tram", "tram"},

    // ------------------------------------------------------------------ roads and paths
    {Road, L, K::Highway, "motorway", "motorway"},
    {Road, L, K::Highway, "motorway_link", "motorway_link"},
    {Road, L, K::Highway, "trunk", "motorway", 0, K::Motorroad, "yes"},
    {Road, L, K::Highway, "trunk_link", "motorway_link", 0, K::Motorroad, "yes"},
    {Road, L, K::Highway, "trunk primary", "primary"},
    {Road, L, K::Highway, "trunk_link primary_link", "primary_link"},
    {Road, L, K::Highway, "secondary", "secondary"},
    {Road, L, K::Highway, "secondary_link", "secondary_link"},
    {Road, L, K::Highway, "tertiary", "tertiary"},
    {Road, L, K::Highway, "tertiary_link", "tertiary_link"},
    {Road, L, K::Highway, "residential unclassified road", "residential"},
    {Road, L, K::Highway, "living_street", "living_street"},
    {Road, L, K::Highway, "pedestrian", "pedestrian"},
    {Road, L, K::Highway, "service busway bus_guideway escape", "service"},
    {Road, L, K::Highway, "steps", "steps"},
    {Road, L, K::Highway, "cycleway", "cycleway"},
    {Road, L, K::Highway, "path footway", "cycleway", 0, K::Bicycle, "designated"},
    {Road, L, K::Highway, "footway", "sidewalk", 0, K::Footway, "sidewalk crossing traffic_island access_aisle"},
    {Road, L, K::Highway, "bridleway", "bridleway"},
    {Road, L, K::Highway, "track", "track"},
    {Road, L, K::Highway, "path footway", "path"},
    {Road, L, K::ManMade, "pier", "path"},
    {Road, L, K::Highway, "construction", "construction"},
    {Road, L, K::Route, "ferry", "ferry"},

    // ------------------------------------------------------------------ barriers
    {Barrier, L | A, K::Barrier, "retaining_wall", "retaining_wall"},
    {Barrier, L | A, K::Barrier, "city_wall", "city_wall"},
    {Barrier, L | A, K::Barrier, "wall", "wall"},
    {Barrier, L | A, K::Barrier, "fence wire_fence", "fence"},
    {Barrier, L | A, K::Barrier, "hedge", "hedge"},
    {Barrier, L | A, K::Barrier, "guard_rail jersey_barrier", "guard_rail"},

    // ------------------------------------------------------------------ addresses
    {Address, P | A, K::HouseNumber, "*", "address"},

    // ------------------------------------------------------------------ places
    {Place, P | A, K::Place, "city town", "town", 1},
    {Place, P | A, K::Place, "village", "village", 2},
    {Place, P | A, K::Place, "borough", "district", 2},
    {Place, P | A, K::Place, "suburb", "suburb", 2},
    {Place, P | A, K::Place, "quarter neighbourhood", "quarter", 3},
    {Place, P | A, K::Place, "hamlet", "hamlet", 4},
    {Place, P | A, K::Place, "square", "square", 3},
    {Place, P | A, K::Place, "island", "island", 4},
    {Place, P | A, K::Place, "isolated_dwelling farm locality islet", "locality", 5},
    {Place, P | A, K::Railway, "station halt", "station", 1},
    {Place, P | A, K::PublicTransport, "station", "station", 2},
    {Place, P | A, K::Amenity, "bus_station ferry_terminal", "station", 2},
    {Place, P | A, K::Railway, "tram_stop", "stop", 3},
    {Place, P | A, K::Highway, "bus_stop platform", "stop", 4},
    {Place, P | A, K::PublicTransport, "platform stop_position", "stop", 4},
    {Place, A, K::Highway, "pedestrian", "square", 4},
    {Place, P | A, K::Amenity, "hospital", "hospital", 2},
    {Place, P | A, K::Amenity, "university college", "school", 3},
    {Place, P | A, K::Amenity, "school", "school", 4},
    {Place, P | A, K::Amenity, "kindergarten", "school", 5},
    {Place, P | A, K::Amenity, "place_of_worship", "church", 4},
    {Place, P | A, K::Building, "church cathedral", "church", 4},
    {Place, P | A, K::Amenity, "townhall courthouse", "civic", 3},
    {Place, P | A, K::Amenity, "library police fire_station community_centre prison", "civic", 4},
    {Place, P | A, K::Amenity, "theatre cinema arts_centre", "culture", 3},
    {Place, P | A, K::Tourism, "museum gallery", "culture", 3},
    {Place, P | A, K::Amenity, "marketplace", "square", 3},
    {Place, P | A, K::Amenity, "clinic doctors", "hospital", 4},
    {Place, P | A, K::Shop, "mall department_store", "retail", 3},
    {Place, P | A, K::Shop, "supermarket", "retail", 4},
    {Place, P | A, K::Leisure, "sports_centre stadium ice_rink", "sport", 4},
    {Place, P, K::Leisure, "park", "park", 4},
    {Place, P, K::Natural, "bay strait water", "water", 4},
    {Place, P | A, K::Tourism, "attraction zoo theme_park viewpoint", "landmark", 4},
    {Place, P | A, K::Historic, "castle manor monument memorial ruins fort archaeological_site", "landmark", 4},
    {Place, P | A, K::Tourism, "hotel", "landmark", 5},
    {Place, P, K::Natural, "peak hill", "landmark", 5},
};

// Lowest first.
constexpr std::string_view roadOrder[] = {
    "ferry", "construction", "sidewalk", "path", "bridleway", "track", "cycleway", "steps", "service", "pedestrian",
    "living_street", "residential", "tertiary_link", "tertiary", "secondary_link", "secondary", "primary_link", "primary",
    "motorway_link", "motorway"};
constexpr std::string_view railOrder[] = {"siding", "subway", "tram", "light_rail", "rail"};
constexpr std::string_view boundaryOrder[] = {"nature_reserve", "district", "municipality", "county", "country"};

bool isNo(std::string_view value) { return value == "no"; }

bool fits(std::string_view value, std::string_view values)
{
    if (value.empty())
        return false;
    if (values == "*")
        return !isNo(value);
    for (std::size_t at = values.find(value); at != std::string_view::npos; at = values.find(value, at + 1)) {
        const std::size_t after = at + value.size();
        if ((at == 0 || values[at - 1] == ' ') && (after == values.size() || values[after] == ' '))
            return value.find(' ') == std::string_view::npos;
    }
    return false;
}

template <std::size_t N>
unsigned placeIn(const std::string_view (&order)[N], std::string_view featureClass)
{
    const auto found = std::find(std::begin(order), std::end(order), featureClass);
    return found == std::end(order) ? 0U : static_cast<unsigned>(found - std::begin(order));
}

} // namespace

std::span<const ClassRule> classRules() { return rules; }

std::vector<const ClassRule*> classesOf(const OsmTags& tags, unsigned kind)
{
    std::vector<const ClassRule*> classes;
    const bool building = kind == osm_kind::area && fits(tags[K::Building], "*");
    for (const ClassRule& rule : rules) {
        if ((rule.kinds & kind) == 0 || tags[rule.key].empty())
            continue;
        if (!classes.empty() && classes.back()->theme == rule.theme)
            continue; // the rules are sorted by theme
        if (building && rule.theme == Landcover)
            continue; // the house covers its ground itself
        if (fits(tags[rule.key], rule.values) && (rule.also == K::None || fits(tags[rule.also], rule.alsoValues)))
            classes.push_back(&rule);
    }
    return classes;
}

int levelOf(const OsmTags& tags)
{
    constexpr int most = 5;
    int layer = 0;
    const std::string_view text = tags[K::Layer];
    const std::from_chars_result parsed = std::from_chars(text.data(), text.data() + text.size(), layer);
    if (parsed.ec != std::errc{})
        layer = 0;
    if (fits(tags[K::Bridge], "*"))
        return std::clamp(layer, 1, most);
    if (fits(tags[K::Tunnel], "*") || fits(tags[K::Location], "underground"))
        return std::clamp(layer, -most, -1);
    return 0; // a layer without a bridge or tunnel says nothing of how it is drawn
}

unsigned drawingRank(MapTheme theme, std::string_view featureClass)
{
    switch (theme) {
    case Road: return placeIn(roadOrder, featureClass);
    case Rail: return placeIn(railOrder, featureClass);
    case Boundary: return placeIn(boundaryOrder, featureClass);
    default: return 0;
    }
}

std::string_view areaKeys()
{
    // The longest last: GDAL 3.6 takes the length of the last word for that of the longest, and overlooks what is longer.
    return "aeroway,amenity,boundary,building,craft,historic,landuse,leisure,man_made,military,natural,office,place,power,shop,"
           "tourism,highway=platform,highway=services,highway=rest_area,railway=platform,railway=station,railway=halt,"
           "waterway=riverbank,waterway=dock,public_transport=station,public_transport=platform";
}

} // namespace hk::exchange
