#pragma once

#include "exchange/layer_file.h"

#include <QDateTime>

class GDALDataset;

namespace hk::exchange {

/// What a prepared file says of itself, in hk_map.
struct PreparedFacts {
    const PreparedLayer& layer;
    QString source; ///< file name
    QDateTime built;
};

/// False where GDAL complained.
bool runSql(GDALDataset& dataset, const QString& sql);
bool writePreparedFacts(GDALDataset& dataset, const PreparedFacts& facts);
/// Errors: FileNotFound, FileDamaged.
Result<PreparedLayer> readPreparedLayer(const QString& path);

} // namespace hk::exchange
