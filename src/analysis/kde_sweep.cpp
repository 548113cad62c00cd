#include "analysis/kde_clones.h"
#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::analysis::detail {

/// One row of a sweep.
struct SweepRow {
    Sweep::Terms* events;
    const double* originX;
    const double* t;
    double* out;
    double y;
    double scale;
    double cells; ///< scale in cells
    double xmin;
    double perCell;
    std::int64_t columns;
    int blockShift;
    std::int64_t first; ///< columns touched so far
    std::int64_t end;
    double error;
};

HK_CLONES void addIntervals(SweepRow& row, const Source* begin, const Source* end) {
    const double perScale = 1.0 / row.scale;
    const auto columns = static_cast<double>(row.columns);
    for (const Source* source = begin; source != end; ++source) {
        const double dy = (row.y - source->y) * perScale;
        const double r2 = 1.0 - dy * dy;
        if (!(r2 > 0.0))
            continue;
        // First column whose centre is not west of the interval, and first one east of it.
        const double middle = (source->x - row.xmin) * row.perCell + 0.5;
        const double half = std::sqrt(r2) * row.cells;
        const auto from = static_cast<std::int64_t>(std::min(std::max(middle - half, 0.0), columns));
        const auto to = static_cast<std::int64_t>(std::min(std::max(middle + half, 0.0), columns));
        if (from >= to)
            continue;
        row.first = std::min(row.first, from);
        row.end = std::max(row.end, to);
        const std::int64_t lastBlock = (to - 1) >> row.blockShift;
        std::int64_t column = from;
        for (std::int64_t block = from >> row.blockShift; block <= lastBlock; ++block) {
            // ((t − p)² − r²)² = (t² − 2pt + q)² with q = p² − r².
            const double p = (source->x - row.originX[block]) * perScale;
            const double q = p * p - r2;
            const double w = source->weight;
            const double terms[6] = {
                w * q * q, -4.0 * w * p * q, w * (4.0 * p * p + 2.0 * q), -4.0 * w * p, w, 1.0};
            double* add = row.events[column].c;
            for (int k = 0; k < 6; ++k)
                add[k] += terms[k];
            column = (block + 1) << row.blockShift;
            if (to < column) {
                double* remove = row.events[to].c;
                for (int k = 0; k < 6; ++k)
                    remove[k] -= terms[k];
            }
        }
    }
}

HK_CLONES void evaluate(SweepRow& row) {
    const std::int64_t blockMask = (std::int64_t{1} << row.blockShift) - 1;
    double sum[6] = {0, 0, 0, 0, 0, 0};
    double most = 0.0;
    double mostPoints = 0.0;
    for (std::int64_t i = row.first; i < row.end; ++i) {
        double* event = row.events[i].c;
        const bool afresh = (i & blockMask) == 0 || sum[5] == 0.0;
        for (int k = 0; k < 6; ++k) {
            sum[k] = (afresh ? 0.0 : sum[k]) + event[k];
            event[k] = 0.0;
        }
        const double t = row.t[i];
        const double value = sum[0] + t * (sum[1] + t * (sum[2] + t * (sum[3] + t * sum[4])));
        row.out[i] = sum[5] != 0.0 && value > 0.0 ? value : 0.0;
        most = std::max(most, sum[4]);
        mostPoints = std::max(mostPoints, sum[5]);
    }
    row.events[row.end] = {};
    // Terms of a point are up to 100 times its weight (|t| ≤ 1, |p| ≤ 2); roundings add up as a random walk.
    constexpr double perPoint = 100.0 * std::numeric_limits<double>::epsilon();
    row.error = std::max(row.error, perPoint * most * std::sqrt(mostPoints));
}

Sweep::Sweep(const Sum& sum)
    : m_sum(sum)
    , m_block(1)
    , m_events(static_cast<std::size_t>(sum.spec.columns) + 1)
    , m_t(static_cast<std::size_t>(sum.spec.columns)) {
    const GridSpec& spec = sum.spec;
    while (m_block < spec.columns && static_cast<double>(m_block * 2) * spec.cell <= 2.0 * sum.scale)
        m_block *= 2;
    for (std::int64_t i = 0; i < spec.columns; ++i) {
        if (i % m_block == 0)
            m_originX.push_back(
                sum.columnX[static_cast<std::size_t>(std::min(i + m_block / 2, spec.columns - 1))]);
        m_t[static_cast<std::size_t>(i)] =
            (sum.columnX[static_cast<std::size_t>(i)] - m_originX.back()) / sum.scale;
    }
}

bool Sweep::addRows(std::int64_t firstRow, std::int64_t endRow, double* values, const std::stop_token& stop) {
    constexpr std::ptrdiff_t batch = 65536;
    const GridSpec& spec = m_sum.spec;
    SweepRow row{m_events.data(),
                 m_originX.data(),
                 m_t.data(),
                 nullptr,
                 0.0,
                 m_sum.scale,
                 m_sum.scale / spec.cell,
                 spec.xmin,
                 1.0 / spec.cell,
                 spec.columns,
                 static_cast<int>(std::log2(static_cast<double>(m_block))),
                 0,
                 0,
                 m_error};
    for (std::int64_t j = firstRow; j < endRow; ++j) {
        row.y = m_sum.rowY[static_cast<std::size_t>(j)];
        row.out = values + j * spec.columns;
        row.first = spec.columns;
        row.end = 0;
        const auto [begin, end] = m_sum.sourcesOf(j, j + 1);
        for (const Source* source = begin; source != end; source += std::min(batch, end - source)) {
            if (stop.stop_requested())
                return false;
            addIntervals(row, source, source + std::min(batch, end - source));
        }
        if (row.first < row.end)
            evaluate(row);
    }
    m_error = row.error;
    return !stop.stop_requested();
}

} // namespace hk::analysis::detail
