#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>
#include <chrono>
#include <memory>
#include <vector>

namespace hk::test {

/// A web server on 127.0.0.1 and a port of its own, on a thread of its own, whose answers are written down beforehand. It
/// answers over one connection one request at a time and keeps the connection.
class HttpServer {
public:
    struct Answer {
        int status = 200;
        QByteArray body = {};
        QByteArray type = "text/plain";
        QList<QPair<QByteArray, QByteArray>> headers = {};
        std::chrono::milliseconds delay{0};
        int dripBytes = 0; ///< not 0: the body comes in pieces of that size
        std::chrono::milliseconds dripEvery{20};
        int breakOffAfter = -1; ///< bytes of the body after which the connection ends, whatever Content-Length says
        bool hang = false;      ///< the request is taken and never answered
        bool close = false;     ///< the connection ends without a word
        QByteArray raw = {};    ///< not empty: sent as it is, and the connection ends
    };
    struct Request {
        QByteArray method;
        QString path; ///< with its query
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    enum class Security { None, WrongCertificate };

    /// WrongCertificate: TLS with a certificate that nobody vouches for, made now; see isReady().
    explicit HttpServer(Security security = Security::None);
    ~HttpServer();

    /// False where no certificate could be made because there is no `openssl` on this computer.
    bool isReady() const;

    /// Answers to a path, one after the other; the last one stays. A path with its query goes before one without, and
    /// "/folder/*" stands for all below. What has no answer is 404.
    void answers(const QString& path, std::vector<Answer> answers);
    void answer(const QString& path, Answer answer) { answers(path, {std::move(answer)}); }
    static Answer redirect(const QString& to, int status = 302);

    QUrl url(const QString& path = QStringLiteral("/")) const;
    QString host() const; ///< "127.0.0.1:port"
    quint16 port() const;

    std::vector<Request> requests() const;
    int count() const;
    int count(const QString& path) const; ///< with its query
    int mostAtOnce() const; ///< requests that were being answered at the same time
    /// Blocks until so many requests have come; false after five seconds.
    bool waitFor(int requests) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::test
