#include "exchange/date_reading.h"

#include "core/name_table.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr std::array<NamedValue<DateOrder>, 3> orderNames{{
    {DateOrder::YearFirst, "year-first"},
    {DateOrder::DayFirst, "day-first"},
    {DateOrder::MonthFirst, "month-first"},
}};

/// Beginnings that tell a month in Swedish and in English.
constexpr std::array<std::array<const char*, 3>, 12> monthBeginnings{{{"jan", "", ""},
                                                                      {"feb", "", ""},
                                                                      {"mar", "", ""},
                                                                      {"apr", "", ""},
                                                                      {"maj", "may", ""},
                                                                      {"jun", "", ""},
                                                                      {"jul", "", ""},
                                                                      {"aug", "", ""},
                                                                      {"sep", "", ""},
                                                                      {"okt", "oct", ""},
                                                                      {"nov", "", ""},
                                                                      {"dec", "", ""}}};

int monthOf(const QString& word)
{
    constexpr qsizetype telling = 3;
    if (word.size() < telling)
        return 0;
    for (std::size_t month = 0; month < monthBeginnings.size(); ++month)
        for (const char* beginning : monthBeginnings[month])
            if (*beginning != '\0' && word.startsWith(QLatin1String(beginning)))
                return static_cast<int>(month) + 1;
    return 0;
}

bool isIso(QStringView text)
{
    constexpr qsizetype shortest = 8; // "2024-3-1"
    return text.size() >= shortest && text[0].isDigit() && text[1].isDigit() && text[2].isDigit() && text[3].isDigit()
           && (text[4] == QLatin1Char('-') || text[4] == QLatin1Char('/'));
}

int fullYear(const QString& digits)
{
    constexpr int pivot = 70;
    const int year = digits.toInt();
    if (digits.size() != 2)
        return digits.size() == 4 ? year : -1;
    return year < pivot ? 2000 + year : 1900 + year;
}

/// Reads figures and letters from the left; what parts them is passed over.
class Scanner {
public:
    explicit Scanner(const QString& text) : m_text(text) {}

    QString digits()
    {
        skipMarks();
        return run([](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    }
    QString letters()
    {
        skipMarks();
        return run([](QChar c) { return c.isLetter(); });
    }
    QString rest() const { return m_text.mid(m_at).trimmed(); }
    /// Position where the last run began.
    bool nextIsDigit()
    {
        skipMarks();
        return m_at < m_text.size() && m_text[m_at].isDigit();
    }
    void skip(QLatin1String word)
    {
        skipMarks();
        if (QStringView(m_text).mid(m_at).startsWith(word, Qt::CaseInsensitive))
            m_at += word.size();
    }

private:
    template <class Accept>
    QString run(Accept accept)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && accept(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }
    void skipMarks()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || QLatin1String("-/.,").contains(m_text[m_at])))
            ++m_at;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

QString isoDay(const QDate& date) { return date.toString(Qt::ISODate); }

/// "21.30", "9:30 PM", "kl. 21.30", "2130" as "21:30"; a zone behind it is kept. Empty where it is none of that.
QString isoClock(QString text)
{
    if (text.startsWith(QLatin1Char('T'), Qt::CaseInsensitive) && text.size() > 1 && text[1].isDigit())
        text.remove(0, 1);
    Scanner scanner(text);
    scanner.skip(QLatin1String("kl"));
    QString hour = scanner.digits();
    QString minute;
    if (hour.size() == 4 || hour.size() == 3) {
        minute = hour.right(2);
        hour.chop(2);
    }
    QString rest = scanner.rest();
    QString behind;
    if (minute.isEmpty()) {
        if (!rest.startsWith(QLatin1Char(':')) && !rest.startsWith(QLatin1Char('.')))
            return {};
        rest.remove(0, 1);
        Scanner after(rest);
        minute = after.digits().left(2);
        behind = rest.mid(minute.size());
    } else {
        behind = rest;
    }
    QString seconds;
    if (behind.startsWith(QLatin1Char(':')) || (behind.size() > 2 && behind[0] == QLatin1Char('.') && behind[1].isDigit())) {
        qsizetype end = 1;
        while (end < behind.size() && (behind[end].isDigit() || behind[end] == QLatin1Char('.')))
            ++end;
        seconds = QLatin1Char(':') + behind.mid(1, end - 1);
        behind.remove(0, end);
    }
    behind = behind.trimmed();
    int hours = hour.toInt();
    const QString half = behind.toLower().remove(QLatin1Char('.'));
    if (half == QLatin1String("pm") || half == QLatin1String("am")) {
        if (hours < 1 || hours > 12)
            return {};
        hours = hours % 12 + (half == QLatin1String("pm") ? 12 : 0);
        behind.clear();
    }
    if (hour.isEmpty() || minute.size() != 2)
        return {};
    const QString clock = QStringLiteral("%1:%2%3").arg(hours, 2, 10, QLatin1Char('0')).arg(minute, seconds);
    return behind.isEmpty() ? clock : clock + QLatin1Char(' ') + behind;
}

/// The day that a spreadsheet counts from 1899-12-30, with the part of the day as time.
QString ofSerialDay(const QString& text)
{
    constexpr double first = 20'000; // 1954
    constexpr double last = 80'000;  // 2119
    QString plain = text;
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double number = plain.toDouble(&isNumber);
    const qsizetype whole = plain.indexOf(QLatin1Char('.')) < 0 ? plain.size() : plain.indexOf(QLatin1Char('.'));
    if (!isNumber || whole != 5 || number < first || number >= last)
        return {};
    constexpr int secondsPerDay = 86400;
    const QDate day = QDate(1899, 12, 30).addDays(static_cast<qint64>(std::floor(number)));
    const auto second = static_cast<int>(std::llround((number - std::floor(number)) * secondsPerDay));
    if (second == 0)
        return isoDay(day);
    const QDateTime at(day, QTime(0, 0), Qt::UTC);
    return at.addSecs(second).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// "20240503", "20240503 2130", "202405032130".
QString ofRunTogether(const QString& text)
{
    Scanner scanner(text);
    const QString digits = scanner.digits();
    if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14)
        return {};
    const QDate day(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
    if (!day.isValid())
        return {};
    QString clock = digits.size() > 8 ? digits.mid(8, 2) + QLatin1Char(':') + digits.mid(10, 2) : QString();
    if (digits.size() == 14)
        clock += QLatin1Char(':') + digits.mid(12, 2);
    const QString rest = scanner.rest();
    if (clock.isEmpty() && !rest.isEmpty()) {
        clock = isoClock(rest);
        if (clock.isEmpty())
            return {};
    }
    return clock.isEmpty() ? isoDay(day) : isoDay(day) + QLatin1Char(' ') + clock;
}

/// Day, month and year in their order, then perhaps a time of day.
QString ofParts(const QString& text, DateOrder order)
{
    Scanner scanner(text);
    QString parts[3];
    int month = 0;
    int count = 0;
    for (int i = 0; i < 3; ++i) {
        if (scanner.nextIsDigit()) {
            parts[count++] = scanner.digits();
        } else {
            const QString word = scanner.letters().toLower();
            if (month != 0 || (month = monthOf(word)) == 0) {
                // "fredag 3 maj 2024", "den 3 maj 2024": a word before the figures
                if (i != 0 || word.isEmpty())
                    return {};
                --i;
                if (!scanner.nextIsDigit())
                    return {};
            }
        }
    }
    QString day;
    QString year;
    if (month != 0) {
        if (count != 2)
            return {};
        const bool yearFirst = parts[0].size() == 4;
        day = parts[yearFirst ? 1 : 0];
        year = parts[yearFirst ? 0 : 1];
    } else {
        const DateOrder told = parts[0].size() == 4 ? DateOrder::YearFirst : order;
        day = parts[told == DateOrder::DayFirst ? 0 : told == DateOrder::MonthFirst ? 1 : 2];
        month = parts[told == DateOrder::MonthFirst ? 0 : 1].toInt();
        year = parts[told == DateOrder::YearFirst ? 0 : 2];
    }
    if (day.isEmpty() || day.size() > 2)
        return {};
    const QDate date(fullYear(year), month, day.toInt());
    if (!date.isValid())
        return {};
    const QString rest = scanner.rest();
    if (rest.isEmpty())
        return isoDay(date);
    const QString clock = isoClock(rest);
    return clock.isEmpty() ? QString() : isoDay(date) + QLatin1Char(' ') + clock;
}

} // namespace

QString toName(DateOrder order) { return nameIn(orderNames, order); }

std::optional<DateOrder> dateOrderFromName(const QString& name) { return valueIn(orderNames, name); }

QString isoDateTime(const QString& given, DateOrder order)
{
    const QString text = given.trimmed();
    if (text.isEmpty() || isIso(text))
        return text;
    for (const QString& made : {ofSerialDay(text), ofRunTogether(text)})
        if (!made.isEmpty())
            return made;
    const QString made = ofParts(text, order);
    return made.isEmpty() ? text : made;
}

std::optional<DateGuess> guessDateOrder(const QStringList& texts)
{
    constexpr DateOrder orders[] = {DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst};
    std::array<int, 3> fitting{};
    for (const QString& text : texts) {
        if (text.trimmed().isEmpty())
            continue;
        for (std::size_t i = 0; i < fitting.size(); ++i)
            fitting[i] += isIso(isoDateTime(text, orders[i]));
    }
    // What reads the same in every order is year first; between the other two the one that is usual here.
    const auto best = std::max_element(fitting.begin(), fitting.end());
    if (*best == 0)
        return std::nullopt;
    const bool toldByItself = fitting[0] == fitting[1] && fitting[1] == fitting[2]
                              && std::all_of(texts.begin(), texts.end(), [](const QString& text) {
                                     return isoDateTime(text, DateOrder::DayFirst) == isoDateTime(text, DateOrder::MonthFirst)
                                            && isoDateTime(text, DateOrder::DayFirst) == isoDateTime(text, DateOrder::YearFirst);
                                 });
    if (toldByItself)
        return DateGuess{DateOrder::YearFirst, true};
    std::size_t chosen = static_cast<std::size_t>(best - fitting.begin());
    // "24-05-03" is the Swedish way with a short year; points and slashes stand behind a day.
    const bool hyphens = std::all_of(texts.begin(), texts.end(), [](const QString& text) {
        return text.trimmed().isEmpty() || text.trimmed().indexOf(QLatin1Char('-')) == 2;
    });
    if (fitting[1] == *best && !(hyphens && fitting[0] == *best))
        chosen = 1;
    const auto same = std::count(fitting.begin(), fitting.end(), *best);
    return DateGuess{orders[chosen], same == 1};
}

} // namespace hk::exchange
