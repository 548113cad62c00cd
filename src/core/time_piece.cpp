#include "core/time_piece.h"

namespace hk {
namespace {

constexpr int mostAmount = 1000;

bool isUnit(TimeWord word)
{
    return word == TimeWord::Minutes || word == TimeWord::Hours || word == TimeWord::Days ||
           word == TimeWord::Weeks || word == TimeWord::Week || word == TimeWord::MonthUnit;
}

class PieceReader {
public:
    PieceReader(std::span<const TimeToken> tokens, const QDate& today)
        : m_tokens(tokens)
        , m_today(today)
    {}

    Result<TimePiece> read()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at)
            if (!take(m_tokens[m_at]))
                return notUnderstood(m_tokens[m_at].text);
        if (m_piece.amount > 0 && !m_piece.ago && !m_piece.latest)
            return notUnderstood(m_tokens.back().text);
        if (m_piece.ago && m_piece.amount == 0)
            return notUnderstood(m_tokens.back().text);
        if (m_piece.ago)
            daysAgo();
        return m_piece;
    }

private:
    static tl::unexpected<Error> notUnderstood(const QString& words)
    {
        return fail(ErrorCode::ValueNotUnderstood, {}, {words});
    }

    TimeWord wordAt(std::size_t index) const
    {
        return index < m_tokens.size() ? m_tokens[index].word : TimeWord::Unknown;
    }

    TimeWord next() const { return wordAt(m_at + 1); }
    TimeWord previous() const { return m_at > 0 ? wordAt(m_at - 1) : TimeWord::Unknown; }

    bool take(const TimeToken& token)
    {
        switch (token.word) {
        case TimeWord::Filler:
        case TimeWord::AtClock:
        case TimeWord::Between:
            return true;
        case TimeWord::Number:
            return takeNumber(token);
        case TimeWord::Clock:
            return takeClock(token.value);
        case TimeWord::AroundClock:
            m_piece.around = true;
            return takeClock(token.value);
        case TimeWord::Date:
            return takeDate(QDate(token.year, token.month, token.day));
        case TimeWord::DayOfMonth:
            return takeDayOfMonth(token.day, token.month);
        case TimeWord::Ordinal:
            return takeDayOfMonth(token.day, m_piece.month);
        case TimeWord::Day:
            return takeDate(m_today.addDays(token.value));
        case TimeWord::Now:
            m_piece.now = true;
            return m_tokens.size() == 1;
        case TimeWord::JustNow:
            m_piece.justNow = true;
            return m_tokens.size() == 1;
        case TimeWord::DayPart:
            return takePart(token.value);
        case TimeWord::ThisPart:
            m_piece.partAtHand = true;
            return takePart(token.value);
        case TimeWord::Weekday:
            return takeWeekday(token.value);
        case TimeWord::LastWeekday:
            m_piece.neverToday = true;
            return takeWeekday(token.value);
        case TimeWord::WeekdayPart:
            return takeWeekday(token.value) && takePart(token.day);
        case TimeWord::Month:
            if (m_piece.month > 0 || m_piece.date)
                return false;
            m_piece.month = token.value;
            return true;
        case TimeWord::Feast:
            if (m_piece.hasDay())
                return false;
            m_piece.feast = token.value;
            return true;
        case TimeWord::Week:
        case TimeWord::MonthUnit:
        case TimeWord::Minutes:
        case TimeWord::Hours:
        case TimeWord::Days:
        case TimeWord::Weeks:
        case TimeWord::Half:
            return takeUnit(token.word);
        case TimeWord::Weekend:
            m_piece.weekend = true;
            return true;
        default:
            return takeBearing(token);
        }
    }

    /// Words that say where from the rest is seen.
    bool takeBearing(const TimeToken& token)
    {
        switch (token.word) {
        case TimeWord::Previous:
            m_piece.shift = m_piece.shift.value_or(0) - 1;
            return true;
        case TimeWord::This:
            m_piece.shift = 0;
            return true;
        case TimeWord::Next:
            m_piece.shift = 1;
            return true;
        case TimeWord::Since:
            if (token.value == 1 && m_piece.amount > 0)
                m_piece.ago = true;
            else
                m_piece.open = true;
            return m_piece.ago || m_at == 0;
        case TimeWord::Ago:
            m_piece.ago = true;
            return true;
        case TimeWord::Latest:
            m_piece.latest = true;
            return true;
        case TimeWord::Around:
            m_piece.around = true;
            return true;
        case TimeWord::After:
            m_piece.after = true;
            return !m_piece.before;
        case TimeWord::Before:
            m_piece.before = true;
            return !m_piece.after;
        case TimeWord::Am:
            m_piece.am = true;
            return !m_piece.pm;
        case TimeWord::Pm:
            m_piece.pm = true;
            return !m_piece.am;
        default:
            return false;
        }
    }

    bool takeNumber(const TimeToken& token)
    {
        if ((next() == TimeWord::Month || (previous() == TimeWord::Month && token.digits <= 2)) && m_piece.day == 0) {
            m_piece.day = token.value;
            return token.value >= 1 && token.value <= 31;
        }
        if (isUnit(next()) && (next() != TimeWord::Week || m_piece.latest || wordAt(m_at + 2) == TimeWord::Since ||
                               wordAt(m_at + 2) == TimeWord::Ago)) {
            m_piece.amount = token.value;
            return token.value >= 1 && token.value <= mostAmount;
        }
        if (previous() == TimeWord::Week && m_piece.week == 0) {
            m_piece.week = token.value;
            return token.value >= 1 && token.value <= 53;
        }
        if (token.digits == 4 && previous() != TimeWord::AtClock && takesYear(token.value)) {
            m_piece.year = token.value;
            return true;
        }
        if (token.digits <= 2) {
            if (m_piece.lone >= 0 || m_piece.minute || token.value > 53)
                return false;
            m_piece.lone = token.value;
            return true;
        }
        const int hour = token.value / 100;
        const int minute = token.value % 100;
        return minute < 60 && hour < 24 && takeClock(hour * 60 + minute);
    }

    /// "3 maj 2025" and "v. 12 2025", but "3 maj 2230" is a time of day.
    bool takesYear(int number) const
    {
        const bool wantsYear = (m_piece.month > 0 || m_piece.week > 0 || m_piece.feast >= 0) && m_piece.year == 0 &&
                               !m_piece.date;
        return wantsYear && number >= 1900 && number <= m_today.year() + 1;
    }

    bool takeClock(int minute)
    {
        if (m_piece.minute || m_piece.lone >= 0)
            return false;
        m_piece.minute = minute;
        return minute >= 0;
    }

    bool takeDate(const QDate& date)
    {
        if (m_piece.date || m_piece.day > 0 || m_piece.weekUnit || m_piece.feast >= 0)
            return false;
        m_piece.date = date;
        return date.isValid();
    }

    bool takeDayOfMonth(int day, int month)
    {
        if (m_piece.day > 0 || m_piece.date || m_piece.feast >= 0 || day < 1 || day > 31)
            return false;
        m_piece.day = day;
        m_piece.month = month;
        return true;
    }

    bool takeWeekday(int weekday)
    {
        if (m_piece.weekday > 0)
            return false;
        m_piece.weekday = weekday;
        return true;
    }

    bool takePart(int part)
    {
        if (m_piece.part)
            return false;
        m_piece.part = static_cast<DayPart>(part);
        return true;
    }

    bool takeUnit(TimeWord word)
    {
        if (word == TimeWord::Half) {
            m_piece.amount = 30;
            m_piece.unit = TimeWord::Minutes;
            return true;
        }
        if (m_piece.amount > 0 || m_piece.latest) {
            if (m_piece.unit != TimeWord::Unknown)
                return false;
            m_piece.amount = std::max(1, m_piece.amount);
            m_piece.unit = word == TimeWord::Week ? TimeWord::Weeks : word;
            return true;
        }
        if (word == TimeWord::Week)
            m_piece.weekUnit = true;
        else if (word == TimeWord::MonthUnit)
            m_piece.monthUnit = true;
        else if (word != TimeWord::Days) // "hela dagar" beside a day says nothing more
            return false;
        return true;
    }

    /// "för 3 dagar sedan" is a day.
    void daysAgo()
    {
        if (m_piece.unit == TimeWord::Days)
            m_piece.date = m_today.addDays(-m_piece.amount);
        else if (m_piece.unit == TimeWord::Weeks)
            m_piece.date = m_today.addDays(-7LL * m_piece.amount);
        else if (m_piece.unit == TimeWord::MonthUnit)
            m_piece.date = m_today.addMonths(-m_piece.amount);
    }

    std::span<const TimeToken> m_tokens;
    QDate m_today;
    std::size_t m_at = 0;
    TimePiece m_piece;
};

} // namespace

bool TimePiece::hasDay() const
{
    return date || weekday > 0 || day > 0 || month > 0 || weekUnit || weekend || monthUnit || feast >= 0;
}

void TimePiece::takeDayOf(const TimePiece& other)
{
    date = other.date;
    weekday = other.weekday;
    neverToday = other.neverToday;
    day = other.day;
    month = other.month;
    year = other.year;
    week = other.week;
    weekUnit = other.weekUnit;
    weekend = other.weekend;
    monthUnit = other.monthUnit;
    feast = other.feast;
    shift = other.shift;
    partAtHand = other.partAtHand;
    leadsToDay = other.leadsToDay;
}

Result<TimePiece> readTimePiece(std::span<const TimeToken> tokens, const QDate& today)
{
    return PieceReader(tokens, today).read();
}

} // namespace hk
