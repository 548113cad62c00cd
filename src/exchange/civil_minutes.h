#pragma once

#include "core/local_time.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hk::exchange {

/// Local civil minutes since 1970 of ISO 8601 texts. What is written plainly ("2018-01-01 13:05:00") is taken as it
/// stands, also in the lost hour of March: the date is right, and plain points have no hour to be wrong about. One per
/// thread.
class CivilMinutes {
public:
    /// Nothing where the text is no time.
    std::optional<std::int64_t> of(std::string_view text);

private:
    LocalClock m_clock;
};

} // namespace hk::exchange
