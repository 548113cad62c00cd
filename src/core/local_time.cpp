#include "core/local_time.h"

#include <QTimeZone>
#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace hk {

namespace {

constexpr std::int64_t secondsPerDay = 86400;
constexpr std::int64_t secondsPerHour = 3600;

std::int64_t zoneOffset(std::int64_t utcSeconds)
{
    return stockholm().offsetFromUtc(QDateTime::fromSecsSinceEpoch(utcSeconds, Qt::UTC));
}

/// From `at` on, until the next change's `at`, local time is UTC + `offset` seconds.
struct OffsetChange {
    std::int64_t at;
    std::int64_t offset;
};

/// Offsets of the years 1970–2100. Asked of the zone instant by instant instead of by its list of
/// transitions, whose behaviour after the last year of the zone file differs between versions of Qt.
class OffsetTable {
public:
    OffsetTable()
    {
        constexpr std::int64_t step = 60 * secondsPerDay; // no summer or winter time is that short
        std::int64_t offset = zoneOffset(first);
        m_changes.push_back({first, offset});
        for (std::int64_t at = first; at < end; at += step) {
            const std::int64_t later = zoneOffset(at + step);
            if (later == offset)
                continue;
            m_changes.push_back({changeBetween(at, at + step), later});
            offset = later;
        }
    }

    bool covers(std::int64_t utcSeconds) const { return utcSeconds >= first && utcSeconds < end; }

    /// The stretch of unchanged offset that holds the instant: its change and its end.
    std::pair<OffsetChange, std::int64_t> stretch(std::int64_t utcSeconds) const
    {
        const auto next =
            std::upper_bound(m_changes.begin(), m_changes.end(), utcSeconds,
                             [](std::int64_t at, const OffsetChange& change) { return at < change.at; });
        return {*std::prev(next), next == m_changes.end() ? end : next->at};
    }

private:
    /// First whole second of the new offset; the old one holds at `before`, the new one at `after`.
    static std::int64_t changeBetween(std::int64_t before, std::int64_t after)
    {
        const std::int64_t old = zoneOffset(before);
        while (after - before > 1) {
            const std::int64_t middle = before + (after - before) / 2;
            (zoneOffset(middle) == old ? before : after) = middle;
        }
        return after;
    }

    static constexpr std::int64_t first = 0;        // 1970-01-01
    static constexpr std::int64_t end = 4133980800; // 2101-01-01
    std::vector<OffsetChange> m_changes;
};

const OffsetTable& offsetTable()
{
    static const OffsetTable table;
    return table;
}

std::int64_t offsetAt(std::int64_t utcSeconds)
{
    const OffsetTable& table = offsetTable();
    return table.covers(utcSeconds) ? table.stretch(utcSeconds).first.offset : zoneOffset(utcSeconds);
}

/// A civil date and time of day, both checked.
struct CivilTime {
    std::int64_t day = 0;         ///< since 1970-01-01
    std::int64_t millisecond = 0; ///< of the day
};

std::int64_t floorDivide(std::int64_t value, std::int64_t divisor)
{
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

QDateTime utcFrom(const CivilTime& civil, std::int64_t offsetSeconds)
{
    return QDateTime::fromMSecsSinceEpoch(
        (civil.day * secondsPerDay - offsetSeconds) * 1000 + civil.millisecond, Qt::UTC);
}

/// The instants that bear this civil time are found by trying the offsets of the day before and the day
/// after.
std::optional<LocalTime> resolve(const CivilTime& civil)
{
    const std::int64_t local = civil.day * secondsPerDay + civil.millisecond / 1000;
    const std::int64_t early = offsetAt(local - secondsPerDay);
    const std::int64_t late = offsetAt(local + secondsPerDay);
    const bool earlyFits = offsetAt(local - early) == early;
    const bool lateFits = late != early && offsetAt(local - late) == late;
    if (earlyFits && lateFits)
        return LocalTime{utcFrom(civil, std::max(early, late)), true};
    if (earlyFits)
        return LocalTime{utcFrom(civil, early), false};
    if (lateFits)
        return LocalTime{utcFrom(civil, late), false};
    return std::nullopt;
}

/// Reads date, time and zone from left to right; each function says whether it found what it looked for.
class TimeReader {
public:
    explicit TimeReader(QStringView text)
        : m_text(text)
    {}

    bool atEnd() const { return m_at == m_text.size(); }

    bool skip(char16_t wanted)
    {
        if (atEnd() || m_text[m_at] != QChar(wanted))
            return false;
        ++m_at;
        return true;
    }

    bool skipOneOf(QStringView wanted)
    {
        if (atEnd() || !wanted.contains(m_text[m_at]))
            return false;
        ++m_at;
        return true;
    }

    void skipSpaces()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool number(int fewestDigits, int mostDigits, int& value)
    {
        value = 0;
        int digits = 0;
        for (; digits < mostDigits && !atEnd(); ++digits, ++m_at) {
            const char16_t unit = m_text[m_at].unicode();
            if (unit < u'0' || unit > u'9')
                break;
            value = value * 10 + (unit - u'0');
        }
        return digits >= fewestDigits;
    }

    bool date(std::int64_t& day)
    {
        int year = 0;
        int month = 0;
        int dayOfMonth = 0;
        if (!number(4, 4, year))
            return false;
        const bool slashes = skip(u'/');
        if (!slashes && !skip(u'-'))
            return false;
        if (!number(1, 2, month) || !skip(slashes ? u'/' : u'-') || !number(1, 2, dayOfMonth))
            return false;
        const std::chrono::year_month_day civil{std::chrono::year(year),
                                                std::chrono::month(static_cast<unsigned>(month)),
                                                std::chrono::day(static_cast<unsigned>(dayOfMonth))};
        day = civil.ok() ? std::chrono::sys_days(civil).time_since_epoch().count() : 0;
        return civil.ok();
    }

    /// "9:58", "09.58", "09:58:49", "09:58:49.123".
    bool time(std::int64_t& millisecond)
    {
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (!number(1, 2, hour))
            return false;
        const bool dots = skip(u'.');
        if ((!dots && !skip(u':')) || !number(2, 2, minute))
            return false;
        int thousandths = 0;
        if (skip(dots ? u'.' : u':')) {
            if (!number(2, 2, second))
                return false;
            if (skipOneOf(u".,") && !fraction(thousandths))
                return false;
        }
        millisecond = ((hour * 60 + minute) * 60 + second) * 1000LL + thousandths;
        return hour < 24 && minute < 60 && second < 60;
    }

    /// "Z", "+01:00", "+0100", "+01".
    bool zone(std::int64_t& offsetSeconds)
    {
        offsetSeconds = 0;
        if (skipOneOf(u"Zz"))
            return true;
        const bool west = skipOneOf(u"-\u2212");
        if (!west && !skip(u'+'))
            return false;
        int hours = 0;
        int minutes = 0;
        if (!number(2, 2, hours))
            return false;
        if (skip(u':') ? !number(2, 2, minutes) : (!atEnd() && !number(2, 2, minutes)))
            return false;
        offsetSeconds = (west ? -1 : 1) * (hours * secondsPerHour + minutes * 60);
        return hours <= 14 && minutes < 60;
    }

private:
    bool fraction(int& thousandths)
    {
        const qsizetype start = m_at;
        for (int weight = 100; !atEnd() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9'; ++m_at, weight /= 10)
            thousandths += weight * (m_text[m_at].unicode() - u'0');
        return m_at > start;
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace

const QTimeZone& stockholm()
{
    static const QTimeZone zone = [] {
        QTimeZone found("Europe/Stockholm");
        if (!found.isValid())
            throw std::runtime_error(
                "the time zone Europe/Stockholm is missing on this computer (package tzdata)");
        return found;
    }();
    return zone;
}

Result<LocalTime> fromLocal(const QDate& date, const QTime& time)
{
    if (!date.isValid() || !time.isValid())
        return fail(ErrorCode::ValueNotUnderstood, {}, {QString()});
    const CivilTime civil{date.toJulianDay() - QDate(1970, 1, 1).toJulianDay(), time.msecsSinceStartOfDay()};
    if (const auto resolved = resolve(civil))
        return *resolved;
    return fail(ErrorCode::TimeDoesNotExist, {},
                {date.toString(Qt::ISODate) + QLatin1Char(' ') + time.toString(QStringLiteral("HH:mm"))});
}

LocalClock::LocalClock() = default;

LocalClock::Civil LocalClock::at(std::int64_t utcSeconds)
{
    if (utcSeconds < m_validFrom || utcSeconds >= m_validTo) {
        if (offsetTable().covers(utcSeconds)) {
            const auto [change, end] = offsetTable().stretch(utcSeconds);
            m_validFrom = change.at;
            m_validTo = end;
            m_offset = change.offset;
        } else {
            m_validFrom = utcSeconds;
            m_validTo = utcSeconds + 1;
            m_offset = zoneOffset(utcSeconds);
        }
    }
    const std::int64_t local = utcSeconds + m_offset;
    const std::int64_t day = floorDivide(local, secondsPerDay);
    const auto minuteOfDay = static_cast<std::int32_t>((local - day * secondsPerDay) / 60);
    // 1970-01-01 was a Thursday.
    const auto weekday = static_cast<std::int32_t>(day + 3 - floorDivide(day + 3, 7) * 7);
    return {static_cast<std::int32_t>(day), minuteOfDay, weekday * 1440 + minuteOfDay};
}

Result<LocalTime> parseTime(const QString& text)
{
    const auto notUnderstood = [&] { return fail(ErrorCode::ValueNotUnderstood, {}, {text}); };
    TimeReader reader(QStringView(text).trimmed());
    CivilTime civil;
    if (!reader.date(civil.day))
        return notUnderstood();
    if (!reader.atEnd()) {
        if (!reader.skipOneOf(u"Tt \u00a0"))
            return notUnderstood();
        reader.skipSpaces();
        if (!reader.time(civil.millisecond))
            return notUnderstood();
        reader.skipSpaces();
        if (!reader.atEnd()) {
            std::int64_t offset = 0;
            if (!reader.zone(offset) || !reader.atEnd())
                return notUnderstood();
            return LocalTime{utcFrom(civil, offset), false};
        }
    }
    if (const auto resolved = resolve(civil))
        return *resolved;
    return fail(ErrorCode::TimeDoesNotExist, {}, {text.trimmed()});
}

} // namespace hk
