#include "ui/print/print_dialog.h"

#include "report/page_ground.h"
#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/print/page_preview.h"
#include "ui/print/page_settings_dialog.h"
#include "ui/print/product_panel.h"
#include "ui/print/sheet_list.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

namespace hk::ui {
namespace {

const QString geometryKey = QStringLiteral("print/geometry");

constexpr int settleTime = 40; ///< while a title is typed, pages are not made for each letter
constexpr int blink = 150;     ///< nothing is told of what takes less

} // namespace

PrintDialog::PrintDialog(report::ProductInput input, const Sweref99& centre, double viewScale, QSettings& settings, Aim aim,
                         QWidget* parent)
    : QDialog(parent)
    , m_input(std::move(input))
    , m_centre(centre)
    , m_viewScale(viewScale)
    , m_settings(settings)
    , m_pageSettings(PageSettings::read(settings))
    , m_document(std::make_shared<const paper::Document>())
    , m_writer(new PageWriter(this))
    , m_undo(new QUndoStack(this))
    , m_settle(new QTimer(this))
    , m_products(new ProductPanel(m_input.names, centre, settings, this))
    , m_preview(new PagePreview(this))
    , m_sheets(new SheetList(this))
    , m_paper(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_freeScale(new QSpinBox(this))
    , m_title(new QLineEdit(this))
    , m_mark(new QComboBox(this))
    , m_dpi(new QComboBox(this))
    , m_archive(new QCheckBox(this))
    , m_editing(new QToolButton(this))
    , m_back(new QToolButton(this))
    , m_forth(new QToolButton(this))
    , m_original(linkButton(this))
    , m_keep(linkButton(this))
    , m_drop(linkButton(this))
    , m_export(new QPushButton(this))
    , m_picture(new QPushButton(this))
    , m_print(new QPushButton(this))
    , m_copy(linkButton(this))
    , m_pageButton(linkButton(this))
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
    setWindowTitle(tr("Print"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleTime);
    buildChoices();
    buildButtons(aim);
    buildEditing();
    buildLayout(aim);
    connectChoices();
    refresh();
    constexpr QSize usual(1180, 760);
    const QSize room = screen()->availableSize() - QSize(0, 40); // with a frame of the window manager
    resize(usual.boundedTo(room));
    restoreGeometry(settings.value(geometryKey).toByteArray());
    tabByLayout(this);
}

PrintDialog::~PrintDialog() = default;

void PrintDialog::connectChoices()
{
    connect(m_settle, &QTimer::timeout, this, &PrintDialog::make);
    connect(m_cancel, &QPushButton::clicked, this, &PrintDialog::cancelWork);
    for (QComboBox* box : {m_paper, m_orientation, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);
    connect(m_freeScale, &QSpinBox::valueChanged, this, &PrintDialog::refresh);
    connect(m_title, &QLineEdit::textChanged, this, &PrintDialog::refresh);
    connect(m_title, &QLineEdit::textEdited, this, &PrintDialog::forgetTitle);
    connect(m_mark, &QComboBox::currentTextChanged, this, &PrintDialog::refresh);
    connect(m_products, &ProductPanel::productChanged, this, [this] { m_sheets->setCurrentRow(0); });
    connect(m_products, &ProductPanel::changed, this, &PrintDialog::refresh);
    connect(m_sheets, &SheetList::sheetChosen, m_preview, &PagePreview::setSheet);
    connect(m_preview, &PagePreview::dragged, this, &PrintDialog::moveCentre);
    connect(m_copy, &QToolButton::clicked, this, &PrintDialog::copyPicture);
    connect(m_pageButton, &QToolButton::clicked, this, &PrintDialog::askPageSettings);
    connect(m_export, &QPushButton::clicked, this, &PrintDialog::askExport);
    connect(m_picture, &QPushButton::clicked, this, &PrintDialog::askPicture);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::askPrinter);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_writer, &PageWriter::busyChanged, this, &PrintDialog::showBusy);
    connect(m_writer, &PageWriter::progressed, this, &PrintDialog::showShare);
    connect(m_writer, &PageWriter::finished, this, &PrintDialog::handedOver);
}

void PrintDialog::setMethod(methods::MethodResultPtr result, int grid)
{
    m_method = std::move(result);
    m_methodGrid = grid;
    refresh();
}

report::ProductOptions PrintDialog::options() const
{
    report::ProductOptions chosen;
    m_products->fill(chosen);
    report::PageOptions& page = chosen.page;
    page.paper = static_cast<report::Paper>(m_paper->currentData().toInt());
    page.orientation = static_cast<report::Orientation>(m_orientation->currentData().toInt());
    const double scale = m_scale->currentData().toDouble();
    page.scale = scale > 0.0 ? scale : m_freeScale->value();
    page.centre = m_centre;
    if (chosen.product == report::Product::PublicMap)
        page.scale = 0.0; // fitted to what is shown
    page.title = m_title->text().trimmed();
    if (!m_mark->currentData().toString().isEmpty())
        page.confidentiality = m_mark->currentText();
    page.method = m_method;
    page.methodGrid = m_methodGrid;
    if (!chosen.areas.set && m_input.analysis->filter.zones.isActive())
        chosen.areas = m_input.analysis->filter.zones;
    chosen.templates = m_pageSettings.templates;
    chosen.edits = m_edits;
    return chosen;
}

void PrintDialog::refresh()
{
    remember();
    takeLayout();
    showEditing();
    const report::Product product = m_products->product();
    const bool oneMap = product == report::Product::MeetingMap;
    const bool scaled = oneMap || product == report::Product::Series;
    m_freeScale->setVisible(scaled && m_scale->currentData().toDouble() <= 0.0);
    m_scaleField->setVisible(scaled);
    m_orientationField->setVisible(product != report::Product::PatrolSheet && product != report::Product::SituationReport);
    m_markField->setVisible(product != report::Product::PublicMap); // it is public by what it is
    m_preview->setMapDraggable(oneMap);
    m_hint->setVisible(oneMap && !m_preview->isEditing());
    m_receipt->hide();
    m_banner->hide();
    ++m_wanted;
    m_settle->start();
}

/// On a worker: a report of many pages takes seconds.
void PrintDialog::make()
{
    m_fetching.cancel();
    m_making.run(
        [input = m_input, options = options(), settings = m_pageSettings, report = progressReport()](std::stop_token stop) {
            report::ProductOptions all = options;
            all.house = settings.houseStyle();
            return report::makeDocument(input, all, std::move(stop), report);
        },
        [this, number = m_wanted](const Result<paper::Document>& document) {
            m_shown = number;
            m_failed = !document;
            if (document) {
                showDocument(*document);
                showGround();
                showBusy(m_writer->isBusy());
            } else {
                m_whenMade = nullptr;
                showBusy(false);
                m_banner->showError(document.error());
                Q_EMIT failed();
            }
            showFetching();
            Q_EMIT made();
            goOn();
        });
    showFetching();
}

/// With what was asked for before the pages were there.
void PrintDialog::goOn()
{
    if (!m_whenMade || !isMade())
        return;
    const auto next = std::exchange(m_whenMade, nullptr);
    next();
}

void PrintDialog::showDocument(paper::Document document)
{
    m_document = std::make_shared<const paper::Document>(std::move(document));
    m_preview->setDocument(m_document);
    showEditing();
    m_sheets->setVisible(m_document->sheets.size() > 1);
    m_sheets->setDocument(m_document);
    if (m_title->text().trimmed().isEmpty())
        m_title->setPlaceholderText(m_document->title);
}

/// The pictures under the maps come when they are there; until then the preview is without them. Fetched once for a frame:
/// another title asks no server anew.
void PrintDialog::showGround()
{
    if (!report::needsPictures(*m_document)) {
        m_note->hide();
        return;
    }
    if (paper::Document pictured = *m_document; m_pictured && report::takePictures(pictured, *m_pictured))
        return showDocument(std::move(pictured));
    m_note->hide();
    m_fetching.run([document = *m_document, report = progressReport()](
                       std::stop_token stop) { return report::withGround(document, std::move(stop), report); },
                   [this](const Result<paper::Document>& document) {
                       showFetching();
                       if (!document)
                           return standIn(document.error());
                       showDocument(*document);
                       m_pictured = m_document;
                   });
    showFetching();
}

/// The pages go on without what cannot be had, and say so.
void PrintDialog::standIn(const Error& error)
{
    const bool background = m_input.ground && m_input.ground->sheets.front().tiles != nullptr;
    const QString instead = background ? tr("The page has the built-in map in its place.")
                                       : tr("The page is without the picture.");
    m_noteWords->setText(error.code == ErrorCode::Cancelled ? tr("The background was not fetched.") + u' ' + instead
                                                             : text::describe(error) + u' ' + instead);
    m_note->show();
    showDocument(report::withoutPictures(*m_document, m_input.names));
    m_pictured = m_document;
}

void PrintDialog::fetchAnew()
{
    m_pictured.reset();
    refresh();
}

void PrintDialog::moveCentre(const QPointF& millimetres)
{
    const double metres = options().page.scale / 1000.0;
    m_centre.easting -= millimetres.x() * metres;
    m_centre.northing += millimetres.y() * metres;
    refresh();
}

void PrintDialog::askPageSettings()
{
    PageSettingsDialog dialog(m_pageSettings, this);
    if (dialog.exec() == QDialog::Accepted)
        setPageSettings(dialog.settings());
}

void PrintDialog::setPageSettings(const PageSettings& settings)
{
    m_pageSettings = settings;
    m_pageSettings.write(m_settings);
    refresh();
}

/// Tells the window's thread how far the work has come.
std::function<void(double)> PrintDialog::progressReport()
{
    m_progress->setRange(0, 0); // until the first has come
    return [self = QPointer<PrintDialog>(this)](double share) {
        QMetaObject::invokeMethod(qApp, [self, share] {
            if (self)
                self->showShare(share);
        });
    };
}

void PrintDialog::showShare(double share)
{
    if (!m_writer->isBusy() && !m_fetching.isRunning() && !m_making.isRunning())
        return;
    constexpr int steps = 100;
    m_progress->setRange(0, steps);
    m_progress->setValue(static_cast<int>(share * steps));
}

/// What the progress tells of: pages that are made or written, or pictures that come for the preview.
void PrintDialog::showFetching()
{
    const auto isWorking = [this] { return m_writer->isBusy() || m_fetching.isRunning() || m_making.isRunning(); };
    if (!m_writer->isBusy())
        m_working->setText(m_making.isRunning() ? tr("Making the pages…") : tr("Fetching the background for the page…"));
    const auto show = [this, isWorking] {
        const bool any = isWorking();
        m_progress->setVisible(any);
        m_working->setVisible(any);
        m_cancel->setVisible(m_fetching.isRunning() || m_making.isRunning() ||
                             (m_writer->isBusy() && report::needsPictures(*m_document)));
    };
    if (isWorking())
        QTimer::singleShot(blink, this, show);
    else
        show();
}

void PrintDialog::cancelWork()
{
    if (m_writer->isBusy())
        return m_writer->cancel();
    if (m_making.isRunning()) {
        m_making.cancel();
        m_shown = m_wanted; // what was shown before stays
        m_whenMade = nullptr;
        showBusy(false);
        m_banner->showError(Error{ErrorCode::Cancelled, {}, {}, {}});
        return showFetching();
    }
    m_fetching.cancel();
    showFetching();
    standIn(Error{ErrorCode::Cancelled, {}, {}, {}});
}

void PrintDialog::showBusy(bool busy)
{
    if (busy)
        m_focusAfter = focusWidget(); // a button that cannot be pressed loses the focus
    for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{m_export, m_picture, m_print, m_copy})
        button->setEnabled(!busy && !m_failed);
    if (!busy && m_focusAfter) {
        m_focusAfter->setFocus();
        m_focusAfter.clear();
    }
    if (busy)
        m_progress->setRange(0, 0);
    showFetching();
}

void PrintDialog::reject()
{
    remember();
    leaveUnkept();
    m_settings.setValue(geometryKey, saveGeometry());
    QDialog::reject();
}

void PrintDialog::closeEvent(QCloseEvent* event)
{
    remember();
    leaveUnkept();
    m_settings.setValue(geometryKey, saveGeometry());
    QDialog::closeEvent(event);
}

} // namespace hk::ui
