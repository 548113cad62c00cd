#pragma once

#include "analysis/hour_test.h"
#include "core/incident_filter.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// When incidents happen: hours of the week, weekdays, patrol bands, months and years, and whether an hour is really
/// different.
struct TimeStudy {
    bool aoristic = false; ///< spans shared over the hours they cover; false: the hour that holds more than half of one
    bool test = true;
    analysis::HourNull null = analysis::HourNull::EvenWeek;
    analysis::HourUnit unit = analysis::HourUnit::Day;
    WeekHours testedHours; ///< one set of hours to test; none set: every patrol band of every weekday
    int runs = 999;
    quint64 seed = 1;
    int threads = 0; ///< 0: as many as the machine has; never changes the numbers
    friend bool operator==(const TimeStudy&, const TimeStudy&) = default;
};

/// Sentences; tables: hours (24 rows by weekday), bands by weekday with the test, months; bars: hours of the day,
/// weekdays, patrol bands, months with the same month a year before, years. No grid and no layer. json: "hours" (7 arrays
/// of 24, Monday first), "weekdays", "bands", "months", "years", "counted", "left_out", "over_a_day", "test". Errors:
/// StudyNotPossible (with the reason in words) where the input has no dates or runs are out of range, NoIncidents,
/// Cancelled. Any thread.
Result<MethodResultPtr> runTimes(const StudyInput& input, const TimeStudy& study, std::stop_token stop = {},
                                 const Progress& progress = {});

} // namespace hk::methods
