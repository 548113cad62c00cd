#pragma once

#include "analysis/kde.h"

#include <cstdint>
#include <optional>
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

    /// compute() and update() without a grid: the sums alone, for sample(). Nodes are the cell centres of `lattice`.
    Outcome<void> sum(const std::vector<Point>& points, const GridSpec& lattice, const KdeOptions& options);
    Outcome<void> addAndRemove(const std::vector<Point>& added, const std::vector<Point>& removed,
                               const GridSpec& lattice, const KdeOptions& options);
    /// The density summed last on the cells of any other grid, by a cubic between the nodes: several grids for one sum,
    /// at next to no cost. 0 beyond the lattice. Throws std::logic_error where nothing is summed.
    Outcome<void> sample(const GridSpec& spec, const std::stop_token& stop, Grid& result);

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

/// The lattice to sum points of this extent on where several grids are to be sampled from it; nullopt where it would be
/// over two million nodes. Up to 20 000 points it is as fine as compute()'s; of more, whose kernels lie over each other,
/// it is coarser (down to nine nodes to the bandwidth from 80 000 on): then a single point would be within 5e-3 of its
/// peak, and points as a town has them are within 1e-3 of the maximum.
std::optional<GridSpec> previewLattice(const Extent& points, std::size_t count, const KdeOptions& options);

/// Quantile (0–1) of the cells above zero, to within a thousandth of the grid's maximum, without a copy of them; 0 where
/// there are none. quantileAboveZero for a preview.
double quickQuantileAboveZero(const Grid& grid, double q);

} // namespace hk::analysis
