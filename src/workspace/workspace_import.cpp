// The part of the workspace that imports.

#include "workspace/import_plans.h"
#include "workspace/place_positions.h"
#include "workspace/workspace_impl.h"

namespace hk::workspace {

/// On the store's thread. A file without a history has nothing to lose yet.
void Workspace::Impl::backUpBeforeImport()
{
    if (stored->info.sample || stored->info.readOnly || stored->info.logEntries == 0)
        return;
    const auto backup = store::makeBackup(stored->info.path, store::BackupReason::Import, QDateTime::currentDateTimeUtc());
    QMetaObject::invokeMethod(
        &q,
        [this, backup] {
            if (backup)
                Q_EMIT q.backupMade(*backup);
            else
                Q_EMIT q.backupFailed(backup.error());
        },
        Qt::QueuedConnection);
}

void Workspace::Impl::finishImport(Result<ImportReport> report, const SnapshotPtr& before,
                                   const Result<SnapshotPtr>& after)
{
    importing = false;
    if (!after)
        Q_EMIT q.failed(after.error());
    else if (report && !report->nothingChanged) {
        std::vector<Incident> old;
        std::vector<Incident> changed;
        for (const auto& incident : (*after)->incidents) {
            const auto row = before->rowOf.constFind(incident->id);
            if (row != before->rowOf.constEnd() && before->incidents[*row]->changedAt != incident->changedAt) {
                old.push_back(*before->incidents[*row]);
                changed.push_back(*incident);
            }
        }
        take(*after);
        Q_EMIT q.saved(QDateTime::currentDateTime());
        undo->push(new Command(*this, Workspace::tr("Import"),
                               {{},
                                sequence(restoring(report->insertedIds), replacing(old, changed)),
                                sequence(removing(report->insertedIds), replacing(changed, old))}));
    }
    Q_EMIT q.importFinished(report);
}

void Workspace::readImportPlans(std::function<void(const ImportPlans&)> then)
{
    Impl& impl = *m_impl;
    impl.post(LockPatience::Work::Aside,
              [&impl] { return impl.store ? importPlans(*impl.store).value_or(ImportPlans()) : ImportPlans(); },
              [then = std::move(then)](const ImportPlans& plans) { then(plans); });
}

void Workspace::saveImportPlan(const exchange::ImportPlan& plan)
{
    Impl& impl = *m_impl;
    impl.post(LockPatience::Work::Aside,
              [&impl, plan] { return impl.store ? workspace::saveImportPlan(*impl.store, plan) : Result<void>(); },
              [&impl](const Result<void>& saved) {
                  if (!saved)
                      Q_EMIT impl.q.failed(saved.error());
              });
}

void Workspace::startImport(const ImportRequest& asked)
{
    if (m_impl->importing)
        return;
    ImportRequest request = asked;
    if (request.mapping.placesByName && !request.places)
        request.places = placeFinder(m_impl->places, centreOf(*m_impl->basemap));
    m_impl->importing = true;
    m_impl->importStop = std::stop_source();
    struct Outcome {
        Result<ImportReport> report;
        SnapshotPtr before;
        Result<SnapshotPtr> after;
    };
    Impl& impl = *m_impl;
    impl.post(
        LockPatience::Work::Change,
        [this, &impl, request, stop = impl.importStop.get_token()] {
            Outcome outcome{fail(ErrorCode::NotFound), impl.stored, impl.stored};
            if (!impl.store)
                return outcome;
            const auto progress = [this](qint64 rows, qint64 total) {
                QMetaObject::invokeMethod(
                    this, [this, rows, total] { Q_EMIT importProgress(rows, total); }, Qt::QueuedConnection);
            };
            if (!request.dryRun)
                impl.backUpBeforeImport();
            outcome.report
                = runImport(*impl.store, request, QDateTime::currentDateTimeUtc(), progress, stop);
            if (outcome.report && !outcome.report->nothingChanged) {
                impl.counter = impl.store->changeCounter().value_or(impl.counter);
                outcome.after = loadSnapshot(*impl.store);
                if (outcome.after)
                    impl.stored = *outcome.after;
            }
            return outcome;
        },
        [&impl](Outcome outcome) { impl.finishImport(std::move(outcome.report), outcome.before, outcome.after); });
}

void Workspace::cancelImport() { m_impl->importStop.request_stop(); }

bool Workspace::isImporting() const { return m_impl->importing; }

} // namespace hk::workspace
