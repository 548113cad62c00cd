#include "analysis/select.h"

#include "analysis/near_index.h"
#include "analysis/zone_index.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace hk::analysis {

namespace {

constexpr std::int32_t minutesPerWeek = 7 * 24 * 60;
constexpr std::size_t blockRows = 2048;

using Mask = std::array<std::uint8_t, blockRows>;
using Rows = std::array<std::uint16_t, blockRows>; ///< within a block

/// How many minutes of the week before a given one lie in the chosen hours.
class ChosenMinutes {
public:
    explicit ChosenMinutes(const std::bitset<168>& hours) {
        std::uint16_t sum = 0;
        for (std::size_t minute = 0; minute < static_cast<std::size_t>(minutesPerWeek); ++minute) {
            m_before[minute] = sum;
            sum = static_cast<std::uint16_t>(sum + (hours[minute / 60] ? 1 : 0));
        }
        m_before[minutesPerWeek] = sum;
    }

    /// More than half of the span lies in the chosen hours. An exact time is asked as a span of its own
    /// minute.
    bool holdMoreThanHalf(std::int32_t start, std::int32_t span) const {
        const std::int32_t length = std::max(span, std::int32_t{1});
        const std::int32_t end = start + length;
        const std::int32_t wrapped = std::max(end - minutesPerWeek, std::int32_t{0});
        const std::int32_t chosen = before(std::min(end, minutesPerWeek)) - before(start) + before(wrapped);
        return 2 * chosen > length;
    }

private:
    std::int32_t before(std::int32_t minute) const { return m_before[static_cast<std::size_t>(minute)]; }
    std::array<std::uint16_t, minutesPerWeek + 1> m_before{};
};

/// 1 for each possible index that is chosen, so that a look-up needs no bound.
std::vector<std::uint8_t> lookup(const std::vector<std::uint8_t>& chosen) {
    if (chosen.empty())
        return {};
    std::vector<std::uint8_t> table(65536, 0);
    for (std::size_t i = 0; i < std::min(chosen.size(), table.size()); ++i)
        table[i] = chosen[i] != 0 ? 1 : 0;
    return table;
}

class Scan {
public:
    Scan(const IncidentTable& table, const SelectFilter& filter)
        : m_table(table)
        , m_filter(filter)
        , m_categories(lookup(filter.categories))
        , m_organisations(lookup(filter.organisations)) {
        if (filter.hours.any())
            m_hours.emplace(filter.hours);
        if (filter.area.size() >= 3)
            m_area.emplace(filter.area);
        for (std::size_t value = 0; value < m_precisions.size(); ++value) {
            m_precisions[value] = value < 8 && ((filter.precisions >> value) & 1) != 0 ? 1 : 0;
            m_severities[value] =
                value >= filter.minimumSeverity && (value >= 8 || ((filter.severities >> value) & 1) != 0) ? 1 : 0;
        }
    }

    Selection run() {
        const std::size_t size = m_table.size();
        m_selection.rows.resize(size);
        for (std::size_t begin = 0; begin < size; begin += blockRows)
            block(begin, std::min(blockRows, size - begin));
        m_selection.rows.resize(m_found);
        return std::move(m_selection);
    }

private:
    void block(std::size_t begin, std::size_t count) {
        Mask mask;
        columns(begin, count, mask);
        if (m_filter.rowMask)
            rowMask(begin, count, mask);
        // What costs more is asked of the few rows that are left.
        Rows left;
        std::size_t leftCount = 0;
        for (std::size_t i = 0; i < count; ++i) {
            left[leftCount] = static_cast<std::uint16_t>(i);
            leftCount += mask[i];
        }
        Rows longSpans;
        std::size_t longCount = 0;
        if (m_hours)
            hours(begin, left, leftCount, longSpans, longCount);
        if (m_area) {
            area(begin, left, leftCount);
            area(begin, longSpans, longCount);
        }
        for (const auto& [kept, keptCount] : {std::pair(&left, &leftCount), std::pair(&longSpans, &longCount)}) {
            if (m_filter.zones)
                places(*m_filter.zones, begin, *kept, *keptCount);
            if (m_filter.near)
                places(*m_filter.near, begin, *kept, *keptCount);
        }
        m_selection.leftOutLongSpans += longCount;
        std::uint32_t* out = m_selection.rows.data() + m_found;
        for (std::size_t k = 0; k < leftCount; ++k)
            out[k] = static_cast<std::uint32_t>(begin + left[k]);
        m_found += leftCount;
    }

    void columns(std::size_t begin, std::size_t count, Mask& mask) const {
        const std::int32_t* date = m_table.localDate.data() + begin;
        const std::uint8_t* severity = m_table.severity.data() + begin;
        const std::uint8_t* precision = m_table.precision.data() + begin;
        const std::int32_t from = m_filter.fromDate;
        const std::int32_t to = m_filter.toDate;
        // The default end stands for "no end" and must not lose its own day.
        const bool open = to == std::numeric_limits<std::int32_t>::max();
        for (std::size_t i = 0; i < count; ++i)
            mask[i] = static_cast<std::uint8_t>((date[i] >= from) & ((date[i] < to) | open));
        for (std::size_t i = 0; i < count; ++i)
            mask[i] = static_cast<std::uint8_t>(mask[i] & m_severities[severity[i]] & m_precisions[precision[i]]);
        if (!m_categories.empty())
            indices(m_table.category.data() + begin, m_categories, count, mask);
        if (!m_organisations.empty())
            indices(m_table.organisation.data() + begin, m_organisations, count, mask);
    }

    static void indices(const std::uint16_t* index, const std::vector<std::uint8_t>& chosen,
                        std::size_t count, Mask& mask) {
        const std::uint8_t* table = chosen.data();
        for (std::size_t i = 0; i < count; ++i)
            mask[i] = static_cast<std::uint8_t>(mask[i] & table[index[i]]);
    }

    void rowMask(std::size_t begin, std::size_t count, Mask& mask) const {
        const std::vector<std::uint8_t>& chosen = *m_filter.rowMask;
        for (std::size_t i = 0; i < count; ++i)
            mask[i] =
                static_cast<std::uint8_t>(mask[i] & (begin + i < chosen.size() && chosen[begin + i] != 0));
    }

    /// Keeps those of `rows` that lie in the area.
    void area(std::size_t begin, Rows& rows, std::size_t& count) const {
        const double* easting = m_table.easting.data() + begin;
        const double* northing = m_table.northing.data() + begin;
        std::size_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint16_t row = rows[k];
            rows[kept] = row;
            kept += m_area->contains({easting[row], northing[row]}) ? 1 : 0;
        }
        count = kept;
    }

    /// Keeps those of `rows` that lie in the places of an index: first all by its raster, without a branch, then one by
    /// one the few that it leaves open.
    template <class Index>
    void places(const Index& index, std::size_t begin, Rows& rows, std::size_t& count) const {
        const double* easting = m_table.easting.data() + begin;
        const double* northing = m_table.northing.data() + begin;
        Mask states;
        for (std::size_t k = 0; k < count; ++k)
            states[k] = index.state(easting[rows[k]], northing[rows[k]]);
        std::size_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint16_t row = rows[k];
            rows[kept] = row;
            if (states[k] == Index::ask)
                kept += index.containsExactly({easting[row], northing[row]}) ? 1 : 0;
            else
                kept += states[k]; // outside 0, inside 1
        }
        count = kept;
    }

    /// Keeps those of `rows` that belong to the chosen hours, and moves those whose span is too long to say so.
    void hours(std::size_t begin, Rows& rows, std::size_t& count, Rows& longSpans, std::size_t& longCount) const {
        const std::int32_t* minute = m_table.localMinuteOfWeek.data() + begin;
        const std::int32_t* span = m_table.localSpanMinutes.data() + begin;
        const ChosenMinutes& chosen = *m_hours;
        std::size_t kept = 0;
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint16_t row = rows[k];
            const bool isLong = span[row] >= minutesPerWeek;
            longSpans[longCount] = row;
            longCount += isLong ? 1 : 0;
            const std::int32_t start = std::clamp(minute[row], std::int32_t{0}, minutesPerWeek - 1);
            rows[kept] = row;
            kept += !isLong & chosen.holdMoreThanHalf(start, isLong ? 1 : span[row]);
        }
        count = kept;
    }

    const IncidentTable& m_table;
    const SelectFilter& m_filter;
    std::vector<std::uint8_t> m_categories;
    std::vector<std::uint8_t> m_organisations;
    std::array<std::uint8_t, 256> m_precisions{};
    std::array<std::uint8_t, 256> m_severities{};
    std::optional<ChosenMinutes> m_hours;
    std::optional<PolygonIndex> m_area;
    Selection m_selection;
    std::size_t m_found = 0;
};

} // namespace

Selection select(const IncidentTable& table, const SelectFilter& filter) {
    return Scan(table, filter).run();
}

} // namespace hk::analysis
