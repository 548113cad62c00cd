#include "workspace/map_layer.h"

#include "tiles/address_secrets.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace hk::workspace {
namespace {

const QString attributionKey = QStringLiteral("attribution"); ///< beside the keys of the style
constexpr std::array pictureWords{"xyz", "wms", "wmts", "mbtiles", "vectortiles", "vectormap", "raster"};

QString kindWord(const MapLayer& layer)
{
    switch (layer.kind) {
    case MapLayer::Kind::File: return QStringLiteral("file");
    case MapLayer::Kind::Wfs: return QStringLiteral("wfs");
    case MapLayer::Kind::Picture: break;
    }
    return QStringLiteral("picture/") + QLatin1String(pictureWords.at(static_cast<std::size_t>(layer.picture)));
}

} // namespace

bool isFile(const MapLayer& layer)
{
    return layer.kind == MapLayer::Kind::File
           || (layer.kind == MapLayer::Kind::Picture && !layer.source.contains(QLatin1String("://")));
}

std::optional<map::GeometryKind> drawnAs(exchange::LayerGeometry geometry)
{
    switch (geometry) {
    case exchange::LayerGeometry::Point: return map::GeometryKind::Point;
    case exchange::LayerGeometry::Line: return map::GeometryKind::Line;
    case exchange::LayerGeometry::Polygon: return map::GeometryKind::Polygon;
    default: return std::nullopt;
    }
}

store::StoredLayer toStored(const MapLayer& layer, const QString& incidentFile)
{
    store::StoredLayer stored;
    stored.id = layer.id;
    stored.title = layer.title;
    stored.kind = kindWord(layer);
    // A key in the address lets in whoever has it, and the incident file goes from hand to hand.
    stored.source = isFile(layer) ? layer.source : tiles::withoutSecrets(layer.source).address;
    if (isFile(layer) && !incidentFile.isEmpty()) {
        // What lies with the incidents or beside them moves with them; from farther away the whole path is the better one.
        const QString relative = QFileInfo(incidentFile).absoluteDir().relativeFilePath(layer.source);
        if (!relative.startsWith(QLatin1String("../../")) && QDir::isRelativePath(relative))
            stored.source = relative;
    }
    stored.layer = layer.layer;
    stored.crs = layer.crs;
    QJsonObject look = map::toJson(layer.style);
    if (!layer.attribution.isEmpty())
        look.insert(attributionKey, layer.attribution);
    stored.style = QJsonDocument(look).toJson(QJsonDocument::Compact);
    stored.visible = layer.visible;
    stored.role = layer.role;
    return stored;
}

std::optional<MapLayer> fromStored(const store::StoredLayer& stored, const QString& incidentFile)
{
    MapLayer layer;
    layer.id = stored.id.isNull() ? QUuid::createUuid() : stored.id;
    layer.title = stored.title;
    if (stored.kind == QLatin1String("wfs")) {
        layer.kind = MapLayer::Kind::Wfs;
    } else if (stored.kind.startsWith(QLatin1String("picture/"))) {
        layer.kind = MapLayer::Kind::Picture;
        const auto word = std::find(pictureWords.begin(), pictureWords.end(), stored.kind.mid(8).toStdString());
        if (word == pictureWords.end())
            return std::nullopt;
        layer.picture = static_cast<tiles::SourceSpec::Kind>(word - pictureWords.begin());
    } else if (stored.kind != QLatin1String("file")) {
        return std::nullopt;
    }
    layer.source = stored.source;
    if (isFile(layer))
        layer.source = QDir::cleanPath(QFileInfo(incidentFile).absoluteDir().absoluteFilePath(stored.source));
    else
        layer.source = tiles::withoutSecrets(stored.source).address;
    layer.layer = stored.layer;
    layer.crs = stored.crs;
    const QJsonObject look = QJsonDocument::fromJson(stored.style).object();
    const auto style = map::layerStyleFromJson(look);
    layer.attribution = look.value(attributionKey).toString().simplified().left(MapLayer::longestAttribution);
    layer.style = style ? *style : map::defaultLayerStyle(std::nullopt, 0);
    layer.visible = stored.visible;
    layer.role = stored.role;
    return layer;
}

} // namespace hk::workspace
