#pragma once

#include "models/hotspot_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace hk::ui {

class SmoothingSlider;

/// The ranked list of hotspots. A click goes there.
class HotspotPanel : public QWidget {
    Q_OBJECT
public:
    explicit HotspotPanel(QWidget* parent = nullptr);

    /// Without a file nothing is missing either.
    void setFileOpen(bool open);
    void setRows(std::vector<workspace::HotspotRow> rows);
    /// The line under the title: where, of what.
    void setCaption(const QString& caption);
    void setCurrentRank(int rank); ///< 0: none; says nothing
    int currentRank() const;
    SmoothingSlider& smoothing() { return *m_smoothing; }

Q_SIGNALS:
    void rankChosen(int rank); ///< 0: none

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void choose(const QModelIndex& index);

    models::HotspotModel m_model;
    SmoothingSlider* m_smoothing;
    QLabel* m_caption;
    QListView* m_list;
    QLabel* m_empty;
    QStackedWidget* m_pages; ///< the list, or what to do where there is none
};

} // namespace hk::ui
