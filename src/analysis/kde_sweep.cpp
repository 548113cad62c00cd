#include "analysis/kde_clones.h"
#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::analysis::detail {

namespace {

constexpr std::size_t batch = 256; ///< sources whose intervals are worked out at a time

/// Where the intervals of some sources begin and end on a row.
struct Intervals {
    alignas(64) double x[batch];  ///< bandwidths from the grid's western border
    alignas(64) double r2[batch]; ///< squared half length, bandwidths
    alignas(64) double weight[batch];
    alignas(64) std::int32_t from[batch]; ///< first column whose centre is not west of the interval
    alignas(64) std::int32_t to[batch];   ///< first column east of it; not above `from` where there is none
};

} // namespace

/// One row of a sweep.
struct SweepRow {
    Sweep::Terms* events;
    const double* origin; ///< per block: bandwidths from the grid's western border
    const double* t;
    double* out;
    double y;
    double xmin;
    double perScale;
    double cells; ///< scale in cells
    std::int64_t columns;
    int blockShift;
    std::int64_t first; ///< columns touched so far
    std::int64_t end;
    double factor;
    double error;
    double highest;
};

HK_CLONES void intervalsOf(const SweepRow& row, const Source* sources, std::size_t count, Intervals& to) {
    const auto columns = static_cast<double>(row.columns);
    for (std::size_t i = 0; i < count; ++i) {
        const double dy = (row.y - sources[i].y) * row.perScale;
        const double x = (sources[i].x - row.xmin) * row.perScale;
        const double r2 = 1.0 - dy * dy;
        const double middle = x * row.cells + 0.5;
        const double half = std::sqrt(r2 > 0.0 ? r2 : 0.0) * row.cells;
        const double from = std::min(std::max(middle - half, 0.0), columns);
        const double end = std::min(std::max(middle + half, 0.0), columns);
        to.x[i] = x;
        to.r2[i] = r2;
        to.weight[i] = sources[i].weight;
        to.from[i] = static_cast<std::int32_t>(from);
        to.to[i] = static_cast<std::int32_t>(r2 > 0.0 ? end : from);
    }
}

/// The coefficients of w · ((t − p)² − r²)² = w · (t² − 2pt + q)², q = p² − r², and what is counted.
static inline __attribute__((always_inline)) void termsOf(double p, double r2, double w, Four& low, Four& high) {
    const double q = p * p - r2;
    const Four a = {q, q, p, p};
    const Four b = {q, -4.0 * p, 4.0 * p, -4.0};
    const Four c = {0.0, 0.0, 2.0 * q, 0.0};
    low = w * (a * b + c);
    high = Four{w, 1.0, 0.0, 0.0};
}

HK_CLONES void addEvents(SweepRow& row, const Intervals& intervals, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t from = intervals.from[i];
        const std::int64_t to = intervals.to[i];
        if (from >= to)
            continue;
        row.first = std::min(row.first, from);
        row.end = std::max(row.end, to);
        const std::int64_t lastBlock = (to - 1) >> row.blockShift;
        std::int64_t column = from;
        for (std::int64_t block = from >> row.blockShift; block <= lastBlock; ++block) {
            Four low, high;
            termsOf(intervals.x[i] - row.origin[block], intervals.r2[i], intervals.weight[i], low, high);
            auto* add = reinterpret_cast<FourAt*>(row.events[column].c);
            add[0] += low;
            add[1] += high;
            column = (block + 1) << row.blockShift;
            if (to < column) {
                auto* remove = reinterpret_cast<FourAt*>(row.events[to].c);
                remove[0] -= low;
                remove[1] -= high;
            }
        }
    }
}

HK_CLONES void evaluate(SweepRow& row) {
    const std::int64_t blockMask = (std::int64_t{1} << row.blockShift) - 1;
    Four low = {};
    Four high = {};
    double most = 0.0;
    double mostPoints = 0.0;
    double highest = row.highest;
    for (std::int64_t i = row.first; i < row.end; ++i) {
        auto* event = reinterpret_cast<FourAt*>(row.events[i].c);
        if ((i & blockMask) == 0 || high[1] == 0.0) { // afresh, without what rounding has left
            low = event[0];
            high = event[1];
        } else {
            low += event[0];
            high += event[1];
        }
        event[0] = event[1] = Four{};
        const double t = row.t[i];
        const double value = low[0] + t * (low[1] + t * (low[2] + t * (low[3] + t * high[0])));
        const double sum = high[1] != 0.0 && value > 0.0 ? value : 0.0;
        row.out[i] = sum * row.factor;
        highest = std::max(highest, sum);
        most = std::max(most, high[0]);
        mostPoints = std::max(mostPoints, high[1]);
    }
    row.events[row.end] = {};
    row.highest = highest;
    // Terms of a point are up to (|t| + |p|)⁴ of its weight, t and p within a block and a bandwidth around it;
    // roundings add up as a random walk.
    const double reach = 2.0 * std::abs(row.t[0]) + 1.0;
    const double perPoint = reach * reach * reach * reach * std::numeric_limits<double>::epsilon();
    row.error = std::max(row.error, perPoint * most * std::sqrt(mostPoints));
}

Sweep::Sweep(const Sum& sum, double factor)
    : m_sum(sum)
    , m_factor(factor)
    , m_block(1)
    , m_events(static_cast<std::size_t>(sum.spec.columns) + 1)
    , m_t(static_cast<std::size_t>(sum.spec.columns)) {
    // Long blocks cut few intervals in two; six bandwidths still lose no more than three digits.
    constexpr double longest = 6.0;
    const GridSpec& spec = sum.spec;
    while (m_block < spec.columns && static_cast<double>(m_block * 2) * spec.cell <= longest * sum.scale)
        m_block *= 2;
    double originX = 0.0;
    for (std::int64_t i = 0; i < spec.columns; ++i) {
        if (i % m_block == 0) {
            originX = sum.columnX[static_cast<std::size_t>(std::min(i + m_block / 2, spec.columns - 1))];
            m_origin.push_back((originX - spec.xmin) / sum.scale);
        }
        m_t[static_cast<std::size_t>(i)] = (sum.columnX[static_cast<std::size_t>(i)] - originX) / sum.scale;
    }
}

bool Sweep::setRows(std::int64_t firstRow, std::int64_t endRow, double* values, const std::stop_token& stop) {
    constexpr std::size_t checkEvery = 65536; ///< sources between two looks at the stop token
    const GridSpec& spec = m_sum.spec;
    SweepRow row{m_events.data(),
                 m_origin.data(),
                 m_t.data(),
                 nullptr,
                 0.0,
                 spec.xmin,
                 1.0 / m_sum.scale,
                 m_sum.scale / spec.cell,
                 spec.columns,
                 static_cast<int>(std::log2(static_cast<double>(m_block))),
                 0,
                 0,
                 m_factor,
                 m_error,
                 m_highest};
    Intervals intervals;
    std::size_t work = 0;
    for (std::int64_t j = firstRow; j < endRow; ++j) {
        row.y = m_sum.rowY[static_cast<std::size_t>(j)];
        row.out = values + j * spec.columns;
        row.first = spec.columns;
        row.end = 0;
        const auto [begin, end] = m_sum.sourcesOf(j, j + 1);
        for (const Source* source = begin; source != end;) {
            const std::size_t count = std::min(batch, static_cast<std::size_t>(end - source));
            intervalsOf(row, source, count, intervals);
            addEvents(row, intervals, count);
            source += count;
            if ((work += count) >= checkEvery) {
                if (stop.stop_requested())
                    return false;
                work = 0;
            }
        }
        if (row.first < row.end)
            evaluate(row);
    }
    m_error = row.error;
    m_highest = row.highest;
    return !stop.stop_requested();
}

} // namespace hk::analysis::detail
