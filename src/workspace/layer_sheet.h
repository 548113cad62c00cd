#pragma once

#include "map/ground.h"
#include "workspace/map_layer.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace hk::workspace {

struct LayerServices {
    QString cacheFolder;
    /// Opens pictures and tiles; on a worker. Null: such layers cannot be shown.
    std::function<Result<map::GroundSheet>(const tiles::SourceSpec&, std::stop_token)> openPicture;
};

/// A layer made ready to be drawn.
struct OpenedLayer {
    exchange::PreparedLayer prepared; ///< but for pictures
    map::GroundSheet sheet;           ///< features or tiles; without a style
};

/// Prepares and opens a layer; asks nothing of a service. Blocks: for workers. Errors: those of exchange::prepareLayer and of the
/// features or the picture; FormatNotSupported for a picture of a server.
Result<OpenedLayer> openLayer(const MapLayer& layer, const LayerServices& services, const std::stop_token& stop,
                              const std::function<void(qint64 done, qint64 total)>& progress = {});

/// Its features in another style.
Result<std::shared_ptr<const map::FeatureSource>> openFeatures(const exchange::PreparedLayer& prepared, const map::LayerStyle& style);

/// What the legend has to know of a layer drawn in `style`.
map::LayerLegend layerLegendOf(const MapLayer& layer, const map::LayerStyle& style, const exchange::PreparedLayer& prepared);

/// The visible layers as a file has them, the lowest first, in the light look: for paper without a window. Those that cannot be
/// shown are handed to `failed`, and the others are drawn. Blocks.
std::vector<map::GroundSheet> sheetsOf(const std::vector<store::StoredLayer>& stored, const QString& incidentFile,
                                       const LayerServices& services,
                                       const std::function<void(const MapLayer& layer, const Error& error)>& failed);

} // namespace hk::workspace
