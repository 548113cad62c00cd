#pragma once

#include "store/desk_records.h"

#include <vector>

namespace hk::workspace {

/// What one's own hand has done in one transaction, as the log tells: entries in the order they were made.
struct LoggedStep {
    std::vector<store::LogEntry> entries;
};

/// The steps of `actor` since `since` that can still be undone, oldest first. A step that is the exact opposite of the one
/// before it was an undo of it: both are left out. `newestFirst` as IncidentStore::log gives it; where it is as long as
/// `limit`, its oldest transaction may be cut and is left out.
std::vector<LoggedStep> ownSteps(const std::vector<store::LogEntry>& newestFirst, const store::Actor& actor,
                                 const QDateTime& since, qint64 limit);

enum class StepDirection { Undo, Redo };

/// The batch that undoes a step, or does it again. Conflict where somebody else has changed meanwhile what the step had
/// changed: their work is not undone.
Result<store::DeskBatch> batchOf(const LoggedStep& step, StepDirection direction, const store::IncidentStore& store,
                                 const store::Actor& actor);

} // namespace hk::workspace
