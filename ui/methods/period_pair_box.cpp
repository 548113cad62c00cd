#include "ui/methods/period_pair_box.h"

#include "ui/widgets.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace hk::ui {
namespace {

constexpr int frameAndArrow = 34;

QDateEdit* dateEdit(QWidget* parent, const char* name)
{
    auto* edit = new QDateEdit(parent);
    edit->setObjectName(QString::fromLatin1(name));
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setKeyboardTracking(false);
    edit->setMinimumDate(QDate(1970, 1, 1));
    edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(QStringLiteral("0000-00-00")) + frameAndArrow);
    return edit;
}

QString stateOf(const Period& period)
{
    return period.from.toString(Qt::ISODate) + u'/' + period.to.toString(Qt::ISODate);
}

} // namespace

PeriodPairBox::PeriodPairBox(QList<Preset> presets, QWidget* parent)
    : QWidget(parent)
    , m_presets(std::move(presets))
    , m_choice(new QComboBox(this))
    , m_firstRow(makeRow("firstFrom", "firstTo"))
    , m_secondRow(makeRow("secondFrom", "secondTo"))
{
    if (!m_presets.contains(Preset::Custom))
        m_presets.append(Preset::Custom);
    m_choice->setObjectName(QStringLiteral("periods"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    for (const Preset preset : m_presets) {
        m_choice->addItem(wordsOf(preset), static_cast<int>(preset));
        m_choice->setItemData(m_choice->count() - 1, wordsOf(preset), Qt::ToolTipRole);
    }
    auto* grid = new QGridLayout(this);
    tight(grid, 4);
    grid->addWidget(m_choice, 0, 0, 1, 4);
    int line = 1;
    for (const Row* row : {&m_firstRow, &m_secondRow}) {
        grid->addWidget(row->name, line, 0, 1, 4);
        grid->addWidget(row->from, line + 1, 0);
        QLabel* dash = label("muted", this);
        dash->setText(QStringLiteral("–"));
        grid->addWidget(dash, line + 1, 1);
        grid->addWidget(row->to, line + 1, 2);
        line += 2;
    }
    grid->setColumnStretch(3, 1);
    connect(m_choice, &QComboBox::activated, this, &PeriodPairBox::choosePreset);
    setDataRange(QDate::currentDate().addYears(-2), QDate::currentDate());
}

PeriodPairBox::Row PeriodPairBox::makeRow(const char* from, const char* to)
{
    Row row{label("caption", this), dateEdit(this, from), dateEdit(this, to)};
    row.from->setAccessibleName(tr("First day"));
    row.to->setAccessibleName(tr("Last day"));
    row.from->setToolTip(tr("First day of the period"));
    row.to->setToolTip(tr("Last day of the period, included"));
    connect(row.from, &QDateEdit::dateChanged, this, &PeriodPairBox::chooseDates);
    connect(row.to, &QDateEdit::dateChanged, this, &PeriodPairBox::chooseDates);
    return row;
}

void PeriodPairBox::setNames(const QString& first, const QString& second)
{
    m_firstRow.name->setText(first);
    m_secondRow.name->setText(second);
}

QString PeriodPairBox::wordsOf(Preset preset) const
{
    switch (preset) {
    case Preset::YearAndYearBefore:
        return tr("The last 12 months against the 12 before");
    case Preset::QuarterAndYearBefore:
        return tr("The last 90 days against the same days a year before");
    case Preset::CalendarYears:
        return tr("The last whole year against the year before");
    case Preset::YearThenQuarter:
        return tr("12 months, then the 3 months after");
    case Preset::Halves:
        return tr("The later half of the data against the earlier");
    case Preset::Custom:
        break;
    }
    return tr("Chosen dates");
}

std::pair<Period, Period> PeriodPairBox::datesOf(Preset preset) const
{
    const QDate end = m_lastDay.addDays(1);
    switch (preset) {
    case Preset::YearAndYearBefore:
        return {{end.addMonths(-24), end.addMonths(-12)}, {end.addMonths(-12), end}};
    case Preset::QuarterAndYearBefore:
        return {{end.addDays(-90).addYears(-1), end.addYears(-1)}, {end.addDays(-90), end}};
    case Preset::CalendarYears: {
        const int year = end.year() - 1; // the last that is over
        return {{QDate(year - 1, 1, 1), QDate(year, 1, 1)}, {QDate(year, 1, 1), QDate(year + 1, 1, 1)}};
    }
    case Preset::YearThenQuarter:
        return {{end.addMonths(-15), end.addMonths(-3)}, {end.addMonths(-3), end}};
    case Preset::Halves: {
        const QDate middle = m_firstDay.addDays((m_firstDay.daysTo(end) + 1) / 2);
        return {{m_firstDay, middle}, {middle, end}};
    }
    case Preset::Custom:
        break;
    }
    return {m_first, m_second};
}

bool PeriodPairBox::isCovered(Preset preset) const
{
    // A few days without incidents at the beginning say nothing.
    constexpr int quietDays = 45;
    return preset != Preset::Custom && datesOf(preset).first.from.addDays(quietDays) >= m_firstDay;
}

void PeriodPairBox::setDataRange(const QDate& first, const QDate& last)
{
    if (!first.isValid() || !last.isValid() || (first == m_firstDay && last == m_lastDay))
        return;
    m_firstDay = first;
    m_lastDay = last;
    if (!m_chosen) {
        m_preset = m_presets.front();
        for (const Preset preset : m_presets)
            if (isCovered(preset)) {
                m_preset = preset;
                break;
            }
    }
    std::tie(m_first, m_second) = datesOf(m_preset);
    show();
}

QString PeriodPairBox::state() const
{
    if (!m_chosen)
        return {};
    return m_preset == Preset::Custom ? stateOf(m_first) + u'/' + stateOf(m_second)
                                      : QString::number(static_cast<int>(m_preset));
}

void PeriodPairBox::setState(const QString& state)
{
    const QStringList parts = state.split(u'/');
    bool isNumber = false;
    const auto preset = static_cast<Preset>(state.toInt(&isNumber));
    if (isNumber && m_presets.contains(preset) && preset != Preset::Custom) {
        m_preset = preset;
        m_chosen = true;
        std::tie(m_first, m_second) = datesOf(m_preset);
    } else if (parts.size() == 4) {
        const auto date = [&parts](int i) { return QDate::fromString(parts.at(i), Qt::ISODate); };
        const Period first{date(0), date(1)};
        const Period second{date(2), date(3)};
        if (!first.isValid() || !second.isValid())
            return;
        m_preset = Preset::Custom;
        m_chosen = true;
        m_first = first;
        m_second = second;
    }
    show();
}

void PeriodPairBox::choosePreset(int index)
{
    m_preset = m_presets.value(index);
    m_chosen = true;
    std::tie(m_first, m_second) = datesOf(m_preset);
    show();
    if (m_preset == Preset::Custom)
        m_firstRow.from->setFocus();
    else
        Q_EMIT changed();
}

void PeriodPairBox::chooseDates()
{
    const auto taken = [this](const Row& row) {
        Period period{row.from->date(), row.to->date().addDays(1)};
        // The end that was moved wins where the days have crossed.
        if (period.from >= period.to) {
            if (sender() == row.from)
                period.to = period.from.addDays(1);
            else
                period.from = period.to.addDays(-1);
        }
        return period;
    };
    m_first = taken(m_firstRow);
    m_second = taken(m_secondRow);
    m_preset = Preset::Custom;
    m_chosen = true;
    show();
    Q_EMIT changed();
}

void PeriodPairBox::show()
{
    const QSignalBlocker block(m_choice);
    m_choice->setCurrentIndex(static_cast<int>(m_presets.indexOf(m_preset)));
    m_choice->setToolTip(m_choice->currentText());
    const auto put = [](const Row& row, const Period& period) {
        const QSignalBlocker from(row.from);
        const QSignalBlocker to(row.to);
        row.from->setDate(period.from);
        row.to->setDate(period.to.addDays(-1));
    };
    put(m_firstRow, m_first);
    put(m_secondRow, m_second);
}

} // namespace hk::ui
