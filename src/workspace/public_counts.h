#pragma once

#include "core/export_profile.h"
#include "core/place_filter.h"
#include "core/result.h"
#include "exchange/count_writer.h"
#include "map/basemap.h"
#include "workspace/snapshot.h"

#include <memory>
#include <stop_token>

namespace hk::workspace {

/// How counts for everybody are made.
struct PublicOptions {
    CountGround ground = CountGround::Grid;
    double cellMetres = 500.0;                      ///< of the grid; smallestCell or more
    std::shared_ptr<const ZoneSet> areas;           ///< for CountGround::Areas
    std::shared_ptr<const map::Basemap> streets;    ///< for CountGround::Streets
    int threshold = 5;                              ///< a count below it is not told; leastThreshold or more
    static constexpr double smallestCell = 100.0;
    static constexpr int leastThreshold = 3;
};

/// Counts by area and category with what must not be told left out.
struct PublicCounts {
    exchange::CountFile file; ///< the last row is that of totals
    ExportSummary summary;
    /// One count that is not told, for the preview: never in the file.
    struct Hidden {
        QString area;
        QString category; ///< code; empty: the total
        qint64 count = 0;
        bool small = false; ///< else: left out to protect a small one
    };
    std::vector<Hidden> hidden;
};

/// Counts the rows in cells of a grid (SWEREF 99 TM, named by their south-western corner; empty ones are left out), in the
/// areas of a file (in the first of several that hold it) or at the midpoints of pieces of streets of about 200 m. An
/// incident counts in an area only where its place is known exactly enough: within half a cell, within a circle as large
/// as the area, or within 50 m of the street; the others, and those outside all areas, have a row of their own. Categories
/// and areas without any are zeros. What is left out: see analysis::suppressSmallCounts. Errors: ValueOutOfRange,
/// NoIncidents, NotFound (no areas or streets), StudyNotPossible (areas overlap), GridTooLarge, Cancelled.
Result<PublicCounts> makePublicCounts(const Snapshot& snapshot, const std::vector<std::uint32_t>& rows,
                                      const PublicOptions& options, const std::stop_token& stop = {});

} // namespace hk::workspace
