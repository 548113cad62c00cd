#pragma once

#include "methods/method_result.h"

#include <QObject>

namespace hk::ui {

class MapArea;
class MapView;
class MethodController;
class MethodPanel;

/// Two maps beside each other that move as one: the earlier period to the left, the later to the right, in one colour
/// scale. Shown while it is wanted and the newest result compares periods.
class SideBySide : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    SideBySide(MapArea& area, MethodController& methods, MethodPanel& panel, QObject* parent = nullptr);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    bool isShown() const;
    MapView& second() { return *m_second; } ///< the map to the right

Q_SIGNALS:
    void wantedChanged(bool wanted);

private:
    void update();
    void follow(const MapView& from, MapView& to);
    void copyScene();

    MapArea& m_area;
    MethodController& m_methods;
    MethodPanel& m_panel;
    MapView* m_second;
    bool m_wanted = false;
    bool m_following = false;
};

} // namespace hk::ui
