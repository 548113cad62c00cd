#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

namespace hk {

/// A point in time or a span as a person has put it in words.
struct TimePhrase {
    QDateTime from;         ///< UTC
    QDateTime to;           ///< UTC; equal to `from`: an exact time
    bool ambiguous = false; ///< an end lies in the doubled hour of October; the first of the two was taken

    bool isExact() const { return from == to; }
    friend bool operator==(const TimePhrase&, const TimePhrase&) = default;
};

/// Reads "igår kväll", "nyss", "fredag 18 – måndag 07", "mellan 14 och 16", "v. 12", "12/3 kl 14.30", "förra helgen",
/// "natten till söndag", "2 timmar sedan", "2026-11-20 18:00 – 22:00" and their like, in Swedish and largely in English, as
/// local civil time (Europe/Stockholm).
///
/// What leaves the day, the week or the year open means the latest that has begun: "fredag" is last Friday, "14" is
/// yesterday's where it is still before 14. What names them ("idag 20", a date with its year, "imorgon") may lie ahead;
/// validate says so. A span that runs ends now. A day is the whole day; morning is 06–10, forenoon 09–12, noon 11–13,
/// afternoon 12–18, evening 18–24, night 22–06 of the day after; a weekend runs from Friday 18 to Sunday 24; "about 14" is half
/// an hour either way, "nyss" the last quarter of an hour. "22–02" ends the day after.
///
/// Errors: ValueMissing (no words), ValueNotUnderstood (arguments: the words that were not), TimeDoesNotExist,
/// EndsBeforeStart. Thread-safe.
Result<TimePhrase> readTimePhrase(const QString& text, const QDateTime& now);

} // namespace hk
