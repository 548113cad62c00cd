#pragma once

#include <QObject>
#include <QPoint>

class QDockWidget;
class QMainWindow;
class QSettings;
class QWidget;

namespace hk::ui {

/// Where the panels stand: the selection to the left, hotspots or form to the right, time and table below.
/// Remembered between runs; can be put back.
class WindowDocks : public QObject {
    Q_OBJECT
public:
    WindowDocks(QMainWindow& window, QSettings& settings, QWidget* selection, QWidget* side, QWidget* time,
                QWidget* table, QWidget* layers);

    QDockWidget* selection() const { return m_selection; }
    QDockWidget* side() const { return m_side; }
    QDockWidget* time() const { return m_time; }
    QDockWidget* table() const { return m_table; }
    QDockWidget* layers() const { return m_layers; }

    void reset(); ///< as delivered
    void widenSide(); ///< to what a result with tables asks for, where there is room
    void showTable(bool shown);
    void showLayers(); ///< to the front
    void restore();
    void save();
    /// Nothing but the map; the menus' keys still work. Off: as it was.
    void setMapAlone(bool alone);
    bool isMapAlone() const { return m_mapAlone; }
    void retranslate();
    void setSideTitle(const QString& title);
    void takeFont(); ///< the application's has changed; docks keep their own for their titles

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitToScreen();
    void makeRoom();
    bool dragTable(QEvent* event);
    QDockWidget* add(const char* name, QWidget* content, Qt::DockWidgetArea area);

    QMainWindow& m_window;
    QSettings& m_settings;
    QDockWidget* m_selection;
    QDockWidget* m_side;
    QDockWidget* m_time;
    QDockWidget* m_table;
    QDockWidget* m_layers;
    QByteArray m_before; ///< the layout before the map was alone
    bool m_mapAlone = false;
    bool m_shown = false;      ///< the window has been seen
    bool m_madeRoom = false;   ///< the selection is hidden until there is room for it again
    bool m_tableIsNew = true;  ///< the table has the height as delivered
    int m_dragStart = -1;      ///< of the line above the table: where it was pressed; -1: not pressed
    int m_dragHeight = 0;      ///< the table's height then
};

} // namespace hk::ui
