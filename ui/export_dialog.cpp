#include "ui/export_dialog.h"

#include "seal/passphrase.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/export_options.h"
#include "ui/widgets.h"
#include "workspace/handover_package.h"
#include "workspace/output_guard.h"

#include <QApplication>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

const QString folderKey = QStringLiteral("export/folder");
constexpr std::size_t rowsShown = 50;

using ContentPtr = std::shared_ptr<const workspace::ExportContent>;

} // namespace

ExportDialog::ExportDialog(ExportSource source, QSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_settings(settings)
    , m_options(new ExportOptions(m_source.streets, m_source.snapshot->categories, m_source.agreementsPath, settings, this))
    , m_filter(new QLabel(this))
    , m_preview(new QTableWidget(this))
    , m_words(new QLabel(this))
    , m_banner(new ErrorBanner(this))
    , m_progress(new QProgressBar(this))
    , m_receipt(new QLabel(this))
    , m_export(new QPushButton(tr("&Export…"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export incidents"));
    build();
    connect(m_options, &ExportOptions::changed, this, &ExportDialog::makeContent);
    connect(m_options, &ExportOptions::packageChanged, this, &ExportDialog::updateButtons);
    connect(m_options, &ExportOptions::failed, m_banner, &ErrorBanner::showError);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::askPath);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    makeContent();
    m_options->tellFault();
    resize(1040, 660);
}

void ExportDialog::build()
{
    m_filter->setObjectName(QStringLiteral("filterWords"));
    m_filter->setTextFormat(Qt::PlainText);
    m_filter->setWordWrap(true);
    const QString period = text::period(m_source.filter.from, m_source.filter.to);
    m_filter->setText(period.left(1).toUpper() + period.mid(1) + QStringLiteral(". ") +
                      text::filter(m_source.filter, m_source.snapshot->categories));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("What will be in the file"));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->verticalHeader()->hide();
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_preview->setAlternatingRowColors(true);
    m_preview->setWordWrap(false);
    m_preview->setTabKeyNavigation(false);
    m_words->setObjectName(QStringLiteral("exportWords"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_receipt->setObjectName(QStringLiteral("receiptWords"));
    m_receipt->setWordWrap(true);
    m_receipt->setTextFormat(Qt::PlainText);
    m_receipt->hide();
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_banner->hide();
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setProperty("primary", true);
    m_export->setDefault(true);
    m_close->setAutoDefault(false);

    auto* scroll = new QScrollArea(this); // large text on a small screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_options);
    auto* panel = new QWidget(this);
    panel->setFixedWidth(std::max(290, fontMetrics().averageCharWidth() * 40));
    auto* side = new QVBoxLayout(panel);
    side->setContentsMargins(16, 16, 16, 16);
    side->setSpacing(8);
    side->addWidget(scroll, 1);
    side->addWidget(m_progress);
    side->addWidget(m_export);
    side->addWidget(m_close);

    auto* main = new QVBoxLayout;
    main->setContentsMargins(0, 16, 16, 16);
    main->setSpacing(8);
    QLabel* title = label("section", this);
    title->setText(tr("What will be in the file"));
    main->addWidget(title);
    main->addWidget(m_filter);
    main->addWidget(m_preview, 1);
    main->addWidget(m_words);
    main->addWidget(m_banner);
    main->addWidget(m_receipt);
    auto* row = new QHBoxLayout(this);
    tight(row, 0);
    row->addWidget(panel);
    row->addLayout(main, 1);
}

void ExportDialog::makeContent()
{
    m_content.reset();
    m_receipt->hide();
    m_banner->hide();
    updateButtons();
    const std::optional<workspace::ExportRequest> request = m_options->request();
    if (!request) {
        m_making.cancel();
        m_preview->clear();
        m_preview->setRowCount(0);
        m_preview->setColumnCount(0);
        m_words->setText(m_options->missing());
        return;
    }
    m_words->setText(tr("Working it out…"));
    m_making.run(
        [snapshot = m_source.snapshot, rows = m_source.rows, request = *request](std::stop_token stop) -> Result<ContentPtr> {
            return workspace::makeExport(*snapshot, rows, request, stop).map([](workspace::ExportContent made) {
                return std::make_shared<const workspace::ExportContent>(std::move(made));
            });
        },
        [this](const Result<ContentPtr>& made) { showContent(made); });
}

void ExportDialog::showContent(const Result<ContentPtr>& made)
{
    if (made)
        m_content = *made;
    fillPreview();
    m_words->setText(made ? text::exportSentences(m_content->summary).join(u' ') : text::describe(made.error()));
    updateButtons();
    Q_EMIT previewed();
}

void ExportDialog::fillPreview()
{
    const workspace::ExportPreview preview
        = m_content ? workspace::previewOf(*m_content, rowsShown) : workspace::ExportPreview();
    m_preview->clear();
    m_preview->setColumnCount(static_cast<int>(preview.columns.size()));
    m_preview->setRowCount(static_cast<int>(preview.rows.size()));
    QStringList titles;
    for (const QString& column : preview.columns)
        titles.append(text::fieldName(column));
    m_preview->setHorizontalHeaderLabels(titles);
    for (std::size_t row = 0; row < preview.rows.size(); ++row)
        for (qsizetype column = 0; column < preview.rows[row].size(); ++column) {
            const QString& words = preview.rows[row][column];
            auto* item = new QTableWidgetItem(words);
            bool isNumber = false;
            words.toDouble(&isNumber);
            if (isNumber || words == workspace::notTold)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (words == workspace::notTold)
                item->setToolTip(tr("Not shown: too small, or needed to protect one that is"));
            m_preview->setItem(static_cast<int>(row), static_cast<int>(column), item);
        }
    constexpr int widest = 240;
    for (int column = 0; column < m_preview->columnCount(); ++column) {
        fitColumns(*m_preview, *m_preview->horizontalHeader(), {column});
        m_preview->setColumnWidth(column, std::min(widest, m_preview->columnWidth(column)));
    }
}

void ExportDialog::updateButtons()
{
    const QString fault = m_options->packageFault();
    m_export->setEnabled(m_content && m_content->summary.rows > 0 && fault.isEmpty() && !isBusy());
    m_export->setToolTip(fault);
    m_options->setEnabled(!isBusy());
    m_close->setText(m_writing.isRunning() ? tr("Cancel") : tr("Close"));
}

HandoverFacts ExportDialog::facts() const
{
    HandoverFacts facts;
    facts.created = QDateTime::currentDateTimeUtc();
    facts.sender = m_options->sender();
    facts.filter = text::filter(m_source.filter, m_source.snapshot->categories);
    facts.from = m_source.filter.from;
    facts.to = m_source.filter.to;
    return facts;
}

void ExportDialog::askPath()
{
    const QString folder
        = m_settings.value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
    const QString suffix = m_options->suffix();
    const QString name = tr("incidents", "name of a file") + u'-' + QDate::currentDate().toString(Qt::ISODate) + u'.' + suffix;
    QString path = QFileDialog::getSaveFileName(this, windowTitle(), QDir(folder).filePath(name),
                                                QStringLiteral("*.") + suffix);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0)
        path += u'.' + suffix;
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    exportTo(path);
}

void ExportDialog::exportTo(const QString& path)
{
    if (!m_content || isBusy())
        return;
    m_options->remember();
    m_receipt->hide();
    m_banner->hide();
    if (const Result<void> free = workspace::mayReplace(path, {m_source.snapshot->info.path}); !free) {
        finish(free, path);
        return;
    }
    m_progress->setRange(0, 0);
    m_progress->show();
    if (!m_source.log) {
        write(path);
        return;
    }
    m_logging = true;
    updateButtons();
    m_source.log(m_content->summary, path, [self = QPointer(this), path](const Result<void>& logged) {
        if (!self)
            return;
        self->m_logging = false;
        if (logged)
            self->write(path);
        else
            self->finish(logged, path);
    });
}

void ExportDialog::write(const QString& path)
{
    const QPointer<ExportDialog> self(this);
    const auto progress = [self](qint64 rows, qint64 total) {
        QMetaObject::invokeMethod(qApp, [self, rows, total] {
            if (self && self->m_writing.isRunning())
                self->showProgress(rows, total);
        });
    };
    m_writing.run(
        [content = m_content, path, progress, package = m_options->isPackage(), facts = facts(),
         words = m_options->passphrase()](std::stop_token stop) -> Result<void> {
            if (!package)
                return workspace::writeExport(*content, path, progress, stop);
            return workspace::writePackage(*content, facts, path, seal::Passphrase(words), progress, stop)
                .map([](const HandoverFacts&) {});
        },
        [this, path](const Result<void>& done) { finish(done, path); });
    updateButtons();
}

void ExportDialog::showProgress(qint64 rows, qint64 total)
{
    constexpr int steps = 1000;
    m_progress->setRange(0, steps);
    m_progress->setValue(total > 0 ? static_cast<int>(steps * rows / total) : 0);
}

void ExportDialog::finish(const Result<void>& done, const QString& path)
{
    m_progress->hide();
    updateButtons();
    if (!done) {
        if (done.error().code != ErrorCode::Cancelled)
            m_banner->showError(done.error());
        Q_EMIT failed();
        return;
    }
    m_receipt->setText(tr("Exported as %1.").arg(QDir::toNativeSeparators(path)));
    m_receipt->show();
    Q_EMIT written(path);
}

void ExportDialog::reject()
{
    if (m_writing.isRunning()) {
        m_writing.cancel();
        m_progress->hide();
        updateButtons();
        return;
    }
    m_options->remember();
    QDialog::reject();
}

} // namespace hk::ui
