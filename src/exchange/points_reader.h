#pragma once

#include "analysis/geometry.h"
#include "core/result.h"

#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

namespace hk::exchange {

struct PointsRequest {
    QString path = {};     ///< CSV, TSV, or a layer of points (.gpkg, .geojson, .shp …)
    QString xColumn = {};  ///< empty: e, easting, x … or lon, longitude
    QString yColumn = {};
    QString crs = QStringLiteral("EPSG:3006"); ///< of e, n; what lon, lat are transformed into
    QString dateColumn = {};   ///< ISO 8601 local date, with or without time; empty: no times are read
    QString weightColumn = {}; ///< empty: no weights are read
};

struct PointsRead {
    std::vector<analysis::Point> points;
    qint64 skipped = 0; ///< rows without usable numbers, or without the date that was asked for
    QString crs;
    /// Local civil minutes since 1970-01-01 00:00 by point, where a date column was asked for; else empty. A date alone is
    /// its midnight.
    std::vector<std::int64_t> localMinutes = {};
    std::vector<double> weights = {};          ///< by point, where a weight column was asked for; else empty
};

/// Points for analysis, fast: memory-mapped CSV in one pass, no GDAL. Dates and weights are read from text tables; a layer
/// that is asked for them is read by its fields. Errors: FileNotFound, ColumnNotFound, NoColumnsForPosition,
/// CrsNotUnderstood.
Result<PointsRead> readPoints(const PointsRequest& request);

/// The names of the columns of such a file, in its order. Errors: those of opening it.
Result<QStringList> columnsOfPoints(const QString& path);

/// Moves the points from their CRS into another; those that cannot be moved are skipped. CrsNotUnderstood.
Result<void> transformPoints(PointsRead& read, const QString& crs);

} // namespace hk::exchange
