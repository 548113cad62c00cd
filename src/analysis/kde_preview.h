#pragma once

#include "analysis/kde.h"

#include <cstdint>
#include <vector>

namespace hk::analysis {

/// A quick density for what is shown while a hand moves: never for a number that is printed, exported or listed.
///
/// Each value is off by at most 1e-3 of the highest density or, where the grid lies in the far rims of the kernels, of a
/// single point's peak. Points are summed where they are, in single precision, on the cells asked for or, where those are
/// finer than a nineteenth of the bandwidth (an eleventh for the Gaussian), on a lattice that fine, between whose nodes a
/// cubic runs: so the cost per point is bounded, whatever the zoom. The Gaussian's cut at 4σ is a little outside the
/// circle (e⁻⁸ = 3.4e-4 of a peak).
///
/// Keeps its memory from one call to the next. One call at a time; separate objects are independent.
class DensityPreview {
public:
    /// Into `result`, whose memory is used again. Unlike kernelDensity's a bandwidth below the cell is answered, with what
    /// the sum is at the cell centres, and points that are not finite are left out. Faults: cell size or bandwidth not
    /// positive, NotFinite (the extent), NoPoints for a grid without cells, GridTooLarge, Cancelled; `result` is then
    /// undefined.
    Outcome<void> compute(const std::vector<Point>& points, const GridSpec& spec, const KdeOptions& options,
                          Grid& result);

private:
    std::vector<std::vector<float>> m_sums; ///< one lattice for each thread
    std::vector<float> m_lines;             ///< the lattice's rows, at the columns asked for
    std::vector<float> m_table;             ///< the Gaussian at whole nodes
};

/// Quantile (0–1) of the cells above zero, to within a thousandth of the grid's maximum, without a copy of them; 0 where
/// there are none. quantileAboveZero for a preview.
double quickQuantileAboveZero(const Grid& grid, double q);

} // namespace hk::analysis
