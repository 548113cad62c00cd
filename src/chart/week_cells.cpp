#include "chart/week_cells.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace hk::chart {

namespace {

constexpr double notChosen = 0.66; // of the way to the ground

} // namespace

QString weekdayName(int weekday, bool full)
{
    QString name = QLocale().standaloneDayName(weekday + 1, full ? QLocale::LongFormat : QLocale::ShortFormat);
    if (!full && name.endsWith(u'.'))
        name.chop(1);
    return name;
}

QString hourName(int hour)
{
    return QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0'));
}

double WeekCells::labelWidth(const Letters& letters)
{
    double widest = 0.0;
    for (int day = 0; day < daysOfWeek; ++day)
        widest = std::max(widest, letters.width(weekdayName(day, false)));
    return widest + letters.height() / 2;
}

double WeekCells::labelHeight(const Letters& letters)
{
    return letters.height() * 1.15;
}

WeekCells::WeekCells(const QRectF& area, const Style& style, bool wholeUnits)
    : m_style(style)
    , m_letters(style)
    , m_area(area)
    , m_gap(wholeUnits ? 1.0 : m_letters.height() / 20)
{
    const auto whole = [&](double value) { return wholeUnits ? std::ceil(value) : value; };
    const double left = area.left() + whole(labelWidth(m_letters));
    const double top = area.top() + whole(labelHeight(m_letters));
    double width = std::max(area.width() / 10, area.right() - left);
    double height = std::max(area.height() / 10, area.bottom() - top);
    if (wholeUnits) {
        width = std::max(1.0, std::floor(width / hoursOfDay)) * hoursOfDay;
        height = std::max(1.0, std::floor(height / daysOfWeek)) * daysOfWeek;
    }
    m_cells = QRectF(left, top, width, height);
}

QRectF WeekCells::cell(int weekday, int hour) const
{
    const double width = m_cells.width() / hoursOfDay;
    const double height = m_cells.height() / daysOfWeek;
    return QRectF(m_cells.left() + hour * width, m_cells.top() + weekday * height, width, height);
}

QColor WeekCells::colour(double value, double highest) const
{
    if (!(value > 0.0) || !(highest > 0.0))
        return m_style.look.faint;
    return m_style.look.ramp(value / highest);
}

void WeekCells::paintLabels(QPainter& painter, const Marks& marks) const
{
    const Look& look = m_style.look;
    const double away = m_letters.height() / 3;
    for (int day = 0; day < daysOfWeek; ++day) {
        const QRectF row = cell(day, 0);
        m_letters.draw(painter, QRectF(m_area.left(), row.top(), m_cells.left() - m_area.left() - away, row.height()), Qt::AlignRight,
                       weekdayName(day, false), marks.weekday == day ? look.ink : look.muted);
    }
    const double width = m_cells.width() / hoursOfDay;
    const double room = m_letters.width(QStringLiteral("00 "));
    const int every = width >= room * 1.1 ? 1 : width * 2 >= room * 1.3 ? 2 : width * 3 >= room * 1.5 ? 3 : width * 6 >= room ? 6 : 12;
    for (int hour = 0; hour < hoursOfDay; hour += every)
        m_letters.draw(painter, QRectF(m_cells.left() + hour * width + m_gap, m_area.top(), room, m_cells.top() - m_area.top() - m_gap),
                       Qt::AlignLeft, hourName(hour), marks.hour == hour ? look.ink : look.muted);
}

void WeekCells::paintCells(QPainter& painter, const std::array<double, 168>& values, double highest, const Marks& marks) const
{
    for (int day = 0; day < daysOfWeek; ++day)
        for (int hour = 0; hour < hoursOfDay; ++hour) {
            const auto i = static_cast<std::size_t>(hoursOfDay * day + hour);
            QColor shown = colour(values[i], highest);
            if (marks.chosen.any() && !marks.chosen.test(i))
                shown = mixed(shown, m_style.look.ground, notChosen);
            painter.fillRect(cell(day, hour).adjusted(0, 0, -m_gap, -m_gap), shown);
        }
}

} // namespace hk::chart
