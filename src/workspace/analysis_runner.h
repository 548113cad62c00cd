#pragma once

#include "workspace/map_analysis.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <stop_token>

namespace hk::workspace {

/// Works out the exact analyses, one at a time on a thread of its own: a little after the last change, so that a moving
/// hand is not in its way; a new wish stops the one before, whose answer is dropped. The first begins at once. Lives on the
/// workspace's thread, where the answers arrive.
class AnalysisRunner : public QObject {
    Q_OBJECT
public:
    /// The last change is so many milliseconds ago when an analysis begins: more than a step of a moving hand
    /// takes at sixty a second.
    static constexpr int restTime = 25;

    /// `places` must outlive the runner.
    AnalysisRunner(const map::PlaceSearch& places, QObject* parent);
    ~AnalysisRunner() override;

    void want(SnapshotPtr snapshot, const IncidentFilter& filter, const MapSettings& settings);
    MapAnalysisPtr newest() const { return m_newest; } ///< null before the first
    bool isRunning() const { return m_running; }       ///< or resting before it
    void forget() { m_newest.reset(); }

Q_SIGNALS:
    void finished();
    void failed(const hk::Error& error);
    void runningChanged(bool running);

private:
    void start();
    void take(quint64 id, const Result<MapAnalysisPtr>& result);

    const map::PlaceSearch& m_places;
    SnapshotPtr m_snapshot;
    IncidentFilter m_filter;
    MapSettings m_settings;
    MapAnalysisPtr m_newest;
    bool m_running = false;
    quint64 m_id = 0;
    std::stop_source m_stop;
    QTimer m_rest;
    QThreadPool m_pool;
};

} // namespace hk::workspace
