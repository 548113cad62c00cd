#pragma once

#include "core/result.h"
#include "methods/method_result.h"

namespace hk::methods {

/// Comma-separated, UTF-8, RFC 4180: the columns' keys, then the rows in full precision (decimal point; nothing where a
/// value is missing). The file appears whole or not at all. Errors: FileNotWritable, DiskFull.
Result<void> writeTable(const QString& path, const ResultTable& table);

/// The layer as GeoJSON (RFC 7946, WGS 84) with its properties by key and the class's label; `crs` is that of the shapes.
/// Errors: NotFound where the result has no layer, FileNotWritable, DiskFull, CrsNotUnderstood.
Result<void> writeLayer(const QString& path, const MethodResult& result, const QString& crs = QStringLiteral("EPSG:3006"));

/// A grid as Float64 GeoTIFF (NaN where there is too little to say). Errors: those of exchange::writeDensity.
Result<void> writeGrid(const QString& path, const ResultGrid& grid, const QStringList& parameters,
                       const QString& crs = QStringLiteral("EPSG:3006"));

/// By the name's ending: .csv the first table, .geojson (.json) the layer, .tif (.tiff) the first grid. Errors: as above,
/// FormatNotSupported for another ending, NotFound where the result has nothing of that kind.
Result<void> writeResult(const QString& path, const MethodResult& result, const QString& crs = QStringLiteral("EPSG:3006"));

} // namespace hk::methods
