#pragma once

#include "core/result.h"
#include "map/basemap.h"
#include "map/layer_style.h"
#include "sqlite/database.h"

#include <QHash>
#include <QRectF>
#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace hk::map {

/// Where the features of one theme lie in a GeoPackage.
struct GpkgTable {
    BasemapTheme theme = BasemapTheme::Layer;
    QString table;
    QString geometryColumn;
    QString idColumn;         ///< the rowid's name
    QString nameColumn;       ///< empty: none
    QString classSql;         ///< expression over the columns of the table, which it calls f; empty: all of one class
    bool hasMapColumns = false; ///< ref, level and rank of a vector map
    double belowZoom = 99.0;  ///< of a coarser copy; 99: the theme itself
    QRectF bounds;            ///< plane metres; empty: no features
};

/// What lies in the file.
struct GpkgLayout {
    QString path;
    QString attribution;
    std::vector<GpkgTable> tables;
    QRectF bounds;
};

/// The layout of a vector map, or of one table of features with its coarser copies. Errors: as GpkgFeatures tells.
Result<GpkgLayout> readMapLayout(const QString& path);
Result<GpkgLayout> readLayerLayout(const QString& path, const QString& table, const LayerStyle& style);

/// One connection to the file, for one thread at a time.
class GpkgReader {
public:
    static Result<GpkgReader> open(const QString& path);
    struct Chunk {
        std::vector<BasemapFeature> features; ///< in drawing order; mercator and its bounds are set
        qint64 read = 0;
        qint64 damaged = 0;
    };
    /// What of the table meets the rectangle (Web Mercator metres) is added, without vertices nearer to the one before than
    /// `nearest` metres. Errors: FileDamaged, FileLocked, Cancelled.
    Result<void> read(const GpkgTable& table, const QRectF& rect, double nearest, const std::stop_token& stop, Chunk& chunk);

    /// The next `rows` rows with a name after the row `after`, by number; `after` becomes the last one's, and stays where there
    /// are no more. Errors: as read().
    Result<void> readNamed(const GpkgTable& table, qint64& after, qint64 rows, const std::stop_token& stop, Chunk& chunk);

private:
    explicit GpkgReader(sqlite::Database database, QString path) : m_database(std::move(database)), m_path(std::move(path)) {}
    QString shared(std::string_view text);
    void add(const sqlite::Statement& row, const GpkgTable& table, double nearest, Chunk& chunk);
    Result<void> readRows(sqlite::Statement& rows, const GpkgTable& table, double nearest, const std::stop_token& stop, Chunk& chunk,
                          qint64* lastRow);
    sqlite::Database m_database;
    QString m_path;
    QHash<QByteArray, QString> m_classes; ///< one string for each class, shared by its features
};

} // namespace hk::map
