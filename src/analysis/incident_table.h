#pragma once

#include "analysis/geometry.h"

#include <cstdint>
#include <vector>

namespace hk::analysis {

/// Row flags.
inline constexpr std::uint8_t flagAmbiguousTime = 1;
inline constexpr std::uint8_t flagArea = 2; ///< precision area: never in a heatmap

/// All incidents of one file as columns of equal length; immutable once shared. Times are UTC seconds plus
/// precomputed Europe/Stockholm civil time.
struct IncidentTable {
    std::vector<double> easting;                 ///< metres, SWEREF 99 TM
    std::vector<double> northing;                ///< metres
    std::vector<std::int64_t> fromUtc;           ///< seconds since 1970
    std::vector<std::int64_t> toUtc;             ///< == fromUtc: an exact time
    std::vector<std::int32_t> localDate;         ///< of from: days since 1970-01-01
    std::vector<std::int32_t> localMinuteOfWeek; ///< of from: 0 = Monday 00:00
    std::vector<std::int32_t> localSpanMinutes;  ///< civil minutes from "from" to "to"; 0: an exact time
    std::vector<std::uint16_t> category;         ///< index in the file's category list
    std::vector<std::uint16_t> organisation;     ///< index in the file's organisation list
    std::vector<float> radius;                   ///< metres
    std::vector<std::uint8_t> precision;         ///< 0 point, 1 street, 2 place, 3 area
    std::vector<std::uint8_t> severity;          ///< 1–3
    std::vector<std::uint8_t> flags;

    std::size_t size() const { return easting.size(); }
    void reserve(std::size_t rows);
};

} // namespace hk::analysis
