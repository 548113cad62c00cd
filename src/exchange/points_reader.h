#pragma once

#include "analysis/geometry.h"
#include "core/result.h"

#include <QString>
#include <vector>

namespace hk::exchange {

struct PointsRequest {
    QString path;     ///< CSV, TSV, or a layer of points (.gpkg, .geojson, .shp …)
    QString xColumn;  ///< empty: e, easting, x … or lon, longitude
    QString yColumn;
    QString crs = QStringLiteral("EPSG:3006"); ///< of e, n; what lon, lat are transformed into
};

struct PointsRead {
    std::vector<analysis::Point> points;
    qint64 skipped = 0; ///< rows without usable numbers
    QString crs;
};

/// Points for analysis, fast: memory-mapped CSV in one pass, no GDAL. Errors: FileNotFound, ColumnNotFound,
/// NoColumnsForPosition, CrsNotUnderstood.
Result<PointsRead> readPoints(const PointsRequest& request);

/// Moves the points from their CRS into another; those that cannot be moved are skipped. CrsNotUnderstood.
Result<void> transformPoints(PointsRead& read, const QString& crs);

} // namespace hk::exchange
