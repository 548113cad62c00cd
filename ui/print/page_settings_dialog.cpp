#include "ui/print/page_settings_dialog.h"

#include "paper/page_template.h"
#include "report/product.h"
#include "ui/widgets.h"

#include <QColorDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace hk::ui {
namespace {

constexpr int mostLetters = 160;
constexpr double leastContrast = 4.5; ///< of text on white, WCAG 2.1 AA

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Contrast with white as WCAG 2.1 defines it.
double contrastOnPaper(const QColor& colour)
{
    const double luminance = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    return 1.05 / (luminance + 0.05);
}

} // namespace

PageSettingsDialog::PageSettingsDialog(const PageSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_organisation(new QLineEdit(settings.organisation, this))
    , m_footer(new QLineEdit(settings.footer, this))
    , m_logotype(new QLineEdit(QDir::toNativeSeparators(settings.logotype), this))
    , m_templates(new QLineEdit(QDir::toNativeSeparators(settings.templates), this))
    , m_colour(new QPushButton(this))
    , m_noColour(linkButton(this))
    , m_fault(label("fault", this))
    , m_save(nullptr)
    , m_accent(settings.accent)
{
    setObjectName(QStringLiteral("pageSettingsDialog"));
    setWindowTitle(tr("Page settings"));
    m_organisation->setMaxLength(mostLetters);
    m_organisation->setPlaceholderText(tr("for example the municipality or its department"));
    m_footer->setMaxLength(mostLetters);
    m_footer->setPlaceholderText(tr("a line at the foot of each sheet"));
    m_logotype->setObjectName(QStringLiteral("logotype"));
    m_templates->setObjectName(QStringLiteral("templates"));
    m_noColour->setText(tr("Black"));
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    auto* colours = new QWidget(this);
    auto* colourRow = new QHBoxLayout(colours);
    tight(colourRow, 8);
    colourRow->addWidget(m_colour);
    colourRow->addWidget(m_noColour);
    colourRow->addStretch();
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Sender"), m_organisation);
    form->addRow(tr("Foot of the sheets"), m_footer);
    m_logotype->setAccessibleName(tr("Logotype"));
    m_templates->setAccessibleName(tr("Own page templates"));
    form->addRow(tr("Logotype"), row(m_logotype, tr("Choose picture…"), &PageSettingsDialog::askLogotype));
    form->addRow(tr("Colour of headings"), colours);
    form->addRow(tr("Own page templates"), row(m_templates, tr("Choose folder…"), &PageSettingsDialog::askTemplates));
    auto* words = label("caption", this);
    words->setWordWrap(true);
    words->setText(tr("A chosen folder gets a copy of each template that it does not have; the copies can be changed in a text "
                      "editor. Without a folder the pages are those of the program."));
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(words);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    connect(m_colour, &QPushButton::clicked, this, &PageSettingsDialog::askColour);
    connect(m_noColour, &QToolButton::clicked, this, [this] {
        m_accent = QColor();
        showColour();
    });
    connect(m_logotype, &QLineEdit::textChanged, this, &PageSettingsDialog::showFault);
    connect(m_templates, &QLineEdit::textChanged, this, &PageSettingsDialog::showFault);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showColour();
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
    tabByLayout(this);
}

QWidget* PageSettingsDialog::row(QLineEdit* edit, const QString& button, void (PageSettingsDialog::*ask)())
{
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    tight(line, 8);
    auto* choose = new QPushButton(button, box);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, ask);
    edit->setClearButtonEnabled(true);
    line->addWidget(edit, 1);
    line->addWidget(choose);
    return box;
}

void PageSettingsDialog::askLogotype()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose picture"), m_logotype->text(),
                                                      tr("Pictures (*.png *.jpg *.jpeg *.svg *.webp)"));
    if (!path.isEmpty())
        setLogotype(path);
}

void PageSettingsDialog::setLogotype(const QString& path)
{
    m_logotype->setText(QDir::toNativeSeparators(path));
}

void PageSettingsDialog::askTemplates()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder with page templates"), m_templates->text());
    if (!folder.isEmpty())
        setTemplates(folder);
}

void PageSettingsDialog::setTemplates(const QString& folder)
{
    m_templates->setText(QDir::toNativeSeparators(folder));
    for (const report::Product product : report::allProducts()) {
        const QString name = report::keyOf(product);
        QFile copy(QDir(folder).filePath(name + QStringLiteral(".json")));
        if (copy.open(QIODevice::WriteOnly | QIODevice::NewOnly)) // never over one that is there
            copy.write(paper::embeddedTemplateFile(name));
    }
    showFault();
}

void PageSettingsDialog::askColour()
{
    const QColor chosen = QColorDialog::getColor(m_accent.isValid() ? m_accent : QColor(0x1f, 0x23, 0x28), this,
                                                 tr("Colour of headings"));
    if (!chosen.isValid())
        return;
    m_accent = chosen;
    showColour();
}

void PageSettingsDialog::showColour()
{
    QPixmap swatch(28, 14);
    swatch.fill(m_accent.isValid() ? m_accent : QColor(0x1f, 0x23, 0x28));
    m_colour->setIcon(swatch);
    m_colour->setIconSize(swatch.size());
    m_colour->setText(m_accent.isValid() ? m_accent.name().toUpper() : tr("Black"));
    m_noColour->setVisible(m_accent.isValid());
    showFault();
}

/// What is wrong of what was chosen, with what to do; nothing of it keeps pages from being made, but for a folder with a faulty
/// template.
void PageSettingsDialog::showFault()
{
    const PageSettings chosen = settings();
    QStringList faults;
    if (!chosen.logotype.isEmpty() && !QImageReader(chosen.logotype).canRead())
        faults.append(tr("The logotype cannot be read as a picture. Choose a PNG, JPEG or SVG file."));
    if (m_accent.isValid() && contrastOnPaper(m_accent) < leastContrast)
        faults.append(tr("The colour is too pale to be read on white paper. Choose a darker one."));
    if (!chosen.templates.isEmpty()) {
        if (!QDir(chosen.templates).exists())
            faults.append(tr("The folder with templates is not there."));
        for (const report::Product product : report::allProducts())
            if (const auto look = paper::templateOf(report::keyOf(product), chosen.templates); !look)
                faults.append(tr("%1: %2. The pages cannot be made until this is mended.", "a template, what is wrong with it")
                                  .arg(report::keyOf(product) + QStringLiteral(".json"),
                                       QStringList{look.error().place.field, look.error().detail}.join(QStringLiteral(": "))));
    }
    m_fault->setText(faults.join(u'\n'));
    m_fault->setVisible(!faults.isEmpty());
    m_save->setEnabled(!(m_accent.isValid() && contrastOnPaper(m_accent) < leastContrast));
}

PageSettings PageSettingsDialog::settings() const
{
    return {m_organisation->text().trimmed(), m_footer->text().trimmed(), QDir::fromNativeSeparators(m_logotype->text().trimmed()),
            m_accent, QDir::fromNativeSeparators(m_templates->text().trimmed())};
}

} // namespace hk::ui
