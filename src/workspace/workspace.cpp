#include "workspace/workspace.h"

#include "core/local_time.h"
#include "workspace/analysis_runner.h"
#include "workspace/import_plans.h"
#include "workspace/place_positions.h"
#include "workspace/store_steps.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimeZone>
#include <QTimer>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace hk::workspace {

struct Workspace::Impl {
    explicit Impl(Workspace& workspace, std::shared_ptr<const map::Basemap> map)
        : q(workspace)
        , basemap(std::move(map))
        , places(basemap)
        , analyses(places, nullptr)
        , current(std::make_shared<Snapshot>(emptySnapshot()))
        , undo(std::make_unique<QUndoStack>())
        , patience([this](bool waiting) {
            QMetaObject::invokeMethod(&q, [this, waiting] { Q_EMIT q.waitingForLock(waiting); }, Qt::QueuedConnection);
        })
    {
        storePool.setMaxThreadCount(1);
        storePool.setExpiryTimeout(-1);
        QObject::connect(&watcher, &QTimer::timeout, &q, &Workspace::refreshIfChanged);
        QObject::connect(&analyses, &AnalysisRunner::runningChanged, &q, &Workspace::analysingChanged);
        QObject::connect(&analyses, &AnalysisRunner::finished, &q, &Workspace::analysisChanged);
        QObject::connect(&analyses, &AnalysisRunner::failed, &q, &Workspace::failed);
    }

    static Snapshot emptySnapshot()
    {
        Snapshot snapshot;
        snapshot.table = std::make_shared<const analysis::IncidentTable>();
        snapshot.categories = CategoryList::standard();
        return snapshot;
    }

    class Command;

    /// Runs on the store's thread; `then` afterwards on the owner's thread.
    template <class Work, class Then>
    void post(LockPatience::Work worth, Work work, Then then)
    {
        storePool.start([this, worth, work = std::move(work), then = std::move(then)]() mutable {
            auto result = [&] {
                const LockPatience::Turn turn(patience, worth);
                return work();
            }();
            QMetaObject::invokeMethod(
                &q, [result = std::move(result), then = std::move(then)]() mutable { then(std::move(result)); },
                Qt::QueuedConnection);
        });
    }

    void openWith(std::function<Result<store::IncidentStore>()> opener);
    static std::vector<LoggedStep> stepsToday(const store::IncidentStore& store, const store::Actor& who);
    static QString wordsOf(const LoggedStep& step);
    Result<SnapshotPtr> step(const StoreStep& work, std::vector<Incident>& result);
    void run(const StoreStep& work, std::function<void(Result<std::vector<Incident>>)> then);
    void backUpBeforeImport();
    void stepFailed(bool undoing);
    void take(SnapshotPtr snapshot);
    void select();
    void startAnalysis();
    void finishImport(Result<ImportReport> report, const SnapshotPtr& before, const Result<SnapshotPtr>& after);

    Workspace& q;
    std::shared_ptr<const map::Basemap> basemap;
    map::PlaceSearch places;

    // Owner's thread.
    AnalysisRunner analyses;
    SnapshotPtr current;
    IncidentFilter filter;
    MapSettings settings;
    RowSelection selection;
    std::vector<store::StoredLayer> layers;
    std::unique_ptr<QUndoStack> undo;
    bool opened = false;
    bool importing = false;
    std::stop_source importStop;
    store::Actor actor;
    bool movingBack = false; ///< the undo stack's index is being put right after a failure
    int pendingSteps = 0;

    // Store's thread.
    std::unique_ptr<store::IncidentStore> store;
    SnapshotPtr stored;      ///< what the store held after the last step
    qint64 counter = 0;
    LockPatience patience;

    QThreadPool storePool;

    store::Clock clock;        ///< empty: the system's
    QTimer watcher;            ///< owner's thread
    bool looking = false;      ///< a look at the file is on its way
    bool toldReplaced = false; ///< that the open file is not where it was
};

/// One step of undo. The first redo happens when it is pushed.
class Workspace::Impl::Command : public QUndoCommand {
public:
    struct Steps {
        StoreStep first; ///< empty: already done when the command is pushed
        StoreStep again;
        StoreStep back;
    };

    Command(Impl& impl, const QString& text, Steps steps, Done done = {})
        : QUndoCommand(text)
        , m_impl(impl)
        , m_steps(std::make_shared<Steps>(std::move(steps)))
        , m_done(std::move(done))
        , m_doneOutside(!m_steps->first)
    {
    }

    void redo() override
    {
        if (m_impl.movingBack || std::exchange(m_doneOutside, false))
            return;
        const StoreStep work = m_steps->first ? m_steps->first : m_steps->again;
        m_impl.run(work, [&impl = m_impl, steps = m_steps, done = std::exchange(m_done, {})](
                             Result<std::vector<Incident>> result) {
            if (result)
                steps->first = {};
            else
                impl.stepFailed(false);
            if (done)
                done(std::move(result));
        });
    }

    void undo() override
    {
        if (m_impl.movingBack)
            return;
        m_impl.run(m_steps->back, [&impl = m_impl](const Result<std::vector<Incident>>& result) {
            if (!result)
                impl.stepFailed(true);
        });
    }

private:
    Impl& m_impl;
    std::shared_ptr<Steps> m_steps;
    Done m_done;
    bool m_doneOutside;
};

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

void Workspace::Impl::openWith(std::function<Result<store::IncidentStore>()> opener)
{
    struct Opened {
        SnapshotPtr snapshot;
        std::vector<store::StoredLayer> layers;
        std::vector<LoggedStep> steps;
    };
    post(
        LockPatience::Work::Aside,
        [this, opener = std::move(opener), who = actor]() -> Result<Opened> {
            Result<store::IncidentStore> next = opener();
            if (!next)
                return tl::unexpected(next.error());
            next->setActor(who);
            next->setLockWait([this](std::chrono::milliseconds waited) { return patience.wait(waited); });
            const qint64 seen = next->changeCounter().value_or(0); // before it is read: what comes between is seen twice, not never
            Result<SnapshotPtr> snapshot = loadSnapshot(*next);
            if (!snapshot)
                return tl::unexpected(snapshot.error());
            Result<std::vector<store::StoredLayer>> found = next->layers();
            if (!found)
                return tl::unexpected(found.error());
            std::vector<LoggedStep> steps = stepsToday(*next, who);
            counter = seen;
            store = std::make_unique<store::IncidentStore>(std::move(*next));
            stored = *snapshot;
            return Opened{*snapshot, std::move(*found), std::move(steps)};
        },
        [this](Result<Opened> answer) {
            if (!answer) {
                Q_EMIT q.failed(answer.error());
                return;
            }
            undo->clear();
            for (LoggedStep& step : answer->steps)
                undo->push(new Command(*this, wordsOf(step),
                                       {{},
                                        replaying(step, StepDirection::Redo, actor),
                                        replaying(step, StepDirection::Undo, actor)}));
            opened = true;
            toldReplaced = false;
            filter = {};
            analyses.forget();
            layers = std::move(answer->layers);
            take(std::move(answer->snapshot));
            Q_EMIT q.opened();
        });
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

void Workspace::Impl::take(SnapshotPtr snapshot)
{
    current = std::move(snapshot);
    Q_EMIT q.snapshotChanged();
    select();
}

void Workspace::Impl::select()
{
    selection = selectRows(*current, filter);
    Q_EMIT q.selectionChanged();
    startAnalysis();
}

void Workspace::Impl::startAnalysis() { analyses.want(current, filter, settings); }

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

Workspace::Workspace(std::shared_ptr<const map::Basemap> basemap, QObject* parent)
    : QObject(parent)
    , m_impl(std::make_unique<Impl>(*this, std::move(basemap)))
{
}

Workspace::~Workspace()
{
    m_impl->patience.leave();
    m_impl->importStop.request_stop();
    m_impl->storePool.waitForDone();
}

void Workspace::open(const QString& path, store::Access access)
{
    store::OpenOptions options;
    options.access = access;
    options.busyTimeout = m_impl->patience.times().aside;
    options.clock = m_impl->clock;
    m_impl->openWith([path, options] { return store::IncidentStore::open(path, options); });
}

void Workspace::create(const QString& path, const store::CreateOptions& asked)
{
    store::CreateOptions options = asked;
    if (!options.clock)
        options.clock = m_impl->clock;
    m_impl->openWith([path, options] { return store::IncidentStore::create(path, options); });
}

bool Workspace::isOpen() const { return m_impl->opened; }

bool Workspace::isReadOnly() const { return m_impl->current->info.readOnly; }

void Workspace::setClock(store::Clock clock) { m_impl->clock = std::move(clock); }

QDateTime Workspace::now() const { return m_impl->clock ? m_impl->clock().toUTC() : QDateTime::currentDateTimeUtc(); }

void Workspace::setLockPatience(const LockPatience::Times& times)
{
    m_impl->patience.setTimes(times);
}

void Workspace::setActor(const store::Actor& actor)
{
    m_impl->actor = actor;
    m_impl->storePool.start([impl = m_impl.get(), actor] {
        if (impl->store)
            impl->store->setActor(actor);
    });
}

const store::Actor& Workspace::actor() const { return m_impl->actor; }

const std::vector<store::StoredLayer>& Workspace::storedLayers() const { return m_impl->layers; }

void Workspace::storeLayers(const std::vector<store::StoredLayer>& layers)
{
    if (!m_impl->opened)
        return;
    m_impl->layers = layers;
    if (isReadOnly())
        return;
    ++m_impl->pendingSteps; // a step of incidents that fails before it must not take the layers' step for its own
    m_impl->post(
        LockPatience::Work::Aside,
        [impl = m_impl.get(), layers, path = m_impl->current->info.path]() -> Result<void> {
            // another file may have been opened meanwhile: these are not its layers
            const bool same = impl->store && impl->stored && impl->stored->info.path == path;
            return same ? impl->store->setLayers(layers) : Result<void>();
        },
        [impl = m_impl.get()](const Result<void>& stored) {
            --impl->pendingSteps;
            if (stored)
                Q_EMIT impl->q.saved(QDateTime::currentDateTime());
            else
                Q_EMIT impl->q.failed(stored.error());
        });
}

SnapshotPtr Workspace::snapshot() const { return m_impl->current; }

const std::shared_ptr<const map::Basemap>& Workspace::basemap() const { return m_impl->basemap; }

const map::PlaceSearch& Workspace::places() const { return m_impl->places; }

const IncidentFilter& Workspace::filter() const { return m_impl->filter; }

void Workspace::setFilter(const IncidentFilter& filter)
{
    if (filter == m_impl->filter)
        return;
    m_impl->filter = filter;
    m_impl->select();
}

const RowSelection& Workspace::selection() const { return m_impl->selection; }

const MapSettings& Workspace::settings() const { return m_impl->settings; }

void Workspace::setSettings(const MapSettings& settings)
{
    if (settings == m_impl->settings)
        return;
    m_impl->settings = settings;
    m_impl->startAnalysis();
    Q_EMIT settingsChanged();
}

MapAnalysisPtr Workspace::analysis() const { return m_impl->analyses.newest(); }

bool Workspace::isAnalysing() const { return m_impl->analyses.isRunning(); }

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

void Workspace::ask(StoreWork work, LockPatience::Work worth)
{
    m_impl->post(
        worth,
        [impl = m_impl.get(), work = std::move(work)]() -> std::function<void()> {
            return impl->store ? work(*impl->store) : std::function<void()>();
        },
        [](const std::function<void()>& then) {
            if (then)
                then();
        });
}

void Workspace::overhaul(StoreWork work)
{
    struct Outcome {
        std::function<void()> then;
        Result<SnapshotPtr> snapshot = SnapshotPtr();
    };
    ++m_impl->pendingSteps;
    m_impl->post(
        LockPatience::Work::Change,
        [impl = m_impl.get(), work = std::move(work)] {
            Outcome outcome;
            if (!impl->store)
                return outcome;
            outcome.then = work(*impl->store);
            impl->counter = impl->store->changeCounter().value_or(impl->counter);
            outcome.snapshot = loadSnapshot(*impl->store);
            if (outcome.snapshot)
                impl->stored = *outcome.snapshot;
            return outcome;
        },
        [impl = m_impl.get()](Outcome outcome) {
            --impl->pendingSteps;
            impl->undo->clear();
            if (!outcome.snapshot)
                Q_EMIT impl->q.failed(outcome.snapshot.error());
            else if (*outcome.snapshot)
                impl->take(std::move(*outcome.snapshot));
            if (outcome.then)
                outcome.then();
        });
}

void Workspace::logExport(const store::ExportNote& note, std::function<void(Result<void>)> done)
{
    m_impl->post(
        LockPatience::Work::Change,
        [impl = m_impl.get(), note]() -> Result<void> {
            if (!impl->store)
                return fail(ErrorCode::NotFound);
            const bool upToDate = impl->store->changeCounter().value_or(-1) == impl->counter;
            const Result<void> logged = impl->store->logExport(note);
            if (upToDate) // else the next look takes in what somebody else has changed
                impl->counter = impl->store->changeCounter().value_or(impl->counter);
            return logged;
        },
        [done = std::move(done)](const Result<void>& logged) { done(logged); });
}

void Workspace::watch(std::chrono::milliseconds interval)
{
    m_impl->watcher.setInterval(interval);
    m_impl->watcher.start();
}

bool Workspace::isChanging() const { return m_impl->pendingSteps > 0; }

QUndoStack* Workspace::undoStack() const { return m_impl->undo.get(); }

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

void Workspace::refreshIfChanged()
{
    if (!m_impl->opened || m_impl->importing || m_impl->looking)
        return;
    Impl& impl = *m_impl;
    impl.looking = true;
    struct Seen {
        Result<SnapshotPtr> snapshot = SnapshotPtr();
        bool replaced = false;
    };
    impl.post(
        LockPatience::Work::Look,
        [&impl] {
            Seen seen;
            if (!impl.store)
                return seen;
            seen.replaced = impl.store->isReplaced();
            const Result<qint64> counted = impl.store->changeCounter();
            if (!counted || *counted == impl.counter)
                return seen;
            seen.snapshot = caughtUp(*impl.stored, *impl.store, {});
            if (seen.snapshot) {
                impl.stored = *seen.snapshot;
                impl.counter = *counted;
            }
            return seen;
        },
        [&impl](Seen seen) {
            impl.looking = false;
            if (seen.snapshot && *seen.snapshot)
                impl.take(std::move(*seen.snapshot));
            else if (!seen.snapshot && seen.snapshot.error().code != ErrorCode::FileLocked)
                Q_EMIT impl.q.failed(seen.snapshot.error());
            if (seen.replaced && !std::exchange(impl.toldReplaced, true))
                Q_EMIT impl.q.failed(Error{ErrorCode::FileNotFound,
                                           {impl.current->info.path, -1, {}},
                                           {QStringLiteral("replaced")},
                                           {}});
        });
}

} // namespace hk::workspace
