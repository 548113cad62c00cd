#pragma once

#include "map/study_layer.h"
#include "map/viewport.h"

#include <QPainterPath>
#include <QRectF>
#include <memory>
#include <vector>

class QPainter;

namespace hk::map {

/// A study layer in the plane of a device: projected once, so that a frame only scales it. Immutable; thread-safe.
class StudyDrawing {
public:
    /// Positions within 0.02 m of the exact transform. `layer` may not be null.
    StudyDrawing(std::shared_ptr<const StudyLayer> layer, Plane plane);

    const std::shared_ptr<const StudyLayer>& layer() const { return m_layer; }
    Plane plane() const { return m_plane; }
    /// Areas filled class by class in the legend's order, then outlines and lines. Expects antialiasing and a clip set.
    void paint(QPainter& painter, const MapViewport& viewport) const;
    /// The shapes' own words, at the top of an area or in the middle of a line, with a halo; one that would cover another is
    /// left out.
    void paintLabels(QPainter& painter, const MapViewport& viewport, bool dark) const;
    /// What these words cover, device units: names of the ground keep off them.
    std::vector<QRectF> labelBoxes(const MapViewport& viewport) const;

private:
    struct Shape {
        std::vector<std::vector<QPointF>> parts; ///< plane metres; outer rings to the left, holes to the right
        QRectF bounds;
        QPointF anchor; ///< of its words
        StudyShape::Kind kind = StudyShape::Kind::Area;
        int classIndex = -1;
        QString label;
    };
    struct PlacedWords {
        const Shape* shape;
        QRectF box; ///< device units
    };
    std::vector<PlacedWords> placedWords(const MapViewport& viewport) const;
    QPainterPath pathOf(int classIndex, StudyShape::Kind kind, const MapViewport& viewport) const;

    std::shared_ptr<const StudyLayer> m_layer;
    Plane m_plane;
    std::vector<Shape> m_shapes;
};

/// Draws the sign of a class as it stands in a legend, in `rect`: a filled and outlined box, or a line of its width.
/// `stylePixel` as of the map; the kind is that of the first shape of the class.
void paintStudySign(QPainter& painter, const QRectF& rect, const StudyLayer& layer, std::size_t classIndex,
                    double stylePixel);

} // namespace hk::map
