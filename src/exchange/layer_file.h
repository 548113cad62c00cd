#pragma once

#include "core/coordinates.h"
#include "core/result.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <stop_token>
#include <vector>

namespace hk::exchange {

/// What a file that was dropped on the map is.
enum class LayerFileKind {
    Vector,      ///< features: `layers` tells what is in it
    Raster,      ///< a georeferenced picture, also a GeoPackage of tiles
    MbTiles,     ///< pictures by tile
    VectorTiles, ///< an MBTiles file of vector tiles
    VectorMap,   ///< a background map as core/map_tables.h tells
    Incidents    ///< a file of this program
};

enum class LayerGeometry { None, Point, Line, Polygon, Mixed };

struct LayerField {
    enum class Kind { Text, Integer, Number };
    QString name; ///< as in the file
    Kind kind = Kind::Text;
    bool isNumeric() const { return kind != Kind::Text; }
    friend bool operator==(const LayerField&, const LayerField&) = default;
};

/// One layer of a file.
struct LayerInfo {
    QString name;
    LayerGeometry geometry = LayerGeometry::None;
    std::vector<LayerField> fields;
    qint64 count = 0;  ///< features, rows
    QString crs;       ///< "EPSG:n" or WKT; empty: none in the file, or one that its coordinates cannot be in
    double x = 0;      ///< the middle (median) of the first thousand positions, in the file's own coordinates
    double y = 0;
    bool placed = false; ///< there is any position: x, y and crs mean something
};

struct LayerFileInfo {
    QString path;
    QString format; ///< GDAL's name of the format; "CSV"
    LayerFileKind kind = LayerFileKind::Vector;
    std::vector<LayerInfo> layers; ///< those with positions first, in the file's order
    bool isTable = false; ///< positions stand in columns: such a file may hold incidents, too
    QString attribution;  ///< whom the file's own metadata ask to name; empty: nobody
};

/// Looks into a file. Reads at most a thousand features of a layer, and counts the rest. For workers: GDAL's drivers and a large
/// file take a while. Errors: FileNotFound, FileNotReadable, FormatNotSupported, FileDamaged, NoColumnsForPosition (a table
/// without coordinates), Cancelled.
Result<LayerFileInfo> inspectLayerFile(const QString& path, std::stop_token stop = {});

/// A CRS in which positions without one would fall in Sweden.
struct CrsGuess {
    QString crs;  ///< "EPSG:3007"
    QString name; ///< "SWEREF 99 12 00", the name that the field uses; not translated
    LonLat position; ///< where the middle would land
    double metresFromHub = 0; ///< from Mölndals bro
    friend bool operator==(const CrsGuess&, const CrsGuess&) = default;
};

/// WGS 84, SWEREF 99 TM, the local zones of SWEREF 99, RT 90 2.5 gon V and Web Mercator: those by which x (east) and y (north)
/// fall in Sweden, nearest to Mölndal first. Empty: none of them can be.
std::vector<CrsGuess> guessCrs(double x, double y);

/// Which layer is made ready, and how its coordinates are understood.
struct LayerRequest {
    QString path;
    QString layer; ///< empty: the first with positions
    QString crs;   ///< empty: the file's own
    friend bool operator==(const LayerRequest&, const LayerRequest&) = default;
};

/// A layer that lies ready for drawing and counting.
struct PreparedLayer {
    QString path;         ///< GeoPackage in EPSG:3857: table `feature` (fid, geom, the file's columns) with an R-tree, coarser
                          ///< copies of it as hk_map_levels tells (see core/map_tables.h), and hk_map
    QString title;        ///< the layer's name
    LayerGeometry geometry = LayerGeometry::None;
    std::vector<LayerField> fields; ///< `name`: the column of the prepared table
    QStringList titles;   ///< the names of `fields` in the file
    qint64 features = 0;
    qint64 withoutPosition = 0; ///< rows of the file that have no geometry
    qint64 broken = 0;    ///< geometries that could not be read or moved into the CRS
    double minX = 0, minY = 0, maxX = 0, maxY = 0; ///< Web Mercator metres; all 0 without features
    bool reused = false;  ///< lay ready from before
};

/// The name of the table in a prepared file and of its geometry.
inline constexpr const char* preparedTable = "feature";

/// Makes a layer ready in the cache folder, or finds it there: the name of the file follows from path, size and time of the
/// source, layer and CRS. Written under another name and renamed when whole, so that a stop leaves nothing. In
/// memory it takes some 40 bytes a feature. `progress(done, total)`: the share of all that is to be done, in features of the file.
/// For workers. Errors: those of
/// inspectLayerFile; NotFound (layer), CrsNotUnderstood (with empty arguments: there is none in the file), TransformFailed (no
/// feature could be moved), FileNotWritable, DiskFull, Cancelled.
Result<PreparedLayer> prepareLayer(const LayerRequest& request, const QString& cacheFolder, std::stop_token stop = {},
                                   const std::function<void(qint64 done, qint64 total)>& progress = {});

/// Takes the longest unused prepared files away until the rest fit into so many bytes; `keep` are left in any case.
void trimLayerCache(const QString& cacheFolder, qint64 mostBytes, const QStringList& keep = {});

} // namespace hk::exchange
