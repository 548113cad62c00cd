#pragma once

#include "analysis/kde.h"

namespace hk::analysis {

/// Square cells over a study area. A cell belongs to the area when its centre lies inside it. Cells are
/// half-open: a point on the border of two belongs to the one to the east or north, also where the border's
/// coordinate is not exact in binary numbers.
struct Fishnet {
    GridSpec spec;                    ///< xmin and ymin are whole multiples of the cell
    std::vector<std::uint8_t> inside; ///< row-major, 1: of the area; empty: all cells are
    std::int64_t firstColumn = 0;     ///< xmin / cell
    std::int64_t firstRow = 0;        ///< ymin / cell

    bool isInside(std::size_t index) const { return inside.empty() || inside[index] != 0; }
    std::size_t cells() const { return static_cast<std::size_t>(spec.columns * spec.rows); }
    std::size_t cellsInside() const;
    Point centre(std::size_t index) const; ///< of the cell, metres
    /// Row-major index of the cell that holds p; nothing outside the grid (the area is not asked) or for NaN.
    std::optional<std::size_t> cellAt(const Point& p) const;
};

/// The fishnet over an area of one or more polygons: the cells whose centre lies in any of them, in a grid
/// snapped outward to whole multiples of `cell` (metres). Faults: CellSizeNotPositive, NotFinite, NoPoints
/// (no cell's centre lies inside), GridTooLarge.
Outcome<Fishnet> fishnetOver(const std::vector<Polygon>& area, double cell);

/// The fishnet of all cells from the westernmost and southernmost to the easternmost and northernmost that
/// hold a point. Faults: CellSizeNotPositive, NotFinite (value: the point's index), NoPoints, GridTooLarge (a
/// far stray point).
Outcome<Fishnet> fishnetAround(const std::vector<Point>& points, double cell);

struct CellCounts {
    std::vector<double> values; ///< by cell, row-major: sum of the weights; 0 in cells outside the area
    std::size_t counted = 0;    ///< points in cells of the area
    std::size_t outside = 0;    ///< points in none
};
/// Points (by weight where `weights` is not empty: as long as `points`, else std::invalid_argument) per cell
/// of the area. Thread-safe.
CellCounts countInCells(const Fishnet& fishnet, const std::vector<Point>& points,
                        const std::vector<double>& weights = {});

} // namespace hk::analysis
