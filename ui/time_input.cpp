#include "ui/time_input.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>
#include <array>

namespace hk::ui {
namespace {

std::optional<QTime> timeOfDay(const QString& word)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(\d{1,2})(?:[:.]?(\d{2}))?$)"));
    const QRegularExpressionMatch match = pattern.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(1).toInt(), match.captured(2).isEmpty() ? 0 : match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

/// Days back to the weekday that a word names, 0 for today's own; nothing for another word.
std::optional<int> daysBackTo(const QString& word, const QDate& today)
{
    static const std::array<QStringList, 7> names{
        QStringList{QStringLiteral("mån"), QStringLiteral("måndag"), QStringLiteral("mon"),
                    QStringLiteral("monday")},
        QStringList{QStringLiteral("tis"), QStringLiteral("tisdag"), QStringLiteral("tue"),
                    QStringLiteral("tuesday")},
        QStringList{QStringLiteral("ons"), QStringLiteral("onsdag"), QStringLiteral("wed"),
                    QStringLiteral("wednesday")},
        QStringList{QStringLiteral("tor"), QStringLiteral("tors"), QStringLiteral("torsdag"),
                    QStringLiteral("thu"), QStringLiteral("thursday")},
        QStringList{QStringLiteral("fre"), QStringLiteral("fredag"), QStringLiteral("fri"),
                    QStringLiteral("friday")},
        QStringList{QStringLiteral("lör"), QStringLiteral("lördag"), QStringLiteral("sat"),
                    QStringLiteral("saturday")},
        QStringList{QStringLiteral("sön"), QStringLiteral("söndag"), QStringLiteral("sun"),
                    QStringLiteral("sunday")}};
    for (int weekday = 0; weekday < 7; ++weekday)
        if (names[static_cast<std::size_t>(weekday)].contains(word))
            return (today.dayOfWeek() - 1 - weekday + 7) % 7;
    return std::nullopt;
}

std::optional<int> daysBackByWord(const QString& word)
{
    if (word == QStringLiteral("idag") || word == QStringLiteral("today"))
        return 0;
    if (word == QStringLiteral("igår") || word == QStringLiteral("igar") ||
        word == QStringLiteral("yesterday"))
        return 1;
    if (word == QStringLiteral("förrgår"))
        return 2;
    return std::nullopt;
}

std::optional<QDate> dayAndMonth(const QString& word, const QDate& today)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^(\d{1,2})/(\d{1,2})$)"));
    const QRegularExpressionMatch match = pattern.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    QDate date(today.year(), match.captured(2).toInt(), match.captured(1).toInt());
    if (date.isValid() && date > today)
        date = QDate(today.year() - 1, date.month(), date.day());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

QStringList wordsOf(const QString& text)
{
    QString plain = text.simplified().toLower();
    plain.replace(QStringLiteral("i går"), QStringLiteral("igår"));
    plain.replace(QStringLiteral("i dag"), QStringLiteral("idag"));
    plain.replace(QStringLiteral("i förrgår"), QStringLiteral("förrgår"));
    plain.replace(QLatin1Char(','), QLatin1Char(' '));
    QStringList words = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& filler : {QStringLiteral("kl"), QStringLiteral("kl."), QStringLiteral("at"),
                                  QStringLiteral("den"), QStringLiteral("i")})
        words.removeAll(filler);
    return words;
}

Result<TypedTime> typed(const QDate& date, const std::optional<QTime>& time)
{
    const Result<LocalTime> local = fromLocal(date, time.value_or(QTime(0, 0)));
    if (!local)
        return tl::unexpected(local.error());
    return TypedTime{local->utc, local->ambiguous, !time.has_value(), date};
}

} // namespace

Result<TypedTime> parseTypedTime(const QString& text, const QDateTime& now,
                                 const std::optional<QDate>& onDate)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return fail(ErrorCode::ValueMissing);
    const QDateTime localNow = now.toTimeZone(stockholm());
    const QDate today = localNow.date();
    if (words.size() == 1 &&
        (words.front() == QStringLiteral("nu") || words.front() == QStringLiteral("now"))) {
        const QTime minute(localNow.time().hour(), localNow.time().minute());
        return TypedTime{
            now.toUTC().addMSecs(-QTime(0, 0).msecsTo(localNow.time()) + QTime(0, 0).msecsTo(minute)), false,
            false, today};
    }
    if (words.size() == 1)
        if (const std::optional<QTime> time = timeOfDay(words.front())) {
            const bool future = today == localNow.date() && *time > localNow.time();
            return typed(onDate ? *onDate : (future ? today.addDays(-1) : today), time);
        }

    std::optional<QDate> date;
    std::optional<QTime> time = words.size() == 2 ? timeOfDay(words.at(1)) : std::nullopt;
    const bool timeUnderstood = words.size() == 1 || time.has_value();
    if (const std::optional<int> back = daysBackByWord(words.front())) {
        date = today.addDays(-*back);
    } else if (const std::optional<int> weekdayBack = daysBackTo(words.front(), today)) {
        const bool laterToday = *weekdayBack == 0 && time && *time > localNow.time();
        date = today.addDays(laterToday ? -7 : -*weekdayBack);
    } else if (const std::optional<QDate> dayMonth = dayAndMonth(words.front(), today)) {
        date = dayMonth;
    } else if (const QDate iso = QDate::fromString(words.front(), Qt::ISODate);
               iso.isValid() && words.front().size() == 10) {
        date = iso;
    }
    if (date && timeUnderstood && words.size() <= 2)
        return typed(*date, time);

    const Result<LocalTime> parsed = parseTime(text.simplified());
    if (!parsed)
        return tl::unexpected(parsed.error());
    return TypedTime{parsed->utc, parsed->ambiguous, false, parsed->utc.toTimeZone(stockholm()).date()};
}

TypedSpan parseTypedSpan(const QString& from, const QString& to, const QDateTime& now)
{
    const auto endOf = [&](const QDate& day) {
        return std::min(fromLocal(day.addDays(1), QTime(0, 0))->utc, now);
    };
    TypedSpan span;
    span.from = now;
    std::optional<QDate> day;
    if (!from.trimmed().isEmpty()) {
        const Result<TypedTime> read = parseTypedTime(from, now);
        if (!read) {
            span.from = {};
            span.fromFault = read.error();
        } else {
            span.from = read->utc;
            span.ambiguous = read->ambiguous;
            day = read->localDate;
            if (read->dateOnly)
                span.to = endOf(read->localDate);
        }
    }
    if (to.trimmed().isEmpty())
        return span;
    Result<TypedTime> read = parseTypedTime(to, now, day);
    const bool timeAlone = timeOfDay(to.trimmed()).has_value();
    if (read && day && timeAlone && read->utc < span.from)
        read = parseTypedTime(to, now, day->addDays(1));
    if (read)
        span.to = read->dateOnly ? endOf(read->localDate) : read->utc;
    else
        span.toFault = read.error();
    return span;
}

QString typedTimeText(const QDateTime& utc)
{
    return utc.isValid() ? utc.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                         : QString();
}

} // namespace hk::ui
