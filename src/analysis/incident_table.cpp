#include "analysis/incident_table.h"

namespace hk::analysis {

void IncidentTable::reserve(std::size_t rows) {
    easting.reserve(rows);
    northing.reserve(rows);
    fromUtc.reserve(rows);
    toUtc.reserve(rows);
    localDate.reserve(rows);
    localMinuteOfWeek.reserve(rows);
    localSpanMinutes.reserve(rows);
    category.reserve(rows);
    organisation.reserve(rows);
    radius.reserve(rows);
    precision.reserve(rows);
    severity.reserve(rows);
    flags.reserve(rows);
}

} // namespace hk::analysis
