#include "ui/main_window.h"

#include "text/sentences.h"
#include "ui/charts/chart_controller.h"
#include "ui/charts/chart_panel.h"
#include "ui/chosen_incidents.h"
#include "ui/edit_controller.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/export_controller.h"
#include "ui/facet_counter.h"
#include "ui/file_controller.h"
#include "ui/filter_panel.h"
#include "ui/form_drafts.h"
#include "ui/hotspot_panel.h"
#include "ui/icons.h"
#include "ui/import_dialog.h"
#include "ui/incident_form.h"
#include "ui/layer_controller.h"
#include "ui/layer_panel.h"
#include "ui/map_area.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_panel.h"
#include "ui/methods/side_by_side.h"
#include "ui/receipt_bar.h"
#include "ui/search_box.h"
#include "ui/table_panel.h"
#include "ui/time_strip.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "workspace/backgrounds.h"
#include "workspace/hotspot_rows.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QUndoStack>

namespace hk::ui {

using workspace::Workspace;

MainWindow::MainWindow(Workspace& workspace, workspace::MapGround& ground, QSettings& settings, WindowHost host)
    : m_workspace(workspace)
    , m_ground(ground)
    , m_settings(settings)
    , m_host(std::move(host))
    , m_chosen(new ChosenIncidents(this))
    , m_actions(new WindowActions(*this))
    , m_facets(new FacetCounter(this))
    , m_mapArea(new MapArea(this))
    , m_filterPanel(new FilterPanel(this))
    , m_side(new QStackedWidget(this))
    , m_hotspotPanel(new HotspotPanel(m_side))
    , m_form(new IncidentForm(workspace, settings, m_side))
    , m_methodPanel(new MethodPanel(m_side))
    , m_timeStrip(new TimeStrip(this))
    , m_table(new TablePanel(*m_chosen, settings, this))
    , m_chartPanel(new ChartPanel(this))
    , m_searchBox(new SearchBox(workspace.places(), this))
    , m_docks(nullptr)
    , m_files(new FileController(workspace, settings, m_host.dataFolder, this))
    , m_mapController(new MapController(workspace, ground, m_mapArea->map(), *m_chosen, this))
    , m_edit(new EditController(workspace, *m_form, m_mapArea->map(), m_mapArea->receipt(), *m_chosen, this))
    , m_charts(new ChartController(workspace, *m_chartPanel, this))
    , m_methods(new MethodController(workspace, *m_methodPanel, m_mapArea->map(), settings, this))
    , m_sideBySide(new SideBySide(*m_mapArea, *m_methods, *m_methodPanel, this))
    , m_layers(new LayerController(workspace, ground, m_host.layers, m_host.http,
                                   m_host.backgrounds ? m_host.backgrounds->keyring() : nullptr, *m_mapArea, this))
    , m_exports(new ExportController(workspace, settings, this))
    , m_legend(new QAction(this))
    , m_status(new QLabel(this))
    , m_filterTimer(new QTimer(this))
{
    buildParts();
    new FormDrafts(m_workspace, m_settings, m_host.dataFolder + QStringLiteral("/running"), *m_form, *m_edit, *m_mapArea, this);
    connectWorkspace();
    connectParts();
    connectActions();
    connectMethods();
    connectLayers();
    connectBackgrounds();
    connectKeeping();
    connectAreaSearch();
    rememberLegend();
    connectSettings();
    setTheme(
        static_cast<ThemeMode>(std::clamp(m_settings.value(QStringLiteral("window/theme"), 0).toInt(), 0, 2)),
        std::clamp(m_settings.value(QStringLiteral("window/textScale"), 1.0).toDouble(), 1.0, 2.0));
    m_docks->restore();
    m_actions->showLanguage(m_host.language);
    retranslate();
    showSnapshot();
    showOpened();
}

MainWindow::~MainWindow()
{
    m_workspace.undoStack()->clear(); // its steps are of parts of the window
}

void MainWindow::buildParts()
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks |
                   QMainWindow::AllowNestedDocks);
    resize(1440, 900);
    setMinimumSize(960, 620);
    setCentralWidget(m_mapArea);
    m_side->addWidget(m_hotspotPanel);
    m_side->addWidget(m_form);
    m_side->addWidget(m_methodPanel);
    m_docks = new WindowDocks(*this, m_settings, m_filterPanel, m_side, m_timeStrip, m_table,
                              &m_layers->panel(), m_chartPanel);
    m_actions->build(m_searchBox);
    m_actions->setUndoStack(m_workspace.undoStack());
    for (QDockWidget* dock : {m_docks->selection(), m_docks->side(), m_docks->time()})
        m_actions->panelsMenu->addAction(dock->toggleViewAction());
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    m_status->setObjectName(QStringLiteral("statusText"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // many words do not widen the window
    m_filterTimer->setSingleShot(true);
    m_filterTimer->setInterval(0); // the steps of one round of events are one change
}

void MainWindow::connectWorkspace()
{
    connect(&m_workspace, &Workspace::opened, this, &MainWindow::showOpened);
    connect(&m_workspace, &Workspace::snapshotChanged, this, &MainWindow::showSnapshot);
    connect(&m_workspace, &Workspace::selectionChanged, this, &MainWindow::showSelection);
    connect(&m_workspace, &Workspace::analysisChanged, this, &MainWindow::showAnalysis);
    connect(&m_workspace, &Workspace::analysingChanged, m_mapArea, &MapArea::setWorking);
    connect(&m_workspace, &Workspace::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(&m_workspace, &Workspace::failed, this, [this] { m_closing = false; });
    connect(&m_workspace, &Workspace::waitingForLock, this, [this](bool waiting) {
        if (waiting)
            m_mapArea->receipt().showWaiting(tr("Another program is writing to the file. The change is saved when it has finished."));
        else
            m_mapArea->receipt().endWaiting();
    });
    connect(&m_workspace, &Workspace::saved, this, [this](const QDateTime& at) {
        m_savedAt = at;
        showStatus();
    });
}

void MainWindow::connectParts()
{
    MapView& view = map();
    connect(m_filterPanel, &FilterPanel::filterChanged, this, &MainWindow::applyFilterSoon);
    connect(m_chartPanel, &ChartPanel::filterWanted, this, &MainWindow::chooseFilter);
    connect(m_filterPanel, &FilterPanel::drawAreaWanted, this, &MainWindow::setDrawing);
    connect(m_filterPanel, &FilterPanel::zonesChanged, this,
            [this] { m_facets->count(m_workspace.snapshot(), m_workspace.filter(), m_filterPanel->zones()); });
    connect(m_filterPanel, &FilterPanel::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(m_methods, &MethodController::zoneWanted, this, [this](const ZoneFilter& zone) {
        IncidentFilter filter = m_filterPanel->filter();
        filter.zones = zone;
        chooseFilter(filter);
    });
    rememberPlaceFiles();
    connect(m_filterTimer, &QTimer::timeout, this, [this] { m_workspace.setFilter(m_wantedFilter); });
    connect(m_timeStrip, &TimeStrip::periodChanged, this, [this](const QDate& from, const QDate& to) {
        IncidentFilter filter = m_filterPanel->filter();
        filter.from = from;
        filter.to = to;
        chooseFilter(filter);
    });
    connect(m_facets, &FacetCounter::counted, this, [this](const models::Facets& facets) {
        m_filterPanel->setFacets(facets);
        m_timeStrip->setDates(facets.dates);
    });
    connect(&view, &MapView::areaDrawn, this, [this](const SwerefRing& ring) {
        if (m_edit->takeArea(ring) || m_methods->takeArea(ring)) {
            m_edit->resumePicking();
            return;
        }
        IncidentFilter filter = m_filterPanel->filter();
        filter.area = ring;
        chooseFilter(filter);
        m_edit->resumePicking();
    });
    connect(&view, &MapView::modeChanged, this, [this](MapView::Mode mode) {
        const bool ofFilter = mode == MapView::Mode::DrawArea && !m_methods->isDrawing() && !m_edit->isDrawing();
        m_filterPanel->setDrawing(ofFilter);
        m_actions->drawArea->setChecked(ofFilter);
    });
    connect(&view, &MapView::viewChanged, this, [this] { m_searchBox->setNear(map().centre()); });
    connect(&view, &MapView::hotspotClicked, this, &MainWindow::chooseHotspot);
    connect(m_hotspotPanel, &HotspotPanel::rankChosen, this, [this](int rank) {
        chooseHotspot(rank);
        m_mapController->goToHotspot(rank);
    });
    connect(m_table, &TablePanel::editWanted, m_edit, &EditController::edit);
    connect(m_table, &TablePanel::showWanted, m_mapController, &MapController::goToRow);
    connect(m_table, &TablePanel::contextMenuWanted, this, [this](const QPoint& at) {
        QMenu menu(this);
        menu.addActions({m_actions->editIncident, m_actions->copyIncident, m_actions->changeMany, m_actions->mergeIncidents,
                         m_actions->removeIncident});
        menu.exec(at);
    });
    connect(m_chosen, &ChosenIncidents::changed, this, &MainWindow::showState);
    connect(m_edit, &EditController::openChanged, this, [this] { showSide(); });
    connect(m_edit, &EditController::openChanged, this, &MainWindow::showEmptyCard);
    connect(m_form, &IncidentForm::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(m_form, &QWidget::windowTitleChanged, this, [this] { showSide(); });
    connect(m_searchBox, &SearchBox::placeChosen, &view, &MapView::goTo);
    connectFoundPlace();
    connect(m_searchBox, &SearchBox::incidentChosen, this,
            [this](const QUuid& id) { m_chosen->setIds({id}); });
    connect(&m_mapArea->emptyCard(), &EmptyCard::newIncidentWanted, m_edit, &EditController::startNew);
    connect(&m_mapArea->emptyCard(), &EmptyCard::importWanted, this, [this] { showImport(); });
    connect(&m_mapArea->emptyCard(), &EmptyCard::clearFilterWanted, m_actions->clearFilter,
            &QAction::trigger);
    connect(m_mapController, &MapController::failed, &m_mapArea->banner(), &ErrorBanner::showError);

    WelcomePage& welcome = m_mapArea->welcome();
    connect(&welcome, &WelcomePage::newWanted, m_files, &FileController::askNew);
    connect(&welcome, &WelcomePage::openWanted, m_files, &FileController::askOpen);
    connect(&welcome, &WelcomePage::sampleWanted, m_files, [this] { m_files->openSample(); });
    connect(&welcome, &WelcomePage::recentWanted, m_files, &FileController::open);
    connect(m_files, &FileController::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(m_files, &FileController::recentChanged, this, &MainWindow::showRecent);
    connect(m_files, &FileController::busyChanged, this, [this](bool busy) {
        m_mapArea->welcome().setBusy(busy);
        m_mapArea->setWorking(busy);
    });
    connect(m_files, &FileController::copySaved, this, [this](const QString& path) {
        m_mapArea->receipt().showReceipt(tr("Copy saved as %1.").arg(QFileInfo(path).fileName()), false);
    });
}

void MainWindow::connectLayers()
{
    m_actions->addToExchange({m_exports->exportAction(), m_exports->receiveAction()});
    m_actions->mapMenu()->addSeparator();
    m_actions->mapMenu()->addActions({m_layers->addAction(), m_layers->wfsAction()});
    m_actions->addCommands({m_layers->addAction(), m_layers->wfsAction()});
    m_actions->panelsMenu->addAction(m_docks->layers()->toggleViewAction());
    connect(m_layers, &LayerController::openWanted, m_files, &FileController::open);
    connect(m_layers, &LayerController::importWanted, this, [this](const QString& path) { showImport(path); });
    connect(m_layers, &LayerController::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(m_layers, &LayerController::layerAdded, m_docks, &WindowDocks::showLayers);
}

/// A mark at the place that was found, until Esc or until the form needs the map's mark.
void MainWindow::connectFoundPlace()
{
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setEnabled(false);
    const auto hide = [this, leave] {
        if (leave->isEnabled() && !m_edit->isOpen())
            map().setDraftMarker(std::nullopt);
        leave->setEnabled(false);
    };
    connect(m_searchBox, &SearchBox::placeChosen, leave, [this, leave](const Sweref99& position) {
        if (m_edit->isOpen())
            return;
        map().setDraftMarker(position);
        leave->setEnabled(true);
    });
    connect(m_searchBox, &SearchBox::placeLeft, leave, hide);
    connect(leave, &QShortcut::activated, leave, hide);
    connect(m_edit, &EditController::openChanged, leave, [leave](bool open) {
        if (open)
            leave->setEnabled(false);
    });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction* action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    on(m_actions->newFile, [this] { m_files->askNew(); });
    on(m_actions->openFile, [this] { m_files->askOpen(); });
    on(m_actions->openSample, [this] { m_files->openSample(); });
    on(m_actions->saveCopy, [this] { m_files->askCopy(); });
    on(m_actions->importFile, [this] { showImport(); });
    on(m_actions->pasteRows, [this] { showImport({}, true); });
    on(m_actions->exportPdf, [this] { showPrint(PrintDialog::Aim::Export); });
    on(m_actions->print, [this] { showPrint(PrintDialog::Aim::Print); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->newIncident, [this] { m_edit->startNew(); });
    on(m_actions->editIncident, [this] { m_edit->editChosen(); });
    on(m_actions->copyIncident, [this] { m_edit->copyChosen(); });
    on(m_actions->changeMany, [this] { m_edit->changeChosen(this); });
    on(m_actions->mergeIncidents, [this] { m_edit->mergeChosen(); });
    on(m_actions->removeIncident, [this] { m_edit->removeChosen(); });
    on(m_actions->search, [this] {
        m_docks->setMapAlone(false);
        m_searchBox->setFocus(Qt::ShortcutFocusReason);
        m_searchBox->selectAll();
    });
    on(m_actions->findText, [this] {
        m_docks->selection()->show();
        m_filterPanel->focusText();
    });
    on(m_actions->clearFilter, [this] { chooseFilter({}); });
    on(m_actions->table, [this](bool shown) { m_docks->showTable(shown); });
    connect(m_docks->table(), &QDockWidget::visibilityChanged, m_actions->table,
            [this] { m_actions->table->setChecked(!m_docks->table()->isHidden()); });
    on(m_actions->charts, [this](bool shown) { m_docks->showCharts(shown); });
    connect(m_docks->charts(), &QDockWidget::visibilityChanged, m_actions->charts, &QAction::setChecked);
    on(m_actions->mapAlone, [this](bool alone) { m_docks->setMapAlone(alone); });
    on(m_actions->resetWindow, [this] {
        m_docks->setMapAlone(false);
        m_docks->reset();
    });
    on(m_actions->whatIsHeatmap, [this] { explain(Explanation::Heatmap); });
    on(m_actions->keys, [this] { explain(Explanation::Keys); });
    on(m_actions->about, [this] { explain(Explanation::Program); });
    on(m_actions->zoomIn, [this] { map().setView(map().centre(), map().zoom() + 1.0); });
    on(m_actions->zoomOut, [this] { map().setView(map().centre(), map().zoom() - 1.0); });
    on(m_actions->home, [this] { map().goHome(); });
    on(m_actions->drawArea, [this](bool draw) { setDrawing(draw); });
    on(m_actions->clearArea, [this] {
        IncidentFilter filter = m_filterPanel->filter();
        filter.area.clear();
        filter.zones = {};
        filter.near = {};
        chooseFilter(filter);
    });
}

} // namespace hk::ui
