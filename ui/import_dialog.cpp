#include "ui/import_dialog.h"

#include "core/incident_draft.h"
#include "text/sentences.h"
#include "ui/import_columns_page.h"
#include "ui/import_file_page.h"
#include "ui/import_memory.h"
#include "ui/import_run_page.h"
#include "ui/import_values_page.h"
#include "ui/latest_job.h"
#include "ui/widgets.h"
#include "workspace/workspace.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hk::ui {

using exchange::ImportReader;
using workspace::ImportReport;

struct ImportDialog::Impl {
    enum Step { File, Columns, Values, Run };
    enum class Stage { Trying, Tried, Importing, Done, Failed };

    Impl(ImportDialog& dialog, workspace::Workspace& space, QSettings& settings);
    void build();
    void goTo(Step step);
    void updateButtons();
    void forward();
    void back();
    void read(const QString& path, const QString& layer);
    void fileRead(const Result<ImportFile>& file);
    void enterValues();
    void tryFirst();
    void import();
    void start();
    void finished(const Result<ImportReport>& report);
    bool isRunning() const { return step == Run && (stage == Stage::Trying || stage == Stage::Importing); }
    QString importWords() const;

    ImportDialog& q;
    workspace::Workspace& workspace;
    ImportMemory memory;

    Step step = File;
    Stage stage = Stage::Tried;
    ImportFile file;
    QString countedColumn; ///< whose values the third step shows
    qint64 rows = -1;
    workspace::ImportRequest request;
    ImportReport tried;

    QLabel* steps[4] = {};
    QStackedWidget* pages = nullptr;
    ImportFilePage* filePage = nullptr;
    ImportColumnsPage* columnsPage = nullptr;
    ImportValuesPage* valuesPage = nullptr;
    ImportRunPage* runPage = nullptr;
    QLabel* fault = nullptr;
    QPushButton* backButton = nullptr;
    QPushButton* closeButton = nullptr;
    QPushButton* primary = nullptr;

    LatestJob<Result<ImportFile>> reading;
    LatestJob<Result<ImportReader::ValueCounts>> counting;
};

ImportDialog::Impl::Impl(ImportDialog& dialog, workspace::Workspace& space, QSettings& settings)
    : q(dialog)
    , workspace(space)
    , memory(settings)
{
    build();
    valuesPage->setCategories(workspace.snapshot()->categories);
    QObject::connect(filePage, &ImportFilePage::fileChosen, &q, [this](const QString& path) { read(path, {}); });
    QObject::connect(columnsPage, &ImportColumnsPage::otherFileWanted, &q, [this] {
        goTo(File);
        filePage->chooseFile();
    });
    QObject::connect(columnsPage, &ImportColumnsPage::layerChosen, &q,
                     [this](const QString& layer) { read(file.path, layer); });
    QObject::connect(runPage, &ImportRunPage::choiceChanged, &q, [this] { updateButtons(); });
    QObject::connect(primary, &QPushButton::clicked, &q, [this] { forward(); });
    QObject::connect(backButton, &QPushButton::clicked, &q, [this] { back(); });
    QObject::connect(closeButton, &QPushButton::clicked, &q, &ImportDialog::reject);
    QObject::connect(&workspace, &workspace::Workspace::importProgress, &q, [this](qint64 done, qint64 total) {
        if (isRunning())
            runPage->setProgress(done, total > 0 ? total : rows);
    });
    QObject::connect(&workspace, &workspace::Workspace::importFinished, &q,
                     [this](const Result<ImportReport>& report) { finished(report); });
    if (workspace.isReadOnly()) {
        filePage->setUsable(false);
        filePage->showError({ErrorCode::FileReadOnly, {workspace.snapshot()->info.path, -1, {}}, {}, {}});
    }
    filePage->setFolder(memory.folder());
    goTo(File);
}

void ImportDialog::Impl::build()
{
    q.setWindowTitle(ImportDialog::tr("Import incidents"));
    q.setAcceptDrops(true);
    auto* head = new QHBoxLayout;
    tight(head, 16);
    const QString names[] = {ImportDialog::tr("1 File"), ImportDialog::tr("2 Columns"), ImportDialog::tr("3 Categories"),
                             ImportDialog::tr("4 Try and import")};
    for (int i = 0; i < 4; ++i) {
        steps[i] = new QLabel(names[i], &q);
        head->addWidget(steps[i]);
    }
    head->addStretch();

    pages = new QStackedWidget(&q);
    filePage = new ImportFilePage(&q);
    columnsPage = new ImportColumnsPage(&q);
    valuesPage = new ImportValuesPage(&q);
    runPage = new ImportRunPage(&q);
    pages->addWidget(filePage);
    pages->addWidget(columnsPage);
    pages->addWidget(valuesPage);
    auto* scroll = new QScrollArea(&q); // large text on a small screen
    scroll->setWidgetResizable(true);
    scroll->setWidget(runPage);
    scroll->setFocusPolicy(Qt::NoFocus);
    pages->addWidget(scroll);
    // No page may ask for more room than a small screen has.
    pages->setMinimumSize(320, 200);

    fault = label("fault", &q);
    fault->setObjectName(QStringLiteral("importFault"));
    fault->setWordWrap(true);
    fault->setTextFormat(Qt::PlainText);
    backButton = new QPushButton(ImportDialog::tr("&Back"), &q);
    backButton->setObjectName(QStringLiteral("importBack"));
    closeButton = new QPushButton(&q);
    closeButton->setObjectName(QStringLiteral("importClose"));
    primary = new QPushButton(&q);
    primary->setObjectName(QStringLiteral("importPrimary"));
    primary->setProperty("primary", true);
    for (QPushButton* button : {backButton, closeButton})
        button->setAutoDefault(false);
    auto* foot = new QHBoxLayout;
    tight(foot);
    foot->addWidget(backButton);
    foot->addWidget(fault, 1);
    foot->addWidget(closeButton);
    foot->addWidget(primary);

    auto* column = new QVBoxLayout(&q);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(12);
    column->addLayout(head);
    column->addWidget(hairLine(&q));
    column->addWidget(pages, 1);
    column->addLayout(foot);
    q.resize(960, 640);
}

void ImportDialog::Impl::goTo(Step next)
{
    step = next;
    pages->setCurrentIndex(step);
    for (int i = 0; i < 4; ++i) {
        QFont font = q.font();
        font.setWeight(i == step ? QFont::DemiBold : QFont::Normal);
        steps[i]->setFont(font);
        steps[i]->setEnabled(i == step);
    }
    fault->clear();
    updateButtons();
}

QString ImportDialog::Impl::importWords() const
{
    const qint64 changing = tried.inserted + tried.updated;
    if (tried.rejected > 0 && (changing == 0 || runPage->changesNothing()))
        return ImportDialog::tr("&Save the faulty rows");
    return ImportDialog::tr("&Import %Ln incident(s)", nullptr, static_cast<int>(changing));
}

void ImportDialog::Impl::updateButtons()
{
    QString words;
    switch (step) {
    case File:
        break;
    case Columns:
        words = ImportDialog::tr("&Next");
        break;
    case Values:
        words = ImportDialog::tr("&Try first");
        break;
    case Run:
        if (stage == Stage::Tried && (tried.inserted + tried.updated > 0 || tried.rejected > 0))
            words = importWords();
        else if (stage == Stage::Failed)
            words = ImportDialog::tr("&Try again");
        break;
    }
    primary->setText(words);
    primary->setVisible(!words.isEmpty());
    primary->setDefault(!words.isEmpty());
    filePage->button()->setDefault(step == File);
    backButton->setVisible(step == Columns || step == Values
                           || (step == Run && (stage == Stage::Tried || stage == Stage::Failed)));
    closeButton->setText(isRunning() ? ImportDialog::tr("Cancel") : ImportDialog::tr("Close"));
    const bool last = words.isEmpty() && step == Run && !isRunning();
    setStyleProperty(closeButton, "primary", last);
    closeButton->setDefault(last);
    if (last)
        closeButton->setFocus();
}

void ImportDialog::Impl::forward()
{
    fault->clear();
    const QString missing = step == Columns  ? columnsPage->missing()
                            : step == Values ? valuesPage->missing()
                                             : QString();
    if (!missing.isEmpty()) {
        fault->setText(missing);
        return;
    }
    if (step == Columns)
        enterValues();
    else if (step == Values || stage == Stage::Failed)
        tryFirst();
    else
        import();
}

void ImportDialog::Impl::back()
{
    if (step != File)
        goTo(static_cast<Step>(step - 1));
}

void ImportDialog::Impl::read(const QString& path, const QString& layer)
{
    if (isRunning() || workspace.isReadOnly())
        return;
    goTo(File);
    filePage->showReading(path);
    memory.setFolder(QFileInfo(path).absolutePath());
    filePage->setFolder(memory.folder());
    reading.run([path, layer](std::stop_token) { return readImportFile(path, layer); },
                [this](const Result<ImportFile>& answer) { fileRead(answer); });
}

void ImportDialog::Impl::fileRead(const Result<ImportFile>& answer)
{
    if (!answer) {
        filePage->showError(answer.error());
        return;
    }
    filePage->showReady();
    file = *answer;
    countedColumn.clear();
    rows = file.rows;
    columnsPage->setFile(file);
    memory.recallColumns(file, *columnsPage);
    goTo(Columns);
    primary->setFocus();
    Q_EMIT q.sourceRead();
}

void ImportDialog::Impl::enterValues()
{
    const QString column = columnsPage->columnOf(field::category);
    goTo(Values);
    if (column.isEmpty()) {
        counting.cancel();
        countedColumn.clear();
        valuesPage->showWithoutColumn();
        memory.recallDefault(file, *valuesPage);
        return;
    }
    if (column == countedColumn)
        return;
    countedColumn = column;
    valuesPage->showCounting(column);
    constexpr std::size_t counted = 5000;
    counting.run(
        [path = file.path, layer = file.layer, column](std::stop_token stop) -> Result<ImportReader::ValueCounts> {
            Result<ImportReader> reader = ImportReader::open(path, layer);
            if (!reader)
                return tl::unexpected(reader.error());
            return reader->valueCounts(column, counted, stop);
        },
        [this, column](const Result<ImportReader::ValueCounts>& counts) {
            if (!counts) {
                countedColumn.clear();
                valuesPage->showError(counts.error());
                return;
            }
            rows = counts->rows;
            valuesPage->showCounts(column, *counts);
            memory.recallValues(file, *counts, *valuesPage);
        });
}

void ImportDialog::Impl::tryFirst()
{
    request = {};
    request.path = file.path;
    request.mapping = columnsPage->mapping();
    valuesPage->addTo(request.mapping);
    request.dryRun = true;
    memory.store(file, request.mapping);
    start();
}

void ImportDialog::Impl::import()
{
    request.dryRun = false;
    request.allOrNothing = runPage->changesNothing();
    request.rejectsPath = runPage->rejectsPath();
    if (!request.rejectsPath.isEmpty() && QFileInfo::exists(request.rejectsPath)) // made meanwhile
        request.rejectsPath = suggestedRejectsPath(file.path);
    rows = tried.read;
    start();
}

void ImportDialog::Impl::start()
{
    if (workspace.isImporting()) {
        fault->setText(ImportDialog::tr("Another import is running. Wait until it has ended."));
        return;
    }
    stage = request.dryRun ? Stage::Trying : Stage::Importing;
    runPage->showRunning(request.dryRun);
    goTo(Run);
    workspace.startImport(request);
}

void ImportDialog::Impl::finished(const Result<ImportReport>& report)
{
    if (!isRunning())
        return;
    if (!report) {
        stage = Stage::Failed;
        runPage->showError(report.error());
    } else if (report->dryRun) {
        stage = Stage::Tried;
        tried = *report;
        rows = report->read;
        runPage->showTried(*report, suggestedRejectsPath(file.path));
    } else {
        stage = Stage::Done;
        runPage->showDone(*report, request.rejectsPath);
        if (!report->nothingChanged)
            Q_EMIT q.imported(report->inserted, report->updated);
    }
    updateButtons();
    if (primary->isVisible())
        primary->setFocus();
}

ImportDialog::ImportDialog(workspace::Workspace& workspace, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_impl(std::make_unique<Impl>(*this, workspace, settings))
{
}

ImportDialog::~ImportDialog()
{
    if (m_impl->isRunning())
        m_impl->workspace.cancelImport();
}

void ImportDialog::chooseFile(const QString& path)
{
    if (!path.isEmpty())
        m_impl->read(path, {});
}

void ImportDialog::reject()
{
    if (m_impl->isRunning())
        m_impl->workspace.cancelImport();
    else
        QDialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!m_impl->isRunning() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    chooseFile(event->mimeData()->urls().value(0).toLocalFile());
}

} // namespace hk::ui
