#pragma once

#include "analysis/incident_table.h"
#include "analysis/rate_ratio.h"

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace hk::analysis {

/// Local dates in days since 1970-01-01, half-open [from, to).
struct DatePeriod {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t days() const { return to - from; }
    friend bool operator==(const DatePeriod&, const DatePeriod&) = default;
};

/// In the order in which an incident that lies in several areas is given to one.
enum class EffectArea : std::uint8_t { Target, Buffer, Control, ControlBuffer };
inline constexpr std::size_t effectAreas = 4;

/// Polygons of one kind are united. A buffer by width holds what lies within so many metres of the target (or
/// control) but not in it, beside any polygons given; 0: none.
struct EffectZones {
    std::vector<Polygon> target;
    std::vector<Polygon> buffer; ///< where the trouble may have moved to
    std::vector<Polygon> control;
    std::vector<Polygon> controlBuffer;
    double bufferWidth = 0.0;        ///< metres
    double controlBufferWidth = 0.0; ///< metres
    bool has(EffectArea area) const;
};

struct BeforeAfter {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    friend bool operator==(const BeforeAfter&, const BeforeAfter&) = default;
};

struct EffectCounts {
    std::array<BeforeAfter, effectAreas> counts;
    /// Incidents of either period that lie both in the target or its buffer and in the control or its buffer,
    /// and were given to the first. (A buffer drawn over its own target is no fault: what lies in the target
    /// is the target's.)
    std::uint64_t inSeveral = 0;
    /// Incidents of either period left out because their place is not known well enough: precision area, or a
    /// radius above the limit.
    std::uint64_t leftOut = 0;
    const BeforeAfter& of(EffectArea area) const { return counts[static_cast<std::size_t>(area)]; }
    BeforeAfter& of(EffectArea area) { return counts[static_cast<std::size_t>(area)]; }
};

/// Counts the rows per area and period: by the local date of `from`, by point in polygon (see contains()). An
/// incident in several areas is counted once: target before buffer before control before the control's
/// buffer. Rows with precision area or a radius above `largestRadius` (metres) are left out and counted.
/// Thread-safe.
EffectCounts countEffect(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                         const EffectZones& zones, const DatePeriod& before, const DatePeriod& after,
                         double largestRadius);

/// Weighted displacement difference: how many incidents more (below 0: fewer) there were in the after period
/// than the control's change lets expect.
struct DisplacementDifference {
    double local = 0.0;      ///< ΔT − ΔCt
    double localError = 0.0; ///< its standard error
    double displaced = 0.0;  ///< ΔD − ΔCd; 0 without buffers
    double displacedError = 0.0;
    double wdd = 0.0; ///< local + displaced
    double error = 0.0;
    double low = 0.0; ///< 95 % interval
    double high = 0.0;
    double z = 0.0; ///< wdd / error; 0 where error is 0
    double p = 1.0; ///< two-sided, normal
};

/// WDD = (ΔT − ΔCt) + (ΔD − ΔCd), SE = √(Σ of the counts), z = WDD/SE, interval WDD ± 1.96 SE [Wheeler &
/// Ratcliffe 2018]. Areas that are not there count 0 before and after, as in the paper's calculator.
/// `beforeScale` multiplies the counts before: days after / days before where the periods differ in length
/// (SE then takes the square of it), so that the difference is in incidents per after period.
DisplacementDifference displacementDifference(const EffectCounts& counts, double beforeScale = 1.0);

enum class QuotientState : std::uint8_t {
    Readable,
    NoBuffer,
    ControlEmpty,      ///< nothing in the control area in one of the periods: no ratio to it
    TargetNotImproved, ///< the target did not improve against the control: there is nothing that could have
                       ///< moved
    ChangeTooSmall     ///< it improved by less than its own standard error: the quotient would be noise
};

/// Weighted displacement quotient: of each incident less in the target, how many moved to the buffer (below
/// 0) or were saved there too (above 0).
struct DisplacementQuotient {
    QuotientState state = QuotientState::NoBuffer;
    double value = std::numeric_limits<double>::quiet_NaN(); ///< only where readable
};

/// WDQ = (B₁/C₁ − B₀/C₀) / (A₁/C₁ − A₀/C₀), A target, B buffer, C control, 0 before, 1 after [Bowers &
/// Johnson 2003]. Free of the periods' lengths. Read only where the denominator is below 0 by more than its
/// own standard error (delta method, Poisson counts).
DisplacementQuotient displacementQuotient(const EffectCounts& counts);

/// How the target's change stands to the control's.
struct RelativeRate {
    double ratio =
        std::numeric_limits<double>::quiet_NaN(); ///< below 1: the target did better; NaN with an empty count
    Interval interval{std::numeric_limits<double>::quiet_NaN(),
                      std::numeric_limits<double>::quiet_NaN()}; ///< 95 %
    bool tooFew = true; ///< one of the four counts is below fewestToCompare
};

/// Ratio of Poisson rate ratios (T₁/T₀)/(C₁/C₀), free of the periods' lengths; interval exp(ln ratio ± 1.96
/// √(1/T₁ + 1/T₀ + 1/C₁ + 1/C₀)) [Woolf 1955; as the inverse of the relative effect size of Welsh &
/// Farrington 2009].
RelativeRate relativeRate(const EffectCounts& counts);

/// What makes the comparison of two periods weak.
struct PeriodConcerns {
    bool unequalLength = false; ///< by more than 2 %: counts are scaled
    bool otherSeason = false;   ///< they cover different parts of the year
    double seasonOverlap = 1.0; ///< share of the days of the year that the two have in common, 0–1
    bool shortPeriod = false;   ///< one is shorter than shortestPeriod days
};

/// Days below which a period says little of any season.
inline constexpr std::int32_t shortestPeriod = 28;

/// Before and after should cover the same calendar span, since incidents follow the year. Each period gives
/// every day of the year a weight (how often it holds the day, over its length; 29 February counts as 28);
/// the overlap is the sum over the year of the smaller weight: 1 for the same span of two years, or of any
/// two whole years; 0 for winter and summer. Below 0.9 it is another season. Both periods must hold at least
/// a day.
PeriodConcerns periodConcerns(const DatePeriod& before, const DatePeriod& after);

/// Square metres that two unions of polygons have in common, by half a million points over what their
/// bounding boxes share: right to about a thousandth of that box, exactly 0 where they only touch along an
/// edge.
double sharedArea(const std::vector<Polygon>& a, const std::vector<Polygon>& b);

/// Square metres of a union of polygons: their areas less what pairs of them share (see sharedArea()).
double unitedArea(const std::vector<Polygon>& polygons);

} // namespace hk::analysis
