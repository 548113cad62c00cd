#include "exchange/civil_minutes.h"

#include "exchange/csv.h"

#include <QDate>

namespace hk::exchange {
namespace {

constexpr qint64 epoch = 2440588; ///< Julian day of 1970-01-01

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::optional<std::int64_t> ofPlain(std::string_view text)
{
    const bool dateOnly = text.size() == 10;
    const bool withTime = (text.size() == 16 || text.size() == 19) && (text[10] == ' ' || text[10] == 'T')
                          && text[13] == ':' && (text.size() == 16 || text[16] == ':');
    if ((!dateOnly && !withTime) || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    const auto hour = withTime ? digits(text, 11, 2) : std::optional<int>(0);
    const auto minute = withTime ? digits(text, 14, 2) : std::optional<int>(0);
    if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59)
        return std::nullopt;
    const QDate date(*year, *month, *day);
    if (!date.isValid())
        return std::nullopt;
    return (date.toJulianDay() - epoch) * 1440 + *hour * 60 + *minute;
}

} // namespace

std::optional<std::int64_t> CivilMinutes::of(std::string_view text)
{
    if (const auto plain = ofPlain(text))
        return plain;
    const Result<LocalTime> time = parseTime(CsvReader::decode(text));
    if (!time)
        return std::nullopt;
    const LocalClock::Civil civil = m_clock.at(time->utc.toSecsSinceEpoch());
    return std::int64_t{civil.date} * 1440 + civil.minuteOfDay;
}

} // namespace hk::exchange
