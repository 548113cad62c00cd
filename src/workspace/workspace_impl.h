#pragma once

#include "workspace/analysis_runner.h"
#include "workspace/store_steps.h"
#include "workspace/workspace.h"

#include <QThreadPool>
#include <QTimer>
#include <QUndoCommand>
#include <QUndoStack>

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

} // namespace hk::workspace
