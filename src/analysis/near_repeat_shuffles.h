#pragma once

#include "analysis/near_repeat.h"

#include <cstddef>
#include <cstdint>
#include <tl/expected.hpp>
#include <vector>

/// Inside of nearRepeat(): the pairs of the observed dates and of every shuffle, by cell.
namespace hk::analysis::detail {

struct ShuffledCounts {
    std::size_t dataSets = 0;          ///< the observed dates first, then the shuffles
    std::vector<std::uint32_t> counts; ///< [cell · dataSets + data set]
    std::uint64_t pairs = 0;
};

/// What was asked for is valid (see nearRepeat()). Faults: TooManyPairs, Cancelled.
tl::expected<ShuffledCounts, NearRepeatFault> countShuffled(const SpaceTimePoints& points,
                                                            const NearRepeatOptions& options);

} // namespace hk::analysis::detail
