#include "net/http_client.h"

#include "net/request_queue.h"

#include <QThread>
#include <QThreadPool>

namespace hk::net {

QString hostOf(const QUrl& url)
{
    const QString host = url.host().toLower();
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

struct HttpClient::Impl {
    mutable std::mutex mutex;
    QString contact;
    QThread thread;
    std::unique_ptr<RequestQueue> queue; ///< on the thread
};

HttpClient::HttpClient(QString contact, int mostPerHost, std::chrono::milliseconds firstPause)
    : m_impl(std::make_unique<Impl>())
{
    m_impl->contact = std::move(contact);
    m_impl->queue = std::make_unique<RequestQueue>(mostPerHost, firstPause);
    m_impl->queue->moveToThread(&m_impl->thread);
    m_impl->thread.setObjectName(QStringLiteral("network"));
    // the queue's timers and sockets must go where they live
    QObject::connect(&m_impl->thread, &QThread::finished, [this] { m_impl->queue.reset(); });
}

HttpClient::~HttpClient()
{
    if (!m_impl->thread.isRunning())
        return;
    m_impl->thread.quit();
    m_impl->thread.wait();
}

void HttpClient::setContact(const QString& contact)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->contact = contact;
}

QString HttpClient::contact() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->contact;
}

Result<HttpResponse> HttpClient::fetch(const HttpRequest& request, std::stop_token stop, const Progress& progress) const
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return fail(ErrorCode::ValueNotUnderstood, {},
                    {request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toDisplayString()});
    const Error cancelled{ErrorCode::Cancelled, {}, {hostOf(request.url)}, {}};
    if (stop.stop_requested())
        return tl::unexpected(cancelled);

    auto waiting = std::make_shared<Waiting>();
    waiting->request = request;
    // a name in the address would be kept and shown with it
    waiting->request.url = request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    waiting->progress = progress;
    RequestQueue* queue = m_impl->queue.get();
    QByteArray agent;
    {
        const std::lock_guard lock(m_impl->mutex);
        if (!m_impl->thread.isRunning()) // started by the first who asks: most never do
            m_impl->thread.start();
        agent = userAgent(m_impl->contact);
    }
    QMetaObject::invokeMethod(queue, [queue, waiting, agent] {
        queue->setAgent(agent);
        queue->add(waiting);
    });

    // the common pool has as many threads as there are cores: one that sleeps for a server leaves its place to others
    QThreadPool* pool = QThreadPool::globalInstance();
    const bool leavesPlace = pool->contains(QThread::currentThread());
    if (leavesPlace)
        pool->releaseThread();
    std::unique_lock lock(waiting->mutex);
    waiting->changed.wait(lock, stop, [&] { return waiting->result.has_value(); });
    if (leavesPlace)
        pool->reserveThread();
    waiting->abandoned = true;
    if (waiting->result)
        return std::move(*waiting->result);
    lock.unlock();
    QMetaObject::invokeMethod(queue, [queue, waiting] { queue->drop(waiting); });
    return tl::unexpected(cancelled);
}

} // namespace hk::net
