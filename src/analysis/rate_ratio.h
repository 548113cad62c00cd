#pragma once

#include <cstdint>

namespace hk::analysis {

/// Below this smaller count a change is not given in per cent: "too few to say".
inline constexpr std::int64_t fewestToCompare = 10;

/// Events counted over an exposure: days, km², or 1 where both of a pair were watched alike.
struct EventRate {
    std::int64_t count = 0;
    double exposure = 1.0;
    double rate() const { return static_cast<double>(count) / exposure; }
};

/// An interval of a share or a ratio, both ends included.
struct Interval {
    double lower = 0.0;
    double upper = 0.0;
    bool contains(double value) const { return lower <= value && value <= upper; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The exact interval of a binomial share of `hits` in `trials` at the confidence (0–1, both excluded): at
/// least as often as that it holds the true share [Clopper & Pearson 1934]. [0, 1] without trials. Throws
/// std::invalid_argument for hits outside [0, trials] or a confidence outside (0, 1). Thread-safe.
Interval clopperPearson(std::int64_t hits, std::int64_t trials, double confidence = 0.95);

/// The exact interval of the mean of a Poisson count [Garwood 1936]: at least as often as the confidence says it holds the
/// true mean. Divide by the exposure for the rate's. Throws std::invalid_argument for a negative count or a confidence
/// outside (0, 1). Thread-safe.
Interval poissonInterval(std::int64_t count, double confidence = 0.95);

/// How one Poisson rate stands to another, conditional on their sum.
struct RateRatio {
    double ratio =
        0.0; ///< rate of the later to the earlier; infinite where the earlier has none, NaN where both have
    Interval interval;   ///< of the ratio; [0, infinite] where both have none
    double p = 1.0;      ///< two-sided, of equal rates: twice the smaller tail, at most 1
    bool tooFew = false; ///< the smaller count is below fewestToCompare: no percentage is to be given
    /// ratio − 1, such as −0.25 for a quarter fewer; NaN where too few to say.
    double change() const;
    /// The interval leaves out 1 (as does p < 1 − confidence, which is the same statement).
    bool isCertain() const { return !interval.contains(1.0); }
};

/// Ratio of the rates later / earlier of two independent Poisson counts. Given the sum n, the later count is
/// binomial with share ρ·t₂ / (t₁ + ρ·t₂) for the ratio ρ [Przyborowski & Wilenski 1940]; its Clopper–Pearson
/// limits turned into ratios are the exact interval, and p doubles the smaller tail so that it agrees with
/// the interval [Fay 2010]. Throws std::invalid_argument for a negative count, an exposure that is not
/// positive and finite, or a confidence outside (0, 1). Thread-safe.
RateRatio rateRatio(const EventRate& earlier, const EventRate& later, double confidence = 0.95);

} // namespace hk::analysis
