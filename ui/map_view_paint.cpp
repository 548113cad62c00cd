#include "geo/mercator.h"
#include "map/ground_painter.h"
#include "map/label_layout.h"
#include "map/style.h"
#include "text/sentences.h"
#include "ui/map_view_impl.h"

#include <QPainter>
#include <cmath>

namespace hk::ui {

namespace {

// The finer tiles are shown smaller down to this many levels above: sharper than enlarging the coarser ones.
constexpr double tileLevelShare = 0.3;

} // namespace

std::vector<geo::TileId> MapView::Impl::wantedTiles(const map::MapViewport& view) const
{
    if (!scene.ground || !scene.style || view.target.isEmpty())
        return {};
    const QRectF plane = view.planeRect();
    return geo::tilesIn({plane.left(), plane.top(), plane.right(), plane.bottom()},
                        static_cast<int>(std::ceil(camera.zoom - tileLevelShare)));
}

QColor MapView::Impl::groundColour() const
{
    return scene.style ? map::groundColour(scene.ground.get(), scene.style.get()) : self->palette().color(QPalette::Base);
}

void MapView::Impl::paintGround(QPainter& painter, const map::MapViewport& view)
{
    const bool moves = motion.isMoving() || doing == Hand::Panning;
    const auto pieces = tiles.pieces(wantedTiles(view));
    // Smoothing is not seen while the scale changes from frame to frame, and nothing can be kept.
    if (motion.isZooming())
        ground.paint(painter, view, self->devicePixelRatioF(), groundColour(), pieces, moves, false,
                     [&](QImage& picture) { heatmap.layOnto(picture, view); });
    else
        ground.paint(painter, view, self->devicePixelRatioF(), groundColour(), pieces, moves, true);
}

void MapView::Impl::paintOverHeatmap(QPainter& painter, const map::MapViewport& view)
{
    MapLayerPicture::Look look;
    look.camera = camera;
    look.devicePixelRatio = self->devicePixelRatioF();
    look.style = scene.style;
    look.labels = painted.labels;
    look.hotspots = painted.hotspots;
    look.incidents = painted.incidents;
    if (painted.incidents)
        look.markers = painted.incidents->nearestMarkers(view.plane, view.zoom());
    look.study = painted.study;
    look.selectedRows = painted.selectedRows;
    look.filterArea = painted.filterArea;
    look.places = painted.places;
    overHeatmap.paint(painter, look, !motion.isMoving() && doing != Hand::Panning, [&](QPainter& to) {
        map::paintScene(to, painted, view,
                        {.parts = map::StudyPart | map::LabelPart | map::HotspotPart | map::IncidentPart,
                         .gatherNow = false,
                         .allOutlines = !outlinesInPicture});
    });
}

void MapView::Impl::paintSketches(QPainter& painter, const map::MapViewport& view)
{
    if (draft && mode != Mode::DrawArea) {
        QPolygonF outline;
        for (const Sweref99& corner : draftOutline)
            outline.append(self->toWindow(corner));
        paintPlaceExtent(painter, outline, self->toWindow(*draft), draftRadius / view.groundMetresPerUnit());
        paintPin(painter, self->toWindow(*draft));
    }
    if (mode == Mode::DrawArea) {
        std::vector<QPointF> corners;
        for (const Sweref99& corner : sketch.corners())
            corners.push_back(self->toWindow(corner));
        paintAreaSketch(painter, corners, cursor ? &*cursor : nullptr);
    }
    if (doing == Hand::Boxing)
        paintZoomBox(painter, QRectF(pressedAt, lastAt).normalized());
}

MapFurniture MapView::Impl::furniture() const
{
    MapFurniture furniture;
    furniture.font = self->font();
    furniture.dark = scene.style && scene.style->isDark();
    furniture.ground = groundColour();
    if (scene.ground)
        furniture.attribution =
            text::attribution(map::attributionOf(*scene.ground, map::Plane::WebMercator, camera.viewport().planeRect()));
    furniture.metresPerPixel = camera.viewport().groundMetresPerUnit();
    if (cursor) {
        const Sweref99 position = self->toSweref(*cursor);
        const LonLat geographic = geo::toLonLat(planeAt(*cursor));
        furniture.coordinates =
            coordinatesText(position.northing, position.easting, geographic.lat, geographic.lon);
    }
    if (painted.heatmap) {
        furniture.scale = painted.heatmap->scale;
        furniture.scaleTitle = painted.heatmap->title;
    }
    furniture.study = painted.study;
    furniture.title = title;
    furniture.layers = legend;
    furniture.layersFolded = legendFolded;
    if (overlay.isEmpty() || overlay.beside) // they are of the heatmap
        furniture.remarks = remarks;
    if (mode == Mode::PickPlace)
        furniture.hint = MapView::tr("Click the place on the map. Esc cancels.");
    else if (mode == Mode::DrawArea)
        furniture.hint = sketch.canClose() ? MapView::tr("Double click or Enter closes the area. Backspace "
                                                         "takes the last corner away, Esc cancels.")
                                           : MapView::tr("Click the corners of the area. Esc cancels.");
    else if (!silentSources.isEmpty())
        furniture.hint = MapView::tr("The background %1 does not answer. The map shows what has been saved of it.")
                             .arg(silentSources.join(QStringLiteral(", ")));
    else if (!unreadSources.isEmpty())
        furniture.hint = MapView::tr("%1 cannot be read: the file has been moved, or it is damaged. Put it back or choose it anew.")
                             .arg(unreadSources.join(QStringLiteral(", ")));
    return furniture;
}

void MapView::Impl::paint(QPainter& painter)
{
    sincePainting.start();
    later.stop();
    const map::MapViewport view = camera.viewport();
    const double ratio = self->devicePixelRatioF();
    const bool zooming = motion.isZooming();
    if (!scene.ground || !scene.style) {
        painter.fillRect(self->rect(), groundColour());
    } else {
        if (tilesRatio != ratio) {
            tilesRatio = ratio;
            tiles.setSource(scene.ground, scene.style, ratio);
        }
        paintGround(painter, view);
        shownLabels = painted.labels = labels.layout(scene.ground, scene.style, view, ratio, zooming);
    }
    heatmap.want(view, ratio, motion.isMoving() || doing == Hand::Panning);
    if (!scene.ground || !scene.style || !zooming) // else it lies in the ground's picture
        heatmap.paint(painter, view);
    const bool gathered = markers.isCurrent(view);
    // Symbols take all there is of the machine: the density comes first.
    markers.want(view, {ratio, scene.style && scene.style->isDark()},
                 heatmap.isCurrent(view, ratio) || motion.isMoving() || doing == Hand::Panning);
    painted.incidents = markers.shown();
    painted.selectedRows = markers.isOfSameTable() ? scene.selectedRows : std::vector<std::uint32_t>{};
    if (gathered != markers.isCurrent(view))
        markersKnown = false;
    paintOverHeatmap(painter, view);
    paintSketches(painter, view);
    const MapFurniture words = furniture();
    furnitureShown = layoutFurniture(words, self->size());
    paintFurniture(painter, words, furnitureShown);
    if (focusShown) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(self->palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(self->rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace hk::ui
