#include "map/scene_renderer.h"

#include "map/filter_places.h"
#include "map/ground_painter.h"
#include "map/label_layout.h"
#include "map/overlay_painter.h"
#include "map/study_painter.h"
#include "map/style.h"

#include <QPainter>

namespace hk::map {

namespace {

void paintLabels(QPainter& painter, const MapScene& scene, const MapViewport& viewport, bool searchable)
{
    const bool raster = isRasterDevice(painter);
    std::shared_ptr<const LabelLayout> labels = scene.labels;
    if (!labels)
        // On paper no label is cut at the frame; on the screen the view ends in the middle of the map.
        labels = LabelLayout::make(scene.ground, scene.style, viewport, raster ? QRectF() : viewport.planeRect());
    labels->paint(painter, viewport, searchable);
}

std::shared_ptr<const StudyDrawing> studyDrawing(const MapScene& scene, Plane plane)
{
    if (!scene.study)
        return nullptr;
    const auto& made = scene.studyDrawing;
    if (made && made->layer() == scene.study && made->plane() == plane)
        return made;
    return std::make_shared<const StudyDrawing>(scene.study, plane);
}

} // namespace

Result<void> paintScene(QPainter& painter, const MapScene& scene, const MapViewport& viewport, const RenderOptions& options)
{
    painter.save();
    painter.setClipRect(viewport.target, Qt::IntersectClip);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const bool map = scene.ground && scene.style;
    Result<void> painted;
    if ((options.parts & BasemapPart) != 0 && map)
        painted = paintGround(painter, *scene.ground, scene.style, viewport);
    if ((options.parts & HeatmapPart) != 0 && scene.heatmap)
        paintHeatmap(painter, *scene.heatmap, viewport);
    if ((options.parts & HotspotPart) != 0 && scene.hotspots)
        paintHotspotOutlines(painter, *scene.hotspots, viewport, options.allOutlines);
    const auto study = (options.parts & StudyPart) != 0 ? studyDrawing(scene, viewport.plane) : nullptr;
    if (study)
        study->paint(painter, viewport);
    if ((options.parts & LabelPart) != 0 && map)
        paintLabels(painter, scene, viewport, options.searchableLabels);
    if ((options.parts & HotspotPart) != 0 && scene.places)
        scene.places->paint(painter, viewport);
    if ((options.parts & HotspotPart) != 0)
        paintFilterArea(painter, scene.filterArea, viewport);
    if ((options.parts & IncidentPart) != 0)
        paintIncidents(painter, scene, viewport, options);
    if (study)
        study->paintLabels(painter, viewport, scene.style && scene.style->isDark());
    if ((options.parts & HotspotPart) != 0 && scene.hotspots)
        paintHotspotBadges(painter, *scene.hotspots, viewport);
    painter.restore();
    return painted;
}

} // namespace hk::map
