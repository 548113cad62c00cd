#pragma once

#include "analysis/geometry.h"
#include "core/incident_filter.h"
#include "core/result.h"
#include "ui/latest_job.h"

#include <QWidget>
#include <vector>

class QLabel;
class QMenu;
class QToolButton;

namespace hk::ui {

/// An area for a method: drawn on the map, taken from the selection's own area, or read from a file. Says how large it is.
class AreaBox : public QWidget {
    Q_OBJECT
public:
    /// `drawWords`: what the button says, "Draw the target area".
    AreaBox(const QString& drawWords, QWidget* parent = nullptr);

    const std::vector<analysis::Polygon>& areas() const { return m_areas; } ///< SWEREF 99 TM; empty: none
    /// The area of the filter, offered in the menu; empty: none.
    void setFilterArea(const SwerefRing& ring);
    void setRing(const SwerefRing& ring); ///< drawn by the user
    void readFile(const QString& path); ///< on a worker; the end by `changed` or `failed`
    void clear();
    QString state() const; ///< what is remembered: the corners
    void setState(const QString& state);

Q_SIGNALS:
    void drawWanted();
    void changed(); ///< by the user
    void failed(const hk::Error& error);

private:
    void show();
    void askFile();

    std::vector<analysis::Polygon> m_areas;
    LatestJob<Result<std::vector<analysis::Polygon>>> m_reading;
    SwerefRing m_filterArea;
    QToolButton* m_draw;
    QMenu* m_menu;
    QAction* m_fromFilter;
    QAction* m_clear;
    QLabel* m_size;
};

} // namespace hk::ui
