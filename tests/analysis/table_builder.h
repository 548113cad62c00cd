#pragma once

#include "analysis/incident_table.h"

#include <cstdint>
#include <random>

namespace hk::analysis::test {

/// One row in words; the defaults are an ordinary exact point on Monday 1970-01-05 at 00:00.
struct Row {
    double easting = 321991.0;
    double northing = 6394262.0;
    std::int32_t localDate = 4;
    std::int32_t minuteOfWeek = 0;
    std::int32_t spanMinutes = 0;
    std::uint16_t category = 0;
    std::uint16_t organisation = 0;
    float radius = 10.0f;
    std::uint8_t precision = 0;
    std::uint8_t severity = 1;
    std::uint8_t flags = 0;
};

inline void add(IncidentTable& table, const Row& row) {
    const std::int64_t from = std::int64_t{row.localDate} * 86400 + row.minuteOfWeek % 1440 * 60;
    table.easting.push_back(row.easting);
    table.northing.push_back(row.northing);
    table.fromUtc.push_back(from);
    table.toUtc.push_back(from + std::int64_t{row.spanMinutes} * 60);
    table.localDate.push_back(row.localDate);
    table.localMinuteOfWeek.push_back(row.minuteOfWeek);
    table.localSpanMinutes.push_back(row.spanMinutes);
    table.category.push_back(row.category);
    table.organisation.push_back(row.organisation);
    table.radius.push_back(row.radius);
    table.precision.push_back(row.precision);
    table.severity.push_back(row.severity);
    table.flags.push_back(row.flags);
}

inline IncidentTable tableOf(std::initializer_list<Row> rows) {
    IncidentTable table;
    for (const Row& row : rows)
        add(table, row);
    return table;
}

inline std::vector<std::uint32_t> allRows(const IncidentTable& table) {
    std::vector<std::uint32_t> rows(table.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<std::uint32_t>(i);
    return rows;
}

/// Rows of every kind: exact times, spans of hours, days, a week and more; all precisions and severities.
inline IncidentTable randomTable(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<std::int32_t>(random() % n); };
    IncidentTable table;
    table.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        Row row;
        row.localDate = 17500 + below(730);
        row.minuteOfWeek = (row.localDate + 3) % 7 * 1440 + below(1440);
        const std::int32_t kind = below(10);
        if (kind >= 5)
            row.spanMinutes = kind < 8 ? below(900) : kind < 9 ? below(10080) : 10000 + below(300);
        row.category = static_cast<std::uint16_t>(below(28));
        row.organisation = static_cast<std::uint16_t>(below(9));
        row.precision = static_cast<std::uint8_t>(below(4));
        row.severity = static_cast<std::uint8_t>(1 + below(3));
        row.easting = 321000.0 + below(200000) / 100.0;
        row.northing = 6393000.0 + below(200000) / 100.0;
        add(table, row);
    }
    return table;
}

} // namespace hk::analysis::test
