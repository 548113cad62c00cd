#pragma once

#include "core/handover.h"
#include "ui/latest_job.h"
#include "workspace/export_job.h"

#include <QDialog>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QTableWidget;

namespace hk::ui {

class ErrorBanner;
class ExportOptions;

/// What is needed to export a selection.
struct ExportSource {
    workspace::SnapshotPtr snapshot;
    std::vector<std::uint32_t> rows;
    IncidentFilter filter;
    std::shared_ptr<const map::Basemap> streets;
    QString agreementsPath;
    /// Writes the export into the log of the file before anything is handed over; `done` is called on the window's thread.
    std::function<void(const ExportSummary& summary, const QString& target, std::function<void(Result<void>)> done)> log;
};

/// Exports the selection: for whom, in which format, with a preview of exactly what will be in the file and a sentence for
/// all that is left out. Not modal.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `settings` must outlive the dialog.
    ExportDialog(ExportSource source, QSettings& settings, QWidget* parent = nullptr);

    ExportOptions& options() { return *m_options; }
    /// The content that is previewed; null while it is being made.
    std::shared_ptr<const workspace::ExportContent> content() const { return m_content; }
    void exportTo(const QString& path);

Q_SIGNALS:
    void previewed();
    void written(const QString& path);
    void failed();

protected:
    void reject() override;

private:
    void build();
    void makeContent();
    void showContent(const Result<std::shared_ptr<const workspace::ExportContent>>& made);
    void fillPreview();
    void askPath();
    void write(const QString& path);
    bool isBusy() const { return m_logging || m_writing.isRunning(); }
    void showProgress(qint64 rows, qint64 total);
    void finish(const Result<void>& done, const QString& path);
    void updateButtons();
    HandoverFacts facts() const;

    ExportSource m_source;
    QSettings& m_settings;
    std::shared_ptr<const workspace::ExportContent> m_content;
    LatestJob<Result<std::shared_ptr<const workspace::ExportContent>>> m_making;
    LatestJob<Result<void>> m_writing;
    bool m_logging = false;
    ExportOptions* m_options;
    QLabel* m_filter;
    QTableWidget* m_preview;
    QLabel* m_words;
    ErrorBanner* m_banner;
    QProgressBar* m_progress;
    QLabel* m_receipt;
    QPushButton* m_export;
    QPushButton* m_close;
};

} // namespace hk::ui
