#pragma once

#include "analysis/hotspot.h"
#include "analysis/kde.h"
#include "core/category.h"
#include "core/incident.h"
#include "core/result.h"
#include "exchange/export_columns.h"

#include <QString>
#include <functional>
#include <stop_token>

namespace hk::exchange {

/// Writes incidents to .csv, .geojson, .gpkg, .xlsx or .kml by the file name's ending (lon, lat WGS 84 in text formats,
/// EPSG:3006 in GeoPackage; local times in ISO 8601 with zone). The polygon of an area is the geometry in GeoJSON and KML
/// and lies in a second layer `incident_areas` of a GeoPackage; CSV and XLSX have its radius, and with areaShapeField among the
/// `fields` (of exportFields()) its polygon as text. A file that is there is only
/// replaced when the new one is whole. Errors: FormatNotSupported, FileNotWritable, DiskFull, Cancelled.
/// `next` gives the incidents one by one and null at the end.
Result<qint64> writeIncidents(const QString& path, const std::function<const Incident*()>& next,
                              const CategoryList& categories, const QStringList& fields = commonExportFields(),
                              const std::stop_token& stop = {});

/// What is written of each hotspot beside its own numbers.
struct HotspotExtras {
    bool excess = false;           ///< "excess": incidents beyond an even spread
    std::vector<double> certainty; ///< "certainty", by hotspot: share of the resamples that keep it; empty: not asked
    int runs = 0;                  ///< "certainty_runs"
};

/// Ranked hotspots as GeoJSON polygons (RFC 7946, WGS 84) with rank, name, incidents, area_km2, density_per_km2,
/// categories and hours.
Result<void> writeHotspots(const QString& path, const std::vector<analysis::Hotspot>& hotspots, const QStringList& names,
                           const CategoryList& categories, const HotspotExtras& extras = {});

/// Float64 GeoTIFF, north up, in incidents per km² (unit "1/km2" and description in the band's metadata); with UNIT in
/// `metadata` in that unit, described by its TITLE.
/// `crs` such as "EPSG:3006".
Result<void> writeDensity(const QString& path, const analysis::Grid& grid, const QString& crs,
                          const QMap<QString, QString>& metadata);

} // namespace hk::exchange
