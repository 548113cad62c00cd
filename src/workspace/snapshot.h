#pragma once

#include "analysis/incident_table.h"
#include "core/category.h"
#include "core/incident.h"
#include "core/incident_filter.h"
#include "store/desk_records.h"
#include "store/incident_store.h"
#include "workspace/filter_index.h"

#include <QHash>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace hk::workspace {

/// All incidents of the open file at one moment, as columns and as records; immutable and shared by reference. Row i of
/// the table is incidents[i].
struct Snapshot {
    std::shared_ptr<const analysis::IncidentTable> table;
    std::vector<std::shared_ptr<const Incident>> incidents;
    QHash<QUuid, std::uint32_t> rowOf;
    CategoryList categories;
    QStringList organisations;                 ///< index = IncidentTable::organisation
    std::map<std::uint32_t, SwerefRing> areas; ///< polygons of area incidents by row
    store::StoreInfo info;
    /// Further reports of incidents, and how many attachments they have; never null once loaded.
    std::shared_ptr<const QHash<QUuid, std::vector<store::Report>>> reports;
    std::shared_ptr<const QHash<QUuid, int>> attachments;

    std::size_t size() const { return incidents.size(); }
    /// How many have told of an incident: one, and its further reports.
    int sourcesOf(const QUuid& incident) const;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Reads all live incidents of a store. Runs where the store lives; `stop` cancels.
Result<SnapshotPtr> loadSnapshot(const store::IncidentStore& store, std::stop_token stop = {});

/// The next snapshot after a change: `upserted` replace by id or are appended, `removed` go. Does not read the store.
SnapshotPtr withChanges(const Snapshot& base, const std::vector<Incident>& upserted, const std::vector<QUuid>& removed,
                        const store::StoreInfo& info);

/// Reads the reports and the numbers of attachments anew into a copy.
Result<SnapshotPtr> withRecords(const Snapshot& base, const store::IncidentStore& store);

/// What a filter selects, in the table's order, with what was left out by the hours (see analysis::select).
struct RowSelection {
    std::vector<std::uint32_t> rows;
    std::size_t leftOutLongSpans = 0;
};
RowSelection selectRows(const Snapshot& snapshot, const IncidentFilter& filter);
/// The same where the filter's areas are prepared already.
RowSelection selectRows(const Snapshot& snapshot, const IncidentFilter& filter, const FilterIndex& index);

} // namespace hk::workspace
