#include "analysis/hour_shuffle.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hk::analysis::detail {

namespace {

constexpr std::size_t hoursPerWeek = 168;

/// Days without incidents between two with them that still belong to what was watched; a longer pause is a
/// wrong date or a time when nobody looked.
constexpr std::int64_t longestPause = 366;

/// A number of lowest … highest by inversion outwards from the mode, where its probability is `atMode` and
/// ratio(k) is that of k + 1 to k: as many steps as the spread, whatever the size.
template <class Ratio>
std::uint32_t drawAround(RandomStream& random, std::uint32_t mode, double atMode, std::uint32_t lowest,
                         std::uint32_t highest, Ratio ratio) {
    double left = random.unit() - atMode;
    std::uint32_t above = mode;
    std::uint32_t below = mode;
    double aboveP = atMode;
    double belowP = atMode;
    while (left >= 0.0) {
        if (above < highest) {
            aboveP *= ratio(above);
            ++above;
            left -= aboveP;
            if (left < 0.0)
                return above;
        }
        if (below > lowest) {
            --below;
            belowP /= ratio(below);
            left -= belowP;
            if (left < 0.0)
                return below;
        } else if (above >= highest) {
            return mode; // what rounding leaves over, some 1e-14 of the draws
        }
    }
    return mode;
}

} // namespace

HourDays::HourDays(const IncidentTable& table, const std::vector<std::uint32_t>& rows) {
    std::vector<std::int64_t> hours; // since 1970-01-01 06:00
    hours.reserve(rows.size());
    for (const std::uint32_t row : rows)
        if (const std::optional<std::int64_t> hour = hourOf(table, row))
            hours.push_back(*hour - static_cast<std::int64_t>(dayBegins));
    std::sort(hours.begin(), hours.end());
    m_incidents = hours.size();
    const auto beginDay = [&](std::int64_t day) {
        // 1970-01-01 was a Thursday.
        m_weekdays.push_back(static_cast<std::uint8_t>((((day + 3) % 7) + 7) % 7));
        m_starts.push_back(m_entries.size());
    };
    std::int64_t day = 0;
    for (std::size_t i = 0; i < hours.size();) {
        const std::size_t first = i;
        while (i < hours.size() && hours[i] == hours[first])
            ++i;
        const std::int64_t hour = ((hours[first] % 24) + 24) % 24;
        const std::int64_t itsDay = (hours[first] - hour) / 24;
        if (m_weekdays.empty() || itsDay != day) {
            ++m_daysWithIncidents;
            if (!m_weekdays.empty() && itsDay - day <= longestPause)
                while (++day < itsDay)
                    beginDay(day);
            day = itsDay;
            beginDay(day);
        }
        const auto count = static_cast<std::uint32_t>(i - first);
        m_entries.push_back({static_cast<std::uint8_t>(hour), count});
        m_counts[24U * m_weekdays.back() + static_cast<std::size_t>(hour)] += count;
    }
    m_starts.push_back(m_entries.size());
}

HourShuffler::HourShuffler(const HourDays& days, HourNull null, HourUnit unit)
    : m_days(days)
    , m_null(null)
    , m_unit(unit) {
    for (std::size_t hour = 0; hour < hoursPerWeek; ++hour) {
        m_weekdayTotals[hour / 24] += days.counts()[hour];
        m_hourTotals[hour % 24] += days.counts()[hour];
    }
    if (unit != HourUnit::Incident)
        return;
    m_logFactorial.resize(days.incidents() + 1, 0.0);
    for (std::size_t i = 2; i < m_logFactorial.size(); ++i)
        m_logFactorial[i] = m_logFactorial[i - 1] + std::log(static_cast<double>(i));
}

HourShuffler::Scratch HourShuffler::scratch() const {
    return {{}, m_days.weekdays()};
}

const HourCounts& HourShuffler::draw(RandomStream& random, Scratch& scratch) const {
    scratch.counts.fill(0);
    if (m_null == HourNull::EvenWeek)
        m_unit == HourUnit::Day ? turnDays(random, scratch) : scatter(random, scratch.counts);
    else if (m_unit == HourUnit::Day)
        exchangeDays(random, scratch);
    else
        exchangeIncidents(random, scratch.counts);
    return scratch.counts;
}

void HourShuffler::shuffleWeekdays(RandomStream& random, Scratch& scratch) const {
    scratch.weekdays = m_days.weekdays();
    for (std::size_t i = scratch.weekdays.size(); i > 1; --i)
        std::swap(scratch.weekdays[i - 1], scratch.weekdays[random.below(static_cast<std::uint32_t>(i))]);
}

/// A calendar of the same days in another order, each turned around its own clock.
void HourShuffler::turnDays(RandomStream& random, Scratch& scratch) const {
    shuffleWeekdays(random, scratch);
    for (std::size_t day = 0; day < m_days.days(); ++day) {
        if (m_days.begin(day) == m_days.end(day))
            continue;
        const std::uint32_t turn = random.below(24);
        for (const HourDays::Entry* entry = m_days.begin(day); entry != m_days.end(day); ++entry) {
            const std::uint32_t hour = turn + entry->hour;
            scratch.counts[24U * scratch.weekdays[day] + (hour < 24 ? hour : hour - 24)] += entry->count;
        }
    }
}

/// A multinomial draw, hour by hour: the next has a binomial share of what is left.
void HourShuffler::scatter(RandomStream& random, HourCounts& counts) const {
    auto left = static_cast<std::uint32_t>(m_days.incidents());
    for (std::uint32_t hour = 0; hour + 1 < hoursPerWeek; ++hour) {
        counts[hour] = binomial(random, left, static_cast<std::uint32_t>(hoursPerWeek) - hour);
        left -= counts[hour];
    }
    counts.back() = left;
}

void HourShuffler::exchangeDays(RandomStream& random, Scratch& scratch) const {
    shuffleWeekdays(random, scratch);
    for (std::size_t day = 0; day < m_days.days(); ++day)
        for (const HourDays::Entry* entry = m_days.begin(day); entry != m_days.end(day); ++entry)
            scratch.counts[24U * scratch.weekdays[day] + entry->hour] += entry->count;
}

/// What shuffling the weekdays among the incidents gives, without shuffling them: the table of weekdays by
/// hours with both totals kept, cell by cell from the hypergeometric distribution [Patefield 1981].
void HourShuffler::exchangeIncidents(RandomStream& random, HourCounts& counts) const {
    std::array<std::uint32_t, 7> left = m_weekdayTotals;
    auto all = static_cast<std::uint32_t>(m_days.incidents());
    for (std::size_t hour = 0; hour < 24; ++hour) {
        std::uint32_t toPlace = m_hourTotals[hour];
        std::uint32_t population = all;
        all -= toPlace;
        for (std::size_t day = 0; day < 7 && toPlace > 0; ++day) {
            const std::uint32_t taken = hypergeometric(random, population, left[day], toPlace);
            counts[24 * day + hour] = taken;
            population -= left[day];
            left[day] -= taken;
            toPlace -= taken;
        }
    }
}

/// Successes of `trials` with probability 1 / parts each.
std::uint32_t HourShuffler::binomial(RandomStream& random, std::uint32_t trials, std::uint32_t parts) const {
    if (trials == 0)
        return 0;
    const double p = 1.0 / parts;
    const std::uint32_t mode = std::min(trials, static_cast<std::uint32_t>((trials + 1.0) * p));
    const double atMode =
        std::exp(m_logFactorial[trials] - m_logFactorial[mode] - m_logFactorial[trials - mode] +
                 mode * std::log(p) + (trials - mode) * std::log1p(-p));
    const double odds = p / (1.0 - p);
    return drawAround(random, mode, atMode, 0, trials,
                      [&](std::uint32_t k) { return (trials - k) / (k + 1.0) * odds; });
}

/// Marked ones among `drawn` of a population.
std::uint32_t HourShuffler::hypergeometric(RandomStream& random, std::uint32_t population,
                                           std::uint32_t marked, std::uint32_t drawn) const {
    const std::uint32_t unmarked = population - marked;
    const std::uint32_t lowest = drawn > unmarked ? drawn - unmarked : 0;
    const std::uint32_t highest = std::min(marked, drawn);
    if (lowest == highest)
        return lowest;
    const std::uint32_t mode = std::clamp(
        static_cast<std::uint32_t>((drawn + 1.0) * (marked + 1.0) / (population + 2.0)), lowest, highest);
    const auto logChoose = [&](std::uint32_t n, std::uint32_t k) {
        return m_logFactorial[n] - m_logFactorial[k] - m_logFactorial[n - k];
    };
    const double atMode =
        std::exp(logChoose(marked, mode) + logChoose(unmarked, drawn - mode) - logChoose(population, drawn));
    return drawAround(random, mode, atMode, lowest, highest, [&](std::uint32_t k) {
        return (marked - k) / (k + 1.0) * (static_cast<double>(drawn) - k) /
               (static_cast<double>(unmarked) - drawn + k + 1.0);
    });
}

} // namespace hk::analysis::detail
