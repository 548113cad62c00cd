#pragma once

#include "analysis/geometry.h"
#include "analysis/status.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace hk::analysis {

/// A raster of square cells. Row 0 is the southernmost; the centre of cell (column i, row j) is
/// (xmin + (i + ½) · cell, ymin + (j + ½) · cell).
struct GridSpec {
    double xmin = 0.0;
    double ymin = 0.0;
    double cell = 0.0; ///< metres
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    double xmax() const { return xmin + static_cast<double>(columns) * cell; }
    double ymax() const { return ymin + static_cast<double>(rows) * cell; }
    Extent extent() const { return {xmin, ymin, xmax(), ymax()}; }
    friend bool operator==(const GridSpec&, const GridSpec&) = default;
};

/// Row-major values, row 0 south.
struct Grid {
    GridSpec spec;
    std::vector<double> values;
    double at(std::int64_t column, std::int64_t row) const {
        return values[static_cast<std::size_t>(row * spec.columns + column)];
    }
    double maximum() const; ///< 0 for an empty grid
};

enum class Kernel : std::uint8_t { Quartic, Gaussian };

/// Largest grid that is computed; above it the answer is Fault::GridTooLarge.
inline constexpr std::int64_t maximumCells = 100'000'000;

/// The points' bounding box plus the bandwidth, snapped outward to whole cells (multiples of the cell size).
/// Faults: cell size or bandwidth not positive, NotFinite, NoPoints, GridTooLarge (one far stray point).
Outcome<GridSpec> gridAround(const std::vector<Point>& points, double cell, double bandwidth);

/// Exactly (xmax − xmin)/cell columns with cell centres at xmin + (i + ½) · cell; a remainder is rounded up,
/// one that is only the rounding of the numbers themselves is none. Faults: cell size not positive,
/// NotFinite, NoPoints for an extent without area, GridTooLarge.
Outcome<GridSpec> gridOf(const Extent& extent, double cell);

struct KdeOptions {
    Kernel kernel = Kernel::Quartic;
    double bandwidth = 150.0; ///< metres; for the Gaussian σ = bandwidth / √8, so that both spread alike
    int threads = 0;          ///< 0: as many as the machine has
    std::stop_token stop = {};
    /// Incidents outside these polygons (which must not overlap) are left out, and cells with their centre outside
    /// are 0. Empty: everywhere.
    std::vector<Polygon> studyArea = {};
    /// Divides by the part of the kernel around a cell that lies inside the study area, as nothing is known beyond
    /// its border [Diggle 1985, "A kernel method for smoothing point process data", Applied Statistics 34]. Near
    /// the border the density is less certain for it.
    bool edgeCorrection = false;
};

/// Density in incidents per km² at each cell centre.
/// Quartic (biweight): f(x) = Σ wᵢ · 3/(π h²) · (1 − dᵢ²/h²)² for dᵢ < h [Silverman 1986, eq. 4.5]; Gaussian
/// f(x) = Σ wᵢ/(2πσ²) · exp(−dᵢ²/2σ²), the sum cut at dᵢ ≤ 4σ. `weights` is empty (all 1) or as long as
/// `points` (anything else throws std::invalid_argument). The sums are exact: no approximation but the
/// rounding of doubles. They depend neither on the order of the points nor on the number of threads. No
/// points: zeros. Faults: not finite, not positive, bandwidth below cell, NoPoints for a grid without cells,
/// grid too large (also where the machine has no memory for it), cancelled. Thread-safe.
Outcome<Grid> kernelDensity(const std::vector<Point>& points, const std::vector<double>& weights,
                            const GridSpec& spec, const KdeOptions& options);

/// The part of the kernel around p that lies inside the polygons (which must not overlap), 0 to 1, in closed form
/// for the quartic and to 1e-9 for the Gaussian. p inside one of them; 0 otherwise.
double kernelMassInside(const std::vector<Polygon>& area, const Point& p, Kernel kernel, double bandwidth);

/// Value between cell centres, bilinear, cells outside the grid counting as 0; 0 outside the grid.
double sample(const Grid& grid, const Point& p);

} // namespace hk::analysis
