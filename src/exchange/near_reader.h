#pragma once

#include "core/place_filter.h"
#include "core/result.h"

namespace hk::exchange {

/// The points and lines of a file in SWEREF 99 TM, to ask what lies near them: the first layer of a GeoJSON, GeoPackage,
/// Shapefile … that has any (several points of one feature count each), or a CSV with columns of position. Polygons are
/// passed over; a layer without a CRS is taken for SWEREF 99 TM. The title is the file's name. Slow the first time (GDAL's
/// drivers); thread-safe. Errors: FileNotFound, FileNotReadable, FileDamaged, FormatNotSupported, CrsNotUnderstood,
/// TransformFailed, NoColumnsForPosition, NotFound (neither point nor line).
Result<std::shared_ptr<const NearSet>> readNearPoints(const QString& path);

} // namespace hk::exchange
