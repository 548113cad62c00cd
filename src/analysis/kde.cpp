#include "analysis/kde.h"

#include "analysis/kde_kernels.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <new>
#include <numbers>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace hk::analysis {

namespace {

constexpr double squareMetresPerKm2 = 1e6;

tl::unexpected<Failure> failure(Fault fault, double value = 0.0) {
    return tl::unexpected<Failure>(Failure{fault, value});
}

bool positive(double value) {
    return std::isfinite(value) && value > 0.0;
}

/// v / cell, where that is a whole number but for rounding: the whole number. Seven-digit coordinates over
/// decimetre cells are whole to about 1e-8.
double inCells(double v, double cell) {
    const double q = v / cell;
    const double whole = std::round(q);
    const double rounding = std::max(1e-9, 8.0 * std::numeric_limits<double>::epsilon() * std::abs(q));
    return std::abs(q - whole) <= rounding ? whole : q;
}

Outcome<GridSpec> specOf(double xmin, double ymin, double cell, double columns, double rows) {
    const double cells = columns * rows;
    if (!(cells <= static_cast<double>(maximumCells)))
        return failure(Fault::GridTooLarge, cells);
    return GridSpec{xmin, ymin, cell, static_cast<std::int64_t>(columns), static_cast<std::int64_t>(rows)};
}

std::optional<Failure> check(const std::vector<Point>& points, const std::vector<double>& weights,
                             const GridSpec& spec, const KdeOptions& options) {
    if (!positive(spec.cell))
        return Failure{Fault::CellSizeNotPositive, spec.cell};
    if (!positive(options.bandwidth))
        return Failure{Fault::BandwidthNotPositive, options.bandwidth};
    if (options.bandwidth < spec.cell)
        return Failure{Fault::BandwidthBelowCell, options.bandwidth};
    if (spec.columns <= 0 || spec.rows <= 0)
        return Failure{Fault::NoPoints};
    const double cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    if (cells > static_cast<double>(maximumCells))
        return Failure{Fault::GridTooLarge, cells};
    if (!std::isfinite(spec.xmin) || !std::isfinite(spec.ymin) || !std::isfinite(spec.xmax()) ||
        !std::isfinite(spec.ymax()))
        return Failure{Fault::NotFinite};
    if (!weights.empty() && weights.size() != points.size())
        throw std::invalid_argument("kernelDensity: as many weights as points, or none");
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y))
            return Failure{Fault::NotFinite, static_cast<double>(i)};
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (!std::isfinite(weights[i]))
            return Failure{Fault::NotFinite, static_cast<double>(i)};
    return std::nullopt;
}

/// Zeros in steps, so that a large grid can be stopped while its memory is fetched.
bool allocate(std::vector<double>& values, std::size_t size, const std::stop_token& stop) {
    constexpr std::size_t step = std::size_t{1} << 21;
    values.reserve(size);
    while (values.size() < size) {
        if (stop.stop_requested())
            return false;
        values.resize(std::min(size, values.size() + step));
    }
    return true;
}

/// Calls work(firstRow, endRow) for bands of rows on several threads, this one among them, until all are done
/// or one says false. Each band belongs to one call alone. `makeWorker` is called once on each thread. What a
/// thread throws is thrown again here.
template <class MakeWorker>
bool forBands(std::int64_t rows, std::int64_t bandRows, int threads, MakeWorker makeWorker) {
    std::atomic<std::int64_t> next{0};
    std::atomic<bool> going{true};
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto run = [&] {
        try {
            auto work = makeWorker();
            while (going.load(std::memory_order_relaxed)) {
                const std::int64_t first = next.fetch_add(bandRows);
                if (first >= rows)
                    return;
                if (!work(first, std::min(rows, first + bandRows)))
                    going = false;
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            thrown = std::current_exception();
            going = false;
        }
    };
    const std::int64_t bands = (rows + bandRows - 1) / bandRows;
    {
        std::vector<std::jthread> helpers;
        try {
            for (std::int64_t i = 1; i < std::min<std::int64_t>(threads, bands); ++i)
                helpers.emplace_back(run);
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do all of it.
        }
        run();
    }
    if (thrown)
        std::rethrow_exception(thrown);
    return going;
}

int threadCount(int asked, double cost) {
    constexpr double worthAThread = 2e6; // ns
    if (asked > 0)
        return asked;
    return cost < worthAThread ? 1 : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

/// Few bands, as a point is prepared again for each it reaches; many, so that no thread waits long for the
/// last.
std::int64_t bandRows(const detail::Sum& sum, bool sweep, int threads) {
    if (sweep)
        return 4;
    const double footprint = std::min(2.0 * sum.reach / sum.spec.cell, static_cast<double>(sum.spec.rows));
    const std::int64_t most = std::max<std::int64_t>(8, sum.spec.rows / (threads > 1 ? 8 * threads : 1));
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(4.0 * footprint), 8, most);
}

double peakOfOne(Kernel kernel, double scale) {
    if (kernel == Kernel::Quartic)
        return squareMetresPerKm2 * 3.0 / (std::numbers::pi * scale * scale);
    return squareMetresPerKm2 / (2.0 * std::numbers::pi * scale * scale);
}

std::vector<double> centres(double origin, double cell, std::int64_t count) {
    std::vector<double> result(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = origin + (static_cast<double>(i) + 0.5) * cell;
    return result;
}

/// What the threads share: each sums and scales bands of rows of its own.
struct Work {
    const detail::Sum& sum;
    const KdeOptions& options;
    std::vector<double>& values;
    double factor; ///< of the sums, to incidents per km²
    int threads;
    std::int64_t bandRows;

    double* firstCell(std::int64_t row) const { return values.data() + row * sum.spec.columns; }
};

void raise(std::atomic<double>& highest, double value) {
    double seen = highest;
    while (value > seen && !highest.compare_exchange_weak(seen, value)) {
    }
}

bool sumDirect(const Work& work) {
    return forBands(work.sum.spec.rows, work.bandRows, work.threads, [&] {
        return [&](std::int64_t first, std::int64_t end) {
            const bool done = detail::addDirect(work.sum, work.options.kernel, first, end, work.values.data(),
                                                work.options.stop);
            std::for_each(work.firstCell(first), work.firstCell(end), [&](double& v) { v *= work.factor; });
            return done;
        };
    });
}

struct SweepAccuracy {
    std::atomic<double> error{0.0};   ///< estimated largest rounding error
    std::atomic<double> highest{0.0}; ///< largest value, both in units of a kernel's centre
    bool enough() const {
        constexpr double allowed = 2e-10;
        return error <= allowed * highest;
    }
};

bool sumSweep(const Work& work, SweepAccuracy& accuracy) {
    return forBands(work.sum.spec.rows, work.bandRows, work.threads, [&] {
        return [&, sweep = detail::Sweep(work.sum)](std::int64_t first, std::int64_t end) mutable {
            const bool done = sweep.addRows(first, end, work.values.data(), work.options.stop);
            double highest = 0.0;
            std::for_each(work.firstCell(first), work.firstCell(end), [&](double& v) {
                highest = std::max(highest, v);
                v *= work.factor;
            });
            raise(accuracy.highest, highest);
            raise(accuracy.error, sweep.error());
            return done;
        };
    });
}

} // namespace

double Grid::maximum() const {
    double result = 0.0;
    for (const double v : values)
        result = std::max(result, v);
    return result;
}

Outcome<GridSpec> gridAround(const std::vector<Point>& points, double cell, double bandwidth) {
    if (!positive(cell))
        return failure(Fault::CellSizeNotPositive, cell);
    if (!positive(bandwidth))
        return failure(Fault::BandwidthNotPositive, bandwidth);
    if (points.empty())
        return failure(Fault::NoPoints);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y))
            return failure(Fault::NotFinite, static_cast<double>(i));
    const Extent box = bounds(points);
    const double west = std::floor(inCells(box.xmin - bandwidth, cell));
    const double south = std::floor(inCells(box.ymin - bandwidth, cell));
    const double east = std::ceil(inCells(box.xmax + bandwidth, cell));
    const double north = std::ceil(inCells(box.ymax + bandwidth, cell));
    return specOf(west * cell, south * cell, cell, std::max(1.0, east - west), std::max(1.0, north - south));
}

Outcome<GridSpec> gridOf(const Extent& extent, double cell) {
    if (!positive(cell))
        return failure(Fault::CellSizeNotPositive, cell);
    if (!std::isfinite(extent.xmin) || !std::isfinite(extent.ymin) || !std::isfinite(extent.xmax) ||
        !std::isfinite(extent.ymax))
        return failure(Fault::NotFinite);
    if (!(extent.width() > 0.0) || !(extent.height() > 0.0))
        return failure(Fault::NoPoints);
    // The two ends are rounded before they are subtracted, so the remainder to forgive is that of the
    // coordinates.
    const auto count = [cell](double low, double high) {
        const double q = (high - low) / cell;
        const double whole = std::round(q);
        const double rounding = std::max(1e-9, 4.0 * std::numeric_limits<double>::epsilon() *
                                                   (std::abs(low) + std::abs(high)) / cell);
        return std::max(1.0, std::abs(q - whole) <= rounding ? whole : std::ceil(q));
    };
    return specOf(extent.xmin, extent.ymin, cell, count(extent.xmin, extent.xmax),
                  count(extent.ymin, extent.ymax));
}

Outcome<Grid> kernelDensity(const std::vector<Point>& points, const std::vector<double>& weights,
                            const GridSpec& spec, const KdeOptions& options) {
    if (const auto fault = check(points, weights, spec, options))
        return tl::unexpected<Failure>(*fault);
    try {
        return detail::density(points, weights, spec, options, detail::Method::Automatic);
    } catch (const std::bad_alloc&) {
        return failure(Fault::GridTooLarge,
                       static_cast<double>(spec.columns) * static_cast<double>(spec.rows));
    }
}

Outcome<Grid> detail::density(const std::vector<Point>& points, const std::vector<double>& weights,
                              const GridSpec& spec, const KdeOptions& options, Method method) {
    Sum sum;
    sum.spec = spec;
    sum.scale = options.kernel == Kernel::Quartic ? options.bandwidth : options.bandwidth / std::sqrt(8.0);
    sum.reach = options.kernel == Kernel::Quartic ? sum.scale : 4.0 * sum.scale;
    Grid grid{spec, {}};
    if (!sum.sources.gather(points, weights, spec, sum.reach, options.stop) ||
        !allocate(grid.values, static_cast<std::size_t>(spec.columns * spec.rows), options.stop))
        return failure(Fault::Cancelled);
    if (sum.sources.empty())
        return grid;
    sum.columnX = centres(spec.xmin, spec.cell, spec.columns);
    sum.rowY = centres(spec.ymin, spec.cell, spec.rows);

    const bool negative =
        std::any_of(weights.begin(), weights.end(), [](double weight) { return weight < 0.0; });
    const bool sweepPossible = options.kernel == Kernel::Quartic && !negative;
    const double direct = directCost(sum, options.kernel);
    const double swept = sweepCost(sum);
    const bool sweep =
        sweepPossible && (method == Method::Sweep || (method == Method::Automatic && swept < direct));
    const int threads = threadCount(options.threads, sweep ? swept : direct);
    const Work work{sum,         options,
                    grid.values, peakOfOne(options.kernel, sum.scale),
                    threads,     bandRows(sum, sweep, threads)};
    if (sweep) {
        SweepAccuracy accuracy;
        if (!sumSweep(work, accuracy))
            return failure(Fault::Cancelled);
        if (accuracy.enough() || method == Method::Sweep)
            return grid;
        // All of the grid lies in the kernels' far rims, where rounding would show: point by point, then.
        std::fill(grid.values.begin(), grid.values.end(), 0.0);
    }
    if (!sumDirect(work))
        return failure(Fault::Cancelled);
    return grid;
}

double sample(const Grid& grid, const Point& p) {
    const GridSpec& spec = grid.spec;
    if (grid.values.empty() || !spec.extent().contains(p))
        return 0.0;
    const double x = (p.x - spec.xmin) / spec.cell - 0.5;
    const double y = (p.y - spec.ymin) / spec.cell - 0.5;
    const auto column = static_cast<std::int64_t>(std::floor(x));
    const auto row = static_cast<std::int64_t>(std::floor(y));
    const double fx = x - std::floor(x);
    const double fy = y - std::floor(y);
    const auto cell = [&](std::int64_t i, std::int64_t j) {
        return i < 0 || j < 0 || i >= spec.columns || j >= spec.rows ? 0.0 : grid.at(i, j);
    };
    const double south = cell(column, row) * (1.0 - fx) + cell(column + 1, row) * fx;
    const double north = cell(column, row + 1) * (1.0 - fx) + cell(column + 1, row + 1) * fx;
    return south * (1.0 - fy) + north * fy;
}

} // namespace hk::analysis
