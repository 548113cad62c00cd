#pragma once

#include "analysis/hotspot.h"
#include "analysis/rate_ratio.h"

namespace hk::analysis {

/// Local dates [from, to), as days since 1970-01-01.
struct DateSpan {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t days() const { return to - from; }
    bool contains(std::int32_t date) const { return date >= from && date < to; }
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// Rows whose local date (of "from") lies in the span, in their order.
std::vector<std::uint32_t> rowsWithin(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                      const DateSpan& span);

/// How many points lie closer than `radius` (metres) to each cell centre. Exact. Faults: BandwidthNotPositive
/// for the radius, NotFinite, GridTooLarge, Cancelled. Thread-safe.
Outcome<Grid> countsWithin(const std::vector<Point>& points, const GridSpec& spec, double radius,
                           std::stop_token stop = {});

/// numerator / denominator cell by cell, NaN where the denominator is below `floor` or is 0: the ratio of two
/// densities of the same bandwidth, "dual density" or relative risk [Bithell 1990; Kelsall & Diggle 1995].
/// Throws std::invalid_argument where the grids are not the same raster.
Grid densityRatio(const Grid& numerator, const Grid& denominator, double floor);

/// Which length of time the densities of both periods are turned to before they are compared.
enum class RateBasis : std::uint8_t {
    LaterPeriod, ///< the days of the later period: the earlier is scaled by days(b) / days(a), 1 for equal
                 ///< lengths
    AsCounted,   ///< nothing is scaled
    Per30Days,
    PerYear ///< 365.25 days
};
/// Factors for the earlier and the later density.
struct RateFactors {
    double earlier = 1.0;
    double later = 1.0;
};
RateFactors rateFactors(const DateSpan& earlier, const DateSpan& later, RateBasis basis);

struct ComparisonOptions {
    KdeOptions kde; ///< the same kernel and bandwidth for both periods
    RateFactors factors;
    double fewestForPercent =
        10.0; ///< incidents within the bandwidth in the smaller period: below it no percentage
    double fewestForDifference = 5.0; ///< in both periods fewer than this: no difference
    double floorShare = 0.01;         ///< of the earlier density's maximum: below it no ratio
    double floor = 0.0;               ///< incidents per km²; above 0 it is used instead of floorShare
};

/// Two periods on one raster. NaN: too few to say.
struct PeriodComparison {
    Grid both;       ///< incidents per km² of both together, as counted
    Grid earlier;                   ///< incidents per km², scaled
    Grid later;                     ///< incidents per km², scaled
    Grid difference;                ///< later − earlier
    Grid change;                    ///< later / earlier − 1: 0.5 is half as many again
    Grid ratio;                     ///< later / earlier where the earlier reaches the floor: "dual density"
    double jointMaximum = 0.0;      ///< of both densities: what one colour scale for both is made of
    double largestDifference = 0.0; ///< largest |difference| shown; 0 where none is
    double floor = 0.0;             ///< the floor used for the ratio, incidents per km²
    std::int64_t cellsTooFew = 0;   ///< cells with incidents within the bandwidth whose difference is hidden
};

/// Densities of both periods by kernelDensity, their difference, change and ratio, each hidden by its own
/// rule (see ComparisonOptions). Faults: those of kernelDensity. Thread-safe.
Outcome<PeriodComparison> comparePeriods(const std::vector<Point>& earlier, const std::vector<Point>& later,
                                         const GridSpec& spec, const ComparisonOptions& options);

/// Sum of two grids of the same raster, such as the density of two periods together. Throws
/// std::invalid_argument where they are not.
Grid sumOf(const Grid& a, const Grid& b);

/// What became of one hotspot.
struct HotspotChange {
    EventRate earlier; ///< incidents inside, over days
    EventRate later;
    RateRatio ratio;
    double familyP = 1.0; ///< p where all hotspots are looked at, not this one alone [Holm 1979]
};

/// Sets familyP where several changes are looked at together, from the p of each [Holm 1979].
void adjustForMany(std::vector<HotspotChange>& changes);

/// For each hotspot of both periods together: the incidents of each inside it, and the ratio of their rates
/// per day (see rateRatio). Throws std::invalid_argument for a period without days. Thread-safe.
std::vector<HotspotChange> hotspotChanges(const IncidentTable& table, const std::vector<Hotspot>& hotspots,
                                          const DateSpan& earlier, const DateSpan& later);

} // namespace hk::analysis
