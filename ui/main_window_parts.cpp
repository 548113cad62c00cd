// The part of the window that opens what lies beside it: dialogs, methods, backgrounds, the areas that can be searched.

#include "geo/mercator.h"
#include "text/sentences.h"
#include "ui/area_names.h"
#include "ui/background_menu.h"
#include "ui/chosen_incidents.h"
#include "ui/error_banner.h"
#include "ui/explanations.h"
#include "ui/filter_panel.h"
#include "ui/ground_offers.h"
#include "ui/import_dialog.h"
#include "ui/keep/keep_controller.h"
#include "ui/layer_controller.h"
#include "ui/main_window.h"
#include "ui/map_area.h"
#include "ui/map_builds.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_panel.h"
#include "ui/methods/side_by_side.h"
#include "ui/receipt_bar.h"
#include "ui/search_box.h"
#include "ui/window_actions.h"
#include "ui/zone_box.h"
#include "workspace/backgrounds.h"
#include "workspace/export_log.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QUndoCommand>
#include <QUndoStack>

namespace hk::ui {

using workspace::Workspace;

namespace {

using workspace::Backgrounds;

QString titleOf(const Backgrounds::TakenOut& taken)
{
    return taken.own.spec.title.isEmpty() ? taken.own.spec.address : taken.own.spec.title;
}

/// A background that was taken out of the list. Its password goes when it can no longer come back.
class RemoveBackground : public QUndoCommand {
public:
    RemoveBackground(Backgrounds& backgrounds, const Backgrounds::TakenOut& taken)
        : QUndoCommand(MainWindow::tr("Remove the background %1").arg(titleOf(taken)))
        , m_backgrounds(&backgrounds)
        , m_taken(taken)
    {
    }
    ~RemoveBackground() override
    {
        if (m_out && m_backgrounds)
            m_backgrounds->forget(m_taken);
    }
    void redo() override
    {
        if (!std::exchange(m_first, false) && m_backgrounds)
            m_backgrounds->takeOut(m_taken.own.id);
        m_out = true;
    }
    void undo() override
    {
        if (m_backgrounds)
            m_backgrounds->putBack(m_taken);
        m_out = false;
    }

private:
    QPointer<Backgrounds> m_backgrounds;
    Backgrounds::TakenOut m_taken;
    bool m_first = true; ///< the menu has taken it out
    bool m_out = false;
};

} // namespace

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
    auto* dialog = new PrintDialog({m_workspace.analysis(), m_ground.ground(nullptr), m_workspace.basemap()}, map().centre(), viewScale, m_settings,
                                   aim, this);
    dialog->setMethod(m_methods->resultForPage(), m_methods->gridForPage());
    dialog->setUnkept(m_unkeptPages);
    dialog->setLog([this](const QString& target, std::function<void(Result<void>)> done) {
        workspace::logOutput(m_workspace, workspace::Output::Page, target, std::move(done));
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrintDialog::written, this, [this](const QString& path) {
        m_mapArea->receipt().showReceipt(tr("Saved as %1.").arg(QFileInfo(path).fileName()), false);
    });
    dialog->open();
    return dialog;
}

void MainWindow::showImport(const QString& path, bool pasted)
{
    if (!m_workspace.isOpen() || m_workspace.isReadOnly())
        return;
    auto* dialog = new ImportDialog(m_workspace, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, [this](qint64 inserted, qint64 updated) {
        m_mapArea->receipt().showReceipt(
            tr("%1 added and %2 updated.").arg(text::incidents(inserted), text::number(updated)), true);
    });
    if (m_host.backgrounds && m_host.http)
        dialog->offerPolice(*m_host.backgrounds, m_host.http, m_host.dataFolder);
    dialog->open();
    if (pasted)
        dialog->pasteRows();
    else
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
    connect(m_backgroundMenu, &BackgroundMenu::removed, this, [this](const Backgrounds::TakenOut& taken) {
        m_workspace.undoStack()->push(new RemoveBackground(*m_host.backgrounds, taken));
        m_mapArea->receipt().showReceipt(tr("The background %1 removed.").arg(titleOf(taken)), true);
    });
    connect(m_backgroundMenu, &BackgroundMenu::commandsChanged, this, &MainWindow::showCommands);
    connect(m_backgroundMenu, &BackgroundMenu::remarkChanged, this,
            [this] { m_mapController->setGroundRemark(m_backgroundMenu->remark()); });
    connect(&map(), &MapView::sourceFailed, m_backgroundMenu, &BackgroundMenu::sourceFailed);
    connect(&map(), &MapView::sourceWorks, m_backgroundMenu, &BackgroundMenu::sourceWorks);
}

/// Areas of the filter's files and of layers, by code and name in the one search field, and as a filter from there.
void MainWindow::connectKeeping()
{
    if (!m_host.backups)
        return;
    const auto marked = [this] {
        const auto ids = m_chosen->ids();
        return ids.size() == 1 ? *ids.begin() : QUuid();
    };
    m_keep = new KeepController(m_workspace, *m_host.backups, m_settings, marked, this);
    m_actions->addToFile(m_keep->actions());
    connect(m_keep, &KeepController::told, this,
            [this](const QString& words) { m_mapArea->receipt().showReceipt(words, false); });
}

void MainWindow::connectAreaSearch()
{
    auto* names = new AreaNames(m_searchBox->found(), this);
    connect(m_searchBox, &SearchBox::searchBegins, names, [this, names] {
        QStringList files;
        if (const auto zones = m_filterPanel->zones())
            files.append(zones->path);
        files.append(m_settings.value(QStringLiteral("filter/zoneFiles")).toStringList());
        for (const workspace::MapLayer& layer : m_layers->layers().list())
            if (layer.kind == workspace::MapLayer::Kind::File
                && m_layers->layers().state(layer.id).prepared.geometry == exchange::LayerGeometry::Polygon)
                files.append(layer.source);
        files.removeDuplicates();
        names->setFiles(files);
        names->refresh();
    });
    connect(m_searchBox, &SearchBox::areaFilterChosen, this, [this](const AreaSource& area) {
        m_filterPanel->zoneBox().chooseArea(area.path, area.nameField, area.name);
    });
}

} // namespace hk::ui
