#include "ui/period_box.h"

#include "ui/widgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace hk::ui {
namespace {

QDateEdit* dateEdit(QWidget* parent)
{
    auto* edit = new QDateEdit(parent);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setMinimumDate(QDate(1970, 1, 1));
    return edit;
}

} // namespace

PeriodBox::PeriodBox(QWidget* parent, Qt::Orientation orientation)
    : QWidget(parent)
    , m_preset(new QComboBox(this))
    , m_fromEdit(dateEdit(this))
    , m_toEdit(dateEdit(this))
    , m_dash(label("muted", this))
    , m_today(QDate::currentDate())
{
    auto* outer = new QBoxLayout(orientation == Qt::Vertical ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    tight(outer, 4);
    outer->addWidget(m_preset);
    auto* dates = new QHBoxLayout;
    tight(dates, 4);
    dates->addWidget(m_fromEdit, 1);
    m_dash->setText(QStringLiteral("–"));
    dates->addWidget(m_dash);
    dates->addWidget(m_toEdit, 1);
    outer->addLayout(dates);
    m_preset->setObjectName(QStringLiteral("periodPreset"));
    m_fromEdit->setObjectName(QStringLiteral("periodFrom"));
    m_toEdit->setObjectName(QStringLiteral("periodTo"));
    for (int i = 0; i <= static_cast<int>(Preset::Custom); ++i)
        m_preset->addItem(QString());
    fitDates();
    retranslate();
    showPeriod();
    connect(m_preset, &QComboBox::activated, this, &PeriodBox::choosePreset);
    connect(m_fromEdit, &QDateEdit::dateChanged, this, &PeriodBox::chooseDates);
    connect(m_toEdit, &QDateEdit::dateChanged, this, &PeriodBox::chooseDates);
}

void PeriodBox::fitDates()
{
    constexpr int frameAndArrow = 36;
    const int width =
        m_fromEdit->fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + frameAndArrow;
    m_fromEdit->setMinimumWidth(width);
    m_toEdit->setMinimumWidth(width);
}

void PeriodBox::retranslate()
{
    const auto name = [this](Preset preset, const QString& text) {
        m_preset->setItemText(static_cast<int>(preset), text);
    };
    name(Preset::AllTime, tr("All time"));
    name(Preset::Today, tr("Today"));
    name(Preset::Last7Days, tr("Last 7 days"));
    name(Preset::Last30Days, tr("Last 30 days"));
    name(Preset::Last90Days, tr("Last 90 days"));
    name(Preset::ThisYear, tr("This year"));
    name(Preset::LastYear, tr("Last year"));
    name(Preset::Last12Months, tr("Last 12 months"));
    name(Preset::Custom, tr("Chosen dates"));
    m_preset->setAccessibleName(tr("Period"));
    m_fromEdit->setAccessibleName(tr("First day"));
    m_toEdit->setAccessibleName(tr("Last day"));
    m_fromEdit->setToolTip(tr("First day of the period"));
    m_toEdit->setToolTip(tr("Last day of the period, included"));
}

void PeriodBox::setPeriod(const QDate& from, const QDate& to)
{
    m_from = from;
    m_to = to;
    showPeriod();
}

void PeriodBox::setDataRange(const QDate& first, const QDate& last)
{
    if (m_first == first && m_last == last)
        return;
    m_first = first;
    m_last = last;
    showPeriod();
}

void PeriodBox::setToday(const QDate& today)
{
    m_today = today;
    showPeriod();
}

std::pair<QDate, QDate> PeriodBox::datesOf(Preset preset) const
{
    const QDate tomorrow = m_today.addDays(1);
    switch (preset) {
    case Preset::Today:
        return {m_today, tomorrow};
    case Preset::Last7Days:
        return {tomorrow.addDays(-7), tomorrow};
    case Preset::Last30Days:
        return {tomorrow.addDays(-30), tomorrow};
    case Preset::Last90Days:
        return {tomorrow.addDays(-90), tomorrow};
    case Preset::ThisYear:
        return {QDate(m_today.year(), 1, 1), QDate(m_today.year() + 1, 1, 1)};
    case Preset::LastYear:
        return {QDate(m_today.year() - 1, 1, 1), QDate(m_today.year(), 1, 1)};
    case Preset::Last12Months:
        return {tomorrow.addMonths(-12), tomorrow};
    case Preset::AllTime:
    case Preset::Custom:
        break;
    }
    return {};
}

void PeriodBox::showPeriod()
{
    const QSignalBlocker blockPreset(m_preset);
    const QSignalBlocker blockFrom(m_fromEdit);
    const QSignalBlocker blockTo(m_toEdit);
    Preset shown = Preset::Custom;
    for (int i = 0; i < static_cast<int>(Preset::Custom); ++i)
        if (datesOf(static_cast<Preset>(i)) == std::pair(m_from, m_to)) {
            shown = static_cast<Preset>(i);
            break;
        }
    m_preset->setCurrentIndex(static_cast<int>(shown));
    const QDate first = m_first.isValid() ? m_first : m_today;
    const QDate last = m_last.isValid() ? m_last : m_today;
    m_fromEdit->setDate(m_from.isValid() ? m_from : first);
    m_toEdit->setDate(m_to.isValid() ? m_to.addDays(-1) : last);
}

void PeriodBox::choosePreset(int index)
{
    const auto preset = static_cast<Preset>(index);
    if (preset == Preset::Custom) {
        m_fromEdit->setFocus();
        return;
    }
    std::tie(m_from, m_to) = datesOf(preset);
    showPeriod();
    Q_EMIT periodChanged(m_from, m_to);
}

void PeriodBox::chooseDates()
{
    m_from = m_fromEdit->date();
    m_to = m_toEdit->date().addDays(1);
    // The end that was moved wins where the days have crossed.
    if (m_from >= m_to) {
        if (sender() == m_fromEdit)
            m_to = m_from.addDays(1);
        else
            m_from = m_to.addDays(-1);
    }
    showPeriod();
    Q_EMIT periodChanged(m_from, m_to);
}

void PeriodBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitDates();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
