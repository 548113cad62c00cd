#include "net/http_call.h"

#include "net/http_headers.h"

#include <QNetworkRequest>
#include <QSslError>

namespace hk::net {

namespace {

/// A server that sends less than this is as good as silent.
constexpr qint64 leastBytesPerSecond = 16;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QNetworkRequest networkRequest(const QUrl& url, const HttpRequest& asked, bool withCredentials, const QByteArray& agent)
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", agent);
    if (!asked.accept.isEmpty())
        request.setRawHeader("Accept", asked.accept);
    if (!asked.etag.isEmpty())
        request.setRawHeader("If-None-Match", asked.etag);
    if (asked.modifiedSince.isValid())
        request.setRawHeader("If-Modified-Since", asHttpDate(asked.modifiedSince));
    if (withCredentials && asked.credentials) {
        const QString both = asked.credentials->user + u':' + asked.credentials->password;
        request.setRawHeader("Authorization", "Basic " + both.toUtf8().toBase64());
    }
    if (!asked.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

void Waiting::finish(Result<HttpResponse> outcome)
{
    const std::lock_guard lock(mutex);
    if (!result)
        result = std::move(outcome);
    changed.notify_all();
}

void Waiting::tell(qint64 received, qint64 total)
{
    const std::lock_guard lock(mutex);
    if (!abandoned && progress)
        progress(received, total);
}

bool Waiting::isAbandoned()
{
    const std::lock_guard lock(mutex);
    return abandoned;
}

HttpCall::HttpCall(QNetworkAccessManager& manager, const QUrl& url, bool asPost, bool withCredentials,
                   const QByteArray& agent, std::shared_ptr<Waiting> waiting, Done done)
    : m_url(url)
    , m_host(hostOf(url))
    , m_waiting(std::move(waiting))
    , m_done(std::move(done))
{
    const HttpRequest& asked = m_waiting->request;
    const QNetworkRequest request = networkRequest(url, asked, withCredentials, agent);
    m_reply = asPost ? manager.post(request, asked.body) : manager.get(request);
    m_reply->setReadBufferSize(0);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this] { m_certificateWrong = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::received);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::finished);
    // a form may take long to send, too
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 sent) {
        if (sent > 0)
            m_silence.start();
    });
    connect(&m_silence, &QTimer::timeout, this, [this] { giveUp(ErrorCode::TimedOut, {}, QStringLiteral("no byte"), false); });
    m_silence.setSingleShot(true);
    m_silence.start(asked.timeout);
    m_since.start();
}

HttpCall::~HttpCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpCall::received()
{
    const HttpRequest& asked = m_waiting->request;
    m_body += m_reply->readAll();
    if (m_body.size() > asked.mostBytes)
        return giveUp(ErrorCode::AnswerTooLarge, {QString::number(asked.mostBytes)}, {}, false);
    m_silence.start();
    const qint64 past = m_since.elapsed();
    if (past > asked.timeout.count()) {
        if ((m_body.size() - m_bytesThen) * 1000 < leastBytesPerSecond * past)
            return giveUp(ErrorCode::TimedOut, {}, QStringLiteral("too few bytes a second"), false);
        m_since.start();
        m_bytesThen = m_body.size();
    }
    bool known = false;
    const qint64 total = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&known);
    m_waiting->tell(m_body.size(), known ? total : -1);
}

void HttpCall::finished()
{
    if (m_reply->error() == QNetworkReply::NoError || m_reply->isOpen()) {
        m_body += m_reply->readAll();
        if (m_body.size() > m_waiting->request.mostBytes)
            return giveUp(ErrorCode::AnswerTooLarge, {QString::number(m_waiting->request.mostBytes)}, {}, false);
    }
    deliver(judge());
}

HttpCall::Outcome HttpCall::judge()
{
    Outcome outcome;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isRedirect(status)) {
        outcome.status = status;
        outcome.redirect = m_url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        if (m_reply->rawHeader("Location").isEmpty())
            outcome = {.error = errorOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("a redirect to nowhere"))};
        return outcome;
    }
    if (status >= 400)
        return refusal(status);
    if (m_reply->error() != QNetworkReply::NoError)
        return transportError();
    const HttpRequest& asked = m_waiting->request;
    const bool conditional = !asked.etag.isEmpty() || asked.modifiedSince.isValid();
    if (status < 200 || (status >= 300 && !(status == 304 && conditional)))
        return {.error = errorOf(ErrorCode::AnswerNotUnderstood, QStringLiteral("HTTP %1").arg(status))};

    HttpResponse response;
    response.status = status;
    response.notModified = status == 304;
    if (!response.notModified)
        response.body = std::move(m_body);
    response.contentType = mediaType(m_reply->rawHeader("Content-Type"));
    response.etag = m_reply->rawHeader("ETag");
    response.lastModified = httpDate(m_reply->rawHeader("Last-Modified"));
    const CacheVerdict verdict = cacheVerdict({m_reply->rawHeader("Cache-Control"), m_reply->rawHeader("Expires"),
                                               m_reply->rawHeader("Date"), m_reply->rawHeader("Age")},
                                              QDateTime::currentDateTimeUtc());
    response.expires = verdict.expires;
    response.mayBeStored = verdict.mayBeStored;
    outcome.response = std::move(response);
    return outcome;
}

HttpCall::Outcome HttpCall::refusal(int status)
{
    const QString detail =
        QStringLiteral("HTTP %1 %2")
            .arg(QString::number(status),
                 m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(80));
    if (status == 401 || status == 403 || status == 407)
        return {.error = errorOf(ErrorCode::AccessDenied, detail)};
    if (status == 404 || status == 410)
        return {.error = errorOf(ErrorCode::AddressNotFound, detail)};
    return {.error = errorOf(ErrorCode::ServerRefused, detail),
            .mayPass = status == 408 || status == 429 || status >= 500,
            .wait = retryAfter(m_reply->rawHeader("Retry-After"), QDateTime::currentDateTimeUtc())};
}

HttpCall::Outcome HttpCall::transportError()
{
    // Qt's words name no more than the host here; what a server says with a status never comes this way
    const QString words = m_reply->errorString();
    if (m_certificateWrong || m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return {.error = errorOf(ErrorCode::CertificateWrong, words)};
    if (m_reply->error() == QNetworkReply::TimeoutError)
        return {.error = errorOf(ErrorCode::TimedOut, words)};
    if (m_reply->error() == QNetworkReply::ProtocolFailure || m_reply->error() == QNetworkReply::ProtocolInvalidOperationError)
        return {.error = errorOf(ErrorCode::AnswerNotUnderstood, words)};
    return {.error = errorOf(ErrorCode::NetworkFailed, words), .mayPass = true};
}

void HttpCall::giveUp(ErrorCode code, QStringList more, const QString& detail, bool mayPass)
{
    Error error = errorOf(code, detail);
    error.arguments += more;
    m_reply->disconnect(this);
    m_reply->abort();
    deliver({.error = std::move(error), .mayPass = mayPass});
}

Error HttpCall::errorOf(ErrorCode code, const QString& detail) const
{
    return {code, {}, {m_host}, detail};
}

void HttpCall::deliver(Outcome outcome)
{
    m_silence.stop();
    if (const Done done = std::exchange(m_done, {}))
        done(std::move(outcome));
}

} // namespace hk::net
