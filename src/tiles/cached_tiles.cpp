#include "tiles/cached_tiles.h"

namespace hk::tiles {

namespace {

TileBytes::Answer answerOf(const StoredTile& tile)
{
    return {.bytes = tile.bytes,
            .etag = tile.etag,
            .lastModified = tile.lastModified,
            .expires = tile.expires,
            .nothing = tile.nothing};
}

/// Failures that say something of the server, not of one tile.
bool concernsAll(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetworkFailed:
    case ErrorCode::TimedOut:
    case ErrorCode::AccessDenied:
    case ErrorCode::CertificateWrong:
    case ErrorCode::ServerRefused:
        return true;
    default:
        return false;
    }
}

} // namespace

CachedTiles::CachedTiles(std::shared_ptr<TileBytes> source, std::shared_ptr<TileStore> store, QString name,
                         std::chrono::milliseconds quietAfterFailure, Clock clock)
    : m_source(std::move(source))
    , m_store(std::move(store))
    , m_name(std::move(name))
    , m_quietAfterFailure(quietAfterFailure)
    , m_clock(clock ? std::move(clock) : Clock([] { return QDateTime::currentDateTimeUtc(); }))
{}

Result<TileBytes::Answer> CachedTiles::fetch(const TileKey& key, const Known&, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    const std::optional<StoredTile> old = m_store ? m_store->find(m_name, key.text()) : std::nullopt;
    if (old && m_clock() < old->expires)
        return answerOf(*old);
    if (const std::optional<Error> error = stillQuiet())
        return old ? Result<Answer>(answerOf(*old)) : tl::unexpected(*error);
    Result<Answer> answer = ask(key, old, std::move(stop));
    if (answer || answer.error().code == ErrorCode::Cancelled)
        return answer;
    noteFailure(answer.error());
    if (old)
        return answerOf(*old);
    return answer;
}

Result<TileBytes::Answer> CachedTiles::ask(const TileKey& key, const std::optional<StoredTile>& old, std::stop_token stop)
{
    Known known;
    if (old && !old->nothing)
        known = {.picture = true, .etag = old->etag, .lastModified = old->lastModified};
    Result<Answer> answer = m_source->fetch(key, known, std::move(stop));
    if (!answer)
        return answer;
    {
        const std::lock_guard lock(m_mutex);
        m_failure.reset();
    }
    if (answer->notModified && old) {
        if (m_store)
            m_store->refresh(m_name, key.text(), answer->expires);
        Answer kept = answerOf(*old);
        kept.expires = answer->expires;
        return kept;
    }
    if (m_store && answer->mayBeStored)
        m_store->put(m_name, key.text(),
                     {.bytes = answer->bytes,
                      .etag = answer->etag,
                      .lastModified = answer->lastModified,
                      .expires = answer->expires,
                      .nothing = answer->nothing});
    return answer;
}

void CachedTiles::forget(const TileKey& key)
{
    if (m_store)
        m_store->forget(m_name, key.text());
    m_source->forget(key);
}

std::optional<Error> CachedTiles::stillQuiet()
{
    const std::lock_guard lock(m_mutex);
    if (!m_failure || m_sinceFailure.hasExpired(m_quietAfterFailure.count()))
        return std::nullopt;
    return m_failure;
}

void CachedTiles::noteFailure(const Error& error)
{
    if (!concernsAll(error.code))
        return;
    const std::lock_guard lock(m_mutex);
    m_failure = error;
    m_sinceFailure.start();
}

} // namespace hk::tiles
