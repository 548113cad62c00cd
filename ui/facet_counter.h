#pragma once

#include "models/facets.h"

#include <QObject>

namespace hk::ui {

/// Counts facets on a worker thread; the newest question wins, answers to older ones are dropped.
class FacetCounter : public QObject {
    Q_OBJECT
public:
    explicit FacetCounter(QObject* parent = nullptr);
    /// `zones`: areas of a file to count, too; null: none.
    void count(workspace::SnapshotPtr snapshot, const IncidentFilter& filter, std::shared_ptr<const ZoneSet> zones = nullptr);

Q_SIGNALS:
    void counted(const hk::models::Facets& facets);

private:
    void start();

    workspace::SnapshotPtr m_snapshot;
    IncidentFilter m_filter;
    std::shared_ptr<const ZoneSet> m_zones;
    bool m_running = false;
    bool m_again = false;
};

} // namespace hk::ui
