#pragma once

#include "models/layer_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace hk::ui {

/// The layers of one's own: shown or not, in their order, with what each one's colours mean. Holds no data.
class LayerPanel : public QWidget {
    Q_OBJECT
public:
    /// `layers` must outlive the panel.
    explicit LayerPanel(workspace::Layers& layers, QWidget* parent = nullptr);
    void setDark(bool dark);
    QListView& list() { return *m_list; }
    models::LayerModel& model() { return *m_model; }
    QUuid current() const;
    void setCurrent(const QUuid& id);

Q_SIGNALS:
    void addWanted();
    void wfsWanted();
    void styleWanted(const QUuid& id);
    void goToWanted(const QUuid& id);
    void removeWanted(const QUuid& id);
    void mendWanted(const QUuid& id); ///< what the remark asks for: point out the file, say the CRS, fetch anew

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showState();
    void showKeys();
    void showMenu(const QPoint& at);
    void moveCurrent(int by); ///< 1: up
    QToolButton* tool(const char* iconName);

    workspace::Layers& m_layers;
    models::LayerModel* m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    QWidget* m_keys;
    QVBoxLayout* m_keyRows;
    QLabel* m_emptyTitle;
    QLabel* m_emptyAdvice;
    QPushButton* m_emptyAdd;
    QToolButton* m_add;
    QToolButton* m_wfs;
    QToolButton* m_style;
    QToolButton* m_goTo;
    QToolButton* m_remove;
    QToolButton* m_mend;
    bool m_dark = false;
};

} // namespace hk::ui
