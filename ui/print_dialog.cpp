#include "ui/print_dialog.h"

#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/page_preview.h"
#include "ui/widgets.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace hk::ui {
namespace {

const QString paperKey = QStringLiteral("print/paper");
const QString orientationKey = QStringLiteral("print/orientation");
const QString scaleKey = QStringLiteral("print/scale");
const QString markKey = QStringLiteral("print/mark");
const QString folderKey = QStringLiteral("print/folder");

} // namespace

PrintDialog::PrintDialog(workspace::MapAnalysisPtr analysis, std::shared_ptr<const map::Basemap> basemap,
                         const Sweref99& centre, double viewScale, QSettings& settings, Aim aim, QWidget* parent)
    : QDialog(parent)
    , m_analysis(std::move(analysis))
    , m_basemap(std::move(basemap))
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
    , m_export(new QPushButton(this))
    , m_picture(new QPushButton(this))
    , m_print(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(label("muted", this))
{
    setWindowTitle(tr("Print the map"));
    m_export->setObjectName(QStringLiteral("exportPdf"));
    m_picture->setObjectName(QStringLiteral("savePicture"));
    m_scale->setObjectName(QStringLiteral("scale"));
    m_paper->setObjectName(QStringLiteral("paper"));
    buildChoices();
    buildLayout(aim);
    for (QComboBox* box : {m_paper, m_orientation, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
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
    const auto scaleText = [](double scale) {
        return QStringLiteral("1:%1").arg(text::number(static_cast<qint64>(scale)));
    };
    for (const double scale : {2000.0, 5000.0, 10000.0})
        m_scale->addItem(scaleText(scale), scale);
    m_scale->addItem(tr("As the window"), m_viewScale);
    m_scale->addItem(tr("Free"), 0.0);
    m_freeScale->setRange(500, 500000);
    m_freeScale->setSingleStep(500);
    m_freeScale->setGroupSeparatorShown(true);
    m_freeScale->setPrefix(QStringLiteral("1:"));
    m_freeScale->setValue(static_cast<int>(m_viewScale));
    m_mark->setEditable(true);
    m_mark->addItems({QString(), text::nameOf(Confidentiality::Internal), text::nameOf(Confidentiality::Partner),
                      text::nameOf(Confidentiality::Public)});
    m_paper->setCurrentIndex(std::max(0, m_paper->findText(m_settings.value(paperKey).toString())));
    m_orientation->setCurrentIndex(m_settings.value(orientationKey, 0).toInt() == 1 ? 1 : 0);
    m_scale->setCurrentIndex(std::clamp(m_settings.value(scaleKey, 1).toInt(), 0, 3));
    m_mark->setCurrentText(m_settings.value(markKey).toString());
}

void PrintDialog::buildLayout(Aim aim)
{
    auto* choices = new QFormLayout;
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setVerticalSpacing(8);
    choices->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_title->setPlaceholderText(tr("Made of place and period"));
    choices->addRow(tr("Title"), m_title);
    choices->addRow(tr("Paper"), m_paper);
    choices->addRow(tr("Orientation"), m_orientation);
    choices->addRow(tr("Scale"), m_scale);
    choices->addRow(QString(), m_freeScale);
    choices->addRow(tr("Confidentiality mark"), m_mark);

    m_export->setText(tr("Export PDF…"));
    m_export->setIcon(icon(QStringLiteral("export"), aim == Aim::Export ? IconTone::OnAccent : IconTone::Normal));
    m_picture->setText(tr("Save picture…"));
    m_picture->setIcon(icon(QStringLiteral("image")));
    m_print->setText(tr("Print…"));
    m_print->setIcon(icon(QStringLiteral("print"), aim == Aim::Print ? IconTone::OnAccent : IconTone::Normal));
    m_close->setText(tr("Close"));
    QPushButton* first = aim == Aim::Export ? m_export : m_print;
    first->setProperty("primary", true);
    first->setDefault(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_message->setWordWrap(true);

    auto* side = new QVBoxLayout;
    side->setContentsMargins(16, 16, 16, 16);
    side->setSpacing(8);
    side->addLayout(choices);
    QLabel* hint = label("caption", this);
    hint->setText(tr("Drag the page to move the map."));
    hint->setWordWrap(true);
    side->addWidget(hint);
    side->addStretch();
    side->addWidget(m_message);
    side->addWidget(m_progress);
    if (aim == Aim::Print)
        side->addWidget(m_print);
    side->addWidget(m_export);
    side->addWidget(m_picture);
    if (aim == Aim::Export)
        side->addWidget(m_print);
    side->addWidget(m_close);
    auto* panel = new QWidget(this);
    panel->setLayout(side);
    panel->setFixedWidth(std::max(260, panel->sizeHint().width()));
    auto* row = new QHBoxLayout(this);
    tight(row, 0);
    row->addWidget(m_preview, 1);
    row->addWidget(panel);
    first->setFocus();
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
    chosen.confidentiality = m_mark->currentText().trimmed();
    return chosen;
}

void PrintDialog::refresh()
{
    m_freeScale->setVisible(m_scale->currentData().toDouble() <= 0.0);
    m_page = report::pageOf(*m_analysis, options(), m_basemap);
    m_preview->setPage(m_page);
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
        work({}, [page = m_page, printer] { return report::print(page, *printer); });
}

void PrintDialog::exportTo(const QString& path)
{
    work(path, [page = m_page, path] { return report::writePdf(page, path); });
}

void PrintDialog::savePictureTo(const QString& path)
{
    work(path, [page = m_page, path] { return report::writePng(page, path); });
}

void PrintDialog::work(const QString& path, const std::function<Result<void>()>& task)
{
    if (m_busy)
        return;
    setBusy(true);
    m_message->clear();
    auto* watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        setBusy(false);
        const Result<void> done = watcher->result();
        m_message->setProperty("role", done ? QStringLiteral("muted") : QStringLiteral("fault"));
        m_message->setStyleSheet(QStringLiteral(" "));
        if (!done) {
            m_message->setText(text::describe(done.error()));
            return;
        }
        if (path.isEmpty()) {
            m_message->setText(tr("Sent to the printer."));
            return;
        }
        m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
        m_message->setText(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
        m_message->setToolTip(path);
        Q_EMIT written(path);
    });
    watcher->setFuture(QtConcurrent::run(task));
}

void PrintDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QPushButton* button : {m_export, m_picture, m_print})
        button->setEnabled(!busy);
    // Nothing blinks for less than 150 ms.
    if (busy)
        QTimer::singleShot(150, this, [this] { m_progress->setVisible(m_busy); });
    else
        m_progress->hide();
}

void PrintDialog::remember()
{
    m_settings.setValue(paperKey, m_paper->currentText());
    m_settings.setValue(orientationKey, m_orientation->currentIndex());
    m_settings.setValue(scaleKey, std::min(m_scale->currentIndex(), 3));
    m_settings.setValue(markKey, m_mark->currentText().trimmed());
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
