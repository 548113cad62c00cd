#include "workspace/desk_changes.h"

#include <algorithm>
#include <cmath>

namespace hk::workspace {
namespace {

constexpr double nearEnough = 100.0;         // metres
constexpr std::int64_t slackSeconds = 30 * 60; // of an exact time

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

struct Span {
    std::int64_t from;
    std::int64_t to;
};

/// An exact time is widened; a span is half-open.
Span widened(std::int64_t from, std::int64_t to)
{
    return to > from ? Span{from, to} : Span{from - slackSeconds, from + slackSeconds};
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

std::vector<Duplicate> likelyDuplicates(const Snapshot& snapshot, const IncidentProbe& probe, std::size_t most)
{
    const int category = snapshot.categories.indexOf(probe.category);
    if (category < 0 || !probe.from.isValid())
        return {};
    const Span wanted = widened(probe.from.toSecsSinceEpoch(),
                                probe.to.isValid() ? probe.to.toSecsSinceEpoch() : probe.from.toSecsSinceEpoch());
    const analysis::IncidentTable& table = *snapshot.table;
    std::vector<Duplicate> found;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.category[row] != category)
            continue;
        const Span span = widened(table.fromUtc[row], table.toUtc[row]);
        if (span.from >= wanted.to || wanted.from >= span.to)
            continue;
        const double distance =
            std::hypot(table.easting[row] - probe.position.easting, table.northing[row] - probe.position.northing);
        if (distance <= nearEnough && snapshot.incidents[row]->id != probe.exclude)
            found.push_back({static_cast<std::uint32_t>(row), distance});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Duplicate& a, const Duplicate& b) { return a.distance < b.distance; });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace hk::workspace
