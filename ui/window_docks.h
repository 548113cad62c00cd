#pragma once

#include <QList>
#include <QObject>
#include <QPoint>

class QDockWidget;
class QMainWindow;
class QSettings;
class QWidget;

namespace hk::ui {

/// Where the panels stand: the selection to the left, hotspots or form to the right, time, table and charts
/// below. Remembered between runs; can be put back.
class WindowDocks : public QObject {
    Q_OBJECT
public:
    WindowDocks(QMainWindow& window, QSettings& settings, QWidget* selection, QWidget* side, QWidget* time,
                QWidget* table, QWidget* layers, QWidget* charts);

    QDockWidget* selection() const { return m_selection; }
    QDockWidget* side() const { return m_side; }
    QDockWidget* time() const { return m_time; }
    QDockWidget* table() const { return m_table; }
    QDockWidget* layers() const { return m_layers; }
    QDockWidget* charts() const { return m_charts; }

    void reset(); ///< as delivered
    void widenSide(); ///< to what a result with tables asks for, where there is room
    void showTable(bool shown) { showBelow(m_table, shown); }
    void showCharts(bool shown) { showBelow(m_charts, shown); }
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
    QList<QDockWidget*> all() const { return {m_selection, m_side, m_time, m_table, m_layers, m_charts}; }
    void showBelow(QDockWidget* dock, bool shown);
    /// The table or the charts, whichever is seen below the time; null: neither.
    QDockWidget* below() const;
    bool dragBelow(QEvent* event);
    QDockWidget* add(const char* name, QWidget* content, Qt::DockWidgetArea area);

    QMainWindow& m_window;
    QSettings& m_settings;
    QDockWidget* m_selection;
    QDockWidget* m_side;
    QDockWidget* m_time;
    QDockWidget* m_table;
    QDockWidget* m_layers;
    QDockWidget* m_charts;
    QByteArray m_before; ///< the layout before the map was alone
    bool m_mapAlone = false;
    bool m_shown = false;     ///< the window has been seen
    bool m_madeRoom = false;  ///< the selection is hidden until there is room for it again
    bool m_belowIsNew = true; ///< table and charts have the height as delivered
    int m_dragStart = -1;     ///< of the line above them: where it was pressed; -1: not pressed
    int m_dragHeight = 0;     ///< their height then
};

} // namespace hk::ui
