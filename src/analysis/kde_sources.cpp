#include "analysis/kde_sources.h"

#include "analysis/kde_threads.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace hk::analysis::detail {

namespace {

constexpr std::size_t batch = 65536; ///< points between two looks at the stop token
constexpr std::uint32_t noBucket = std::numeric_limits<std::uint32_t>::max();

bool inOrder(const Source& a, const Source& b) {
    return std::tie(a.x, a.y, a.weight) < std::tie(b.x, b.y, b.weight);
}

bool samePlace(const Source& a, const Source& b) {
    return a.x == b.x && a.y == b.y;
}

/// A bucket mostly holds a few; std::sort is for the others.
void sortFew(Source* begin, Source* end) {
    constexpr std::ptrdiff_t few = 20;
    if (end - begin > few) {
        std::sort(begin, end, inOrder);
        return;
    }
    for (Source* next = begin + 1; next < end; ++next) {
        const Source moved = *next;
        Source* hole = next;
        for (; hole > begin && inOrder(moved, hole[-1]); --hole)
            *hole = hole[-1];
        *hole = moved;
    }
}

/// Sorts [begin, end) and merges those at the same place. Returns the new end.
Source* canonical(Source* begin, Source* end) {
    if (end - begin < 2)
        return end;
    sortFew(begin, end);
    Source* last = begin;
    for (Source* next = begin + 1; next < end; ++next) {
        if (samePlace(*last, *next))
            last->weight += next->weight;
        else
            *++last = *next;
    }
    return last + 1;
}

} // namespace

struct Sources::Chunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::uint32_t> next; ///< per bucket: first how many, then where the next one goes
    Extent box{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
               -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    bool anyNegative = false;
    std::size_t near = 0;
};

void Sources::layOut(const GridSpec& spec, const Extent& box, std::size_t count) {
    // Eight buckets per point keep a dense grid's cells apart; more would cost more than they save.
    const double most = std::max(4096.0, 8.0 * static_cast<double>(count));
    m_xmin = spec.xmin;
    m_ymin = spec.ymin;
    for (m_bucketCells = 1.0;; m_bucketCells *= 2.0) {
        m_perBucket = 1.0 / (m_bucketCells * spec.cell);
        m_firstColumn = std::floor((box.xmin - m_xmin) * m_perBucket);
        m_firstRow = std::floor((box.ymin - m_ymin) * m_perBucket);
        const double columns = std::floor((box.xmax - m_xmin) * m_perBucket) - m_firstColumn + 1.0;
        const double rows = std::floor((box.ymax - m_ymin) * m_perBucket) - m_firstRow + 1.0;
        if (columns * rows <= most) {
            m_columns = static_cast<std::int64_t>(columns);
            m_rows = static_cast<std::int64_t>(rows);
            return;
        }
    }
}

// Cut off rather than floored, as nothing is negative any more.
std::size_t Sources::rowOf(double y) const {
    const double row = (y - m_ymin) * m_perBucket - m_firstRow;
    return static_cast<std::size_t>(std::clamp(row, 0.0, static_cast<double>(m_rows - 1)));
}

std::size_t Sources::bucketOf(const Point& p) const {
    const double column = (p.x - m_xmin) * m_perBucket - m_firstColumn;
    return rowOf(p.y) * static_cast<std::size_t>(m_columns) +
           static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(m_columns - 1)));
}

bool Sources::gather(const std::vector<Point>& points, const std::vector<double>& weights,
                     const GridSpec& spec, double reach, int threads, const std::stop_token& stop) {
    constexpr std::size_t worthAThread = 30000;
    const Extent near{spec.xmin - reach, spec.ymin - reach, spec.xmax() + reach, spec.ymax() + reach};
    const std::size_t chunkCount = std::clamp<std::size_t>(
        points.size() / worthAThread, 1, static_cast<std::size_t>(std::clamp(threads, 1, 4)));
    std::vector<Chunk> chunks(chunkCount);
    for (std::size_t c = 0; c < chunkCount; ++c) {
        chunks[c].begin = points.size() * c / chunkCount;
        chunks[c].end = points.size() * (c + 1) / chunkCount;
    }
    const auto forPoints = [&](auto visit) {
        return forTasks(static_cast<std::int64_t>(chunkCount), static_cast<int>(chunkCount), [&] {
            return [&](std::int64_t c) {
                Chunk& chunk = chunks[static_cast<std::size_t>(c)];
                for (std::size_t from = chunk.begin; from < chunk.end; from += batch) {
                    if (stop.stop_requested())
                        return false;
                    visit(chunk, from, std::min(chunk.end, from + batch));
                }
                return true;
            };
        });
    };
    const auto usable = [&](std::size_t i) {
        return near.contains(points[i]) && (weights.empty() || weights[i] != 0.0);
    };

    m_all.clear();
    m_occupied = 0;
    const bool measured = forPoints([&](Chunk& chunk, std::size_t from, std::size_t to) {
        Extent box = chunk.box;
        std::size_t found = 0;
        bool negative = false;
        for (std::size_t i = from; i < to; ++i) {
            if (!usable(i))
                continue;
            ++found;
            box = {std::min(box.xmin, points[i].x), std::min(box.ymin, points[i].y),
                   std::max(box.xmax, points[i].x), std::max(box.ymax, points[i].y)};
            negative = negative || (!weights.empty() && weights[i] < 0.0);
        }
        chunk.box = box;
        chunk.near += found;
        chunk.anyNegative = chunk.anyNegative || negative;
    });
    if (!measured)
        return false;
    Chunk all;
    for (const Chunk& chunk : chunks) {
        all.near += chunk.near;
        all.anyNegative = all.anyNegative || chunk.anyNegative;
        all.box = {std::min(all.box.xmin, chunk.box.xmin), std::min(all.box.ymin, chunk.box.ymin),
                   std::max(all.box.xmax, chunk.box.xmax), std::max(all.box.ymax, chunk.box.ymax)};
    }
    m_anyNegative = all.anyNegative;
    if (all.near == 0)
        return true;
    layOut(spec, all.box, all.near);

    const auto buckets = static_cast<std::size_t>(m_columns * m_rows);
    std::vector<std::uint32_t> bucket(points.size());
    for (Chunk& chunk : chunks)
        chunk.next.assign(buckets, 0);
    const bool counted = forPoints([&](Chunk& chunk, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            bucket[i] = usable(i) ? static_cast<std::uint32_t>(bucketOf(points[i])) : noBucket;
            if (bucket[i] != noBucket)
                ++chunk.next[bucket[i]];
        }
    });
    if (!counted)
        return false;
    m_start.resize(buckets + 1);
    std::uint32_t begin = 0;
    for (std::size_t b = 0; b < buckets; ++b) {
        m_start[b] = begin;
        for (Chunk& chunk : chunks) {
            const std::uint32_t count = chunk.next[b];
            chunk.next[b] = begin;
            begin += count;
        }
    }
    m_start[buckets] = begin;
    m_all.resize(all.near);
    const bool placed = forPoints([&](Chunk& chunk, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            if (bucket[i] != noBucket)
                m_all[chunk.next[bucket[i]]++] = {points[i].x, points[i].y,
                                                  weights.empty() ? 1.0 : weights[i]};
    });
    return placed && sortBuckets(static_cast<int>(chunkCount), stop);
}

// Parts of about equal numbers of points are sorted side by side, each closing its own gaps; then the parts
// are moved together.
bool Sources::sortBuckets(int threads, const std::stop_token& stop) {
    struct Part {
        std::size_t begin = 0; ///< buckets
        std::size_t end = 0;
        std::size_t from = 0; ///< sources
        std::size_t size = 0;
        std::size_t occupied = 0;
    };
    const std::size_t buckets = m_start.size() - 1;
    const std::size_t partCount = threads > 1 ? static_cast<std::size_t>(threads) * 8 : 1;
    std::vector<Part> parts(partCount);
    for (std::size_t p = 0; p < partCount; ++p) {
        const auto bound = [&](std::size_t part) {
            const auto at = static_cast<std::uint32_t>(m_all.size() * part / partCount);
            return static_cast<std::size_t>(std::lower_bound(m_start.begin(), m_start.end(), at) -
                                            m_start.begin());
        };
        parts[p].begin = p == 0 ? 0 : parts[p - 1].end;
        parts[p].end = p + 1 == partCount ? buckets : std::max(parts[p].begin, std::min(buckets, bound(p + 1)));
        parts[p].from = m_start[parts[p].begin];
    }
    std::vector<std::uint32_t> size(buckets);
    const bool sorted = forTasks(static_cast<std::int64_t>(partCount), threads, [&] {
        return [&](std::int64_t p) {
            Part& part = parts[static_cast<std::size_t>(p)];
            Source* out = m_all.data() + part.from;
            std::size_t seen = 0;
            for (std::size_t b = part.begin; b < part.end; ++b) {
                Source* begin = m_all.data() + m_start[b];
                const auto count = static_cast<std::size_t>(m_start[b + 1] - m_start[b]);
                if ((seen += count + 1) > batch) {
                    if (stop.stop_requested())
                        return false;
                    seen = 0;
                }
                Source* end = canonical(begin, begin + count);
                size[b] = static_cast<std::uint32_t>(end - begin);
                part.occupied += count > 0 ? 1 : 0;
                out = out == begin ? end : std::move(begin, end, out);
            }
            part.size = static_cast<std::size_t>(out - m_all.data()) - part.from;
            return true;
        };
    });
    if (!sorted)
        return false;
    std::size_t total = 0;
    for (const Part& part : parts) {
        const auto from = m_all.begin() + static_cast<std::ptrdiff_t>(part.from);
        if (total != part.from)
            std::move(from, from + static_cast<std::ptrdiff_t>(part.size),
                      m_all.begin() + static_cast<std::ptrdiff_t>(total));
        total += part.size;
        m_occupied += part.occupied;
    }
    if (total != m_all.size()) {
        m_all.resize(total);
        std::uint32_t begin = 0;
        for (std::size_t b = 0; b < buckets; ++b) {
            m_start[b] = begin;
            begin += size[b];
        }
        m_start[buckets] = begin;
    }
    return !stop.stop_requested();
}

std::pair<const Source*, const Source*> Sources::between(double low, double high) const {
    if (m_all.empty())
        return {nullptr, nullptr};
    // A hair more, for the rounding of low and high themselves.
    const double slack = 1e-12 * (std::abs(low) + std::abs(high));
    const auto columns = static_cast<std::size_t>(m_columns);
    return {m_all.data() + m_start[rowOf(low - slack) * columns],
            m_all.data() + m_start[(rowOf(high + slack) + 1) * columns]};
}

std::pair<const Source*, const Source*> Sources::inRow(std::int64_t row, std::int64_t firstColumn,
                                                       std::int64_t endColumn) const {
    const std::int64_t at = row - static_cast<std::int64_t>(m_firstRow);
    if (m_all.empty() || at < 0 || at >= m_rows)
        return {nullptr, nullptr};
    const auto first = static_cast<std::int64_t>(m_firstColumn);
    const auto bound = [&](std::int64_t column) {
        return m_all.data() +
               m_start[static_cast<std::size_t>(at * m_columns + std::clamp(column - first, std::int64_t{0},
                                                                            m_columns))];
    };
    return {bound(firstColumn), bound(std::max(firstColumn, endColumn))};
}

void Sources::startsInRow(std::int64_t row, std::int64_t firstColumn, std::int64_t endColumn,
                          std::vector<std::uint32_t>& starts) const {
    const auto count = static_cast<std::size_t>(endColumn - firstColumn) + 1;
    starts.assign(count, 0);
    const auto [begin, end] = inRow(row, firstColumn, endColumn);
    if (begin == end)
        return;
    const std::int64_t at = row - static_cast<std::int64_t>(m_firstRow);
    const std::uint32_t* buckets = m_start.data() + at * m_columns;
    const auto offset = static_cast<std::uint32_t>(begin - m_all.data());
    const std::int64_t first = firstColumn - static_cast<std::int64_t>(m_firstColumn);
    for (std::size_t i = 0; i < count; ++i)
        starts[i] =
            buckets[std::clamp(first + static_cast<std::int64_t>(i), std::int64_t{0}, m_columns)] - offset;
}

} // namespace hk::analysis::detail
