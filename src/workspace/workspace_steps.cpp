// The part of the workspace that changes incidents, each change a step of undo.

#include "core/local_time.h"
#include "workspace/workspace_impl.h"

#include <QTimeZone>

namespace hk::workspace {

/// What this hand has changed in the file today and can take back. What was taken away for more than a day goes for good.
std::vector<LoggedStep> Workspace::Impl::stepsToday(const store::IncidentStore& store, const store::Actor& who)
{
    constexpr qint64 mostEntries = 5000;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (store.isReadOnly())
        return {};
    if (const auto purged = store::DeskRecords(store).purgeRemoved(now.addDays(-1)); !purged)
        return {}; // locked by another program: another time
    const auto log = store.log(mostEntries);
    const Result<LocalTime> midnight = fromLocal(now.toTimeZone(stockholm()).date(), QTime(0, 0));
    if (!log || !midnight)
        return {};
    return ownSteps(*log, who, midnight->utc, mostEntries);
}

QString Workspace::Impl::wordsOf(const LoggedStep& step)
{
    const auto count = static_cast<int>(step.entries.size());
    const QString& action = step.entries.front().action;
    if (action == QStringLiteral("delete"))
        return Workspace::tr("Delete %n incident(s)", nullptr, count);
    if (action == QStringLiteral("update"))
        return Workspace::tr("Change incident");
    return Workspace::tr("New incident");
}

Result<SnapshotPtr> Workspace::Impl::step(const StoreStep& work, std::vector<Incident>& result)
{
    if (!store)
        return fail(ErrorCode::NotFound);
    Result<Change> change = work(*store, *stored);
    if (!change)
        return tl::unexpected(change.error());
    result = change->upserted;
    const qint64 seen = store->changeCounter().value_or(counter);
    if (Result<SnapshotPtr> next = caughtUp(*stored, *store, *change)) {
        stored = std::move(*next);
        counter = seen;
    } else { // saved it is; the next look takes in the rest
        stored = withChanges(*stored, change->upserted, change->removed, stored->info);
    }
    return stored;
}

void Workspace::Impl::run(const StoreStep& work, std::function<void(Result<std::vector<Incident>>)> then)
{
    struct Outcome {
        Result<SnapshotPtr> snapshot;
        std::vector<Incident> incidents;
    };
    ++pendingSteps;
    post(
        LockPatience::Work::Change,
        [this, work] {
            Outcome outcome{SnapshotPtr(), {}};
            outcome.snapshot = step(work, outcome.incidents);
            if (!outcome.snapshot && outcome.snapshot.error().code == ErrorCode::FileLocked)
                outcome.snapshot.error().arguments = {QStringLiteral("unsaved")};
            return outcome;
        },
        [this, then = std::move(then)](Outcome outcome) {
            --pendingSteps;
            if (!outcome.snapshot) {
                then(tl::unexpected(outcome.snapshot.error()));
                Q_EMIT q.failed(outcome.snapshot.error());
                return;
            }
            take(std::move(*outcome.snapshot));
            Q_EMIT q.saved(QDateTime::currentDateTime());
            then(std::move(outcome.incidents));
        });
}

void Workspace::Impl::stepFailed(bool undoing)
{
    if (pendingSteps > 0) { // later steps stand on this one: no order can be trusted any more
        undo->clear();
        return;
    }
    movingBack = true;
    if (undoing)
        undo->redo();
    else
        undo->undo();
    movingBack = false;
}

std::vector<Error> Workspace::add(const IncidentDraft& draft, Done done, const store::DraftEnd& end)
{
    if (!m_impl->opened)
        return {Error{ErrorCode::NotFound, {}, {}, {}}};
    if (isReadOnly())
        return {Error{ErrorCode::FileReadOnly, {m_impl->current->info.path}, {}, {}}};
    ValidationResult valid = validate(draft, m_impl->current->categories, now());
    if (!valid)
        return valid.error();
    if (valid->id.isNull())
        valid->id = QUuid::createUuid();
    const std::vector<QUuid> ids{valid->id};
    m_impl->undo->push(new Impl::Command(*m_impl, tr("New incident"),
                                         {inserting({*valid}, end), restoring(ids), removing(ids)}, std::move(done)));
    return {};
}

std::vector<Error> Workspace::change(const IncidentDraft& draft, Done done, const store::DraftEnd& end)
{
    if (isReadOnly())
        return {Error{ErrorCode::FileReadOnly, {m_impl->current->info.path}, {}, {}}};
    const auto row = draft.id ? m_impl->current->rowOf.constFind(*draft.id) : m_impl->current->rowOf.constEnd();
    if (row == m_impl->current->rowOf.constEnd())
        return {Error{ErrorCode::NotFound, {}, {tr("incident")}, {}}};
    const Incident before = *m_impl->current->incidents[*row];
    if (draft.seenChangedAt.isValid() && draft.seenChangedAt != before.changedAt)
        return {Error{ErrorCode::Conflict, {m_impl->current->info.path}, {before.id.toString(QUuid::WithoutBraces)}, {}}};
    ValidationResult valid = validate(draft, m_impl->current->categories, now());
    if (!valid)
        return valid.error();
    valid->id = before.id;
    valid->createdAt = before.createdAt;
    valid->createdBy = before.createdBy;
    m_impl->undo->push(new Impl::Command(*m_impl, tr("Change incident"),
                                         {updating(*valid, before.changedAt, end), replacing({before}, {*valid}), replacing({*valid}, {before})},
                                         std::move(done)));
    return {};
}

void Workspace::remove(const std::vector<QUuid>& ids, Done done)
{
    if (ids.empty())
        return;
    if (isReadOnly()) {
        Q_EMIT failed(Error{ErrorCode::FileReadOnly, {m_impl->current->info.path}, {}, {}});
        return;
    }
    m_impl->undo->push(new Impl::Command(*m_impl, tr("Delete %n incident(s)", nullptr, static_cast<int>(ids.size())),
                                         {removing(ids), removing(ids), restoring(ids)}, std::move(done)));
}

void Workspace::apply(const QString& words, const store::DeskBatch& batch, const store::DeskBatch& back, Done done)
{
    if (isReadOnly()) {
        Q_EMIT failed(Error{ErrorCode::FileReadOnly, {m_impl->current->info.path}, {}, {}});
        return;
    }
    store::DeskBatch made = batch;
    for (Incident& incident : made.inserts)
        if (incident.id.isNull())
            incident.id = QUuid::createUuid();
    store::DeskBatch again = made; // what was made once is taken back the second time
    again.inserts.clear();
    again.newReports.clear();
    again.newAttachments.clear();
    again.draft = {};
    for (const Incident& incident : made.inserts)
        again.restores.push_back(incident.id);
    for (const store::Report& report : batch.newReports)
        again.restoredReports.push_back(report.id);
    for (const store::Attachment& attachment : batch.newAttachments)
        again.restoredAttachments.push_back(attachment.info.id);
    const std::vector<Incident> before = back.updates;
    m_impl->undo->push(new Impl::Command(
        *m_impl, words,
        {applying(made, before), applying(std::move(again), before), applying(back, made.updates)}, std::move(done)));
}

bool Workspace::isChanging() const { return m_impl->pendingSteps > 0; }

QUndoStack* Workspace::undoStack() const { return m_impl->undo.get(); }

} // namespace hk::workspace
