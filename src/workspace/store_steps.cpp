#include "workspace/store_steps.h"

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

StoreStep inserting(std::vector<Incident> incidents)
{
    return [incidents](store::IncidentStore& store, const Snapshot&) -> Result<Change> {
        return store.insert(incidents).map([](std::vector<Incident> stored) { return Change{std::move(stored), {}, false}; });
    };
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

StoreStep updating(std::vector<Incident> incidents)
{
    return [incidents](store::IncidentStore& store, const Snapshot& known) -> Result<Change> {
        std::vector<QDateTime> seen;
        for (const Incident& incident : incidents) {
            const auto row = known.rowOf.constFind(incident.id);
            if (row == known.rowOf.constEnd())
                return fail(ErrorCode::NotFound, {}, {incident.id.toString(QUuid::WithoutBraces)});
            seen.push_back(known.incidents[*row]->changedAt);
        }
        return store.update(incidents, seen).map([](std::vector<Incident> stored) {
            return Change{std::move(stored), {}, false};
        });
    };
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

} // namespace hk::workspace
