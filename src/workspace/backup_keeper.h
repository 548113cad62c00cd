#pragma once

#include "core/result.h"
#include "store/backups.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <functional>

namespace hk::workspace {

class Workspace;

/// Makes the backup copies of the open file: when it is opened and has changed since the last, and every two hours of work.
/// Copies before an import are the workspace's own. Everything that touches a disk runs on a thread of its own; a copy that
/// fails is told and tried again after the next interval, and the work goes on. Files of invented incidents are copied only when asked for.
class BackupKeeper : public QObject {
    Q_OBJECT
public:
    /// The workspace must outlive it. `clock` empty: the system's.
    explicit BackupKeeper(Workspace& workspace, std::function<QDateTime()> clock = {}, QObject* parent = nullptr);
    ~BackupKeeper() override;

    void setInterval(std::chrono::milliseconds interval);
    /// Makes a copy now, whether or not the file has changed.
    void backUp(store::BackupReason reason);

Q_SIGNALS:
    void made(const hk::store::BackupFile& backup);
    /// No copy could be made; place.file is the folder or the file.
    void failed(const hk::Error& error);

private:
    void start(store::BackupReason reason, bool onlyIfChanged);

    Workspace& m_workspace;
    std::function<QDateTime()> m_clock;
    QTimer m_timer;
    std::atomic<bool> m_stop = false;
    QThreadPool m_pool;
};

} // namespace hk::workspace
