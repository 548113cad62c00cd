#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <functional>
#include <stop_token>
#include <type_traits>

namespace hk::ui {

/// One piece of work at a time off the window's thread, the newest wins: a new one stops the one before, whose answer is
/// dropped, and so does the end of the owner. Lives on the window's thread. The work must capture by value, since it may
/// outlive the owner.
template <class Answer>
class LatestJob {
public:
    LatestJob() = default;
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;
    ~LatestJob() { cancel(); }

    void run(std::function<Answer(std::stop_token)> work, std::function<void(const Answer&)> then)
    {
        cancel();
        m_stop = std::stop_source();
        m_watcher = new QFutureWatcher<Answer>;
        QObject::connect(m_watcher, &QFutureWatcherBase::finished, m_watcher,
                         [this, watcher = m_watcher, then = std::move(then)] {
                             const Answer answer = watcher->result();
                             m_watcher = nullptr;
                             watcher->deleteLater();
                             then(answer);
                         });
        m_watcher->setFuture(QtConcurrent::run([work = std::move(work), stop = m_stop.get_token()] { return work(stop); }));
    }

    void cancel()
    {
        m_stop.request_stop();
        if (!m_watcher)
            return;
        m_watcher->disconnect();
        m_watcher->deleteLater();
        m_watcher = nullptr;
    }

    bool isRunning() const { return m_watcher != nullptr; }

private:
    QFutureWatcher<Answer>* m_watcher = nullptr;
    std::stop_source m_stop;
};

} // namespace hk::ui
