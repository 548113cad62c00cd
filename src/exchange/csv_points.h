#pragma once

#include "exchange/points_reader.h"

namespace hk::exchange {

/// Whether a file is read as a layer by GDAL rather than as a text table, by its name.
bool isLayerFile(const QString& path);

struct CsvPoints {
    PointsRead read;         ///< in the CRS of the request, or in longitude and latitude
    bool geographic = false; ///< longitude and latitude: still to be transformed
};

/// The points of a text table as they stand in it, with no need of GDAL or PROJ; tables without quotation marks on
/// several threads. Errors: FileNotFound, FileNotReadable, FileDamaged, ColumnNotFound, NoColumnsForPosition.
Result<CsvPoints> readCsvPoints(const PointsRequest& request);

} // namespace hk::exchange
