#pragma once

#include "core/result.h"
#include "map/scene.h"

#include <QImage>
#include <QSize>
#include <stop_token>

class QPainter;

namespace hk::map {

/// Which parts of a scene to paint; the window paints the basemap from tiles and the rest on top of them. The filter
/// area's outline belongs to HotspotPart.
enum ScenePart {
    BasemapPart = 1,
    LabelPart = 2,
    HeatmapPart = 4,
    HotspotPart = 8,
    IncidentPart = 16,
    StudyPart = 32,
    AllParts = 63
};

struct RenderOptions {
    int parts = AllParts;
    bool clusters = true;          ///< gather symbols that would overlap
    /// False: symbols not gathered yet at this zoom are drawn as they were at the nearest one, or not at all, instead of
    /// being gathered now (a tenth of a second with very many).
    bool gatherNow = true;
    /// False: only the selected hotspot has its outline drawn; a heatmap's picture holds the others (HeatmapLayer::outlines).
    bool allOutlines = true;
    bool searchableLabels = false; ///< add each curved label once more as transparent straight text, for search in a PDF
};

/// Paints the scene with QPainter: vectors stay vectors and text stays text on a vector device. Thread-safe for separate
/// painters; no QPixmap. The parts come in the order basemap, heatmap, outlines of hotspots, study, labels,
/// incidents, the study's own words, and last the hotspots' badges, which tie the map to the list. Labels are those of
/// scene.labels, or are placed here (some milliseconds) where that is null. Error: a source of the ground that failed; all the
/// rest is painted.
Result<void> paintScene(QPainter& painter, const MapScene& scene, const MapViewport& viewport, const RenderOptions& options = {});

/// Draws beforehand what a screen shows of the incidents in a view, so that painting them is copying pictures: some hundredths
/// of a millisecond for each symbol or cluster. Gathers them where they are not gathered, and only then shows them to others
/// (IncidentLayer::hasMarkers). Thread-safe.
void prepareMarkers(const IncidentLayer& incidents, const MapViewport& viewport, double devicePixelRatio, bool dark);

/// What is drawn at a place: a single incident, a cluster, or the tag of one area or of several near each other.
struct MarkerGroup {
    QPointF device;
    std::vector<std::uint32_t> rows; ///< table rows; one: a single symbol
    double reach = 0;                ///< device units from the middle to its rim: for hit tests
    bool area = false;               ///< the tag of one area alone; the area itself is not part of the hit test
};
/// The symbols and clusters of a viewport as paintScene draws them, for hit tests and cards.
std::vector<MarkerGroup> markerGroups(const IncidentLayer& incidents, const MapViewport& viewport, bool clusters);

/// Where paintScene draws the badges of hotspots, device units: for hit tests.
struct HotspotBadge {
    int rank = 0;
    QPointF device;
};
std::vector<HotspotBadge> hotspotBadges(const HotspotLayer& hotspots, const MapViewport& viewport);

/// The heatmap of the viewport as an image of `size` pixels (premultiplied ARGB), each pixel the class of the density at
/// its own place in SWEREF 99 TM.
/// The layer's own outlines are drawn over it. `used`: an image whose memory is taken where it is of that size and nobody
/// else's. After a stop the rest of the picture is left undone (within a millisecond or two).
QImage heatmapImage(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size, QImage used = {},
                    const std::stop_token& stop = {});
/// The same in some tenths of the time, for pictures made while a hand moves: the density runs straight between every
/// fourth pixel, which moves the border of a class by well under a pixel where the cells are that wide. Where they are
/// finer, for a layer with detail and for a signed scale it is heatmapImage.
QImage heatmapPreview(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size, QImage used = {},
                      const std::stop_token& stop = {});

/// Colour of a category group; the eight are told apart with the common colour-vision deficiencies, and by shape.
QColor groupColour(CategoryGroup group);

/// Draws the symbol of a category group (legend, table, form) centred at `centre` with the diameter in device units.
void paintSymbol(QPainter& painter, const QPointF& centre, double diameter, const IncidentLayer::CategorySymbol& symbol,
                 bool selected, bool dark = false);

} // namespace hk::map
