#include "ui/time_strip_bins.h"

#include <QDate>
#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

constexpr qint64 julianDayOfEpoch = 2440588; // 1970-01-01

QDate dateOf(std::int32_t day)
{
    return QDate::fromJulianDay(julianDayOfEpoch + day);
}
std::int32_t dayOf(const QDate& date)
{
    return static_cast<std::int32_t>(date.toJulianDay() - julianDayOfEpoch);
}

QString monthName(const QDate& date, const QLocale& locale)
{
    QString name = locale.standaloneMonthName(date.month(), QLocale::ShortFormat);
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name;
}

std::vector<StripTick> dayTicks(std::int32_t first, std::int32_t end, int step, const QLocale& locale)
{
    std::vector<StripTick> ticks;
    std::int32_t day = step == 7 ? stripStepStart(first + 6, StripStep::Week) : first;
    for (; day < end; day += step) {
        const QDate date = dateOf(day);
        const QString label = QStringLiteral("%1 %2").arg(date.day()).arg(monthName(date, locale));
        ticks.push_back({day, ticks.empty() ? QStringLiteral("%1 %2").arg(label).arg(date.year()) : label,
                         ticks.empty()});
    }
    return ticks;
}

std::vector<StripTick> monthTicks(std::int32_t first, std::int32_t end, int months, const QLocale& locale)
{
    std::vector<StripTick> ticks;
    QDate date = dateOf(first);
    if (date.day() != 1)
        date = QDate(date.year(), date.month(), 1).addMonths(1);
    while ((date.month() - 1) % std::min(months, 12) != 0 ||
           (months > 12 && date.year() % (months / 12) != 0))
        date = date.addMonths(1);
    for (; dayOf(date) < end; date = date.addMonths(months)) {
        StripTick tick{dayOf(date), {}, date.month() == 1};
        if (tick.year)
            tick.label = QString::number(date.year());
        else if (ticks.empty() && months < 12 && date.addMonths(months).month() != 1) // else the year comes next
            tick.label = QStringLiteral("%1 %2").arg(monthName(date, locale)).arg(date.year());
        else
            tick.label = monthName(date, locale);
        ticks.push_back(tick);
    }
    return ticks;
}

} // namespace

StripStep stripStepFor(std::int32_t days, double width, double smallestBar)
{
    const double perDay = width / std::max(1, days);
    if (perDay >= smallestBar)
        return StripStep::Day;
    if (perDay * 7 >= smallestBar)
        return StripStep::Week;
    if (perDay * 28 >= smallestBar)
        return StripStep::Month;
    return StripStep::Year;
}

std::int32_t stripStepStart(std::int32_t date, StripStep step)
{
    const QDate day = dateOf(date);
    switch (step) {
    case StripStep::Day:
        return date;
    case StripStep::Week:
        return date - (day.dayOfWeek() - 1);
    case StripStep::Month:
        return dayOf(QDate(day.year(), day.month(), 1));
    case StripStep::Year:
        return dayOf(QDate(day.year(), 1, 1));
    }
    return date;
}

std::int32_t stripStepMove(std::int32_t start, StripStep step, int count)
{
    switch (step) {
    case StripStep::Day:
        return start + count;
    case StripStep::Week:
        return start + 7 * count;
    case StripStep::Month:
        return dayOf(dateOf(start).addMonths(count));
    case StripStep::Year:
        return dayOf(dateOf(start).addYears(count));
    }
    return start;
}

int StripBins::at(std::int32_t date) const
{
    if (counts.empty())
        return -1;
    const auto after = std::upper_bound(edges.begin(), edges.end(), date);
    return std::clamp(static_cast<int>(after - edges.begin()) - 1, 0, static_cast<int>(counts.size()) - 1);
}

std::int32_t StripBins::nearestEdge(double day) const
{
    if (edges.empty())
        return 0;
    const auto after = std::lower_bound(edges.begin(), edges.end(), day);
    if (after == edges.begin())
        return edges.front();
    if (after == edges.end())
        return edges.back();
    const auto before = std::prev(after);
    return day - *before <= *after - day ? *before : *after;
}

StripBins binDates(const std::vector<std::int32_t>& sorted, std::int32_t first, std::int32_t last,
                   StripStep step)
{
    StripBins bins;
    bins.step = step;
    std::int32_t edge = stripStepStart(first, step);
    bins.edges.push_back(edge);
    auto from = std::lower_bound(sorted.begin(), sorted.end(), edge);
    while (edge <= last) {
        edge = stripStepMove(edge, step, 1);
        const auto to = std::lower_bound(from, sorted.end(), edge);
        bins.edges.push_back(edge);
        bins.counts.push_back(static_cast<std::uint32_t>(to - from));
        bins.maximum = std::max(bins.maximum, bins.counts.back());
        from = to;
    }
    return bins;
}

std::vector<StripTick> stripTicks(std::int32_t first, std::int32_t end, double pixelsPerDay,
                                  double labelWidth, const QLocale& locale)
{
    if (end <= first || !(pixelsPerDay > 0.0))
        return {};
    for (const int days : {1, 7})
        if (days * pixelsPerDay >= labelWidth)
            return dayTicks(first, end, days, locale);
    for (const int months : {1, 3, 6, 12, 24, 60, 120})
        if (months * 28 * pixelsPerDay >= labelWidth)
            if (std::vector<StripTick> ticks = monthTicks(first, end, months, locale); !ticks.empty())
                return ticks;
    return dayTicks(first, std::min(end, first + 1), 1, locale);
}

} // namespace hk::ui
