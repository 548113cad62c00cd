#pragma once

#include "core/result.h"
#include "core/time_words.h"

#include <QDate>
#include <optional>
#include <span>

namespace hk {

/// One end of a time phrase, or all of it: what it says of the day and of the time of day.
struct TimePiece {
    // the day
    std::optional<QDate> date; ///< said outright
    int weekday = 0;           ///< 1–7; beside another day it must agree
    bool neverToday = false;   ///< "i fredags"
    int day = 0;
    int month = 0;
    int year = 0;
    int week = 0;
    bool weekUnit = false;
    bool weekend = false;
    bool monthUnit = false;
    int feast = -1; ///< month * 100 + day; 0 and 1: midsummer's eve and day
    std::optional<int> shift; ///< -1 the one before, 0 this one, 1 the next
    // the time of day
    std::optional<int> minute;
    int lone = -1; ///< a number of one or two digits: an hour, unless the other end makes it a day or a week
    std::optional<DayPart> part;
    bool partAtHand = false; ///< "i natt"
    bool leadsToDay = false; ///< "natten till söndag"
    bool around = false;
    bool after = false;
    bool before = false;
    bool open = false; ///< "från …": until now
    bool pm = false;
    bool am = false;
    // relative to now
    bool now = false;
    bool justNow = false;
    bool latest = false;
    bool ago = false;
    int amount = 0;
    TimeWord unit = TimeWord::Unknown;

    bool hasDay() const;
    bool hasTime() const { return minute || part || lone >= 0; }
    void takeDayOf(const TimePiece& other);
};

/// Reads the words of one end. ValueNotUnderstood with the words that do not fit.
Result<TimePiece> readTimePiece(std::span<const TimeToken> tokens, const QDate& today);

} // namespace hk
