#include "ui/facet_counter.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace hk::ui {

FacetCounter::FacetCounter(QObject* parent)
    : QObject(parent)
{}

void FacetCounter::count(workspace::SnapshotPtr snapshot, const IncidentFilter& filter,
                         std::shared_ptr<const ZoneSet> zones)
{
    m_snapshot = std::move(snapshot);
    m_filter = filter;
    m_zones = std::move(zones);
    if (m_running)
        m_again = true;
    else
        start();
}

void FacetCounter::start()
{
    m_running = true;
    m_again = false;
    auto* watcher = new QFutureWatcher<models::Facets>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_running = false;
        if (m_again)
            start();
        else
            Q_EMIT counted(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(
        [snapshot = m_snapshot, filter = m_filter, zones = m_zones] {
            return models::countFacets(*snapshot, filter, zones.get());
        }));
}

} // namespace hk::ui
