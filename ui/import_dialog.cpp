#include "ui/import_dialog.h"

#include "core/incident_draft.h"
#include "exchange/import_plan.h"
#include "net/http_client.h"
#include "ui/background_consent.h"
#include "ui/import_columns_page.h"
#include "ui/import_file_page.h"
#include "ui/import_memory.h"
#include "ui/import_run_page.h"
#include "ui/import_values_page.h"
#include "ui/latest_job.h"
#include "ui/widgets.h"
#include "workspace/place_positions.h"
#include "workspace/police_download.h"
#include "workspace/workspace.h"

#include <QClipboard>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QKeyEvent>
#include <QMimeData>
#include <QPointer>
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
    void read(const exchange::ImportSource& source);
    void fetchPolice();
    void plansRead(const workspace::Workspace::ImportPlans& plans);
    void offerPlans();
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

    workspace::Workspace::ImportPlans plans;          ///< of the incident file
    std::optional<exchange::ImportMapping> remembered; ///< for files like this one: by name, or of the last time
    workspace::Backgrounds* backgrounds = nullptr;
    std::shared_ptr<net::HttpClient> http;
    QString policeFolder;

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
    LatestJob<Result<workspace::PoliceDownload>> fetching;
    LatestJob<Result<ImportReader::ValueCounts>> counting;
};

ImportDialog::Impl::Impl(ImportDialog& dialog, workspace::Workspace& space, QSettings& settings)
    : q(dialog)
    , workspace(space)
    , memory(settings)
{
    build();
    valuesPage->setCategories(workspace.snapshot()->categories);
    QObject::connect(filePage, &ImportFilePage::fileChosen, &q, [this](const QString& path) { read({path, {}, {}, {}}); });
    QObject::connect(filePage, &ImportFilePage::pasteWanted, &q, &ImportDialog::pasteRows);
    QObject::connect(filePage, &ImportFilePage::policeWanted, &q, [this] { fetchPolice(); });
    QObject::connect(columnsPage, &ImportColumnsPage::otherFileWanted, &q, [this] {
        goTo(File);
        filePage->chooseFile();
    });
    QObject::connect(columnsPage, &ImportColumnsPage::layerChosen, &q,
                     [this](const QString& layer) { read({file.path, {}, layer, {}}); });
    QObject::connect(columnsPage, &ImportColumnsPage::formChosen, &q, [this](const exchange::TableForm& form) {
        exchange::ImportSource source = file.source();
        source.table = form;
        read(source);
    });
    QObject::connect(columnsPage, &ImportColumnsPage::planChosen, &q, [this](const exchange::ImportPlan& plan) {
        remembered.reset();
        if (!plan.name.isEmpty())
            remembered = plan.mapping;
        countedColumn.clear(); // the categories are the plan's, too
    });
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
    columnsPage->setChecks(workspace.snapshot()->categories,
                           workspace::placeFinder(workspace.places(), workspace::centreOf(*workspace.basemap())));
    workspace.readImportPlans([this, alive = QPointer<ImportDialog>(&q)](const workspace::Workspace::ImportPlans& read) {
        if (alive)
            plansRead(read);
    });
    goTo(File);
}

void ImportDialog::Impl::plansRead(const workspace::Workspace::ImportPlans& read)
{
    plans = read;
    if (step == Columns)
        offerPlans();
}

/// Those that are made for files with these columns. What was chosen last at this desk goes before a guess, a name before both.
void ImportDialog::Impl::offerPlans()
{
    workspace::Workspace::ImportPlans fitting;
    for (const exchange::ImportPlan& plan : plans)
        if (exchange::shapeOf(plan.columns) == exchange::shapeOf(file.columns))
            fitting.push_back(plan);
    columnsPage->setPlans(fitting, true);
    runPage->setPlanName(columnsPage->planName());
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
    tabByLayout(&q);
}

QString ImportDialog::Impl::importWords() const
{
    const qint64 changing = tried.inserted + tried.updated + (runPage->leavesOutDuplicates() ? 0 : tried.duplicates);
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
        if (stage == Stage::Tried && (tried.inserted + tried.updated + tried.duplicates > 0 || tried.rejected > 0))
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

void ImportDialog::Impl::read(const exchange::ImportSource& source)
{
    if (isRunning() || workspace.isReadOnly())
        return;
    goTo(File);
    filePage->showReading(source.path);
    if (source.text.isEmpty()) {
        memory.setFolder(QFileInfo(source.path).absolutePath());
        filePage->setFolder(memory.folder());
    }
    reading.run([source](std::stop_token) { return exchange::readImportFile(source); },
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
    remembered = memory.recalled(file);
    if (remembered)
        columnsPage->choose(*remembered);
    offerPlans();
    goTo(Columns);
    primary->setFocus();
    Q_EMIT q.sourceRead();
}

void ImportDialog::Impl::fetchPolice()
{
    if (!backgrounds || !http || isRunning())
        return;
    const QUrl address = workspace::policeNoticesAddress();
    const QString host = net::hostOf(address);
    const QString question = ImportDialog::tr("The latest notices of the police are fetched from %1. Nothing of yours is sent. Fetch?")
                                 .arg(host);
    BackgroundConsent::ask(
        *backgrounds, {host}, &q,
        [this, address, host] {
            filePage->showFetching(host);
            fetching.run(
                [client = http, address, folder = policeFolder](std::stop_token stop) {
                    return workspace::fetchPoliceNotices(*client, address, folder, QDateTime::currentDateTimeUtc(), stop);
                },
                [this](const Result<workspace::PoliceDownload>& download) {
                    if (download)
                        read({download->path, {}, {}, {}});
                    else
                        filePage->showError(download.error());
                });
        },
        question);
}

void ImportDialog::Impl::enterValues()
{
    const QString column = columnsPage->columnOf(field::category);
    goTo(Values);
    if (column.isEmpty()) {
        counting.cancel();
        countedColumn.clear();
        valuesPage->showWithoutColumn();
        if (remembered)
            valuesPage->recall(*remembered);
        return;
    }
    if (column == countedColumn)
        return;
    countedColumn = column;
    valuesPage->showCounting(column);
    constexpr std::size_t counted = 5000;
    counting.run(
        [source = file.source(), column](std::stop_token stop) -> Result<ImportReader::ValueCounts> {
            Result<ImportReader> reader = ImportReader::open(source);
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
            if (remembered)
                valuesPage->recall(*remembered);
        });
}

void ImportDialog::Impl::tryFirst()
{
    request = {};
    request.path = file.path;
    request.text = file.text;
    request.leaveOutDuplicates = true; // so that new ones and likely ones are counted apart
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
    request.leaveOutDuplicates = runPage->leavesOutDuplicates();
    request.rejectsPath = tried.rejected > 0 || request.leaveOutDuplicates ? runPage->rejectsPath() : QString();
    if (const QString name = runPage->planName(); !name.isEmpty())
        workspace.saveImportPlan({name, file.columns, request.mapping});
    if (!request.rejectsPath.isEmpty() && QFileInfo::exists(request.rejectsPath)) // made meanwhile
        request.rejectsPath = suggestedRejectsPath(file);
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
        runPage->showTried(*report, suggestedRejectsPath(file));
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
        m_impl->read({path, {}, {}, {}});
}

void ImportDialog::pasteRows()
{
    const QByteArray rows = exchange::pastedTable(QGuiApplication::clipboard()->text());
    if (rows.isEmpty())
        m_impl->filePage->showWords(tr("There are no rows on the clipboard. Copy them in the spreadsheet, headings and all."));
    else
        m_impl->read({tr("Pasted rows"), rows, {}, {}});
}

void ImportDialog::offerPolice(workspace::Backgrounds& backgrounds, std::shared_ptr<net::HttpClient> http, const QString& folder)
{
    m_impl->backgrounds = &backgrounds;
    m_impl->http = std::move(http);
    m_impl->policeFolder = folder;
    m_impl->filePage->setPoliceOffered(m_impl->http != nullptr && !m_impl->workspace.isReadOnly());
}

void ImportDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste) && m_impl->step == Impl::File)
        pasteRows();
    else
        QDialog::keyPressEvent(event);
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
