#include "models/facets.h"

#include "analysis/counts_by.h"
#include "analysis/week_slots.h"

namespace hk::models {
namespace {

std::vector<qint64> countsByZone(const workspace::Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                 const ZoneSet& zones)
{
    const analysis::ZoneIndex index = workspace::indexOf(zones);
    std::vector<qint64> counts(zones.zones.size(), 0);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t row : rows) {
        index.zonesAt({snapshot.table->easting[row], snapshot.table->northing[row]}, found);
        for (const std::uint32_t zone : found)
            ++counts[zone];
    }
    return counts;
}

} // namespace

Facets countFacets(const workspace::Snapshot& snapshot, const IncidentFilter& filter, const ZoneSet* zones)
{
    Facets facets;
    facets.categories.assign(snapshot.categories.all().size(), 0);
    facets.organisations.assign(static_cast<std::size_t>(snapshot.organisations.size()), 0);
    if (!snapshot.table)
        return facets;

    const workspace::FilterIndex index = workspace::indexOf(filter);
    IncidentFilter without = filter;
    without.categories.clear();
    facets.categories = analysis::countsBy<qint64>(snapshot.table->category, workspace::selectRows(snapshot, without, index).rows,
                                 facets.categories.size());

    without = filter;
    without.organisations.clear();
    facets.organisations =
        analysis::countsBy<qint64>(snapshot.table->organisation, workspace::selectRows(snapshot, without, index).rows,
                 facets.organisations.size());

    without = filter;
    without.from = {};
    without.to = {};
    const workspace::RowSelection anyTime = workspace::selectRows(snapshot, without, index);
    facets.dates.reserve(anyTime.rows.size());
    for (const std::uint32_t row : anyTime.rows)
        facets.dates.push_back(snapshot.table->localDate[row]);

    without = filter;
    without.hours.reset();
    facets.profile = analysis::weekProfileOf(
        analysis::slotProfile(*snapshot.table, workspace::selectRows(snapshot, without, index).rows,
                              analysis::hourSlots(), analysis::SpanRule::MoreThanHalf));

    if (zones) {
        without = filter;
        without.zones = {};
        const workspace::FilterIndex elsewhere{nullptr, index.near};
        facets.zones = countsByZone(snapshot, workspace::selectRows(snapshot, without, elsewhere).rows, *zones);
    }
    return facets;
}

} // namespace hk::models
