#pragma once

#include "core/result.h"
#include "geo/tile.h"
#include "sqlite/database.h"
#include "tiles/handle_pool.h"

#include <QByteArray>
#include <QHash>
#include <QRectF>
#include <memory>
#include <optional>

namespace hk::tiles {

/// What an MBTiles file says of itself (its table "metadata"), made good where it is silent or wrong. A value.
struct MbTilesFacts {
    QString title = {};
    QString attribution = {}; ///< without markup
    QString format = {};      ///< "png", "jpg", "webp", "pbf"; found from a tile where the file does not say
    int lowestZoom = 0;       ///< of its own tiles
    int highestZoom = 0;
    QRectF bounds = {};       ///< Web Mercator metres; empty: not said
    bool vector() const { return format == QLatin1String("pbf"); }
};

/// The facts from the rows of the table, as far as they can be understood. `bounds` in degrees "w,s,e,n".
MbTilesFacts factsFromMetadata(const QHash<QString, QString>& metadata);

/// A file of tiles [MBTiles 1.3]: rows counted from the south there, from the north here. Thread-safe.
class MbTilesFile {
public:
    /// Errors: FileNotFound, FileNotOurs (no SQLite, or another kind of it), FileDamaged.
    static Result<std::shared_ptr<MbTilesFile>> open(const QString& path);
    const MbTilesFacts& facts() const { return m_facts; }
    const QString& path() const { return m_path; }
    /// One of its tiles, as an example; empty: there is none.
    const QByteArray& sample() const { return m_sample; }
    /// The bytes of a tile of its own pyramid; none: it is not there. Error FileDamaged.
    Result<std::optional<QByteArray>> bytes(const geo::TileId& tile);

private:
    explicit MbTilesFile(QString path)
        : m_path(std::move(path))
    {}
    Result<HandlePool<sqlite::Database>::Lease> connection();
    Result<void> readFacts();
    Error errorOf(const sqlite::Failure& failure) const;

    QString m_path;
    MbTilesFacts m_facts;
    QByteArray m_sample;
    HandlePool<sqlite::Database> m_connections;
};

} // namespace hk::tiles
