#include "ui/window_docks.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>

namespace hk::ui {
namespace {

const QString stateKey = QStringLiteral("window/state");
const QString geometryKey = QStringLiteral("window/geometry");
constexpr int stateVersion = 1;
constexpr int leastTableHeight = 140;
constexpr int usualTableHeight = 250;

} // namespace

WindowDocks::WindowDocks(QMainWindow& window, QSettings& settings, QWidget* selectionPanel, QWidget* sidePanel,
                         QWidget* timeStrip, QWidget* tablePanel)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
    , m_selection(add("selectionDock", selectionPanel, Qt::LeftDockWidgetArea))
    , m_side(add("sideDock", sidePanel, Qt::RightDockWidgetArea))
    , m_time(add("timeDock", timeStrip, Qt::BottomDockWidgetArea))
    , m_table(add("tableDock", tablePanel, Qt::BottomDockWidgetArea))
{
    // The strip needs no title: what it is, is plain to see.
    m_time->setTitleBarWidget(new QWidget(m_time));
    m_time->setFeatures(QDockWidget::DockWidgetClosable);
    m_window.splitDockWidget(m_time, m_table, Qt::Vertical);
    // A strip: where the table below it goes, it must not take the room.
    timeStrip->setMaximumHeight(timeStrip->sizeHint().height());
    m_selection->setMinimumWidth(236);
    m_side->setMinimumWidth(256);
    retranslate();
    reset();
}

QDockWidget* WindowDocks::add(const char* name, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->setAllowedAreas(area == Qt::BottomDockWidgetArea ? Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea
                                                           : Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_window.addDockWidget(area, dock);
    return dock;
}

void WindowDocks::retranslate()
{
    m_selection->setWindowTitle(tr("Selection"));
    m_time->setWindowTitle(tr("Time strip"));
    m_table->setWindowTitle(tr("Table"));
    // Qt gives a dock its tool tips once and for all, in the language of that moment.
    for (QDockWidget* dock : {m_selection, m_side, m_time, m_table})
        if (auto* button = dock->findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_closebutton"))) {
            button->setToolTip(tr("Close"));
            button->setAccessibleName(tr("Close"));
            button->setAccessibleDescription({});
        }
}

void WindowDocks::setSideTitle(const QString& title) { m_side->setWindowTitle(title); }

void WindowDocks::reset()
{
    for (QDockWidget* dock : {m_selection, m_side, m_time, m_table})
        dock->setFloating(false);
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_selection);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_side);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_time);
    m_window.splitDockWidget(m_time, m_table, Qt::Vertical);
    m_selection->show();
    m_side->show();
    m_time->show();
    m_table->hide();
    m_window.resizeDocks({m_selection, m_side}, {276, 288}, Qt::Horizontal);
}

void WindowDocks::showTable(bool shown)
{
    m_table->setVisible(shown);
    // At first it gets as much as shows some rows; after that, what the user has given it.
    if (shown && m_table->height() < leastTableHeight)
        m_window.resizeDocks({m_time, m_table}, {m_time->sizeHint().height(), usualTableHeight}, Qt::Vertical);
}

void WindowDocks::restore()
{
    m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    if (!m_window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion))
        reset();
}

void WindowDocks::save()
{
    setMapAlone(false);
    m_settings.setValue(geometryKey, m_window.saveGeometry());
    m_settings.setValue(stateKey, m_window.saveState(stateVersion));
}

void WindowDocks::setMapAlone(bool alone)
{
    if (alone == m_mapAlone)
        return;
    m_mapAlone = alone;
    if (alone) {
        m_before = m_window.saveState(stateVersion);
        for (QDockWidget* dock : {m_selection, m_side, m_time, m_table})
            dock->hide();
        for (QToolBar* bar : m_window.findChildren<QToolBar*>())
            bar->hide();
    } else {
        m_window.restoreState(m_before, stateVersion);
    }
    m_window.menuBar()->setVisible(!alone);
    m_window.statusBar()->setVisible(!alone);
}

} // namespace hk::ui
