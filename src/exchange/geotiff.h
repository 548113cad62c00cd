#pragma once

#include "analysis/kde.h"
#include "core/result.h"

#include <QMap>
#include <QString>

namespace hk::exchange {

/// Whether writePlainDensity() knows the CRS: EPSG:3006 to EPSG:3018, SWEREF 99 TM and its local zones.
bool isPlainCrs(const QString& crs);

/// A density grid as writeDensity() describes it, written without GDAL: an uncompressed baseline TIFF with GeoTIFF keys
/// [OGC 19-008r4] and GDAL's metadata tags. `path` is only replaced when the new file is whole. Errors: CrsNotUnderstood
/// (not isPlainCrs), FileNotWritable, DiskFull.
Result<void> writePlainDensity(const QString& path, const analysis::Grid& grid, const QString& crs,
                               const QMap<QString, QString>& metadata);

/// Moves a file that is whole to where it belongs, over what is there; where that fails the part is taken away. Errors:
/// FileNotWritable.
Result<void> takePlace(const QString& part, const QString& path);

} // namespace hk::exchange
