#include "analysis/gi_star.h"

#include "analysis/kde_clones.h"
#include "analysis/parallel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace hk::analysis {
namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<double, 3> levels{0.10, 0.05, 0.01};

/// The cells within the band of a cell, as half widths of the rows of a disc: row ±k reaches halfWidths[k]
/// cells to either side.
struct Disc {
    std::vector<std::int64_t> halfWidths;
    std::int64_t reachRows() const { return static_cast<std::int64_t>(halfWidths.size()) - 1; }
    std::int64_t reachColumns() const { return halfWidths.front(); }
};

Disc discOf(double band, const GridSpec& spec)
{
    // Distances between centres are cells · √(whole number): a band that differs from one by rounding alone
    // is it.
    const double cells = band / spec.cell;
    const double squared = cells * cells * (1.0 + 1e-9);
    Disc disc;
    const auto reach =
        static_cast<std::int64_t>(std::min(std::sqrt(squared), static_cast<double>(spec.rows - 1)));
    for (std::int64_t k = 0; k <= reach; ++k) {
        const double rest = squared - static_cast<double>(k) * static_cast<double>(k);
        disc.halfWidths.push_back(
            static_cast<std::int64_t>(std::min(std::sqrt(rest), static_cast<double>(spec.columns - 1))));
    }
    return disc;
}

/// Of the cells inside: how many, and how their values spread. Deviations from the mean, not values, are
/// summed, so that a common level costs no digits.
struct Spread {
    std::size_t cells = 0;
    double mean = 0.0;
    double squares = 0.0; ///< Σ (x − x̄)²
    bool alike = true;
};

Outcome<Spread> spreadOf(const Fishnet& fishnet, const std::vector<double>& values)
{
    Spread spread;
    double total = 0.0;
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!fishnet.isInside(i))
            continue;
        if (!std::isfinite(values[i]))
            return tl::unexpected(Failure{Fault::NotFinite, static_cast<double>(i)});
        ++spread.cells;
        total += values[i];
        lowest = std::min(lowest, values[i]);
        highest = std::max(highest, values[i]);
    }
    if (spread.cells == 0)
        return tl::unexpected(Failure{Fault::NoPoints});
    spread.mean = total / static_cast<double>(spread.cells);
    spread.alike = lowest == highest;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (fishnet.isInside(i))
            spread.squares += (values[i] - spread.mean) * (values[i] - spread.mean);
    return spread;
}

/// Adds the row's cells i − w … i + w of running sums to each cell i.
template <class Number>
HK_CLONES void addRow(const Number* sums, std::int64_t reach, std::int64_t w, std::int64_t columns,
                      Number* to)
{
    const Number* upper = sums + reach + w + 1;
    const Number* lower = sums + reach - w;
    for (std::int64_t i = 0; i < columns; ++i)
        to[i] += upper[i] - lower[i];
}

/// Sums over discs for a block of rows, by running sums of each row: a row of the disc costs two reads per
/// cell, however wide it is.
class DiscSums {
public:
    DiscSums(const Fishnet& fishnet, const std::vector<double>& values, double mean, const Disc& disc)
        : m_fishnet(fishnet)
        , m_values(values)
        , m_mean(mean)
        , m_disc(disc)
        , m_width(fishnet.spec.columns + 2 * disc.reachColumns() + 1)
    {
        weight.resize(static_cast<std::size_t>(fishnet.spec.columns));
        sum.resize(static_cast<std::size_t>(fishnet.spec.columns));
    }

    /// Makes the running sums that rows first … end − 1 need.
    void prepare(std::int64_t first, std::int64_t end)
    {
        m_first = std::max<std::int64_t>(0, first - m_disc.reachRows());
        m_end = std::min(m_fishnet.spec.rows, end + m_disc.reachRows());
        m_sums.resize(static_cast<std::size_t>((m_end - m_first) * m_width));
        m_counts.resize(m_sums.size());
        for (std::int64_t row = m_first; row < m_end; ++row)
            prepareRow(row);
    }

    /// Fills `sum` and `weight` for one of the prepared rows.
    void at(std::int64_t row)
    {
        std::fill(sum.begin(), sum.end(), 0.0);
        std::fill(weight.begin(), weight.end(), 0);
        const std::int64_t columns = m_fishnet.spec.columns;
        for (std::int64_t k = -m_disc.reachRows(); k <= m_disc.reachRows(); ++k) {
            if (row + k < m_first || row + k >= m_end)
                continue;
            const std::int64_t w = m_disc.halfWidths[static_cast<std::size_t>(std::abs(k))];
            const auto offset = static_cast<std::size_t>((row + k - m_first) * m_width);
            addRow(m_sums.data() + offset, m_disc.reachColumns(), w, columns, sum.data());
            addRow(m_counts.data() + offset, m_disc.reachColumns(), w, columns, weight.data());
        }
    }

    std::vector<double> sum; ///< by column: Σ of neighbours' deviations from the mean, self included
    std::vector<std::int32_t> weight; ///< by column: neighbours, self included

private:
    /// m_sums of a row: what lies west of column i stands at i + reach; constant beyond the grid's borders.
    void prepareRow(std::int64_t row)
    {
        const std::int64_t columns = m_fishnet.spec.columns;
        const std::int64_t reach = m_disc.reachColumns();
        double* sums = m_sums.data() + (row - m_first) * m_width;
        std::int32_t* counts = m_counts.data() + (row - m_first) * m_width;
        std::fill(sums, sums + reach + 1, 0.0);
        std::fill(counts, counts + reach + 1, 0);
        double total = 0.0;
        std::int32_t count = 0;
        const auto start = static_cast<std::size_t>(row * columns);
        for (std::int64_t i = 0; i < columns; ++i) {
            const std::size_t cell = start + static_cast<std::size_t>(i);
            if (m_fishnet.isInside(cell)) {
                total += m_values[cell] - m_mean;
                ++count;
            }
            sums[reach + 1 + i] = total;
            counts[reach + 1 + i] = count;
        }
        std::fill(sums + reach + 1 + columns, sums + m_width, total);
        std::fill(counts + reach + 1 + columns, counts + m_width, count);
    }

    const Fishnet& m_fishnet;
    const std::vector<double>& m_values;
    double m_mean;
    const Disc& m_disc;
    std::int64_t m_width;
    std::int64_t m_first = 0;
    std::int64_t m_end = 0;
    std::vector<double> m_sums;
    std::vector<std::int32_t> m_counts;
};

/// One cell's z from the sum of its neighbours' deviations from the mean; NaN where it is not defined.
class Standardised {
public:
    Standardised(const Spread& spread, bool includeSelf)
        : m_spread(spread)
        , m_includeSelf(includeSelf)
        , m_n(static_cast<double>(spread.cells))
        , m_deviation(std::sqrt(spread.squares / static_cast<double>(spread.cells)))
    {}

    /// `own`: the cell's own deviation from the mean; `weight` and `sum` with itself.
    double operator()(double sum, double weight, double own) const
    {
        if (m_spread.alike)
            return notANumber;
        return m_includeSelf ? z(sum, weight, m_n, m_deviation) : withoutSelf(sum, weight, own);
    }

private:
    static double z(double sum, double weight, double n, double deviation)
    {
        const double room = weight * (n - weight);
        return room > 0.0 && deviation > 0.0 ? sum / (deviation * std::sqrt(room / (n - 1.0))) : notANumber;
    }

    /// Mean and deviation are those of the other cells.
    double withoutSelf(double sum, double weight, double own) const
    {
        const double others = m_n - 1.0;
        const double mean = -own / others;
        const double squares = m_spread.squares - own * own - others * mean * mean;
        if (!(squares > 1e-12 * m_spread.squares)) // all others are alike
            return notANumber;
        return z(sum - own - (weight - 1.0) * mean, weight - 1.0, others, std::sqrt(squares / others));
    }

    const Spread& m_spread;
    bool m_includeSelf;
    double m_n;
    double m_deviation;
};

double twoSided(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

/// p-values up to the widest level in ascending order, and how many there are in all.
struct SmallP {
    std::vector<double> sorted;
    std::size_t all = 0;
};

SmallP smallP(const std::vector<double>& p, double level)
{
    SmallP small;
    for (const double value : p) {
        if (std::isnan(value))
            continue;
        ++small.all;
        if (value <= level) // p(k) ≤ k/m · level is never above the level
            small.sorted.push_back(value);
    }
    std::sort(small.sorted.begin(), small.sorted.end());
    return small;
}

double thresholdOf(const SmallP& small, double level)
{
    for (std::size_t k = small.sorted.size(); k > 0; --k)
        if (small.sorted[k - 1] <= static_cast<double>(k) / static_cast<double>(small.all) * level)
            return small.sorted[k - 1];
    return -1.0;
}

} // namespace

double falseDiscoveryThreshold(const std::vector<double>& p, double level)
{
    return thresholdOf(smallP(p, level), level);
}

std::vector<GiClass> giClasses(const std::vector<double>& z, const std::vector<double>& p, bool correct)
{
    if (z.size() != p.size())
        throw std::invalid_argument("as many p as z");
    std::array<double, 3> thresholds = levels;
    if (correct) {
        const SmallP small = smallP(p, levels.front());
        std::transform(levels.begin(), levels.end(), thresholds.begin(),
                       [&](double level) { return thresholdOf(small, level); });
    }
    std::vector<GiClass> classes(z.size(), GiClass::None);
    for (std::size_t i = 0; i < z.size(); ++i) {
        int sure = 0;
        for (const double threshold : thresholds)
            sure += p[i] <= threshold ? 1 : 0; // false for NaN
        classes[i] = static_cast<GiClass>(z[i] < 0.0 ? -sure : sure);
    }
    return classes;
}

std::vector<GiGroup> giGroups(const Fishnet& fishnet, const GiStar& found, GiClass least)
{
    const int sign = static_cast<int>(least) < 0 ? -1 : 1;
    std::vector<std::uint8_t> open(found.classes.size());
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = sign * static_cast<int>(found.classes[i]) >= sign * static_cast<int>(least) ? 1 : 0;
    const std::int64_t columns = fishnet.spec.columns;
    std::vector<GiGroup> groups;
    for (std::size_t start = 0; start < open.size(); ++start) {
        if (open[start] == 0)
            continue;
        GiGroup group;
        group.cells = {start};
        open[start] = 0;
        for (std::size_t next = 0; next < group.cells.size(); ++next) {
            const std::int64_t row = static_cast<std::int64_t>(group.cells[next]) / columns;
            const std::int64_t column = static_cast<std::int64_t>(group.cells[next]) % columns;
            for (std::int64_t y = std::max<std::int64_t>(0, row - 1); y <= std::min(fishnet.spec.rows - 1, row + 1); ++y)
                for (std::int64_t x = std::max<std::int64_t>(0, column - 1); x <= std::min(columns - 1, column + 1); ++x) {
                    const auto cell = static_cast<std::size_t>(y * columns + x);
                    if (open[cell] != 0)
                        group.cells.push_back(cell);
                    open[cell] = 0;
                }
        }
        std::sort(group.cells.begin(), group.cells.end());
        group.summit = *std::max_element(group.cells.begin(), group.cells.end(), [&](std::size_t a, std::size_t b) {
            return sign * found.z[a] < sign * found.z[b];
        });
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const GiGroup& a, const GiGroup& b) {
        return sign * found.z[a.summit] > sign * found.z[b.summit];
    });
    return groups;
}

Outcome<GiStar> giStar(const Fishnet& fishnet, const std::vector<double>& values,
                       const GiStarOptions& options)
{
    if (values.size() != fishnet.cells())
        throw std::invalid_argument("one value for each cell");
    const double band = options.band == 0.0 ? fishnet.spec.cell * std::numbers::sqrt2 : options.band;
    if (!(band > 0.0) || !std::isfinite(band))
        return tl::unexpected(Failure{Fault::BandwidthNotPositive, band});
    const Outcome<Spread> spread = spreadOf(fishnet, values);
    if (!spread)
        return tl::unexpected(spread.error());

    const GridSpec& spec = fishnet.spec;
    const Disc disc = discOf(band, spec);
    const Standardised standardised(*spread, options.includeSelf);
    GiStar result;
    result.band = band;
    result.cells = spread->cells;
    result.mean = spread->mean;
    result.deviation = std::sqrt(spread->squares / static_cast<double>(spread->cells));
    result.z.assign(values.size(), notANumber);
    result.p.assign(values.size(), notANumber);

    constexpr double perCell = 30.0;      // ns, mostly of the probability
    constexpr double perCellAndRow = 1.0; // ns
    const double cost = static_cast<double>(values.size()) *
                        (perCell + perCellAndRow * static_cast<double>(2 * disc.reachRows() + 1));
    const int threads = detail::threadsFor(options.threads, cost);
    // Blocks high enough that the rows above and below, which are prepared again, are few; all threads have
    // one.
    const std::int64_t even = (spec.rows + threads - 1) / threads;
    const std::int64_t block =
        std::max<std::int64_t>(1, std::min(even, std::max<std::int64_t>(64, 4 * disc.reachRows())));
    const bool done = detail::forBlocks(spec.rows, block, threads, [&](std::int64_t first, std::int64_t end) {
        DiscSums sums(fishnet, values, spread->mean, disc);
        sums.prepare(first, end);
        for (std::int64_t row = first; row < end; ++row) {
            if (options.stop.stop_requested())
                return false;
            sums.at(row);
            for (std::int64_t column = 0; column < spec.columns; ++column) {
                const auto cell = static_cast<std::size_t>(row * spec.columns + column);
                if (!fishnet.isInside(cell))
                    continue;
                const auto at = static_cast<std::size_t>(column);
                result.z[cell] = standardised(sums.sum[at], sums.weight[at], values[cell] - spread->mean);
                result.p[cell] = twoSided(result.z[cell]);
            }
        }
        return true;
    });
    if (!done)
        return tl::unexpected(Failure{Fault::Cancelled});
    for (std::size_t cell = 0; cell < values.size(); ++cell)
        result.undefined += fishnet.isInside(cell) && std::isnan(result.z[cell]) ? 1 : 0;
    result.classes = giClasses(result.z, result.p, options.correct);
    return result;
}

} // namespace hk::analysis
