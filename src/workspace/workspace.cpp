#include "workspace/workspace.h"

#include "workspace/workspace_impl.h"

namespace hk::workspace {

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
