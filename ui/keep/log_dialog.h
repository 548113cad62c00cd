#pragma once

#include "store/log_entry.h"

#include <QDialog>
#include <QUuid>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTextBrowser;
class QTimer;

namespace hk::models {
class LogModel;
}
namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

class PeriodBox;

/// The log of the open file: filtered and searched, with before and after in plain words, what other programs did marked, whether it is
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
    void loaded();   ///< the entries of the filter and the search are shown
    void verified(); ///< the chain has been gone through
    void exported(); ///< the file is there, or it is said why not

private:
    store::LogFilter filter() const;
    void load();
    void loadMore();
    /// Goes on from where the last part ended; `found` entries are shown of this portion already.
    void loadPart(int asked, qint64 found);
    void tellCount(bool searching);
    void verify();
    void showEntry();
    void markWords(); ///< those that were searched for, in the details
    void exportCsv();
    void fillPersons();

    workspace::Workspace& m_workspace;
    QUuid m_marked;
    models::LogModel* m_model;
    // In the order of reading, which Tab follows.
    QLineEdit* m_search;
    QComboBox* m_person;
    QComboBox* m_action;
    PeriodBox* m_period;
    QCheckBox* m_onlyMarked;
    QCheckBox* m_onlyOutside;
    QLabel* m_state;
    QTableView* m_table;
    QTextBrowser* m_details;
    QPushButton* m_more;
    QLabel* m_count;
    QTimer* m_typed;       ///< a pause in the typing of words to look for
    qint64 m_last = 0;     ///< number of the oldest entry looked at; 0: none yet
    qint64 m_lookedAt = 0; ///< how many were looked at
    int m_asked = 0; ///< number of the newest question; older answers are dropped
};

} // namespace hk::ui
