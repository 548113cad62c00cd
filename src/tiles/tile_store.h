#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <chrono>
#include <memory>
#include <optional>

namespace hk::tiles {

struct StoredTile {
    QByteArray bytes = {};
    QByteArray etag = {};
    QDateTime lastModified = {};
    QDateTime expires = {};
    bool nothing = false; ///< the server has no tile there
};

/// Pictures of servers on disk: one SQLite file that can be thrown away at any time. Nothing here fails: what cannot be read is
/// not there, what cannot be written is not kept. A damaged file, or one of another kind at its place, is made anew. Several
/// stores, also of several programs, may work on one file. Thread-safe; a few milliseconds, for workers.
class TileStore {
public:
    struct Limits {
        qint64 mostBytes = 512LL * 1024 * 1024; ///< of pictures; those used longest ago go first
        std::chrono::hours mostAge = std::chrono::hours(180 * 24); ///< not used for so long: gone
        std::chrono::milliseconds touchEvery = std::chrono::minutes(1); ///< how exactly a use is noted
    };
    /// `folder` is made where it is missing.
    explicit TileStore(const QString& folder);
    TileStore(const QString& folder, Limits limits);
    ~TileStore();

    std::optional<StoredTile> find(const QString& source, const QString& key);
    void put(const QString& source, const QString& key, const StoredTile& tile);
    /// The server says that it is still good.
    void refresh(const QString& source, const QString& key, const QDateTime& expires);
    void forget(const QString& source, const QString& key);
    qint64 bytes(); ///< of the pictures in it
    static QString fileIn(const QString& folder);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::tiles
