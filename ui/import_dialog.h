#pragma once

#include "ui/import_source.h"
#include "workspace/import_job.h"

#include <QDialog>
#include <stop_token>

class QLabel;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

class ImportColumnsPage;
class ImportResultPage;
class ImportValuesPage;

/// Import in three steps: columns, values of the category, try and import.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog.
    ImportDialog(workspace::Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// Opens a file; empty: asks for it.
    void chooseFile(const QString& path);
    workspace::ImportRequest request(bool dryRun) const;
    int step() const;
    void goNext();
    void goBack();
    void run(bool dryRun);

Q_SIGNALS:
    void imported(qint64 inserted, qint64 updated);
    void sourceRead();

protected:
    void reject() override;

private:
    void buildLayout();
    void inspectFile(const QString& path, const QString& layer);
    void readValues();
    void showButtons();
    void showFault(const QString& sentence);
    void finish(const Result<workspace::ImportReport>& report);
    QString freeRejectsPath() const;

    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    ImportSource m_source;
    QString m_rejects;
    std::stop_source m_stop;
    bool m_running = false;
    bool m_done = false;

    QLabel* m_file;
    QPushButton* m_choose;
    QStackedWidget* m_pages;
    ImportColumnsPage* m_columns;
    ImportValuesPage* m_values;
    ImportResultPage* m_result;
    QLabel* m_fault;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_try;
    QPushButton* m_import;
    QPushButton* m_cancel;
};

} // namespace hk::ui
