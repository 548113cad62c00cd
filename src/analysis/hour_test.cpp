#include "analysis/hour_test.h"

#include "analysis/hour_shuffle.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <system_error>
#include <thread>

namespace hk::analysis {

namespace {

using detail::HourCounts;
using detail::HourDays;
using detail::HourShuffler;

constexpr std::size_t hoursPerWeek = 168;

tl::unexpected<Failure> failure(Fault fault, double value = 0.0) {
    return tl::unexpected<Failure>(Failure{fault, value});
}

/// What is measured of a set of counts by hour of the week: the slots' counts, or what is left of them when
/// the weekdays' and the hours' totals have been taken off.
class Measure {
public:
    Measure(const WeekSlots& slots, const HourTestOptions& options, const HourCounts& observed)
        : m_slots(slots)
        , m_residual(options.null == HourNull::WeekdayAndHour) {
        double all = 0.0;
        std::array<double, 24> byHour{};
        for (std::size_t hour = 0; hour < hoursPerWeek; ++hour) {
            byHour[hour % 24] += static_cast<double>(observed[hour]);
            all += static_cast<double>(observed[hour]);
        }
        m_all = all;
        m_byHour = byHour;
        m_perWeekday.assign(slots.count * 7, 0.0);
        m_even.assign(slots.count, 0.0);
        for (std::size_t hour = 0; hour < hoursPerWeek; ++hour)
            if (const std::size_t slot = slotOf(hour); slot != noSlot) {
                m_perWeekday[slot * 7 + hour / 24] += byHour[hour % 24] / all;
                m_even[slot] += all / static_cast<double>(hoursPerWeek);
            }
    }

    std::vector<double> counts(const HourCounts& hours) const {
        std::vector<double> result(m_slots.count, 0.0);
        for (std::size_t hour = 0; hour < hoursPerWeek; ++hour)
            if (const std::size_t slot = slotOf(hour); slot != noSlot)
                result[slot] += static_cast<double>(hours[hour]);
        return result;
    }

    std::vector<double> expected(const HourCounts& hours) const {
        if (!m_residual)
            return m_even;
        const std::array<double, 7> weekdays = weekdayTotals(hours);
        std::vector<double> result(m_slots.count, 0.0);
        for (std::size_t slot = 0; slot < result.size(); ++slot)
            for (std::size_t day = 0; day < 7; ++day)
                result[slot] += weekdays[day] * m_perWeekday[slot * 7 + day];
        return result;
    }

    void residuals(const HourCounts& hours, double* out) const {
        const std::vector<double> count = counts(hours);
        const std::vector<double> mean = expected(hours);
        for (std::size_t slot = 0; slot < count.size(); ++slot)
            out[slot] = count[slot] - mean[slot];
        if (m_residual)
            studentise(hours, mean, out);
    }

private:
    static std::array<double, 7> weekdayTotals(const HourCounts& hours) {
        std::array<double, 7> weekdays{};
        for (std::size_t hour = 0; hour < hoursPerWeek; ++hour)
            weekdays[hour / 24] += static_cast<double>(hours[hour]);
        return weekdays;
    }
    /// Residuals over their spread in a table with these totals: of two cells with row totals r, r', column
    /// totals c, c' and n in all, the covariance is r (n δ − r') c (n δ − c') / (n² (n − 1)), here added up
    /// over a slot.
    void studentise(const HourCounts& hours, const std::vector<double>& mean, double* out) const {
        const std::array<double, 7> weekdays = weekdayTotals(hours);
        std::vector<double> rows(m_slots.count * 24, 0.0); // by slot and hour: the weekdays' totals in it
        for (std::size_t hour = 0; hour < hoursPerWeek; ++hour)
            if (const std::size_t slot = slotOf(hour); slot != noSlot)
                rows[slot * 24 + hour % 24] += weekdays[hour / 24];
        for (std::size_t slot = 0; slot < m_slots.count; ++slot) {
            double variance = m_all * mean[slot] + mean[slot] * mean[slot]; // × (n − 1)
            for (std::size_t day = 0; day < 7; ++day)
                variance -= m_all * weekdays[day] * std::pow(m_perWeekday[slot * 7 + day], 2.0);
            for (std::size_t hour = 0; hour < 24; ++hour)
                variance -= m_byHour[hour] * std::pow(rows[slot * 24 + hour], 2.0) / m_all;
            const double spread = std::sqrt(std::max(0.0, variance / (m_all - 1.0)));
            out[slot] = spread > 1e-9 ? out[slot] / spread : 0.0;
        }
    }
    /// Hours are counted from 06 on Monday; slots from midnight.
    std::size_t slotOf(std::size_t hour) const {
        return m_slots.slotOf[(hour + detail::dayBegins) % hoursPerWeek];
    }
    const WeekSlots& m_slots;
    bool m_residual;
    double m_all = 0.0;
    std::array<double, 24> m_byHour{};
    std::vector<double> m_perWeekday; ///< slot by weekday: the share its hours have of all
    std::vector<double> m_even;
};

/// Fills row r of `residuals` for the runs r = 1 … R; false where it was stopped.
bool shuffle(const HourShuffler& shuffler, const Measure& measure, std::size_t slotCount,
             const HourTestOptions& options, std::vector<double>& residuals) {
    std::atomic<int> next{1};
    const auto work = [&](bool reports) {
        HourShuffler::Scratch scratch = shuffler.scratch();
        for (int run = next++; run <= options.runs && !options.stop.stop_requested(); run = next++) {
            detail::RandomStream random(options.seed, static_cast<std::uint64_t>(run));
            measure.residuals(shuffler.draw(random, scratch),
                              residuals.data() + static_cast<std::size_t>(run) * slotCount);
            if (reports && options.progress && run % 16 == 0)
                options.progress(static_cast<double>(run) / options.runs);
        }
    };
    const unsigned asked = options.threads > 0 ? static_cast<unsigned>(options.threads)
                                               : std::max(1U, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> helpers;
        try {
            for (unsigned i = 1; i < asked; ++i)
                helpers.emplace_back([&] { work(false); });
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do all of it.
        }
        work(true);
    }
    return !options.stop.stop_requested();
}

/// |z| of every data set and slot, in place; the sign of the observed one is kept.
void standardise(std::vector<double>& residuals, std::size_t slotCount) {
    const std::size_t sets = residuals.size() / slotCount;
    for (std::size_t slot = 0; slot < slotCount; ++slot) {
        double mean = 0.0;
        for (std::size_t set = 0; set < sets; ++set)
            mean += residuals[set * slotCount + slot];
        mean /= static_cast<double>(sets);
        double squares = 0.0;
        for (std::size_t set = 0; set < sets; ++set)
            squares += std::pow(residuals[set * slotCount + slot] - mean, 2.0);
        const double spread = std::sqrt(squares / static_cast<double>(sets));
        for (std::size_t set = 0; set < sets; ++set) {
            double& value = residuals[set * slotCount + slot];
            value = spread > 1e-9 ? (value - mean) / spread : 0.0;
        }
    }
}

} // namespace

Outcome<HourTest> hourTest(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                           const WeekSlots& slots, const HourTestOptions& options) {
    if (options.runs < 1 || options.runs > maximumHourTestRuns)
        return failure(Fault::NotFinite, options.runs);
    const HourDays days(table, rows);
    if (days.incidents() < 2)
        return failure(Fault::NoPoints);

    const Measure measure(slots, options, days.counts());
    const HourShuffler shuffler(days, options.null, options.unit);
    const std::size_t slotCount = slots.count;
    std::vector<double> z((static_cast<std::size_t>(options.runs) + 1) * slotCount);
    measure.residuals(days.counts(), z.data());
    if (!shuffle(shuffler, measure, slotCount, options, z))
        return failure(Fault::Cancelled);
    standardise(z, slotCount);

    HourTest result;
    result.incidents = days.incidents();
    result.leftOut = rows.size() - days.incidents();
    result.days = days.daysWithIncidents();
    const std::vector<double> observed = measure.counts(days.counts());
    const std::vector<double> expected = measure.expected(days.counts());
    std::vector<std::uint8_t> tested(slotCount, 1);
    if (options.null == HourNull::WeekdayAndHour)
        for (std::size_t slot = 0; slot < slotCount; ++slot)
            tested[slot] = expected[slot] >= fewestExpected ? 1 : 0;
    std::vector<int> own(slotCount, 0);
    std::vector<int> family(slotCount, 0);
    constexpr double rounding = 1e-9;
    for (std::size_t set = 1; set <= static_cast<std::size_t>(options.runs); ++set) {
        const double* row = z.data() + set * slotCount;
        double largest = 0.0;
        for (std::size_t slot = 0; slot < slotCount; ++slot)
            largest = tested[slot] != 0 ? std::max(largest, std::abs(row[slot])) : largest;
        for (std::size_t slot = 0; slot < slotCount; ++slot) {
            const double reached = std::abs(z[slot]) - rounding;
            own[slot] += std::abs(row[slot]) >= reached ? 1 : 0;
            family[slot] += largest >= reached ? 1 : 0;
        }
    }
    for (std::size_t slot = 0; slot < slotCount; ++slot) {
        HourTestSlot entry;
        entry.observed = observed[slot];
        entry.expected = expected[slot];
        entry.ratio =
            expected[slot] > 0.0 ? observed[slot] / expected[slot] : std::numeric_limits<double>::quiet_NaN();
        entry.tested = tested[slot] != 0;
        if (!entry.tested) {
            result.slots.push_back(entry);
            continue;
        }
        entry.z = z[slot];
        entry.p = (1.0 + own[slot]) / (1.0 + options.runs);
        entry.familyP = (1.0 + family[slot]) / (1.0 + options.runs);
        result.slots.push_back(entry);
    }
    return result;
}

} // namespace hk::analysis
