#include "core/local_time.h"
#include "text/read_back.h"
#include "text/sentences.h"
#include "text/translated.h"

#include <QTimeZone>
#include <algorithm>
#include <limits>

namespace hk::text {

namespace {

QString longDate(const QDate& date)
{
    return QLocale().toString(date, Tr::tr("d MMMM yyyy", "format of a date; Swedish: d MMMM yyyy"));
}

/// Without the full stop some languages put after a shortened name.
QString shortened(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

QString shortMonth(const QDate& date)
{
    return shortened(QLocale().monthName(date.month(), QLocale::ShortFormat));
}

QString shortDate(const QDate& date, bool withYear)
{
    const QString day = weekday(date.dayOfWeek() - 1);
    if (withYear)
        return Tr::tr("%1 %2 %3 %4", "weekday, day, month, year")
            .arg(day, QString::number(date.day()), shortMonth(date), QString::number(date.year()));
    return Tr::tr("%1 %2 %3", "weekday, day, month").arg(day, QString::number(date.day()), shortMonth(date));
}

QString bareTime(const QTime& time)
{
    return time.toString(Tr::tr("HH:mm", "format of a time of day; Swedish: HH.mm"));
}

} // namespace

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString percent(double share, int decimals)
{
    return Tr::tr("%1%", "percentage; Swedish has a no-break space before the sign")
        .arg(number(share * 100.0, decimals));
}

QString clock(const QTime& time)
{
    return Tr::tr("%1", "a time of day; Swedish: kl. %1, with a no-break space").arg(bareTime(time));
}

QString period(const QDate& from, const QDate& to)
{
    const QDate last = to.isValid() ? to.addDays(-1) : QDate();
    if (from.isValid() && last.isValid())
        return last <= from
                   ? longDate(from)
                   : Tr::tr("%1 – %2", "first and last date of a period").arg(longDate(from), longDate(last));
    if (from.isValid())
        return Tr::tr("from %1", "period without an end").arg(longDate(from));
    if (last.isValid())
        return Tr::tr("to %1 inclusive", "period without a beginning").arg(longDate(last));
    return Tr::tr("all time", "period without beginning and end");
}

QString weekday(int weekday, QLocale::FormatType format)
{
    const QString name = QLocale().dayName(weekday % 7 + 1, format);
    return format == QLocale::LongFormat ? name : shortened(name);
}

QString span(const QDateTime& fromUtc, const QDateTime& toUtc)
{
    const QDateTime from = fromUtc.toTimeZone(stockholm());
    const QString date = shortDate(from.date(), true);
    if (!toUtc.isValid() || toUtc <= fromUtc)
        return Tr::tr("%1, %2", "date and time of day; Swedish: %1 %2").arg(date, clock(from.time()));
    const QDateTime to = toUtc.toTimeZone(stockholm());
    if (from.date() == to.date())
        return Tr::tr("%1, %2–%3", "date, first and last time of day; Swedish: %1 %2–%3")
            .arg(date, clock(from.time()), bareTime(to.time()));
    const bool otherYear = from.date().year() != to.date().year();
    return Tr::tr("%1, %2 – %3, %4",
                  "first date and time of day, last date and time of day; Swedish: %1 %2 – %3 %4")
        .arg(date, clock(from.time()), shortDate(to.date(), otherYear), clock(to.time()));
}

QString readBack(const QDateTime& fromUtc, const QDateTime& toUtc, const QDateTime& now)
{
    const QDateTime from = fromUtc.toTimeZone(stockholm());
    const QDateTime to = toUtc.isValid() ? toUtc.toTimeZone(stockholm()) : from;
    const QDate today = now.toTimeZone(stockholm()).date();
    const auto dateOf = [&today](const QDate& date) {
        return shortDate(date, date.year() != today.year() || date > today);
    };
    const QTime midnight(0, 0);
    if (to <= from)
        return Tr::tr("%1, %2", "date and time of day; Swedish: %1 %2").arg(dateOf(from.date()), clock(from.time()));
    // The end of a day is its 24.00, not the next one's 00.00.
    const bool endsAtMidnight = to.time() == midnight;
    const QDate last = endsAtMidnight ? to.date().addDays(-1) : to.date();
    const QString until = endsAtMidnight ? Tr::tr("24:00", "end of a day; Swedish: 24.00") : bareTime(to.time());
    if (from.time() == midnight && endsAtMidnight)
        return from.date() == last
                   ? Tr::tr("%1, all day", "date of a whole day").arg(dateOf(last))
                   : Tr::tr("%1 – %2, all days", "first and last date").arg(dateOf(from.date()), dateOf(last));
    if (from.date() == last)
        return Tr::tr("%1, %2–%3", "date, first and last time of day; Swedish: %1 %2–%3")
            .arg(dateOf(last), clock(from.time()), until);
    return Tr::tr("%1, %2 – %3, %4",
                  "first date and time of day, last date and time of day; Swedish: %1 %2 – %3 %4")
        .arg(dateOf(from.date()), clock(from.time()), dateOf(last),
             Tr::tr("%1", "a time of day; Swedish: kl. %1, with a no-break space").arg(until));
}

QString incidents(qint64 count)
{
    constexpr qint64 most = std::numeric_limits<int>::max();
    return Tr::tr("%Ln incident(s)", nullptr, static_cast<int>(std::clamp<qint64>(count, 0, most)));
}

} // namespace hk::text
