#pragma once

#include "analysis/status.h"
#include "analysis/week_slots.h"

#include <functional>
#include <stop_token>

namespace hk::analysis {

/// What "nothing special" means.
enum class HourNull : std::uint8_t {
    EvenWeek,      ///< every hour of the week is as likely
    WeekdayAndHour ///< weekdays differ and hours of the day differ, but no weekday has hours of its own
};

/// What is moved as one in a shuffle.
enum class HourUnit : std::uint8_t {
    Day,     ///< all incidents of a day and the night after it (06 to 06): a night of trouble is one piece of
             ///< evidence
    Incident ///< each incident: right only where one does not bring the next
};

struct HourTestOptions {
    HourNull null = HourNull::EvenWeek;
    HourUnit unit = HourUnit::Day;
    int runs = 999;         ///< shuffles R, 1 to maximumHourTestRuns
    std::uint64_t seed = 1; ///< the same seed gives the same numbers, whatever the number of threads
    int threads = 0;        ///< 0: as many as the machine has
    std::stop_token stop = {};
    std::function<void(double share)> progress = {}; ///< called from one thread at a time; may be empty
};
inline constexpr int maximumHourTestRuns = 99'999;

/// WeekdayAndHour: with fewer expected than this a slot is not tested, as its spread says too little [Cochran
/// 1954].
inline constexpr double fewestExpected = 5.0;

/// One slot of hours against chance.
struct HourTestSlot {
    bool tested = true;    ///< false: too few are expected to say; z is 0 and both p are 1
    double observed = 0.0; ///< incidents
    double expected = 0.0; ///< by the null: an even share by hours, or row total × column total / all
    double ratio = 0.0;    ///< observed / expected; NaN where expected is 0
    double z = 0.0;        ///< how far above the null, in spreads of the shuffles; 0 where nothing varies
    double p = 1.0;        ///< two-sided, of this slot alone: (1 + #{|z sim| ≥ |z|}) / (1 + R)
    double familyP =
        1.0; ///< of all slots looked at: the largest |z| of each shuffle instead of the slot's own
};

struct HourTest {
    std::vector<HourTestSlot> slots;
    std::size_t incidents = 0; ///< with an hour of the week of their own
    std::size_t leftOut = 0;   ///< spans of a week or more, or no single hour with more than half
    std::size_t days = 0;      ///< with incidents
};

/// Is a slot of hours really different from chance, or would a shuffled calendar show the same? Each incident
/// has the hour that holds more than half of it, and belongs to the day that began at 06.
/// EvenWeek: days come in another order, those without incidents too, so that each weekday keeps its number
/// of days, and each is turned a random whole number of hours around its own clock (or each incident falls in
/// any hour of the week). WeekdayAndHour: the weekdays are shuffled among the days (or the incidents) while
/// the hours stay; what is measured is the slot's count less what its weekday's and its hours' totals
/// explain, (row total × column total) / all, over the spread that has for such totals [adjusted residual,
/// Haberman 1973], so that a busier weekday alone says nothing. Statistic: |z| with mean and spread over the
/// R + 1 data sets, the observed among them [p as in Phipson & Smyth 2010]; corrected for looking at many
/// slots by the largest |z| of each data set [single-step max-T, Westfall & Young 1993]. Exact under the null
/// but for WeekdayAndHour by days, where it is so for many incidents [studentised permutation, Janssen 1997].
/// One random stream per shuffle. Hours in no slot (noSlot) are moved along but not tested. Faults: NoPoints
/// with fewer than two incidents that have an hour, NotFinite (value = runs) for runs out of range,
/// Cancelled. Stops within a few milliseconds. Thread-safe.
Outcome<HourTest> hourTest(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                           const WeekSlots& slots, const HourTestOptions& options);

} // namespace hk::analysis
