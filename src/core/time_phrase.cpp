#include "core/time_phrase.h"

#include "core/local_time.h"
#include "core/time_piece.h"

#include <QTimeZone>
#include <algorithm>
#include <array>

namespace hk {
namespace {

/// Minutes of local civil time since the beginning of the Julian day count: what phrases are worked out in.
using LocalMinute = std::int64_t;
constexpr int dayLength = 1440;

LocalMinute startOf(const QDate& date)
{
    return date.toJulianDay() * dayLength;
}

QDate dateOf(LocalMinute minute)
{
    return QDate::fromJulianDay(minute / dayLength);
}

struct Hours {
    int from;
    int to;
};
constexpr std::array<Hours, 6> partHours{{{6, 10}, {9, 12}, {11, 13}, {12, 18}, {18, 24}, {22, 30}}};
constexpr int weekendStart = 18 * 60; // Friday
constexpr int aboutMinutes = 30;
constexpr int justNowMinutes = 15;

/// Days, the first included and the last not, and how far back the same words mean other days (0: these alone).
struct Days {
    QDate first;
    QDate end;
    int startMinute = 0;
    int period = 0;
};

struct Extent {
    LocalMinute from = 0;
    LocalMinute to = 0;
    bool exact = false;
    int period = 0; ///< days
    QDateTime utcFrom; ///< where it is reckoned from now, not from the calendar
    QDateTime utcTo;
};

tl::unexpected<Error> notUnderstood(const QString& words)
{
    return fail(ErrorCode::ValueNotUnderstood, {}, {words});
}

QDate mondayOf(const QDate& date)
{
    return date.addDays(1 - date.dayOfWeek());
}

/// Monday of an ISO week; null where the year has no such week.
QDate mondayOfWeek(int year, int week)
{
    const QDate monday = mondayOf(QDate(year, 1, 4)).addDays(7LL * (week - 1));
    int itsYear = 0;
    return monday.weekNumber(&itsYear) == week && itsYear == year ? monday : QDate();
}

QDate feastOf(int feast, int year)
{
    if (feast > 1)
        return {year, feast / 100, feast % 100};
    const QDate earliest(year, 6, 19); // midsummer's eve is the Friday from then on
    return earliest.addDays((5 - earliest.dayOfWeek() + 7) % 7 + feast);
}

class PhraseReader {
public:
    PhraseReader(const QString& text, const QDateTime& now)
        : m_text(text.simplified())
        , m_now(now.toUTC())
        , m_localNow(now.toTimeZone(stockholm()))
        , m_today(m_localNow.date())
        , m_minuteNow(startOf(m_today) + m_localNow.time().msecsSinceStartOfDay() / 60'000)
    {}

    Result<TimePhrase> read()
    {
        std::vector<TimeToken> tokens = timeTokens(m_text);
        if (tokens.empty())
            return m_text.isEmpty() ? fail(ErrorCode::ValueMissing) : notUnderstood(m_text);
        const bool leads = takeNightBetween(tokens);
        const auto isJoint = [](const TimeToken& token) {
            return token.word == TimeWord::Dash || token.word == TimeWord::Until || token.word == TimeWord::And;
        };
        const auto joint = std::find_if(tokens.begin(), tokens.end(), isJoint);
        if (joint == tokens.end())
            return single(tokens, leads);
        const auto other = std::find_if(std::next(joint), tokens.end(), isJoint);
        if (other != tokens.end() || joint == tokens.begin() || std::next(joint) == tokens.end())
            return notUnderstood(other != tokens.end() ? other->text : joint->text);
        return span({tokens.begin(), joint}, {std::next(joint), tokens.end()});
    }

private:
    /// "natten till söndag", "natten mot söndag", "natten mellan lördag och söndag": the night that ends on that day.
    static bool takeNightBetween(std::vector<TimeToken>& tokens)
    {
        const auto night = std::find_if(tokens.begin(), tokens.end(), [](const TimeToken& token) {
            return token.word == TimeWord::DayPart && token.value == static_cast<int>(DayPart::Night);
        });
        if (night == tokens.end() || std::next(night) == tokens.end())
            return false;
        const auto after = std::next(night);
        const auto isDay = [&](auto at) {
            if (at == tokens.end())
                return false;
            const TimeWord word = at->word;
            return word == TimeWord::Weekday || word == TimeWord::Date || word == TimeWord::DayOfMonth ||
                   word == TimeWord::Ordinal || word == TimeWord::Day || word == TimeWord::Feast ||
                   word == TimeWord::Filler ||
                   (word == TimeWord::Number && std::next(at) != tokens.end() && std::next(at)->word == TimeWord::Month);
        };
        if ((after->word == TimeWord::Until || after->word == TimeWord::Towards) && night == tokens.begin() &&
            isDay(std::next(after))) {
            tokens.erase(after);
            return true;
        }
        if (after->word == TimeWord::Between) {
            const auto joint = std::find_if(after, tokens.end(), [](const TimeToken& token) {
                return token.word == TimeWord::And;
            });
            if (joint == tokens.end() || !isDay(std::next(joint)) ||
                std::any_of(after, joint, [](const TimeToken& token) { return token.word == TimeWord::Clock; }))
                return false;
            tokens.erase(after, std::next(joint));
            return true;
        }
        return false;
    }

    Result<TimePhrase> single(const std::vector<TimeToken>& tokens, bool leads)
    {
        Result<TimePiece> piece = readTimePiece(tokens, m_today);
        if (!piece) {
            // A moment with a zone, as systems write it.
            if (const Result<LocalTime> iso = parseTime(m_text))
                return TimePhrase{iso->utc, iso->utc, iso->ambiguous};
            return tl::unexpected(piece.error());
        }
        piece->leadsToDay = leads;
        Result<Extent> extent = latest(*piece, m_minuteNow);
        if (!extent)
            return tl::unexpected(extent.error());
        if (piece->open && !extent->utcFrom.isValid()) {
            extent->to = std::max(extent->from, m_minuteNow);
            extent->exact = false;
        }
        return finished(*extent);
    }

    Result<TimePhrase> span(std::span<const TimeToken> left, std::span<const TimeToken> right)
    {
        Result<TimePiece> from = readTimePiece(left, m_today);
        if (!from)
            return tl::unexpected(from.error());
        Result<TimePiece> to = readTimePiece(right, m_today);
        if (!to)
            return tl::unexpected(to.error());
        if (from->latest || to->latest)
            return notUnderstood(m_text);
        from->open = false;
        shareDays(*from, *to);
        Result<Extent> extent = to->hasDay() || to->partAtHand || isRelative(*to) ? spanOfDays(*from, *to)
                                                                                 : spanOfHours(*from, *to);
        if (!extent)
            return tl::unexpected(extent.error());
        return finished(*extent);
    }

    static bool isRelative(const TimePiece& piece) { return piece.now || piece.justNow || piece.ago; }

    /// "3–5 maj", "v. 12–14", "14–16 igår": what one end says counts for the other.
    static void shareDays(TimePiece& from, TimePiece& to)
    {
        const auto isBareNumber = [](const TimePiece& piece) {
            return piece.lone > 0 && !piece.hasDay() && !piece.part && !piece.am && !piece.pm;
        };
        if (isBareNumber(from) && to.day > 0 && !to.hasTime() && from.lone <= 31) {
            from.day = std::exchange(from.lone, -1);
            from.month = to.month;
            from.year = to.year;
        } else if (isBareNumber(to) && from.weekUnit && from.week > 0 && !from.hasTime() && to.lone <= 53) {
            to.week = std::exchange(to.lone, -1);
            to.weekUnit = true;
            to.year = from.year;
        } else if (from.day > 0 && from.month == 0 && to.day > 0) {
            from.month = to.month;
            from.year = to.year;
        } else if (!from.hasDay() && from.hasTime() && !from.partAtHand && (to.hasDay() || to.partAtHand) && to.hasTime()) {
            // the day said last is the one that it began on: "22–02 i lördags"
            from.takeDayOf(to);
            if (!from.part)
                from.part = to.part;
            to.takeDayOf({});
            if (to.part == DayPart::Night) // its second day has been reckoned with
                to.part.reset();
        } else if ((from.part == DayPart::Afternoon || from.part == DayPart::Evening) && from.hasTime() && isBareNumber(to)) {
            to.part = from.part; // "igår eftermiddag 2–4"
        }
        if (from.pm && !to.am && to.lone >= 0)
            to.pm = true;
        if (to.pm && !from.am && from.lone >= 0)
            from.pm = true;
        // A year said once, last, counts for both.
        if (to.year > 0 && from.year == 0 && (from.month > 0 || from.week > 0))
            from.year = to.year;
    }

    /// Both ends have a day of their own, or the last one has.
    Result<Extent> spanOfDays(const TimePiece& from, const TimePiece& to)
    {
        Result<Extent> first = latest(from, m_minuteNow);
        if (!first)
            return first;
        Result<Extent> last = latest(to, m_minuteNow);
        if (!last)
            return last;
        if (first->period > 0 && last->period > 0) {
            first = latest(from, last->to - 1);
        } else if (first->period > 0) {
            first = latest(from, last->to - 1);
        } else if (last->period > 0) {
            const LocalMinute begin = first->utcFrom.isValid() ? m_minuteNow : first->from;
            last = latest(to, begin + LocalMinute{last->period} * dayLength - 1);
        }
        if (!first)
            return first;
        if (!last)
            return last;
        return joined(*first, *last);
    }

    /// The last end has a time of day alone: on the day of the first, or on the one after.
    Result<Extent> spanOfHours(const TimePiece& from, const TimePiece& to)
    {
        if (!to.hasTime())
            return notUnderstood(m_text);
        LocalMinute limit = m_minuteNow;
        for (int attempt = 0;; ++attempt) {
            const Result<Extent> first = latest(from, limit);
            if (!first)
                return first;
            if (first->utcFrom.isValid())
                return notUnderstood(m_text);
            TimePiece ending = to;
            ending.date = dateOf(first->from);
            Result<Extent> last = extentOf(ending, {*ending.date, ending.date->addDays(1), 0, 0});
            if (last && last->to <= first->from) {
                ending.date = ending.date->addDays(1);
                last = extentOf(ending, {*ending.date, ending.date->addDays(1), 0, 0});
            }
            if (!last)
                return last;
            // "mellan 14 och 16" at 15: yesterday's
            if (attempt == 0 && last->exact && first->period > 0 && last->to > m_minuteNow) {
                limit = first->from - 1;
                continue;
            }
            return joined(*first, *last);
        }
    }

    static Extent joined(const Extent& first, const Extent& last)
    {
        Extent whole;
        whole.from = first.from;
        whole.utcFrom = first.utcFrom;
        whole.to = last.to;
        whole.utcTo = last.utcTo;
        whole.exact = last.exact;
        return whole;
    }

    /// The latest extent of these words that begins at `limit` or before.
    Result<Extent> latest(const TimePiece& piece, LocalMinute limit)
    {
        if (const std::optional<Extent> relative = relativeToNow(piece))
            return *relative;
        QDate reference = dateOf(limit);
        for (int attempt = 0; attempt < 3; ++attempt) {
            const std::optional<Days> days = daysOf(piece, reference);
            if (!days)
                return notUnderstood(m_text);
            const Result<Extent> extent = extentOf(piece, *days);
            if (!extent || extent->period == 0 || extent->from <= limit)
                return extent;
            reference = days->first.addDays(-1);
        }
        return notUnderstood(m_text);
    }

    std::optional<Extent> relativeToNow(const TimePiece& piece) const
    {
        const QDateTime minute = m_now.addMSecs(-(m_localNow.time().msecsSinceStartOfDay() % 60'000));
        Extent extent;
        extent.to = extent.from = m_minuteNow;
        extent.utcFrom = extent.utcTo = minute;
        extent.exact = true;
        if (piece.now)
            return extent;
        if (piece.justNow) {
            extent.utcFrom = minute.addSecs(-60LL * justNowMinutes);
            return extent;
        }
        const std::int64_t length = lengthOf(piece.unit) * std::max(1, piece.amount);
        if (piece.latest && piece.unit != TimeWord::Unknown) {
            extent.utcFrom = piece.unit == TimeWord::MonthUnit ? minute.addMonths(-piece.amount) : minute.addSecs(-length);
            return extent;
        }
        if (piece.ago && (piece.unit == TimeWord::Minutes || piece.unit == TimeWord::Hours)) {
            extent.utcFrom = extent.utcTo = minute.addSecs(-length);
            return extent;
        }
        return std::nullopt;
    }

    static std::int64_t lengthOf(TimeWord unit)
    {
        switch (unit) {
        case TimeWord::Minutes:
            return 60;
        case TimeWord::Hours:
            return 3600;
        case TimeWord::Weeks:
            return 7 * 86400;
        default:
            return 86400;
        }
    }

    /// The days that a piece names, at `reference` or before where it leaves them open; nothing where they contradict
    /// themselves or do not exist.
    std::optional<Days> daysOf(const TimePiece& piece, const QDate& reference) const
    {
        std::optional<Days> days = namedDays(piece, reference);
        if (!days || !days->first.isValid() || !days->end.isValid())
            return std::nullopt;
        const bool severalDays = days->first.addDays(1) < days->end;
        if (piece.weekday > 0 && !severalDays && days->first.dayOfWeek() != piece.weekday)
            return std::nullopt;
        if (piece.leadsToDay) {
            days->first = days->first.addDays(-1);
            days->end = days->end.addDays(-1);
        }
        return days;
    }

    std::optional<Days> namedDays(const TimePiece& piece, const QDate& reference) const
    {
        if (piece.date)
            return Days{*piece.date, piece.date->addDays(1), 0, 0};
        if (piece.feast >= 0 || piece.day > 0)
            return dayOfYear(piece, reference);
        if (piece.month > 0)
            return monthNamed(piece, reference);
        if (piece.weekUnit)
            return weekNamed(piece, reference);
        if (piece.weekend)
            return weekendNamed(piece, reference);
        if (piece.monthUnit) {
            const QDate first = QDate(m_today.year(), m_today.month(), 1).addMonths(piece.shift.value_or(0));
            return Days{first, first.addMonths(1), 0, 0};
        }
        if (piece.weekday > 0)
            return weekdayNamed(piece, reference);
        if (piece.shift)
            return std::nullopt;
        if (piece.partAtHand) {
            // The night at hand is last night until the next begins; a morning not yet begun is yesterday's.
            const int begins = partHours[static_cast<std::size_t>(*piece.part)].from * 60;
            const bool ofYesterday = (*piece.part == DayPart::Night || *piece.part == DayPart::Morning) &&
                                     m_minuteNow - startOf(m_today) < begins;
            const QDate day = ofYesterday ? m_today.addDays(-1) : m_today;
            return Days{day, day.addDays(1), 0, 0};
        }
        return Days{reference, reference.addDays(1), 0, 1};
    }

    static std::optional<Days> dayOfYear(const TimePiece& piece, const QDate& reference)
    {
        const auto inYear = [&piece](int year) {
            return piece.feast >= 0 ? feastOf(piece.feast, year) : QDate(year, piece.month, piece.day);
        };
        if (piece.year > 0) {
            const QDate date = inYear(piece.year);
            return Days{date, date.addDays(1), 0, 0};
        }
        for (int year = reference.year(); year > reference.year() - 9; --year) // leap days are eight years apart at most
            if (const QDate date = inYear(year); date.isValid() && date <= reference)
                return Days{date, date.addDays(1), 0, 365};
        return std::nullopt;
    }

    static std::optional<Days> monthNamed(const TimePiece& piece, const QDate& reference)
    {
        int year = piece.year > 0 ? piece.year : reference.year();
        if (piece.year == 0 && QDate(year, piece.month, 1) > reference)
            --year;
        if (piece.shift.value_or(0) < 0 && year == reference.year())
            --year;
        const QDate first(year, piece.month, 1);
        return Days{first, first.addMonths(1), 0, piece.year > 0 ? 0 : 365};
    }

    std::optional<Days> weekNamed(const TimePiece& piece, const QDate& reference) const
    {
        QDate monday = mondayOf(m_today).addDays(7LL * piece.shift.value_or(0));
        int period = 0;
        if (piece.week > 0 && piece.year > 0) {
            monday = mondayOfWeek(piece.year, piece.week);
        } else if (piece.week > 0) {
            period = 364;
            monday = {};
            for (int year = reference.year() + 1; year > reference.year() - 8; --year)
                if (const QDate found = mondayOfWeek(year, piece.week); found.isValid() && found <= reference) {
                    monday = found;
                    break;
                }
        }
        if (!monday.isValid())
            return std::nullopt;
        if (piece.weekday == 0)
            return Days{monday, monday.addDays(7), 0, period};
        const QDate day = monday.addDays(piece.weekday - 1);
        return Days{day, day.addDays(1), 0, period};
    }

    std::optional<Days> weekendNamed(const TimePiece& piece, const QDate& reference) const
    {
        QDate friday = mondayOf(reference).addDays(4);
        if (piece.shift)
            friday = mondayOf(m_today).addDays(7LL * *piece.shift + 4);
        else if (friday > reference)
            friday = friday.addDays(-7);
        return Days{friday, friday.addDays(3), weekendStart, piece.shift ? 0 : 7};
    }

    std::optional<Days> weekdayNamed(const TimePiece& piece, const QDate& reference) const
    {
        if (piece.shift) {
            const QDate day = mondayOf(m_today).addDays(7LL * *piece.shift + piece.weekday - 1);
            return Days{day, day.addDays(1), 0, 0};
        }
        const QDate latest = piece.neverToday ? std::min(reference, m_today.addDays(-1)) : reference;
        const QDate day = latest.addDays(-((latest.dayOfWeek() - piece.weekday + 7) % 7));
        return Days{day, day.addDays(1), 0, 7};
    }

    /// The minute of the day that a piece names, above 1440 where it is of the night's second day.
    static Result<std::optional<int>> minuteOf(const TimePiece& piece)
    {
        std::optional<int> minute = piece.minute;
        if (piece.lone > 24)
            return notUnderstood(QString::number(piece.lone));
        if (piece.lone >= 0)
            minute = piece.lone * 60;
        if (!minute)
            return minute;
        const bool beforeNoon = *minute < 12 * 60;
        const bool ofAfternoon = piece.part == DayPart::Afternoon || piece.part == DayPart::Evening;
        if (beforeNoon && (piece.pm || ofAfternoon))
            *minute += 12 * 60;
        else if (piece.am && *minute >= 12 * 60 && *minute < 13 * 60)
            *minute -= 12 * 60;
        else if (piece.part == DayPart::Night && *minute >= 9 * 60 && beforeNoon)
            *minute += 12 * 60; // "11 på natten"
        else if (piece.part == DayPart::Night && beforeNoon)
            *minute += dayLength;
        return minute;
    }

    Result<Extent> extentOf(const TimePiece& piece, const Days& days) const
    {
        const Result<std::optional<int>> minute = minuteOf(piece);
        if (!minute)
            return tl::unexpected(minute.error());
        const bool severalDays = days.first.addDays(1) < days.end;
        if (severalDays && (*minute || piece.part || piece.leadsToDay))
            return notUnderstood(m_text);
        Extent extent;
        extent.period = days.period;
        const LocalMinute begin = startOf(days.first);
        extent.from = begin + days.startMinute;
        extent.to = startOf(days.end);
        if (*minute) {
            extent.from = extent.to = begin + **minute;
            extent.exact = true;
        } else if (piece.part) {
            const Hours hours = partHours[static_cast<std::size_t>(*piece.part)];
            extent.from = begin + LocalMinute{hours.from} * 60;
            extent.to = begin + LocalMinute{hours.to} * 60;
        } else if (!piece.hasDay()) {
            return notUnderstood(m_text);
        }
        limitExtent(piece, begin, extent);
        if (extent.to < extent.from)
            return notUnderstood(m_text);
        return extent;
    }

    static void limitExtent(const TimePiece& piece, LocalMinute begin, Extent& extent)
    {
        if (piece.around && extent.exact) {
            extent.from -= aboutMinutes;
            extent.to += aboutMinutes;
            extent.exact = false;
        } else if (piece.after) {
            extent.from = extent.to;
            extent.to = std::max(begin + dayLength, extent.from);
            extent.exact = false;
        } else if (piece.before) {
            extent.to = extent.from;
            extent.from = begin;
            extent.exact = false;
        }
    }

    Result<TimePhrase> finished(Extent extent) const
    {
        if (!extent.utcTo.isValid() && !extent.exact && extent.to > m_minuteNow && extent.from <= m_minuteNow)
            extent.to = m_minuteNow;
        const Result<LocalTime> from = instant(extent.from, extent.utcFrom, extent.exact);
        if (!from)
            return tl::unexpected(from.error());
        const Result<LocalTime> to = instant(extent.to, extent.utcTo, extent.exact);
        if (!to)
            return tl::unexpected(to.error());
        if (to->utc < from->utc)
            return fail(ErrorCode::EndsBeforeStart, {}, {m_text});
        return TimePhrase{from->utc, to->utc, from->ambiguous || to->ambiguous};
    }

    /// A limit of a part of the day or of "about" that falls into the lost hour is put after it; a time typed is refused.
    static Result<LocalTime> instant(LocalMinute minute, const QDateTime& utc, bool typed)
    {
        if (utc.isValid())
            return LocalTime{utc, false};
        const QDate date = dateOf(minute);
        const Result<LocalTime> found =
            fromLocal(date, QTime(0, 0).addSecs(static_cast<int>(minute - startOf(date)) * 60));
        if (found || typed)
            return found;
        return fromLocal(date, QTime(0, 0).addSecs((static_cast<int>(minute - startOf(date)) + 60) * 60));
    }

    QString m_text;
    QDateTime m_now;
    QDateTime m_localNow;
    QDate m_today;
    LocalMinute m_minuteNow;
};

} // namespace

Result<TimePhrase> readTimePhrase(const QString& text, const QDateTime& now)
{
    return PhraseReader(text, now).read();
}

} // namespace hk
