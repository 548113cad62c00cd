#pragma once

#include "analysis/geometry.h"
#include "core/coordinates.h"
#include "core/result.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace hk::exchange {

/// The counts of one area: of a district, a grid cell or a piece of a street.
struct CountRow {
    QString id;
    QString name;
    std::vector<analysis::Polygon> polygons; ///< SWEREF 99 TM; empty: none
    std::optional<Sweref99> place;           ///< midpoint of a street or a cell
    std::optional<qint64> total;             ///< nothing: not told
    std::vector<std::optional<qint64>> counts; ///< by category; nothing: not told
};

/// Counts by area and category, ready to be given to everybody.
struct CountFile {
    QStringList categories; ///< codes
    std::vector<CountRow> rows;
};

/// The names of the columns: area, name, total, n_<code> for each category, and not_told with the columns that are left
/// out in that row.
QStringList countColumns(const CountFile& counts);

/// Writes one row for each area to .csv, .xlsx, .geojson, .gpkg or .kml by the file name's ending; the geometry is the
/// polygon of the area, or its place where it has none (also as easting, northing, lon, lat in CSV and XLSX). A count that
/// is not told is empty. EPSG:3006 in GeoPackage, WGS 84 in GeoJSON and KML. A file that is there is only replaced when
/// the new one is whole. Errors: FormatNotSupported, FileNotWritable, DiskFull.
Result<void> writeCounts(const QString& path, const CountFile& counts);

} // namespace hk::exchange
