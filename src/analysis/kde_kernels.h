#pragma once

#include "analysis/kde.h"
#include "analysis/kde_sources.h"

#include <cstddef>
#include <stop_token>
#include <utility>
#include <vector>

/// The inner parts of kernelDensity, apart so that each way of summing can be tested against the others.
namespace hk::analysis::detail {

/// Everything a way of summing reads; immutable while threads work on it.
struct Sum {
    GridSpec spec;
    double reach = 0.0; ///< metres from a point beyond which its kernel is 0
    double scale = 0.0; ///< metres by which distances are divided (quartic: h) or σ (Gaussian)
    Sources sources;
    std::vector<double> columnX; ///< easting of each column's cell centres
    std::vector<double> rowY;    ///< northing of each row's cell centres

    /// Centres of the lattice's cells, also beyond the grid.
    double centreX(std::int64_t column) const {
        return spec.xmin + (static_cast<double>(column) + 0.5) * spec.cell;
    }
    double centreY(std::int64_t row) const { return spec.ymin + (static_cast<double>(row) + 0.5) * spec.cell; }

    /// Sources that may reach rows [firstRow, endRow), and perhaps some beside.
    std::pair<const Source*, const Source*> sourcesOf(std::int64_t firstRow, std::int64_t endRow) const;
};

enum class Method { Automatic, Direct, Sweep, Aggregate };

/// Estimated time of each way in nanoseconds on one core.
double directCost(const Sum& sum, Kernel kernel);
double sweepCost(const Sum& sum);
/// Infinite where the aggregated way cannot be taken: cells of the bandwidth's size or too many to one, points
/// too few for buckets of one cell, negative weights, or coordinates too coarse for the bandwidth.
double aggregateCost(const Sum& sum);

/// Adds the kernels of all sources to rows [firstRow, endRow) of `values` (the whole grid, zero before), each
/// kernel with 1 at its centre. One point after the other. False where stopped.
bool addDirect(const Sum& sum, Kernel kernel, std::int64_t firstRow, std::int64_t endRow, double* values,
               const std::stop_token& stop);

/// The quartic kernels by a sweep along each row: over a row a point is a polynomial of degree 4 in x on an
/// interval, so its coefficients are added where the interval begins and taken away where it ends, and each cell
/// costs the same whatever the bandwidth [Chan et al., "SLAM: Efficient Sweep Line Algorithms for Kernel Density
/// Visualization", SIGMOD 2022]. Each block of columns has its own origin and starts afresh from the intervals
/// that reach into it, so that large coordinates and long rows do not cancel. Weights must not be negative.
class Sweep {
public:
    Sweep(const Sum& sum, double factor);
    /// Sets rows [firstRow, endRow) of `values` (the whole grid, zero before) to `factor` times the sum of all
    /// kernels, each with 1 at its centre. False where stopped.
    bool setRows(std::int64_t firstRow, std::int64_t endRow, double* values, const std::stop_token& stop);
    /// Estimate of the largest absolute rounding error so far, in units of a kernel's centre.
    double error() const { return m_error; }
    /// Largest sum so far, in the same units.
    double highest() const { return m_highest; }

    /// Coefficients of 1, t, … t⁴ (the last is also the weight of the points active), and the points' number. On a
    /// cache line of its own.
    struct alignas(64) Terms {
        double c[8] = {};
    };

private:
    const Sum& m_sum;
    double m_factor;
    std::int64_t m_block;          ///< columns per block, a power of two
    std::vector<Terms> m_events;   ///< per column: what begins less what ended before it
    std::vector<double> m_origin;  ///< per block: where t is 0, in bandwidths from the western border
    std::vector<double> m_t;       ///< per column: distance to the origin of its block over the bandwidth
    double m_error = 0.0;
    double m_highest = 0.0;
};

/// kernelDensity with the way of summing given; arguments already checked by kernelDensity.
Outcome<Grid> density(const std::vector<Point>& points, const std::vector<double>& weights,
                      const GridSpec& spec, const KdeOptions& options, Method method);

} // namespace hk::analysis::detail
