#include "workspace/detail_density.h"

#include <algorithm>
#include <cmath>

namespace hk::workspace {
namespace {

constexpr double finest = 0.25; // metres: far below what any place is known to
constexpr double mostCells = 16e6;

} // namespace

std::optional<analysis::GridSpec> detailGrid(const MapAnalysis& analysis, const analysis::Extent& seen,
                                             double metresPerPoint)
{
    if (!analysis.density || !(metresPerPoint > 0.0))
        return std::nullopt;
    const double cell = std::max(finest, std::exp2(std::floor(std::log2(2.0 * metresPerPoint))));
    const analysis::GridSpec& known = analysis.density->spec;
    const double west = std::max(seen.xmin, known.xmin);
    const double south = std::max(seen.ymin, known.ymin);
    const double east = std::min(seen.xmax, known.xmax());
    const double north = std::min(seen.ymax, known.ymax());
    if (cell >= known.cell || east <= west || north <= south)
        return std::nullopt;
    const double firstColumn = std::floor(west / cell);
    const double firstRow = std::floor(south / cell);
    const double columns = std::ceil(east / cell) - firstColumn + 1;
    const double rows = std::ceil(north / cell) - firstRow + 1;
    if (columns * rows > mostCells)
        return std::nullopt;
    return analysis::GridSpec{(firstColumn - 0.5) * cell, (firstRow - 0.5) * cell, cell,
                              static_cast<std::int64_t>(columns), static_cast<std::int64_t>(rows)};
}

Result<std::shared_ptr<const analysis::Grid>> detailDensity(const MapAnalysis& analysis, const analysis::GridSpec& spec,
                                                            std::stop_token stop)
{
    static const std::vector<analysis::Point> none;
    analysis::Outcome<analysis::Grid> grid
        = analysis::kernelDensity(analysis.points ? *analysis.points : none, {}, spec,
                                  densityOptions(analysis.settings, analysis.filter, std::move(stop)));
    if (!grid)
        return tl::unexpected(errorOf(grid.error(), analysis.settings));
    return std::make_shared<const analysis::Grid>(std::move(*grid));
}

} // namespace hk::workspace
