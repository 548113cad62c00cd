#pragma once

#include "map/tile_source.h"
#include "tiles/service_layers.h"
#include "tiles/warp.h"

#include <QHash>
#include <list>
#include <mutex>

namespace hk::tiles {

/// A layer of a WMTS: its own tiles put together for each tile of the map, and warped where they lie in another CRS than Web
/// Mercator (Lantmäteriet's in EPSG:3006). The last ones fetched are kept, since a warped tile needs its neighbours' too.
class WmtsTiles : public map::TileSource {
public:
    /// Errors: those of capabilitiesOf; NotFound (the layer); CrsNotUnderstood.
    static Result<std::shared_ptr<WmtsTiles>> open(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});
    Description description() const override { return m_description; }
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;

private:
    struct Matrix {
        QString name;
        double pixel;      ///< units of the CRS
        double west, north;
        int tileWidth, tileHeight;
        qint64 columns, rows;
    };
    struct Place {
        std::size_t matrix;
        qint64 column, row;
        friend bool operator==(const Place&, const Place&) = default;
    };
    WmtsTiles() = default;
    Result<void> take(const TileMatrixSet& set);
    QUrl address(const Place& place) const;
    Result<QImage> own(const Place& place, std::stop_token stop);
    /// The part of one matrix around the rectangle (units of the CRS).
    Result<PlacedPicture> assembled(std::size_t matrix, const QRectF& rect, std::stop_token stop);

    std::shared_ptr<net::HttpClient> m_http;
    std::optional<net::Credentials> m_credentials;
    QUrl m_keys;         ///< by keys, where there is no template
    QString m_template;
    QString m_base;
    QString m_layer, m_style, m_format, m_set, m_crs;
    QHash<QString, QString> m_dimensions;
    std::vector<Matrix> m_matrices; ///< the coarsest first
    Description m_description;

    std::mutex m_mutex;
    std::list<std::pair<Place, QImage>> m_kept; ///< the last used first
};

} // namespace hk::tiles
