#include "store/iso_time.h"

namespace hk::store {

namespace {

struct Civil {
    std::int64_t year;
    int month;
    int day;
};

// Days since 1970-01-01 and back in the proleptic Gregorian calendar, after Howard Hinnant's
// "chrono-compatible low-level date algorithms".
constexpr std::int64_t daysOf(std::int64_t year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

constexpr Civil civilOf(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t dayOfEra = days - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t shiftedMonth = (5 * dayOfYear + 2) / 153;
    const int day = static_cast<int>(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    const int month = static_cast<int>(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr int daysInMonth(std::int64_t year, int month)
{
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : lengths[month - 1];
}

constexpr std::int64_t dayMilliseconds = 86'400'000;

/// Reads from the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text)
    {}

    bool atEnd() const { return m_text.empty(); }
    bool take(char character)
    {
        if (m_text.empty() || m_text.front() != character)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool number(std::size_t digits, int& value)
    {
        if (m_text.size() < digits)
            return false;
        value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char character = m_text[i];
            if (character < '0' || character > '9')
                return false;
            value = value * 10 + (character - '0');
        }
        m_text.remove_prefix(digits);
        return true;
    }
    /// The digits after a decimal point, as milliseconds, cut.
    bool milliseconds(int& value)
    {
        value = 0;
        int scale = 100;
        std::size_t count = 0;
        for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count) {
            value += (m_text[count] - '0') * scale;
            scale /= 10;
        }
        m_text.remove_prefix(count);
        return count > 0;
    }

private:
    std::string_view m_text;
};

bool readZone(Reader& reader, int& offsetMinutes)
{
    offsetMinutes = 0;
    if (reader.atEnd() || reader.take('Z') || reader.take('z'))
        return reader.atEnd();
    const bool west = reader.take('-');
    if (!west && !reader.take('+'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!reader.number(2, hours))
        return false;
    reader.take(':');
    if (!reader.atEnd() && !reader.number(2, minutes))
        return false;
    offsetMinutes = (west ? -1 : 1) * (hours * 60 + minutes);
    return reader.atEnd() && hours < 24 && minutes < 60;
}

void putDigits(char* out, std::int64_t value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

std::array<char, 24> isoTime(std::int64_t utcMilliseconds)
{
    std::int64_t days = utcMilliseconds / dayMilliseconds;
    std::int64_t rest = utcMilliseconds % dayMilliseconds;
    if (rest < 0) {
        rest += dayMilliseconds;
        --days;
    }
    const Civil civil = civilOf(days);
    std::array<char, 24> text{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0',
                              '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0', 'Z'};
    putDigits(text.data(), civil.year, 4);
    putDigits(text.data() + 5, civil.month, 2);
    putDigits(text.data() + 8, civil.day, 2);
    putDigits(text.data() + 11, rest / 3'600'000, 2);
    putDigits(text.data() + 14, rest / 60'000 % 60, 2);
    putDigits(text.data() + 17, rest / 1000 % 60, 2);
    putDigits(text.data() + 20, rest % 1000, 3);
    return text;
}

std::optional<std::int64_t> parseIsoTime(std::string_view text)
{
    Reader reader(text);
    int year = 0;
    int month = 0;
    int day = 0;
    if (!reader.number(4, year) || !reader.take('-') || !reader.number(2, month) || !reader.take('-') ||
        !reader.number(2, day))
        return std::nullopt;
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return std::nullopt;
    const std::int64_t midnight = daysOf(year, month, day) * dayMilliseconds;
    if (reader.atEnd())
        return midnight;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    int offsetMinutes = 0;
    if ((!reader.take('T') && !reader.take(' ')) || !reader.number(2, hour) || !reader.take(':') ||
        !reader.number(2, minute))
        return std::nullopt;
    if (reader.take(':')) {
        if (!reader.number(2, second))
            return std::nullopt;
        if (reader.take('.') && !reader.milliseconds(millisecond))
            return std::nullopt;
    }
    if (!readZone(reader, offsetMinutes) || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    return midnight + ((hour * 60 + minute - offsetMinutes) * 60LL + second) * 1000 + millisecond;
}

} // namespace hk::store
