#include "ui/page_options.h"

#include "text/sentences.h"
#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/map_analysis.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace hk::ui {
namespace {

constexpr double offeredScales[] = {2000.0, 5000.0, 10000.0};
constexpr int lowestScale = 100;
constexpr int highestScale = 1'000'000;
constexpr double freeScale = 0.0;

QString scaleText(double scale) { return QStringLiteral("1:%1").arg(text::number(static_cast<qint64>(scale))); }

void choose(QComboBox* box, const QVariant& value)
{
    if (const int index = box->findData(value); index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

double nearestPageScale(double scale)
{
    if (!(scale > 0))
        return offeredScales[1];
    double best = offeredScales[0];
    for (const double offered : offeredScales)
        if (std::abs(std::log(offered / scale)) < std::abs(std::log(best / scale)))
            best = offered;
    return best;
}

PageOptionsPanel::PageOptionsPanel(const Sweref99& centre, double scale, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_centre(centre)
    , m_settings(settings)
    , m_paper(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_middle(new QComboBox(this))
    , m_scale(new QComboBox(this))
    , m_freeScale(new QSpinBox(this))
    , m_title(new QLineEdit(this))
    , m_mark(new QComboBox(this))
{
    auto* column = new QVBoxLayout(this);
    tight(column, 12);
    addWords();
    addPaper();
    addScale(scale);
    column->addStretch();
    recall();
    for (QComboBox* box : {m_paper, m_orientation, m_mark, m_middle, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            remember();
            Q_EMIT changed();
        });
    connect(m_freeScale, &QSpinBox::valueChanged, this, &PageOptionsPanel::changed);
    connect(m_title, &QLineEdit::textChanged, this, &PageOptionsPanel::changed);
}

FormField* PageOptionsPanel::addField(QWidget* editor, const QString& name)
{
    auto* made = new FormField(editor, this);
    made->setName(name);
    layout()->addWidget(made);
    return made;
}

void PageOptionsPanel::addPaper()
{
    m_paper->setObjectName(QStringLiteral("pagePaper"));
    m_paper->addItem(QStringLiteral("A4"), QStringLiteral("A4"));
    m_paper->addItem(QStringLiteral("A3"), QStringLiteral("A3"));
    m_orientation->setObjectName(QStringLiteral("pageOrientation"));
    m_orientation->addItem(tr("Landscape"), QStringLiteral("landscape"));
    m_orientation->addItem(tr("Portrait"), QStringLiteral("portrait"));
    addField(m_paper, tr("Paper"));
    addField(m_orientation, tr("Orientation"));
}

void PageOptionsPanel::addScale(double scale)
{
    m_scale->setObjectName(QStringLiteral("pageScale"));
    for (const double offered : offeredScales)
        m_scale->addItem(scaleText(offered), offered);
    m_scale->addItem(tr("Another…"), freeScale);
    choose(m_scale, nearestPageScale(scale));
    m_freeScale->setObjectName(QStringLiteral("pageFreeScale"));
    m_freeScale->setRange(lowestScale, highestScale);
    m_freeScale->setSingleStep(500);
    m_freeScale->setPrefix(QStringLiteral("1:"));
    m_freeScale->setGroupSeparatorShown(true);
    m_freeScale->setKeyboardTracking(false);
    constexpr double step = 100.0;
    m_freeScale->setValue(static_cast<int>(std::clamp(std::round(scale / step) * step, double{lowestScale},
                                                      double{highestScale})));
    m_freeScale->setAccessibleName(tr("Scale"));
    m_freeScale->hide();
    connect(m_scale, &QComboBox::currentIndexChanged, this, [this] {
        m_freeScale->setVisible(m_scale->currentData().toDouble() == freeScale);
    });
    addField(m_scale, tr("Scale"));
    layout()->addWidget(m_freeScale);
    m_middle->setObjectName(QStringLiteral("pageMiddle"));
    m_middle->addItem(tr("As on the screen"), QStringLiteral("screen"));
    m_middle->addItem(tr("Mölndals bro"), QStringLiteral("hub"));
    addField(m_middle, tr("Middle of the map"));
}

void PageOptionsPanel::addWords()
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setMaxLength(120);
    m_mark->setObjectName(QStringLiteral("pageMark"));
    m_mark->addItem(tr("None", "confidentiality mark"), QString());
    m_mark->addItem(tr("Internal", "confidentiality mark"), QStringLiteral("internal"));
    m_mark->addItem(tr("Partner", "confidentiality mark"), QStringLiteral("partner"));
    m_mark->addItem(tr("Public", "confidentiality mark"), QStringLiteral("public"));
    addField(m_title, tr("Title"));
    addField(m_mark, tr("Confidentiality mark"));
}

void PageOptionsPanel::recall()
{
    m_settings.beginGroup(QStringLiteral("page"));
    choose(m_paper, m_settings.value(QStringLiteral("paper"), QStringLiteral("A4")));
    choose(m_orientation, m_settings.value(QStringLiteral("orientation"), QStringLiteral("landscape")));
    choose(m_mark, m_settings.value(QStringLiteral("mark"), QStringLiteral("internal")));
    m_settings.endGroup();
}

void PageOptionsPanel::remember()
{
    m_settings.beginGroup(QStringLiteral("page"));
    m_settings.setValue(QStringLiteral("paper"), m_paper->currentData());
    m_settings.setValue(QStringLiteral("orientation"), m_orientation->currentData());
    m_settings.setValue(QStringLiteral("mark"), m_mark->currentData());
    m_settings.endGroup();
}

void PageOptionsPanel::setOwnTitle(const QString& title) { m_title->setPlaceholderText(title); }

report::PageOptions PageOptionsPanel::options() const
{
    report::PageOptions options;
    options.paper = m_paper->currentData() == QLatin1String("A3") ? report::Paper::A3 : report::Paper::A4;
    options.orientation = m_orientation->currentData() == QLatin1String("portrait") ? report::Orientation::Portrait
                                                                                     : report::Orientation::Landscape;
    const double offered = m_scale->currentData().toDouble();
    options.scale = offered == freeScale ? m_freeScale->value() : offered;
    options.centre = m_middle->currentData() == QLatin1String("hub") ? workspace::hub() : m_centre;
    options.title = m_title->text().trimmed();
    if (!m_mark->currentData().toString().isEmpty())
        options.confidentiality = m_mark->currentText();
    return options;
}

} // namespace hk::ui
