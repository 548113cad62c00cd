#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace hk::net {

struct Credentials {
    QString user;
    QString password;
    friend bool operator==(const Credentials&, const Credentials&) = default;
};

struct HttpRequest {
    QUrl url;                                ///< http or https
    QByteArray body = {};                    ///< not empty: a POST of a form
    QByteArray accept = {};                  ///< content types wanted
    std::optional<Credentials> credentials = {}; ///< HTTP basic; sent to that host alone, over a redirect to none other
    std::chrono::milliseconds timeout = std::chrono::seconds(20); ///< without a byte arriving
    qint64 mostBytes = 64 * 1024 * 1024;     ///< a longer answer is an error
    int retries = 2;                         ///< of what may pass: no connection, 429, 5xx; with back-off, or as Retry-After says
    QByteArray etag = {};                    ///< asks whether what one has is still good
    QDateTime modifiedSince = {};
};

struct HttpResponse {
    int status = 0;
    QByteArray body;
    QByteArray contentType; ///< without parameters, lower case
    QByteArray etag;
    QDateTime lastModified;
    QDateTime expires;      ///< UTC, from Cache-Control or Expires; invalid: not said
    bool notModified = false; ///< what one has is still good; the body is empty
    bool mayBeStored = true;  ///< false: the server asks that it be kept nowhere
};

/// A host as the limit, the keyring and questions to the user know it: "tile.example.org", with ":8080" where a port is given.
QString hostOf(const QUrl& url);

/// Fetches over HTTP for workers, and identifies the program by name, version and contact address. Nothing is ever fetched that
/// is not asked for. At most `perHost` requests run at a time to one host, the rest wait their turn. Thread-safe; the network
/// runs on a thread of its own.
class HttpClient {
public:
    static constexpr int perHost = 2;
    /// `contact`: an address at which a server's keeper reaches the one who runs this program; sent in User-Agent.
    /// `firstPause`: before the first retry; each further one waits twice as long.
    explicit HttpClient(QString contact, int mostPerHost = perHost,
                        std::chrono::milliseconds firstPause = std::chrono::milliseconds(500));
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    void setContact(const QString& contact);
    QString contact() const;

    using Progress = std::function<void(qint64 received, qint64 total)>; ///< on the network's thread; total -1: not known
    /// Blocks until the answer is there: one of 2xx, or 304 where `etag` or `modifiedSince` was given. Redirects are followed up
    /// to five times, never from https to http. Cookies are neither kept nor sent. Errors, each with the host as its first
    /// argument: Cancelled (within some milliseconds of a stop; `progress` is not called any more), NetworkFailed (also a body
    /// that breaks off), TimedOut, AccessDenied, CertificateWrong, AddressNotFound, AnswerNotUnderstood (redirects that do not
    /// end), AnswerTooLarge, ServerRefused; ValueNotUnderstood for an address that is not http or https.
    Result<HttpResponse> fetch(const HttpRequest& request, std::stop_token stop = {}, const Progress& progress = {}) const;

    /// "Handelsekartan/0.1.0 (contact)" as sent in User-Agent; header characters alone.
    static QByteArray userAgent(const QString& contact);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::net
