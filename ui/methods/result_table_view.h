#pragma once

#include "methods/method_result.h"

#include <QTableView>

class QSortFilterProxyModel;

namespace hk::models {
class ResultTableModel;
}

namespace hk::ui {

/// A result's table: as tall as its rows up to a dozen, sorted by a click on a head, copied with Ctrl+C.
class ResultTableView : public QTableView {
    Q_OBJECT
public:
    explicit ResultTableView(const methods::ResultTable& table, QWidget* parent = nullptr);

    /// The marked rows (all where none is marked) with their heads, tab-separated, as shown.
    QString marked() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowChosen(int row); ///< of the table, by the user
    void rowFilterWanted(int row); ///< only this row's area is to be shown

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void copy() const;

    bool m_ofAreas; ///< its rows are areas of a file
    models::ResultTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
};

} // namespace hk::ui
