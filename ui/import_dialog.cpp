#include "ui/import_dialog.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/import_columns_page.h"
#include "ui/import_result_page.h"
#include "ui/import_values_page.h"
#include "ui/widgets.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace hk::ui {
namespace {

const QString folderKey = QStringLiteral("import/folder");
constexpr int mostValues = 300;

} // namespace

ImportDialog::ImportDialog(workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_file(label("section", this))
    , m_choose(new QPushButton(tr("Choose file…"), this))
    , m_pages(new QStackedWidget(this))
    , m_columns(new ImportColumnsPage(m_pages))
    , m_values(new ImportValuesPage(workspace.snapshot()->categories, m_pages))
    , m_result(new ImportResultPage(m_pages))
    , m_fault(label("fault", this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_try(new QPushButton(tr("Try"), this))
    , m_import(new QPushButton(tr("Import"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(tr("Import incidents"));
    m_next->setObjectName(QStringLiteral("importNext"));
    m_try->setObjectName(QStringLiteral("importTry"));
    m_import->setObjectName(QStringLiteral("importRun"));
    m_cancel->setObjectName(QStringLiteral("importCancel"));
    buildLayout();
    connect(m_choose, &QPushButton::clicked, this, [this] { chooseFile({}); });
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goNext);
    connect(m_try, &QPushButton::clicked, this, [this] { run(true); });
    connect(m_import, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_columns, &ImportColumnsPage::changed, this, &ImportDialog::showButtons);
    connect(m_columns, &ImportColumnsPage::layerChosen, this,
            [this](const QString& layer) { inspectFile(m_source.path, layer); });
    connect(m_values, &ImportValuesPage::changed, this, &ImportDialog::showButtons);
    connect(m_values, &ImportValuesPage::failed, this,
            [this](const Error& error) { showFault(text::describe(error)); });
    connect(&m_workspace, &workspace::Workspace::importProgress, m_result, &ImportResultPage::showProgress);
    connect(&m_workspace, &workspace::Workspace::importFinished, this, &ImportDialog::finish);
    resize(860, 640);
    showButtons();
}

ImportDialog::~ImportDialog() { m_stop.request_stop(); }

void ImportDialog::buildLayout()
{
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_values);
    m_pages->addWidget(m_result);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();
    m_next->setProperty("primary", true);
    m_import->setProperty("primary", true);
    auto* head = new QHBoxLayout;
    tight(head);
    head->addWidget(m_file, 1);
    head->addWidget(m_choose);
    auto* foot = new QHBoxLayout;
    tight(foot);
    foot->addWidget(m_cancel);
    foot->addStretch();
    for (QPushButton* button : {m_back, m_next, m_try, m_import})
        foot->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    column->addWidget(m_fault);
    column->addLayout(foot);
}

int ImportDialog::step() const { return m_pages->currentIndex(); }

void ImportDialog::chooseFile(const QString& path)
{
    QString chosen = path;
    if (chosen.isEmpty())
        chosen = QFileDialog::getOpenFileName(
            this, tr("Choose a file to import"), m_settings.value(folderKey).toString(),
            tr("Tables and maps (*.csv *.tsv *.txt *.xlsx *.ods *.gpkg *.geojson *.json *.shp *.kml);;All files (*)"));
    if (chosen.isEmpty())
        return;
    m_settings.setValue(folderKey, QFileInfo(chosen).absolutePath());
    inspectFile(chosen, {});
}

void ImportDialog::inspectFile(const QString& path, const QString& layer)
{
    showFault({});
    m_file->setText(tr("Reading %1 …").arg(QFileInfo(path).fileName()));
    m_choose->setEnabled(false);
    auto* watcher = new QFutureWatcher<Result<ImportSource>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        m_choose->setEnabled(true);
        m_file->setText(QFileInfo(path).fileName());
        const Result<ImportSource> source = watcher->result();
        if (!source) {
            m_source = {};
            showFault(text::describe(source.error()));
            showButtons();
            return;
        }
        m_source = *source;
        m_pages->setCurrentWidget(m_columns);
        m_columns->setSource(m_source);
        showButtons();
        Q_EMIT sourceRead();
    });
    watcher->setFuture(QtConcurrent::run(inspect, path, layer));
}

void ImportDialog::readValues()
{
    const QString column = m_columns->mapping().columns.value(field::category);
    if (column.isEmpty()) {
        m_values->setNoColumn();
        return;
    }
    m_values->setWaiting();
    m_stop.request_stop();
    m_stop = std::stop_source();
    auto* watcher = new QFutureWatcher<Result<ValueCounts>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Result<ValueCounts> values = watcher->result();
        if (values)
            m_values->setValues(*values);
        else if (values.error().code != ErrorCode::Cancelled)
            showFault(text::describe(values.error()));
    });
    watcher->setFuture(QtConcurrent::run(
        [path = m_source.path, layer = m_source.mapping.layer, column, stop = m_stop.get_token()] {
            return distinctValues(path, layer, column, mostValues, stop);
        }));
}

void ImportDialog::goNext()
{
    showFault({});
    if (step() == 0) {
        if (const QString missing = m_columns->missing(); !missing.isEmpty()) {
            showFault(missing);
            return;
        }
        m_pages->setCurrentWidget(m_values);
        readValues();
    } else if (step() == 1) {
        m_rejects = freeRejectsPath();
        m_pages->setCurrentWidget(m_result);
        m_result->showReady(m_source.path, m_rejects);
    }
    showButtons();
}

void ImportDialog::goBack()
{
    showFault({});
    m_pages->setCurrentIndex(std::max(0, step() - 1));
    showButtons();
}

QString ImportDialog::freeRejectsPath() const
{
    const QFileInfo input(m_source.path);
    const QString base = QDir(input.absolutePath()).filePath(tr("%1, rejected", "file name").arg(input.completeBaseName()));
    QString path = base + QStringLiteral(".csv");
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = QStringLiteral("%1 %2.csv").arg(base).arg(i);
    return path;
}

workspace::ImportRequest ImportDialog::request(bool dryRun) const
{
    workspace::ImportRequest made;
    made.path = m_source.path;
    made.mapping = m_columns->mapping();
    m_values->complete(made.mapping);
    made.dryRun = dryRun;
    if (!dryRun)
        made.rejectsPath = m_rejects;
    return made;
}

void ImportDialog::run(bool dryRun)
{
    m_running = true;
    showButtons();
    m_result->showProgress(0, m_source.rows);
    m_workspace.startImport(request(dryRun));
}

void ImportDialog::finish(const Result<workspace::ImportReport>& report)
{
    if (!m_running)
        return;
    m_running = false;
    if (!report) {
        m_result->showError(report.error());
    } else {
        m_result->showReport(*report, report->dryRun ? QString() : m_rejects);
        m_done = !report->dryRun && !report->nothingChanged;
        if (m_done)
            Q_EMIT imported(report->inserted, report->updated);
    }
    showButtons();
}

void ImportDialog::showFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void ImportDialog::showButtons()
{
    const bool ready = !m_source.path.isEmpty();
    const bool last = step() == 2;
    m_choose->setVisible(step() == 0);
    m_columns->setEnabled(ready);
    m_back->setVisible(step() > 0 && !m_done);
    m_back->setEnabled(!m_running);
    m_next->setVisible(!last);
    m_next->setEnabled(ready);
    m_try->setVisible(last && !m_done);
    m_import->setVisible(last && !m_done);
    m_try->setEnabled(!m_running);
    m_import->setEnabled(!m_running);
    m_cancel->setText(m_done ? tr("Close") : tr("Cancel"));
    if (m_file->text().isEmpty())
        m_file->setText(tr("No file chosen"));
}

void ImportDialog::reject()
{
    // While it runs, Cancel stops the import, which then changes nothing; the dialog stays to say so.
    if (m_running) {
        m_workspace.cancelImport();
        return;
    }
    QDialog::reject();
}

} // namespace hk::ui
