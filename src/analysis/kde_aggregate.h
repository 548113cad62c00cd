#pragma once

#include "analysis/kde_kernels.h"

#include <cstdint>
#include <stop_token>
#include <vector>

/// The aggregated way of summing quartic kernels. The points of one cell share most of their polynomial: for a
/// cell that lies wholly inside the kernel's disc around a target, the sum over its points of
/// (1 − |T − p|²)² = ((1 − |T|²) + 2 T·p − |p|²)² (in bandwidths) needs no more of them than nine moments: Σ of
/// 1, x, y, x², xy, y², x|p|², y|p|² and |p|⁴. Only the cells that the disc's rim cuts are summed point by point.
/// Nothing is approximated.
namespace hk::analysis::detail {

/// Which cells around a target lie wholly inside its kernel's disc, and which are cut by the rim.
struct Disc {
    explicit Disc(double bandwidthInCells);

    int reach = 0;                  ///< largest offset of a cell that the disc touches
    std::vector<std::int64_t> inner; ///< per |row offset|: cells with |column offset| up to this are wholly
                                    ///< inside; −1: none
    std::vector<std::int64_t> outer; ///< per |row offset|: the last cell touched; −1: none
};

/// The cells of the rim in the north-eastern quarter of the disc, those on its axes included; the others are
/// their mirror images. Padded to whole vectors.
struct Rim {
    Rim(const Disc& disc, double cellsPerBandwidth, std::int64_t stride);

    std::size_t size = 0;
    std::vector<double> square; ///< 1 − |u|², u the offset in bandwidths
    std::vector<double> twiceX; ///< 2 uₓ
    std::vector<double> twiceY;
    struct Target {
        std::uint32_t sum;   ///< index among the 4 · size sums: NE, NW, SE, SW
        std::int32_t offset; ///< of the target from the source's cell in a buffer of rows of `stride`
    };
    std::vector<Target> targets; ///< each cell of the whole rim once
};

class Aggregate {
public:
    explicit Aggregate(const Sum& sum);
    /// Adds the kernels of all sources to the whole grid `values` (zero before), each kernel with 1 at its
    /// centre, then multiplies by `factor`. The result does not depend on the number of threads. False where
    /// stopped.
    bool add(double* values, double factor, int threads, const std::stop_token& stop);
    /// Estimate of the largest absolute rounding error, in units of a kernel's centre.
    double error() const { return m_error; }
    /// Largest value, in the same units.
    double highest() const { return m_highest; }

private:
    struct Tile;
    class RimAdder;
    class InnerAdder;

    std::vector<Tile> tiles() const;

    const Sum& m_sum;
    Disc m_disc;
    std::int64_t m_side; ///< of a tile, cells; at least twice the reach
    Rim m_rim;
    double m_error = 0.0;
    double m_highest = 0.0;
};

} // namespace hk::analysis::detail
