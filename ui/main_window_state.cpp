// The part of the window that shows how things stand.

#include "core/local_time.h"
#include "geo/mercator.h"
#include "text/sentences.h"
#include "ui/background_menu.h"
#include "ui/chosen_incidents.h"
#include "ui/edit_controller.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/explanations.h"
#include "ui/export_controller.h"
#include "ui/facet_counter.h"
#include "ui/file_controller.h"
#include "ui/filter_panel.h"
#include "ui/ground_offers.h"
#include "ui/hotspot_panel.h"
#include "ui/import_dialog.h"
#include "ui/incident_form.h"
#include "ui/layer_controller.h"
#include "ui/main_window.h"

#include "ui/map_area.h"
#include "ui/map_builds.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_panel.h"
#include "ui/methods/side_by_side.h"
#include "ui/near_box.h"
#include "ui/receipt_bar.h"
#include "ui/search_box.h"
#include "ui/smoothing_slider.h"
#include "ui/table_panel.h"
#include "ui/time_strip.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "ui/zone_box.h"
#include "workspace/hotspot_rows.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QTimeZone>
#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

namespace hk::ui {
namespace {

const QString settingsGroup = QStringLiteral("analysis");

workspace::MapSettings storedSettings(QSettings& store)
{
    workspace::MapSettings settings;
    store.beginGroup(settingsGroup);
    settings.bandwidth = store.value(QStringLiteral("bandwidth"), settings.bandwidth).toDouble();
    settings.cell = store.value(QStringLiteral("cell"), settings.cell).toDouble();
    settings.kernel = store.value(QStringLiteral("kernel"), 0).toInt() == 1 ? analysis::Kernel::Gaussian
                                                                            : analysis::Kernel::Quartic;
    settings.quantile = store.value(QStringLiteral("quantile"), settings.quantile).toDouble();
    settings.hotspotsWithin = store.value(QStringLiteral("within"), settings.hotspotsWithin).toDouble();
    settings.edgeCorrection = store.value(QStringLiteral("edgeCorrection"), false).toBool();
    settings.showHeatmap = store.value(QStringLiteral("heatmap"), true).toBool();
    settings.showHotspots = store.value(QStringLiteral("hotspots"), true).toBool();
    settings.showIncidents = store.value(QStringLiteral("incidents"), true).toBool();
    store.endGroup();
    return settings;
}

void storeSettings(QSettings& store, const workspace::MapSettings& settings)
{
    store.beginGroup(settingsGroup);
    store.setValue(QStringLiteral("bandwidth"), settings.bandwidth);
    store.setValue(QStringLiteral("cell"), settings.cell);
    store.setValue(QStringLiteral("kernel"), static_cast<int>(settings.kernel));
    store.setValue(QStringLiteral("quantile"), settings.quantile);
    store.setValue(QStringLiteral("within"), settings.hotspotsWithin);
    store.setValue(QStringLiteral("edgeCorrection"), settings.edgeCorrection);
    store.setValue(QStringLiteral("heatmap"), settings.showHeatmap);
    store.setValue(QStringLiteral("hotspots"), settings.showHotspots);
    store.setValue(QStringLiteral("incidents"), settings.showIncidents);
    store.endGroup();
}

} // namespace

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
    return isAnalysed() && m_mapController->isSettled();
}

bool MainWindow::isAnalysed() const
{
    return m_workspace.isOpen() && !m_workspace.isAnalysing() && m_mapController->isUpToDate();
}

void MainWindow::connectSettings()
{
    m_workspace.setSettings(storedSettings(m_settings));
    const auto show = [this](const workspace::MapSettings& settings) {
        m_actions->showSettings(settings);
        m_hotspotPanel->smoothing().setLowest(settings.cell);
        m_hotspotPanel->smoothing().setBandwidth(settings.bandwidth);
    };
    show(m_workspace.settings());
    const auto change = [this, show](auto&& edit) {
        workspace::MapSettings settings = m_workspace.settings();
        edit(settings);
        m_workspace.setSettings(settings);
        storeSettings(m_settings, settings);
        show(settings);
        showStatus();
    };
    const auto chooseBandwidth = [change](double metres) {
        // A bandwidth below the cell would leave holes between cell centres.
        change([metres](auto& settings) { settings.bandwidth = std::max(metres, settings.cell); });
    };
    connect(&m_hotspotPanel->smoothing(), &SmoothingSlider::bandwidthChanged, this, chooseBandwidth);
    connect(m_actions->heatmap, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showHeatmap = on; }); });
    connect(m_actions->hotspots, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showHotspots = on; }); });
    connect(m_actions->incidents, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showIncidents = on; }); });
    connect(m_actions->lockScale, &QAction::triggered, this, [this, change](bool on) {
        const workspace::MapAnalysisPtr analysis = m_workspace.analysis();
        change([&](auto& settings) {
            settings.lockedScale = on && analysis ? analysis->scale : map::ColourScale();
        });
    });
    connect(m_actions->edgeCorrection, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.edgeCorrection = on; }); });
    connect(m_actions, &WindowActions::bandwidthChosen, this, chooseBandwidth);
    connect(m_actions, &WindowActions::cellChosen, this,
            [change](double metres) { change([metres](auto& settings) { settings.cell = metres; }); });
    connect(m_actions, &WindowActions::kernelChosen, this, [change](analysis::Kernel kernel) {
        change([kernel](auto& settings) { settings.kernel = kernel; });
    });
    connect(m_actions, &WindowActions::quantileChosen, this, [change](double quantile) {
        change([quantile](auto& settings) { settings.quantile = quantile; });
    });
    connect(m_actions, &WindowActions::withinChosen, this, [change](double metres) {
        change([metres](auto& settings) { settings.hotspotsWithin = metres; });
    });
    connect(m_actions, &WindowActions::themeChosen, this,
            [this](ThemeMode mode) { setTheme(mode, m_textScale); });
    connect(m_actions, &WindowActions::textScaleChosen, this,
            [this](double scale) { setTheme(m_themeMode, scale); });
    connect(m_actions, &WindowActions::languageChosen, this, [this](const QString& language) {
        m_host.language = language;
        m_settings.setValue(QStringLiteral("window/language"), language);
        if (m_host.useLanguage)
            m_host.useLanguage(language);
        m_actions->showLanguage(language);
    });
}

void MainWindow::setTheme(ThemeMode mode, double textScale)
{
    m_themeMode = mode;
    m_textScale = textScale;
    m_settings.setValue(QStringLiteral("window/theme"), static_cast<int>(mode));
    m_settings.setValue(QStringLiteral("window/textScale"), textScale);
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && m_host.systemIsDark);
    if (m_host.useTheme)
        m_host.useTheme(dark, textScale);
    m_mapController->setDark(dark);
    m_methods->setDark(dark);
    m_layers->setDark(dark);
    m_actions->showTheme(mode);
    m_actions->showTextScale(textScale);
}

void MainWindow::applyFilterSoon(const IncidentFilter& filter)
{
    m_wantedFilter = filter;
    if (!m_filterTimer->isActive())
        m_filterTimer->start();
}

/// The files of areas and of places used before are offered again.
void MainWindow::rememberPlaceFiles()
{
    const QString zonesKey = QStringLiteral("filter/zoneFiles");
    const QString nearKey = QStringLiteral("filter/nearFiles");
    ZoneBox& zones = m_filterPanel->zoneBox();
    NearBox& near = m_filterPanel->nearBox();
    zones.setRecent(m_settings.value(zonesKey).toStringList());
    near.setRecent(m_settings.value(nearKey).toStringList());
    connect(&zones, &ZoneBox::fileUsed, this, [this, &zones, zonesKey](const QString& path) {
        m_settings.setValue(zonesKey, withRecent(m_settings.value(zonesKey).toStringList(), path));
        zones.setRecent(m_settings.value(zonesKey).toStringList());
    });
    connect(&near, &NearBox::fileUsed, this, [this, &near, nearKey](const QString& path) {
        m_settings.setValue(nearKey, withRecent(m_settings.value(nearKey).toStringList(), path));
        near.setRecent(m_settings.value(nearKey).toStringList());
    });
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
    m_status->setText(parts.join(QStringLiteral(" · ")));
}

void MainWindow::showState()
{
    m_exports->setState(m_workspace.isOpen(), m_workspace.isReadOnly());
    m_actions->setState({.open = m_workspace.isOpen(),
                         .readOnly = m_workspace.isReadOnly(),
                         .anyChosen = !m_chosen->isEmpty(),
                         .anyArea = !m_workspace.filter().area.empty() || m_workspace.filter().zones.isActive()
                                    || m_workspace.filter().near.isActive()});
    m_filterPanel->setEnabled(m_workspace.isOpen());
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

void MainWindow::connectMethods()
{
    connect(m_actions->analyses, &QAction::triggered, this, &MainWindow::showMethods);
    const QList<methods::Method> all = methods::allMethods();
    for (qsizetype i = 0; i < all.size(); ++i)
        connect(m_actions->methods.at(i), &QAction::triggered, this, [this, method = all.at(i)] {
            showMethods(true);
            m_methods->choose(method);
        });
    connect(m_actions->compare, &QAction::triggered, this, [this](bool on) {
        if (on) {
            showMethods(true);
            m_methods->choose(methods::Method::PeriodComparison);
        }
        m_sideBySide->setWanted(on);
    });
    connect(m_sideBySide, &SideBySide::wantedChanged, m_actions->compare, &QAction::setChecked);
    connect(m_methods, &MethodController::failed, &m_mapArea->banner(), &ErrorBanner::showError);
    connect(m_methods, &MethodController::written, this, [this](const QString& path) {
        m_mapArea->receipt().showReceipt(tr("Saved as %1.").arg(QFileInfo(path).fileName()), false);
    });
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

void MainWindow::explain(Explanation what)
{
    const workspace::MapSettings& settings = m_workspace.settings();
    switch (what) {
    case Explanation::Heatmap:
        explainHeatmap(this, settings);
        break;
    case Explanation::Keys:
        explainKeys(this);
        break;
    case Explanation::Program:
        explainProgram(this);
        break;
    }
}

PrintDialog* MainWindow::showPrint(PrintDialog::Aim aim)
{
    if (m_methods->isWorking() && m_methodPanel->isOnPage()) {
        // The page would stand without what is being worked out.
        connect(
            m_methods, &MethodController::resultChanged, this, [this, aim] { showPrint(aim); }, Qt::SingleShotConnection);
        return nullptr;
    }
    if (!isAnalysed()) {
        // The page would show the density of another selection: it opens when the analysis is there.
        connect(
            &m_workspace, &Workspace::analysisChanged, this, [this, aim] { showPrint(aim); },
            Qt::SingleShotConnection);
        return nullptr;
    }
    // The map of the window would fill a frame of about 20 cm.
    const double metres = map().viewport().groundMetresPerUnit() * map().width();
    const double viewScale = std::max(500.0, std::round(metres / 0.2 / 100.0) * 100.0);
    auto* dialog = new PrintDialog(m_workspace.analysis(), m_ground.ground(nullptr), m_workspace.basemap(), map().centre(), viewScale,
                                   m_settings, aim, this);
    dialog->setMethod(m_methods->resultForPage(), m_methods->gridForPage());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrintDialog::written, this, [this](const QString& path) {
        m_mapArea->receipt().showReceipt(tr("Saved as %1.").arg(QFileInfo(path).fileName()), false);
    });
    dialog->open();
    return dialog;
}

void MainWindow::showImport(const QString& path)
{
    if (!m_workspace.isOpen() || m_workspace.isReadOnly())
        return;
    auto* dialog = new ImportDialog(m_workspace, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](qint64 inserted, qint64 updated) {
        m_mapArea->receipt().showReceipt(
            tr("%1 added and %2 updated.").arg(text::incidents(inserted), text::number(updated)), true);
    });
    dialog->open();
    dialog->chooseFile(path);
}

void MainWindow::connectBackgrounds()
{
    new GroundOffers(m_ground, m_host.backgrounds, m_layers->layers(), m_workspace.places(), *m_filterPanel, *m_methods, this);
    if (!m_host.backgrounds)
        return;
    m_backgroundMenu = new BackgroundMenu(*m_host.backgrounds, *this);
    const auto shown = [this] {
        const map::MapViewport view = map().viewport();
        const QRectF plane = view.planeRect();
        const LonLat southWest = geo::toLonLat(WebMercator{plane.left(), plane.top()});
        const LonLat northEast = geo::toLonLat(WebMercator{plane.right(), plane.bottom()});
        return exchange::MapExtent{southWest.lon, southWest.lat, northEast.lon, northEast.lat};
    };
    m_mapBuilds = new MapBuilds(*m_host.backgrounds, m_settings, m_host.dataFolder, shown, *this);
    m_backgroundMenu->setWays(m_mapBuilds->actions());
    m_actions->addToMap(m_backgroundMenu->menu());
    connect(m_backgroundMenu, &BackgroundMenu::commandsChanged, this, &MainWindow::showCommands);
    connect(m_backgroundMenu, &BackgroundMenu::remarkChanged, this,
            [this] { m_mapController->setGroundRemark(m_backgroundMenu->remark()); });
    connect(&map(), &MapView::sourceFailed, m_backgroundMenu, &BackgroundMenu::sourceFailed);
    connect(&map(), &MapView::sourceWorks, m_backgroundMenu, &BackgroundMenu::sourceWorks);
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
    if (m_mapBuilds)
        m_mapBuilds->retranslate();
    if (m_backgroundMenu)
        m_backgroundMenu->retranslate();
    showCommands();
    m_docks->retranslate();
    showSide();
    m_mapController->retranslate();
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
    m_docks->save();
    m_table->saveState();
    QMainWindow::closeEvent(event);
}

} // namespace hk::ui
