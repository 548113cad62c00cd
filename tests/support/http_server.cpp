#include "support/http_server.h"

#include <QFile>
#include <QHostAddress>
#include <QPointer>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace hk::test {

namespace {

/// A key and a certificate signed by itself, made for this run.
QSslConfiguration selfSigned()
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    const QTemporaryDir folder;
    if (openssl.isEmpty() || !folder.isValid())
        return {};
    const QString key = folder.filePath(QStringLiteral("key"));
    const QString certificate = folder.filePath(QStringLiteral("certificate"));
    QProcess process;
    process.start(openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                            QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                            QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    QFile keyFile(key);
    if (!keyFile.open(QIODevice::ReadOnly))
        return {};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    return configuration;
}

QByteArray reason(int status)
{
    static const QHash<int, QByteArray> reasons{{200, "OK"}, {302, "Found"}, {304, "Not Modified"}, {401, "Unauthorized"},
                                                {404, "Not Found"}, {429, "Too Many Requests"}, {503, "Service Unavailable"}};
    return reasons.value(status, "Status");
}

class Listener : public QTcpServer {
public:
    std::function<void(QTcpSocket*)> arrived;
    QSslConfiguration tls;

protected:
    void incomingConnection(qintptr handle) override
    {
        QTcpSocket* socket = nullptr;
        if (tls.privateKey().isNull()) {
            socket = new QTcpSocket(this);
            socket->setSocketDescriptor(handle);
        } else {
            auto* secure = new QSslSocket(this);
            secure->setSslConfiguration(tls);
            secure->setSocketDescriptor(handle);
            secure->startServerEncryption();
            socket = secure;
        }
        arrived(socket);
    }
};

} // namespace

struct HttpServer::Impl {
    mutable std::mutex mutex;
    mutable std::condition_variable changed;
    QHash<QString, std::vector<Answer>> answers;
    QHash<QString, std::size_t> given;
    std::vector<Request> requests;
    int answering = 0;
    int mostAtOnce = 0;
    quint16 port = 0;
    bool secure = false;
    bool ready = false;
    QThread thread;
    Listener* listener = nullptr; ///< on the thread

    Answer next(const QString& path)
    {
        QString key = path;
        if (!answers.contains(key))
            key = path.section(u'?', 0, 0);
        for (QString folder = key; !answers.contains(key) && folder.contains(u'/');) {
            folder = folder.section(u'/', 0, -2);
            if (answers.contains(folder + QStringLiteral("/*")))
                key = folder + QStringLiteral("/*");
        }
        if (!answers.contains(key))
            return {.status = 404, .body = "nothing here"};
        const std::vector<Answer>& all = answers[key];
        std::size_t& index = given[key];
        return all[std::min(index++, all.size() - 1)];
    }

    void serve(QTcpSocket* socket);
    void take(QTcpSocket* socket, Request request);
    void send(QTcpSocket* socket, const Answer& answer);
    void drip(QTcpSocket* socket, QByteArray rest, int bytes, std::chrono::milliseconds every);
    void answered()
    {
        const std::lock_guard lock(mutex);
        --answering;
    }
};

void HttpServer::Impl::serve(QTcpSocket* socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    auto buffer = std::make_shared<QByteArray>();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, buffer] {
        *buffer += socket->readAll();
        const qsizetype end = buffer->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        const QList<QByteArray> lines = buffer->left(end).split('\n');
        const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
        request.method = first.value(0);
        request.path = QString::fromUtf8(first.value(1));
        for (const QByteArray& line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toInt();
        if (buffer->size() < end + 4 + length)
            return;
        request.body = buffer->mid(end + 4, length);
        buffer->remove(0, end + 4 + length);
        take(socket, std::move(request));
    });
}

void HttpServer::Impl::take(QTcpSocket* socket, Request request)
{
    Answer answer;
    {
        const std::lock_guard lock(mutex);
        answer = next(request.path);
        requests.push_back(std::move(request));
        ++answering;
        mostAtOnce = std::max(mostAtOnce, answering);
    }
    changed.notify_all();
    if (answer.hang)
        return;
    QTimer::singleShot(answer.delay, socket, [this, socket, answer] { send(socket, answer); });
}

void HttpServer::Impl::send(QTcpSocket* socket, const Answer& answer)
{
    if (answer.close || !answer.raw.isEmpty()) {
        answered();
        socket->write(answer.raw);
        socket->disconnectFromHost();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    head += "Content-Type: " + answer.type + "\r\n";
    if (answer.status != 304)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    for (const auto& [name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    socket->write(head + "\r\n");
    if (answer.breakOffAfter >= 0) {
        answered();
        socket->write(answer.body.left(answer.breakOffAfter));
        socket->disconnectFromHost();
    } else if (answer.dripBytes > 0) {
        drip(socket, answer.body, answer.dripBytes, answer.dripEvery);
    } else {
        answered();
        socket->write(answer.body);
    }
}

void HttpServer::Impl::drip(QTcpSocket* socket, QByteArray rest, int bytes, std::chrono::milliseconds every)
{
    socket->write(rest.left(bytes));
    rest.remove(0, bytes);
    if (rest.isEmpty())
        return answered();
    QTimer::singleShot(every, socket, [this, socket, rest, bytes, every] { drip(socket, rest, bytes, every); });
}

HttpServer::HttpServer(Security security)
    : m_impl(std::make_unique<Impl>())
{
    const QSslConfiguration tls = security == Security::None ? QSslConfiguration() : selfSigned();
    m_impl->secure = security != Security::None;
    if (m_impl->secure && tls.privateKey().isNull())
        return;
    m_impl->listener = new Listener;
    m_impl->listener->tls = tls;
    m_impl->listener->arrived = [impl = m_impl.get()](QTcpSocket* socket) { impl->serve(socket); };
    m_impl->ready = m_impl->listener->listen(QHostAddress::LocalHost, 0);
    m_impl->port = m_impl->listener->serverPort();
    m_impl->listener->moveToThread(&m_impl->thread);
    QObject::connect(&m_impl->thread, &QThread::finished, m_impl->listener, &QObject::deleteLater);
    m_impl->thread.start();
}

HttpServer::~HttpServer()
{
    m_impl->thread.quit();
    m_impl->thread.wait();
}

bool HttpServer::isReady() const { return m_impl->ready; }

void HttpServer::answers(const QString& path, std::vector<Answer> answers)
{
    const std::lock_guard lock(m_impl->mutex);
    m_impl->answers.insert(path, std::move(answers));
    m_impl->given.insert(path, 0);
}

HttpServer::Answer HttpServer::redirect(const QString& to, int status)
{
    return {.status = status, .headers = {{"Location", to.toUtf8()}}};
}

QUrl HttpServer::url(const QString& path) const
{
    return QUrl((m_impl->secure ? QStringLiteral("https://") : QStringLiteral("http://")) + host() + path);
}

QString HttpServer::host() const { return QStringLiteral("127.0.0.1:%1").arg(m_impl->port); }

quint16 HttpServer::port() const { return m_impl->port; }

std::vector<HttpServer::Request> HttpServer::requests() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->requests;
}

int HttpServer::count() const { return static_cast<int>(requests().size()); }

int HttpServer::count(const QString& path) const
{
    int found = 0;
    for (const Request& request : requests())
        found += request.path == path ? 1 : 0;
    return found;
}

int HttpServer::mostAtOnce() const
{
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->mostAtOnce;
}

bool HttpServer::waitFor(int requests) const
{
    std::unique_lock lock(m_impl->mutex);
    return m_impl->changed.wait_for(lock, std::chrono::seconds(5),
                                    [&] { return static_cast<int>(m_impl->requests.size()) >= requests; });
}

} // namespace hk::test
