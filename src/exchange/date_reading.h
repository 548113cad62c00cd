#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>

namespace hk::exchange {

/// In which order a date is written. A year of four figures at the front says so by itself, a month in letters too.
enum class DateOrder : std::uint8_t { YearFirst, DayFirst, MonthFirst };

/// "year-first", "day-first", "month-first".
QString toName(DateOrder order);
std::optional<DateOrder> dateOrderFromName(const QString& name);

/// A date, or a date with a time of day, as parseTime (core/local_time.h) reads it: "03.05.2024 kl. 21.30" becomes
/// "2024-05-03 21:30". Understood besides ISO 8601: points, slashes, hyphens or spaces between the parts, years of two
/// figures (from 1970 to 2069), months in Swedish or English letters, "20240503", am and pm, and the day numbers that a
/// spreadsheet writes where a cell is not formatted as a date (from 1954 on). A time of day alone and what is not understood
/// is given back as it is. Thread-safe.
QString isoDateTime(const QString& text, DateOrder order);

/// The order that fits most of the texts; `sure` where no other one fits as many of them. Where several do,
/// a short year between hyphens stands first, else the day. Nothing where none fits any.
struct DateGuess {
    DateOrder order = DateOrder::YearFirst;
    bool sure = false;
    friend bool operator==(const DateGuess&, const DateGuess&) = default;
};
std::optional<DateGuess> guessDateOrder(const QStringList& texts);

} // namespace hk::exchange
