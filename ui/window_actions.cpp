#include "ui/window_actions.h"

#include "methods/method.h"
#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/search_box.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>
#include <cmath>

namespace hk::ui {
namespace {

QKeySequence ctrl(Qt::Key key)
{
    return QKeySequence(QKeyCombination(Qt::CTRL, key));
}
QKeySequence ctrlShift(Qt::Key key)
{
    return QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, key));
}

void check(QActionGroup* group, const QVariant& value)
{
    for (QAction* action : group->actions())
        action->setChecked(action->data() == value);
}

void checkNumber(QActionGroup* group, double value)
{
    for (QAction* action : group->actions())
        action->setChecked(std::abs(action->data().toDouble() - value) < 1e-9);
}

} // namespace

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    newFile = make("file-new", {ctrlShift(Qt::Key_N)});
    openFile = make("open", {ctrl(Qt::Key_O)});
    openSample = make("sample");
    saveCopy = make("copy", {ctrlShift(Qt::Key_S)});
    importFile = make("import", {ctrl(Qt::Key_I)});
    pasteRows = make(nullptr, {ctrl(Qt::Key_V)});
    exportPdf = make("export", {ctrlShift(Qt::Key_P)});
    print = make("print", {ctrl(Qt::Key_P)});
    quit = make(nullptr, {ctrl(Qt::Key_Q)});
    undo = make("undo", {ctrl(Qt::Key_Z)});
    redo = make("redo", {ctrlShift(Qt::Key_Z), ctrl(Qt::Key_Y)});
    newIncident = make("plus", {ctrl(Qt::Key_N)});
    editIncident = make("edit", {QKeySequence(Qt::Key_F2)});
    copyIncident = make("copy", {ctrl(Qt::Key_D)});
    changeMany = make("edit", {ctrl(Qt::Key_E)});
    mergeIncidents = make(nullptr, {ctrlShift(Qt::Key_M)});
    removeIncident = make("trash", {QKeySequence(Qt::Key_Delete)});
    findText = make("filter", {ctrl(Qt::Key_F)});
    search = make("search", {ctrl(Qt::Key_K)});
    clearFilter = make("close", {ctrlShift(Qt::Key_X)});
    table = make("table", {ctrl(Qt::Key_T), QKeySequence(Qt::Key_T)});
    charts = make("charts", {ctrl(Qt::Key_6), QKeySequence(Qt::Key_D)});
    mapAlone = make("full-screen", {QKeySequence(Qt::Key_F11)});
    resetWindow = make(nullptr);
    heatmap = make("heatmap", {ctrl(Qt::Key_1)});
    hotspots = make("hotspots", {ctrl(Qt::Key_2)});
    incidents = make("incidents", {ctrl(Qt::Key_3)});
    lockScale = make("lock");
    edgeCorrection = make("area");
    whatIsHeatmap = make("help");
    analyses = make("analysis", {ctrl(Qt::Key_4)});
    compare = make("compare", {ctrl(Qt::Key_5)});
    for (int i = 0; i < static_cast<int>(methods::allMethods().size()); ++i) // the tenth has 0
        methods.append(make(nullptr, {QKeySequence(QKeyCombination(Qt::ALT, Qt::Key(Qt::Key_0 + (i + 1) % 10)))}));
    zoomIn = make("zoom-in", {ctrl(Qt::Key_Plus), ctrl(Qt::Key_Equal)});
    zoomOut = make("zoom-out", {ctrl(Qt::Key_Minus)});
    home = make("home", {ctrl(Qt::Key_0)});
    drawArea = make("area", {ctrlShift(Qt::Key_A)});
    clearArea = make("close");
    about = make(nullptr);
    keys = make(nullptr, {QKeySequence(Qt::Key_F1)});
    for (QAction* action : {table, charts, mapAlone, heatmap, hotspots, incidents, lockScale, edgeCorrection,
                            analyses, compare, drawArea}) {
        action->setCheckable(true);
        action->setIconVisibleInMenu(false); // the check mark stands there
    }
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);

    recentMenu = new QMenu(&window);
    panelsMenu = new QMenu(&window);
    for (QMenu** menu : {&m_themeMenu, &m_textMenu, &m_languageMenu, &m_bandwidthMenu, &m_cellMenu,
                         &m_kernelMenu, &m_quantileMenu, &m_withinMenu})
        *menu = new QMenu(&window);
    buildChoices();
    connectChoices();
}

QAction* WindowActions::make(const char* iconName, const QList<QKeySequence>& keySequences)
{
    auto* action = new QAction(this);
    if (iconName)
        action->setIcon(icon(QString::fromLatin1(iconName)));
    action->setShortcuts(keySequences);
    m_window.addAction(action);
    return action;
}

QActionGroup* WindowActions::choices(QMenu* menu, const QVariantList& values)
{
    auto* group = new QActionGroup(this);
    for (const QVariant& value : values) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    }
    return group;
}

void WindowActions::buildChoices()
{
    m_themes = choices(m_themeMenu, {0, 1, 2});
    m_textScales = choices(m_textMenu, {1.0, 1.25, 1.5, 2.0});
    m_languages = choices(m_languageMenu, {QStringLiteral("sv"), QStringLiteral("en")});
    m_bandwidths = choices(m_bandwidthMenu, {75.0, 100.0, 150.0, 200.0, 300.0, 500.0});
    m_cells = choices(m_cellMenu, {10.0, 25.0, 50.0});
    m_kernels = choices(m_kernelMenu, {0, 1});
    m_quantiles = choices(m_quantileMenu, {0.8, 0.9, 0.95});
    m_withins = choices(m_withinMenu, {500.0, 1000.0, 2000.0, 0.0});
}

void WindowActions::connectChoices()
{
    const auto on = [this](QActionGroup* group, auto slot) {
        connect(group, &QActionGroup::triggered, this, [slot](QAction* action) { slot(action->data()); });
    };
    on(m_themes,
       [this](const QVariant& value) { Q_EMIT themeChosen(static_cast<ThemeMode>(value.toInt())); });
    on(m_textScales, [this](const QVariant& value) { Q_EMIT textScaleChosen(value.toDouble()); });
    on(m_languages, [this](const QVariant& value) { Q_EMIT languageChosen(value.toString()); });
    on(m_bandwidths, [this](const QVariant& value) { Q_EMIT bandwidthChosen(value.toDouble()); });
    on(m_cells, [this](const QVariant& value) { Q_EMIT cellChosen(value.toDouble()); });
    on(m_kernels,
       [this](const QVariant& value) { Q_EMIT kernelChosen(static_cast<analysis::Kernel>(value.toInt())); });
    on(m_quantiles, [this](const QVariant& value) { Q_EMIT quantileChosen(value.toDouble()); });
    on(m_withins, [this](const QVariant& value) { Q_EMIT withinChosen(value.toDouble()); });
}

void WindowActions::build(SearchBox* searchBox)
{
    buildMenus();
    buildToolBar(searchBox);
    retranslate();
}

void WindowActions::buildMenus()
{
    QMenuBar* bar = m_window.menuBar();
    const auto menu = [&](std::initializer_list<QAction*> actions) {
        QMenu* made = bar->addMenu(QString());
        for (QAction* action : actions) {
            if (action)
                made->addAction(action);
            else
                made->addSeparator();
        }
        m_menus.append(made);
        return made;
    };
    QMenu* file = menu({newFile, openFile, nullptr, openSample, nullptr, saveCopy, importFile, pasteRows, nullptr,
                        exportPdf, print, nullptr, quit});
    file->insertMenu(openSample, recentMenu);
    menu({undo, redo, nullptr, newIncident, editIncident, copyIncident, changeMany, mergeIncidents,
          removeIncident, nullptr, search, findText, clearFilter});
    QMenu* view = menu({table, charts, mapAlone, resetWindow});
    view->insertMenu(mapAlone, panelsMenu);
    view->addSeparator();
    for (QMenu* sub : {m_themeMenu, m_textMenu, m_languageMenu})
        view->addMenu(sub);
    QMenu* analysisMenu = menu({heatmap, hotspots, incidents, nullptr, lockScale, edgeCorrection, nullptr, analyses, compare});
    analysisMenu->addActions(methods);
    analysisMenu->addSeparator();
    analysisMenu->addAction(whatIsHeatmap);
    QAction* beforeLock = lockScale;
    for (QMenu* sub : {m_bandwidthMenu, m_cellMenu, m_kernelMenu, m_quantileMenu, m_withinMenu})
        analysisMenu->insertMenu(beforeLock, sub);
    menu({zoomIn, zoomOut, home, nullptr, drawArea, clearArea});
    menu({keys, whatIsHeatmap, nullptr, about});
}

void WindowActions::buildToolBar(SearchBox* searchBox)
{
    m_toolBar = m_window.addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setFloatable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setIconSize({18, 18});
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addAction(newIncident);
    m_toolBar->addSeparator();
    m_toolBar->addWidget(searchBox);
    auto* space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    for (QAction* toggle : {heatmap, hotspots, incidents})
        m_toolBar->addAction(toggle);
    m_toolBar->addSeparator();
    for (QAction* toggle : {analyses, compare})
        m_toolBar->addAction(toggle);
    m_toolBar->addSeparator();
    m_printButton = new QToolButton(m_toolBar);
    m_printButton->setIcon(icon(QStringLiteral("print")));
    m_printButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_printButton->setPopupMode(QToolButton::InstantPopup);
    auto* printMenu = new QMenu(m_printButton);
    printMenu->addAction(exportPdf);
    printMenu->addAction(print);
    m_printButton->setMenu(printMenu);
    m_toolBar->addWidget(m_printButton);
    m_toolBar->installEventFilter(this);
}

bool WindowActions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_toolBar && (event->type() == QEvent::Resize || event->type() == QEvent::StyleChange))
        fitToolBar();
    return QObject::eventFilter(watched, event);
}

void WindowActions::fitToolBar()
{
    constexpr int between = 8; // spacing and margins of an item
    const auto buttonOf = [this](QAction* action) { return qobject_cast<QToolButton*>(m_toolBar->widgetForAction(action)); };
    const QList<QAction*> toggles{heatmap, hotspots, incidents, analyses, compare};
    for (QAction* toggle : toggles)
        if (QToolButton* button = buttonOf(toggle))
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    int wanted = 0;
    for (QAction* action : m_toolBar->actions())
        if (const QWidget* item = m_toolBar->widgetForAction(action))
            wanted += between + (buttonOf(action) || item == m_printButton ? item->sizeHint() : item->minimumSizeHint())
                                    .expandedTo(item->minimumSize())
                                    .width();
    if (wanted <= m_toolBar->width())
        return;
    for (QAction* toggle : toggles)
        if (QToolButton* button = buttonOf(toggle))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void WindowActions::addToFile(const QList<QAction*>& actions)
{
    m_menus.constFirst()->insertActions(exportPdf, actions);
    m_menus.constFirst()->insertSeparator(exportPdf);
    addCommands(actions);
    m_window.addActions(actions);
}

void WindowActions::addToExchange(const QList<QAction*>& commands)
{
    const QList<QAction*> actions = m_menus.constFirst()->actions();
    m_menus.constFirst()->insertActions(actions.at(actions.indexOf(pasteRows) + 1), commands);
    addCommands(commands);
    m_window.addActions(commands);
}

void WindowActions::addToMap(QMenu* menu)
{
    constexpr int mapMenu = 4;
    QMenu* map = m_menus.at(mapMenu);
    map->insertSeparator(map->actions().constFirst());
    map->insertMenu(map->actions().constFirst(), menu);
}

void WindowActions::setUndoStack(QUndoStack* stack)
{
    m_undoStack = stack;
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    for (auto changed : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(stack, changed, this, &WindowActions::updateUndo);
    connect(stack, &QUndoStack::indexChanged, this, &WindowActions::updateUndo);
    updateUndo();
}

void WindowActions::updateUndo()
{
    undo->setEnabled(m_undoStack && m_undoStack->canUndo());
    redo->setEnabled(m_undoStack && m_undoStack->canRedo());
}

void WindowActions::setState(const State& state)
{
    const bool open = state.open;
    for (QAction* action : {saveCopy, exportPdf, print, findText, clearFilter, table, charts, heatmap,
                            hotspots, incidents, lockScale, analyses, compare, drawArea})
        action->setEnabled(open);
    for (QAction* action : methods)
        action->setEnabled(open);
    for (QAction* action : {clearArea, edgeCorrection})
        action->setEnabled(open && state.anyArea);
    for (QAction* action : {newIncident, importFile, pasteRows})
        action->setEnabled(open && !state.readOnly);
    for (QAction* action : {editIncident, copyIncident, changeMany, removeIncident})
        action->setEnabled(open && !state.readOnly && state.anyChosen);
    mergeIncidents->setEnabled(open && !state.readOnly && state.severalChosen);
    if (m_printButton)
        m_printButton->setEnabled(open);
}

void WindowActions::showSettings(const workspace::MapSettings& settings)
{
    heatmap->setChecked(settings.showHeatmap);
    hotspots->setChecked(settings.showHotspots);
    incidents->setChecked(settings.showIncidents);
    lockScale->setChecked(!settings.lockedScale.isEmpty());
    edgeCorrection->setChecked(settings.edgeCorrection);
    checkNumber(m_bandwidths, settings.bandwidth);
    checkNumber(m_cells, settings.cell);
    check(m_kernels, static_cast<int>(settings.kernel));
    checkNumber(m_quantiles, settings.quantile);
    checkNumber(m_withins, settings.hotspotsWithin);
}

void WindowActions::showTheme(ThemeMode mode)
{
    check(m_themes, static_cast<int>(mode));
}
void WindowActions::showTextScale(double scale)
{
    checkNumber(m_textScales, scale);
}
void WindowActions::showLanguage(const QString& language)
{
    check(m_languages, language);
}

QList<QAction*> WindowActions::commands() const
{
    QList<QAction*> all{
            newFile,     openFile, openSample,  saveCopy,      importFile, pasteRows, exportPdf, print,
            newIncident, undo,     redo,        editIncident,  copyIncident, changeMany, mergeIncidents, removeIncident,
            findText,    clearFilter,
            table,       mapAlone, resetWindow, heatmap,       hotspots,       incidents, lockScale,
            edgeCorrection, home,        drawArea, clearArea,   whatIsHeatmap, keys,           about,         quit,           zoomIn,    zoomOut};
    all.append({analyses, compare});
    all.append(methods);
    all.append(m_otherCommands);
    for (const QActionGroup* group : {m_themes, m_textScales, m_languages, m_bandwidths, m_cells, m_kernels,
                                      m_quantiles, m_withins})
        all.append(group->actions());
    return all;
}

} // namespace hk::ui
