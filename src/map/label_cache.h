#pragma once

#include "map/label_layout.h"

#include <QObject>
#include <memory>

namespace hk::map {

/// Has labels placed on a worker thread, the newest request only. Lives on the thread that asks; asking never waits.
/// A window puts the answer into MapScene::labels and paints LabelPart over its tiles:
///     scene.labels = m_labels->layout(scene.ground, scene.style, viewport, devicePixelRatioF(), zoomIsMoving);
///     paintScene(painter, scene, viewport, {.parts = LabelPart | HeatmapPart | …});
/// and repaints at layoutReady(). Panning uses the same layout on.
class LabelCache : public QObject {
    Q_OBJECT
public:
    explicit LabelCache(QObject* parent = nullptr);
    ~LabelCache() override;

    /// The layout to draw now, never null: the right one where it is there, else the last one (at first one without
    /// labels), and the right one is asked for, unless the zoom is still moving.
    std::shared_ptr<const LabelLayout> layout(const std::shared_ptr<const Ground>& ground,
                                              const std::shared_ptr<const MapStyle>& look, const MapViewport& viewport,
                                              double devicePixelRatio, bool zoomIsMoving = false);

Q_SIGNALS:
    void layoutReady();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
