#include "tiles/http_tiles.h"

namespace hk::tiles {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostBytes = 8 * 1024 * 1024; // far over any tile
constexpr qint64 freshUnlessSaid = 7 * 24 * 3600;
constexpr qint64 nothingFor = 3600;
/// With an old picture in hand a map does not wait long for a newer one.
constexpr auto briefly = 5s;

bool isPicture(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("GIF8") ||
           (bytes.startsWith("RIFF") && QByteArrayView(bytes).sliced(std::min<qsizetype>(8, bytes.size())).startsWith("WEBP"));
}

} // namespace

HttpTiles::HttpTiles(AddressTemplate address, std::shared_ptr<net::HttpClient> http, QString user, Password password)
    : m_address(std::move(address))
    , m_http(std::move(http))
    , m_user(std::move(user))
    , m_password(std::move(password))
{}

Result<std::optional<net::Credentials>> HttpTiles::credentials(const QString& host, const std::stop_token& stop)
{
    if (m_user.isEmpty())
        return std::nullopt;
    std::unique_lock lock(m_mutex); // the keyring is asked once, however many tiles come at a time
    if (!m_answered.wait(lock, stop, [this] { return m_credentials || !m_asking; }))
        return fail(ErrorCode::Cancelled);
    if (m_credentials)
        return m_credentials;
    m_asking = true;
    lock.unlock();
    const QString password = m_password ? m_password(host, m_user, stop) : QString();
    lock.lock();
    m_asking = false;
    m_answered.notify_all();
    if (password.isEmpty() && stop.stop_requested()) // the next one asks
        return fail(ErrorCode::Cancelled);
    m_credentials = net::Credentials{m_user, password};
    return m_credentials;
}

Result<TileBytes::Answer> HttpTiles::fetch(const TileKey& key, const Known& known, std::stop_token stop)
{
    net::HttpRequest request{.url = m_address.url(key),
                             .accept = "image/png,image/jpeg,image/webp,image/*;q=0.8",
                             .mostBytes = mostBytes,
                             .etag = known.etag,
                             .modifiedSince = known.lastModified};
    const QString host = net::hostOf(request.url);
    const auto credentialsNow = credentials(host, stop);
    if (!credentialsNow)
        return tl::unexpected(credentialsNow.error());
    request.credentials = *credentialsNow;
    if (known.picture) {
        request.timeout = briefly;
        request.retries = 0;
    }
    const auto response = m_http->fetch(request, std::move(stop));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!response) {
        if (response.error().code == ErrorCode::AddressNotFound)
            return Answer{.expires = now.addSecs(nothingFor), .nothing = true};
        if (response.error().code == ErrorCode::AccessDenied) { // it may be changed meanwhile
            const std::lock_guard lock(m_mutex);
            m_credentials.reset();
        }
        return tl::unexpected(response.error());
    }
    Answer answer{.bytes = response->body,
                  .etag = response->etag,
                  .lastModified = response->lastModified,
                  .expires = response->expires.isValid() ? response->expires : now.addSecs(freshUnlessSaid),
                  .notModified = response->notModified,
                  .mayBeStored = response->mayBeStored};
    if (answer.notModified)
        return answer;
    if (answer.bytes.isEmpty())
        return Answer{.expires = now.addSecs(nothingFor), .nothing = true};
    if (!isPicture(answer.bytes))
        return fail(ErrorCode::AnswerNotUnderstood, {}, {host}, QString::fromLatin1(response->contentType.left(80)));
    return answer;
}

} // namespace hk::tiles
