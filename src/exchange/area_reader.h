#pragma once

#include "analysis/geometry.h"
#include "core/result.h"

#include <QString>

#include <vector>

namespace hk::exchange {

/// The polygons of an area file (.geojson, .gpkg, .shp, .kml …) in a projected CRS: every polygon and every
/// part of a multipolygon of the first layer that holds any, with its holes; outer rings counter-clockwise,
/// holes clockwise, the first vertex not repeated. Points and lines are passed over, arcs are made into short
/// lines. Vertices are transformed, edges stay straight between them; a layer without a CRS is taken to be in
/// the one asked for. Polygons that overlap in the file overlap here. Slow the first time (GDAL's drivers);
/// thread-safe. Errors: FileNotFound, FileNotReadable, FileDamaged, FormatNotSupported, CrsNotUnderstood,
/// TransformFailed (a vertex outside what the CRS covers), NotFound (no polygon in the file).
Result<std::vector<analysis::Polygon>> readAreas(const QString& path,
                                                 const QString& crs = QStringLiteral("EPSG:3006"));

/// The same ground as polygons of which no two overlap and none crosses itself.
std::vector<analysis::Polygon> withoutOverlaps(const std::vector<analysis::Polygon>& areas);

} // namespace hk::exchange
