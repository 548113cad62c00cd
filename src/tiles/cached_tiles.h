#pragma once

#include "tiles/tile_bytes.h"
#include "tiles/tile_store.h"

#include <QElapsedTimer>
#include <functional>
#include <memory>
#include <mutex>

namespace hk::tiles {

/// A cache before a source of tiles. What is fresh comes from disk; what is not is asked for again, and where no answer comes
/// the old one is shown. After a failure the server is left alone for some seconds, so that a map without network is as quick
/// as one with. Thread-safe.
class CachedTiles : public TileBytes {
public:
    using Clock = std::function<QDateTime()>;
    /// `name` tells the sources of one store apart. `store` may be null: nothing is kept. `quietAfterFailure`: how long nothing
    /// is asked after no answer came. `clock`: UTC, the computer's own unless given.
    CachedTiles(std::shared_ptr<TileBytes> source, std::shared_ptr<TileStore> store, QString name,
                std::chrono::milliseconds quietAfterFailure = std::chrono::seconds(10), Clock clock = {});

    Result<Answer> fetch(const TileKey& key, const Known& known, std::stop_token stop) override;
    void forget(const TileKey& key) override;

private:
    Result<Answer> ask(const TileKey& key, const std::optional<StoredTile>& old, std::stop_token stop);
    std::optional<Error> stillQuiet();
    void noteFailure(const Error& error);

    const std::shared_ptr<TileBytes> m_source;
    const std::shared_ptr<TileStore> m_store;
    const QString m_name;
    const std::chrono::milliseconds m_quietAfterFailure;
    const Clock m_clock;
    std::mutex m_mutex;
    std::optional<Error> m_failure;
    QElapsedTimer m_sinceFailure;
};

} // namespace hk::tiles
