#pragma once

#include "analysis/hotspot.h"
#include "analysis/kde.h"
#include "map/colour_scale.h"
#include "map/filter_places.h"
#include "map/place_search.h"
#include "map/scene.h"
#include "workspace/snapshot.h"

#include <stop_token>

namespace hk::workspace {

/// Mölndals bro, the hub (lon 12.0187, lat 57.6556), in SWEREF 99 TM.
Sweref99 hub();
LonLat hubLonLat();

/// How the heatmap and the hotspots are worked out and shown: a value, saved with the window and printed on paper.
struct MapSettings {
    double cell = 25.0;        ///< metres
    double bandwidth = 150.0;  ///< metres
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    double quantile = 0.9;
    double hotspotsWithin = 1000.0; ///< metres around the hub; 0: everywhere
    analysis::HotspotRank hotspotRank = analysis::HotspotRank::Incidents;
    bool edgeCorrection = false; ///< of the density, at the border of the filter's area; nothing without an area
    bool showHeatmap = true;
    bool showHotspots = true;
    bool showIncidents = true;
    map::ColourScale lockedScale; ///< empty: fitted to the densities
    friend bool operator==(const MapSettings&, const MapSettings&) = default;
};

/// A fault of the engine as an error with the settings' own numbers.
Error errorOf(const analysis::Failure& failure, const MapSettings& settings);

/// How the hotspots of these settings are found and ranked.
analysis::HotspotOptions hotspotOptions(const MapSettings& settings);

/// How the density of these settings is summed over what the filter selects.
analysis::KdeOptions densityOptions(const MapSettings& settings, const IncidentFilter& filter, std::stop_token stop = {});

/// Points further than this from the hub stand in no heatmap, so that one stray point makes no giant grid; they are
/// counted in leftOutFar.
inline constexpr double studyRadius = 20'000.0;

/// Everything the map, the list and the paper say of a selection: computed once, exactly, and used by all of them.
struct MapAnalysis {
    SnapshotPtr snapshot;
    IncidentFilter filter;
    MapSettings settings;
    RowSelection selection;
    std::size_t leftOutImprecise = 0; ///< "utan exakt plats": area, or radius above the bandwidth
    std::size_t leftOutFar = 0;
    std::size_t inHeatmap = 0;
    std::shared_ptr<const std::vector<analysis::Point>> points; ///< of the inHeatmap incidents
    std::shared_ptr<const analysis::Grid> density; ///< null where nothing can be mapped
    map::ColourScale scale;
    std::shared_ptr<const std::vector<analysis::Hotspot>> hotspots;
    std::shared_ptr<const map::FilterPlaces> places; ///< of the filter, to be outlined; null: it chooses none
    QStringList hotspotNames; ///< by hotspot: nearest named place, made unique ("Brogatan", "Brogatan 2")
};
using MapAnalysisPtr = std::shared_ptr<const MapAnalysis>;

/// Selection → density → contours → ranked hotspots with names. Thread-safe; errors: Cancelled, BandwidthTooSmall,
/// GridTooLarge, ValueOutOfRange. `known`: the outlines of an analysis before, used again where the filter chooses the same places.
Result<MapAnalysisPtr> analyse(SnapshotPtr snapshot, const IncidentFilter& filter, const MapSettings& settings,
                               const map::PlaceSearch& places, std::stop_token stop = {},
                               std::shared_ptr<const map::FilterPlaces> known = nullptr);

/// The heatmap of an analysis; null where nothing can be mapped. `detail`: its density at finer cells, where it is known.
std::shared_ptr<const map::HeatmapLayer> exactHeatmap(const MapAnalysis& analysis, bool dark,
                                                      std::shared_ptr<const analysis::Grid> detail = nullptr);

/// The scene of an analysis: the same for screen and paper.
map::MapScene sceneOf(const MapAnalysis& analysis, std::shared_ptr<const map::Ground> ground,
                      std::shared_ptr<const map::MapStyle> style);

} // namespace hk::workspace
