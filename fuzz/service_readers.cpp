#include "fuzz/readers.h"

#include "map/geojson_features.h"
#include "map/layer_style.h"
#include "map/style.h"
#include "tiles/service_xml.h"
#include "tiles/source_spec.h"
#include "workspace/backgrounds.h"
#include "workspace/layers.h"
#include "workspace/overpass_download.h"
#include "workspace/wfs.h"

#include <QJsonDocument>
#include <QSettings>

#include <cmath>

namespace hk::fuzz {
namespace {

void checkLayers(const std::vector<tiles::ServiceLayer>& layers)
{
    promise(!layers.empty(), "a service that is read has a layer");
    for (const tiles::ServiceLayer& layer : layers) {
        promise(!layer.name.isEmpty(), "a layer to be asked for has a name");
        promise(std::isfinite(layer.bounds.width()) && std::isfinite(layer.bounds.height()), "bounds are finite");
    }
}

void readWms(const QByteArray& bytes)
{
    if (const auto read = tiles::readWmsCapabilities(bytes))
        checkLayers(read->layers);
}

void readWmts(const QByteArray& bytes)
{
    const auto read = tiles::readWmtsCapabilities(bytes);
    if (!read)
        return;
    checkLayers(read->layers);
    for (const tiles::TileMatrixSet& set : read->sets)
        for (const tiles::TileMatrix& matrix : set.matrices)
            promise(matrix.scale > 0 && std::isfinite(matrix.scale) && matrix.tileWidth > 0 && matrix.tileHeight > 0
                        && matrix.columns > 0 && matrix.rows > 0,
                    "a matrix has tiles of some size");
}

void readException(const QByteArray& bytes)
{
    promise(tiles::readServiceException(bytes).value_or(QString()).size() <= 500, "the server's words stay short");
}

void readWfs(const QByteArray& bytes)
{
    const auto read = workspace::readWfsCapabilities(bytes, QUrl(QStringLiteral("https://kartor.example/wfs")));
    if (!read)
        return;
    for (const workspace::WfsType& type : read->types)
        promise(!type.name.isEmpty(), "a type to be asked for has a name");
    promise(read->mostPerAnswer >= 0, "a limit is not negative");
}

void readOverpass(const QByteArray& bytes)
{
    const workspace::OverpassSettings settings;
    if (const auto size = workspace::readOverpassSize(settings, bytes))
        promise(size->nodes >= 0 && size->ways >= 0 && size->relations >= 0 && size->bytes >= 0, "counts are not negative");
    net::HttpResponse response;
    response.status = 200;
    response.body = bytes;
    (void)workspace::checkOverpassAnswer(settings, response);
}

void readStyle(const QByteArray& bytes)
{
    const auto read = map::MapStyle::fromJson(bytes);
    if (!read)
        return;
    for (const map::MapStyle::LineRule& rule : (*read)->lines())
        for (const double zoom : {0.0, 12.5, 24.0})
            promise(std::isfinite(map::MapStyle::interpolate(rule.width, zoom)), "a width is finite");
}

void readLayerStyle(const QByteArray& bytes)
{
    const auto read = map::layerStyleFromJson(QJsonDocument::fromJson(bytes).object());
    if (!read)
        return;
    const auto again = map::layerStyleFromJson(map::toJson(*read));
    promise(again && *again == *read, "a style read, written and read again is the same");
    promise(read->categories.size() <= map::LayerStyle::mostCategories && read->breaks.size() < map::LayerStyle::mostClasses,
            "classes are few");
    (void)map::classExpression(*read);
    promise(map::mapStyleOf(*read, false) && map::mapStyleOf(*read, true), "any style of a layer can be drawn");
}

void readThemeGeoJson(const QByteArray& bytes)
{
    const auto read = map::readGeoJson(map::BasemapTheme::Road, bytes);
    if (!read)
        return;
    for (const map::BasemapFeature& feature : *read)
        for (const LonLat& vertex : feature.lonLat)
            promise(std::isfinite(vertex.lon) && std::isfinite(vertex.lat), "a vertex is finite");
}

void readSourceSpec(const QByteArray& bytes)
{
    const auto read = tiles::sourceSpecFromJson(QJsonDocument::fromJson(bytes).object());
    if (!read)
        return;
    promise(read->lowestZoom >= 0 && read->lowestZoom <= read->highestZoom && read->highestZoom <= 24, "zooms are in order");
    const auto again = tiles::sourceSpecFromJson(tiles::toJson(*read));
    promise(again && *again == *read, "a source read, written and read again is the same");
    (void)workspace::hostsOf(*read);
}

void readSettings(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QSettings settings(folder.file(QStringLiteral("settings.ini"), bytes), QSettings::IniFormat);
    const workspace::BackgroundList list = workspace::readBackgrounds(settings);
    promise(list.opacity >= 0.25 && list.opacity <= 1.0, "a background can be seen");
}

void readStoredLayer(const QByteArray& bytes)
{
    store::StoredLayer stored;
    const QByteArrayList parts = bytes.split('\n');
    stored.id = QUuid(QStringLiteral("{8f3c1c0e-58b5-4a39-9a3c-2f7f6dd3a001}"));
    stored.kind = QString::fromUtf8(parts.value(0));
    stored.source = QString::fromUtf8(parts.value(1));
    stored.crs = QString::fromUtf8(parts.value(2));
    stored.style = parts.mid(3).join('\n');
    const QString file = QStringLiteral("/tmp/incidents.gpkg");
    if (const auto layer = workspace::fromStored(stored, file))
        (void)workspace::toStored(*layer, file);
}

} // namespace

std::vector<Reader> serviceReaders()
{
    return {{"wms-capabilities", readWms, "xml"},
            {"wmts-capabilities", readWmts, "xml"},
            {"service-exception", readException, "xml"},
            {"wfs-capabilities", readWfs, "xml"},
            {"overpass", readOverpass},
            {"style", readStyle, "json"},
            {"layer-style", readLayerStyle, "json"},
            {"theme-geojson", readThemeGeoJson, "geojson"},
            {"source-spec", readSourceSpec, "json"},
            {"settings", readSettings, "ini"},
            {"stored-layer", readStoredLayer}};
}

} // namespace hk::fuzz
