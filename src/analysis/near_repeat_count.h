#pragma once

#include "analysis/near_repeat_pairs.h"

#include <cstddef>
#include <cstdint>
#include <span>

/// Inside of nearRepeat(): how many pairs lie how many days apart, for many shuffles at once.
namespace hk::analysis::detail {

/// Data sets counted side by side, one in each lane of the processor's vectors.
inline constexpr std::size_t lanes = 32;

/// Adds to sums[edge · lanes + lane] the pairs whose days differ by less than the edge. `days` holds `lanes`
/// values per place; differences and edges fit in their type.
void countBelow(const BandPairs& pairs, const std::int16_t* days, std::span<const std::int16_t> edges,
                std::uint64_t* sums);
void countBelow(const BandPairs& pairs, const std::int32_t* days, std::span<const std::int32_t> edges,
                std::uint64_t* sums);

} // namespace hk::analysis::detail
