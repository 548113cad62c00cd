#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hk::store {

/// "2024-03-01T13:05:00.000Z": the DATETIME of GeoPackage, always UTC with milliseconds. Years 0–9999.
std::array<char, 24> isoTime(std::int64_t utcMilliseconds);

/// Milliseconds since 1970 UTC of a DATETIME as any program may have written it: T or blank between date and
/// time, seconds and fraction left out or not, "Z", an offset, or no zone (UTC then); a date alone is its
/// midnight.
std::optional<std::int64_t> parseIsoTime(std::string_view text);

} // namespace hk::store
