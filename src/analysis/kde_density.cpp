#include "analysis/kde_aggregate.h"
#include "analysis/kde_kernels.h"
#include "analysis/kde_threads.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <thread>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace hk::analysis::detail {

namespace {

constexpr double squareMetresPerKm2 = 1e6;

/// Asks the system for large pages: fetching a grid's memory in small ones takes longer than filling it.
void preferLargePages([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    constexpr std::uintptr_t page = std::uintptr_t{1} << 21;
    const std::uintptr_t begin = (reinterpret_cast<std::uintptr_t>(memory) + page - 1) / page * page;
    const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(memory) + bytes) / page * page;
    if (begin < end)
        madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE); // a wish: it may be refused
#endif
}

/// Zeros in steps, so that a large grid can be stopped while its memory is fetched.
bool allocate(std::vector<double>& values, std::size_t size, const std::stop_token& stop) {
    constexpr std::size_t step = std::size_t{1} << 21;
    values.reserve(size);
    preferLargePages(values.data(), size * sizeof(double));
    while (values.size() < size) {
        if (stop.stop_requested())
            return false;
        values.resize(std::min(size, values.size() + step));
    }
    return true;
}

int threadCount(int asked, double cost) {
    constexpr double worthAThread = 5e5; // ns
    if (asked > 0)
        return asked;
    return cost < worthAThread ? 1 : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

/// Few bands, as a point is prepared again for each it reaches; many, so that no thread waits long for the
/// last.
std::int64_t bandRows(const Sum& sum, bool sweep, int threads) {
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
    const Sum& sum;
    const KdeOptions& options;
    std::vector<double>& values;
    double factor; ///< of the sums, to incidents per km²
    int threads;

    double* firstCell(std::int64_t row) const { return values.data() + row * sum.spec.columns; }
};

/// Calls work(firstRow, endRow) for all bands of rows.
template <class MakeWorker>
bool forBands(const Work& work, std::int64_t rowsPerBand, MakeWorker makeWorker) {
    const std::int64_t rows = work.sum.spec.rows;
    return forTasks((rows + rowsPerBand - 1) / rowsPerBand, work.threads, [&] {
        return [&, worker = makeWorker()](std::int64_t band) mutable {
            return worker(band * rowsPerBand, std::min(rows, (band + 1) * rowsPerBand));
        };
    });
}

void raise(std::atomic<double>& highest, double value) {
    double seen = highest;
    while (value > seen && !highest.compare_exchange_weak(seen, value)) {
    }
}

bool sumDirect(const Work& work) {
    return forBands(work, bandRows(work.sum, false, work.threads), [&] {
        return [&](std::int64_t first, std::int64_t end) {
            const bool done =
                addDirect(work.sum, work.options.kernel, first, end, work.values.data(), work.options.stop);
            std::for_each(work.firstCell(first), work.firstCell(end), [&](double& v) { v *= work.factor; });
            return done;
        };
    });
}

/// Both in units of a kernel's centre.
struct Accuracy {
    double error = 0.0;   ///< estimated largest rounding error
    double highest = 0.0; ///< largest value
    bool enough() const {
        constexpr double allowed = 2e-10;
        return error <= allowed * highest;
    }
};

bool sumSweep(const Work& work, Accuracy& accuracy) {
    std::atomic<double> largestError{0.0};
    std::atomic<double> largestValue{0.0};
    const bool done = forBands(work, bandRows(work.sum, true, work.threads), [&] {
        return [&, sweep = Sweep(work.sum, work.factor)](std::int64_t first, std::int64_t end) mutable {
            const bool going = sweep.setRows(first, end, work.values.data(), work.options.stop);
            raise(largestValue, sweep.highest());
            raise(largestError, sweep.error());
            return going;
        };
    });
    accuracy = {largestError, largestValue};
    return done;
}

bool sumAggregate(const Work& work, Accuracy& accuracy) {
    Aggregate aggregate(work.sum);
    const bool done = aggregate.add(work.values.data(), work.factor, work.threads, work.options.stop);
    accuracy = {aggregate.error(), aggregate.highest()};
    return done;
}

/// The fastest way that can be taken, or the one asked for where it can be.
Method choose(const Sum& sum, Kernel kernel, Method asked, double& cost) {
    cost = directCost(sum, kernel);
    Method chosen = Method::Direct;
    if (kernel != Kernel::Quartic || sum.sources.anyNegative())
        return chosen;
    const auto consider = [&](Method method, double itsCost) {
        const bool wanted = asked == method || (asked == Method::Automatic && itsCost < cost);
        if (wanted && std::isfinite(itsCost)) {
            chosen = method;
            cost = itsCost;
        }
    };
    consider(Method::Sweep, sweepCost(sum));
    consider(Method::Aggregate, aggregateCost(sum));
    return chosen;
}

} // namespace

Outcome<Grid> density(const std::vector<Point>& points, const std::vector<double>& weights,
                      const GridSpec& spec, const KdeOptions& options, Method method) {
    const auto cancelled = [] { return tl::unexpected<Failure>(Failure{Fault::Cancelled}); };
    const int threads =
        options.threads > 0 ? options.threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    Sum sum;
    sum.spec = spec;
    sum.scale = options.kernel == Kernel::Quartic ? options.bandwidth : options.bandwidth / std::sqrt(8.0);
    sum.reach = options.kernel == Kernel::Quartic ? sum.scale : 4.0 * sum.scale;
    Grid grid{spec, {}};
    if (!sum.sources.gather(points, weights, spec, sum.reach, threads, options.stop) ||
        !allocate(grid.values, static_cast<std::size_t>(spec.columns * spec.rows), options.stop))
        return cancelled();
    if (sum.sources.empty())
        return grid;
    sum.columnX = centres(spec.xmin, spec.cell, spec.columns);
    sum.rowY = centres(spec.ymin, spec.cell, spec.rows);

    double cost = 0.0;
    const Method chosen = choose(sum, options.kernel, method, cost);
    const Work work{sum, options, grid.values, peakOfOne(options.kernel, sum.scale), threadCount(options.threads, cost)};
    if (chosen != Method::Direct) {
        Accuracy accuracy;
        if (!(chosen == Method::Sweep ? sumSweep(work, accuracy) : sumAggregate(work, accuracy)))
            return cancelled();
        if (accuracy.enough() || method == chosen)
            return grid;
        // All of the grid lies in the kernels' far rims, where rounding would show: point by point, then.
        std::fill(grid.values.begin(), grid.values.end(), 0.0);
    }
    if (!sumDirect(work))
        return cancelled();
    return grid;
}

} // namespace hk::analysis::detail
