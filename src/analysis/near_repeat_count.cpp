#include "analysis/near_repeat_count.h"

#include "analysis/kde_clones.h"

#include <array>
#include <cstring>
#include <type_traits>

namespace hk::analysis::detail {

namespace {

constexpr std::size_t vectorBytes = 32;

/// Up to four edges at a time: with them, their counts and two vectors of days the sixteen registers are
/// full.
constexpr std::size_t edgesAtOnce = 4;

template <class Day, std::size_t Edges>
[[gnu::always_inline]] inline void countEdges(const BandPairs& pairs, const Day* days, const Day* edges,
                                              std::uint64_t* sums)
{
    using Days [[gnu::vector_size(vectorBytes)]] = Day;
    using Counts [[gnu::vector_size(vectorBytes)]] = std::make_unsigned_t<Day>;
    constexpr std::size_t perVector = vectorBytes / sizeof(Day);
    constexpr std::size_t vectors = lanes / perVector;
    constexpr std::uint32_t mostCounted = 65'535; // what 16 bits hold

    Days edge[Edges] = {};
    for (std::size_t k = 0; k < Edges; ++k)
        edge[k] += edges[k];
    Counts counts[Edges][vectors] = {};
    std::uint32_t counted = 0;
    const auto takeOver = [&] {
        for (std::size_t k = 0; k < Edges; ++k)
            for (std::size_t v = 0; v < vectors; ++v) {
                for (std::size_t i = 0; i < perVector; ++i)
                    sums[k * lanes + v * perVector + i] += counts[k][v][i];
                counts[k][v] = Counts{};
            }
        counted = 0;
    };

    const std::uint32_t* partner = pairs.partners.data();
    for (const PairRun& run : pairs.runs) {
        if (counted + run.count > mostCounted)
            takeOver();
        counted += run.count;
        Days own[vectors] = {};
        std::memcpy(own, days + std::size_t{run.place} * lanes, sizeof own);
        for (const std::uint32_t* end = partner + run.count; partner != end; ++partner) {
            const Day* others = days + std::size_t{*partner} * lanes;
            for (std::size_t v = 0; v < vectors; ++v) {
                Days other = {};
                std::memcpy(&other, others + v * perVector, sizeof other);
                const Days later = own[v] - other;
                const Days sooner = other - own[v];
                const Days apart = later > sooner ? later : sooner;
                for (std::size_t k = 0; k < Edges; ++k)
                    counts[k][v] -= reinterpret_cast<Counts>(apart < edge[k]); // true is −1
            }
        }
    }
    takeOver();
}

template <class Day>
[[gnu::always_inline]] inline void countAll(const BandPairs& pairs, const Day* days,
                                            std::span<const Day> edges, std::uint64_t* sums)
{
    for (std::size_t first = 0; first < edges.size(); first += edgesAtOnce) {
        const Day* from = edges.data() + first;
        std::uint64_t* to = sums + first * lanes;
        switch (edges.size() - first) {
        case 1:
            countEdges<Day, 1>(pairs, days, from, to);
            break;
        case 2:
            countEdges<Day, 2>(pairs, days, from, to);
            break;
        case 3:
            countEdges<Day, 3>(pairs, days, from, to);
            break;
        default:
            countEdges<Day, edgesAtOnce>(pairs, days, from, to);
        }
    }
}

HK_CLONES void count16(const BandPairs& pairs, const std::int16_t* days, std::span<const std::int16_t> edges,
                       std::uint64_t* sums)
{
    countAll(pairs, days, edges, sums);
}

HK_CLONES void count32(const BandPairs& pairs, const std::int32_t* days, std::span<const std::int32_t> edges,
                       std::uint64_t* sums)
{
    countAll(pairs, days, edges, sums);
}

} // namespace

void countBelow(const BandPairs& pairs, const std::int16_t* days, std::span<const std::int16_t> edges,
                std::uint64_t* sums)
{
    count16(pairs, days, edges, sums);
}

void countBelow(const BandPairs& pairs, const std::int32_t* days, std::span<const std::int32_t> edges,
                std::uint64_t* sums)
{
    count32(pairs, days, edges, sums);
}

} // namespace hk::analysis::detail
