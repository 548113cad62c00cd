#include "net/request_queue.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QRandomGenerator>
#include <algorithm>

namespace hk::net {

namespace {

constexpr int mostRedirects = 5;
/// A server that asks for more patience than this is told of to the one who waits.
constexpr std::chrono::milliseconds longestPause = std::chrono::seconds(30);

/// The system's proxy for the world, none for this computer.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.url().host();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

/// Name and password go to the same server alone: host and port, or from http to https at their usual ports.
bool sameServer(const QUrl& a, const QUrl& b)
{
    if (a.host().compare(b.host(), Qt::CaseInsensitive) != 0)
        return false;
    if (a.scheme() == b.scheme())
        return portOf(a) == portOf(b);
    return a.scheme() == QLatin1String("http") && portOf(a) == 80 && portOf(b) == 443;
}

} // namespace

RequestQueue::RequestQueue(int mostPerHost, std::chrono::milliseconds firstPause)
    : m_mostPerHost(std::max(1, mostPerHost))
    , m_firstPause(firstPause)
{}

RequestQueue::~RequestQueue()
{
    for (Job& job : m_jobs) {
        job.call.reset();
        job.waiting->finish(fail(ErrorCode::Cancelled, {}, {hostOf(job.waiting->request.url)}));
    }
}

void RequestQueue::add(const std::shared_ptr<Waiting>& waiting)
{
    if (waiting->isAbandoned())
        return;
    m_jobs.push_back({waiting, waiting->request.url, !waiting->request.body.isEmpty()});
    enqueue(m_jobs.back());
}

void RequestQueue::drop(const std::shared_ptr<Waiting>& waiting)
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job& job) { return job.waiting == waiting; });
    if (found == m_jobs.end())
        return;
    found->call.reset();
    freeSlot(*found);
    remove(*found);
}

void RequestQueue::enqueue(Job& job)
{
    const QString host = hostOf(job.url);
    m_hosts[host].queue.push_back(&job);
    startNext(host);
}

void RequestQueue::startNext(const QString& name)
{
    Host& host = m_hosts[name];
    while (host.holds == 0 && host.running < m_mostPerHost && !host.queue.empty()) {
        Job* job = host.queue.front();
        host.queue.pop_front();
        ++host.running;
        start(*job);
    }
    if (host.running == 0 && host.holds == 0 && host.queue.empty())
        m_hosts.remove(name);
}

void RequestQueue::start(Job& job)
{
    if (!m_manager) { // made when first needed: it loads the system's certificates
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_manager->setProxyFactory(new SystemProxies);
        m_manager->setAutoDeleteReplies(false);
    }
    job.running = true;
    ++job.tries;
    job.call = std::make_unique<HttpCall>(*m_manager, job.url, job.post, sameServer(job.waiting->request.url, job.url), m_agent,
                                          job.waiting, [this, &job](HttpCall::Outcome outcome) {
                                              answered(job, std::move(outcome));
                                          });
}

void RequestQueue::answered(Job& job, HttpCall::Outcome outcome)
{
    // the call is still on the stack below: it goes when the event loop comes round
    job.call.release()->deleteLater();
    freeSlot(job);
    if (outcome.response)
        return finish(job, std::move(*outcome.response));
    if (outcome.redirect)
        return follow(job, *outcome.redirect, outcome.status);
    const HttpRequest& asked = job.waiting->request;
    if (!outcome.mayPass || job.tries > asked.retries)
        return finish(job, tl::unexpected(std::move(*outcome.error)));
    // a little chance, so that many programs do not come back in step
    const double spread = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    auto pause = std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(m_firstPause.count() << std::min(job.tries - 1, 10)) * spread));
    if (outcome.wait)
        pause = std::max(*outcome.wait, std::chrono::milliseconds(0));
    if (pause > longestPause)
        return finish(job, tl::unexpected(std::move(*outcome.error)));
    if (outcome.wait)
        hold(hostOf(job.url), pause);
    retryLater(job, pause);
}

void RequestQueue::follow(Job& job, const QUrl& target, int status)
{
    const auto refuse = [&](const QString& why) {
        finish(job, fail(ErrorCode::AnswerNotUnderstood, {}, {hostOf(job.url)}, why));
    };
    const bool web = target.scheme() == QLatin1String("https") || target.scheme() == QLatin1String("http");
    if (!target.isValid() || !web || target.host().isEmpty())
        return refuse(QStringLiteral("a redirect to what is no web address"));
    if (job.url.scheme() == QLatin1String("https") && target.scheme() != QLatin1String("https"))
        return refuse(QStringLiteral("a redirect from https to http"));
    if (++job.redirects > mostRedirects)
        return refuse(QStringLiteral("redirects that do not end"));
    job.url = target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (status != 307 && status != 308)
        job.post = false;
    job.tries = 0;
    enqueue(job);
}

void RequestQueue::retryLater(Job& job, std::chrono::milliseconds pause)
{
    QTimer::singleShot(pause, this, [this, waiting = job.waiting] {
        for (Job& other : m_jobs)
            if (other.waiting == waiting)
                return enqueue(other);
    });
}

void RequestQueue::hold(const QString& host, std::chrono::milliseconds pause)
{
    ++m_hosts[host].holds;
    QTimer::singleShot(pause, this, [this, host] {
        --m_hosts[host].holds;
        startNext(host);
    });
}

void RequestQueue::finish(Job& job, Result<HttpResponse> result)
{
    job.waiting->finish(std::move(result));
    remove(job);
}

void RequestQueue::freeSlot(Job& job)
{
    if (!std::exchange(job.running, false))
        return;
    const QString host = hostOf(job.url);
    --m_hosts[host].running;
    // from the loop, so that the next one starts when this one's story has been told
    QMetaObject::invokeMethod(this, [this, host] { startNext(host); }, Qt::QueuedConnection);
}

void RequestQueue::remove(Job& job)
{
    for (auto host = m_hosts.begin(); host != m_hosts.end(); ++host)
        std::erase(host->queue, &job);
    m_jobs.remove_if([&job](const Job& other) { return &other == &job; });
}

} // namespace hk::net
