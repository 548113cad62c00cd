#include "ui/window_docks.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QMouseEvent>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <algorithm>
#include <utility>

namespace hk::ui {
namespace {

const QString stateKey = QStringLiteral("window/state");
const QString geometryKey = QStringLiteral("window/geometry");
constexpr int stateVersion = 1;
constexpr int leastTableHeight = 110;
constexpr int leastMapHeight = 160;
constexpr int frameTime = 150; // ms until the window manager has put its frame around

} // namespace

WindowDocks::WindowDocks(QMainWindow& window, QSettings& settings, QWidget* selectionPanel,
                         QWidget* sidePanel, QWidget* timeStrip, QWidget* tablePanel, QWidget* layerPanel,
                         QWidget* chartPanel)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
    , m_selection(add("selectionDock", selectionPanel, Qt::LeftDockWidgetArea))
    , m_side(add("sideDock", sidePanel, Qt::RightDockWidgetArea))
    , m_time(add("timeDock", timeStrip, Qt::BottomDockWidgetArea))
    , m_table(add("tableDock", tablePanel, Qt::BottomDockWidgetArea))
    , m_layers(add("layerDock", layerPanel, Qt::LeftDockWidgetArea))
    , m_charts(add("chartDock", chartPanel, Qt::BottomDockWidgetArea))
{
    // The strip needs no title: what it is, is plain to see.
    m_time->setTitleBarWidget(new QWidget(m_time));
    m_time->setFeatures(QDockWidget::DockWidgetClosable);
    m_charts->setAllowedAreas(Qt::AllDockWidgetAreas);
    m_window.splitDockWidget(m_time, m_table, Qt::Vertical);
    m_selection->setMinimumWidth(236);
    m_side->setMinimumWidth(256);
    retranslate();
    reset();
    m_window.installEventFilter(this);
}

QDockWidget* WindowDocks::add(const char* name, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(&m_window);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->setAllowedAreas(area == Qt::BottomDockWidgetArea
                              ? Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea
                              : Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_window.addDockWidget(area, dock);
    return dock;
}

void WindowDocks::retranslate()
{
    m_selection->setWindowTitle(tr("Selection"));
    m_time->setWindowTitle(tr("Time strip"));
    m_table->setWindowTitle(tr("Table"));
    m_layers->setWindowTitle(tr("Layers"));
    m_charts->setWindowTitle(tr("Charts"));
    // Qt gives a dock its tool tips once and for all, in the language of that moment.
    for (QDockWidget* dock : all())
        if (auto* button = dock->findChild<QAbstractButton*>(QStringLiteral("qt_dockwidget_closebutton"))) {
            button->setToolTip(tr("Close"));
            button->setAccessibleName(tr("Close"));
            button->setAccessibleDescription({});
        }
}

void WindowDocks::setSideTitle(const QString& title)
{
    m_side->setWindowTitle(title);
    QTimer::singleShot(0, this, &WindowDocks::makeRoom); // when the panel has its new content
}

void WindowDocks::takeFont()
{
    // A dock whose font equals the application's keeps the title's size of the program's start: Qt compares them.
    QFont font = QApplication::font();
    font.setStyleHint(QFont::SansSerif);
    for (QDockWidget* dock : all())
        dock->setFont(font);
    if (std::exchange(m_madeRoom, false))
        m_selection->show(); // what is hidden is not measured anew
    QTimer::singleShot(0, this, &WindowDocks::makeRoom);
}

/// With large text in a narrow window two panels and the map have no room beside each other: rather than to cut off what stands
/// in the one that was opened, the selection stands back.
void WindowDocks::makeRoom()
{
    constexpr int leastMap = 180;
    if (!m_shown || m_mapAlone || m_window.width() == 0)
        return;
    if (m_selection->isVisible())
        m_madeRoom = false; // whoever opened it again wants it
    const int needed = m_selection->minimumSizeHint().width() + m_side->minimumSizeHint().width() + leastMap;
    const bool beside = m_side->isVisible() && !m_side->isFloating() && !m_selection->isFloating();
    if (beside && m_selection->isVisible() && needed > m_window.width()) {
        m_selection->hide();
        m_madeRoom = true;
    } else if (m_madeRoom && (!beside || needed <= m_window.width())) {
        m_selection->show();
        m_madeRoom = false;
    }
}

void WindowDocks::reset()
{
    for (QDockWidget* dock : all())
        dock->setFloating(false);
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_selection);
    m_window.tabifyDockWidget(m_selection, m_layers);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_side);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_time);
    m_window.splitDockWidget(m_time, m_table, Qt::Vertical);
    m_window.splitDockWidget(m_table, m_charts, Qt::Horizontal);
    m_selection->show();
    m_side->show();
    m_time->show();
    m_table->hide();
    m_layers->hide(); // until there are any
    m_charts->hide();
    m_belowIsNew = true;
    m_window.resizeDocks({m_selection, m_side}, {276, 288}, Qt::Horizontal);
}

void WindowDocks::widenSide()
{
    constexpr int wanted = 380;
    constexpr int leastMap = 480;
    const int room = m_window.width() - (m_selection->isVisible() ? m_selection->width() : 0) - leastMap;
    if (!m_side->isFloating() && m_side->width() < std::min(wanted, room))
        m_window.resizeDocks({m_side}, {std::min(wanted, room)}, Qt::Horizontal);
}

void WindowDocks::showBelow(QDockWidget* dock, bool shown)
{
    dock->setVisible(shown);
    if (!shown)
        return;
    dock->raise(); // from behind another in its place
    // At first it gets as much as shows some rows; after that, what the user has given it.
    const bool isBelow = m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
    if (isBelow && (m_belowIsNew || dock->height() < leastTableHeight)) {
        m_window.resizeDocks({dock}, {dock->sizeHint().height()}, Qt::Vertical);
        m_belowIsNew = false;
    }
}

QDockWidget* WindowDocks::below() const
{
    for (QDockWidget* dock : {m_table, m_charts})
        if (dock->isVisible() && !dock->isFloating() &&
            m_window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            return dock;
    return nullptr;
}

void WindowDocks::showLayers()
{
    m_layers->show();
    m_layers->raise();
}

bool WindowDocks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && !m_shown) {
        m_shown = true;
        fitToScreen();
        QTimer::singleShot(frameTime, this, &WindowDocks::fitToScreen);
    }
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        QTimer::singleShot(0, this, &WindowDocks::makeRoom);
    return dragBelow(event) || QObject::eventFilter(watched, event);
}

void WindowDocks::fitToScreen()
{
    // Without a screen a picture of the window is as large as was asked for.
    if (QGuiApplication::platformName() == QStringLiteral("offscreen") || m_window.isMaximized() ||
        m_window.isFullScreen())
        return;
    const QRect room = m_window.screen()->availableGeometry();
    const QSize frame = m_window.frameGeometry().size() - m_window.size();
    m_window.resize(m_window.size().boundedTo(room.size() - frame));
    const QRect taken = m_window.frameGeometry();
    const QPoint corner(std::clamp(taken.left(), room.left(),
                                   std::max(room.left(), room.right() + 1 - taken.width())),
                        std::clamp(taken.top(), room.top(),
                                   std::max(room.top(), room.bottom() + 1 - taken.height())));
    if (corner != taken.topLeft())
        m_window.move(corner);
}

/// The strip above table and charts has one height, so Qt's own line between the two moves nothing: the room
/// is taken from the map.
bool WindowDocks::dragBelow(QEvent* event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseMove &&
        event->type() != QEvent::MouseButtonRelease)
        return false;
    const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
    QDockWidget* dock = below();
    if (event->type() == QEvent::MouseButtonPress) {
        const bool stacked = dock && m_time->isVisible() && m_time->geometry().bottom() < dock->y();
        const auto under = [at](const QDockWidget* shown) {
            return shown->isVisible() && at.x() >= shown->x() && at.x() <= shown->geometry().right();
        };
        if (!stacked || at.y() <= m_time->geometry().bottom() || at.y() >= dock->y() ||
            !(under(m_table) || under(m_charts)))
            return false;
        m_dragStart = at.y();
        m_dragHeight = dock->height();
        return true;
    }
    if (m_dragStart < 0)
        return false;
    if (event->type() == QEvent::MouseButtonRelease || !dock) {
        m_dragStart = -1;
        return true;
    }
    const int most = dock->height() + m_window.centralWidget()->height() - leastMapHeight;
    const int height =
        std::clamp(m_dragHeight + m_dragStart - at.y(), leastTableHeight, std::max(leastTableHeight, most));
    m_window.resizeDocks({dock}, {height}, Qt::Vertical);
    return true;
}

void WindowDocks::restore()
{
    m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
    if (m_window.restoreState(m_settings.value(stateKey).toByteArray(), stateVersion))
        m_belowIsNew = m_table->isHidden() && m_charts->isHidden() && m_table->height() < leastTableHeight;
    else
        reset();
}

void WindowDocks::save()
{
    setMapAlone(false);
    if (std::exchange(m_madeRoom, false))
        m_selection->show();
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
        for (QDockWidget* dock : all())
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
