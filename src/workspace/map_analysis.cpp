#include "workspace/map_analysis.h"

#include "analysis/stoppable.h"
#include "exchange/analysis_error.h"
#include "geo/transform.h"
#include "map/style.h"
#include "workspace/heatmap_input.h"

#include <algorithm>

namespace hk::workspace {
namespace {

QStringList uniqueNames(const std::vector<analysis::Hotspot>& hotspots, const map::PlaceSearch& places)
{
    QStringList names;
    QHash<QString, int> seen;
    for (const analysis::Hotspot& hotspot : hotspots) {
        const QString name = places.nameAt({hotspot.centre.x, hotspot.centre.y});
        const int count = name.isEmpty() ? 1 : ++seen[name];
        names.append(count > 1 ? QStringLiteral("%1 (%2)").arg(name).arg(count) : name);
    }
    return names;
}

} // namespace

Error errorOf(const analysis::Failure& failure, const MapSettings& settings)
{
    return exchange::errorOf(failure, settings.cell, settings.bandwidth);
}

LonLat hubLonLat() { return {12.0187, 57.6556}; }

Sweref99 hub()
{
    static const Sweref99 place = geo::Sweref99Transform().toSweref(hubLonLat());
    return place;
}

analysis::HotspotOptions hotspotOptions(const MapSettings& settings)
{
    analysis::HotspotOptions options;
    options.quantile = settings.quantile;
    options.rank = settings.hotspotRank;
    if (settings.hotspotsWithin > 0.0) {
        const Sweref99 centre = hub();
        options.centre = analysis::Point{centre.easting, centre.northing};
        options.within = settings.hotspotsWithin;
    }
    return options;
}

analysis::KdeOptions densityOptions(const MapSettings& settings, const IncidentFilter& filter, std::stop_token stop)
{
    analysis::KdeOptions options;
    options.kernel = settings.kernel;
    options.bandwidth = settings.bandwidth;
    options.stop = std::move(stop);
    if (settings.edgeCorrection && filter.area.size() >= 3) {
        analysis::Polygon area;
        for (const Sweref99& vertex : filter.area)
            area.outer.push_back({vertex.easting, vertex.northing});
        if (analysis::signedArea(area.outer) < 0.0)
            std::reverse(area.outer.begin(), area.outer.end());
        // What is inside an outline that crosses itself is anybody's guess: nothing is corrected, and it is not said.
        if (analysis::isSimple(area.outer)) {
            options.studyArea.push_back(std::move(area));
            options.edgeCorrection = true;
        }
    }
    return options;
}

Result<MapAnalysisPtr> analyse(SnapshotPtr snapshot, const IncidentFilter& filter, const MapSettings& settings,
                               const map::PlaceSearch& places, std::stop_token stop,
                               std::shared_ptr<const map::FilterPlaces> known)
{
    auto result = std::make_shared<MapAnalysis>();
    result->snapshot = snapshot;
    result->filter = filter;
    result->settings = settings;
    result->selection = selectRows(*snapshot, filter);
    result->places = known && known->isOf(filter.zones, filter.near) ? std::move(known)
                                                                     : map::FilterPlaces::of(filter.zones, filter.near);

    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    HeatmapInput input = heatmapInput(*snapshot->table, result->selection.rows, settings.bandwidth);
    result->leftOutImprecise = input.leftOutImprecise;
    result->leftOutFar = input.leftOutFar;
    result->inHeatmap = input.rows.size();
    result->hotspots = std::make_shared<const std::vector<analysis::Hotspot>>();
    result->points = std::make_shared<const std::vector<analysis::Point>>(std::move(input.points));

    const std::vector<analysis::Point>& points = *result->points;
    if (points.empty()) {
        if (settings.bandwidth < settings.cell)
            return tl::unexpected(errorOf({analysis::Fault::BandwidthBelowCell}, settings));
        return MapAnalysisPtr(std::move(result));
    }
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    const analysis::Outcome<analysis::GridSpec> spec = analysis::gridAround(points, settings.cell, settings.bandwidth);
    if (!spec)
        return tl::unexpected(errorOf(spec.error(), settings));
    analysis::Outcome<analysis::Grid> density
        = analysis::kernelDensity(points, {}, *spec, densityOptions(settings, filter, stop));
    if (!density)
        return tl::unexpected(errorOf(density.error(), settings));
    const auto grid = std::make_shared<const analysis::Grid>(std::move(*density));
    result->density = grid;
    result->scale = settings.lockedScale.isEmpty() ? map::ColourScale::forMaximum(grid->maximum())
                                                   : settings.lockedScale;
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    analysis::Outcome<std::vector<analysis::Hotspot>> hotspots
        = analysis::hotspots(*snapshot->table, input.rows, *grid, hotspotOptions(settings), stop);
    if (!hotspots)
        return tl::unexpected(errorOf(hotspots.error(), settings));
    const auto found = std::make_shared<const std::vector<analysis::Hotspot>>(std::move(*hotspots));
    result->hotspots = found;
    result->hotspotNames = uniqueNames(*found, places);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return MapAnalysisPtr(std::move(result));
}

std::shared_ptr<const map::HeatmapLayer> exactHeatmap(const MapAnalysis& analysis, bool dark,
                                                      std::shared_ptr<const analysis::Grid> detail)
{
    if (!analysis.density)
        return nullptr;
    auto layer = std::make_shared<map::HeatmapLayer>();
    layer->density = analysis.density;
    layer->scale = dark ? analysis.scale.onDark() : analysis.scale;
    layer->detail = std::move(detail);
    return layer;
}

map::MapScene sceneOf(const MapAnalysis& analysis, std::shared_ptr<const map::Ground> ground,
                      std::shared_ptr<const map::MapStyle> style)
{
    map::MapScene scene;
    scene.ground = std::move(ground);
    scene.style = std::move(style);
    scene.filterArea = analysis.filter.area;
    if (analysis.places && analysis.places->isOf(analysis.filter.zones, analysis.filter.near))
        scene.places = analysis.places;
    if (analysis.settings.showIncidents) {
        std::vector<map::IncidentLayer::CategorySymbol> symbols;
        for (const Category& category : analysis.snapshot->categories.all())
            symbols.push_back({category.group, category.code.left(1), category.planned});
        symbols.push_back({CategoryGroup::Place, QStringLiteral("?"), false});
        scene.incidents = std::make_shared<const map::IncidentLayer>(
            analysis.snapshot->table, analysis.selection.rows, std::move(symbols), analysis.snapshot->areas);
    }
    if (analysis.settings.showHeatmap)
        scene.heatmap = exactHeatmap(analysis, scene.style && scene.style->isDark());
    if (analysis.settings.showHotspots && analysis.hotspots && !analysis.hotspots->empty())
        scene.hotspots = std::make_shared<const map::HotspotLayer>(map::HotspotLayer{analysis.hotspots, 0});
    return scene;
}

} // namespace hk::workspace
