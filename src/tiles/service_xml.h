#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace hk::tiles {

/// One layer that can be asked for, in a service's own words.
struct ServiceLayer {
    QString name;
    QString title;
    QStringList formats;      ///< of pictures, "image/png" …
    QStringList crs;          ///< "EPSG:3006", "CRS:84" …
    QString attribution;
    QRectF bounds;            ///< degrees, WGS 84, x east; empty: not said
    QString style = {};       ///< the service's own choice
    QString address = {};     ///< WMTS: template with {TileMatrix} {TileRow} {TileCol}; empty: by keys
    QStringList matrixSets = {}; ///< WMTS
    QHash<QString, QString> dimensions = {}; ///< WMTS: with their standard values
};

/// What a WMS says that it can [OGC 01-068r3 (1.1.1), 06-042 (1.3.0)].
struct WmsCapabilities {
    QString version;
    QString getMap; ///< address of the operation
    int mostPixels = 0; ///< along a side; 0: not said
    std::vector<ServiceLayer> layers;
};

struct TileMatrix {
    QString name;
    double scale = 0;      ///< denominator at 0.28 mm a pixel
    double first = 0;      ///< top left corner in the order of the axes as the service writes it
    double second = 0;
    int tileWidth = 256, tileHeight = 256;
    qint64 columns = 0, rows = 0;
};
struct TileMatrixSet {
    QString name;
    QString crs;           ///< "EPSG:3006"
    bool ownAxes = true;   ///< written as a URN: corners in the CRS's own order of axes
    std::vector<TileMatrix> matrices;
};
/// What a WMTS says that it can [OGC 07-057r7].
struct WmtsCapabilities {
    QString getTile; ///< by keys
    std::vector<ServiceLayer> layers;
    std::vector<TileMatrixSet> sets;
};

/// "urn:ogc:def:crs:EPSG::3006", "http://www.opengis.net/def/crs/EPSG/0/3006", "EPSG:3006" → "EPSG:3006"; the old names of Web
/// Mercator → "EPSG:3857".
QString crsNameOf(const QString& written);

/// Nothing where the text is not such a document, or names no layer.
std::optional<WmsCapabilities> readWmsCapabilities(const QByteArray& xml);
std::optional<WmtsCapabilities> readWmtsCapabilities(const QByteArray& xml);
/// The words of a ServiceException or an ows:Exception; nothing: the text is none.
std::optional<QString> readServiceException(const QByteArray& xml);

} // namespace hk::tiles
