#pragma once

#include "store/log_entry.h"

#include <QDialog>
#include <QUuid>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTextBrowser;

namespace hk::models {
class LogModel;
}
namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// The log of the open file: filtered, with before and after in plain words, what other programs did marked, whether it is
/// whole, and written as CSV. Not modal; follows the file.
class LogDialog : public QDialog {
    Q_OBJECT
public:
    /// `marked`: the incident that is marked in the window, to look at its entries alone; null: none.
    LogDialog(workspace::Workspace& workspace, const QUuid& marked, QWidget* parent = nullptr);

    const models::LogModel& model() const { return *m_model; }
    QString verification() const;
    /// Writes the entries of the filter as CSV, and that into the log.
    void exportTo(const QString& path);

Q_SIGNALS:
    void loaded();   ///< the entries of the filter are shown
    void verified(); ///< the chain has been gone through
    void exported(); ///< the file is there, or it is said why not

private:
    store::LogFilter filter() const;
    void load();
    void loadMore();
    void verify();
    void showEntry();
    void exportCsv();
    void fillPersons();

    workspace::Workspace& m_workspace;
    QUuid m_marked;
    models::LogModel* m_model;
    QComboBox* m_period;
    QComboBox* m_person;
    QComboBox* m_action;
    QCheckBox* m_onlyMarked;
    QCheckBox* m_onlyOutside;
    QLabel* m_state;
    QTableView* m_table;
    QTextBrowser* m_details;
    QPushButton* m_more;
    int m_asked = 0; ///< number of the newest question; older answers are dropped
};

} // namespace hk::ui
