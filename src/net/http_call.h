#pragma once

#include "net/http_client.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <condition_variable>
#include <mutex>

namespace hk::net {

/// What the waiting thread and the network's share of one request.
struct Waiting {
    HttpRequest request;
    HttpClient::Progress progress;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Result<HttpResponse>> result;
    bool abandoned = false; ///< the waiting thread has gone: progress is told to nobody

    void finish(Result<HttpResponse> outcome);
    void tell(qint64 received, qint64 total);
    bool isAbandoned();
};

/// One try of a request against one address: from sending to the last byte. Lives on the network's thread; hands the outcome
/// over exactly once, unless it is deleted before.
class HttpCall : public QObject {
public:
    struct Outcome {
        std::optional<HttpResponse> response = {};
        std::optional<Error> error = {};
        std::optional<QUrl> redirect = {}; ///< where to ask instead
        bool mayPass = false;         ///< an error that another try may not meet
        std::optional<std::chrono::milliseconds> wait = {}; ///< as Retry-After says
        int status = 0;
    };
    using Done = std::function<void(Outcome)>;

    HttpCall(QNetworkAccessManager& manager, const QUrl& url, bool asPost, bool withCredentials, const QByteArray& agent,
             std::shared_ptr<Waiting> waiting, Done done);
    ~HttpCall() override;

private:
    void received();
    void finished();
    Outcome judge();
    Outcome refusal(int status);
    Outcome transportError();
    void giveUp(ErrorCode code, QStringList more, const QString& detail, bool mayPass);
    Error errorOf(ErrorCode code, const QString& detail) const;
    void deliver(Outcome outcome);

    QUrl m_url;
    QString m_host;
    std::shared_ptr<Waiting> m_waiting;
    Done m_done;
    QPointer<QNetworkReply> m_reply; ///< goes with its manager at the latest
    QByteArray m_body;
    QTimer m_silence;
    QElapsedTimer m_since;     ///< of the window in which the least rate is asked
    qint64 m_bytesThen = 0;
    bool m_certificateWrong = false;
};

} // namespace hk::net
