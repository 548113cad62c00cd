#pragma once

#include "net/http_call.h"

#include <QHash>
#include <deque>
#include <list>

namespace hk::net {

/// All that is asked for and not yet answered, host by host. Lives on the network's thread.
class RequestQueue : public QObject {
public:
    RequestQueue(int mostPerHost, std::chrono::milliseconds firstPause);
    ~RequestQueue() override;

    void setAgent(const QByteArray& agent) { m_agent = agent; }
    void add(const std::shared_ptr<Waiting>& waiting);
    /// The one who waited has gone: its place is free at once.
    void drop(const std::shared_ptr<Waiting>& waiting);

private:
    struct Job {
        std::shared_ptr<Waiting> waiting;
        QUrl url;
        bool post = false;
        int redirects = 0;
        int tries = 0;
        bool running = false;
        std::unique_ptr<HttpCall> call = nullptr;
    };
    struct Host {
        int running = 0;
        int holds = 0; ///< while it has asked for patience, nothing is sent
        std::deque<Job*> queue;
    };

    void enqueue(Job& job);
    void startNext(const QString& host);
    void start(Job& job);
    void answered(Job& job, HttpCall::Outcome outcome);
    void follow(Job& job, const QUrl& target, int status);
    void retryLater(Job& job, std::chrono::milliseconds pause);
    void hold(const QString& host, std::chrono::milliseconds pause);
    void finish(Job& job, Result<HttpResponse> result);
    void freeSlot(Job& job);
    void remove(Job& job);

    const int m_mostPerHost;
    const std::chrono::milliseconds m_firstPause;
    QByteArray m_agent;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::list<Job> m_jobs;
    QHash<QString, Host> m_hosts;
};

} // namespace hk::net
