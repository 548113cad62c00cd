#pragma once

#include "core/category.h"
#include "core/incident.h"
#include "core/result.h"
#include "store/comparison.h"
#include "store/disposal.h"
#include "store/log_entry.h"
#include "store/stored_import_plan.h"
#include "store/stored_layer.h"

#include <QStringList>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace hk::store {

/// Who makes a change; written into the log. Empty parts are allowed.
struct Actor {
    QString name; ///< of the workstation profile, not of a person in an incident
    QString organisation;
};

enum class Access { ReadWrite, ReadOnly };

/// The time now; empty: the system's. Tests give a fixed one.
using Clock = std::function<QDateTime()>;

struct OpenOptions {
    Access access = Access::ReadWrite;
    std::chrono::milliseconds busyTimeout{4000}; ///< how long a lock of another program is waited for
    bool checkIntegrity =
        true; ///< reads the whole file once; a second connection of the same process may leave it out
    Clock clock;
};

struct CreateOptions {
    QString title;       ///< shown to people; empty: the file's base name
    bool sample = false; ///< invented incidents: said in the window title and on each page
    CategoryList categories = CategoryList::standard();
    Clock clock;
};

struct StoreInfo {
    QString path;
    QString title;
    bool sample = false;
    bool readOnly = false;
    bool newerVersion = false; ///< made by a newer program: read-only
    int schemaVersion = 0;
    qint64 incidents = 0;
    qint64 deleted = 0; ///< can be taken back
    qint64 logEntries = 0;
    qint64 lastLogEntry = 0; ///< its number
    bool indexMended = false; ///< the spatial index disagreed with the table at opening and was rebuilt
    QString schemaBackup;     ///< the copy made before an older file was raised at this opening; else empty
    qint64 unreadable = 0;    ///< rows the last forEach had to pass over: spoilt by another program
};

/// What the log tells of since one of its entries.
struct LoggedChanges {
    std::vector<QUuid> incidents; ///< changed, new or gone; each once
    bool whole = false;           ///< more than these: a disposal, or something that this program does not know
};

/// What a row of an import did.
enum class ImportOutcome { Inserted, Updated, Unchanged };

/// One open incident file (GeoPackage). An instance belongs to one thread at a time; open more for more
/// threads. Every change is one transaction, durable when the call returns (synchronous=FULL). Errors of all
/// calls: FileLocked, FileReadOnly, DiskFull, StorageFailed, and FileNotFound with the argument "replaced" where the file has
/// been moved away or another put in its place since it was opened; nothing is changed then.
class IncidentStore {
public:
    /// Makes a new file. FileExists if there is one already: nothing is ever overwritten.
    static Result<IncidentStore> create(const QString& path, const CreateOptions& options = {});
    /// Opens a file; an older schema is raised step by step after a backup copy beside the file.
    /// FileNotFound, FileNotOurs, FileDamaged, FileLocked. A newer file or a read-only medium opens read-only
    /// (see info()). An older file that cannot be written, or is opened with Access::ReadOnly, is raised in
    /// memory and shown as it was at opening.
    static Result<IncidentStore> open(const QString& path, Access access = Access::ReadWrite);
    static Result<IncidentStore> open(const QString& path, const OpenOptions& options);

    IncidentStore(IncidentStore&&) noexcept;
    IncidentStore& operator=(IncidentStore&&) noexcept;
    ~IncidentStore();

    Result<StoreInfo> info() const;
    QString path() const;
    bool isReadOnly() const;
    /// Whether the file has been moved away, or another put in its place, since it was opened (on Windows it cannot be). What
    /// is read is still what was opened; nothing more is written.
    bool isReplaced() const;
    const CategoryList& categories() const;
    /// Signs the changes from now on. An actor without a name signs as its organisation, without both as
    /// "handelsekartan".
    void setActor(const Actor& actor);

    /// Adds validated incidents in one transaction; ids that are null are made. Returns them as stored.
    /// Conflict with place.field "external_id" or "id" where one is taken (place.row: 1-based index of the
    /// incident).
    Result<std::vector<Incident>> insert(std::vector<Incident> incidents);
    /// Replaces incidents of the same ids in one transaction. `expectedChangedAt`, where given, is as long as
    /// `incidents` and holds the changedAt the caller saw (an invalid one: not asked): Conflict where the
    /// stored one differs. NotFound. An incident that is as stored already is left as it is.
    Result<std::vector<Incident>> update(std::vector<Incident> incidents,
                                         const std::vector<QDateTime>& expectedChangedAt = {});
    /// Moves to the deleted ones; can be taken back by restore until disposal. NotFound.
    Result<void> remove(const std::vector<QUuid>& ids);
    /// As they were, times and signatures of their last change included. NotFound; Conflict where the
    /// external id has been given to another incident meanwhile.
    Result<void> restore(const std::vector<QUuid>& ids);

    Result<Incident> find(const QUuid& id) const;
    /// All live incidents in the order of their row number; `visit` returns false to stop (then Cancelled).
    Result<void> forEach(const std::function<bool(const Incident&)>& visit) const;
    /// Deleted ones, latest first.
    Result<std::vector<Incident>> deleted(qint64 limit = 1000) const;
    /// Latest first; of one incident where given.
    Result<std::vector<LogEntry>> log(qint64 limit = 1000, const QUuid& incident = {}) const;
    /// Latest first; those with numbers below `below` where it is above 0: how to go on after the first `limit`.
    Result<std::vector<LogEntry>> log(const LogFilter& filter, qint64 limit, qint64 below = 0) const;
    /// The names that sign entries, in order.
    Result<QStringList> logActors() const;
    /// Writes into the log that incidents have left the file: by whom (the actor), when and what. To be called before the
    /// output is handed over; where it fails, nothing should be.
    Result<void> logExport(const ExportNote& note);
    /// Goes through the hashes of the whole log (about a second for 150 000 entries).
    Result<LogCheck> verifyLog() const;
    /// Whether an entry has this hash (hexadecimal, as LogCheck::head told it some time ago).
    Result<bool> logHolds(const QString& hash) const;

    /// Changes when any connection, ours or another program's, has changed an incident or the categories since the last call.
    Result<qint64> changeCounter() const;

    /// What has been changed after the log's entry of that number. At most `limit` incidents; where there are more, `whole`.
    Result<LoggedChanges> changesSince(qint64 entry, std::size_t limit) const;

    /// How a lock of another program is waited for from now on, in place of OpenOptions::busyTimeout: asked again and again,
    /// on the thread that uses the store, with how long it has been waited for; false ends the wait with FileLocked.
    void setLockWait(std::function<bool(std::chrono::milliseconds waited)> wait);

    /// The layers of one's own that are shown with the incidents, the lowest first.
    Result<std::vector<StoredLayer>> layers() const;
    /// Puts these in place of all, in one transaction. Layers are no incidents: nothing is logged. Conflict where two have the
    /// same id.
    Result<void> setLayers(const std::vector<StoredLayer>& layers);

    /// The ways of importing that the file keeps for all desks, by name.
    Result<std::vector<StoredImportPlan>> importPlans() const;
    /// Puts one in, in place of one of the same name. Nothing is logged: it is no incident.
    Result<void> putImportPlan(const StoredImportPlan& plan);
    /// One that is not there is as well.
    Result<void> removeImportPlan(const QString& name);

    /// Consistent copy by SQLite's backup API, checked by integrity_check. FileExists.
    Result<void> backupTo(const QString& path) const;

    /// What bringing this file back to a copy of it would change.
    Result<Comparison> compareWith(const IncidentStore& copy) const;
    /// Brings the incidents back to those of a copy, in one transaction of ordinary changes: the log goes on and tells of
    /// them. What was disposed of since stays away. Conflict where an external id would be there twice.
    Result<Comparison> restoreFrom(const IncidentStore& copy);

    Result<std::vector<DisposalRule>> disposalRules() const;
    /// Conflict with the place's row where two rules are for the same, or one is outside its limits.
    Result<void> setDisposalRules(const std::vector<DisposalRule>& rules);
    /// Which incidents, live and deleted, are due by `today` (a local date), the longest due first. Changes nothing.
    Result<std::vector<DisposalCandidate>> proposeDisposal(const QDate& today) const;
    /// Takes them away for good, in one transaction: also from the deleted ones, and from the log, where hashes stand in the
    /// place of their values; then cleans the file's bytes. Cannot be undone. Those that are gone already are passed over.
    Result<DisposalReport> dispose(const std::vector<DisposalCandidate>& candidates);

    /// One transaction around many rows. Destroyed without commit: nothing happened. While it is there the
    /// store must not be written to otherwise, and must outlive it. After an error of the storage (DiskFull,
    /// StorageFailed …) all further calls fail; after a Conflict of one row the others go on.
    class Import {
    public:
        Import(Import&&) noexcept;
        ~Import();
        /// Looks up the external id (where not empty) and inserts or updates. The id given, if any, is used
        /// for a new row; a row that is there keeps its id, and its intervention where none is given.
        Result<ImportOutcome> put(const Incident& incident);
        /// What put would have done, without writing.
        Result<ImportOutcome> probe(const Incident& incident) const;
        Result<void> commit();
        /// Ids of the rows inserted, in order.
        const std::vector<QUuid>& inserted() const;

    private:
        friend class IncidentStore;
        struct Impl;
        explicit Import(std::unique_ptr<Impl> impl);
        std::unique_ptr<Impl> m_impl;
    };
    Result<Import> beginImport();

private:
    Result<void> runForEach(const std::vector<QUuid>& ids, std::string_view sql);

    friend class DeskRecords;
    friend class StoreOpener;
    struct Impl;
    explicit IncidentStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Equal in all that a caller may change: created… and changed… are the store's own.
bool sameContent(const Incident& a, Incident b);

} // namespace hk::store
