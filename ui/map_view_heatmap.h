#pragma once

#include "map/scene_renderer.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QImage>
#include <QObject>
#include <QRectF>
#include <memory>
#include <stop_token>

namespace hk::ui {

/// The heatmap and the outlines of hotspots as a picture that stays at its place in the world: made on a worker for a little more than the
/// window, moved and scaled with the map until a new one is there. Lives on the window's thread.
class MapHeatmap : public QObject {
    Q_OBJECT
public:
    explicit MapHeatmap(QObject* parent = nullptr);
    ~MapHeatmap() override;

    using Hotspots = std::shared_ptr<const std::vector<analysis::Hotspot>>;
    /// What the picture shows; both null: nothing. The old picture stays until the first of what is new is ready.
    void setLayer(std::shared_ptr<const map::HeatmapLayer> layer, Hotspots outlines = nullptr);
    /// A picture of the layer made beforehand, of all that `view` shows: the next setLayer(layer) needs no other. Not taken
    /// where there is one of the layer that shows more.
    void setPicture(std::shared_ptr<const map::HeatmapLayer> layer, const QImage& image, const map::MapViewport& view,
                    double devicePixelRatio);
    /// Asks for a picture where that at hand does not fit the view; while moving only where it does not reach. Standing,
    /// first for one of the view alone, as that is sooner there, then for a wider one.
    void want(const map::MapViewport& view, double devicePixelRatio, bool moving);
    void paint(QPainter& painter, const map::MapViewport& view) const;
    /// While the scale changes from frame to frame: laid onto the picture of the ground, unsmoothed.
    void layOnto(QImage& ground, const map::MapViewport& view) const;
    /// Whether what is shown is what was set, sharp, all over the view.
    bool isCurrent(const map::MapViewport& view, double devicePixelRatio) const;

Q_SIGNALS:
    void ready();

private:
    QRectF placeIn(const map::MapViewport& view) const; ///< of the picture shown
    struct Picture {
        QImage image;
        QRectF plane; ///< Web Mercator metres
        double unitsPerMetre = 0.0;
        double devicePixelRatio = 1.0;
        std::shared_ptr<const map::HeatmapLayer> layer;
        Hotspots outlines;
        bool widens = false; ///< a wider one is still to come
    };
    bool isOfWhatIsSet(const Picture& picture) const { return picture.layer == m_layer && picture.outlines == m_outlines; }
    bool isNothing() const { return !m_layer && !m_outlines; }
    void make(const map::MapViewport& view, double devicePixelRatio, double margin);
    void take();

    std::shared_ptr<const map::HeatmapLayer> m_layer;
    Hotspots m_outlines;
    Picture m_shown;
    Picture m_coming;
    bool m_busy = false;
    std::stop_source m_stop; ///< of the one coming
    QFutureWatcher<QImage> m_watcher;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace hk::ui
