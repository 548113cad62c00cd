#include "analysis/kde_kernels.h"

#include <algorithm>

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
    const double perPoint = kernel == Kernel::Quartic ? 30.0 : 100.0;
    return f.points * (perPoint + f.rows * (4.0 + f.columns * corners * 0.13));
}

double sweepCost(const Sum& sum) {
    const Footing f = footing(sum);
    return f.points * f.rows * 13.5 +
           static_cast<double>(sum.spec.columns) * static_cast<double>(sum.spec.rows) * 4.0;
}

std::pair<const Source*, const Source*> Sum::sourcesOf(std::int64_t firstRow, std::int64_t endRow) const {
    return sources.between(rowY[static_cast<std::size_t>(firstRow)] - reach,
                           rowY[static_cast<std::size_t>(endRow - 1)] + reach);
}

} // namespace hk::analysis::detail
