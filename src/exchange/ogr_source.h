#pragma once

#include "exchange/row_source.h"

#include <memory>

namespace hk::exchange {

/// Rows of a GeoJSON, GeoPackage, XLSX, ODS, Shapefile, KML, GPX … through GDAL/OGR. FormatNotSupported, NotFound (layer).
Result<std::unique_ptr<RowSource>> openOgrSource(const QString& path, const QString& layer);

} // namespace hk::exchange
