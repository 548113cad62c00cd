#pragma once

#include "report/selection_charts.h"
#include "ui/latest_job.h"

#include <QObject>

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

class ChartPanel;

/// Keeps the panel of charts in step with the selection while it is seen: counted off the window's thread,
/// shown while the hand moves, the newest last.
class ChartController : public QObject {
    Q_OBJECT
public:
    /// Both must outlive the controller.
    ChartController(workspace::Workspace& workspace, ChartPanel& panel, QObject* parent = nullptr);
    void refresh();
    /// The charts show what is selected now, or are not seen.
    bool isSettled() const;

private:
    workspace::Workspace& m_workspace;
    ChartPanel& m_panel;
    LatestJob<report::SelectionCharts> m_job;
    bool m_again = false; ///< something has changed since the job began
    bool m_stale = true;  ///< something has changed since the panel was seen
};

} // namespace hk::ui
