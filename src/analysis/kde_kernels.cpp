#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::analysis::detail {

namespace {

struct Footing {
    double points;
    double rows;
    double columns;
};

Footing footing(const Sum& sum) {
    const double across = 2.0 * sum.reach / sum.spec.cell + 2.0;
    return {static_cast<double>(sum.sources.size()), std::min(across, static_cast<double>(sum.spec.rows)),
            std::min(across, static_cast<double>(sum.spec.columns))};
}

} // namespace

// Nanoseconds as measured by bench_kde with AVX2; only their proportion decides.
double directCost(const Sum& sum, Kernel kernel) {
    const Footing f = footing(sum);
    const double corners = f.columns >= 48 ? 0.8 : 1.0;
    const double perPoint = kernel == Kernel::Quartic ? 25.0 : 100.0;
    return f.points * (perPoint + f.rows * (1.0 + f.columns * corners * 0.155));
}

double sweepCost(const Sum& sum) {
    const Footing f = footing(sum);
    return f.points * f.rows * 5.5 +
           static_cast<double>(sum.spec.columns) * static_cast<double>(sum.spec.rows) * 4.0;
}

double aggregateCost(const Sum& sum) {
    constexpr double never = std::numeric_limits<double>::infinity();
    const GridSpec& spec = sum.spec;
    const double radius = sum.scale / spec.cell;
    const double farthest = std::max({std::abs(spec.xmin), std::abs(spec.xmax()), std::abs(spec.ymin),
                                      std::abs(spec.ymax())}) + sum.reach;
    // The cells' places differ from one another by rounding; so much of the bandwidth does not show.
    constexpr double unseen = 1e-11;
    if (sum.sources.bucketCells() != 1.0 || radius < 3.0 || radius > 200.0 ||
        farthest * std::numeric_limits<double>::epsilon() > unseen * sum.scale)
        return never;
    const auto points = static_cast<double>(sum.sources.size());
    const auto occupied = static_cast<double>(sum.sources.occupied());
    const double cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    return points * (14.0 + 1.6 * radius) + occupied * (20.0 + 5.0 * radius) +
           cells * (20.0 + radius * (1.5 + 0.06 * radius));
}

std::pair<const Source*, const Source*> Sum::sourcesOf(std::int64_t firstRow, std::int64_t endRow) const {
    return sources.between(rowY[static_cast<std::size_t>(firstRow)] - reach,
                           rowY[static_cast<std::size_t>(endRow - 1)] + reach);
}

} // namespace hk::analysis::detail
