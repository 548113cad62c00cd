#include "workspace/backup_keeper.h"

#include "workspace/workspace.h"

namespace hk::workspace {

BackupKeeper::BackupKeeper(Workspace& workspace, std::function<QDateTime()> clock, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_clock(clock ? std::move(clock) : &QDateTime::currentDateTimeUtc)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    setInterval(std::chrono::hours(2));
    connect(&m_timer, &QTimer::timeout, this, [this] { start(store::BackupReason::Work, true); });
    connect(&m_workspace, &Workspace::opened, this, [this] {
        m_timer.start();
        start(store::BackupReason::Start, true);
    });
}

BackupKeeper::~BackupKeeper()
{
    m_stop = true;
    m_pool.waitForDone();
}

void BackupKeeper::setInterval(std::chrono::milliseconds interval)
{
    m_timer.setInterval(interval);
}

void BackupKeeper::backUp(store::BackupReason reason)
{
    start(reason, false);
}

void BackupKeeper::start(store::BackupReason reason, bool onlyIfChanged)
{
    const store::StoreInfo& info = m_workspace.snapshot()->info;
    if (!m_workspace.isOpen() || info.readOnly || (info.sample && reason != store::BackupReason::Asked))
        return;
    m_pool.start([this, file = info.path, reason, onlyIfChanged, now = m_clock()] {
        if (onlyIfChanged && !store::isChangedSinceBackup(file, now)) {
            // Deadlines pass also while nothing changes.
            static_cast<void>(store::thinBackups(file, now));
            return;
        }
        const Result<store::BackupFile> backup = store::makeBackup(file, reason, now, [this] { return m_stop.load(); });
        if (m_stop)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, backup] {
                if (backup)
                    Q_EMIT made(*backup);
                else
                    Q_EMIT failed(backup.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace hk::workspace
