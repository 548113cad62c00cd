#pragma once

#include "map/scene.h"
#include "ui/map_view_camera.h"

#include <QImage>
#include <functional>
#include <memory>
#include <vector>

class QPainter;

namespace hk::ui {

/// What lies over the heatmap (labels, outlines, symbols), kept as a picture while nothing of it changes: then a painting
/// costs one copy. Lives on the window's thread.
class MapLayerPicture {
public:
    /// All that the picture depends on.
    struct Look {
        MapCamera camera;
        double devicePixelRatio = 1.0;
        std::shared_ptr<const map::MapStyle> style;
        std::shared_ptr<const map::LabelLayout> labels;
        std::shared_ptr<const map::HotspotLayer> hotspots;
        std::shared_ptr<const map::IncidentLayer> incidents;
        std::shared_ptr<const map::MarkerSet> markers;
        std::shared_ptr<const map::StudyLayer> study;
        std::vector<std::uint32_t> selectedRows;
        SwerefRing filterArea;
        std::shared_ptr<const map::FilterPlaces> places;
        friend bool operator==(const Look&, const Look&) = default;
    };
    /// Paints by `draw`, or from the picture. The picture is made the second time that the same look is painted, or
    /// the first where the look before was painted more than once: what moves with the hand is painted only once.
    /// `stands`: it may be made now.
    void paint(QPainter& painter, const Look& look, bool stands, const std::function<void(QPainter&)>& draw);
    /// How often `draw` was called.
    int drawings() const { return m_drawings; }

private:
    Look m_look;
    QImage m_picture;
    QImage m_spare; ///< one that is not needed any more
    int m_paintings = 0; ///< of this look
    int m_drawings = 0;
};

} // namespace hk::ui
