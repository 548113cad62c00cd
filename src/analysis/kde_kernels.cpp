#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

// The inner loops are made twice, and the processor's best one is taken when the program starts. Both do the same
// operations in the same order (no fused multiply-add), so the numbers are the same on every machine.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__gnu_linux__) &&                 \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HK_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define HK_CLONES
#endif

namespace hk::analysis::detail {

/// One point's kernel on the rows and columns it may reach.
struct Footprint {
    double* cells;      ///< first cell of the first row
    std::size_t stride;
    std::size_t rows;
    std::size_t width;
    double* dx2;        ///< per column: squared distance, over the scale (quartic) or in metres (Gaussian)
    double* dy2;        ///< per row
    double* columnBell; ///< Gaussian: exp(−dx²/2σ²)
    double* rowBell;    ///< Gaussian: weight · exp(−dy²/2σ²)
    const std::uint32_t* first; ///< per row: first column, or null: all columns
    const std::uint32_t* end;   ///< per row: column after the last
    double weight;
    double cut2;        ///< Gaussian: (4σ)²
};

HK_CLONES void squares(const double* centres, std::size_t count, double at, double perScale, double* result)
{
    for (std::size_t k = 0; k < count; ++k) {
        const double d = (centres[k] - at) * perScale;
        result[k] = d * d;
    }
}

static inline void addQuarticRow(double* __restrict row, const double* __restrict dx2, std::size_t count, double r2,
                                 double weight)
{
    for (std::size_t k = 0; k < count; ++k) {
        const double v = r2 - dx2[k];
        const double inside = v > 0.0 ? v : 0.0;
        row[k] += weight * (inside * inside);
    }
}

static inline void addGaussianRow(double* __restrict row, const double* __restrict dx2,
                                  const double* __restrict bell, std::size_t count, double dy2, double cut2,
                                  double height)
{
    for (std::size_t k = 0; k < count; ++k) {
        const double v = height * bell[k];
        row[k] += dx2[k] + dy2 <= cut2 ? v : 0.0;
    }
}

HK_CLONES void addQuartic(const Footprint& print)
{
    for (std::size_t j = 0; j < print.rows; ++j) {
        const std::size_t first = print.first ? print.first[j] : 0;
        const std::size_t end = print.first ? print.end[j] : print.width;
        addQuarticRow(print.cells + j * print.stride + first, print.dx2 + first, end - first, 1.0 - print.dy2[j],
                      print.weight);
    }
}

HK_CLONES void addGaussian(const Footprint& print)
{
    for (std::size_t j = 0; j < print.rows; ++j) {
        const std::size_t first = print.first ? print.first[j] : 0;
        const std::size_t end = print.first ? print.end[j] : print.width;
        addGaussianRow(print.cells + j * print.stride + first, print.dx2 + first, print.columnBell + first,
                       end - first, print.dy2[j], print.cut2, print.rowBell[j]);
    }
}

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

HK_CLONES void addIntervals(SweepRow& row, const Source* begin, const Source* end)
{
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
            const double terms[6] = {w * q * q, -4.0 * w * p * q, w * (4.0 * p * p + 2.0 * q), -4.0 * w * p, w, 1.0};
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

HK_CLONES void evaluate(SweepRow& row)
{
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

namespace {

constexpr std::size_t checkEvery = std::size_t{1} << 20; ///< cells summed between two looks at the stop token

struct Range {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// Cells whose centres may lie within reach of a coordinate, clipped to [low, high); possibly one more at either side.
/// Clipped before the conversion, which cuts off as floor() does, since nothing is negative any more.
Range cellsWithin(double coordinate, double reach, double origin, double perCell, std::int64_t low, std::int64_t high)
{
    const double middle = (coordinate - origin) * perCell - 0.5;
    const auto lowest = static_cast<double>(low);
    const auto highest = static_cast<double>(high);
    return {static_cast<std::int64_t>(std::clamp(middle - reach * perCell, lowest, highest)),
            static_cast<std::int64_t>(std::clamp(middle + reach * perCell + 2.0, lowest, highest))};
}

/// The tables of one point at a time, reused from point to point.
class DirectAdder {
public:
    DirectAdder(const Sum& sum, Kernel kernel)
        : m_sum(sum)
        , m_kernel(kernel)
        , m_perCell(1.0 / sum.spec.cell)
        , m_perScale(kernel == Kernel::Quartic ? 1.0 / sum.scale : 1.0)
    {
        const double across = 2.0 * sum.reach * m_perCell + 8.0;
        const auto width = static_cast<std::size_t>(std::min(across, static_cast<double>(sum.spec.columns)));
        const auto rows = static_cast<std::size_t>(std::min(across, static_cast<double>(sum.spec.rows)));
        m_dx2.resize(width);
        m_dy2.resize(rows);
        m_first.resize(rows);
        m_end.resize(rows);
        if (kernel == Kernel::Gaussian) {
            m_columnBell.resize(width);
            m_rowBell.resize(rows);
            m_steps.resize(std::max(width, rows));
            for (std::size_t k = 0; k < m_steps.size(); ++k)
                m_steps[k] = bellAt(static_cast<double>(k) * sum.spec.cell);
        }
    }

    /// Returns the number of cells visited.
    std::size_t add(const Source& source, std::int64_t firstRow, std::int64_t endRow, double* values)
    {
        const GridSpec& spec = m_sum.spec;
        // All rows of the grid it may reach: the tables must not depend on how rows are dealt to threads.
        const Range reached = cellsWithin(source.y, m_sum.reach, spec.ymin, m_perCell, 0, spec.rows);
        const Range rows{std::max(reached.begin, firstRow), std::min(reached.end, endRow)};
        Range columns = cellsWithin(source.x, m_sum.reach, spec.xmin, m_perCell, 0, spec.columns);
        if (rows.begin >= rows.end || columns.begin >= columns.end)
            return 0;
        // Whole vectors of four: the cells beside the kernel get 0.
        const std::int64_t width = (columns.end - columns.begin + 3) & ~std::int64_t{3};
        if (width <= spec.columns) {
            columns.begin = std::min(columns.begin, spec.columns - width);
            columns.end = columns.begin + width;
        }
        const auto skipped = static_cast<std::size_t>(rows.begin - reached.begin);
        Footprint print{values + rows.begin * spec.columns + columns.begin,
                        static_cast<std::size_t>(spec.columns),
                        static_cast<std::size_t>(rows.end - rows.begin),
                        static_cast<std::size_t>(columns.end - columns.begin),
                        m_dx2.data(),
                        m_dy2.data() + skipped,
                        m_columnBell.data(),
                        m_rowBell.data() + skipped,
                        nullptr,
                        nullptr,
                        source.weight,
                        m_sum.reach * m_sum.reach};
        const double* x = m_sum.columnX.data() + columns.begin;
        const double* y = m_sum.rowY.data() + reached.begin;
        const auto reachedRows = static_cast<std::size_t>(reached.end - reached.begin);
        squares(x, print.width, source.x, m_perScale, m_dx2.data());
        squares(y, reachedRows, source.y, m_perScale, m_dy2.data());
        if (print.width >= wide)
            trim(source.x, columns.begin, print);
        if (m_kernel == Kernel::Quartic) {
            addQuartic(print);
        } else {
            bell(x, print.width, source.x, 1.0, m_columnBell.data());
            bell(y, reachedRows, source.y, source.weight, m_rowBell.data());
            addGaussian(print);
        }
        return print.rows * print.width;
    }

private:
    static constexpr std::size_t wide = 48; ///< from here it pays to leave out the corners of the square

    double bellAt(double d) const { return std::exp(-0.5 * (d / m_sum.scale) * (d / m_sum.scale)); }

    /// factor · exp(−d²/2σ²) at equal steps s: with d = d₀ + ks it is exp(−d₀²/2σ²) · exp(−d₀s/σ²)ᵏ · exp(−k²s²/2σ²), so
    /// that a point costs two exponentials instead of one per cell. The centres are rounded to the coordinate's last
    /// digit; that remainder of d is put right to first order.
    void bell(const double* centres, std::size_t count, double at, double factor, double* result) const
    {
        const double step = m_sum.spec.cell;
        const double perVariance = 1.0 / (m_sum.scale * m_sum.scale);
        const double d0 = centres[0] - at;
        const double ratio = std::exp(-d0 * step * perVariance);
        double power = factor * bellAt(d0);
        for (std::size_t k = 0; k < count; ++k) {
            const double d = centres[k] - at;
            const double remainder = d - (d0 + static_cast<double>(k) * step);
            result[k] = power * m_steps[k] * (1.0 - d * remainder * perVariance);
            power *= ratio;
        }
    }

    void trim(double x, std::int64_t firstColumn, Footprint& print)
    {
        const double limit = m_kernel == Kernel::Quartic ? 1.0 : m_sum.reach * m_sum.reach;
        const double cells = m_perCell / m_perScale;
        const double middle = (x - m_sum.spec.xmin) * m_perCell - 0.5 - static_cast<double>(firstColumn);
        const auto last = static_cast<double>(print.width);
        for (std::size_t j = 0; j < print.rows; ++j) {
            const double half = std::sqrt(std::max(0.0, limit - print.dy2[j])) * cells;
            const auto begin = static_cast<std::uint32_t>(std::clamp(middle - half - 1.0, 0.0, last));
            const auto end = static_cast<std::uint32_t>(std::clamp(middle + half + 2.0, 0.0, last));
            m_first[j] = begin & ~3u;
            m_end[j] = std::min((end + 3u) & ~3u, static_cast<std::uint32_t>(print.width));
        }
        print.first = m_first.data();
        print.end = m_end.data();
    }

    const Sum& m_sum;
    Kernel m_kernel;
    double m_perCell;
    double m_perScale;
    std::vector<double> m_dx2;
    std::vector<double> m_dy2;
    std::vector<double> m_columnBell;
    std::vector<double> m_rowBell;
    std::vector<double> m_steps; ///< exp(−(k · cell)²/2σ²)
    std::vector<std::uint32_t> m_first;
    std::vector<std::uint32_t> m_end;
};

/// Sources that may reach rows [firstRow, endRow).
std::pair<const Source*, const Source*> sourcesOf(const Sum& sum, std::int64_t firstRow, std::int64_t endRow)
{
    return sum.sources.between(sum.rowY[static_cast<std::size_t>(firstRow)] - sum.reach,
                               sum.rowY[static_cast<std::size_t>(endRow - 1)] + sum.reach);
}

struct Footing {
    double points;
    double rows;
    double columns;
};

Footing footing(const Sum& sum)
{
    const double across = 2.0 * sum.reach / sum.spec.cell + 2.0;
    return {static_cast<double>(sum.sources.size()), std::min(across, static_cast<double>(sum.spec.rows)),
            std::min(across, static_cast<double>(sum.spec.columns))};
}

} // namespace

// Nanoseconds measured by bench_kde on a processor of 2023.
double directCost(const Sum& sum, Kernel kernel)
{
    const Footing f = footing(sum);
    const double corners = f.columns >= 48 ? 0.8 : 1.0;
    const double perPoint = kernel == Kernel::Quartic ? 30.0 : 100.0;
    return f.points * (perPoint + f.rows * (4.0 + f.columns * corners * 0.13));
}

double sweepCost(const Sum& sum)
{
    const Footing f = footing(sum);
    return f.points * f.rows * 15.0 + static_cast<double>(sum.spec.columns) * static_cast<double>(sum.spec.rows) * 4.0;
}

bool addDirect(const Sum& sum, Kernel kernel, std::int64_t firstRow, std::int64_t endRow, double* values,
               const std::stop_token& stop)
{
    DirectAdder adder(sum, kernel);
    const auto [begin, end] = sourcesOf(sum, firstRow, endRow);
    std::size_t work = 0;
    for (const Source* source = begin; source != end; ++source) {
        work += 64 + adder.add(*source, firstRow, endRow, values);
        if (work >= checkEvery) {
            if (stop.stop_requested())
                return false;
            work = 0;
        }
    }
    return !stop.stop_requested();
}

Sweep::Sweep(const Sum& sum)
    : m_sum(sum)
    , m_block(1)
    , m_events(static_cast<std::size_t>(sum.spec.columns) + 1)
    , m_t(static_cast<std::size_t>(sum.spec.columns))
{
    const GridSpec& spec = sum.spec;
    while (m_block < spec.columns && static_cast<double>(m_block * 2) * spec.cell <= 2.0 * sum.scale)
        m_block *= 2;
    for (std::int64_t i = 0; i < spec.columns; ++i) {
        if (i % m_block == 0)
            m_originX.push_back(sum.columnX[static_cast<std::size_t>(std::min(i + m_block / 2, spec.columns - 1))]);
        m_t[static_cast<std::size_t>(i)] = (sum.columnX[static_cast<std::size_t>(i)] - m_originX.back()) / sum.scale;
    }
}

bool Sweep::addRows(std::int64_t firstRow, std::int64_t endRow, double* values, const std::stop_token& stop)
{
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
        const auto [begin, end] = sourcesOf(m_sum, j, j + 1);
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
