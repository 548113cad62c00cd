#pragma once

#include "core/result.h"
#include "exchange/osm_classes.h"

#include <QDateTime>
#include <QString>
#include <array>
#include <functional>
#include <optional>
#include <stop_token>

namespace hk::exchange {

/// A rectangle in SWEREF 99 TM, metres.
struct MapExtent {
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;
    friend bool operator==(const MapExtent&, const MapExtent&) = default;
};

struct OsmMapRequest {
    QString osm;    ///< the extract: .osm.pbf or .osm
    QString target; ///< the GeoPackage to make
    std::optional<MapExtent> extent = {}; ///< nothing: all of the extract; else what reaches into it, not cut
    bool overwrite = false;               ///< replaces a target that is there, at the end and in one step
    QString source = {};                  ///< said in the file; empty: the name of the extract
    QDateTime now;                        ///< said in the file as when it was built
};

/// Counts of one theme.
struct OsmThemeCount {
    qint64 written = 0;
    qint64 merged = 0;    ///< the same place, stop or address as another
    qint64 unnamed = 0;   ///< places without a name
    qint64 notClosed = 0; ///< areas whose line does not close
    qint64 broken = 0;    ///< no usable geometry
    qint64 outside = 0;   ///< outside the extent
    friend bool operator==(const OsmThemeCount&, const OsmThemeCount&) = default;
};

struct OsmMapCounts {
    qint64 points = 0;    ///< tagged things that were read
    qint64 lines = 0;
    qint64 areas = 0;
    qint64 relations = 0; ///< that are no areas: routes and the like, never drawn
    qint64 noClass = 0;   ///< of the points, lines and areas: nothing that the map shows
    qint64 ringsNotClosed = 0; ///< warnings about relations whose outline is not complete in the extract
    std::array<OsmThemeCount, mapThemeCount> themes{}; ///< one thing may count in several: a house with an address
    const OsmThemeCount& of(MapTheme theme) const { return themes[static_cast<std::size_t>(theme)]; }
    qint64 read() const { return points + lines + areas + relations; }
    qint64 written() const;
    friend bool operator==(const OsmMapCounts&, const OsmMapCounts&) = default;
};

inline constexpr const char* osmAttribution = "© OpenStreetMaps bidragsgivare";

/// Builds a vector map (core/map_tables.h) of an extract of OpenStreetMap. Whatever happens, there is either the whole new
/// file at `target` or what was there before, and nothing else is left in its folder. `finish` is handed the complete file
/// under its temporary name before it takes its place, for what others add to it. `progress` (0–1) comes on the calling
/// thread. Errors: FileExists, FileNotFound, FileNotReadable, FormatNotSupported, FileDamaged, FileNotWritable, DiskFull,
/// StorageFailed, ValueMissing with the field "map" (nothing to draw), Cancelled.
Result<OsmMapCounts> buildOsmMap(const OsmMapRequest& request, const std::function<void(double)>& progress = {},
                                 std::stop_token stop = {},
                                 const std::function<Result<void>(const QString& path)>& finish = {});

} // namespace hk::exchange
