#include "exchange/map_levels.h"

#include "geo/mercator.h"

#include <ogr_geometry.h>

#include <algorithm>

namespace hk::exchange {
namespace {

constexpr double pixelAt(int zoom) { return 2 * geo::mercatorHalf / (512.0 * static_cast<double>(1U << zoom)); }

constexpr MapLevel levels[] = {
    {12.0, pixelAt(12) / 2, 3 * pixelAt(12), 1},
    {9.0, pixelAt(9) / 2, 3 * pixelAt(9), 500},
};

/// What a small scale still shows.
struct Kept {
    MapTheme theme;
    std::string_view featureClass;
    double below; ///< the coarsest copy that has it
};

// Classes not named here are gone below zoom 12, and those marked 12 below zoom 9.
constexpr Kept kept[] = {
    {MapTheme::Road, "motorway", 9},    {MapTheme::Road, "primary", 9},       {MapTheme::Road, "motorway_link", 12},
    {MapTheme::Road, "primary_link", 12}, {MapTheme::Road, "secondary", 12},  {MapTheme::Road, "secondary_link", 12},
    {MapTheme::Road, "tertiary", 12},   {MapTheme::Road, "ferry", 12},        {MapTheme::Rail, "rail", 9},
    {MapTheme::Rail, "light_rail", 12}, {MapTheme::Rail, "subway", 12},       {MapTheme::Rail, "tram", 12},
    {MapTheme::Water, "lake", 9},       {MapTheme::Water, "river", 9},        {MapTheme::Water, "canal", 12},
    {MapTheme::Water, "basin", 12},     {MapTheme::Water, "sea", 9},          {MapTheme::Water, "coastline", 9},
    {MapTheme::Landcover, "wood", 9},   {MapTheme::Landcover, "residential", 9}, {MapTheme::Landcover, "farmland", 12},
    {MapTheme::Landcover, "industrial", 12}, {MapTheme::Landcover, "commercial", 12}, {MapTheme::Landcover, "retail", 12},
    {MapTheme::Landcover, "park", 12},  {MapTheme::Landcover, "grass", 12},   {MapTheme::Landcover, "wetland", 12},
    {MapTheme::Landcover, "heath", 12}, {MapTheme::Landcover, "scrub", 12},   {MapTheme::Landcover, "rock", 12},
    {MapTheme::Landcover, "cemetery", 12}, {MapTheme::Landcover, "golf", 12}, {MapTheme::Landcover, "airport", 12},
    {MapTheme::Landcover, "runway", 12}, {MapTheme::Landcover, "military", 12}, {MapTheme::Landcover, "hospital", 12},
    {MapTheme::Boundary, "municipality", 9}, {MapTheme::Boundary, "county", 9}, {MapTheme::Boundary, "country", 9},
    {MapTheme::Boundary, "nature_reserve", 12},
};

constexpr int lowestRank(double below) { return below > 9.0 ? 3 : 2; }

bool isArea(const OGRGeometry& shape)
{
    const OGRwkbGeometryType type = wkbFlatten(shape.getGeometryType());
    return type == wkbPolygon || type == wkbMultiPolygon;
}

} // namespace

std::span<const MapLevel> mapLevels() { return levels; }

bool hasLevel(MapTheme theme, const MapLevel&)
{
    return theme != MapTheme::Building && theme != MapTheme::Barrier && theme != MapTheme::Address;
}

bool belongsTo(const MapLevel& level, const MapRow& row)
{
    if (row.theme == MapTheme::Place)
        return row.rank > 0 && row.rank <= lowestRank(level.belowZoom) && row.featureClass != "stop";
    if (row.area > 0.0 && row.span < level.leastSpan)
        return false;
    return std::any_of(std::begin(kept), std::end(kept), [&](const Kept& one) {
        return one.theme == row.theme && one.below <= level.belowZoom && one.featureClass == row.featureClass;
    });
}

std::unique_ptr<OGRGeometry> coarser(std::unique_ptr<OGRGeometry> shape, double tolerance)
{
    if (!shape || wkbFlatten(shape->getGeometryType()) == wkbPoint)
        return shape;
    std::unique_ptr<OGRGeometry> simple(isArea(*shape) ? shape->SimplifyPreserveTopology(tolerance) : shape->Simplify(tolerance));
    if (!simple) // a shape that crosses itself cannot always be simplified; it is drawn as it is
        return shape;
    if (simple->IsEmpty())
        return nullptr;
    return simple;
}

} // namespace hk::exchange
