#pragma once

#include "core/category.h"
#include "store/disposal.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;
class QTreeWidget;

namespace hk::workspace {
class BackupKeeper;
class Workspace;
}

namespace hk::ui {

/// Disposal: the rules of the file, what is due by them today, and doing it once the number has been confirmed.
class DisposalDialog : public QDialog {
    Q_OBJECT
public:
    DisposalDialog(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QWidget* parent = nullptr);

    /// As shown; a row that is not whole is left out.
    std::vector<store::DisposalRule> rules() const;
    void addRule(const store::DisposalRule& rule);
    void storeRules();
    int due() const { return static_cast<int>(m_due.size()); }
    QString words() const;
    /// Disposes of what is due without asking: the button asks.
    void dispose();
    /// Of the disposal done last.
    bool saveProtocol(const QString& path);

Q_SIGNALS:
    void proposed();
    void disposed(); ///< or failed, with the reason shown

private:
    void load();
    void propose();
    void showProposal();
    void askDispose();
    void askProtocol();
    void setWords(const QString& words, bool fault = false);

    workspace::Workspace& m_workspace;
    workspace::BackupKeeper& m_keeper;
    std::vector<store::DisposalCandidate> m_due;
    std::optional<store::DisposalReport> m_report;
    CategoryList m_categories;
    QTableWidget* m_rules;
    QTreeWidget* m_counts;
    QLabel* m_words;
    QPushButton* m_dispose;
    QPushButton* m_protocol;
    bool m_filling = false;
};

} // namespace hk::ui
