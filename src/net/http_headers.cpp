#include "net/http_headers.h"

#include <QLocale>
#include <algorithm>

namespace hk::net {

namespace {

constexpr qint64 longestSeconds = 10LL * 365 * 24 * 3600;

/// Digits alone, as the grammar asks; a number too large for its type counts as the largest (RFC 9111, 1.2.2).
std::optional<qint64> seconds(QByteArray text)
{
    text = text.trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits ? std::min(value, longestSeconds) : longestSeconds;
}

/// The directives of Cache-Control: at commas that are not within quotation marks.
QList<QByteArray> directives(const QByteArray& value)
{
    QList<QByteArray> parts;
    QByteArray part;
    bool quoted = false;
    for (const char c : value) {
        if (c == '"')
            quoted = !quoted;
        if (c == ',' && !quoted) {
            parts.append(part.trimmed());
            part.clear();
        } else {
            part.append(c);
        }
    }
    parts.append(part.trimmed());
    return parts;
}

} // namespace

QDateTime httpDate(const QByteArray& value)
{
    constexpr qsizetype longest = 64;
    const QString text = QString::fromLatin1(value.trimmed());
    if (text.isEmpty() || text.size() > longest)
        return {};
    // date and time apart: together they would be read as local time, which skips an hour in March
    const QLocale c = QLocale::c();
    const auto at = [&c](const QString& date, const QString& format, const QString& time) {
        const QDate day = c.toDate(date, format);
        const QTime hour = QTime::fromString(time, QStringLiteral("HH:mm:ss"));
        return day.isValid() && hour.isValid() ? QDateTime(day, hour, Qt::UTC) : QDateTime();
    };
    const QStringList words = text.simplified().split(u' ');
    QDateTime moment;
    if (words.size() == 6 && words[5] == QLatin1String("GMT")) {
        moment = at(words[1] + words[2] + words[3], QStringLiteral("ddMMMyyyy"), words[4]);
    } else if (words.size() == 5) {
        moment = at(words[2] + words[1] + words[4], QStringLiteral("dMMMyyyy"), words[3]);
    } else if (words.size() == 4 && words[3] == QLatin1String("GMT")) {
        moment = at(words[1], QStringLiteral("dd-MMM-yy"), words[2]);
        // two figures for the year: the latest that is not over fifty years ahead
        const int thisYear = QDate::currentDate().year();
        while (moment.isValid() && moment.date().year() + 100 <= thisYear + 50)
            moment = moment.addYears(100);
    }
    return moment.isValid() ? moment : QDateTime();
}

QByteArray asHttpDate(const QDateTime& moment)
{
    return QLocale::c()
        .toString(moment.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"))
        .toLatin1();
}

QByteArray mediaType(const QByteArray& contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return contentType.left(end < 0 ? contentType.size() : end).trimmed().toLower();
}

CacheVerdict cacheVerdict(const CacheHeaders& headers, const QDateTime& now)
{
    CacheVerdict verdict;
    std::optional<qint64> fresh;
    bool asks = false;
    for (const QByteArray& directive : directives(headers.cacheControl)) {
        const qsizetype equals = directive.indexOf('=');
        const QByteArray name = directive.left(equals < 0 ? directive.size() : equals).trimmed().toLower();
        if (name == "no-store")
            verdict.mayBeStored = false;
        else if (name == "no-cache")
            asks = true;
        else if (name == "max-age" && !fresh)
            fresh = equals < 0 ? std::nullopt : seconds(directive.mid(equals + 1));
    }
    if (fresh)
        fresh = std::max<qint64>(0, *fresh - seconds(headers.age).value_or(0));
    if (!fresh && !headers.expires.trimmed().isEmpty()) {
        // by the server's own clock; a date that cannot be read has passed (RFC 9111, 5.3)
        const QDateTime until = httpDate(headers.expires);
        const QDateTime sent = httpDate(headers.date);
        fresh = until.isValid() ? std::clamp<qint64>((sent.isValid() ? sent : now).secsTo(until), 0, longestSeconds) : 0;
    }
    if (asks || !verdict.mayBeStored)
        fresh = 0;
    if (fresh)
        verdict.expires = now.toUTC().addSecs(*fresh);
    return verdict;
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& value, const QDateTime& now)
{
    if (const auto wait = seconds(value))
        return std::chrono::seconds(*wait);
    const QDateTime moment = httpDate(value);
    if (!moment.isValid())
        return std::nullopt;
    return std::chrono::milliseconds(std::clamp<qint64>(now.msecsTo(moment), 0, longestSeconds * 1000));
}

} // namespace hk::net
