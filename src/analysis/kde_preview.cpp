#include "analysis/kde_preview.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>

// Single precision for the eye: fused operations are welcome, and the processor's best loop is taken at the start.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && defined(__gnu_linux__) &&             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define HK_FAST_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define HK_INLINE inline __attribute__((always_inline))
#else
#define HK_FAST_CLONES
#define HK_INLINE inline
#endif

namespace hk::analysis {

namespace {

constexpr double squareMetresPerKm2 = 1e6;
constexpr std::int64_t lanes = 8;
// A cubic between nodes so far apart is within 9e-4 of a single peak: the quartic's second derivative jumps at its rim.
constexpr double quarticNodes = 19.0;  // per bandwidth
constexpr double gaussianNodes = 11.0; // per bandwidth
constexpr std::size_t chunk = 1024;    // points between two looks at the stop token: some tenths of a millisecond
constexpr double worthAThread = 2e6;   // cells touched; a thread takes some 40 µs to start
constexpr int mostUpdates = 200;
constexpr float nothing = 5e-5F;       // of a peak: what rounding leaves where points were taken away
constexpr std::size_t widest = 96;     // nodes across a kernel, with what is added to fill the lanes

tl::unexpected<Failure> failure(Fault fault, double value = 0.0) {
    return tl::unexpected<Failure>(Failure{fault, value});
}

bool positive(double value) {
    return std::isfinite(value) && value > 0.0;
}

double reachOf(const KdeOptions& options) {
    return options.kernel == Kernel::Quartic ? options.bandwidth : std::numbers::sqrt2 * options.bandwidth;
}

double peakOfOne(const KdeOptions& options) {
    const double h2 = options.bandwidth * options.bandwidth;
    return squareMetresPerKm2 * (options.kernel == Kernel::Quartic ? 3.0 : 4.0) / (std::numbers::pi * h2);
}

std::optional<Failure> check(const GridSpec& spec, const KdeOptions& options) {
    if (!positive(spec.cell))
        return Failure{Fault::CellSizeNotPositive, spec.cell};
    if (!positive(options.bandwidth))
        return Failure{Fault::BandwidthNotPositive, options.bandwidth};
    if (spec.columns <= 0 || spec.rows <= 0)
        return Failure{Fault::NoPoints};
    const double cells = static_cast<double>(spec.columns) * static_cast<double>(spec.rows);
    if (cells > static_cast<double>(maximumCells))
        return Failure{Fault::GridTooLarge, cells};
    if (!std::isfinite(spec.xmin) || !std::isfinite(spec.ymin) || !std::isfinite(spec.xmax()) ||
        !std::isfinite(spec.ymax()))
        return Failure{Fault::NotFinite};
    return std::nullopt;
}

/// Nodes at xmin + i · step with a border into which a kernel may reach, so that no point is clipped.
struct Lattice {
    double xmin = 0.0; ///< of node 0, without the border
    double ymin = 0.0;
    double step = 0.0;
    std::int64_t columns = 0;
    std::int64_t rows = 0;
    std::int64_t reach = 0; ///< nodes from a point beyond which it gives nothing
    std::int64_t border = 0;
    std::int64_t stride = 0;
    std::size_t size() const {
        return static_cast<std::size_t>(stride) * static_cast<std::size_t>(rows + 2 * border);
    }
    std::size_t index(std::int64_t column, std::int64_t row) const {
        return static_cast<std::size_t>((row + border) * stride + column + border);
    }
};

Lattice withBorder(Lattice lattice, double reach) {
    lattice.reach = static_cast<std::int64_t>(std::ceil(reach / lattice.step)) + 1;
    lattice.border = 2 * lattice.reach + 1 + lanes;
    lattice.stride = lattice.columns + 2 * lattice.border;
    return lattice;
}

/// The cell centres themselves, or nodes wider apart where those would be finer than the picture needs.
Lattice latticeFor(const GridSpec& spec, const KdeOptions& options) {
    const double step = options.bandwidth / (options.kernel == Kernel::Quartic ? quarticNodes : gaussianNodes);
    if (spec.cell >= step)
        return withBorder({spec.xmin + 0.5 * spec.cell, spec.ymin + 0.5 * spec.cell, spec.cell, spec.columns, spec.rows},
                          reachOf(options));
    // A cubic needs a node more on either side.
    const auto nodes = [&](std::int64_t cells) {
        return static_cast<std::int64_t>(std::ceil(static_cast<double>(cells) * spec.cell / step)) + 3;
    };
    return withBorder({spec.xmin - step, spec.ymin - step, step, nodes(spec.columns), nodes(spec.rows)}, reachOf(options));
}

/// Rows of nodes of a kernel, by distance from its middle, whose chord fills the same number of vectors: between them
/// nothing branches, which is what costs.
struct Band {
    std::int64_t blocks = 0;
    std::int64_t first = 0; ///< rows from the middle
    std::int64_t end = 0;
    std::int64_t half = 0; ///< nodes from the middle to where the vectors begin
};
constexpr std::int64_t mostBlocks = 6;

/// What a thread needs to add points.
struct Splat {
    const Lattice& lattice;
    Kernel kernel;
    double bandwidth;
    float weight;
    std::array<Band, mostBlocks> bands;
    std::size_t bandCount;
    const float* table; ///< the Gaussian at −reach … reach nodes and some more
};

/// Of the circle of a point anywhere in its cell.
std::size_t bandsOf(const Lattice& lattice, double reach, std::array<Band, mostBlocks>& bands) {
    const double radius = reach / lattice.step;
    std::size_t count = 0;
    for (std::int64_t row = 0; row <= lattice.reach; ++row) {
        const double away = std::max(0.0, static_cast<double>(row) - 0.5);
        if (away >= radius)
            break;
        const auto half = static_cast<std::int64_t>(std::floor(std::sqrt(radius * radius - away * away) + 0.5));
        const std::int64_t blocks = (2 * half + 1 + lanes - 1) / lanes;
        if (count == 0 || bands[count - 1].blocks != blocks)
            bands[count++] = {blocks, row, row, half};
        bands[count - 1].end = row + 1;
    }
    return count;
}

struct Nearest {
    std::int64_t node;
    double offset; ///< node − position, in nodes
};

HK_INLINE Nearest nearest(double position) {
    const double node = std::floor(position + 0.5);
    return {static_cast<std::int64_t>(node), node - position};
}

/// Calls add(row, out) for the rows of a band, `out` where its vectors begin.
template <class Add>
HK_INLINE void eachRow(const Splat& splat, const Band& band, const Nearest& x, const Nearest& y, float* sums, Add add) {
    float* const middle = sums + splat.lattice.index(x.node - band.half, y.node);
    for (std::int64_t row = band.first; row < band.end; ++row) {
        add(row, middle + row * splat.lattice.stride);
        if (row > 0)
            add(-row, middle - row * splat.lattice.stride);
    }
}

/// Calls work with the number of vectors as a constant.
template <class Work>
HK_INLINE void withBlocks(std::int64_t blocks, Work work) {
    switch (blocks) {
    case 1:
        return work(std::integral_constant<std::int64_t, 1>());
    case 2:
        return work(std::integral_constant<std::int64_t, 2>());
    case 3:
        return work(std::integral_constant<std::int64_t, 3>());
    case 4:
        return work(std::integral_constant<std::int64_t, 4>());
    case 5:
        return work(std::integral_constant<std::int64_t, 5>());
    default:
        return work(std::integral_constant<std::int64_t, mostBlocks>());
    }
}

/// One point's quartic with a peak of 1.
HK_INLINE void addQuartic(const Splat& splat, const Nearest& x, const Nearest& y, float* sums) {
    const std::int64_t reach = splat.lattice.reach;
    const auto scale = static_cast<float>(splat.lattice.step / splat.bandwidth);
    alignas(64) float squares[widest];
    const auto first = static_cast<float>(x.offset - static_cast<double>(reach)) * scale;
    const std::int64_t count = (2 * reach + 1 + 2 * lanes - 1) / lanes * lanes;
    for (std::int64_t i = 0; i < count; ++i) {
        const float d = first + static_cast<float>(static_cast<std::int32_t>(i)) * scale;
        squares[i] = d * d;
    }
    const auto offset = static_cast<float>(y.offset) * scale;
    const float weight = splat.weight; // in a register: the sums might else be taken to lie over it
    for (std::size_t b = 0; b < splat.bandCount; ++b) {
        const Band& band = splat.bands[b];
        const float* const in = squares + (reach - band.half);
        withBlocks(band.blocks, [&](auto blocks) {
            eachRow(splat, band, x, y, sums, [&](std::int64_t row, float* __restrict out) {
                const float dy = offset + static_cast<float>(static_cast<std::int32_t>(row)) * scale;
                const float above = 1.0F - dy * dy;
                for (std::int64_t i = 0; i < blocks() * lanes; ++i) {
                    const float t = above - in[i];
                    const float u = t > 0.0F ? t : 0.0F;
                    out[i] += weight * (u * u);
                }
            });
        });
    }
}

/// exp(−(k + offset)² s) for k = −reach …: the table's exp(−k² s) times exp(−offset² s) and powers of
/// exp(−2 offset s).
HK_INLINE void gaussianLine(const Splat& splat, double offset, double s, std::int64_t count, float* __restrict out) {
    const auto reach = static_cast<double>(splat.lattice.reach);
    const double ratio = std::exp(-2.0 * offset * s);
    double power = std::exp(-offset * s * (offset - 2.0 * reach));
    float powers[lanes];
    for (std::int64_t k = 0; k < lanes; ++k) {
        powers[k] = static_cast<float>(power);
        power *= ratio;
    }
    const double square = ratio * ratio;
    const auto step = static_cast<float>(square * square * square * square);
    for (std::int64_t i = 0; i < count; i += lanes)
        for (std::int64_t k = 0; k < lanes; ++k) {
            out[i + k] = splat.table[i + k] * powers[k];
            powers[k] *= step;
        }
}

HK_INLINE void addGaussian(const Splat& splat, const Nearest& x, const Nearest& y, float* sums) {
    const Lattice& lattice = splat.lattice;
    const std::int64_t reach = lattice.reach;
    const double nodesPerSigma = splat.bandwidth / std::sqrt(8.0) / lattice.step;
    const double s = 0.5 / (nodesPerSigma * nodesPerSigma);
    const std::int64_t count = (2 * reach + 1 + 2 * lanes - 1) / lanes * lanes;
    alignas(64) float across[widest];
    alignas(64) float up[widest];
    gaussianLine(splat, x.offset, s, count, across);
    gaussianLine(splat, y.offset, s, count, up);
    for (std::size_t b = 0; b < splat.bandCount; ++b) {
        const Band& band = splat.bands[b];
        const float* const in = across + (reach - band.half);
        withBlocks(band.blocks, [&](auto blocks) {
            eachRow(splat, band, x, y, sums, [&](std::int64_t row, float* __restrict out) {
                const float factor = splat.weight * up[row + reach];
                for (std::int64_t i = 0; i < blocks() * lanes; ++i)
                    out[i] += factor * in[i];
            });
        });
    }
}

HK_FAST_CLONES void addPoints(const Splat& splat, const Point* begin, const Point* end, float* sums) {
    const Lattice& lattice = splat.lattice;
    const double perMetre = 1.0 / lattice.step;
    const auto reach = static_cast<double>(lattice.reach);
    const double lastColumn = static_cast<double>(lattice.columns) + reach;
    const double lastRow = static_cast<double>(lattice.rows) + reach;
    const bool quartic = splat.kernel == Kernel::Quartic;
    for (const Point* p = begin; p != end; ++p) {
        const double column = (p->x - lattice.xmin) * perMetre;
        const double row = (p->y - lattice.ymin) * perMetre;
        if (!(column > -reach && row > -reach && column < lastColumn && row < lastRow))
            continue;
        if (quartic)
            addQuartic(splat, nearest(column), nearest(row), sums);
        else
            addGaussian(splat, nearest(column), nearest(row), sums);
    }
}

HK_FAST_CLONES void addLattice(float* __restrict to, const float* __restrict from, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
        to[i] += from[i];
}

/// Four nodes and their weights for a place between them: Lagrange's cubic.
struct Cubic {
    std::int64_t first;
    std::array<float, 4> weights;
};

Cubic cubicAt(double position) {
    const double node = std::floor(position);
    const double t = position - node;
    return {static_cast<std::int64_t>(node) - 1,
            {static_cast<float>(-t * (t - 1) * (t - 2) / 6), static_cast<float>((t + 1) * (t - 1) * (t - 2) / 2),
             static_cast<float>(-(t + 1) * t * (t - 2) / 2), static_cast<float>((t + 1) * t * (t - 1) / 6)}};
}

HK_FAST_CLONES void blend(const std::array<const float*, 4>& in, const std::array<float, 4>& w, float factor,
                          float least, double* __restrict out, std::int64_t count) {
    const float* __restrict a = in[0];
    const float* __restrict b = in[1];
    const float* __restrict c = in[2];
    const float* __restrict d = in[3];
    for (std::int64_t i = 0; i < count; ++i) {
        const float v = a[i] * w[0] + b[i] * w[1] + c[i] * w[2] + d[i] * w[3];
        out[i] = static_cast<double>(v > least ? v * factor : 0.0F); // a cubic may undershoot where the density ends
    }
}

HK_FAST_CLONES void alongRow(const float* in, const std::vector<Cubic>& cubics, float* __restrict out) {
    const std::size_t count = cubics.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Cubic& c = cubics[i];
        const float* v = in + c.first;
        out[i] = v[0] * c.weights[0] + v[1] * c.weights[1] + v[2] * c.weights[2] + v[3] * c.weights[3];
    }
}

/// The cells asked for, from the lattice: along its rows first, then between them. What is below `least` of a peak is
/// nothing.
void resample(const std::vector<float>& sums, const Lattice& lattice, double factor, float least,
              std::vector<float>& lines, Grid& result) {
    const GridSpec& spec = result.spec;
    const auto cubicsOf = [&](std::int64_t cells, double low, double latticeLow, std::int64_t nodes) {
        std::vector<Cubic> cubics;
        cubics.reserve(static_cast<std::size_t>(cells));
        for (std::int64_t cell = 0; cell < cells; ++cell) {
            const double place = (low + (static_cast<double>(cell) + 0.5) * spec.cell - latticeLow) / lattice.step;
            const bool known = place >= static_cast<double>(2 - lattice.border) &&
                               place < static_cast<double>(nodes + lattice.border - 3);
            cubics.push_back(known ? cubicAt(place) : Cubic{0, {}});
        }
        return cubics;
    };
    const std::vector<Cubic> across = cubicsOf(spec.columns, spec.xmin, lattice.xmin, lattice.columns);
    const std::vector<Cubic> up = cubicsOf(spec.rows, spec.ymin, lattice.ymin, lattice.rows);
    const auto [lowest, highest] = std::minmax_element(
        up.begin(), up.end(), [](const Cubic& a, const Cubic& b) { return a.first < b.first; });
    const std::int64_t first = lowest->first;
    const std::int64_t end = highest->first + 4;
    lines.resize(static_cast<std::size_t>((end - first) * spec.columns));
    for (std::int64_t row = first; row < end; ++row)
        alongRow(sums.data() + lattice.index(0, row), across, lines.data() + (row - first) * spec.columns);
    for (std::int64_t row = 0; row < spec.rows; ++row) {
        const Cubic& cubic = up[static_cast<std::size_t>(row)];
        const float* in = lines.data() + (cubic.first - first) * spec.columns;
        blend({in, in + spec.columns, in + 2 * spec.columns, in + 3 * spec.columns}, cubic.weights,
              static_cast<float>(factor), least, result.values.data() + row * spec.columns, spec.columns);
    }
}

void copy(const std::vector<float>& sums, const Lattice& lattice, double factor, Grid& result) {
    for (std::int64_t row = 0; row < lattice.rows; ++row) {
        const float* in = sums.data() + lattice.index(0, row);
        double* out = result.values.data() + row * lattice.columns;
        for (std::int64_t i = 0; i < lattice.columns; ++i)
            out[i] = in[i] > nothing ? static_cast<double>(in[i]) * factor : 0.0;
    }
}

int threadCount(const KdeOptions& options, const Lattice& lattice, std::size_t points) {
    if (options.threads > 0)
        return options.threads;
    const double across = 2.0 * static_cast<double>(lattice.reach);
    if (static_cast<double>(points) * (across * across + 50.0) < worthAThread)
        return 1;
    return static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 4u));
}

} // namespace

bool DensityPreview::add(const std::vector<Point>& points, float weight, const GridSpec& spec,
                         const KdeOptions& options, bool anew) {
    const Lattice lattice = latticeFor(spec, options);
    if (options.kernel == Kernel::Gaussian) {
        const double nodesPerSigma = options.bandwidth / std::sqrt(8.0) / lattice.step;
        m_table.resize(widest);
        for (std::size_t i = 0; i < widest; ++i) {
            const double k = (static_cast<double>(i) - static_cast<double>(lattice.reach)) / nodesPerSigma;
            m_table[i] = static_cast<float>(std::exp(-0.5 * k * k));
        }
    }
    Splat splat{lattice, options.kernel, options.bandwidth, weight, {}, 0, m_table.data()};
    splat.bandCount = bandsOf(lattice, reachOf(options), splat.bands);

    const auto threads = static_cast<std::size_t>(threadCount(options, lattice, points.size()));
    if (m_sums.size() < threads)
        m_sums.resize(threads);
    std::atomic<std::size_t> next{0};
    const auto work = [&](std::vector<float>& sums, bool clear) {
        if (clear)
            sums.assign(lattice.size(), 0.0F);
        while (!options.stop.stop_requested()) {
            const std::size_t first = next.fetch_add(chunk);
            if (first >= points.size())
                return;
            addPoints(splat, points.data() + first, points.data() + std::min(points.size(), first + chunk), sums.data());
        }
    };
    std::size_t others = 0;
    {
        std::vector<std::jthread> helpers;
        try {
            for (; others + 1 < threads; ++others)
                helpers.emplace_back(work, std::ref(m_sums[others + 1]), true);
        } catch (const std::system_error&) {
            // No more threads to be had: those there are do all of it.
        }
        work(m_sums[0], anew);
    }
    if (options.stop.stop_requested())
        return false;
    for (std::size_t i = 1; i <= others; ++i)
        addLattice(m_sums[0].data(), m_sums[i].data(), lattice.size());
    return true;
}

Outcome<void> DensityPreview::finish(const GridSpec& spec, const KdeOptions& options, Grid& result) {
    const Lattice lattice = latticeFor(spec, options);
    result.spec = spec;
    result.values.resize(static_cast<std::size_t>(spec.columns * spec.rows));
    if (lattice.step > spec.cell)
        resample(m_sums[0], lattice, peakOfOne(options), nothing, m_lines, result);
    else
        copy(m_sums[0], lattice, peakOfOne(options), result);
    if (options.stop.stop_requested())
        return failure(Fault::Cancelled);
    return {};
}

Outcome<void> DensityPreview::sum(const std::vector<Point>& points, const GridSpec& lattice,
                                  const KdeOptions& options) {
    m_updates = -1;
    if (const auto fault = check(lattice, options))
        return tl::unexpected<Failure>(*fault);
    if (!add(points, 1.0F, lattice, options, true))
        return failure(Fault::Cancelled);
    m_spec = lattice;
    m_kernel = options.kernel;
    m_bandwidth = options.bandwidth;
    m_updates = 0;
    return {};
}

Outcome<void> DensityPreview::compute(const std::vector<Point>& points, const GridSpec& spec,
                                      const KdeOptions& options, Grid& result) {
    const Outcome<void> summed = sum(points, spec, options);
    return summed ? finish(spec, options, result) : summed;
}

bool DensityPreview::canUpdate(const GridSpec& spec, const KdeOptions& options) const {
    return m_updates >= 0 && m_updates < mostUpdates && spec == m_spec && options.kernel == m_kernel &&
           options.bandwidth == m_bandwidth;
}

Outcome<void> DensityPreview::addAndRemove(const std::vector<Point>& added, const std::vector<Point>& removed,
                                           const GridSpec& lattice, const KdeOptions& options) {
    if (!canUpdate(lattice, options))
        throw std::logic_error("DensityPreview: nothing to go on from");
    const int updates = std::exchange(m_updates, -1);
    if (!add(added, 1.0F, lattice, options, false) || !add(removed, -1.0F, lattice, options, false))
        return failure(Fault::Cancelled);
    m_updates = updates + 1;
    return {};
}

Outcome<void> DensityPreview::update(const std::vector<Point>& added, const std::vector<Point>& removed,
                                     const GridSpec& spec, const KdeOptions& options, Grid& result) {
    const Outcome<void> summed = addAndRemove(added, removed, spec, options);
    return summed ? finish(spec, options, result) : summed;
}

Outcome<void> DensityPreview::sample(const GridSpec& spec, const std::stop_token& stop, Grid& result) {
    if (m_updates < 0)
        throw std::logic_error("DensityPreview::sample: nothing is summed");
    KdeOptions options;
    options.kernel = m_kernel;
    options.bandwidth = m_bandwidth;
    if (const auto fault = check(spec, options))
        return tl::unexpected<Failure>(*fault);
    const Lattice lattice = latticeFor(m_spec, options);
    result.spec = spec;
    result.values.resize(static_cast<std::size_t>(spec.columns * spec.rows));
    // What a cubic makes of the rim of a single kernel is not taken for a density: so that as many cells are above zero
    // as in the sum itself.
    constexpr double rimShare = 2e-4;
    const double coarser = lattice.step * quarticNodes / m_bandwidth;
    const float least = m_kernel == Kernel::Quartic ? static_cast<float>(rimShare * coarser * coarser) : nothing;
    resample(m_sums[0], lattice, peakOfOne(options), least, m_lines, result);
    if (stop.stop_requested())
        return failure(Fault::Cancelled);
    return {};
}

std::optional<GridSpec> previewLattice(const Extent& points, std::size_t count, const KdeOptions& options) {
    constexpr double mostNodes = 2e6;
    constexpr std::array<std::pair<std::size_t, double>, 4> fineness{
        {{80'000, 9.0 / quarticNodes}, {40'000, 11.0 / quarticNodes}, {20'000, 14.0 / quarticNodes}, {0, 1.0}}};
    if (!positive(options.bandwidth))
        return std::nullopt;
    const auto share = std::find_if(fineness.begin(), fineness.end(), [&](const auto& f) { return count >= f.first; });
    const bool quartic = options.kernel == Kernel::Quartic;
    // Nine nodes of the quartic are as far as it goes; the Gaussian has nothing to save before a quarter fewer.
    const double nodes = quartic ? quarticNodes * share->second : gaussianNodes * std::max(0.75, share->second);
    const double step = options.bandwidth / nodes;
    // On coarse multiples, so that a point more at the border leaves the lattice as it is.
    const double block = 32.0 * step;
    const double reach = reachOf(options) + step;
    const double west = std::floor((points.xmin - reach) / block);
    const double south = std::floor((points.ymin - reach) / block);
    const double columns = 32.0 * (std::ceil((points.xmax + reach) / block) - west);
    const double rows = 32.0 * (std::ceil((points.ymax + reach) / block) - south);
    if (!(columns * rows <= mostNodes && columns > 0.0 && rows > 0.0))
        return std::nullopt;
    return GridSpec{west * block, south * block, step, static_cast<std::int64_t>(columns),
                    static_cast<std::int64_t>(rows)};
}

double quickQuantileAboveZero(const Grid& grid, double q) {
    constexpr std::size_t bins = 4096;
    const double highest = grid.maximum();
    if (!(highest > 0.0))
        return 0.0;
    std::array<std::uint32_t, bins> counts{};
    const double perUnit = static_cast<double>(bins) / highest;
    std::size_t above = 0;
    for (const double v : grid.values) {
        if (!(v > 0.0))
            continue;
        ++above;
        ++counts[std::min(bins - 1, static_cast<std::size_t>(v * perUnit))];
    }
    // As if the values of a bin lay evenly in it.
    const auto ordered = [&](double rank) {
        double before = 0.0;
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const auto here = static_cast<double>(counts[bin]);
            if (before + here > rank)
                return (static_cast<double>(bin) + (rank - before + 0.5) / here) / perUnit;
            before += here;
        }
        return highest;
    };
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(above - 1);
    const double low = ordered(std::floor(position));
    return low + (position - std::floor(position)) * (ordered(std::ceil(position)) - low);
}

} // namespace hk::analysis
