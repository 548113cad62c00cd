#include "ui/charts/chart_controller.h"

#include "core/local_time.h"
#include "ui/charts/chart_panel.h"
#include "workspace/workspace.h"

namespace hk::ui {

using workspace::Workspace;

ChartController::ChartController(Workspace& workspace, ChartPanel& panel, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_panel(panel)
{
    connect(&workspace, &Workspace::selectionChanged, this, [this] {
        m_panel.setFilter(m_workspace.filter());
        refresh();
    });
    connect(&workspace, &Workspace::opened, this, &ChartController::refresh);
    connect(&panel, &ChartPanel::shown, this, [this] {
        if (m_stale)
            refresh();
    });
}

void ChartController::refresh()
{
    m_stale = !m_panel.isVisible();
    if (m_stale)
        return;
    if (m_job.isRunning()) {
        m_again = true;
        return;
    }
    m_again = false;
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(stockholm()).date();
    m_job.run([snapshot = m_workspace.snapshot(), filter = m_workspace.filter(),
               today](std::stop_token) { return report::selectionCharts(*snapshot, filter, today); },
              [this](const report::SelectionCharts& charts) {
                  m_panel.setCharts(charts);
                  if (m_again)
                      refresh();
              });
}

bool ChartController::isSettled() const
{
    return !m_panel.isVisible() || (!m_job.isRunning() && !m_again && !m_stale);
}

} // namespace hk::ui
