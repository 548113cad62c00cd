#pragma once

#include "map/scene.h"

#include <QFutureWatcher>
#include <QObject>
#include <QRectF>
#include <QThreadPool>
#include <memory>
#include <stop_token>

namespace hk::ui {

/// The incidents whose symbols are shown. What is gathered at a zoom takes a tenth of a second with very many incidents:
/// then it is done on a worker, and the last ones that are ready stay until the new ones are. Lives on the window's thread.
class MapMarkers : public QObject {
    Q_OBJECT
public:
    explicit MapMarkers(QObject* parent = nullptr);
    ~MapMarkers() override;

    /// Null: none shown.
    void setLayer(std::shared_ptr<const map::IncidentLayer> layer);
    /// How they look on this screen.
    struct Look {
        double devicePixelRatio = 1.0;
        bool dark = false;
        friend bool operator==(const Look&, const Look&) = default;
    };
    /// Asks for what the view needs, and has drawn beforehand what a movement from there will show. `mayGather`: very many may
    /// be gathered now; else they wait.
    void want(const map::MapViewport& view, const Look& look, bool mayGather = true);
    /// What is to be painted without gathering (RenderOptions::gatherNow): the layer set, or one before it; null: none.
    std::shared_ptr<const map::IncidentLayer> shown() const { return m_shown; }
    /// Whether the layer itself is shown, gathered for the view.
    bool isCurrent(const map::MapViewport& view) const;
    /// Whether what is shown and the layer set are rows of the same table.
    bool isOfSameTable() const { return m_shown && m_layer && &m_shown->table() == &m_layer->table(); }

Q_SIGNALS:
    void ready();

private:
    void gather(const map::MapViewport& view, const Look& look);
    void drawAround(const map::MapViewport& view, const Look& look);

    std::shared_ptr<const map::IncidentLayer> m_layer;
    std::shared_ptr<const map::IncidentLayer> m_shown;
    /// What has been drawn beforehand, or is being.
    struct Drawn {
        std::shared_ptr<const map::IncidentLayer> layer;
        Look look;
        int halfStep = 0; ///< of the zoom
        QRectF plane;
    };
    Drawn m_drawn;
    QFutureWatcher<void> m_watcher;
    QFutureWatcher<void> m_drawing;
    std::stop_source m_stopDrawing;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace hk::ui
