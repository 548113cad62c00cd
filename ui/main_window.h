#pragma once

#include "core/incident_filter.h"
#include "ui/print/print_dialog.h"
#include "ui/theme.h"
#include "workspace/layers.h"

#include <QMainWindow>
#include <functional>
#include <memory>

class QAction;
class QLabel;
class QSettings;
class QStackedWidget;
class QTimer;

namespace hk::net {
class HttpClient;
}

namespace hk::workspace {
class BackupKeeper;
class Backgrounds;
class MapGround;
class Workspace;
}

namespace hk::ui {

class BackgroundMenu;
class ChartController;
class ChartPanel;
class ChosenIncidents;
class EditController;
class ExportController;
class FacetCounter;
class FileController;
class FilterPanel;
class HotspotPanel;
class IncidentForm;
class KeepController;
class LayerController;
class MapArea;
class MapBuilds;
class MapController;
class MapView;
class MethodController;
class MethodPanel;
class SearchBox;
class SideBySide;
class TablePanel;
class TimeStrip;
class WindowActions;
class WindowDocks;

/// What the window asks of the program that holds it.
struct WindowHost {
    std::function<void(const QString&)>
        useLanguage; ///< "sv" or "en": installs it; the window hears of it by event
    std::function<void(bool dark, double textScale)> useTheme;
    QString language = QStringLiteral("sv");
    bool systemIsDark = false;
    QString dataFolder; ///< for samples
    workspace::LayerServices layers = {};
    std::shared_ptr<net::HttpClient> http = {}; ///< null: no services can be connected
    workspace::Backgrounds* backgrounds = nullptr; ///< null: the built-in map alone
    workspace::BackupKeeper* backups = nullptr;    ///< null: no log, copies, disposal and profile
};

/// The window: puts its parts together and connects them to the workspace. Holds no data.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `workspace`, `ground` and `settings` must outlive the window.
    MainWindow(workspace::Workspace& workspace, workspace::MapGround& ground, QSettings& settings, WindowHost host);
    ~MainWindow() override;

    FileController& files() { return *m_files; }
    WindowActions& actions() { return *m_actions; }
    MapView& map();
    BackgroundMenu* backgroundMenu() { return m_backgroundMenu; } ///< null without backgrounds
    MapArea& mapArea() { return *m_mapArea; }
    FilterPanel& filterPanel() { return *m_filterPanel; }
    HotspotPanel& hotspotPanel() { return *m_hotspotPanel; }
    IncidentForm& incidentForm() { return *m_form; }
    MethodPanel& methodPanel() { return *m_methodPanel; }
    MethodController& methods() { return *m_methods; }
    SideBySide& sideBySide() { return *m_sideBySide; }
    TablePanel& tablePanel() { return *m_table; }
    ChartPanel& chartPanel() { return *m_chartPanel; }
    SearchBox& searchBox() { return *m_searchBox; }
    ChosenIncidents& chosen() { return *m_chosen; }
    LayerController& layers() { return *m_layers; }
    KeepController* keeping() { return m_keep; } ///< null without a keeper of backup copies
    ExportController& exports() { return *m_exports; }
    WindowDocks& docks() { return *m_docks; }
    QString statusText() const;
    /// Whether the density shown is the exact one of the selection shown: for pictures of the window.
    bool isSettled() const;
    /// Opens the preview; not modal for its caller.
    PrintDialog* showPrint(PrintDialog::Aim aim);
    void showImport(const QString& path = {}, bool pasted = false);

protected:
    void changeEvent(QEvent* event) override;
    /// Waits for a change that is on its way to the file; where that fails the window stays.
    void closeEvent(QCloseEvent* event) override;

private:
    bool isAnalysed() const;
    void buildParts();
    void connectWorkspace();
    void connectParts();
    void connectFoundPlace();
    void connectActions();
    void connectSettings();
    void rememberPlaceFiles();
    void retranslate();
    void refreshFromOutside();
    void applyFilterSoon(const IncidentFilter& filter);
    /// Shown in the panel and applied soon.
    void chooseFilter(const IncidentFilter& filter);
    void showSnapshot();
    void showSelection();
    void showEmptyCard();
    void showAnalysis();
    void showOpened();
    void showTitle();
    void showStatus();
    void showState();
    void showRecent();
    void connectMethods();
    void connectLayers();
    void connectAreaSearch();
    void rememberLegend();
    void connectBackgrounds();
    void connectKeeping();
    void showCommands();
    void showSide();
    void showMethods(bool shown);
    void setTheme(ThemeMode mode, double textScale);
    void setDrawing(bool drawing);
    enum class Explanation { Heatmap, Keys, Program };
    void explain(Explanation what);
    void chooseHotspot(int rank);

    workspace::Workspace& m_workspace;
    workspace::MapGround& m_ground;
    QSettings& m_settings;
    WindowHost m_host;
    ChosenIncidents* m_chosen;
    WindowActions* m_actions;
    FacetCounter* m_facets;
    MapArea* m_mapArea;
    FilterPanel* m_filterPanel;
    QStackedWidget* m_side;
    HotspotPanel* m_hotspotPanel;
    IncidentForm* m_form;
    MethodPanel* m_methodPanel;
    TimeStrip* m_timeStrip;
    TablePanel* m_table;
    ChartPanel* m_chartPanel;
    SearchBox* m_searchBox;
    WindowDocks* m_docks;
    FileController* m_files;
    MapController* m_mapController;
    EditController* m_edit;
    ChartController* m_charts;
    MethodController* m_methods;
    SideBySide* m_sideBySide;
    LayerController* m_layers;
    ExportController* m_exports;
    BackgroundMenu* m_backgroundMenu = nullptr;
    MapBuilds* m_mapBuilds = nullptr;
    KeepController* m_keep = nullptr;
    bool m_methodsShown = false; ///< on the right, in place of the hotspots
    QAction* m_legend; ///< shows the legend on the map whole, or its heading alone
    QLabel* m_status;
    QTimer* m_filterTimer;
    IncidentFilter m_wantedFilter;
    QDateTime m_savedAt;
    std::shared_ptr<PrintDialog::Unkept> m_unkeptPages = std::make_shared<PrintDialog::Unkept>();
    bool m_closing = false; ///< as soon as what is on its way to the file is there
    ThemeMode m_themeMode = ThemeMode::System;
    double m_textScale = 1.0;
};

} // namespace hk::ui
