#pragma once

#include "workspace/import_job.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QTableWidget;

namespace hk::ui {

/// How an import goes and what came of it.
class ImportResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ImportResultPage(QWidget* parent = nullptr);
    void showReady(const QString& path, const QString& rejectsPath);
    void showProgress(qint64 rows, qint64 total);
    void showReport(const workspace::ImportReport& report, const QString& rejectsPath);
    void showError(const Error& error);

private:
    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_progress;
    QTableWidget* m_reasons;
};

} // namespace hk::ui
