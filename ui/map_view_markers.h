#pragma once

#include "map/scene.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QObject>
#include <memory>

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
    /// Asks for what the view needs. `mayGather`: very many may be gathered now; else they wait.
    void want(const map::MapViewport& view, bool mayGather = true);
    /// What is to be painted without gathering (RenderOptions::gatherNow): the layer set, or one before it; null: none.
    std::shared_ptr<const map::IncidentLayer> shown() const { return m_shown; }
    /// Whether the layer itself is shown, gathered for the view.
    bool isCurrent(const map::MapViewport& view) const;
    /// Whether what is shown and the layer set are rows of the same table.
    bool isOfSameTable() const { return m_shown && m_layer && &m_shown->table() == &m_layer->table(); }

Q_SIGNALS:
    void ready();

private:
    void gather(const map::MapViewport& view);

    std::shared_ptr<const map::IncidentLayer> m_layer;
    std::shared_ptr<const map::IncidentLayer> m_shown;
    QFutureWatcher<void> m_watcher;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace hk::ui
