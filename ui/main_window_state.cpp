// The part of the window that shows how things stand.

#include "core/local_time.h"
#include "text/sentences.h"
#include "ui/background_menu.h"
#include "ui/charts/chart_controller.h"
#include "ui/chosen_incidents.h"
#include "ui/edit_controller.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/export_controller.h"
#include "ui/facet_counter.h"
#include "ui/file_controller.h"
#include "ui/filter_panel.h"
#include "ui/hotspot_panel.h"
#include "ui/incident_form.h"
#include "ui/keep/keep_controller.h"
#include "ui/layer_controller.h"
#include "ui/main_window.h"
#include "ui/map_area.h"
#include "ui/map_builds.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_panel.h"
#include "ui/receipt_bar.h"
#include "ui/search_box.h"
#include "ui/table_panel.h"
#include "ui/time_strip.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "workspace/hotspot_rows.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTimeZone>
#include <QTimer>

namespace hk::ui {

using workspace::Workspace;

MapView& MainWindow::map()
{
    return m_mapArea->map();
}

QString MainWindow::statusText() const
{
    return m_status->text();
}

bool MainWindow::isSettled() const
{
    return isAnalysed() && m_mapController->isSettled() && m_charts->isSettled();
}

bool MainWindow::isAnalysed() const
{
    return m_workspace.isOpen() && !m_workspace.isAnalysing() && m_mapController->isUpToDate();
}

void MainWindow::applyFilterSoon(const IncidentFilter& filter)
{
    m_wantedFilter = filter;
    if (!m_filterTimer->isActive())
        m_filterTimer->start();
}

void MainWindow::chooseFilter(const IncidentFilter& filter)
{
    m_filterPanel->setFilter(filter);
    applyFilterSoon(filter);
}

void MainWindow::showSnapshot()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    m_chosen->setSnapshot(snapshot);
    m_filterPanel->setSnapshot(*snapshot);
    m_form->refreshLists();
    m_searchBox->found().setSnapshot(snapshot);
}

void MainWindow::showSelection()
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const IncidentFilter& filter = m_workspace.filter();
    if (!m_filterTimer->isActive())
        m_filterPanel->setFilter(filter);
    m_timeStrip->setPeriod(filter.from, filter.to);
    m_table->setContent(snapshot, m_workspace.selection().rows);
    m_facets->count(snapshot, filter, m_filterPanel->zones());
    showEmptyCard();
    showStatus();
    showState();
}

void MainWindow::showEmptyCard()
{
    if (m_edit->isOpen()) // the map is there for the click that sets the place
        m_mapArea->emptyCard().hide();
    else if (m_workspace.isOpen())
        m_mapArea->emptyCard().showFor(static_cast<qint64>(m_workspace.selection().rows.size()),
                                       static_cast<qint64>(m_workspace.snapshot()->size()), m_workspace.filter(),
                                       m_workspace.isReadOnly());
}

void MainWindow::showAnalysis()
{
    const workspace::MapAnalysisPtr analysis = m_workspace.analysis();
    if (!analysis)
        return;
    m_hotspotPanel->setRows(workspace::hotspotRows(*analysis));
    const double within = analysis->settings.hotspotsWithin;
    m_hotspotPanel->setCaption(within > 0.0
                                   ? tr("Within %1 m of Mölndals bro, %2")
                                         .arg(text::number(static_cast<qint64>(within)),
                                              text::period(analysis->filter.from, analysis->filter.to))
                                   : text::period(analysis->filter.from, analysis->filter.to));
    m_mapController->setHotspotRank(m_hotspotPanel->currentRank());
    showStatus();
}

void MainWindow::showOpened()
{
    const bool open = m_workspace.isOpen();
    m_mapArea->setWelcomeShown(!open);
    m_hotspotPanel->setFileOpen(open);
    m_savedAt = {};
    showTitle();
    showState();
    showStatus();
    showRecent();
    if (!open)
        return;
    m_mapArea->banner().hide();
    const store::StoreInfo& info = m_workspace.snapshot()->info;
    if (info.newerVersion)
        m_mapArea->banner().showError(Error{ErrorCode::FileNewer, {info.path, -1, {}}, {}, {}});
    else if (info.indexMended)
        m_mapArea->receipt().showReceipt(
            tr("Another program had left the file's spatial index out of step. It has been rebuilt."), false);
    showSelection();
}

void MainWindow::showTitle()
{
    const QString program = QStringLiteral("Händelsekartan");
    if (!m_workspace.isOpen()) {
        setWindowTitle(program);
        return;
    }
    const store::StoreInfo& info = m_workspace.snapshot()->info;
    const QString name = info.title.isEmpty() ? QFileInfo(info.path).completeBaseName() : info.title;
    const bool readOnly = m_workspace.isReadOnly();
    if (info.sample && readOnly)
        setWindowTitle(tr("%1 – sample data, invented incidents (read only) – %2").arg(name, program));
    else if (info.sample)
        setWindowTitle(tr("%1 – sample data, invented incidents – %2").arg(name, program));
    else if (readOnly)
        setWindowTitle(tr("%1 (read only) – %2").arg(name, program));
    else
        setWindowTitle(tr("%1 – %2", "file – program").arg(name, program));
}

void MainWindow::showStatus()
{
    if (!m_workspace.isOpen()) {
        m_status->setText(tr("No file open"));
        return;
    }
    const auto total = static_cast<int>(m_workspace.snapshot()->size());
    const auto shown = static_cast<qint64>(m_workspace.selection().rows.size());
    QStringList parts{tr("%1 of %Ln incident(s)", nullptr, total).arg(text::number(shown))};
    if (const workspace::MapAnalysisPtr analysis = m_workspace.analysis();
        analysis && m_workspace.settings().showHeatmap && analysis->leftOutImprecise > 0)
        parts.append(tr("%Ln without exact place not in the heatmap", nullptr,
                        static_cast<int>(analysis->leftOutImprecise)));
    if (const std::size_t longSpans = m_workspace.selection().leftOutLongSpans; longSpans > 0)
        parts.append(tr("%Ln of a week or more left out by the hours", nullptr, static_cast<int>(longSpans)));
    if (m_savedAt.isValid())
        parts.append(tr("saved %1").arg(m_savedAt.toTimeZone(stockholm()).toString(QStringLiteral("HH:mm"))));
    // Last: it is these words that have no end on a narrow window.
    for (const QString& words : text::placeFilter(m_workspace.filter()))
        parts.append(words.endsWith(u'.') ? words.chopped(1) : words);
    const QString all = parts.join(QStringLiteral(" · "));
    m_status->setText(all);
    m_status->setToolTip(all);
}

void MainWindow::showState()
{
    m_exports->setState(m_workspace.isOpen(), m_workspace.isReadOnly());
    m_actions->setState({.open = m_workspace.isOpen(),
                         .readOnly = m_workspace.isReadOnly(),
                         .anyChosen = !m_chosen->isEmpty(),
                         .severalChosen = m_chosen->ids().size() > 1,
                         .anyArea = !m_workspace.filter().area.empty() || m_workspace.filter().zones.isActive()
                                    || m_workspace.filter().near.isActive()});
    m_filterPanel->setEnabled(m_workspace.isOpen());
    if (m_keep)
        m_keep->showState(m_workspace.isOpen());
}

void MainWindow::showRecent()
{
    const QStringList paths = m_files->recent();
    m_mapArea->welcome().setRecent(paths);
    m_actions->recentMenu->clear();
    for (const QString& path : paths) {
        QAction* action = m_actions->recentMenu->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_files->open(path); });
    }
    m_actions->recentMenu->setEnabled(!paths.isEmpty());
}

void MainWindow::showSide()
{
    const bool form = m_edit->isOpen();
    if (form) {
        m_docks->setMapAlone(false);
        m_docks->side()->show();
    }
    m_side->setCurrentWidget(form             ? static_cast<QWidget*>(m_form)
                             : m_methodsShown ? static_cast<QWidget*>(m_methodPanel)
                                              : m_hotspotPanel);
    m_docks->setSideTitle(form ? m_form->windowTitle() : m_methodsShown ? tr("Analyses") : tr("Hotspots"));
    m_actions->analyses->setChecked(m_methodsShown);
}

void MainWindow::showMethods(bool shown)
{
    m_methodsShown = shown;
    if (shown) {
        m_docks->setMapAlone(false);
        m_docks->widenSide();
        m_docks->side()->show();
    } else {
        m_methods->leaveMethod();
    }
    showSide();
}

void MainWindow::setDrawing(bool drawing)
{
    if (drawing)
        map().setMode(MapView::Mode::DrawArea);
    else
        m_edit->resumePicking();
}

void MainWindow::chooseHotspot(int rank)
{
    m_hotspotPanel->setCurrentRank(rank);
    m_mapController->setHotspotRank(rank);
}

void MainWindow::showCommands()
{
    QList<QAction*> commands = m_actions->commands();
    if (m_backgroundMenu)
        commands.append(m_backgroundMenu->commands());
    m_searchBox->found().setCommands(commands);
}

void MainWindow::retranslate()
{
    setLocale(QLocale());
    m_layers->retranslate();
    m_exports->retranslate();
    m_actions->retranslate();
    if (m_keep)
        m_keep->retranslate();
    m_legend->setText(tr("&Legend on the map"));
    if (m_mapBuilds)
        m_mapBuilds->retranslate();
    if (m_backgroundMenu)
        m_backgroundMenu->retranslate();
    showCommands();
    m_docks->retranslate();
    showSide();
    m_mapController->retranslate();
    m_charts->refresh();
    showTitle();
    showStatus();
    showAnalysis();
}

/// The window is looked at again: what other programs have changed meanwhile is shown.
void MainWindow::refreshFromOutside()
{
    m_workspace.refreshIfChanged();
    m_layers->layers().refresh();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_workspace.isOpen() &&
        !m_workspace.isImporting())
        refreshFromOutside();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace.isChanging()) {
        event->ignore();
        m_closing = true;
        QTimer::singleShot(50, this, [this] {
            if (m_closing)
                close();
        });
        return;
    }
    m_docks->save();
    m_table->saveState();
    QMainWindow::closeEvent(event);
}

} // namespace hk::ui
