#pragma once

#include "analysis/hotspot.h"
#include "core/incident_filter.h"
#include "core/result.h"
#include "map/basemap.h"
#include "workspace/snapshot.h"

#include <QString>
#include <memory>
#include <vector>

namespace hk::methods {

/// What a method works on: chosen rows of a table, of an incident file or of a file of plain points.
struct StudyInput {
    std::shared_ptr<const analysis::IncidentTable> table;
    std::vector<std::uint32_t> rows; ///< chosen, ascending
    std::vector<double> weights;     ///< by table row; empty: all 1
    bool hasTimes = true;            ///< false: plain points without a date column
    QString crs = QStringLiteral("EPSG:3006");
    qint64 unusable = 0;             ///< rows of a file of points that could not be read
    std::size_t leftOutLongSpans = 0;
    workspace::SnapshotPtr snapshot; ///< null for plain points
    IncidentFilter filter;           ///< of the incident file
    std::shared_ptr<const map::Basemap> basemap; ///< gives places their names and has the streets; null: none at hand
};

/// The incidents of a snapshot that pass the filter.
StudyInput inputOf(const workspace::SnapshotPtr& snapshot, const IncidentFilter& filter);

struct PointColumns {
    QString x;    ///< empty: e, easting, x … or lon, longitude
    QString y;
    QString date; ///< local date, with or without time; empty: none
    QString weight;
    QString crs = QStringLiteral("EPSG:3006");
};
/// Plain points of a CSV or layer (see exchange::readPoints). Rows without a usable position or, where a date column is
/// asked for, date are counted in `unusable`. Errors: those of exchange::readPoints.
Result<StudyInput> readPlainPoints(const QString& path, const PointColumns& columns);

/// The input's rows whose place is known well enough for distances of `metres` (see analysis::heatmapRows).
analysis::HeatmapRows usableRows(const StudyInput& input, double metres);

/// A remark for each kind of row that was left out: "3 incidents without an exact place are left out."
QStringList leftOutRemarks(const StudyInput& input, const analysis::HeatmapRows& usable);

} // namespace hk::methods
