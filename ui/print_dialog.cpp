#include "ui/print_dialog.h"

#include "report/page_ground.h"
#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/icons.h"
#include "ui/page_preview.h"
#include "ui/widgets.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDesktopServices>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <cmath>

namespace hk::ui {
namespace {

const QString paperKey = QStringLiteral("print/paper");
const QString orientationKey = QStringLiteral("print/orientation");
const QString markKey = QStringLiteral("print/mark");
const QString folderKey = QStringLiteral("print/folder");

constexpr double offeredScales[] = {2000.0, 5000.0, 10000.0};
constexpr double freeScale = 0.0;

} // namespace

double nearestPageScale(double scale)
{
    double best = offeredScales[1];
    for (const double offered : offeredScales)
        if (scale > 0 && std::abs(std::log(offered / scale)) < std::abs(std::log(best / scale)))
            best = offered;
    return best;
}

PrintDialog::PrintDialog(workspace::MapAnalysisPtr analysis, std::shared_ptr<const map::Ground> ground,
                         std::shared_ptr<const map::Basemap> names, const Sweref99& centre, double viewScale, QSettings& settings, Aim aim, QWidget* parent)
    : QDialog(parent)
    , m_analysis(std::move(analysis))
    , m_ground(std::move(ground))
    , m_names(std::move(names))
    , m_centre(centre)
    , m_viewScale(viewScale)
    , m_settings(settings)
    , m_preview(new PagePreview(this))
    , m_paper(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_freeScale(new QSpinBox(this))
    , m_title(new QLineEdit(this))
    , m_mark(new QComboBox(this))
    , m_sheet(new QComboBox(this))
    , m_export(new QPushButton(this))
    , m_picture(new QPushButton(this))
    , m_print(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_working(label("muted", this))
    , m_banner(new ErrorBanner(this))
    , m_receipt(new QWidget(this))
    , m_receiptWords(new QLabel(m_receipt))
    , m_receiptOpen(linkButton(m_receipt))
{
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] { m_quitting.request_stop(); });
    setWindowTitle(tr("Print the map"));
    m_export->setObjectName(QStringLiteral("exportPdf"));
    m_picture->setObjectName(QStringLiteral("savePicture"));
    m_scale->setObjectName(QStringLiteral("scale"));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_orientation->setObjectName(QStringLiteral("orientation"));
    m_freeScale->setObjectName(QStringLiteral("freeScale"));
    m_title->setObjectName(QStringLiteral("title"));
    m_mark->setObjectName(QStringLiteral("mark"));
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_receiptWords->setObjectName(QStringLiteral("receiptWords"));
    buildChoices();
    buildButtons(aim);
    buildLayout(aim);
    for (QComboBox* box : {m_paper, m_orientation, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
    connect(m_sheet, &QComboBox::currentIndexChanged, m_preview, &PagePreview::setSheet);
    connect(m_freeScale, &QSpinBox::valueChanged, this, &PrintDialog::refresh);
    connect(m_title, &QLineEdit::textChanged, this, &PrintDialog::refresh);
    connect(m_mark, &QComboBox::currentTextChanged, this, &PrintDialog::refresh);
    connect(m_preview, &PagePreview::dragged, this, &PrintDialog::moveCentre);
    connect(m_export, &QPushButton::clicked, this, &PrintDialog::askExport);
    connect(m_picture, &QPushButton::clicked, this, &PrintDialog::askPicture);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::askPrinter);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    refresh();
    resize(1060, 680);
}

void PrintDialog::buildChoices()
{
    m_paper->addItem(QStringLiteral("A4"), static_cast<int>(report::Paper::A4));
    m_paper->addItem(QStringLiteral("A3"), static_cast<int>(report::Paper::A3));
    m_orientation->addItem(tr("Landscape"), static_cast<int>(report::Orientation::Landscape));
    m_orientation->addItem(tr("Portrait"), static_cast<int>(report::Orientation::Portrait));
    for (const double scale : offeredScales)
        m_scale->addItem(QStringLiteral("1:%1").arg(text::number(static_cast<qint64>(scale))), scale);
    m_scale->addItem(tr("Another…"), freeScale);
    m_scale->setCurrentIndex(m_scale->findData(nearestPageScale(m_viewScale)));
    m_freeScale->setRange(100, 1'000'000);
    m_freeScale->setSingleStep(500);
    m_freeScale->setGroupSeparatorShown(true);
    m_freeScale->setPrefix(QStringLiteral("1:"));
    m_freeScale->setKeyboardTracking(false);
    m_freeScale->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_freeScale->setAccessibleName(tr("Scale"));
    m_freeScale->setValue(static_cast<int>(m_viewScale));
    m_title->setMaxLength(120);
    m_mark->addItem(tr("None", "confidentiality mark"), QString());
    m_mark->addItem(tr("Internal", "confidentiality mark"), QStringLiteral("internal"));
    m_mark->addItem(tr("Partner", "confidentiality mark"), QStringLiteral("partner"));
    m_mark->addItem(tr("Public", "confidentiality mark"), QStringLiteral("public"));
    m_sheet->addItems({tr("The map"), tr("The analysis")});
    m_paper->setCurrentIndex(std::max(0, m_paper->findText(m_settings.value(paperKey).toString())));
    m_orientation->setCurrentIndex(m_settings.value(orientationKey, 0).toInt() == 1 ? 1 : 0);
    // The careful choice until another is made: what is in the file is internal unless somebody has said otherwise.
    m_mark->setCurrentIndex(
        std::max(0, m_mark->findData(m_settings.value(markKey, QStringLiteral("internal")).toString())));
}

void PrintDialog::buildButtons(Aim aim)
{
    m_export->setText(tr("&Export PDF…"));
    m_export->setIcon(icon(QStringLiteral("export"), aim == Aim::Export ? IconTone::OnAccent : IconTone::Normal));
    m_picture->setText(tr("&Save picture…"));
    m_picture->setIcon(icon(QStringLiteral("image")));
    m_print->setText(tr("&Print…"));
    m_print->setIcon(icon(QStringLiteral("print"), aim == Aim::Print ? IconTone::OnAccent : IconTone::Normal));
    m_close->setText(tr("Close"));
    for (QPushButton* button : {m_export, m_picture, m_print, m_close})
        button->setAutoDefault(false);
    QPushButton* first = aim == Aim::Export ? m_export : m_print;
    first->setProperty("primary", true);
    first->setDefault(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_working->hide();
}

QWidget* PrintDialog::buildReceipt()
{
    auto* sign = new QLabel(m_receipt);
    sign->setPixmap(icon(QStringLiteral("check"), IconTone::Accent).pixmap(16, 16));
    m_receiptWords->setTextFormat(Qt::PlainText);
    m_receiptWords->setWordWrap(true);
    m_receiptOpen->setText(tr("Open"));
    connect(m_receiptOpen, &QToolButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_receiptPath)); });
    auto* row = new QHBoxLayout(m_receipt);
    tight(row, 6);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(m_receiptWords, 1);
    row->addWidget(m_receiptOpen, 0, Qt::AlignTop);
    m_receipt->hide();
    return m_receipt;
}

void PrintDialog::buildLayout(Aim aim)
{
    auto* inset = new QWidget(this);
    inset->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // keeps its height: it scrolls
    auto* choices = new QVBoxLayout(inset);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(10);
    const auto add = [&](QWidget* editor, const QString& name) {
        auto* made = new FormField(editor, inset);
        made->setName(name);
        choices->addWidget(made);
        return made;
    };
    add(m_title, tr("Title"));
    add(m_paper, tr("Paper"));
    add(m_orientation, tr("Orientation"));
    add(m_scale, tr("Scale"));
    choices->addWidget(m_freeScale);
    add(m_mark, tr("Confidentiality mark"));
    m_sheetField = add(m_sheet, tr("Sheet shown"));
    m_sheetField->hide();
    QLabel* hint = label("caption", inset);
    hint->setText(tr("Drag the page to move the map."));
    hint->setWordWrap(true);
    choices->addWidget(hint);
    choices->addStretch();
    auto* scroll = new QScrollArea(this); // large text on a small screen
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inset);

    auto* panel = new QWidget(this);
    auto* side = new QVBoxLayout(panel);
    side->setContentsMargins(16, 16, 16, 16);
    side->setSpacing(8);
    side->addWidget(scroll, 1);
    side->addWidget(m_banner);
    side->addWidget(m_working);
    side->addWidget(m_progress);
    side->addWidget(buildReceipt());
    if (aim == Aim::Print)
        side->addWidget(m_print);
    side->addWidget(m_export);
    side->addWidget(m_picture);
    if (aim == Aim::Export)
        side->addWidget(m_print);
    side->addWidget(m_close);
    panel->setFixedWidth(std::max(270, fontMetrics().averageCharWidth() * 36));
    auto* row = new QHBoxLayout(this);
    tight(row, 0);
    row->addWidget(panel);
    row->addWidget(m_preview, 1);
    (aim == Aim::Export ? m_export : m_print)->setFocus();
}

void PrintDialog::setMethod(methods::MethodResultPtr result, int grid)
{
    m_method = std::move(result);
    m_methodGrid = grid;
    m_sheetField->setVisible(m_method != nullptr);
    refresh();
}

report::PageOptions PrintDialog::options() const
{
    report::PageOptions chosen;
    chosen.paper = static_cast<report::Paper>(m_paper->currentData().toInt());
    chosen.orientation = static_cast<report::Orientation>(m_orientation->currentData().toInt());
    const double scale = m_scale->currentData().toDouble();
    chosen.scale = scale > 0.0 ? scale : m_freeScale->value();
    chosen.centre = m_centre;
    chosen.title = m_title->text().trimmed();
    if (!m_mark->currentData().toString().isEmpty())
        chosen.confidentiality = m_mark->currentText();
    chosen.method = m_method;
    chosen.methodGrid = m_methodGrid;
    return chosen;
}

void PrintDialog::refresh()
{
    remember();
    m_freeScale->setVisible(m_scale->currentData().toDouble() == freeScale);
    m_receipt->hide();
    m_banner->hide();
    m_page = report::pageOf(*m_analysis, options(), m_ground, m_names);
    m_preview->setPage(m_page);
    showGround();
    if (m_title->text().trimmed().isEmpty())
        m_title->setPlaceholderText(m_page.title);
}

/// The pictures under the page come when they are there; until then the preview is without them. Fetched once for a frame:
/// another title asks no server anew.
void PrintDialog::showGround()
{
    if (!report::needsPictures(m_page))
        return m_fetching.cancel();
    const QRectF frame = report::mapFrameSweref(m_page);
    if (frame == m_pictureFrame && m_pictures)
        return showPictures();
    if (frame == m_pictureFrame && m_fetching.isRunning())
        return;
    m_pictures.reset();
    m_pictureFrame = frame;
    m_fetching.run([page = m_page](std::stop_token stop) { return report::withGround(page, std::move(stop)); },
                   [this](const Result<report::MapPage>& page) {
                       if (!page)
                           return m_banner->showError(page.error());
                       m_pictures = page->scene.ground;
                       showPictures();
                   });
}

void PrintDialog::showPictures()
{
    m_page.scene.ground = m_pictures;
    m_preview->setPage(m_page);
}

/// The page with its ground, written on a worker.
void PrintDialog::workWithPage(const QString& path, const QString& words,
                               const std::function<Result<void>(const report::MapPage&)>& write)
{
    work(path, words, [page = m_page, write, stop = m_quitting.get_token()]() -> Result<void> {
        const auto ready = report::withGround(page, stop);
        return ready ? write(*ready) : tl::unexpected(ready.error());
    });
}

void PrintDialog::moveCentre(const QPointF& millimetres)
{
    const double metres = options().scale / 1000.0;
    m_centre.easting -= millimetres.x() * metres;
    m_centre.northing += millimetres.y() * metres;
    refresh();
}

QString PrintDialog::suggestedPath(const QString& suffix) const
{
    QString name = m_page.title;
    name.replace(QRegularExpression(QStringLiteral(R"([\\/:*?"<>|]+)")), QStringLiteral("-"));
    if (name.trimmed().isEmpty())
        name = tr("Map");
    const QString last = m_settings.value(folderKey).toString();
    const QString folder = last.isEmpty() || !QDir(last).exists()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : last;
    return QDir(folder).filePath(name + suffix);
}

void PrintDialog::askExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export PDF"), suggestedPath(QStringLiteral(".pdf")),
                                                      tr("PDF (*.pdf)"));
    if (!path.isEmpty())
        exportTo(path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".pdf"));
}

void PrintDialog::askPicture()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), suggestedPath(QStringLiteral(".png")),
                                                      tr("PNG picture (*.png)"));
    if (!path.isEmpty())
        savePictureTo(path.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive) ? path
                                                                                 : path + QStringLiteral(".png"));
}

void PrintDialog::askPrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const QPageSize size(m_page.paper == report::Paper::A3 ? QPageSize::A3 : QPageSize::A4);
    printer->setPageSize(size);
    printer->setPageOrientation(m_page.orientation == report::Orientation::Landscape ? QPageLayout::Landscape
                                                                                      : QPageLayout::Portrait);
    printer->setFullPage(true);
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print"));
    if (dialog.exec() == QDialog::Accepted)
        workWithPage({}, tr("Printing…"), [printer](const report::MapPage& page) { return report::print(page, *printer); });
}

void PrintDialog::exportTo(const QString& path)
{
    workWithPage(path, tr("Writing the PDF…"),
                 [path](const report::MapPage& page) { return report::writePdf(page, path); });
}

void PrintDialog::savePictureTo(const QString& path)
{
    workWithPage(path, tr("Writing the picture…"),
                 [path](const report::MapPage& page) { return report::writePng(page, path); });
}

void PrintDialog::work(const QString& path, const QString& words, const std::function<Result<void>()>& task)
{
    if (m_busy)
        return;
    m_working->setText(words);
    m_banner->hide();
    m_receipt->hide();
    setBusy(true);
    auto* watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        setBusy(false);
        if (const Result<void> done = watcher->result(); !done) {
            m_banner->showError(done.error());
            Q_EMIT failed();
            return;
        }
        showReceipt(path);
        if (!path.isEmpty())
            Q_EMIT written(path);
    });
    watcher->setFuture(QtConcurrent::run(task));
}

void PrintDialog::showReceipt(const QString& path)
{
    m_receiptPath = path;
    if (path.isEmpty()) {
        m_receiptWords->setText(tr("Sent to the printer."));
    } else {
        m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
        m_receiptWords->setText(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
    }
    m_receiptWords->setToolTip(QDir::toNativeSeparators(path));
    m_receiptOpen->setVisible(!path.isEmpty());
    m_receipt->show();
}

void PrintDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_focusAfter = focusWidget(); // a button that cannot be pressed loses the focus
    for (QPushButton* button : {m_export, m_picture, m_print})
        button->setEnabled(!busy);
    if (!busy && m_focusAfter)
        m_focusAfter->setFocus();
    // Nothing blinks for less than 150 ms.
    if (busy)
        QTimer::singleShot(150, this, [this] {
            m_progress->setVisible(m_busy);
            m_working->setVisible(m_busy);
        });
    else
        for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_working)})
            part->hide();
}

void PrintDialog::remember()
{
    m_settings.setValue(paperKey, m_paper->currentText());
    m_settings.setValue(orientationKey, m_orientation->currentIndex());
    m_settings.setValue(markKey, m_mark->currentData());
}

void PrintDialog::reject()
{
    remember();
    QDialog::reject();
}

void PrintDialog::closeEvent(QCloseEvent* event)
{
    remember();
    QDialog::closeEvent(event);
}

} // namespace hk::ui
