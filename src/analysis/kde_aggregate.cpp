#include "analysis/kde_aggregate.h"

#include "analysis/kde_clones.h"
#include "analysis/kde_threads.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>

namespace hk::analysis::detail {

namespace {

constexpr std::size_t moments = 9;
constexpr std::int64_t chunk = 16; ///< targets summed at a time, in registers

/// Coordinates, and so the edges of cells, are rounded; this many cells are more than they are off.
constexpr double doubt = 1e-6;

double squared(double v) {
    return v * v;
}

/// A point at the rim: its offset from the centre of its cell in bandwidths, times the root of its weight.
struct RimPoint {
    double x;
    double y;
    double square; ///< |offset|², times the root
    double root;   ///< of the weight
};

} // namespace

Disc::Disc(double bandwidthInCells)
    : reach(static_cast<int>(std::ceil(bandwidthInCells + 0.5))) {
    inner.assign(static_cast<std::size_t>(reach) + 1, -1);
    outer.assign(static_cast<std::size_t>(reach) + 1, -1);
    const double innerRadius2 = squared(bandwidthInCells - doubt);
    const double outerRadius2 = squared(bandwidthInCells + doubt);
    for (std::size_t row = 0; row < inner.size(); ++row)
        for (std::int64_t column = 0; column <= reach; ++column) {
            const auto dx = static_cast<double>(column);
            const auto dy = static_cast<double>(row);
            if (squared(dx + 0.5) + squared(dy + 0.5) < innerRadius2)
                inner[row] = column;
            if (squared(std::max(0.0, dx - 0.5)) + squared(std::max(0.0, dy - 0.5)) <= outerRadius2)
                outer[row] = column;
        }
}

Rim::Rim(const Disc& disc, double cellsPerBandwidth, std::int64_t stride) {
    struct Cell {
        std::int64_t column;
        std::int64_t row;
    };
    std::vector<Cell> cells;
    for (std::int64_t row = 0; row <= disc.reach; ++row)
        for (std::int64_t column = disc.inner[static_cast<std::size_t>(row)] + 1;
             column <= disc.outer[static_cast<std::size_t>(row)]; ++column)
            cells.push_back({column, row});
    const std::size_t used = cells.size();
    size = (used + 3) & ~std::size_t{3};
    square.assign(size, -1.0); // the padding lies outside
    twiceX.assign(size, 0.0);
    twiceY.assign(size, 0.0);
    for (std::size_t k = 0; k < used; ++k) {
        const double x = static_cast<double>(cells[k].column) / cellsPerBandwidth;
        const double y = static_cast<double>(cells[k].row) / cellsPerBandwidth;
        square[k] = 1.0 - (x * x + y * y);
        twiceX[k] = 2.0 * x;
        twiceY[k] = 2.0 * y;
    }
    for (const int south : {0, 1})
        for (const int west : {0, 1})
            for (std::size_t k = 0; k < used; ++k) {
                if ((south == 1 && cells[k].row == 0) || (west == 1 && cells[k].column == 0))
                    continue;
                const std::int64_t offset = (south == 1 ? -cells[k].row : cells[k].row) * stride +
                                            (west == 1 ? -cells[k].column : cells[k].column);
                targets.push_back({static_cast<std::uint32_t>(static_cast<std::size_t>(2 * south + west) * size + k),
                                   static_cast<std::int32_t>(offset)});
            }
    std::sort(targets.begin(), targets.end(),
              [](const Target& a, const Target& b) { return a.offset < b.offset; });
}

/// A square of targets.
struct Aggregate::Tile {
    std::int64_t firstColumn;
    std::int64_t endColumn;
    std::int64_t firstRow;
    std::int64_t endRow;
    std::size_t points; ///< about as many as reach it
};

template <int count>
static inline __attribute__((always_inline)) void addRimPoints(const Rim& rim, const RimPoint* p, bool first,
                                                               double* __restrict sums) {
    const std::size_t size = rim.size;
    const double* __restrict square = rim.square.data();
    const double* __restrict twiceX = rim.twiceX.data();
    const double* __restrict twiceY = rim.twiceY.data();
    double* __restrict ne = sums;
    double* __restrict nw = sums + size;
    double* __restrict se = sums + 2 * size;
    double* __restrict sw = sums + 3 * size;
    const double keep = first ? 0.0 : 1.0;
    for (std::size_t k = 0; k < size; ++k) {
        double add[4] = {keep * ne[k], keep * nw[k], keep * se[k], keep * sw[k]};
        for (int i = 0; i < count; ++i) {
            const double middle = p[i].root * square[k] - p[i].square;
            const double alongX = twiceX[k] * p[i].x;
            const double alongY = twiceY[k] * p[i].y;
            const double east = middle + alongX;
            const double west = middle - alongX;
            const double v[4] = {east + alongY, west + alongY, east - alongY, west - alongY};
            for (int q = 0; q < 4; ++q) {
                const double inside = v[q] > 0.0 ? v[q] : 0.0;
                add[q] += inside * inside;
            }
        }
        ne[k] = add[0];
        nw[k] = add[1];
        se[k] = add[2];
        sw[k] = add[3];
    }
}

/// Sums of the kernels of a cell's points at the cells of the rim. `sums` must be finite numbers before.
HK_CLONES void rimSums(const Rim& rim, const RimPoint* points, std::size_t count, double* sums) {
    std::size_t done = 0;
    for (; done + 2 <= count; done += 2)
        addRimPoints<2>(rim, points + done, done == 0, sums);
    if (done < count)
        addRimPoints<1>(rim, points + done, done == 0, sums);
}

/// Sums point by point at the rims of all kernels whose points lie in one tile.
class Aggregate::RimAdder {
public:
    RimAdder(const Aggregate& aggregate)
        : m_sum(aggregate.m_sum)
        , m_rim(aggregate.m_rim)
        , m_reach(aggregate.m_disc.reach)
        , m_stride(aggregate.m_side + 2 * m_reach)
        , m_buffer(static_cast<std::size_t>(m_stride * m_stride))
        , m_sums(4 * m_rim.size, 0.0) {}

    bool add(const Tile& tile, double* values, const std::stop_token& stop) {
        std::fill(m_buffer.begin(), m_buffer.end(), 0.0);
        for (std::int64_t row = tile.firstRow; row < tile.endRow; ++row) {
            const auto [begin, end] = m_sum.sources.inRow(row, tile.firstColumn, tile.endColumn);
            if (begin == end)
                continue;
            m_sum.sources.startsInRow(row, tile.firstColumn, tile.endColumn, m_starts);
            double* at = m_buffer.data() + (row - tile.firstRow + m_reach) * m_stride + m_reach;
            const double y = m_sum.centreY(row);
            for (std::size_t i = 0; i + 1 < m_starts.size(); ++i) {
                if (m_starts[i] == m_starts[i + 1])
                    continue;
                if ((m_work += m_starts[i + 1] - m_starts[i]) > checkEvery) {
                    if (stop.stop_requested())
                        return false;
                    m_work = 0;
                }
                const std::int64_t column = tile.firstColumn + static_cast<std::int64_t>(i);
                addCell(begin + m_starts[i], begin + m_starts[i + 1], m_sum.centreX(column), y, at + i);
            }
        }
        merge(tile, values);
        return !stop.stop_requested();
    }

private:
    static constexpr std::size_t checkEvery = 4096; ///< points between two looks at the stop token
    static constexpr std::size_t atOnce = 256;

    void addCell(const Source* begin, const Source* end, double x, double y, double* at) {
        std::array<RimPoint, atOnce> points;
        const double perScale = 1.0 / m_sum.scale;
        while (begin != end) {
            std::size_t count = 0;
            for (; begin != end && count < atOnce; ++begin, ++count) {
                const double dx = (begin->x - x) * perScale;
                const double dy = (begin->y - y) * perScale;
                const double root = begin->weight == 1.0 ? 1.0 : std::sqrt(begin->weight);
                points[count] = {root * dx, root * dy, root * (dx * dx + dy * dy), root};
            }
            rimSums(m_rim, points.data(), count, m_sums.data());
            for (const Rim::Target& target : m_rim.targets)
                at[target.offset] += m_sums[target.sum];
        }
    }

    void merge(const Tile& tile, double* values) const {
        const GridSpec& spec = m_sum.spec;
        const std::int64_t firstColumn = std::max<std::int64_t>(0, tile.firstColumn - m_reach);
        const std::int64_t endColumn = std::min(spec.columns, tile.endColumn + m_reach);
        const std::int64_t endRow = std::min(spec.rows, tile.endRow + m_reach);
        for (std::int64_t row = std::max<std::int64_t>(0, tile.firstRow - m_reach); row < endRow; ++row) {
            const double* from = m_buffer.data() + (row - tile.firstRow + m_reach) * m_stride +
                                 (firstColumn - tile.firstColumn + m_reach);
            double* to = values + row * spec.columns + firstColumn;
            for (std::int64_t i = 0; i < endColumn - firstColumn; ++i)
                to[i] += from[i];
        }
    }

    const Sum& m_sum;
    const Rim& m_rim;
    std::int64_t m_reach;
    std::int64_t m_stride;
    std::vector<double> m_buffer; ///< targets of the tile and those its rims reach around it
    std::vector<double> m_sums;
    std::vector<std::uint32_t> m_starts;
    std::size_t m_work = 0;
};

/// `chunk` targets of one row: adds to `sums` the moment between the ends of each source row's inner cells.
/// `below` is the prefix sum at the first target's own cell in the southernmost row.
HK_CLONES void innerSums(const double* below, std::int64_t stride, const Disc& disc, std::int64_t rows,
                         double* sums) {
    static_assert(chunk == 16);
    Four a = {}, b = {}, c = {}, d = {};
    const std::int64_t* inner = disc.inner.data();
    for (std::int64_t row = -rows; row <= rows; ++row, below += stride) {
        const std::int64_t reach = inner[row < 0 ? -row : row];
        const auto* high = reinterpret_cast<const FourAt*>(below + reach + 1);
        const auto* low = reinterpret_cast<const FourAt*>(below - reach);
        a += high[0] - low[0];
        b += high[1] - low[1];
        c += high[2] - low[2];
        d += high[3] - low[3];
    }
    auto* out = reinterpret_cast<FourAt*>(sums);
    out[0] = a;
    out[1] = b;
    out[2] = c;
    out[3] = d;
}

/// (1 − |T − p|²)² summed over the points p of the moments, T = (t, v).
HK_CLONES void innerValues(const double* const* m, const double* t, double v, double* values) {
    for (std::int64_t i = 0; i < chunk; ++i) {
        const double t2 = t[i] * t[i];
        const double v2 = v * v;
        const double a = 1.0 - t2 - v2;
        const double along = t[i] * m[1][i] + v * m[2][i];
        const double squares = m[3][i] + m[5][i];
        const double cross = t2 * m[3][i] + 2.0 * t[i] * v * m[4][i] + v2 * m[5][i];
        const double cubes = t[i] * m[6][i] + v * m[7][i];
        const double value = a * (a * m[0][i] + 4.0 * along - 2.0 * squares) + 4.0 * (cross - cubes) + m[8][i];
        values[i] = m[0][i] > 0.0 && value > 0.0 ? value : 0.0;
    }
}

/// Sums by moments over the cells wholly inside the kernels of the targets of one tile.
class Aggregate::InnerAdder {
public:
    InnerAdder(const Aggregate& aggregate)
        : m_sum(aggregate.m_sum)
        , m_disc(aggregate.m_disc)
        , m_reach(m_disc.reach)
        , m_side(aggregate.m_side)
        , m_height(m_side + 2 * m_reach)
        , m_stride(m_height + 2 + chunk)
        , m_plane(m_height * m_stride)
        , m_prefix(moments * static_cast<std::size_t>(m_plane))
        , m_sums(moments * static_cast<std::size_t>(m_side * m_side))
        , m_t(static_cast<std::size_t>(m_side)) {
        while (m_rows + 1 <= m_reach && m_disc.inner[static_cast<std::size_t>(m_rows + 1)] >= 0)
            ++m_rows;
    }

    bool add(const Tile& tile, double* values, double factor, const std::stop_token& stop) {
        const std::int64_t width = tile.endColumn - tile.firstColumn;
        m_originX = m_sum.centreX((tile.firstColumn + tile.endColumn) / 2);
        m_originY = m_sum.centreY((tile.firstRow + tile.endRow) / 2);
        if (!collect(tile, stop))
            return false;
        if (m_most == 0.0)
            return true; // no rim reaches it either
        for (std::int64_t i = 0; i < width; ++i)
            m_t[static_cast<std::size_t>(i)] = (m_sum.centreX(tile.firstColumn + i) - m_originX) / m_sum.scale;
        // One moment after the other, so that the rows of a disc stay in the first cache.
        for (std::size_t m = 0; m < moments; ++m) {
            if (stop.stop_requested())
                return false;
            sumMoment(m, tile);
        }
        for (std::int64_t row = tile.firstRow; row < tile.endRow; ++row)
            addRow(tile, row, values + row * m_sum.spec.columns + tile.firstColumn, factor);
        return true;
    }

    double highest() const { return m_highest; }
    double error() const { return m_error; }

private:
    double* sumsOf(std::size_t moment, std::int64_t row) {
        return m_sums.data() + (static_cast<std::int64_t>(moment) * m_side + row) * m_side;
    }

    void sumMoment(std::size_t moment, const Tile& tile) {
        const double* plane = m_prefix.data() + static_cast<std::int64_t>(moment) * m_plane;
        for (std::int64_t row = 0; row < tile.endRow - tile.firstRow; ++row) {
            // Rows of the planes begin `reach` south of the tile.
            const double* south = plane + (row + m_reach - m_rows) * m_stride + m_reach;
            for (std::int64_t i = 0; i < tile.endColumn - tile.firstColumn; i += chunk)
                innerSums(south + i, m_stride, m_disc, m_rows, sumsOf(moment, row) + i);
        }
    }

    void addRow(const Tile& tile, std::int64_t row, double* out, double factor) {
        alignas(64) double inside[chunk];
        const double v = (m_sum.centreY(row) - m_originY) / m_sum.scale;
        const std::int64_t width = tile.endColumn - tile.firstColumn;
        for (std::int64_t first = 0; first < width; first += chunk) {
            const double* sums[moments];
            for (std::size_t m = 0; m < moments; ++m)
                sums[m] = sumsOf(m, row - tile.firstRow) + first;
            innerValues(sums, m_t.data() + first, v, inside);
            for (std::int64_t i = 0; i < std::min(chunk, width - first); ++i) {
                const double value = out[first + i] + inside[i];
                m_highest = std::max(m_highest, value);
                out[first + i] = value * factor;
            }
        }
    }

    /// Prefix sums of the moments along each row of cells that reaches the tile, about the tile's middle.
    bool collect(const Tile& tile, const std::stop_token& stop) {
        m_most = 0.0;
        const double perScale = 1.0 / m_sum.scale;
        const std::int64_t firstColumn = tile.firstColumn - m_reach;
        const std::int64_t endColumn = tile.endColumn + m_reach;
        for (std::int64_t row = tile.firstRow - m_reach; row < tile.endRow + m_reach; ++row) {
            if (stop.stop_requested())
                return false;
            double* prefix = m_prefix.data() + (row - tile.firstRow + m_reach) * m_stride;
            const auto [begin, end] = m_sum.sources.inRow(row, firstColumn, endColumn);
            if (begin == end) {
                for (std::size_t m = 0; m < moments; ++m, prefix += m_plane)
                    std::fill(prefix, prefix + (endColumn - firstColumn) + 1, 0.0);
                continue;
            }
            m_sum.sources.startsInRow(row, firstColumn, endColumn, m_starts);
            double sum[moments] = {};
            for (std::size_t i = 0; i < m_starts.size(); ++i, ++prefix) {
                for (std::size_t m = 0; m < moments; ++m)
                    prefix[static_cast<std::int64_t>(m) * m_plane] = sum[m];
                if (i + 1 == m_starts.size())
                    break;
                const Source* last = begin + m_starts[i + 1];
                for (const Source* source = begin + m_starts[i]; source != last; ++source) {
                    const double x = (source->x - m_originX) * perScale;
                    const double y = (source->y - m_originY) * perScale;
                    const double w = source->weight;
                    const double square = x * x + y * y;
                    sum[0] += w;
                    sum[1] += w * x;
                    sum[2] += w * y;
                    sum[3] += w * (x * x);
                    sum[4] += w * (x * y);
                    sum[5] += w * (y * y);
                    sum[6] += w * (x * square);
                    sum[7] += w * (y * square);
                    sum[8] += w * (square * square);
                }
            }
            m_most = std::max(m_most, sum[0]);
        }
        // The moments' terms are up to (|T| + 1)⁴ a point; a row's sums, and the rows of a disc, add up.
        const double corner = 2.0 * static_cast<double>(m_height) * m_sum.spec.cell * perScale;
        constexpr double epsilon = std::numeric_limits<double>::epsilon();
        m_error = std::max(m_error, epsilon * squared(squared(corner)) * m_most * std::sqrt(2.0 * static_cast<double>(m_rows) + 1.0));
        return true;
    }

    const Sum& m_sum;
    const Disc& m_disc;
    std::int64_t m_reach;
    std::int64_t m_side;
    std::int64_t m_height; ///< of the planes, rows
    std::int64_t m_stride;
    std::int64_t m_plane; ///< doubles of one moment's plane
    std::vector<double> m_prefix;
    std::vector<double> m_sums; ///< per moment and target of the tile
    std::vector<double> m_t;
    std::vector<std::uint32_t> m_starts;
    double m_most = 0.0; ///< largest weight of a row of the tile
    std::int64_t m_rows = -1; ///< largest row offset with inner cells
    double m_originX = 0.0;
    double m_originY = 0.0;
    double m_highest = 0.0;
    double m_error = 0.0;
};

Aggregate::Aggregate(const Sum& sum)
    : m_sum(sum)
    , m_disc(sum.scale / sum.spec.cell)
    , m_side(std::max<std::int64_t>(64, (2 * m_disc.reach + chunk - 1) / chunk * chunk))
    , m_rim(m_disc, sum.scale / sum.spec.cell, m_side + 2 * m_disc.reach) {}

/// All tiles whose points may reach the grid: those of the grid, and around it those of its margin.
std::vector<Aggregate::Tile> Aggregate::tiles() const {
    const GridSpec& spec = m_sum.spec;
    std::vector<Tile> result;
    for (std::int64_t row = -m_side; row < spec.rows + m_disc.reach; row += m_side)
        for (std::int64_t column = -m_side; column < spec.columns + m_disc.reach; column += m_side) {
            Tile tile{std::max<std::int64_t>(column, -m_disc.reach),
                      std::min(column + m_side, spec.columns + m_disc.reach),
                      std::max<std::int64_t>(row, -m_disc.reach),
                      std::min(row + m_side, spec.rows + m_disc.reach), 0};
            for (std::int64_t j = tile.firstRow; j < tile.endRow; ++j) {
                const auto [begin, end] = m_sum.sources.inRow(j, tile.firstColumn, tile.endColumn);
                tile.points += static_cast<std::size_t>(end - begin);
            }
            result.push_back(tile);
        }
    return result;
}

// The rims of tiles two apart do not meet, as a tile is at least twice as wide as they reach. So the tiles are
// done in four turns; within a turn in any order, and each target gets its sums in the same order always.
bool Aggregate::add(double* values, double factor, int threads, const std::stop_token& stop) {
    const std::vector<Tile> all = tiles();
    const auto inTurn = [&](const Tile& tile, std::int64_t turn) {
        const std::int64_t column = (tile.firstColumn + m_side) / m_side;
        const std::int64_t row = (tile.firstRow + m_side) / m_side;
        return column % 2 + 2 * (row % 2) == turn;
    };
    const auto mostFirst = [](const Tile& a, const Tile& b) { return a.points > b.points; };
    for (std::int64_t turn = 0; turn < 4; ++turn) {
        std::vector<Tile> some;
        for (const Tile& tile : all)
            if (tile.points > 0 && inTurn(tile, turn))
                some.push_back(tile);
        std::sort(some.begin(), some.end(), mostFirst);
        const bool done = forTasks(static_cast<std::int64_t>(some.size()), threads, [&] {
            return [&, adder = RimAdder(*this)](std::int64_t task) mutable {
                return adder.add(some[static_cast<std::size_t>(task)], values, stop);
            };
        });
        if (!done)
            return false;
    }
    std::vector<Tile> some;
    for (Tile tile : all) {
        tile.firstColumn = std::max<std::int64_t>(0, tile.firstColumn);
        tile.firstRow = std::max<std::int64_t>(0, tile.firstRow);
        tile.endColumn = std::min(m_sum.spec.columns, tile.endColumn);
        tile.endRow = std::min(m_sum.spec.rows, tile.endRow);
        if (tile.firstColumn < tile.endColumn && tile.firstRow < tile.endRow)
            some.push_back(tile);
    }
    std::atomic<double> highest{0.0};
    std::atomic<double> error{0.0};
    const auto raise = [](std::atomic<double>& most, double value) {
        double seen = most;
        while (value > seen && !most.compare_exchange_weak(seen, value)) {
        }
    };
    const bool done = forTasks(static_cast<std::int64_t>(some.size()), threads, [&] {
        return [&, adder = InnerAdder(*this)](std::int64_t task) mutable {
            const bool going = adder.add(some[static_cast<std::size_t>(task)], values, factor, stop);
            raise(highest, adder.highest());
            raise(error, adder.error());
            return going;
        };
    });
    m_highest = highest;
    m_error = error;
    return done;
}

} // namespace hk::analysis::detail
