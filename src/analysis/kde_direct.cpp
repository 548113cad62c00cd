#include "analysis/kde_clones.h"
#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>

namespace hk::analysis::detail {

/// One point's kernel on the rows and columns it may reach.
struct Footprint {
    double* cells; ///< first cell of the first row
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
    double cut2; ///< Gaussian: (4σ)²
};

HK_CLONES void squares(const double* centres, std::size_t count, double at, double perScale, double* result) {
    for (std::size_t k = 0; k < count; ++k) {
        const double d = (centres[k] - at) * perScale;
        result[k] = d * d;
    }
}

static inline void addQuarticRow(double* __restrict row, const double* __restrict dx2, std::size_t count,
                                 double r2, double weight) {
    for (std::size_t k = 0; k < count; ++k) {
        const double v = r2 - dx2[k];
        const double inside = v > 0.0 ? v : 0.0;
        row[k] += weight * (inside * inside);
    }
}

static inline void addGaussianRow(double* __restrict row, const double* __restrict dx2,
                                  const double* __restrict bell, std::size_t count, double dy2, double cut2,
                                  double height) {
    for (std::size_t k = 0; k < count; ++k) {
        const double v = height * bell[k];
        row[k] += dx2[k] + dy2 <= cut2 ? v : 0.0;
    }
}

HK_CLONES void addQuartic(const Footprint& print) {
    for (std::size_t j = 0; j < print.rows; ++j) {
        const std::size_t first = print.first ? print.first[j] : 0;
        const std::size_t end = print.first ? print.end[j] : print.width;
        addQuarticRow(print.cells + j * print.stride + first, print.dx2 + first, end - first,
                      1.0 - print.dy2[j], print.weight);
    }
}

HK_CLONES void addGaussian(const Footprint& print) {
    for (std::size_t j = 0; j < print.rows; ++j) {
        const std::size_t first = print.first ? print.first[j] : 0;
        const std::size_t end = print.first ? print.end[j] : print.width;
        addGaussianRow(print.cells + j * print.stride + first, print.dx2 + first, print.columnBell + first,
                       end - first, print.dy2[j], print.cut2, print.rowBell[j]);
    }
}

namespace {

constexpr std::size_t checkEvery = std::size_t{1} << 20; ///< cells summed between two looks at the stop token

struct Range {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// Cells whose centres may lie within reach of a coordinate, clipped to [low, high); possibly one more at
/// either side. Clipped before the conversion, which cuts off as floor() does, since nothing is negative any
/// more.
Range cellsWithin(double coordinate, double reach, double origin, double perCell, std::int64_t low,
                  std::int64_t high) {
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
        , m_perScale(kernel == Kernel::Quartic ? 1.0 / sum.scale : 1.0) {
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
    std::size_t add(const Source& source, std::int64_t firstRow, std::int64_t endRow, double* values) {
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

    /// factor · exp(−d²/2σ²) at equal steps s: with d = d₀ + ks it is exp(−d₀²/2σ²) · exp(−d₀s/σ²)ᵏ ·
    /// exp(−k²s²/2σ²), so that a point costs two exponentials instead of one per cell. The centres are
    /// rounded to the coordinate's last digit; that remainder of d is put right to first order.
    void bell(const double* centres, std::size_t count, double at, double factor, double* result) const {
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

    void trim(double x, std::int64_t firstColumn, Footprint& print) {
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

} // namespace

bool addDirect(const Sum& sum, Kernel kernel, std::int64_t firstRow, std::int64_t endRow, double* values,
               const std::stop_token& stop) {
    DirectAdder adder(sum, kernel);
    const auto [begin, end] = sum.sourcesOf(firstRow, endRow);
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

} // namespace hk::analysis::detail
