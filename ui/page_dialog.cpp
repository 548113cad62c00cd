#include "ui/page_dialog.h"

#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/icons.h"
#include "ui/latest_job.h"
#include "ui/page_options.h"
#include "ui/page_preview.h"
#include "ui/widgets.h"
#include "workspace/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

QString fileNameFrom(const QString& title)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    QString name = title;
    name.replace(forbidden, QStringLiteral("-"));
    return name.simplified().left(80);
}

} // namespace

struct PageDialog::Impl {
    Impl(PageDialog& dialog, workspace::Workspace& space, const Sweref99& centre, double scale, QSettings& store);
    void build();
    std::shared_ptr<const report::MapPage> page() const;
    void refresh();
    void updateButtons();
    QString askPath(const QString& title, const QString& suffix, const QString& filter);
    void write(const QString& path, const QString& words, std::function<Result<void>(const report::MapPage&)> writer);
    void ended(const QString& path, const Result<void>& result);

    PageDialog& q;
    workspace::Workspace& workspace;
    QSettings& settings;
    PageOptionsPanel* options;
    PagePreview* preview;
    ErrorBanner* banner = nullptr;
    QWidget* busy = nullptr;
    QLabel* busyWords = nullptr;
    QTimer* busyDelay = nullptr;
    QWidget* receipt = nullptr;
    QLabel* receiptWords = nullptr;
    QToolButton* receiptOpen = nullptr;
    QString receiptPath;
    QPushButton* pdf = nullptr;
    QPushButton* picture = nullptr;
    QPushButton* printing = nullptr;
    LatestJob<Result<void>> job;
};

PageDialog::Impl::Impl(PageDialog& dialog, workspace::Workspace& space, const Sweref99& centre, double scale,
                       QSettings& store)
    : q(dialog)
    , workspace(space)
    , settings(store)
    , options(new PageOptionsPanel(centre, scale, store, &dialog))
    , preview(new PagePreview(&dialog))
{
    build();
    QObject::connect(options, &PageOptionsPanel::changed, &q, [this] { refresh(); });
    QObject::connect(&workspace, &workspace::Workspace::analysisChanged, &q, [this] { refresh(); });
    QObject::connect(preview, &PagePreview::rendered, &q, &PageDialog::previewChanged);
    QObject::connect(pdf, &QPushButton::clicked, &q, [this] {
        const QString path = askPath(PageDialog::tr("Export PDF"), QStringLiteral("pdf"), PageDialog::tr("PDF (*.pdf)"));
        if (!path.isEmpty())
            q.savePdf(path);
    });
    QObject::connect(picture, &QPushButton::clicked, &q, [this] {
        const QString path
            = askPath(PageDialog::tr("Save picture"), QStringLiteral("png"), PageDialog::tr("Picture (*.png)"));
        if (!path.isEmpty())
            q.savePicture(path);
    });
    QObject::connect(printing, &QPushButton::clicked, &q, &PageDialog::print);
    QObject::connect(receiptOpen, &QToolButton::clicked, &q,
                     [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(receiptPath)); });
    refresh();
}

void PageDialog::Impl::build()
{
    q.setWindowTitle(PageDialog::tr("Map on paper"));
    banner = new ErrorBanner(&q);
    busy = new QWidget(&q);
    auto* busyColumn = new QVBoxLayout(busy);
    tight(busyColumn, 4);
    busyWords = label("muted", busy);
    auto* bar = new QProgressBar(busy);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    busyColumn->addWidget(busyWords);
    busyColumn->addWidget(bar);
    busy->hide();
    busyDelay = new QTimer(&q);
    busyDelay->setSingleShot(true);
    busyDelay->setInterval(150);
    QObject::connect(busyDelay, &QTimer::timeout, busy, &QWidget::show);

    receipt = new QWidget(&q);
    auto* receiptRow = new QHBoxLayout(receipt);
    tight(receiptRow, 4);
    auto* sign = new QLabel(receipt);
    sign->setPixmap(icon(QStringLiteral("check"), IconTone::Accent).pixmap(16, 16));
    receiptWords = new QLabel(receipt);
    receiptWords->setObjectName(QStringLiteral("pageReceipt"));
    receiptWords->setTextFormat(Qt::PlainText);
    receiptWords->setWordWrap(true);
    receiptOpen = linkButton(receipt);
    receiptOpen->setText(PageDialog::tr("Open"));
    receiptRow->addWidget(sign, 0, Qt::AlignTop);
    receiptRow->addWidget(receiptWords, 1);
    receiptRow->addWidget(receiptOpen, 0, Qt::AlignTop);
    receipt->hide();

    pdf = new QPushButton(icon(QStringLiteral("export"), IconTone::OnAccent), PageDialog::tr("&Export PDF…"), &q);
    pdf->setProperty("primary", true);
    pdf->setObjectName(QStringLiteral("pageExportPdf"));
    pdf->setDefault(true);
    picture = new QPushButton(icon(QStringLiteral("image")), PageDialog::tr("&Save picture…"), &q);
    picture->setObjectName(QStringLiteral("pageSavePicture"));
    printing = new QPushButton(icon(QStringLiteral("print")), PageDialog::tr("&Print…"), &q);
    printing->setObjectName(QStringLiteral("pagePrint"));
    auto* close = new QPushButton(PageDialog::tr("Close"), &q);
    for (QPushButton* button : {picture, printing, close})
        button->setAutoDefault(false);
    QObject::connect(close, &QPushButton::clicked, &q, &QDialog::reject);

    auto* choices = new QScrollArea(&q);
    choices->setWidgetResizable(true);
    choices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inset = new QWidget(choices);
    auto* insetColumn = new QVBoxLayout(inset);
    insetColumn->setContentsMargins(1, 1, 12, 1);
    insetColumn->addWidget(options);
    choices->setWidget(inset);

    auto* side = new QWidget(&q);
    side->setFixedWidth(std::max(260, q.fontMetrics().averageCharWidth() * 38));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(choices, 1);
    column->addWidget(banner);
    column->addWidget(busy);
    column->addWidget(receipt);
    for (QPushButton* button : {pdf, picture, printing, close})
        column->addWidget(button);
    auto* row = new QHBoxLayout(&q);
    tight(row, 0);
    row->addWidget(side);
    row->addWidget(preview, 1);
    q.resize(1000, 660);
}

std::shared_ptr<const report::MapPage> PageDialog::Impl::page() const
{
    const workspace::MapAnalysisPtr analysis = workspace.analysis();
    if (!analysis)
        return nullptr;
    report::PageOptions chosen = options->options();
    chosen.printedAt = QDateTime::currentDateTime();
    return std::make_shared<const report::MapPage>(report::pageOf(*analysis, chosen, workspace.basemap()));
}

void PageDialog::Impl::refresh()
{
    receipt->hide();
    if (const auto current = page()) {
        preview->setPage(current);
        report::PageOptions untitled = options->options();
        untitled.title.clear();
        if (!options->options().title.isEmpty())
            options->setOwnTitle(report::pageOf(*workspace.analysis(), untitled, workspace.basemap()).title);
        else
            options->setOwnTitle(current->title);
    }
    updateButtons();
}

void PageDialog::Impl::updateButtons()
{
    const bool ready = workspace.analysis() && !job.isRunning();
    for (QPushButton* button : {pdf, picture, printing})
        button->setEnabled(ready);
}

QString PageDialog::Impl::askPath(const QString& title, const QString& suffix, const QString& filter)
{
    const QString key = QStringLiteral("page/folder");
    const QString folder
        = settings.value(key, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
    const auto current = page();
    const QString name = fileNameFrom(current ? current->title : QString());
    QFileDialog dialog(&q, title, folder, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile((name.isEmpty() ? PageDialog::tr("Map", "file name") : name) + QLatin1Char('.') + suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QString path = dialog.selectedFiles().first();
    settings.setValue(key, QFileInfo(path).absolutePath());
    return path;
}

void PageDialog::Impl::write(const QString& path, const QString& words,
                             std::function<Result<void>(const report::MapPage&)> writer)
{
    const auto current = page();
    if (!current || job.isRunning())
        return;
    banner->hide();
    receipt->hide();
    busyWords->setText(words);
    busyDelay->start();
    job.run([current, writer = std::move(writer)](std::stop_token) { return writer(*current); },
            [this, path](const Result<void>& result) { ended(path, result); });
    updateButtons();
}

void PageDialog::Impl::ended(const QString& path, const Result<void>& result)
{
    busyDelay->stop();
    busy->hide();
    updateButtons();
    if (!result) {
        banner->showError(result.error());
        Q_EMIT q.failed();
        return;
    }
    receiptPath = path;
    receiptWords->setText(path.isEmpty() ? PageDialog::tr("Sent to the printer.")
                                         : PageDialog::tr("Saved as %1").arg(QFileInfo(path).fileName()));
    receiptWords->setToolTip(QDir::toNativeSeparators(path));
    receiptOpen->setVisible(!path.isEmpty());
    receipt->show();
    Q_EMIT q.written(path);
}

PageDialog::PageDialog(workspace::Workspace& workspace, const Sweref99& centre, double scale, QSettings& settings,
                       QWidget* parent)
    : QDialog(parent)
    , m_impl(std::make_unique<Impl>(*this, workspace, centre, scale, settings))
{
}

PageDialog::~PageDialog() = default;

void PageDialog::savePdf(const QString& path)
{
    m_impl->write(path, tr("Writing the PDF…"),
                  [path](const report::MapPage& page) { return report::writePdf(page, path); });
}

void PageDialog::savePicture(const QString& path)
{
    m_impl->write(path, tr("Writing the picture…"),
                  [path](const report::MapPage& page) { return report::writePng(page, path); });
}

void PageDialog::print()
{
    const auto page = m_impl->page();
    if (!page)
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(page->paper == report::Paper::A3 ? QPageSize::A3 : QPageSize::A4));
    printer->setPageOrientation(page->orientation == report::Orientation::Portrait ? QPageLayout::Portrait
                                                                                    : QPageLayout::Landscape);
    printer->setDocName(page->title);
    QPrintDialog dialog(printer.get(), this);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_impl->write({}, tr("Printing…"),
                  [printer](const report::MapPage& current) { return report::print(current, *printer); });
}

} // namespace hk::ui
