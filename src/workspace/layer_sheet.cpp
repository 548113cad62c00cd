#include "workspace/layer_sheet.h"

#include "map/gpkg_features.h"
#include "map/layer_legend.h"
#include "map/style.h"
#include "workspace/wfs.h"

#include <QFileInfo>

namespace hk::workspace {
namespace {

/// Whether showing it would ask a server: the program adds no such layer, but a file from elsewhere may bear one, and nothing
/// is fetched because a file was opened.
bool isOfServer(const MapLayer& layer)
{
    using Kind = tiles::SourceSpec::Kind;
    return layer.kind == MapLayer::Kind::Picture
           && (layer.picture == Kind::Xyz || layer.picture == Kind::Wms || layer.picture == Kind::Wmts);
}

/// The name that a column of the prepared layer has in the file.
QString fieldTitle(const exchange::PreparedLayer& layer, const QString& column)
{
    for (std::size_t i = 0; i < layer.fields.size(); ++i)
        if (layer.fields[i].name == column)
            return layer.titles.value(static_cast<qsizetype>(i), column);
    return column;
}

Result<OpenedLayer> openPicture(const MapLayer& layer, const LayerServices& services, const std::stop_token& stop)
{
    if (isOfServer(layer))
        return fail(ErrorCode::FormatNotSupported, {layer.source}, {QStringLiteral("WMS, WMTS, XYZ")});
    if (!services.openPicture)
        return fail(ErrorCode::FormatNotSupported, {layer.source}, {QFileInfo(layer.source).suffix()});
    tiles::SourceSpec spec;
    spec.kind = layer.picture;
    spec.title = layer.title;
    spec.address = layer.source;
    spec.layer = layer.layer;
    return services.openPicture(spec, stop).map([](map::GroundSheet sheet) { return OpenedLayer{{}, std::move(sheet)}; });
}

} // namespace

Result<std::shared_ptr<const map::FeatureSource>> openFeatures(const exchange::PreparedLayer& prepared, const map::LayerStyle& style)
{
    return map::GpkgFeatures::openLayer(prepared.path, QString::fromLatin1(exchange::preparedTable), style)
        .map([](const auto& features) -> std::shared_ptr<const map::FeatureSource> { return features; });
}

Result<OpenedLayer> openLayer(const MapLayer& layer, const LayerServices& services, const std::stop_token& stop,
                              const std::function<void(qint64 done, qint64 total)>& progress)
{
    if (layer.kind == MapLayer::Kind::Picture)
        return openPicture(layer, services, stop);
    const bool service = layer.kind == MapLayer::Kind::Wfs;
    const QString path = service ? wfsPath(services.cacheFolder, layer.source, layer.layer) : layer.source;
    auto prepared = exchange::prepareLayer({path, service ? QString() : layer.layer, layer.crs}, services.cacheFolder, stop, progress);
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto features = openFeatures(*prepared, layer.style);
    if (!features)
        return tl::unexpected(features.error());
    map::GroundSheet sheet;
    sheet.features = std::move(*features);
    return OpenedLayer{std::move(*prepared), std::move(sheet)};
}

map::LayerLegend layerLegendOf(const MapLayer& layer, const map::LayerStyle& style, const exchange::PreparedLayer& prepared)
{
    if (layer.kind == MapLayer::Kind::Picture)
        return {.style = {}, .picture = true};
    return {.style = style, .geometry = drawnAs(prepared.geometry), .fieldTitle = fieldTitle(prepared, style.field)};
}

std::vector<map::GroundSheet> sheetsOf(const std::vector<store::StoredLayer>& stored, const QString& incidentFile,
                                       const LayerServices& services,
                                       const std::function<void(const MapLayer& layer, const Error& error)>& failed)
{
    std::vector<map::GroundSheet> sheets;
    for (const store::StoredLayer& each : stored) {
        const auto layer = fromStored(each, incidentFile);
        if (!layer || !layer->visible)
            continue;
        auto opened = openLayer(*layer, services, {});
        if (!opened) {
            failed(*layer, opened.error());
            continue;
        }
        map::GroundSheet& sheet = opened->sheet;
        sheet.title = layer->title;
        sheet.attribution = layer->attribution;
        sheet.legend = std::make_shared<const map::LayerLegend>(layerLegendOf(*layer, layer->style, opened->prepared));
        if (sheet.features && layer->kind != MapLayer::Kind::Picture) {
            sheet.style = map::mapStyleOf(layer->style, false);
            sheet.labels = layer->style.labels;
        }
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

} // namespace hk::workspace
