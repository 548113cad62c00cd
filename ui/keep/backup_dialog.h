#pragma once

#include "store/backups.h"
#include "store/comparison.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace hk::workspace {
class BackupKeeper;
class Workspace;
}

namespace hk::ui {

/// The backup copies of the open file: what bringing one back would change, and doing so. The file itself is copied first.
class BackupDialog : public QDialog {
    Q_OBJECT
public:
    BackupDialog(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QWidget* parent = nullptr);

    int copies() const { return static_cast<int>(m_backups.size()); }
    void choose(int copy); ///< by place in the list
    QString comparison() const;
    /// Brings the chosen copy back without asking: the button asks.
    void restore();

Q_SIGNALS:
    void listed();
    void compared();
    void restored(); ///< or failed, with the reason shown

private:
    void list();
    void compare();
    void askRestore();
    void showChanges(const store::Comparison& comparison);
    void setWords(const QString& words);

    workspace::Workspace& m_workspace;
    workspace::BackupKeeper& m_keeper;
    std::vector<store::BackupFile> m_backups;
    std::optional<store::Comparison> m_comparison;
    QTreeWidget* m_list;
    QLabel* m_words;
    QTreeWidget* m_changes;
    QPushButton* m_restore;
    int m_asked = 0;
};

} // namespace hk::ui
