#pragma once

#include "analysis/kde.h"

#include <cstddef>
#include <stop_token>
#include <utility>
#include <vector>

/// The inner parts of kernelDensity, apart so that each way of summing can be tested against the others.
namespace hk::analysis::detail {

/// A point of the sum, its weight that of all points at the very same place.
struct Source {
    double x = 0.0;
    double y = 0.0;
    double weight = 0.0;
};

/// The points that reach the grid, in an order of their own, so that no sum depends on the order given: by
/// strips of y, in a strip by blocks of x, in a block by x, y and weight. Those at the very same place are
/// merged.
class Sources {
public:
    /// False where stopped. `weights` empty: all 1.
    bool gather(const std::vector<Point>& points, const std::vector<double>& weights, const GridSpec& spec,
                double reach, const std::stop_token& stop);
    std::size_t size() const { return m_all.size(); }
    bool empty() const { return m_all.empty(); }
    /// Those with y in [low, high], and perhaps some beside.
    std::pair<const Source*, const Source*> between(double low, double high) const;

private:
    bool sort(const GridSpec& spec, const std::stop_token& stop);
    std::size_t stripOf(double y) const;

    std::vector<Source> m_all;
    std::vector<std::size_t> m_start; ///< of each strip in m_all, and the end
    double m_low = 0.0;
    double m_stripsPerMetre = 0.0;
};

/// Everything a way of summing reads; immutable while threads work on it.
struct Sum {
    GridSpec spec;
    double reach = 0.0; ///< metres from a point beyond which its kernel is 0
    double scale = 0.0; ///< metres by which distances are divided (quartic: h) or σ (Gaussian)
    Sources sources;
    std::vector<double> columnX; ///< easting of each column's cell centres
    std::vector<double> rowY;    ///< northing of each row's cell centres

    /// Sources that may reach rows [firstRow, endRow), and perhaps some beside.
    std::pair<const Source*, const Source*> sourcesOf(std::int64_t firstRow, std::int64_t endRow) const;
};

enum class Method { Automatic, Direct, Sweep };

/// Estimated time of each way in nanoseconds on one core.
double directCost(const Sum& sum, Kernel kernel);
double sweepCost(const Sum& sum);

/// Adds the kernels of all sources to rows [firstRow, endRow) of `values` (the whole grid, zero before), each
/// kernel with 1 at its centre. One point after the other. False where stopped.
bool addDirect(const Sum& sum, Kernel kernel, std::int64_t firstRow, std::int64_t endRow, double* values,
               const std::stop_token& stop);

/// The same for the quartic kernel by a sweep along each row: over a row a point is a polynomial of degree 4
/// in x on an interval, so its coefficients are added where the interval begins and taken away where it ends,
/// and each cell costs the same whatever the bandwidth [Chan et al., "SLAM: Efficient Sweep Line Algorithms
/// for Kernel Density Visualization", SIGMOD 2022]. Each block of columns has its own origin and starts
/// afresh from the intervals that reach into it, so that large coordinates and long rows do not cancel.
/// Weights must not be negative.
class Sweep {
public:
    explicit Sweep(const Sum& sum);
    /// False where stopped.
    bool addRows(std::int64_t firstRow, std::int64_t endRow, double* values, const std::stop_token& stop);
    /// Estimate of the largest absolute rounding error so far, in units of a kernel's centre.
    double error() const { return m_error; }

    /// Coefficients of 1, t, … t⁴ (the last is also the weight of the points active), and the points' number.
    struct Terms {
        double c[6] = {0, 0, 0, 0, 0, 0};
    };

private:
    const Sum& m_sum;
    std::int64_t m_block;          ///< columns per block, a power of two
    std::vector<Terms> m_events;   ///< per column: what begins less what ended before it
    std::vector<double> m_originX; ///< per block: easting that t is measured from
    std::vector<double> m_t;       ///< per column: distance to the origin of its block over the bandwidth
    double m_error = 0.0;
};

/// kernelDensity with the way of summing given; arguments already checked by kernelDensity.
Outcome<Grid> density(const std::vector<Point>& points, const std::vector<double>& weights,
                      const GridSpec& spec, const KdeOptions& options, Method method);

} // namespace hk::analysis::detail
