#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace hk::tiles {

/// What a background or a raster layer is read from. Text for settings and files; never holds a password (that is in the system's
/// keyring under the address's host and the user). A value.
struct SourceSpec {
    enum class Kind {
        Xyz,         ///< address: template with {z} {x} {y}, perhaps {s} and {r}
        Wms,         ///< address: of the capabilities, layer: its name
        Wmts,        ///< the same
        MbTiles,     ///< address: path of a file of pictures
        VectorTiles, ///< path of an MBTiles file or a directory of vector tiles (MVT)
        VectorMap,   ///< path of a GeoPackage as core/map_tables.h tells
        Raster       ///< path of anything GDAL reads as a picture: GeoTIFF, GeoPackage, …
    };
    Kind kind = Kind::Xyz;
    QString title;
    QString address;
    QString layer;       ///< of a service or of a file with several
    QString format;      ///< "image/png"; empty: the service's first
    QString attribution;
    QString user;        ///< empty: no authentication
    int lowestZoom = 0;   ///< of the server's own pyramid (256-px tiles)
    int highestZoom = 19;
    friend bool operator==(const SourceSpec&, const SourceSpec&) = default;
};

QJsonObject toJson(const SourceSpec& spec);
/// Error: ValueNotUnderstood with the key as its field.
Result<SourceSpec> sourceSpecFromJson(const QJsonObject& object);

} // namespace hk::tiles
