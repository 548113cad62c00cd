#pragma once

#include "analysis/hour_test.h"
#include "analysis/random_stream.h"

/// Inside of hourTest(): one data set as chance might have made it.
namespace hk::analysis::detail {

/// A day begins at 06 and holds the night after it.
inline constexpr std::size_t dayBegins = 6;

/// Incidents by hour of the week: 24 * weekday + hour, where hour 0 is 06–07 and hour 23 is 05–06 of the next
/// morning.
using HourCounts = std::array<std::uint32_t, 168>;

/// The incidents that have an hour of their own, by day.
class HourDays {
public:
    HourDays(const IncidentTable& table, const std::vector<std::uint32_t>& rows);
    std::size_t incidents() const { return m_incidents; }
    std::size_t daysWithIncidents() const { return m_daysWithIncidents; }
    /// From the first with incidents to the last, those without among them.
    std::size_t days() const { return m_weekdays.size(); }
    const HourCounts& counts() const { return m_counts; }

    struct Entry {
        std::uint8_t hour; ///< of the day, from 06
        std::uint32_t count;
    };
    const std::vector<std::uint8_t>& weekdays() const { return m_weekdays; } ///< by day
    const Entry* begin(std::size_t day) const { return m_entries.data() + m_starts[day]; }
    const Entry* end(std::size_t day) const { return m_entries.data() + m_starts[day + 1]; }

private:
    HourCounts m_counts{};
    std::size_t m_incidents = 0;
    std::size_t m_daysWithIncidents = 0;
    std::vector<std::uint8_t> m_weekdays;
    std::vector<std::size_t> m_starts; ///< of each day in m_entries, and the end of the last
    std::vector<Entry> m_entries;
};

/// Draws data sets under a null. Const access from many threads is safe.
class HourShuffler {
public:
    HourShuffler(const HourDays& days, HourNull null, HourUnit unit);

    struct Scratch {
        HourCounts counts{};
        std::vector<std::uint8_t> weekdays;
    };
    Scratch scratch() const;
    const HourCounts& draw(RandomStream& random, Scratch& scratch) const;

private:
    void shuffleWeekdays(RandomStream& random, Scratch& scratch) const;
    void turnDays(RandomStream& random, Scratch& scratch) const;
    void scatter(RandomStream& random, HourCounts& counts) const;
    void exchangeDays(RandomStream& random, Scratch& scratch) const;
    void exchangeIncidents(RandomStream& random, HourCounts& counts) const;
    std::uint32_t binomial(RandomStream& random, std::uint32_t trials, std::uint32_t parts) const;
    std::uint32_t hypergeometric(RandomStream& random, std::uint32_t population, std::uint32_t marked,
                                 std::uint32_t drawn) const;

    const HourDays& m_days;
    HourNull m_null;
    HourUnit m_unit;
    std::array<std::uint32_t, 7> m_weekdayTotals{};
    std::array<std::uint32_t, 24> m_hourTotals{};
    std::vector<double> m_logFactorial; ///< of 0 … incidents; empty where days are moved
};

} // namespace hk::analysis::detail
