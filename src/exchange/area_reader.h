#pragma once

#include "analysis/geometry.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

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

/// One area of a boundary file: all polygons of one feature.
struct NamedArea {
    QString name;                            ///< of the name field; of a feature without one "#3", its place in the file
    QString id;                              ///< the feature's own id in the file
    std::vector<analysis::Polygon> polygons; ///< as readAreas gives them; none crosses itself
    QStringList attributes;                  ///< in the order of NamedAreas::fields; empty: none
};

struct NamedAreas {
    QString crs;       ///< of the polygons: the one asked for
    QString title;     ///< the file's name without its ending
    QStringList fields;
    QStringList numericFields; ///< whose every value that is there is a number: what could be divided by
    QString nameField; ///< empty: the file has no field
    std::vector<NamedArea> areas; ///< in the file's order; names may occur again
    int mended = 0;    ///< polygons that crossed themselves: the even-odd rule says what they hold
    int withoutName = 0;
    int withoutPolygon = 0; ///< features passed over
};

/// The areas of a boundary file with their names and attributes. Without a name field the likeliest is taken: one called
/// name or namn, or ending so, of which every value is another; else a code; else any with different values. As readAreas
/// otherwise. Errors: also ColumnNotFound.
Result<NamedAreas> readNamedAreas(const QString& path, const QString& crs = QStringLiteral("EPSG:3006"),
                                  const QString& nameField = {});

/// The same ground as polygons of which no two overlap and none crosses itself.
std::vector<analysis::Polygon> withoutOverlaps(const std::vector<analysis::Polygon>& areas);

} // namespace hk::exchange
