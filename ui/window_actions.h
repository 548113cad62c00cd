#pragma once

#include "ui/theme.h"
#include "workspace/map_analysis.h"

#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QMenuBar;
class QToolBar;
class QToolButton;
class QUndoStack;

namespace hk::ui {

class SearchBox;

/// Every command of the window with its words, keys and icon; builds the menus and the toolbar of them. What
/// a command does is connected by the window.
class WindowActions : public QObject {
    Q_OBJECT
public:
    explicit WindowActions(QMainWindow& window);

    // File
    QAction* newFile;
    QAction* openFile;
    QAction* openSample;
    QAction* saveCopy;
    QAction* importFile;
    QAction* pasteRows;
    QAction* exportPdf;
    QAction* print;
    QAction* quit;
    // Edit
    QAction* undo;
    QAction* redo;
    QAction* newIncident;
    QAction* editIncident;
    QAction* copyIncident;
    QAction* changeMany;     ///< of the marked ones
    QAction* mergeIncidents; ///< the marked ones into one
    QAction* removeIncident;
    QAction* findText;
    QAction* search;
    QAction* clearFilter;
    // View
    QAction* table;
    QAction* charts;
    QAction* mapAlone;
    QAction* resetWindow;
    // Analysis
    QAction* heatmap;
    QAction* hotspots;
    QAction* incidents;
    QAction* lockScale;
    QAction* edgeCorrection;
    QAction* whatIsHeatmap;
    QAction* analyses; ///< the panel of analyses beside the map
    QAction* compare;  ///< two periods side by side
    QList<QAction*> methods; ///< one for each of methods::allMethods(), in its order
    // Map
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* home;
    QAction* drawArea;
    QAction* clearArea;
    // Help
    QAction* about;
    QAction* keys;

    QMenu* recentMenu;
    QMenu* panelsMenu; ///< the window puts the docks' own toggles here

    /// Builds the menus and the toolbar around the search box.
    void build(SearchBox* searchBox);
    /// Commands of another part in the File menu, before printing; they are found as commands, too.
    void addToFile(const QList<QAction*>& actions);
    /// A menu of its own part at the head of the map's.
    void addToMap(QMenu* menu);
    void setUndoStack(QUndoStack* stack);
    struct State {
        bool open = false;
        bool readOnly = false;
        bool anyChosen = false; ///< incidents are marked
        bool severalChosen = false;
        bool anyArea = false;   ///< the filter has an area
    };
    /// What may be done now.
    void setState(const State& state);
    void showSettings(const workspace::MapSettings& settings);
    void showTheme(ThemeMode mode);
    void showTextScale(double scale);
    void showLanguage(const QString& language);
    void retranslate();
    /// What the search field can find among the commands. The property "command" holds the words where the
    /// action's own do not stand for themselves ("Theme ▸ Dark"), "otherWords" more words to find it by.
    QList<QAction*> commands() const;
    QToolBar* toolBar() const { return m_toolBar; }
    QMenu* mapMenu() const { return m_menus.at(4); }
    /// Commands of another part in the File menu, after those of importing; they are found as commands, too.
    void addToExchange(const QList<QAction*>& commands);
    /// Commands of other parts of the window, to be found like one's own.
    void addCommands(const QList<QAction*>& commands) { m_otherCommands.append(commands); }

Q_SIGNALS:
    void themeChosen(hk::ui::ThemeMode mode);
    void textScaleChosen(double scale);
    void languageChosen(const QString& language);
    void bandwidthChosen(double metres);
    void cellChosen(double metres);
    void kernelChosen(hk::analysis::Kernel kernel);
    void quantileChosen(double quantile);
    void withinChosen(double metres); ///< of the hub; 0: everywhere

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitToolBar(); ///< toggles without their words where there is no room for all
    QAction* make(const char* iconName, const QList<QKeySequence>& keys = {});
    QActionGroup* choices(QMenu* menu, const QVariantList& values);
    void buildMenus();
    void buildToolBar(SearchBox* searchBox);
    void buildChoices();
    void connectChoices();
    void retranslateChoices();
    void updateUndo();

    QMainWindow& m_window;
    QUndoStack* m_undoStack = nullptr;
    QToolBar* m_toolBar = nullptr;
    QToolButton* m_printButton = nullptr;
    QList<QAction*> m_otherCommands;
    QList<QMenu*> m_menus; ///< File, Edit, View, Analysis, Map, Help
    QMenu* m_themeMenu;
    QMenu* m_textMenu;
    QMenu* m_languageMenu;
    QMenu* m_bandwidthMenu;
    QMenu* m_cellMenu;
    QMenu* m_kernelMenu;
    QMenu* m_quantileMenu;
    QMenu* m_withinMenu;
    QActionGroup* m_themes = nullptr;
    QActionGroup* m_textScales = nullptr;
    QActionGroup* m_languages = nullptr;
    QActionGroup* m_bandwidths = nullptr;
    QActionGroup* m_cells = nullptr;
    QActionGroup* m_kernels = nullptr;
    QActionGroup* m_quantiles = nullptr;
    QActionGroup* m_withins = nullptr;
};

} // namespace hk::ui
