#pragma once

#include "core/local_time.h"
#include "core/result.h"

#include <QDate>
#include <QString>
#include <optional>

namespace hk::ui {

/// A time as a person types it.
struct TypedTime {
    QDateTime utc;
    bool ambiguous = false; ///< in the doubled hour of October; the first was taken
    bool dateOnly = false;  ///< a day without a time of day: utc is its first moment
    QDate localDate;
};

/// Understands "14:30", "14.30", "1430", "now", "yesterday 20:00", "fri 18", "2026-11-20 18:00", "20/11
/// 18:00" and the Swedish words. A time alone is of `onDate` where given (the day of "from", for "to"), else
/// today, or yesterday where today's would lie in the future. Errors: ValueMissing, ValueNotUnderstood,
/// TimeDoesNotExist.
Result<TypedTime> parseTypedTime(const QString& text, const QDateTime& now,
                                 const std::optional<QDate>& onDate = {});

/// "From" and "until" as typed. An empty "from" is `now`, an empty "until" an exact time; a day without a
/// time of day is that whole day, as far as it has come; "22:00" until "02:00" ends the day after.
struct TypedSpan {
    QDateTime from;         ///< UTC; null where there is a fault
    QDateTime to;           ///< UTC; null: an exact time, or a fault
    bool ambiguous = false; ///< "from" is the first of a doubled hour
    std::optional<Error> fromFault;
    std::optional<Error> toFault;
};
TypedSpan parseTypedSpan(const QString& from, const QString& to, const QDateTime& now);

/// "2026-11-20 18:00", local: what parseTypedTime understands again.
QString typedTimeText(const QDateTime& utc);

} // namespace hk::ui
