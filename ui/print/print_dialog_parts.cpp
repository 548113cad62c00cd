// How the dialog of a page is put together, and what it remembers.

#include "text/sentences.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/icons.h"
#include "ui/print/page_preview.h"
#include "ui/print/print_dialog.h"
#include "ui/print/product_panel.h"
#include "ui/print/sheet_list.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <cmath>

namespace hk::ui {
namespace {

const QString paperKey = QStringLiteral("print/paper");
const QString orientationKey = QStringLiteral("print/orientation");
const QString dpiKey = QStringLiteral("print/dpi");
const QString archiveKey = QStringLiteral("print/archive");
const QString markKey = QStringLiteral("print/mark");

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

void PrintDialog::buildChoices()
{
    m_scale->setObjectName(QStringLiteral("scale"));
    m_paper->setObjectName(QStringLiteral("paper"));
    m_orientation->setObjectName(QStringLiteral("orientation"));
    m_freeScale->setObjectName(QStringLiteral("freeScale"));
    m_title->setObjectName(QStringLiteral("title"));
    m_mark->setObjectName(QStringLiteral("mark"));
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
    m_dpi->setObjectName(QStringLiteral("dpi"));
    for (const int dpi : {150, 300, 600})
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    m_dpi->setCurrentIndex(std::max(0, m_dpi->findData(m_settings.value(dpiKey).toInt())));
    m_archive->setText(tr("PDF for the archive"));
    m_archive->setToolTip(tr("Prepared for PDF/A-2b. Check it with the archive's own tool before it is handed over."));
    m_archive->setObjectName(QStringLiteral("archivePdf"));
    m_archive->setChecked(m_settings.value(archiveKey).toBool());
    m_paper->setCurrentIndex(std::max(0, m_paper->findText(m_settings.value(paperKey).toString())));
    m_orientation->setCurrentIndex(m_settings.value(orientationKey, 0).toInt() == 1 ? 1 : 0);
    // The careful choice until another is made: what is in the file is internal unless somebody has said otherwise.
    m_mark->setCurrentIndex(
        std::max(0, m_mark->findData(m_settings.value(markKey, QStringLiteral("internal")).toString())));
}

void PrintDialog::buildButtons(Aim aim)
{
    m_export->setObjectName(QStringLiteral("exportPdf"));
    m_picture->setObjectName(QStringLiteral("savePicture"));
    m_pageButton->setText(tr("Page settings…"));
    m_copy->setText(tr("Copy as a picture"));
    m_copy->setObjectName(QStringLiteral("copyPicture"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_pageButton->setObjectName(QStringLiteral("pageSettings"));
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
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_working->hide();
    m_working->setWordWrap(true);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("cancelFetching"));
    m_cancel->hide();
}

QWidget* PrintDialog::buildReceipt()
{
    m_receiptWords->setObjectName(QStringLiteral("receiptWords"));
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

/// Why the page has another map under it than the window, with the way to try once more.
QWidget* PrintDialog::buildNote()
{
    m_noteWords->setObjectName(QStringLiteral("groundNote"));
    m_noteWords->setTextFormat(Qt::PlainText);
    m_noteWords->setWordWrap(true);
    QToolButton* again = linkButton(m_note);
    again->setObjectName(QStringLiteral("fetchAnew"));
    again->setText(tr("Try again"));
    connect(again, &QToolButton::clicked, this, &PrintDialog::fetchAnew);
    auto* column = new QVBoxLayout(m_note);
    tight(column, 4);
    column->addWidget(m_noteWords);
    column->addWidget(again, 0, Qt::AlignLeft);
    m_note->hide();
    return m_note;
}

QWidget* PrintDialog::buildPanel(Aim aim)
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
    choices->addWidget(m_products);
    add(m_title, tr("Title"));
    add(m_paper, tr("Paper"));
    m_orientationField = add(m_orientation, tr("Orientation"));
    m_scaleField = add(m_scale, tr("Scale"));
    choices->addWidget(m_freeScale);
    m_markField = add(m_mark, tr("Confidentiality mark"));
    m_hint = label("caption", inset);
    m_hint->setText(tr("Drag the page to move the map."));
    m_hint->setWordWrap(true);
    choices->addWidget(m_hint);
    add(m_dpi, tr("Resolution of pictures"));
    choices->addWidget(m_archive);
    choices->addStretch();

    auto* panel = new QWidget(this);
    auto* side = new QVBoxLayout(panel);
    side->setContentsMargins(16, 16, 16, 16);
    side->setSpacing(8);
    side->addWidget(new PanelScroll(inset, this), 1); // large text on a small screen
    side->addWidget(m_banner);
    side->addWidget(buildNote());
    side->addWidget(m_working);
    auto* fetching = new QHBoxLayout;
    tight(fetching, 8);
    fetching->addWidget(m_progress, 1);
    fetching->addWidget(m_cancel);
    side->addLayout(fetching);
    side->addWidget(buildReceipt());
    if (aim == Aim::Print)
        side->addWidget(m_print);
    side->addWidget(m_export);
    side->addWidget(m_picture);
    if (aim == Aim::Export)
        side->addWidget(m_print);
    side->addWidget(m_copy, 0, Qt::AlignHCenter);
    side->addWidget(m_close);
    panel->setFixedWidth(std::max(270, fontMetrics().averageCharWidth() * 36));
    return panel;
}

void PrintDialog::buildLayout(Aim aim)
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 4);
    bar->setSpacing(8);
    bar->addWidget(m_editing);
    bar->addWidget(m_back);
    bar->addWidget(m_forth);
    bar->addStretch();
    bar->addWidget(m_pageButton);
    auto* pages = new QHBoxLayout;
    tight(pages, 0);
    pages->addWidget(m_sheets);
    pages->addWidget(m_preview, 1);
    m_sheets->hide();
    auto* right = new QVBoxLayout;
    tight(right, 0);
    right->addLayout(bar);
    right->addWidget(buildEditBar());
    right->addLayout(pages, 1);
    auto* row = new QHBoxLayout(this);
    tight(row, 0);
    row->addWidget(buildPanel(aim));
    row->addLayout(right, 1);
    (aim == Aim::Export ? m_export : m_print)->setFocus();
}

void PrintDialog::remember()
{
    m_settings.setValue(paperKey, m_paper->currentText());
    m_settings.setValue(orientationKey, m_orientation->currentIndex());
    m_settings.setValue(markKey, m_mark->currentData());
    m_settings.setValue(dpiKey, m_dpi->currentData());
    m_settings.setValue(archiveKey, m_archive->isChecked());
    m_products->remember();
}

} // namespace hk::ui
