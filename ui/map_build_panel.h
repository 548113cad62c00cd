#pragma once

#include "exchange/osm_map_builder.h"
#include "ui/latest_job.h"

#include <QWidget>
#include <atomic>

class QGridLayout;
class QLabel;
class QProgressBar;
class QTimer;

namespace hk::ui {

/// How far a map has come; written by a worker, read by the window.
struct MapBuildProgress {
    std::atomic<int> permille{-1};     ///< of the building; -1: not there yet
    std::atomic<qint64> received{0};   ///< bytes fetched so far
};

/// Builds a map on a worker and shows how far it is, then what is in it and what was left out, or why it failed.
class MapBuildPanel : public QWidget {
    Q_OBJECT
public:
    using Work = std::function<Result<exchange::OsmMapCounts>(MapBuildProgress&, std::stop_token)>;

    explicit MapBuildPanel(QWidget* parent = nullptr);
    /// The work must capture by value.
    void start(Work work);
    void cancel(); ///< says so
    bool isRunning() const { return m_job.isRunning(); }
    void showError(const Error& error);
    void clear();

Q_SIGNALS:
    void finished(bool done); ///< also after a cancel

private:
    void showProgress();
    void showCounts(const exchange::OsmMapCounts& counts);

    LatestJob<Result<exchange::OsmMapCounts>> m_job;
    std::shared_ptr<MapBuildProgress> m_progress;
    QTimer* m_timer;
    QProgressBar* m_bar;
    QLabel* m_words;
    QLabel* m_fault;
    QLabel* m_title;
    QWidget* m_counts;
    QGridLayout* m_grid;
    QLabel* m_leftOut;
};

} // namespace hk::ui
