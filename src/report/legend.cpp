#include "report/legend.h"

#include "map/scene_renderer.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <array>

namespace hk::report {

namespace {

using CategorySymbol = map::IncidentLayer::CategorySymbol;

// Paper is read from nearer than a screen: symbols and names of the map are this much smaller than 1/96 inch
// per pixel.
constexpr double paperFactor = 0.8;
constexpr std::size_t mostSymbols = 4;

bool inFrame(const analysis::IncidentTable& table, std::uint32_t row, const QRectF& frame)
{
    const double east = table.easting[row];
    const double north = table.northing[row];
    return east >= frame.left() && east <= frame.right() && north >= frame.top() && north <= frame.bottom();
}

/// Whether anything of an incident known only to an area is seen in the frame.
bool areaInFrame(const analysis::IncidentTable& table, std::uint32_t row, const QRectF& frame)
{
    const double radius = table.radius[row];
    return inFrame(table, row, frame.adjusted(-radius, -radius, radius, radius));
}

bool same(const CategorySymbol& a, const CategorySymbol& b)
{
    return a.letter == b.letter && a.planned == b.planned;
}

bool hasClusters(const MapPage& page, const QRectF& frame)
{
    const map::MapViewport viewport = viewportOf(page, frame, 1.0);
    for (const map::MarkerGroup& group : map::markerGroups(*page.scene.incidents, viewport, true))
        if (group.rows.size() > 1 && viewport.target.contains(group.device))
            return true;
    return false;
}

void addIncidents(const MapPage& page, const QRectF& frame, std::vector<LegendItem>& items)
{
    const map::IncidentLayer& layer = *page.scene.incidents;
    const analysis::IncidentTable& table = layer.table();
    const QRectF ground = groundOf(page, frame);
    std::array<std::vector<CategorySymbol>, categoryGroupCount> groups;
    bool areas = false;
    for (const std::uint32_t row : layer.rows()) {
        const bool area = (table.flags[row] & analysis::flagArea) != 0;
        if (area ? !areaInFrame(table, row, ground) : !inFrame(table, row, ground))
            continue;
        areas = areas || area;
        const CategorySymbol& symbol = layer.symbolOf(row);
        auto& found = groups[static_cast<std::size_t>(symbol.group)];
        if (std::none_of(found.begin(), found.end(),
                         [&](const CategorySymbol& s) { return same(s, symbol); }))
            found.push_back(symbol);
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].empty())
            continue;
        std::sort(groups[i].begin(), groups[i].end(), [](const CategorySymbol& a, const CategorySymbol& b) {
            return std::pair(a.planned, a.letter) < std::pair(b.planned, b.letter);
        });
        groups[i].resize(std::min(groups[i].size(), mostSymbols));
        items.push_back({LegendItem::Kind::Group, groups[i], text::nameOf(static_cast<CategoryGroup>(i))});
    }
    if (hasClusters(page, frame))
        items.push_back({LegendItem::Kind::Cluster, {}, Tr::tr("Several incidents")});
    if (areas)
        items.push_back({LegendItem::Kind::Area, {}, Tr::tr("Known only to an area")});
}

} // namespace

std::vector<LegendItem> legendItems(const MapPage& page, const QRectF& frame)
{
    std::vector<LegendItem> items;
    if (page.scene.incidents)
        addIncidents(page, frame, items);
    if (page.scene.hotspots && page.scene.hotspots->hotspots && !page.scene.hotspots->hotspots->empty())
        items.push_back({LegendItem::Kind::Hotspot, {}, Tr::tr("Hotspot with its rank")});
    return items;
}

qint64 incidentsOutside(const MapPage& page, const QRectF& ground)
{
    if (!page.scene.incidents)
        return 0;
    const analysis::IncidentTable& table = page.scene.incidents->table();
    const auto& rows = page.scene.incidents->rows();
    return std::count_if(rows.begin(), rows.end(),
                         [&](std::uint32_t row) { return !inFrame(table, row, ground); });
}

std::vector<bool> ranksOnMap(const MapPage& page, const QRectF& frame)
{
    if (!page.scene.hotspots)
        return std::vector<bool>(page.hotspots.size(), true);
    const std::vector<map::HotspotBadge> badges =
        map::hotspotBadges(*page.scene.hotspots, viewportOf(page, frame, 1.0));
    std::vector<bool> seen;
    for (const workspace::HotspotRow& row : page.hotspots)
        seen.push_back(std::any_of(badges.begin(), badges.end(), [&](const map::HotspotBadge& badge) {
            return badge.rank == row.rank && frame.contains(badge.device);
        }));
    return seen;
}

QRectF groundOf(const MapPage& page, const QRectF& frame)
{
    const QSizeF size = frame.size() * page.scale / 1000.0;
    return {QPointF(page.centre.easting - size.width() / 2, page.centre.northing - size.height() / 2), size};
}

map::MapViewport viewportOf(const MapPage& page, const QRectF& frame, double unitsPerMillimetre)
{
    map::MapViewport viewport;
    viewport.plane = map::Plane::Sweref99Tm;
    viewport.centre = {page.centre.easting, page.centre.northing};
    viewport.unitsPerMetre = unitsPerMillimetre * 1000.0 / page.scale;
    viewport.target = QRectF(frame.topLeft() * unitsPerMillimetre, frame.size() * unitsPerMillimetre);
    viewport.stylePixel = stylePixel() * unitsPerMillimetre;
    return viewport;
}

double stylePixel()
{
    return 25.4 / 96.0 * paperFactor;
}

} // namespace hk::report
