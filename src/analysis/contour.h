#pragma once

#include "analysis/kde.h"

namespace hk::analysis {

/// The regions where the grid, bilinear between cell centres, is at or above `level`: marching squares over
/// the cell centres with the saddle decided by the mean of the four [Lorensen & Cline 1987 in two dimensions;
/// no half-cell shift]. Outside the grid counts as 0, so every ring closes. Holes are assigned to their outer
/// ring. A level not above 0 gives nothing. Cells exactly at the level are inside; regions and holes below a
/// ten-thousandth of a cell are left out. In the order of their southernmost, then westernmost cell.
std::vector<Polygon> contourPolygons(const Grid& grid, double level);

/// Quantile (0–1, linear between order statistics) of the cells above zero; 0 where there are none.
double quantileAboveZero(const Grid& grid, double q);

} // namespace hk::analysis
