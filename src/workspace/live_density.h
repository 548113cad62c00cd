#pragma once

#include "workspace/live_frame.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <stop_token>

namespace hk::workspace {

class Workspace;

/// What the map shows of the density, beside the exact analysis: previews while the hand moves, and, when it rests, the
/// exact density at cells as fine as the view. Previews are made one at a time from the newest wish; they never leave this
/// object but for the map. Lives on the workspace's thread.
class LiveDensity : public QObject {
    Q_OBJECT
public:
    /// `workspace` must outlive it.
    explicit LiveDensity(Workspace& workspace, QObject* parent = nullptr);
    ~LiveDensity() override;

    /// Where the window looks now. A view that stands still for a moment gets its own fine cells.
    void setView(const LiveView& view);

    /// What is to be drawn; the same pointer until it changes; null where nothing can be mapped.
    std::shared_ptr<const map::HeatmapLayer> heatmap() const;
    /// The preview shown in place of the analysis; null: the analysis is shown.
    std::shared_ptr<const LiveFrame> frame() const { return m_frame; }
    /// Whether the newest analysis is that of what is chosen now.
    bool isAnalysisCurrent() const;
    /// Nothing more is to come: the exact density is shown, as fine as the view wants it.
    bool isSettled() const;

Q_SIGNALS:
    void changed();

private:
    void wantFrame();
    void startFrame();
    void takeFrame(quint64 number, const Result<LiveFrame>& made);
    void dropFrames();
    void showAnalysis();
    void wantDetail();
    void takeDetail(quint64 number, const MapAnalysisPtr& analysis, std::shared_ptr<const analysis::Grid> detail);
    void showExact(const MapAnalysisPtr& analysis, std::shared_ptr<const analysis::Grid> detail);

    Workspace& m_workspace;
    LiveView m_view;

    std::shared_ptr<LiveFrameMaker> m_maker; ///< used on m_framePool's one thread
    std::shared_ptr<const LiveFrame> m_frame;
    bool m_frameRunning = false;
    bool m_frameWanted = false;
    quint64 m_frameNumber = 0; ///< frames of lower numbers are stale
    std::stop_source m_frameStop;

    MapAnalysisPtr m_shown; ///< whose density m_exact is
    std::shared_ptr<const map::HeatmapLayer> m_exact;
    bool m_detailRunning = false;
    quint64 m_detailNumber = 0;
    std::stop_source m_detailStop;
    QTimer m_viewRest;

    QThreadPool m_framePool;
    QThreadPool m_detailPool;
};

} // namespace hk::workspace
