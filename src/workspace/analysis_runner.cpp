#include "workspace/analysis_runner.h"

#include <utility>

namespace hk::workspace {

AnalysisRunner::AnalysisRunner(const map::PlaceSearch& places, QObject* parent)
    : QObject(parent)
    , m_places(places)
{
    m_pool.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    m_rest.setInterval(restTime);
    connect(&m_rest, &QTimer::timeout, this, &AnalysisRunner::start);
}

AnalysisRunner::~AnalysisRunner()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void AnalysisRunner::want(SnapshotPtr snapshot, const IncidentFilter& filter, const MapSettings& settings)
{
    m_stop.request_stop();
    ++m_id;
    if (m_newest && m_newest->snapshot == snapshot && m_newest->filter == filter && m_newest->settings == settings) {
        // Back where the hand came from: that is worked out already.
        m_rest.stop();
        if (std::exchange(m_running, false)) {
            Q_EMIT runningChanged(false);
            Q_EMIT finished();
        }
        return;
    }
    m_snapshot = std::move(snapshot);
    m_filter = filter;
    m_settings = settings;
    if (!m_running) {
        m_running = true;
        Q_EMIT runningChanged(true);
    }
    if (m_newest)
        m_rest.start();
    else
        start();
}

void AnalysisRunner::start()
{
    m_stop = std::stop_source();
    m_pool.start([this, id = m_id, snapshot = m_snapshot, filter = m_filter, settings = m_settings,
                  known = m_newest ? m_newest->places : nullptr, stop = m_stop.get_token()] {
        Result<MapAnalysisPtr> result = stop.stop_requested() ? fail(ErrorCode::Cancelled)
                                                              : analyse(snapshot, filter, settings, m_places, stop, known);
        QMetaObject::invokeMethod(
            this, [this, id, result = std::move(result)] { take(id, result); }, Qt::QueuedConnection);
    });
}

void AnalysisRunner::take(quint64 id, const Result<MapAnalysisPtr>& result)
{
    if (id != m_id)
        return;
    m_running = false;
    Q_EMIT runningChanged(false);
    if (result) {
        m_newest = *result;
        Q_EMIT finished();
    } else if (result.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(result.error());
    }
}

} // namespace hk::workspace
