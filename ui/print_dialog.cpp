#include "ui/print_dialog.h"

#include "report/output.h"
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

const QString folderKey = QStringLiteral("print/folder");

} // namespace

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
    , m_cancel(new QPushButton(this))
    , m_note(new QWidget(this))
    , m_noteWords(new QLabel(m_note))
    , m_banner(new ErrorBanner(this))
    , m_receipt(new QWidget(this))
    , m_receiptWords(new QLabel(m_receipt))
    , m_receiptOpen(linkButton(m_receipt))
{
    // A slow server is not waited for when the program ends.
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] { m_stopWriting.request_stop(); });
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
    connect(m_cancel, &QPushButton::clicked, this, &PrintDialog::cancelFetching);
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
    tabByLayout(this);
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
    m_freeScale->setVisible(m_scale->currentData().toDouble() <= 0.0);
    m_receipt->hide();
    m_banner->hide();
    report::ProductOptions product;
    product.page = options();
    const auto made = report::makeDocument({m_analysis, m_ground, m_names}, product);
    if (!made) {
        m_banner->showError(made.error());
        return;
    }
    m_document = *made;
    m_preview->setDocument(m_document);
    showGround();
    if (m_title->text().trimmed().isEmpty())
        m_title->setPlaceholderText(m_document.title);
}

/// The pictures under the page come when they are there; until then the preview is without them. Fetched once for a frame:
/// another title asks no server anew.
void PrintDialog::showGround()
{
    if (!report::needsPictures(m_document)) {
        m_fetching.cancel();
        showFetching();
        m_note->hide();
        return;
    }
    if (report::takePictures(m_document, m_pictured)) {
        m_preview->setDocument(m_document);
        return;
    }
    m_note->hide();
    m_fetching.run([document = m_document, report = progressReport()](std::stop_token stop) { return report::withGround(document, std::move(stop), report); },
                   [this](const Result<paper::Document>& document) {
                       showFetching();
                       if (document)
                           return showPictures(*document);
                       standIn(document.error());
                   });
    showFetching();
}

void PrintDialog::showPictures(const paper::Document& document)
{
    m_document = m_pictured = document;
    m_preview->setDocument(m_document);
}

/// The page goes on without what cannot be had, and says so.
void PrintDialog::standIn(const Error& error)
{
    const bool background = m_ground && m_ground->sheets.front().tiles != nullptr;
    const QString instead = background ? tr("The page has the built-in map in its place.")
                                       : tr("The page is without the picture.");
    m_noteWords->setText(error.code == ErrorCode::Cancelled ? tr("The background was not fetched.") + u' ' + instead
                                                             : text::describe(error) + u' ' + instead);
    m_note->show();
    showPictures(report::withoutPictures(m_document, m_names));
}

void PrintDialog::fetchAnew()
{
    m_pictured = {};
    refresh();
}

/// Tells the window's thread how far the pictures have come.
std::function<void(double)> PrintDialog::progressReport()
{
    m_progress->setRange(0, 0); // until the first has come
    return [self = QPointer<PrintDialog>(this)](double share) {
        QMetaObject::invokeMethod(qApp, [self, share] {
            if (!self || !(self->m_busy || self->m_fetching.isRunning()))
                return;
            constexpr int steps = 100;
            self->m_progress->setRange(0, steps);
            self->m_progress->setValue(static_cast<int>(share * steps));
        });
    };
}

/// What the progress tells of: a page that is written, or pictures that come for the preview.
void PrintDialog::showFetching()
{
    if (!m_busy)
        m_working->setText(tr("Fetching the background for the page…"));
    const auto show = [this] {
        const bool fetching = m_fetching.isRunning() || (m_busy && report::needsPictures(m_document));
        const bool any = m_busy || m_fetching.isRunning();
        m_progress->setVisible(any);
        m_working->setVisible(any);
        m_cancel->setVisible(fetching);
    };
    if (m_busy || m_fetching.isRunning())
        QTimer::singleShot(150, this, show); // nothing blinks for less
    else
        show();
}

void PrintDialog::cancelFetching()
{
    if (m_busy) {
        m_stopWriting.request_stop();
        return;
    }
    m_fetching.cancel();
    showFetching();
    standIn(Error{ErrorCode::Cancelled, {}, {}, {}});
}

/// Into the log first, and only then onto paper or into a file.
void PrintDialog::logged(const QString& path, const QString& words, const Write& write)
{
    if (m_busy)
        return;
    if (!m_log) {
        workWithPage(path, words, write);
        return;
    }
    setBusy(true);
    m_log(path.isEmpty() ? tr("on paper", "in the log: where a page went") : path,
          [self = QPointer(this), path, words, write](const Result<void>& done) {
              if (!self)
                  return;
              self->setBusy(false);
              if (done) {
                  self->workWithPage(path, words, write);
                  return;
              }
              self->m_banner->showError(done.error());
              Q_EMIT self->failed();
          });
}

/// The page with its ground, written on a worker.
void PrintDialog::workWithPage(const QString& path, const QString& words, const Write& write)
{
    m_fetching.cancel(); // the same pictures are fetched for the file
    m_stopWriting = std::stop_source();
    const bool fetches = report::needsPictures(m_document);
    work(path, fetches ? tr("Fetching the background for the page…") : words,
         [document = m_document, write, report = progressReport(), stop = m_stopWriting.get_token()]() -> Written {
             const auto ready = report::withGround(document, stop, report);
             if (!ready)
                 return {tl::unexpected(ready.error()), report::needsPictures(document)};
             return {write(*ready), false};
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
    QString name = m_document.title;
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
    const report::PageOptions chosen = options();
    const QPageSize size(chosen.paper == report::Paper::A3 ? QPageSize::A3 : QPageSize::A4);
    printer->setPageSize(size);
    printer->setPageOrientation(chosen.orientation == report::Orientation::Landscape ? QPageLayout::Landscape
                                                                                      : QPageLayout::Portrait);
    printer->setFullPage(true);
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print"));
    if (dialog.exec() == QDialog::Accepted)
        logged({}, tr("Printing…"), [printer](const paper::Document& document) { return report::print(document, *printer); });
}

void PrintDialog::exportTo(const QString& path)
{
    logged(path, tr("Writing the PDF…"),
           [path](const paper::Document& document) { return report::writePdf(document, path); });
}

void PrintDialog::savePictureTo(const QString& path)
{
    logged(path, tr("Writing the picture…"),
           [path](const paper::Document& document) { return report::writePng(document, path); });
}

void PrintDialog::work(const QString& path, const QString& words, const std::function<Written()>& task)
{
    m_working->setText(words);
    m_banner->hide();
    m_receipt->hide();
    setBusy(true);
    auto* watcher = new QFutureWatcher<Written>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        setBusy(false);
        const Written done = watcher->result();
        if (done.withoutPictures) {
            standIn(done.result.error());
        } else if (report::needsPictures(m_document)) {
            showGround(); // of the preview
        }
        if (!done.result) {
            if (!done.withoutPictures)
                m_banner->showError(done.result.error());
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
    showFetching();
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
