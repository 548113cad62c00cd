#include "tiles/vector_classes.h"

#include <QHash>

#include <algorithm>

namespace hk::tiles {
namespace {

using map::BasemapTheme;
using map::GeometryKind;
using Attribute = std::function<QString(const char*)>;
using Table = QHash<QString, QString>;

/// "from another from=to …"
Table table(const char* words)
{
    Table made;
    for (const QString& entry : QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts)) {
        const QString to = entry.section(u'=', 1);
        for (const QString& from : entry.section(u'=', 0, 0).split(u'|'))
            made.insert(from, to.isEmpty() ? from : to);
    }
    return made;
}

std::optional<FeatureMeaning> by(BasemapTheme theme, const Table& classes, const QString& given)
{
    const auto found = classes.find(given);
    if (found == classes.end())
        return std::nullopt;
    return FeatureMeaning{theme, *found};
}

bool isTrue(const QString& text) { return text == QLatin1String("1") || text == QLatin1String("true"); }

std::optional<FeatureMeaning> street(const QString& kind, const Attribute& attribute)
{
    static const Table roads = table("motorway trunk=primary primary secondary tertiary minor|residential|unclassified|living_street|"
                                     "road|busway=residential service|track|raceway=service pedestrian cycleway steps "
                                     "path|footway|bridleway|corridor|path_construction=path");
    static const Table rails = table("rail|narrow_gauge|light_rail=rail tram|subway|funicular|monorail=tram");
    const QString sub = attribute("subclass");
    const bool finer = kind == QLatin1String("path") || kind == QLatin1String("rail") || kind == QLatin1String("transit")
                       || kind == QLatin1String("railway");
    const QString& chosen = finer && (roads.contains(sub) || rails.contains(sub)) ? sub : kind;
    auto meaning = by(BasemapTheme::Road, roads, chosen);
    if (!meaning)
        meaning = by(BasemapTheme::Rail, rails, chosen == QLatin1String("transit") ? QStringLiteral("tram") : chosen);
    if (!meaning)
        return std::nullopt;
    if (meaning->featureClass == QLatin1String("motorway") && (isTrue(attribute("ramp")) || isTrue(attribute("link"))))
        meaning->featureClass = QStringLiteral("motorway_link");
    const QString brunnel = attribute("brunnel");
    meaning->level = brunnel == QLatin1String("bridge") || isTrue(attribute("bridge"))   ? 1
                     : brunnel == QLatin1String("tunnel") || isTrue(attribute("tunnel")) ? -1
                                                                                        : 0;
    return meaning;
}

std::optional<FeatureMeaning> ground(const QString& kind)
{
    static const Table classes = table("wood|forest=wood grass|grassland|meadow|farmland|wetland|heath|scrub|recreation_ground|"
                                       "village_green|allotments|orchard|vineyard|plant_nursery|greenfield|swamp|bog|marsh=grass "
                                       "park|garden|national_park|nature_reserve|playground|dog_park=park "
                                       "residential retail|commercial=retail industrial|railway|military|quarry|landfill|garages=industrial "
                                       "brownfield|construction=construction cemetery|grave_yard=cemetery hospital "
                                       "school|university|college|kindergarten|education=school pitch|stadium|track|golf_course|"
                                       "sports_center|sports_centre=pitch parking|bicycle_parking=parking pedestrian|square=square");
    return by(BasemapTheme::Landcover, classes, kind);
}

std::optional<FeatureMeaning> place(const QString& kind)
{
    static const Table classes = table("city|capital|state_capital|town=town suburb|village|borough=district "
                                       "quarter|neighbourhood|hamlet|isolated_dwelling|farm|locality=quarter");
    auto meaning = by(BasemapTheme::Place, classes, kind);
    if (meaning)
        meaning->rank = meaning->featureClass == QLatin1String("town") ? 1 : meaning->featureClass == QLatin1String("district") ? 2 : 4;
    return meaning;
}

std::optional<FeatureMeaning> pointOfInterest(const Attribute& attribute)
{
    static const Table classes
        = table("school|college|university|kindergarten=school hospital place_of_worship=church railway|station|train_station=station "
                "bus|bus_stop|tram_stop|halt|bus_station|tram=stop town_hall|townhall|library|police|courthouse=civic "
                "shop|mall|supermarket|grocery|department_store=retail museum|theatre|cinema|art_gallery|arts_centre=culture "
                "stadium|sports_centre|swimming|ice_rink|pitch=sport castle|attraction|monument|landmark=landmark");
    for (const char* key : {"subclass", "class", "kind", "amenity", "shop", "leisure", "tourism", "historic"}) {
        auto meaning = by(BasemapTheme::Place, classes, attribute(key));
        if (meaning)
            return meaning;
    }
    return std::nullopt;
}

std::optional<FeatureMeaning> water(const QString& kind, GeometryKind geometry)
{
    if (geometry == GeometryKind::Line)
        return FeatureMeaning{BasemapTheme::Water, kind == QLatin1String("river") || kind == QLatin1String("canal")
                                                       ? QStringLiteral("river")
                                                       : QStringLiteral("stream")};
    static const Table classes = table("river|riverbank|canal=river pond|swimming_pool|basin|reservoir|fountain=pond");
    return FeatureMeaning{BasemapTheme::Water, classes.value(kind, QStringLiteral("lake"))};
}

std::optional<FeatureMeaning> kindOf(const QString& layer, GeometryKind geometry, const Attribute& attribute)
{
    const auto is = [&layer](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&layer](const char* name) { return layer == QLatin1String(name); });
    };
    const QString classed = attribute("class");
    const QString kind = classed.isEmpty() ? attribute("kind") : classed;
    const bool point = geometry == GeometryKind::Point;
    if (is({"transportation", "streets", "street_labels", "transportation_name", "street_polygons", "streets_polygons_labels"})) {
        if (geometry == GeometryKind::Line)
            return street(kind, attribute);
        return geometry == GeometryKind::Polygon && layer != QLatin1String("street_labels") ? ground(QStringLiteral("square")) : std::nullopt;
    }
    if (is({"water", "waterway", "water_polygons", "water_lines", "water_lines_labels", "ocean"}))
        return point ? std::nullopt : water(kind, geometry);
    if (is({"landcover", "landuse", "land", "sites"}))
        return geometry == GeometryKind::Polygon ? ground(kind) : std::nullopt;
    if (is({"park"}) && geometry == GeometryKind::Polygon)
        return ground(QStringLiteral("park"));
    if (is({"building", "buildings"}))
        return geometry == GeometryKind::Polygon ? std::optional(FeatureMeaning{BasemapTheme::Building, QStringLiteral("other")}) : std::nullopt;
    if (is({"place", "place_labels"}))
        return point ? place(kind) : std::nullopt;
    if (is({"boundary", "boundaries"})) {
        const int level = attribute("admin_level").toInt();
        return level >= 2 && level <= 8 && !isTrue(attribute("maritime"))
                   ? std::optional(FeatureMeaning{BasemapTheme::Boundary, QStringLiteral("municipality")})
                   : std::nullopt;
    }
    if (is({"poi", "pois", "public_transport"}))
        return point ? pointOfInterest(attribute) : std::nullopt;
    if (is({"water_name", "water_polygons_labels"}) && point)
        return FeatureMeaning{BasemapTheme::Place, QStringLiteral("water")};
    if (is({"housenumber", "addresses"}) && point && !attribute("housenumber").isEmpty())
        return FeatureMeaning{BasemapTheme::Address, QStringLiteral("address"), attribute("housenumber")};
    return std::nullopt;
}

} // namespace

std::optional<FeatureMeaning> meaningOf(const QString& layer, GeometryKind geometry, const Attribute& attribute)
{
    auto meaning = kindOf(layer, geometry, attribute);
    if (!meaning)
        return std::nullopt;
    for (const char* key : {"name", "name:latin", "name_int"})
        if (meaning->name.isEmpty())
            meaning->name = attribute(key).simplified();
    meaning->ref = attribute("ref").simplified();
    if (meaning->theme == BasemapTheme::Place && meaning->name.isEmpty())
        return std::nullopt; // a place is its name
    return meaning;
}

} // namespace hk::tiles
