#include "workspace/desk_changes.h"

#include <algorithm>

namespace hk::workspace {
namespace {

const Incident* find(const Snapshot& snapshot, const QUuid& id)
{
    const auto row = snapshot.rowOf.constFind(id);
    return row == snapshot.rowOf.constEnd() ? nullptr : snapshot.incidents[*row].get();
}

template <class T>
void put(T& target, const std::optional<T>& value)
{
    if (value)
        target = *value;
}

void update(DeskChange& change, const Incident& before, const Incident& after)
{
    if (after == before)
        return;
    change.batch.updates.push_back(after);
    change.back.updates.push_back(before);
}

/// The other's words below the target's, unless they are there already.
QString joinedWords(const QString& words, const QString& more)
{
    if (more.isEmpty() || words.contains(more))
        return words;
    return words.isEmpty() ? more : words + QStringLiteral("\n\n") + more;
}

} // namespace

bool FieldChanges::isEmpty() const
{
    return !category && !organisation && !severity && !reportedToPolice && !surroundings && !status && !confidentiality &&
           !sourceType && !disposalDate;
}

DeskChange bulkChange(const Snapshot& snapshot, const std::vector<QUuid>& ids, const FieldChanges& changes)
{
    DeskChange change;
    for (const QUuid& id : ids) {
        const Incident* before = find(snapshot, id);
        if (!before)
            continue;
        Incident after = *before;
        put(after.category, changes.category);
        put(after.organisation, changes.organisation);
        put(after.severity, changes.severity);
        put(after.reportedToPolice, changes.reportedToPolice);
        put(after.surroundings, changes.surroundings);
        put(after.status, changes.status);
        put(after.confidentiality, changes.confidentiality);
        put(after.sourceType, changes.sourceType);
        put(after.disposalDate, changes.disposalDate);
        update(change, *before, after);
    }
    return change;
}

DeskChange mergeIncidents(const Snapshot& snapshot, const QUuid& target, const std::vector<QUuid>& others,
                          const std::vector<store::AttachmentInfo>& attachments, const QDateTime& now)
{
    DeskChange change;
    const Incident* before = find(snapshot, target);
    if (!before)
        return change;
    Incident after = *before;
    for (const QUuid& id : others) {
        const Incident* other = id == target ? nullptr : find(snapshot, id);
        if (!other)
            continue;
        after.severity = std::max(after.severity, other->severity);
        if (other->persons)
            after.persons = std::max(after.persons.value_or(0), *other->persons);
        if (other->reportedToPolice == PoliceReport::Yes)
            after.reportedToPolice = PoliceReport::Yes;
        after.description = joinedWords(after.description, other->description);

        store::Report report;
        report.id = QUuid::createUuid();
        report.incident = target;
        report.organisation = other->organisation;
        report.sourceType = other->sourceType;
        report.externalId = other->externalId;
        report.receivedAt = other->createdAt.isValid() ? other->createdAt : now;
        report.merged = other->id;
        change.batch.newReports.push_back(report);
        change.back.removedReports.push_back(report.id);
        if (snapshot.reports)
            for (const store::Report& its : snapshot.reports->value(id)) {
                change.batch.movedReports.push_back({its.id, target});
                change.back.movedReports.push_back({its.id, id});
            }
        change.batch.removals.push_back(id);
        change.back.restores.push_back(id);
    }
    for (const store::AttachmentInfo& its : attachments)
        if (std::find(others.begin(), others.end(), its.incident) != others.end() && its.incident != target) {
            change.batch.movedAttachments.push_back({its.id, target});
            change.back.movedAttachments.push_back({its.id, its.incident});
        }
    update(change, *before, after);
    return change;
}

DeskChange addReport(const store::Report& report)
{
    DeskChange change;
    change.batch.newReports = {report};
    change.back.removedReports = {report.id};
    return change;
}

} // namespace hk::workspace
