#pragma once

#include "analysis/hotspot.h"
#include "analysis/kde.h"
#include "core/category.h"
#include "core/coordinates.h"
#include "map/colour_scale.h"
#include "map/ground.h"
#include "map/study_layer.h"
#include "map/viewport.h"

#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace hk::map {

class FilterPlaces;
class LabelLayout;
class MapStyle;
class StudyDrawing;
struct MarkerSet;

/// Incidents to draw: the columns, the chosen rows, and how a category looks. Positions are projected once per plane and
/// kept (thread-safe), so that a frame only scales them.
class IncidentLayer {
public:
    struct CategorySymbol {
        CategoryGroup group = CategoryGroup::Place;
        QString letter;     ///< first letter of the code
        bool planned = false;
    };
    IncidentLayer(std::shared_ptr<const analysis::IncidentTable> table, std::vector<std::uint32_t> rows,
                  std::vector<CategorySymbol> symbols, std::map<std::uint32_t, SwerefRing> areas);
    const analysis::IncidentTable& table() const { return *m_table; }
    const std::vector<std::uint32_t>& rows() const { return m_rows; }
    const CategorySymbol& symbolOf(std::uint32_t row) const;
    const std::map<std::uint32_t, SwerefRing>& areas() const { return m_areas; } ///< by row
    /// Plane positions, one per entry of rows(); within 0.02 m of the exact transform.
    const std::vector<QPointF>& points(Plane plane) const;
    /// What is gathered to clusters at a zoom (see marker_set.h); kept for the zooms used last. Thread-safe. What is gathered
    /// anew is handed to `beforeKept` before anybody else sees it.
    std::shared_ptr<const MarkerSet> markers(Plane plane, double zoom,
                                             const std::function<void(const MarkerSet&)>& beforeKept = {}) const;
    /// Whether markers() would answer without gathering. Thread-safe; does not wait for another thread that gathers.
    bool hasMarkers(Plane plane, double zoom) const;
    /// Those of the zoom, or else of the nearest one kept; null: none kept. Gathers nothing. Thread-safe.
    std::shared_ptr<const MarkerSet> nearestMarkers(Plane plane, double zoom) const;

private:
    std::shared_ptr<const analysis::IncidentTable> m_table;
    std::vector<std::uint32_t> m_rows;
    std::vector<CategorySymbol> m_symbols;
    std::map<std::uint32_t, SwerefRing> m_areas;
    struct Projected;
    std::shared_ptr<Projected> m_projected;
};

struct HotspotLayer {
    /// Polygons in SWEREF 99 TM; of rank 0: an outline without a badge (a preview has no ranks).
    std::shared_ptr<const std::vector<analysis::Hotspot>> hotspots;
    int selectedRank = 0;                                           ///< 0: none
};

struct HeatmapLayer {
    std::shared_ptr<const analysis::Grid> density; ///< incidents per km², SWEREF 99 TM
    ColourScale scale;
    double opacity = 1.0; ///< on top of the scale's own
    /// The same density at finer cells for a part of the map; drawn there instead. Null: none.
    std::shared_ptr<const analysis::Grid> detail = nullptr;
    /// Drawn into its picture, without badges: a preview's, so that they cost nothing when it is painted. Null: none.
    std::shared_ptr<const HotspotLayer> outlines = nullptr;
    QString title = {}; ///< heading of the legend with the unit; empty: the density of incidents per km²
    QString note = {};  ///< a line under the legend on paper; empty: what is said of the density
};

/// What is drawn, the same for screen and paper. A value: copies share the layers, workers get a const snapshot.
struct MapScene {
    std::shared_ptr<const Ground> ground = nullptr;  ///< what lies under the data; null: nothing
    std::shared_ptr<const MapStyle> style = nullptr; ///< the window's look, for sheets without a style of their own
    std::shared_ptr<const IncidentLayer> incidents = nullptr; ///< null: not shown
    std::shared_ptr<const HeatmapLayer> heatmap = nullptr;    ///< null: not shown
    std::shared_ptr<const HotspotLayer> hotspots = nullptr;   ///< null: not shown
    std::shared_ptr<const StudyLayer> study = nullptr;        ///< null: not shown
    std::vector<std::uint32_t> selectedRows = {};        ///< drawn with a halo
    SwerefRing filterArea = {};                          ///< outline of the chosen area, empty: none
    std::shared_ptr<const FilterPlaces> places = nullptr; ///< chosen areas of a file and what is near places; null: none
    /// Labels placed beforehand (label_cache.h makes them on a worker); null: paintScene places them itself.
    std::shared_ptr<const LabelLayout> labels = nullptr;
    /// The study projected beforehand for the plane of the device; null or of another layer: paintScene does it.
    std::shared_ptr<const StudyDrawing> studyDrawing = nullptr;
};

/// What a method puts on the map in place of the heatmap and the hotspots. A value; both null: nothing.
struct StudyOverlay {
    std::shared_ptr<const StudyLayer> layer = nullptr;
    std::shared_ptr<const HeatmapLayer> grid = nullptr;
    bool incidents = true; ///< false: their symbols are hidden
    bool beside = false;   ///< true: heatmap and hotspots stay, as under an area that is only drawn so far
    bool isEmpty() const { return !layer && !grid; }
    friend bool operator==(const StudyOverlay&, const StudyOverlay&) = default;
};
/// The scene with the overlay in place of its heatmap and hotspots; as it was where there is none.
MapScene withOverlay(MapScene scene, const StudyOverlay& overlay);

} // namespace hk::map
