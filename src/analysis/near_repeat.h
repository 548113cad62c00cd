#pragma once

#include "analysis/incident_table.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <tl/expected.hpp>
#include <vector>

namespace hk::analysis {

/// Places (metres, one projected CRS) and local dates (days since 1970-01-01), of equal length.
struct SpaceTimePoints {
    std::vector<Point> places;
    std::vector<std::int32_t> dates;
};

/// Edges of half-open bands [a, b): {0, 100, 200} are the two bands 0–100 m and 100–200 m. Rising; the first
/// edge is 0 or above. Days are whole differences of local dates, so a week is [0, 7).
struct NearRepeatBands {
    std::vector<double> metres{0.0, 100.0, 200.0, 300.0, 400.0};
    std::vector<std::int32_t> days{0, 7, 14, 21, 28};
    std::size_t spaceBands() const { return metres.empty() ? 0 : metres.size() - 1; }
    std::size_t timeBands() const { return days.empty() ? 0 : days.size() - 1; }
    friend bool operator==(const NearRepeatBands&, const NearRepeatBands&) = default;
};

/// Most bands of one kind, and fewest and most shuffles.
inline constexpr std::size_t maximumBands = 40;
inline constexpr int minimumRuns = 19;
inline constexpr int maximumRuns = 9'999;
struct NearRepeatOptions {
    NearRepeatBands bands;
    int runs = 999;         ///< shuffles R, minimumRuns to maximumRuns
    std::uint64_t seed = 1; ///< the same seed gives the same numbers, whatever the number of threads
    int threads = 0;        ///< 0: as many as the machine has
    /// Most pairs within the largest distance; above it the answer is TooManyPairs.
    std::uint64_t mostPairs = 4'000'000'000;
    /// Up to so many pairs are kept in memory (4 bytes each and a little more); more are found again block by
    /// block for every 32 shuffles. Beside them each thread keeps 80 bytes per incident. Never changes the
    /// numbers.
    std::uint64_t keptPairs = 64'000'000;
    std::stop_token stop = {};
    std::function<void(double share)> progress = {}; ///< called from one thread at a time; may be empty
};

enum class NearRepeatFault : std::uint8_t {
    BandsNotRising, ///< fewer than two edges, more than maximumBands, below 0, not finite or over a billion
    RunsOutOfRange,
    NotFinite,       ///< a coordinate is NaN or infinite, or a date more than a billion days off
    TooFewIncidents, ///< fewer than two
    TooManyPairs,    ///< over mostPairs within the largest distance
    Cancelled
};

/// One space band × time band.
struct NearRepeatCell {
    std::uint64_t observed = 0; ///< pairs
    double expected = 0.0;      ///< mean of the shuffles
    double ratio = 0.0;         ///< observed / expected; NaN where expected is 0
    double p = 1.0;             ///< (1 + #{sim ≥ obs}) / (1 + R), one-sided
    double familyP = 1.0;       ///< p where all cells are looked at, not this one alone; see nearRepeat
};

/// How far the pattern reaches from the nearest place and the soonest day on; see nearRepeat(). Both 0: no
/// pattern.
struct NearRepeatReach {
    std::size_t spaceBands = 0; ///< within the first time band
    std::size_t timeBands = 0;  ///< within the first space band
};

struct NearRepeat {
    std::size_t spaceBands = 0;
    std::size_t timeBands = 0;
    std::vector<NearRepeatCell> cells; ///< space band by space band (outer), time bands within
    std::uint64_t incidents = 0;
    std::uint64_t pairs = 0; ///< within the largest distance, whatever the days between
    NearRepeatReach reach;
    const NearRepeatCell& at(std::size_t space, std::size_t time) const
    {
        return cells[space * timeBands + time];
    }
};

/// Level of significance of `reach`.
inline constexpr double nearRepeatLevel = 0.05;

/// Are incidents that lie near each other also nearer in time than chance has it? The Knox test: pairs
/// counted by distance and days between them, against the same places with the dates shuffled R times [Knox
/// 1964; Besag & Diggle 1977; for crime Townsley, Homel & Chaseling 2003, Johnson et al. 2007]. Distances are
/// Euclidean in the points' CRS; identical places have distance 0. A pair exactly at an edge belongs to the
/// band that begins there. Looking at many cells: `familyP` is the share of the R + 1 data sets (the shuffles
/// and the observed) whose smallest p in any cell is at most this cell's [single-step min-p, Westfall & Young
/// 1993]; it cannot fall below about cells / (R + 1). `reach` needs no such correction, as it tests in a
/// fixed order and goes on only from what is significant: the first cell at 0.05, then the next time bands in
/// the first space band and the next space bands in the first time band, each of the two directions at 0.025
/// [Bretz et al. 2009]. Each shuffle has a random stream of its own and starts from the points in an order of
/// their own: the result depends neither on the threads nor on the order in which the points are given. Stops
/// within 5 ms of `stop` for up to a million points. Throws std::invalid_argument where places and dates
/// differ in length. Thread-safe.
tl::expected<NearRepeat, NearRepeatFault> nearRepeat(const SpaceTimePoints& points,
                                                     const NearRepeatOptions& options);

/// Rows of a selection whose place and day are known well enough for these bands, and how many are not:
/// precision area and a radius above the width of the first space band; a time span longer than the first
/// time band. The day is that of the span's start.
struct NearRepeatRows {
    std::vector<std::uint32_t> rows;
    std::size_t leftOutPlace = 0;
    std::size_t leftOutSpan = 0; ///< of those with a good enough place
};
NearRepeatRows nearRepeatRows(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                              const NearRepeatBands& bands);

/// Positions and local dates of the rows.
SpaceTimePoints spaceTimePoints(const IncidentTable& table, const std::vector<std::uint32_t>& rows);

} // namespace hk::analysis
