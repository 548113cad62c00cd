#include "analysis/calendar_counts.h"

#include <algorithm>
#include <chrono>

namespace hk::analysis {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day civil(std::int32_t date) {
    return year_month_day{sys_days{days{date}}};
}

std::int32_t dateOf(const year_month_day& day) {
    return static_cast<std::int32_t>(sys_days{day}.time_since_epoch().count());
}

std::int32_t aYearBefore(std::int32_t date) {
    const year_month_day day = civil(date);
    const year_month_day before = day - std::chrono::years{1};
    return dateOf(before.ok() ? before : year_month_day{before.year() / before.month() / std::chrono::last});
}

/// How many rows lie before each date of [first, end].
class CountsBefore {
public:
    CountsBefore(const IncidentTable& table, const std::vector<std::uint32_t>& rows, std::int32_t first,
                 std::int32_t end)
        : m_first(first)
        , m_before(static_cast<std::size_t>(end - first) + 1, 0) {
        for (const std::uint32_t row : rows)
            if (const std::int32_t date = table.localDate[row]; date >= first && date < end)
                ++m_before[static_cast<std::size_t>(date - first) + 1];
        for (std::size_t i = 1; i < m_before.size(); ++i)
            m_before[i] += m_before[i - 1];
    }
    std::uint32_t within(std::int32_t from, std::int32_t to) const { return at(to) - at(from); }

private:
    std::uint32_t at(std::int32_t date) const { return m_before[static_cast<std::size_t>(date - m_first)]; }
    std::int32_t m_first;
    std::vector<std::uint32_t> m_before;
};

std::int32_t startOf(std::int32_t date, bool byYear) {
    const year_month_day day = civil(date);
    return dateOf(day.year() / (byYear ? std::chrono::January : day.month()) / 1);
}

std::int32_t nextOf(std::int32_t start, bool byYear) {
    const year_month_day day = civil(start);
    return dateOf(byYear ? day + std::chrono::years{1} : day + std::chrono::months{1});
}

std::vector<CalendarCount> countsBy(bool byYear, const IncidentTable& table,
                                    const std::vector<std::uint32_t>& rows, std::int32_t known,
                                    std::int32_t from, std::int32_t to) {
    std::vector<CalendarCount> result;
    if (from >= to)
        return result;
    known = std::min(known, from);
    const CountsBefore counts(table, rows, known, to);
    for (std::int32_t start = startOf(from, byYear); start < to; start = nextOf(start, byYear)) {
        const std::int32_t end = nextOf(start, byYear);
        const std::int32_t first = std::max(start, from);
        const std::int32_t last = std::min(end, to);
        const year_month_day day = civil(start);
        CalendarCount entry;
        entry.year = static_cast<int>(day.year());
        entry.month = byYear ? 0 : static_cast<int>(static_cast<unsigned>(day.month()));
        entry.count = counts.within(first, last);
        entry.whole = first == start && last == end;
        const std::int32_t lastBefore = last == end ? aYearBefore(end) : aYearBefore(last - 1) + 1;
        if (const std::int32_t before = aYearBefore(first); before >= known)
            entry.yearBefore = counts.within(before, lastBefore);
        result.push_back(entry);
    }
    return result;
}

} // namespace

std::vector<CalendarCount> monthCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                       std::int32_t known, std::int32_t from, std::int32_t to) {
    return countsBy(false, table, rows, known, from, to);
}

std::vector<CalendarCount> yearCounts(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                      std::int32_t known, std::int32_t from, std::int32_t to) {
    return countsBy(true, table, rows, known, from, to);
}

} // namespace hk::analysis
