#pragma once

#include "core/result.h"

#include <QDateTime>
#include <cstdint>

namespace hk {

/// Europe/Stockholm civil time: the one local time of the program.
const QTimeZone& stockholm();

struct LocalTime {
    QDateTime utc;
    bool ambiguous = false; ///< in the doubled hour of October; the first was taken
};

/// UTC of a local civil time. Error TimeDoesNotExist in the lost hour of March. Thread-safe.
Result<LocalTime> fromLocal(const QDate& date, const QTime& time);

/// Local civil date and time as plain numbers, fast for millions of rows: offsets are cached by transition.
/// One instance per thread.
class LocalClock {
public:
    LocalClock();
    struct Civil {
        std::int32_t date;         ///< days since 1970-01-01, local
        std::int32_t minuteOfDay;  ///< 0–1439
        std::int32_t minuteOfWeek; ///< 0 = Monday 00:00
    };
    Civil at(std::int64_t utcSeconds);

private:
    std::int64_t m_validFrom = 1;
    std::int64_t m_validTo = 0;
    std::int64_t m_offset = 0;
};

/// ISO 8601 local or zoned text such as "2024-03-01 14:05", "2024-03-01T14:05:00+01:00", "2024-03-01" (that day 00:00);
/// read leniently: one-digit hours, slashes in the date, "14.05", a space before the zone. Without a zone the text is local
/// civil time. Errors: ValueNotUnderstood, TimeDoesNotExist. Thread-safe.
Result<LocalTime> parseTime(const QString& text);

} // namespace hk
