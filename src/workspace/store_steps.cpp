#include "workspace/store_steps.h"

#include <QSet>

namespace hk::workspace {
namespace {

bool touchesRecords(const store::DeskBatch& batch)
{
    return !batch.newReports.empty() || !batch.newAttachments.empty() || !batch.removedReports.empty() ||
           !batch.restoredReports.empty() || !batch.removedAttachments.empty() || !batch.restoredAttachments.empty() ||
           !batch.movedReports.empty() || !batch.movedAttachments.empty();
}

Result<Change> changeBy(const store::DeskBatch& batch, store::IncidentStore& store)
{
    return store::DeskRecords(store).apply(batch).map([&batch](std::vector<Incident> stored) {
        return Change{std::move(stored), batch.removals, touchesRecords(batch)};
    });
}

/// When each was changed last, as IncidentStore::update asks for it; Conflict where one is not as in `known`.
Result<std::vector<QDateTime>> seenAs(const std::vector<Incident>& known, const store::IncidentStore& store)
{
    std::vector<QDateTime> seen;
    for (const Incident& expected : known) {
        const Result<Incident> now = store.find(expected.id);
        if (!now)
            return tl::unexpected(now.error());
        if (!store::sameContent(*now, expected))
            return fail(ErrorCode::Conflict, {store.path(), -1, {}}, {expected.id.toString(QUuid::WithoutBraces)});
        seen.push_back(now->changedAt);
    }
    return seen;
}

} // namespace

StoreStep inserting(std::vector<Incident> incidents, store::DraftEnd end)
{
    store::DeskBatch batch;
    batch.inserts = std::move(incidents);
    batch.draft = std::move(end);
    return [batch](store::IncidentStore& store, const Snapshot&) { return changeBy(batch, store); };
}

StoreStep removing(std::vector<QUuid> ids)
{
    return [ids](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        return store.remove(ids).map([&ids] { return Change{{}, ids, false}; });
    };
}

StoreStep restoring(std::vector<QUuid> ids)
{
    return [ids](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        if (const Result<void> restored = store.restore(ids); !restored)
            return tl::unexpected(restored.error());
        Change change;
        for (const QUuid& id : ids) {
            Result<Incident> incident = store.find(id);
            if (!incident)
                return tl::unexpected(incident.error());
            change.upserted.push_back(std::move(*incident));
        }
        return change;
    };
}

StoreStep updating(const Incident& incident, const QDateTime& seenChangedAt, store::DraftEnd end)
{
    store::DeskBatch batch;
    batch.updates = {incident};
    batch.expectedChangedAt = {seenChangedAt};
    batch.draft = std::move(end);
    return [batch](store::IncidentStore& store, const Snapshot&) { return changeBy(batch, store); };
}

StoreStep replacing(std::vector<Incident> before, std::vector<Incident> after)
{
    return [before, after](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        return seenAs(before, store)
            .and_then([&](const std::vector<QDateTime>& seen) { return store.update(after, seen); })
            .map([](std::vector<Incident> stored) { return Change{std::move(stored), {}, false}; });
    };
}

StoreStep sequence(StoreStep first, StoreStep second)
{
    return [first, second](store::IncidentStore& store, const Snapshot& known) -> Result<Change> {
        Result<Change> one = first(store, known);
        if (!one)
            return one;
        Result<Change> two = second(store, known);
        if (!two)
            return two;
        one->upserted.insert(one->upserted.end(), two->upserted.begin(), two->upserted.end());
        one->records = one->records || two->records;
        one->removed.insert(one->removed.end(), two->removed.begin(), two->removed.end());
        return one;
    };
}

StoreStep applying(store::DeskBatch batch, std::vector<Incident> found)
{
    return [batch, found](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        Result<std::vector<QDateTime>> seen = seenAs(found, store);
        if (!seen)
            return tl::unexpected(seen.error());
        store::DeskBatch asked = batch;
        asked.expectedChangedAt = std::move(*seen);
        return changeBy(asked, store);
    };
}

StoreStep replaying(LoggedStep step, StepDirection direction, store::Actor actor)
{
    return [step, direction, actor](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        const Result<store::DeskBatch> batch = batchOf(step, direction, store, actor);
        if (!batch)
            return tl::unexpected(batch.error());
        return changeBy(*batch, store);
    };
}

Result<SnapshotPtr> caughtUp(const Snapshot& base, const store::IncidentStore& store, const Change& own)
{
    constexpr std::size_t mostOneByOne = 2000;
    const Result<store::StoreInfo> info = store.info();
    if (!info)
        return tl::unexpected(info.error());
    QSet<QUuid> known(own.removed.begin(), own.removed.end());
    for (const Incident& incident : own.upserted)
        known.insert(incident.id);
    const Result<store::LoggedChanges> changes =
        store.changesSince(base.info.lastLogEntry, mostOneByOne + static_cast<std::size_t>(known.size()));
    if (!changes)
        return tl::unexpected(changes.error());
    const bool nothingNew = info->lastLogEntry == base.info.lastLogEntry && known.isEmpty();
    if (changes->whole || nothingNew || info->lastLogEntry < base.info.lastLogEntry)
        return loadSnapshot(store);
    std::vector<Incident> upserted = own.upserted;
    std::vector<QUuid> removed = own.removed;
    bool others = false;
    for (const QUuid& id : changes->incidents) {
        if (known.contains(id))
            continue;
        others = true;
        Result<Incident> found = store.find(id);
        if (found)
            upserted.push_back(std::move(*found));
        else if (found.error().code == ErrorCode::NotFound)
            removed.push_back(id);
        else
            return tl::unexpected(found.error());
    }
    SnapshotPtr next = withChanges(base, upserted, removed, *info);
    if (others || own.records || own.upserted.empty())
        return withRecords(*next, store);
    return next;
}

} // namespace hk::workspace
