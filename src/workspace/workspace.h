#pragma once

#include "core/incident_draft.h"
#include "exchange/import_plan.h"
#include "store/backups.h"
#include "store/desk_records.h"
#include "store/incident_store.h"
#include "workspace/import_job.h"
#include "workspace/lock_patience.h"
#include "workspace/map_analysis.h"
#include "workspace/snapshot.h"

#include <QObject>
#include <functional>
#include <memory>

class QUndoStack;

namespace hk::workspace {

/// One open file and what is done with it, without widgets. Lives on the thread that makes it (the window's); the store
/// is used on a thread of its own and analyses run on a pool, so no call here waits for a disk. Results arrive by
/// signals on the owner's thread; stale ones are dropped.
class Workspace : public QObject {
    Q_OBJECT
public:
    /// Basemap and place search are shared, immutable.
    Workspace(std::shared_ptr<const map::Basemap> basemap, QObject* parent = nullptr);
    ~Workspace() override;

    /// Opens (or creates) a file in place of the open one. Answers by `opened` or `failed`.
    void open(const QString& path, store::Access access = store::Access::ReadWrite);
    void create(const QString& path, const store::CreateOptions& options);
    bool isOpen() const;
    bool isReadOnly() const;

    void setActor(const store::Actor& actor);
    const store::Actor& actor() const;

    SnapshotPtr snapshot() const; ///< never null; empty before a file is open
    const std::shared_ptr<const map::Basemap>& basemap() const;
    const map::PlaceSearch& places() const;

    // What is chosen. Setting a filter selects at once (selectionChanged before the call returns); the analysis starts a
    // moment after the last change.
    const IncidentFilter& filter() const;
    void setFilter(const IncidentFilter& filter);
    const RowSelection& selection() const;
    const MapSettings& settings() const;
    void setSettings(const MapSettings& settings);
    MapAnalysisPtr analysis() const; ///< the newest finished; null before the first
    bool isAnalysing() const;

    /// The clock that "yesterday" is told from and changes are dated by, in place of the system's; before a file is opened.
    void setClock(store::Clock clock);
    QDateTime now() const; ///< UTC

    /// How long a lock of another program is waited for; before a file is opened.
    void setLockPatience(const LockPatience::Times& times);

    // Changes. Each is one step of undo; `done` (may be empty) is called on the owner's thread when it is durable. Where another
    // program holds the file they wait (see waitingForLock), in the end to fail with FileLocked and the argument "unsaved". A
    // form's draft that is given ends in the same transaction.
    using Done = std::function<void(Result<std::vector<Incident>>)>;
    /// Validates; faults come at once as the return value (empty: accepted and on its way to the store). A change of what
    /// somebody else has changed since the draft was made (draft.seenChangedAt) is refused with Conflict; so is undoing a
    /// change that somebody else has changed again.
    std::vector<Error> add(const IncidentDraft& draft, Done done = {}, const store::DraftEnd& end = {});
    std::vector<Error> change(const IncidentDraft& draft, Done done = {},
                              const store::DraftEnd& end = {}); ///< draft.id says which
    void remove(const std::vector<QUuid>& ids, Done done = {});
    /// Changes that belong together, as one step of undo named `words`; `back` undoes it and updates the
    /// same incidents in the same order. Refused as a whole (Conflict) where somebody has changed one of them meanwhile.
    void apply(const QString& words, const store::DeskBatch& batch, const store::DeskBatch& back, Done done = {});
    bool isChanging() const; ///< a change is on its way to the file
    /// Undo and redo run through the store, too. After opening a file it holds what one's own hand has changed in it today,
    /// as the log tells.
    QUndoStack* undoStack() const;

    /// `work` runs on the store's thread, in order with the changes; what it returns runs on the owner's thread afterwards.
    /// Nothing happens where no file is open.
    using StoreWork = std::function<std::function<void()>(store::IncidentStore&)>;
    void ask(StoreWork work, LockPatience::Work worth = LockPatience::Work::Aside);
    /// As ask, for what changes much at once and cannot be undone (a disposal, bringing back a copy): the file is loaded anew
    /// afterwards, before `then`, and the steps of undo are forgotten.
    void overhaul(StoreWork work);
    /// Writes an export into the file's log. `done` runs on the owner's thread; what was written should be handed over only
    /// where it is without an error.
    void logExport(const store::ExportNote& note, std::function<void(Result<void>)> done);

    /// Starts an import on the store's thread; progress by importProgress, the end by importFinished. One undo step.
    void startImport(const ImportRequest& request);
    void cancelImport();
    bool isImporting() const;

    /// The ways of importing that the file keeps, by name; answered on the owner's thread (of none where they cannot be read).
    using ImportPlans = std::vector<exchange::ImportPlan>;
    void readImportPlans(std::function<void(const ImportPlans&)> then);
    /// Keeps one in the file. What goes wrong is told by failed().
    void saveImportPlan(const exchange::ImportPlan& plan);

    /// The layers of one's own that the file held when it was opened, or that were stored last.
    const std::vector<store::StoredLayer>& storedLayers() const;
    /// Stores the list in place of the one before. In a read-only file it is kept for this run only.
    void storeLayers(const std::vector<store::StoredLayer>& layers);

    /// Looks whether another program has changed the file and takes in what it has changed. A file that was moved away or
    /// replaced is told once, by `failed`; one that is locked is looked at another time.
    void refreshIfChanged();
    /// Does that again and again, until the workspace goes.
    void watch(std::chrono::milliseconds interval);

Q_SIGNALS:
    void opened();
    void failed(const hk::Error& error);
    void snapshotChanged();
    void selectionChanged();
    void settingsChanged();
    void analysisChanged();
    void analysingChanged(bool running);
    void saved(const QDateTime& at);
    /// A change waits for another program that holds the file; false: it waits no more, and is saved or fails at once.
    void waitingForLock(bool waiting);
    void backupMade(const hk::store::BackupFile& backup);
    void backupFailed(const hk::Error& error); ///< before an import, which goes on without
    void importProgress(qint64 rows, qint64 total); ///< total -1: not known
    void importFinished(const hk::Result<hk::workspace::ImportReport>& report);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::workspace
