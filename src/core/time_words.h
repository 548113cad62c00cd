#pragma once

#include <QString>
#include <vector>

namespace hk {

/// What a word of a time phrase stands for.
enum class TimeWord {
    Number,     ///< value: 0–99 without a unit; more digits: value, digits
    Clock,      ///< value: minute of the day, 1440 for 24:00
    Date,       ///< year, month, day
    DayOfMonth, ///< day and month, year where given
    Ordinal,    ///< "3:e": day
    Dash,
    Filler, ///< "kl", "den", "på": says nothing
    AtClock, ///< "kl": the number that follows is a time of day
    Now,
    JustNow,
    Day,      ///< value: days from today
    DayPart,  ///< value: of DayPart
    ThisPart, ///< "i natt", "i morse": value of DayPart, of the day at hand
    Weekday,  ///< value: 1 Monday … 7 Sunday
    LastWeekday, ///< "i fredags": never today
    WeekdayPart, ///< "lördagskväll": value weekday, day: of DayPart
    Month,    ///< value: 1–12
    Week,
    Weekend,
    MonthUnit,
    Feast, ///< value: number in the table of feasts
    Previous,
    This,
    Next,
    Between,
    And,
    Until,
    Since,  ///< "från", "sedan"; after an amount of time: ago
    Ago,
    Latest, ///< "senaste"
    Minutes,
    Hours,
    Days,
    Weeks,
    Half, ///< "halvtimme"
    Around,
    AroundClock, ///< "14-tiden": value minute of the day
    After,
    Before,
    Towards, ///< "mot": of a night that leads to a day
    Am,
    Pm,
    Unknown
};

/// Parts of a day; their hours are in time_phrase.cpp.
enum class DayPart { Morning, Forenoon, Noon, Afternoon, Evening, Night };

struct TimeToken {
    TimeWord word = TimeWord::Unknown;
    int value = 0;
    int day = 0;
    int month = 0;
    int year = 0;
    int digits = 0;
    QString text; ///< as typed, for the sentence on what was not understood
};

/// The words of a phrase in Swedish or English, lower or upper case, with their meanings. Thread-safe.
std::vector<TimeToken> timeTokens(const QString& text);

} // namespace hk
