#pragma once

#include "methods/method_result.h"
#include "methods/progress.h"
#include "core/result.h"
#include "ui/latest_job.h"

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>

class QTimer;

namespace hk::ui {

/// Runs one method at a time off the window's thread; the newest wins. Says how far it has come only if it lasts.
class MethodRunner : public QObject {
    Q_OBJECT
public:
    using Answer = Result<methods::MethodResultPtr>;
    /// Must capture by value.
    using Work = std::function<Answer(std::stop_token, const methods::Progress&)>;

    explicit MethodRunner(QObject* parent = nullptr);

    /// Stops what runs, whose answer is dropped, and starts this.
    void run(Work work);
    void cancel();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void finished(const hk::ui::MethodRunner::Answer& answer);
    /// It has lasted longer than a blink: how far it has come (0–1; below 0: not known), and whether it is long enough to
    /// be worth stopping.
    void lasting(double share, bool stoppable);
    void stopped(); ///< by cancel()

private:
    void look();

    LatestJob<Answer> m_job;
    std::shared_ptr<std::atomic<double>> m_share;
    qint64 m_startedAt = 0;
    QTimer* m_watch;
};

} // namespace hk::ui
