#pragma once

#include "workspace/logged_steps.h"
#include "workspace/snapshot.h"

#include <functional>

namespace hk::workspace {

/// What a step of the store's thread changed.
struct Change {
    std::vector<Incident> upserted;
    std::vector<QUuid> removed;
    bool records = false; ///< reports or attachments, too
};

/// How a step of undo is done or undone: on the store's thread, knowing what the store last held for us.
using StoreStep = std::function<Result<Change>(store::IncidentStore&, const Snapshot& known)>;

/// The draft they were typed in ends with it.
StoreStep inserting(std::vector<Incident> incidents, store::DraftEnd end);
StoreStep removing(std::vector<QUuid> ids);
StoreStep restoring(std::vector<QUuid> ids);
/// Refuses (Conflict) where somebody has changed the incident since `seenChangedAt`.
StoreStep updating(const Incident& incident, const QDateTime& seenChangedAt, store::DraftEnd end);
/// For undo and redo: puts `after` in the place of `before`, and refuses (Conflict) where somebody has changed it since.
StoreStep replacing(std::vector<Incident> before, std::vector<Incident> after);
/// All of the batch or nothing. Refuses (Conflict) where an incident that it updates is not as `found` has it.
StoreStep applying(store::DeskBatch batch, std::vector<Incident> found);
/// Undoes or does again what the log tells of.
StoreStep replaying(LoggedStep step, StepDirection direction, store::Actor actor);
/// The snapshot with what `own` has just changed, and with what the log tells of others' changes that it does not know yet. Runs
/// where the store lives.
Result<SnapshotPtr> caughtUp(const Snapshot& base, const store::IncidentStore& store, const Change& own);
/// One after the other.
StoreStep sequence(StoreStep first, StoreStep second);

} // namespace hk::workspace
