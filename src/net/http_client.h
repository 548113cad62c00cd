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
    bool notModified = false;
};

/// Fetches over HTTP for workers, and identifies the program by name, version and contact address. Nothing is ever fetched that
/// is not asked for. At most `perHost` requests run at a time to one host, the rest wait their turn. Thread-safe; the network
/// runs on a thread of its own.
class HttpClient {
public:
    static constexpr int perHost = 2;
    /// `contact`: an address at which a server's keeper reaches the one who runs this program; sent in User-Agent.
    explicit HttpClient(QString contact, int mostPerHost = perHost);
    ~HttpClient();

    using Progress = std::function<void(qint64 received, qint64 total)>; ///< on the network's thread; total -1: not known
    /// Blocks until the answer is there. Redirects are followed up to five times, never from https to http. Errors: Cancelled
    /// (within some milliseconds of a stop), and those of the network, each with the host as its first argument.
    Result<HttpResponse> fetch(const HttpRequest& request, std::stop_token stop = {}, const Progress& progress = {}) const;

    /// "Handelsekartan/0.1.0 (contact)" as sent in User-Agent; header characters alone.
    static QByteArray userAgent(const QString& contact);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::net
