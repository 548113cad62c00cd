#include "ui/methods/method_runner.h"

#include <QDateTime>
#include <QTimer>

namespace hk::ui {
namespace {

constexpr int blink = 150;     // ms
constexpr int patience = 1000; // ms
constexpr int between = 50;    // ms

} // namespace

MethodRunner::MethodRunner(QObject* parent)
    : QObject(parent)
    , m_watch(new QTimer(this))
{
    m_watch->setInterval(between);
    connect(m_watch, &QTimer::timeout, this, &MethodRunner::look);
}

void MethodRunner::run(Work work)
{
    m_share = std::make_shared<std::atomic<double>>(-1.0);
    m_startedAt = QDateTime::currentMSecsSinceEpoch();
    m_watch->start();
    m_job.run(
        [work = std::move(work), share = m_share](std::stop_token stop) -> Answer {
            return work(std::move(stop), [share](double done) { share->store(done); });
        },
        [this](const Answer& answer) {
            m_watch->stop();
            Q_EMIT finished(answer);
        });
}

void MethodRunner::cancel()
{
    if (!isRunning())
        return;
    m_job.cancel();
    m_watch->stop();
    Q_EMIT stopped();
}

void MethodRunner::look()
{
    const qint64 elapsed = QDateTime::currentMSecsSinceEpoch() - m_startedAt;
    if (elapsed >= blink)
        Q_EMIT lasting(m_share->load(), elapsed >= patience);
}

} // namespace hk::ui
