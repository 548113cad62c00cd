#pragma once

#include "analysis/kde.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <utility>
#include <vector>

namespace hk::analysis::detail {

/// A point of the sum, its weight that of all points at the very same place.
struct Source {
    double x = 0.0;
    double y = 0.0;
    double weight = 0.0;
};

/// The points that reach the grid, in an order of their own, so that no sum depends on the order given nor on
/// the number of threads: by square buckets, row by row from the south; in a bucket by x, y and weight. Those
/// at the very same place are merged. A bucket is a cell of the grid's lattice (which goes on beyond the
/// grid), or a square of 2 × 2, 4 × 4 … cells where points are few.
class Sources {
public:
    /// False where stopped. `weights` empty: all 1. Coordinates must be finite.
    bool gather(const std::vector<Point>& points, const std::vector<double>& weights, const GridSpec& spec,
                double reach, int threads, const std::stop_token& stop);
    std::size_t size() const { return m_all.size(); }
    bool empty() const { return m_all.empty(); }
    bool anyNegative() const { return m_anyNegative; }
    /// Buckets that hold a source.
    std::size_t occupied() const { return m_occupied; }
    /// Those with y in [low, high], and perhaps some beside.
    std::pair<const Source*, const Source*> between(double low, double high) const;

    /// Side of a bucket in cells; 1: each bucket is a cell.
    double bucketCells() const { return m_bucketCells; }
    /// Sources in columns [firstColumn, endColumn) of a row of buckets, counted from the grid's first cell
    /// and possibly negative. Each column's sources follow those of the column before.
    std::pair<const Source*, const Source*> inRow(std::int64_t row, std::int64_t firstColumn,
                                                  std::int64_t endColumn) const;
    /// Where in inRow(row, firstColumn, endColumn) each of these columns begins, and the end: as many and one more.
    void startsInRow(std::int64_t row, std::int64_t firstColumn, std::int64_t endColumn,
                     std::vector<std::uint32_t>& starts) const;

private:
    struct Chunk; ///< a thread's share of the points

    void layOut(const GridSpec& spec, const Extent& box, std::size_t count);
    std::size_t bucketOf(const Point& p) const;
    std::size_t rowOf(double y) const;
    bool sortBuckets(int threads, const std::stop_token& stop);

    std::vector<Source> m_all;
    std::vector<std::uint32_t> m_start; ///< of each bucket in m_all, and the end
    double m_bucketCells = 1.0;
    double m_xmin = 0.0; ///< south-western corner of the grid
    double m_ymin = 0.0;
    double m_perBucket = 0.0;
    double m_firstColumn = 0.0; ///< of the buckets, counted from the grid's corner
    double m_firstRow = 0.0;
    std::int64_t m_columns = 0; ///< of buckets
    std::int64_t m_rows = 0;
    std::size_t m_occupied = 0;
    bool m_anyNegative = false;
};

} // namespace hk::analysis::detail
