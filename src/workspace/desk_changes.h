#pragma once

#include "store/desk_records.h"
#include "workspace/snapshot.h"

#include <vector>

namespace hk::workspace {

/// A change of the desk, and what undoes it: for Workspace::apply.
struct DeskChange {
    store::DeskBatch batch;
    store::DeskBatch back;
    bool isEmpty() const { return batch.updates.empty() && batch.removals.empty() && batch.newReports.empty(); }
};

/// What a bulk change puts into every incident; fields without a value stay.
struct FieldChanges {
    std::optional<QString> category;
    std::optional<QString> organisation;
    std::optional<int> severity;
    std::optional<PoliceReport> reportedToPolice;
    std::optional<Surroundings> surroundings;
    std::optional<IncidentStatus> status;
    std::optional<Confidentiality> confidentiality;
    std::optional<SourceType> sourceType;
    std::optional<QDate> disposalDate; ///< null date: none
    bool isEmpty() const;
};

/// Incidents that are as wanted already, or that are gone, are left out.
DeskChange bulkChange(const Snapshot& snapshot, const std::vector<QUuid>& ids, const FieldChanges& changes);

/// `target` becomes the one incident of them all: the others become its sources, with their organisation, source type and
/// external id, their own further reports and attachments move to it (`attachments` of the others, as the store has them), and
/// they are deleted (and can be taken back). The span of `target` stays; it gets the highest severity and number of persons,
/// "reported to police" where one of them was, and the others' descriptions as further paragraphs where they say anything new.
DeskChange mergeIncidents(const Snapshot& snapshot, const QUuid& target, const std::vector<QUuid>& others,
                          const std::vector<store::AttachmentInfo>& attachments, const QDateTime& now);

/// One more source of an incident that is logged already.
DeskChange addReport(const store::Report& report);

} // namespace hk::workspace
