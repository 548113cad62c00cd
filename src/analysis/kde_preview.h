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

    /// Whether update() may follow: the last call was for the same cells, kernel and bandwidth, was not stopped, and not
    /// so many updates ago that their rounding would add up.
    bool canUpdate(const GridSpec& spec, const KdeOptions& options) const;
    /// As compute() of the points last given with some added and others, which must be among them, taken away: the cost is
    /// that of these alone. Throws std::logic_error where not canUpdate().
    Outcome<void> update(const std::vector<Point>& added, const std::vector<Point>& removed, const GridSpec& spec,
                         const KdeOptions& options, Grid& result);

private:
    bool add(const std::vector<Point>& points, float weight, const GridSpec& spec, const KdeOptions& options, bool anew);
    Outcome<void> finish(const GridSpec& spec, const KdeOptions& options, Grid& result);

    GridSpec m_spec; ///< of the sums kept
    Kernel m_kernel = Kernel::Quartic;
    double m_bandwidth = 0.0;
    int m_updates = -1; ///< since the last compute(); below 0: no sums are kept
    std::vector<std::vector<float>> m_sums; ///< one lattice for each thread
    std::vector<float> m_lines;             ///< the lattice's rows, at the columns asked for
    std::vector<float> m_table;             ///< the Gaussian at whole nodes
};

/// Quantile (0–1) of the cells above zero, to within a thousandth of the grid's maximum, without a copy of them; 0 where
/// there are none. quantileAboveZero for a preview.
double quickQuantileAboveZero(const Grid& grid, double q);

} // namespace hk::analysis
