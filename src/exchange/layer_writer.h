#pragma once

#include "exchange/layer_file.h"
#include "exchange/layer_stream.h"

namespace hk::exchange {

/// Writes the features of a stream, whose coordinates are in `crs`, as a prepared layer (see PreparedLayer) with its coarser
/// copies. `path` must be free; what is left after an error is of no use. `source`: path of the file read. Errors: those of
/// prepareLayer.
Result<PreparedLayer> writePreparedLayer(LayerStream& stream, const QString& crs, const QString& path, const QString& source,
                                         std::stop_token stop, const std::function<void(qint64, qint64)>& progress);

} // namespace hk::exchange
