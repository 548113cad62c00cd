#pragma once

#include "geo/transform.h"
#include "map/label_cache.h"
#include "map/scene_renderer.h"
#include "map/tile_cache.h"
#include "ui/map_view.h"
#include "ui/map_view_camera.h"
#include "ui/map_view_card.h"
#include "ui/map_view_furniture.h"
#include "ui/map_view_ground.h"
#include "ui/map_view_heatmap.h"
#include "ui/map_view_layer.h"
#include "ui/map_view_markers.h"
#include "ui/map_view_motion.h"
#include "ui/map_view_sketch.h"

#include <QElapsedTimer>
#include <QTimer>

class QMouseEvent;

namespace hk::ui {

/// The state of a MapView, and what it does with it; MapView itself turns events into calls of these.
struct MapView::Impl {
    explicit Impl(MapView* view);

    // Movement
    void move();      ///< starts what m_motion holds, or ends it at once without animation
    void viewMoved(); ///< the camera looks elsewhere
    void glide();     ///< one frame of the movement
    void refresh();   ///< something is ready to be seen: in the next frame, with whatever else is ready by then
    WebMercator planeAt(const QPointF& window) const;
    void fly(const QRectF& plane, double margin);

    // Hand
    void press(const QMouseEvent& event);
    void drag(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QPointF& place);
    void click(const QPointF& place, Qt::KeyboardModifiers modifiers);
    void clickMarker(const map::MarkerGroup& group, bool extend);
    void hover(const QPointF& place);
    void leaveHover();
    void showCard(const map::MarkerGroup& group, bool pinned);
    void setCursorPlace(const std::optional<QPointF>& place);
    void showCursor();
    void findMarkers(); ///< what can be hit in the view, where it is not known
    const map::MarkerGroup* markerAt(const QPointF& place);
    int hotspotAt(const QPointF& place);

    // Modes
    void closeArea();
    bool leave(); ///< what Esc does; false: nothing to leave

    // Picture
    void apply(); ///< scene and overlay to what is painted
    void paint(QPainter& painter);
    void paintGround(QPainter& painter, const map::MapViewport& view);
    void paintOverHeatmap(QPainter& painter, const map::MapViewport& view);
    void paintSketches(QPainter& painter, const map::MapViewport& view);
    MapFurniture furniture() const;
    QColor groundColour() const; ///< under all tiles
    std::vector<geo::TileId> wantedTiles(const map::MapViewport& view) const;
    void describe();

    MapView* self;
    map::MapScene scene;
    map::StudyOverlay overlay;
    map::MapScene painted; ///< the scene with the overlay and the labels of the window
    QString title;
    QStringList silentSources; ///< titles of backgrounds that do not answer
    QStringList unreadSources; ///< titles of files that cannot be read
    MapCamera camera;
    MapMotion motion;
    HandSpeed hand;
    QTimer frames;
    QTimer later; ///< a refresh that waits for the next frame
    QElapsedTimer sincePainting;
    QElapsedTimer sinceFrame;
    bool animated = true;

    map::TileCache tiles;
    map::LabelCache labels;
    MapHeatmap heatmap;
    bool outlinesInPicture = false; ///< those of hotspots are drawn with the heatmap
    MapMarkers markers;
    MapLayerPicture overHeatmap;
    MapGroundPicture ground;
    double tilesRatio = 0.0; ///< device pixel ratio of the tiles
    std::shared_ptr<const map::LabelLayout> shownLabels;

    Mode mode = Mode::Browse;
    AreaSketch sketch;
    std::optional<Sweref99> draft;
    double draftRadius = 0.0;
    SwerefRing draftOutline;
    CardText cardText;
    QStringList remarks;
    std::vector<map::LegendLine> legend;
    bool legendFolded = false;
    MapFurnitureLayout furnitureShown;
    MapCard* card = nullptr; ///< made once the view can take events
    QTimer cardDelay;

    enum class Hand { Idle, Pressed, Panning, Boxing };
    Hand doing = Hand::Idle;
    QPointF pressedAt;
    QPointF lastAt;
    Qt::KeyboardModifiers pressedWith;
    bool clickedCluster = false; ///< the click before zoomed into a cluster
    std::optional<QPointF> cursor;
    std::vector<map::MarkerGroup> groups;
    std::vector<map::HotspotBadge> badges;
    bool markersKnown = false;
    std::optional<map::MarkerGroup> hovered;
    bool overHotspot = false;
    bool focusShown = false;
    geo::Sweref99Transform transform;
};

} // namespace hk::ui
