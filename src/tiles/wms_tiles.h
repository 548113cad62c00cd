#pragma once

#include "map/tile_source.h"
#include "tiles/service_layers.h"

namespace hk::tiles {

/// A layer of a WMS (1.1.1 or 1.3.0), one picture for each tile: in Web Mercator where the service has it, else in SWEREF 99 TM
/// or degrees, warped.
class WmsTiles : public map::TileSource {
public:
    /// Asks for the capabilities. Errors: those of capabilitiesOf; NotFound (the layer); CrsNotUnderstood where it has no CRS of use.
    static Result<std::shared_ptr<WmsTiles>> open(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});
    Description description() const override { return m_description; }
    Result<QImage> tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop = {}) override;
    /// The question for one picture: `rect` in the CRS with x east and y north.
    QUrl mapAddress(const QRectF& rect, QSize size) const;

private:
    WmsTiles() = default;
    std::shared_ptr<net::HttpClient> m_http;
    std::optional<net::Credentials> m_credentials;
    QUrl m_address;
    QString m_version;
    QString m_layer;
    QString m_format;
    QString m_crs;
    bool m_northFirst = false; ///< in the question's box
    int m_mostPixels = 2048;
    Description m_description;
};

/// Web Mercator metres of a rectangle in degrees; empty for an empty one.
QRectF mercatorOfDegrees(const QRectF& degrees);
/// The address a service gives of itself, with what the user's has of its own: scheme and host stay the user's where the service
/// names a host that is not reachable from outside (it often does) or an address of another scheme.
QUrl serviceAddress(const QString& said, const QString& users);

} // namespace hk::tiles
