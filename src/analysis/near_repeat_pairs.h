#pragma once

#include "analysis/near_repeat.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

/// Inside of nearRepeat(): which places lie how far apart.
namespace hk::analysis::detail {

/// Calls visit(i) for each i below `size`, looking at `stop` now and then. False: stopped.
template <class Visit>
bool forStoppably(std::size_t size, const std::stop_token& stop, Visit visit)
{
    constexpr std::size_t piece = 16'384;
    for (std::size_t begin = 0; begin < size; begin += piece) {
        if (stop.stop_requested())
            return false;
        for (std::size_t i = begin; i < std::min(size, begin + piece); ++i)
            visit(i);
    }
    return true;
}

/// Merge sort whose pieces are small enough to look at `stop` between them. False: stopped, in no order.
template <class Less>
bool sortStoppably(std::vector<std::uint32_t>& values, Less less, const std::stop_token& stop);

/// Partners of one place in one space band: `count` entries of BandPairs::partners.
struct PairRun {
    std::uint32_t place;
    std::uint32_t count; ///< at most longestRun
};
inline constexpr std::uint32_t longestRun = 16'384;

struct BandPairs {
    std::vector<PairRun> runs;
    std::vector<std::uint32_t> partners;
};
/// Pairs by space band; each pair once.
using PairBlock = std::vector<BandPairs>;

/// In which order the points are to be worked on: by strip of a quarter of the largest distance, then by x, y
/// and date, so that neighbours stand together and the order in which the points came does not matter. Empty
/// where it stopped.
std::vector<std::uint32_t> stripOrder(const SpaceTimePoints& points, double largestDistance,
                                      const std::stop_token& stop);

/// Finds the pairs among places in strip order: the neighbours of a place are a few short ranges, and no far
/// stray point can blow up a grid. Const access from many threads is safe.
class PairFinder {
public:
    /// Of no use where it stopped.
    PairFinder(const std::vector<Point>& places, const std::vector<double>& edges,
               const std::stop_token& stop);

    /// Partners of each place in [begin, end), counted where the pair is counted; answers with their sum.
    std::uint64_t count(std::uint32_t begin, std::uint32_t end, std::span<std::uint32_t> counts) const;
    /// The pairs whose first place is in [begin, end). The block is emptied first and keeps its memory.
    void collect(std::uint32_t begin, std::uint32_t end, PairBlock& block) const;

private:
    struct Strip {
        double number;
        std::uint32_t begin;
        std::uint32_t end;
    };
    template <class Visit>
    void forNeighbours(std::uint32_t begin, std::uint32_t end, Visit visit) const;

    std::vector<double> m_x;
    std::vector<double> m_y;
    std::vector<Strip> m_strips;
    std::vector<double> m_squaredEdges;
    double m_reach;
};

template <class Less>
bool sortStoppably(std::vector<std::uint32_t>& values, Less less, const std::stop_token& stop)
{
    constexpr std::size_t piece = 8192;
    const std::size_t size = values.size();
    for (std::size_t begin = 0; begin < size; begin += piece) {
        if (stop.stop_requested())
            return false;
        std::sort(values.begin() + static_cast<std::ptrdiff_t>(begin),
                  values.begin() + static_cast<std::ptrdiff_t>(std::min(size, begin + piece)), less);
    }
    std::vector<std::uint32_t> merged;
    if (size > piece)
        merged = values;
    for (std::size_t width = piece; width < size; width *= 2) {
        for (std::size_t begin = 0; begin < size; begin += 2 * width) {
            std::size_t left = begin;
            std::size_t right = std::min(size, begin + width);
            const std::size_t leftEnd = right;
            const std::size_t rightEnd = std::min(size, begin + 2 * width);
            for (std::size_t out = begin; out < rightEnd; ++out) {
                if (out % piece == 0 && stop.stop_requested())
                    return false;
                const bool fromRight =
                    left == leftEnd || (right < rightEnd && less(values[right], values[left]));
                merged[out] = values[fromRight ? right++ : left++];
            }
        }
        values.swap(merged);
    }
    return true;
}

} // namespace hk::analysis::detail
