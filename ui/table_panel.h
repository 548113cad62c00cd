#pragma once

#include "models/incident_table_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QSettings;
class QTableView;

namespace hk::ui {

class ChosenIncidents;

/// The table of the selection: sortable, columns chosen by the header's menu, marks in step with the map.
/// Filled only while it is seen.
class TablePanel : public QWidget {
    Q_OBJECT
public:
    /// `chosen` and `settings` must outlive the panel.
    TablePanel(ChosenIncidents& chosen, QSettings& settings, QWidget* parent = nullptr);

    /// Of very many rows another choice from the same table is shown when the hand rests: sorting them takes longer than
    /// a step of it.
    void setContent(workspace::SnapshotPtr snapshot, const std::vector<std::uint32_t>& rows);
    QTableView* view() const { return m_view; }
    models::IncidentTableModel& model() { return m_model; }
    void saveState();
    /// Six rows below the header.
    QSize sizeHint() const override;

Q_SIGNALS:
    void editWanted(std::uint32_t row); ///< double click or Enter; row of the snapshot
    void showWanted(std::uint32_t row); ///< one row was marked in the table by the user
    void contextMenuWanted(const QPoint& globalPosition);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restoreState();
    void fitRows();
    void fitColumns();
    void refresh();
    void markFromChosen();
    void chooseFromView();
    void showHeaderMenu(const QPoint& position);

    ChosenIncidents& m_chosen;
    QSettings& m_settings;
    models::IncidentTableModel m_model;
    QTableView* m_view;
    workspace::SnapshotPtr m_snapshot;
    std::vector<std::uint32_t> m_rows;
    bool m_stale = true;
    QTimer m_rest;
    bool m_marking = false;
};

} // namespace hk::ui
